"""Which events a reader is told of beside a KPI."""

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.evaluations import KpiAnswer
from malstyrning.domain.events import Event


def happened(evaluation: Evaluation, assessment: KpiAssessment, given: KpiAnswer) -> tuple[Event, ...]:
    """The events that the answer refers to, and those that touched the KPI in the years of its series, oldest first."""
    plan, occasion = evaluation.plan, evaluation.occasion
    first_year = assessment.series[0].period.year if assessment.series else occasion.year
    touching = plan.events_of(plan.kpis[assessment.kpi], occasion.date)
    named = [plan.events[one] for one in given.events if one in plan.events]
    seen = (one for one in touching if (one.last or one.first).year >= first_year)
    found = {one.id: one for one in (*named, *seen)}
    return tuple(sorted(found.values(), key=lambda one: (one.first, one.id)))
