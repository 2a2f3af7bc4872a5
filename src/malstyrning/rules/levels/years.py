"""Years of target levels: what is measured has something to be held against, and what is decided is used."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.words import Direction, Gender
from malstyrning.language import Text
from malstyrning.rules.goals.years import in_words
from malstyrning.rules.rule import Beside, Context, Found, rule

_KPI = (
    "kpis:\n  trygghet:\n    title: Trygga i centrum\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n    causal_link: Den som är trygg rör sig fritt.\n"
    "    method: Andel som svarar ja i medborgarundersökningen.\n"
)
_LEVEL = (
    "    target_levels:\n"
    "      - {{year: {year}, kind: at_least, level: 80, decided: 2021-11-15, reference: KF § 301}}\n"
)


@rule(
    "TAR618",
    "outcome-between-levels",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "Utfall utan målnivå: {years}, mellan nivåerna för {before} och {after}",
        "Outcomes without a target level: {years}, between the levels for {before} and {after}",
    ),
    cure=Text(
        "lägg till nivån om den är beslutad, eller ett baseline: då visas vägen mellan nivåerna",
        "add the level if it was decided, or a baseline: then the path between the levels is shown",
    ),
    why=Text(
        "Ett år utan nivå bedöms inte, och i tabellen ser det ut som om någon har glömt det.",
        "A year without a level is not judged, and in the table it looks forgotten.",
    ),
    bad="",
    good="",
    where="",
)
def outcome_between_levels(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Between the first and the last level every outcome has a level, or a path from a baseline."""
    years = {one.year for one in kpi.target_levels}
    series = context.series.get(kpi.id)
    if kpi.baseline or not series or not context.goes_on(kpi):
        return
    bare = {
        one.period.year + kpi.lag: one
        for one in series.values
        if _is_outcome(one) and one.period.year + kpi.lag not in years
    }
    between = [year for year in sorted(bare) if years and min(years) < year < max(years)]
    if between:
        facts: dict[str, str | Text] = {
            "years": ", ".join(map(str, between)),
            "before": str(max(year for year in years if year < between[0])),
            "after": str(min(year for year in years if year > between[-1])),
        }
        beside = tuple(Beside(Text("utfallet", "the outcome"), bare[year]) for year in between)
        yield Found(("target_levels",), facts, on_key=True, beside=beside)


def _is_outcome(one: Measurement) -> bool:
    return one.value is not None and one.gender is Gender.ALL and not one.period.kind


@rule(
    "TAR619",
    "direction-without-level",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "Nyckeltalet har direction: {direction} men ingen målnivå",
        "The KPI has direction: {direction} but no target level",
    ),
    cure=Text(
        "lägg till den beslutade nivån under target_levels, eller skriv direction: none om det bara ska beskrivas",
        "add the decided level under target_levels, or write direction: none if it is only to be described",
    ),
    why=Text(
        "Utan nivå går det inte att svara på den första frågan: nådde vi det som var beslutat?",
        "Without a level the first question has no answer: did we reach what was decided?",
    ),
    bad=_KPI,
    good=_KPI + _LEVEL.format(year=2022),
)
def direction_without_level(kpi: Kpi, context: Context) -> Iterator[Found]:
    """A KPI that says which way is better says how far as well."""
    if kpi.direction is not Direction.NONE and not kpi.target_levels and context.goes_on(kpi):
        yield Found(("direction",), {"direction": kpi.direction})


@rule(
    "TAR620",
    "level-outside-its-kpi",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Målnivån är för {year}, men nyckeltalet gäller {years}",
        "The target level is for {year}, but the KPI is in force {years}",
    ),
    cure=Text("rätta year, eller nyckeltalets {key}", "correct year, or the KPI's {key}"),
    why=Text(
        "Ett år då nyckeltalet inte gäller bedöms det inte, och ingen rapport visar nivån.",
        "In a year in which the KPI is not in force it is not judged, and no report shows the level.",
    ),
    bad=_KPI + "    from: 2022\n" + _LEVEL.format(year=2021).replace("2021-11-15", "2020-11-16"),
    good=_KPI + "    from: 2022\n" + _LEVEL.format(year=2022),
)
def level_outside_its_kpi(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A level is for a year of its KPI.

    Levels that were decided before a KPI was ended stay, since nothing that was decided is deleted.
    """
    valid = kpi.standing.valid
    for index, one in enumerate(kpi.target_levels):
        early = valid.first is not None and one.year < valid.first
        late = valid.last is not None and one.year > valid.last and one.decided.year > valid.last
        if early or late:
            key = "from" if early else "to"
            facts: dict[str, str | Text] = {"year": str(one.year), "years": in_words(valid), "key": key}
            beside = Beside(Text("nyckeltalets {key}", "the KPI's {key}").filled({"key": key}), kpi.id, (key,))
            yield Found(("target_levels", index, "year"), facts, beside=(beside,))
