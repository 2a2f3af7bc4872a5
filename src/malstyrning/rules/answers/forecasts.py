"""Forecasts: a committee's own is of a year that has not ended, and as precise as its KPI."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.numbers import decimals_of
from malstyrning.domain.periods import parse_period
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Context, Found, rule


def _example(period: str, value: str) -> str:
    return (
        f"evaluations:\n  - committee: namnd\n    period: {period}\n"
        f"    kpis: {{nyckeltal: {{forecast: {{value: {value}, text: Det vi vet i augusti}}}}}}\n"
    )


@rule(
    "EVA981",
    "forecast-after-the-year",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text("Prognosen för {kpi} står i bokslutets svar", "The forecast of {kpi} stands in the answers of the close"),
    cure=Text(
        "flytta den till nämndens utvärdering för T1 eller T2", "move it to the committee's evaluation of T1 or T2"
    ),
    why=Text(
        "När året är slut finns utfallet. En prognos där visas inte, och räknas inte när träffarna räknas.",
        "When the year has ended there is an outcome. A forecast there is not shown, nor counted among the hits.",
    ),
    bad=_example("2022", "91"),
    good=_example("2022T2", "91"),
)
def forecast_after_the_year(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A forecast is given before the close."""
    period = parse_period(evaluation.period)
    for kpi, answer in evaluation.kpis.items():
        if answer.forecast and period and not period.kind:
            yield Found(("kpis", kpi, "forecast"), {"kpi": kpi}, on_key=True)


@rule(
    "EVA982",
    "forecast-too-precise",
    on=CommitteeEvaluation,
    says=Text("Prognosen {found} har fler decimaler än {kpi}", "The forecast {found} has more decimals than {kpi}"),
    cure=Text("skriv den med högst {decimals}", "write it with at most {decimals}"),
    why=Text(
        "Prognosen hålls mot utfallet, som är avrundat till nyckeltalets decimaler. Den avrundas aldrig åt nämnden.",
        "It is held against the outcome, which has the KPI's decimals, and is never rounded for the committee.",
    ),
    bad=_example("2022T2", "91.25"),
    good=_example("2022T2", "91.5"),
)
def forecast_too_precise(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """A forecast has no more decimals than its KPI."""
    for name, answer in evaluation.kpis.items():
        kpi = context.plan.kpis.get(name)
        if kpi and answer.forecast and decimals_of(answer.forecast.value) > kpi.decimals:
            decimals = plural(kpi.decimals, Text("1 decimal", "1 decimal"), Text("{n} decimaler", "{n} decimals"))
            facts: dict[str, str | Text] = {"found": str(answer.forecast.value), "kpi": name, "decimals": decimals}
            yield Found(("kpis", name, "forecast", "value"), facts)
