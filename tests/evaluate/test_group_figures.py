"""The figures of a group beside our place: whichever engine computes them, and whoever the members are."""

from dataclasses import fields, replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evaluate.comparisons import (
    OWN,
    Fractions,
    Values,
    group,
    joined,
    judged,
    ours,
    place,
    table,
)
from tests.evaluate.engines import ENGINES
from tests.evaluate.examples import KPI

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable
from malstyrning.domain.periods import Period
from malstyrning.domain.places import EarlierPlace, Place
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.words import Direction
from malstyrning.evaluate.compare import Question, answers, places
from malstyrning.load.units import UNITS

LOWER = replace(KPI, direction=Direction.LOWER)
DESCRIBED = replace(KPI, direction=Direction.NONE)
SHARE = replace(KPI, decimals=0)
HUNDREDTHS = st.integers(-100_000, 100_000).map(lambda number: number / 100)


# What is said of a group


@pytest.mark.parametrize(
    ("values", "kpi", "expected"),
    [
        pytest.param(ours(70, 90, 80, 60, 50), KPI, "80.0 0.0 -10.0", id="the 2nd of 5 is the limit"),
        pytest.param(ours(70, 90, 80, 60, 50), LOWER, "60.0 0.0 -10.0", id="low is best"),
        pytest.param(ours(90, 80, 70, 60), KPI, "90.0 15.0 0.0", id="the 1st of 4"),
        pytest.param(ours(50, 80, 70, 60), LOWER, "50.0 15.0 0.0", id="plus is better, also where low is best"),
        pytest.param(ours(70, 90, 80, 60, 50), DESCRIBED, "None None None", id="without direction nothing is better"),
        pytest.param(ours(-5, -1, -2, -3, -4), KPI, "-2.0 -2.0 -3.0", id="below zero"),
        pytest.param(ours(84.95, *[84.94] * 4), KPI, "84.9 0.1 0.1", id="as a reader sees them"),
        pytest.param(ours(70, 70, 70, 70, 70), KPI, "70.0 0.0 0.0", id="all alike"),
        pytest.param(ours(70), KPI, "70.0 0.0 0.0", id="we alone"),
    ],
)
def test_gaps_and_the_best_quarter(values: Values, kpi: Kpi, expected: str) -> None:
    found = place(values, kpi=kpi)
    assert f"{found.best_quarter} {found.gap_to_median} {found.gap_to_best_quarter}" == expected


@pytest.mark.parametrize(("n", "position"), [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3), (26, 7), (290, 73)])
def test_the_best_quarter_reaches_the_value_a_quarter_down(n: int, position: int) -> None:
    """Of 290 the 73rd best has the limit: 290 ÷ 4 is 72.5, rounded up."""
    values: Values = {f"{index:04}": float(1000 - index) for index in range(1, n + 1)}
    assert place(values).best_quarter == 1000 - position


@pytest.mark.parametrize(
    ("own", "others", "percentile"),
    [
        pytest.param(90, (80, 70, 60, 50), 100, id="the best"),
        pytest.param(40, (80, 70, 60, 50), 0, id="the worst"),
        pytest.param(65, (80, 70, 60, 50), 50, id="two of four are worse"),
        pytest.param(70, (80, 70, 60, 50), 63, id="two and a half of four: 62.5 is rounded up"),
        pytest.param(70, (70, 70, 70, 70), 50, id="all alike"),
    ],
)
def test_percentiles(own: float, others: tuple[float, ...], percentile: int) -> None:
    assert place(ours(own, *others)).percentile == percentile


def test_the_best_and_the_worst_are_named_as_a_reader_sees_them() -> None:
    found = place({"0001": 10.04, "0002": 10.0, "0003": 20.0, OWN: 15.0, "0004": None})
    assert (found.at_lowest, found.at_highest) == (("0001", "0002"), ("0003",))
    assert [found.lowest, found.highest] == [10, 20]


