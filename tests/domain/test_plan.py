from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from malstyrning.domain.actions import Action
from malstyrning.domain.budget import BudgetFrame, FrameChange
from malstyrning.domain.kpis import Definition, Kpi
from malstyrning.domain.plan import (
    Area,
    Committee,
    OverallGoal,
    PeerGroup,
    Renaming,
    SteeringPlan,
    StrategicGoal,
    number_order,
)
from malstyrning.domain.standing import Standing, Validity
from malstyrning.domain.targets import AtLeast, TargetLevel
from malstyrning.domain.words import ActionStatus, DecidedBy, Direction
from malstyrning.language import Text
from malstyrning.load.units import UNITS

KPI = Kpi("kpi", Text("Nyckeltal"), "mal", UNITS["percent"], 1, Direction.HIGHER)
COUNCIL, COMMITTEE = DecidedBy.COUNCIL, DecidedBy.COMMITTEE


def level(year: int, value: int, decided: str, by: DecidedBy = COUNCIL) -> TargetLevel:
    return TargetLevel(year, AtLeast(Decimal(value)), date.fromisoformat(decided), decided_by=by)


FIRST = level(2022, 90, "2021-11-15")
REVISED = level(2022, 92, "2022-06-20")
ADDED = level(2022, 95, "2022-01-31", COMMITTEE)
NEXT = level(2023, 93, "2021-11-15")
FINAL = level(2027, 97, "2021-11-15")


@pytest.mark.parametrize(
    ("levels", "on", "expected"),
    [
        pytest.param((FIRST,), "2022-12-31", FIRST, id="the only one"),
        pytest.param((FIRST,), "2021-11-15", FIRST, id="on the day of the decision"),
        pytest.param((FIRST,), "2021-11-14", None, id="the day before"),
        pytest.param((FIRST, REVISED), "2022-12-31", REVISED, id="the latest decision counts"),
        pytest.param((REVISED, FIRST), "2022-12-31", REVISED, id="in whatever order they stand"),
        pytest.param((FIRST, REVISED), "2022-04-30", FIRST, id="a later decision never alters an earlier verdict"),
        pytest.param((FIRST, ADDED), "2022-12-31", FIRST, id="the council before the committee"),
        pytest.param((ADDED,), "2022-12-31", ADDED, id="the committee where the council has none"),
        pytest.param((NEXT, FINAL), "2022-12-31", None, id="another year's level is not this year's"),
        pytest.param((), "2022-12-31", None, id="none"),
    ],
)
def test_the_level_in_force(levels: tuple[TargetLevel, ...], on: str, expected: TargetLevel | None) -> None:
    assert replace(KPI, target_levels=levels).level_in_force(2022, date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("levels", "on", "expected"),
    [
        pytest.param((FIRST, ADDED), "2022-12-31", ADDED, id="beside the council's"),
        pytest.param((FIRST, ADDED), "2022-01-30", None, id="not before it was decided"),
        pytest.param((ADDED,), "2022-12-31", None, id="alone it is no addition"),
        pytest.param((FIRST,), "2022-12-31", None, id="none"),
    ],
)
def test_the_level_that_a_committee_added(levels: tuple[TargetLevel, ...], on: str, expected: object) -> None:
    assert replace(KPI, target_levels=levels).level_added_by_committee(2022, date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("after", "on", "expected"),
    [(2022, "2022-12-31", FINAL), (2026, "2026-12-31", FINAL), (2027, "2027-12-31", None), (2022, "2021-01-01", None)],
)
def test_the_final_level_is_the_one_furthest_ahead(after: int, on: str, expected: TargetLevel | None) -> None:
    kpi = replace(KPI, target_levels=(FIRST, FINAL, NEXT))
    assert kpi.final_level(after, date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("first_years", "year", "expected"),
    [
        ((), 2022, None),
        ((2018,), 2022, None),
        ((2018, 2021), 2022, 2021),
        ((2021, 2018), 2022, 2021),
        ((2018, 2021), 2021, 2021),
        ((2018, 2021), 2020, None),
        ((2018, 2021, 2023), 2022, 2021),
    ],
)
def test_a_later_definition_breaks_the_series(first_years: tuple[int, ...], year: int, expected: int | None) -> None:
    kpi = replace(KPI, definitions=tuple(Definition(one, Text("Så")) for one in first_years))
    assert kpi.definition_break(year) == expected


FRAME = BudgetFrame(
    "namnd",
    2022,
    Decimal(100),
    {"ett": Decimal(60), "tva": Decimal(40)},
    (
        FrameChange(date(2022, 6, 20), {"ett": Decimal(5), "tva": Decimal(-5)}),
        FrameChange(date(2022, 9, 1), {"tre": Decimal(7)}),
    ),
)


