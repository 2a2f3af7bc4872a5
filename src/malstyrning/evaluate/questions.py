"""What people are asked at an occasion, and what of it they have not answered.

Questions 1 and 2 are computed. Few of the rest are asked, or nobody would answer them.
"""

from collections.abc import Iterator
from dataclasses import fields

from malstyrning.domain.actions import Action
from malstyrning.domain.assessments import Evaluation, GoalAssessment, KpiAssessment
from malstyrning.domain.evaluations import (
    FELL_SHORT,
    ActionAnswer,
    CommitteeEvaluation,
    GoalAnswer,
    KpiAnswer,
    WholeAnswer,
)
from malstyrning.domain.forecasts import NoForecast
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.questions import Question
from malstyrning.domain.unfinished import is_written
from malstyrning.domain.verdicts import Trend
from malstyrning.domain.words import ActionStatus

_OVER = (ActionStatus.DONE, ActionStatus.STOPPED)


def is_asked(kpi: Kpi, assessment: KpiAssessment, year: int) -> bool:
    """Questions 3 and 4 are asked for KPIs that missed their level, fell, or end with the year."""
    return has_missed(assessment) or assessment.trend.trend is Trend.WORSE or kpi.standing.valid.last == year


def has_missed(assessment: KpiAssessment) -> bool:
    """Tell whether an outcome is on the worse side of its level."""
    return assessment.verdict.fulfilment in (Fulfilment.NEARLY, Fulfilment.NOT_REACHED)


def is_over(status: ActionStatus) -> bool:
    """Question 5 is asked of an action that is done or stopped."""
    return status in _OVER


def forecasts_to_give(evaluation: Evaluation, committee: str) -> tuple[str, ...]:
    """The KPIs that a committee may forecast at T1 or T2: with a level, and no outcome of the year. None has to be."""
    plan, answers = evaluation.plan, evaluation.answers.get(committee)
    given = {key for key, one in answers.kpis.items() if one.forecast} if answers else set()
    return tuple(
        one.kpi
        for one in evaluation.kpis
        if (made := evaluation.forecasts.now.get(one.kpi))
        and made.reason is not NoForecast.KNOWN
        and one.verdict.level
        and one.kpi not in given
        and plan.strategic_goals[plan.kpis[one.kpi].goal].committee == committee
    )


def unanswered(evaluation: Evaluation) -> tuple[Question, ...]:
    """What each committee is asked and has not answered, in the order of its goals. A placeholder is no answer."""
    plan = evaluation.plan
    asked = {plan.strategic_goals[one.goal].committee for one in evaluation.goals}
    return tuple(one for committee in plan.committees if committee in asked for one in _of(committee, evaluation))


def _of(committee: str, evaluation: Evaluation) -> Iterator[Question]:
    plan = evaluation.plan
    answers = evaluation.answers.get(committee) or CommitteeEvaluation(committee, str(evaluation.occasion))
    goals = [one for one in evaluation.goals if plan.strategic_goals[one.goal].committee == committee]
    for goal in goals:
        yield from _goal(goal, answers, evaluation)
    for goal in goals:
        for kpi in goal.kpis:
            yield from _kpi(kpi, answers, evaluation)
    own = {one.goal for one in goals}
    for action in plan.actions.values():
        if (
            action.goal in own
            and action.standing.valid.covers(evaluation.occasion.year)
            and is_over(action.status_on(evaluation.occasion.date))
        ):
            yield from _action(action, answers)
    if evaluation.occasion.is_close and (keys := unanswered_of_whole(answers.whole)):
        yield Question(committee, ("whole",), keys)
    moved = answers.reprioritise
    if moved is None or (moved.needed and not is_written(moved.text)):
        yield Question(committee, (), ("reprioritise",))
    if not answers.lessons:
        yield Question(committee, (), ("lessons",))


def unanswered_of_whole(given: WholeAnswer) -> tuple[str, ...]:
    """The questions about the whole that have no answer; they are asked at the close of the year."""
    return tuple(one.name for one in fields(given) if not is_written(getattr(given, one.name)))


def _goal(goal: GoalAssessment, answers: CommitteeEvaluation, evaluation: Evaluation) -> Iterator[Question]:
    given = answers.goals.get(goal.goal, GoalAnswer())
    missing = [
        key for key, text in (("position", given.position), ("analysis", given.analysis)) if not is_written(text)
    ]
    if evaluation.plan.strategic_goals[goal.goal].conditions and given.conditions_met is None:
        missing.append("conditions_met")
    if missing:
        yield Question(answers.committee, ("goals", goal.goal), tuple(missing))


def _kpi(one: KpiAssessment, answers: CommitteeEvaluation, evaluation: Evaluation) -> Iterator[Question]:
    if not is_asked(evaluation.plan.kpis[one.kpi], one, evaluation.occasion.year):
        return
    given = answers.kpis.get(one.kpi, KpiAnswer())
    texts = (("cause", given.cause), ("own_and_events", given.own_and_events))
    if missing := tuple(key for key, text in texts if not is_written(text)):
        yield Question(answers.committee, ("kpis", one.kpi), missing)


def _action(action: Action, answers: CommitteeEvaluation) -> Iterator[Question]:
    """The effect is what is asked; where it is given, a text beside it is welcome and not demanded.

    Where it fell short, the causes are asked for as well.
    """
    given = answers.actions.get(action.id, ActionAnswer())
    unfinished = given.text is not None and not is_written(given.text)
    missing = {
        "effect": given.effect is None,
        "text": unfinished or (given.effect is None and given.text is None),
        "causes": given.effect in FELL_SHORT and not given.explains,
    }
    if keys := tuple(key for key, is_missing in missing.items() if is_missing):
        yield Question(answers.committee, ("actions", action.id), keys)
