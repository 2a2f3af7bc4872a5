"""The place in each comparison group, and the figures of the group."""

from fractions import Fraction
from math import ceil
from statistics import mean, median
from typing import Any

from tests.evaluate.independent.figures import PER, better_by, breaks_between, has_better_end, rounded
from tests.evaluate.independent.files import Row
from tests.evaluate.independent.outcomes import FIRST_YEAR, Measured

LEAST_VALUES = 5
Place = dict[str, Any]


def places(measured: Measured, year: int) -> dict[str, Place]:
    """By group."""
    return {
        group: place(measured, group, year) | {"earlier": earlier(measured, group, year)}
        for group in groups_of(measured)
    }


def groups_of(measured: Measured) -> list[str]:
    """The KPI's comparison groups, and then those that its levels name."""
    own = measured.kpi.get("groups", list(measured.files.groups))
    named = [one["group"] for one in measured.kpi.get("target_levels", []) if "group" in one]
    return list(dict.fromkeys([*own, *named]))


def members_of(measured: Measured, group: str) -> list[str]:
    """Ids of the members: those that are listed, or every municipality."""
    listed = measured.files.groups[group]["members"]
    if listed != "all":
        return list(listed)
    return [key for key, one in measured.files.section("organisations").items() if one["kind"] == "municipality"]


def place(measured: Measured, group: str, year: int) -> Place:
    """Our place, and the group's own figures."""
    us, members, own = measured.files.organisation, members_of(measured, group), measured.shown(year)
    rows = {one: row for one in members if (row := measured.row(year, "T", one)) and row["value"]}
    others = [rounded(row["value"], measured.decimals) for one, row in rows.items() if one != us]
    figures = of_group(measured, rows)
    return {
        "group": group,
        "period": str(year),
        "own": own,
        "preliminary": measured.outcome(year)["preliminary"],
        "is_member": us in members,
        "members": len(members),
        "members_with_value": len(rows),
        "n": len(others) + (own is not None),
        **rank(measured, own, others),
        **figures,
        "gap_to_median": distance(measured, own, figures["median"]),
        "gap_to_best_quarter": distance(measured, own, figures["best_quarter"]),
    }


def earlier(measured: Measured, group: str, year: int) -> list[Place]:
    """The places of the earlier years that we have a value for, as far back as the definition goes."""
    keys = ("period", "first", "last", "n", "members_with_value", "median")
    with_ours = (one for one in range(FIRST_YEAR, year) if measured.shown(one) is not None)
    years = (one for one in with_ours if not breaks_between(measured.kpi, one, year))
    found = (place(measured, group, one) for one in years)
    return [{key: one[key] for key in keys} for one in found if one["n"]]


def rank(measured: Measured, own: Fraction | None, others: list[Fraction]) -> Place:
    """The span of places that we share with those who have the same value."""
    n = len(others) + 1
    if own is None or not has_better_end(measured.kpi) or n < LEAST_VALUES:
        return dict.fromkeys(("first", "last", "quartile", "percentile"))
    first = 1 + sum(better_by(measured.kpi, one, own) > 0 for one in others)
    last = first + others.count(own)
    middle = Fraction(first + last, 2)
    percentile = rounded(100 * (n - middle) / (n - 1), 0)
    return {"first": first, "last": last, "quartile": ceil(4 * middle / n), "percentile": percentile}


def distance(measured: Measured, own: Fraction | None, other: Fraction | None) -> Fraction | None:
    """How much better ours is."""
    if own is None or other is None or not has_better_end(measured.kpi):
        return None
    return better_by(measured.kpi, own, other)


def of_group(measured: Measured, rows: dict[str, Row]) -> Place:
    """The figures of the members with a value, from values as they are written."""
    shown = {one: rounded(row["value"], measured.decimals) for one, row in rows.items()}
    values = sorted(Fraction(row["value"]) for row in rows.values())
    lowest, highest = min(shown.values(), default=None), max(shown.values(), default=None)
    return {
        "median": rounded(median(values), measured.decimals) if values else None,
        "mean": rounded(mean(values), measured.decimals) if values else None,
        "weighted_mean": weighted_mean(measured, rows),
        "lowest": lowest,
        "highest": highest,
        "at_lowest": sorted(one for one, value in shown.items() if value == lowest),
        "at_highest": sorted(one for one, value in shown.items() if value == highest),
        "best_quarter": best_quarter(measured, values),
    }


def best_quarter(measured: Measured, values: list[Fraction]) -> Fraction | None:
    """The value that the best quarter of the members reaches."""
    if not values or not has_better_end(measured.kpi):
        return None
    best_first = sorted(values, reverse=measured.kpi["direction"] == "higher")
    return rounded(best_first[ceil(Fraction(len(values), 4)) - 1], measured.decimals)


def weighted_mean(measured: Measured, rows: dict[str, Row]) -> Fraction | None:
    """All numerators over all denominators, where every member tells both and it lies among their values."""
    if not rows or not all(row.get("numerator") and row.get("denominator") for row in rows.values()):
        return None
    above, below = (sum(Fraction(row[key]) for row in rows.values()) for key in ("numerator", "denominator"))
    if not below:
        return None
    weighted = above / below * PER.get(measured.kpi["unit"], 1)
    values = [Fraction(row["value"]) for row in rows.values()]
    margin = max(map(abs, values)) / 100
    return rounded(weighted, measured.decimals) if min(values) - margin <= weighted <= max(values) + margin else None
