"""Question 2: how do we stand against others? The room that knows the table engine.

Statistics are binary floats, rounded once to the KPI's decimals; places are by rounded values, so that what
a reader sees as equal shares a place.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import ceil
from typing import Any

import pandas as pd

from malstyrning.domain.assessments import Place
from malstyrning.domain.numbers import rounded_statistic
from malstyrning.domain.outcomes import ComparisonTable
from malstyrning.domain.periods import Period
from malstyrning.domain.plan import Direction, Gender, Kpi, PeerGroup, SteeringPlan

_COLUMNS = ("kpi", "organisation", "period", "gender", "value")
_STANDING = ["kpi", "group"]  # what a place is for
_UPWARDS = {Direction.HIGHER: 1, Direction.LOWER: -1}
FEWEST_RANKED = 5  # with fewer values a place says more about the group than about us


def places(
    asked: Iterable[tuple[Kpi, Period]], table: ComparisonTable, plan: SteeringPlan
) -> Mapping[str, tuple[Place, ...]]:
    """Our place in each of a KPI's groups, for each KPI and period asked for, by KPI id.

    There is none where we have no value, or no other member has one.
    """
    wanted = {kpi.id: (kpi, period) for kpi, period in asked}
    ours = _ours(_rows(wanted, table, plan), plan.organisation)
    return {
        key: tuple(
            _place(kpi, period, group, ours[key, group.id], plan.organisation)
            for group in plan.groups_of(kpi)
            if (key, group.id) in ours
        )
        for key, (kpi, period) in wanted.items()
    }


def _rows(wanted: Mapping[str, tuple[Kpi, Period]], table: ComparisonTable, plan: SteeringPlan) -> pd.DataFrame:
    """A row for each value that a place rests on: the members', and ours where we are no member.

    `shown` is the value as a reader sees it, with the sign that makes the best one the highest.
    """
    values = pd.DataFrame({column: getattr(table, column) for column in _COLUMNS}, dtype=object)
    values = values[(values["gender"] == Gender.ALL.value) & values["value"].notna()]
    periods = pd.DataFrame(
        [(key, str(period)) for key, (_, period) in wanted.items()], columns=["kpi", "period"], dtype=object
    )
    seats = pd.DataFrame(
        [
            (key, group.id, one, one in group.members)
            for key, (kpi, _) in wanted.items()
            for group in plan.groups_of(kpi)
            for one in dict.fromkeys((*group.members, plan.organisation))
        ],
        columns=["kpi", "group", "organisation", "member"],
        dtype=object,  # so that a column without rows is of text as well
    )
    rows = values.merge(periods).merge(seats).astype({"value": float, "member": bool})
    kpis = [wanted[key][0] for key in rows["kpi"]]
    rows["shown"] = [
        _UPWARDS.get(kpi.direction, 1) * float(rounded_statistic(value, kpi.decimals))
        for kpi, value in zip(kpis, rows["value"], strict=True)
    ]
    return rows


def _ours(rows: pd.DataFrame, own: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The figures of each KPI and group in which we and another member have a value."""
    shown = rows.groupby(_STANDING)["shown"]
    rows = rows.assign(
        first=shown.rank(method="min", ascending=False),
        last=shown.rank(method="max", ascending=False),
        n=shown.transform("size"),
    )
    is_own = rows["organisation"] == own
    values = rows[rows["member"]].groupby(_STANDING)["value"]
    figures = (
        rows[is_own]
        .set_index(_STANDING)
        .join(rows[~is_own].groupby(_STANDING)["value"].agg(list).rename("others"), how="inner")
        .join(values.agg(["count", "median", "mean", "min", "max"]))
        .join(values.quantile(0.25).rename("lower"))
        .join(values.quantile(0.75).rename("upper"))
    )
    return dict(zip(figures.index, figures.to_dict("records"), strict=True))


def _place(kpi: Kpi, period: Period, group: PeerGroup, figures: Mapping[str, Any], own: str) -> Place:
    def statistic(name: str) -> Decimal:
        return rounded_statistic(float(figures[name]), kpi.decimals)

    n = int(figures["n"])
    first = last = quartile = None
    if kpi.direction in _UPWARDS and n >= FEWEST_RANKED:
        first, last = int(figures["first"]), int(figures["last"])
        quartile = ceil(4 * (first + last) / 2 / n)
    return Place(
        group=group.id,
        period=period,
        own=statistic("value"),
        n=n,
        members=len(group.members),
        members_with_value=int(figures["count"]),
        is_member=own in group.members,
        median=statistic("median"),
        mean=statistic("mean"),
        lowest=statistic("min"),
        highest=statistic("max"),
        middle=(float(figures["lower"]), float(figures["upper"])),
        others=tuple(sorted(map(float, figures["others"]))),
        first=first,
        last=last,
        quartile=quartile,
    )
