"""Forecasts of a year's outcome: how far a series may move by its own variation, and how often that has held elsewhere.

The last known value ± 1.8 mean moving ranges × √(years ahead): meant to hold the outcome four times of five. Whether it
does is counted for each KPI over all other municipalities before any forecast is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from malstyrning.domain.evaluations import CommitteeForecast
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.panels import Series
from malstyrning.domain.periods import Period
from malstyrning.domain.targets import Criterion
from malstyrning.domain.variation import FEWEST_VALUES, MOST_YEARS, mean_moving_range

WIDTH = Decimal("1.8")  # mean moving ranges on either side, one year ahead
MOST_AHEAD = 3  # years; further away nothing has been measured
FEWEST_TESTED = 50  # then an interval that is right misses the limits below by chance one time in twenty
LEAST_COVERAGE, MOST_COVERAGE = Fraction(70, 100), Fraction(90, 100)
_ROOTS = {ahead: Decimal(ahead).sqrt() for ahead in range(1, MOST_AHEAD + 1)}


class NoForecast(StrEnum):
    """Why no forecast is shown."""

    KNOWN = "known"  # the outcome is there already
    NO_VALUE = "no_value"  # no year before has a value
    TOO_OLD = "too_old"  # the last value is of more than three years before
    TOO_FEW_VALUES = "too_few_values"  # within the ten years up to the last known one
    SERIES_BROKEN = "series_broken"  # too few since the definition changed
    CONSTANT = "constant"  # it has not varied at all: the interval would be a point
    TOO_FEW_TESTED = "too_few_tested"
    COVERS_TOO_LITTLE = "covers_too_little"
    COVERS_TOO_MUCH = "covers_too_much"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which no value of a KPI can lie outside; None where there is no such bound."""

    lower: Decimal | None = None
    upper: Decimal | None = None

    def within(self, value: Decimal) -> Decimal:
        """The value, or the bound that it would pass."""
        if self.lower is not None and value < self.lower:
            return self.lower
        return self.upper if self.upper is not None and value > self.upper else value


UNBOUNDED = Bounds()


@dataclass(frozen=True, slots=True)
class Interval:
    """What is known of a year from the years before, both ends included, with the decimals of the KPI.

    From the `value` of the year `last`, `ahead` years before, and the mean moving range of `values` values.
    """

    lower: Decimal
    upper: Decimal
    value: Decimal
    last: int
    ahead: int
    moving_range: Decimal
    values: int

    def __contains__(self, outcome: Decimal) -> bool:
        return self.lower <= outcome <= self.upper


@dataclass(frozen=True, slots=True)
class Coverage:
    """In how many of the `tested` cases the outcome fell inside: whose, and of which years."""

    inside: int = 0
    tested: int = 0
    organisations: int = 0
    first: int = 0
    last: int = 0

    @property
    def share(self) -> Fraction:
        """The share inside; only where anything was tested."""
        return Fraction(self.inside, self.tested)

    @property
    def why_not(self) -> NoForecast | None:
        """Why these cases do not bear a forecast; None where they do."""
        if self.tested < FEWEST_TESTED:
            return NoForecast.TOO_FEW_TESTED
        if self.share < LEAST_COVERAGE:
            return NoForecast.COVERS_TOO_LITTLE
        return NoForecast.COVERS_TOO_MUCH if self.share > MOST_COVERAGE else None


class LevelPosition(StrEnum):
    """Where the year's level lies beside an interval. It says nothing of whether it will be reached."""

    INSIDE = "inside"  # or some part of a range does
    BELOW = "below"
    ABOVE = "above"
    AROUND = "around"  # a range that holds the whole interval


def interval(values: Series, last: int, ahead: int, decimals: int, bounds: Bounds = UNBOUNDED) -> Interval | NoForecast:
    """What the values up to the year `last`, which has one, say of the year that comes `ahead` years later."""
    window = range(last - MOST_YEARS + 1, last + 1)
    behind = {year: values[year] for year in window if year in values}
    if len(behind) < FEWEST_VALUES:
        return NoForecast.TOO_FEW_VALUES
    moving_range = mean_moving_range(behind)
    if not moving_range:
        return NoForecast.CONSTANT
    value, reach = behind[last], WIDTH * moving_range * _ROOTS[ahead]
    return Interval(
        bounds.within(rounded(value - reach, decimals)),
        bounds.within(rounded(value + reach, decimals)),
        value,
        last,
        ahead,
        moving_range,
        len(behind),
    )


