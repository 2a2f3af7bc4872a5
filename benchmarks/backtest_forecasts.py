"""How the forecast rule would have done on real series: its coverage, other widths, and a trend in its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from statistics import fmean, median

from benchmarks.backtest_series import Values
from benchmarks.backtest_table import Rate

from malstyrning.domain.forecasts import (
    FEWEST_TESTED,
    LEAST_COVERAGE,
    MOST_AHEAD,
    MOST_COVERAGE,
    WIDTH,
    Case,
    cases,
)
from malstyrning.domain.panels import Series
from malstyrning.domain.variation import MOST_YEARS
from malstyrning.evaluate.forecasts import natural_bounds

WIDTHS = (1.4, 1.6, float(WIDTH), 2.0, 2.2, 2.5, 2.8, 3.27)
AHEAD = range(1, MOST_AHEAD + 1)
_FINE = 0.01  # of mean moving ranges, in which errors are counted


@dataclass(slots=True)
class Ahead:
    """What was seen so many years ahead."""

    inside: int = 0
    tested: int = 0
    sizes: dict[int, int] = field(default_factory=dict)  # errors over mR × √years, in hundredths, and how many
    shares: list[float] = field(default_factory=list)  # of cases inside, by KPI with enough of them
    trend_inside: int = 0
    ratios: list[float] = field(default_factory=list)  # by KPI, a trend's mean error over that of the last value

    @property
    def shown(self) -> Rate:
        """KPIs whose coverage lets a forecast be shown, of those with enough cases."""
        within = sum(LEAST_COVERAGE <= one <= MOST_COVERAGE for one in self.shares)
        return Rate(within, len(self.shares))

    def within(self, width: float) -> Rate:
        """Errors of at most so many mean moving ranges."""
        most = round(width / _FINE)
        return Rate(sum(count for size, count in self.sizes.items() if size <= most), self.tested)


@dataclass(slots=True)
class Forecasts:
    """What was seen of all KPIs."""

    kpis: int = 0
    series: int = 0
    ahead: dict[int, Ahead] = field(default_factory=lambda: {one: Ahead() for one in AHEAD})


def measure(every: Iterable[Values], told: "Forecasts | None" = None) -> Forecasts:
    """Every case of every KPI."""
    found = told or Forecasts()
    for one in every:
        bounds = natural_bounds(one.kpi, one.panel)
        found.kpis += 1
        found.series += len(one.panel.others)
        for ahead in AHEAD:
            tried = [*cases(one.panel.others, ahead, one.kpi.decimals, bounds)]
            _count(found.ahead[ahead], tried, one.panel.others)
    return found


def _count(seen: Ahead, tried: list[Case], others: Mapping[str, Series]) -> None:
    errors, trends, inside = [], [], 0
    for case in tried:
        made = case.forecast
        root = made.ahead**0.5
        error, spread = abs(float(case.outcome - made.value)), float(made.moving_range) * root
        size = round(error / spread / _FINE)
        seen.sizes[size] = seen.sizes.get(size, 0) + 1
        inside += case.outcome in made
        slope = theil_sen(others[case.organisation], made.last)
        from_trend = abs(float(case.outcome - made.value) - slope * made.ahead)
        seen.trend_inside += from_trend <= float(WIDTH) * spread
        errors.append(error)
        trends.append(from_trend)
    seen.inside += inside
    seen.tested += len(tried)
    if len(tried) >= FEWEST_TESTED:
        seen.shares.append(inside / len(tried))
        if any(errors):
            seen.ratios.append(fmean(trends) / fmean(errors))


def theil_sen(series: Series, last: int) -> float:
    """The median of all slopes between two of the values that the rule rests on."""
    points = [(year, float(series[year])) for year in range(last - MOST_YEARS + 1, last + 1) if year in series]
    return median((b - a) / (later - first) for (first, a), (later, b) in combinations(points, 2))
