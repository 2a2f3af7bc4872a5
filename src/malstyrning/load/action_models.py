"""The schema of `actions` and `assignments`."""

from typing import Annotated

from pydantic import Field

from malstyrning.domain.actions import Action, Assignment, ExpectedEffect, Step
from malstyrning.domain.words import ActionStatus, AssignmentStatus
from malstyrning.load.forms import OPEN_LIST, OR_NONE, Day, Id, Line, Maybe, Number, Positive, TextValue, Year
from malstyrning.load.models import DecidedEntry, Entry


class ExpectedEffectEntry(Entry):
    kpi: Id
    change: Number
    by: Year

    def to_domain(self) -> ExpectedEffect:
        return ExpectedEffect(self.kpi, self.change, self.by)


class StepEntry(Entry):
    text: TextValue
    due: Maybe[Day] = None
    done: Maybe[Day] = None

    def to_domain(self) -> Step:
        return Step(self.text, self.due, self.done)


class ActionEntry(DecidedEntry):
    title: TextValue
    goal: Id
    kpis: Annotated[list[Id], OPEN_LIST] = Field(default_factory=list)
    status: ActionStatus
    owner: Maybe[Line] = None
    started: Maybe[Day] = None
    finished: Maybe[Day] = None
    due: Maybe[Day] = None
    cost: Maybe[Positive] = None
    expected_effect: Annotated[Maybe[ExpectedEffectEntry], OR_NONE] = None
    steps: Annotated[list[StepEntry], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self, key: str) -> Action:
        return Action(
            key,
            self.title,
            self.goal,
            self.status,
            tuple(self.kpis),
            self.owner,
            self.started,
            self.finished,
            self.due,
            self.cost,
            self.expected_effect.to_domain() if self.expected_effect else None,
            self.standing(),
            expects_nothing=self.expected_effect is None and "expected_effect" in self.model_fields_set,
            steps=tuple(one.to_domain() for one in self.steps),
        )


class AssignmentEntry(DecidedEntry):
    title: TextValue
    committee: Id
    status: AssignmentStatus
    text: Maybe[TextValue] = None
    due: Maybe[Day] = None
    finished: Maybe[Day] = None

    def to_domain(self, key: str) -> Assignment:
        return Assignment(
            key, self.title, self.committee, self.status, self.text, self.due, self.finished, self.standing()
        )
