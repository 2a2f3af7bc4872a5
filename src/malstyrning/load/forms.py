"""The forms a value may have in a goal file: text in, one type out, or the form that was expected.

A form's name is its pydantic error type, so that a finding can say in both languages what was expected.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import NoneType
from typing import Annotated, Any, TypeVar, cast, get_args

from pydantic import BeforeValidator, GetCoreSchemaHandler, ValidationInfo, WrapValidator
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import (
    custom_error_schema,
    is_instance_schema,
    no_info_after_validator_function,
    no_info_plain_validator_function,
    with_info_plain_validator_function,
)

from malstyrning.domain.ids import is_fingerprint, is_id, is_kolada_id, is_organisation_id, is_rule_name
from malstyrning.domain.numbers import decimals_of, parse_number
from malstyrning.domain.periods import Period, parse_date, parse_period
from malstyrning.language import Language, Text
from malstyrning.sources.yaml_nodes import UnquotedDigits

EXPECTED: dict[str, Text] = {
    "text": Text("en text, eller {sv: …, en: …}", "a text, or {sv: …, en: …}"),
    "comma": Text(
        "citattecken runt en text som har ett komma: {sv: 'a, b', en: …}",
        "quotes around a text that has a comma: {sv: 'a, b', en: …}",
    ),
    "colon": Text(
        "citattecken runt en text som har ett kolon: 'Mål: bättre'",
        "quotes around a text that has a colon: 'Goal: better'",
    ),
    "line": Text("en text på en rad", "a text on one line"),
    "number": Text(
        "ett tal med decimalpunkt och utan mellanslag, till exempel 95.5",
        "a number with a decimal point and no spaces, such as 95.5",
    ),
    "zero": Text("talet utan nolla först", "the number without a zero first"),
    "positive": Text("ett tal som är noll eller större", "a number that is zero or more"),
    "percentage": Text(
        "en andel i procent, större än 0 och högst 100, med högst två decimaler",
        "a share in per cent, more than 0 and at most 100, with at most two decimals",
    ),
    "weight": Text(
        "ett tal större än 0 och högst 1000, med högst två decimaler",
        "a number more than 0 and at most 1000, with at most two decimals",
    ),
    "year": Text("ett år, till exempel 2022", "a year, such as 2022"),
    "date": Text("ett datum, till exempel 2022-11-15", "a date, such as 2022-11-15"),
    "period": Text(
        "en period: 2022, 2022H1, 2022Q1, 2022T1 eller 2022-03",
        "a period: 2022, 2022H1, 2022Q1, 2022T1 or 2022-03",
    ),
    "flag": Text("true eller false", "true or false"),
    "yes_no": Text("yes eller no", "yes or no"),
    "decimals": Text("ett heltal från 0 till 6", "a whole number from 0 to 6"),
    "lag": Text("0, 1 eller 2", "0, 1 or 2"),
    "goal_number": Text("ett nummer som 4 eller 4.1", "a number such as 4 or 4.1"),
    "id": Text(
        "ett id: små bokstäver a–z, siffror och enkla bindestreck, högst 60 tecken",
        "an id: lower-case a–z, digits and single hyphens, at most 60 characters",
    ),
    "organisation_id": Text("en organisations id, till exempel ”0182”", 'the id of an organisation, such as "0182"'),
    "kolada_id": Text("ett id i Kolada, till exempel N15419", "an id in Kolada, such as N15419"),
    "fingerprint": Text(
        "fingeravtrycket av en anmärkning: tolv tecken 0–9 och a–f, ibland med v först",
        "the fingerprint of a finding: twelve signs 0-9 and a-f, sometimes with a v first",
    ),
    "rule_name": Text(
        "en regels kod, familj eller namn, till exempel TAR601, TAR eller level-too-precise",
        "the code, family or name of a rule, such as TAR601, TAR or level-too-precise",
    ),
    "count": Text("ett heltal från 1 till 999", "a whole number from 1 to 999"),
    "span": Text("ett heltal från 2 till 30", "a whole number from 2 to 30"),
    "small_number": Text("ett heltal från 0 till 999", "a whole number from 0 to 999"),
    "format": Text("1, den enda form som den här versionen kan", "1, the only format that this version knows"),
    "unit": Text(
        "en enhet, till exempel percent, eller en egen: {sv: kWh, en: kWh}",
        "a unit, such as percent, or one of your own: {sv: kWh, en: kWh}",
    ),
    "list": Text("en lista: [a, b], eller ett streck på varje rad", "a list: [a, b], or a dash on each line"),
    "members": Text(
        'all för alla kommuner, eller en lista: ["0114", "0115"]',
        'all for every municipality, or a list: ["0114", "0115"]',
    ),
    "effect": Text(
        "none, eller {kpi: …, change: 1.5, by: 2024}",
        "none, or {kpi: …, change: 1.5, by: 2024}",
    ),
    "mapping": Text("nycklar med värden, på rader utan streck", "keys with values, on lines without dashes"),
}
UNQUOTED = "unquoted_digits"
_LANGUAGES = frozenset(Language)
_MOST_DECIMALS = 2  # of a share or a weight
_REMEMBERED = 4096  # texts of each form
_POINT_FORM = Text("ett tal med decimalpunkt: {meant}", "a number with a decimal point: {meant}")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+", re.ASCII)
_THOUSAND_OR_DECIMALS = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}", re.ASCII)
_TWO_READINGS = Text(
    "{decimals} om kommat är ett decimaltecken, {thousands} om det skiljer tusental",
    "{decimals} if the comma begins the decimals, {thousands} if it parts thousands",
)
_ZERO_FIRST = re.compile("-?0[0-9]")  # YAML of another version reads 010 as 8, and no one writes it by intent


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name, and how a value is read. What does not fit is None."""

    name: str
    parse: Callable[[Any], object]

    def read(self, value: object) -> object:
        """What the file holds, as its own type."""
        result = self.parse(value)
        if result is None:
            raise PydanticCustomError(self.name, "wrong form")
        return result

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        # The form alone decides, so pydantic is not asked to learn the type: that would cost more than reading.
        return no_info_plain_validator_function(self.read)


