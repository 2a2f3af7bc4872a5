"""Each form by itself: an editor takes what the loader takes, but for what YAML's typing hides."""

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from tests.load.json_schema.editor import typed, validator

from malstyrning.diagnostics import INVISIBLE
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
    "percentage": forms.Percentage,
    "weight": forms.Weight,
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
    "count": forms.Count,
    "span": forms.Span,
    "small_number": forms.SmallNumber,
    "format": forms.FormatVersion,
    "unit": UnitValue,
}
READERS = {name: TypeAdapter(kind) for name, kind in KINDS.items()}
EDITORS = {name: validator(form(name, Language.EN)) for name in FORMS}
FORM = pytest.mark.parametrize("name", list(FORMS))

WORDS = ["2022", "2100", "0182", "95.5", "-2", "-0.0", "4.1", "4.1.2", "1,5", "1e3", "true", "yes", "no", "1", "0", "7"]
NUMBERS = ["0.00", "0.05", "05", "99.999", "100.00", "100.01", "1000", "1000.00", "1000.01"]
MORE = [
    "123456",
    "2022-11-15",
    "2022-02-30",
    "2022-13",
    "2022T1",
    "2022H3",
    "2022-03",
    "N15419",
    "V15E144001301",
    "TAR",
]
SIGNS = ["mal", "ett-mal", "Ett mål", "a--b", "a" * 61, " å ", "å\nä", "", " ", "percent", "3fa91c0b7d2e"]
QUOTED = [json.dumps(text) for text in (*WORDS, *NUMBERS, *MORE, *SIGNS)]
TYPED = ["2022", "1899", "0", "-1", "1", "7", "1000", "95.5", "4.1", "-2.5", "1000000000000000", "true", "0.25", "12"]
UNTYPED = ["mal", "2022T1", "2022-11-15", "yes", "N15419", "percent", "TAR601", "level-too-precise", "1,5", "Ett mål"]
NESTED: list[Any] = [None, [], {}, ["a"], {"sv": "a"}, {"sv": "a", "en": "b"}, {"sv": "a", "de": "b"}, {"en": ""}]

# What YAML's typing hides from an editor, or what no pattern says. It counts no decimals of a number.
LAXER = {
    ("number", '"1e20"'),
    ("positive", '"1e20"'),
    ("goal_number", "4.05"),
    ("period", "02022"),
    ("year", "2022.0"),
    ("weight", "0.125"),
}
STRICTER = {("id", "true"), ("organisation_id", "true"), ("text", "null"), ("line", "~")}


def judged(name: str, spelling: str) -> tuple[bool, bool]:
    """Whether an editor and the loader take a scalar, as it is spelled in a file."""
    if spelling.startswith('"'):
        text = json.loads(spelling)
        return EDITORS[name].is_valid(text), reads(name, text)
    return EDITORS[name].is_valid(typed(spelling)), reads(name, unquoted(spelling))


def reads(name: str, value: object) -> bool:
    try:
        READERS[name].validate_python(value)
    except ValidationError:
        return False
    return True


def unquoted(text: str) -> str:
    return UnquotedDigits(text) if text.isascii() and text.isdigit() else text


@FORM
def test_editors_take_the_scalars_that_the_loader_takes(name: str) -> None:
    for spelling in (*QUOTED, *TYPED, *UNTYPED):
        if (name, spelling) in LAXER | STRICTER or (name == "fingerprint" and spelling in TYPED):
            continue
        editor, loader = judged(name, spelling)
        assert editor == loader, spelling


@FORM
def test_editors_take_the_lists_and_mappings_that_the_loader_takes(name: str) -> None:
    for value in NESTED:
        assert EDITORS[name].is_valid(value) == reads(name, value), value


def test_the_known_differences_are_still_there() -> None:
    assert {judged(*one) for one in LAXER} == {(True, False)}
    assert {judged(*one) for one in STRICTER} == {(False, True)}


def test_a_fingerprint_of_digits_may_stand_without_quotes() -> None:
    assert judged("fingerprint", "123456789012") == (True, True)
    assert judged("fingerprint", "1234567890e1") == (True, True)


@FORM
@given(text=st.text(st.characters(codec="utf-8"), max_size=12) | st.from_regex("[0-9A-Za-z.:-]{0,14}", fullmatch=True))
def test_any_quoted_text(name: str, text: str) -> None:
    assume(not INVISIBLE.search(text))  # a finding of layout
    assume(not text.endswith("\n"))  # where Python's $ may stand before it, and an editor's may not
    assume(name not in ("number", "positive") or "e" not in text.lower())
    editor, loader = judged(name, json.dumps(text))
    assert editor == loader


@FORM
@given(number=st.integers(-(10**16), 10**16) | st.integers(-3, 2200))
def test_any_whole_number(name: str, number: int) -> None:
    editor, loader = judged(name, str(number))
    assert editor == loader or name == "fingerprint"
