"""The thread through a committee: its areas with their money, its assignments, its answers and lessons."""

from collections.abc import Iterator

from malstyrning.domain.actions import Assignment
from malstyrning.domain.evaluations import CommitteeEvaluation, Lesson
from malstyrning.domain.money import AreaResult
from malstyrning.domain.plan import Area
from malstyrning.language import Text
from malstyrning.report.build.lessons import about_text, became_text
from malstyrning.report.build.marks import decision, shown, signature
from malstyrning.report.labels import LABELS
from malstyrning.report.thread.nodes import Kind, Node, Scene
from malstyrning.report.words import ASSIGNMENT_STATUS

_AMOUNT = Text("{amount} mnkr", "SEK {amount} million")
_ORIGINAL = Text("{amount} mnkr (ursprungligen {original})", "SEK {amount} million (originally {original})")
_FEEDS = Text("{lesson} Förs till planen för {year}.", "{lesson} Feeds the plan of {year}.")
_SIGNED = Text("{period}: undertecknat av {signature}", "{period}: signed by {signature}")
_UNSIGNED = Text("{period}: inte undertecknat", "{period}: not signed")
_ASSIGNED = Text("{title} ({status})", "{title} ({status})")


def area_line(scene: Scene, area: Area) -> Node:
    """An area with its frame, and the outcome beside it."""
    results = (one for committee in scene.evaluation.money for one in committee.areas)
    result = next((one for one in results if one.area == area.id), None)
    line = scene.node(Kind.AREA, area.id, area.title)
    return line.over(*_money(scene, area, result)) if result else line


def _money(scene: Scene, area: Area, result: AreaResult) -> Iterator[Node]:
    write = scene.write
    changed = result.original != result.current
    facts = {"amount": write.money(result.current), "original": write.money(result.original)}
    frame = scene.at((f"budget_frames/{area.committee}", scene.year), "areas", area.id)
    yield Node(Kind.FRAME, write.text(_ORIGINAL if changed else _AMOUNT, **facts), frame)
    if result.outcome is None:
        yield Node(Kind.SPENT, write.text(LABELS["missing"]))
    else:
        place = shown(result.rows[0].span) if result.rows else ""
        yield Node(Kind.SPENT, write.text(_AMOUNT, amount=write.money(result.outcome)), place)
    if result.forecast:
        line = write.text(_AMOUNT, amount=write.money(result.forecast.amount))
        yield Node(Kind.FORECAST, line, shown(result.forecast.span))
    if result.deviation is not None:
        yield Node(Kind.DEVIATION, write.text(_AMOUNT, amount=write.money(result.deviation, signed=True)))


def assignment_line(scene: Scene, one: Assignment) -> Node:
    """An assignment from the council, and how far it has come."""
    write = scene.write
    line = write.text(_ASSIGNED, title=one.title, status=write.text(ASSIGNMENT_STATUS[one.status]).lower())
    decided = decision(one.standing, write)
    node = scene.node(Kind.ASSIGNMENT, one.id, f"{line}; {decided}" if decided else line)
    return node.over(Node(Kind.ASSIGNMENT, write.text(one.text), scene.at(one.id, "text"))) if one.text else node


def evaluation_line(scene: Scene, answers: CommitteeEvaluation) -> Node:
    """A committee's answers at an occasion, and who signed them."""
    identity = (f"evaluations/{answers.committee}", answers.period)
    signed = signature(answers.signed, scene.write)
    line = scene.write.text(_SIGNED if signed else _UNSIGNED, period=answers.period, signature=signed)
    return Node(Kind.EVALUATION, line, scene.at(identity, "signed") if signed else scene.at(identity))


def answers_given(scene: Scene, committee: str) -> Iterator[Node]:
    """Who signed a committee's answers, whether resources need to move, and what it takes along."""
    answers = scene.answers(committee)
    if answers is None:
        return
    moved: list[Node] = []
    if answers.reprioritise:
        line = scene.write.text(LABELS["yes" if answers.reprioritise.needed else "no"]) + "."
        if answers.reprioritise.text:
            line = f"{line} {scene.write.text(answers.reprioritise.text)}"
        moved = [Node(Kind.REPRIORITISE, line, scene.answered(committee, "reprioritise"))]
    yield evaluation_line(scene, answers).over(*moved, *lesson_lines(scene, answers))


def lesson_lines(scene: Scene, answers: CommitteeEvaluation) -> Iterator[Node]:
    """The lessons of some answers, each with the plan that it feeds."""
    for one in answers.lessons:
        text = scene.write.text(one.text)
        line = scene.write.text(_FEEDS, lesson=text, year=str(one.feeds)) if one.feeds else text
        yield scene.node(Kind.LESSON, one.id, line).over(*_led_to(scene, one))


def _led_to(scene: Scene, lesson: Lesson) -> Iterator[Node]:
    """What a lesson proposes, and what the plan that it feeds made of it."""
    write = scene.write
    if lesson.proposes:
        about = about_text(lesson.proposes, scene.plan, write)
        line = f"{about}: {write.text(lesson.proposes.text)}"
        yield Node(Kind.PROPOSAL, line, scene.at(lesson.id, "proposes"))
    if lesson.became:
        yield Node(Kind.BECAME, became_text(lesson, scene.plan, write), scene.at(lesson.id, "became"))
