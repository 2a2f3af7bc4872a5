"""The status that the rule in malstyrning.yaml proposes, for goals, overall goals and the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.evaluate.independent.files import Files

STATUSES = ("reached", "nearly", "not_reached", "not_assessable")
DEFAULT = {
    "kind": "share",
    "reached": Fraction(100),
    "not_reached": Fraction(50),
    "unassessable": "left_out",
    "least_assessable": Fraction(50),
}


@dataclass(frozen=True)
class Weighed:
    """A status with what it weighs."""

    status: str
    weight: Fraction = Fraction(1)


def rule_of(files: Files) -> dict[str, Any]:
    """The rule with its limits in per cent, None where it does not use one."""
    chosen = files.settings.get("goal_status", {})
    unassessable = chosen.get("unassessable", {})
    kind, treatment = chosen.get("kind", "share"), unassessable.get("kind", "left_out")
    shares, left_out = kind != "worst", treatment == "left_out"
    return {
        "kind": kind,
        "reached": Fraction(chosen.get("reached", 100)) if shares else None,
        "not_reached": Fraction(chosen.get("not_reached", 50)) if shares else None,
        "unassessable": treatment,
        "least_assessable": Fraction(unassessable.get("least_assessable", 50)) if left_out else None,
    }


def propose(rule: dict[str, Any], parts: Iterable[Weighed]) -> dict[str, Any]:
    """The proposed status, the step of the rule that gave it, and the weights that it was counted on."""
    weights = dict.fromkeys(STATUSES, Fraction(0))
    for one in parts:
        weights[one.status] += one.weight if rule["kind"] == "weighted" else 1
    status, step = first_that_fits(rule, weights)
    return {"proposed": status, "rule": step, "weights": weights}


def first_that_fits(rule: dict[str, Any], weights: dict[str, Fraction]) -> tuple[str, str]:
    """The steps of the rule, in order."""
    everything, unassessable = sum(weights.values()), weights["not_assessable"]
    if not everything:
        return "not_assessable", "nothing_to_judge"
    if rule["unassessable"] == "not_assessable" and unassessable:
        return "not_assessable", "one_unassessable"
    if rule["unassessable"] == "left_out" and (everything - unassessable) / everything * 100 < rule["least_assessable"]:
        return "not_assessable", "under_half_assessable" if rule == DEFAULT else "too_few_assessable"
    not_reached = weights["not_reached"] + (unassessable if rule["unassessable"] == "not_reached" else 0)
    return of_the_rest(rule, weights["reached"], weights["nearly"], not_reached)


def of_the_rest(rule: dict[str, Any], reached: Fraction, nearly: Fraction, not_reached: Fraction) -> tuple[str, str]:
    """By the worst, or by the shares of those that count."""
    default, counted = rule == DEFAULT, reached + nearly + not_reached
    if rule["kind"] == "worst":
        return ("not_reached" if not_reached else "nearly" if nearly else "reached"), "worst"
    if reached / counted * 100 >= rule["reached"]:
        return "reached", "all_reached" if default else "enough_reached"
    if not_reached / counted * 100 >= rule["not_reached"]:
        return "not_reached", "half_or_more_not_reached" if default else "enough_not_reached"
    return "nearly", "otherwise"
