"""Target levels: which one counts, on which day."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from tests.evaluate.independent.figures import Kpi
from tests.evaluate.independent.files import yes

Level = dict[str, Any]
NUMBERS = ("level", "lower", "upper", "place", "since", "percent", "years")


def decided(kpi: Kpi, day: str) -> list[Level]:
    """The levels that were decided on a day."""
    return [one for one in kpi.get("target_levels", []) if one["decided"] <= day]


def latest(levels: Iterable[Level], decided_by: str) -> Level | None:
    """The latest decision of the council's or the committee's."""
    mine = [one for one in levels if one.get("decided_by", "council") == decided_by]
    return max(mine, key=lambda one: str(one["decided"]), default=None)


def in_force(kpi: Kpi, year: int, day: str) -> Level | None:
    """The level of a year on a day: the council's, and where there is none the committee's own."""
    levels = [one for one in decided(kpi, day) if int(one["year"]) == year]
    return latest(levels, "council") or latest(levels, "committee")


def addition(kpi: Kpi, year: int, day: str) -> Level | None:
    """What the committee has added to a level of the council's."""
    levels = [one for one in decided(kpi, day) if int(one["year"]) == year]
    return latest(levels, "committee") if latest(levels, "council") else None


def final(kpi: Kpi, year: int, day: str) -> Level | None:
    """The level furthest ahead, if any year ahead has one."""
    last = max((int(one["year"]) for one in decided(kpi, day)), default=year)
    return in_force(kpi, last, day) if last > year else None


def tolerance(level: Level) -> Fraction:
    """How far on the worse side is nearly reached."""
    return Fraction(level.get("tolerance", 0))


def told(level: Level | None) -> dict[str, Any] | None:
    """A level as the record tells it."""
    if level is None:
        return None
    return {
        "year": Fraction(level["year"]),
        "kind": level["kind"],
        **{key: Fraction(level[key]) for key in NUMBERS if key in level},
        **({"group": level["group"]} if "group" in level else {}),
        "tolerance": tolerance(level),
        "decided": level["decided"],
        "decided_by": level.get("decided_by", "council"),
        "reference": level.get("reference"),
        "source": level.get("source"),
        "example": yes(level, "example"),
    }
