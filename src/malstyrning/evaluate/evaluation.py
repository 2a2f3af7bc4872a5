"""The whole evaluation: one straight line from a plan and its measurements to what a report is made from."""

from datetime import date

from malstyrning.domain.assessments import (
    Evaluation,
    GoalAssessment,
    KpiAssessment,
    OverallGoalResult,
    Verdict,
)
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurements, Outcome
from malstyrning.domain.periods import Occasion
from malstyrning.domain.places import Place
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.words import Gender
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.compare import places
from malstyrning.evaluate.money import results
from malstyrning.evaluate.outcomes import Measured, before, by_kpi, decided_period, outcome, series
from malstyrning.evaluate.roll_up import assess_goal
from malstyrning.evaluate.trend import judge_trend


def evaluate(plan: SteeringPlan, measurements: Measurements, occasion: Occasion) -> Evaluation:
    """Judge the plan of the occasion's year. Reads neither the clock nor the history of the files."""
    year = occasion.year
    goals = plan.strategic_goals_in(year)
    kpis = {goal.id: plan.kpis_of(goal.id, year) for goal in goals}
    measured = by_kpi(measurements.own)
    now = {
        kpi.id: outcome(kpi, decided_period(kpi, occasion), Gender.ALL, measured.get(kpi.id, {}))
        for group in kpis.values()
        for kpi in group
    }
    earlier = {key: before(plan.kpis[key], one, measured.get(key, {})) for key, one in now.items()}
    standing = places(((plan.kpis[key], one) for key, one in now.items()), measurements.table, plan, earlier)
    answers = {committee: answer for (committee, period), answer in plan.evaluations.items() if period == str(occasion)}
    assessed: dict[str, GoalAssessment] = {}
    for goal in goals:
        answer = answers.get(goal.committee)
        assessed[goal.id] = assess_goal(
            goal.id,
            tuple(
                assess_kpi(kpi, now[kpi.id], occasion, measured.get(kpi.id, {}), standing.get(kpi.id, ()))
                for kpi in kpis[goal.id]
            ),
            answer.goals.get(goal.id) if answer else None,
            signed=bool(answer and answer.signed),
        )
    return Evaluation(
        occasion,
        plan,
        tuple(
            OverallGoalResult(
                overall.id, tuple(assessed[goal.id] for goal in goals if plan.home_of(goal, year) == overall.id)
            )
            for overall in plan.overall_goals_in(year)
        ),
        results(plan, measurements.money, occasion),
        answers,
        measurements.peer_sources,
        measurements.peer_examples,
    )


def assess_kpi(
    kpi: Kpi, now: Outcome, occasion: Occasion, measured: Measured, standing: tuple[Place, ...]
) -> KpiAssessment:
    """Fulfilment, trend and place of one KPI's outcome: three fields, three scales."""
    values = series(kpi, now.period, measured)
    level = kpi.level_in_force(occasion.year, occasion.date)
    by_gender: dict[Gender, Verdict] = {}
    if kpi.by_gender:
        for gender in (Gender.WOMEN, Gender.MEN):
            by_gender[gender] = judge(kpi, outcome(kpi, now.period, gender, measured), level)
    at_start = kpi.level_in_force(occasion.year, date(occasion.year, 1, 1))
    added = kpi.level_added_by_committee(occasion.year, occasion.date)
    return KpiAssessment(
        kpi.id,
        now,
        judge(kpi, now, level),
        judge_trend(kpi, values, now),
        standing,
        by_gender,
        judge(kpi, now, at_start) if at_start and at_start != level else None,
        judge(kpi, now, added) if added else None,
        kpi.final_level(occasion.year, occasion.date),
        kpi.late_levels(occasion.year, occasion.date),
        values,
    )
