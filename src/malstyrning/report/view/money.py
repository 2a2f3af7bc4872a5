"""What results cost, and what is to be moved, as a reader sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoalMoneyRow:
    """A strategic goal with the money of its areas and what it gave. Empty strings where nothing is known."""

    anchor: str
    title: str
    areas: str
    frame: str
    outcome: str
    deviation: str
    count: str
    example: bool


@dataclass(frozen=True, slots=True)
class CostOfKpi:
    """What the results of a KPI cost, as a line among others."""

    anchor: str
    title: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveView:
    """Money that a committee proposes to move, in SEK million; `note` tells of a decision that is not its own."""

    source: str
    target: str
    amount: str
    note: str
