"""Each form by itself: an editor takes what the loader takes, but for what YAML's typing hides."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from tests.load.json_schema.editor import typed, validator

from malstyrning.language import Language
from malstyrning.load import forms
from malstyrning.load.json_schema.forms import FORMS, form
from malstyrning.load.units import UnitValue
from malstyrning.sources.yaml_nodes import UnquotedDigits

KINDS: dict[str, Any] = {
    "text": forms.TextValue,
    "line": forms.Line,
    "number": forms.Number,
    "positive": forms.Positive,
    "year": forms.Year,
    "date": forms.Day,
    "period": forms.PeriodText,
    "flag": forms.Flag,
    "yes_no": forms.YesNo,
    "decimals": forms.Decimals,
    "lag": forms.Lag,
    "goal_number": forms.GoalNumber,
    "id": forms.Id,
    "organisation_id": forms.OrganisationId,
    "kolada_id": forms.KoladaId,
    "fingerprint": forms.Fingerprint,
    "rule_name": forms.RuleName,
    "small_number": forms.SmallNumber,
    "format": forms.FormatVersion,
    "unit": UnitValue,
}
READERS = {name: TypeAdapter(kind) for name, kind in KINDS.items()}
EDITORS = {name: validator(form(name, Language.EN)) for name in FORMS}
FORM = pytest.mark.parametrize("name", list(FORMS))

TEXTS = ["2022", "2100", "0182", "95.5", "-2", "-0.0", "4.1.2", "4.05", "1,5", "1e3", "1e20", "true", "yes", "no", "1"]
MORE = ["7", "123456", "2022-11-15", "2022-02-30", "2022-13", "2022T1", "2022H3", "2022-03", "N15419", "V15E144001301"]
WORDS = ["mal", "ett-mal", "Ett mål", "a--b", "a" * 61, "å\x01", " å ", "å\nä", "", " ", "percent", "3fa91c0b7d2e", "TAR"]
TYPED = ["2022", "1899", "0", "-1", "1", "7", "1000", "95.5", "4.1", "-2.5", "1000000000000000", "true", "0.25", "12"]
UNTYPED = ["mal", "2022T1", "2022-11-15", "yes", "N15419", "percent", "TAR601", "level-too-precise", "1,5", "Ett mål"]
NESTED: list[Any] = [None, [], {}, ["a"], {"sv": "a"}, {"sv": "a", "en": "b"}, {"sv": "a", "de": "b"}, {"en": ""}]

# What an editor takes and the loader does not, and the other way round: the word, quoted or not.
LAXER = {("number", '"1e20"'), ("positive", '"1e20"'), ("goal_number", "95.05"), ("period", "02022")}
STRICTER = {("id", "true"), ("organisation_id", "true"), ("text", "null"), ("line", "~"), ("year", "2e3")}


def reads(name: str, value: object) -> bool:
    try:
        READERS[name].validate_python(value)
    except ValidationError:
        return False
    return True


def unquoted(text: str) -> str:
    return UnquotedDigits(text) if text.isascii() and text.isdigit() else text


@FORM
def test_quoted_texts(name: str) -> None:
    for text in (*TEXTS, *MORE, *WORDS):
        if (name, f'"{text}"') not in LAXER:
            assert EDITORS[name].is_valid(text) == reads(name, text), text


@FORM
def test_unquoted_words(name: str) -> None:
    for text in (*TYPED, *UNTYPED):
        if (name, text) not in STRICTER:
            assert EDITORS[name].is_valid(typed(text)) == reads(name, unquoted(text)), text


@FORM
def test_no_value_lists_and_mappings(name: str) -> None:
    for value in NESTED:
        assert EDITORS[name].is_valid(value) == reads(name, value), value


def test_the_known_differences_are_still_there() -> None:
    for name, text in LAXER - {("number", '"1e20"'), ("positive", '"1e20"')}:
        assert EDITORS[name].is_valid(typed(text)), text
        assert not reads(name, unquoted(text)), text
    for name in ("number", "positive"):
        assert EDITORS[name].is_valid("1e20")
        assert not reads(name, "1e20")
    for name, text in STRICTER - {("year", "2e3")}:
        assert not EDITORS[name].is_valid(typed(text)), text
        assert reads(name, text), text


@FORM
@given(text=st.text(st.characters(codec="utf-8"), max_size=12) | st.from_regex("[0-9A-Za-z.:-]{0,14}", fullmatch=True))
def test_any_quoted_text(name: str, text: str) -> None:
    if name in ("number", "positive") and "e" in text.lower():
        return
    assert EDITORS[name].is_valid(text) == reads(name, text)


@FORM
@given(number=st.integers(-(10**16), 10**16) | st.integers(-3, 2200))
def test_any_whole_number(name: str, number: int) -> None:
    assert EDITORS[name].is_valid(number) == reads(name, unquoted(str(number)))
