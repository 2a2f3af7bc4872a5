"""Baselines: the value that levels lead away from is the value of its year, and was known in time."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Baseline, Kpi
from malstyrning.domain.numbers import decimals_of, rounded
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.words import Gender
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Beside, Context, Found, Series, rule

_KPI = (
    "kpis:\n  arbetsloshet:\n    title: Arbetslöshet\n    goal: mal\n    unit: percent\n    decimals: 1\n"
    "    direction: lower\n    causal_link: Färre arbetslösa betyder att fler är i arbete.\n"
    "    method: Årsmedelvärdet av arbetslösa delat med befolkningen.\n    target_levels:\n"
    "      - {year: 2022, kind: at_most, level: 4, decided: 2021-11-15, reference: KF § 301}\n"
)


@rule(
    "KPI466",
    "baseline-too-precise",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Utgångsvärdet är {found} men nyckeltalet har {decimals}",
        "The baseline is {found} but the KPI has {decimals}",
    ),
    cure=Text("skriv value: {rounded}", "write value: {rounded}"),
    why=Text(
        "Vägen till den slutliga nivån ritas från utgångsvärdet, och den som läser ser bara nyckeltalets decimaler.",
        "The path to the final level is drawn from the baseline, and a reader sees the KPI's decimals alone.",
    ),
    bad=_KPI + "    baseline: {year: 2020, value: 5.15}\n",
    good=_KPI + "    baseline: {year: 2020, value: 5.2}\n",
)
def baseline_too_precise(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A baseline has no more decimals than its KPI."""
    if kpi.baseline and decimals_of(kpi.baseline.value) > kpi.decimals:
        facts: dict[str, str | Text] = {
            "found": str(kpi.baseline.value),
            "decimals": plural(kpi.decimals, Text("1 decimal", "1 decimal"), Text("{n} decimaler", "{n} decimals")),
            "rounded": str(rounded(kpi.baseline.value, kpi.decimals)),
        }
        yield Found(("baseline", "value"), facts)


@rule(
    "KPI467",
    "baseline-after-the-decision",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Utgångsvärdet är från {year}, men den senaste målnivån beslutades redan {decided}",
        "The baseline is from {year}, but the latest target level was decided as early as {decided}",
    ),
    cure=Text(
        "ange det utgångsvärde som var känt vid beslutet, från {known} eller tidigare",
        "give the baseline that was known at the decision, from {known} or earlier",
    ),
    why=Text(
        "En nivå beslutas mot det som då är känt. Ett senare utgångsvärde ritar om vägen i efterhand.",
        "A level is decided against what is known. A later baseline redraws the path afterwards.",
    ),
    bad=_KPI + "    baseline: {year: 2022, value: 5.2}\n",
    good=_KPI + "    baseline: {year: 2020, value: 5.2}\n",
)
def baseline_after_the_decision(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A baseline is not younger than both the latest decision and the first level.

    One between them was chosen before it was known. One after the last level is told elsewhere.
    """
    years = [one.year for one in kpi.target_levels]
    if not kpi.baseline or not years or not min(years) <= kpi.baseline.year <= max(years):
        return
    latest = max(kpi.target_levels, key=lambda one: one.decided)
    if latest.decided.year < kpi.baseline.year:
        facts: dict[str, str | Text] = {
            "year": str(kpi.baseline.year),
            "decided": str(latest.decided),
            "known": str(latest.decided.year),
        }
        at = ("target_levels", kpi.target_levels.index(latest), "decided")
        beside = Beside(Text("senast beslutad här", "last decided here"), kpi.id, at)
        yield Found(("baseline", "year"), facts, beside=(beside,))


@rule(
    "KPI468",
    "baseline-against-the-data",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "Utgångsvärdet är {found}, men i data/ är värdet för {year} {value}",
        "The baseline is {found}, but in data/ the value of {year} is {value}",
    ),
    cure=Text(
        "skriv value: {value}; har källan räknat om serien kan en ny definition säga det",
        "write value: {value}; where the source has recounted the series a new definition can say so",
    ),
    why=Text(
        "Två värden för samma år ger två svar på hur långt det är kvar.",
        "Two values for one year give two answers to how far there is to go.",
    ),
    bad="",
    good="",
    where="",
)
def baseline_against_the_data(series: Series, _: Context) -> Iterator[Found]:
    """A baseline is the value of its year, as precisely as it is written."""
    for baseline, one, value in against_the_data(series):
        facts: dict[str, str | Text] = {"found": str(baseline.value), "year": str(baseline.year), "value": str(value)}
        yield Found(("baseline", "value"), facts, beside=(Beside(Text("värdet i data/", "the value in data/"), one),))


def against_the_data(series: Series) -> list[tuple[Baseline, Measurement, Decimal]]:
    """The baseline with the value of its year where they differ, and that value as precisely as the baseline."""
    baseline, decimals = series.kpi.baseline, series.kpi.decimals
    if baseline is None or decimals_of(baseline.value) > decimals:
        return []
    exactly = decimals_of(baseline.value)
    return [
        (baseline, one, value)
        for one in series.values
        if (one.period.kind, one.period.year, one.gender) == ("", baseline.year, Gender.ALL)
        and one.value is not None
        and (value := rounded(one.value, exactly)) != baseline.value
    ]
