"""The record's part about the status of goals: the rule, what it proposed and the counts that it rests on."""

from decimal import Decimal
from typing import Any

from malstyrning.domain.assessments import Evaluation, GoalAssessment, OverallGoalResult, Tally
from malstyrning.domain.goal_status import DEFAULT_RULE, GoalStatusRule, RuleKind, RuleStep, UnassessableRole

# What the default rule's steps are called since before there were others.
_DEFAULT_STEPS = {
    RuleStep.TOO_FEW_ASSESSABLE: "under_half_assessable",
    RuleStep.ENOUGH_REACHED: "all_reached",
    RuleStep.ENOUGH_NOT_REACHED: "half_or_more_not_reached",
}


def number(value: Decimal | None) -> float | int | None:
    """A decimal as JSON has numbers."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def tally_content(tally: Tally) -> dict[str, int]:
    """Counts by fulfilment."""
    counts = {key.value: count for key, count in tally.counts.items()}
    return {**counts, "described": tally.described, "not_reported": tally.not_reported}


def rule_content(rule: GoalStatusRule) -> dict[str, Any]:
    """The rule; a limit that it does not use is null."""
    by_share = rule.kind is not RuleKind.WORST
    left_out = rule.unassessable is UnassessableRole.LEFT_OUT
    return {
        "kind": rule.kind.value,
        "reached": number(rule.reached) if by_share else None,
        "not_reached": number(rule.not_reached) if by_share else None,
        "unassessable": rule.unassessable.value,
        "least_assessable": number(rule.least_assessable) if left_out else None,
    }


def status_content(result: GoalAssessment | OverallGoalResult | Evaluation, rule: GoalStatusRule) -> dict[str, Any]:
    """What the rule proposed, the weights that it added, and the counts apart by who decided the levels."""
    proposal = result.proposal
    step = _DEFAULT_STEPS.get(proposal.step, proposal.step.value) if rule == DEFAULT_RULE else proposal.step.value
    return {
        "proposed": proposal.status.value,
        "rule": step,
        "weights": {status.value: number(proposal.weight(status)) for status in proposal.weights},
        "council_counts": tally_content(result.tally),
        "committee_counts": tally_content(result.committee_tally),
        "addition_counts": tally_content(result.addition_tally),
    }
