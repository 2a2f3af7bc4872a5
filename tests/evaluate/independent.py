"""The figures of the shipped workspace once more, without the program: plain Python, csv and yaml.

Counts, gaps and places by another way than the program's, so that a mistake would have to be made twice.
Run it to see them: python tests/evaluate/independent.py
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
YEAR = 2022


def read_yaml(path: Path) -> dict[str, Any]:
    """A file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) or {}  # noqa: S506 - it makes texts only


def documents() -> Iterator[dict[str, Any]]:
    """Every goal file."""
    for path in sorted((ROOT / "goals").rglob("*.yaml")):
        yield read_yaml(path)


def section(key: str) -> dict[str, Any]:
    """All objects of a section."""
    return {name: one for document in documents() for name, one in document.get(key, {}).items()}


def in_force(one: dict[str, Any]) -> bool:
    """Whether the object is part of the year's plan."""
    return int(one.get("from", 0)) <= YEAR <= int(one.get("to", 9999))


def rows() -> Iterator[dict[str, str]]:
    """Every measurement."""
    for path in sorted((ROOT / "data").rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if "kpi" in row and row["gender"] == "T" and row["value"]:
                    yield row


def units(number: str | Fraction, decimals: int) -> int:
    """A number in units of its last decimal, rounded half away from zero: 84.95 with one decimal is 850."""
    exact = abs(Fraction(number)) * 10**decimals
    whole = int(exact + Fraction(1, 2))
    return -whole if Fraction(number) < 0 else whole


def levels(kpi: dict[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """All levels decided for the year, and those of the council's."""
    decided = [
        one for one in kpi.get("target_levels", []) if int(one["year"]) == YEAR and one["decided"] <= f"{YEAR}-12-31"
    ]
    return decided, [one for one in decided if one.get("decided_by", "council") == "council"]


def verdict(kpi: dict[str, Any], value: str | None) -> tuple[str, int | None]:
    """The verdict, and the gap in units of the last decimal."""
    decided, council = levels(kpi)
    if kpi["direction"] == "none" or not decided:
        return "described", None
    if value is None:
        return "not_assessable", None
    level = max(council or decided, key=lambda one: str(one["decided"]))
    decimals = int(kpi["decimals"])
    own = units(value, decimals)
    gaps = {
        "at_least": lambda: own - units(level["level"], decimals),
        "at_most": lambda: units(level["level"], decimals) - own,
        "between": lambda: min(own - units(level["lower"], decimals), units(level["upper"], decimals) - own),
    }
    gap = gaps[level["kind"]]()
    if gap >= 0:
        return "reached", gap
    return ("nearly" if -gap <= units(level.get("tolerance", "0"), decimals) else "not_reached"), gap


def place(kpi: dict[str, Any], own: str | None, others: list[str]) -> tuple[int, int, int] | None:
    """First and last place and the number of values."""
    if own is None or kpi["direction"] not in {"higher", "lower"} or len(others) + 1 < 5:
        return None
    decimals = int(kpi["decimals"])
    sign = 1 if kpi["direction"] == "higher" else -1
    mine, theirs = sign * units(own, decimals), [sign * units(one, decimals) for one in others]
    better = sum(one > mine for one in theirs)
    return better + 1, better + 1 + theirs.count(mine), len(theirs) + 1


def group_figures(kpi: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    """The figures of a group's members by id, in units of the last decimal."""
    decimals = int(kpi["decimals"])
    in_order = sorted(map(Fraction, values.values()))
    n = len(in_order)
    if not n:
        return {"with_value": 0}
    seen = {one: units(value, decimals) for one, value in values.items()}
    limit = {"higher": in_order[n - -(-n // 4)], "lower": in_order[-(-n // 4) - 1]}.get(kpi["direction"])
    return {
        "with_value": n,
        "median": units((in_order[(n - 1) // 2] + in_order[n // 2]) / 2, decimals),
        "mean": units(sum(in_order, Fraction(0)) / n, decimals),
        "best_quarter": None if limit is None else units(limit, decimals),
        "at_lowest": sorted(one for one in seen if seen[one] == min(seen.values())),
        "at_highest": sorted(one for one in seen if seen[one] == max(seen.values())),
    }


def recompute() -> dict[str, Any]:
    """Verdicts, gaps and places of the year's plan."""
    settings = read_yaml(ROOT / "malstyrning.yaml")
    own = settings["organisation"]
    goals = {key for key, one in section("strategic_goals").items() if in_force(one)}
    kpis = {key: one for key, one in section("kpis").items() if one["goal"] in goals and in_force(one)}
    values = {(row["kpi"], row["municipality"], row["period"]): row["value"] for row in rows()}
    verdicts: dict[str, tuple[str, int | None]] = {}
    places: dict[tuple[str, str], tuple[int, int, int] | None] = {}
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for key, kpi in kpis.items():
        period = str(YEAR - int(kpi.get("lag", 0)))
        names = (key, kpi.get("kolada", key))

        def value_of(organisation: str, names: tuple[str, str] = names, period: str = period) -> str | None:
            return next(
                (values[name, organisation, period] for name in names if (name, organisation, period) in values), None
            )

        mine = value_of(own)
        verdicts[key] = verdict(kpi, mine)
        for group in kpi.get("groups", settings["groups"]):
            members = settings["groups"][group]["members"]
            theirs = {member: one for member in members if (one := value_of(member)) is not None}
            places[key, group] = place(kpi, mine, [one for member, one in theirs.items() if member != own])
            groups[key, group] = group_figures(kpi, theirs)
    return {
        "counts": Counter(name for name, _ in verdicts.values()),
        "counts by committees' own levels": Counter(
            name for key, (name, _) in verdicts.items() if levels(kpis[key])[0] and not levels(kpis[key])[1]
        ),
        "gaps": {key: gap for key, (_, gap) in verdicts.items() if gap is not None},
        "places": places,
        "groups": groups,
    }


if __name__ == "__main__":
    figures = recompute()
    for heading, content in figures.items():
        sys.stdout.write(f"{heading}\n")
        for key, figure in content.items():
            sys.stdout.write(f"  {key}: {figure}\n")
