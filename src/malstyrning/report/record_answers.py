"""The record's account of what the committees answered: events, carried texts and lessons."""

from collections.abc import Mapping
from typing import Any

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.evaluations import Carried, KpiAnswer, Lesson
from malstyrning.evaluate.happened import happened
from malstyrning.report.record_account import words


def carried_data(carried: Mapping[str, Carried]) -> dict[str, Any]:
    """The texts that are carried forward, by key: the occasion that each is from, and the day it was signed."""
    return {
        key: {"period": one.period, "signed": one.signed.date.isoformat() if one.signed else None}
        for key, one in carried.items()
    }


def kpi_answer_data(evaluation: Evaluation, one: KpiAssessment) -> dict[str, Any]:
    """The events beside a KPI, which of them the committee refers to, and which of its texts are carried forward."""
    plan = evaluation.plan
    answers = evaluation.answers.get(plan.strategic_goals[plan.kpis[one.kpi].goal].committee)
    given = answers.kpis.get(one.kpi, KpiAnswer()) if answers else KpiAnswer()
    return {
        "events": [
            {"id": event.id, "referred_to": event.id in given.events} for event in happened(evaluation, one, given)
        ],
        "carried": carried_data(given.carried),
    }


def events_data(evaluation: Evaluation) -> list[dict[str, Any]]:
    """Every event of the plan that had begun by the occasion, in the order of the files."""
    return [
        {
            "id": one.id,
            "title": words(one.title),
            "kind": one.kind.value,
            "date": one.first.isoformat(),
            "to": one.last and one.last.isoformat(),
            "example": one.example,
        }
        for one in evaluation.plan.events.values()
        if one.first <= evaluation.occasion.date
    ]


def lessons_data(evaluation: Evaluation) -> list[dict[str, Any]]:
    """The lessons of the occasion, in the order of the files."""
    return [
        {"id": lesson.id, "committee": answers.committee, **_lesson(lesson)}
        for answers in evaluation.answers.values()
        for lesson in answers.lessons
    ]


def _lesson(lesson: Lesson) -> dict[str, Any]:
    proposes, became = lesson.proposes, lesson.became
    return {
        "text": words(lesson.text),
        "proposes": proposes
        and {
            "about": proposes.about,
            "new": proposes.new and proposes.new.value,
            "text": words(proposes.text),
        },
        "feeds": lesson.feeds,
        "became": became
        and {
            "status": became.status.value,
            "reference": became.reference,
            "text": became.text and words(became.text),
            "led_to": list(became.led_to),
        },
    }
