"""Populations: our title of a KPI is about the same people and bodies as Kolada's is."""

from collections.abc import Iterator, Mapping

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.populations import Marker, populations
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

_KPI = (
    "kpis:\n  examen:\n    title: {}\n    goal: mal\n    unit: percent\n    decimals: 1\n    direction: higher\n"
    "    kolada_title: Gymnasieelever med examen inom 3 år, hemkommun, andel (%)\n"
)
_ALONE = Text("kommunen utan bolag", "the municipality without its companies")
_NEVER_LEFT_OUT = (Marker.SCHOOLS, Marker.GROUP, Marker.GENDER)


def _names_kolada(kpi: Kpi) -> bool:
    return bool(kpi.kolada or kpi.kolada_title)


def _titles(kpi: Kpi, context: Context) -> tuple[str, str] | None:
    """Kolada's title, from the snapshot where there is one, and ours; None where one of them is missing."""
    there = context.kolada.get(kpi.kolada) if kpi.kolada else None
    title = there.title if there else kpi.kolada_title
    return (title, kpi.title.sv) if title and kpi.title.sv else None


def _explained(kpi: Kpi) -> Mapping[Marker, frozenset[str]]:
    """What our texts of a KPI tell besides its title."""
    criteria = kpi.criteria
    texts = [*(one.text for one in kpi.definitions), criteria.method, criteria.comparability, criteria.relevance]
    return populations(". ".join(one.sv for one in texts if one and one.sv))


@rule(
    "KPI487",
    "another-population",
    on=Kpi,
    needs=_names_kolada,
    severity=Severity.WARNING,
    says=Text(
        "Titeln säger {ours}, men Koladas nyckeltal gäller {theirs}",
        "The title says {ours}, but Kolada's KPI is about {theirs}",
    ),
    cure=Text(
        "skriv {theirs} i titeln, eller byt kolada till det nyckeltal som gäller {ours}",
        "write {theirs} in the title, or change kolada to the KPI about {ours}",
    ),
    why=Text(
        "Elever som bor i kommunen, elever i skolor i kommunen och elever i kommunala skolor är tre grupper med tre "
        "olika värden. Med fel titel jämförs fel grupp med målnivån, och ingen ser det.",
        "Pupils who live in the municipality, pupils in schools there and pupils in municipal schools are three groups "
        "with three values. Under a wrong title the wrong group is held against the level, and no one sees it.",
    ),
    bad=_KPI.format("Examen inom tre år, kommunala skolor"),
    good=_KPI.format("Examen inom tre år, elever boende i kommunen"),
)
def another_population(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Our title does not contradict Kolada's; a difference that our own texts explain is known."""
    if titles := _titles(kpi, context):
        theirs, ours = map(populations, titles)
        for marker, words in ours.items():
            there = theirs.get(marker, frozenset())
            unlike = not words & there and (there or marker is Marker.GROUP)
            if unlike and not _explained(kpi).get(marker, frozenset()) & there:
                name = ", ".join(sorted(there))
                facts: dict[str, str | Text] = {"ours": ", ".join(sorted(words)), "theirs": name or _ALONE}
                yield Found(("title",), facts, beside=_beside(kpi, context))


@rule(
    "KPI488",
    "population-left-out",
    on=Kpi,
    needs=_names_kolada,
    severity=Severity.ADVICE,
    says=Text(
        "Koladas nyckeltal gäller {theirs}, och det framgår inte hos oss",
        "Kolada's KPI is about {theirs}, and we do not say so",
    ),
    cure=Text(
        "skriv {theirs} i titeln, eller förklara det i method eller comparability",
        "write {theirs} in the title, or explain it in method or comparability",
    ),
    why=Text(
        "Kolada har samma mått för flera grupper. Den som inte ser vilken det är jämför lätt med fel värde.",
        "Kolada has the same measure of several groups. Whoever does not see which one it is easily compares with the "
        "wrong value.",
    ),
    bad=_KPI.format("Examen inom tre år") + "    method: Elever som började gymnasiet tre år tidigare.\n",
    good=_KPI.format("Examen inom tre år") + "    method: Elever med Nacka som hemkommun.\n",
)
def population_left_out(kpi: Kpi, context: Context) -> Iterator[Found]:
    """What parts Kolada's KPI from its siblings stands in our title or our texts."""
    if titles := _titles(kpi, context):
        theirs, ours = map(populations, titles)
        left_out = [one for one in _NEVER_LEFT_OUT if one in theirs and one not in ours]
        left_out = [one for one in left_out if one not in _explained(kpi)]
        if left_out:
            names = ", ".join(name for one in left_out for name in sorted(theirs[one]))
            yield Found(("title",), {"theirs": names}, beside=_beside(kpi, context))


def _beside(kpi: Kpi, context: Context) -> tuple[Beside, ...]:
    note = Text("Koladas titel", "Kolada's title")
    there = context.kolada.get(kpi.kolada) if kpi.kolada else None
    return (Beside(note, there),) if there else (Beside(note, kpi.id, ("kolada_title",)),)
