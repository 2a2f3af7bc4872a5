"""Question 2: how do we stand against others? The room that knows the table engine.

Values are decimals as they were written, and every figure is rounded from them once, to the KPI's decimals.
Places are by rounded values, so that what a reader sees as equal shares a place; ours is the outcome that was
judged. Only a chart is given binary floats.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import ceil
from statistics import median
from typing import Any, NamedTuple

import pandas as pd

from malstyrning.domain.assessments import Place
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import ComparisonTable, Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.words import Direction, Gender

_STANDING = ["kpi", "group"]  # what a place is for
_UPWARDS = {Direction.HIGHER: 1, Direction.LOWER: -1}
FEWEST_RANKED = 5  # with fewer values a place says more about the group than about us


def places(
    asked: Iterable[tuple[Kpi, Outcome]], table: ComparisonTable, plan: SteeringPlan
) -> Mapping[str, tuple[Place, ...]]:
    """The place of an outcome in each of its KPI's groups, by KPI id.

    There is none where the outcome has no value, or no other member has one for its period.
    """
    judged = {kpi.id: _Judged(kpi, one.period, one.value) for kpi, one in asked if one.value is not None}
    ours = _ours(_rows(judged, table, plan), plan.organisation)
    return {
        key: tuple(
            _place(one, group, ours[key, group.id], plan.organisation)
            for group in plan.groups_of(one.kpi)
            if (key, group.id) in ours
        )
        for key, one in judged.items()
    }


class _Judged(NamedTuple):
    """An outcome that has a value: what others are held against."""

    kpi: Kpi
    period: Period
    own: Decimal


def _rows(judged: Mapping[str, _Judged], table: ComparisonTable, plan: SteeringPlan) -> pd.DataFrame:
    """A row for each value that a place rests on: the members', and ours where we are no member.

    `shown` is the value as a reader sees it, with the sign that makes the best one the highest.
    """
    periods = {key: str(one.period) for key, one in judged.items()}
    values = pd.DataFrame(
        [  # most rows are of other years: they are passed over before the table engine sees them
            (kpi, organisation, value)
            for kpi, organisation, period, gender, value in zip(*table.columns, strict=True)
            if periods.get(kpi) == period and gender == Gender.ALL.value and value is not None
        ],
        columns=["kpi", "organisation", "value"],
        dtype=object,
    )
    seats = pd.DataFrame(
        [
            (key, group.id, one, one in group.members)
            for key, (kpi, *_) in judged.items()
            for group in plan.groups_of(kpi)
            for one in dict.fromkeys((*group.members, plan.organisation))
        ],
        columns=["kpi", "group", "organisation", "member"],
        dtype=object,  # so that a column without rows is of text as well
    )
    rows = values.merge(seats).astype({"member": bool})
    rows["shown"] = [
        _shown(judged[key], value, is_own=organisation == plan.organisation)
        for key, organisation, value in zip(rows["kpi"], rows["organisation"], rows["value"], strict=True)
    ]
    return rows


def _shown(judged: _Judged, value: Decimal, *, is_own: bool) -> float:
    """A value rounded as the outcome is; ours is the outcome itself."""
    seen = judged.own if is_own else rounded(value, judged.kpi.decimals)
    return _UPWARDS.get(judged.kpi.direction, 1) * float(seen)


def _ours(rows: pd.DataFrame, own: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The figures of each KPI and group in which we and another member have a value."""
    shown = rows.groupby(_STANDING)["shown"]
    rows = rows.assign(
        first=shown.rank(method="min", ascending=False),
        last=shown.rank(method="max", ascending=False),
        n=shown.transform("size"),
    )
    is_own = rows["organisation"] == own
    members = rows[rows["member"]].groupby(_STANDING)["value"].agg(list)
    numbers = rows[rows["member"]].astype({"value": float}).groupby(_STANDING)["value"]
    figures = (
        rows[is_own]
        .set_index(_STANDING)
        .join(rows[~is_own].groupby(_STANDING)["value"].agg(list).rename("others"), how="inner")
        .join(members.rename("members"))
        .join(numbers.quantile(0.25).rename("lower"))
        .join(numbers.quantile(0.75).rename("upper"))
    )
    return dict(zip(figures.index, figures.to_dict("records"), strict=True))


def _place(judged: _Judged, group: PeerGroup, figures: Mapping[str, Any], own: str) -> Place:
    kpi = judged.kpi
    values: list[Decimal] = figures["members"]
    n = int(figures["n"])
    first = last = quartile = None
    if kpi.direction in _UPWARDS and n >= FEWEST_RANKED:
        first, last = int(figures["first"]), int(figures["last"])
        quartile = ceil(4 * (first + last) / 2 / n)
    return Place(
        group=group.id,
        period=judged.period,
        own=judged.own,
        n=n,
        members=len(group.members),
        members_with_value=len(values),
        is_member=own in group.members,
        median=rounded(median(values), kpi.decimals),
        mean=rounded(sum(values, Decimal(0)) / len(values), kpi.decimals),
        lowest=rounded(min(values), kpi.decimals),
        highest=rounded(max(values), kpi.decimals),
        middle=(float(figures["lower"]), float(figures["upper"])),
        others=tuple(sorted(map(float, figures["others"]))),
        first=first,
        last=last,
        quartile=quartile,
        best_quarter=_best_quarter(kpi, values),
    )


def _best_quarter(kpi: Kpi, values: list[Decimal]) -> Decimal | None:
    """The last value of the best quarter: the ceil(n/4)-th best of the members'."""
    if kpi.direction not in _UPWARDS or len(values) < FEWEST_RANKED:
        return None
    best_first = sorted(values, reverse=kpi.direction is Direction.HIGHER)
    return rounded(best_first[ceil(len(values) / 4) - 1], kpi.decimals)
