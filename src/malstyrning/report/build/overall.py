"""The view of an overall goal: its proposed status, its strategic goals and those that also serve it."""

from collections.abc import Mapping

from malstyrning.domain.assessments import Evaluation, GoalAssessment, OverallGoalResult
from malstyrning.domain.money import AreaResult
from malstyrning.load.places import Places
from malstyrning.report.build.goal import goal_view
from malstyrning.report.build.marks import goal_mark, proposed_mark
from malstyrning.report.build.statuses import counts, level_counts
from malstyrning.report.goal_status import STRATEGIC_GOALS, arithmetic_of
from malstyrning.report.view import AlsoServing, OverallGoalView
from malstyrning.report.writer import Writer


def overall_goal_view(
    result: OverallGoalResult, evaluation: Evaluation, areas: Mapping[str, AreaResult], places: Places, write: Writer
) -> OverallGoalView:
    """Everything a reader is told of one overall goal."""
    plan = evaluation.plan
    goal = plan.overall_goals[result.goal]
    return OverallGoalView(
        anchor=goal.id,
        number=goal.number,
        title=write.text(goal.title),
        description=write.text(goal.description) if goal.description else "",
        source=goal.standing.source or "",
        counts=counts(result.whole_tally, evaluation),
        levels=level_counts(result, write),
        proposed=proposed_mark(result, write),
        rule=arithmetic_of(
            result.proposal, plan.goal_status, STRATEGIC_GOALS, write, not_now=not result.is_followed_up
        ),
        goals=tuple(goal_view(evaluation, each, areas, places, write) for each in result.goals),
        also=tuple(_also(one, home, evaluation, write) for one, home in result.also),
    )


def _also(one: GoalAssessment, home: str, evaluation: Evaluation, write: Writer) -> AlsoServing:
    goal = evaluation.plan.strategic_goals[one.goal]
    counted_under = evaluation.plan.overall_goals[home]
    return AlsoServing(
        anchor=goal.id,
        number=goal.number,
        title=write.text(goal.title),
        mark=goal_mark(one, write),
        home=f"{counted_under.number} {write.text(counted_under.title)}",
    )
