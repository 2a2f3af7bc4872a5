"""Units: a KPI is in the unit that its title speaks of, with no more decimals than that unit carries."""

import re
from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Beside, Context, Found, rule

_MOST_DECIMALS = {"count": 0, "percent": 2, "percentage_points": 2, "index": 2}
# How Kolada's titles end, and the units that such a KPI may have here.
_ENDS = {
    "(%)": ("percent", "percentage_points"),
    " procent": ("percent", "percentage_points"),
    " kr/inv": ("kronor_per_inhabitant",),
    " antal/1000 inv": ("per_1000_inhabitants",),
    " antal/100 000 inv": ("per_100000_inhabitants",),
    " antal/inv": ("per_inhabitant",),
    " antal dagar": ("days",),
    ", antal": ("count",),
    ", index": ("index",),
}
_CLOSED = re.compile(r"\s*\(-\s?[0-9]{4}\)$")  # Kolada's mark of a series that has ended: (-2024)


def _example(unit: str, decimals: int, kolada: str = "") -> str:
    return (
        f"kpis:\n  lan:\n    title: Lån på biblioteken\n    goal: mal\n{kolada}    unit: {unit}\n"
        f"    decimals: {decimals}\n    direction: none\n    causal_link: Lån visar att biblioteken används.\n"
        "    method: Fysiska lån under året.\n"
    )


_KOLADA = "    kolada_title: Lån från kommunala bibliotek, antal/inv\n"


@rule(
    "KPI460",
    "needless-decimals",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text("Nyckeltalet har {decimals}, men enheten är {unit}", "The KPI has {decimals}, but its unit is {unit}"),
    cure=Text(
        "skriv decimals: {most}, eller en egen enhet om det är ett medelvärde",
        "write decimals: {most}, or a unit of its own if it is a mean",
    ),
    why=Text(
        "Decimaler som mätningen inte bär antyder en noggrannhet som inte finns, och gör slumpen till skillnader.",
        "Decimals that the measuring can't carry suggest a precision that is not there, and turn chance into "
        "differences.",
    ),
    bad=_example("count", 1),
    good=_example("count", 0),
)
def needless_decimals(kpi: Kpi, _: Context) -> Iterator[Found]:
    """What is counted is whole, and shares and indices have two decimals at most."""
    most = _MOST_DECIMALS.get(kpi.unit.code, kpi.decimals)
    if kpi.decimals > most:
        decimals = plural(kpi.decimals, Text("1 decimal", "1 decimal"), Text("{n} decimaler", "{n} decimals"))
        facts: dict[str, str | Text] = {"decimals": decimals, "unit": kpi.unit.code, "most": str(most)}
        yield Found(("decimals",), facts)


@rule(
    "KPI469",
    "unit-against-the-title",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Enheten är {unit}, men Koladas titel slutar på ”{end}”",
        "The unit is {unit}, but Kolada's title ends in “{end}”",
    ),
    cure=Text(
        "skriv unit: {fits}, eller en egen enhet om värdet är omräknat",
        "write unit: {fits}, or a unit of its own if the value is converted",
    ),
    why=Text(
        "Värden från Kolada kommer i Koladas enhet. Med fel enhet blir varje siffra i rapporten en annan än den är.",
        "Values from Kolada come in Kolada's unit. With the wrong one every figure in the report is another than it "
        "is.",
    ),
    bad=_example("count", 0, _KOLADA),
    good=_example("per_inhabitant", 1, _KOLADA),
)
def unit_against_the_title(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A named unit is the one that Kolada's title ends in. A unit of the workspace's own is left alone."""
    if not kpi.kolada_title:
        return
    title = _CLOSED.sub("", kpi.kolada_title).lower()
    end = next((one for one in _ENDS if title.endswith(one)), None)
    if end and kpi.unit.code and kpi.unit.code not in _ENDS[end]:
        facts: dict[str, str | Text] = {"unit": kpi.unit.code, "end": end.lstrip(" ,"), "fits": _ENDS[end][0]}
        beside = Beside(Text("Koladas titel", "Kolada's title"), kpi.id, ("kolada_title",))
        yield Found(("unit",), facts, beside=(beside,))