def test_where_all_are_alike_all_are_best_and_worst() -> None:
    found = place(ours(0, 0, 0, 0, 0))
    assert found.at_lowest == found.at_highest == ("0000", "0001", "0002", "0003", OWN)
    assert [found.median, found.mean, found.lowest, found.highest] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("fractions", "kpi", "weighted"),
    [
        pytest.param({OWN: (1, 2), "0000": (8, 10)}, KPI, "75.0", id="a share of all: 9 of 12"),
        pytest.param({OWN: (1, 2), "0000": (8, None)}, KPI, None, id="a denominator is not told"),
        pytest.param({OWN: (1, 2)}, KPI, None, id="a member tells neither"),
        pytest.param({OWN: (0, 0), "0000": (0, 0)}, KPI, None, id="nothing to divide by"),
        pytest.param({OWN: (1, 2000), "0000": (8, 10_000)}, KPI, None, id="numbers that the values are not made of"),
        pytest.param({OWN: (100, 2), "0000": (800, 10)}, replace(KPI, unit=UNITS["kronor"]), "75.0", id="kronor each"),
        pytest.param({OWN: (1, 2), "0000": (8, 10)}, DESCRIBED, "75.0", id="it needs no direction"),
    ],
)
def test_a_weighted_mean_is_all_numerators_over_all_denominators(
    fractions: Fractions, kpi: Kpi, weighted: str | None
) -> None:
    found = place({OWN: 50.0, "0000": 80.0, "0001": None}, kpi=kpi, fractions=fractions)
    assert (None if found.weighted_mean is None else str(found.weighted_mean)) == weighted
    assert found.mean == 65


def test_a_group_of_companies_and_units_is_compared_like_any_other() -> None:
    found = place({OWN: 3.0, "V15E144001301": 1.0, "5560000000": 2.0, "bolaget": 4.0, "skolan": 5.0})
    assert (found.n, found.first, found.at_highest) == (5, 3, ("skolan",))
    assert found.median == 3


def test_a_place_by_a_preliminary_value_says_so() -> None:
    one = judged(KPI, 1.0)
    assert one.measurement is not None
    early = replace(one, measurement=replace(one.measurement, preliminary=True))
    rows = table({OWN: 1.0, "0000": 2.0})
    found = answers([Question(KPI, late, group(OWN, "0000")) for late in (one, early)], rows, OWN)
    assert [one.preliminary for one in found] == [False, True]


def test_a_place_can_be_asked_for_in_a_group_that_the_kpi_is_not_shown_in() -> None:
    hidden = replace(KPI, groups=())
    rows = table({OWN: 1.0, "0000": 2.0, "0001": 3.0})
    groups = (group("0000", "0001", key="dold"), group(OWN, "0001", key="annan"))
    found = answers([Question(hidden, judged(hidden, 1.0), one) for one in groups], rows, OWN)
    assert [(one.group, one.n, one.median) for one in found] == [("dold", 3, Decimal("2.5")), ("annan", 2, 2)]


def test_earlier_years_are_placed_among_those_who_had_a_value_then() -> None:
    plan = SteeringPlan(OWN, groups={"grupp": group(OWN, *(f"000{index}" for index in range(5)))})
    rows = joined(
        table(ours(1, 2, 3, 4, 5, 6), period="2022"),
        table(ours(9, 2, 3, 4, 5, None), period="2021"),
        table(ours(9, 8), period="2020"),
    )
    before = tuple(judged(KPI, 9.0, Period(year)) for year in (2019, 2020, 2021))
    (found,) = places([(KPI, judged(KPI, 1.0))], rows, plan, {"kpi": before})["kpi"]
    assert found.earlier == (
        EarlierPlace(Period(2019), 1, 0, None),
        EarlierPlace(Period(2020), 2, 2, Decimal("8.5")),
        EarlierPlace(Period(2021), 5, 5, Decimal(4), 1, 1),
    )
    assert (found.first, found.n, found.at_lowest) == (6, 6, (OWN,))
    assert [*found.others] == [2, 3, 4, 5, 6]


# What changes no figure

