"""The sum behind a verdict, so that anyone can redo it on a pocket calculator."""

from decimal import Decimal

from malstyrning.domain import targets
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import decimals_of, rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.places import Place
from malstyrning.domain.verdicts import Held, OnPath, PathVerdict, Verdict
from malstyrning.language import MINUS, Text
from malstyrning.report.levels import compared_unit
from malstyrning.report.writer import Writer, with_decimals

_DIGITS = 10  # what a pocket calculator shows

_FOUND: dict[Fulfilment, Text] = {
    Fulfilment.REACHED: Text(
        "{sum} = {gap}. Noll eller mer: nådd.",
        "{sum} = {gap}. Zero or more: reached.",
    ),
    Fulfilment.NEARLY: Text(
        "{sum} = {gap}. Under noll, men inom toleransen {tolerance}: nästan nådd.",
        "{sum} = {gap}. Below zero, but within the tolerance of {tolerance}: nearly reached.",
    ),
    Fulfilment.NOT_REACHED: Text(
        "{sum} = {gap}. Under noll med mer än toleransen {tolerance}: inte nådd.",
        "{sum} = {gap}. Below zero by more than the tolerance of {tolerance}: not reached.",
    ),
}
_FOUND_ABOVE: dict[Fulfilment, Text] = {  # where as good is not enough
    Fulfilment.REACHED: Text("{sum} = {gap}. Över noll: nådd.", "{sum} = {gap}. Above zero: reached."),
    Fulfilment.NEARLY: Text(
        "{sum} = {gap}. Inte över noll, men inom toleransen {tolerance}: nästan nådd.",
        "{sum} = {gap}. Not above zero, but within the tolerance of {tolerance}: nearly reached.",
    ),
    Fulfilment.NOT_REACHED: Text(
        "{sum} = {gap}. Inte över noll, och inte inom toleransen {tolerance}: inte nådd.",
        "{sum} = {gap}. Not above zero, and not within the tolerance of {tolerance}: not reached.",
    ),
}
_RANK = Text("{better} av {n} är bättre: plats {place}.", "{better} of {n} are better: place {place}.")
_MEDIAN = Text(
    "Medianen är {number} ({with_value} av {members} i gruppen har värde).",
    "The median is {number} ({with_value} of the group's {members} have a value).",
)
_QUARTER = Text(
    "Den bästa fjärdedelen slutar vid {number} ({with_value} av {members} i gruppen har värde).",
    "The best quarter ends at {number} ({with_value} of the group's {members} have a value).",
)
_CHANGE = Text(
    "({now} ÷ {base} − 1) × 100 = {number} % jämfört med {year}.",
    "({now} ÷ {base} − 1) × 100 = {number}% compared with {year}.",
)
_YEARLY = Text(
    "(({now} ÷ {base})^(1 ÷ {years}) − 1) × 100 = {number} % per år sedan {year}.",
    "(({now} ÷ {base})^(1 ÷ {years}) − 1) × 100 = {number}% a year since {year}.",
)
_SUM = Text("{parts} = {number} ({years}).", "{parts} = {number} ({years}).")
_MEAN = Text("({parts}) ÷ {count} = {number} ({years}).", "({parts}) ÷ {count} = {number} ({years}).")
_BASE = Text("Värdet för {year} är {number}.", "The value for {year} is {number}.")
_GENDERS = Text("Kvinnor {women}, män {men}: skillnaden är {number}.", "Women {women}, men {men}: the gap is {number}.")
_PATH: dict[OnPath, Text] = {
    OnPath.AHEAD: Text("Före vägen dit", "Ahead of the path"),
    OnPath.ON: Text("På vägen dit", "On the path"),
    OnPath.BEHIND: Text("Efter vägen dit", "Behind the path"),
}
_PATH_SUM = Text(
    "{position}, som ingen har beslutat: den ligger {year} på {expected} ({start} + ({end} − {start_in}) × {passed} ÷ "
    "{years}), och {now} är {gap} därifrån.",
    "{position}, which no one has decided: in {year} it is at {expected} ({start} + ({end} − {start_in}) × {passed} ÷ "
    "{years}), and {now} is {gap} from it.",
)


def arithmetic(kpi: Kpi, verdict: Verdict, write: Writer) -> str:
    """How what was held against the level was made, and its distance from it. Nothing where there is no verdict."""
    level, held = verdict.level, verdict.held
    if level is None or held is None or verdict.gap is None or verdict.outcome is None:
        return ""
    found = _FOUND_ABOVE if isinstance(level.target, targets.BetterThanBase) else _FOUND
    told = write.text(
        found[verdict.fulfilment],
        sum=_difference(held, verdict.gap, write),
        gap=write.difference(verdict.gap, compared_unit(level.target, kpi)),
        tolerance=write.number(level.tolerance),
    )
    whole = f"{_made(kpi, verdict.outcome, level.target, held, write)} {told}".strip()
    return whole.replace("..", ".")  # a unit may end its sentence itself: per inv.