class _TextForm(Form):
    """A text that names no language is in the workspace's own, which the reader gives as pydantic's context."""

    def read_in(self, value: object, info: ValidationInfo) -> Text:
        """What the file holds, with a plain text under its language."""
        if not isinstance(value, str):
            return cast("Text", self.read(value))
        if not (words := value.strip()):
            raise PydanticCustomError(self.name, "wrong form")
        return Text(en=words) if info.context is Language.EN else Text(words)

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return with_info_plain_validator_function(self.read_in)


class _Given:
    """The mark of a key that may be left out, but not left without a value."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(next(one for one in get_args(source) if one is not NoneType))


_T = TypeVar("_T")
Maybe = Annotated[_T | None, _Given()]


class _WordForm(Form):
    """A form of a single word or number; a list or keys with values are none."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        # Pydantic itself sees whether it is a text, and calls what remembers with nothing of ours between.
        a_text = custom_error_schema(is_instance_schema(str), self.name, custom_error_message="wrong form")
        return no_info_after_validator_function(self.parse, a_text)


def _form(name: str, parse: Callable[[str], object]) -> Form:
    # Years, days, words and ids say the same in a thousand files: each text is read once. What stands in quotes
    # has another type than what does not, and is remembered apart.
    return _WordForm(name, lru_cache(_REMEMBERED, typed=True)(Form(name, parse).read))


def _number(text: str) -> Decimal | None:
    number = parse_number(text)
    if number is not None and _ZERO_FIRST.match(text):
        raise PydanticCustomError("zero", "a zero first")
    return number