LISTS = st.lists(HUNDREDTHS | st.none(), min_size=0, max_size=12)
KPIS = st.builds(
    lambda direction, decimals: replace(KPI, direction=direction, decimals=decimals),
    st.sampled_from(Direction),
    st.integers(0, 3),
)


def answered(kpi: Kpi, values: Values, rows: ComparisonTable, engine: str) -> list[Place]:
    """In a group that we are a member of, and in one that we are not."""
    groups = group(*values), group(*(one for one in values if one != OWN), "0099", key="utan")
    return answers(
        [Question(kpi, judged(kpi, values[OWN]), one, (judged(kpi, 1.0, Period(2021)),)) for one in groups],
        rows,
        OWN,
        ENGINES[engine],
    )


@settings(max_examples=40, deadline=None)
@given(KPIS, st.none() | HUNDREDTHS, LISTS, st.randoms())
def test_neither_engine_nor_order_changes_a_figure(
    kpi: Kpi, own: float | None, others: list[float | None], random: Random
) -> None:
    values: Values = {**ours(0, *others), OWN: own}
    fractions: Fractions = {one: (value, 100.0) for one, value in values.items()}
    rows = joined(table(values, fractions=fractions), table({"0000": 2.0, OWN: 1.0}, period="2021"))
    order = list(range(len(rows)))
    random.shuffle(order)
    columns = [getattr(rows, one.name) for one in fields(ComparisonTable)]
    shuffled = ComparisonTable(*([column[index] for index in order] for column in columns if column))
    expected = answered(kpi, values, rows, "pandas")
    for name in ENGINES:
        assert answered(kpi, values, rows, name) == expected
        assert answered(kpi, values, shuffled, name) == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_large_values_that_cancel_leave_no_trace_in_a_mean(engine: str) -> None:
    """The sum is 0.15, which is a mean of 0.05; in floats it is nearer to 0.1499999."""
    values = ours(1_000_000.25, -1_000_000.1, 0.0)
    (found, _) = answered(KPI, values, table(values), engine)
    assert str(found.mean) == "0.1"


@settings(max_examples=30, deadline=None)
@given(HUNDREDTHS, st.lists(HUNDREDTHS, min_size=4, max_size=20), st.integers(1, 3))
def test_another_unit_changes_no_place(own: float, others: list[float], power: int) -> None:
    """Thousands instead of units, with as many decimals more."""
    values = ours(own, *others)
    smaller: Values = {one: float(Decimal(repr(value)).scaleb(-power)) for one, value in values.items()}
    before, after = place(values), place(smaller, kpi=replace(KPI, decimals=KPI.decimals + power))
    places_of = [(one.first, one.last, one.n, one.quartile, one.percentile, one.at_lowest) for one in (before, after)]
    assert places_of[0] == places_of[1]
    assert before.best_quarter is not None
    assert after.best_quarter == before.best_quarter.scaleb(-power)


@settings(max_examples=60, deadline=None)
@given(st.lists(HUNDREDTHS, min_size=1, max_size=20), st.sampled_from([KPI, LOWER]))
def test_a_plain_counting_finds_the_same_best_quarter_and_names(values: list[float], kpi: Kpi) -> None:
    named: Values = {f"{index:04}": value for index, value in enumerate(values)}
    found = place(named, kpi=kpi)
    in_order = sorted((Fraction(repr(one)) for one in values), reverse=kpi is KPI)
    limit = in_order[(len(values) + 3) // 4 - 1]
    assert found.best_quarter == half_up(limit)
    least, most = (half_up(Fraction(repr(end(values)))) for end in (min, max))
    seen = {one: half_up(Fraction(repr(value))) for one, value in named.items()}
    assert [*found.at_lowest] == [one for one in named if seen[one] == least]
    assert [*found.at_highest] == [one for one in named if seen[one] == most]


def half_up(number: Fraction) -> Decimal:
    """To one decimal, half away from zero."""
    size = int(abs(number) * 10 + Fraction(1, 2))
    return Decimal(-size if number < 0 else size).scaleb(-1)
