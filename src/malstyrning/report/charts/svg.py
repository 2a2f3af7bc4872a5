"""SVG elements as text: whatever comes in is escaped, and a coordinate has one decimal at most."""

import re
from collections.abc import Iterable
from enum import StrEnum
from html import escape
from typing import Literal, NewType

Svg = NewType("Svg", str)
"""Markup that is already escaped."""

Anchor = Literal["start", "middle", "end"]
Place = tuple[float, float]

WIDTH = 360
FONT_SIZE = 12

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANK = re.compile(r"\s")


class Colour(StrEnum):
    """The custom properties that a page gives its colours by; what each is for stands in the package."""

    MUTED = "var(--muted)"
    GRID = "var(--grid)"
    OWN = "var(--own)"
    PEER = "var(--peer)"
    DOT = "var(--dot)"
    BAND = "var(--band)"
    LEVEL = "var(--level)"
    SURFACE = "var(--surface)"


def coordinate(value: float) -> str:
    """Write a length or place: `12`, `12.5`, `-0.3`. One decimal is a tenth of a pixel."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def escaped(words: str) -> Svg:
    """Make any text safe in an element or an attribute; what XML cannot hold becomes U+FFFD."""
    return Svg(escape(_NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", words)))


def element(tag: str, *children: Svg, **attributes: str | float) -> Svg:
    """Make an element. In attribute names `_` stands for `-`, and a last one is left out: `class_`."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else coordinate(value)}"'
        for name, value in attributes.items()
    )
    return Svg(f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>")


def line(ends: tuple[Place, Place], stroke: Colour, width: float, class_: str, dash: str = "") -> Svg:
    """Draw a straight line."""
    (x1, y1), (x2, y2) = ends
    dashes = {"stroke_dasharray": dash} if dash else {}
    return element("line", class_=class_, x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, **dashes)


def polyline(places: Iterable[Place]) -> str:
    """Write the path data of one unbroken line."""
    return "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in places)


def unbroken(places: Iterable[Place | None]) -> list[list[Place]]:
    """Part a line where a place is missing."""
    runs: list[list[Place]] = [[]]
    for place in places:
        if place:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def lines(runs: Iterable[list[Place]], width: float) -> Svg:
    """Draw our own series, each run of it unbroken; a run of one place has no line."""
    data = "".join(polyline(run) for run in runs if len(run) > 1)
    if not data:
        return Svg("")
    return element(
        "path",
        class_="series",
        d=data,
        fill="none",
        stroke=Colour.OWN,
        stroke_width=width,
        stroke_linejoin="round",
    )


def dots(places: Iterable[Place], stroke: Colour, diameter: float, class_: str) -> Svg:
    """Draw any number of round dots as one path: lines of no length, with round caps."""
    data = "".join(f"M{coordinate(x)} {coordinate(y)}h0" for x, y in places)
    if not data:
        return Svg("")
    return element(
        "path",
        class_=class_,
        d=data,
        fill="none",
        stroke=stroke,
        stroke_width=diameter,
        stroke_linecap="round",
    )


def disc(place: Place, radius: float, class_: str, *, hollow: bool = False) -> Svg:
    """Draw one of our own values, apart from what lies behind it by a thin halo."""
    x, y = place
    fill, stroke = (Colour.SURFACE, Colour.OWN) if hollow else (Colour.OWN, Colour.SURFACE)
    return element("circle", class_=class_, cx=x, cy=y, r=radius, fill=fill, stroke=stroke, stroke_width=1.5)


def text(  # noqa: PLR0913 - all that a text may differ in
    place: Place, words: str, fill: Colour, class_: str, *, anchor: Anchor = "middle", bold: bool = False
) -> Svg:
    """Write one line of horizontal text with its base line at `place`, on a halo of the surface."""
    x, y = place
    weight = {"font_weight": "600"} if bold else {}
    return element(
        "text",
        escaped(words),
        class_=class_,
        x=x,
        y=y,
        text_anchor=anchor,
        fill=fill,
        stroke=Colour.SURFACE,
        stroke_width=3,
        stroke_linejoin="round",
        paint_order="stroke",
        **weight,
    )


def figure(  # noqa: PLR0913 - what any figure has
    title: str, description: str, width: float, height: float, body: Iterable[Svg], *, name: str, kind: str
) -> str:
    """Make the whole picture, named and described for those who do not see it.

    `name` is the figure's own within the page and becomes its ids: some text without blanks (ValueError).
    `kind` is the chart's class: `class="chart bullet"`.
    """
    if not name or _BLANK.search(name):
        raise ValueError(f"a figure's name becomes an id and cannot be {name!r}")
    return element(
        "svg",
        element("title", escaped(title), id=f"{name}-title"),
        element("desc", escaped(description), id=f"{name}-desc"),
        *body,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"chart {kind}",
        viewBox=f"0 0 {coordinate(width)} {coordinate(height)}",
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        font_family="inherit",
        font_size=FONT_SIZE,
    )
