"""Chains: what took the place of what leads forward, never back to where it began."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Action, Assignment, Committee, OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.rule import Context, Found, rule

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
    for at, name, follow in _chains(value, context):
        circle = _circle(name, follow)
        if circle:
            yield Found(at, {"circle": " → ".join(circle), "key": str(at[-1])})


_Follow = Callable[[str], str | None]


def _chains(value: Any, context: Context) -> Iterator[tuple[Steps, str, _Follow]]:  # noqa: ANN401
    """Where each chain of an object is written, where it begins and how it goes on."""
    yield ("replaced_by",), value.id, _replaced(context.known(_SECTIONS[type(value)]))
    if isinstance(value, Committee):
        committees = context.plan.committees
        yield ("successor",), value.id, lambda name: committees[name].successor if name in committees else None
        for area in value.areas:
            yield ("areas", area.id, "replaced_by"), area.id, _replaced(context.areas)


def _replaced(objects: Mapping[str, Any]) -> _Follow:
    return lambda name: objects[name].standing.replaced_by if name in objects else None


def _circle(start: str, follow: _Follow) -> list[str] | None:
    """The names from `start` back to `start`, if the chain leads there."""
    passed = [start]
    after = follow(start)
    while after is not None and after not in passed:
        passed.append(after)
        after = follow(after)
    return [*passed, start] if after == start else None