def path_text(kpi: Kpi, path: PathVerdict, write: Writer) -> str:
    """Where an outcome stands on the way to the final level, with the sum."""
    unit = compared_unit(path.level.target, kpi)
    (expected,) = (one for one in path.held.limit.limits if one is not None)
    decimals = decimals_of(expected)
    start, end = (_at_least_decimals(one, decimals) for one in (path.start, path.end))
    return write.text(
        _PATH_SUM,
        position=_PATH[path.position],
        year=str(path.year),
        expected=write.value(expected, unit),
        start=write.number(start),
        start_in=in_sum(start, write),
        end=write.number(end),
        passed=str(path.year - path.first),
        years=str(path.last - path.first),
        now=write.value(path.held.number, unit),
        gap=write.difference(path.gap, unit),
    )


def _difference(held: Held, gap: Decimal, write: Writer) -> str:
    """`91,2 − 95,0`: the side that is worse is taken from the one that is better."""
    limit = with_decimals(held.limit, decimals_of(held.number))
    lower, upper = limit.limits
    if lower is not None and (upper is None or held.number - lower == gap):
        return f"{write.number(held.number)} {MINUS} {in_sum(lower, write)}"
    return f"{write.number(Decimal(0) if upper is None else upper)} {MINUS} {in_sum(held.number, write)}"


def _made(kpi: Kpi, now: Outcome, target: targets.Target, held: Held, write: Writer) -> str:  # noqa: PLR0911 - one for each kind
    """How the number, or its limit, was made from other values."""
    if held.place:
        return _made_in_group(target, held, held.place, write)
    match target:
        case targets.ChangeSince(since, _):
            return write.text(_CHANGE, year=str(since), **_ratio(kpi, now, held, write))
        case targets.YearlyChange(since, _):
            years = str(now.period.year - since)
            return write.text(_YEARLY, year=str(since), years=years, **_ratio(kpi, now, held, write))
        case targets.SumSince() | targets.MeanOfYears():
            pattern = _SUM if isinstance(target, targets.SumSince) else _MEAN
            summed = (*held.parts, now)
            return write.text(
                pattern,
                parts=" + ".join(in_sum(_exact(kpi, one), write) for one in summed),
                count=str(len(summed)),
                number=write.number(held.number),
                years=write.years(summed[0].period, summed[-1].period),
            )
        case targets.BetterThanBase(since):
            (base,) = held.parts
            return write.text(_BASE, year=str(since), number=write.number(_rounded(base)))
        case targets.GenderGap():
            women, men = (write.number(_rounded(one)) for one in held.parts)
            return write.text(_GENDERS, women=women, men=men, number=write.number(held.number))
        case _:
            return ""


def _made_in_group(target: targets.Target, held: Held, place: Place, write: Writer) -> str:
    if isinstance(target, targets.RankAtMost):
        return write.text(_RANK, better=str(held.number - 1), n=str(place.n), place=write.number(held.number))
    (number,) = (one for one in held.limit.limits if one is not None)
    counts = {"with_value": str(place.members_with_value), "members": str(place.members)}
    pattern = _MEDIAN if isinstance(target, targets.GroupMedian) else _QUARTER
    return write.text(pattern, number=write.number(number), **counts)


def _ratio(kpi: Kpi, now: Outcome, held: Held, write: Writer) -> dict[str, str]:
    return {
        "now": in_sum(_exact(kpi, now), write),
        "base": in_sum(_exact(kpi, held.parts[0]), write),
        "number": write.number(held.number),
    }


def _rounded(outcome: Outcome) -> Decimal:
    return Decimal(0) if outcome.value is None else outcome.value


def _exact(kpi: Kpi, outcome: Outcome) -> Decimal:
    """A value as it was counted with: before it was rounded, as far as a pocket calculator takes it."""
    value = outcome.unrounded or Decimal(0)
    digits = max(kpi.decimals, min(decimals_of(value), _DIGITS - max(value.adjusted() + 1, 0)))
    return _at_least_decimals(rounded(value, digits), kpi.decimals)


def _at_least_decimals(value: Decimal, decimals: int) -> Decimal:
    """The same number without zeros at its end, but for the decimals that it is to have."""
    bare = value.normalize()
    return rounded(bare, max(decimals, decimals_of(bare)))


def in_sum(number: Decimal, write: Writer) -> str:
    """A number that follows a sign: one below zero stands between brackets."""
    told = write.number(number)
    return f"({told})" if number < 0 else told
