"""The view of a strategic goal: its status, its KPIs, its actions and the money of its areas."""

from collections.abc import Mapping

from malstyrning.domain.actions import Action
from malstyrning.domain.assessments import Evaluation, GoalAssessment
from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.money import AreaResult
from malstyrning.load.places import Places
from malstyrning.report.build.actions import action_view
from malstyrning.report.build.kpi import KpiScene, kpi_view
from malstyrning.report.build.marks import answer, goal_mark, mark, proposed_mark, signature
from malstyrning.report.build.money import area_rows
from malstyrning.report.build.statuses import assessed, count_text, level_counts
from malstyrning.report.goal_status import KPIS, arithmetic_of
from malstyrning.report.labels import LABELS
from malstyrning.report.view import GoalView
from malstyrning.report.words import CONDITIONS_MET
from malstyrning.report.writer import Writer


def goal_view(
    evaluation: Evaluation,
    goal: GoalAssessment,
    areas: Mapping[str, AreaResult],
    places: Places,
    write: Writer,
) -> GoalView:
    """Everything a reader is told of one strategic goal."""
    plan = evaluation.plan
    decided = plan.strategic_goals[goal.goal]
    answers = evaluation.answers.get(decided.committee)
    given = goal.answer or GoalAnswer()
    scene = KpiScene(evaluation, goal, places, write)
    met = given.conditions_met
    return GoalView(
        anchor=decided.id,
        number=decided.number,
        title=write.text(decided.title),
        committee=write.text(plan.committees[decided.committee].title_in(evaluation.occasion.year)),
        mark=goal_mark(goal, write),
        count=count_text(goal.whole_tally, write),
        levels=level_counts(goal, write),
        proposed=proposed_mark(goal, write),
        rule=arithmetic_of(goal.proposal, plan.goal_status, KPIS, write, not_now=not goal.is_followed_up),
        assessed=assessed(goal, write),
        answered=mark(given.status, write) if given.status else None,
        signed=goal.signed,
        departs=goal.departs,
        reason=answer(given.reason, write, asked=goal.departs),
        position=answer(given.position, write, asked=True),
        analysis=answer(given.analysis, write, asked=True, carried=given.carried.get("analysis")),
        conditions=tuple(write.text(one) for one in decided.conditions),
        conditions_met=write.text(CONDITIONS_MET[met] if met else LABELS["missing"]) if decided.conditions else "",
        kpis=tuple(kpi_view(scene, one) for one in goal.kpis),
        actions=tuple(action_view(one, answers, evaluation, write) for one in actions_of(evaluation, goal.goal)),
        money=area_rows((areas[one] for one in decided.areas if one in areas), plan, write),
        signature=signature(answers.signed if answers else None, write),
        example=decided.standing.example or bool(goal.answer and answers and answers.example),
    )


def actions_of(evaluation: Evaluation, goal: str) -> list[Action]:
    """The actions of a goal in force, in the order of the files."""
    year = evaluation.occasion.year
    actions = evaluation.plan.actions.values()
    return [one for one in actions if one.goal == goal and one.standing.valid.covers(year)]
