"""How much of a change others share: ours since the base year less the median of theirs, and how rare that is."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from malstyrning.domain.common_change import Against, Bound, ChangeBasis, CommonChange, Doubt, Obstacle
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable, Outcome
from malstyrning.domain.panels import Panel
from malstyrning.domain.periods import Period
from malstyrning.domain.placebo import FEWEST_OTHERS, Deviations, deviations
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.words import Direction
from malstyrning.evaluate.panels import Wanted, panels

_WHOLE = Decimal(100)  # per cent


class Asked(NamedTuple):
    """An outcome whose change since a year is held against the changes in a group."""

    kpi: Kpi
    now: Outcome
    since: int
    group: str


def common_changes(
    outcomes: Iterable[tuple[Kpi, Outcome]],
    earlier: Mapping[str, tuple[Outcome, ...]],
    table: ComparisonTable,
    plan: SteeringPlan,
    year: int,
) -> dict[str, tuple[CommonChange, ...]]:
    """By KPI, for those that a base year is decided for in `year`: the group decided with it first, then the others.

    `earlier` are our outcomes of years before, by KPI, as far back as its definition goes.
    """
    asked = [one for kpi, now in outcomes for one in _questions(kpi, now, plan, year)]
    wanted = [
        Wanted(
            one.kpi,
            (*earlier.get(one.kpi.id, ()), one.now),
            _periods(one),
            () if _obstacle_before_values(one) else plan.groups[one.group].members,
        )
        for one in asked
    ]
    found: dict[str, tuple[CommonChange, ...]] = {}
    for one, panel in zip(asked, panels(wanted, table, plan.organisation), strict=True):
        found[one.kpi.id] = (*found.get(one.kpi.id, ()), compared(one, panel))
    return found


def compared(asked: Asked, panel: Panel) -> CommonChange:
    """The answer, from a panel of the group."""
    kpi, now, since, group = asked
    obstacle = _obstacle_before_values(asked) or (Obstacle.NO_BASE_VALUE if since not in panel.own else None)
    if obstacle:
        return CommonChange(group, since, now.period, Against.NOT_SHOWN, obstacle=obstacle)
    own, others = panel.own_change(since, now.period.year), panel.changes(since, now.period.year)
    if own is None or not others:
        return CommonChange(group, since, now.period, Against.NOT_SHOWN, own, obstacle=Obstacle.TOO_FEW_OTHERS)
    held = deviations(own, others)
    neighbours = {year: _deviation(panel, year, now.period.year) for year in (since - 1, since + 1)}
    doubt = _doubt(held, neighbours)
    counted = CommonChange(
        group,
        since,
        now.period,
        Against.ALIKE if doubt else _named(kpi.direction, held.own),
        own,
        held.common,
        held.own,
        held.rank,
        neighbours,
        doubt=doubt,
        bound=_bound(kpi, panel.own[since] + held.common, held.limit),
    )
    if len(others) < FEWEST_OTHERS:
        return replace(counted, said=Against.NOT_SHOWN, doubt=None, obstacle=Obstacle.TOO_FEW_OTHERS)
    return counted


def basis_of(kpi: Kpi, plan: SteeringPlan, year: int) -> ChangeBasis | None:
    """What is decided for a KPI in a year: its own word, else the workspace's."""
    decided = kpi.common_change or plan.common_change
    return next((one for one in decided if one.valid.covers(year)), None)


def _questions(kpi: Kpi, now: Outcome, plan: SteeringPlan, year: int) -> list[Asked]:
    basis = basis_of(kpi, plan, year)
    if basis is None:
        return []
    groups = [one.id for one in plan.groups_of(kpi)]
    first = [basis.group] if basis.group in plan.groups else []
    return [Asked(kpi, now, basis.since, one) for one in dict.fromkeys([*first, *groups]) if one]


def _periods(asked: Asked) -> tuple[Period, ...]:
    """The judged period and the same one of the base year and its neighbours."""
    years = sorted({asked.since - 1, asked.since, asked.since + 1, asked.now.period.year})
    begun = asked.kpi.definition_break(asked.now.period.year) or 0
    return tuple(
        asked.now.period.years_before(asked.now.period.year - year)
        for year in years
        if begun <= year <= asked.now.period.year
    )


def _obstacle_before_values(asked: Asked) -> Obstacle | None:
    """What stands in the way whatever the others' values are."""
    until = asked.now.period.year
    if asked.now.value is None:
        return Obstacle.NO_OUTCOME
    if asked.since >= until:
        return Obstacle.BASE_TOO_LATE
    return Obstacle.NEW_DEFINITION if asked.since < (asked.kpi.definition_break(until) or 0) else None


def _deviation(panel: Panel, since: int, until: int) -> Decimal | None:
    """The same from another base year, among enough others."""
    own, others = panel.own_change(since, until), panel.changes(since, until)
    if own is None or since >= until or len(others) < FEWEST_OTHERS:
        return None
    return deviations(own, others).own


def _doubt(held: Deviations, neighbours: Mapping[int, Decimal | None]) -> Doubt | None:
    if not held.rank.is_rare:
        return Doubt.VARIATION
    if None in neighbours.values():
        return Doubt.UNKNOWN_SIGN
    turned = any(one is not None and one * held.own <= 0 for one in neighbours.values())
    return Doubt.OTHER_SIGN if turned else None


def _named(direction: Direction, deviation: Decimal) -> Against:
    if direction in (Direction.NONE, Direction.RANGE):
        return Against.HIGHER if deviation > 0 else Against.LOWER
    return Against.BETTER if (deviation > 0) == (direction is Direction.HIGHER) else Against.WORSE


def _bound(kpi: Kpi, shared: Decimal, limit: Decimal | None) -> Bound | None:
    """The end of the scale that `shared`, where the others' change would have taken us, lies too near to.

    From there no deviation towards that end could have been told.
    """
    if limit is None or not kpi.is_share:
        return None
    if shared + limit >= _WHOLE:
        return Bound.CEILING
    return Bound.FLOOR if shared - limit <= 0 else None
