"""The view of money: frame against outcome, in SEK million."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation, GoalAssessment
from malstyrning.domain.evaluations import Move
from malstyrning.domain.money import AreaResult, CommitteeResult
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.report.build.statuses import count_text
from malstyrning.report.labels import LABELS
from malstyrning.report.view import GoalMoneyRow, MoneyRow, MoveView
from malstyrning.report.writer import Writer

_COUNCIL_DECIDES = Text("mellan nämnder: fullmäktige beslutar", "between committees: the council decides")


def money_rows(evaluation: Evaluation, write: Writer) -> tuple[MoneyRow, ...]:
    """A row for each committee, and one for all of them together."""
    results, committees = evaluation.money, evaluation.plan.committees
    if not results:
        return ()
    year = evaluation.occasion.year
    rows = [_committee(one, write.text(committees[one.committee].title_in(year)), write) for one in results]
    areas = tuple(area for one in results for area in one.areas)
    total = _committee(CommitteeResult("", areas), write.text(LABELS["total"]), write, is_total=True)
    return (*rows, total)


def area_rows(areas: Iterable[AreaResult], plan: SteeringPlan, write: Writer) -> tuple[MoneyRow, ...]:
    """A row for each area that carries a goal's money."""
    titles = plan.areas
    return tuple(
        _row(
            write.text(titles[one.area].title),
            one,
            write,
            forecast=one.forecast_amount,
            is_close=one.is_close,
            example=one.example,
        )
        for one in areas
    )


def _committee(result: CommitteeResult, title: str, write: Writer, *, is_total: bool = False) -> MoneyRow:
    return _row(
        title,
        result,
        write,
        forecast=result.forecast,
        is_close=all(one.is_close for one in result.areas),
        is_total=is_total,
        example=any(one.example for one in result.areas),
    )


def _row(  # noqa: PLR0913 - the cells that are not alike for areas and committees
    title: str,
    result: AreaResult | CommitteeResult,
    write: Writer,
    *,
    forecast: Decimal | None,
    is_close: bool,
    is_total: bool = False,
    example: bool = False,
) -> MoneyRow:
    deviation, current = result.deviation, result.current
    percent = ""
    if deviation is not None and current:  # a frame of revenue is negative: the sign is the deviation's
        percent = write.percent(100 * deviation / abs(current), signed=True)
    return MoneyRow(
        title,
        write.money(result.original),
        write.money(current),
        _amount(result.outcome, write),
        None if is_close else _amount(forecast, write),
        _amount(deviation, write, signed=True),
        percent,
        _amount(result.deviation_from_original, write, signed=True),
        is_total,
        example,
    )


def _amount(amount: Decimal | None, write: Writer, *, signed: bool = False) -> str:
    return "" if amount is None else write.money(amount, signed=signed)


def goal_money_rows(evaluation: Evaluation, write: Writer) -> tuple[GoalMoneyRow, ...]:
    """The money of each goal's areas beside how many of its KPIs reach their level."""
    areas = {area.area: area for one in evaluation.money for area in one.areas}
    return tuple(_goal_money(one, areas, evaluation, write) for one in evaluation.goals if areas)


def _goal_money(
    goal: GoalAssessment, areas: Mapping[str, AreaResult], evaluation: Evaluation, write: Writer
) -> GoalMoneyRow:
    plan = evaluation.plan
    decided = plan.strategic_goals[goal.goal]
    found = tuple(areas[one] for one in decided.areas if one in areas)
    together = CommitteeResult(decided.committee, found)
    titles = plan.areas
    return GoalMoneyRow(
        goal.goal,
        f"{decided.number} {write.text(decided.title)}",
        ", ".join(write.text(titles[one.area].title) for one in found),
        write.money(together.current) if found else "",
        _amount(together.outcome if found else None, write),
        _amount(together.deviation if found else None, write, signed=True),
        count_text(goal.whole_tally, write),
        any(one.example for one in found),
    )


def move_views(proposal: Iterable[Move], committee: str, plan: SteeringPlan, write: Writer) -> tuple[MoveView, ...]:
    """What a committee proposes to move; between committees it is the council that decides."""
    areas = plan.areas

    def title(area: str) -> str:
        return write.text(areas[area].title) if area in areas else area

    return tuple(
        MoveView(
            title(one.source),
            title(one.target),
            write.money(one.amount),
            ""
            if all(areas[each].committee == committee for each in (one.source, one.target) if each in areas)
            else write.text(_COUNCIL_DECIDES),
        )
        for one in proposal
    )
