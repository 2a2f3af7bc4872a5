"""Texts that are carried forward: one that still holds stands at the occasion at which it was written.

The position of a goal is never carried: it tells the figures of its own occasion.
"""

from dataclasses import replace
from typing import TypeVar

from malstyrning.domain.evaluations import Carried, CommitteeEvaluation, GoalAnswer, KpiAnswer
from malstyrning.domain.periods import parse_period
from malstyrning.domain.plan import SteeringPlan

TEXTS = {"goals": ("analysis",), "kpis": ("cause", "own_and_events")}  # what may be carried, by section
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


def written_in(
    plan: SteeringPlan, evaluation: CommitteeEvaluation, section: str, name: str, key: str
) -> CommitteeEvaluation | None:
    """The evaluation in which a text was written, found by way of `carried_from`; None where there is none."""
    at: CommitteeEvaluation | None = evaluation
    while at:
        given = getattr(at, section).get(name)
        if given is None or getattr(given, key) is not None:
            return at if given else None
        earlier = given.carried_from
        if earlier is None or not is_before(earlier, at.period):
            return None
        at = plan.evaluations.get((at.committee, earlier))
    return None


def is_before(period: str, other: str) -> bool:
    """Tell whether an occasion comes before another: 2022T2 before 2022."""
    one, two = parse_period(period), parse_period(other)
    return bool(one and two and one.end < two.end)


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
