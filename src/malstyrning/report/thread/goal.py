"""The thread through a strategic goal: whom it serves, its KPIs and actions, its status and the answers."""

from collections.abc import Iterator

from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.plan import OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.report.build.goal import actions_of
from malstyrning.report.build.marks import goal_mark, proposed_mark, signature
from malstyrning.report.build.statuses import count_text
from malstyrning.report.goal_status import KPIS, arithmetic_of
from malstyrning.report.thread.committee import answers_given, area_line
from malstyrning.report.thread.kpi import action_thread, kpi_line, kpi_thread
from malstyrning.report.thread.nodes import Kind, Node, Scene
from malstyrning.report.words import FULFILMENT

_NUMBERED = Text("{number} {title}", "{number} {title}")
_COUNTED = Text("{number} {title} ({count})", "{number} {title} ({count})")
_NOT_IN_FORCE = Text("{number} {title} (gäller inte {year})", "{number} {title} (not in force in {year})")
_PROPOSED = Text("{status}: regelns förslag. {sum}", "{status}: the rule's proposal. {sum}")
_SIGNED = Text(
    "{status}: nämndens bedömning, {signature}. Regelns förslag är {proposed}. {sum}",
    "{status}: the committee's assessment, {signature}. The rule's proposal is {proposed}. {sum}",
)


def overall_line(scene: Scene, goal: OverallGoal) -> Node:
    """An overall goal in one line, with the status that the rule proposes for it."""
    line = scene.write.text(_NUMBERED, number=goal.number, title=goal.title)
    result = next((one for one in scene.evaluation.overall_goals if one.goal == goal.id), None)
    return scene.node(Kind.OVERALL_GOAL, goal.id, line, proposed_mark(result, scene.write) if result else None)


def goal_line(scene: Scene, goal: StrategicGoal) -> Node:
    """A strategic goal in one line: its status, and how many of its KPIs reach their level."""
    write, judged = scene.write, scene.goal(goal.id)
    if judged is None:
        facts: dict[str, str | Text] = {"number": goal.number, "title": goal.title, "year": str(scene.year)}
        return scene.node(Kind.STRATEGIC_GOAL, goal.id, write.text(_NOT_IN_FORCE, **facts))
    count = count_text(judged.whole_tally, write)
    line = write.text(_COUNTED, number=goal.number, title=goal.title, count=count)
    return scene.node(Kind.STRATEGIC_GOAL, goal.id, line, goal_mark(judged, write))


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
    status, given = goal_mark(judged, write), judged.answer or GoalAnswer()
    rule, not_now = scene.plan.goal_status, not judged.is_followed_up
    counted = arithmetic_of(judged.proposal, rule, KPIS, write, not_now=not_now)
    facts = {"status": status.label, "sum": counted}
    line, place = write.text(_PROPOSED, **facts), ""
    if judged.signed and given.status:
        place = scene.answered(committee, "goals", goal.id, "status")
        signed = signature(answers.signed if answers else None, write)
        proposed = write.text(FULFILMENT[judged.proposed]).lower()
        line = write.text(_SIGNED, signature=signed, proposed=proposed, **facts)
    yield Node(Kind.STATUS, line, place, mark=status)
    texts = (
        (Kind.REASON, "reason", given.reason),
        (Kind.POSITION, "position", given.position),
        (Kind.ANALYSIS, "analysis", given.analysis),
    )
    for kind, key, text in texts:
        if text:
            yield Node(kind, write.text(text), scene.answered(committee, "goals", goal.id, key))
