"""Verdicts on one outcome: against a level, on the way to a later one, and since the year before."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.places import Place
from malstyrning.domain.targets import Criterion, TargetLevel


class Unassessable(StrEnum):
    """Why a verdict could not be given."""

    NO_DIRECTION = "no_direction"
    NO_TARGET = "no_target"
    NO_OUTCOME = "no_outcome"
    ONLY_BY_GENDER = "only_by_gender"  # no row for all, though women or men have a value
    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"
    UNKNOWN = "unknown"
    PART_MISSING = "part_missing"  # a part of the year that the outcome is made from
    NO_FRACTION = "no_fraction"  # numerator or denominator of such a part
    EXPECTED = "expected"  # not there yet, and not late
    LATE = "late"
    NOT_YET = "not_yet"  # the level is the whole year's, and the sum so far does not settle it
    NOT_REPORTED_NOW = "not_reported_now"
    TOO_FEW_RESPONDENTS = "too_few_respondents"
    NO_WAY_IS_BETTER = "no_way_is_better"  # the level is of a kind that needs a direction up or down
    NO_PLACE = "no_place"  # the group that the level names has too few values, or none
    NO_GROUP_VALUE = "no_group_value"
    VALUES_MISSING = "values_missing"  # of years that the level is counted over
    BASE_NOT_POSITIVE = "base_not_positive"  # no change in per cent can be counted from it
    SERIES_BROKEN = "series_broken"  # by a new definition since the first of the years
    ONE_GENDER_MISSING = "one_gender_missing"


ONLY_DESCRIBED = (Unassessable.NO_DIRECTION, Unassessable.NO_TARGET)  # shown, and not judged by decision


@dataclass(frozen=True, slots=True)
class Held:
    """What was compared with what: the number of a level's kind, and its limit.

    Both are rounded as they were compared. `parts` are the other outcomes that they were made from, oldest first, and
    `place` the standing in the group that the level names.
    """

    number: Decimal
    limit: Criterion
    parts: tuple[Outcome, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome against a level.

    `gap` is the distance from the nearest limit of what was held against the level: positive or zero on the reached
    side, negative on the worse side. Reached if gap ≥ 0 (above 0 where as good is not enough), nearly reached if
    −gap ≤ tolerance. `missing` are the periods without which it could not be given.
    """

    fulfilment: Fulfilment
    outcome: Outcome | None = None
    level: TargetLevel | None = None
    gap: Decimal | None = None
    reason: Unassessable | None = None
    held: Held | None = None
    missing: tuple[Period, ...] = ()


class OnPath(StrEnum):
    """Where an outcome stands on the way to a later level."""

    AHEAD = "ahead"
    ON = "on"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class PathVerdict:
    """A number against the straight path to the final level, which no one has decided for the year itself.

    The path starts at `start` in the year `first` and ends at `end` in `last`; in the judged year it is at
    `held.limit`. Behind it if the gap is below zero by more than the level's tolerance.
    """

    position: OnPath
    level: TargetLevel
    held: Held
    gap: Decimal
    first: int
    start: Decimal
    last: int
    end: Decimal
    year: int


@dataclass(frozen=True, slots=True)
class Margin:
    """Between which a share may lie in all, 19 times of 20, with so many respondents; at the KPI's decimals."""

    lower: Decimal
    upper: Decimal
    respondents: Decimal


class Trend(StrEnum):
    """Development since the period before. `UNCHANGED`: within the series' ordinary variation."""

    BETTER = "better"
    WORSE = "worse"
    INCREASED = "increased"  # without a direction nothing is better or worse
    DECREASED = "decreased"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"


class TrendBasis(StrEnum):
    """What a change was held against, or why it could not be."""

    GIVEN_INTERVAL = "given_interval"
    RESPONDENTS = "respondents"
    MOVING_RANGE = "moving_range"
    NOT_REPORTED_NOW = "not_reported_now"
    NO_OUTCOME = "no_outcome"
    NO_EARLIER_VALUE = "no_earlier_value"
    SERIES_BROKEN = "series_broken"
    TOO_FEW_VALUES = "too_few_values"


@dataclass(frozen=True, slots=True)
class TrendVerdict:
    """A change held against the smallest change that counts.

    `values` is the number of earlier values behind a moving range, `unusual` a change above 3.27 of them, and
    `respondents` how many answered before and now, where that decides.
    """

    trend: Trend
    basis: TrendBasis
    change: Decimal | None = None
    smallest: Decimal | None = None
    earlier: Period | None = None
    values: int = 0
    unusual: bool = False
    respondents: tuple[Decimal, Decimal] | None = None
