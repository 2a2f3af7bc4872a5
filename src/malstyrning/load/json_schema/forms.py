"""The forms of `load.forms` as an editor can check them.

An editor has already given each scalar the type that YAML 1.2 gives it: an unquoted 2022 is a number to it, a quoted
one a text. So most forms are of two types, each with limits of its own; keywords for one type leave the other alone.
What YAML's typing hides is not seen: an unquoted 4.05 and 4.050 are the same number.
"""

from typing import Any

from malstyrning.domain.ids import LONGEST
from malstyrning.language import Language
from malstyrning.load.forms import EXPECTED
from malstyrning.load.units import UNITS

JsonSchema = dict[str, Any]

_NUMBER = r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?"
_LENGTH = f"(?=.{{1,{LONGEST}}}$)"
_YEAR = "(19|20)[0-9]{2}"
_PARAGRAPH = r"\S"
_SCALAR = ["string", "number", "boolean"]  # `name: 2022` is a text as well
_LIMIT = 10**15


def _either(number: str, pattern: str, **limits: float) -> JsonSchema:
    """A number within limits, or a text of that form."""
    return {"type": [number, "string"], **limits, "pattern": pattern}


FORMS: dict[str, JsonSchema] = {
    "text": {
        "type": [*_SCALAR, "object"],
        "pattern": _PARAGRAPH,
        "properties": {one.value: {"type": _SCALAR, "pattern": _PARAGRAPH} for one in Language},
        "additionalProperties": False,
        "minProperties": 1,
    },
    "line": {"type": _SCALAR, "pattern": r"^\s*\S([^\n]*\S)?\s*$"},
    "number": {
        **_either("number", f"^-?{_NUMBER}$", exclusiveMinimum=-_LIMIT, exclusiveMaximum=_LIMIT),
        "examples": [95.5],
    },
    "positive": {
        **_either("number", f"^(-0(\\.0+)?|{_NUMBER})$", minimum=0, exclusiveMaximum=_LIMIT),
        "examples": [0.5],
    },
    "percentage": {
        **_either(
            "number",
            r"^(?=.*[1-9])(100(\.0{1,2})?|[1-9]?[0-9](\.[0-9]{1,2})?)$",
            exclusiveMinimum=0,
            maximum=100,
        ),
        "examples": [80],
    },
    "weight": {
        **_either(
            "number",
            r"^(?=.*[1-9])(1000(\.0{1,2})?|(0|[1-9][0-9]{0,2})(\.[0-9]{1,2})?)$",
            exclusiveMinimum=0,
            maximum=1000,
        ),
        "examples": [2],
    },
    "year": {**_either("integer", f"^{_YEAR}$", minimum=1900, maximum=2099), "examples": [2026]},
    "date": {
        "type": "string",
        "format": "date",
        "pattern": f"^{_YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "examples": ["2025-11-17"],
    },
    "period": {
        **_either("integer", f"^{_YEAR}(H[12]|Q[1-4]|T[1-3]|-(0[1-9]|1[0-2]))?$", minimum=1900, maximum=2099),
        "examples": [2026, "2026T1"],
    },
    "flag": {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
    "yes_no": {"enum": ["yes", "no"]},
    "decimals": {**_either("integer", "^[0-6]$", minimum=0, maximum=6), "examples": [1]},
    "lag": _either("integer", "^[0-2]$", minimum=0, maximum=2),
    "goal_number": {
        **_either("number", r"^[1-9][0-9]{0,4}(\.[1-9][0-9]{0,4}){0,2}$", minimum=1, exclusiveMaximum=100_000),
        "examples": [4, 4.1],
    },
    "id": {"type": "string", "pattern": f"^{_LENGTH}[a-z0-9]+(-[a-z0-9]+)*$"},
    "organisation_id": {
        "type": "string",
        "pattern": f"^{_LENGTH}([A-Z]?[A-Z0-9]{{3,19}}|[a-z0-9]+(-[a-z0-9]+)*)$",
        "examples": ["0182"],
    },
    "kolada_id": {"type": "string", "pattern": "^[NU][0-9]{5}$", "examples": ["N15419"]},
    "fingerprint": {**_either("number", "^v?[0-9a-f]{12}$", minimum=0), "examples": ["3fa91c0b7d2e"]},
    "rule_name": {
        "type": "string",
        "pattern": "^([A-Z]{3}([0-9]{3})?|[a-z0-9]+(-[a-z0-9]+)+)$",
        "examples": ["TAR601", "level-too-precise"],
    },
    "count": _either("integer", "^[1-9][0-9]{0,2}$", minimum=1, maximum=999),
    "span": _either("integer", "^([2-9]|[12][0-9]|30)$", minimum=2, maximum=30),
    "small_number": _either("integer", "^(0|[1-9][0-9]{0,2})$", minimum=0, maximum=999),
    "format": {"enum": [1, "1"]},
    "unit": {
        "anyOf": [
            {"enum": [*UNITS]},
            {
                "type": "object",
                "properties": {one.value: {"type": _SCALAR, "pattern": _PARAGRAPH} for one in Language},
                "required": [one.value for one in Language],
                "additionalProperties": False,
            },
        ]
    },
}


def form(name: str, language: Language) -> JsonSchema:
    """One form, with what it is in words."""
    told = EXPECTED[name][language]
    patterns = {"patternErrorMessage": told} if "pattern" in FORMS[name] else {}  # what editors say in place of it
    return {**FORMS[name], "description": told, **patterns}


def mapping(key_form: str, value: JsonSchema) -> JsonSchema:
    """Values under keys of a form."""
    return {"type": "object", "patternProperties": {FORMS[key_form]["pattern"]: value}, "additionalProperties": False}
