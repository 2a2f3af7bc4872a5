"""Question 5, as far as figures reach: what happened where an action was taken, beyond what happened to others."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.placebo import PlaceboRank


class EffectVerdict(StrEnum):
    """What the figures say of an action's effect."""

    DEMONSTRATED = "demonstrated"
    OTHER_WAY = "other_way"  # as rare, and against what was expected
    NOT_DEMONSTRATED = "not_demonstrated"  # it can't be told from how the others vary
    TOO_EARLY = "too_early"
    NOT_MEASURABLE = "not_measurable"  # none was expected that could be measured, and that was said
    NOT_SHOWN = "not_shown"


class EffectObstacle(StrEnum):
    """Why nothing can be shown."""

    NOT_STARTED = "not_started"
    NO_CHANGE = "no_change"  # the expected change is 0
    BEFORE_START = "before_start"  # it is expected by a year before the action starts
    NO_GROUP = "no_group"
    NEW_DEFINITION = "new_definition"  # after the year before, and no later than the year of the effect
    OVERLAP = "overlap"  # another action is to move the same KPI in the same years
    BEFORE_SERIES = "before_series"  # the action began before the series did
    AFTER_SERIES = "after_series"  # our latest value is from a year before the effect
    VALUE_MISSING = "value_missing"  # ours, of one of the two years
    TOO_FEW_OTHERS = "too_few_others"
    TOO_FEW_YEARS = "too_few_years"  # before the action, to learn how the others vary


class EffectSize(StrEnum):
    """A demonstrated effect against the expected one: apart only where others' variation can't explain it."""

    SMALLER = "smaller"
    AS_LARGE = "as_large"
    LARGER = "larger"


@dataclass(frozen=True, slots=True)
class VisibleEffect:
    """The smallest effect that could be seen, in the KPI's unit and without sign.

    In at least 17 of 20 `tries` it would have been demonstrated. A try is one organisation in one of `windows`, the
    stretches as long as the action's that ended before it started; `first` and `last` are the years that they span.
    """

    effect: Decimal
    windows: int
    tries: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class EffectYear:
    """How far we and the middle of the others are from the year before the action, in the KPI's unit.

    Up to `limit` from `common` a deviation is nothing rare; None where they are too few.
    """

    year: int
    own: Decimal
    common: Decimal
    limit: Decimal | None


@dataclass(frozen=True, slots=True)
class MeasuredEffect:
    """What the figures say of an action: difference in differences, with its placebo rank.

    `base` is the year before the start, and `by` the year that the effect is expected by. `own` is how much we changed
    between them, `common` the median of the others' changes, and `effect` = `own` − `common`: exact differences of
    rounded values. `limit` is what an effect must be larger than to be rare. `about` are the years, or the number of
    others or of windows, that an obstacle is about, and `overlapping` the actions. `invisible` says why there is no
    `visible`, and `invisible_with` how many others or windows there were. What is None can't be said.
    """

    action: str
    kpi: str | None
    verdict: EffectVerdict
    obstacle: EffectObstacle | None = None
    group: str | None = None
    base: int | None = None
    by: int | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    own: Decimal | None = None
    common: Decimal | None = None
    effect: Decimal | None = None
    rank: PlaceboRank | None = None
    limit: Decimal | None = None
    size: EffectSize | None = None
    visible: VisibleEffect | None = None
    invisible: EffectObstacle | None = None
    invisible_with: int | None = None
    expected_is_visible: bool | None = None
    about: tuple[int, ...] = ()
    overlapping: tuple[str, ...] = ()
    years: tuple[EffectYear, ...] = ()
