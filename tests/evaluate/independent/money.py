"""Money: frames with their changes, outcomes and deviations, in thousand kronor."""

from fractions import Fraction
from typing import Any

from tests.evaluate.independent.figures import PARTS
from tests.evaluate.independent.files import Files, Row, Section, yes

Told = dict[str, Any]


def budget(files: Files, year: int) -> list[Told]:
    """Every committee that has a frame for the year."""
    frames = {one["committee"]: one for one in files.entries("budget_frames") if one["year"] == str(year)}
    return [told(files, frames[key], year) for key in files.section("committees") if key in frames]


def told(files: Files, frame: Section, year: int) -> Told:
    """A committee's frame and outcome, and those of its areas."""
    areas = [told_area(files, frame, area, year) for area in frame["areas"]]
    outcomes = [one["outcome"] for one in areas]
    current = Fraction(frame["amount"]) + sum(one["current"] - one["original"] for one in areas)
    outcome = None if None in outcomes else sum(outcomes)
    return {
        "committee": frame["committee"],
        "original": Fraction(frame["amount"]),
        "current": current,
        "outcome": outcome,
        **deviations(Fraction(frame["amount"]), current, outcome),
        "areas": areas,
    }


def told_area(files: Files, frame: Section, area: str, year: int) -> Told:
    """An area's part of the frame, with the changes dated up to the last day of the year."""
    changes = (one for one in frame.get("changes", []) if one["date"] <= f"{year}-12-31")
    original = Fraction(frame["areas"][area])
    current = original + sum(Fraction(one["areas"].get(area, 0)) for one in changes)
    rows, complete = outcome_rows(files, area, year)
    outcome = sum((Fraction(row["amount"]) for row in rows), Fraction(0)) if complete else None
    return {
        "area": area,
        "original": original,
        "current": current,
        "outcome": outcome,
        **deviations(original, current, outcome),
        "example": yes(frame, "example") or any(yes(row, "example") for row in rows),
    }


def outcome_rows(files: Files, area: str, year: int) -> tuple[list[Row], bool]:
    """The row of the year, else those of its parts of one kind, and whether all of them are there."""
    found: list[Row] = []
    for parts in ([""], PARTS["tertial"], PARTS["quarterly"], PARTS["monthly"]):
        rows = [row for part in parts if (row := files.budget.get((area, f"{year}{part}")))]
        if len(rows) == len(parts):
            return rows, True
        found = found or rows
    return found, False


def deviations(original: Fraction, current: Fraction, outcome: Fraction | None) -> Told:
    """Frame less outcome, by the frame with its changes and by the original one. A close has no forecast."""
    by = {"deviation": current, "deviation_from_original": original}
    return {"forecast": None, **{key: None if outcome is None else one - outcome for key, one in by.items()}}
