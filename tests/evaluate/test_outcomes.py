from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from tests.evaluate.examples import KPI, measurement

from malstyrning.domain.outcomes import Measurement, Missing
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.words import Gender
from malstyrning.evaluate.outcomes import Measured, by_kpi, decided_period, outcome, series

ALL, WOMEN, MEN = Gender
YEAR = Period(2022)


def of_kpi(rows: Iterable[Measurement]) -> Measured:
    """The measurements of the KPI that all are about."""
    return by_kpi(rows).get(KPI.id, {})


def test_all_is_asked_for_whatever_the_order_of_the_rows() -> None:
    rows = (measurement("1", gender=WOMEN), measurement("2", gender=ALL), measurement("3", gender=MEN))
    for order in permutations(rows):
        measured = of_kpi(order)
        assert outcome(KPI, YEAR, ALL, measured).value == 2
        assert outcome(KPI, YEAR, WOMEN, measured).value == 1


def test_another_gender_is_never_used_in_the_place_of_all() -> None:
    measured = of_kpi([measurement("1", gender=WOMEN), measurement("3", gender=MEN)])
    found = outcome(KPI, YEAR, ALL, measured)
    assert (found.value, found.measurement, found.missing, found.only_by_gender) == (None, None, None, True)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="no row"),
        pytest.param([measurement(None, gender=WOMEN, missing=Missing.NO_DATA)], id="women's is missing too"),
        pytest.param([measurement("1", 2021, WOMEN)], id="another year"),
        pytest.param([measurement("2"), measurement("1", gender=WOMEN)], id="there is one for all"),
        pytest.param(
            [measurement(None, missing=Missing.NO_DATA), measurement("1", gender=MEN)], id="a reason of its own"
        ),
    ],
)
def test_only_by_gender_is_told_only_where_it_is_so(rows: list[Measurement]) -> None:
    assert not outcome(KPI, YEAR, ALL, of_kpi(rows)).only_by_gender
    assert not outcome(KPI, YEAR, WOMEN, of_kpi(rows)).only_by_gender


def test_a_preliminary_value_says_so() -> None:
    found = [outcome(KPI, YEAR, ALL, of_kpi([replace(measurement("1"), preliminary=one)])) for one in (True, False)]
    assert [one.preliminary for one in found] == [True, False]
    assert not outcome(KPI, YEAR, ALL, {}).preliminary


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (measurement("1", 2021), "another year"),
        (measurement("1", kpi="annat"), "another KPI"),
        (replace(measurement("1"), period=Period(2022, "M", 12)), "a month"),
    ],
    ids=str,
)
def test_nothing_else_is_used_in_its_place(other: Measurement, why: str) -> None:
    assert outcome(KPI, YEAR, ALL, of_kpi([other])).value is None, why


@pytest.mark.parametrize(
    ("decimals", "value", "expected"),
    [(1, "84.95", "85.0"), (0, "84.5", "85"), (2, "84.95", "84.95"), (1, "-84.95", "-85.0"), (1, "85", "85.0")],
)
def test_an_outcome_has_the_decimals_of_its_kpi(decimals: int, value: str, expected: str) -> None:
    found = outcome(replace(KPI, decimals=decimals), YEAR, ALL, of_kpi([measurement(value)]))
    assert str(found.value) == expected
    assert found.measurement is not None
    assert found.measurement.value == Decimal(value)  # what was measured is kept


def test_a_missing_value_keeps_its_reason() -> None:
    found = outcome(KPI, YEAR, ALL, of_kpi([measurement(None, missing=Missing.SUPPRESSED)]))
    assert (found.value, found.missing) == (None, Missing.SUPPRESSED)


@pytest.mark.parametrize(("lag", "year"), [(0, 2022), (1, 2021), (2, 2020)])
def test_the_lag_says_which_years_value_is_judged(lag: int, year: int) -> None:
    assert decided_period(replace(KPI, lag=lag), Occasion(YEAR)) == Period(year)


def test_a_series_is_what_was_measured_of_the_same_kind_up_to_the_year() -> None:
    rows = [
        measurement("3", 2022),
        measurement("9", 2023),
        measurement("1.25", 2019),
        measurement("8", 2021, WOMEN),
        measurement("7", 2021, kpi="annat"),
        replace(measurement("6", 2021), period=Period(2021, "T", 1)),
        measurement(None, 2020, missing=Missing.NO_DATA),
    ]
    found = series(KPI, YEAR, of_kpi(rows))
    assert [(one.period.year, one.value) for one in found] == [
        (2019, Decimal("1.3")),
        (2020, None),
        (2022, Decimal("3.0")),
    ]
    assert series(KPI, YEAR, of_kpi(reversed(rows))) == found


def test_measurements_are_divided_by_kpi_once() -> None:
    rows = [measurement("1", 2021), measurement("2", kpi="annat"), measurement("3", 2022)]
    assert by_kpi(rows) == {
        "kpi": {(Period(2021), ALL): rows[0], (YEAR, ALL): rows[2]},
        "annat": {(YEAR, ALL): rows[1]},
    }


def test_a_series_of_tertials_holds_the_same_tertial() -> None:
    rows = [
        replace(measurement(str(year + part), year), period=Period(year, "T", part))
        for year in (2020, 2021)
        for part in (1, 2, 3)
    ]
    found = series(KPI, Period(2021, "T", 2), of_kpi(rows))
    assert [str(one.period) for one in found] == ["2020T2", "2021T2"]
