"""Coverage: what has been decided hangs together, from overall goal to area of responsibility and back."""

from collections.abc import Iterator
from dataclasses import dataclass

from malstyrning.diagnostics import Severity
from malstyrning.domain.plan import Committee, OverallGoal, SteeringPlan, StrategicGoal
from malstyrning.language import Text
from malstyrning.rules.goals.numbers import first_by_number
from malstyrning.rules.rule import Beside, Context, Found, rule

_GOAL = (
    "  {0}:\n    number: {1}\n    title: {2}\n    committee: namnd\n    serves: [{3}]\n"
    "    from: 2020\n    horizon: 2027\n"
)
_PARKS = "strategic_goals:\n" + _GOAL.format("parker-nara", "1.2", "Parker nära alla", "overgripande")
_OVERALL = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n"
_AREAS = "committees:\n  parknamnden:\n    title: Parknämnden\n    areas:\n      parker: {title: Parker}\n"
_NAMED_AREAS = "      lekplatser: {title: Lekplatser}\n" + _PARKS.replace("namnd\n", "parknamnden\n")
_SERIES = "strategic_goals:\n" + "".join(
    _GOAL.format(name, number, title, serves)
    for name, number, title, serves in (
        ("parker-nara", "1.2", "Parker nära alla", "overgripande"),
        ("rena-gator", "1.3", "Rena gator", "overgripande"),
        ("levande-torg", "2.1", "Levande torg", "livsmiljo"),
        ("lekplatser", "{0}", "Lekplatser nära hemmet", "overgripande"),
    )
)
_ENOUGH, _MOST = 4, 0.8  # goals numbered after what they serve: where fewer are, numbers mean something else


def _goes_on(value: OverallGoal | StrategicGoal) -> bool:
    return value.standing.valid.last is None


@dataclass(frozen=True, slots=True)
class _Coverage:
    """What the strategic goals reach: gathered from all of them at once."""

    last_served: dict[str, int | None]  # overall goal: the last year in which a strategic goal serves it
    areas: frozenset[str]  # named by a goal that goes on
    with_areas: frozenset[str]  # committees with such a goal
    overall_by_number: dict[str, str]
    numbered_alike: bool


def _coverage(context: Context) -> _Coverage:
    last_served: dict[str, int | None] = {}
    going_on = [one for one in context.plan.strategic_goals.values() if _goes_on(one)]
    for goal in context.plan.strategic_goals.values():
        last = goal.standing.valid.last
        for served in goal.serves:
            before = last_served.get(served, 0)
            last_served[served] = None if last is None or before is None else max(before, last)
    alike = [_is_numbered_alike(one, context.plan) for one in going_on if "." in one.number]
    return _Coverage(
        last_served,
        frozenset(area for one in going_on for area in one.areas),
        frozenset(one.committee for one in going_on if one.areas),
        {one.number: one.id for one in context.plan.overall_goals.values()},
        sum(alike) >= max(_ENOUGH, _MOST * len(alike)),
    )


def _is_numbered_alike(goal: StrategicGoal, plan: SteeringPlan) -> bool:
    """Tell whether a goal has its number under an overall goal that it serves: 2.1 serves 2."""
    served = (plan.overall_goals.get(one) for one in goal.serves)
    return any(one is not None and goal.number.startswith(f"{one.number}.") for one in served)


@rule(
    "GOA424",
    "unserved-overall-goal",
    on=OverallGoal,
    severity=Severity.ADVICE,
    says=Text("Inget strategiskt mål tjänar {name} {when}", "No strategic goal serves {name} {when}"),
    cure=Text(
        "lägg till {name} i serves hos ett strategiskt mål, eller avsluta det med to",
        "add {name} to serves of a strategic goal, or end it with to",
    ),
    why=Text(
        "Fullmäktige har beslutat ett övergripande mål som ingen nämnd arbetar mot. Det får inget avsnitt med "
        "resultat i rapporten.",
        "The council has decided an overall goal that no committee works towards. It gets no results in the report.",
    ),
    bad=_OVERALL,
    good=_OVERALL + "strategic_goals:\n" + _GOAL.format("levande-torg", "2.1", "Levande torg", "livsmiljo"),
)
def unserved_overall_goal(goal: OverallGoal, context: Context) -> Iterator[Found]:
    """An overall goal that goes on is served, now and in every year so far."""
    if not _goes_on(goal) or not context.plan.strategic_goals or not context.complete or context.failed:
        return
    last = context.once(_coverage).last_served.get(goal.id, 0)
    if last is None:
        return
    when = Text(f"efter {last}", f"after {last}") if last else Text("något år", "in any year")
    if not last or (context.today and last < context.today.year):  # a year to come may still be planned
        yield Found((), {"name": goal.id, "when": when})


