"""How often the rules call a change where nothing has happened, and find one that was planted: simulated series.

Every series is drawn from a seed and judged by the program's own functions. Values have two decimals, so that rounding
plays no part; noise has the standard deviation 1.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate
from random import Random

from benchmarks.backtest_table import Rate

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Measurement, Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.variation import UNUSUAL
from malstyrning.domain.verdicts import Trend, TrendVerdict
from malstyrning.domain.words import Direction, Gender
from malstyrning.evaluate.trend import CHANGED, judge_trend, margin_of
from malstyrning.language import same
from malstyrning.load.units import UNITS

KPI = Kpi("kpi", same("KPI"), "", UNITS["points"], 2, Direction.HIGHER)
NOW = 2022
VALUES = (8, 9, 10)  # before the one judged
FACTORS = (2.0, 2.5, float(CHANGED), 3.0, float(UNUSUAL))
_MIDDLE = 50.0
_SHARE = replace(KPI, unit=UNITS["percent"], decimals=1)

Noise = Callable[[Random, int], list[float]]


def independent(draw: Random, years: int) -> list[float]:
    """Each year's noise by itself."""
    return [draw.gauss(_MIDDLE, 1) for _ in range(years)]


def walk(draw: Random, years: int) -> list[float]:
    """Each year sets out from the one before."""
    return [*accumulate((draw.gauss(0, 1) for _ in range(years)), initial=_MIDDLE)][1:]


NOISES: dict[str, Noise] = {"independent noise": independent, "random walk": walk}


@dataclass(frozen=True, slots=True)
class Called:
    """Series of one sort: how many were called better or worse, unusually large, and by other factors."""

    changed: Rate
    unusual: Rate
    by_factor: dict[float, Rate]


def trend_calls(noise: Noise, values: int, series: int, seed: int, step: float = 0) -> Called:
    """Judge the last year of so many series, with `step` added to it."""
    draw, verdicts = Random(seed), list[TrendVerdict]()
    for _ in range(series):
        numbers = noise(draw, values + 1)
        numbers[-1] += step
        outcomes = tuple(_outcome(KPI, NOW - values + index, one) for index, one in enumerate(numbers))
        verdicts.append(judge_trend(KPI, outcomes, outcomes[-1]))
    sizes = [abs(one.change) / (one.smallest / CHANGED) for one in verdicts if one.change is not None and one.smallest]
    return Called(
        Rate(sum(one.trend in (Trend.BETTER, Trend.WORSE) for one in verdicts), series),
        Rate(sum(one.unusual for one in verdicts), series),
        {factor: Rate(sum(size > Decimal(str(factor)) for size in sizes), series) for factor in FACTORS},
    )


def _outcome(kpi: Kpi, year: int, value: float, n: int | None = None) -> Outcome:
    number = rounded(Decimal(repr(value)), kpi.decimals)
    respondents = None if n is None else Decimal(n)
    row = Measurement(kpi.id, Period(year), Gender.ALL, number, n=respondents)
    return Outcome(Period(year), Gender.ALL, row, number)


@dataclass(frozen=True, slots=True)
class Survey:
    """Surveys of so many respondents, of whom `share` of all agree."""

    n: int
    share: float
    called: Rate  # better or worse, though no one has changed their mind
    covered: Rate  # by the margin of an outcome


def surveys(pairs: int, seed: int) -> Iterator[Survey]:
    """Two surveys of the same opinion, each of other respondents."""
    draw = Random(seed)
    for n in (100, 400, 1500):
        for share in (0.5, 0.8, 0.95):
            called = covered = 0
            for _ in range(pairs):
                before, now = (_outcome(_SHARE, year, 100 * _yes(draw, n, share) / n, n) for year in (NOW - 1, NOW))
                called += judge_trend(_SHARE, (before, now), now).trend is not Trend.UNCHANGED
                margin = margin_of(_SHARE, now)
                covered += margin is not None and margin.lower <= Decimal(str(100 * share)) <= margin.upper
            yield Survey(n, share, Rate(called, pairs), Rate(covered, pairs))


def _yes(draw: Random, n: int, share: float) -> int:
    """How many of n say yes."""
    return sum(draw.random() < share for _ in range(n))
