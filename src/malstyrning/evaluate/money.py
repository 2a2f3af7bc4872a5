"""Money: frame with its dated changes against outcome, by committee and area, in thousand kronor."""

from collections.abc import Iterable
from decimal import Decimal

from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.money import AreaResult, CommitteeResult
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind
from malstyrning.domain.periods import Occasion
from malstyrning.domain.plan import SteeringPlan


def results(plan: SteeringPlan, money: Iterable[BudgetOutcome], occasion: Occasion) -> tuple[CommitteeResult, ...]:
    """Every committee that has a frame for the year, in the order of the committees."""
    used = {
        (one.committee, one.area): one
        for one in money
        if one.kind is MoneyKind.OUTCOME and one.period == occasion.period
    }
    frames = (plan.budget_frames.get((committee, occasion.year)) for committee in plan.committees)
    return tuple(_committee(frame, used, occasion) for frame in frames if frame)


def _committee(frame: BudgetFrame, used: dict[tuple[str, str], BudgetOutcome], occasion: Occasion) -> CommitteeResult:
    changed = (area for change in frame.changes for area in change.areas)
    areas = dict.fromkeys((*frame.areas, *changed))
    return CommitteeResult(
        frame.committee,
        tuple(_area(frame, area, used.get((frame.committee, area)), occasion) for area in areas),
    )


def _area(frame: BudgetFrame, area: str, used: BudgetOutcome | None, occasion: Occasion) -> AreaResult:
    return AreaResult(
        area,
        original=frame.areas.get(area, Decimal(0)),
        current=frame.area_on(area, occasion.date),
        outcome=used.amount if used else None,
        example=frame.standing.example or bool(used and used.example),
    )
