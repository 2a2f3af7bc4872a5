"""Numbers: rounded half away from zero, and told from which side they are good."""

from fractions import Fraction
from typing import Any

Kpi = dict[str, Any]
UNITS = [
    *("percent", "percentage_points", "index", "points", "count", "days", "years", "kronor", "kronor_per_inhabitant"),
    *("million_kronor", "per_1000_inhabitants", "per_100000_inhabitants", "per_inhabitant"),
]
PARTS = {
    "half_yearly": ["H1", "H2"],
    "tertial": ["T1", "T2", "T3"],
    "quarterly": ["Q1", "Q2", "Q3", "Q4"],
    "monthly": [f"-{month:02}" for month in range(1, 13)],
}

PER = {"percent": 100, "per_1000_inhabitants": 1_000, "per_100000_inhabitants": 100_000}


def rounded(number: str | Fraction, decimals: int) -> Fraction:
    """84.95 with one decimal is 85.0, and −84.95 is −85.0."""
    exact = Fraction(number)
    units = int(abs(exact) * 10**decimals + Fraction(1, 2))
    return Fraction(units if exact >= 0 else -units, 10**decimals)


def better_by(kpi: Kpi, number: Fraction, other: Fraction) -> Fraction:
    """How much better a number is than another, by the KPI's direction."""
    return number - other if kpi["direction"] == "higher" else other - number


def has_better_end(kpi: Kpi) -> bool:
    """Whether one way is better than the other."""
    return kpi["direction"] in {"higher", "lower"}


def breaks_between(kpi: Kpi, first: int, last: int) -> bool:
    """Whether a new definition began after the first year, and no later than the last."""
    later = sorted(int(one["from"]) for one in kpi.get("definitions", []))[1:]
    return any(first < year <= last for year in later)
