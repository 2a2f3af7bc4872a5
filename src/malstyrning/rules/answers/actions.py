"""Actions: dates and status say the same thing, and what is decided can be followed up."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action
from malstyrning.domain.words import ActionStatus
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

UNDER_WAY = (ActionStatus.DECIDED, ActionStatus.UNDER_WAY)
_OPEN = (ActionStatus.PROPOSED, *UNDER_WAY)
_DECIDE = Text(
    "besluta om den och skriv en ny dag i due, eller skriv status: stopped",
    "decide on it and write a new day in due, or write status: stopped",
)
_DATE = Text("datumet står här", "the date is here")


def _example(status: str, **keys: str) -> str:
    named = {"owner": "Skolchefen", "kpis": "[nyckeltal]", "due": "2023-12-31", "reference": "UN 2022-12-13 § 80"}
    named["expected_effect"] = "none"
    lines = "".join(f"    {key}: {value}\n" for key, value in {**named, **keys}.items() if value)
    return f"actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    status: {status}\n{lines}"


def is_kept_up(action: Action) -> bool:
    """Tell whether an action goes on: neither ended by a decision nor replaced."""
    return action.standing.valid.last is None and action.standing.replaced_by is None


def started_late(action: Action) -> bool:
    """Tell whether an action starts after it was due or finished: then the dates are what is wrong."""
    return bool(action.started and any(day and day < action.started for day in (action.due, action.finished)))


@rule(
    "ACT441",
    "due-before-start",
    on=Action,
    severity=Severity.WARNING,
    says=Text(
        "Ska vara klar {due}, men påbörjas först {started}", "Is due on {due}, but does not start until {started}"
    ),
    cure=Text(
        "rätta due, eller started om det är starten som är fel",
        "correct due, or started if it is the start that is wrong",
    ),
    why=Text(
        "Slutdagen säger när åtgärden är sen. Ligger den före starten är åtgärden sen innan den har börjat.",
        "The due date says when an action is late. If it comes before the start, the action is late before it has "
        "begun.",
    ),
    bad=_example("under_way", started="2023-02-20", due="2022-06-30"),
    good=_example("under_way", started="2023-02-20", due="2023-06-30"),
)
def due_before_start(action: Action, _: Context) -> Iterator[Found]:
    """An action is due on the day it starts or later. Where it ended before that, the start is what is wrong."""
    if _due_before_start(action) and not (action.finished and action.started and action.finished < action.started):
        facts: dict[str, str | Text] = {"due": str(action.due), "started": str(action.started)}
        yield Found(("due",), facts, beside=(Beside(_DATE, action.id, ("started",)),))


@rule(
    "ACT442",
    "status-against-dates",
    on=Action,
    severity=Severity.WARNING,
    says=Text("status är {status}, men {key} är {date}", "status is {status}, but {key} is {date}"),
    cure=Text("skriv status: {meant}, eller ta bort {key}", "write status: {meant}, or remove {key}"),
    why=Text(
        "Rapporten visar åtgärdens status. Säger datumen något annat vet läsaren inte om den är gjord.",
        "The report shows an action's status. Where the dates say otherwise no one can tell whether it is done.",
    ),
    bad=_example("under_way", started="2022-02-20", finished="2022-06-20"),
    good=_example("done", started="2022-02-20", finished="2022-06-20"),
)
def status_against_dates(action: Action, _: Context) -> Iterator[Found]:
    """What is finished is done or stopped, and what is started or decided is no mere proposal."""
    proposed = action.status is ActionStatus.PROPOSED
    for key, day, against, meant in (
        ("finished", action.finished, action.status in _OPEN, ActionStatus.DONE),
        ("started", action.started, proposed, ActionStatus.UNDER_WAY),
        ("decided", action.standing.decided, proposed, ActionStatus.DECIDED),
    ):
        if day and against:
            facts: dict[str, str | Text] = {"status": action.status, "key": key, "date": str(day), "meant": meant}
            yield Found(("status",), facts, beside=(Beside(_DATE, action.id, (key,)),))
            return


@rule(
    "ACT443",
    "overdue-action",
    on=Action,
    severity=Severity.WARNING,
    says=Text("Skulle vara klar {due}, men status är {status}", "Was due on {due}, but its status is {status}"),
    cure=Text(
        "skriv status: done och dagen i finished, eller i due den dag som gäller nu",
        "write status: done and the day in finished, or in due the day that now applies",
    ),
    why=Text(
        "Åtgärder som ingen följer upp blir liggande. Är åtgärden inte gjord behöver någon besluta om en ny slutdag.",
        "Actions that no one follows up are forgotten. If it is not done, someone has to set a new date.",
    ),
    bad=_example("under_way", due="2022-12-31"),
    good=_example("under_way", due="2023-12-31"),
)
def overdue_action(action: Action, context: Context) -> Iterator[Found]:
    """An action is finished when it is due. What is invented is never late, and dates that are wrong are told first."""
    invented = context.plan.example or action.standing.example
    told = action.finished or _due_before_start(action)
    if context.today is None or invented or told or not is_kept_up(action):
        return
    if action.due and action.due < context.today and action.status in _OPEN:
        proposed = action.status is ActionStatus.PROPOSED
        yield Found(("due",), {"due": str(action.due), "status": action.status}, _DECIDE if proposed else None)


def _due_before_start(action: Action) -> bool:
    return bool(action.started and action.due and action.due < action.started)


@rule(
    "ACT444",
    "decided-without-reference",
    on=Action,
    severity=Severity.ADVICE,
    says=Text("status är {status}, men beslutet nämns inte", "status is {status}, but no decision is named"),
    cure=Text(
        "lägg till reference, till exempel reference: UN 2022-12-13 § 80",
        "add reference, such as reference: UN 2022-12-13 § 80",
    ),
    why=Text(
        "Utan hänvisning går det inte att se vem som har beslutat om åtgärden och dess pengar.",
        "Without a reference no one can see who decided on the action and its money.",
    ),
    bad=_example("under_way", reference=""),
    good=_example("under_way"),
)
def decided_without_reference(action: Action, _: Context) -> Iterator[Found]:
    """What is decided or under way says where the decision stands. What is over is left alone."""
    if action.status in UNDER_WAY and is_kept_up(action) and action.standing.reference is None:
        yield Found(("status",), {"status": action.status})


@rule(
    "ACT445",
    "action-hard-to-follow",
    on=Action,
    severity=Severity.ADVICE,
    says=Text("Åtgärden saknar {missing}", "The action lacks {missing}"),
    cure=Text("lägg till {missing}", "add {missing}"),
    why=Text(
        "Utan någon som svarar för den, en slutdag och ett nyckeltal går det inte att följa om åtgärden blir gjord och "
        "om den hjälper. Utan finished syns inte från när en effekt kan väntas.",
        "Without someone who answers for it, a due date and a KPI no one can follow whether an action is done and "
        "whether it helps. Without finished no one sees from when an effect can be expected.",
    ),
    bad=_example("under_way", owner="", kpis=""),
    good=_example("under_way"),
)
def action_hard_to_follow(action: Action, _: Context) -> Iterator[Found]:
    """What is decided has an owner, a due date and a KPI; what is done says when."""
    kept = {"owner": action.owner, "due": action.due, "kpis": action.kpis or action.expected_effect}
    if action.status is ActionStatus.DONE:
        kept = {"finished": action.finished}
    elif action.status not in UNDER_WAY:
        return
    missing = [key for key, value in kept.items() if not value]
    if missing and is_kept_up(action):
        yield Found((), {"missing": ", ".join(missing)})
