"""Everything that a person has written in words: which object holds it, at which keys."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from malstyrning.domain.actions import Action, Assignment
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.evaluations import CommitteeEvaluation, Lesson, Signature
from malstyrning.domain.events import Event
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import (
    Area,
    Committee,
    Organisation,
    OverallGoal,
    PeerGroup,
    Statement,
    SteeringPlan,
    StrategicGoal,
)
from malstyrning.domain.sound_management import SoundAssessment
from malstyrning.domain.standing import Standing
from malstyrning.language import Language, Text
from malstyrning.load.places import Identity, Steps

_Parts = Iterator[tuple[Steps, Text | str | None]]


class Written(NamedTuple):
    """A text in one or both languages, or a line without language."""

    of: Identity
    at: Steps
    words: Text | str


class Phrase(NamedTuple):
    """One language's words of a text, or a line."""

    of: Identity
    at: Steps
    words: str


def _standing(standing: Standing) -> _Parts:
    yield ("reference",), standing.reference
    yield ("source",), standing.source


def _of_organisation(organisation: Organisation) -> _Parts:
    yield ("name",), organisation.name


def _of_group(group: PeerGroup) -> _Parts:
    yield ("title",), group.title
    yield ("source",), group.source


def _of_statement(statement: Statement) -> _Parts:
    yield ("text",), statement.text
    yield ("source",), statement.source


def _of_overall_goal(goal: OverallGoal) -> _Parts:
    yield ("title",), goal.title
    yield ("description",), goal.description
    yield from _standing(goal.standing)


def _of_area(area: Area) -> _Parts:
    yield ("title",), area.title
    yield from _standing(area.standing)


def _of_committee(committee: Committee) -> _Parts:
    yield ("title",), committee.title
    for index, one in enumerate(committee.renamed):
        yield ("renamed", index, "title"), one.title
        yield ("renamed", index, "reference"), one.reference
    yield from _standing(committee.standing)


def _of_strategic_goal(goal: StrategicGoal) -> _Parts:
    yield ("title",), goal.title
    yield ("description",), goal.description
    for index, condition in enumerate(goal.conditions):
        yield ("conditions", index), condition
    yield from _standing(goal.standing)


def _of_kpi(kpi: Kpi) -> _Parts:
    criteria = kpi.criteria
    yield ("title",), kpi.title
    yield ("kolada_title",), kpi.kolada_title
    yield ("owner",), kpi.owner
    yield ("relevance",), criteria.relevance
    yield ("causal_link",), criteria.causal_link
    yield ("method",), criteria.method
    yield ("comparability",), criteria.comparability
    yield ("robustness",), criteria.robustness
    if kpi.cost_per:
        yield ("cost_per", "what"), kpi.cost_per.what
    if kpi.data_quality:
        yield ("data_quality", "text"), kpi.data_quality.text
    for index, definition in enumerate(kpi.definitions):
        yield ("definitions", index, "text"), definition.text
    for index, level in enumerate(kpi.target_levels):
        yield ("target_levels", index, "reference"), level.reference
        yield ("target_levels", index, "source"), level.source
    yield from _standing(kpi.standing)


def _of_action(action: Action) -> _Parts:
    yield ("title",), action.title
    yield ("owner",), action.owner
    for index, step in enumerate(action.steps):
        yield ("steps", index, "text"), step.text
    yield from _standing(action.standing)


def _of_assignment(assignment: Assignment) -> _Parts:
    yield ("title",), assignment.title
    yield ("text",), assignment.text
    yield from _standing(assignment.standing)


def _of_event(event: Event) -> _Parts:
    yield ("title",), event.title
    yield ("text",), event.text
    yield ("source",), event.source
    yield ("reference",), event.reference


def _of_frame(frame: BudgetFrame) -> _Parts:
    for index, change in enumerate(frame.changes):
        yield ("changes", index, "reference"), change.reference
        yield ("changes", index, "reason"), change.reason
    yield from _standing(frame.standing)


