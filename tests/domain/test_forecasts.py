"""A forecast rests on how much a series varies by itself, and says what can't be said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malstyrning.domain.forecasts import (
    FEWEST_TESTED,
    Bounds,
    Coverage,
    Interval,
    LevelPosition,
    NoForecast,
    against,
    backtest,
    interval,
)
from malstyrning.domain.targets import AtLeast, AtMost, Between, Criterion
from malstyrning.domain.variation import wilson


def series(first: int, *values: str | float | None) -> dict[int, Decimal]:
    return {first + index: Decimal(str(value)) for index, value in enumerate(values) if value is not None}


# Moving ranges 1, 2, 1, 2, 1, 2, 1: their mean is 10/7 = 1.428…; 1.8 of them are 2.571…
KNOWN = series(2014, 80, 81, 79, 80, 78, 79, 77, 78)


@pytest.mark.parametrize(
    ("values", "last", "ahead", "decimals", "ends"),
    [
        pytest.param(KNOWN, 2021, 1, 1, ("75.4", "80.6"), id="one year ahead"),
        pytest.param(KNOWN, 2021, 2, 1, ("74.4", "81.6"), id="two years: times the root of two"),
        pytest.param(KNOWN, 2021, 3, 1, ("73.5", "82.5"), id="three years"),
        pytest.param(KNOWN, 2021, 1, 0, ("75", "81"), id="rounded to the KPI's decimals"),
        pytest.param({**KNOWN, 2022: Decimal(99)}, 2021, 1, 1, ("75.4", "80.6"), id="what comes after is not known"),
        pytest.param({**KNOWN, 2000: Decimal(1)}, 2021, 1, 1, ("75.4", "80.6"), id="what is long ago is left out"),
        pytest.param(
            series(2012, 80, 81, None, None, 79, 80, 78, 79, 77, 78), 2021, 1, 1, ("75.6", "80.4"), id="a gap"
        ),
        pytest.param({year: -value for year, value in KNOWN.items()}, 2021, 1, 1, ("-80.6", "-75.4"), id="negative"),
    ],
)
def test_the_interval_is_the_last_value_and_what_the_series_varies(
    values: dict[int, Decimal], last: int, ahead: int, decimals: int, ends: tuple[str, str]
) -> None:
    found = interval(values, last, ahead, decimals)
    assert isinstance(found, Interval)
    assert (found.lower, found.upper) == tuple(map(Decimal, ends))
    assert (found.value, found.last, found.ahead) == (values[last], last, ahead)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (series(2015, 81, 79, 80, 78, 79, 77, 78), NoForecast.TOO_FEW_VALUES),
        (series(2010, 80, 81, 79, 80, None, None, None, None, 78, 79, 77, 78), NoForecast.TOO_FEW_VALUES),
        (series(2014, *[80] * 8), NoForecast.CONSTANT),
    ],
)
def test_too_few_values_and_a_series_that_never_varied_give_none(values: dict[int, Decimal], why: NoForecast) -> None:
    assert interval(values, 2021, 1, 1) is why


@pytest.mark.parametrize(
    ("bounds", "ends"),
    [
        (Bounds(Decimal(76), None), ("76", "80.6")),
        (Bounds(Decimal(0), Decimal(80)), ("75.4", "80")),
        (Bounds(None, Decimal(80)), ("75.4", "80")),
    ],
)
def test_it_stays_within_the_bounds_of_the_kpi(bounds: Bounds, ends: tuple[str, str]) -> None:
    found = interval(KNOWN, 2021, 1, 1, bounds)
    assert isinstance(found, Interval)
    assert (found.lower, found.upper) == tuple(map(Decimal, ends))


@given(st.lists(st.integers(0, 1000), min_size=10, max_size=10), st.integers(1, 3))
def test_it_holds_the_last_value_and_grows_with_the_years(values: list[int], ahead: int) -> None:
    known = series(2012, *values)
    found = interval(known, 2021, ahead, 0)
    if isinstance(found, Interval):
        assert known[2021] in found
        nearer = interval(known, 2021, 1, 0)
        assert isinstance(nearer, Interval)
        assert found.lower <= nearer.lower <= nearer.upper <= found.upper
    else:
        assert found is NoForecast.CONSTANT


def test_the_backtest_counts_every_year_that_could_have_been_forecast() -> None:
    inside, outside = {**KNOWN, 2022: Decimal("80.6")}, {**KNOWN, 2022: Decimal("80.7")}
    others = {"a": inside, "b": outside, "c": KNOWN, "d": series(2014, *[80] * 9), "e": {**inside, 2024: Decimal(0)}}
    assert backtest(others, 1, 1) == Coverage(2, 3, 3, 2022, 2022)
    assert backtest({"e": others["e"]}, 2, 1) == Coverage(0, 1, 1, 2024, 2024)
    assert backtest({}, 1, 1) == Coverage()


@pytest.mark.parametrize(
    ("inside", "tested", "why"),
    [
        (0, 0, NoForecast.TOO_FEW_TESTED),
        (40, FEWEST_TESTED - 1, NoForecast.TOO_FEW_TESTED),
        (40, FEWEST_TESTED, None),
        (70, 100, None),
        (699, 1000, NoForecast.COVERS_TOO_LITTLE),
        (90, 100, None),
        (901, 1000, NoForecast.COVERS_TOO_MUCH),
    ],
)
def test_only_a_rule_that_has_held_as_it_is_meant_to_is_shown(inside: int, tested: int, why: NoForecast | None) -> None:
    assert Coverage(inside, tested).why_not is why


@pytest.mark.parametrize(
    ("limits", "where"),
    [
        (AtLeast(Decimal("75.4")), LevelPosition.INSIDE),
        (AtLeast(Decimal("75.3")), LevelPosition.BELOW),
        (AtMost(Decimal("80.6")), LevelPosition.INSIDE),
        (AtMost(Decimal("80.7")), LevelPosition.ABOVE),
        (Between(Decimal(70), Decimal(90)), LevelPosition.AROUND),
        (Between(Decimal(76), Decimal(90)), LevelPosition.INSIDE),
        (Between(Decimal(81), Decimal(90)), LevelPosition.ABOVE),
        (Between(Decimal(60), Decimal(75)), LevelPosition.BELOW),
    ],
)
def test_where_a_level_lies_beside_it(limits: Criterion, where: LevelPosition) -> None:
    found = interval(KNOWN, 2021, 1, 1)
    assert isinstance(found, Interval)
    assert against(limits, found) is where


@pytest.mark.parametrize(
    ("share", "n", "lower", "upper"),  # from the formula, as published tables have it
    [
        ("50", "100", "40.4", "59.6"),
        ("0", "10", "0.0", "27.8"),
        ("100", "10", "72.2", "100.0"),
        ("81", "1000", "78.5", "83.3"),
    ],
)
def test_the_margin_of_a_share(share: str, n: str, lower: str, upper: str) -> None:
    found = wilson(Decimal(share), Decimal(n))
    assert [f"{one:.1f}" for one in found] == [lower, upper]
