"""What has become of every KPI of the plan, and of those that ended with the year before."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.evaluate.independent.files import Files

STATES = ("measured", "awaited", "not_reported", "told_missing", "ended", "outside", "vanished")
LAST_MONTHS = {"H1": 6, "T1": 4, "T2": 8, "Q1": 3, "Q2": 6, "Q3": 9}
Told = dict[str, Any]


def account(files: Files, year: int, kpis: list[Told]) -> Told:
    """Every KPI with its state, and how many are in each."""
    told = [account_of(files, year, one) for one in kpis] + [*ended(files, year)]
    return {
        "counts": {state: sum(one["state"] == state for one in told) for state in STATES},
        "kpis": told,
    }


def account_of(files: Files, year: int, kpi: Told) -> Told:
    """A KPI of the plan: measured, awaited, or without a value for a reason that a row gives."""
    outcome, reason = kpi["verdict"]["outcome"], kpi["verdict"]["reason"]
    told_missing = "told_missing" if outcome["missing"] else "awaited"
    measured = outcome["value"] is not None or kpi["verdict"]["gap"] is not None
    state = "measured" if measured else told_missing
    if reason == "not_reported_now":
        state = "not_reported"
    return {
        "id": kpi["id"],
        "goal": kpi["goal"],
        "title": kpi["title"],
        "state": state,
        "gap": state == "awaited" or reason == "no_target" or not has_owner(files, kpi),
        "period": outcome["period"],
        "expected": last_day(files, year, outcome) if state == "awaited" else None,
        "until": None,
        "replaced_by": None,
    }


def has_owner(files: Files, kpi: Told) -> bool:
    """Whether someone answers for it."""
    committee = files.section("strategic_goals")[kpi["goal"]]["committee"]
    return bool(kpi["owner"] or files.section("committees")[committee].get("owner"))


def last_day(files: Files, year: int, outcome: Told) -> str:
    """The day by which a value is expected, so many months after the year or after the part that it lacks."""
    part = outcome.get("absent", [""])[-1][4:]
    ended = LAST_MONTHS.get(part, 12) if not part.startswith("-") else int(part[1:])
    month = ended + int(files.limit("late_after_months", 9))
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()


def ended(files: Files, year: int) -> Iterator[Told]:
    """The KPIs whose last year is the one before: their own, or their goal's."""
    goals = files.section("strategic_goals")
    for key, one in files.section("kpis").items():
        until = one.get("to", goals[one["goal"]].get("to"))
        if until == str(year - 1):
            yield {
                "id": key,
                "goal": one["goal"],
                "title": files.text(one["title"]),
                "state": "ended",
                "gap": False,
                "period": None,
                "expected": None,
                "until": int(until),
                "replaced_by": one.get("replaced_by"),
            }