@pytest.mark.parametrize(
    ("area", "on", "expected"),
    [
        ("ett", "2022-06-19", 60),
        ("ett", "2022-06-20", 65),
        ("tva", "2022-12-31", 35),
        ("tre", "2022-08-31", 0),
        ("tre", "2022-12-31", 7),
        ("okant", "2022-12-31", 0),
    ],
)
def test_an_area_has_the_changes_dated_up_to_the_day(area: str, on: str, expected: int) -> None:
    assert FRAME.area_on(area, date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2020, 2022, [2020, 2021, 2022]),
        (2020, None, [2020, 2021, 2022, 2023]),
        (None, 2020, [2019, 2020]),
        (None, None, [2019, 2020, 2021, 2022, 2023]),
        (2021, 2021, [2021]),
    ],
)
def test_years_in_force_are_inclusive_and_ends_may_be_open(
    first: int | None, last: int | None, years: list[int]
) -> None:
    assert [year for year in range(2019, 2024) if Validity(first, last).covers(year)] == years


def standing(first: int | None = None, last: int | None = None) -> Standing:
    return Standing(Validity(first, last))


def overall(key: str, number: str, first: int | None = None, last: int | None = None) -> OverallGoal:
    return OverallGoal(key, number, Text("Mål"), standing=standing(first, last))


def strategic(number: str, first: int, last: int | None = None, *serves: str) -> StrategicGoal:
    key = "mal-" + number.replace(".", "-")
    return StrategicGoal(key, number, Text("Mål"), "namnd", serves or ("a",), standing=standing(first, last))


PLAN = SteeringPlan(
    "9999",
    overall_goals={
        one.id: one for one in (overall("b", "2"), overall("a", "1", last=2021), overall("c", "10", first=2022))
    },
    strategic_goals={
        one.id: one
        for one in (
            strategic("4.10", 2020),
            strategic("4.9", 2020, 2022),
            strategic("4.2", 2022),
            strategic("4.1", 2019, 2021),
        )
    },
    kpis={
        one.id: one
        for one in (
            replace(KPI, id="sist", goal="mal-4-9"),
            replace(KPI, id="avslutat", goal="mal-4-9", standing=standing(last=2021)),
            replace(KPI, id="forst", goal="mal-4-9", standing=standing(first=2022)),
            replace(KPI, id="annat", goal="mal-4-2"),
        )
    },
    groups={key: PeerGroup(key, Text("Grupp"), ("9999",), 2022) for key in ("lan", "liknande")},
)


def test_goals_in_force_stand_in_order_of_number() -> None:
    assert [goal.number for goal in PLAN.strategic_goals_in(2022)] == ["4.2", "4.9", "4.10"]
    assert [goal.number for goal in PLAN.strategic_goals_in(2021)] == ["4.1", "4.9", "4.10"]
    assert [goal.number for goal in PLAN.overall_goals_in(2022)] == ["2", "10"]
    assert [goal.number for goal in PLAN.overall_goals_in(2021)] == ["1", "2"]


@pytest.mark.parametrize(
    ("numbers", "in_order"),
    [(["4.10", "4.9"], ["4.9", "4.10"]), (["4.1.1", "4.1", "5", "4"], ["4", "4.1", "4.1.1", "5"])],
)
def test_numbers_are_ordered_part_by_part(numbers: list[str], in_order: list[str]) -> None:
    assert sorted(numbers, key=number_order) == in_order


def test_kpis_in_force_stand_in_the_order_of_the_files() -> None:
    assert [kpi.id for kpi in PLAN.kpis_of("mal-4-9", 2022)] == ["sist", "forst"]
    assert [kpi.id for kpi in PLAN.kpis_of("mal-4-9", 2021)] == ["sist", "avslutat"]
    assert PLAN.kpis_of("mal-4-10", 2022) == []


@pytest.mark.parametrize(
    ("serves", "year", "home"),
    [
        (("a", "b"), 2021, "a"),
        pytest.param(("a", "b"), 2022, "b", id="the first has ended"),
        (("b", "c"), 2022, "b"),
        pytest.param(("c", "b"), 2021, "b", id="the first has not begun"),
        pytest.param(("a",), 2022, None, id="none is in force"),
        pytest.param(("okant", "b"), 2022, "b", id="one could not be read"),
    ],
)
def test_a_goal_is_placed_under_the_first_goal_in_force_that_it_serves(
    serves: tuple[str, ...], year: int, home: str | None
) -> None:
    assert PLAN.home_of(strategic("4.9", 2020, None, *serves), year) == home


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(None, ["lan", "liknande"], id="all where none is chosen"),
        pytest.param(("liknande",), ["liknande"], id="chosen"),
        pytest.param(("liknande", "lan"), ["liknande", "lan"], id="in the KPI's order"),
        pytest.param((), [], id="none"),
        pytest.param(("okand",), [], id="one that could not be read"),
    ],
)
def test_groups_of_a_kpi(chosen: tuple[str, ...] | None, expected: list[str]) -> None:
    assert [group.id for group in PLAN.groups_of(replace(KPI, groups=chosen))] == expected


