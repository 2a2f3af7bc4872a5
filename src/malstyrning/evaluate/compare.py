"""Question 2: how do we stand against others? From what is asked to places, by way of the table engine."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from statistics import quantiles
from types import MappingProxyType
from typing import NamedTuple

import narwhals as nw

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable, Outcome
from malstyrning.domain.places import Place
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.evaluate import group_figures, standing
from malstyrning.evaluate.engines import (
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    Engine,
    Table,
    default_engine,
    kept,
    records,
    rows_of,
)


class Question(NamedTuple):
    """How an outcome stands in a group, whether or not its KPI is shown in it.

    `earlier` are the KPI's outcomes of years before, of which the same is asked.
    """

    kpi: Kpi
    outcome: Outcome
    group: PeerGroup
    earlier: tuple[Outcome, ...] = ()


def places(
    asked: Iterable[tuple[Kpi, Outcome]],
    table: ComparisonTable,
    plan: SteeringPlan,
    earlier: Mapping[str, tuple[Outcome, ...]] = MappingProxyType({}),
) -> Mapping[str, tuple[Place, ...]]:
    """The place of each outcome in every group that its KPI is shown in, by KPI id and in the order of the groups.

    `earlier` gives by KPI id the outcomes of years before that are placed as well.
    """
    questions = [
        Question(kpi, outcome, group, earlier.get(kpi.id, ()))
        for kpi, outcome in asked
        for group in plan.groups_of(kpi)
    ]
    found: dict[str, tuple[Place, ...]] = {}
    for one, place in zip(questions, answers(questions, table, plan.organisation), strict=True):
        found[one.kpi.id] = (*found.get(one.kpi.id, ()), place)
    return found


def answers(
    questions: Sequence[Question], table: ComparisonTable, own: str, engine: Engine | None = None
) -> list[Place]:
    """The place that each question asks for, in their order. `own` is our organisation's id."""
    if not questions:
        return []
    engine = engine or default_engine()
    asked = [
        _Asked(one.kpi, outcome, one.group, outcome is one.outcome)
        for one in questions
        for outcome in (one.outcome, *one.earlier)
    ]
    values = rows_of(table, {str(one.outcome.period) for one in asked}, engine)
    rows = kept(group_figures.members(values, _questions(asked, engine), _seats(asked, engine), own))
    figures = {one["question"]: one for one in records(group_figures.figures(rows))}
    judged = rows.filter(nw.col("is_judged"))
    ends, dots = _ends(judged), _dots(judged, {number: one["others"] for number, one in figures.items()})
    numbered = enumerate(asked)
    answered = []
    for one in questions:
        number, _ = next(numbered)
        answered.append(
            standing.place(
                one.kpi,
                one.outcome,
                one.group,
                figures.get(number, standing.NOBODY),
                is_member=own in one.group.members,
                at_lowest=tuple(sorted(ends.lowest[number])),
                at_highest=tuple(sorted(ends.highest[number])),
                others=dots.others.get(number, ()),
                middle=dots.middle(number),
                earlier=tuple(
                    standing.earlier_place(one.kpi, before, figures.get(index, standing.NOBODY))
                    for index, (_, before, *_) in islice(numbered, len(one.earlier))
                ),
            )
        )
    return answered


class _Asked(NamedTuple):
    """An outcome in a group; its index is the number of the question that the table engine is asked."""

    kpi: Kpi
    outcome: Outcome
    group: PeerGroup
    is_judged: bool


def _questions(asked: Sequence[_Asked], engine: Engine) -> Table:
    return engine(
        {
            "question": (WHOLE, range(len(asked))),
            "kpi": (TEXT, [one.kpi.id for one in asked]),
            "period": (TEXT, [str(one.outcome.period) for one in asked]),
            "group": (TEXT, [one.group.id for one in asked]),
            "scale": (NUMBER, [10.0**one.kpi.decimals for one in asked]),
            "sign": (NUMBER, [float(standing.SIGNS.get(one.kpi.direction, 1)) for one in asked]),
            "own": (NUMBER, [None if one.outcome.value is None else float(one.outcome.value) for one in asked]),
            "is_judged": (FLAG, [one.is_judged for one in asked]),
        }
    )


def _seats(asked: Iterable[_Asked], engine: Engine) -> Table:
    groups = {one.group.id: one.group for one in asked}
    seats = [(group.id, one) for group in groups.values() for one in dict.fromkeys(group.members)]
    return engine(
        {
            "group": (TEXT, [group for group, _ in seats]),
            "organisation": (TEXT, [organisation for _, organisation in seats]),
        }
    )


class _Ends(NamedTuple):
    """By question, the members that have the lowest and the highest value."""

    lowest: Mapping[int, list[str]]
    highest: Mapping[int, list[str]]


def _ends(rows: Table) -> _Ends:
    lowest: defaultdict[int, list[str]] = defaultdict(list)
    highest: defaultdict[int, list[str]] = defaultdict(list)
    for question, organisation, is_low, is_high in group_figures.ends(rows).collect().iter_rows():
        if is_low:
            lowest[question].append(organisation)
        if is_high:
            highest[question].append(organisation)
    return _Ends(lowest, highest)


class _Dots(NamedTuple):
    """By question, the other members' values, lowest first, and ours where we are a member."""

    others: Mapping[int, tuple[float, ...]]
    own: Mapping[int, float]

    def middle(self, question: int) -> tuple[float, float] | None:
        """The first and the third quartile of the members' values: what lies between is the middle half."""
        values = [*self.others.get(question, ())]
        if question in self.own:
            insort(values, self.own[question])
        if not values:
            return None
        lower, _, upper = quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
        return lower, upper


def _dots(rows: Table, counts: Mapping[int, int]) -> _Dots:
    """`counts` gives by question the number of other members that have a value."""
    values = rows.select("question", "value", "is_other")
    own = {one["question"]: one["value"] for one in records(values.filter(nw.col("is_other") == 0))}
    others = values.filter(nw.col("is_other") == 1).sort("question", "value").select("question", "value").collect()
    in_order: list[float] = others["value"].to_list()
    start, found = 0, {}
    for question in others["question"].unique().sort().to_list():
        found[question] = tuple(in_order[start : start + counts[question]])
        start += counts[question]
    return _Dots(found, own)
