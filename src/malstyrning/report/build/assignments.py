"""The view of the council's assignments, of all committees in one table."""

from malstyrning.domain.actions import Assignment
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.report.build.marks import answer, decision
from malstyrning.report.view import AssignmentView
from malstyrning.report.words import ASSIGNMENT_STATUS
from malstyrning.report.writer import Writer

_ONE_LATE = Text(
    "1 av {all} uppdrag skulle ha varit klart senast den {date} och är det inte.",
    "1 of {all} assignments was due by {date} and is not done.",
)
_SEVERAL_LATE = Text(
    "{n} av {all} uppdrag skulle ha varit klara senast den {date} och är det inte.",
    "{n} of {all} assignments were due by {date} and are not done.",
)
_NONE_LATE = Text("Inget av {all} uppdrag är försenat den {date}.", "Of {all} assignments none is late on {date}.")


def assignments_of(evaluation: Evaluation) -> list[Assignment]:
    """The assignments that had been given by the occasion, committee by committee."""
    plan, day = evaluation.plan, evaluation.occasion.date
    committees = [evaluation.committee] if evaluation.committee else list(plan.committees)
    return [one for committee in committees for one in plan.assignments_of(committee, day)]


def assignment_rows(evaluation: Evaluation, write: Writer) -> tuple[AssignmentView, ...]:
    """A row for each assignment."""
    return tuple(
        assignment_view(one, evaluation.plan, evaluation.occasion, write) for one in assignments_of(evaluation)
    )


def late_told(evaluation: Evaluation, write: Writer) -> str:
    """How many are late on the day of the occasion; nothing where none is given."""
    given, day = assignments_of(evaluation), evaluation.occasion.date
    late = sum(one.is_late(day) for one in given)
    pattern = (_ONE_LATE if late == 1 else _SEVERAL_LATE) if late else _NONE_LATE
    return write.text(pattern, n=str(late), all=str(len(given)), date=write.date(day)) if given else ""


def assignment_view(one: Assignment, plan: SteeringPlan, occasion: Occasion, write: Writer) -> AssignmentView:
    """An assignment from the council, and how far it had come by the day of an occasion."""
    is_later = one.finished is not None and one.finished > occasion.date  # its text tells how it went
    return AssignmentView(
        title=write.text(one.title),
        committee=write.text(plan.committees[one.committee].title_in(occasion.year)),
        status=write.text(ASSIGNMENT_STATUS[one.status_on(occasion.date)]),
        due=write.date(one.due) if one.due else "",
        is_late=one.is_late(occasion.date),
        decision=decision(one.standing, write),
        answer=answer(None if is_later else one.text, write, asked=False),
        example=one.standing.example,
    )
