"""What one result costs: the money of its areas over its volume, for the year and the years before that have both."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.costs import CostPer, CostResult, NoCost, VolumeOf
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind, Outcome
from malstyrning.domain.verdicts import Unassessable
from malstyrning.evaluate.money import Rows, covering

if TYPE_CHECKING:
    from malstyrning.domain.periods import Period

_THOUSAND = Decimal(1000)
_DIGITS = 150  # enough for any money over the smallest number that a file may hold
_WHOLE_KRONOR = Decimal(100)  # from here on nobody asks for a tenth


def costs(evaluation: Evaluation, money: Iterable[BudgetOutcome]) -> dict[str, tuple[CostResult, ...]]:
    """By KPI, oldest first: the last is of the period that is judged, those before it are the ones that can be told."""
    used: dict[str, dict[Period, BudgetOutcome]] = {}
    for one in money:
        if one.kind is MoneyKind.OUTCOME:
            used.setdefault(one.area, {})[one.period] = one
    found = {one.kpi: tuple(_of_kpi(evaluation.plan.kpis[one.kpi], one, used)) for one in evaluation.kpis}
    return {key: told for key, told in found.items() if told}


def _of_kpi(kpi: Kpi, assessment: KpiAssessment, used: Mapping[str, Rows]) -> Iterator[CostResult]:
    if kpi.cost_per is None or assessment.verdict.reason is Unassessable.NOT_REPORTED_NOW:
        return
    now, begun = assessment.outcome, kpi.definition_break(assessment.outcome.period.year) or 0
    for one in assessment.series:
        if begun <= one.period.year < now.period.year:
            earlier = _cost(kpi.cost_per, one, used)
            if earlier.cost is not None:
                yield earlier
    yield _cost(kpi.cost_per, now, used)


def _cost(per: CostPer, outcome: Outcome, used: Mapping[str, Rows]) -> CostResult:
    """Kronor per result of exactly the stretch that the outcome covers."""
    found = {area: covering(used.get(area, {}), outcome.period) for area in per.areas}
    lacking = tuple(area for area, (rows, absent) in found.items() if absent or not rows)
    rows = tuple(row for part, _ in found.values() for row in part)
    money = None if lacking else sum((row.amount for row in rows), Decimal(0))
    volume, reason = _volume(per.of, outcome)
    if reason is None and money is None:
        reason = NoCost.NO_MONEY
    elif reason is None and money is not None and money <= 0:
        reason = NoCost.MONEY_NOT_POSITIVE
    cost = None if reason or money is None or volume is None else _rounded(_THOUSAND * money / volume)
    return CostResult(outcome.period, money, volume, cost, reason, lacking, rows, outcome.measurements)


def _volume(of: VolumeOf, outcome: Outcome) -> tuple[Decimal | None, NoCost | None]:
    if outcome.value is None:
        return None, NoCost.NO_VOLUME
    volume = outcome.value
    if of is VolumeOf.NUMERATOR:
        parts = [one.numerator for one in outcome.measurements]
        known = [one for one in parts if one is not None]
        if len(known) < len(parts):
            return None, NoCost.NO_NUMERATOR
        volume = sum(known, Decimal(0))
    return volume, None if volume > 0 else NoCost.VOLUME_NOT_POSITIVE


def _rounded(cost: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return rounded(cost, 0 if cost >= _WHOLE_KRONOR else 1)
