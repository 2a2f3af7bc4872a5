"""Unforeseen events: dated as they happened, tied to what they touch, and named where they explain something."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.events import Event
from malstyrning.domain.periods import parse_period
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

_DATE = Text("händelsen började här", "the event began here")
_WHAT = "  branden:\n    title: Brand i Sjöskolan\n    kind: internal\n"
_TOUCHES = "    kpis: [nyckeltal]\n"
_NAMED = (
    "evaluations:\n  - committee: namnd\n    period: 2022\n    kpis: {nyckeltal: {cause: Branden, events: [branden]}}\n"
)
_OTHER = (
    "kpis:\n  annat:\n    {title: Ett annat, goal: mal, unit: percent, decimals: 0, direction: higher, "
    "causal_link: Orsak, method: Metod, comparability: Nej}\n"
)


def _event(dates: str, touches: str = _TOUCHES) -> str:
    return f"events:\n{_WHAT}    {dates}\n{touches}"


@rule(
    "EVA961",
    "event-ends-before-it-begins",
    on=Event,
    severity=Severity.WARNING,
    says=Text("Händelsen är över {to}, men började {date}", "The event is over on {to}, but began on {date}"),
    cure=Text("rätta to, eller date om det är den som är fel", "correct to, or date if that is what is wrong"),
    why=Text(
        "Datumen visar vilka utfall händelsen kan ha påverkat. Baklänges visar de inget.",
        "The dates show which outcomes the event may have touched. Backwards they show none.",
    ),
    bad=_event("date: 2022-05-10\n    to: 2022-02-01"),
    good=_event("date: 2022-02-01\n    to: 2022-05-10"),
)
def event_ends_before_it_begins(event: Event, _: Context) -> Iterator[Found]:
    """An event ends on the day it began or later."""
    if event.last and event.last < event.first:
        facts: dict[str, str | Text] = {"to": str(event.last), "date": str(event.first)}
        yield Found(("to",), facts, beside=(Beside(_DATE, event.id, ("date",)),))


@rule(
    "EVA962",
    "event-in-the-future",
    on=Event,
    severity=Severity.WARNING,
    says=Text(
        "Händelsen är daterad {date}, som inte har varit än", "The event is dated {date}, which is still to come"
    ),
    cure=Text("rätta date; det som planeras är en åtgärd", "correct date; what is planned is an action"),
    why=Text(
        "En oförutsedd händelse har redan hänt. Ett datum framåt i tiden är nästan alltid ett skrivfel.",
        "An unforeseen event has happened already. A date to come is nearly always a slip.",
    ),
    bad=_event("date: 2032-05-10"),
    good=_event("date: 2022-05-10"),
)
def event_in_the_future(event: Event, context: Context) -> Iterator[Found]:
    """What is unforeseen is known only afterwards."""
    if context.today and event.first > context.today:
        yield Found(("date",), {"date": str(event.first)})


@rule(
    "EVA963",
    "event-touches-nothing",
    on=Event,
    severity=Severity.ADVICE,
    says=Text(
        "Händelsen är inte knuten till något nyckeltal eller mål", "The event is tied to no KPI and no strategic goal"
    ),
    cure=Text(
        "lägg till kpis eller goals, eller nämn händelsen under events i nämndens svar",
        "add kpis or goals, or name the event under events in a committee's answer",
    ),
    why=Text(
        "En händelse visas där den rör något. Rör den inget läser ingen om den.",
        "An event is shown where it touches something. If it touches nothing, no one reads of it.",
    ),
    bad=_event("date: 2022-05-10", ""),
    good=_event("date: 2022-05-10"),
)
def event_touches_nothing(event: Event, context: Context) -> Iterator[Found]:
    """An event touches a KPI or a goal, or an answer refers to it."""
    untied = not event.kpis and not event.goals and context.has_every("evaluations")
    if untied and event.id not in context.once(_referred_to):
        yield Found((), {}, on_key=True)


def _referred_to(context: Context) -> frozenset[str]:
    answers = (kpi for one in context.plan.evaluations.values() for kpi in one.kpis.values())
    return frozenset(event for kpi in answers for event in kpi.events)


@rule(
    "EVA964",
    "event-after-the-occasion",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text(
        "{event} började {date}, efter perioden {period}: den kan inte ha påverkat utfallet",
        "{event} began on {date}, after the period {period}: it can't have touched the outcome",
    ),
    cure=Text(
        "ta bort händelsen ur events, eller rätta dess datum", "remove the event from events, or correct its date"
    ),
    why=Text(
        "Fråga 4 handlar om vad som förklarar utfallet. Det som hände efteråt förklarar det inte.",
        "Question 4 is about what explains the outcome. What happened afterwards does not.",
    ),
    bad=_event("date: 2023-01-10") + _NAMED,
    good=_event("date: 2022-05-10") + _NAMED,
)
def event_after_the_occasion(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """An answer refers to events that had begun when its period ended."""
    period = parse_period(evaluation.period)
    for kpi, index, event in _named(evaluation, context):
        if period and event.first > period.end:
            facts: dict[str, str | Text] = {"event": event.id, "date": str(event.first), "period": str(period)}
            yield Found(("kpis", kpi, "events", index), facts, beside=(Beside(_DATE, event.id, ("date",)),))


@rule(
    "EVA965",
    "event-touches-something-else",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Svaret om {kpi} hänvisar till {event}, som enligt sin egen uppgift rör annat",
        "The answer about {kpi} refers to {event}, which by its own account touches other things",
    ),
    cure=Text(
        "lägg till {kpi} under kpis hos händelsen, eller rätta hänvisningen",
        "add {kpi} to the event's kpis, or correct the reference",
    ),
    why=Text(
        "Säger händelsen en sak och analysen en annan vet läsaren inte vad som gäller.",
        "Where the event says one thing and the analysis another, the reader can't tell which holds.",
    ),
    bad=_OTHER + _event("date: 2022-05-10", "    kpis: [annat]\n") + _NAMED,
    good=_OTHER + _event("date: 2022-05-10", "    kpis: [annat, nyckeltal]\n") + _NAMED,
)
def event_touches_something_else(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """An event that says what it touches, touches the KPI or its goal where an answer refers to it."""
    for kpi, index, event in _named(evaluation, context):
        known = context.plan.kpis.get(kpi)
        if known and (event.kpis or event.goals) and kpi not in event.kpis and known.goal not in event.goals:
            yield Found(("kpis", kpi, "events", index), {"kpi": kpi, "event": event.id})


def _named(evaluation: CommitteeEvaluation, context: Context) -> Iterator[tuple[str, int, Event]]:
    """Every event that answers refer to: of which KPI, and which in its list. An unknown one is told elsewhere."""
    for kpi, given in evaluation.kpis.items():
        for index, name in enumerate(given.events):
            if event := context.plan.events.get(name):
                yield kpi, index, event
