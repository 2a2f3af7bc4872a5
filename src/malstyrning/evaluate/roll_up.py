"""The status of goals: proposed by one printed rule, decided by a signed assessment."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from malstyrning.domain.assessments import GoalAssessment, KpiAssessment, Tally
from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import (
    GoalStatusRule,
    Proposal,
    RuleKind,
    RuleStep,
    UnassessableRole,
    is_at_least,
)
from malstyrning.domain.verdicts import ONLY_DESCRIBED, Unassessable, Verdict
from malstyrning.domain.words import DecidedBy

_OUTSIDE = (*ONLY_DESCRIBED, Unassessable.NOT_REPORTED_NOW)
_WORST_FIRST = (Fulfilment.NOT_REACHED, Fulfilment.NEARLY, Fulfilment.REACHED)
_ONE = Decimal(1)
_NOTHING = Decimal(0)


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Count verdicts. One without direction or level is described, and stays outside the rule.

    So does one on a KPI that is not followed up at this occasion.
    """
    counts = dict.fromkeys(Fulfilment, 0)
    described = not_reported = 0
    for verdict in verdicts:
        if verdict.reason in ONLY_DESCRIBED:
            described += 1
        elif verdict.reason is Unassessable.NOT_REPORTED_NOW:
            not_reported += 1
        else:
            counts[verdict.fulfilment] += 1
    return Tally(counts, described, not_reported)


def propose(rule: GoalStatusRule, weighed: Iterable[tuple[Fulfilment, Decimal]]) -> Proposal:
    """The status that a rule proposes from statuses and their weights, in any order, and the step that decided it."""
    by_weight = sorted(weighed, key=lambda one: one[1], reverse=True)
    weights = {
        status: tuple(weight if rule.kind is RuleKind.WEIGHTED else _ONE for one, weight in by_weight if one is status)
        for status in Fulfilment
    }
    status, step = _decide(rule, {one: sum(weights[one], _NOTHING) for one in Fulfilment})
    return Proposal(status, step, weights)


def _decide(rule: GoalStatusRule, weight: Mapping[Fulfilment, Decimal]) -> tuple[Fulfilment, RuleStep]:
    """The first step that fits."""
    if stop := _why_not(rule, weight):
        return Fulfilment.NOT_ASSESSABLE, stop
    counted = _counted(rule, weight)
    if rule.kind is RuleKind.WORST:
        return next(one for one in _WORST_FIRST if counted[one]), RuleStep.WORST
    whole = sum(counted.values(), _NOTHING)
    if is_at_least(rule.reached, counted[Fulfilment.REACHED], whole):
        return Fulfilment.REACHED, RuleStep.ENOUGH_REACHED
    if is_at_least(rule.not_reached, counted[Fulfilment.NOT_REACHED], whole):
        return Fulfilment.NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED
    return Fulfilment.NEARLY, RuleStep.OTHERWISE


def _why_not(rule: GoalStatusRule, weight: Mapping[Fulfilment, Decimal]) -> RuleStep | None:
    """Why nothing can be said, if it can't."""
    judged, unassessable = sum(weight.values(), _NOTHING), weight[Fulfilment.NOT_ASSESSABLE]
    if not judged:
        return RuleStep.NOTHING_TO_JUDGE
    if rule.unassessable is UnassessableRole.NOT_ASSESSABLE and unassessable:
        return RuleStep.ONE_UNASSESSABLE
    left_out = rule.unassessable is UnassessableRole.LEFT_OUT
    if left_out and not is_at_least(rule.least_assessable, judged - unassessable, judged):
        return RuleStep.TOO_FEW_ASSESSABLE
    return None


def _counted(rule: GoalStatusRule, weight: Mapping[Fulfilment, Decimal]) -> dict[Fulfilment, Decimal]:
    """The weights that shares are taken of: what can't be assessed is left out, or among what is not reached."""
    missed = weight[Fulfilment.NOT_ASSESSABLE] if rule.unassessable is UnassessableRole.NOT_REACHED else _NOTHING
    counted = {one: weight[one] for one in _WORST_FIRST}
    return {**counted, Fulfilment.NOT_REACHED: counted[Fulfilment.NOT_REACHED] + missed}


def propose_from_goals(rule: GoalStatusRule, statuses: Iterable[Fulfilment]) -> Proposal:
    """The same rule over goals in place of KPIs: for an overall goal, and for the whole. Each goal weighs 1."""
    return propose(rule, ((one, _ONE) for one in statuses))


def assess_goal(  # noqa: PLR0913 - a goal, what it is judged by, and what was answered
    goal: str,
    kpis: tuple[KpiAssessment, ...],
    rule: GoalStatusRule,
    weights: Mapping[str, Decimal],
    answer: GoalAnswer | None = None,
    *,
    signed: bool = False,
) -> GoalAssessment:
    """A goal's proposed status over every level, with the committee's answer beside it where there is one.

    `weights` are those of the KPIs, by id.
    """
    judged = (one for one in kpis if one.verdict.reason not in _OUTSIDE)
    return GoalAssessment(
        goal,
        propose(rule, ((one.verdict.fulfilment, weights[one.kpi]) for one in judged)),
        tally(one.verdict for one in kpis if not _only_the_committees(one)),
        tally(one.verdict for one in kpis if _only_the_committees(one)),
        tally(one.committee_addition for one in kpis if one.committee_addition),
        kpis,
        answer,
        signed,
    )


def _only_the_committees(kpi: KpiAssessment) -> bool:
    """Tell whether a KPI is judged by a level that the committee decided alone, the council having none."""
    level = kpi.verdict.level
    return level is not None and level.decided_by is DecidedBy.COMMITTEE
