"""Ambition: a target level asks for something more than what was, and it is possible."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.targets import AtLeast, AtMost, Between, TargetLevel, gap, is_easier
from malstyrning.domain.words import Gender
from malstyrning.language import Text
from malstyrning.rules.kpis.baselines import against_the_data
from malstyrning.rules.levels.shared import (
    levels_that_count,
    limit_and_what_on,
    limits_by_key,
    the_baseline,
    with_one_limit,
)
from malstyrning.rules.rule import Beside, Context, Found, rule

_NEVER_NEGATIVE = ("count", "days", "years", "per_1000_inhabitants", "per_100000_inhabitants", "per_inhabitant")
_IN_A_ROW = 3  # one good year may be chance; three that reach a level say that it asks for nothing


def _example(level: str, unit: str = "percent", direction: str = "higher") -> str:
    return (
        f"kpis:\n  trygghet:\n    title: Trygga i centrum\n    goal: mal\n    unit: {unit}\n    decimals: 0\n"
        f"    direction: {direction}\n    causal_link: Den som är trygg rör sig fritt.\n"
        "    method: Andel som svarar ja i medborgarundersökningen.\n    target_levels:\n"
        f"      - {{year: 2022, {level}, decided: 2021-11-15, reference: KF § 301}}\n"
    )


def _baseline(value: int) -> str:
    return f"    baseline: {{year: 2020, value: {value}}}\n"


@rule(
    "TAR609",
    "worse-than-the-baseline",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Målnivån för {year} är {level}, sämre än utgångsvärdet {baseline} från {from_year}",
        "The target level for {year} is {level}, worse than the baseline of {baseline} from {from_year}",
    ),
    cure=Text(
        "rätta nivån eller direction, eller skriv det utgångsvärde som nivån ska leda bort från",
        "correct the level or direction, or write the baseline that the level is to lead away from",
    ),
    why=Text(
        "Nivån nås även om resultatet faller, och vägen dit går åt fel håll.",
        "The level is reached even if the result falls, and the path to it leads the wrong way.",
    ),
    bad=_example("kind: at_least, level: 80") + _baseline(85),
    good=_example("kind: at_least, level: 80") + _baseline(75),
)
def worse_than_the_baseline(kpi: Kpi, context: Context) -> Iterator[Found]:
    """A level is no worse than the value that it leads away from. Told once, at the first such year.

    A baseline that is not the value of its year is told as that, and so is a level that is easier than one before it.
    """
    baseline, series = kpi.baseline, context.series.get(kpi.id)
    if series and against_the_data(series):
        return
    for index, one in levels_that_count(kpi, context) if baseline else ():
        limited = with_one_limit(one)
        if baseline and baseline.year < one.year and limited and gap(baseline.value, limited) > 0:
            if any(index == easier for _, (easier, _) in _easier_than_before(kpi, context)):
                continue
            facts: dict[str, str | Text] = {
                "year": str(one.year),
                "level": str(limited.level),
                "baseline": str(baseline.value),
                "from_year": str(baseline.year),
            }
            yield Found(("target_levels", index, "level"), facts, beside=(the_baseline(kpi),))
            return


@rule(
    "TAR610",
    "reached-when-decided",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "Målnivån {level} för {year} var redan nådd när den beslutades {decided}: {already}",
        "The target level of {level} for {year} was already reached when it was decided on {decided}: {already}",
    ),
    cure=Text(
        "höj ambitionen, eller skriv i reference att nivån ska hållas och acceptera anmärkningen",
        "raise the ambition, or write in reference that the level is to be kept, and accept the finding",
    ),
    why=Text(
        "En nivå som redan är nådd ber ingen göra något, och betyget nådd säger inget om årets arbete.",
        "A level that is reached already asks no one to do anything, and the verdict says nothing of the year's work.",
    ),
    bad=_example("kind: at_least, level: 80") + _baseline(80),
    good=_example("kind: at_least, level: 80") + _baseline(75),
)
def reached_when_decided(kpi: Kpi, context: Context) -> Iterator[Found]:
    """The furthest level asks for more than what was: the baseline, or each of the last three values known.

    A value counts if its year was over when the level was decided, and no definition has broken the series since.
    """
    judged = levels_that_count(kpi, context)
    limited = with_one_limit(judged[-1][1]) if judged else None
    if limited is None:
        return
    index, one = judged[-1]
    already = _already_reached(kpi, one, limited, context)
    wide = 0 < abs(limited.level) <= one.tolerance  # is told as that
    if already and not wide and context.goes_on(kpi):
        facts: dict[str, str | Text] = {
            "year": str(one.year),
            "level": str(limited.level),
            "decided": str(one.decided),
            "already": already.note,
        }
        yield Found(("target_levels", index, "level"), facts, beside=already.beside)


class _Already(NamedTuple):
    """What a level asks for no more than, in words, and where it stands."""

    note: Text
    beside: tuple[Beside, ...]


def _already_reached(kpi: Kpi, level: TargetLevel, limited: AtLeast | AtMost, context: Context) -> _Already | None:
    if kpi.baseline:
        if kpi.baseline.year < level.year and gap(kpi.baseline.value, limited) == 0:
            return _Already(Text("utgångsvärdet är detsamma", "the baseline is the same"), (the_baseline(kpi),))
        return None
    known = _known(kpi, level, context)
    if len(known) < _IN_A_ROW or level.source or any(gap(value, limited) < 0 for _, value in known):
        return None
    values = ", ".join(f"{value} ({measured.period})" for measured, value in known)
    note = Text("värdena före var {values}", "the values before were {values}").filled({"values": values})
    return _Already(note, tuple(Beside(Text("nådde nivån", "reached the level"), measured) for measured, _ in known))


def _known(kpi: Kpi, level: TargetLevel, context: Context) -> list[tuple[Measurement, Decimal]]:
    """The last values of whole years that were over when a level was decided, oldest first."""
    series = context.series.get(kpi.id)
    broken = kpi.definition_break(level.year - kpi.lag) or 0
    known = {
        one.period.year: (one, rounded(one.value, kpi.decimals))
        for one in (series.values if series else ())
        if one.value is not None
        and one.gender is Gender.ALL
        and not one.period.kind
        and broken <= one.period.year < level.decided.year
    }
    return [known[year] for year in sorted(known)[-_IN_A_ROW:]]


@rule(
    "TAR611",
    "level-below-nothing",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text("{key} är {found}, men enheten är {unit}", "{key} is {found}, but the unit is {unit}"),
    cure=Text(
        "rätta tecknet, eller skriv enheten som en egen text om nyckeltalet är en förändring",
        "correct the sign, or write the unit as a text of its own if the KPI is a change",
    ),
    why=Text(
        "Det som räknas kan inte bli färre än inga. En nivå under noll nås aldrig, eller alltid.",
        "What is counted can't be fewer than none. A level below zero is reached never, or always.",
    ),
    bad=_example("kind: at_most, level: -14", unit="days", direction="lower"),
    good=_example("kind: at_most, level: 14", unit="days", direction="lower"),
)
def level_below_nothing(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A level in things that are counted is not negative."""
    for index, one in enumerate(kpi.target_levels if kpi.unit.code in _NEVER_NEGATIVE else ()):
        for key, number in limits_by_key(one).items():
            if number < 0:
                facts: dict[str, str | Text] = {"key": key, "found": str(number), "unit": kpi.unit.code}
                yield Found(("target_levels", index, key), facts)


