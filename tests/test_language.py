from datetime import date
from decimal import Decimal

import pytest

from malstyrning.language import Language, Text, format_date, format_number, plural, without_facts

SV, EN = Language.SV, Language.EN
SPACE, MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("text", "sv", "en"),
    [
        (Text("mål", "goal"), "mål", "goal"),
        (Text(sv="mål"), "mål", "mål"),
        (Text(en="goal"), "goal", "goal"),
        (Text(), "", ""),
    ],
)
def test_a_missing_language_is_lent_by_the_other(text: Text, sv: str, en: str) -> None:
    assert (text[SV], text[EN]) == (sv, en)


def test_a_pattern_is_filled_in_each_language() -> None:
    pattern = Text("{what} saknas", "{what} is missing")
    assert pattern.filled({"what": Text("Målet", "The goal")}) == Text("Målet saknas", "The goal is missing")


def test_a_pattern_without_facts_shows_the_braces_that_a_reader_is_to_write() -> None:
    pattern = Text("skriv {key}: {{kind: {kind}}}", "write {key}: {{kind: {kind}}}")
    assert without_facts(pattern) == Text("skriv …: {kind: …}", "write …: {kind: …}")


def test_a_fact_is_never_read_as_a_pattern() -> None:
    assert Text("{what}", "{what}").filled({"what": "{__class__} {0}"}) == Text("{__class__} {0}", "{__class__} {0}")


@pytest.mark.parametrize(
    ("number", "sv", "en"),
    [
        ("84.9", "84,9", "84.9"),
        ("85.0", "85,0", "85.0"),
        ("0", "0", "0"),
        ("-2.5", f"{MINUS}2,5", f"{MINUS}2.5"),
        ("1234", f"1{SPACE}234", "1,234"),
        ("1234567.25", f"1{SPACE}234{SPACE}567,25", "1,234,567.25"),
        ("0.000001", "0,000001", "0.000001"),
        ("999999999999999.999999", f"999{SPACE}999{SPACE}999{SPACE}999{SPACE}999,999999", "999,999,999,999,999.999999"),
    ],
)
def test_numbers_are_written_as_each_language_does(number: str, sv: str, en: str) -> None:
    assert (format_number(Decimal(number), SV), format_number(Decimal(number), EN)) == (sv, en)


@pytest.mark.parametrize(("number", "written"), [("2.5", "+2,5"), ("0.0", "0,0"), ("-2.5", f"{MINUS}2,5")])
def test_a_difference_has_its_sign(number: str, written: str) -> None:
    assert format_number(Decimal(number), SV, signed=True) == written


def test_dates_are_written_in_full() -> None:
    assert format_date(date(2022, 12, 1), SV) == "1 december 2022"
    assert format_date(date(2022, 5, 31), EN) == "31 May 2022"


@pytest.mark.parametrize(
    ("count", "sv", "en"), [(0, "0 rader", "0 rows"), (1, "1 rad", "1 row"), (2, "2 rader", "2 rows")]
)
def test_one_and_many(count: int, sv: str, en: str) -> None:
    text = plural(count, Text("{n} rad", "{n} row"), Text("{n} rader", "{n} rows"))
    assert text == Text(sv, en)
