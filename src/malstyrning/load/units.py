"""Units of measure: those that have a name, and those of the workspace's own."""

from typing import Annotated

from malstyrning.domain.kpis import Unit
from malstyrning.language import Language, Text, same
from malstyrning.load.forms import TEXT, Form


def _unit(  # noqa: PLR0913 - the forms of one word
    code: str,
    label: Text,
    name: Text | None = None,
    difference: Text | None = None,
    *,
    one: Text | None = None,
    difference_one: Text | None = None,
) -> Unit:
    return Unit(
        code, label, difference or label, name or label, one or label, difference_one or difference or one or label
    )


_POINTS = Text("procentenheter", "percentage points")
_POINT = Text("procentenhet", "percentage point")
UNITS: dict[str, Unit] = {
    one.code: one
    for one in (
        _unit("percent", same("%"), Text("procent", "per cent"), _POINTS, difference_one=_POINT),
        _unit("percentage_points", _POINTS, one=_POINT),
        _unit("index", same(""), same("index"), Text("enheter", "units"), difference_one=Text("enhet", "unit")),
        _unit("points", Text("poäng", "points"), one=Text("poäng", "point")),
        _unit("count", same(""), Text("antal", "number")),
        _unit("days", Text("dagar", "days"), one=Text("dag", "day")),
        _unit("years", Text("år", "years"), one=Text("år", "year")),
        _unit("kronor", Text("kr", "SEK"), Text("kronor", "SEK")),
        _unit("kronor_per_inhabitant", Text("kr/inv.", "SEK/inh."), Text("kronor per invånare", "SEK per inhabitant")),
        _unit("million_kronor", Text("mnkr", "SEK m"), Text("miljoner kronor", "SEK million")),
        _unit("per_inhabitant", Text("per inv.", "per inh."), Text("per invånare", "per inhabitant")),
        _unit(
            "per_1000_inhabitants",
            Text("per 1 000 inv.", "per 1,000 inh."),
            Text("per 1 000 invånare", "per 1,000 inhabitants"),
        ),
        _unit(
            "per_100000_inhabitants",
            Text("per 100 000 inv.", "per 100,000 inh."),
            Text("per 100 000 invånare", "per 100,000 inhabitants"),
        ),
    )
}


def _read(value: object) -> Unit | None:
    if isinstance(value, str):
        return UNITS.get(value)
    label = TEXT.parse(value) if isinstance(value, dict) and len(value) == len(Language) else None
    return _unit("", label) if isinstance(label, Text) else None


UnitValue = Annotated[Unit, Form("unit", _read)]
