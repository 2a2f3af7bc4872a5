"""Extents and round numbers."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malstyrning.report.charts.scale import Scale, extent, finite, ticks

any_values = st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=8)
ordinary = st.floats(-1e9, 1e9)


@given(ordinary, st.floats(0.001, 1e9), st.integers(1, 5))
def test_ticks_are_few_round_and_evenly_spaced(low: float, width: float, most: int) -> None:
    high = low + width
    chosen = ticks(low, high, most)
    assert len(chosen) <= most
    assert all(low - width * 1e-6 <= tick <= high + width * 1e-6 for tick in chosen)
    steps = {later.exact - earlier.exact for earlier, later in pairwise(chosen)}
    assert len(steps) <= 1
    for step in steps:
        assert str(step).replace("0", "").replace(".", "") in {"1", "2", "5"}


@given(ordinary, st.floats(0.001, 1e9))
def test_a_scale_has_a_round_number(low: float, width: float) -> None:
    assert len(ticks(low, low + width)) >= 2


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, ["0", "50", "100"]),
        (91.3, 92.6, ["91.5", "92.0", "92.5"]),
        (0, 4000, ["0", "1000", "2000", "3000", "4000"]),
        (-3, 1, ["-3", "-2", "-1", "0", "1"]),
        (0, 0.04, ["0.00", "0.01", "0.02", "0.03", "0.04"]),
        (5, 5, []),
    ],
)
def test_ticks_have_the_decimals_of_their_step(low: float, high: float, expected: list[str]) -> None:
    assert [str(tick.exact) for tick in ticks(low, high)] == expected


def test_a_tick_is_the_float_nearest_to_what_is_written() -> None:
    assert [float(tick) for tick in ticks(0, 0.3)] == [0.0, 0.1, 0.2, 0.3]
    assert ticks(0, 0.3)[3].exact == Decimal("0.3")


@given(any_values, st.floats(0, 5))
def test_a_scale_of_shares_stays_within_0_and_100(values: list[float], reach: float) -> None:
    low, high = extent(values, percent=True, reach=reach)
    assert 0 <= low < high <= 100


@given(any_values, st.floats(0, 5))
def test_every_value_has_room_on_an_open_scale(values: list[float], reach: float) -> None:
    low, high = extent(values, percent=False, reach=reach)
    assert low < high
    assert all(low <= one <= high for one in map(finite, values) if one is not None)


@pytest.mark.parametrize(
    ("values", "reach", "has_zero"),
    [
        ([1.6, 2.3], 4, True),
        ([80, 86], 4, False),
        ([-1.6, -2.3], 4, True),
        ([-80, -86], 4, False),
        ([1.6, 2.3], 0.5, False),
        ([92, 92], 0.5, True),
        ([-1, 1], 0, True),
        ([40, 50], 4, True),
        ([41, 50], 4, False),
    ],
)
def test_zero_is_on_the_scale_where_it_is_near(values: list[float], reach: float, *, has_zero: bool) -> None:
    low, high = extent(values, percent=False, reach=reach)
    assert (low <= 0 <= high) is has_zero


def test_a_scale_from_zero_begins_at_zero() -> None:
    assert extent([1, 10], percent=False, reach=4)[0] == 0
    assert extent([-1, -10], percent=False, reach=4)[1] == 0
    assert extent([3, 70], percent=True, reach=4) == (0, 100)


def test_a_value_outside_is_drawn_at_the_edge() -> None:
    scale = Scale(0, 100, 10, 210)
    assert [scale(-5), scale(0), scale(50), scale(100), scale(104)] == [10, 10, 110, 210, 210]


def test_a_scale_of_one_value_has_it_in_the_middle() -> None:
    assert Scale(2025, 2025, 10, 30)(2025) == 20


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_not_drawn(value: float | None) -> None:
    assert finite(value) is None
