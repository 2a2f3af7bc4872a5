"""How much a series varies by itself: the mean of the changes from one value to the next."""

from decimal import Decimal
from itertools import pairwise

UNUSUAL = Decimal("3.27")  # mean moving ranges above which a change is unusual
FEWEST_VALUES = 8  # before the one judged
MOST_YEARS = 10  # that they may reach back


def mean_moving_range(values: dict[int, Decimal]) -> Decimal:
    """Mean absolute change between consecutive years; years with a gap between them are no pair."""
    ranges = [abs(values[b] - values[a]) for a, b in pairwise(sorted(values)) if b - a == 1]
    return sum(ranges, Decimal(0)) / len(ranges) if ranges else Decimal(0)
