"""From the schema's errors to findings: each with the place of the value, what it is and what was expected."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from malstyrning.diagnostics import Diagnostic, Edit, Span
from malstyrning.domain.ids import MOST_SOUGHT, nearest
from malstyrning.domain.numbers import parse_number
from malstyrning.language import Language, Text, same
from malstyrning.load.forms import EXPECTED, UNQUOTED, number_form, with_point
from malstyrning.load.schema import Steps, choices_of, expected_of, keys_of, required_keys_of, type_at
from malstyrning.load.schema_findings import (
    BAD_ID,
    MISSING_KEY,
    NO_VALUE,
    UNKNOWN_CHOICE,
    UNKNOWN_KEY,
    UNQUOTED_ID,
    WRONG_FORM,
)
from malstyrning.sources.yaml_nodes import Document, UnquotedDigits

_KEY = "[key]"  # pydantic's step for "the key itself, not its value"
_LONGEST_SHOWN = 40
_QUOTE_THE_TEXT = Text(
    "sätt citattecken runt texten före, om kommat hör till den",
    "put quotes around the text before, if the comma belongs to it",
)
_OR_YOUR_OWN = Text(
    "{choices}, eller skriv en egen: {{sv: kWh, en: kWh}}", "{choices}, or write your own: {{sv: kWh, en: kWh}}"
)


def problems(document: Document, at: Steps, model: type[BaseModel], error: ValidationError) -> Iterator[Diagnostic]:
    """One finding for each error of a model that was read from `document` at `at`."""
    for number, detail in enumerate(error.errors(include_url=False)):
        mistake = _Mistake(document, at, model, detail, is_among_first=number < MOST_SOUGHT)
        tell = _TOLD_BY.get(mistake.kind, _wrong_form)
        if mistake.value is None and mistake.kind not in _WITHOUT_VALUE:
            tell = _no_value
        yield tell(mistake)
        if tell is _missing_kind:
            yield from _missing_beside_kind(mistake)


def without_keys(path: str, model: type[BaseModel]) -> Iterator[Diagnostic]:
    """One finding for each key that a file has to have and lacks, since it holds nothing."""
    for key in required_keys_of(model):
        yield Diagnostic(MISSING_KEY, Span(path), {"key": key, "expected": expected_of(type_at(model, (key,)))})


def shown(value: object) -> str:
    """A value as a finding shows it: on one line, and never long."""
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def unknown_key(document: Document, steps: Steps, known: list[str], *, seek: bool = True) -> Diagnostic:
    """The finding for a key that the schema lacks, with the key that was probably meant where we `seek` it."""
    key = str(steps[-1])
    facts = {"key": shown(key), "known": ", ".join(known)}
    return Diagnostic(UNKNOWN_KEY, document.key_span(*steps), facts, cure=_did_you_mean(key, known) if seek else None)


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One of pydantic's errors, and the object that it is about."""

    document: Document
    at: Steps
    model: type[BaseModel]
    detail: ErrorDetails
    is_among_first: bool

    @property
    def kind(self) -> str:
        return self.detail["type"]

    @property
    def value(self) -> Any:  # noqa: ANN401 - whatever the file holds
        return self.detail["input"]

    @property
    def is_key(self) -> bool:
        return self.detail["loc"][-1:] == (_KEY,)

    @property
    def loc(self) -> Steps:
        return self.detail["loc"][:-1] if self.is_key else self.detail["loc"]

    @property
    def key(self) -> str:
        """The key whose value it is, also for an item of a list."""
        return str(next(step for step in reversed((*self.at, *self.loc)) if isinstance(step, str)))

    @property
    def type(self) -> Any:  # noqa: ANN401 - types are written in many ways
        """What the schema wants here."""
        if self.is_key:
            return get_args(type_at(self.model, self.loc[:-1]))[0]
        return type_at(self.model, self.loc)

    @property
    def place(self) -> Span:
        find = self.document.key_span if self.is_key else self.document.span
        return find(*self.at, *self.loc)

    @property
    def key_place(self) -> Span:
        return self.document.key_span(*self.at, *self.loc)


def unquoted_id(place: Span, found: str) -> Diagnostic:
    """The finding for an id of digits that stands without quotes."""
    return Diagnostic(UNQUOTED_ID, place, {"found": found}, edits=(Edit(place, f'"{found}"'),))


def _unquoted(mistake: _Mistake) -> Diagnostic:
    parted = _parted_number(mistake) if mistake.is_key else None
    return parted or unquoted_id(mistake.place, mistake.value)


