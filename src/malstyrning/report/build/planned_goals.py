"""The view of the goals of a plan: KPIs with their levels, actions with what is expected of them, lessons."""

from collections.abc import Iterator
from dataclasses import dataclass

from malstyrning.domain.assessments import Evaluation, GoalAssessment, OverallGoalResult
from malstyrning.domain.former import FormerReport, FormerVerdict
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.words import Direction
from malstyrning.evaluate.fed import FedLesson
from malstyrning.language import Text
from malstyrning.load.places import Places
from malstyrning.report.build.goal import action_view, actions_of
from malstyrning.report.build.kpi import level_view
from malstyrning.report.build.marks import decision, described_mark, mark, not_reported_mark
from malstyrning.report.view import FedLessonView, LevelView, Mark, PlannedGoal, PlannedKpi, PlannedOverallGoal
from malstyrning.report.words import BETTER
from malstyrning.report.writer import Writer

_BASELINE = Text("{value} ({year})", "{value} ({year})")
_NO_LEVEL = Text("Ingen målnivå för {year}", "No level for {year}")
_DESCRIBED = Text("Beskrivs, bedöms inte", "Described, not judged")


@dataclass(frozen=True, slots=True)
class PlanScene:
    """What the goals of a plan are shown in: what is in force, the last report, the lessons, and the language."""

    evaluation: Evaluation
    last: FormerReport | None
    places: Places
    lessons: tuple[FedLessonView, ...]
    fed: tuple[FedLesson, ...]
    write: Writer

    @property
    def year(self) -> int:
        """The year of the plan."""
        return self.evaluation.occasion.year


def planned_overall(scene: PlanScene, result: OverallGoalResult) -> PlannedOverallGoal:
    """An overall goal with its strategic goals."""
    goal, write = scene.evaluation.plan.overall_goals[result.goal], scene.write
    return PlannedOverallGoal(
        anchor=goal.id,
        number=goal.number,
        title=write.text(goal.title),
        description=write.text(goal.description) if goal.description else "",
        source=goal.standing.source or "",
        goals=tuple(_goal(scene, one) for one in result.goals),
    )


def _goal(scene: PlanScene, result: GoalAssessment) -> PlannedGoal:
    plan, write = scene.evaluation.plan, scene.write
    goal = plan.strategic_goals[result.goal]
    areas = plan.areas
    actions = actions_of(scene.evaluation, goal.id)
    return PlannedGoal(
        anchor=goal.id,
        number=goal.number,
        title=write.text(goal.title),
        committee=write.text(plan.committees[goal.committee].title_in(scene.year)),
        description=write.text(goal.description) if goal.description else "",
        horizon=str(goal.horizon or ""),
        decision=decision(goal.standing, write),
        areas=", ".join(write.text(areas[one].title) for one in goal.areas if one in areas),
        conditions=tuple(write.text(one) for one in goal.conditions),
        kpis=tuple(_kpi(scene, plan.kpis[one.kpi]) for one in result.kpis),
        actions=tuple(action_view(one, None, scene.evaluation, write) for one in actions),
        lessons=tuple(
            _lessons_of(scene, {goal.id, *goal.areas, *(one.kpi for one in result.kpis), *(one.id for one in actions)})
        ),
        example=goal.standing.example,
    )


def _lessons_of(scene: PlanScene, names: set[str]) -> Iterator[FedLessonView]:
    """The lessons that propose to change any of these, or led to any of them."""
    for fed, view in zip(scene.fed, scene.lessons, strict=True):
        proposes, became = fed.lesson.proposes, fed.lesson.became
        about = {proposes.about} if proposes else set()
        if names & {*about, *(became.led_to if became else ())}:
            yield view


def _kpi(scene: PlanScene, kpi: Kpi) -> PlannedKpi:
    write = scene.write
    later = [one.year for one in kpi.target_levels if one.year > scene.year]
    final_year = max(later, default=None)
    levels = _levels(scene, kpi, scene.year)
    baseline = kpi.baseline
    none = _DESCRIBED if kpi.direction is Direction.NONE else _NO_LEVEL
    return PlannedKpi(
        anchor=kpi.id,
        title=write.text(kpi.title),
        unit=write.text(kpi.unit.name),
        better=write.text(BETTER[kpi.direction]),
        baseline=write.text(_BASELINE, value=write.value(baseline.value, kpi.unit), year=str(baseline.year))
        if baseline
        else "–",
        levels=levels,
        no_level="" if levels else write.text(none, year=str(scene.year)),
        final_year=str(final_year or ""),
        final=_levels(scene, kpi, final_year) if final_year else (),
        last=_last(scene, kpi),
    )


def _levels(scene: PlanScene, kpi: Kpi, year: int) -> tuple[LevelView, ...]:
    """Every decision on a year's level, oldest first."""
    decided = [(index, one) for index, one in enumerate(kpi.target_levels) if one.year == year]
    return tuple(
        level_view(kpi, index, scene.evaluation, scene.places, scene.write)
        for index, _ in sorted(decided, key=lambda each: each[1].decided)
    )


def _last(scene: PlanScene, kpi: Kpi) -> Mark | None:
    former = scene.last.kpis.get(kpi.id) if scene.last else None
    return _mark(former.verdict, scene.write) if former else None


def _mark(verdict: FormerVerdict, write: Writer) -> Mark:
    if verdict.not_reported:
        return not_reported_mark(write)
    return described_mark(write) if verdict.described else mark(verdict.fulfilment, write)
