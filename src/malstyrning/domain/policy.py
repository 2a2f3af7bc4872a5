"""What a municipality has decided about the checks: which count, how much, and what is accepted with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from malstyrning.language import Text

_TOLD = Text("accepterad av {by}: {reason}", "accepted by {by}: {reason}")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that someone answers for, until a day if one is given."""

    fingerprint: str
    reason: str
    by: str
    until: date | None = None

    @property
    def told(self) -> Text:
        """Who answers for it and why."""
        return _TOLD.filled({"by": self.by, "reason": self.reason})


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers that rules hold against."""

    fewest_kpis: int = 1  # of a strategic goal
    most_kpis: int = 8
    longest_title: int = 70  # characters, for a table
    shortest_horizon: int = 5  # years that a strategic goal looks ahead, and the fewest that it is kept
    longest_horizon: int = 10
    smallest_count: int = 5  # persons that a figure is made from, unless there are none
    fewest_respondents: int = 10
    late_after_months: int = 9  # after the end of the period and the KPI's lag
    most_lessons: int = 3  # of a committee at an occasion
    most_carried: int = 3  # times that a text is carried forward


@dataclass(frozen=True, slots=True)
class Policy:
    """`select` and `ignore` name rules by code, family or name; an empty `select` means all of them.

    `severity` gives a rule another weight, by the word: error, warning, advice.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = Limits()
    accepted: tuple[Acceptance, ...] = ()
