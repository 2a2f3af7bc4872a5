"""Accounting for every KPI of the plan, and for those that the last report had."""

from collections.abc import Iterator
from datetime import date

from malstyrning.domain.account import Account, KpiAccount, KpiState, Remark
from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.former import FormerReport
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import due_by
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.policy import Limits
from malstyrning.domain.verdicts import Unassessable
from malstyrning.evaluate.since import definition_since, known_as, of_last


def account(evaluation: Evaluation, last: FormerReport | None, limits: Limits) -> Account:
    """Every KPI with what has become of it. Reads no clock: a value that is not there is awaited, never late."""
    plan, year = evaluation.plan, evaluation.occasion.year
    shown = {one.kpi for one in evaluation.kpis}
    rows = [_assessed(one, evaluation, last, limits) for one in evaluation.kpis]
    rows += (
        KpiAccount(kpi.id, kpi.title, kpi.goal, KpiState.OUTSIDE)
        for kpi in plan.kpis.values()
        if kpi.id not in shown and _is_in_force(kpi, plan, year)
    )
    rows += _ended(evaluation, last)
    rows += _vanished(plan, last)
    return Account(tuple(rows))


def _assessed(one: KpiAssessment, evaluation: Evaluation, last: FormerReport | None, limits: Limits) -> KpiAccount:
    kpi, outcome = evaluation.plan.kpis[one.kpi], one.outcome
    remarks = tuple(_remarks(kpi, one, evaluation, last))
    if outcome.value is not None or one.verdict.gap is not None:  # a gap between women and men needs none for all
        return KpiAccount(kpi.id, kpi.title, kpi.goal, KpiState.MEASURED, remarks, outcome)
    if one.verdict.reason is Unassessable.NOT_REPORTED_NOW:
        return KpiAccount(kpi.id, kpi.title, kpi.goal, KpiState.NOT_REPORTED, remarks, outcome)
    if outcome.missing:
        return KpiAccount(kpi.id, kpi.title, kpi.goal, KpiState.TOLD_MISSING, remarks, outcome)
    expected = _expected(kpi, outcome, limits)
    return KpiAccount(kpi.id, kpi.title, kpi.goal, KpiState.AWAITED, remarks, outcome, expected)


def _remarks(kpi: Kpi, one: KpiAssessment, evaluation: Evaluation, last: FormerReport | None) -> Iterator[Remark]:
    plan, year = evaluation.plan, evaluation.occasion.year
    if one.verdict.reason is Unassessable.NO_DIRECTION:
        yield Remark.DESCRIBED
    elif one.verdict.reason is Unassessable.NO_TARGET:
        yield Remark.NO_LEVEL
    elif one.verdict.fulfilment is Fulfilment.NOT_ASSESSABLE and one.outcome.value is not None:
        yield Remark.NOT_ASSESSABLE
    committee = plan.committees.get(plan.strategic_goals[kpi.goal].committee)
    theirs = committee.owner if committee and committee.standing.valid.covers(year) else None
    if not (kpi.owner or theirs):
        yield Remark.NO_OWNER
    former = of_last(kpi, last)
    if former and former.title and former.title != kpi.title:
        yield Remark.REWORDED
    if definition_since(kpi, evaluation.occasion, last):
        yield Remark.REDEFINED


def _expected(kpi: Kpi, outcome: Outcome, limits: Limits) -> date:
    """The day by which a value should be there: so many months after its period and the KPI's lag."""
    last = outcome.absent[-1] if outcome.absent else outcome.period
    return outcome.due or due_by(last, kpi.lag, limits.late_after_months)


def _ended(evaluation: Evaluation, last: FormerReport | None) -> Iterator[KpiAccount]:
    """The KPIs that ended since the last report; without one, those that ended with the year before."""
    year = evaluation.occasion.year
    for kpi in evaluation.plan.kpis.values():
        until = evaluation.plan.last_year_of(kpi)
        was_reported = of_last(kpi, last) is not None if last else until == year - 1
        if until is not None and until < year and was_reported:
            yield KpiAccount(
                kpi.id, kpi.title, kpi.goal, KpiState.ENDED, until=until, replaced_by=kpi.standing.replaced_by
            )


def _is_in_force(kpi: Kpi, plan: SteeringPlan, year: int) -> bool:
    goal = plan.strategic_goals.get(kpi.goal)
    return kpi.standing.valid.covers(year) and (goal is None or goal.standing.valid.covers(year))


def _vanished(plan: SteeringPlan, last: FormerReport | None) -> Iterator[KpiAccount]:
    known = known_as(plan)
    for one in last.kpis.values() if last else ():
        if one.id not in known:
            yield KpiAccount(one.id, one.shown, one.goal, KpiState.VANISHED)
