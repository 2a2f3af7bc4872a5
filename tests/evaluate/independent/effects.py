"""Effects of actions: our change less the middle of the others' changes, and how rare that is."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from statistics import median
from typing import Any

from tests.evaluate.independent.figures import breaks_between, rounded
from tests.evaluate.independent.files import Files, Section, in_force
from tests.evaluate.independent.outcomes import FIRST_YEAR, Measured
from tests.evaluate.independent.places import groups_of, members_of

LEAST_OTHERS = 9
LEAST_WINDOWS = 3
MOST_WINDOWS = 10
Told = dict[str, Any]
NOTHING: Told = {
    **dict.fromkeys(("kpi", "expected", "obstacle", "group", "base", "by", "before", "after", "own_change")),
    **dict.fromkeys(("common_change", "effect", "others", "as_far", "limit", "size", "smallest_visible")),
    **dict.fromkeys(("no_smallest_visible", "no_smallest_visible_with", "expected_is_visible")),
    "about": [],
    "overlapping": [],
    "years": [],
}


def effects(files: Files, year: int) -> list[Told]:
    """Those of the year's plan that were decided by its end and say what they expect."""
    actions = files.section("actions")
    return [
        {"id": key, **NOTHING, **effect(files, key, one, year)}
        for key, one in actions.items()
        if in_force(one, year) and is_decided(one, year) and "expected_effect" in one
    ]


def is_decided(action: Section, year: int) -> bool:
    """Whether it was more than a proposal at the end of the year."""
    return action["status"] != "proposed" and str(action.get("decided", ""))[:4] <= str(year)


def effect(files: Files, key: str, action: Section, year: int) -> Told:
    """One action's."""
    expected = action["expected_effect"]
    if expected == "none":
        return {"verdict": "not_measurable"}
    kpi = files.section("kpis")[expected["kpi"]]
    measured = Measured(files, expected["kpi"], kpi)
    change, by, begun = Fraction(expected["change"]), int(expected["by"]), beginning(action)
    group = next(iter(groups_of(measured)), None)
    told: Told = {"kpi": expected["kpi"], "expected": change, "verdict": "not_shown", "group": group, "by": by}
    told["base"] = base = begun and begun - 1
    obstacle = (
        ("not_started" if base is None else None)
        or ("no_change" if not change else None)
        or ("before_start" if base is not None and by <= base else None)
        or ("no_group" if group is None else None)
    )
    if obstacle or base is None or group is None:
        return told | {"obstacle": obstacle}
    last = year - int(kpi.get("lag", 0))
    panel = Panel(measured, group, until=min(by, last), base=base, length=by - base)
    told |= smallest(panel, base, by - base, change)
    if by > last:
        return told | {"verdict": "too_early"}
    in_the_way = (
        ({"obstacle": "not_started"} if action.get("started", "9999")[:4] > str(year) else None)
        or what_is_redefined(kpi, base, by)
        or ({"obstacle": "overlap", "overlapping": one} if (one := overlaps(files, key, year)) else None)
        or what_is_missing(panel, base, by)
        or what_hides_it(told)
    )
    return told | (in_the_way or compared(panel, base, by, change) | {"years": [*years(panel, base, by)]})


def beginning(action: Section) -> int | None:
    """The year it began, or can begin."""
    day = action.get("started") or action.get("decided")
    return int(day[:4]) if day else None


def what_hides_it(told: Told) -> Told | None:
    """Why no effect could have been seen."""
    why = told["no_smallest_visible"]
    return {"obstacle": why, "about": [told["no_smallest_visible_with"]]} if why else None


def what_is_redefined(kpi: Section, base: int, by: int) -> Told | None:
    """A definition that began within the action's years."""
    later = [int(one["from"]) for one in kpi.get("definitions", [])][1:]
    if not breaks_between(kpi, base, by):
        return None
    return {"obstacle": "new_definition", "about": [max(one for one in later if one <= by)]}


def overlaps(files: Files, key: str, year: int) -> list[str]:
    """Other decided actions on the same KPI in some of the same years."""
    actions = files.section("actions")
    ours, found = actions[key], []
    for name, other in actions.items():
        theirs = other.get("expected_effect", "none")
        if name == key or theirs == "none" or not is_decided(other, year):
            continue
        first, our_first = beginning(other), beginning(ours)
        same = theirs["kpi"] == ours["expected_effect"]["kpi"] and first is not None and our_first is not None
        if same and first <= int(ours["expected_effect"]["by"]) and our_first <= int(theirs["by"]):  # type: ignore[operator]
            found.append(name)
    return found


