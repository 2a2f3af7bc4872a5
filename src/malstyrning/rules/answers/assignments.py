"""Assignments from the council: dated, followed up in time, and said to be what the dates show."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Assignment
from malstyrning.domain.words import AssignmentStatus
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

_OPEN = (AssignmentStatus.GIVEN, AssignmentStatus.UNDER_WAY)
_DATE = Text("datumet står här", "the date is here")


def _example(status: str, **keys: str) -> str:
    named = {"decided": "2021-11-15", "reference": "KF 2021-11-15 § 301", "due": "2023-12-31"}
    lines = "".join(f"    {key}: {value}\n" for key, value in {**named, **keys}.items() if value)
    return (
        "assignments:\n  utred-lokaler:\n    title: Utred lokaler för kulturskolan\n    committee: namnd\n"
        f"    status: {status}\n{lines}"
    )


_GOOD = _example("under_way")


@rule(
    "ACT435",
    "overdue-assignment",
    on=Assignment,
    severity=Severity.WARNING,
    says=Text("Skulle vara klart {due} men är {status}", "Was due on {due} but is {status}"),
    cure=Text(
        "skriv status: done och finished, eller den nya dagen i due och beslutet om den i reference",
        "write status: done and finished, or the new day in due and its decision in reference",
    ),
    why=Text(
        "Fullmäktige väntar på svar. Ett uppdrag som har passerat sin dag utan att någon säger något har glömts.",
        "The council waits for an answer. An assignment that has passed its day without a word has been forgotten.",
    ),
    bad=_example("under_way", due="2022-12-31"),
    good=_GOOD,
)
def overdue_assignment(assignment: Assignment, context: Context) -> Iterator[Found]:
    """An assignment that is still open has its day ahead. What is invented is never late."""
    due, today, standing = assignment.due, context.today, assignment.standing
    if standing.example or context.plan.example or assignment.status not in _OPEN:
        return
    if due and today and due < today and standing.valid.covers(today.year):
        yield Found(("due",), {"due": str(due), "status": assignment.status})


@rule(
    "ACT436",
    "assignment-hard-to-follow",
    on=Assignment,
    severity=Severity.ADVICE,
    says=Text("Uppdraget saknar {missing}", "The assignment lacks {missing}"),
    cure=Text(
        "skriv {missing} som fullmäktiges beslut säger",
        "write {missing} as the council's decision says",
    ),
    why=Text(
        "Utan beslut och dag kan ingen se vad fullmäktige bad om, eller när svaret skulle komma.",
        "Without decision and day no one can see what the council asked for, or when the answer was to come.",
    ),
    bad=_example("given", due=""),
    good=_GOOD,
)
def assignment_hard_to_follow(assignment: Assignment, _: Context) -> Iterator[Found]:
    """An assignment has its decision with a reference; while it is open, its day as well."""
    standing = assignment.standing
    given = {"decided": standing.decided, "reference": standing.reference}
    if assignment.status in _OPEN:
        given["due"] = assignment.due
    if assignment.status is AssignmentStatus.DONE:
        given["finished"] = assignment.finished
    missing = [key for key, value in given.items() if value is None]
    if missing:
        yield Found((), {"missing": ", ".join(missing)})


@rule(
    "ACT437",
    "assignment-against-its-dates",
    on=Assignment,
    severity=Severity.WARNING,
    says=Text("{key} är {date}, men {other}", "{key} is {date}, but {other}"),
    cure=Text("rätta {key}, eller det som inte går ihop med det", "correct {key}, or what does not go with it"),
    why=Text(
        "Rapporten visar uppdragets läge och dagar. Säger de emot varandra vet läsaren inte om det är gjort.",
        "The report shows an assignment's status and days. Where they contradict each other no one can tell whether it "
        "is done.",
    ),
    bad=_example("under_way", finished="2022-11-30"),
    good=_example("done", finished="2022-11-30"),
)
def assignment_against_its_dates(assignment: Assignment, _: Context) -> Iterator[Found]:
    """It is due and finished after it was given, and finished when it is done."""
    given = assignment.standing.decided
    for key, day in (("due", assignment.due), ("finished", assignment.finished)):
        if day and given and day < given:
            other = Text("uppdraget gavs {given}", "it was given on {given}").filled({"given": str(given)})
            beside = (Beside(_DATE, assignment.id, ("decided",)),)
            yield Found((key,), {"key": key, "date": str(day), "other": other}, beside=beside)
    if assignment.finished and assignment.status in _OPEN:
        other = Text("status är {status}", "status is {status}").filled({"status": assignment.status})
        beside = (Beside(Text("status står här", "the status is here"), assignment.id, ("status",)),)
        yield Found(("finished",), {"key": "finished", "date": str(assignment.finished), "other": other}, beside=beside)
