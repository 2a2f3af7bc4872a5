"""The steering plan: what has been decided, from vision to target level, over all its years.

Places in files are no part of a plan: two plans are equal when they say the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from malstyrning.domain.actions import Action, Assignment
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.common_change import ChangeBasis
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.events import Event
from malstyrning.domain.goal_status import DEFAULT_RULE, GoalStatusRule
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.sound_management import SoundAssessment
from malstyrning.domain.standing import Standing
from malstyrning.domain.words import OrganisationKind, SoundKind, SoundScope
from malstyrning.language import Text


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
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class Area:
    """An area of responsibility (ansvarsområde): what carries the money."""

    id: str
    committee: str
    title: Text
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class Renaming:
    """A title that a committee has from a year on. It is the same committee, with the same id."""

    first_year: int
    title: Text
    decided: date | None = None
    reference: str | None = None
    example: bool = False


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee (nämnd) and its areas. `owner` answers for the KPIs that name no one of their own.

    `title` is what it is called until the first of `renamed`.
    """

    id: str
    title: Text
    owner: str | None = None
    areas: tuple[Area, ...] = ()
    successor: str | None = None
    standing: Standing = field(default_factory=Standing)
    renamed: tuple[Renaming, ...] = ()

    def title_in(self, year: int) -> Text:
        """What the committee is called in `year`."""
        begun = [one for one in self.renamed if one.first_year <= year]
        return max(begun, key=lambda one: one.first_year).title if begun else self.title


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
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class SteeringPlan:
    """Everything decided and answered, by id, in the order of the files."""

    organisation: str
    example: bool = False
    goal_status: GoalStatusRule = DEFAULT_RULE
    common_change: tuple[ChangeBasis, ...] = ()  # of the KPIs that say nothing of their own
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    groups: Mapping[str, PeerGroup] = field(default_factory=dict)
    vision: Statement | None = None
    fundamental_value: Statement | None = None
    overall_goals: Mapping[str, OverallGoal] = field(default_factory=dict)
    committees: Mapping[str, Committee] = field(default_factory=dict)
    strategic_goals: Mapping[str, StrategicGoal] = field(default_factory=dict)
    kpis: Mapping[str, Kpi] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    budget_frames: Mapping[tuple[str, int], BudgetFrame] = field(default_factory=dict)
    evaluations: Mapping[tuple[str, str], CommitteeEvaluation] = field(default_factory=dict)
    sound_assessments: Mapping[str, SoundAssessment] = field(default_factory=dict)  # by reporting occasion

    @property
    def areas(self) -> dict[str, Area]:
        """Every committee's areas by id."""
        return {area.id: area for committee in self.committees.values() for area in committee.areas}

    @property
    def steerable(self) -> dict[str, StrategicGoal | Kpi | Action | Assignment | Area | Committee]:
        """What a lesson may propose to change, by id. A committee stands for its frame."""
        sections = (self.strategic_goals, self.kpis, self.actions, self.assignments, self.areas, self.committees)
        return {key: one for section in sections for key, one in section.items()}

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

    def last_year_of(self, kpi: Kpi) -> int | None:
        """The last year of a KPI: its own or its goal's, whichever ends first; None where neither has ended."""
        goal = self.strategic_goals.get(kpi.goal)
        ends = (kpi.standing.valid.last, goal.standing.valid.last if goal else None)
        return min((one for one in ends if one is not None), default=None)

    def assignments_of(self, committee: str, on: date) -> list[Assignment]:
        """A committee's assignments in force in the year of a day, of those given by then."""
        return [
            one
            for one in self.assignments.values()
            if one.committee == committee
            and one.standing.valid.covers(on.year)
            and (one.standing.decided is None or one.standing.decided <= on)
        ]

    def events_of(self, kpi: Kpi, on: date) -> list[Event]:
        """The events that touch a KPI or its goal and had begun by a day, oldest first."""
        touching = (one for one in self.events.values() if kpi.id in one.kpis or kpi.goal in one.goals)
        return sorted((one for one in touching if one.first <= on), key=lambda one: one.first)

    def groups_of(self, kpi: Kpi) -> list[PeerGroup]:
        """The groups that a KPI is compared in, and then those that its levels name."""
        chosen = self.groups if kpi.groups is None else kpi.groups
        return [self.groups[one] for one in dict.fromkeys((*chosen, *kpi.level_groups)) if one in self.groups]


def number_order(number: str) -> tuple[int, ...]:
    """Sort key of a goal's number: 4.10 comes after 4.9."""
    return tuple(int(part) for part in number.split("."))


_Goal = TypeVar("_Goal", OverallGoal, StrategicGoal)


def _by_number(goals: Iterable[_Goal]) -> list[_Goal]:
    return sorted(goals, key=lambda goal: number_order(goal.number))
