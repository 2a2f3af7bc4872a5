"""Two records held against each other, leaf by leaf: a difference names the object and the key."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import isclose
from typing import Any

NOTHING = "nothing"
NAMING = ("id", "group", "area", "committee", "period")  # what an object of a list is called by

# What a record says besides what was evaluated: how it was made, by which files, and where in them a value stands;
# the names of units; what is unanswered, and what differs from a former record, which is no file of the plan.
NOT_RECOMPUTED = re.compile(
    r"(format|made_with|language)"
    r"|(inputs|outputs|older_outputs)(/.*)?"
    r"|kpis/.*(?<!level)/place"
    r"|budget/.*/(rows(/.*)?|forecast_row)"
    r"|kpis/.*/costs/.*/rows(/.*)?"
    r"|kpis/[^/]*/unit/(sv|en)"
    r"|account/unanswered.*"
    r"|account/kpis/[^/]*/remarks.*"
    r"|since/.*",
)


@dataclass(frozen=True)
class Difference:
    """A place in the record, such as `kpis/skattesats/verdict/gap`, and what stands there."""

    path: str
    expected: object
    recorded: object

    def __str__(self) -> str:
        return f"{self.path}: computed {shown(self.expected)}, recorded {shown(self.recorded)}"


def shown(value: object) -> str:
    """A number as decimals."""
    return f"{float(value):.12g}" if isinstance(value, Fraction) else str(value)


def read_record(text: str) -> dict[str, Any]:
    """A record with its numbers exactly as they are written."""
    content: dict[str, Any] = json.loads(text, parse_float=Fraction, parse_int=Fraction)
    return content


def differences(computed: dict[str, Any], record: dict[str, Any]) -> tuple[list[Difference], int]:
    """Where two records differ, and how many leaves were held against each other."""
    expected, recorded = dict(leaves(computed)), dict(leaves(record))
    paths = [path for path in expected | recorded if not NOT_RECOMPUTED.fullmatch(path)]
    pairs = ((path, expected.get(path, NOTHING), recorded.get(path, NOTHING)) for path in paths)
    return [Difference(*pair) for pair in pairs if not same(*pair[1:])], len(paths)


def same(expected: object, recorded: object) -> bool:
    """Numbers are the same to 12 significant digits, since a record holds roots and thirds; all else is equal."""
    if isinstance(expected, int | Fraction) and isinstance(recorded, Fraction) and not isinstance(expected, bool):
        return isclose(expected, recorded, rel_tol=1e-12)
    return type(expected) is type(recorded) and expected == recorded


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every leaf with the way to it. A list of objects is told by what names them, and in which order they stand."""
    if isinstance(value, list) and (names := names_of(value)):
        yield f"{path} (order)", " ".join(names)
        value = dict(zip(names, value, strict=True))
    if isinstance(value, dict) and value:
        for key, one in value.items():
            yield from leaves(one, f"{path}/{key}" if path else key)
    elif isinstance(value, list) and value:
        for index, one in enumerate(value):
            yield from leaves(one, f"{path}/{index}")
    else:
        yield path, str(value) if isinstance(value, dict | list) else value


def names_of(objects: list[Any]) -> list[str]:
    """What tells the objects of a list apart; nothing where nothing does."""
    names = [name_of(one) for one in objects if isinstance(one, dict)]
    return [name for name in names if name] if len(set(names) - {""}) == len(objects) else []


def name_of(one: dict[str, Any]) -> str:
    """What an object is called: its id, or the period and gender that it is of."""
    own = next((str(one[key]) for key in NAMING if key in one), "")
    return f"{own} {one['gender']}" if one.get("gender", "T") != "T" else own
