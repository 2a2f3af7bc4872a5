"""How target levels of every kind are written: in a sentence, in a table, and what was held against them."""

from collections.abc import Mapping
from decimal import Decimal

from malstyrning.domain import targets
from malstyrning.domain.kpis import Kpi, Unit
from malstyrning.domain.numbers import rounded
from malstyrning.domain.plan import PeerGroup
from malstyrning.domain.verdicts import Held, Verdict
from malstyrning.language import NO_BREAK_SPACE, Text
from malstyrning.load.units import UNITS
from malstyrning.report.writer import Writer, with_decimals

_PLACES = Unit(
    code="",
    label=Text("platser", "places"),
    difference=Text("platser", "places"),
    name=Text("platser", "places"),
    one=Text("plats", "place"),
    difference_one=Text("plats", "place"),
)

_RANK = Text("plats {place} eller bättre i {group}", "place {place} or better in {group}")
_MEDIAN = Text("minst lika bra som medianen i {group}", "at least as good as the median of {group}")
_QUARTER = Text("bland den bästa fjärdedelen i {group}", "within the best quarter of {group}")
_CHANGE = Text("{limit} jämfört med {year}", "{limit} compared with {year}")
_YEARLY = Text("{limit} per år sedan {year}", "{limit} a year since {year}")
_SUM = Text("sammanlagt {limit} från och med {year}", "{limit} in all from {year} on")
_MEAN = Text("i medeltal {limit} över {years} år", "{limit} as a mean over {years} years")
_BASE = Text("bättre än {year}", "better than in {year}")
_GAP = Text("högst {limit} mellan kvinnor och män", "at most {limit} between women and men")

_RANK_SIGN = Text("plats ≤ {place}", "place ≤ {place}")
_MEDIAN_SIGN = Text("medianen", "the median")
_QUARTER_SIGN = Text("bästa fjärdedelen", "the best quarter")
_CHANGE_SIGN = Text("{limit} mot {year}", "{limit} on {year}")
_YEARLY_SIGN = Text("{limit} per år", "{limit} a year")
_SUM_SIGN = Text("summa {limit}", "sum {limit}")
_MEAN_SIGN = Text("medel {limit}", "mean {limit}")
_GAP_SIGN = Text("skillnad {limit}", "gap {limit}")

_PLACE = Text("plats {number}", "place {number}")
_IS_MEDIAN = Text("medianen är {number}", "the median is {number}")
_IS_QUARTER = Text("bästa fjärdedelen slutar vid {number}", "the best quarter ends at {number}")
_IS_SUM = Text("summan är {number}", "the sum is {number}")
_IS_MEAN = Text("medeltalet är {number}", "the mean is {number}")
_WAS_BASE = Text("{year} var det {number}", "in {year} it was {number}")
_IS_GAP = Text("skillnaden är {number}", "the gap is {number}")


def compared_unit(target: targets.Target, kpi: Kpi) -> Unit:
    """The unit of the number that a target holds against its limit."""
    if isinstance(target, targets.RankAtMost):
        return _PLACES
    return UNITS["percent"] if isinstance(target, targets.ChangeSince | targets.YearlyChange) else kpi.unit


def level_text(target: targets.Target, kpi: Kpi, groups: Mapping[str, PeerGroup], write: Writer) -> str:  # noqa: PLR0911 - one for each kind
    """A level in a sentence: `minst 95,0 %`, `plats 10 eller bättre i Stockholms län`."""
    match target:
        case targets.RankAtMost(place, group):
            return write.text(_RANK, place=str(place), group=groups[group].title)
        case targets.GroupMedian(group):
            return write.text(_MEDIAN, group=groups[group].title)
        case targets.BestQuarter(group):
            return write.text(_QUARTER, group=groups[group].title)
        case targets.BetterThanBase(since):
            return write.text(_BASE, year=str(since))
        case targets.GenderGap(level):
            unsigned = write.difference(rounded(level, kpi.decimals), kpi.unit, signed=False)
            return write.text(_GAP, limit=unsigned)
        case targets.ChangeSince(since, percent) | targets.YearlyChange(since, percent):
            limit = _limit(kpi, rounded(percent, targets.CHANGE_DECIMALS))
            pattern = _CHANGE if isinstance(target, targets.ChangeSince) else _YEARLY
            return write.text(pattern, limit=write.level(limit, UNITS["percent"]), year=str(since))
        case targets.SumSince(since, level):
            limit = _limit(kpi, rounded(level, kpi.decimals))
            return write.text(_SUM, limit=write.level(limit, kpi.unit), year=str(since))
        case targets.MeanOfYears(years, level):
            limit = _limit(kpi, rounded(level, kpi.decimals))
            return write.text(_MEAN, limit=write.level(limit, kpi.unit), years=str(years))
        case _:
            return write.level(with_decimals(target, kpi.decimals), kpi.unit)


