"""The view of lessons: what was learnt, what it proposes, the plan that it feeds, and what became of it there."""

from malstyrning.domain.evaluations import Lesson, LessonProposal, NewObject
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.report.view import LessonView, Narrative
from malstyrning.report.words import LESSON_STATUS
from malstyrning.report.writer import Writer

_FRAME = Text("{committee}, ramen", "{committee}, the frame")
_NEW = {
    NewObject.GOAL: Text("ett nytt mål", "a new goal"),
    NewObject.KPI: Text("ett nytt nyckeltal", "a new KPI"),
    NewObject.ACTION: Text("en ny åtgärd", "a new action"),
    NewObject.AREA: Text("ett nytt ansvarsområde", "a new area"),
    NewObject.ASSIGNMENT: Text("ett nytt uppdrag", "a new assignment"),
}
_IN_THE_PLAN = Text("I planen: {what}", "In the plan: {what}")


def lesson_view(lesson: Lesson, plan: SteeringPlan, write: Writer) -> LessonView:
    """Everything a reader is told of a lesson."""
    proposes = lesson.proposes
    return LessonView(
        anchor=lesson.id,
        text=Narrative(write.text(lesson.text)),
        about=about_text(proposes, plan, write) if proposes else "",
        change=Narrative(write.text(proposes.text) if proposes else ""),
        feeds=str(lesson.feeds or ""),
        became=became_text(lesson, plan, write),
    )


def about_text(proposes: LessonProposal, plan: SteeringPlan, write: Writer) -> str:
    """What a lesson proposes to change, or that it is something new."""
    return write.text(_NEW[proposes.new] if proposes.new else _named(proposes.about or "", plan))


def became_text(lesson: Lesson, plan: SteeringPlan, write: Writer) -> str:
    """What the plan made of a lesson, where that was decided, why, and what in the plan shows it."""
    became = lesson.became
    if became is None:
        return ""
    status = write.text(LESSON_STATUS[became.status])
    told = [f"{status} ({became.reference})" if became.reference else status]
    told += [write.text(became.text)] if became.text else []
    if became.led_to:
        what = ", ".join(write.text(_named(one, plan)) for one in became.led_to)
        told.append(write.text(_IN_THE_PLAN, what=what))
    return " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in told)


def _named(name: str, plan: SteeringPlan) -> Text:
    """What an object of the plan is called; a committee stands for its frame."""
    if name in plan.committees:
        return _FRAME.filled({"committee": plan.committees[name].title})
    found = plan.steerable.get(name)
    return found.title if found else Text(name, name)
