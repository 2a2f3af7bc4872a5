"""Kolada: a KPI that rests on one of Kolada's is still the same one there, by the snapshot in data/."""

from collections.abc import Iterator
from operator import attrgetter

from malstyrning.diagnostics import Severity
from malstyrning.domain.kolada import KoladaKpi, KoladaType
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.words import OrganisationKind
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Beside, Context, Found, rule

_KOLADA = attrgetter("kolada")
_KPI = (
    "kpis:\n  lasning:\n    title: Läser på fritiden, årskurs 5, kommunala skolor\n    goal: mal\n    unit: percent\n"
    "    decimals: 0\n    direction: higher\n    kolada: {}\n"
)
_KNOWN, _OTHER = "N00001", "N00002"
_TITLE = "    kolada_title: Elever i åk 5 som läser på fritiden, kommunala skolor, andel (%)\n"
_LEVEL = (
    "    target_levels:\n      - {{year: {}, kind: at_least, level: 70, decided: 2021-11-15, reference: KF § 301}}\n"
)
_OF_ANOTHER_KIND = {
    (OrganisationKind.MUNICIPALITY, KoladaType.REGIONS): (
        Text("regioner", "regions"),
        Text("en kommun", "a municipality"),
    ),
    (OrganisationKind.REGION, KoladaType.MUNICIPALITIES): (
        Text("kommuner", "municipalities"),
        Text("en region", "a region"),
    ),
}
_SNAPSHOT = (
    "kolada,title,by_gender,type,retrieved\n"
    'N00001,"Elever i åk 5 som läser på fritiden, kommunala skolor, andel (%)",yes,K,2023-02\n'
)


def _at_kolada(kpi: Kpi, context: Context) -> KoladaKpi | None:
    return context.kolada.get(kpi.kolada) if kpi.kolada else None


def _beside(one: KoladaKpi) -> tuple[Beside, ...]:
    note = Text(f"Koladas uppgift, hämtad {one.retrieved}", f"what Kolada says, retrieved {one.retrieved}")
    return (Beside(note, one),)


