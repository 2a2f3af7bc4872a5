"""Unforeseen events: what happened beside the plan, inside the organisation or outside it, and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from malstyrning.language import Text


class EventKind(StrEnum):
    """Whether an event came from within the organisation or from outside it."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated record of something unforeseen. `last` is its last day, None where it was of one day or still goes on.

    `goals` and `kpis` are those that it touches, whatever a committee makes of it.
    """

    id: str
    title: Text
    kind: EventKind
    first: date
    last: date | None = None
    text: Text | None = None
    goals: tuple[str, ...] = ()
    kpis: tuple[str, ...] = ()
    source: str | None = None
    reference: str | None = None
    example: bool = False
