"""How much a value varies by itself: over the years, and by whom a survey happened to ask."""

from decimal import Decimal
from itertools import pairwise

UNUSUAL = Decimal("3.27")  # mean moving ranges above which a change is unusual
FEWEST_VALUES = 8  # before the one judged
MOST_YEARS = 10  # that they may reach back
_NINETEEN_OF_TWENTY = Decimal("1.96")  # standard errors


def mean_moving_range(values: dict[int, Decimal]) -> Decimal:
    """Mean absolute change between consecutive years; years with a gap between them are no pair."""
    ranges = [abs(values[b] - values[a]) for a, b in pairwise(sorted(values)) if b - a == 1]
    return sum(ranges, Decimal(0)) / len(ranges) if ranges else Decimal(0)


def wilson(share: Decimal, n: Decimal) -> tuple[Decimal, Decimal]:
    """Between which the share of all may lie, 19 times of 20, where `n` drawn by lot were asked: Wilson's interval.

    It holds near 0 and 100 as well, where the usual ± would pass them (Wilson, JASA 22:158, 1927).
    """
    z, p = _NINETEEN_OF_TWENTY, share / 100
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).sqrt() / (1 + z * z / n)
    return 100 * (middle - reach), 100 * (middle + reach)


def margin_of_change(before: Decimal, n_before: Decimal, now: Decimal, n_now: Decimal) -> Decimal:
    """How far two shares in per cent may differ by chance alone, in percentage points, 19 times of 20.

    1.96 standard errors of a difference, with one answer of each kind added to both surveys: without them a share of 0
    or 100 would seem to be certain (Agresti and Caffo, The American Statistician 54:4, 2000).
    """

    def variance(share: Decimal, n: Decimal) -> Decimal:
        likely = (share * n / 100 + 1) / (n + 2)
        return likely * (1 - likely) / (n + 2)

    return 100 * _NINETEEN_OF_TWENTY * (variance(before, n_before) + variance(now, n_now)).sqrt()