def level_sign(target: targets.Target, kpi: Kpi, write: Writer) -> str:  # noqa: PLR0911 - one for each kind
    """A level for a table, by sign and without unit: `≥ 95,0`, `plats ≤ 10`."""
    match target:
        case targets.RankAtMost(place, _):
            return write.text(_RANK_SIGN, place=str(place)).replace("≤ ", f"≤{NO_BREAK_SPACE}")
        case targets.GroupMedian():
            return write.text(_MEDIAN_SIGN)
        case targets.BestQuarter():
            return write.text(_QUARTER_SIGN)
        case targets.BetterThanBase(since):
            return write.text(_BASE, year=str(since))
        case targets.GenderGap(level):
            return write.text(_GAP_SIGN, limit=write.limits(targets.AtMost(rounded(level, kpi.decimals))))
        case targets.ChangeSince(since, percent) | targets.YearlyChange(since, percent):
            limit = f"{write.limits(_limit(kpi, rounded(percent, targets.CHANGE_DECIMALS)))}{NO_BREAK_SPACE}%"
            pattern = _CHANGE_SIGN if isinstance(target, targets.ChangeSince) else _YEARLY_SIGN
            return write.text(pattern, limit=limit, year=str(since))
        case targets.SumSince(_, level) | targets.MeanOfYears(_, level):
            pattern = _SUM_SIGN if isinstance(target, targets.SumSince) else _MEAN_SIGN
            return write.text(pattern, limit=write.limits(_limit(kpi, rounded(level, kpi.decimals))))
        case _:
            return write.limits(with_decimals(target, kpi.decimals))


def held_text(verdict: Verdict, kpi: Kpi, write: Writer) -> str:
    """What was held against a level, where it is not the outcome itself: `plats 7`, `−17,1 %`; else nothing."""
    if verdict.held is None or verdict.level is None:
        return ""
    return _held_text(verdict.level.target, verdict.held, kpi, write)


def _held_text(target: targets.Target, held: Held, kpi: Kpi, write: Writer) -> str:  # noqa: PLR0911 - one for each kind
    number, limit = held.number, held.limit
    match target:
        case targets.RankAtMost():
            return write.text(_PLACE, number=write.number(number))
        case targets.GroupMedian() | targets.BestQuarter():
            pattern = _IS_MEDIAN if isinstance(target, targets.GroupMedian) else _IS_QUARTER
            return write.text(pattern, number=write.value(_number(limit), kpi.unit))
        case targets.BetterThanBase(since):
            return write.text(_WAS_BASE, year=str(since), number=write.value(_number(limit), kpi.unit))
        case targets.ChangeSince() | targets.YearlyChange():
            return write.value(number, UNITS["percent"])
        case targets.SumSince():
            return write.text(_IS_SUM, number=write.value(number, kpi.unit))
        case targets.MeanOfYears():
            return write.text(_IS_MEAN, number=write.value(number, kpi.unit))
        case targets.GenderGap():
            return write.text(_IS_GAP, number=write.difference(number, kpi.unit, signed=False))
        case _:
            return ""


def _limit(kpi: Kpi, level: Decimal) -> targets.Criterion:
    """A level on the side that the KPI's direction says; where it says none, as it was written: at least."""
    return targets.limit(kpi.direction, level) or targets.AtLeast(level)


def _number(limit: targets.Criterion) -> Decimal:
    return next(one for one in limit.limits if one is not None)