def _bad_id(mistake: _Mistake) -> Diagnostic:
    if not isinstance(mistake.value, str):
        return _wrong_form(mistake)
    facts: dict[str, str | Text] = {"found": shown(mistake.value), "expected": EXPECTED[mistake.kind]}
    return Diagnostic(BAD_ID, mistake.place, facts)


def _extra(mistake: _Mistake) -> Diagnostic:
    if parted := _parted_number(mistake):
        return parted
    known = keys_of(type_at(mistake.model, mistake.loc[:-1]))
    if mistake.value is None and mistake.is_among_first and _comes_after_a_text(mistake):
        facts = {"key": shown(mistake.key), "known": ", ".join(known)}
        return Diagnostic(UNKNOWN_KEY, mistake.key_place, facts, cure=_QUOTE_THE_TEXT)
    return unknown_key(mistake.document, (*mistake.at, *mistake.loc), known, seek=mistake.is_among_first)


def _holder(mistake: _Mistake) -> Any:  # noqa: ANN401 - whatever the file holds
    """What the mistaken key stands in."""
    holder: Any = mistake.document.data
    step: Any
    for step in (*mistake.at, *mistake.loc[:-1]):
        if isinstance(holder, list) or step in holder:  # the tag of a union is a step of pydantic's own
            holder = holder[step]
    return holder


def _comes_after_a_text(mistake: _Mistake) -> bool:
    """Tell whether what seems a key is the rest of a text that a comma between braces has cut: `{text: a, b}`."""
    holder = _holder(mistake)
    keys = [*holder]
    index = keys.index(mistake.loc[-1])
    if not index or not isinstance(holder[keys[index - 1]], str):
        return False
    before = mistake.document.span(*mistake.at, *mistake.loc[:-1], keys[index - 1])
    return before.end_line == mistake.key_place.line


def _parted_number(mistake: _Mistake) -> Diagnostic | None:
    """The finding where `{level: 95,5}` was read as a level of 95 and a key 5, if it was."""
    place, at = mistake.key_place, (*mistake.at, *mistake.loc[:-1])
    holder = _holder(mistake)
    if holder[mistake.loc[-1]] is not None:
        return None
    keys = [*holder]
    index = keys.index(mistake.loc[-1])
    key, before = keys[index], keys[index - 1]
    numbers = [isinstance(one, UnquotedDigits) and holder[one] is None for one in keys[index : index + 2]]
    if not index or not numbers[0] or numbers[1:] == [True]:  # two commas are no decimal comma
        return None
    if not _wants_number(mistake, before):
        return None
    whole = mistake.document.span(*at, before)
    if not isinstance(holder[before], str) or (whole.line, whole.end_column + 1) != (place.line, place.column):
        return None
    both = Span(whole.path, whole.line, whole.column, whole.line, place.end_column)
    return _comma(before, f"{holder[before]},{key}", both)


def _wants_number(mistake: _Mistake, key: str) -> bool:
    """Tell whether a key beside the mistaken one is to have a number."""
    try:
        kind = type_at(mistake.model, (*mistake.loc[:-1], key))
    except KeyError:  # a key that is not there either
        return False
    return expected_of(kind) in (EXPECTED[one] for one in _NUMBERS)


def _comma(key: str, found: str, place: Span) -> Diagnostic:
    """The finding for a number with a comma, mended where it can only begin the decimals."""
    facts: dict[str, str | Text] = {"key": key, "found": shown(found), "expected": number_form(found)}
    mended = with_point(found)
    return Diagnostic(WRONG_FORM, place, facts, edits=(Edit(place, mended),) if mended else ())


def _missing(mistake: _Mistake) -> Diagnostic:
    holder = mistake.document.key_span(*mistake.at, *mistake.loc[:-1])
    return Diagnostic(MISSING_KEY, holder, {"key": mistake.key, "expected": expected_of(mistake.type)})


def _missing_kind(mistake: _Mistake) -> Diagnostic:
    if not isinstance(mistake.value, Mapping):
        return _wrong_form(mistake)
    choices = same(", ".join(choices_of(mistake.type)))
    return Diagnostic(MISSING_KEY, mistake.key_place, {"key": "kind", "expected": choices})


def _no_object(mistake: _Mistake) -> Diagnostic:
    """What stands where keys with values should; perhaps the kind that is one of them."""
    if mistake.value not in choices_of(mistake.type):
        return _wrong_form(mistake)
    expected = same(f"{{kind: {mistake.value}}}")
    facts: dict[str, str | Text] = {"key": mistake.key, "found": mistake.value, "expected": expected}
    return Diagnostic(WRONG_FORM, mistake.place, facts)


