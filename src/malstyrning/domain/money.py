"""Money as it came out: frame against what was used or is expected, in thousand kronor."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from malstyrning.domain.outcomes import BudgetOutcome
from malstyrning.domain.periods import Period


@dataclass(frozen=True, slots=True)
class AreaResult:
    """One area's money in thousand kronor. Deviation = frame − what the year costs: minus is a deficit.

    `outcome` is what has been used up to the occasion, made from `rows`; without the rows of `absent` there is
    none. `forecast` is the row that says what the whole year is expected to cost; at a close there is none, and the
    outcome is what the year cost.
    """

    area: str
    original: Decimal
    current: Decimal
    outcome: Decimal | None
    example: bool = False
    forecast: BudgetOutcome | None = None
    is_close: bool = True
    rows: tuple[BudgetOutcome, ...] = ()
    absent: tuple[Period, ...] = ()

    @property
    def forecast_amount(self) -> Decimal | None:
        """What the year is expected to cost."""
        return self.forecast.amount if self.forecast else None

    @property
    def deviation(self) -> Decimal | None:
        """Against the current frame."""
        return _less(self.current, self._year)

    @property
    def deviation_from_original(self) -> Decimal | None:
        """Against the frame as first decided."""
        return _less(self.original, self._year)

    @property
    def _year(self) -> Decimal | None:
        return self.outcome if self.is_close else self.forecast_amount


@dataclass(frozen=True, slots=True)
class CommitteeResult:
    """One committee's money, in all and by area. A sum is None where an area lacks its part of it."""

    committee: str
    areas: tuple[AreaResult, ...]

    @property
    def original(self) -> Decimal:
        """The frame as first decided."""
        return sum((one.original for one in self.areas), Decimal(0))

    @property
    def current(self) -> Decimal:
        """The frame with the changes dated up to the occasion."""
        return sum((one.current for one in self.areas), Decimal(0))

    @property
    def outcome(self) -> Decimal | None:
        """What has been used."""
        return _sum(one.outcome for one in self.areas)

    @property
    def forecast(self) -> Decimal | None:
        """What the year is expected to cost."""
        return _sum(one.forecast_amount for one in self.areas)

    @property
    def deviation(self) -> Decimal | None:
        """Against the current frame: minus is a deficit."""
        return _sum(one.deviation for one in self.areas)

    @property
    def deviation_from_original(self) -> Decimal | None:
        """Against the frame as first decided."""
        return _sum(one.deviation_from_original for one in self.areas)


def _less(frame: Decimal, year: Decimal | None) -> Decimal | None:
    return None if year is None else frame - year


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, if none is missing."""
    found = tuple(amounts)
    known = [one for one in found if one is not None]
    return sum(known, Decimal(0)) if len(known) == len(found) else None
