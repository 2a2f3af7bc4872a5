"""How often a change is called ours where nothing sets us apart, and how often one that was planted is found."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from benchmarks.backtest_noise import KPI, NOW
from benchmarks.backtest_table import Rate

from malstyrning.domain.common_change import Against
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.panels import Panel, Series
from malstyrning.domain.periods import Period
from malstyrning.domain.words import Gender
from malstyrning.evaluate.common_change import Asked, compared

OTHERS = (9, 25, 289)
SINCE = NOW - 4
PLANTED = (1.0, 2.0, 3.0, 5.0)  # standard deviations of the noise
_YEARS = range(SINCE - 1, NOW + 1)


@dataclass(frozen=True, slots=True)
class World:
    """How the series of everyone come to be: each year's own noise, what is kept from the year before, and shocks."""

    name: str
    kept: float  # of the deviation of the year before: 0 is independent noise, 1 a random walk
    shared: float  # standard deviation of what hits everyone alike in a year, each to an extent of their own


WORLDS = (
    World("independent noise", 0, 0),
    World("random walks", 1, 0),
    World("noise and common shocks", 0, 2),
    World("random walks and common shocks", 1, 2),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """Panels of one sort: how often ours was called better or worse, and by rarity alone."""

    world: str
    others: int
    planted: float
    called: Rate
    rare: Rate


def changes(panels: int, seed: int) -> Iterator[Seen]:
    """Pure noise in every world and size; then what is planted, in the first two."""
    for world in WORLDS:
        for others in OTHERS:
            yield _seen(world, others, 0, _fewer(panels, others), seed)
    for world in WORLDS[:2]:
        for others in OTHERS:
            for planted in PLANTED:
                yield _seen(world, others, planted, _fewer(panels, others) // 4, seed + 1)


def _fewer(panels: int, others: int) -> int:
    """A panel of 289 takes as long as a dozen of 25."""
    return panels if others < OTHERS[-1] else panels // 5


def _seen(world: World, others: int, planted: float, panels: int, seed: int) -> Seen:
    draw, called, rare = Random(seed), 0, 0
    for _ in range(panels):
        shocks = {year: draw.gauss(0, world.shared) for year in _YEARS}
        own = _series(world, shocks, draw, planted)
        panel = Panel(own, {str(one): _series(world, shocks, draw, 0) for one in range(others)})
        now = Outcome(Period(NOW), Gender.ALL, None, own[NOW])
        found = compared(Asked(KPI, now, SINCE, "all"), panel)
        called += found.said in (Against.BETTER, Against.WORSE)
        rare += bool(found.rank and found.rank.is_rare)
    return Seen(world.name, others, planted, Rate(called, panels), Rate(rare, panels))


def _series(world: World, shocks: dict[int, float], draw: Random, planted: float) -> Series:
    """Someone's values; what is planted is there from the year after the base and its neighbour."""
    extent, deviation, common, series = draw.uniform(0.5, 1.5), 0.0, 0.0, dict[int, Decimal]()
    for year in _YEARS:
        deviation = world.kept * deviation + draw.gauss(0, 1)
        common += extent * shocks[year]
        value = 50 + deviation + common + (planted if year > SINCE + 1 else 0)
        series[year] = rounded(Decimal(repr(value)), KPI.decimals)
    return series
