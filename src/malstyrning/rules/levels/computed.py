"""Levels on what is computed from the outcome: a base that can be counted from, a group that has the place."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.targets import (
    BetterThanBase,
    ChangeSince,
    GenderGap,
    InGroup,
    OverYears,
    RankAtMost,
    SumSince,
    YearlyChange,
    is_criterion,
)
from malstyrning.domain.words import Direction, Gender
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Context, Found, rule

_WITH_BASE = (ChangeSince, YearlyChange, BetterThanBase)
_PLACES = (Text("1 plats", "1 place"), Text("{n} platser", "{n} places"))
_NOT_ADDED = ("percent", "percentage_points", "index", "points", "years")  # units of which a sum says nothing


def _a_computed_level(kpi: Kpi) -> bool:
    """Tell whether a KPI has a level on something that is made of the outcome and other values."""
    return any(not is_criterion(one.target) for one in kpi.target_levels)


def _example(level: str, direction: str = "higher", unit: str = "percent", keys: str = "") -> str:
    return (
        f"kpis:\n  trygghet:\n    title: Trygga i centrum\n    goal: mal\n    unit: {unit}\n    decimals: 0\n"
        f"    direction: {direction}\n    causal_link: Den som är trygg rör sig fritt.\n"
        f"    method: Andel som svarar ja i medborgarundersökningen.\n{keys}    target_levels:\n"
        f"      - {{year: 2022, {level}, decided: 2021-11-15, reference: KF § 301}}\n"
    )


@rule(
    "TAR621",
    "kind-needs-higher-or-lower",
    on=Kpi,
    needs=_a_computed_level,
    says=Text(
        "{kind} kräver att högre eller lägre är bättre, men direction är range",
        "{kind} asks for higher or lower to be better, but direction is range",
    ),
    cure=Text(
        "välj kind: between, eller skriv direction: higher eller lower",
        "choose kind: between, or write direction: higher or lower",
    ),
    why=Text(
        "En plats, en ändring eller en summa är bra åt ett håll. Med ett spann vet ingen vilket.",
        "A place, a change or a sum is good one way. With a range no one knows which.",
    ),
    bad=_example("kind: change_since, since: 2019, percent: 10", direction="range"),
    good=_example("kind: change_since, since: 2019, percent: 10"),
)
def kind_needs_higher_or_lower(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A level in a group or over years goes with higher or lower."""
    for index, one in enumerate(kpi.target_levels if kpi.direction is Direction.RANGE else ()):
        if isinstance(one.target, InGroup | OverYears):
            yield Found(("target_levels", index, "kind"), {"kind": one.kind})


@rule(
    "TAR622",
    "base-not-before-its-level",
    on=Kpi,
    needs=_a_computed_level,
    says=Text(
        "Nivån för {year} räknas från {since}, men utfallet då är från {period}",
        "The level for {year} is counted from {since}, but its outcome is from {period}",
    ),
    cure=Text("skriv ett tidigare since", "write an earlier since"),
    why=Text(
        "Från basåret till utfallet måste det gå minst ett år, annars finns ingen ändring att räkna.",
        "From the base year to the outcome there must be a year at least, else there is no change to count.",
    ),
    bad=_example("kind: change_since, since: 2022, percent: 10"),
    good=_example("kind: change_since, since: 2019, percent: 10"),
)
def base_not_before_its_level(kpi: Kpi, _: Context) -> Iterator[Found]:
    """What a level is counted from is older than what it is held against; a sum may begin in the year itself."""
    for index, one in enumerate(kpi.target_levels):
        target, period = one.target, one.year - kpi.lag
        since = target.since if isinstance(target, (*_WITH_BASE, SumSince)) else None
        if since is not None and (since > period if isinstance(target, SumSince) else since >= period):
            facts: dict[str, str | Text] = {"year": str(one.year), "since": str(since), "period": str(period)}
            yield Found(("target_levels", index, "since"), facts)


@rule(
    "TAR623",
    "base-without-value",
    on=Kpi,
    needs=_a_computed_level,
    severity=Severity.WARNING,
    says=Text(
        "Nivån för {year} räknas från {since}, som saknar värde i data/",
        "The level for {year} is counted from {since}, which has no value in data/",
    ),
    cure=Text(
        "lägg till värdet för {since}, eller välj ett basår som har värde",
        "add the value for {since}, or choose a base year that has one",
    ),
    why=Text(
        "Utan basårets värde går nivån aldrig att bedöma, och det ska märkas innan den beslutas.",
        "Without the base year's value the level can never be judged, and that should be seen before it is decided.",
    ),
    bad="",
    good="",
    where="",
)
def base_without_value(kpi: Kpi, context: Context) -> Iterator[Found]:
    """The base year of a level has a value for all, where the KPI has any; it is not looked for in what is ended."""
    series = context.series.get(kpi.id)
    if not series or not context.every_row or not context.goes_on(kpi):
        return
    years = {one.period.year for one in series.values if one.gender is Gender.ALL and one.value is not None}
    for index, one in enumerate(kpi.target_levels):
        since = one.target.since if isinstance(one.target, (*_WITH_BASE, SumSince)) else None
        if years and since is not None and since not in years and since < max(years):
            facts: dict[str, str | Text] = {"year": str(one.year), "since": str(since)}
            yield Found(("target_levels", index, "since"), facts)


