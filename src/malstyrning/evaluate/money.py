"""Money: frame with its dated changes against outcome and forecast, by committee and area, in thousand kronor."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.money import AreaResult, CommitteeResult
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind
from malstyrning.domain.periods import Measured, Occasion, Period, parts_of, year_to_date
from malstyrning.domain.plan import SteeringPlan

Rows = Mapping[Period, BudgetOutcome]


def results(plan: SteeringPlan, money: Iterable[BudgetOutcome], occasion: Occasion) -> tuple[CommitteeResult, ...]:
    """Every committee that has a frame for the year, in the order of the committees."""
    used: dict[tuple[str, str], dict[Period, BudgetOutcome]] = {}
    forecasts: dict[tuple[str, str], BudgetOutcome] = {}
    for one in money:
        of = (one.committee, one.area)
        if one.kind is MoneyKind.OUTCOME:
            used.setdefault(of, {})[one.period] = one
        elif one.period == Period(occasion.year) and _is_later(one, forecasts.get(of), occasion):
            forecasts[of] = one
    frames = (plan.budget_frames.get((committee, occasion.year)) for committee in plan.committees)
    return tuple(_committee(frame, used, forecasts, occasion) for frame in frames if frame)


def _is_later(one: BudgetOutcome, other: BudgetOutcome | None, occasion: Occasion) -> bool:
    """Tell whether a forecast had been made by the occasion, and after another; one without a day comes first."""
    if one.made and one.made.end > occasion.date:
        return False
    return other is None or (one.made is not None and (other.made is None or one.made.end > other.made.end))


def _committee(
    frame: BudgetFrame,
    used: Mapping[tuple[str, str], Rows],
    forecasts: Mapping[tuple[str, str], BudgetOutcome],
    occasion: Occasion,
) -> CommitteeResult:
    changed = (area for change in frame.changes if change.date <= occasion.date for area in change.areas)
    areas = dict.fromkeys((*frame.areas, *changed))
    return CommitteeResult(
        frame.committee,
        tuple(
            _area(frame, area, used.get((frame.committee, area), {}), forecasts.get((frame.committee, area)), occasion)
            for area in areas
        ),
    )


def _area(frame: BudgetFrame, area: str, used: Rows, forecast: BudgetOutcome | None, occasion: Occasion) -> AreaResult:
    rows, absent = covering(used, year_to_date(occasion.year, occasion.date.month))
    expected = None if occasion.is_close else forecast
    return AreaResult(
        area,
        original=frame.areas.get(area, Decimal(0)),
        current=frame.area_on(area, occasion.date),
        outcome=sum((one.amount for one in rows), Decimal(0)) if rows and not absent else None,
        example=frame.standing.example or any(one.example for one in (*rows, *([expected] if expected else []))),
        forecast=expected,
        is_close=occasion.is_close,
        rows=rows,
        absent=absent,
    )


def covering(used: Rows, whole: Period) -> tuple[tuple[BudgetOutcome, ...], tuple[Period, ...]]:
    """The rows that cover a stretch of a year, and the parts that have none.

    One row for all of it, else the parts of one kind, longest first. Where no kind is whole, the one that lacks
    the fewest is told.
    """
    if whole in used:
        return (used[whole],), ()
    ways = [parts for one in Measured if (parts := parts_of(whole, one.kind))]
    begun = [parts for parts in ways if any(part in used for part in parts)]
    if not begun:
        return (), ()
    parts = min(begun, key=lambda parts: sum(part not in used for part in parts))
    return tuple(used[part] for part in parts if part in used), tuple(part for part in parts if part not in used)
