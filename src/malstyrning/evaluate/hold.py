"""What a level holds against its limit: the outcome itself, or a number made from it and from other values.

Changes in per cent are of unrounded values, rounded to one decimal and then compared. All else is rounded to the KPI's
decimals, and differences are of rounded values: what a reader sees is what was compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import assert_never

from malstyrning.domain import targets
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.places import Place
from malstyrning.domain.verdicts import Held, Unassessable
from malstyrning.domain.words import Direction, Gender
from malstyrning.evaluate.outcomes import Measured, outcome


@dataclass(frozen=True, slots=True)
class Known:
    """What a level may ask for beside the outcome: other periods and genders, and places by group."""

    measured: Measured = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lack:
    """Why there is nothing to hold against a limit, and which periods are without a value."""

    reason: Unassessable
    periods: tuple[Period, ...] = ()


def hold(kpi: Kpi, now: Outcome, target: targets.Target, known: Known) -> Held | Lack:
    """The number and the limit that a target means for an outcome, with what they were made from."""
    if isinstance(target, targets.GenderGap):
        return _between_genders(kpi, now.period, target, known)
    if now.value is None:
        return Lack(Unassessable.NO_OUTCOME)
    if isinstance(target, targets.AtLeast | targets.AtMost | targets.Between):
        return Held(now.value, target)
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER):
        return Lack(Unassessable.NO_WAY_IS_BETTER)
    if isinstance(target, targets.RankAtMost | targets.GroupMedian | targets.BestQuarter):
        return _in_group(kpi, now.value, target, known.places.get(target.group))
    return _over_years(kpi, now, target, known)


def _between_genders(kpi: Kpi, period: Period, target: targets.GenderGap, known: Known) -> Held | Lack:
    women, men = (outcome(kpi, period, gender, known.measured) for gender in (Gender.WOMEN, Gender.MEN))
    if women.value is None or men.value is None:
        return Lack(Unassessable.ONE_GENDER_MISSING)
    return Held(abs(women.value - men.value), targets.AtMost(target.level), (women, men))


def _in_group(kpi: Kpi, own: Decimal, target: targets.InGroup, place: Place | None) -> Held | Lack:
    if place is None or not place.members_with_value:
        return Lack(Unassessable.NO_GROUP_VALUE)
    if place.first is None:
        return Lack(Unassessable.NO_PLACE)
    if isinstance(target, targets.RankAtMost):
        return Held(Decimal(place.first), targets.AtMost(Decimal(target.place)), place=place)
    median_or_quarter = place.median if isinstance(target, targets.GroupMedian) else place.best_quarter
    if median_or_quarter is None:
        return Lack(Unassessable.NO_PLACE)
    return _limited(kpi, own, median_or_quarter, place=place)


def _over_years(kpi: Kpi, now: Outcome, target: targets.OverYears, known: Known) -> Held | Lack:
    """What is counted over several years: every one of them has a value, by the definition of the last."""
    year = now.period.year
    match target:
        case targets.SumSince():
            years = range(target.since, year)
        case targets.MeanOfYears():
            years = range(year - target.years + 1, year)
        case _:
            years = range(target.since, target.since + 1)
    broken = kpi.definition_break(year)
    if broken is not None and years and years[0] < broken:
        return Lack(Unassessable.SERIES_BROKEN)
    periods = [Period(one, now.period.kind, now.period.part) for one in years]
    parts = tuple(outcome(kpi, one, now.gender, known.measured) for one in periods)
    if missing := tuple(one.period for one in parts if one.value is None):
        return Lack(Unassessable.VALUES_MISSING, missing)
    return _counted(kpi, now, target, parts)


def _counted(kpi: Kpi, now: Outcome, target: targets.OverYears, parts: tuple[Outcome, ...]) -> Held | Lack:
    own, *others = (one.unrounded or Decimal(0) for one in (now, *parts))
    match target:
        case targets.SumSince():
            return _limited(kpi, rounded(sum(others, own), kpi.decimals), target.level, parts)
        case targets.MeanOfYears():
            mean = sum(others, own) / (len(others) + 1)
            return _limited(kpi, rounded(mean, kpi.decimals), target.level, parts)
        case targets.BetterThanBase():
            return _limited(kpi, rounded(own, kpi.decimals), rounded(others[0], kpi.decimals), parts)
        case targets.ChangeSince() | targets.YearlyChange():
            years = now.period.year - target.since
            if others[0] <= 0 or years <= 0 or (isinstance(target, targets.YearlyChange) and own < 0):
                return Lack(Unassessable.BASE_NOT_POSITIVE)
            ratio = own / others[0]
            if isinstance(target, targets.YearlyChange):
                ratio **= Decimal(1) / years
            return _limited(kpi, rounded(100 * (ratio - 1), targets.CHANGE_DECIMALS), target.percent, parts)
        case _:
            assert_never(target)


def _limited(
    kpi: Kpi, number: Decimal, level: Decimal, parts: tuple[Outcome, ...] = (), place: Place | None = None
) -> Held | Lack:
    limit = targets.limit(kpi.direction, level)
    return Held(number, limit, parts, place) if limit else Lack(Unassessable.NO_WAY_IS_BETTER)
