"""Question 1: did the outcome reach the level? One function, and its arithmetic kept."""

from malstyrning.domain.assessments import Unassessable, Verdict
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Missing, Outcome
from malstyrning.domain.targets import TargetLevel, gap
from malstyrning.domain.words import Direction

_MISSING: dict[Missing, Unassessable] = {
    Missing.NO_DATA: Unassessable.NO_DATA,
    Missing.NOT_APPLICABLE: Unassessable.NOT_APPLICABLE,
    Missing.SUPPRESSED: Unassessable.SUPPRESSED,
    Missing.UNKNOWN: Unassessable.UNKNOWN,
}


def judge(kpi: Kpi, outcome: Outcome, level: TargetLevel | None) -> Verdict:
    """Hold a rounded outcome against a level: reached, nearly within its tolerance, or not reached."""
    reason = _why_not(kpi, outcome, level)
    if reason or level is None or outcome.value is None:
        return Verdict(Fulfilment.NOT_ASSESSABLE, outcome, level, reason=reason)
    distance = gap(outcome.value, level.criterion)
    if distance >= 0:
        fulfilment = Fulfilment.REACHED
    elif -distance <= level.tolerance:
        fulfilment = Fulfilment.NEARLY
    else:
        fulfilment = Fulfilment.NOT_REACHED
    return Verdict(fulfilment, outcome, level, distance)


def _why_not(kpi: Kpi, outcome: Outcome, level: TargetLevel | None) -> Unassessable | None:
    if kpi.direction is Direction.NONE:
        return Unassessable.NO_DIRECTION
    if level is None:
        return Unassessable.NO_TARGET
    if outcome.value is None:
        if outcome.missing:
            return _MISSING[outcome.missing]
        return Unassessable.ONLY_BY_GENDER if outcome.only_by_gender else Unassessable.NO_OUTCOME
    return None
