"""What a line stands against: grid lines with their numbers, and the years."""

import math
from collections.abc import Iterator

from malstyrning.report.charts.labels import GAP, text_width
from malstyrning.report.charts.scale import Number, Scale, ticks
from malstyrning.report.charts.svg import Colour, Svg, line, text

_WIDEST_NUMBER = 110.0  # a number beyond this is not written
_NUMBER_GAP = 8.0
_YEARS = 6  # steps between the years that are written
_DENSE = 6.0  # years closer than this have no tick each


def numbers(low: float, high: float, number: Number) -> tuple[tuple[float, str], ...]:
    """Give the values that have a grid line, and how each is written."""
    written = ((float(tick), number(tick)) for tick in ticks(low, high))
    return tuple((at, one if text_width(one) <= _WIDEST_NUMBER else "") for at, one in written)


def margin(written: tuple[tuple[float, str], ...]) -> float:
    """Give the room that the numbers need to the left of the plot."""
    return max((text_width(one) for _, one in written), default=0.0) + _NUMBER_GAP


def grid(up: Scale, ends: tuple[float, float], written: tuple[tuple[float, str], ...]) -> Iterator[Svg]:
    """Draw a line at each number, the one at zero darker."""
    for value, words in written:
        y = up(value)
        colour = Colour.MUTED if value == 0 else Colour.GRID
        yield line(((ends[0], y), (ends[1], y)), colour, 1, "grid")
        if words:
            place = ends[0] - _NUMBER_GAP, y + 4
            yield text(place, words, Colour.MUTED, "tick", anchor="end")


def years(across: Scale, foot: float) -> Iterator[Svg]:
    """Write the first and the last year and some between, with a tick for each year that has room."""
    first, last = math.ceil(across.low), math.floor(across.high)
    room = text_width(str(last)) + GAP
    chosen = _chosen(first, last, abs(across.end - across.start), room)
    dense = (last - first) * _DENSE > across.end - across.start
    for year in chosen if dense else range(first, last + 1):
        x = across(year)
        yield line(((x, foot + 2), (x, foot + (7 if year in chosen else 5))), Colour.MUTED, 1, "tick")
    for year in chosen:
        yield text((across(year), foot + 20), str(year), Colour.MUTED, "tick")


def _chosen(first: int, last: int, length: float, room: float) -> list[int]:
    """Choose years that have room, the last and the first among them."""
    span = last - first
    if span <= 0:
        return [last] if span == 0 else []
    step = max(1, math.ceil(span / _YEARS), math.ceil(room * span / length))
    chosen = [year for year in range(last, first, -step) if (year - first) * length >= room * span]
    near = chosen and len(chosen) > 1 and (chosen[-1] - first) * 4 < step * 3
    middle = chosen[:-1] if near else chosen
    return [first, *reversed(middle)] if middle else [last]
