"""What every decided object has: the years in which it is in force, and its decision."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Validity:
    """Years in force, inclusive; an open end is None."""

    first: int | None = None
    last: int | None = None

    def covers(self, year: int) -> bool:
        """Tell whether something with this validity is in force in `year`."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)

    def first_year_outside(self, other: "Validity") -> int | None:
        """The first year of this validity that `other` does not cover; None where it covers them all.

        Where this one has no beginning, the last of the years before the other's stands for them all.
        """
        if other.first is not None and (self.first is None or self.first < other.first):
            last_before = other.first - 1 if self.last is None else min(other.first - 1, self.last)
            return last_before if self.first is None else self.first
        if other.last is not None and (self.last is None or self.last > other.last):
            return max(other.last + 1, self.first or 0)
        return None


@dataclass(frozen=True, slots=True)
class Standing:
    """What every decided object has: its years, its decision, its source and what became of it."""

    valid: Validity = Validity()
    decided: date | None = None
    reference: str | None = None
    source: str | None = None
    replaced_by: str | None = None
    was: str | None = None
    example: bool = False
