from datetime import date
from decimal import Decimal

import pytest

from malstyrning.domain.targets import AtLeast, AtMost, Between
from malstyrning.language import Language
from malstyrning.load.units import UNITS
from malstyrning.report.writer import Writer, with_decimals

SV, EN = Writer(Language.SV), Writer(Language.EN)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("number", "swedish", "english"),
    [
        ("84.85", "84,85", "84.85"),
        ("84.90", "84,90", "84.90"),
        ("-3.2", "−3,2", "−3.2"),
        ("1234567", f"1{NBSP}234{NBSP}567", "1,234,567"),
        ("0", "0", "0"),
        ("0.00", "0,00", "0.00"),
    ],
)
def test_a_number_is_written_with_the_decimals_it_has(number: str, swedish: str, english: str) -> None:
    assert SV.number(Decimal(number)) == swedish
    assert EN.number(Decimal(number)) == english


def test_a_unit_follows_its_language() -> None:
    assert SV.value(Decimal("91.2"), UNITS["percent"]) == f"91,2{NBSP}%"
    assert EN.value(Decimal("91.2"), UNITS["percent"]) == "91.2%"
    assert SV.value(Decimal(75), UNITS["index"]) == "75"


def test_a_difference_between_shares_is_in_percentage_points() -> None:
    assert SV.difference(Decimal("-0.3"), UNITS["percent"]) == f"−0,3{NBSP}procentenheter"
    assert EN.difference(Decimal("0.3"), UNITS["percent"]) == f"+0.3{NBSP}percentage{NBSP}points"


@pytest.mark.parametrize(
    ("criterion", "told", "limits"),
    [
        (AtLeast(Decimal(95)), f"minst 95,0{NBSP}%", f"≥{NBSP}95,0"),
        (AtMost(Decimal(5)), f"högst 5,0{NBSP}%", f"≤{NBSP}5,0"),
        (Between(Decimal(1), Decimal(2)), f"1,0 till 2,0{NBSP}%", "1,0–2,0"),
    ],
    ids=["at least", "at most", "between"],
)
def test_a_level_has_the_decimals_of_its_kpi(criterion: AtLeast | AtMost | Between, told: str, limits: str) -> None:
    level = with_decimals(criterion, 1)
    assert SV.level(level, UNITS["percent"]) == told
    assert SV.limits(level) == limits


def test_money_is_in_millions_with_one_decimal() -> None:
    assert SV.money(Decimal(3_192_049)) == f"3{NBSP}192,0"
    assert SV.money(Decimal(-350), signed=True) == "−0,4"
    assert SV.money(Decimal(40), signed=True) == "0,0"


def test_dates_are_written_in_full() -> None:
    assert SV.date(date(2022, 12, 31)) == "31 december 2022"
    assert EN.date(date(2022, 12, 31)) == "31 December 2022"
