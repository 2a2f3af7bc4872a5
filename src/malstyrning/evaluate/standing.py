"""From the figures of a group to a place: ranks, rounding, and what can't be said.

Places are by rounded values, so that what a reader sees as equal shares a place. A member's own value (lowest,
highest, the best quarter's limit, the median of an odd number) is rounded from what was written. What is computed of
several is a binary float: it is taken to 12 significant digits of the largest value in the group, which hides the
order that it was summed in, and then rounded once.
"""

from collections.abc import Mapping
from decimal import Decimal
from math import ceil
from typing import Any, NamedTuple

from malstyrning.domain.kpis import MULTIPLES, Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.places import EarlierPlace, Place
from malstyrning.domain.plan import PeerGroup
from malstyrning.domain.words import Direction

SIGNS = {Direction.HIGHER: 1, Direction.LOWER: -1}  # which end is the best
FEWEST_RANKED = 5  # with fewer values a place says more about the group than about us
_DIGITS = 12
_PERCENT = Decimal(100)
_LIKELY = Decimal("0.01")  # how far outside the members' values, in shares of the largest, a weighted mean may lie

Figures = Mapping[str, Any]
NOBODY: Figures = {"n": 0, "others": 0}


def place(
    kpi: Kpi,
    outcome: Outcome,
    group: PeerGroup,
    figures: Figures,
    *,
    is_member: bool,
    **more: Any,  # noqa: ANN401 - they are given to `Place` as they are
) -> Place:
    """The place, and the figures of the group; `more` are the fields that do not follow from its figures."""
    own = outcome.value
    n, first, last = _span(kpi, own, figures)
    told: dict[str, Any] = {}
    if figures["n"]:
        ends = _written(figures["lowest"], kpi), _written(figures["highest"], kpi)
        median = _median(kpi, figures, ends)
        limit = _written(figures["best_quarter"], kpi) if kpi.direction in SIGNS else None
        told = {
            "median": median,
            "mean": _computed(figures["mean"], kpi, figures, ends),
            "weighted_mean": _weighted(kpi, figures),
            "lowest": ends[0],
            "highest": ends[1],
            "best_quarter": limit,
            "gap_to_median": _gap(kpi, own, median),
            "gap_to_best_quarter": _gap(kpi, own, limit),
        }
    if first is not None and last is not None:
        told |= {
            "first": first,
            "last": last,
            "quartile": ceil(4 * (first + last) / 2 / n),
            "percentile": int(rounded(_PERCENT * (2 * n - first - last) / (2 * (n - 1)), 0)),
        }
    return Place(
        group=group.id,
        period=outcome.period,
        own=own,
        n=n,
        members=len(group.members),
        members_with_value=figures["n"],
        is_member=is_member,
        preliminary=outcome.preliminary,
        **told,
        **more,
    )


def earlier_place(kpi: Kpi, outcome: Outcome, figures: Figures) -> EarlierPlace:
    """The same of an earlier year, in short."""
    n, first, last = _span(kpi, outcome.value, figures)
    median = None
    if figures["n"]:
        median = _median(kpi, figures, (_written(figures["lowest"], kpi), _written(figures["highest"], kpi)))
    return EarlierPlace(outcome.period, n, figures["n"], median, first, last)


class _Span(NamedTuple):
    n: int
    first: int | None = None
    last: int | None = None


def _span(kpi: Kpi, own: Decimal | None, figures: Figures) -> _Span:
    """How many have a value, ours included, and the places that equal values share."""
    if own is None:
        return _Span(figures["n"])
    n = figures["others"] + 1
    if kpi.direction not in SIGNS or n < FEWEST_RANKED:
        return _Span(n)
    first = figures["better"] + 1
    return _Span(n, first, first + figures["alike"])


def _median(kpi: Kpi, figures: Figures, ends: tuple[Decimal, Decimal]) -> Decimal:
    if figures["n"] % 2:
        return _written(figures["median"], kpi)
    return _computed(figures["median"], kpi, figures, ends)


def _weighted(kpi: Kpi, figures: Figures) -> Decimal | None:
    """All numerators over all denominators, where every member with a value tells both.

    Where that is no possible mean of the values, they are made in another way than by this division.
    """
    if figures["weighed"] < figures["n"] or not figures["denominators"]:
        return None
    share = figures["numerators"] / figures["denominators"]
    mean = _twelve_digits(share * float(MULTIPLES.get(kpi.unit.code, 1)), figures)
    lowest, highest = Decimal(repr(figures["lowest"])), Decimal(repr(figures["highest"]))
    slack = _LIKELY * max(abs(lowest), abs(highest))
    return rounded(mean, kpi.decimals) if lowest - slack <= mean <= highest + slack else None


def _gap(kpi: Kpi, own: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Ours less theirs as a reader sees them, with plus on the better side."""
    if own is None or other is None or kpi.direction not in SIGNS:
        return None
    return rounded(SIGNS[kpi.direction] * (own - other), kpi.decimals)


def _written(value: float, kpi: Kpi) -> Decimal:
    """A member's own value: the shortest decimal that gives the float is the one that was written."""
    return rounded(Decimal(repr(value)), kpi.decimals)


def _computed(value: float, kpi: Kpi, figures: Figures, ends: tuple[Decimal, Decimal]) -> Decimal:
    """A figure that lies between the lowest and the highest value, also after rounding."""
    lowest, highest = ends
    return min(max(rounded(_twelve_digits(value, figures), kpi.decimals), lowest), highest)


def _twelve_digits(value: float, figures: Figures) -> Decimal:
    largest = max(abs(figures["lowest"]), abs(figures["highest"]), abs(value))
    return rounded(Decimal(value), _DIGITS - 1 - Decimal(largest).adjusted())
