"""Reads a chart as a reader does: which marks it has, where they stand, and what is written where."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from malstyrning.report.charts.labels import text_width
from malstyrning.report.charts.scale import Tick

SVG = "{http://www.w3.org/2000/svg}"
WIDTH = 360
TOLD = {"name": "kpi-1", "title": "Utfall mot målnivå", "description": "Procent, 2025."}


def number(tick: Tick) -> str:
    return str(tick.exact).replace("-", "\N{MINUS SIGN}").replace(".", ",")


@dataclass(frozen=True)
class Box:
    words: str
    left: float
    right: float
    top: float
    bottom: float

    def covers(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.2 and down > 0.2  # coordinates are rounded to a tenth


@dataclass(frozen=True)
class Picture:
    svg: str
    root: ET.Element

    def marks(self, tag: str, class_: str) -> list[ET.Element]:
        return [one for one in self.root.iter(SVG + tag) if one.get("class") == class_]

    def mark(self, tag: str, class_: str) -> ET.Element:
        (only,) = self.marks(tag, class_)
        return only

    def words(self, class_: str) -> list[str]:
        return [one.text or "" for one in self.marks("text", class_)]

    def place_of(self, words: str) -> float:
        (x,) = [float(one.attrib["x"]) for one in self.root.iter(SVG + "text") if one.text == words]
        return x

    def tick_of(self, words: str) -> float:
        return min((float(one.attrib["x1"]) for one in self.marks("line", "tick")), key=self._distance(words))

    def _distance(self, words: str) -> Callable[[float], float]:
        at = self.place_of(words)
        return lambda x: abs(x - at)

    @property
    def boxes(self) -> list[Box]:
        return [_box(one) for one in self.root.iter(SVG + "text")]

    @property
    def covered(self) -> list[tuple[str, str]]:
        return [(a.words, b.words) for a, b in combinations(self.boxes, 2) if a.covers(b)]

    @property
    def outside(self) -> list[Box]:
        height = float(self.root.attrib["viewBox"].split()[3])
        return [
            one
            for one in self.boxes
            if one.left < -0.2 or one.right > WIDTH + 0.2 or one.top < -0.2 or one.bottom > height
        ]


def read(svg: str) -> Picture:
    return Picture(svg, ET.fromstring(svg))  # noqa: S314 - our own output


def numbers_in(element: ET.Element, *names: str) -> list[float]:
    return [float(element.attrib[name]) for name in names]


def dots(path: ET.Element) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"M(\S+) (\S+?)h0", path.attrib["d"])]


def runs(path: ET.Element) -> list[list[tuple[float, float]]]:
    return [
        [(float(x), float(y)) for x, y in (place.split() for place in run.split("L"))]
        for run in path.attrib["d"].split("M")[1:]
    ]


def _box(text: ET.Element) -> Box:
    words = text.text or ""
    width = text_width(words, bold="font-weight" in text.attrib)
    x, y = numbers_in(text, "x", "y")
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]] * width
    return Box(words, left, left + width, y - 9, y + 3)