def test_areas_of_all_committees_by_id() -> None:
    committees = {"a": ("ett", "tva"), "b": ("tre",)}
    plan = SteeringPlan(
        "9999",
        committees={
            key: Committee(key, Text("Nämnd"), areas=tuple(Area(one, key, Text("Område")) for one in areas))
            for key, areas in committees.items()
        },
    )
    assert {key: area.committee for key, area in plan.areas.items()} == {"ett": "a", "tva": "a", "tre": "b"}


YEARS = st.none() | st.integers(2000, 2010)


@given(YEARS, YEARS, YEARS, YEARS)
def test_the_first_year_outside_is_the_first_that_the_other_does_not_cover(
    first: int | None, last: int | None, others_first: int | None, others_last: int | None
) -> None:
    ordered = first is None or last is None or first <= last
    assume(ordered and (others_first is None or others_last is None or others_first <= others_last))
    valid, other = Validity(first, last), Validity(others_first, others_last)
    outside = [year for year in range(1990, 2020) if valid.covers(year) and not other.covers(year)]
    found = valid.first_year_outside(other)
    assert (found is None) == (not outside)
    if first is not None:
        assert found == next(iter(outside), None)
    elif found is not None:  # before a beginning there are many years; the one next to it stands for them
        assert found in outside


def test_levels_that_came_too_late() -> None:
    late = level(2022, 99, "2023-01-30")
    kpi = replace(KPI, target_levels=(FIRST, late, FINAL))
    assert kpi.late_levels(2022, date(2022, 12, 31)) == (late,)
    assert kpi.late_levels(2022, date(2021, 12, 31)) == (late,)
    assert kpi.late_levels(2022, date(2023, 1, 30)) == ()
    assert kpi.late_levels(2023, date(2022, 12, 31)) == ()


@pytest.mark.parametrize(
    ("year", "title"), [(2022, "Nämnden"), (2023, "Andra namnet"), (2025, "Andra namnet"), (2026, "Tredje namnet")]
)
def test_a_committee_is_called_what_it_was_called_in_the_year(year: int, title: str) -> None:
    renamed = (Renaming(2026, Text("Tredje namnet")), Renaming(2023, Text("Andra namnet")))
    assert Committee("namnd", Text("Nämnden"), renamed=renamed).title_in(year) == Text(title)


BARE = Action("a", Text("A"), "mal", ActionStatus.UNDER_WAY)
DONE = Action(
    "lovskola",
    Text("Lovskola"),
    "mal",
    ActionStatus.DONE,
    started=date(2022, 2, 1),
    finished=date(2023, 6, 16),
    standing=Standing(decided=date(2021, 12, 14)),
)


@pytest.mark.parametrize(
    ("action", "day", "status"),
    [
        pytest.param(DONE, "2021-12-13", ActionStatus.PROPOSED, id="the day before the decision"),
        pytest.param(DONE, "2021-12-14", ActionStatus.DECIDED, id="on the day of the decision"),
        pytest.param(DONE, "2022-02-01", ActionStatus.UNDER_WAY, id="on the day of the start"),
        pytest.param(DONE, "2023-06-15", ActionStatus.UNDER_WAY, id="the day before the end"),
        pytest.param(DONE, "2023-06-16", ActionStatus.DONE, id="on the day of the end"),
        pytest.param(replace(DONE, started=None), "2022-12-31", ActionStatus.DECIDED, id="without a start"),
        pytest.param(replace(DONE, status=ActionStatus.STOPPED), "2022-12-31", ActionStatus.UNDER_WAY, id="stopped"),
        pytest.param(replace(DONE, finished=None), "2022-12-31", ActionStatus.DONE, id="without an end"),
        pytest.param(replace(BARE, status=ActionStatus.STOPPED), "2022-12-31", ActionStatus.STOPPED, id="no dates"),
        pytest.param(
            replace(DONE, status=ActionStatus.PROPOSED, finished=None),
            "2022-01-31",
            ActionStatus.PROPOSED,
            id="a proposal stays one",
        ),
    ],
)
def test_an_action_had_the_status_that_its_dates_say(action: Action, day: str, status: ActionStatus) -> None:
    assert action.status_on(date.fromisoformat(day)) is status
