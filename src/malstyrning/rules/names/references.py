"""References: what one object says of another exists."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from malstyrning.domain.actions import Action, Assignment
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.events import Event
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Committee, OverallGoal, PeerGroup, SteeringPlan, StrategicGoal
from malstyrning.domain.targets import InGroup
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
    "assignments": Text("ett uppdrag", "an assignment"),
    "events": Text("en händelse", "an event"),
    "steerable": Text(
        "ett mål, nyckeltal, uppdrag eller ansvarsområde, en åtgärd eller nämnd",
        "a goal, KPI, action, assignment, area or committee",
    ),
}

_ANOTHER = "committees:\n  annan:\n    title: Andra nämnden\n    areas: {annat: {title: Annat}}\n"
_FRAME = "budget_frames:\n  - {{committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {{{}}}}}\n"


class Name(NamedTuple):
    """A name that an object uses, where it stands, and the kind that it names."""

    at: Steps
    name: str
    kind: str
    on_key: bool = False


def _one(key: str, name: str | None, kind: str) -> list[Name]:
    return [] if name is None else [Name((key,), name, kind)]


def _each(key: str, names: Iterable[str], kind: str) -> list[Name]:
    return [Name((key, index), name, kind) for index, name in enumerate(names)]


def _keys(at: Steps, names: Iterable[str], kind: str) -> list[Name]:
    return [Name((*at, name), name, kind, on_key=True) for name in names]


def _bases(of: SteeringPlan | Kpi) -> Iterator[Name]:
    for index, one in enumerate(of.common_change):
        if one.group is not None:
            yield Name(("common_change", index, "group"), one.group, "groups")


def _of_plan(plan: SteeringPlan) -> Iterator[Name]:
    yield from _one("organisation", plan.organisation, "organisations")
    yield from _bases(plan)


def _of_group(group: PeerGroup) -> Iterator[Name]:
    yield from _each("members", group.members, "organisations")


def _of_overall_goal(goal: OverallGoal) -> Iterator[Name]:
    yield from _one("replaced_by", goal.standing.replaced_by, "overall_goals")


def _of_committee(committee: Committee) -> Iterator[Name]:
    yield from _one("successor", committee.successor, "committees")
    yield from _one("replaced_by", committee.standing.replaced_by, "committees")
    for area in committee.areas:
        if area.standing.replaced_by is not None:
            yield Name(("areas", area.id, "replaced_by"), area.standing.replaced_by, "areas")


def _of_strategic_goal(goal: StrategicGoal) -> Iterator[Name]:
    yield from _one("committee", goal.committee, "committees")
    yield from _each("serves", goal.serves, "overall_goals")
    yield from _each("areas", goal.areas, "areas")
    yield from _one("replaced_by", goal.standing.replaced_by, "strategic_goals")


def _of_kpi(kpi: Kpi) -> Iterator[Name]:
    yield from _one("goal", kpi.goal, "strategic_goals")
    yield from _each("groups", kpi.groups or (), "groups")
    for index, level in enumerate(kpi.target_levels):
        if isinstance(level.target, InGroup):
            yield Name(("target_levels", index, "group"), level.target.group, "groups")
    yield from _bases(kpi)
    if kpi.cost_per:
        yield from (
            Name(("cost_per", *one.at), one.name, one.kind) for one in _each("areas", kpi.cost_per.areas, "areas")
        )
    yield from _one("cost_kpi", kpi.cost_kpi, "kpis")
    yield from _one("replaced_by", kpi.standing.replaced_by, "kpis")


def _of_action(action: Action) -> Iterator[Name]:
    yield from _one("goal", action.goal, "strategic_goals")
    yield from _each("kpis", action.kpis, "kpis")
    if action.expected_effect:
        yield Name(("expected_effect", "kpi"), action.expected_effect.kpi, "kpis")
    yield from _one("replaced_by", action.standing.replaced_by, "actions")


def _of_assignment(assignment: Assignment) -> Iterator[Name]:
    yield from _one("committee", assignment.committee, "committees")
    yield from _one("replaced_by", assignment.standing.replaced_by, "assignments")


def _of_event(event: Event) -> Iterator[Name]:
    yield from _each("goals", event.goals, "strategic_goals")
    yield from _each("kpis", event.kpis, "kpis")


def _of_frame(frame: BudgetFrame) -> Iterator[Name]:
    yield from _one("committee", frame.committee, "committees")
    yield from _keys(("areas",), frame.areas, "areas")
    for index, change in enumerate(frame.changes):
        yield from _keys(("changes", index, "areas"), change.areas, "areas")


def _of_evaluation(evaluation: CommitteeEvaluation) -> Iterator[Name]:
    yield from _one("committee", evaluation.committee, "committees")
    yield from _keys(("goals",), evaluation.goals, "strategic_goals")
    yield from _keys(("kpis",), evaluation.kpis, "kpis")
    yield from _keys(("actions",), evaluation.actions, "actions")
    for kpi, given in evaluation.kpis.items():
        for index, event in enumerate(given.events):
            yield Name(("kpis", kpi, "events", index), event, "events")
    for lesson in evaluation.lessons:
        if lesson.proposes and lesson.proposes.about:
            yield Name(("lessons", lesson.id, "proposes", "about"), lesson.proposes.about, "steerable")
        for index, name in enumerate(lesson.became.led_to if lesson.became else ()):
            yield Name(("lessons", lesson.id, "became", "led_to", index), name, "steerable")
    for index, move in enumerate(evaluation.reprioritise.proposal if evaluation.reprioritise else ()):
        at = ("reprioritise", "proposal", index)
        yield Name((*at, "from"), move.source, "areas")
        yield Name((*at, "to"), move.target, "areas")


_NAMES: dict[type, Callable[[Any], Iterator[Name]]] = {
    SteeringPlan: _of_plan,
    PeerGroup: _of_group,
    OverallGoal: _of_overall_goal,
    Committee: _of_committee,
    StrategicGoal: _of_strategic_goal,
    Kpi: _of_kpi,
    Action: _of_action,
    Assignment: _of_assignment,
    Event: _of_event,
    BudgetFrame: _of_frame,
    CommitteeEvaluation: _of_evaluation,
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
    """Every name that an object uses is the name of something, of the right kind."""
    for one in _NAMES[type(value)](value):
        if one.name in context.known(one.kind) or one.name in context.failed or not context.complete:
            continue
        meant = context.meant(one.name, one.kind)
        cure = Text(f"menade du {meant}?", f"did you mean {meant}?") if meant else None
        yield Found(one.at, {"found": one.name, "expected": _KINDS[one.kind]}, cure, one.on_key)


@rule(
    "REF302",
    "area-of-another-committee",
    on=(StrategicGoal, BudgetFrame),
    says=Text("{found} är ett område hos {owner}", "{found} is an area of {owner}"),
    cure=Text(
        "välj ett av nämndens egna områden, eller rätta committee: {committee}",
        "choose one of the committee's own areas, or correct committee: {committee}",
    ),
    why=Text(
        "Områdena bär nämndens pengar. Ett mål i en annan nämnds område skulle visas bredvid fel pengar.",
        "The areas carry a committee's money. A goal in another's area would be shown beside the wrong money.",
    ),
    bad=_ANOTHER + _FRAME.format("omrade: 10, annat: 0"),
    good=_ANOTHER + _FRAME.format("omrade: 10"),
)
def area_of_another_committee(value: StrategicGoal | BudgetFrame, context: Context) -> Iterator[Found]:
    """An area that a goal or a frame names belongs to its own committee; one that is not in force is told as that."""
    committee = context.plan.committees.get(value.committee)
    if isinstance(value, BudgetFrame) and committee and not committee.standing.valid.covers(value.year):
        return
    for one in _NAMES[type(value)](value):
        area = context.areas.get(one.name) if one.kind == "areas" else None
        if area and committee and area.committee != committee.id:
            facts: dict[str, str | Text] = {
                "found": one.name,
                "owner": area.committee,
                "committee": value.committee,
            }
            yield Found(one.at, facts, on_key=one.on_key)


@rule(
    "REF304",
    "named-twice",
    on=tuple(_NAMES),
    says=Text("{found} står två gånger", "{found} is listed twice"),
    cure=Text("ta bort den ena", "remove one of them"),
    why=Text(
        "En lista säger vilka som är med. Det som står två gånger skulle räknas två gånger.",
        "A list says who belongs. What is listed twice would be counted twice.",
    ),
    bad="actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    status: done\n"
    "    kpis: [nyckeltal, nyckeltal]\n",
    good="actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    status: done\n    kpis: [nyckeltal]\n",
)
def named_twice(value: Any, _: Context) -> Iterator[Found]:  # noqa: ANN401 - any object of the plan
    """No list of names holds the same name twice."""
    seen = set()
    for one in _NAMES[type(value)](value):
        if one.on_key or isinstance(one.at[-1], str):  # a key stands once as it is
            continue
        where = (one.at[:-1], one.name)
        if where in seen:
            yield Found(one.at, {"found": one.name})
        seen.add(where)
