"""What results cost: money over a volume, and cost beside result among many organisations. Never better or worse."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.outcomes import BudgetOutcome, Measurement
from malstyrning.domain.periods import Period
from malstyrning.language import Text


class VolumeOf(StrEnum):
    """Which number of a KPI counts the results that the money paid for."""

    VALUE = "value"
    NUMERATOR = "numerator"


@dataclass(frozen=True, slots=True)
class CostPer:
    """What a KPI's volume is counted by, the areas whose money paid for it, and what one result is called."""

    of: VolumeOf
    areas: tuple[str, ...]
    what: Text


class NoCost(StrEnum):
    """Why a cost per result can't be told."""

    NO_VOLUME = "no_volume"
    NO_NUMERATOR = "no_numerator"
    VOLUME_NOT_POSITIVE = "volume_not_positive"
    NO_MONEY = "no_money"  # an area has no outcome of exactly the stretch that the volume covers
    MONEY_NOT_POSITIVE = "money_not_positive"


@dataclass(frozen=True, slots=True)
class CostResult:
    """The money of a stretch in thousand kronor, its volume, and kronor per result; `reason` where there is none.

    `areas` are those that lack an outcome, `rows` and `measurements` what the figure rests on.
    """

    period: Period
    money: Decimal | None = None
    volume: Decimal | None = None
    cost: Decimal | None = None
    reason: NoCost | None = None
    areas: tuple[str, ...] = ()
    rows: tuple[BudgetOutcome, ...] = ()
    measurements: tuple[Measurement, ...] = ()

    @property
    def example(self) -> bool:
        """Tell whether anything that it rests on is invented."""
        return any(one.example for one in self.rows) or any(one.example for one in self.measurements)


class Beside(StrEnum):
    """Where a number stands against a median."""

    LOWER = "lower"
    EQUAL = "equal"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Point:
    """One organisation's cost and result, as they are rounded."""

    cost: Decimal
    result: Decimal


@dataclass(frozen=True, slots=True)
class CostCross:
    """Cost against result in a group for one period, over those that have both values.

    `others` are by organisation. The medians are of all with both, ours among them where we are a member. `own` is
    None where we lack one of the values. `cost_beside` and `result_beside` say where we stand against the medians, and
    `alike` how many others stand on our side of both; None where one of ours is the median itself. `correlation` is
    Spearman's, plus where a higher cost goes with a better result; None among too few, or where all are alike.
    """

    group: str
    cost_kpi: str
    period: Period
    own: Point | None
    is_member: bool
    others: Mapping[str, Point]
    n: int
    median: Point | None = None
    cost_beside: Beside | None = None
    result_beside: Beside | None = None  # higher or lower as a number, whichever is better
    alike: int | None = None
    correlation: Decimal | None = None
    chance: Decimal | None = None  # only a correlation further from zero is called one
