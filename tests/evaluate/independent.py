"""The figures of the shipped workspace once more, without the program: plain Python, csv and yaml.

Counts, gaps and places by another way than the program's, so that a mistake would have to be made twice.
Run it to see them: python tests/evaluate/independent.py 2023
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent


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


def in_force(one: dict[str, Any], year: int) -> bool:
    """Whether the object is part of the year's plan."""
    return int(one.get("from", 0)) <= year <= int(one.get("to", 9999))


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


def levels(kpi: dict[str, Any], year: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """All levels decided for the year, and those of the council's."""
    decided = [
        one for one in kpi.get("target_levels", []) if int(one["year"]) == year and one["decided"] <= f"{year}-12-31"
    ]
    return decided, [one for one in decided if one.get("decided_by", "council") == "council"]


@dataclass(frozen=True)
class Around:
    """What a level may be counted on: the outcome's year, our values by year, and those of each group with ours."""

    year: int
    own: dict[int, str]
    groups: dict[str, list[str]]


def shortfall(kpi: dict[str, Any], level: dict[str, Any], around: Around) -> Fraction:
    """How far we are from a level, positive on the side that is better, each number rounded as it is shown."""

    def rounded(number: str | float | Fraction, decimals: int = int(kpi["decimals"])) -> Fraction:
        return Fraction(units(Fraction(number), decimals), 10**decimals)

    own, way = rounded(around.own[around.year]), 1 if kpi["direction"] == "higher" else -1
    match level["kind"]:
        case "at_least" | "at_most":
            return way * (own - Fraction(level["level"]))
        case "between":
            return min(own - Fraction(level["lower"]), Fraction(level["upper"]) - own)
        case "group_median":
            return way * (own - rounded(median(map(Fraction, around.groups[level["group"]]))))
        case "change_since" | "yearly_change":
            ratio = Fraction(around.own[around.year]) / Fraction(around.own[int(level["since"])])
            if level["kind"] == "yearly_change":
                ratio = Fraction(float(ratio) ** (1 / (around.year - int(level["since"]))))
            return way * (rounded(100 * (ratio - 1), 1) - Fraction(level["percent"]))
        case kind:
            raise NotImplementedError(kind)


def verdict(kpi: dict[str, Any], around: Around, year: int) -> tuple[str, Fraction | None]:
    """The verdict, and the gap."""
    decided, council = levels(kpi, year)
    if kpi["direction"] == "none" or not decided:
        return "described", None
    if around.year not in around.own:
        return "not_assessable", None
    level = max(council or decided, key=lambda one: str(one["decided"]))
    gap = shortfall(kpi, level, around)
    if gap >= 0:
        return "reached", gap
    return ("nearly" if -gap <= Fraction(level.get("tolerance", "0")) else "not_reached"), gap


def place(kpi: dict[str, Any], own: str, others: list[str]) -> tuple[int, int, int] | None:
    """First and last place and the number of values."""
    if kpi["direction"] not in {"higher", "lower"} or len(others) + 1 < 5:
        return None
    decimals = int(kpi["decimals"])
    sign = 1 if kpi["direction"] == "higher" else -1
    mine, theirs = sign * units(own, decimals), [sign * units(one, decimals) for one in others]
    better = sum(one > mine for one in theirs)
    return better + 1, better + 1 + theirs.count(mine), len(theirs) + 1


def recompute(year: int) -> dict[str, Any]:
    """Verdicts, gaps and places of the year's plan."""
    settings = read_yaml(ROOT / "malstyrning.yaml")
    own = settings["organisation"]
    goals = {key for key, one in section("strategic_goals").items() if in_force(one, year)}
    kpis = {key: one for key, one in section("kpis").items() if one["goal"] in goals and in_force(one, year)}
    values: dict[tuple[str, str], dict[int, str]] = {}
    for row in rows():
        values.setdefault((row["kpi"], row["municipality"]), {})[int(row["period"])] = row["value"]
    verdicts: dict[str, tuple[str, Fraction | None]] = {}
    places: dict[tuple[str, str], tuple[int, int, int] | None] = {}
    for key, kpi in kpis.items():
        period = year - int(kpi.get("lag", 0))

        def values_of(organisation: str, names: tuple[str, str] = (key, kpi.get("kolada", key))) -> dict[int, str]:
            return {when: value for name in names[::-1] for when, value in values.get((name, organisation), {}).items()}

        mine = values_of(own)
        others = {
            group: [
                value
                for one in settings["groups"][group]["members"]
                if one != own and (value := values_of(one).get(period))
            ]
            for group in kpi.get("groups", settings["groups"])
        }
        with_us = {
            group: theirs + ([mine[period]] if own in settings["groups"][group]["members"] and period in mine else [])
            for group, theirs in others.items()
        }
        verdicts[key] = verdict(kpi, Around(period, mine, with_us), year)
        for group, theirs in others.items():
            if period in mine and theirs:
                places[key, group] = place(kpi, mine[period], theirs)
    return {
        "counts": Counter(name for name, _ in verdicts.values()),
        "counts by committees' own levels": Counter(
            name for key, (name, _) in verdicts.items() if levels(kpis[key], year)[0] and not levels(kpis[key], year)[1]
        ),
        "gaps": {key: gap for key, (_, gap) in verdicts.items() if gap is not None},
        "places": places,
    }


if __name__ == "__main__":
    figures = recompute(int(sys.argv[1]))
    for heading, content in figures.items():
        sys.stdout.write(f"{heading}\n")
        for key, figure in content.items():
            sys.stdout.write(f"  {key}: {figure}\n")
