"""Cost against result among many: where we stand against both medians, and whether the two go together at all."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.costs import Beside, CostCross, Point
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Measurements
from malstyrning.domain.panels import Panel
from malstyrning.domain.plan import PeerGroup
from malstyrning.domain.verdicts import Unassessable
from malstyrning.domain.words import Direction, Gender
from malstyrning.evaluate.outcomes import by_kpi, outcome
from malstyrning.evaluate.panels import Wanted, panels

FEWEST_PLACED = 5  # as for a place
FEWEST_CORRELATED = 10
_NORMAL = Decimal("1.96")  # in pure noise one correlation in twenty is beyond 1.96 ÷ √(n − 1)
_DECIMALS = 2


def crosses(evaluation: Evaluation, measurements: Measurements) -> dict[str, tuple[CostCross, ...]]:
    """By KPI that names what its result costs: one for each group that it is compared in."""
    asked = [*_asked(evaluation)]
    plan, measured = evaluation.plan, by_kpi(measurements.own) if asked else {}
    wanted = []
    for kpi, cost, one, group in asked:
        period = one.outcome.period
        price = outcome(cost, period, Gender.ALL, measured.get(cost.id, {}))
        wanted += [
            Wanted(cost, (price,), (period,), group.members),
            Wanted(kpi, (one.outcome,), (period,), group.members),
        ]
    found = panels(wanted, measurements.table, plan.organisation)
    told: dict[str, tuple[CostCross, ...]] = {}
    for (kpi, cost, one, group), prices, results in zip(asked, found[::2], found[1::2], strict=True):
        cross = _cross(kpi, cost, one, group, (prices, results), is_member=plan.organisation in group.members)
        told[kpi.id] = (*told.get(kpi.id, ()), cross)
    return told


def _asked(evaluation: Evaluation) -> Iterator[tuple[Kpi, Kpi, KpiAssessment, PeerGroup]]:
    plan = evaluation.plan
    for one in evaluation.kpis:
        kpi = plan.kpis[one.kpi]
        cost = plan.kpis.get(kpi.cost_kpi or "")
        judged = kpi.direction in (Direction.HIGHER, Direction.LOWER)
        if cost and judged and one.verdict.reason is not Unassessable.NOT_REPORTED_NOW:
            yield from ((kpi, cost, one, group) for group in plan.groups_of(kpi))


def _cross(  # noqa: PLR0913 - two KPIs, one group
    kpi: Kpi,
    cost: Kpi,
    one: KpiAssessment,
    group: PeerGroup,
    pair: tuple[Panel, Panel],
    *,
    is_member: bool,
) -> CostCross:
    prices, results = pair
    period = one.outcome.period
    year = period.year
    own = Point(prices.own[year], results.own[year]) if year in prices.own and year in results.own else None
    others = {
        name: Point(series[year], results.others[name][year])
        for name, series in prices.others.items()
        if name in results.others
    }
    everyone = [*others.values(), *([own] if own and is_member else [])]
    n = len(everyone)
    if n < FEWEST_PLACED:
        return CostCross(group.id, cost.id, period, own, is_member, others, n)
    median = Point(
        _median([each.cost for each in everyone], cost.decimals),
        _median([each.result for each in everyone], kpi.decimals),
    )
    sides = _sides(own, median) if own else None
    alike = None
    if sides and Beside.EQUAL not in sides:
        alike = sum(_sides(each, median) == sides for each in others.values())
    correlation = chance = None
    if n >= FEWEST_CORRELATED:
        sign = 1 if kpi.direction is Direction.HIGHER else -1
        correlation = spearman([each.cost for each in everyone], [sign * each.result for each in everyone])
        chance = rounded(_NORMAL / Decimal(n - 1).sqrt(), _DECIMALS)
    return CostCross(
        group.id,
        cost.id,
        period,
        own,
        is_member,
        others,
        n,
        median,
        sides[0] if sides else None,
        sides[1] if sides else None,
        alike,
        correlation,
        chance if correlation is not None else None,
    )


def spearman(ones: Sequence[Decimal], others: Sequence[Decimal]) -> Decimal | None:
    """Spearman's rank correlation with two decimals, ties at their middle rank; None where all of one are alike."""
    x, y = _ranks(ones), _ranks(others)
    both = sum(one * other for one, other in zip(x, y, strict=True))
    square = sum(one * one for one in x) * sum(one * one for one in y)
    return rounded(Decimal(both) / Decimal(square).sqrt(), _DECIMALS) if square else None


def _ranks(values: Sequence[Decimal]) -> list[int]:
    """Twice the distance of each from the middle rank: how many are below it, less how many are above."""
    return [sum(other < one for other in values) - sum(other > one for other in values) for one in values]


def _median(values: Sequence[Decimal], decimals: int) -> Decimal:
    ordered, half = sorted(values), len(values) // 2
    return rounded(ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2, decimals)


def _sides(point: Point, median: Point) -> tuple[Beside, Beside]:
    return _beside(point.cost, median.cost), _beside(point.result, median.result)


def _beside(value: Decimal, median: Decimal) -> Beside:
    if value == median:
        return Beside.EQUAL
    return Beside.LOWER if value < median else Beside.HIGHER
