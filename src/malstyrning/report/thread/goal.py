"""The thread through a strategic goal: whom it serves, its KPIs and actions, its status and the answers."""

from collections.abc import Iterator

from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.plan import OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.report.build.goal import actions_of, count_text
from malstyrning.report.build.marks import mark, signature
from malstyrning.report.sentences import goal_rule
from malstyrning.report.thread.committee import answers_given, area_line
from malstyrning.report.thread.kpi import action_thread, kpi_line, kpi_thread
from malstyrning.report.thread.nodes import Kind, Node, Scene
from malstyrning.report.words import FULFILMENT

_NUMBERED = Text("{number} {title}", "{number} {title}")
_COUNTED = Text("{number} {title} ({count})", "{number} {title} ({count})")
_NOT_IN_FORCE = Text("{number} {title} (gäller inte {year})", "{number} {title} (not in force in {year})")
_PROPOSED = Text("regelns förslag: {rule}", "the rule's proposal: {rule}")
_SIGNED = Text("nämndens bedömning, {signature}", "the committee's assessment, {signature}")
_DEPARTS = Text("{signed}; regeln föreslog {proposed}: {rule}", "{signed}; the rule proposed {proposed}: {rule}")


def overall_line(scene: Scene, goal: OverallGoal) -> Node:
    """An overall goal in one line."""
    line = scene.write.text(_NUMBERED, number=goal.number, title=goal.title)
    return scene.node(Kind.OVERALL_GOAL, goal.id, line)


def goal_line(scene: Scene, goal: StrategicGoal) -> Node:
    """A strategic goal in one line: its status, and how many of its KPIs reach their level."""
    write, judged = scene.write, scene.goal(goal.id)
    if judged is None:
        facts: dict[str, str | Text] = {"number": goal.number, "title": goal.title, "year": str(scene.year)}
        return scene.node(Kind.STRATEGIC_GOAL, goal.id, write.text(_NOT_IN_FORCE, **facts))
    count = count_text(judged.whole_tally, write)
    line = write.text(_COUNTED, number=goal.number, title=goal.title, count=count)
    return scene.node(Kind.STRATEGIC_GOAL, goal.id, line, mark(judged.status, write))


def goal_outline(scene: Scene, goal: StrategicGoal) -> Node:
    """A strategic goal with its KPIs, one line each."""
    return goal_line(scene, goal).over(*(kpi_line(scene, one) for one in scene.plan.kpis_of(goal.id, scene.year)))


def goal_thread(scene: Scene, goal: StrategicGoal) -> Node:
    """A strategic goal with all that hangs on it, down to the lessons."""
    plan, year = scene.plan, scene.year
    areas = plan.areas
    return goal_line(scene, goal).over(
        *also_serves(scene, goal),
        scene.node(Kind.COMMITTEE, goal.committee, plan.committees[goal.committee].title),
        *(area_line(scene, areas[one]) for one in goal.areas),
        *(kpi_thread(scene, one) for one in plan.kpis_of(goal.id, year)),
        *(action_thread(scene, one) for one in actions_of(scene.evaluation, goal.id)),
        *_answers(scene, goal),
        *answers_given(scene, goal.committee),
    )


def also_serves(scene: Scene, goal: StrategicGoal) -> Iterator[Node]:
    """The overall goals that a goal serves beside the one that reports place it under."""
    home = scene.plan.home_of(goal, scene.year)
    for index, name in enumerate(goal.serves):
        if name != home:
            other = scene.plan.overall_goals[name]
            line = scene.write.text(_NUMBERED, number=other.number, title=other.title)
            yield Node(Kind.SERVES, line, scene.at(goal.id, "serves", index), name)


def _answers(scene: Scene, goal: StrategicGoal) -> Iterator[Node]:
    """The goal's status with who decided it, and the committee's position and analysis."""
    judged, write, committee = scene.goal(goal.id), scene.write, goal.committee
    if judged is None:
        return
    answers = scene.answers(committee)
    rule = goal_rule(judged, write)
    line, place = write.text(_PROPOSED, rule=rule), ""
    if judged.signed and judged.answer and judged.answer.status:
        place = scene.answered(committee, "goals", goal.id, "status")
        line = write.text(_SIGNED, signature=signature(answers.signed if answers else None, write))
    if judged.departs:
        proposed = write.text(FULFILMENT[judged.proposed]).lower()
        line = write.text(_DEPARTS, signed=line, proposed=proposed, rule=rule)
    status = mark(judged.status, write)
    yield Node(Kind.STATUS, f"{status.label}: {line}", place, mark=status)
    given = judged.answer or GoalAnswer()
    for kind, key, text in ((Kind.POSITION, "position", given.position), (Kind.ANALYSIS, "analysis", given.analysis)):
        if text:
            yield Node(kind, write.text(text), scene.answered(committee, "goals", goal.id, key))
