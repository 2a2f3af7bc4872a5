"""The values of many organisations over the years: what changes are held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Series = Mapping[int, Decimal]  # by year; a year without a value is not there


@dataclass(frozen=True, slots=True)
class Panel:
    """A KPI's values for all (T), rounded to its decimals: our series, and those of others by their ids.

    A year stands for the same stretch of each year: the whole of it, or what the outcome at an interim report covers.
    """

    own: Series
    others: Mapping[str, Series]

    def changes(self, first: int, last: int) -> dict[str, Decimal]:
        """How much each of the others changed from one year to another, of those with a value in both."""
        return {
            organisation: series[last] - series[first]
            for organisation, series in self.others.items()
            if first in series and last in series
        }

    def own_change(self, first: int, last: int) -> Decimal | None:
        """How much we changed; None without a value in both years."""
        return self.own[last] - self.own[first] if first in self.own and last in self.own else None
