"""How often are effects found that are not there, and how often those that are? On invented values, from a seed.

Each panel is we and others over eleven years. It is judged twice: as it was drawn, where nothing sets us apart, and
with an effect in our last year of exactly the size that is printed as the smallest that could be seen.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from random import Random

from benchmarks.backtest_table import Rate

from malstyrning.domain.actions import Action, ExpectedEffect
from malstyrning.domain.effects import EffectVerdict, MeasuredEffect
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.panels import Panel
from malstyrning.domain.plan import PeerGroup
from malstyrning.domain.words import ActionStatus, Direction
from malstyrning.evaluate.effects import Asked, judged
from malstyrning.language import Text
from malstyrning.load.units import UNITS

YEARS = range(2012, 2023)
KPI = Kpi("kpi", Text("Nyckeltal"), "mal", UNITS["percent"], 1, Direction.HIGHER)
GROUP = PeerGroup("grupp", Text("Grupp"), ("0001",), 2022)
ACTION = Action("atgard", Text("Åtgärd"), "mal", ActionStatus.DONE)

Noise = Callable[[Random], list[float]]


@dataclass(frozen=True, slots=True)
class Rates:
    """Of so many panels of a kind, how many had each verdict."""

    kind: str
    others: int
    years: int  # from the one before the action to that of the effect
    panels: int
    none: Counter[EffectVerdict]
    planted: Counter[EffectVerdict]

    @property
    def called(self) -> Rate:
        """Of pure noise, what was called an effect, in either direction."""
        return Rate(self.none[EffectVerdict.DEMONSTRATED] + self.none[EffectVerdict.OTHER_WAY], self.panels)

    @property
    def demonstrated(self) -> Rate:
        """Of pure noise, in how much the expected effect was demonstrated."""
        return Rate(self.none[EffectVerdict.DEMONSTRATED], self.panels)

    @property
    def found(self) -> Rate:
        """Of planted effects, those that were demonstrated."""
        return Rate(self.planted[EffectVerdict.DEMONSTRATED], self.panels)


def independent(draw: Random) -> list[float]:
    """Values that vary around a level, independently from year to year."""
    return [draw.gauss(0, 3) for _ in YEARS]


def walking(draw: Random) -> list[float]:
    """A random walk."""
    return [*accumulate(draw.gauss(0, 3) for _ in YEARS)]


def uneven(draw: Random) -> list[float]:
    """As independent, but some vary four times as much as others: small municipalities do."""
    spread = draw.choice([1.5, 3, 6])
    return [draw.gauss(0, spread) for _ in YEARS]


KINDS: dict[str, Noise] = {"independent": independent, "random walk": walking, "uneven": uneven}


def simulate(kind: str, others: int, years: int, panels: int, seed: int) -> Rates:
    """Judge so many panels of a kind, with and without a planted effect."""
    draw = Random(f"{seed} {kind} {others} {years}")
    none: Counter[EffectVerdict] = Counter()
    planted: Counter[EffectVerdict] = Counter()
    for _ in range(panels):
        panel = invented(draw, KINDS[kind], others)
        untouched = judge(panel, years)
        none[untouched.verdict] += 1
        if untouched.visible is None:
            raise ValueError("the panels are long enough for an effect to be seen")
        planted[judge(with_effect(panel, untouched.visible.effect), years).verdict] += 1
    return Rates(kind, others, years, panels, none, planted)


def invented(draw: Random, noise: Noise, others: int) -> Panel:
    """We and so many others, each on a level of its own, with a movement that all share."""
    shared = [draw.gauss(0, 2) for _ in YEARS]

    def series() -> dict[int, Decimal]:
        level = draw.uniform(40, 90)
        drawn = zip(YEARS, noise(draw), shared, strict=True)
        return {year: Decimal(round((level + own + common) * 10)).scaleb(-1) for year, own, common in drawn}

    return Panel(series(), {f"{number:04}": series() for number in range(others)})


def with_effect(panel: Panel, effect: Decimal) -> Panel:
    """The same, with our last value so much higher."""
    last = YEARS[-1]
    return Panel({**panel.own, last: panel.own[last] + effect}, panel.others)


def judge(panel: Panel, years: int) -> MeasuredEffect:
    """What is said of an action of which a rise was expected in the last year."""
    last = YEARS[-1]
    expected = ExpectedEffect(KPI.id, Decimal(1), last)
    return judged(Asked(ACTION, expected, KPI, GROUP, last - years, last, is_started=True), panel)
