"""Is a deviation ours, or such as anyone may have? Each of the others is put in our place, and the far ones counted.

A permutation rank: if nothing sets us apart, we are among the tenth that deviate most one time in ten.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import median

MOST_LIKELY_BY_CHANCE = Fraction(1, 10)
FEWEST_OTHERS = 9  # with fewer even the largest deviation of all is less rare than that


@dataclass(frozen=True, slots=True)
class PlaceboRank:
    """How many of `others` deviate at least as much as we do, in either direction."""

    others: int
    as_far: int

    @property
    def share(self) -> Fraction:
        """We are counted in: 2 of 25 others give 3 of 26."""
        return Fraction(self.as_far + 1, self.others + 1)

    @property
    def is_rare(self) -> bool:
        """Tell whether chance alone would seldom set one of them so far apart."""
        return self.share <= MOST_LIKELY_BY_CHANCE


@dataclass(frozen=True, slots=True)
class Deviations:
    """How far each one's change lies from the median of everyone else's, in the KPI's unit.

    `common` is the median of the others' changes, and `own` ours less that. Each of the others is held against the
    rest in the same way, we among them, so that no one is treated in a way of their own.
    """

    common: Decimal
    own: Decimal
    others: Mapping[str, Decimal]

    @property
    def rank(self) -> PlaceboRank:
        """How our deviation stands among theirs."""
        return PlaceboRank(len(self.others), sum(abs(one) >= abs(self.own) for one in self.others.values()))

    @property
    def limit(self) -> Decimal | None:
        """What a deviation must be larger than to be rare; None where no deviation could be."""
        return rare_beyond(self.others.values())


def deviations(own: Decimal, others: Mapping[str, Decimal]) -> Deviations:
    """Deviations of changes, ours and those of at least one other."""
    everyone = sorted((own, *others.values()))
    common = median(others.values())
    return Deviations(
        common, own - common, {key: change - _median_without(everyone, change) for key, change in others.items()}
    )


def rare_beyond(deviations: Iterable[Decimal]) -> Decimal | None:
    """What a deviation must be larger than to be rare among those of others; None where they are too few."""
    sizes = sorted(map(abs, deviations), reverse=True)
    as_far = (len(sizes) + 1) * MOST_LIKELY_BY_CHANCE // 1 - 1  # the most that may deviate as much
    return sizes[as_far] if as_far >= 0 else None


def _median_without(in_order: list[Decimal], one: Decimal) -> Decimal:
    at, others = bisect_left(in_order, one), len(in_order) - 1
    middle = {place + (place >= at) for place in ((others - 1) // 2, others // 2)}  # past the one that is left out
    return median(in_order[place] for place in middle)
