"""Verdicts: an outcome held against a target level, for all and for women and men."""

from fractions import Fraction
from typing import Any

from tests.evaluate.independent.held import FOR_ALL_ONLY, Held, Lack, as_good_is_enough, hold
from tests.evaluate.independent.levels import Level, addition, in_force, told, tolerance
from tests.evaluate.independent.outcomes import NONE_OF_IT, Measured, Outcome

Verdict = dict[str, Any]
REASONS = {
    "missing": "no_data",
    "not_applicable": "not_applicable",
    "suppressed": "suppressed",
    "unknown": "unknown",
}


def verdicts(measured: Measured, year: int, period: int, places: dict[str, Any]) -> dict[str, Any]:
    """All verdicts on a KPI at the close of a year, whose outcome is of the period."""
    kpi, first, last = measured.kpi, f"{year}-01-01", f"{year}-12-31"
    level, at_start, added = in_force(kpi, year, last), in_force(kpi, year, first), addition(kpi, year, last)

    def verdict(one: Level | None, gender: str = "T") -> Verdict:
        return judge(measured, one, period, gender, places)

    apart = kpi.get("by_gender") == "true" and (level is None or level["kind"] not in FOR_ALL_ONLY)
    return {
        "verdict": verdict(level),
        "by_gender": {gender: verdict(level, gender) for gender in "KM"} if apart else {},
        "at_start_of_year": verdict(at_start) if at_start is not None and at_start is not level else None,
        "committee_addition": verdict(added) if added else None,
    }


def not_followed_up(measured: Measured, year: int, period: int) -> dict[str, Any]:
    """A KPI that the close does not report keeps its level, and nothing of it is judged."""
    lack = Lack("not_reported_now")
    outcome = {"period": str(period), "gender": "T", **NONE_OF_IT}
    verdict = without(lack, outcome, in_force(measured.kpi, year, f"{year}-12-31"))
    return {"verdict": verdict, "by_gender": {}, "at_start_of_year": None, "committee_addition": None}


def without(lack: Lack, outcome: Outcome, level: Level | None) -> Verdict:
    """A verdict that can't be given."""
    return {
        "fulfilment": "not_assessable",
        "reason": lack.reason,
        "outcome": outcome,
        "level": told(level),
        "gap": None,
        "held": None,
        "missing": [str(one) for one in lack.years],
    }


def judge(measured: Measured, level: Level | None, period: int, gender: str, places: dict[str, Any]) -> Verdict:
    """One outcome against one level."""
    held = (
        Lack("no_direction") if measured.kpi["direction"] == "none" else weigh(measured, level, period, gender, places)
    )
    verdict = without(held if isinstance(held, Lack) else Lack("no_target"), measured.outcome(period, gender), level)
    if isinstance(held, Lack) or level is None:
        return verdict
    return verdict | {"fulfilment": fulfilment(held, level), "reason": None, "gap": held.gap, "held": held.told()}


def weigh(measured: Measured, level: Level | None, period: int, gender: str, places: dict[str, Any]) -> Held | Lack:
    """What is held against the level, or why nothing can be."""
    if level is None:
        return Lack("no_target")
    gap = level["kind"] == "gender_gap"
    lack = None if gap else without_outcome(measured, period, gender)
    if lack is None and any(few_answered(measured, period, one) for one in ("KM" if gap else gender)):
        lack = Lack("too_few_respondents")
    return lack or hold(measured, level, period, gender, places)


def without_outcome(measured: Measured, period: int, gender: str) -> Lack | None:
    """Why the year has no outcome to judge."""
    outcome = measured.outcome(period, gender)
    if outcome["value"] is not None:
        return None
    if outcome["missing"]:
        return Lack(REASONS[outcome["missing"]])
    if "absent" in outcome:
        there = {one["period"] for one in outcome.get("parts", [])}
        has_rows = measured.kpi["aggregation"] == "ratio" and there >= {*outcome["absent"]}
        return Lack("no_fraction" if has_rows else "part_missing")
    alone = gender == "T" and any(measured.value(period, one) is not None for one in "KM")
    return Lack("only_by_gender" if alone else "no_outcome")


def few_answered(measured: Measured, period: int, gender: str) -> bool:
    """Whether a value is made from the answers of too few."""
    n = (measured.row(period, gender) or {}).get("n")
    return bool(n) and Fraction(n or 0) < measured.files.limit("fewest_respondents", 10)


def fulfilment(held: Held, level: Level) -> str:
    """Reached, nearly or not, by the gap."""
    if held.gap > 0 or (held.gap == 0 and as_good_is_enough(level)):
        return "reached"
    allowed = tolerance(level)
    return "nearly" if allowed and -held.gap <= allowed else "not_reached"
