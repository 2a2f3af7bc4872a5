"""The view of what results cost: never better or worse, and nothing of the cause."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.costs import Beside, CostCross, CostResult, NoCost, Point
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.words import Direction
from malstyrning.evaluate.cost_crosses import FEWEST_CORRELATED
from malstyrning.language import Text
from malstyrning.report.charts import scatter
from malstyrning.report.charts.scale import Tick
from malstyrning.report.view import CostOfKpi, CostView, CrossView, Figure, Picture
from malstyrning.report.writer import Writer

_THOUSAND = Decimal(1000)
_COST = Text(
    "{money} kr ÷ {volume} = {cost} kr per {what}, {period}", "SEK {money} ÷ {volume} = SEK {cost} per {what}, {period}"
)
_UNKNOWN = Text("Kostnaden per {what} kan inte anges: {reason}.", "The cost per {what} cannot be told: {reason}.")
_WHY: dict[NoCost, Text] = {
    NoCost.NO_VOLUME: Text("nyckeltalet saknar utfall för {period}", "the KPI has no outcome for {period}"),
    NoCost.NO_NUMERATOR: Text("täljaren saknas för {period}", "the numerator is missing for {period}"),
    NoCost.VOLUME_NOT_POSITIVE: Text("volymen är noll eller mindre", "the volume is zero or less"),
    NoCost.NO_MONEY: Text(
        "{areas} saknar utfall i pengar för just {period}", "{areas} has no outcome in money for exactly {period}"
    ),
    NoCost.MONEY_NOT_POSITIVE: Text("områdenas utfall är noll eller mindre", "the areas' outcome is zero or less"),
}
_NOTE = Text(
    "Kostnaden är utfallet i kronor för {areas} delat med volymen, egen bearbetning. Pengarna kan ha gått till annat "
    "också. Om kostnaden är rimlig säger talet inte.",
    "The cost is the outcome in SEK of {areas} over the volume, our own processing. The money may have gone to other "
    "things as well. The figure does not say whether the cost is reasonable.",
)
_LESS: dict[Beside, Text] = {
    Beside.LOWER: Text("lägre", "lower"),
    Beside.EQUAL: Text("lika stor", "the same"),
    Beside.HIGHER: Text("högre", "higher"),
}
_BETTER = Text("bättre", "better")
_WORSE = Text("sämre", "worse")
_ALIKE = Text("lika bra", "the same")
_POSITION = Text(
    "Mot medianen i gruppen {group} är kostnaden {cost} ({own_cost} mot {median_cost}) och resultatet {result} "
    "({own_result} mot {median_result}), {period}.",
    "Against the median of the group {group} the cost is {cost} ({own_cost} against {median_cost}) and the result "
    "{result} ({own_result} against {median_result}), {period}.",
)
_QUARTER = Text(
    "På vår sida om båda medianerna: {alike} av de {others} andra med båda värdena.",
    "On our side of both medians: {alike} of the {others} others with both values.",
)
_NOT_PLACED = Text(
    "I gruppen {group} kan vi inte ställas mot de andra: vi saknar kostnad eller resultat för {period}.",
    "In the group {group} we can't be held against the others: our cost or result is missing for {period}.",
)
_TOO_FEW = Text(
    "I gruppen {group} har bara {n} både kostnad och resultat för {period}, för få att ställa mot varandra.",
    "In the group {group} only {n} have both cost and result for {period}, too few to be held against each other.",
)
_TOGETHER = Text(
    "Bland {n} i gruppen har de med högre kostnad oftare {better} resultat (rangkorrelation {correlation}). Det säger "
    "inget om orsak.",
    "Among {n} of the group a higher cost more often goes with a {better} result (rank correlation {correlation}). "
    "That says nothing about the cause.",
)
_APART = Text(
    "Bland {n} i gruppen hänger kostnad och resultat inte tydligt ihop (rangkorrelation {correlation}; mindre än "
    "{chance} kan bero på slumpen). Det säger inget om orsak.",
    "Among {n} of the group cost and result do not clearly go together (rank correlation {correlation}; less than "
    "{chance} may be chance). That says nothing about the cause.",
)
_FEW_TO_CORRELATE = Text(
    "Om kostnad och resultat hänger ihop räknas inte på färre än {fewest}.",
    "Whether cost and result go together is not counted on fewer than {fewest}.",
)
_ALL_ALIKE = Text(
    "Om kostnad och resultat hänger ihop kan inte räknas: alla har samma värde i ett av dem.",
    "Whether cost and result go together can't be counted: all have the same value in one of them.",
)
_HEADING = Text("Kostnad mot resultat", "Cost against result")
_CAPTION = Text(
    "{period}. En punkt är en kommun i gruppen {group}. Streckade linjer: medianerna.",
    "{period}. A dot is a municipality of the group {group}. Dashed lines: the medians.",
)
_AXIS = Text("{title}, {unit}", "{title}, {unit}")
_CROSS_NOTE = Text(
    "Kostnaden är nyckeltalet {cost}. Medianer och rangkorrelation räknas på dem som har båda värdena, egen "
    "bearbetning.",
    "The cost is the KPI {cost}. Medians and rank correlation are of those that have both values, our own processing.",
)


def cost_view(kpi: Kpi, evaluation: Evaluation, write: Writer) -> CostView | None:
    """What one result cost, this year and before; None for a KPI that has no such cost."""
    found, per = evaluation.costs.get(kpi.id), kpi.cost_per
    if not found or per is None:
        return None
    titles = evaluation.plan.areas
    areas = ", ".join(write.text(titles[one].title) for one in per.areas if one in titles)
    rows = tuple(
        (
            write.period(one.period),
            _number(_kronor(one), write),
            _number(one.volume, write),
            _number(one.cost, write),
        )
        for one in found
        if one.cost is not None
    )
    return CostView(
        _told(kpi, found[-1], evaluation, write),
        write.text(_NOTE, areas=areas),
        rows if len(found) > 1 else (),
        any(one.example for one in found),
    )


def cost_lines(evaluation: Evaluation, write: Writer) -> Iterator[CostOfKpi]:
    """Every KPI whose results have a cost, or are held against one, in the order of the report."""
    for one in evaluation.kpis:
        kpi = evaluation.plan.kpis[one.kpi]
        told = []
        if kpi.cost_per and (found := evaluation.costs.get(kpi.id)):
            told.append(_told(kpi, found[-1], evaluation, write))
        if cross := next(iter(evaluation.crosses.get(kpi.id, ())), None):
            told.append(_position(kpi, cross, evaluation, write))
        if told:
            yield CostOfKpi(kpi.id, write.text(kpi.title), tuple(told))


def _told(kpi: Kpi, result: CostResult, evaluation: Evaluation, write: Writer) -> str:
    what = kpi.cost_per.what if kpi.cost_per else Text("")
    period = write.period(result.period)
    if result.reason:
        titles = evaluation.plan.areas
        areas = ", ".join(write.text(titles[one].title) if one in titles else one for one in result.areas)
        return write.text(_UNKNOWN, what=what, reason=_WHY[result.reason].filled({"period": period, "areas": areas}))
    numbers = {"volume": _number(result.volume, write), "cost": _number(result.cost, write)}
    told = write.text(_COST, money=_number(_kronor(result), write), what=what, period=period, **numbers)
    return f"{told}."


def _kronor(result: CostResult) -> Decimal | None:
    return None if result.money is None else result.money * _THOUSAND


def _number(value: Decimal | None, write: Writer) -> str:
    return "" if value is None else write.number(value)


def cross_view(kpi: Kpi, evaluation: Evaluation, write: Writer) -> CrossView | None:
    """Cost against result in each group; the values of the first group that has any."""
    found = evaluation.crosses.get(kpi.id, ())
    if not found:
        return None
    plan = evaluation.plan
    shown = next((one for one in found if one.median), None)
    cost = plan.kpis[found[0].cost_kpi]
    return CrossView(
        tuple(" ".join(_lines(kpi, one, evaluation, write)) for one in found),
        write.text(_CROSS_NOTE, cost=write.text(cost.title)),
        _figure(kpi, shown, evaluation, write) if shown else None,
        _axis(cost, write),
        _axis(kpi, write),
        tuple(_values(shown, evaluation, write)) if shown else (),
    )


def _axis(kpi: Kpi, write: Writer) -> str:
    return write.text(_AXIS, title=kpi.title, unit=kpi.unit.name)


def _values(cross: CostCross, evaluation: Evaluation, write: Writer) -> Iterator[tuple[str, str, str]]:
    """Everyone by name, ours among them."""
    organisations, own = evaluation.plan.organisations, evaluation.plan.organisation
    points = {**cross.others, **({own: cross.own} if cross.own else {})}
    named = ((organisations[key].name if key in organisations else key, one) for key, one in points.items())
    for name, one in sorted(named):
        yield name, write.number(one.cost), write.number(one.result)


def _lines(kpi: Kpi, cross: CostCross, evaluation: Evaluation, write: Writer) -> Iterator[str]:
    yield _position(kpi, cross, evaluation, write)
    if cross.median is None:
        return
    if cross.alike is not None:
        yield write.text(_QUARTER, alike=str(cross.alike), others=str(len(cross.others)))
    if cross.n < FEWEST_CORRELATED:
        yield write.text(_FEW_TO_CORRELATE, fewest=str(FEWEST_CORRELATED))
    elif cross.correlation is None or cross.chance is None:
        yield write.text(_ALL_ALIKE)
    else:
        numbers = {"n": str(cross.n), "correlation": write.number(cross.correlation)}
        if abs(cross.correlation) > cross.chance:
            yield write.text(_TOGETHER, better=_BETTER if cross.correlation > 0 else _WORSE, **numbers)
        else:
            yield write.text(_APART, chance=write.number(cross.chance), **numbers)


def _position(kpi: Kpi, cross: CostCross, evaluation: Evaluation, write: Writer) -> str:
    plan = evaluation.plan
    facts = {"group": write.text(plan.groups[cross.group].title), "period": write.period(cross.period)}
    if cross.median is None:
        return write.text(_TOO_FEW, n=str(cross.n), **facts)
    if cross.own is None or cross.cost_beside is None or cross.result_beside is None:
        return write.text(_NOT_PLACED, **facts)
    cost = plan.kpis[cross.cost_kpi]
    result = _ALIKE
    if cross.result_beside is not Beside.EQUAL:
        is_better = (cross.result_beside is Beside.HIGHER) is (kpi.direction is Direction.HIGHER)
        result = _BETTER if is_better else _WORSE
    values = {
        "own_cost": write.value(cross.own.cost, cost.unit),
        "median_cost": write.value(cross.median.cost, cost.unit),
        "own_result": write.value(cross.own.result, kpi.unit),
        "median_result": write.value(cross.median.result, kpi.unit),
    }
    return write.text(_POSITION, cost=_LESS[cross.cost_beside], result=result, **values, **facts)


def _figure(kpi: Kpi, cross: CostCross, evaluation: Evaluation, write: Writer) -> Figure:
    plan = evaluation.plan
    cost = plan.kpis[cross.cost_kpi]
    everyone = [*cross.others.values(), *([cross.own] if cross.own else [])]
    spec = scatter.Scatter(
        tuple(_place(one) for one in cross.others.values()),
        _place(cross.own) if cross.own else None,
        plan.organisations[plan.organisation].name,
        f"{_axis(cost, write)} →",
        f"↑ {_axis(kpi, write)}",
        _place(cross.median) if cross.median else None,
        percent=kpi.unit.is_percent and all(0 <= one.result <= 100 for one in everyone),  # noqa: PLR2004
    )
    told = write.text(_CAPTION, period=write.period(cross.period), group=plan.groups[cross.group].title)
    heading = write.text(_HEADING)

    def number(tick: Tick) -> str:
        return write.number(tick.exact)

    svg = scatter.draw(
        spec, name=f"{kpi.id}_scatter", title=f"{heading}: {write.text(kpi.title)}", description=told, number=number
    )
    return Figure(Picture(svg), heading, told)


def _place(point: Point) -> tuple[float, float]:
    return float(point.cost), float(point.result)
