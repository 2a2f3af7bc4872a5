"""A part of an evaluation: what one committee answers for."""

from dataclasses import replace

from malstyrning.domain.assessments import Evaluation, OverallGoalResult


def of_committee(evaluation: Evaluation, committee: str) -> Evaluation:
    """The evaluation of one committee's goals, KPIs, actions and money alone. Nothing is judged anew."""
    plan = evaluation.plan
    goals = {key for key, one in plan.strategic_goals.items() if one.committee == committee}
    parts = (
        OverallGoalResult(one.goal, tuple(goal for goal in one.goals if goal.goal in goals))
        for one in evaluation.overall_goals
    )
    return replace(
        evaluation,
        plan=replace(plan, actions={key: one for key, one in plan.actions.items() if one.goal in goals}),
        overall_goals=tuple(one for one in parts if one.goals),
        money=tuple(one for one in evaluation.money if one.committee == committee),
        answers={key: one for key, one in evaluation.answers.items() if key == committee},
        committee=committee,
    )
