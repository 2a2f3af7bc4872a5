"""The whole record of a year, computed anew from the files."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.evaluate.independent.account import account
from tests.evaluate.independent.answers import beside, events, lessons
from tests.evaluate.independent.common import common_change
from tests.evaluate.independent.costs import costs, crosses
from tests.evaluate.independent.effects import effects
from tests.evaluate.independent.figures import UNITS, Kpi
from tests.evaluate.independent.files import Files, in_force, yes
from tests.evaluate.independent.forecasts import former_forecasts
from tests.evaluate.independent.goals import goals_in_force, told_goals
from tests.evaluate.independent.money import budget
from tests.evaluate.independent.outcomes import Measured
from tests.evaluate.independent.paths import final_level
from tests.evaluate.independent.places import places
from tests.evaluate.independent.trend import UNKNOWN, margin, trend
from tests.evaluate.independent.verdicts import not_followed_up, verdicts
from tests.evaluate.independent.whole import answers, assignments, conditions_met, sound


def recompute(root: Path, year: int) -> dict[str, Any]:
    """The figures of a year, in the form of evaluation.json."""
    files = Files(root)
    money = budget(files, year)
    kpis = [told_kpi(files, key, year) for goal in goals_in_force(files, year) for key in kpis_of(files, goal, year)]
    told = told_goals(files, year, kpis)
    goals = told["strategic_goals"]
    return {
        "organisation": files.organisation,
        "period": str(year),
        "date": f"{year}-12-31",
        "as_of": None,
        "committee": None,
        "example": yes(files.settings, "example"),
        **told,
        "kpis": kpis,
        "budget": money,
        "effects": effects(files, year),
        "former_forecasts": former_forecasts(files, year, kpis, money),
        "events": events(files, year),
        "lessons": lessons(files, year),
        "answers": answers(files, year),
        "conditions_met": conditions_met(files, goals),
        "assignments": assignments(files, year),
        "sound_financial_management": sound(files, year, goals),
        "account": account(files, year, kpis),
    }


def kpis_of(files: Files, goal: str, year: int) -> list[str]:
    """Ids of the goal's KPIs in the year's plan."""
    return [key for key, one in files.section("kpis").items() if one["goal"] == goal and in_force(one, year)]


def definition(files: Files, kpi: Kpi, year: int) -> dict[str, Any] | None:
    """The definition in force."""
    begun = [one for one in kpi.get("definitions", []) if int(one["from"]) <= year]
    latest = max(begun, key=lambda one: int(one["from"]), default=None)
    return latest and {"first_year": int(latest["from"]), "text": files.text(latest["text"])}


def quality(files: Files, kpi: Kpi) -> dict[str, Any] | None:
    """How far its data can be trusted."""
    given = kpi.get("data_quality")
    return given and {"level": given["level"], "text": files.text(given.get("text"))}


def told_kpi(files: Files, key: str, year: int) -> dict[str, Any]:
    """A KPI with its verdicts, development, places and series."""
    kpi = files.section("kpis")[key]
    measured, period = Measured(files, key, kpi), year - int(kpi.get("lag", 0))
    followed_up = measured.is_followed_up
    among = places(measured, period) if followed_up else {}
    series = [*measured.series(period)] if followed_up else []
    return {
        "id": key,
        "kolada": kpi.get("kolada"),
        "title": files.text(kpi["title"]),
        "unit": {"code": kpi["unit"] if kpi["unit"] in UNITS else None},
        "lag": int(kpi.get("lag", 0)),
        "owner": kpi.get("owner"),
        "definition": definition(files, kpi, year),
        "goal": kpi["goal"],
        "direction": kpi["direction"],
        "decimals": int(kpi["decimals"]),
        "weight": Fraction(kpi.get("weight", 1)),
        **(verdicts(measured, year, period, among) if followed_up else not_followed_up(measured, year, period)),
        **final_level(measured, year, period, followed_up=followed_up),
        "trend": trend(measured, period) if followed_up else UNKNOWN | {"basis": "not_reported_now"},
        "margin": margin(measured, period) if followed_up else None,
        "forecast": None,
        "common_change": common_change(measured, year, period) if followed_up else [],
        "data_quality": quality(files, kpi),
        "costs": costs(measured, period) if followed_up else [],
        "cost_against_result": crosses(files, measured, period) if followed_up else [],
        "places": [*among.values()],
        "series": series,
        **beside(files, key, kpi, year, series),
    }
