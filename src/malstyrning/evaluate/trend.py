"""Development since the year before, held against what counts as a change.

A given change interval decides; else the series' own variation: the mean moving range of the values before
the one judged. In pure noise 7 to 8 of 100 changes exceed 2.5 of them (simulated, 8 to 10 earlier values).
"""

from decimal import Decimal

from malstyrning.domain.assessments import Trend, TrendBasis, TrendVerdict
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.variation import FEWEST_VALUES, MOST_YEARS, UNUSUAL, mean_moving_range
from malstyrning.domain.words import Direction

CHANGED = Decimal("2.5")  # moving ranges above which a change is called better or worse


def judge_trend(kpi: Kpi, series: tuple[Outcome, ...], now: Outcome) -> TrendVerdict:
    """Compare `now` with the same period of the year before."""
    if now.value is None:
        return TrendVerdict(Trend.UNKNOWN, TrendBasis.NO_OUTCOME)
    values = {one.period.year: one.value for one in series if one.value is not None}
    earlier = now.period.years_before(1)
    before = values.get(earlier.year)
    if before is None:
        return TrendVerdict(Trend.UNKNOWN, TrendBasis.NO_EARLIER_VALUE, earlier=earlier)
    change = now.value - before
    broken = kpi.definition_break(now.period.year)
    if broken is not None and earlier.year < broken:
        return TrendVerdict(Trend.UNKNOWN, TrendBasis.SERIES_BROKEN, change, earlier=earlier)
    if kpi.change_interval is not None:
        counts = change != 0 and abs(change) >= kpi.change_interval
        trend = _named(kpi.direction, change) if counts else Trend.UNCHANGED
        return TrendVerdict(trend, TrendBasis.GIVEN_INTERVAL, change, kpi.change_interval, earlier)
    first = max(now.period.year - MOST_YEARS, broken or 0)
    behind = {year: value for year, value in values.items() if first <= year < now.period.year}
    if len(behind) < FEWEST_VALUES:
        return TrendVerdict(Trend.UNKNOWN, TrendBasis.TOO_FEW_VALUES, change, None, earlier, len(behind))
    moving_range = mean_moving_range(behind)
    trend = _named(kpi.direction, change) if abs(change) > CHANGED * moving_range else Trend.UNCHANGED
    return TrendVerdict(
        trend,
        TrendBasis.MOVING_RANGE,
        change,
        CHANGED * moving_range,
        earlier,
        len(behind),
        unusual=abs(change) > UNUSUAL * moving_range,
    )


def _named(direction: Direction, change: Decimal) -> Trend:
    if direction in (Direction.NONE, Direction.RANGE):
        return Trend.INCREASED if change > 0 else Trend.DECREASED
    return Trend.BETTER if (change > 0) == (direction is Direction.HIGHER) else Trend.WORSE
