"""The view of money: frame against outcome, in SEK million."""

from collections.abc import Iterable
from decimal import Decimal

from malstyrning.domain.money import AreaResult, CommitteeResult
from malstyrning.domain.plan import SteeringPlan
from malstyrning.report.labels import LABELS
from malstyrning.report.view import MoneyRow
from malstyrning.report.writer import Writer


def money_rows(results: Iterable[CommitteeResult], plan: SteeringPlan, write: Writer) -> tuple[MoneyRow, ...]:
    """A row for each committee, and one for all of them together."""
    results = tuple(results)
    if not results:
        return ()
    rows = [_committee(one, write.text(plan.committees[one.committee].title), write) for one in results]
    areas = tuple(area for one in results for area in one.areas)
    total = _committee(CommitteeResult("", areas), write.text(LABELS["total"]), write, is_total=True)
    return (*rows, total)


def area_rows(areas: Iterable[AreaResult], plan: SteeringPlan, write: Writer) -> tuple[MoneyRow, ...]:
    """A row for each area that carries a goal's money."""
    titles = plan.areas
    return tuple(
        _row(
            write.text(titles[one.area].title),
            (one.original, one.current, one.outcome, one.deviation),
            write,
            example=one.example,
        )
        for one in areas
    )


def _committee(result: CommitteeResult, title: str, write: Writer, *, is_total: bool = False) -> MoneyRow:
    amounts = (result.original, result.current, result.outcome, result.deviation)
    example = any(one.example for one in result.areas)
    return _row(title, amounts, write, is_total=is_total, example=example)


def _row(
    title: str,
    amounts: tuple[Decimal, Decimal, Decimal | None, Decimal | None],
    write: Writer,
    *,
    is_total: bool = False,
    example: bool = False,
) -> MoneyRow:
    original, current, outcome, deviation = amounts
    percent = ""
    if deviation is not None and current:  # a frame of revenue is negative: the sign is the deviation's
        percent = write.percent(100 * deviation / abs(current), signed=True)
    return MoneyRow(
        title,
        write.money(original),
        write.money(current),
        "" if outcome is None else write.money(outcome),
        "" if deviation is None else write.money(deviation, signed=True),
        percent,
        is_total,
        example,
    )
