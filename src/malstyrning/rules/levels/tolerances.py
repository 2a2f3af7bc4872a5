"""Tolerances: what counts as nearly reached leaves something to reach."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.targets import gap
from malstyrning.language import Text
from malstyrning.rules.levels.shared import levels_that_count, the_baseline, with_one_limit
from malstyrning.rules.rule import Context, Found, rule


def _example(level: str, baseline: str = "") -> str:
    return (
        "kpis:\n  trygghet:\n    title: Trygga i centrum\n    goal: mal\n    unit: percent\n    decimals: 0\n"
        "    direction: higher\n    causal_link: Den som är trygg rör sig fritt.\n"
        "    method: Andel som svarar ja i medborgarundersökningen.\n    target_levels:\n"
        f"      - {{year: 2022, kind: at_least, level: {level}, decided: 2021-11-15, reference: KF § 301}}\n{baseline}"
    )


@rule(
    "TAR616",
    "tolerance-covers-the-ambition",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Från utgångsvärdet {baseline} till den sista nivån {level} är det {way}, inte mer än toleransen {tolerance}",
        "From the baseline of {baseline} to the last level, {level}, it is {way}, no more than the tolerance of "
        "{tolerance}",
    ),
    cure=Text("skriv en tolerance som är mindre än {way}", "write a tolerance of less than {way}"),
    why=Text(
        "Målet är nästan nått från början: det räcker att ingenting händer.",
        "The goal is nearly reached from the start: nothing needs to happen.",
    ),
    bad=_example("80, tolerance: 5", "    baseline: {year: 2020, value: 76}\n"),
    good=_example("80, tolerance: 1", "    baseline: {year: 2020, value: 76}\n"),
)
def tolerance_covers_the_ambition(kpi: Kpi, context: Context) -> Iterator[Found]:
    """The way from the baseline to the last level is longer than what counts as nearly reached."""
    judged = levels_that_count(kpi, context) if kpi.baseline else []
    limited = with_one_limit(judged[-1][1]) if judged else None
    if limited is None or not kpi.baseline:
        return
    index, one = judged[-1]
    way = -gap(kpi.baseline.value, limited)
    if 0 < way <= one.tolerance and kpi.baseline.year < one.year:
        facts: dict[str, str | Text] = {
            "baseline": str(kpi.baseline.value),
            "level": str(limited.level),
            "way": str(way),
            "tolerance": str(one.tolerance),
        }
        yield Found(("target_levels", index, "tolerance"), facts, beside=(the_baseline(kpi),))


@rule(
    "TAR617",
    "tolerance-as-large-as-the-level",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "tolerance är {tolerance} mot en målnivå på {level} för {year}",
        "tolerance is {tolerance} against a target level of {level} for {year}",
    ),
    cure=Text(
        "rätta nivån, eller skriv i tolerance bara hur långt på fel sida som är nästan nått",
        "correct the level, or write in tolerance only how far on the worse side counts as nearly reached",
    ),
    why=Text(
        "Toleransen är ett avstånd från nivån, i nyckeltalets enhet. En som är lika stor som nivån räcker till noll "
        "eller "
        "till det dubbla, och då är nästan allt nästan nått.",
        "A tolerance is a distance from the level, in the KPI's unit. One as large as the level reaches down to zero "
        "or "
        "up to twice the level, and nearly everything is nearly reached.",
    ),
    bad=_example("80, tolerance: 80"),
    good=_example("80, tolerance: 2"),
)
def tolerance_as_large_as_the_level(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A tolerance is smaller than its level. One of zero, or that may pass it, has nothing to be measured by."""
    if kpi.plausible and kpi.plausible.lower is not None and kpi.plausible.lower < 0:
        return
    for index, one in enumerate(kpi.target_levels):
        limited = with_one_limit(one)
        if limited and 0 < abs(limited.level) <= one.tolerance:
            facts: dict[str, str | Text] = {
                "tolerance": str(one.tolerance),
                "level": str(limited.level),
                "year": str(one.year),
            }
            yield Found(("target_levels", index, "tolerance"), facts)
