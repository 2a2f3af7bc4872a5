"""Definitions: each year has one, and a new one says something new, for it breaks the series."""

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

_DEFINITIONS = attrgetter("definitions")
_KPI = (
    "kpis:\n  arbetsloshet:\n    title: Arbetslöshet\n    goal: mal\n    unit: percent\n    decimals: 1\n"
    "    direction: lower\n    causal_link: Färre arbetslösa betyder att fler är i arbete.\n"
    "    method: Årsmedelvärdet av arbetslösa delat med befolkningen.\n    target_levels:\n"
    "      - {year: 2022, kind: at_most, level: 4, decided: 2021-11-15, reference: KF § 301}\n"
)


def _defined(*definitions: str) -> str:
    return _KPI + "    definitions:\n" + "".join(f"      - {{from: {one}}}\n" for one in definitions)


@rule(
    "KPI462",
    "two-definitions-at-once",
    on=Kpi,
    needs=_DEFINITIONS,
    says=Text("Två definitioner gäller från {year}", "Two definitions are in force from {year}"),
    cure=Text(
        "ta bort den ena, eller skriv året då definitionen ändrades",
        "remove one of them, or write the year in which the definition was changed",
    ),
    why=Text(
        "Definitionen säger vad värdet är. När två börjar samtidigt går det inte att säga vilken som gäller.",
        "The definition says what the value is. When two begin at once no one can say which is in force.",
    ),
    bad=_defined("2016, text: Invånare 18–64 år.", "2016, text: Invånare 18–65 år."),
    good=_defined("2016, text: Invånare 18–64 år.", "2022, text: Invånare 18–65 år."),
)
def two_definitions_at_once(kpi: Kpi, _: Context) -> Iterator[Found]:
    """Each year has one definition that begins in it."""
    first: dict[int, int] = {}
    for index, one in enumerate(kpi.definitions):
        before = first.setdefault(one.first_year, index)
        if before != index:
            beside = Beside(
                Text("här börjar den andra", "here the other begins"), kpi.id, ("definitions", before, "from")
            )
            yield Found(("definitions", index, "from"), {"year": str(one.first_year)}, beside=(beside,))


@rule(
    "KPI463",
    "definitions-out-of-order",
    on=Kpi,
    needs=_DEFINITIONS,
    severity=Severity.ADVICE,
    says=Text(
        "Definitionen från {year} står efter den från {before}",
        "The definition from {year} comes after the one from {before}",
    ),
    cure=Text("skriv definitionerna med den äldsta först", "write the definitions with the oldest first"),
    why=Text(
        "Den som läser uppifrån och ned tror att den sista är den som gäller nu.",
        "Whoever reads from top to bottom thinks that the last one is in force now.",
    ),
    bad=_defined("2022, text: Invånare 18–65 år.", "2016, text: Invånare 18–64 år."),
    good=_defined("2016, text: Invånare 18–64 år.", "2022, text: Invånare 18–65 år."),
)
def definitions_out_of_order(kpi: Kpi, _: Context) -> Iterator[Found]:
    """Definitions stand in the order of their years."""
    for index, (before, one) in enumerate(pairwise(kpi.definitions), 1):
        if one.first_year < before.first_year:
            facts: dict[str, str | Text] = {"year": str(one.first_year), "before": str(before.first_year)}
            yield Found(("definitions", index, "from"), facts)


@rule(
    "KPI464",
    "years-before-the-definition",
    on=Kpi,
    needs=_DEFINITIONS,
    severity=Severity.ADVICE,
    says=Text(
        "Den första definitionen är från {year}, men nyckeltalet {already}",
        "The first definition is from {year}, but the KPI {already}",
    ),
    cure=Text(
        "skriv from: {first}, eller lägg till den definition som gällde före {year}",
        "write from: {first}, or add the definition that was in force before {year}",
    ),
    why=Text(
        "De åren har nyckeltalet ingen definition, och rapporten kan inte säga att serien är bruten.",
        "In those years the KPI has no definition, and the report can't tell that the series is broken.",
    ),
    bad=_defined("2023, text: Invånare 18–65 år."),
    good=_defined("2016, text: Invånare 18–65 år."),
)
def years_before_the_definition(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A KPI that has definitions has one from its first year and its first level on."""
    begun = kpi.standing.valid.first
    levels = min((one.year - kpi.lag for one in kpi.target_levels), default=None)
    years = [year for year in (begun, levels) if year is not None]
    index, year = min(((index, one.first_year) for index, one in enumerate(kpi.definitions)), key=lambda one: one[1])
    if years and year > min(years):
        first = str(min(years))
        already = (
            Text("gäller från {first}", "is in force from {first}")
            if begun == min(years)
            else Text("har en målnivå för värdet {first}", "has a target level for the value of {first}")
        )
        facts: dict[str, str | Text] = {"year": str(year), "first": first, "already": already.filled({"first": first})}
        yield Found(("definitions", index, "from"), facts)


@rule(
    "KPI465",
    "definition-unchanged",
    on=Kpi,
    needs=_DEFINITIONS,
    severity=Severity.WARNING,
    says=Text(
        "Definitionen från {year} är densamma som den från {before}",
        "The definition from {year} is the same as the one from {before}",
    ),
    cure=Text("ta bort den, eller skriv vad som ändrades {year}", "remove it, or write what was changed in {year}"),
    why=Text(
        "En ny definition bryter serien: ingenting jämförs över den. Här bryts den för ingenting.",
        "A new definition breaks the series: nothing is compared across it. Here it is broken for nothing.",
    ),
    bad=_defined("2016, text: Invånare 18–64 år.", "2022, text: Invånare 18–64 år."),
    good=_defined("2016, text: Invånare 18–64 år.", "2022, text: Invånare 18–65 år."),
)
def definition_unchanged(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A definition differs from the one before it."""
    in_order = sorted(enumerate(kpi.definitions), key=lambda one: one[1].first_year)
    for (before_index, before), (index, one) in pairwise(in_order):
        if one.text == before.text and one.first_year != before.first_year:
            facts: dict[str, str | Text] = {"year": str(one.first_year), "before": str(before.first_year)}
            beside = Beside(
                Text("samma text står här", "the same text is here"), kpi.id, ("definitions", before_index, "text")
            )
            yield Found(("definitions", index, "text"), facts, beside=(beside,))
