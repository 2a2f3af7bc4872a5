"""A part of an evaluation: what one committee answers for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from malstyrning.domain.account import Account
from malstyrning.domain.assessments import Evaluation, GoalAssessment, OverallGoalResult
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import GoalStatusRule
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.since import Change, GoalStatusChanged, KpiGone
from malstyrning.evaluate.roll_up import propose_from_goals


def of_committee(evaluation: Evaluation, committee: str) -> Evaluation:
    """The evaluation of one committee's goals, KPIs, actions and money alone.

    No KPI or strategic goal is judged anew; what is proposed for overall goals and the whole is of these goals alone.
    """
    plan, since = evaluation.plan, evaluation.since
    goals = {key for key, one in plan.strategic_goals.items() if one.committee == committee}
    overall = tuple(part for one in evaluation.overall_goals if (part := _part(one, goals, plan.goal_status)).goals)
    return replace(
        evaluation,
        plan=replace(plan, actions={key: one for key, one in plan.actions.items() if one.goal in goals}),
        proposal=propose_from_goals(plan.goal_status, _followed_up(one for part in overall for one in part.goals)),
        overall_goals=overall,
        money=tuple(one for one in evaluation.money if one.committee == committee),
        answers={key: one for key, one in evaluation.answers.items() if key == committee},
        committee=committee,
        effects={key: one for key, one in evaluation.effects.items() if plan.actions[key].goal in goals},
        account=Account(tuple(one for one in evaluation.account.kpis if one.goal in goals)),
        since=replace(since, changes=tuple(one for one in since.changes if _goal_of(one, plan) in goals)),
        forecasts=evaluation.forecasts.of_committee(committee),
    )


def _goal_of(change: Change, plan: SteeringPlan) -> str:
    """The goal that a change since the last report is about."""
    if isinstance(change, GoalStatusChanged):
        return change.goal
    return change.kpi.goal if isinstance(change, KpiGone) else plan.kpis[change.kpi].goal


def _part(overall: OverallGoalResult, goals: set[str], rule: GoalStatusRule) -> OverallGoalResult:
    """What a committee's goals are of an overall goal, with the status that the rule proposes from them."""
    own = tuple(one for one in overall.goals if one.goal in goals)
    also = tuple((one, home) for one, home in overall.also if one.goal in goals)
    return OverallGoalResult(overall.goal, propose_from_goals(rule, _followed_up(own)), own, also)


def _followed_up(goals: Iterable[GoalAssessment]) -> Iterator[Fulfilment]:
    return (one.status for one in goals if one.is_followed_up)
