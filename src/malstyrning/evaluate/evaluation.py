"""The whole evaluation: one straight line from a plan and its measurements to what a report is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from malstyrning.domain.assessments import Evaluation, GoalAssessment, KpiAssessment, OverallGoalResult
from malstyrning.domain.former import FormerReport, UnreadableReport
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable, Measurements, Outcome
from malstyrning.domain.periods import Occasion
from malstyrning.domain.places import Place
from malstyrning.domain.plan import OverallGoal, SteeringPlan
from malstyrning.domain.policy import Limits
from malstyrning.domain.since import SinceLast
from malstyrning.domain.targets import BestQuarter, GenderGap, GroupMedian, RankAtMost
from malstyrning.domain.words import Gender
from malstyrning.evaluate.account import account
from malstyrning.evaluate.carried import with_carried
from malstyrning.evaluate.common_change import common_changes
from malstyrning.evaluate.compare import places
from malstyrning.evaluate.cost_crosses import crosses
from malstyrning.evaluate.costs import costs
from malstyrning.evaluate.effects import measured_effects
from malstyrning.evaluate.forecasts import forecasts
from malstyrning.evaluate.hold import Known
from malstyrning.evaluate.known import measurements_as_known, plan_as_known
from malstyrning.evaluate.money import results
from malstyrning.evaluate.occasions import Terms, expected, is_reported, is_sum_so_far, judge_at, not_reported
from malstyrning.evaluate.outcomes import Measured, before, by_kpi, decided_period, outcome, series
from malstyrning.evaluate.path import on_path
from malstyrning.evaluate.roll_up import assess_goal, propose_from_goals
from malstyrning.evaluate.since import changes
from malstyrning.evaluate.trend import judge_trend, margin_of

if TYPE_CHECKING:
    from malstyrning.domain.verdicts import Verdict

_FOR_ALL_ALONE = (RankAtMost, GroupMedian, BestQuarter, GenderGap)  # places are of values for all


def evaluate(  # noqa: PLR0913 - all that a report rests on
    plan: SteeringPlan,
    measurements: Measurements,
    occasion: Occasion,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
    as_of: date | None = None,
    *,
    last: FormerReport | UnreadableReport | None = None,
) -> Evaluation:
    """Judge the plan of the occasion's year. Reads neither the clock nor the history of the files.

    With `as_of` only what was known on that day counts. `last` is the last report, which this one is held against.
    """
    year, terms = occasion.year, Terms(limits, as_of)
    if as_of:
        plan, measurements = plan_as_known(plan, as_of), measurements_as_known(measurements, as_of)
    goals = plan.strategic_goals_in(year)
    kpis = {goal.id: plan.kpis_of(goal.id, year) for goal in goals}
    measured = by_kpi(measurements.own)
    judged_kpis = _assess(
        [kpi for group in kpis.values() for kpi in group], plan, measured, measurements.table, occasion, terms=terms
    )
    answers = with_carried(plan, str(occasion))
    assessed: dict[str, GoalAssessment] = {}
    for goal in goals:
        answer = answers.get(goal.committee)
        assessed[goal.id] = assess_goal(
            goal.id,
            tuple(judged_kpis[kpi.id] for kpi in kpis[goal.id]),
            plan.goal_status,
            {kpi.id: kpi.weight for kpi in kpis[goal.id]},
            answer.goals.get(goal.id) if answer else None,
            signed=bool(answer and answer.signed),
        )
    overall = tuple(_overall_goal(one, plan, year, assessed) for one in plan.overall_goals_in(year))
    judged = Evaluation(
        occasion,
        plan,
        propose_from_goals(plan.goal_status, (one.proposal.status for one in overall if one.is_followed_up)),
        overall,
        results(plan, measurements.money, occasion),
        answers,
        measurements.peer_sources,
        measurements.peer_examples,
        as_of,
        effects=measured_effects(plan, measured, measurements.table, occasion),
    )
    former = last if isinstance(last, FormerReport) else None
    return replace(
        judged,
        account=account(judged, former, limits),
        since=SinceLast(last, changes(judged, former, measured) if former else ()),
        costs=costs(judged, measurements.money),
        crosses=crosses(judged, measurements),
        forecasts=forecasts(judged, measurements, measured),
    )


def _assess(  # noqa: PLR0913 - all that the judgement of KPIs rests on
    kpis: Sequence[Kpi],
    plan: SteeringPlan,
    measured: Mapping[str, Measured],
    table: ComparisonTable,
    occasion: Occasion,
    *,
    terms: Terms,
) -> dict[str, KpiAssessment]:
    """Every KPI by id. What is asked of the tables of others is asked for all KPIs at once."""
    now = {
        kpi.id: outcome(kpi, decided_period(kpi, occasion), Gender.ALL, measured.get(kpi.id, {}))
        for kpi in kpis
        if is_reported(kpi, occasion)
    }
    outcomes = [(plan.kpis[key], one) for key, one in now.items()]
    earlier = {kpi.id: before(kpi, one, measured.get(kpi.id, {})) for kpi, one in outcomes}
    standing = places(outcomes, table, plan, earlier)
    common = common_changes(outcomes, earlier, table, plan, occasion.year)
    return {
        kpi.id: replace(
            assess_kpi(kpi, now[kpi.id], occasion, _known(measured.get(kpi.id, {}), standing.get(kpi.id, ())), terms),
            common=common.get(kpi.id, ()),
        )
        if kpi.id in now
        else not_reported(kpi, occasion)
        for kpi in kpis
    }


def _overall_goal(
    overall: OverallGoal, plan: SteeringPlan, year: int, assessed: Mapping[str, GoalAssessment]
) -> OverallGoalResult:
    """An overall goal's status is proposed from the statuses of its goals: the signed ones where there are such."""
    serving = [one for one in assessed.values() if overall.id in plan.strategic_goals[one.goal].serves]
    homes = [(one, plan.home_of(plan.strategic_goals[one.goal], year)) for one in serving]
    own = tuple(one for one, home in homes if home == overall.id)
    also = tuple((one, home) for one, home in homes if home and home != overall.id)
    proposal = propose_from_goals(plan.goal_status, (one.status for one in own if one.is_followed_up))
    return OverallGoalResult(overall.id, proposal, own, also)


