"""Question 2: how do we stand against others? The room that knows the table engine.

Statistics are binary floats, rounded once to the KPI's decimals; places are by rounded values, so that what
a reader sees as equal shares a place.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import ceil

import pandas as pd

from malstyrning.domain.assessments import Place
from malstyrning.domain.numbers import rounded_statistic
from malstyrning.domain.outcomes import ComparisonTable
from malstyrning.domain.periods import Period
from malstyrning.domain.plan import Direction, Gender, Kpi, PeerGroup, SteeringPlan

_COLUMNS = ("kpi", "organisation", "period", "gender", "value")
FEWEST_RANKED = 5  # with fewer values a place says more about the group than about us


def places(
    asked: Iterable[tuple[Kpi, Period]], table: ComparisonTable, plan: SteeringPlan
) -> Mapping[str, tuple[Place, ...]]:
    """Our place in each of a KPI's groups, for each KPI and period asked for, by KPI id."""
    frame = pd.DataFrame({column: getattr(table, column) for column in _COLUMNS})
    frame = frame[(frame["gender"] == Gender.ALL.value) & frame["value"].notna()]
    by_kpi = dict(iter(frame.groupby(["kpi", "period"], sort=False)))
    found: dict[str, tuple[Place, ...]] = {}
    for kpi, period in asked:
        rows = by_kpi.get((kpi.id, str(period)))
        if rows is None:
            continue
        values = pd.Series(rows["value"].to_numpy(dtype=float), index=rows["organisation"])
        if plan.organisation in values.index:
            groups = (_place(kpi, period, group, values, plan.organisation) for group in plan.groups_of(kpi))
            found[kpi.id] = tuple(place for place in groups if place)
    return found


def _place(kpi: Kpi, period: Period, group: PeerGroup, values: pd.Series, own: str) -> Place | None:
    """Our place in a group, or None where no other member has a value."""
    members = values[values.index.isin(group.members)]
    if members.index.difference([own]).empty:
        return None
    shown = values[values.index.isin({*group.members, own})].map(
        lambda value: float(rounded_statistic(value, kpi.decimals))
    )
    first = last = quartile = None
    if kpi.direction in (Direction.HIGHER, Direction.LOWER) and len(shown) >= FEWEST_RANKED:
        best_is_least = kpi.direction is Direction.LOWER
        first = int(shown.rank(method="min", ascending=best_is_least)[own])
        last = int(shown.rank(method="max", ascending=best_is_least)[own])
        quartile = ceil(4 * (first + last) / 2 / len(shown))

    def statistic(value: float) -> Decimal:
        return rounded_statistic(float(value), kpi.decimals)

    return Place(
        group=group.id,
        period=period,
        own=statistic(values[own]),
        n=len(shown),
        members=len(group.members),
        members_with_value=len(members),
        is_member=own in group.members,
        median=statistic(members.median()),
        mean=statistic(members.mean()),
        lowest=statistic(members.min()),
        highest=statistic(members.max()),
        middle=(float(members.quantile(0.25)), float(members.quantile(0.75))),
        others=tuple(sorted(float(value) for value in members.drop(own, errors="ignore"))),
        first=first,
        last=last,
        quartile=quartile,
    )