def _integer(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len("10000") else None
    if number is not None and _ZERO_FIRST.match(text):
        raise PydanticCustomError("zero", "a zero first")
    return number


def _within(low: int, high: int) -> Callable[[str], int | None]:
    def parse(text: str) -> int | None:
        number = _integer(text)
        return number if number is not None and low <= number <= high else None

    return parse


def _positive(text: str) -> Decimal | None:
    number = _number(text)
    return number if number is not None and number >= 0 else None


def _above_zero(most: int) -> Callable[[str], Decimal | None]:
    """A number that a reader can redo the sums with: no more than two decimals."""

    def parse(text: str) -> Decimal | None:
        number = None if "e" in text.lower() else _number(text)
        fits = number is not None and 0 < number <= most and decimals_of(number) <= _MOST_DECIMALS
        return number if fits else None

    return parse


def _paragraph(text: str) -> str | None:
    return text.strip() or None


def _line(text: str) -> str | None:
    paragraph = _paragraph(text)
    return paragraph if paragraph and "\n" not in paragraph else None


def _goal_number(text: str) -> str | None:
    parts = text.split(".")
    fine = all(_integer(part) for part in parts)
    return text if fine and len(parts) <= len("abc") else None


def _text(texts: object) -> Text | None:
    if not isinstance(texts, dict):
        return None
    if texts and texts.keys() <= _LANGUAGES:
        read = {key: text.strip() if isinstance(text, str) else None for key, text in texts.items()}
        if all(read.values()):
            return Text(**read)
    if None in texts.values() and texts.keys() & _LANGUAGES:
        raise PydanticCustomError("comma", "a comma parts the text")
    if _is_cut_by_colon(texts):
        raise PydanticCustomError("colon", "a colon makes the text a key with a value")
    return None


def _is_cut_by_colon(value: dict[str, Any]) -> bool:
    """Tell whether `Mål: bättre` was meant: one key, which is no language, and a text."""
    (key, text), *more = value.items() or [("", None)]
    return not more and isinstance(text, str) and len(key) > len(Language.SV)


def _an_id(fits: Callable[[str], bool]) -> Callable[[str], str | None]:
    def parse(text: str) -> str | None:
        if isinstance(text, UnquotedDigits):
            raise PydanticCustomError(UNQUOTED, "without quotes")
        return text if fits(text) else None

    return parse


def number_form(text: str) -> Text:
    """What should have been written for a number that can't be read; both, where the comma may mean two things."""
    if _THOUSAND_OR_DECIMALS.fullmatch(text):
        return _TWO_READINGS.filled({"decimals": text.replace(",", "."), "thousands": text.replace(",", "")})
    mended = "".join(text.split()).replace(",", ".").replace("\N{MINUS SIGN}", "-")
    return EXPECTED["number"] if parse_number(mended) is None else _POINT_FORM.filled({"meant": mended})


def with_point(text: str) -> str | None:
    """A number with its decimal comma made a point; None for all that may mean something else."""
    if not _DECIMAL_COMMA.fullmatch(text) or _THOUSAND_OR_DECIMALS.fullmatch(text):
        return None
    mended = text.replace(",", ".")
    return None if parse_number(mended) is None else mended


TEXT = _TextForm("text", _text)

Line = Annotated[str, _form("line", _line)]
Number = Annotated[Decimal, _form("number", _number)]
Positive = Annotated[Decimal, _form("positive", _positive)]
Percentage = Annotated[Decimal, _form("percentage", _above_zero(100))]
Weight = Annotated[Decimal, _form("weight", _above_zero(1000))]
Year = Annotated[int, _form("year", _within(1900, 2099))]
Day = Annotated[date, _form("date", parse_date)]
PeriodText = Annotated[Period, _form("period", parse_period)]
Flag = Annotated[bool, _form("flag", {"true": True, "false": False}.get)]
YesNo = Annotated[bool, _form("yes_no", {"yes": True, "no": False}.get)]
Decimals = Annotated[int, _form("decimals", _within(0, 6))]
Lag = Annotated[int, _form("lag", _within(0, 2))]
GoalNumber = Annotated[str, _form("goal_number", _goal_number)]
Id = Annotated[str, _form("id", _an_id(is_id))]
OrganisationId = Annotated[str, _form("organisation_id", _an_id(is_organisation_id))]
KoladaId = Annotated[str, _form("kolada_id", lambda text: text if is_kolada_id(text) else None)]
Fingerprint = Annotated[str, _form("fingerprint", lambda text: text if is_fingerprint(text) else None)]
RuleName = Annotated[str, _form("rule_name", lambda text: text if is_rule_name(text) else None)]
Count = Annotated[int, _form("count", _within(1, 999))]
Span = Annotated[int, _form("span", _within(2, 30))]
SmallNumber = Annotated[int, _form("small_number", _within(0, 999))]
FormatVersion = Annotated[int, _form("format", {"1": 1}.get)]
TextValue = Annotated[Text, TEXT]

# `areas:` with nothing under it yet is an empty one.
OPEN_MAPPING = BeforeValidator(lambda value: {} if value is None else value)
OPEN_LIST = BeforeValidator(lambda value: [] if value is None else value)
# `members: all` is read as no names at all, which a list that someone writes can't be.
OR_ALL = WrapValidator(lambda value, read: [] if value == "all" else read(value))
# `expected_effect: none` is read as no effect at all, which a key that is left out is not.
OR_NONE = WrapValidator(lambda value, read: None if value == "none" else read(value))