def _missing_beside_kind(mistake: _Mistake) -> Iterator[Diagnostic]:
    """The other keys that are missing, whatever the kind is."""
    if isinstance(mistake.value, Mapping):
        for key in required_keys_of(mistake.type):
            if key not in mistake.value and key != "kind":
                expected = expected_of(type_at(mistake.type, (key,)))
                yield Diagnostic(MISSING_KEY, mistake.key_place, {"key": key, "expected": expected})


def _no_value(mistake: _Mistake) -> Diagnostic:
    expected = expected_of(mistake.type)
    facts: dict[str, str | Text] = {"key": mistake.key, "expected": expected}
    required = mistake.loc[-1] in required_keys_of(type_at(mistake.model, mistake.loc[:-1]))
    cure = Text("skriv {expected}", "write {expected}").filled(facts) if required else None
    return Diagnostic(NO_VALUE, mistake.key_place, facts, cure=cure)


def _wrong_choice(mistake: _Mistake) -> Diagnostic:
    known = choices_of(mistake.type)
    if mistake.is_key:
        return unknown_key(mistake.document, (*mistake.at, *mistake.loc), known, seek=mistake.is_among_first)
    return _unknown_choice(mistake, mistake.key, mistake.value, mistake.place)


def _wrong_kind(mistake: _Mistake) -> Diagnostic:
    place = mistake.document.span(*mistake.at, *mistake.loc, "kind")
    kind = mistake.value["kind"]
    if kind is None:
        choices = same(", ".join(choices_of(mistake.type)))
        return Diagnostic(NO_VALUE, place, {"key": "kind", "expected": choices})
    return _unknown_choice(mistake, "kind", kind, place)


def _unknown_choice(mistake: _Mistake, key: str, value: object, place: Span) -> Diagnostic:
    known = choices_of(mistake.type)
    choices = same(", ".join(known))
    if mistake.kind == "unit":
        choices = _OR_YOUR_OWN.filled({"choices": choices})
    facts: dict[str, str | Text] = {"key": key, "found": shown(value), "choices": choices}
    cure = _did_you_mean(value, known) if isinstance(value, str) else None
    return Diagnostic(UNKNOWN_CHOICE, place, facts, cure=cure)


def _wrong_text(mistake: _Mistake) -> Diagnostic:
    """A text that is none, or the language of it that is."""
    languages = [*Language]
    for key, text in mistake.value.items() if isinstance(mistake.value, Mapping) else ():
        at = (*mistake.at, *mistake.loc, key)
        if key not in languages:
            return unknown_key(mistake.document, at, languages)
        if not isinstance(text, str) or not text.strip():
            facts: dict[str, str | Text] = {"key": key, "found": shown(text), "expected": EXPECTED["line"]}
            return Diagnostic(WRONG_FORM, mistake.document.span(*at), facts)
    return _wrong_form(mistake)


def _wrong_form(mistake: _Mistake) -> Diagnostic:
    if mistake.kind in _NUMBERS and isinstance(mistake.value, str) and parse_number(mistake.value) is None:
        return _comma(mistake.key, mistake.value, mistake.place)
    expected = EXPECTED.get(mistake.kind) or expected_of(mistake.type)
    facts: dict[str, str | Text] = {"key": mistake.key, "found": shown(mistake.value), "expected": expected}
    return Diagnostic(WRONG_FORM, mistake.place, facts)


# What tells each kind of error that pydantic or a form makes; every other is of the wrong form.
_TOLD_BY: dict[str, Callable[[_Mistake], Diagnostic]] = {
    UNQUOTED: _unquoted,
    "id": _bad_id,
    "organisation_id": _bad_id,
    "extra_forbidden": _extra,
    "missing": _missing,
    "union_tag_not_found": _missing_kind,
    "union_tag_invalid": _wrong_kind,
    "model_attributes_type": _no_object,
    "too_short": _no_value,
    "text": _wrong_text,
    "enum": _wrong_choice,
    "unit": _wrong_choice,
}
_WITHOUT_VALUE = ("extra_forbidden",)
_NUMBERS = ("number", "positive", "percentage", "weight")


def _did_you_mean(word: str, known: list[str]) -> Text | None:
    meant = nearest(word, known)
    return Text(f"menade du {meant}?", f"did you mean {meant}?") if meant else None
