"""What the municipality is asked of its sound financial management at an occasion, and has not written."""

from collections.abc import Iterator

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.sound_management import SoundAssessment, SoundStatus
from malstyrning.domain.unfinished import is_written
from malstyrning.domain.words import ReportedIn, SoundScope

BEHIND = (Fulfilment.NEARLY, Fulfilment.NOT_REACHED)


def is_asked(evaluation: Evaluation) -> bool:
    """Tell whether an assessment is asked for: at T2 and at the close, where a goal counts for it."""
    flagged = any(evaluation.sound_goals(scope) for scope in SoundScope)
    return flagged and evaluation.committee is None and evaluation.occasion.reported_in is not ReportedIn.T1


def unwritten(evaluation: Evaluation) -> tuple[str, ...]:
    """The keys that are asked for and not there. A placeholder is no text."""
    return tuple(_unwritten(evaluation)) if is_asked(evaluation) else ()


def _unwritten(evaluation: Evaluation) -> Iterator[str]:
    given = evaluation.sound or SoundAssessment(str(evaluation.occasion))
    assessed = dict(given.assessed)
    for scope in SoundScope:
        if not evaluation.sound_goals(scope):
            continue
        one = assessed.get(scope)
        if one is None or not is_written(one.text):
            yield scope.value
        if one and not evaluation.occasion.is_close and not is_written(one.expected):
            yield f"{scope.value}.expected"
    if evaluation.occasion.is_close and given.balance is None:
        yield "balance"
    if given.signed is None:
        yield "signed"
    if given.auditors is None:
        yield "auditors"


def unreached(evaluation: Evaluation) -> Iterator[tuple[SoundScope, tuple[str, ...]]]:
    """Whom an assessment calls fulfilled, with no reason given, though goals that it rests on are not reached."""
    for scope, one in evaluation.sound.assessed if evaluation.sound else ():
        if one.status is SoundStatus.FULFILLED and not is_written(one.reason):
            goals = (goal for goal in evaluation.sound_goals(scope) if goal.is_followed_up)
            if behind := tuple(goal.goal for goal in goals if goal.status in BEHIND):
                yield scope, behind
