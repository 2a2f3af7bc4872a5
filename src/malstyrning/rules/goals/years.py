"""Years: what is in force when what it belongs to is in force, so that nothing drops out of a report."""

from collections.abc import Iterator
from typing import Any

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action, Assignment
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Area, Committee, OverallGoal, StrategicGoal
from malstyrning.domain.standing import Validity
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.needs import a_last_year
from malstyrning.rules.rule import Context, Found, rule

_KPI = (
    "kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n    decimals: 0\n    direction: none\n"
)
_GOAL = (
    "strategic_goals:\n  levande:\n    number: 2.1\n    title: Levande centrum\n    committee: {committee}\n"
    "    serves: [{serves}]\n    from: 2020\n    horizon: 2027\n    conditions: [Mark för nya torg]\n"
)
_TWO_GOALS = (
    "overall_goals:\n  gammalt:\n    number: 2\n    title: Attraktiva livsmiljöer\n    to: 2021\n"
    + _GOAL.format(committee="namnd", serves="{}")
)
_ENDED = "committees:\n  gammal:\n    title: Gamla nämnden\n    to: 2021\n" + _GOAL.format(
    committee="gammal", serves="overgripande"
)


@rule(
    "GOA403",
    "ends-before-it-begins",
    on=(OverallGoal, Committee, StrategicGoal, Kpi, Action, Assignment, BudgetFrame),
    needs=a_last_year,
    says=Text(
        "Sista året (to) är {last}, men första året (from) är {first}",
        "The last year (to) is {last}, but the first year (from) is {first}",
    ),
    cure=Text("rätta from eller to", "correct from or to"),
    why=Text(
        "Det som slutar innan det börjar gäller inget år och syns inte i någon rapport.",
        "What ends before it begins is in force in no year, and no report shows it.",
    ),
    bad=_KPI + "    from: 2023\n    to: 2021\n",
    good=_KPI + "    from: 2021\n    to: 2023\n",
)
def ends_before_it_begins(value: Any, _: Context) -> Iterator[Found]:  # noqa: ANN401 - any decided object
    """Years in force have a first that is not after the last."""
    for at, valid in _years_of(value):
        if valid.first is not None and valid.last is not None and valid.last < valid.first:
            yield Found(at, {"first": str(valid.first), "last": str(valid.last)})


def _years_of(value: Any) -> Iterator[tuple[Steps, Validity]]:  # noqa: ANN401 - any decided object
    """The years of an object, and of the areas in a committee, each with the place of its end."""
    yield ("to",), value.standing.valid
    for area in value.areas if isinstance(value, Committee) else ():
        yield ("areas", area.id, "to"), area.standing.valid


@rule(
    "GOA404",
    "outside-its-goal",
    on=(Kpi, Action),
    severity=Severity.WARNING,
    says=Text(
        "{key} är {year}, men målet {goal} gäller {years}",
        "{key} is {year}, but the goal {goal} is in force {years}",
    ),
    cure=Text(
        "skriv ett år då målet gäller, eller ta bort {key}", "write a year when the goal is in force, or remove {key}"
    ),
    why=Text(
        "Ett nyckeltal eller en åtgärd visas under sitt mål. De år då målet inte gäller faller det ur rapporten.",
        "A KPI or an action is shown under its goal. In years when the goal is not in force it drops out of the "
        "report.",
    ),
    bad=_KPI + "    from: 2018\n",
    good=_KPI + "    from: 2021\n",
)
def outside_its_goal(value: Kpi | Action, context: Context) -> Iterator[Found]:
    """The years that a KPI or an action states are years of its goal; what it leaves out is the goal's."""
    goal = context.plan.strategic_goals.get(value.goal)
    if goal is None:
        return
    valid, years = value.standing.valid, goal.standing.valid
    for key, year in (("from", valid.first), ("to", valid.last)):
        if year is not None and not years.covers(year):
            facts: dict[str, str | Text] = {
                "key": key,
                "year": str(year),
                "goal": goal.id,
                "years": in_words(years),
            }
            yield Found((key,), facts)


def in_words(years: Validity) -> Text:
    """Years in force as a message says them: `från 2020`, `till och med 2024`, `2020–2024`."""
    first, last = years.first, years.last
    if last is None:
        return Text(f"från {first}", f"from {first}")
    if first is None:
        return Text(f"till och med {last}", f"to the end of {last}")
    return Text(f"{first}–{last}", f"{first}–{last}")


