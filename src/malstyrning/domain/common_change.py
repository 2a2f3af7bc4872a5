"""Question 4, as far as figures reach: how our change compares with the change that others share.

It supports the committee's answer and never gives it: what sets us apart from the others need not be what we did.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.periods import Period
from malstyrning.domain.placebo import PlaceboRank
from malstyrning.domain.standing import Validity


@dataclass(frozen=True, slots=True)
class ChangeBasis:
    """The year that changes are counted from in the years of `valid`, and the group that they are held against.

    It is decided with the budget, so that neither is chosen when the outcome is known. Without a group it is the
    first of the KPI's.
    """

    since: int
    group: str | None = None
    valid: Validity = field(default_factory=Validity)


class Against(StrEnum):
    """What the change is, held against what the others share."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"  # where no direction is better
    LOWER = "lower"
    ALIKE = "alike"  # it can't be told from how the others vary
    NOT_SHOWN = "not_shown"


class Obstacle(StrEnum):
    """Why nothing can be shown."""

    NO_OUTCOME = "no_outcome"
    BASE_TOO_LATE = "base_too_late"  # the base year is not before the judged one
    NEW_DEFINITION = "new_definition"
    NO_BASE_VALUE = "no_base_value"
    TOO_FEW_OTHERS = "too_few_others"


class Doubt(StrEnum):
    """Why a deviation is not called better or worse."""

    VARIATION = "variation"  # too many of the others deviate as much
    OTHER_SIGN = "other_sign"  # with the base a year earlier or later it points the other way
    UNKNOWN_SIGN = "unknown_sign"  # it can't be counted from those years


class Bound(StrEnum):
    """An end of the scale that leaves no room for a deviation that could be told."""

    CEILING = "ceiling"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class CommonChange:
    """Our change since the base year against the median of the others' changes, in the KPI's unit.

    `own`, `common` and `deviation` = `own` − `common` are exact differences of rounded values: a median between two
    may have one decimal more. `neighbours` are the deviations with the base a year earlier and a year later, None
    where one can't be counted. What is None can't be said.
    """

    group: str
    since: int
    until: Period
    said: Against
    own: Decimal | None = None
    common: Decimal | None = None
    deviation: Decimal | None = None
    rank: PlaceboRank | None = None
    neighbours: Mapping[int, Decimal | None] = field(default_factory=dict)
    obstacle: Obstacle | None = None
    doubt: Doubt | None = None
    bound: Bound | None = None