class Case(NamedTuple):
    """A forecast that could have been made of an organisation's year, and what the year became."""

    organisation: str
    year: int
    outcome: Decimal
    forecast: Interval


def cases(others: Mapping[str, Series], ahead: int, decimals: int, bounds: Bounds = UNBOUNDED) -> Iterator[Case]:
    """Walk through the history of each: at each year, forecast from what was known so many years before.

    What the rule would not have forecast, for want of values or of variation, is no case.
    """
    for organisation, series in others.items():
        for year, outcome in series.items():
            if year - ahead in series:
                forecast = interval(series, year - ahead, ahead, decimals, bounds)
                if isinstance(forecast, Interval):
                    yield Case(organisation, year, outcome, forecast)


def backtest(others: Mapping[str, Series], ahead: int, decimals: int, bounds: Bounds = UNBOUNDED) -> Coverage:
    """How often the rule's intervals would have held the outcomes of others."""
    found = [*cases(others, ahead, decimals, bounds)]
    return Coverage(
        sum(one.outcome in one.forecast for one in found),
        len(found),
        len({one.organisation for one in found}),
        min((one.year for one in found), default=0),
        max((one.year for one in found), default=0),
    )


def against(limits: Criterion, forecast: Interval) -> LevelPosition:
    """Where a level's limits lie beside a forecast."""
    lower, upper = limits.limits
    if lower is not None and upper is not None and lower <= forecast.lower and forecast.upper <= upper:
        return LevelPosition.AROUND
    nearest_above = upper if lower is None else lower
    nearest_below = lower if upper is None else upper
    if nearest_below is not None and nearest_below < forecast.lower:
        return LevelPosition.BELOW
    return LevelPosition.ABOVE if nearest_above is not None and nearest_above > forecast.upper else LevelPosition.INSIDE


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is said at T1 or T2 of the outcome that is judged at the close.

    `interval` and `coverage` are there as far as they could be made, and `reason` tells why nothing is shown. `so_far`
    is the outcome of what has passed of the year, if it is measured in parts. `outcome` is the year's where the files
    have it though the year had not ended. `own` is the committee's forecast.
    """

    period: Period
    interval: Interval | None = None
    coverage: Coverage | None = None
    reason: NoForecast | None = None
    against: LevelPosition | None = None
    so_far: Outcome | None = None
    preliminary: bool = False  # the last known value
    outcome: Outcome | None = None
    own: CommitteeForecast | None = None
    own_fulfilment: Fulfilment | None = None  # what the level would say of it

    @property
    def shown(self) -> Interval | None:
        """The interval, where it may be shown."""
        return None if self.reason else self.interval


@dataclass(frozen=True, slots=True)
class FormerForecast:
    """What was said of a KPI's outcome at an earlier occasion of the year, and how it turned out.

    `rule` is computed anew from the years before, as far as the files tell what was known on the day. A hit of the
    committee's is a forecast that has the same fulfilment as the outcome.
    """

    kpi: str
    committee: str
    made: Period
    outcome: Decimal
    rule: Interval | None = None
    own: Decimal | None = None
    own_hit: bool | None = None  # None where there is no level to tell it by
    example: bool = False  # the committee's is invented

    @property
    def rule_hit(self) -> bool | None:
        """Tell whether the outcome fell inside; None where no interval was shown."""
        return None if self.rule is None else self.outcome in self.rule


@dataclass(frozen=True, slots=True)
class FormerMoneyForecast:
    """What a committee said at an earlier occasion that its year would cost, in thousand kronor, and what it did.

    Only areas with both are in it; `areas` is how many of them, and `of` how many the committee has.
    """

    committee: str
    made: Period
    forecast: Decimal
    outcome: Decimal
    areas: int
    of: int
    example: bool = False

    @property
    def error(self) -> Decimal:
        """Outcome − forecast: plus is a year that became more expensive."""
        return self.outcome - self.forecast


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Those of the occasion by KPI, and at the close those that were made during the year."""

    now: Mapping[str, Forecast] = field(default_factory=dict)
    former: tuple[FormerForecast, ...] = ()
    money: tuple[FormerMoneyForecast, ...] = ()

    def of_committee(self, committee: str) -> "Forecasts":
        """Those that one committee answers for; no forecast is made anew."""
        return Forecasts(
            self.now,
            tuple(one for one in self.former if one.committee == committee),
            tuple(one for one in self.money if one.committee == committee),
        )