def _of_evaluation(evaluation: CommitteeEvaluation) -> _Parts:
    for name, goal in evaluation.goals.items():
        yield ("goals", name, "position"), goal.position
        yield ("goals", name, "analysis"), goal.analysis
        yield ("goals", name, "reason"), goal.reason
    for name, kpi in evaluation.kpis.items():
        yield ("kpis", name, "cause"), kpi.cause
        yield ("kpis", name, "own_and_events"), kpi.own_and_events
        if kpi.forecast:
            yield ("kpis", name, "forecast", "text"), kpi.forecast.text
    for name, action in evaluation.actions.items():
        yield ("actions", name, "text"), action.text
    if evaluation.reprioritise:
        yield ("reprioritise", "text"), evaluation.reprioritise.text
    for one in fields(evaluation.whole):
        yield ("whole", one.name), getattr(evaluation.whole, one.name)
    for lesson in evaluation.lessons:
        yield from _of_lesson(lesson)
    yield from _signed(evaluation.signed)


def _of_lesson(lesson: Lesson) -> _Parts:
    at = ("lessons", lesson.id)
    yield (*at, "text"), lesson.text
    if lesson.proposes:
        yield (*at, "proposes", "text"), lesson.proposes.text
    if lesson.became:
        yield (*at, "became", "reference"), lesson.became.reference
        yield (*at, "became", "text"), lesson.became.text


def _signed(signature: Signature | None) -> _Parts:
    if signature:
        yield ("signed", "body"), signature.body
        yield ("signed", "name"), signature.name
        yield ("signed", "reference"), signature.reference


def _of_sound(sound: SoundAssessment) -> _Parts:
    for scope, one in sound.assessed:
        yield (scope.value, "text"), one.text
        yield (scope.value, "reason"), one.reason
        yield (scope.value, "expected"), one.expected
    if sound.balance:
        yield ("balance", "plan"), sound.balance.plan
    yield from _signed(sound.signed)
    if sound.auditors:
        yield ("auditors", "text"), sound.auditors.text
        yield ("auditors", "by"), sound.auditors.by
        yield ("auditors", "reference"), sound.auditors.reference
    if sound.reply:
        yield ("reply", "text"), sound.reply.text
        yield ("reply", "by"), sound.reply.by


_BY_ID: dict[str, Callable[[Any], _Parts]] = {
    "organisations": _of_organisation,
    "groups": _of_group,
    "overall_goals": _of_overall_goal,
    "committees": _of_committee,
    "areas": _of_area,
    "strategic_goals": _of_strategic_goal,
    "kpis": _of_kpi,
    "actions": _of_action,
    "assignments": _of_assignment,
    "events": _of_event,
}
_BY_COMMITTEE: dict[str, Callable[[Any], _Parts]] = {
    "budget_frames": _of_frame,
    "evaluations": _of_evaluation,
}


_Said = Sequence[tuple[Steps, Text | str]]


def by_object(plan: SteeringPlan) -> Iterator[tuple[Identity, _Said]]:
    """All that a plan says in words, object by object. It is gathered anew for each who asks, and takes no memory."""
    for name, parts in _objects(plan):
        yield name, [(at, words) for at, words in parts if words is not None]


def phrases(of: Identity, said: _Said) -> Iterator[Phrase]:
    """What an object says, each language of a text by itself."""
    for at, words in said:
        if isinstance(words, str):
            yield Phrase(of, at, words)
            continue
        if words.sv is not None:
            yield Phrase(of, (*at, Language.SV), words.sv)
        if words.en is not None:
            yield Phrase(of, (*at, Language.EN), words.en)


def titles(plan: SteeringPlan) -> Iterator[Written]:
    """The title of everything that has one."""
    for section in (one for one in _BY_ID if one != "organisations"):
        for name, value in getattr(plan, section).items():
            yield Written(name, ("title",), value.title)


def _objects(plan: SteeringPlan) -> Iterator[tuple[Identity, _Parts]]:
    for key in ("vision", "fundamental_value"):
        if statement := getattr(plan, key):
            yield key, _of_statement(statement)
    for section, parts in _BY_ID.items():
        objects: Mapping[str, Any] = getattr(plan, section)
        for name, value in objects.items():
            yield name, parts(value)
    for section, parts in _BY_COMMITTEE.items():
        for (committee, when), value in getattr(plan, section).items():
            yield (f"{section}/{committee}", when), parts(value)
    for period, sound in plan.sound_assessments.items():
        yield ("sound_financial_management", period), _of_sound(sound)
