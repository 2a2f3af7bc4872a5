"""Decisions on target levels: in time, with a reference, and never looser than the council's."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.targets import TargetLevel, is_easier
from malstyrning.domain.words import DecidedBy, Direction
from malstyrning.language import Text, plural
from malstyrning.rules.levels.shared import limit_and_what_on
from malstyrning.rules.rule import Beside, Context, Found, rule

_KPI = (
    "kpis:\n  trygghet:\n    title: Trygga i centrum\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n    causal_link: Den som är trygg rör sig fritt.\n"
    "    method: Andel som svarar ja i medborgarundersökningen.\n    target_levels:\n"
)
_COUNCIL = "      - {year: 2022, kind: at_least, level: 80, decided: 2021-11-15, reference: KF § 301}\n"
_COMMITTEE = (
    "      - {{year: 2022, kind: at_least, level: {level}, decided: 2021-12-08, reference: KN § 77, "
    "decided_by: committee}}\n"
)


@rule(
    "TAR608",
    "level-without-reference",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text("reference saknas för {levels}", "No reference for {levels}"),
    cure=Text(
        "skriv var beslutet finns, till exempel reference: KF {decided} § …",
        "write where the decision is recorded, for example reference: KF {decided} § …",
    ),
    why=Text(
        "En målnivå är ett beslut. Utan hänvisning kan ingen kontrollera att det är fullmäktiges nivå som bedöms.",
        "A target level is a decision. Without a reference no one can check that it is the council's level that is "
        "judged.",
    ),
    bad=_KPI + _COUNCIL.replace(", reference: KF § 301", ""),
    good=_KPI + _COUNCIL,
)
def level_without_reference(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Every level says where its decision stands. Told once for a KPI, at the first level that does not."""
    without = [index for index, one in enumerate(kpi.target_levels) if not one.reference]
    if without and context.goes_on(kpi):
        years = sorted({kpi.target_levels[index].year for index in without})
        listed = ", ".join(map(str, years))
        levels = plural(
            len(without),
            Text(f"målnivån för {listed}", f"the target level for {listed}"),
            Text(f"{{n}} målnivåer ({listed})", f"{{n}} target levels ({listed})"),
        )
        facts: dict[str, str | Text] = {"levels": levels, "decided": str(kpi.target_levels[without[0]].decided)}
        yield Found(("target_levels", without[0]), facts)


@rule(
    "TAR612",
    "decided-after-its-year",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Målnivån för {year} beslutades {decided}, när året redan var slut",
        "The target level for {year} was decided on {decided}, when the year was over",
    ),
    cure=Text("rätta decided eller year", "correct decided or year"),
    why=Text(
        "En nivå som sätts när utfallet är känt säger inget om måluppfyllelsen, och bokslutet bedömer inte mot den.",
        "A level set when the outcome is known says nothing of fulfilment, and the close does not judge by it.",
    ),
    bad=_KPI + _COUNCIL.replace("2021-11-15", "2023-02-20"),
    good=_KPI + _COUNCIL,
)
def decided_after_its_year(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A level is not decided after its year. Where `source` stands, the day may be the first that is known."""
    for index, one in enumerate(kpi.target_levels):
        if one.decided.year > one.year and not one.source:
            yield Found(("target_levels", index, "decided"), _dated(one))


@rule(
    "TAR613",
    "decided-during-its-year",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "Den första målnivån för {year} beslutades {decided}, när året hade börjat",
        "The first target level for {year} was decided on {decided}, when the year had begun",
    ),
    cure=Text(
        "besluta nivån i budgeten, före årets början; rätta decided om dagen är fel",
        "decide the level in the budget, before the year begins; correct decided if the day is wrong",
    ),
    why=Text(
        "Ingen kunde styra mot nivån från årets början, och det syns inte i ett betyg på hela året.",
        "No one could steer by the level from the beginning of the year, and a verdict on the whole year does not "
        "show it.",
    ),
    bad=_KPI + _COUNCIL.replace("2021-11-15", "2022-03-14"),
    good=_KPI + _COUNCIL,
)
def decided_during_its_year(kpi: Kpi, context: Context) -> Iterator[Found]:
    """The council's first level for a year is older than the year; later ones revise it.

    A committee decides its own after the council's budget, and a KPI that is new in a year has its first level there.
    """
    first: dict[int, tuple[int, TargetLevel]] = {}
    for index, one in enumerate(kpi.target_levels):
        if one.decided_by is DecidedBy.COUNCIL and (one.year not in first or one.decided < first[one.year][1].decided):
            first[one.year] = index, one
    for index, one in first.values():
        is_new = kpi.standing.valid.first == one.year
        if one.decided.year == one.year and not one.source and not is_new and context.goes_on(kpi):
            yield Found(("target_levels", index, "decided"), _dated(one))


def _dated(level: TargetLevel) -> dict[str, str | Text]:
    return {"year": str(level.year), "decided": str(level.decided)}


@rule(
    "TAR614",
    "committee-loosens",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Nämndens {key} för {year} är {found}, lättare än fullmäktiges {council}",
        "The committee's {key} for {year} is {found}, easier than the council's {council}",
    ),
    cure=Text(
        "skriv minst lika hög ambition som fullmäktige, eller ta bort nämndens nivå",
        "write an ambition no lower than the council's, or remove the committee's level",
    ),
    why=Text(
        "En nämnd får lägga till egna nivåer men inte lätta på fullmäktiges. Fullmäktiges nivå är den som bedöms, och "
        "den som styr mot nämndens missar den.",
        "A committee may add levels of its own, never loosen the council's. The council's level is the one that is "
        "judged, and whoever steers by the committee's misses it.",
    ),
    bad=_KPI + _COUNCIL + _COMMITTEE.format(level=75),
    good=_KPI + _COUNCIL + _COMMITTEE.format(level=85),
)
def committee_loosens(kpi: Kpi, _: Context) -> Iterator[Found]:
    """What a committee adds is no easier than the council's level in force on the day: in level, nor in tolerance."""
    for index, one in enumerate(kpi.target_levels):
        if one.decided_by is not DecidedBy.COMMITTEE:
            continue
        council = kpi.level_in_force(one.year, one.decided)
        if council is None or council.decided_by is DecidedBy.COMMITTEE:
            continue
        key = _loosened(one, council, kpi.direction)
        if key:
            facts: dict[str, str | Text] = {
                "key": key,
                "year": str(one.year),
                "found": _number(one, key),
                "council": _number(council, key),
            }
            place = ("target_levels", kpi.target_levels.index(council), key)
            beside = Beside(Text("fullmäktiges står här", "the council's is here"), kpi.id, place)
            yield Found(("target_levels", index, key), facts, beside=(beside,))


def _number(level: TargetLevel, key: str) -> str:
    return str(level.tolerance if key == "tolerance" else getattr(level.target, key))


def _loosened(one: TargetLevel, council: TargetLevel, direction: Direction) -> str | None:
    """The key in which a level is easier than the council's. Levels of different kinds are told elsewhere."""
    ours, theirs = (limit_and_what_on(each, direction) for each in (one, council))
    if ours is None or theirs is None or ours[1] != theirs[1]:
        same = one.target == council.target  # of the kinds without a number
    elif is_easier(ours[0], theirs[0]):
        lower, upper = ours[0].limits
        if lower is None or upper is None:
            return ours[2]
        strict = theirs[0].limits[0]
        return "lower" if strict is not None and lower < strict else "upper"
    else:
        same = ours[0] == theirs[0]
    return "tolerance" if same and one.tolerance > council.tolerance else None
