from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malstyrning.domain.numbers import LARGEST, decimals_of, parse_number, rounded

DECIMALS = st.integers(0, 6)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=9)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("95", "95"),
        ("95.5", "95.5"),
        ("-2", "-2"),
        ("0", "0"),
        ("007", "7"),
        ("7.355e-05", "0.00007355"),
        ("1E3", "1000"),
        ("999999999999999", "999999999999999"),
        ("-999999999999999.5", "-999999999999999.5"),
    ],
)
def test_a_number_is_read_as_written(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1_000",
        "٣",
        "３",
        "95,5",
        "1 000",
        "1\N{NO-BREAK SPACE}000",
        " 95",
        "95 ",
        "95\n",
        "+1",
        "\N{MINUS SIGN}2",
        ".5",
        "5.",
        "-",
        "--1",
        "1e999999",
        "1e15",
        "1000000000000000",
        "-1000000000000000",
        "9999999999999999999999",
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "0x10",
        "1.2.3",
        "95 %",
        "~100",
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    assert parse_number(text) is None


@given(NUMBERS)
def test_a_written_number_reads_back(number: Decimal) -> None:
    assert parse_number(f"{number:f}") == number


@given(st.text(max_size=12))
def test_no_text_is_read_as_something_that_is_not_a_finite_number(text: str) -> None:
    number = parse_number(text)
    assert number is None or (number.is_finite() and abs(number) < LARGEST)


@given(st.text(alphabet="0123456789.-", max_size=12))
def test_the_plain_forms_mean_what_python_means(text: str) -> None:
    number = parse_number(text)
    if number is not None:
        assert number == Fraction(text)


@pytest.mark.parametrize(("text", "decimals"), [("95", 0), ("95.5", 1), ("95.50", 2), ("1e2", 0), ("1.5e-3", 4)])
def test_decimals_are_those_written(text: str, decimals: int) -> None:
    assert decimals_of(Decimal(text)) == decimals


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("84.95", 1, "85.0"),
        ("84.85", 1, "84.9"),
        ("84.75", 1, "84.8"),
        ("84.949999", 1, "84.9"),
        ("-84.95", 1, "-85.0"),
        ("-0.04", 1, "0.0"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("85", 1, "85.0"),
        ("0", 2, "0.00"),
        ("999999999999999.999999", 6, "999999999999999.999999"),
        ("999999999999999.95", 1, "1000000000000000.0"),
    ],
)
def test_rounding_is_half_away_from_zero(number: str, decimals: int, expected: str) -> None:
    # Compared as text: the decimals that a reader will see are part of the answer, and so is the sign of zero.
    assert str(rounded(Decimal(number), decimals)) == expected


def half_away_from_zero(number: Decimal, decimals: int) -> Fraction:
    """The same rule with integers only."""
    doubled = abs(Fraction(number)) * 10**decimals * 2
    whole = (doubled.numerator // doubled.denominator + 1) // 2
    return Fraction(whole if number >= 0 else -whole, 10**decimals)


@given(NUMBERS, DECIMALS)
def test_rounding_agrees_with_integers(number: Decimal, decimals: int) -> None:
    assert Fraction(rounded(number, decimals)) == half_away_from_zero(number, decimals)


@given(st.integers(-(10**9), 10**9), DECIMALS)
def test_every_tie_goes_away_from_zero(whole: int, decimals: int) -> None:
    tie = (Decimal(whole) + Decimal("0.5")).scaleb(-decimals)
    away = whole + 1 if tie > 0 else whole
    assert rounded(tie, decimals) == Decimal(away).scaleb(-decimals)


@given(NUMBERS, DECIMALS)
def test_the_sign_changes_nothing_else(number: Decimal, decimals: int) -> None:
    assert rounded(-number, decimals) == -rounded(number, decimals)


@given(NUMBERS, DECIMALS)
def test_rounding_twice_changes_nothing(number: Decimal, decimals: int) -> None:
    once = rounded(number, decimals)
    assert str(rounded(once, decimals)) == str(once)
    assert decimals_of(once) == decimals
