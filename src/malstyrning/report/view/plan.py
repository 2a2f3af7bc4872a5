"""The plan of a year, as a reader sees it: what has been decided for it, and the lessons that it answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from malstyrning.report.view.goal import ActionView
from malstyrning.report.view.kpi import LevelView
from malstyrning.report.view.parts import Mark
from malstyrning.report.view.report import AssignmentView, LessonView


@dataclass(frozen=True, slots=True)
class FedLessonView:
    """A lesson that feeds the plan: who learnt it, when, and who signed. `status` is empty while it is open."""

    lesson: LessonView
    committee: str
    period: str
    status: str
    signature: str
    example: bool


@dataclass(frozen=True, slots=True)
class FedLessons:
    """The lessons that met with the same answer; `title` says which, or that there is none yet."""

    title: str
    lessons: tuple[FedLessonView, ...]


@dataclass(frozen=True, slots=True)
class PlannedKpi:
    """A KPI of the plan. `levels` are this year's decisions, oldest first, and `final` those of the last year ahead.

    `last` is the verdict of the last report, None where there is none. `no_level` says why there is no level.
    """

    anchor: str
    title: str
    unit: str
    better: str
    baseline: str
    levels: tuple[LevelView, ...]
    no_level: str
    final_year: str
    final: tuple[LevelView, ...]
    last: Mark | None


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """A strategic goal of the plan. `lessons` are those that are about it or led to something in it."""

    anchor: str
    number: str
    title: str
    committee: str
    description: str
    horizon: str
    decision: str
    areas: str
    conditions: tuple[str, ...]
    kpis: tuple[PlannedKpi, ...]
    actions: tuple[ActionView, ...]
    lessons: tuple[FedLessonView, ...]
    example: bool


@dataclass(frozen=True, slots=True)
class PlannedOverallGoal:
    """An overall goal with the strategic goals that reports place under it."""

    anchor: str
    number: str
    title: str
    description: str
    source: str
    goals: tuple[PlannedGoal, ...]


@dataclass(frozen=True, slots=True)
class FrameRow:
    """The frame of an area, or of a whole committee, in SEK million: as decided, and with the dated changes."""

    title: str
    original: str
    changed: str
    current: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class PlannedCommittee:
    """A committee's frame by area with its decision and its changes, and its assignments."""

    anchor: str
    title: str
    rows: tuple[FrameRow, ...]
    decision: str
    changes: tuple[str, ...]
    assignments: tuple[AssignmentView, ...]
    example: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan of a year. `t` holds the labels by name, and `last_told` says which report the verdicts are from."""

    language: str
    t: Mapping[str, str]
    organisation: str
    title: str
    date: str
    vision: str
    notice: str
    summary: tuple[str, ...]
    lessons: tuple[FedLessons, ...]
    last_told: str
    overall_goals: tuple[PlannedOverallGoal, ...]
    committees: tuple[PlannedCommittee, ...]
    total: FrameRow | None
    inputs: tuple[tuple[str, str], ...]

    @property
    def open_lessons(self) -> tuple[FedLessonView, ...]:
        """The lessons that the plan has not answered."""
        return tuple(each for one in self.lessons for each in one.lessons if not each.status)
