"""The schema of `events`: what happened beside the plan."""

from typing import Annotated

from pydantic import Field

from malstyrning.domain.events import Event, EventKind
from malstyrning.load.forms import OPEN_LIST, Day, Flag, Id, Line, Maybe, TextValue
from malstyrning.load.models import Entry


class EventEntry(Entry):
    title: TextValue
    kind: EventKind
    date: Day
    to: Maybe[Day] = None
    text: Maybe[TextValue] = None
    goals: Annotated[list[Id], OPEN_LIST] = Field(default_factory=list)
    kpis: Annotated[list[Id], OPEN_LIST] = Field(default_factory=list)
    source: Maybe[Line] = None
    reference: Maybe[Line] = None
    example: Flag = False

    def to_domain(self, key: str) -> Event:
        return Event(
            key,
            self.title,
            self.kind,
            self.date,
            self.to,
            self.text,
            tuple(self.goals),
            tuple(self.kpis),
            self.source,
            self.reference,
            self.example,
        )