@rule(
    "GOA405",
    "first-served-not-in-force",
    on=StrategicGoal,
    severity=Severity.WARNING,
    says=Text(
        "{found} gäller inte {year}; då hamnar målet under {other}",
        "{found} is not in force in {year}; the goal is then placed under {other}",
    ),
    cure=Text("skriv först det övergripande mål som gäller", "name the overall goal that is in force first"),
    why=Text(
        "Rapporten ordnar ett mål under det första övergripande mål som det tjänar. "
        "Gäller det inte, flyttar målet utan att någon har sagt det.",
        "The report places a goal under the first overall goal that it serves. Where that one is not in force the "
        "goal moves without anyone having said so.",
    ),
    bad=_TWO_GOALS.format("gammalt, overgripande"),
    good=_TWO_GOALS.format("overgripande, gammalt"),
)
def first_served_not_in_force(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """The first overall goal is in force as long as the goal, or another takes over where it ends."""
    known = context.plan.overall_goals
    first, *others = (known.get(one) for one in goal.serves)
    if first is None:
        return
    valid = first.standing.valid
    year = goal.standing.valid.first_year_outside(valid)
    if year is None:
        return
    for other in others:
        heir = other.standing.valid if other else Validity()
        if (valid.last is not None and heir.first == valid.last + 1) or (heir.last or 0) + 1 == valid.first:
            return
        if other and heir.covers(year):
            yield Found(("serves", 0), {"found": first.id, "year": str(year), "other": other.id})
            return


@rule(
    "GOA406",
    "committee-not-in-force",
    on=StrategicGoal,
    severity=Severity.WARNING,
    says=Text("{found} gäller inte {year}, men det gör målet", "{found} is not in force in {year}, but the goal is"),
    cure=Text(
        "avsluta målet med to, eller flytta det till den nämnd och de områden som gäller",
        "end the goal with to, or move it to the committee and the areas in force",
    ),
    why=Text(
        "Ett mål hos en nämnd eller ett område som har upphört följs upp av ingen, och dess pengar visas inte.",
        "A goal of a committee or an area that has ended is followed up by no one, and its money is not shown.",
    ),
    bad=_ENDED,
    good=_ENDED + "    to: 2021\n",
)
def committee_not_in_force(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """In every year of a goal its committee is in force, and so are its areas. One that is to be ended is told so."""
    if goal.standing.replaced_by and goal.standing.valid.last is None:
        return
    for at, owner in _owners(goal, context):
        year = goal.standing.valid.first_year_outside(owner.standing.valid)
        if year is not None:
            yield Found(at, {"found": owner.id, "year": str(year)}, _moved_to(owner, goal))
            return


def _moved_to(owner: Committee | Area, goal: StrategicGoal) -> Text | None:
    """Where to move a goal whose committee has been followed by another."""
    heir = owner.successor if isinstance(owner, Committee) else None
    last = owner.standing.valid.last
    if heir is None or last is None or (goal.standing.valid.first or 0) > last:
        return None
    return Text(
        f"avsluta målet med to: {last}, eller flytta det till {heir}, som tog över",
        f"end the goal with to: {last}, or move it to {heir}, which took over",
    )


def _owners(goal: StrategicGoal, context: Context) -> Iterator[tuple[Steps, Committee | Area]]:
    """The committee and the areas of a goal. One that does not exist is told elsewhere."""
    if committee := context.plan.committees.get(goal.committee):
        yield ("committee",), committee
    for index, name in enumerate(goal.areas):
        if area := context.areas.get(name):
            yield ("areas", index), area


@rule(
    "GOA407",
    "finished-before-started",
    on=Action,
    severity=Severity.WARNING,
    says=Text("Avslutad {finished} men påbörjad {started}", "Finished on {finished} but started on {started}"),
    cure=Text("rätta det ena datumet", "correct one of the dates"),
    why=Text(
        "Datumen säger när en effekt kan väntas. I fel ordning säger de ingenting.",
        "The dates say when an effect can be expected. In the wrong order they say nothing.",
    ),
    bad="actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    status: done\n"
    "    started: 2022-06-20\n    finished: 2022-02-20\n",
    good="actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    status: done\n"
    "    started: 2022-02-20\n    finished: 2022-06-20\n",
)
def finished_before_started(action: Action, _: Context) -> Iterator[Found]:
    """An action ends on the day it began or later."""
    if action.started and action.finished and action.finished < action.started:
        yield Found(("finished",), {"started": str(action.started), "finished": str(action.finished)})
