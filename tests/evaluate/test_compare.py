"""Our place among others, against a plain counting of the same."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evaluate.comparisons import OWN, YEAR, Values, joined, judged, ours, place, table
from tests.evaluate.examples import KPI

from malstyrning.domain.periods import Period
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.words import Direction
from malstyrning.evaluate.compare import places
from malstyrning.evaluate.standing import FEWEST_RANKED
from malstyrning.language import Text

LOWER = replace(KPI, direction=Direction.LOWER)


@pytest.mark.parametrize(
    ("own", "others", "upwards", "downwards"),
    [
        (90, (80, 70, 60, 50), (1, 1, 1), (5, 5, 4)),
        (50, (80, 70, 60, 90), (5, 5, 4), (1, 1, 1)),
        pytest.param(70, (90, 80, 60, 50), (3, 3, 3), (3, 3, 3), id="in the middle"),
        pytest.param(70, (70, 70, 60, 50), (1, 3, 2), (3, 5, 4), id="a tie is a span"),
        pytest.param(70, (70, 70, 70, 70), (1, 5, 3), (1, 5, 3), id="all alike"),
        pytest.param(70, (90, 70, 60, 50), (2, 3, 2), (3, 4, 3), id="a tie of two"),
        pytest.param(84.95, (85.04, 84.94, 80, 70), (1, 2, 2), (4, 5, 4), id="alike as a reader sees them"),
        pytest.param(70, (90, 80, 60, 50, None), (3, 3, 3), (3, 3, 3), id="who has no value has no place"),
        pytest.param(0, (-1, -2, 1, 2), (3, 3, 3), (3, 3, 3), id="negative values"),
    ],
)
def test_places(
    own: float, others: tuple[float | None, ...], upwards: tuple[int, ...], downwards: tuple[int, ...]
) -> None:
    for kpi, expected in ((KPI, upwards), (LOWER, downwards)):
        found = place(ours(own, *others), kpi=kpi)
        assert (found.first, found.last, found.quartile) == expected


@pytest.mark.parametrize(
    ("rank", "n", "quartile"),
    [(1, 8, 1), (2, 8, 1), (3, 8, 2), (4, 8, 2), (5, 8, 3), (6, 8, 3), (7, 8, 4), (8, 8, 4), (2, 5, 2), (26, 26, 4)],
)
def test_quartiles(rank: int, n: int, quartile: int) -> None:
    others = [float(n - index) for index in range(1, n + 1) if index != rank]
    found = place(ours(float(n - rank), *others))
    assert (found.first, found.n, found.quartile) == (rank, n, quartile)


@pytest.mark.parametrize("direction", [Direction.NONE, Direction.RANGE])
def test_without_an_end_that_is_best_there_is_no_rank(direction: Direction) -> None:
    found = place(ours(90, 80, 70, 60, 50), kpi=replace(KPI, direction=direction))
    assert (found.first, found.last, found.quartile) == (None, None, None)
    assert [found.median, found.n] == [70, 5]


@pytest.mark.parametrize(
    ("others", "ranked"), [((80, 70, 60), False), ((80, 70, 60, 50), True), ((80, 70, None, 60), False)]
)
def test_few_values_have_no_rank(others: tuple[float | None, ...], *, ranked: bool) -> None:
    found = place(ours(90, *others))
    assert (found.n >= FEWEST_RANKED) is ranked
    assert [one is not None for one in (found.first, found.last, found.quartile)] == [ranked] * 3


def test_a_member_is_counted_in_every_figure() -> None:
    found = place(ours(100, 10, 20, 30, 40))
    assert (found.is_member, found.n, found.members, found.members_with_value) == (True, 5, 5, 5)
    assert [found.own, found.median, found.mean, found.lowest, found.highest] == [100, 30, 40, 10, 100]
    assert [*found.others] == [10, 20, 30, 40]
    assert found.middle == (20, 40)


def test_who_is_no_member_is_placed_beside_the_group() -> None:
    found = place(ours(100, 10, 20, 30, 40), members=("0000", "0001", "0002", "0003"))
    assert (found.is_member, found.n, found.members, found.members_with_value) == (False, 5, 4, 4)
    assert [found.own, found.median, found.mean, found.lowest, found.highest] == [100, 25, 25, 10, 40]
    assert (found.first, found.last) == (1, 1)
    assert [*found.others] == [10, 20, 30, 40]


def test_members_without_value_are_counted_as_members_only() -> None:
    found = place(ours(90, 80, 70, None, None), members=(OWN, "0000", "0001", "0002", "0003", "0004"))
    assert (found.members, found.members_with_value, found.n) == (6, 3, 3)
    assert found.mean == 80


@pytest.mark.parametrize(
    ("values", "members", "told"),
    [
        pytest.param(ours(90), (OWN,), (1, 1, 90, 90), id="a group of us alone"),
        pytest.param(ours(90, None, None), (OWN, "0000", "0001"), (1, 1, 90, 90), id="no other has a value"),
        pytest.param(ours(90, None), ("0000",), (1, 0, 90, None), id="no other has a value, and we are no member"),
        pytest.param(ours(90, 80), (OWN, "0005"), (1, 1, 90, 90), id="no other has a row"),
        pytest.param({"0000": 80.0, "0001": 70.0}, None, (2, 2, None, 75), id="we have no row"),
        pytest.param({OWN: None, "0000": 80.0}, None, (1, 1, None, 80), id="we have no value"),
        pytest.param({}, (OWN,), (0, 0, None, None), id="there are no rows"),
    ],
)
def test_the_group_is_told_also_where_we_or_the_others_have_no_value(
    values: Values, members: tuple[str, ...] | None, told: tuple[int, int, int | None, int | None]
) -> None:
    found = place(values, members)
    assert (found.n, found.members_with_value, found.own, found.median) == told
    assert found.mean == found.median
    assert (found.first, found.last, found.quartile, found.percentile) == (None,) * 4


def test_without_our_value_a_large_group_has_its_figures_and_we_no_place() -> None:
    found = place({f"000{index}": float(index) for index in range(8)} | {OWN: None})
    assert (found.n, found.members, found.members_with_value) == (8, 9, 8)
    assert [found.median, found.mean, found.best_quarter] == [Decimal("3.5"), Decimal("3.5"), 6]
    assert (found.first, found.gap_to_median, found.gap_to_best_quarter) == (None, None, None)


@pytest.mark.parametrize(
    ("others", "decimals", "median", "mean"),
    [
        pytest.param((84.8, 84.9), 1, "84.9", "84.9", id="a tie that binary arithmetic would lose"),
        pytest.param((0.1, 0.2), 1, "0.2", "0.2", id="0.15 is half way"),
        pytest.param((-84.8, -84.9), 1, "-84.9", "-84.9", id="below zero"),
        pytest.param((1, 2), 0, "2", "2", id="whole numbers"),
        pytest.param((1.25, 1.25), 1, "1.3", "1.3", id="members' own values are not rounded first"),
        pytest.param((1.04, 1.04, 1.04, 5), 1, "1.0", "2.0", id="nor is their mean made of rounded ones"),
    ],
)
def test_statistics_are_rounded_once(others: tuple[float, ...], decimals: int, median: str, mean: str) -> None:
    values = ours(50, *others)
    found = place(values, tuple(one for one in values if one != OWN), replace(KPI, decimals=decimals))
    assert (str(found.median), str(found.mean)) == (median, mean)


def test_what_is_placed_is_what_was_judged_and_nothing_is_rounded_twice() -> None:
    """A value just below a tie has one rounding, in the verdict, the place and every figure of the group."""
    members = ("0000", "0001", "0002", "0003")
    found = place({OWN: 87.949999999999, "0000": 87.949999999999, "0001": 88.0, "0002": 87.9, "0003": 80.0})
    assert (str(found.own), found.first, found.last) == ("87.9", 2, 4)
    alone = place({OWN: 90.0, **dict.fromkeys(members, 87.949999999999)}, members)
    told = (alone.median, alone.mean, alone.lowest, alone.highest, alone.best_quarter)
    assert {str(one) for one in told} == {"87.9"}


def test_only_this_period_and_all_genders_are_compared() -> None:
    plan = SteeringPlan(OWN, groups={"g": PeerGroup("g", Text("Grupp"), (OWN, "0000", "0001"), 2022)})
    right = table({OWN: 2.0, "0000": 1.0})
    wrong = [
        table({OWN: 9.0, "0001": 9.0}, period="2021"),
        table({OWN: 9.0, "0001": 9.0}, gender="K"),
        table({OWN: 9.0, "0001": 9.0}, kpi="annat"),
    ]
    found = places([(KPI, judged(KPI, 2.0))], joined(*wrong, right), plan)["kpi"][0]
    assert [found.own, found.n, found.period] == [2, 2, YEAR]
    (elsewhere,) = places([(KPI, judged(KPI, 2.0, Period(2020)))], joined(*wrong, right), plan)["kpi"]
    assert (elsewhere.n, elsewhere.members_with_value, elsewhere.median) == (1, 0, None)


def test_groups_come_in_the_order_of_the_kpi() -> None:
    groups = {key: PeerGroup(key, Text("Grupp"), (OWN, "0000"), 2022) for key in ("a", "b", "c")}
    groups["tom"] = PeerGroup("tom", Text("Grupp"), ("0009",), 2022)
    plan = SteeringPlan(OWN, groups=groups)
    values = table({OWN: 2.0, "0000": 1.0})

    def in_order(chosen: tuple[str, ...] | None) -> list[str]:
        found = places([(replace(KPI, groups=chosen), judged(KPI, 2.0))], values, plan)
        return [one.group for one in found.get("kpi", ())]

    assert in_order(None) == ["a", "b", "c", "tom"]
    assert in_order(("c", "tom", "a")) == ["c", "tom", "a"]
    assert in_order(()) == []


def test_each_kpi_has_its_own_period() -> None:
    plan = SteeringPlan(OWN, groups={"g": PeerGroup("g", Text("Grupp"), (OWN, "0000"), 2022)})
    late = replace(KPI, id="sen", lag=1)
    rows = joined(table({OWN: 2.0, "0000": 1.0}), table({OWN: 8.0, "0000": 9.0}, kpi="sen", period="2021"))
    found = places([(KPI, judged(KPI, 2.0)), (late, judged(late, 8.0, Period(2021)))], rows, plan)
    assert {key: f"{one.period}: {one.own}" for key, (one,) in found.items()} == {
        "kpi": "2022: 2.0",
        "sen": "2021: 8.0",
    }


@dataclass(frozen=True)
class Counted:
    """What `Place` says of a group, by plain counting and exact fractions."""

    first: int
    last: int
    quartile: int
    median: Decimal | None
    mean: Decimal | None


def half_up(number: Fraction) -> Decimal:
    """To one decimal, half away from zero."""
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def counted(own: Decimal, others: list[Decimal], *, lower: bool) -> Counted:
    everyone = [own, *others]
    seen = [half_up(Fraction(one)) for one in everyone]
    better = sum(one < seen[0] if lower else one > seen[0] for one in seen)
    first, last = better + 1, better + seen.count(seen[0])
    in_order = sorted(Fraction(one) for one in everyone)
    n = len(in_order)
    median = (in_order[(n - 1) // 2] + in_order[n // 2]) / 2
    mean = sum(in_order, Fraction(0)) / n
    return Counted(first, last, ceil(Fraction(4 * (first + last), 2 * n)), half_up(median), half_up(mean))


HUNDREDTHS = st.integers(-10_000, 10_000).map(lambda number: Decimal(number).scaleb(-2))
OTHERS = st.lists(HUNDREDTHS, min_size=FEWEST_RANKED - 1, max_size=30)


@settings(max_examples=60)
@given(HUNDREDTHS, OTHERS, st.booleans())
def test_a_plain_counting_says_the_same(own: Decimal, others: list[Decimal], lower: bool) -> None:  # noqa: FBT001
    found = place(ours(float(own), *map(float, others)), kpi=LOWER if lower else KPI)
    assert found.first is not None
    assert found.last is not None
    assert found.quartile is not None
    seen = Counted(found.first, found.last, found.quartile, found.median, found.mean)
    assert seen == counted(own, others, lower=lower)
    assert found.lowest is not None
    assert found.highest is not None
    assert found.median is not None
    assert found.lowest <= found.median <= found.highest


@settings(max_examples=30)
@given(st.integers(-1000, 1000), st.lists(st.integers(-1000, 1000), min_size=4, max_size=20), st.randoms())
def test_the_order_of_rows_changes_nothing(own: int, others: list[int], random: Random) -> None:
    values = ours(own, *others)
    rows = list(values.items())
    random.shuffle(rows)
    assert place(dict(rows), members=tuple(values)) == place(values)


@settings(max_examples=30)
@given(st.integers(-1000, 1000), st.lists(st.integers(-1000, 1000), min_size=4, max_size=20))
def test_the_other_direction_mirrors_the_places(own: int, others: list[int]) -> None:
    up, down = place(ours(own, *others)), place(ours(own, *others), kpi=LOWER)
    assert up.first is not None
    assert up.last is not None
    assert up.percentile is not None
    assert up.gap_to_median is not None
    assert (down.first, down.last) == (up.n + 1 - up.last, up.n + 1 - up.first)
    assert down.percentile in {99 - up.percentile, 100 - up.percentile, 101 - up.percentile}  # each is rounded up
    assert down.gap_to_median == -up.gap_to_median
    by_direction = ("first", "last", "quartile", "percentile", "best_quarter", "gap_to_median", "gap_to_best_quarter")
    nothing: dict[str, Any] = dict.fromkeys(by_direction)
    assert replace(down, **nothing) == replace(up, **nothing)


@settings(max_examples=30)
@given(st.integers(-1000, 1000), st.lists(st.integers(-1000, 1000), min_size=4, max_size=20))
def test_a_member_without_value_changes_the_number_of_members_only(own: int, others: list[int]) -> None:
    values = ours(own, *others)
    before, after = place(values), place({**values, "8888": None})
    assert after == replace(before, members=before.members + 1)
