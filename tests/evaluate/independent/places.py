"""The place in each comparison group, and the figures of the group."""

from fractions import Fraction
from math import ceil
from statistics import mean, median
from typing import Any

from tests.evaluate.independent.figures import has_better_end, rounded
from tests.evaluate.independent.outcomes import Measured

LEAST_VALUES = 5


def places(measured: Measured, year: int) -> dict[str, dict[str, Any]]:
    """By group, for the groups in which we and someone else have a value."""
    found = {group: place(measured, group, year) for group in groups_of(measured)}
    return {group: one for group, one in found.items() if one}


def groups_of(measured: Measured) -> list[str]:
    """The KPI's comparison groups, and then those that its levels name."""
    own = measured.kpi.get("groups", list(measured.files.groups))
    named = [one["group"] for one in measured.kpi.get("target_levels", []) if "group" in one]
    return list(dict.fromkeys([*own, *named]))


def place(measured: Measured, group: str, year: int) -> dict[str, Any] | None:
    """Our place, and the group's own figures."""
    us, members = measured.files.organisation, measured.files.groups[group]["members"]
    values = {one: value for one in members if (value := measured.others(one, year)) is not None}
    own = measured.shown(year)
    others = [rounded(value, measured.decimals) for one, value in values.items() if one != us]
    if own is None or not others:
        return None
    content: dict[str, Any] = {
        "group": group,
        "period": str(year),
        "n": len(others) + 1,
        "is_member": us in members,
        "members": len(members),
        "members_with_value": len(values),
    }
    return content | rank(measured, own, others) | of_group(measured, sorted(values.values()))


def rank(measured: Measured, own: Fraction, others: list[Fraction]) -> dict[str, Any]:
    """The span of places that we share with those who have the same value."""
    n = len(others) + 1
    if not has_better_end(measured.kpi) or n < LEAST_VALUES:
        return {"first": None, "last": None, "quartile": None}
    higher = measured.kpi["direction"] == "higher"
    first = 1 + sum(one > own if higher else one < own for one in others)
    last = first + others.count(own)
    return {"first": first, "last": last, "quartile": ceil(4 * Fraction(first + last, 2) / n)}


def of_group(measured: Measured, values: list[Fraction]) -> dict[str, Any]:
    """The figures of the members, from values as they are written."""
    return {
        "median": rounded(median(values), measured.decimals),
        "mean": rounded(mean(values), measured.decimals),
        "lowest": rounded(values[0], measured.decimals),
        "highest": rounded(values[-1], measured.decimals),
    }


def best_quarter(measured: Measured, group: str, year: int) -> Fraction | None:
    """The value that the best quarter of the members reaches."""
    members = measured.files.groups[group]["members"]
    values = [value for one in members if (value := measured.others(one, year)) is not None]
    best_first = sorted(values, reverse=measured.kpi["direction"] == "higher")
    return rounded(best_first[ceil(Fraction(len(values), 4)) - 1], measured.decimals) if values else None
