"""Question 5: what an action's KPI did from before its start to the year of its effect, beyond what the others' did."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from malstyrning.domain.actions import Action, ExpectedEffect
from malstyrning.domain.effects import EffectObstacle, EffectSize, EffectVerdict, EffectYear, MeasuredEffect
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable
from malstyrning.domain.panels import Panel, Series
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.placebo import FEWEST_OTHERS, Deviations, deviations
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.words import ActionStatus
from malstyrning.evaluate.outcomes import Measured, series
from malstyrning.evaluate.panels import Wanted, panels
from malstyrning.evaluate.visible import FEWEST_WINDOWS, MOST_WINDOWS, earlier_windows, first_years, smallest_visible


class Asked(NamedTuple):
    """An expected effect of an action that is decided.

    `base` is the year before the start, None where no day says when that is; `last` the latest year that can be known.
    """

    action: Action
    expected: ExpectedEffect
    kpi: Kpi
    group: PeerGroup | None
    base: int | None
    last: int
    is_started: bool
    overlapping: tuple[str, ...] = ()


def measured_effects(
    plan: SteeringPlan, measured: Mapping[str, Measured], table: ComparisonTable, occasion: Occasion
) -> dict[str, MeasuredEffect]:
    """By action, for those in force that are decided and say what is expected of them, be it nothing measurable."""
    decided = [
        one
        for one in plan.actions.values()
        if one.standing.valid.covers(occasion.year) and one.status_on(occasion.date) is not ActionStatus.PROPOSED
    ]
    asked = [
        _asked(one, expected, plan, occasion)
        for one in decided
        if (expected := one.expected_effect) and expected.kpi in plan.kpis
    ]
    wanted = [
        Wanted(
            one.kpi,
            series(one.kpi, Period(one.last), measured.get(one.kpi.id, {})),
            tuple(map(Period, _years(one))),
            one.group.members if one.group else (),
        )
        for one in asked
    ]
    found = {
        one.action.id: judged(one, panel)
        for one, panel in zip(asked, panels(wanted, table, plan.organisation), strict=True)
    }
    nothing = {
        one.id: MeasuredEffect(one.id, None, EffectVerdict.NOT_MEASURABLE) for one in decided if one.expects_nothing
    }
    return {one.id: (found | nothing)[one.id] for one in decided if one.id in found | nothing}


def group_of(kpi: Kpi, plan: SteeringPlan) -> PeerGroup | None:
    """The group that an effect is held against: the first that its KPI is compared in."""
    return next(iter(plan.groups_of(kpi)), None)


def judged(asked: Asked, panel: Panel) -> MeasuredEffect:
    """What the figures of a panel say."""
    expected, base = asked.expected, asked.base
    nothing = MeasuredEffect(
        asked.action.id,
        asked.kpi.id,
        EffectVerdict.NOT_SHOWN,
        group=asked.group.id if asked.group else None,
        base=base,
        by=expected.by,
    )
    obstacle = _obstacle_before_values(asked)
    if obstacle or base is None:
        return replace(nothing, obstacle=obstacle or EffectObstacle.NOT_STARTED)
    told = _with_visible(nothing, asked, panel, base)
    if expected.by > asked.last:
        return replace(told, verdict=EffectVerdict.TOO_EARLY)
    obstacle, about = _obstacle(asked, panel, base)
    if obstacle:
        overlapping = asked.overlapping if obstacle is EffectObstacle.OVERLAP else ()
        return replace(told, obstacle=obstacle, about=about, overlapping=overlapping)
    if told.invisible_with is not None:
        return replace(told, obstacle=told.invisible, about=(told.invisible_with,))
    return _compared(told, asked, panel, base)


def _asked(action: Action, expected: ExpectedEffect, plan: SteeringPlan, occasion: Occasion) -> Asked:
    kpi = plan.kpis[expected.kpi]
    begun = _begun(action)
    others = (one for one in plan.actions.values() if one.id != action.id and _is_in_the_way(one, action, occasion))
    return Asked(
        action,
        expected,
        kpi,
        group_of(kpi, plan),
        None if begun is None else begun - 1,
        (occasion.year if occasion.is_close else occasion.year - 1) - kpi.lag,
        action.started is not None and action.started <= occasion.date,
        tuple(one.id for one in others),
    )


def _begun(action: Action) -> int | None:
    """The year in which an action began, or can begin at the earliest."""
    day = action.started or action.standing.decided
    return day.year if day else None


def _is_in_the_way(other: Action, action: Action, occasion: Occasion) -> bool:
    """Tell whether another action is to move the same KPI in some of the same years."""
    theirs, ours = other.expected_effect, action.expected_effect
    if theirs is None or ours is None or theirs.kpi != ours.kpi:
        return False
    if other.status_on(occasion.date) is ActionStatus.PROPOSED:
        return False
    first, our_first = _begun(other), _begun(action)
    return first is not None and our_first is not None and first <= ours.by and our_first <= theirs.by


def _years(asked: Asked) -> Iterable[int]:
    """The years of the panel: those of the action, and of the windows before it, within the definition that counts."""
    if asked.base is None:
        return ()
    length = max(1, asked.expected.by - asked.base)
    begun = asked.kpi.definition_break(asked.base) or 0
    return range(max(begun, asked.base - length - MOST_WINDOWS + 1), min(asked.expected.by, asked.last) + 1)


def _obstacle_before_values(asked: Asked) -> EffectObstacle | None:
    """What stands in the way whatever the values are."""
    if asked.base is None:
        return EffectObstacle.NOT_STARTED
    if asked.expected.change == 0:
        return EffectObstacle.NO_CHANGE
    if asked.expected.by <= asked.base:
        return EffectObstacle.BEFORE_START
    return EffectObstacle.NO_GROUP if asked.group is None else None


def _with_visible(told: MeasuredEffect, asked: Asked, panel: Panel, base: int) -> MeasuredEffect:
    """The smallest effect that could be seen, or why there is none."""
    length = asked.expected.by - base
    windows = earlier_windows(panel, base, length)
    visible = smallest_visible(windows, length, _sign(asked), Decimal(1).scaleb(-asked.kpi.decimals))
    if visible:
        return replace(told, visible=visible, expected_is_visible=abs(asked.expected.change) >= visible.effect)
    ours = [one for one in first_years(base, length) if panel.own_change(one, one + length) is not None]
    if len(ours) < FEWEST_WINDOWS:
        return replace(told, invisible=EffectObstacle.TOO_FEW_YEARS, invisible_with=len(ours))
    most = max(len(panel.changes(one, one + length)) for one in ours)
    if most < FEWEST_OTHERS:
        return replace(told, invisible=EffectObstacle.TOO_FEW_OTHERS, invisible_with=most)
    return replace(told, invisible=EffectObstacle.TOO_FEW_YEARS, invisible_with=len(windows))


def _obstacle(asked: Asked, panel: Panel, base: int) -> tuple[EffectObstacle | None, tuple[int, ...]]:
    """What stands in the way of the effect, and the years or the number that it is about."""
    by, ours = asked.expected.by, panel.own
    if not asked.is_started:
        return EffectObstacle.NOT_STARTED, ()
    if base < (asked.kpi.definition_break(by) or 0):
        return EffectObstacle.NEW_DEFINITION, (asked.kpi.definition_break(by) or 0,)
    if asked.overlapping:
        return EffectObstacle.OVERLAP, ()
    if missing := _missing(ours, base, by):
        return missing
    others = len(panel.changes(base, by))
    return (EffectObstacle.TOO_FEW_OTHERS, (others,)) if others < FEWEST_OTHERS else (None, ())


def _missing(ours: Series, base: int, by: int) -> tuple[EffectObstacle, tuple[int, ...]] | None:
    """What our own values lack."""
    if ours and base < min(ours):
        return EffectObstacle.BEFORE_SERIES, (min(ours),)
    if ours and by > max(ours):
        return EffectObstacle.AFTER_SERIES, (max(ours),)
    missing = tuple(year for year in (base, by) if year not in ours)
    return (EffectObstacle.VALUE_MISSING, missing) if missing else None


def _compared(told: MeasuredEffect, asked: Asked, panel: Panel, base: int) -> MeasuredEffect:
    """The difference in differences, and how rare it is."""
    by, sign = asked.expected.by, _sign(asked)
    held = deviations(panel.own[by] - panel.own[base], panel.changes(base, by))
    verdict = EffectVerdict.NOT_DEMONSTRATED
    if held.rank.is_rare:
        verdict = EffectVerdict.DEMONSTRATED if held.own * sign > 0 else EffectVerdict.OTHER_WAY
    return replace(
        told,
        verdict=verdict,
        before=panel.own[base],
        after=panel.own[by],
        own=panel.own[by] - panel.own[base],
        common=held.common,
        effect=held.own,
        rank=held.rank,
        limit=held.limit,
        size=_size(asked.expected.change, held) if verdict is EffectVerdict.DEMONSTRATED else None,
        years=tuple(_since_base(panel, base, by)),
    )


def _size(expected: Decimal, held: Deviations) -> EffectSize:
    """What lies within the limit of the effect may be the effect as well."""
    beyond = abs(held.own) - abs(expected)
    if held.limit is None or abs(beyond) <= held.limit:
        return EffectSize.AS_LARGE
    return EffectSize.LARGER if beyond > 0 else EffectSize.SMALLER


def _since_base(panel: Panel, base: int, by: int) -> Iterator[EffectYear]:
    for year in range(min(panel.own), by + 1):
        own, others = panel.own_change(base, year), panel.changes(base, year)
        if own is not None and len(others) >= FEWEST_OTHERS:
            held = deviations(own, others)
            yield EffectYear(year, own, held.common, None if year == base else held.limit)


def _sign(asked: Asked) -> int:
    return 1 if asked.expected.change > 0 else -1
