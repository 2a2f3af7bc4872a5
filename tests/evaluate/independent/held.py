"""What is held against a level: the number of its kind, its limit and the values that they are made from."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.evaluate.independent.figures import breaks_between, has_better_end, rounded
from tests.evaluate.independent.levels import Level
from tests.evaluate.independent.outcomes import Measured, Outcome

IN_A_GROUP = frozenset({"rank_at_most", "group_median", "best_quarter"})
FOR_ALL_ONLY = IN_A_GROUP | {"gender_gap"}
DIRECTED = IN_A_GROUP | {"change_since", "yearly_change", "sum_since", "mean_of_years", "better_than_base"}
WITH_ONE_DECIMAL = frozenset({"change_since", "yearly_change"})


@dataclass(frozen=True)
class Held:
    """A number and what it must not fall below or rise above. `gap` is positive on the side that is better."""

    number: Fraction
    lower: Fraction | None
    upper: Fraction | None
    parts: list[Outcome] = field(default_factory=list)

    @property
    def gap(self) -> Fraction:
        """The distance to the nearest limit."""
        below = [] if self.lower is None else [self.number - self.lower]
        above = [] if self.upper is None else [self.upper - self.number]
        return min(below + above)

    def told(self) -> dict[str, Any]:
        """As the record tells it."""
        return {"number": self.number, "lower": self.lower, "upper": self.upper, "parts": self.parts}


@dataclass(frozen=True)
class Lack:
    """Why nothing can be held against the level, and the years without which it can't."""

    reason: str
    years: list[int] = field(default_factory=list)


def hold(measured: Measured, level: Level, year: int, gender: str, places: dict[str, Any]) -> Held | Lack:
    """What is held against a level of the year's outcome. Only a gap between the genders does without one for all."""
    kind, kpi = level["kind"], measured.kpi
    if kind in DIRECTED and not has_better_end(kpi):
        return Lack("no_way_is_better")
    if kind == "gender_gap":
        return gender_gap(measured, level, year)
    if kind in IN_A_GROUP:
        return in_group(measured, level, year, places)
    if kind in {"at_least", "at_most", "between"}:
        lower, upper = ("level", "lower")[kind == "between"], ("level", "upper")[kind == "between"]
        return Held(
            measured.shown(year, gender) or Fraction(0),
            None if kind == "at_most" else Fraction(level[lower]),
            None if kind == "at_least" else Fraction(level[upper]),
        )
    return over_years(measured, level, year, gender)


def on_its_side(measured: Measured, number: Fraction, limit: Fraction, parts: list[Outcome]) -> Held:
    """A limit from below where higher is better, else from above."""
    higher = measured.kpi["direction"] == "higher"
    return Held(number, limit if higher else None, None if higher else limit, parts)


def gender_gap(measured: Measured, level: Level, year: int) -> Held | Lack:
    """The distance between women's and men's outcomes."""
    women, men = measured.shown(year, "K"), measured.shown(year, "M")
    if women is None or men is None:
        return Lack("one_gender_missing")
    parts = [measured.outcome(year, gender) for gender in "KM"]
    return Held(abs(women - men), None, Fraction(level["level"]), parts)


def in_group(measured: Measured, level: Level, year: int, places: dict[str, Any]) -> Held | Lack:
    """The place in a group, or the outcome against a value of the group's."""
    place = places.get(level["group"])
    if not place or not place["members_with_value"]:
        return Lack("no_group_value")
    if place["first"] is None:
        return Lack("no_place")
    if level["kind"] == "rank_at_most":
        return Held(Fraction(place["first"]), None, Fraction(level["place"]))
    limit = place["median"] if level["kind"] == "group_median" else place["best_quarter"]
    return on_its_side(measured, measured.shown(year) or Fraction(0), limit, [])


def over_years(measured: Measured, level: Level, year: int, gender: str) -> Held | Lack:
    """What is counted on values of several years, before they are rounded."""
    kind, decimals = level["kind"], 1 if level["kind"] in WITH_ONE_DECIMAL else measured.decimals
    since = year - int(level["years"]) + 1 if kind == "mean_of_years" else int(level["since"])
    every = kind in {"sum_since", "mean_of_years"}
    years = list(range(since, year + 1)) if every else [since, year]
    values = {one: measured.value(one, gender) for one in years}
    missing = [one for one, value in values.items() if value is None]
    if breaks_between(measured.kpi, since, year):
        return Lack("series_broken")
    if missing:
        return Lack("values_missing", missing)
    there = {one: value for one, value in values.items() if value is not None}
    parts = [measured.outcome(one, gender) for one in years if one != year]
    base, now = there[since], there[year]
    if kind == "better_than_base":
        return on_its_side(measured, rounded(now, decimals), rounded(base, decimals), parts)
    if kind in WITH_ONE_DECIMAL and (base <= 0 or (kind == "yearly_change" and (now < 0 or year <= since))):
        return Lack("base_not_positive")
    number = {
        "change_since": lambda: (now / base - 1) * 100,
        "yearly_change": lambda: Fraction((float(now / base) ** (1 / (year - since)) - 1) * 100),
        "sum_since": lambda: sum(there.values(), Fraction(0)),
        "mean_of_years": lambda: sum(there.values(), Fraction(0)) / len(there),
    }[kind]()
    limit = Fraction(level["percent" if kind in WITH_ONE_DECIMAL else "level"])
    return on_its_side(measured, rounded(number, decimals), limit, parts)


def as_good_is_enough(level: Level) -> bool:
    """Whether a gap of zero reaches the level."""
    return bool(level["kind"] != "better_than_base")
