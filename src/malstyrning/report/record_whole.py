"""The record's part about what people answer for the whole: committees, assignments, sound financial management."""

from dataclasses import fields
from typing import Any

from malstyrning.domain.assessments import Evaluation, GoalAssessment
from malstyrning.domain.evaluations import CommitteeEvaluation, ConditionsMet, Signature
from malstyrning.domain.sound_management import Balance, OverallAssessment
from malstyrning.domain.words import SoundScope
from malstyrning.evaluate.sound_management import unwritten
from malstyrning.language import Text
from malstyrning.report.build.assignments import assignments_of
from malstyrning.report.record_account import words
from malstyrning.report.record_statuses import number


def answers_content(one: CommitteeEvaluation) -> dict[str, Any]:
    """What a committee answers once: question 6 with what it proposes, in thousand kronor, and the whole."""
    moved = one.reprioritise
    return {
        "committee": one.committee,
        "reprioritise": moved
        and {
            "needed": moved.needed,
            "text": _words(moved.text),
            "proposal": [
                {"from": each.source, "to": each.target, "amount": number(each.amount)} for each in moved.proposal
            ],
        },
        "whole": {part.name: _words(getattr(one.whole, part.name)) for part in fields(one.whole)},
        "example": one.example,
    }


def conditions_content(evaluation: Evaluation) -> dict[str, int]:
    """For how many goals the conditions for delivering were met."""
    counts = evaluation.conditions_met
    return {**{one.value: counts[one] for one in ConditionsMet}, "unanswered": counts[None]}


def assignments_content(evaluation: Evaluation) -> list[dict[str, Any]]:
    """Every assignment with its status on the day of the occasion."""
    day = evaluation.occasion.date
    return [
        {
            "id": one.id,
            "committee": one.committee,
            "title": words(one.title),
            "status": one.status_on(day).value,
            "due": one.due and one.due.isoformat(),
            "late": one.is_late(day),
            "decided": one.standing.decided and one.standing.decided.isoformat(),
            "reference": one.standing.reference,
            "example": one.standing.example,
        }
        for one in assignments_of(evaluation)
    ]


def sound_content(evaluation: Evaluation) -> dict[str, Any]:
    """Sound financial management: what is assessed, beside the goals that it rests on."""
    given = evaluation.sound
    assessed = dict(given.assessed) if given else {}
    auditors, reply = (given.auditors, given.reply) if given else (None, None)
    return {
        **{
            scope.value: {
                **_overall(assessed.get(scope)),
                "goals": [_goal(one) for one in evaluation.sound_goals(scope)],
            }
            for scope in SoundScope
        },
        "balance": _balance(given.balance) if given and given.balance else None,
        "signed": _signature(given.signed) if given else None,
        "auditors": auditors
        and {
            "grade": auditors.grade.value,
            "text": words(auditors.text),
            "by": auditors.by,
            "date": auditors.date.isoformat(),
            "reference": auditors.reference,
        },
        "reply": reply and {"text": words(reply.text), "by": reply.by, "date": reply.date.isoformat()},
        "unwritten": list(unwritten(evaluation)),
        "example": bool(given and given.example),
    }


def _words(text: Text | None) -> dict[str, str | None] | None:
    return None if text is None else words(text)


def _overall(given: OverallAssessment | None) -> dict[str, Any]:
    if given is None:
        return {"status": None, "text": None, "reason": None, "expected": None}
    texts = {"text": given.text, "reason": given.reason, "expected": given.expected}
    return {"status": given.status.value, **{key: _words(one) for key, one in texts.items()}}


def _goal(one: GoalAssessment) -> dict[str, Any]:
    return {"id": one.goal, "status": one.status.value, "followed_up": one.is_followed_up}


def _balance(one: Balance) -> dict[str, Any]:
    """Each line with its sign, and the sums."""
    return {
        "result": number(one.result),
        **{name: number(amount) for name, amount in one.adjustments},
        "adjusted": number(one.adjusted),
        **{name: number(amount) for name, amount in one.reserve},
        "balance": number(one.balance),
        "deficits": [
            {"year": each.year, "amount": number(each.amount), "restore_by": each.restore_by} for each in one.deficits
        ],
        "to_restore": number(one.to_restore),
        "plan": _words(one.plan),
    }


def _signature(signed: Signature | None) -> dict[str, Any] | None:
    if signed is None:
        return None
    return {
        "body": signed.body,
        "name": signed.name,
        "date": signed.date.isoformat(),
        "reference": signed.reference,
    }
