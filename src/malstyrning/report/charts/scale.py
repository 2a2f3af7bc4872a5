"""From values to places along a line: the extent of a scale, its round numbers and its arithmetic."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

MOST_TICKS = 5
_HUGE = 1e300  # beyond this a difference of two values may overflow
_TINY = 1e-12  # and this is zero
_SAME = 1e-9  # values closer than this, in relation to their size, are one
_PADDING = 0.06  # of the extent, so that no mark stands on the edge
_WHOLE = 100.0


class Tick(float):
    """A round number on a scale. `exact` has the decimals of its step, so that all of an axis agree."""

    __slots__ = ("exact",)

    exact: Decimal

    def __new__(cls, exact: Decimal) -> Self:
        """Make the float nearest to `exact`, which it keeps."""
        tick = super().__new__(cls, exact)
        tick.exact = exact
        return tick


Number = Callable[[Tick], str]
"""Writes a round number in the reader's language, best from its `exact`; any function of a float will do."""


def finite(value: float | None) -> float | None:
    """Give a value that can be drawn, or None: of nothing, "not a number" and infinity no picture is made."""
    if value is None or not math.isfinite(value):
        return None
    return 0.0 if abs(value) < _TINY else max(-_HUGE, min(_HUGE, float(value)))


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` laid out from `start` to `end`; what lies outside is drawn at the edge."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the place of `value`; on a scale of one value only, the middle."""
        if self.high <= self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + max(0.0, min(1.0, share)) * (self.end - self.start)

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def extent(values: Iterable[float | None], *, percent: bool, reach: float) -> tuple[float, float]:
    """Choose the lowest and highest value of a scale.

    Zero is included where it is near: no further from the values than `reach` times their spread, or
    where they have no spread that could be crushed. A scale of shares (`percent`) stays within 0 to 100.
    """
    known = [one for one in map(finite, values) if one is not None]
    if percent:
        known = [max(0.0, min(_WHOLE, one)) for one in known]
    low, high = min(known, default=0.0), max(known, default=0.0)
    spread = high - low
    if spread <= _SAME * max(abs(low), abs(high), 1.0):
        spread, low, high = 0.0, min(low, 0.0), max(high, 0.0)
    elif low > 0 and low <= reach * spread:
        low = 0.0
    elif high < 0 and -high <= reach * spread:
        high = 0.0
    if low == high == 0:
        return 0.0, _WHOLE if percent else 1.0
    padding = _PADDING * (high - low)
    low, high = low and low - padding, high and high + padding  # zero is an edge of its own
    if not percent:
        return low, high
    return max(0.0, low), _WHOLE if low == 0 and high > _WHOLE / 2 else min(_WHOLE, high)


def ticks(low: float, high: float, most: int = MOST_TICKS) -> tuple[Tick, ...]:
    """Give the multiples of 1, 2 or 5 times a power of ten from `low` to `high`: `most` of them, or fewer."""
    if not low < high:
        return ()
    exponent = math.floor(math.log10((high - low) / most)) - 1
    while True:
        for digit in (1, 2, 5):
            step = Decimal((0, (digit,), exponent))
            first, last = math.ceil(low / float(step) - _SAME), math.floor(high / float(step) + _SAME)
            if last - first < most:
                return tuple(Tick(_plain(step * index)) for index in range(first, last + 1))
        exponent += 1


def _plain(number: Decimal) -> Decimal:
    """Write 2E+3 as 2000."""
    return Decimal(int(number)) if int(number.as_tuple().exponent) > 0 else number
