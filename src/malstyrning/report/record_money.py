"""The record's part about money, and where rows of data/ stand."""

from typing import Any

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
