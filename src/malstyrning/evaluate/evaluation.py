"""The whole evaluation: one straight line from a plan and its measurements to what a report is made from."""

from datetime import date

from malstyrning.domain.assessments import (
    Evaluation,
    GoalAssessment,
    KpiAssessment,
    OverallGoalResult,
    Place,
    Verdict,
)
from malstyrning.domain.outcomes import Measurements
from malstyrning.domain.periods import Occasion
from malstyrning.domain.plan import Gender, Kpi, SteeringPlan
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.compare import places
from malstyrning.evaluate.money import results
from malstyrning.evaluate.outcomes import Index, decided_period, index, outcome, series
from malstyrning.evaluate.roll_up import assess_goal
from malstyrning.evaluate.trend import judge_trend


def evaluate(plan: SteeringPlan, measurements: Measurements, occasion: Occasion) -> Evaluation:
    """Judge the plan of the occasion's year. Reads neither the clock nor the history of the files."""
    year = occasion.year
    goals = plan.strategic_goals_in(year)
    kpis = {goal.id: plan.kpis_of(goal.id, year) for goal in goals}
    asked = [(kpi, decided_period(kpi, occasion)) for group in kpis.values() for kpi in group]
    standing = places(asked, measurements.table, plan)
    measured = index(measurements.own)
    answers = {committee: answer for (committee, period), answer in plan.evaluations.items() if period == str(occasion)}
    assessed: dict[str, GoalAssessment] = {}
    for goal in goals:
        answer = answers.get(goal.committee)
        assessed[goal.id] = assess_goal(
            goal.id,
            tuple(assess_kpi(kpi, occasion, measured, standing.get(kpi.id, ())) for kpi in kpis[goal.id]),
            answer.goals.get(goal.id) if answer else None,
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
    )


def assess_kpi(kpi: Kpi, occasion: Occasion, measured: Index, standing: tuple[Place, ...]) -> KpiAssessment:
    """Fulfilment, trend and place of one KPI: three fields, three scales."""
    period = decided_period(kpi, occasion)
    now = outcome(kpi, period, Gender.ALL, measured)
    values = series(kpi, period, measured)
    level = kpi.level_in_force(occasion.year, occasion.date)
    by_gender: dict[Gender, Verdict] = {}
    if kpi.by_gender:
        for gender in (Gender.WOMEN, Gender.MEN):
            by_gender[gender] = judge(kpi, outcome(kpi, period, gender, measured), level)
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
        values,
    )