@rule(
    "TAR615",
    "levels-go-backwards",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "Målnivån för {year} är {level}, lättare än {earlier} för {before}",
        "The target level for {year} is {level}, easier than the {earlier} for {before}",
    ),
    cure=Text(
        "rätta den nivå som är fel, eller skriv i reference varför ambitionen sänks och acceptera anmärkningen",
        "correct the level that is wrong, or write in reference why the ambition is lowered, and accept the finding",
    ),
    why=Text(
        "Nivåer som blir lättare ser ut som ett skrivfel, och är det meningen vill läsaren veta varför.",
        "Levels that get easier look like a slip, and if it is meant the reader wants to know why.",
    ),
    bad=_example("kind: at_least, level: 80").replace(
        "decided: 2021-11-15, reference: KF § 301}\n",
        "decided: 2021-11-15, reference: KF § 301}\n"
        "      - {year: 2023, kind: at_least, level: 75, decided: 2021-11-15, reference: KF § 301}\n",
    ),
    good=_example("kind: at_least, level: 80").replace(
        "decided: 2021-11-15, reference: KF § 301}\n",
        "decided: 2021-11-15, reference: KF § 301}\n"
        "      - {year: 2023, kind: at_least, level: 85, decided: 2021-11-15, reference: KF § 301}\n",
    ),
)
def levels_go_backwards(kpi: Kpi, context: Context) -> Iterator[Found]:
    """From year to year levels do not get easier, unless a new definition begins between them."""
    for (before_index, before), (index, one) in _easier_than_before(kpi, context):
        key = _key(one, kpi)
        facts: dict[str, str | Text] = {
            "year": str(one.year),
            "level": str(getattr(one.target, key)),
            "earlier": str(getattr(before.target, key)),
            "before": str(before.year),
        }
        note = Text("den tidigare nivån", "the earlier level")
        beside = Beside(note, kpi.id, ("target_levels", before_index, key))
        yield Found(("target_levels", index, key), facts, beside=(beside,))


def _key(level: TargetLevel, kpi: Kpi) -> str:
    limited = limit_and_what_on(level, kpi.direction)
    return limited[2] if limited else "level"


_Placed = tuple[int, TargetLevel]


def _easier_than_before(kpi: Kpi, context: Context) -> Iterator[tuple[_Placed, _Placed]]:
    """Each level that is easier than the one before it, after that one."""
    for before, one in pairwise(levels_that_count(kpi, context)):
        (_, earlier), (_, later) = before, one
        if isinstance(later.target, Between) or later.decided_by is not earlier.decided_by:
            continue
        ours, theirs = (limit_and_what_on(each, kpi.direction) for each in (later, earlier))
        if not ours or not theirs or ours[1] != theirs[1] or not is_easier(ours[0], theirs[0]):
            continue
        comparable = kpi.definition_break(later.year - kpi.lag) == kpi.definition_break(earlier.year - kpi.lag)
        if comparable and context.goes_on(kpi):
            yield before, one
