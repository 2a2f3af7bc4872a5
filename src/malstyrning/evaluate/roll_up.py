"""The status of goals: proposed by one printed rule, decided by a signed assessment."""

from collections.abc import Iterable

from malstyrning.domain.assessments import GoalAssessment, GoalRule, KpiAssessment, Tally, Unassessable
from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.words import DecidedBy

_DESCRIBED = (Unassessable.NO_DIRECTION, Unassessable.NO_TARGET)


def tally(kpis: Iterable[KpiAssessment]) -> Tally:
    """Count verdicts. A KPI without direction or level is described, and stays outside the rule.

    So does one that is not followed up at this occasion.
    """
    counts = dict.fromkeys(Fulfilment, 0)
    described = not_reported = 0
    for kpi in kpis:
        if kpi.verdict.reason in _DESCRIBED:
            described += 1
        elif kpi.verdict.reason is Unassessable.NOT_REPORTED_NOW:
            not_reported += 1
        else:
            counts[kpi.verdict.fulfilment] += 1
    return Tally(counts, described, not_reported)


def propose(counted: Tally) -> tuple[Fulfilment, GoalRule]:
    """The default rule: the proposed status of a goal and the step that decided it."""
    counts = counted.counts
    if counted.judged == 0:
        return Fulfilment.NOT_ASSESSABLE, GoalRule.NOTHING_TO_JUDGE
    if 2 * counted.assessable < counted.judged:
        return Fulfilment.NOT_ASSESSABLE, GoalRule.UNDER_HALF_ASSESSABLE
    if counts[Fulfilment.REACHED] == counted.assessable:
        return Fulfilment.REACHED, GoalRule.ALL_REACHED
    if 2 * counts[Fulfilment.NOT_REACHED] >= counted.assessable:
        return Fulfilment.NOT_REACHED, GoalRule.HALF_OR_MORE_NOT_REACHED
    return Fulfilment.NEARLY, GoalRule.OTHERWISE


def assess_goal(
    goal: str, kpis: tuple[KpiAssessment, ...], answer: GoalAnswer | None = None, *, signed: bool = False
) -> GoalAssessment:
    """A goal's proposed status over every level, with the committee's answer beside it where there is one."""
    committees = tally(one for one in kpis if _only_the_committees(one))
    councils = tally(one for one in kpis if not _only_the_committees(one))
    status, step = propose(councils + committees)
    return GoalAssessment(goal, status, step, councils, committees, kpis, answer, signed=signed)


def _only_the_committees(kpi: KpiAssessment) -> bool:
    """Tell whether a KPI is judged by a level that the committee decided alone, the council having none."""
    level = kpi.verdict.level
    return level is not None and level.decided_by is DecidedBy.COMMITTEE
