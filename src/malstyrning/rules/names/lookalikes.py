"""Ids that a reader takes for one another."""

import re
from collections.abc import Iterator
from typing import Any

from malstyrning.diagnostics import Severity
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

_KINDS = ("groups", "overall_goals", "committees", "areas", "strategic_goals", "kpis", "actions")
_LOOSE_HYPHEN = re.compile("(?<![0-9])-|-(?![0-9])")  # mal-1-1 and mal-11 are two numbers
_DOUBLE = re.compile(r"([a-z])\1")
_LONG = 8  # in a shorter word a double letter mostly makes another word: vag, vagg
_OTHER = Text("det andra står här", "the other one is here")
_COMMITTEE = "committees:\n  kommunnamnden: {title: Kommunnämnden}\n"


@rule(
    "REF320",
    "ids-that-look-alike",
    on=SteeringPlan,
    severity=Severity.ADVICE,
    says=Text("{id} är lätt att förväxla med {other}", "{id} is easily confused with {other}"),
    cure=Text(
        "är de samma, ta bort det ena; annars ge det ena ett namn som skiljer sig",
        "if they are the same, remove one; else give one of them a name that differs",
    ),
    why=Text(
        "Två id:n som bara skiljer på en bokstav som liknar en annan blandas ihop, och då hamnar ett mätvärde eller "
        "en åtgärd på fel ställe.",
        "Two ids that differ only by a letter that looks like another are mixed up, and a value or an action then "
        "ends up in the wrong place.",
    ),
    bad=_COMMITTEE + "  komunnamnden: {title: Nämnden för kommunen}\n",
    good=_COMMITTEE + "  fritidsnamnden: {title: Fritidsnämnden}\n",
)
def ids_that_look_alike(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """No two ids of a kind, both in use, differ only by 0 and o, 1 and l, rn and m, a hyphen or a double letter."""
    for kind in _KINDS:
        names = [name for name, value in context.known(kind).items() if not _has_ended(value)]
        single = _DOUBLE.sub(r"\1", "\n".join(names)).splitlines()  # in all at once: it takes long to begin
        seen: dict[tuple[str, str], str] = {}
        for name, singled in zip(names, single, strict=True):
            others = [other for key in _read_as(name, singled) if (other := seen.setdefault(key, name)) != name]
            if others:
                other = min(others)
                yield Found((), {"id": name, "other": other}, of=name, beside=(Beside(_OTHER, other),))


def _has_ended(value: Any) -> bool:  # noqa: ANN401 - any object of the plan
    standing = getattr(value, "standing", None)  # a comparison group never ends
    return standing is not None and (standing.valid.last is not None or standing.replaced_by is not None)


def _read_as(name: str, singled: str) -> tuple[tuple[str, str], ...]:
    """What an id is in a quick reader's eye, one slip at a time: two at once are rarely a slip."""
    signs = ("sign", name.replace("0", "o").replace("1", "l").replace("rn", "m"))
    hyphens = ("hyphen", _LOOSE_HYPHEN.sub("", name) if "-" in name else name)
    if len(name) < _LONG:
        return signs, hyphens
    return signs, hyphens, ("double", singled)
