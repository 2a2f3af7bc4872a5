"""How we stand among others: the figures of a group, and our place in it."""

from dataclasses import dataclass
from decimal import Decimal

from malstyrning.domain.periods import Period


@dataclass(frozen=True, slots=True)
class EarlierPlace:
    """Our place in the same group in an earlier year; its fields are those of `Place`."""

    period: Period
    n: int
    members_with_value: int
    median: Decimal | None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The figures of a comparison group, and our place in it, all at the KPI's decimals.

    A group is told of also where we have no value (`own`) or nobody has: what can't be said is None.

    Place: `first` to `last` is the span of places that equal values share, among `n` values of which ours is one
    where we have one. `quartile` (1 to 4) and `percentile` (0 to 100, 100 is best) follow from the middle of the
    span. There is no place without a direction, without a value of ours, or among fewer than five.

    Group: `median`, `mean`, `weighted_mean`, `lowest` and `highest` are those of the members with a value; we are
    counted in them only where we are a member. `at_lowest` and `at_highest` are the members that have those values,
    by id. `best_quarter` is the value that the best quarter reaches, the ⌈n ÷ 4⌉-th best of the members. A gap is
    ours less theirs, with plus on the better side.

    Chart: `others` are the other members' values, lowest first and unrounded, and `middle` the first and the third
    quartile of the members'.
    """

    group: str
    period: Period
    own: Decimal | None
    n: int
    members: int
    members_with_value: int
    is_member: bool
    preliminary: bool = False  # our own value may still be corrected at its source
    median: Decimal | None = None
    mean: Decimal | None = None
    weighted_mean: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    at_lowest: tuple[str, ...] = ()
    at_highest: tuple[str, ...] = ()
    best_quarter: Decimal | None = None
    first: int | None = None
    last: int | None = None
    quartile: int | None = None
    percentile: int | None = None
    gap_to_median: Decimal | None = None
    gap_to_best_quarter: Decimal | None = None
    middle: tuple[float, float] | None = None
    others: tuple[float, ...] = ()
    earlier: tuple[EarlierPlace, ...] = ()  # oldest first, back to where the KPI's definition began
