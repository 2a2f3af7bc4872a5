"""The steering plan: what has been decided, from vision to target level, over all its years.

Places in files are no part of a plan: two plans are equal when they say the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.periods import Measured
from malstyrning.language import Text


class OrganisationKind(StrEnum):
    """What sort of organisation has measurements."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTRY = "country"
    UNIT = "unit"
    COMPANY = "company"
    GROUP = "group"


class Direction(StrEnum):
    """Which way is better. `NONE` is described and never judged."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NONE = "none"


class DecidedBy(StrEnum):
    """Who decided a target level. A committee adds to the council's, it never loosens."""

    COUNCIL = "council"
    COMMITTEE = "committee"


class Gender(StrEnum):
    """Whom a value is about: all (T), women (K), men (M), as Kolada writes it."""

    ALL = "T"
    WOMEN = "K"
    MEN = "M"


class Aggregation(StrEnum):
    """How shorter periods make a year-to-date outcome."""

    SUM = "sum"
    RATIO = "ratio"
    LAST = "last"
    NONE = "none"


class ReportedIn(StrEnum):
    """A reporting occasion of the year."""

    T1 = "t1"
    T2 = "t2"
    YEAR_END = "year_end"


class SchoolYear(StrEnum):
    """Which calendar year the school year 2021/22 is."""

    START = "start"
    END = "end"


class ActionStatus(StrEnum):
    """How far an action has come."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class SoundKind(StrEnum):
    """The two kinds of goals for sound financial management."""

    FINANCIAL = "financial"
    OPERATIONS = "operations"


class SoundScope(StrEnum):
    """Whom a goal for sound financial management binds."""

    MUNICIPALITY = "municipality"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Validity:
    """Years in force, inclusive; an open end is None."""

    first: int | None = None
    last: int | None = None

    def covers(self, year: int) -> bool:
        """Tell whether something with this validity is in force in `year`."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class Standing:
    """What every decided object has: its years, its decision, its source and what became of it."""

    valid: Validity = Validity()
    decided: date | None = None
    reference: str | None = None
    source: str | None = None
    replaced_by: str | None = None
    was: str | None = None
    example: bool = False


@dataclass(frozen=True, slots=True)
class Organisation:
    """A municipality or other organisation that has measurements."""

    id: str
    name: str
    kind: OrganisationKind


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """A comparison group, its members as they were in `as_of`."""

    id: str
    title: Text
    members: tuple[str, ...]
    as_of: int
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """The vision or the fundamental value."""

    text: Text
    source: str | None = None


@dataclass(frozen=True, slots=True)
class OverallGoal:
    """An overall goal of the council (övergripande mål)."""

    id: str
    number: str
    title: Text
    description: Text | None = None
    standing: Standing = Standing()


@dataclass(frozen=True, slots=True)
class Area:
    """An area of responsibility (ansvarsområde): what carries the money."""

    id: str
    committee: str
    title: Text
    standing: Standing = Standing()


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee (nämnd) and its areas."""

    id: str
    title: Text
    areas: tuple[Area, ...] = ()
    successor: str | None = None
    standing: Standing = Standing()


@dataclass(frozen=True, slots=True)
class SoundFinancialManagement:
    """Marks a goal that counts for sound financial management (god ekonomisk hushållning)."""

    kind: SoundKind
    scope: SoundScope


@dataclass(frozen=True, slots=True)
class StrategicGoal:
    """A strategic goal (strategiskt mål) of one committee, serving one or more overall goals."""

    id: str
    number: str
    title: Text
    committee: str
    serves: tuple[str, ...]
    areas: tuple[str, ...] = ()
    horizon: int | None = None
    description: Text | None = None
    sound_financial_management: SoundFinancialManagement | None = None
    conditions: tuple[Text, ...] = ()
    standing: Standing = Standing()


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


@dataclass(frozen=True, slots=True)
class TargetLevel:
    """A target level (målnivå) for a year: one dated decision.

    `tolerance` is absolute, in the KPI's unit, inclusive, on the worse side.
    """

    year: int
    criterion: Criterion
    decided: date
    tolerance: Decimal = Decimal(0)
    reference: str | None = None
    decided_by: DecidedBy = DecidedBy.COUNCIL
    source: str | None = None
    example: bool = False


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
    baseline: Baseline | None = None
    definitions: tuple[Definition, ...] = ()
    criteria: Criteria = Criteria()
    target_levels: tuple[TargetLevel, ...] = ()
    standing: Standing = Standing()

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

    def final_level(self, after: int, on: date) -> TargetLevel | None:
        """The level furthest ahead, if there is one after the year `after`."""
        years = [one.year for one in self.target_levels if one.year > after and one.decided <= on]
        return self.level_in_force(max(years), on) if years else None

    def definition_break(self, year: int) -> int | None:
        """The year in which the definition in force in `year` began, if an earlier one came before it."""
        begun = sorted(one.first_year for one in self.definitions if one.first_year <= year)
        return begun[-1] if len(begun) > 1 else None


@dataclass(frozen=True, slots=True)
class ExpectedEffect:
    """What an action is expected to change, in the KPI's unit, and by which year."""

    kpi: str
    change: Decimal
    by: int


