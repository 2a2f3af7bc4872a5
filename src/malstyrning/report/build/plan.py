"""The view of a year's plan: the lessons that it answers, and what has been decided for it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.evaluations import LessonStatus
from malstyrning.domain.former import FormerReport, UnreadableReport
from malstyrning.evaluate.fed import FedLesson
from malstyrning.language import Language, Text, plural
from malstyrning.load.places import Places
from malstyrning.report.build.lessons import lesson_view
from malstyrning.report.build.marks import signature
from malstyrning.report.build.planned_goals import PlanScene, planned_overall
from malstyrning.report.build.planned_money import planned_committees, whole_frame
from malstyrning.report.build.report import WHOLE_EXAMPLE, body, invented
from malstyrning.report.labels import LABELS
from malstyrning.report.plan_labels import PLAN_LABELS
from malstyrning.report.view import FedLessons, FedLessonView, PlanView
from malstyrning.report.words import LESSON_STATUS
from malstyrning.report.writer import Writer

_GOALS = (Text("1 strategiskt mål", "1 strategic goal"), Text("{n} strategiska mål", "{n} strategic goals"))
_KPIS = (Text("1 nyckeltal", "1 KPI"), Text("{n} nyckeltal", "{n} KPIs"))
_ACTIONS = (Text("1 åtgärd", "1 action"), Text("{n} åtgärder", "{n} actions"))
_PLAN = Text(
    "Planen för {year} har {goals}, {kpis} och {actions}.", "The plan of {year} has {goals}, {kpis} and {actions}."
)
_ONE_LESSON = Text("1 lärdom gäller planen: {counts}.", "1 lesson feeds the plan: {counts}.")
_LESSONS = Text("{n} lärdomar gäller planen: {counts}.", "{n} lessons feed the plan: {counts}.")
_OPEN = (Text("1 öppen", "1 open"), Text("{n} öppna", "{n} open"))
_COUNTED = Text("{n} {status}", "{n} {status}")
_FRAME = Text("Ramarna är tillsammans {amount} mnkr.", "The frames are SEK {amount} million in all.")
_PARTLY_EXAMPLE = Text(
    "Planen innehåller exempel. Det som är märkt ”exempel” är påhittat för att visa hur en plan ser ut: {what}. "
    "Omärkta målnivåer är publicerade uppgifter.",
    "The plan holds examples. What is marked 'example' is invented to show what a plan looks like: {what}. "
    "Unmarked target levels are published facts.",
)
_LAST = Text(
    "Den senaste bedömningen är från rapporten för {period}.", "The last verdict is from the report of {period}."
)
_UNREADABLE = Text(
    "Den senaste rapporten, {path}, går inte att läsa: {why}.", "The last report, {path}, can't be read: {why}."
)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a year's plan is made from.

    `evaluation` is that of the year without a single value: what is in force, and the frames. `last` is the report
    whose verdicts stand beside the levels.
    """

    evaluation: Evaluation
    lessons: tuple[FedLesson, ...]
    last: FormerReport | UnreadableReport | None = None
    places: Places = field(default_factory=Places)
    inputs: Mapping[str, str] = field(default_factory=dict)
    version: str = ""


def plan_view(planned: Planned, language: Language) -> PlanView:
    """Every string of a year's plan, in one language."""
    write, evaluation = Writer(language), planned.evaluation
    plan, occasion = evaluation.plan, evaluation.occasion
    year = occasion.year
    facts = {
        "year": str(year),
        "before": str(year - 1),
        "earlier": str(year - 2),
        "after": str(year + 1),
        "date": write.date(occasion.date),
        "period": str(year),
        "version": planned.version,
    }
    lessons = tuple(_fed(one, evaluation, write) for one in planned.lessons)
    former = planned.last if isinstance(planned.last, FormerReport) else None
    scene = PlanScene(evaluation, former, planned.places, lessons, planned.lessons, write)
    return PlanView(
        language=language.value,
        t={key: write.text(text, **facts) for key, text in {**LABELS, **PLAN_LABELS}.items()},
        organisation=body(evaluation, write),
        title=write.text(PLAN_LABELS["document_title"], **facts),
        date=write.date(occasion.date),
        vision=write.text(plan.vision.text) if plan.vision else "",
        notice=_notice(planned, write),
        summary=_summary(planned, write),
        lessons=tuple(_answered_alike(lessons, write)),
        last_told=_last_told(planned.last, write),
        overall_goals=tuple(planned_overall(scene, one) for one in evaluation.overall_goals),
        committees=planned_committees(evaluation, write),
        total=whole_frame(evaluation, write),
        inputs=tuple(sorted(planned.inputs.items())),
    )


