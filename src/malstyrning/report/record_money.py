"""The record's part about money, and where rows of data/ stand."""

from collections.abc import Sequence
from typing import Any

from malstyrning.domain.costs import CostCross, CostResult, Point
from malstyrning.domain.money import CommitteeResult
from malstyrning.domain.outcomes import BudgetOutcome, Measurement
from malstyrning.report.record_statuses import number


def place_of(row: Measurement | BudgetOutcome) -> str | None:
    """File, line and column of a row."""
    return str(row.span) if row.span else None


def committee_content(result: CommitteeResult) -> dict[str, Any]:
    """A committee's money in all and by area, in thousand kronor, and where each amount stands."""
    return {
        "committee": result.committee,
        "original": number(result.original),
        "current": number(result.current),
        "outcome": number(result.outcome),
        "forecast": number(result.forecast),
        "deviation": number(result.deviation),
        "deviation_from_original": number(result.deviation_from_original),
        "areas": [
            {
                "area": one.area,
                "original": number(one.original),
                "current": number(one.current),
                "outcome": number(one.outcome),
                "forecast": number(one.forecast_amount),
                "deviation": number(one.deviation),
                "deviation_from_original": number(one.deviation_from_original),
                "example": one.example,
                "rows": [place_of(row) for row in one.rows],
                "forecast_row": place_of(one.forecast) if one.forecast else None,
            }
            for one in result.areas
        ],
    }


def cost_content(found: Sequence[CostResult]) -> list[dict[str, Any]]:
    """What one result of a KPI cost: money in thousand kronor, cost in kronor."""
    return [
        {
            "period": str(one.period),
            "money": number(one.money),
            "volume": number(one.volume),
            "cost": number(one.cost),
            "reason": one.reason and one.reason.value,
            "areas": list(one.areas),
            "example": one.example,
            "rows": [place_of(row) for row in one.rows],
        }
        for one in found
    ]


def cross_content(found: Sequence[CostCross]) -> list[dict[str, Any]]:
    """Cost against result, for each group."""
    return [
        {
            "group": one.group,
            "cost_kpi": one.cost_kpi,
            "period": str(one.period),
            "own": _point(one.own),
            "is_member": one.is_member,
            "n": one.n,
            "median": _point(one.median),
            "cost_beside": one.cost_beside and one.cost_beside.value,
            "result_beside": one.result_beside and one.result_beside.value,
            "alike": one.alike,
            "others": len(one.others),
            "correlation": number(one.correlation),
            "chance": number(one.chance),
        }
        for one in found
    ]


def _point(point: Point | None) -> dict[str, Any] | None:
    return None if point is None else {"cost": number(point.cost), "result": number(point.result)}
