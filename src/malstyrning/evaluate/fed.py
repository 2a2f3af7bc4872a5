"""The lessons that a year's plan has to answer."""

from dataclasses import dataclass

from malstyrning.domain.evaluations import CommitteeEvaluation, Lesson, LessonStatus
from malstyrning.domain.periods import parse_period
from malstyrning.domain.plan import SteeringPlan


@dataclass(frozen=True, slots=True)
class FedLesson:
    """A lesson, and the committee's answers that it stands in."""

    lesson: Lesson
    answers: CommitteeEvaluation


def lessons_feeding(plan: SteeringPlan, year: int) -> tuple[FedLesson, ...]:
    """The lessons that feed a year's plan: those without an answer first, then by it, by occasion and committee."""
    order = [*plan.committees]
    found = [FedLesson(one, each) for each in plan.evaluations.values() for one in each.lessons if one.feeds == year]
    return tuple(sorted(found, key=lambda one: _order(one, order)))


def _order(one: FedLesson, committees: list[str]) -> tuple[int, str, int]:
    period, committee = parse_period(one.answers.period), one.answers.committee
    learnt = period.end.isoformat() if period else ""
    became = one.lesson.became
    answered = 1 + [*LessonStatus].index(became.status) if became else 0
    return answered, learnt, committees.index(committee) if committee in committees else -1
