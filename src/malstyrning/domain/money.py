"""Money as it came out: an area's and a committee's frame against what was used, in thousand kronor."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class AreaResult:
    """One area's money in thousand kronor. Deviation = frame − outcome: minus is a deficit."""

    area: str
    original: Decimal
    current: Decimal
    outcome: Decimal | None
    example: bool = False

    @property
    def deviation(self) -> Decimal | None:
        """Against the current frame."""
        return None if self.outcome is None else self.current - self.outcome


@dataclass(frozen=True, slots=True)
class CommitteeResult:
    """One committee's money, in all and by area. A sum is None where an area lacks its outcome."""

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
        """What was used."""
        amounts = [one.outcome for one in self.areas if one.outcome is not None]
        return sum(amounts, Decimal(0)) if len(amounts) == len(self.areas) else None

    @property
    def deviation(self) -> Decimal | None:
        """Against the current frame: minus is a deficit."""
        return None if self.outcome is None else self.current - self.outcome
