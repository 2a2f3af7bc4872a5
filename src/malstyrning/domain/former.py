"""The last report, as its record tells it: what a new report is held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Period
from malstyrning.domain.targets import Target
from malstyrning.domain.words import Gender
from malstyrning.language import Text, same


@dataclass(frozen=True, slots=True)
class FormerOutcome:
    """A value as it was then: rounded, and as it was measured."""

    period: Period
    gender: Gender
    value: Decimal | None
    unrounded: Decimal | None


@dataclass(frozen=True, slots=True)
class FormerLevel:
    """A target level as it was then; `target` is None where it is of a kind that this version does not know."""

    year: int
    target: Target | None
    tolerance: Decimal


@dataclass(frozen=True, slots=True)
class FormerVerdict:
    """What was judged, and from what.

    `described` where there was no direction or no level, `not_reported` where it was not followed up at the occasion.
    """

    fulfilment: Fulfilment
    described: bool = False
    not_reported: bool = False
    outcome: FormerOutcome | None = None
    level: FormerLevel | None = None


@dataclass(frozen=True, slots=True)
class FormerKpi:
    """A KPI of the last report. `title` and `definition` are None in records of before they were kept."""

    id: str
    goal: str
    verdict: FormerVerdict
    title: Text | None = None
    definition: int | None = None  # the year in which the definition in force began
    by_gender: Mapping[Gender, FormerVerdict] = field(default_factory=dict)
    series: tuple[FormerOutcome, ...] = ()

    @property
    def shown(self) -> Text:
        """What to call it: its title, or its id where the title is not known."""
        return self.title or same(self.id)


@dataclass(frozen=True, slots=True)
class FormerReport:
    """The record of an earlier occasion, and the file that it was read from, with its SHA-256."""

    path: str
    sha256: str
    period: str
    date: date
    kpis: Mapping[str, FormerKpi] = field(default_factory=dict)
    goals: Mapping[str, Fulfilment] = field(
        default_factory=dict
    )  # the status that counted, where there was anything to judge


@dataclass(frozen=True, slots=True)
class UnreadableReport:
    """A record that should have been the last report and can't be read as one: where in it, and why."""

    path: str
    sha256: str | None
    why: Text
