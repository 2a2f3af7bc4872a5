"""Question 1: did the outcome reach the level? One function, and its arithmetic kept."""

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Missing, Outcome
from malstyrning.domain.policy import Limits
from malstyrning.domain.targets import BetterThanBase, GenderGap, TargetLevel, gap
from malstyrning.domain.verdicts import Unassessable, Verdict
from malstyrning.domain.words import Direction, Gender
from malstyrning.evaluate.hold import Known, Lack, hold

_MISSING: dict[Missing, Unassessable] = {
    Missing.NO_DATA: Unassessable.NO_DATA,
    Missing.NOT_APPLICABLE: Unassessable.NOT_APPLICABLE,
    Missing.SUPPRESSED: Unassessable.SUPPRESSED,
    Missing.UNKNOWN: Unassessable.UNKNOWN,
}
_NOTHING_MORE = Known()


def judge(
    kpi: Kpi,
    outcome: Outcome,
    level: TargetLevel | None,
    known: Known = _NOTHING_MORE,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> Verdict:
    """Hold a rounded outcome against a level: reached, nearly within its tolerance, or not reached."""
    reason = _why_not(kpi, outcome, level, known, limits)
    if reason or level is None:
        return Verdict(Fulfilment.NOT_ASSESSABLE, outcome, level, reason=reason)
    held = hold(kpi, outcome, level.target, known)
    if isinstance(held, Lack):
        return Verdict(Fulfilment.NOT_ASSESSABLE, outcome, level, reason=held.reason, missing=held.periods)
    distance = gap(held.number, held.limit)
    is_reached = distance > 0 if isinstance(level.target, BetterThanBase) else distance >= 0
    if is_reached:
        fulfilment = Fulfilment.REACHED
    elif level.tolerance and -distance <= level.tolerance:
        fulfilment = Fulfilment.NEARLY
    else:
        fulfilment = Fulfilment.NOT_REACHED
    return Verdict(fulfilment, outcome, level, distance, held=held)


def _why_not(
    kpi: Kpi, outcome: Outcome, level: TargetLevel | None, known: Known, limits: Limits
) -> Unassessable | None:
    if kpi.direction is Direction.NONE:
        return Unassessable.NO_DIRECTION
    if level is None:
        return Unassessable.NO_TARGET
    rows = [outcome.measurement]
    if isinstance(level.target, GenderGap):  # which needs no value for all
        rows = [known.measured.get((outcome.period, gender)) for gender in (Gender.WOMEN, Gender.MEN)]
    elif outcome.value is None:
        if outcome.missing:
            return _MISSING[outcome.missing]
        return Unassessable.ONLY_BY_GENDER if outcome.only_by_gender else Unassessable.NO_OUTCOME
    if any(row and row.n is not None and row.n < limits.fewest_respondents for row in rows):
        return Unassessable.TOO_FEW_RESPONDENTS
    return None
