"""Marks and answers: the small parts that every view has."""

from malstyrning.diagnostics import Span
from malstyrning.domain.assessments import GoalAssessment, OverallGoalResult
from malstyrning.domain.evaluations import Carried, Signature
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.standing import Standing
from malstyrning.domain.unfinished import is_written
from malstyrning.domain.verdicts import ONLY_DESCRIBED, Unassessable, Verdict
from malstyrning.language import Text
from malstyrning.report.view import Answer, Key, Mark, Narrative
from malstyrning.report.words import DESCRIBED, DESCRIBED_SYMBOL, FULFILMENT, NOT_REPORTED, NOT_REPORTED_SYMBOL, SYMBOL
from malstyrning.report.writer import Writer

_CARRIED = Text(
    "Texten är från {period}, undertecknad av {signature}", "The text is from {period}, signed by {signature}"
)
_CARRIED_UNSIGNED = Text(
    "Texten är från {period} och inte undertecknad", "The text is from {period} and was not signed"
)
_SIGNED = Text("{body} genom {name}, {date}", "{body} through {name}, {date}")


def mark(fulfilment: Fulfilment, write: Writer) -> Mark:
    """The mark of a fulfilment."""
    return Mark(Key(fulfilment.value), SYMBOL[fulfilment], write.text(FULFILMENT[fulfilment]))


def goal_mark(goal: GoalAssessment, write: Writer) -> Mark:
    """The mark of a strategic goal's status; one of which nothing is followed up now has a mark of its own."""
    return mark(goal.status, write) if goal.is_followed_up else not_reported_mark(write)


def proposed_mark(result: GoalAssessment | OverallGoalResult, write: Writer) -> Mark:
    """The mark of the status that the rule proposes; it proposes none where nothing is followed up now."""
    return mark(result.proposal.status, write) if result.is_followed_up else not_reported_mark(write)


def verdict_mark(verdict: Verdict, write: Writer) -> Mark:
    """The mark of a verdict; a KPI that is only described, or not followed up now, has a mark of its own."""
    if verdict.reason is Unassessable.NOT_REPORTED_NOW:
        return not_reported_mark(write)
    if verdict.reason in ONLY_DESCRIBED:
        return described_mark(write)
    return mark(verdict.fulfilment, write)


def described_mark(write: Writer) -> Mark:
    """The mark of a KPI that is described and not judged."""
    return Mark(Key("described"), DESCRIBED_SYMBOL, write.text(DESCRIBED))


def not_reported_mark(write: Writer) -> Mark:
    """The mark of a KPI that is not followed up at this occasion."""
    return Mark(Key("not_reported"), NOT_REPORTED_SYMBOL, write.text(NOT_REPORTED))


def answer(text: Text | None, write: Writer, *, asked: bool, carried: Carried | None = None) -> Answer:
    """A person's text, or that it is missing, or that it was not asked for. A placeholder is no text."""
    if text is not None and is_written(text):
        return Answer(Key("given"), Narrative(write.text(text)), carried_text(carried, write) if carried else "")
    return Answer(Key("missing" if asked else "not_asked"))


def carried_text(carried: Carried, write: Writer) -> str:
    """From which occasion a text is carried forward, and who signed it then."""
    if carried.signed is None:
        return write.text(_CARRIED_UNSIGNED, period=carried.period)
    return write.text(_CARRIED, period=carried.period, signature=signature(carried.signed, write))


def decision(standing: Standing, write: Writer) -> str:
    """The day of a decision, with its reference."""
    day = write.date(standing.decided) if standing.decided else ""
    return f"{day} ({standing.reference})".strip() if standing.reference else day


def signature(signed: Signature | None, write: Writer) -> str:
    """Who answers for a text, when, and where the decision stands."""
    if signed is None:
        return ""
    told = write.text(_SIGNED, body=signed.body, name=signed.name, date=write.date(signed.date))
    return f"{told} ({signed.reference})" if signed.reference else told


def shown(span: Span | None) -> str:
    """A place as people name it: `goals/a.yaml:12`. Empty where it is unknown."""
    return f"{span.path}:{span.line}" if span else ""
