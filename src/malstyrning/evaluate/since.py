"""What has changed since the last report: two evaluations compared, the earlier one as its record tells it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.former import FormerKpi, FormerLevel, FormerOutcome, FormerReport, FormerVerdict
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import RuleStep
from malstyrning.domain.kpis import Definition, Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Measurement, Outcome
from malstyrning.domain.periods import Occasion
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.since import (
    Change,
    FulfilmentChanged,
    GoalStatusChanged,
    KpiAdded,
    KpiGone,
    LevelChanged,
    Redefined,
    Reworded,
    Superseded,
)
from malstyrning.domain.targets import TargetLevel, is_criterion
from malstyrning.domain.verdicts import Unassessable
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.outcomes import Measured


def changes(evaluation: Evaluation, last: FormerReport, own: Mapping[str, Measured]) -> tuple[Change, ...]:
    """Goals first, then each KPI of the report in its order, then those that are gone."""
    plan, found = evaluation.plan, list[Change]()
    for goal in evaluation.goals:
        before = last.goals.get(goal.goal) or last.goals.get(plan.strategic_goals[goal.goal].standing.was or "")
        has_nothing = goal.proposal.step is RuleStep.NOTHING_TO_JUDGE and goal.status is Fulfilment.NOT_ASSESSABLE
        if before and not has_nothing and before is not goal.status:
            found.append(GoalStatusChanged(goal.goal, before))
    for one in evaluation.kpis:
        former = of_last(plan.kpis[one.kpi], last)
        found += _of_kpi(one, former, last, evaluation, own.get(one.kpi, {})) if former else [KpiAdded(one.kpi)]
    found += _gone(evaluation, last)
    return tuple(found)


def of_last(kpi: Kpi, last: FormerReport | None) -> FormerKpi | None:
    """A KPI as the last report had it, under its id or the one that it had before."""
    return (last.kpis.get(kpi.id) or last.kpis.get(kpi.standing.was or "")) if last else None


def known_as(plan: SteeringPlan) -> dict[str, Kpi]:
    """The KPIs of the plan, of every year, by their ids and by those that they had before."""
    former = {kpi.standing.was: kpi for kpi in plan.kpis.values() if kpi.standing.was}
    return {**former, **plan.kpis}


def definition_since(kpi: Kpi, occasion: Occasion, last: FormerReport | None) -> Definition | None:
    """The definition in force, where it began after the last report, or within the year where there is none."""
    begun = [one for one in kpi.definitions if one.first_year <= occasion.year]
    newest = max(begun, key=lambda one: one.first_year, default=None)
    if newest is None or len(begun) == 1:
        return None
    former = of_last(kpi, last)
    if former and former.definition is not None:
        return newest if newest.first_year > former.definition else None
    return newest if newest.first_year > (last.date.year if last else occasion.year - 1) else None


def _of_kpi(
    one: KpiAssessment,
    former: FormerKpi,
    last: FormerReport,
    evaluation: Evaluation,
    own: Measured,
) -> Iterator[Change]:
    kpi = evaluation.plan.kpis[one.kpi]
    described = one.verdict.reason in (Unassessable.NO_DIRECTION, Unassessable.NO_TARGET)
    is_reported = not former.verdict.not_reported and one.verdict.reason is not Unassessable.NOT_REPORTED_NOW
    if is_reported and (one.verdict.fulfilment, described) != (former.verdict.fulfilment, former.verdict.described):
        yield FulfilmentChanged(kpi.id, former.verdict)
    if not _is_same(former.verdict.level, one.verdict.level):
        yield LevelChanged(kpi.id, former.verdict.level, one.verdict.level)
    if former.title and former.title != kpi.title:
        yield Reworded(kpi.id, former.title)
    if definition := definition_since(kpi, evaluation.occasion, last):
        yield Redefined(kpi.id, definition)
    yield from _superseded(kpi, former, own)


def _is_same(before: FormerLevel | None, now: TargetLevel | None) -> bool:
    """Tell whether two levels ask the same, for whichever years; of a kind that is not known nothing is said."""
    if before is None or now is None:
        return before is None and now is None
    return before.target is None or (before.target, before.tolerance) == (now.target, now.tolerance)


def _superseded(kpi: Kpi, former: FormerKpi, own: Measured) -> Iterator[Superseded]:
    """Every value of the last report that is another now: those that it judged first, then the rest of the series."""
    verdicts = (former.verdict, *former.by_gender.values())
    judged = {(one.outcome.period, one.outcome.gender): one for one in verdicts if one.outcome}
    rest = {(one.period, one.gender): one for one in former.series}
    outcomes = {**{key: one.outcome for key, one in judged.items() if one.outcome}, **rest}
    for key, before in outcomes.items():
        measured = own.get(key)
        now = None if measured is None or measured.value is None else rounded(measured.value, kpi.decimals)
        if _differs(before, now, measured):
            yield _change(kpi, before, now, judged.get(key))


def _differs(before: FormerOutcome, now: Decimal | None, measured: Measurement | None) -> bool:
    """Tell whether a value is another: as it was measured, so that other decimals of the KPI change nothing."""
    raw = measured.value if measured else None
    if before.unrounded is None:
        return before.value is None and now is not None  # a value without a row of its own is made from others
    return raw is None or float(before.unrounded) != float(raw)  # a record holds what a float can tell


def _change(kpi: Kpi, before: FormerOutcome, now: Decimal | None, judged: FormerVerdict | None) -> Superseded:
    """The change, with what the last report would have said of the new value, by its level on the outcome itself."""
    level = judged.level if judged else None
    if judged is None or level is None or level.target is None or not is_criterion(level.target):
        return Superseded(kpi.id, before.period, before.gender, before.value, now)
    in_force = TargetLevel(level.year, level.target, date(level.year, 1, 1), level.tolerance)
    again = judge(kpi, Outcome(before.period, before.gender, None, now), in_force)
    return Superseded(kpi.id, before.period, before.gender, before.value, now, judged.fulfilment, again.fulfilment)


def _gone(evaluation: Evaluation, last: FormerReport) -> Iterator[KpiGone]:
    shown = {key for one in evaluation.kpis for key in (one.kpi, evaluation.plan.kpis[one.kpi].standing.was)}
    known = known_as(evaluation.plan)
    for one in last.kpis.values():
        if one.id in shown:
            continue
        kpi = known.get(one.id)
        if kpi is None:
            yield KpiGone(one, in_plan=False)
        else:
            until, heir = evaluation.plan.last_year_of(kpi), kpi.standing.replaced_by
            yield KpiGone(one, in_plan=True, until=until, replaced_by=heir)
