"""Development: the outcome compared with that of the year before."""

from fractions import Fraction
from itertools import pairwise
from math import sqrt
from statistics import mean
from typing import Any

from tests.evaluate.independent.figures import breaks_between, has_better_end, rounded
from tests.evaluate.independent.outcomes import Measured

LEAST_VALUES = 8
UNKNOWN: dict[str, Any] = {
    "trend": "unknown",
    "basis": "no_outcome",
    "change": None,
    "smallest": None,
    "since": None,
    "values": 0,
    "unusual": False,
    "respondents": None,
}


def trend(measured: Measured, year: int) -> dict[str, Any]:
    """Whether a change since the year before counts, and what decides it."""
    now, before = measured.shown(year), measured.shown(year - 1)
    content = {**UNKNOWN}
    if now is None:
        return content
    content |= {"basis": "no_earlier_value", "since": str(year - 1)}
    if before is None:
        return content
    change = now - before
    content |= {"change": change}
    if breaks_between(measured.kpi, year - 1, year):
        return content | {"basis": "series_broken"}
    content |= held_against(measured, year)
    smallest = content["smallest"]
    if smallest is None:
        return content
    inclusive = content["basis"] == "given_interval"
    counts = abs(change) > smallest or (inclusive and abs(change) == smallest)
    return content | {"trend": word(measured, change) if counts else "unchanged"} | unusual(content)


def word(measured: Measured, change: Fraction) -> str:
    """What a change that counts is called."""
    if not has_better_end(measured.kpi):
        return "increased" if change > 0 else "decreased"
    return "better" if (change > 0) == (measured.kpi["direction"] == "higher") else "worse"


def held_against(measured: Measured, year: int) -> dict[str, Any]:
    """The smallest change that counts, and which of the three sources says it."""
    if "change_interval" in measured.kpi:
        return {"basis": "given_interval", "smallest": Fraction(measured.kpi["change_interval"])}
    asked = [Fraction(row["n"]) for one in (year - 1, year) if (row := measured.row(one)) and row.get("n")]
    if measured.kpi["unit"] == "percent" and len(asked) == 2:
        shares = [measured.shown(one) or Fraction(0) for one in (year - 1, year)]
        return {"basis": "respondents", "smallest": chance(shares, asked), "respondents": asked}
    values = measured.before(year)
    if len(values) < LEAST_VALUES:
        return {"basis": "too_few_values", "values": len(values)}
    ranges = [abs(values[later] - values[one]) for one, later in pairwise(sorted(values)) if later == one + 1]
    return {"basis": "moving_range", "smallest": Fraction("2.8") * mean(ranges), "values": len(values)}


def chance(shares: list[Fraction], asked: list[Fraction]) -> Fraction:
    """The margin that chance gives two surveys, in percentage points."""
    spread = Fraction(0)
    for share, n in zip(shares, asked, strict=True):
        p = (share / 100 * n + 1) / (n + 2)
        spread += p * (1 - p) / (n + 2)
    return Fraction(1.96 * sqrt(spread) * 100)


def margin(measured: Measured, year: int) -> dict[str, Any] | None:
    """Wilson's interval of a share whose row tells how many answered."""
    value, n = measured.shown(year), Fraction((measured.row(year) or {}).get("n") or 0)
    if value is None or not n or measured.kpi["unit"] != "percent" or not 0 <= value <= 100:
        return None
    p, z = value / 100, Fraction("1.96")
    spread = Fraction(sqrt(p * (1 - p) / n + (z / (2 * n)) ** 2))
    ends = [(p + z * z / 2 / n + side * z * spread) / (1 + z * z / n) * 100 for side in (-1, 1)]
    lower, upper = (rounded(one, measured.decimals) for one in ends)
    return {"lower": lower, "upper": upper, "respondents": n}


def unusual(content: dict[str, Any]) -> dict[str, bool]:
    """Whether the change is far outside the series' own variation."""
    limit = content["smallest"] / Fraction("2.8") * Fraction("3.27")
    return {"unusual": content["basis"] == "moving_range" and abs(content["change"]) > limit}
