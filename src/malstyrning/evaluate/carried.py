"""Texts that are carried forward, put in their place in the answers of an occasion."""

from dataclasses import replace
from typing import TypeVar

from malstyrning.domain.carried import TEXTS, written_in
from malstyrning.domain.evaluations import Carried, CommitteeEvaluation, GoalAnswer, KpiAnswer
from malstyrning.domain.plan import SteeringPlan

_Answer = TypeVar("_Answer", GoalAnswer, KpiAnswer)


def with_carried(plan: SteeringPlan, period: str) -> dict[str, CommitteeEvaluation]:
    """The committees' answers at an occasion, with each carried text in its place and where it was written."""
    return {
        committee: replace(
            one,
            goals={name: _filled(plan, one, "goals", name, given) for name, given in one.goals.items()},
            kpis={name: _filled(plan, one, "kpis", name, given) for name, given in one.kpis.items()},
        )
        for (committee, when), one in plan.evaluations.items()
        if when == period
    }


def _filled(plan: SteeringPlan, evaluation: CommitteeEvaluation, section: str, name: str, given: _Answer) -> _Answer:
    if given.carried_from is None:
        return given
    origins = {key: written_in(plan, evaluation, section, name, key) for key in TEXTS[section]}
    carried = {key: one for key, one in origins.items() if one and one is not evaluation}
    if not carried:
        return given
    texts = {key: getattr(getattr(one, section)[name], key) for key, one in carried.items()}
    if isinstance(given, KpiAnswer) and not given.events and "own_and_events" in carried:
        texts["events"] = carried["own_and_events"].kpis[name].events  # the text speaks of them
    told = {key: Carried(one.period, one.signed) for key, one in carried.items()}
    return replace(given, **texts, carried=told)