@rule(
    "GOA425",
    "goal-without-areas",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text("{name} saknar areas, områdena som bär målets pengar", "{name} has no areas, which carry its money"),
    cure=Text(
        "skriv areas: och de ansvarsområden som arbetar mot målet: {areas}",
        "write areas: and the areas of responsibility that work towards it: {areas}",
    ),
    why=Text(
        "Ansvarsområdena bär pengarna. Utan dem kan rapporten inte visa resultatet mot de resurser som användes.",
        "The areas carry the money. Without them the report can't show results against the resources used.",
    ),
    bad=_PARKS,
    good=_PARKS + "    areas: [omrade]\n",
)
def goal_without_areas(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """A goal that goes on names areas, where its committee has any."""
    committee = context.plan.committees.get(goal.committee)
    if goal.areas or not _goes_on(goal) or committee is None:
        return
    areas = [one.id for one in committee.areas if one.standing.valid.last is None]
    if areas:
        yield Found((), {"name": goal.id, "areas": ", ".join(areas)})


@rule(
    "GOA426",
    "area-without-goal",
    on=Committee,
    severity=Severity.ADVICE,
    says=Text("Inget strategiskt mål har {area} bland sina områden", "No strategic goal has {area} among its areas"),
    cure=Text(
        "lägg till {area} i areas hos ett av nämndens mål, eller avsluta området med to",
        "add {area} to areas of one of the committee's goals, or end the area with to",
    ),
    why=Text(
        "Området har pengar men inget mål, så ingen frågar vad pengarna ger.",
        "The area has money but no goal, so no one asks what the money achieves.",
    ),
    bad=_AREAS + _NAMED_AREAS + "    areas: [parker]\n",
    good=_AREAS + _NAMED_AREAS + "    areas: [parker, lekplatser]\n",
)
def area_without_goal(committee: Committee, context: Context) -> Iterator[Found]:
    """An area that goes on is named by a goal, where the committee's goals name areas."""
    coverage = context.once(_coverage)
    if committee.id not in coverage.with_areas or not context.complete or context.failed:
        return
    for area in committee.areas:
        if area.standing.valid.last is None and area.id not in coverage.areas:
            yield Found(("areas", area.id), {"area": area.id}, on_key=True)


@rule(
    "GOA427",
    "conditions-missing",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text(
        "{name} saknar conditions: förutsättningarna för att nå målet",
        "{name} has no conditions: what it takes to reach the goal",
    ),
    cure=Text(
        "skriv conditions: och det som måste finnas på plats, ett par rader räcker",
        "write conditions: and what must be in place; a line or two will do",
    ),
    why=Text(
        "Nämnden svarar för målet, men bara om förutsättningarna finns. De behöver anges i förväg för att kunna "
        "bedömas i efterhand.",
        "The committee answers for the goal, but only if the conditions are there. They must be stated beforehand to "
        "be judged afterwards.",
    ),
    bad=_PARKS,
    good=_PARKS + "    conditions:\n      - Mark för nya parker avsätts i detaljplanerna\n",
)
def conditions_missing(goal: StrategicGoal, _: Context) -> Iterator[Found]:
    """A goal that goes on says what delivering it takes."""
    if not goal.conditions and _goes_on(goal):
        yield Found((), {"name": goal.id})


@rule(
    "GOA428",
    "number-of-another-goal",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text(
        "{name} har nummer {number} men tjänar inte mål {lead}, {other}",
        "{name} has the number {number} but does not serve goal {lead}, {other}",
    ),
    cure=Text(
        "lägg till {other} i serves; ett nytt mål kan i stället få ett annat nummer",
        "add {other} to serves; a new goal can have another number instead",
    ),
    why=Text(
        "De andra målen har nummer efter det övergripande mål som de tjänar. Den som söker målet på sitt nummer "
        "letar i fel avsnitt.",
        "The other goals are numbered after the overall goal that they serve. Whoever looks for this one by its "
        "number turns to the wrong section.",
    ),
    bad=_OVERALL + _SERIES.format("2.2"),
    good=_OVERALL + _SERIES.format("1.4"),
)
def number_of_another_goal(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """Where goals are numbered after what they serve, none has a number of another. An old goal keeps its number."""
    coverage = context.once(_coverage)
    lead = goal.number.split(".")[0]
    other = context.plan.overall_goals.get(coverage.overall_by_number.get(lead, ""))
    if other is None or other.id in goal.serves or not _goes_on(other) or not _goes_on(goal):
        return
    taken = context.once(first_by_number)[goal.number] != goal.id
    if taken or not context.plan.overall_goals.keys() >= set(goal.serves):  # told elsewhere
        return
    if coverage.numbered_alike and "." in goal.number and not _is_numbered_alike(goal, context.plan):
        beside = Beside(Text(f"mål {lead}", f"goal {lead}"), other.id, ("number",))
        yield Found(
            ("number",), {"name": goal.id, "number": goal.number, "lead": lead, "other": other.id}, beside=(beside,)
        )
