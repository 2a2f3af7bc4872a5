"""Development since the year before, held against what counts as a change.

A given change interval decides; else, for a share with known respondents, the margin that chance gives their answers;
else the series' own variation: the mean moving range of the values before the one judged. In pure noise about one
change in twenty exceeds 2.8 of them, with the 8 to 10 earlier values that there are (docs/evidence.md).
"""

from collections.abc import Mapping
from decimal import Decimal

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.variation import FEWEST_VALUES, MOST_YEARS, UNUSUAL, margin_of_change, mean_moving_range, wilson
from malstyrning.domain.verdicts import Margin, Trend, TrendBasis, TrendVerdict
from malstyrning.domain.words import Direction

WHOLE = 100  # per cent
CHANGED = Decimal("2.8")  # moving ranges above which a change is called better or worse


def judge_trend(kpi: Kpi, series: tuple[Outcome, ...], now: Outcome) -> TrendVerdict:
    """Compare `now` with the same period of the year before."""
    if now.value is None:
        return TrendVerdict(Trend.UNKNOWN, TrendBasis.NO_OUTCOME)
    known = {one.period.year: one for one in series}
    earlier = now.period.years_before(1)
    before = known[earlier.year].value if earlier.year in known else None
    if before is None:
        return TrendVerdict(Trend.UNKNOWN, TrendBasis.NO_EARLIER_VALUE, earlier=earlier)
    change = now.value - before
    broken = kpi.definition_break(now.period.year)
    if broken is not None and earlier.year < broken:
        return TrendVerdict(Trend.UNKNOWN, TrendBasis.SERIES_BROKEN, change, earlier=earlier)
    return _held_against_what_counts(kpi, change, known, now)


def _held_against_what_counts(kpi: Kpi, change: Decimal, known: Mapping[int, Outcome], now: Outcome) -> TrendVerdict:
    """A change since the year before, which has a value by the same definition."""
    earlier = now.period.years_before(1)
    if kpi.change_interval is not None:
        counts = change != 0 and abs(change) >= kpi.change_interval
        trend = _named(kpi.direction, change) if counts else Trend.UNCHANGED
        return TrendVerdict(trend, TrendBasis.GIVEN_INTERVAL, change, kpi.change_interval, earlier)
    if margin := _margin(kpi, known[earlier.year], now):
        smallest, respondents = margin
        trend = _named(kpi.direction, change) if abs(change) > smallest else Trend.UNCHANGED
        return TrendVerdict(trend, TrendBasis.RESPONDENTS, change, smallest, earlier, respondents=respondents)
    first = max(now.period.year - MOST_YEARS, kpi.definition_break(now.period.year) or 0)
    behind = {
        year: one.value for year, one in known.items() if first <= year < now.period.year and one.value is not None
    }
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


def margin_of(kpi: Kpi, now: Outcome) -> Margin | None:
    """What chance may do to an outcome that is a share in per cent, where its row tells how many answered."""
    n = now.measurement.n if now.measurement else None
    if now.value is None or not n or not kpi.unit.is_percent or not 0 <= now.value <= WHOLE:
        return None
    lower, upper = (rounded(one, kpi.decimals) for one in wilson(now.value, n))
    return Margin(lower, upper, n)


def _margin(kpi: Kpi, before: Outcome, now: Outcome) -> tuple[Decimal, tuple[Decimal, Decimal]] | None:
    """What chance may do to the change of a share, and how many answered, where both years tell it."""
    one, other = (each.measurement.n if each.measurement else None for each in (before, now))
    if not (kpi.unit.is_percent and one and other and before.value is not None and now.value is not None):
        return None
    return margin_of_change(before.value, one, now.value, other), (one, other)


def _named(direction: Direction, change: Decimal) -> Trend:
    if direction in (Direction.NONE, Direction.RANGE):
        return Trend.INCREASED if change > 0 else Trend.DECREASED
    return Trend.BETTER if (change > 0) == (direction is Direction.HIGHER) else Trend.WORSE
