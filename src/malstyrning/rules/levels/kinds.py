"""Target levels: decisions that an outcome can be held against."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import decimals_of
from malstyrning.domain.targets import (
    CHANGE_DECIMALS,
    KINDS,
    AtLeast,
    AtMost,
    Between,
    ChangeSince,
    Criterion,
    RankAtMost,
    TargetLevel,
    YearlyChange,
)
from malstyrning.domain.words import Direction
from malstyrning.language import Text, plural
from malstyrning.rules.levels.shared import limits_by_key
from malstyrning.rules.rule import Context, Found, rule

_FITS: dict[Direction, type[Criterion]] = {
    Direction.HIGHER: AtLeast,
    Direction.LOWER: AtMost,
    Direction.RANGE: Between,
}
_WHOLE = 100  # per cent
_A_PLACE = Text("en plats", "a place")
_A_CHANGE = Text("en ändring i procent", "a change in per cent")
_THE_KPI = Text("nyckeltalet", "the KPI")
_WRITE_FEWER = Text("skriv {key} med högst {decimals}", "write {key} with at most {decimals}")


def _example(decimals: int, direction: str, level: str) -> str:
    return (
        "kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n"
        f"    decimals: {decimals}\n    direction: {direction}\n"
        f"    target_levels:\n      - {{year: 2022, {level}, decided: 2021-11-15, reference: KF § 301}}\n"
    )


_GOOD = _example(0, "higher", "kind: at_least, level: 95")


@rule(
    "TAR601",
    "kind-against-direction",
    on=Kpi,
    says=Text("{kind} går inte ihop med direction: {direction}", "{kind} does not go with direction: {direction}"),
    cure=Text("välj kind: {fits}, eller ändra direction", "choose kind: {fits}, or change direction"),
    why=Text(
        "Riktningen säger vilket håll som är bättre. En nivå åt andra hållet vänder på omdömet.",
        "The direction says which way is better. A level the other way reverses the verdict.",
    ),
    bad=_example(0, "lower", "kind: at_least, level: 95"),
    good=_GOOD,
)
def kind_against_direction(kpi: Kpi, _: Context) -> Iterator[Found]:
    """Higher goes with at least, lower with at most, range with between."""
    fits = _FITS.get(kpi.direction)
    for index, level in enumerate(kpi.target_levels):
        criterion = level.criterion
        if fits and criterion and type(criterion) is not fits:
            facts: dict[str, str | Text] = {"kind": level.kind, "direction": kpi.direction, "fits": KINDS[fits]}
            yield Found(("target_levels", index, "kind"), facts)


@rule(
    "TAR602",
    "level-without-direction",
    on=Kpi,
    says=Text("Nyckeltalet har målnivåer men direction: none", "The KPI has target levels but direction: none"),
    cure=Text(
        "skriv vilken riktning som är bättre (direction: higher, lower eller range), eller ta bort nivåerna",
        "write which way is better (direction: higher, lower or range), or remove the levels",
    ),
    why=Text(
        "Med direction: none beskrivs nyckeltalet utan att bedömas, och då finns ingen nivå att nå.",
        "With direction: none the KPI is described and not judged, and there is no level to reach.",
    ),
    bad=_example(0, "none", "kind: at_least, level: 95"),
    good=_GOOD,
)
def level_without_direction(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A KPI without direction takes no target level."""
    if kpi.direction is Direction.NONE and kpi.target_levels:
        yield Found(("target_levels",), {})


