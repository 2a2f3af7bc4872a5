"""Costs and data: what is divided can be divided, what is a cost is one, and doubtful data says why."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.costs import VolumeOf
from malstyrning.domain.kpis import Kpi, Quality
from malstyrning.domain.unfinished import is_written
from malstyrning.domain.words import Direction
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule


def _example(unit: str, keys: str, direction: str = "higher") -> str:
    return (
        f"kpis:\n  lan:\n    title: Lån på biblioteken\n    goal: mal\n    unit: {unit}\n    decimals: 0\n"
        f"    direction: {direction}\n    causal_link: Den som lånar läser också.\n"
        f"    method: Räknas i bibliotekens system.\n    comparability: Eget mått.\n{keys}"
        "    target_levels:\n"
        "      - {year: 2023, kind: at_least, level: 50, decided: 2022-11-15, reference: KF § 1}\n"
    )


def _cost(direction: str) -> str:
    return _example("count", "    cost_kpi: kostnad\n") + (
        "  kostnad:\n    title: Kostnad för ett lån\n    goal: mal\n    unit: kronor\n    decimals: 0\n"
        f"    direction: {direction}\n    causal_link: Kostnaden visar vad lånen kostar.\n"
        "    method: Enligt bokslutet.\n    comparability: Eget mått.\n"
    )


@rule(
    "KPI475",
    "cost-per-share",
    on=Kpi,
    needs=lambda kpi: kpi.cost_per,
    says=Text(
        "of: value delar kostnaden med ett värde i {unit}, som inte är ett antal",
        "of: value divides the cost by a value in {unit}, which counts nothing",
    ),
    cure=Text(
        "skriv of: numerator och täljaren i data/, eller ta bort cost_per",
        "write of: numerator and the numerator in data/, or remove cost_per",
    ),
    why=Text(
        "Pengar delade med en andel är inte vad ett resultat kostade. Halveras andelen skulle kostnaden fördubblas.",
        "Money over a share is not what a result cost. Were the share to halve, the cost would double.",
    ),
    bad=_example("percent", "    cost_per: {of: value, areas: [omrade], what: lån}\n"),
    good=_example("count", "    cost_per: {of: value, areas: [omrade], what: lån}\n"),
)
def cost_per_share(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A value that costs are divided by is a number of something: in `count`, or in a unit of the workspace's own."""
    if kpi.cost_per and kpi.cost_per.of is VolumeOf.VALUE and kpi.unit.code not in {"count", ""}:
        yield Found(("cost_per", "of"), {"unit": kpi.unit.code})


@rule(
    "KPI476",
    "cost-that-is-no-cost",
    on=Kpi,
    needs=lambda kpi: kpi.cost_kpi,
    says=Text(
        "{cost} kan inte vara en kostnad: {why}",
        "{cost} can't be a cost: {why}",
    ),
    cure=Text("nämn ett nyckeltal med direction: none eller lower", "name a KPI with direction: none or lower"),
    why=Text(
        "En kostnad är lägre eller högre och i sig varken bra eller dålig. Ställs resultatet mot ett annat resultat "
        "säger diagrammet ingenting om pengar.",
        "A cost is lower or higher, and by itself neither good nor bad. Held against another result the chart says "
        "nothing of money.",
    ),
    bad=_cost("none").replace("cost_kpi: kostnad", "cost_kpi: lan"),
    good=_cost("none"),
)
def cost_that_is_no_cost(kpi: Kpi, context: Context) -> Iterator[Found]:
    """The cost is another KPI, and higher is not its better way."""
    cost = context.plan.kpis.get(kpi.cost_kpi or "")
    if cost is None:
        return
    if cost.id == kpi.id:
        why = Text("det är nyckeltalet självt", "it is the KPI itself")
        yield Found(("cost_kpi",), {"cost": cost.id, "why": why})
    elif cost.direction not in (Direction.NONE, Direction.LOWER):
        why = Text(f"dess direction är {cost.direction}", f"its direction is {cost.direction}")
        beside = Beside(Text("den står här", "it stands here"), cost.id, ("direction",))
        yield Found(("cost_kpi",), {"cost": cost.id, "why": why}, beside=(beside,))


@rule(
    "KPI477",
    "cost-against-no-result",
    on=Kpi,
    needs=lambda kpi: kpi.cost_kpi,
    severity=Severity.WARNING,
    says=Text(
        "cost_kpi används inte, eftersom direction är {direction}",
        "cost_kpi is not used, since direction is {direction}",
    ),
    cure=Text("ta bort cost_kpi, eller rätta direction", "remove cost_kpi, or correct direction"),
    why=Text(
        "Utan en riktning är inget resultat bättre eller sämre, och då finns inget att ställa kostnaden mot.",
        "Without a direction no result is better or worse, and there is nothing to hold the cost against.",
    ),
    bad=_cost("none").replace("direction: higher", "direction: none").partition("    target_levels")[0]
    + _cost("none").partition("§ 1}\n")[2],
    good=_cost("none"),
)
def cost_against_no_result(kpi: Kpi, _: Context) -> Iterator[Found]:
    """What a cost is held against has a better way."""
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER):
        yield Found(("cost_kpi",), {"direction": kpi.direction.value}, on_key=True)


@rule(
    "KPI478",
    "doubtful-data-unexplained",
    on=Kpi,
    needs=lambda kpi: kpi.data_quality,
    severity=Severity.WARNING,
    says=Text("Uppgifterna är {level}, men inte varför", "The data are {level}, but it does not say why"),
    cure=Text("skriv text under data_quality", "write text under data_quality"),
    why=Text(
        "Den som läser att en siffra är osäker behöver veta på vilket sätt, annars kan den varken användas eller "
        "rättas.",
        "Whoever reads that a figure is uncertain needs to know in what way, or can neither use nor mend it.",
    ),
    bad=_example("count", "    data_quality: {level: poor}\n"),
    good=_example("count", "    data_quality: {level: poor, text: Två av fem bibliotek räknar inte lånen}\n"),
)
def doubtful_data_unexplained(kpi: Kpi, _: Context) -> Iterator[Found]:
    """Uncertain or poor data has a text."""
    quality = kpi.data_quality
    if quality and quality.level is not Quality.GOOD and not is_written(quality.text):
        yield Found(("data_quality", "level"), {"level": quality.level.value})