def _notice(planned: Planned, write: Writer) -> str:
    """The plain notice that something in the plan was invented, with what and how much; empty where nothing was."""
    if planned.evaluation.plan.example:
        return write.text(WHOLE_EXAMPLE)
    what = invented(planned.evaluation, write, lessons=sum(one.answers.example for one in planned.lessons))
    return write.text(_PARTLY_EXAMPLE, what=what) if what else ""


def _fed(fed: FedLesson, evaluation: Evaluation, write: Writer) -> FedLessonView:
    lesson, answers, plan = fed.lesson, fed.answers, evaluation.plan
    committee = plan.committees.get(answers.committee)
    status = write.text(LESSON_STATUS[lesson.became.status]) if lesson.became else ""
    return FedLessonView(
        lesson=replace(lesson_view(lesson, plan, write), feeds=""),  # it is this plan
        committee=write.text(committee.title_in(evaluation.occasion.year)) if committee else answers.committee,
        period=answers.period,
        status=status[:1].upper() + status[1:],
        signature=signature(answers.signed, write),
        example=answers.example,
    )


def _answered_alike(lessons: tuple[FedLessonView, ...], write: Writer) -> Iterator[FedLessons]:
    """The lessons, which stand in the order of their answers, by answer and how many have it."""
    for status, alike in groupby(lessons, key=lambda one: one.status):
        found = tuple(alike)
        title = status or write.text(PLAN_LABELS["open"])
        yield FedLessons(f"{title} ({len(found)})", found)


def _summary(planned: Planned, write: Writer) -> tuple[str, ...]:
    """How much has been decided, how the lessons were answered, and the frames."""
    evaluation = planned.evaluation
    goals = {one.goal for one in evaluation.goals}
    year = evaluation.occasion.year
    actions = [one for one in evaluation.plan.actions.values() if one.goal in goals and one.standing.valid.covers(year)]
    told = []
    if goals:
        told.append(
            write.text(
                _PLAN,
                year=str(year),
                goals=plural(len(goals), *_GOALS),
                kpis=plural(len(evaluation.kpis), *_KPIS),
                actions=plural(len(actions), *_ACTIONS),
            )
        )
    else:
        told.append(write.text(PLAN_LABELS["no_goals"], year=str(year)))
    told.append(_lessons_told(planned, write))
    if evaluation.money:
        amount = sum((one.current for one in evaluation.money), Decimal(0))
        told.append(write.text(_FRAME, amount=write.money(amount)))
    return tuple(told)


def _lessons_told(planned: Planned, write: Writer) -> str:
    if not planned.lessons:
        return write.text(PLAN_LABELS["no_lessons"], year=str(planned.evaluation.occasion.year))
    counts = Counter(one.lesson.became and one.lesson.became.status for one in planned.lessons)
    told = [write.text(plural(counts[None], *_OPEN))]
    told += [
        write.text(_COUNTED, n=str(counts[status]), status=LESSON_STATUS[status])
        for status in LessonStatus
        if counts[status]
    ]
    count = len(planned.lessons)
    return write.text(_ONE_LESSON if count == 1 else _LESSONS, n=str(count), counts=", ".join(told))


def _last_told(last: FormerReport | UnreadableReport | None, write: Writer) -> str:
    if isinstance(last, FormerReport):
        return write.text(_LAST, period=last.period)
    return write.text(_UNREADABLE, path=last.path, why=last.why) if last else ""