@rule(
    "TAR603",
    "level-too-precise",
    on=Kpi,
    says=Text("{key} är {found} men {what} har {decimals}", "{key} is {found} but {what} has {decimals}"),
    cure=Text(
        "skriv {key} med högst {decimals}, eller ändra nyckeltalets decimals",
        "write {key} with at most {decimals}, or change the KPI's decimals",
    ),
    why=Text(
        "Utfallet avrundas till nyckeltalets decimaler innan det jämförs. En nivå med fler decimaler kan aldrig nås "
        "exakt, och avrundas inte åt något håll.",
        "The outcome is rounded to the KPI's decimals before it is compared. A level with more decimals can't be met "
        "exactly, and is not rounded in anyone's favour.",
    ),
    bad=_example(0, "higher", "kind: at_least, level: 95.5"),
    good=_GOOD,
)
def level_too_precise(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A level and its tolerance have no more decimals than what they are held against will have."""
    for index, level in enumerate(kpi.target_levels):
        decimals, what, fixed = _precision(level, kpi)
        for key in ("level", "lower", "upper", "percent", "tolerance"):
            number = level.tolerance if key == "tolerance" else getattr(level.target, key, None)
            if number is not None and decimals_of(number) > decimals:
                told = plural(decimals, Text("1 decimal", "1 decimal"), Text("{n} decimaler", "{n} decimals"))
                facts: dict[str, str | Text] = {"key": key, "found": str(number), "what": what, "decimals": told}
                yield Found(("target_levels", index, key), facts, cure=_WRITE_FEWER.filled(facts) if fixed else None)


def _precision(level: TargetLevel, kpi: Kpi) -> tuple[int, Text, bool]:
    """The decimals of what a level is held against, what that is, and whether they are given by its kind."""
    if isinstance(level.target, RankAtMost):
        return 0, _A_PLACE, True
    if isinstance(level.target, (ChangeSince, YearlyChange)):
        return CHANGE_DECIMALS, _A_CHANGE, True
    return kpi.decimals, _THE_KPI, False


@rule(
    "TAR604",
    "empty-range",
    on=Kpi,
    says=Text("lower ({lower}) är över upper ({upper})", "lower ({lower}) is above upper ({upper})"),
    cure=Text("låt lower och upper byta plats", "swap lower and upper"),
    why=Text("Inget utfall kan ligga i ett sådant spann.", "No outcome can lie in such a range."),
    bad=_example(0, "range", "kind: between, lower: 95, upper: 90"),
    good=_example(0, "range", "kind: between, lower: 90, upper: 95"),
)
def empty_range(kpi: Kpi, _: Context) -> Iterator[Found]:
    """The lower end of a range is not above the upper."""
    for index, level in enumerate(kpi.target_levels):
        target = level.target
        if isinstance(target, Between) and target.lower > target.upper:
            facts: dict[str, str | Text] = {"lower": str(target.lower), "upper": str(target.upper)}
            yield Found(("target_levels", index, "lower"), facts)


@rule(
    "TAR605",
    "two-levels-decided-at-once",
    on=Kpi,
    says=Text(
        "Två målnivåer för {year} är beslutade samma dag, {decided}",
        "Two target levels for {year} were decided the same day, {decided}",
    ),
    cure=Text(
        "ta bort den ena, eller skriv dagen då nivån ändrades",
        "remove one of them, or write the day when the level was changed",
    ),
    why=Text(
        "Den senast beslutade nivån gäller. Är två lika gamla går det inte att säga vilken.",
        "The latest decision counts. When two are equally old no one can say which.",
    ),
    bad=_example(
        0,
        "higher",
        "kind: at_least, level: 95, decided: 2021-11-15, reference: KF § 301}\n"
        "      - {year: 2022, kind: at_least, level: 96",
    ),
    good=_GOOD,
)
def two_levels_decided_at_once(kpi: Kpi, _: Context) -> Iterator[Found]:
    """For one year and one decider, each day has one decision."""
    seen = set()
    for index, level in enumerate(kpi.target_levels):
        key = (level.year, level.decided, level.decided_by)
        if key in seen:
            facts: dict[str, str | Text] = {"year": str(level.year), "decided": str(level.decided)}
            yield Found(("target_levels", index, "decided"), facts)
        seen.add(key)


@rule(
    "TAR606",
    "baseline-after-levels",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Utgångsvärdet är från {year}, den sista nivån för {last}",
        "The baseline is from {year}, the last level for {last}",
    ),
    cure=Text("ange ett utgångsvärde från före nivåerna", "give a baseline from before the levels"),
    why=Text(
        "Utgångsvärdet är det som en nivå ska leda bort från. Efter den sista nivån leder det ingenstans.",
        "A baseline is what a level leads away from. After the last level it leads nowhere.",
    ),
    bad=_GOOD + "    baseline: {year: 2023, value: 90}\n",
    good=_GOOD + "    baseline: {year: 2020, value: 90}\n",
)
def baseline_after_levels(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A baseline is not younger than every level."""
    last = max((one.year for one in kpi.target_levels), default=None)
    if kpi.baseline and last is not None and kpi.baseline.year > last:
        yield Found(("baseline", "year"), {"year": str(kpi.baseline.year), "last": str(last)})


@rule(
    "TAR607",
    "share-outside-the-whole",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text("{key} är {found} procent, utanför 0 till 100", "{key} is {found} per cent, outside 0 to 100"),
    cure=Text(
        "rätta talet, eller skriv enheten som en egen text om det inte är en andel",
        "correct the number, or write the unit as a text of its own if it is not a share",
    ),
    why=Text(
        "Enheten percent är en andel av en helhet. En nivå utanför 0 till 100 nås aldrig, eller alltid.",
        "The unit percent is a share of a whole. A level outside 0 to 100 is reached never, or always.",
    ),
    bad=_example(0, "higher", "kind: at_least, level: 950"),
    good=_GOOD,
)
def share_outside_the_whole(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A level in per cent lies between 0 and 100."""
    for index, level in enumerate(kpi.target_levels if kpi.is_share else ()):
        for key, number in limits_by_key(level).items():
            if not 0 <= number <= _WHOLE:
                yield Found(("target_levels", index, key), {"key": key, "found": str(number)})