@rule(
    "KPI481",
    "unknown-in-kolada",
    on=Kpi,
    needs=_KOLADA,
    severity=Severity.WARNING,
    says=Text(
        "{found} finns inte i utdraget från Kolada (data/kolada/)",
        "{found} is not in the snapshot of Kolada (data/kolada/)",
    ),
    cure=Text(
        "rätta kolada, eller lägg till raden i data/kolada/kpis.csv om nyckeltalet finns i Kolada",
        "correct kolada, or add the row to data/kolada/kpis.csv if Kolada has the KPI",
    ),
    why=Text(
        "Med fel id hämtas värdena för ett annat nyckeltal, eller inga alls.",
        "With a wrong id the values of another KPI are fetched, or none at all.",
    ),
    bad=_KPI.format("N00009"),
    good=_KPI.format(_KNOWN),
)
def unknown_in_kolada(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Where there is a snapshot, it has every id that a KPI names."""
    if kpi.kolada is None or not context.kolada or kpi.kolada in context.kolada:
        return
    meant = _meant(kpi, context)
    cure = Text(f"skriv kolada: {meant.id}", f"write kolada: {meant.id}") if meant else None
    yield Found(("kolada",), {"found": kpi.kolada}, cure, beside=_beside(meant) if meant else ())


def _meant(kpi: Kpi, context: Context) -> KoladaKpi | None:
    """The row that has the title of a KPI whose id has none."""
    same = (kpi.kolada_title or "").split()
    if kpi.kolada is None or kpi.kolada in context.kolada or not same:
        return None
    return next((one for one in context.kolada.values() if one.title.split() == same), None)


@rule(
    "KPI482",
    "renamed-in-kolada",
    on=Kpi,
    needs=_KOLADA,
    severity=Severity.WARNING,
    says=Text(
        "{kolada} heter nu ”{title}” i Kolada",
        "Kolada now calls {kolada} “{title}”",
    ),
    cure=Text(
        "se efter om definitionen har ändrats, och skriv kolada_title: {title}",
        "see whether the definition has changed, and write kolada_title: {title}",
    ),
    why=Text(
        "När Kolada byter titel har ofta definitionen ändrats, och då går serien inte att jämföra bakåt.",
        "When Kolada changes a title the definition has often changed, and then the series can't be compared with "
        "what was before.",
    ),
    bad=_KPI.format(_KNOWN) + _TITLE.replace("åk 5", "åk 4"),
    good=_KPI.format(_KNOWN) + _TITLE,
)
def renamed_in_kolada(kpi: Kpi, context: Context) -> Iterator[Found]:
    """The title that we chose the KPI by is the one that Kolada has; spaces do not count."""
    there = _at_kolada(kpi, context)
    if there and kpi.kolada_title and kpi.kolada_title.split() != there.title.split():
        facts: dict[str, str | Text] = {"kolada": there.id, "title": there.title}
        yield Found(("kolada_title",), facts, beside=_beside(there))


@rule(
    "KPI483",
    "ended-in-kolada",
    on=Kpi,
    needs=_KOLADA,
    severity=Severity.WARNING,
    says=Text(
        "Målnivån är för {year}, men {kolada} slutar {last} i Kolada",
        "The target level is for {year}, but {kolada} ends in {last} in Kolada",
    ),
    cure=Text(
        "välj ett nyckeltal som fortsätter, eller mät det på annat sätt och ta bort kolada",
        "choose a KPI that goes on, or measure it in another way and remove kolada",
    ),
    why=Text(
        "Nivån kommer aldrig att kunna bedömas, eftersom det inte kommer något utfall.",
        "The level will never be judged, since there will be no outcome.",
    ),
    bad=_KPI.format(_OTHER) + _LEVEL.format(2023),
    good=_KPI.format(_OTHER) + _LEVEL.format(2022),
)
def ended_in_kolada(kpi: Kpi, context: Context) -> Iterator[Found]:
    """No target level is for a year after the last that Kolada has values of."""
    there = _at_kolada(kpi, context)
    for index, level in enumerate(kpi.target_levels if there and there.last_year else ()):
        if there and there.last_year and level.year > there.last_year + kpi.lag:
            facts: dict[str, str | Text] = {"year": str(level.year), "kolada": there.id, "last": str(there.last_year)}
            yield Found(("target_levels", index, "year"), facts, beside=_beside(there))
            return


@rule(
    "KPI484",
    "unused-in-the-snapshot",
    on=SteeringPlan,
    severity=Severity.ADVICE,
    says=Text("{first} används inte av något nyckeltal{more}", "{first} is not used by any KPI{more}"),
    cure=Text("ta bort raden, eller skriv kolada på nyckeltalet", "remove the row, or write kolada on the KPI"),
    why=Text(
        "En rad som ingen använder är ett nyckeltal som togs bort, eller ett där id:t glömdes.",
        "A row that nobody uses is a KPI that was removed, or one where the id was forgotten.",
    ),
    bad=_SNAPSHOT + 'N00008,"Elever i kulturskola, andel (%)",yes,K,2023-02\n',
    good=_SNAPSHOT,
    where="data/kolada/kpis.csv",
)
def unused_in_the_snapshot(plan: SteeringPlan, context: Context) -> Iterator[Found]:
    """Every row of the snapshot is of a KPI that ours rest on; one finding for all."""
    if context.failed or not context.complete:
        return
    used = {kpi.kolada for kpi in plan.kpis.values()}
    used |= {one.id for kpi in plan.kpis.values() if (one := _meant(kpi, context))}  # a slip is told as that
    unused = [one for name, one in context.kolada.items() if name not in used]
    if unused:
        others = len(unused) - 1
        more = plural(others, Text(" (och 1 till)", " (and 1 more)"), Text(" (och {n} till)", " (and {n} more)"))
        yield Found(unused[0], {"first": unused[0].id, "more": more if others else ""})


@rule(
    "KPI485",
    "no-genders-in-kolada",
    on=Kpi,
    needs=_KOLADA,
    severity=Severity.WARNING,
    says=Text(
        "by_gender är true, men Kolada delar inte upp {kolada} på kvinnor och män",
        "by_gender is true, but Kolada does not divide {kolada} by women and men",
    ),
    cure=Text(
        "ta bort by_gender, eller välj ett nyckeltal som är könsuppdelat",
        "remove by_gender, or choose a KPI that is divided by gender",
    ),
    why=Text(
        "Rapporten skulle år efter år säga att värden för kvinnor och män saknas.",
        "Year after year the report would say that the values of women and men are missing.",
    ),
    bad=_KPI.format(_OTHER) + "    by_gender: true\n",
    good=_KPI.format(_KNOWN) + "    by_gender: true\n",
)
def no_genders_in_kolada(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Women and men are judged apart only where Kolada has values of them, or we have measured them ourselves."""
    there = _at_kolada(kpi, context)
    if there and kpi.by_gender and not there.by_gender:
        series = context.series.get(kpi.id)
        if series is None or not any(len(rows) > 1 for rows in series.by_period.values()):
            yield Found(("by_gender",), {"kolada": there.id}, beside=_beside(there))


@rule(
    "KPI486",
    "kolada-kpi-of-another-kind",
    on=Kpi,
    needs=_KOLADA,
    severity=Severity.WARNING,
    says=Text(
        "Kolada har {kolada} bara för {there}, och vi är {here}",
        "Kolada has {kolada} only for {there}, and we are {here}",
    ),
    cure=Text("välj ett nyckeltal med värden för oss", "choose a KPI that has values for us"),
    why=Text(
        "Det kommer aldrig något utfall, hur länge vi än väntar.",
        "There will never be an outcome, however long we wait.",
    ),
    bad=_KPI.format(_OTHER),
    good=_KPI.format(_KNOWN),
)
def kolada_kpi_of_another_kind(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Kolada has values of the kind of organisation that we are."""
    there = _at_kolada(kpi, context)
    own = context.plan.organisations.get(context.plan.organisation)
    if there and own and (words := _OF_ANOTHER_KIND.get((own.kind, there.type))):
        facts: dict[str, str | Text] = {"kolada": there.id, "there": words[0], "here": words[1]}
        yield Found(("kolada",), facts, beside=_beside(there))
