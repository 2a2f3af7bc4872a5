"""Chains: what took the place of what leads forward, never back to where it began."""

from collections.abc import Iterator, Mapping
from typing import Any

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action, Assignment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Area, Committee, OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.needs import an_heir
from malstyrning.rules.rule import Context, Found, rule

_MOST_SHOWN = 10  # names of a circle beside the one that it is told of
_SECTIONS: dict[type, str] = {
    OverallGoal: "overall_goals",
    Committee: "committees",
    StrategicGoal: "strategic_goals",
    Kpi: "kpis",
    Action: "actions",
    Assignment: "assignments",
}


@rule(
    "REF305",
    "replaced-in-a-circle",
    on=tuple(_SECTIONS),
    needs=an_heir,
    severity=Severity.WARNING,
    says=Text("Ersättningen går i ring: {circle}", "The replacement goes in a circle: {circle}"),
    cure=Text(
        "låt {key} peka på det som gäller nu, eller ta bort det", "let {key} name what is in force now, or remove it"
    ),
    why=Text(
        "Den som följer ett avslutat mål till det som tog över ska komma fram.",
        "Whoever follows what has ended to what took its place must arrive somewhere.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n    to: 2021\n"
    "    replaced_by: livsmiljo\n",
    good="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n    to: 2021\n"
    "    replaced_by: overgripande\n",
)
def replaced_in_a_circle(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401 - any decided object
    """Following `replaced_by` or `successor` never leads back to the same object."""
    circles = context.once(_circles)
    for at, key, name in _links(value):
        heirs = circles[key]
        if name in heirs:
            yield Found(at, {"circle": " → ".join(_around(name, heirs)), "key": str(at[-1])})


def _links(value: Any) -> Iterator[tuple[Steps, tuple[type, str], str]]:  # noqa: ANN401
    """Where an object or what stands in it names what took its place, and of what kind that is."""
    yield ("replaced_by",), (type(value), "replaced_by"), value.id
    if isinstance(value, Committee):
        yield ("successor",), (Committee, "successor"), value.id
        for area in value.areas:
            yield ("areas", area.id, "replaced_by"), (Area, "replaced_by"), area.id


def _circles(context: Context) -> dict[tuple[type, str], dict[str, str]]:
    """What took the place of each object that stands in a circle, by kind and key."""
    kinds: dict[type, Mapping[str, Any]] = {kind: getattr(context.plan, section) for kind, section in _SECTIONS.items()}
    circles = {
        (kind, "replaced_by"): _leading_back({name: one.standing.replaced_by for name, one in objects.items()})
        for kind, objects in {**kinds, Area: context.plan.areas}.items()
    }
    circles[Committee, "successor"] = _leading_back(
        {name: one.successor for name, one in context.plan.committees.items()}
    )
    return circles


def _leading_back(heirs: Mapping[str, str | None]) -> dict[str, str]:
    """The heirs that lead back to whom they come from. Each name is passed once, however long a chain is."""
    back: dict[str, str] = {}
    passed: set[str] = set()
    for start in heirs:
        way: dict[str, str] = {}
        name: str | None = start
        while name is not None and name not in passed:
            passed.add(name)
            after = heirs.get(name)
            way[name] = after or ""
            name = after
        while name in way:  # where the way meets itself a circle is closed
            back[name] = way.pop(name)
            name = back[name]
    return back


def _around(start: str, heirs: Mapping[str, str]) -> Iterator[str]:
    """The names of a circle from `start` back to it, without those in the middle of a long one."""
    yield start
    name = heirs[start]
    for _ in range(_MOST_SHOWN):
        if name == start:
            break
        yield name
        name = heirs[name]
    else:
        if name != start:
            yield "…"
    yield start
