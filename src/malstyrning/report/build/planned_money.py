"""The view of the frames of a plan: by area, as decided and with each dated change, and the assignments beside them."""

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.budget import BudgetFrame, FrameChange
from malstyrning.domain.money import AreaResult, CommitteeResult
from malstyrning.domain.plan import Committee
from malstyrning.language import Text
from malstyrning.report.build.marks import decision
from malstyrning.report.build.report import assignment_view
from malstyrning.report.labels import LABELS
from malstyrning.report.view import FrameRow, PlannedCommittee
from malstyrning.report.writer import Writer

_CHANGE = Text("{date}: {areas}", "{date}: {areas}")
_AREA = Text("{area} {amount}", "{area} {amount}")


def planned_committees(evaluation: Evaluation, write: Writer) -> tuple[PlannedCommittee, ...]:
    """The committees with a goal in force, a frame or an assignment; where no one has a frame, that is told once."""
    plan = evaluation.plan
    money = {one.committee: one for one in evaluation.money}
    with_goals = {plan.strategic_goals[one.goal].committee for one in evaluation.goals}
    return tuple(
        _committee(one, money.get(one.id), evaluation, write)
        for one in plan.committees.values()
        if one.id in money or (money and one.id in with_goals) or plan.assignments_of(one.id, evaluation.occasion.date)
    )


def whole_frame(evaluation: Evaluation, write: Writer) -> FrameRow | None:
    """The frames of all committees together; None where there is none."""
    if not evaluation.money:
        return None
    areas = tuple(area for one in evaluation.money for area in one.areas)
    return _row(write.text(LABELS["total"]), CommitteeResult("", areas), write, is_total=True)


def _committee(
    committee: Committee, money: CommitteeResult | None, evaluation: Evaluation, write: Writer
) -> PlannedCommittee:
    plan, occasion = evaluation.plan, evaluation.occasion
    frame, titles = plan.budget_frames.get((committee.id, occasion.year)), plan.areas
    rows: tuple[FrameRow, ...] = ()
    if money:
        total = _row(write.text(LABELS["total"]), money, write, is_total=True)
        rows = (*(_row(write.text(titles[one.area].title), one, write) for one in money.areas), total)
    return PlannedCommittee(
        anchor=committee.id,
        title=write.text(committee.title_in(occasion.year)),
        rows=rows,
        decision=decision(frame.standing, write) if frame else "",
        changes=tuple(_change(one, evaluation, write) for one in _changes(frame)),
        assignments=tuple(assignment_view(one, write) for one in plan.assignments_of(committee.id, occasion.date)),
        example=bool(frame and frame.standing.example),
    )


def _changes(frame: BudgetFrame | None) -> list[FrameChange]:
    return sorted(frame.changes, key=lambda one: one.date) if frame else []


def _change(change: FrameChange, evaluation: Evaluation, write: Writer) -> str:
    """A dated change: its day, how much it moves each area, why, and where it was decided."""
    titles = evaluation.plan.areas
    moved = ", ".join(
        write.text(_AREA, area=titles[area].title, amount=write.money(amount, signed=True))
        for area, amount in change.areas.items()
    )
    told = write.text(_CHANGE, date=write.date(change.date), areas=moved)
    parts = [told, write.text(change.reason) if change.reason else "", change.reference or ""]
    return "; ".join(filter(None, parts))


def _row(title: str, result: AreaResult | CommitteeResult, write: Writer, *, is_total: bool = False) -> FrameRow:
    moved = result.current - result.original
    return FrameRow(
        title,
        write.money(result.original),
        write.money(moved, signed=True) if moved else "–",
        write.money(result.current),
        is_total,
    )
