"""The effect: how far we and the middle of the others are from the year before an action, and what is common."""

from collections.abc import Iterator
from dataclasses import dataclass

from malstyrning.report.charts import frame
from malstyrning.report.charts.ends import Column, End, ends
from malstyrning.report.charts.scale import Number, Scale, extent, finite
from malstyrning.report.charts.svg import (
    WIDTH,
    Colour,
    Place,
    Svg,
    disc,
    element,
    figure,
    line,
    lines,
    polyline,
)

_TOP = 10.0
_PLOT = 150.0
_BELOW = 26.0  # room for the years
_INSET = 9.0
_AFTER = 0.5  # the action begins between the year before it and the next


@dataclass(frozen=True, slots=True)
class Point:
    """Changes since the base year: ours, the others' median, and how far from that is nothing rare."""

    year: int
    own: float
    common: float
    limit: float = 0.0


@dataclass(frozen=True, slots=True)
class Effect:
    """The years before and after an action that began in the year after `base`, and the texts at the lines' ends."""

    points: tuple[Point, ...]
    base: int
    own: str = ""
    common: str = ""


def draw(effect: Effect, *, name: str, title: str, description: str, number: Number) -> str:
    """Draw our line and the median of the others, on the field where a deviation is nothing rare."""
    points = tuple(one for one in map(_drawable, sorted(effect.points, key=lambda one: one.year)) if one)
    column = Column.of([effect.own, effect.common] if points else [])
    foot = _TOP + max(_PLOT, column.height)
    reached = [value for one in points for value in (one.own, one.common - one.limit, one.common + one.limit)]
    low, high = extent(reached, percent=False, reach=1)
    written = frame.numbers(low, high, number) if points else ()
    years = [one.year for one in points]
    left = frame.margin(written)
    across = Scale(min(years, default=0), max(years, default=0), left + _INSET, column.plot - _INSET)
    up = Scale(low, high, foot, _TOP)
    own = [(across(one.year), up(one.own)) for one in points]
    common = [(across(one.year), up(one.common)) for one in points]
    labelled = ((own, effect.own, Colour.OWN, "own"), (common, effect.common, Colour.PEER, "common"))
    marks = [End(places[-1], words, fill, class_) for places, words, fill, class_ in labelled if places]
    body = [
        *_field(points, across, up),
        *frame.grid(up, (left, column.plot), written),
        *(frame.years(across, foot) if years else ()),
        *_start(effect.base, across, foot),
        _median(common),
        lines([own], 2.5),
        *(disc(place, 3.5, "value") for place in own),
        *ends(marks, column, 2, foot + 6),
    ]
    return figure(title, description, WIDTH, foot + _BELOW, body, name=name, kind="effect")


def _drawable(point: Point) -> Point | None:
    own, common, limit = finite(point.own), finite(point.common), finite(point.limit)
    return None if own is None or common is None or limit is None else Point(point.year, own, common, abs(limit))


def _field(points: tuple[Point, ...], across: Scale, up: Scale) -> Iterator[Svg]:
    above = [(across(one.year), up(one.common + one.limit)) for one in points]
    below = [(across(one.year), up(one.common - one.limit)) for one in reversed(points)]
    if len(points) > 1:
        yield element("path", class_="ordinary", d=polyline([*above, *below]), fill=Colour.BAND)


def _median(places: list[Place]) -> Svg:
    if len(places) < 2:  # noqa: PLR2004 - a line has two ends
        return Svg("")
    return element("path", class_="median", d=polyline(places), fill="none", stroke=Colour.PEER, stroke_width=2)


def _start(base: int, across: Scale, foot: float) -> Iterator[Svg]:
    """Draw the start of the action, where it lies between two years of the plot."""
    if across.low <= base < across.high:
        x = across(base + _AFTER)
        yield line(((x, _TOP), (x, foot)), Colour.MUTED, 1, "start", dash="2 3")
