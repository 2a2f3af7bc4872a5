"""Budget frames (rambudget) and their dated changes, in thousand kronor."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from malstyrning.domain.standing import Standing
from malstyrning.language import Text


@dataclass(frozen=True, slots=True)
class FrameChange:
    """A dated change of a frame, area by area, in thousand kronor."""

    date: date
    areas: Mapping[str, Decimal]
    reference: str | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class BudgetFrame:
    """A committee's frame (rambudget) for a year, in thousand kronor."""

    committee: str
    year: int
    amount: Decimal
    areas: Mapping[str, Decimal]
    changes: tuple[FrameChange, ...] = ()
    standing: Standing = field(default_factory=Standing)

    def area_on(self, area: str, on: date) -> Decimal:
        """The area's part of the frame with the changes dated up to `on`."""
        changes = (one.areas.get(area, Decimal(0)) for one in self.changes if one.date <= on)
        return sum(changes, self.areas.get(area, Decimal(0)))