@rule(
    "TAR624",
    "rank-outside-the-group",
    on=Kpi,
    needs=_a_computed_level,
    severity=Severity.WARNING,
    says=Text(
        "Plats {place} eller bättre når alla: gruppen {group} har {places}",
        "Place {place} or better is reached by all: the group {group} has {places}",
    ),
    cure=Text("skriv en plats som är bättre än den sista", "write a place that is better than the last one"),
    why=Text(
        "En nivå som alla i gruppen når säger ingenting om oss.",
        "A level that everyone in the group reaches says nothing of us.",
    ),
    bad="",
    good="",
    where="",
)
def rank_outside_the_group(kpi: Kpi, context: Context) -> Iterator[Found]:
    """A place is better than the last one of its group, with us in it."""
    for index, one in enumerate(kpi.target_levels):
        group = context.plan.groups.get(one.target.group) if isinstance(one.target, RankAtMost) else None
        if group and isinstance(one.target, RankAtMost):
            places = len({*group.members, context.plan.organisation})
            if one.target.place >= places:
                facts: dict[str, str | Text] = {
                    "place": str(one.target.place),
                    "group": group.id,
                    "places": plural(places, *_PLACES),
                }
                yield Found(("target_levels", index, "place"), facts)


@rule(
    "TAR625",
    "change-the-worse-way",
    on=Kpi,
    needs=_a_computed_level,
    severity=Severity.WARNING,
    says=Text(
        "Nivån för {year} är en ändring på {percent} procent, åt det håll som är sämre",
        "The level for {year} is a change of {percent} per cent, the way that is worse",
    ),
    cure=Text("rätta tecknet eller direction", "correct the sign or direction"),
    why=Text(
        "En sådan nivå nås även om resultatet blir sämre.", "Such a level is reached even if the result gets worse."
    ),
    bad=_example("kind: change_since, since: 2019, percent: 10", direction="lower"),
    good=_example("kind: change_since, since: 2019, percent: -10", direction="lower"),
)
def change_the_worse_way(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A change in per cent goes the way that is better, or is none."""
    for index, one in enumerate(kpi.target_levels):
        if isinstance(one.target, ChangeSince | YearlyChange):
            percent = one.target.percent
            if (kpi.direction is Direction.HIGHER and percent < 0) or (
                kpi.direction is Direction.LOWER and percent > 0
            ):
                facts: dict[str, str | Text] = {"year": str(one.year), "percent": str(percent)}
                yield Found(("target_levels", index, "percent"), facts)


@rule(
    "TAR626",
    "sum-of-shares",
    on=Kpi,
    needs=_a_computed_level,
    severity=Severity.WARNING,
    says=Text("sum_since lägger ihop år, men enheten är {unit}", "sum_since adds years, but the unit is {unit}"),
    cure=Text(
        "välj kind: mean_of_years, eller mät det som ska läggas ihop i antal",
        "choose kind: mean_of_years, or measure what is to be added as a count",
    ),
    why=Text(
        "Andelar och index från flera år går inte att lägga ihop till något.",
        "Shares and indices of several years do not add up to anything.",
    ),
    bad=_example("kind: sum_since, since: 2019, level: 300"),
    good=_example("kind: sum_since, since: 2019, level: 300", unit="count"),
)
def sum_of_shares(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A sum is of what can be added."""
    for index, one in enumerate(kpi.target_levels if kpi.unit.code in _NOT_ADDED else ()):
        if isinstance(one.target, SumSince):
            yield Found(("target_levels", index, "kind"), {"unit": kpi.unit.code})


@rule(
    "TAR627",
    "gap-without-genders",
    on=Kpi,
    needs=_a_computed_level,
    severity=Severity.WARNING,
    says=Text(
        "Nivån är en skillnad mellan kvinnor och män, men by_gender är inte true",
        "The level is a gap between women and men, but by_gender is not true",
    ),
    cure=Text("skriv by_gender: true", "write by_gender: true"),
    why=Text(
        "Först då frågar någon efter kvinnors och mäns värden, och utan dem går nivån inte att bedöma.",
        "Only then does anyone ask for women's and men's values, and without them the level can't be judged.",
    ),
    bad=_example("kind: gender_gap, level: 5"),
    good=_example("kind: gender_gap, level: 5", keys="    by_gender: true\n"),
)
def gap_without_genders(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A gap between women and men is asked of a KPI that has their values."""
    for index, one in enumerate(() if kpi.by_gender else kpi.target_levels):
        if isinstance(one.target, GenderGap):
            yield Found(("target_levels", index, "kind"), {})
