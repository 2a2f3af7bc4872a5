"""KPIs (nyckeltal): what is measured, in which unit, and which level is in force when."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from malstyrning.domain.common_change import ChangeBasis
from malstyrning.domain.periods import Measured
from malstyrning.domain.standing import Standing
from malstyrning.domain.targets import InGroup, TargetLevel
from malstyrning.domain.words import Aggregation, DecidedBy, Direction, ReportedIn, SchoolYear
from malstyrning.language import Text

MULTIPLES = {  # by the code of a unit: what a numerator over its denominator is multiplied by
    "percent": Decimal(100),
    "per_1000_inhabitants": Decimal(1000),
    "per_100000_inhabitants": Decimal(100000),
    "per_inhabitant": Decimal(1),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure. `code` is empty for a unit of the workspace's own."""

    code: str
    label: Text  # after a value: "%", "days"; may be empty
    difference: Text  # after a difference between two values: "percentage points"
    name: Text  # standing alone, above a chart: "Per cent"
    one: Text  # after exactly 1: "day"
    difference_one: Text  # after a difference of exactly 1: "percentage point"

    @property
    def is_percent(self) -> bool:
        """A share of a whole, in per cent, which stays between 0 and 100 in charts."""
        return self.code == "percent"


@dataclass(frozen=True, slots=True)
class Definition:
    """How a KPI is defined from a year on. A later one breaks the series."""

    first_year: int
    text: Text


@dataclass(frozen=True, slots=True)
class Baseline:
    """The value that a level is measured from."""

    year: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Plausible:
    """The range that any value lies in, if it is right; both ends included."""

    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the model asks of a KPI: relevant, causal, repeatable and robust, comparable."""

    relevance: Text | None = None
    causal_link: Text | None = None
    method: Text | None = None
    comparability: Text | None = None
    robustness: Text | None = None


@dataclass(frozen=True, slots=True)
class Kpi:
    """A KPI (nyckeltal) of one strategic goal, with all its target levels."""

    id: str
    title: Text
    goal: str
    unit: Unit
    decimals: int
    direction: Direction
    kolada: str | None = None
    kolada_title: str | None = None
    owner: str | None = None
    measured: Measured = Measured.YEARLY
    reported_in: tuple[ReportedIn, ...] = (ReportedIn.YEAR_END,)
    aggregation: Aggregation = Aggregation.NONE
    lag: int = 0
    school_year: SchoolYear | None = None
    by_gender: bool = False
    groups: tuple[str, ...] | None = None
    change_interval: Decimal | None = None
    plausible: Plausible | None = None
    baseline: Baseline | None = None
    definitions: tuple[Definition, ...] = ()
    criteria: Criteria = Criteria()
    target_levels: tuple[TargetLevel, ...] = ()
    standing: Standing = field(default_factory=Standing)
    common_change: tuple[ChangeBasis, ...] = ()
    weight: Decimal = Decimal(1)  # in the goal's status, where the rule is weighted

    @property
    def is_share(self) -> bool:
        """A part of a whole: per cent, and not by its own range a rate that may pass 0 or 100."""
        kept = self.plausible is None or (self.plausible.lower >= 0 and self.plausible.upper <= MULTIPLES["percent"])
        return self.unit.is_percent and kept

    @property
    def level_groups(self) -> list[str]:
        """The groups that its levels are counted in."""
        return [one.target.group for one in self.target_levels if isinstance(one.target, InGroup)]

    def level_in_force(self, year: int, on: date) -> TargetLevel | None:
        """The level for `year` by the latest decision on or before `on`, the council's before the committee's."""
        known = [one for one in self.target_levels if one.year == year and one.decided <= on]
        council = [one for one in known if one.decided_by is DecidedBy.COUNCIL]
        return max(council or known, key=lambda one: one.decided, default=None)

    def level_added_by_committee(self, year: int, on: date) -> TargetLevel | None:
        """The committee's own level for `year`, where it stands beside one of the council's."""
        known = [one for one in self.target_levels if one.year == year and one.decided <= on]
        if not any(one.decided_by is DecidedBy.COUNCIL for one in known):
            return None
        added = [one for one in known if one.decided_by is DecidedBy.COMMITTEE]
        return max(added, key=lambda one: one.decided, default=None)

    def late_levels(self, year: int, on: date) -> tuple[TargetLevel, ...]:
        """Levels for `year` that were decided after `on`: then it was too late to steer by them."""
        return tuple(one for one in self.target_levels if one.year == year and one.decided > on)

    def final_level(self, after: int, on: date) -> TargetLevel | None:
        """The level furthest ahead, if there is one after the year `after`."""
        years = [one.year for one in self.target_levels if one.year > after and one.decided <= on]
        return self.level_in_force(max(years), on) if years else None

    def definition_break(self, year: int) -> int | None:
        """The year in which the definition in force in `year` began, if an earlier one came before it."""
        begun = sorted(one.first_year for one in self.definitions if one.first_year <= year)
        return begun[-1] if len(begun) > 1 else None
