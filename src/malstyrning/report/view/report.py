"""A whole report, and what in it is about no single goal."""

from collections.abc import Mapping
from dataclasses import dataclass

from malstyrning.report.view.goal import LevelCounts, MoneyRow, OverallGoalView
from malstyrning.report.view.kpi import KpiView
from malstyrning.report.view.money import CostOfKpi, GoalMoneyRow, MoveView
from malstyrning.report.view.parts import Answer, Mark, Narrative
from malstyrning.report.view.sound_management import SoundView


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson, what it proposes to change and how, the plan that it feeds and what became of it there.

    Empty where nothing is said.
    """

    anchor: str
    text: Narrative
    about: str
    change: Narrative
    feeds: str
    became: str


@dataclass(frozen=True, slots=True)
class AssignmentView:
    """An assignment from the council: whose it is, how far it has come, its day, and what has been done."""

    title: str
    committee: str
    status: str
    due: str
    is_late: bool
    decision: str
    answer: Answer
    example: bool


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """A committee's answers that are given once: question 6, the whole, question 7, and the signature.

    `whole` has its questions with their answers; it is empty where they are not asked and none is answered.
    """

    title: str
    reprioritise: str
    reprioritise_text: Answer
    moves: tuple[MoveView, ...]
    whole: tuple[tuple[str, Answer], ...]
    lessons: tuple[LessonView, ...]
    signature: str
    example: bool


@dataclass(frozen=True, slots=True)
class AccountKpi:
    """A KPI that a reader has to know something of, besides its outcome. `anchor` is empty where it is not shown."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """What is told in the same words of one KPI or of many, by committee."""

    state: str
    told: str
    committees: tuple[tuple[str, tuple[AccountKpi, ...]], ...]


@dataclass(frozen=True, slots=True)
class QualityRow:
    """A KPI whose data is not altogether to be trusted, and why."""

    kpi: AccountKpi
    level: str
    text: Answer


@dataclass(frozen=True, slots=True)
class AccountView:
    """Whether every KPI of the plan is accounted for."""

    summary: str
    rows: tuple[AccountRow, ...]
    quality: tuple[QualityRow, ...]


@dataclass(frozen=True, slots=True)
class FormerForecastView:
    """What was said of a KPI's outcome during the year, beside what it became."""

    title: str
    anchor: str
    made: str
    interval: str
    rule_hit: str
    own: str
    own_hit: str
    outcome: str


@dataclass(frozen=True, slots=True)
class FormerMoneyView:
    """What a committee said during the year that it would cost, beside what it did, in SEK million."""

    title: str
    made: str
    forecast: str
    outcome: str
    error: str
    percent: str
    example: bool


@dataclass(frozen=True, slots=True)
class FormerForecastsView:
    """How the year's forecasts turned out: counts in all and by committee, each of them, and those of money."""

    told: tuple[str, ...]
    committees: tuple[tuple[str, str, str], ...]  # title, and hits of the rule's and of the committee's
    rows: tuple[FormerForecastView, ...]
    money: tuple[FormerMoneyView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change since the last report: of what, from what and to what."""

    title: str
    anchor: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The changes of one kind. `kind` says how many they are."""

    kind: str
    rows: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class SinceView:
    """What has changed since the last report; `told` says which report that is, or why there is none to compare."""

    told: str
    changes: tuple[ChangesView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A warning about the workspace that the report was made in spite of; `accepted` says who answers for it."""

    place: str
    code: str
    message: str
    accepted: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report. `t` holds the labels by name; `proposed` is the status of the whole, `rule` its arithmetic.

    `has_committee_levels` tells whether a committee decided any level of its own. `goal_money` and `costs` hold money
    against the results that it paid for; `sound` is None where no goal counts for it and nothing is written.
    """

    language: str
    t: Mapping[str, str]
    organisation: str
    title: str
    period: str
    date: str
    vision: str
    vision_source: str
    example: bool
    notice: str
    summary: tuple[str, ...]
    marks: tuple[Mark, ...]
    overall_goals: tuple[OverallGoalView, ...]
    total: tuple[str, ...]
    levels: LevelCounts
    has_committee_levels: bool
    proposed: Mark
    rule: str
    kpis: tuple[KpiView, ...]
    money: tuple[MoneyRow, ...]
    goal_money: tuple[GoalMoneyRow, ...]
    costs: tuple[CostOfKpi, ...]
    sound: SoundView | None
    assignments: tuple[AssignmentView, ...]
    late_assignments: str
    former_forecasts: FormerForecastsView | None
    committees: tuple[CommitteeView, ...]
    account: AccountView
    since: SinceView
    findings: tuple[FindingView, ...]
    rules: tuple[Narrative, ...]
    sources: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]
    version: str
