"""Panels: the others' values of several years, whatever the engine and the order of the rows."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.evaluate.comparisons import OWN, joined, judged, table
from tests.evaluate.engines import ENGINES
from tests.evaluate.examples import KPI

from malstyrning.domain.outcomes import ComparisonTable
from malstyrning.domain.panels import Panel
from malstyrning.domain.periods import Period
from malstyrning.evaluate.panels import Wanted, panels

YEARS = (Period(2020), Period(2022))
OWN_SERIES = (judged(KPI, 80, Period(2020)), judged(KPI, 81, Period(2021)), judged(KPI, None, Period(2022)))
ROWS = joined(
    table({"0002": 84.95, "0001": 84.949, OWN: 70, "0003": -0.05}, period="2020"),
    table({"0002": 90, "0001": None, "0009": 50}, period="2022"),
    table({"0002": 1}, period="2021"),
    table({"0002": 2}, period="2022", gender="K"),
    table({"0002": 3}, period="2022", kpi="another"),
)


@pytest.mark.parametrize("name", ENGINES)
def test_a_panel_holds_the_members_values_of_the_years_that_are_asked_for(name: str) -> None:
    whole = replace(KPI, id="another", decimals=0)
    asked = [
        Wanted(KPI, OWN_SERIES, YEARS, ("0003", "0002", "0001", OWN, "0008")),
        Wanted(whole, (), (Period(2022),), ("0002",)),
        Wanted(KPI, OWN_SERIES, (), ("0002",)),
    ]
    first, second, third = panels(asked, ROWS, OWN, ENGINES[name])
    assert first.own == {2020: Decimal("80.0")}
    assert first.others == {
        "0001": {2020: Decimal("84.9")},
        "0002": {2020: Decimal("85.0"), 2022: Decimal("90.0")},
        "0003": {2020: Decimal("-0.1")},
    }
    assert [*first.others] == ["0001", "0002", "0003"]
    assert str(first.others["0002"][2022]) == "90.0"
    assert second.others == {"0002": {2022: Decimal(3)}}
    assert (third.own, third.others) == ({}, {})


def test_changes_are_those_of_whom_both_years_are_known() -> None:
    (panel,) = panels([Wanted(KPI, OWN_SERIES, YEARS, ("0001", "0002"))], ROWS, OWN)
    assert panel.changes(2020, 2022) == {"0002": Decimal("5.0")}
    assert panel.own_change(2020, 2022) is None
    assert Panel({2020: Decimal(1), 2022: Decimal(3)}, {}).own_change(2020, 2022) == Decimal(2)


@pytest.mark.parametrize("wanted", [[], [Wanted(KPI, (), (), ())]])
def test_nothing_is_asked_of_the_engine_where_no_year_is_wanted(wanted: list[Wanted]) -> None:
    assert [one.others for one in panels(wanted, ComparisonTable(), OWN)] == [{} for _ in wanted]
