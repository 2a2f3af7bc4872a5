"""Goals: how many KPIs have which verdict, the proposed and the signed status, and the whole."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from tests.evaluate.independent.answers import carried
from tests.evaluate.independent.files import Files, Section, in_force, yes
from tests.evaluate.independent.statuses import STATUSES, Weighed, propose, rule_of

COUNTS = ("counts", "council_counts", "committee_counts", "addition_counts")
WORDS = (*STATUSES, "described", "not_reported")
Told = dict[str, Any]


def goals_in_force(files: Files, year: int) -> Section:
    """The strategic goals of the year's plan: by the overall goal that they are counted under, and their numbers."""
    goals = {key: one for key, one in files.section("strategic_goals").items() if in_force(one, year)}
    overall = [key for key, _ in overall_in_force(files, year)]
    return dict(
        sorted(goals.items(), key=lambda item: (overall.index(first_of(item[1], overall)), in_order(item[1]["number"])))
    )


def first_of(goal: Section, overall: list[str]) -> str:
    """The overall goal that a strategic goal is counted under: the first in force that it serves."""
    return str(next(one for one in goal["serves"] if one in overall))


def in_order(number: str) -> list[int]:
    """1.10 comes after 1.9."""
    return [int(part) for part in number.split(".")]


def told_goals(files: Files, year: int, kpis: list[Told]) -> Told:
    """The part of the record that is about goals: the strategic, the overall and the whole."""
    strategic = {
        key: told_goal(files, year, key, [one for one in kpis if one["goal"] == key])
        for key in goals_in_force(files, year)
    }
    overall = [told_overall(files, year, *one, strategic) for one in overall_in_force(files, year)]
    asleep = {key for key, goal in strategic.items() if not is_followed_up(goal)}
    judged = [one for one in overall if not one["strategic_goals"] or {*one["strategic_goals"]} - asleep]
    return {
        **counts_of(kpis),
        **propose(rule_of(files), (Weighed(one["proposed"]) for one in judged)),
        "goal_status_rule": rule_of(files),
        "overall_goals": overall,
        "strategic_goals": list(strategic.values()),
    }


def told_goal(files: Files, year: int, key: str, kpis: list[Told]) -> Told:
    """A strategic goal, with what its committee has signed."""
    goal = files.section("strategic_goals")[key]
    judged = (one for one in kpis if word_of(one) in STATUSES)
    proposal = propose(
        rule_of(files), (Weighed(one["verdict"]["fulfilment"], Fraction(one["weight"])) for one in judged)
    )
    signed, answer = answer_of(files, year, goal["committee"], key)
    decided = answer.get("status") if signed else None
    return {
        "id": key,
        "number": goal["number"],
        "title": files.text(goal["title"]),
        "committee": goal["committee"],
        "serves": goal["serves"],
        **proposal,
        **counts_of(kpis),
        "signed": decided,
        "status": decided or proposal["proposed"],
        "departs": decided is not None and decided != proposal["proposed"],
        "reason": files.text(answer.get("reason")),
        "carried": carried(files, goal["committee"], year, ("goals", key), ("analysis",)),
        "example": yes(goal, "example"),
    }


def answer_of(files: Files, year: int, committee: str, goal: str) -> tuple[bool, Section]:
    """What the committee says of the goal, and whether its evaluation is signed."""
    for one in files.entries("evaluations"):
        if (one["committee"], one["period"]) == (committee, str(year)):
            return "signed" in one, one.get("goals", {}).get(goal, {})
    return False, {}


def overall_in_force(files: Files, year: int) -> list[tuple[str, str]]:
    """Ids and numbers of the overall goals, in order."""
    goals = [(key, one["number"]) for key, one in files.section("overall_goals").items() if in_force(one, year)]
    return sorted(goals, key=lambda one: in_order(one[1]))


def told_overall(files: Files, year: int, key: str, number: str, strategic: dict[str, Told]) -> Told:
    """An overall goal from the strategic goals that are counted under it."""
    first = {
        name: first_of(goal, [one for one, _ in overall_in_force(files, year)]) for name, goal in strategic.items()
    }
    own = [goal for name, goal in strategic.items() if first[name] == key]
    elsewhere = [name for name, goal in strategic.items() if key in goal["serves"] and first[name] != key]
    return {
        "id": key,
        "number": number,
        **{sort: added(goal[sort] for goal in own) for sort in COUNTS},
        **propose(rule_of(files), (Weighed(goal["status"]) for goal in own if is_followed_up(goal))),
        "strategic_goals": [goal["id"] for goal in own],
        "counted_elsewhere": sorted(elsewhere, key=lambda name: in_order(strategic[name]["number"])),
    }


def added(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    """Counts added up."""
    several = [*counts]
    return {word: sum(one[word] for one in several) for word in WORDS}


def word_of(kpi: Told) -> str:
    """What a KPI is counted as."""
    apart = {"no_direction": "described", "no_target": "described", "not_reported_now": "not_reported"}
    return str(apart.get(kpi["verdict"]["reason"], kpi["verdict"]["fulfilment"]))


def is_followed_up(goal: Told) -> bool:
    """Whether the goal has a status now: one that is signed, or KPIs that are not all left to another occasion."""
    counts = goal["counts"]
    return bool(goal["signed"]) or not counts["not_reported"] or any(counts[word] for word in STATUSES)


def counts_of(kpis: list[Told]) -> dict[str, dict[str, int]]:
    """All, by the council's levels, by the committees' own, and the committees' additions."""
    words: dict[str, Counter[str]] = {sort: Counter() for sort in COUNTS}
    for one in kpis:
        word, level = word_of(one), one["verdict"]["level"]
        own = level is not None and level["decided_by"] == "committee"
        words["counts"][word] += 1
        words["committee_counts" if own else "council_counts"][word] += 1
        if one["committee_addition"]:
            words["addition_counts"][one["committee_addition"]["fulfilment"]] += 1
    return {sort: {word: counted[word] for word in WORDS} for sort, counted in words.items()}
