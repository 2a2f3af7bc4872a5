"""The smallest effect that could be seen: what would have stood out, had it come in earlier years."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil

from malstyrning.domain.effects import VisibleEffect
from malstyrning.domain.panels import Panel
from malstyrning.domain.placebo import FEWEST_OTHERS, Deviations, deviations, rare_beyond

FEWEST_WINDOWS = 3
MOST_WINDOWS = 10
_SEEN_IN = Decimal("0.85")  # of the tries: then eight of ten are seen in the years that follow


def earlier_windows(panel: Panel, base: int, length: int) -> dict[int, Deviations]:
    """By first year, the deviations in the latest stretches of as many years that ended by `base`.

    Only those count in which we and enough others have a value at both ends.
    """
    found: dict[int, Deviations] = {}
    for first in first_years(base, length):
        own, others = panel.own_change(first, first + length), panel.changes(first, first + length)
        if own is not None and len(others) >= FEWEST_OTHERS:
            found[first] = deviations(own, others)
    return found


def first_years(base: int, length: int) -> range:
    """The first years of the windows that are looked for, latest first."""
    return range(base - length, base - length - MOST_WINDOWS, -1)


def smallest_visible(windows: dict[int, Deviations], length: int, sign: int, unit: Decimal) -> VisibleEffect | None:
    """The smallest effect in the direction of `sign` that would have been demonstrated in 17 tries of 20.

    `unit` is the step of the KPI's last decimal: an effect is told in whole steps. None with too few windows.
    """
    if len(windows) < FEWEST_WINDOWS:
        return None
    short_of = sorted(one for window in windows.values() for one in _short_of_rare(window, sign))
    enough = short_of[ceil(_SEEN_IN * len(short_of)) - 1]
    effect = max(unit, (enough // unit + 1) * unit)  # it has to be passed, not met
    return VisibleEffect(effect, len(windows), len(short_of), min(windows), max(windows) + length)


def _short_of_rare(window: Deviations, sign: int) -> Iterator[Decimal]:
    """For everyone, ourselves among them, what must be passed for its deviation to be rare among those of the rest."""
    everyone = [window.own, *window.others.values()]
    largest_first = sorted(map(abs, everyone), reverse=True)
    without_small, without_large = _limit(largest_first[:-1]), _limit(largest_first[1:])
    for one in everyone:
        yield (without_large if abs(one) >= without_small else without_small) - sign * one


def _limit(sizes: Sequence[Decimal]) -> Decimal:
    limit = rare_beyond(sizes)
    if limit is None:
        raise ValueError("a window has enough others")
    return limit
