"""Target levels (målnivåer): what an outcome is held against.

Three kinds are limits on the outcome itself. The others are limits on something that is made from it and from other
values: earlier years, women and men, other municipalities. Which way is better is the KPI's to say.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from malstyrning.domain.words import DecidedBy, Direction


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Reached from `level` upwards."""

    level: Decimal

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The lower and the upper limit, as every criterion has them."""
        return self.level, None


@dataclass(frozen=True, slots=True)
class AtMost:
    """Reached from `level` downwards."""

    level: Decimal

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The lower and the upper limit."""
        return None, self.level


@dataclass(frozen=True, slots=True)
class Between:
    """Reached from `lower` to `upper`, both included."""

    lower: Decimal
    upper: Decimal

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The lower and the upper limit."""
        return self.lower, self.upper


Criterion = AtLeast | AtMost | Between
CHANGE_DECIMALS = 1  # of a change in per cent: how it is rounded, compared and shown


@dataclass(frozen=True, slots=True)
class RankAtMost:
    """A place in a group, or a better one. Of equal values all have the best place that they share."""

    place: int
    group: str


@dataclass(frozen=True, slots=True)
class GroupMedian:
    """As good as the group's median, or better."""

    group: str


@dataclass(frozen=True, slots=True)
class BestQuarter:
    """As good as the last value of the group's best quarter, or better."""

    group: str


@dataclass(frozen=True, slots=True)
class ChangeSince:
    """A change in per cent since a base year, of unrounded values."""

    since: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class YearlyChange:
    """A mean change in per cent a year since a base year, as compound interest is counted."""

    since: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class SumSince:
    """The sum of every year from a first one, which counts."""

    since: int
    level: Decimal


@dataclass(frozen=True, slots=True)
class MeanOfYears:
    """The mean of the last `years` years."""

    years: int
    level: Decimal


@dataclass(frozen=True, slots=True)
class BetterThanBase:
    """Better than in a base year; as good is not enough."""

    since: int


@dataclass(frozen=True, slots=True)
class GenderGap:
    """The distance between women's and men's outcomes, whichever is higher."""

    level: Decimal


InGroup = RankAtMost | GroupMedian | BestQuarter
OverYears = ChangeSince | YearlyChange | SumSince | MeanOfYears | BetterThanBase
Derived = InGroup | OverYears | GenderGap
Target = Criterion | Derived


KINDS: dict[type[Target], str] = {  # the word of each in the files
    AtLeast: "at_least",
    AtMost: "at_most",
    Between: "between",
    RankAtMost: "rank_at_most",
    GroupMedian: "group_median",
    BestQuarter: "best_quarter",
    ChangeSince: "change_since",
    YearlyChange: "yearly_change",
    SumSince: "sum_since",
    MeanOfYears: "mean_of_years",
    BetterThanBase: "better_than_base",
    GenderGap: "gender_gap",
}


def is_criterion(target: Target) -> TypeGuard[Criterion]:
    """Tell whether a target is a limit on the outcome itself."""
    return isinstance(target, (AtLeast, AtMost, Between))  # a union takes three times as long, and all rules ask


def limit(direction: Direction, level: Decimal) -> Criterion | None:
    """A level as a limit on the side that is worse; None where no side is."""
    if direction is Direction.HIGHER:
        return AtLeast(level)
    return AtMost(level) if direction is Direction.LOWER else None


def is_easier(one: Criterion, than: Criterion) -> bool:
    """Tell whether `one` lets through what `than` does not: one of its limits is further out, or is missing."""
    (lower, upper), (strict_lower, strict_upper) = one.limits, than.limits
    below = strict_lower is not None and (lower is None or lower < strict_lower)
    above = strict_upper is not None and (upper is None or upper > strict_upper)
    return below or above


def gap(value: Decimal, criterion: Criterion) -> Decimal:
    """How far a value is on the reached side of a level; negative on the worse side."""
    if isinstance(criterion, AtLeast):
        return value - criterion.level
    if isinstance(criterion, AtMost):
        return criterion.level - value
    return min(value - criterion.lower, criterion.upper - value)


@dataclass(frozen=True, slots=True)
class TargetLevel:
    """A target level (målnivå) for a year: one dated decision.

    `tolerance` is absolute, inclusive, on the worse side, in the unit of what is compared: the KPI's own, places for a
    rank, percentage points for a change.
    """

    year: int
    target: Target
    decided: date
    tolerance: Decimal = Decimal(0)
    reference: str | None = None
    decided_by: DecidedBy = DecidedBy.COUNCIL
    source: str | None = None
    example: bool = False

    @property
    def criterion(self) -> Criterion | None:
        """The limit on the outcome itself; None where it is on something made from it."""
        return self.target if is_criterion(self.target) else None

    @property
    def kind(self) -> str:
        """The word of its kind."""
        return KINDS[type(self.target)]
