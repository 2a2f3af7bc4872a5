"""The path to the final level: a straight line that no one has decided."""

from fractions import Fraction
from typing import Any

from tests.evaluate.independent.figures import Kpi, breaks_between, rounded
from tests.evaluate.independent.held import WITH_ONE_DECIMAL, Held, hold, on_its_side
from tests.evaluate.independent.levels import Level, final, told, tolerance
from tests.evaluate.independent.outcomes import Measured

WITH_BASELINE = frozenset({"at_least", "at_most", "mean_of_years"})


def final_level(measured: Measured, year: int, period: int, *, followed_up: bool) -> dict[str, Any]:
    """The final level, and where the outcome stands on the way to it."""
    level = final(measured.kpi, year, f"{year}-12-31")
    return {"final_level": told(level), "path": path(measured, level, period) if level and followed_up else None}


def beginning(kpi: Kpi, level: Level) -> tuple[int, Fraction] | None:
    """The year and the value that the path begins at."""
    if level["kind"] == "change_since":
        return int(level["since"]), Fraction(0)
    if level["kind"] == "sum_since":
        return int(level["since"]) - 1, Fraction(0)
    if level["kind"] in WITH_BASELINE and "baseline" in kpi:
        return int(kpi["baseline"]["year"]), Fraction(kpi["baseline"]["value"])
    return None


def path(measured: Measured, level: Level, period: int) -> dict[str, Any] | None:
    """Where the path is in the period, and how far the outcome is from it."""
    begins = beginning(measured.kpi, level)
    if begins is None or measured.shown(period) is None:
        return None
    (first, start), last = begins, int(level["year"]) - int(measured.kpi.get("lag", 0))
    held = hold(measured, level, period, "T", {})
    broken = level["kind"] in WITH_BASELINE and breaks_between(measured.kpi, first, period)
    if not isinstance(held, Held) or broken or period <= first:
        return None
    end = Fraction(level["percent" if level["kind"] == "change_since" else "level"])
    decimals = 1 if level["kind"] in WITH_ONE_DECIMAL else measured.decimals
    expected = rounded(start + (end - start) * (period - first) / (last - first), decimals)
    now = on_its_side(measured, held.number, expected, held.parts)
    behind = now.gap < -tolerance(level)
    return {
        "position": "ahead" if now.gap > 0 else "behind" if behind else "on",
        "held": now.told(),
        "gap": now.gap,
        "from": {"year": first, "value": start},
        "to": {"year": last, "value": end},
    }
