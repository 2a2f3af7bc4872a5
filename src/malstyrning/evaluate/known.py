"""What was known on a day: the plan and the measurements without what was decided or published later."""

from dataclasses import fields, replace
from datetime import date

from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable, Measurements
from malstyrning.domain.plan import SteeringPlan


def plan_as_known(plan: SteeringPlan, day: date) -> SteeringPlan:
    """The plan with the levels, frames, changes, events and signatures of the day. What has no date was known."""
    return replace(
        plan,
        kpis={key: _kpi(one, day) for key, one in plan.kpis.items()},
        budget_frames={
            key: _frame(one, day)
            for key, one in plan.budget_frames.items()
            if one.standing.decided is None or one.standing.decided <= day
        },
        events={key: one for key, one in plan.events.items() if one.first <= day},
        evaluations={key: _evaluation(one, day) for key, one in plan.evaluations.items()},
    )


def measurements_as_known(measurements: Measurements, day: date) -> Measurements:
    """The values that were published by the day, our own and others', and the forecasts that had been made."""
    table = measurements.table
    known = [index for index, published in enumerate(table.published) if published is None or published <= day]
    columns = [one.name for one in fields(table) if one.name != "whole_files"]  # which do not tell the day
    return replace(
        measurements,
        own=tuple(one for one in measurements.own if one.published is None or one.published <= day),
        table=ComparisonTable(**{one: [getattr(table, one)[index] for index in known] for one in columns}),
        money=tuple(one for one in measurements.money if one.made is None or one.made.end <= day),
    )


def _kpi(kpi: Kpi, day: date) -> Kpi:
    return replace(kpi, target_levels=tuple(one for one in kpi.target_levels if one.decided <= day))


def _frame(frame: BudgetFrame, day: date) -> BudgetFrame:
    return replace(frame, changes=tuple(one for one in frame.changes if one.date <= day))


def _evaluation(one: CommitteeEvaluation, day: date) -> CommitteeEvaluation:
    """An assessment that was signed later was a draft on the day."""
    return replace(one, signed=None) if one.signed and one.signed.date > day else one
