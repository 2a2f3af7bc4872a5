"""References: what one object says of another exists."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.ids import nearest
from malstyrning.domain.plan import (
    Action,
    BudgetFrame,
    Committee,
    Kpi,
    PeerGroup,
    SteeringPlan,
    StrategicGoal,
)
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.rule import Context, Found, rule

_KINDS: dict[str, Text] = {
    "organisations": Text("en organisation", "an organisation"),
    "groups": Text("en jämförelsegrupp", "a comparison group"),
    "overall_goals": Text("ett övergripande mål", "an overall goal"),
    "committees": Text("en nämnd", "a committee"),
    "areas": Text("ett ansvarsområde", "an area of responsibility"),
    "strategic_goals": Text("ett strategiskt mål", "a strategic goal"),
    "kpis": Text("ett nyckeltal", "a KPI"),
    "actions": Text("en åtgärd", "an action"),
}
# Where each kind of object names others: the key, the attribute and the kind that it names.
_NAMES: dict[type, tuple[tuple[str, str, str], ...]] = {
    SteeringPlan: (("organisation", "organisation", "organisations"),),
    PeerGroup: (("members", "members", "organisations"),),
    Committee: (("successor", "successor", "committees"),),
    StrategicGoal: (
        ("committee", "committee", "committees"),
        ("serves", "serves", "overall_goals"),
        ("areas", "areas", "areas"),
    ),
    Kpi: (("goal", "goal", "strategic_goals"), ("groups", "groups", "groups")),
    Action: (("goal", "goal", "strategic_goals"), ("kpis", "kpis", "kpis")),
    BudgetFrame: (("committee", "committee", "committees"), ("areas", "areas", "areas")),
    CommitteeEvaluation: (
        ("committee", "committee", "committees"),
        ("goals", "goals", "strategic_goals"),
        ("kpis", "kpis", "kpis"),
        ("actions", "actions", "actions"),
    ),
}


@rule(
    "REF301",
    "unknown-reference",
    on=tuple(_NAMES),
    says=Text("{found} är inte {expected}", "{found} is not {expected}"),
    cure=Text("rätta namnet, eller lägg till det som saknas", "correct the name, or add what is missing"),
    why=Text(
        "En hänvisning till något som inte finns bryter kedjan från mål till nyckeltal, "
        "och ingen märker det i rapporten.",
        "A reference to what does not exist breaks the chain from goal to KPI, and no one notices in the report.",
    ),
    bad="kpis:\n  trygghet:\n    title: Trygghet\n    goal: mall\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n",
    good="kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n",
)
def unknown_reference(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401 - any object of the plan
    """Every name in `_NAMES` is one that exists and is of the right kind."""
    for key, attribute, kind in _NAMES[type(value)]:
        known: Mapping[str, object] = getattr(context.plan, kind)
        for steps, name, on_key in _named(key, getattr(value, attribute)):
            if name in known or name in context.failed or not context.complete:
                continue
            meant = nearest(name, known)
            cure = Text(f"menade du {meant}?", f"did you mean {meant}?") if meant else None
            yield Found(steps, {"found": name, "expected": _KINDS[kind]}, cure, on_key)


def _named(key: str, names: str | Iterable[str] | None) -> Iterator[tuple[Steps, str, bool]]:
    if isinstance(names, str):
        yield (key,), names, False
    elif isinstance(names, Mapping):
        for name in names:
            yield (key, name), name, True
    else:
        for index, name in enumerate(names or ()):
            yield (key, index), name, False


@rule(
    "REF302",
    "area-of-another-committee",
    on=(StrategicGoal, BudgetFrame),
    says=Text("{found} är ett område hos {owner}", "{found} is an area of {owner}"),
    cure=Text("välj ett område hos {committee}", "choose an area of {committee}"),
    why=Text(
        "Områdena bär nämndens pengar. Ett mål på en annan nämnds område skulle visas bredvid fel pengar.",
        "The areas carry a committee's money. A goal on another's area would be shown beside the wrong money.",
    ),
    bad="committees:\n  annan:\n    title: Andra nämnden\n    areas: {annat: {title: Annat}}\n"
    "budget_frames:\n"
    "  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {annat: 10}}\n",
    good="committees:\n  annan:\n    title: Andra nämnden\n    areas: {annat: {title: Annat}}\n"
    "budget_frames:\n"
    "  - {committee: annan, year: 2022, amount: 10, decided: 2021-11-15, areas: {annat: 10}}\n",
)
def area_of_another_committee(value: StrategicGoal | BudgetFrame, context: Context) -> Iterator[Found]:
    """An area that a goal or a frame names belongs to its own committee."""
    areas = context.plan.areas
    for steps, name, on_key in _named("areas", value.areas):
        area = areas.get(name)
        if area and area.committee != value.committee and value.committee in context.plan.committees:
            facts: dict[str, str | Text] = {
                "found": name,
                "owner": area.committee,
                "committee": value.committee,
            }
            yield Found(steps, facts, on_key=on_key)
