"""The golden thread (röd tråd) through anything that has an id, from the vision down to the lessons."""

from collections.abc import Callable, Container

from malstyrning.domain.plan import SteeringPlan, StrategicGoal
from malstyrning.report.build.goal import actions_of
from malstyrning.report.thread.committee import (
    answers_given,
    area_line,
    assignment_line,
    evaluation_line,
    lesson_lines,
)
from malstyrning.report.thread.goal import also_serves, goal_line, goal_outline, goal_thread, overall_line
from malstyrning.report.thread.kpi import action_thread, event_line, kpi_line, kpi_thread
from malstyrning.report.thread.nodes import Kind, Node, Scene

__all__ = ["Kind", "Node", "Scene", "thread", "traceable"]

_Way = tuple[Container[str], Callable[[Scene], Node]]  # a section of the plan, and how its objects are followed


def traceable(plan: SteeringPlan) -> list[str]:
    """Every id that has a thread."""
    sections = (plan.overall_goals, plan.strategic_goals, plan.kpis, plan.actions, plan.committees, plan.areas)
    return [*(one for section in (*sections, plan.assignments, plan.events) for one in section), *_lessons(plan)]


def thread(scene: Scene) -> Node:
    """The tree of what is asked for: the way down to it from the vision, and everything that hangs on it."""
    plan = scene.plan
    ways: tuple[_Way, ...] = (
        (plan.overall_goals, _overall),
        (plan.strategic_goals, _goal),
        (plan.kpis, _kpi),
        (plan.actions, _action),
        (plan.committees, _committee),
        (plan.areas, _area),
        (plan.assignments, _assignment),
        (plan.events, _event),
    )
    return next((follow for section, follow in ways if scene.asked in section), _lesson)(scene)


def _lessons(plan: SteeringPlan) -> list[str]:
    return [lesson.id for answers in plan.evaluations.values() for lesson in answers.lessons]


def _from_vision(scene: Scene, below: Node) -> Node:
    """Hang an overall goal under the vision, if one is stated."""
    vision = scene.plan.vision
    return Node(Kind.VISION, scene.write.text(vision.text), scene.at("vision")).over(below) if vision else below


def _from_goal(scene: Scene, goal: StrategicGoal, below: Node) -> Node:
    """Hang a strategic goal under the overall goal that reports place it under."""
    home = scene.plan.home_of(goal, scene.year) or next(iter(goal.serves), "")
    overall = scene.plan.overall_goals.get(home)
    return _from_vision(scene, overall_line(scene, overall).over(below)) if overall else below


def _overall(scene: Scene) -> Node:
    goal = scene.plan.overall_goals[scene.asked]
    goals = scene.plan.strategic_goals_in(scene.year)
    placed = [one for one in goals if scene.plan.home_of(one, scene.year) == goal.id]
    beside = [one for one in goals if goal.id in one.serves and one not in placed]
    below = (*(goal_outline(scene, one) for one in placed), *(goal_line(scene, one) for one in beside))
    return _from_vision(scene, overall_line(scene, goal).over(*below))


def _goal(scene: Scene) -> Node:
    goal = scene.plan.strategic_goals[scene.asked]
    return _from_goal(scene, goal, goal_thread(scene, goal))


def _kpi(scene: Scene) -> Node:
    kpi = scene.plan.kpis[scene.asked]
    goal = scene.plan.strategic_goals[kpi.goal]
    actions = [one for one in actions_of(scene.evaluation, goal.id) if _is_for(kpi.id, one.kpis, one.expected_effect)]
    below = kpi_thread(scene, kpi, actions)
    line = goal_line(scene, goal).over(*also_serves(scene, goal), below, *answers_given(scene, goal.committee))
    return _from_goal(scene, goal, line)


def _is_for(kpi: str, kpis: tuple[str, ...], effect: object) -> bool:
    return kpi in kpis or getattr(effect, "kpi", None) == kpi


def _action(scene: Scene) -> Node:
    action = scene.plan.actions[scene.asked]
    goal = scene.plan.strategic_goals[action.goal]
    effect = (action.expected_effect.kpi,) if action.expected_effect else ()
    kpis = [scene.plan.kpis[one] for one in dict.fromkeys((*action.kpis, *effect))]
    whole = action_thread(scene, action)
    below = whole.over(*(kpi_line(scene, one) for one in kpis), *whole.branches)
    return _from_goal(scene, goal, goal_line(scene, goal).over(below, *answers_given(scene, goal.committee)))


def _committee_line(scene: Scene, name: str) -> Node:
    return scene.node(Kind.COMMITTEE, name, scene.plan.committees[name].title)


def _committee(scene: Scene) -> Node:
    plan, year, committee = scene.plan, scene.year, scene.plan.committees[scene.asked]
    goals = [one for one in plan.strategic_goals_in(year) if one.committee == committee.id]
    homes = dict.fromkeys(plan.home_of(one, year) for one in goals)
    overall = [
        overall_line(scene, plan.overall_goals[home]).over(
            *(goal_outline(scene, one) for one in goals if plan.home_of(one, year) == home)
        )
        for home in homes
        if home
    ]
    return _committee_line(scene, committee.id).over(
        *(area_line(scene, one) for one in committee.areas),
        *overall,
        *(assignment_line(scene, one) for one in plan.assignments_of(committee.id, scene.evaluation.occasion.date)),
        *answers_given(scene, committee.id),
    )


def _assignment(scene: Scene) -> Node:
    one = scene.plan.assignments[scene.asked]
    return _committee_line(scene, one.committee).over(assignment_line(scene, one))


def _area(scene: Scene) -> Node:
    area = scene.plan.areas[scene.asked]
    goals = [one for one in scene.plan.strategic_goals_in(scene.year) if area.id in one.areas]
    line = area_line(scene, area)
    return _committee_line(scene, area.committee).over(
        line.over(*line.branches, *(goal_outline(scene, one) for one in goals))
    )


def _event(scene: Scene) -> Node:
    """An event over what it touches: by its own account, and by the answers that refer to it."""
    event, plan = scene.plan.events[scene.asked], scene.plan
    answers = (given for one in scene.evaluation.answers.values() for given in one.kpis.items())
    referring = [kpi for kpi, given in answers if event.id in given.events]
    goals = [plan.strategic_goals[one] for one in event.goals]
    kpis = [plan.kpis[one] for one in dict.fromkeys((*event.kpis, *referring))]
    return event_line(scene, event).over(
        *(goal_line(scene, one) for one in goals), *(kpi_line(scene, one) for one in kpis)
    )


def _lesson(scene: Scene) -> Node:
    """A lesson stands in answers of its own time, which may be another than the one evaluated."""
    answers = next(
        one for one in scene.plan.evaluations.values() if any(lesson.id == scene.asked for lesson in one.lessons)
    )
    goals = [one for one in scene.plan.strategic_goals_in(scene.year) if one.committee == answers.committee]
    now = goals if answers.period == str(scene.evaluation.occasion) else []
    return _committee_line(scene, answers.committee).over(
        *(goal_line(scene, one) for one in now),
        evaluation_line(scene, answers).over(*(one for one in lesson_lines(scene, answers) if one.asked)),
    )
