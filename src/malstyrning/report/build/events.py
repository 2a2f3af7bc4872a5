"""The view of an event: what happened, when, and whether the committee refers to it."""

from collections.abc import Iterable

from malstyrning.domain.evaluations import KpiAnswer
from malstyrning.domain.events import Event, EventKind
from malstyrning.language import Text
from malstyrning.report.build.marks import answer
from malstyrning.report.view import EventView
from malstyrning.report.writer import Writer

_KIND = {EventKind.INTERNAL: Text("intern", "internal"), EventKind.EXTERNAL: Text("extern", "external")}
_SPAN = Text("{first} till {last}", "{first} to {last}")
_NAMED = Text("nämnden hänvisar till den", "the committee refers to it")
_TOUCHES = Text("antecknad vid nyckeltalet", "noted at the KPI")


def event_views(events: Iterable[Event], given: KpiAnswer, write: Writer) -> tuple[EventView, ...]:
    """The events beside a KPI's answers."""
    return tuple(_event(one, write, is_named=one.id in given.events) for one in events)


def when(event: Event, write: Writer) -> str:
    """The day of an event, or its first and last day."""
    if event.last is None or event.last == event.first:
        return write.date(event.first)
    return write.text(_SPAN, first=write.date(event.first), last=write.date(event.last))


def years(event: Event) -> str:
    """The years of an event: `2022`, `2020–2022`."""
    last = (event.last or event.first).year
    return str(last) if last == event.first.year else f"{event.first.year}–{last}"


def _event(event: Event, write: Writer, *, is_named: bool) -> EventView:
    return EventView(
        title=write.text(event.title),
        when=when(event, write),
        kind=write.text(_KIND[event.kind]),
        role=write.text(_NAMED if is_named else _TOUCHES),
        answer=answer(event.text, write, asked=False),
        source=event.source or event.reference or "",
        example=event.example,
    )
