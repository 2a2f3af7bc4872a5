"""What is done towards the goals: actions (åtgärder) with their expected effects, and assignments (uppdrag)."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from malstyrning.domain.standing import Standing
from malstyrning.domain.words import ActionStatus, AssignmentStatus
from malstyrning.language import Text


@dataclass(frozen=True, slots=True)
class ExpectedEffect:
    """What an action is expected to change, in the KPI's unit, and by which year."""

    kpi: str
    change: Decimal
    by: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an action: what is to be done, by when, and the day that it was done."""

    text: Text
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An action (åtgärd) towards a strategic goal. `cost` in thousand kronor.

    `expects_nothing` is the stated answer that no measurable effect is expected; without it and without
    `expected_effect` nobody has said.
    """

    id: str
    title: Text
    goal: str
    status: ActionStatus
    kpis: tuple[str, ...] = ()
    owner: str | None = None
    started: date | None = None
    finished: date | None = None
    due: date | None = None
    cost: Decimal | None = None
    expected_effect: ExpectedEffect | None = None
    standing: Standing = field(default_factory=Standing)
    expects_nothing: bool = False
    steps: tuple[Step, ...] = ()

    def status_on(self, day: date) -> ActionStatus:
        """The status at the end of a day that may be past: what its dates place after the day had not happened."""
        if self.standing.decided and self.standing.decided > day:
            return ActionStatus.PROPOSED
        if self.started and self.started > day and self.status is not ActionStatus.PROPOSED:
            return ActionStatus.DECIDED
        if self.finished and self.finished > day and self.status in (ActionStatus.DONE, ActionStatus.STOPPED):
            return ActionStatus.UNDER_WAY if self.started else ActionStatus.DECIDED
        return self.status


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment (uppdrag) that the council has given a committee; its decision stands in `standing`."""

    id: str
    title: Text
    committee: str
    status: AssignmentStatus
    text: Text | None = None
    due: date | None = None
    finished: date | None = None
    standing: Standing = field(default_factory=Standing)

    def status_on(self, day: date) -> AssignmentStatus:
        """The status at the end of a day that may be past: what was finished after it was still under way."""
        if self.finished and self.finished > day and self.status is AssignmentStatus.DONE:
            return AssignmentStatus.UNDER_WAY
        return self.status

    def is_late(self, day: date) -> bool:
        """Tell whether it should have been done by the end of a day, and neither was nor had been withdrawn."""
        over = (AssignmentStatus.DONE, AssignmentStatus.WITHDRAWN)
        return self.due is not None and self.due <= day and self.status_on(day) not in over