def _known(measured: Measured, standing: tuple[Place, ...]) -> Known:
    return Known(measured, {one.group: one for one in standing})


def assess_kpi(kpi: Kpi, now: Outcome, occasion: Occasion, known: Known, terms: Terms) -> KpiAssessment:
    """Fulfilment, trend and place of one KPI's outcome: three fields, three scales."""
    now = expected(kpi, now, terms)
    values = series(kpi, now.period, known.measured)
    level = kpi.level_in_force(occasion.year, occasion.date)
    by_gender: dict[Gender, Verdict] = {}
    if kpi.by_gender and not (level and isinstance(level.target, _FOR_ALL_ALONE)):
        for gender in (Gender.WOMEN, Gender.MEN):
            part = expected(kpi, outcome(kpi, now.period, gender, known.measured), terms)
            by_gender[gender] = judge_at(kpi, part, level, known, terms)
    at_start = kpi.level_in_force(occasion.year, date(occasion.year, 1, 1))
    added = kpi.level_added_by_committee(occasion.year, occasion.date)
    final = kpi.final_level(occasion.year, occasion.date)
    return KpiAssessment(
        kpi.id,
        now,
        judge_at(kpi, now, level, known, terms),
        judge_trend(kpi, values, now),
        tuple(known.places.values()),
        by_gender,
        judge_at(kpi, now, at_start, known, terms) if at_start and at_start != level else None,
        judge_at(kpi, now, added, known, terms) if added else None,
        final,
        on_path(kpi, now, final, known) if final and not is_sum_so_far(kpi, now.period) else None,
        kpi.late_levels(occasion.year, occasion.date),
        values,
        margin_of(kpi, now),
    )