class Panel:
    """Our values and the others', in the years that count."""

    def __init__(self, measured: Measured, group: str, *, until: int, base: int, length: int) -> None:
        first = base - length - MOST_WINDOWS + 1
        span = [one for one in range(max(first, FIRST_YEAR), until + 1) if not breaks_between(measured.kpi, one, base)]
        shown = {one: measured.shown(one) for one in span}
        us = measured.files.organisation
        self.own = {one: value for one, value in shown.items() if value is not None}
        self.unit = Fraction(1, 10**measured.decimals)
        self.others = {
            member: {
                one: rounded(row["value"], measured.decimals)
                for one in span
                if (row := measured.row(one, "T", member)) and row["value"]
            }
            for member in dict.fromkeys(members_of(measured, group))
            if member != us
        }

    def changes(self, first: int, last: int) -> list[Fraction]:
        """The others' changes."""
        return [one[last] - one[first] for one in self.others.values() if first in one and last in one]

    def deviations(self, first: int, last: int) -> list[Fraction] | None:
        """Everyone's change less the median of all the rest's, ours first; None without enough of them."""
        changes = self.changes(first, last)
        if first not in self.own or last not in self.own or len(changes) < LEAST_OTHERS:
            return None
        everyone = [self.own[last] - self.own[first], *changes]
        return [one - median(everyone[:at] + everyone[at + 1 :]) for at, one in enumerate(everyone)]


def must_pass(sizes: list[Fraction]) -> Fraction:
    """The size that (n + 1) / (N + 1) is still over a tenth at."""
    for size in sorted(sizes):
        as_far = sum(one >= size for one in sizes)
        if Fraction(as_far + 1, len(sizes) + 1) > Fraction(1, 10):
            largest = size
    return largest


def smallest(panel: Panel, base: int, length: int, change: Fraction) -> Told:
    """What would have been seen in 17 of 20 tries in earlier years."""
    firsts = range(base - length - MOST_WINDOWS + 1, base - length + 1)
    windows = {one: found for one in firsts if (found := panel.deviations(one, one + length))}
    if len(windows) < LEAST_WINDOWS:
        ours = [one for one in firsts if one in panel.own and one + length in panel.own]
        if len(ours) < LEAST_WINDOWS:
            return {"no_smallest_visible": "too_few_years", "no_smallest_visible_with": len(ours)}
        most = max(len(panel.changes(one, one + length)) for one in ours)
        few = most < LEAST_OTHERS
        return {
            "no_smallest_visible": "too_few_others" if few else "too_few_years",
            "no_smallest_visible_with": most if few else len(windows),
        }
    sign = 1 if change > 0 else -1
    short = sorted(
        must_pass([abs(rest) for other, rest in enumerate(found) if other != at]) - sign * one
        for found in windows.values()
        for at, one in enumerate(found)
    )
    enough = short[ceil(Fraction(17, 20) * len(short)) - 1]
    seen = max(panel.unit, (floor(enough / panel.unit) + 1) * panel.unit)
    return {
        "smallest_visible": {
            "effect": seen,
            "windows": len(windows),
            "tries": len(short),
            "first": min(windows),
            "last": max(windows) + length,
        },
        "no_smallest_visible": None,
        "expected_is_visible": abs(change) >= seen,
    }


def what_is_missing(panel: Panel, base: int, by: int) -> Told | None:
    """What there has to be at both ends and is not."""
    if panel.own and base < min(panel.own):
        return {"obstacle": "before_series", "about": [min(panel.own)]}
    if panel.own and by > max(panel.own):
        return {"obstacle": "after_series", "about": [max(panel.own)]}
    if missing := [one for one in (base, by) if one not in panel.own]:
        return {"obstacle": "value_missing", "about": missing}
    others = len(panel.changes(base, by))
    return {"obstacle": "too_few_others", "about": [others]} if others < LEAST_OTHERS else None


def compared(panel: Panel, base: int, by: int, change: Fraction) -> Told:
    """The difference in differences, its rank and its size."""
    ours, *theirs = panel.deviations(base, by) or [Fraction(0)]
    as_far, limit = sum(abs(one) >= abs(ours) for one in theirs), must_pass([abs(one) for one in theirs])
    rare = Fraction(as_far + 1, len(theirs) + 1) <= Fraction(1, 10)
    verdict = ("demonstrated" if ours * change > 0 else "other_way") if rare else "not_demonstrated"
    beyond = abs(ours) - abs(change)
    size = "as_large" if abs(beyond) <= limit else "larger" if beyond > 0 else "smaller"
    return {
        "verdict": verdict,
        "before": panel.own[base],
        "after": panel.own[by],
        "own_change": panel.own[by] - panel.own[base],
        "common_change": median(panel.changes(base, by)),
        "effect": ours,
        "others": len(theirs),
        "as_far": as_far,
        "limit": limit,
        "size": size if verdict == "demonstrated" else None,
    }


def years(panel: Panel, base: int, by: int) -> Iterator[Told]:
    """Changes since the base year, where we and enough others have both values."""
    for year in range(min(panel.own), by + 1):
        if found := panel.deviations(base, year):
            yield {
                "year": year,
                "own_change": panel.own[year] - panel.own[base],
                "common_change": median(panel.changes(base, year)),
                "limit": None if year == base else must_pass([abs(one) for one in found[1:]]),
            }