@dataclass(frozen=True, slots=True)
class Action:
    """An action (åtgärd) towards a strategic goal. `cost` in thousand kronor."""

    id: str
    title: Text
    goal: str
    status: ActionStatus
    kpis: tuple[str, ...] = ()
    owner: str | None = None
    started: date | None = None
    finished: date | None = None
    due: date | None = None
    cost: Decimal | None = None
    expected_effect: ExpectedEffect | None = None
    standing: Standing = Standing()


@dataclass(frozen=True, slots=True)
class FrameChange:
    """A dated change of a frame, area by area, in thousand kronor."""

    date: date
    areas: Mapping[str, Decimal]
    reference: str | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class BudgetFrame:
    """A committee's frame (rambudget) for a year, in thousand kronor."""

    committee: str
    year: int
    amount: Decimal
    areas: Mapping[str, Decimal]
    changes: tuple[FrameChange, ...] = ()
    standing: Standing = Standing()

    def area_on(self, area: str, on: date) -> Decimal:
        """The area's part of the frame with the changes dated up to `on`."""
        changes = (one.areas.get(area, Decimal(0)) for one in self.changes if one.date <= on)
        return sum(changes, self.areas.get(area, Decimal(0)))


@dataclass(frozen=True, slots=True)
class SteeringPlan:
    """Everything decided and answered, by id, in the order of the files."""

    organisation: str
    example: bool = False
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    groups: Mapping[str, PeerGroup] = field(default_factory=dict)
    vision: Statement | None = None
    fundamental_value: Statement | None = None
    overall_goals: Mapping[str, OverallGoal] = field(default_factory=dict)
    committees: Mapping[str, Committee] = field(default_factory=dict)
    strategic_goals: Mapping[str, StrategicGoal] = field(default_factory=dict)
    kpis: Mapping[str, Kpi] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    budget_frames: Mapping[tuple[str, int], BudgetFrame] = field(default_factory=dict)
    evaluations: Mapping[tuple[str, str], CommitteeEvaluation] = field(default_factory=dict)

    @property
    def areas(self) -> dict[str, Area]:
        """Every committee's areas by id."""
        return {area.id: area for committee in self.committees.values() for area in committee.areas}

    def overall_goals_in(self, year: int) -> list[OverallGoal]:
        """Overall goals in force, in order of number."""
        return _by_number(one for one in self.overall_goals.values() if one.standing.valid.covers(year))

    def strategic_goals_in(self, year: int) -> list[StrategicGoal]:
        """Strategic goals in force, in order of number."""
        return _by_number(one for one in self.strategic_goals.values() if one.standing.valid.covers(year))

    def home_of(self, goal: StrategicGoal, year: int) -> str | None:
        """The overall goal that reports place a goal under: the first that it serves of those in force."""
        served = (self.overall_goals[one] for one in goal.serves if one in self.overall_goals)
        return next((one.id for one in served if one.standing.valid.covers(year)), None)

    def kpis_of(self, goal: str, year: int) -> list[Kpi]:
        """KPIs of a goal in force, in the order of the files."""
        return [one for one in self.kpis.values() if one.goal == goal and one.standing.valid.covers(year)]

    def groups_of(self, kpi: Kpi) -> list[PeerGroup]:
        """The groups that a KPI is compared in."""
        chosen = self.groups if kpi.groups is None else kpi.groups
        return [self.groups[one] for one in chosen if one in self.groups]


def number_order(number: str) -> tuple[int, ...]:
    """Sort key of a goal's number: 4.10 comes after 4.9."""
    return tuple(int(part) for part in number.split("."))


_Goal = TypeVar("_Goal", OverallGoal, StrategicGoal)


def _by_number(goals: Iterable[_Goal]) -> list[_Goal]:
    return sorted(goals, key=lambda goal: number_order(goal.number))
