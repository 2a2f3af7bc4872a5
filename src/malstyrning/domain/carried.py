"""Texts that are carried forward: one that still holds stands at the occasion at which it was written.

The position of a goal is never carried: it tells the figures of its own occasion.
"""

from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.periods import parse_period
from malstyrning.domain.plan import SteeringPlan

TEXTS = {"goals": ("analysis",), "kpis": ("cause", "own_and_events")}  # what may be carried, by section


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
