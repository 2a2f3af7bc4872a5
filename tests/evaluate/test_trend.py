from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.examples import KPI, outcome

from malstyrning.domain.kpis import Definition
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.variation import FEWEST_VALUES, mean_moving_range
from malstyrning.domain.verdicts import Trend, TrendBasis, TrendVerdict
from malstyrning.domain.words import Direction
from malstyrning.evaluate.trend import CHANGED, judge_trend
from malstyrning.language import Text
from malstyrning.load.units import UNITS

BETTER, WORSE, INCREASED, DECREASED, UNCHANGED, UNKNOWN = Trend
EARLIER = Period(2021)


def judged(values: Mapping[int, str | None], now: str | None, kpi: object = KPI) -> TrendVerdict:
    """The trend of 2022's value after a series."""
    assert isinstance(kpi, type(KPI))
    last = outcome(now)
    return judge_trend(kpi, (*(outcome(value, year) for year, value in sorted(values.items())), last), last)


def years(first: int, *values: float | str) -> dict[int, str | None]:
    return {first + index: str(value) for index, value in enumerate(values)}


@pytest.mark.parametrize(
    ("direction", "before", "now", "expected"),
    [
        (Direction.HIGHER, "80", "82.0", BETTER),
        (Direction.HIGHER, "80", "78.0", WORSE),
        (Direction.LOWER, "80", "78.0", BETTER),
        (Direction.LOWER, "80", "82.0", WORSE),
        (Direction.NONE, "80", "82.0", INCREASED),
        (Direction.NONE, "80", "78.0", DECREASED),
        (Direction.RANGE, "80", "82.0", INCREASED),
        (Direction.RANGE, "80", "78.0", DECREASED),
        (Direction.HIGHER, "80", "81.9", UNCHANGED),
        (Direction.HIGHER, "80", "78.1", UNCHANGED),
        (Direction.NONE, "80", "81.9", UNCHANGED),
        (Direction.HIGHER, "-1", "1.0", BETTER),
    ],
)
def test_a_given_interval_says_what_counts(direction: Direction, before: str, now: str, expected: Trend) -> None:
    kpi = replace(KPI, direction=direction, change_interval=Decimal(2))
    change = Decimal(now) - Decimal(before)
    assert judged({2021: before}, now, kpi) == TrendVerdict(
        expected, TrendBasis.GIVEN_INTERVAL, change, Decimal(2), EARLIER
    )


@pytest.mark.parametrize(("now", "expected"), [("80.0", UNCHANGED), ("80.1", BETTER), ("79.9", WORSE)])
def test_with_an_interval_of_nothing_every_change_counts_and_only_a_change(now: str, expected: Trend) -> None:
    assert judged({2021: "80.0"}, now, replace(KPI, change_interval=Decimal(0))).trend is expected


# Moving ranges 1, 2, 1, 2, 1, 2, 1: their mean is 10/7 = 1.428…; 2.8 of them are 4, 3.27 are 4.671…
SERIES = years(2014, 80, 81, 79, 80, 78, 79, 77, 78)


@pytest.mark.parametrize(
    ("now", "expected", "unusual"),
    [
        ("82.0", UNCHANGED, False),
        ("82.1", BETTER, False),
        ("82.6", BETTER, False),
        ("82.7", BETTER, True),
        ("74.0", UNCHANGED, False),
        ("73.9", WORSE, False),
        ("73.3", WORSE, True),
        ("78.0", UNCHANGED, False),
    ],
)
def test_the_series_own_variation_says_what_counts(now: str, expected: Trend, *, unusual: bool) -> None:
    smallest = Decimal("2.8") * (Decimal(10) / 7)
    assert judged(SERIES, now) == TrendVerdict(
        expected, TrendBasis.MOVING_RANGE, Decimal(now) - 78, smallest, EARLIER, values=8, unusual=unusual
    )


@pytest.mark.parametrize(
    ("direction", "expected"), [(Direction.LOWER, WORSE), (Direction.NONE, INCREASED), (Direction.RANGE, INCREASED)]
)
def test_the_direction_names_the_change(direction: Direction, expected: Trend) -> None:
    assert judged(SERIES, "90", replace(KPI, direction=direction)).trend is expected


@pytest.mark.parametrize(
    ("values", "basis", "known"),
    [
        pytest.param(years(2015, 80, 81, 79, 80, 78, 79, 77), TrendBasis.TOO_FEW_VALUES, 7, id="seven values before"),
        pytest.param(SERIES, TrendBasis.MOVING_RANGE, 8, id="eight values before"),
        pytest.param({**SERIES, 2016: None, 2013: "80"}, TrendBasis.MOVING_RANGE, 8, id="eight with a gap"),
        pytest.param({**SERIES, 2016: None}, TrendBasis.TOO_FEW_VALUES, 7, id="a gap that leaves seven"),
        pytest.param(years(2002, *[80] * 20), TrendBasis.MOVING_RANGE, 10, id="at most ten years"),
        pytest.param(
            {**years(2002, *[80] * 13), **years(2018, 1, 2, 3, 4)}, TrendBasis.TOO_FEW_VALUES, 7, id="old values"
        ),
    ],
)
def test_how_many_values_are_needed(values: dict[int, str | None], basis: TrendBasis, known: int) -> None:
    verdict = judged(values, "90")
    assert (verdict.basis, verdict.values) == (basis, known)
    assert (verdict.trend is UNKNOWN) is (basis is TrendBasis.TOO_FEW_VALUES)


@pytest.mark.parametrize(
    ("values", "now", "basis"),
    [
        pytest.param(SERIES, None, TrendBasis.NO_OUTCOME, id="no outcome"),
        pytest.param({}, "80", TrendBasis.NO_EARLIER_VALUE, id="the first value"),
        pytest.param({**SERIES, 2021: None}, "80", TrendBasis.NO_EARLIER_VALUE, id="no value the year before"),
    ],
)
def test_without_two_values_there_is_no_change(
    values: dict[int, str | None], now: str | None, basis: TrendBasis
) -> None:
    for kpi in (KPI, replace(KPI, change_interval=Decimal(1))):
        verdict = judged(values, now, kpi)
        assert (verdict.trend, verdict.basis, verdict.change) == (UNKNOWN, basis, None)


@pytest.mark.parametrize(
    ("breaks", "trend", "basis", "known"),
    [
        pytest.param((2000, 2022), UNKNOWN, TrendBasis.SERIES_BROKEN, 0, id="in the year judged"),
        pytest.param((2000, 2021), UNKNOWN, TrendBasis.TOO_FEW_VALUES, 1, id="the year before"),
        pytest.param((2000, 2015), UNKNOWN, TrendBasis.TOO_FEW_VALUES, 7, id="what came before does not count"),
        pytest.param((2000, 2014), BETTER, TrendBasis.MOVING_RANGE, 8, id="before the values"),
        pytest.param((2022,), BETTER, TrendBasis.MOVING_RANGE, 8, id="the only definition breaks nothing"),
        pytest.param((2000, 2023), BETTER, TrendBasis.MOVING_RANGE, 8, id="in a later year"),
    ],
)
def test_nothing_is_compared_across_a_break(
    breaks: tuple[int, ...], trend: Trend, basis: TrendBasis, known: int
) -> None:
    kpi = replace(KPI, definitions=tuple(Definition(year, Text("Så")) for year in breaks))
    verdict = judged(SERIES, "90", kpi)
    assert (verdict.trend, verdict.basis, verdict.values) == (trend, basis, known)
    assert verdict.change == 12


def test_a_break_stops_a_given_interval_too() -> None:
    definitions = (Definition(2000, Text("Så")), Definition(2022, Text("Så här")))
    kpi = replace(KPI, change_interval=Decimal(1), definitions=definitions)
    assert judged({2021: "80"}, "90", kpi).basis is TrendBasis.SERIES_BROKEN


@pytest.mark.parametrize(("now", "expected"), [("80.0", UNCHANGED), ("80.1", BETTER), ("79.9", WORSE)])
def test_after_a_constant_series_any_change_counts(now: str, expected: Trend) -> None:
    verdict = judged(years(2014, *["80.0"] * 8), now)
    assert (verdict.trend, verdict.smallest, verdict.unusual) == (expected, Decimal(0), expected is not UNCHANGED)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({2018: "1", 2019: "3", 2020: "2"}, "1.5"),
        ({2018: "1", 2019: "3", 2021: "9", 2022: "9.5"}, "1.25"),
        ({2018: "1", 2020: "3"}, "0"),
        ({2018: "1"}, "0"),
        ({}, "0"),
    ],
    ids=str,
)
def test_the_mean_moving_range(values: dict[int, str], expected: str) -> None:
    assert mean_moving_range({year: Decimal(value) for year, value in values.items()}) == Decimal(expected)


TENTHS = st.integers(0, 1000).map(lambda number: Decimal(number).scaleb(-1))


@given(st.lists(TENTHS, min_size=FEWEST_VALUES, max_size=10), TENTHS)
def test_the_rule_in_plain_arithmetic(values: list[Decimal], now: Decimal) -> None:
    series = {2022 - len(values) + index: str(value) for index, value in enumerate(values)}
    moving = sum((abs(b - a) for a, b in pairwise(values)), Decimal(0)) / (len(values) - 1)
    change = now - values[-1]
    verdict = judged(series, str(now))
    assert (verdict.trend is not UNCHANGED) is (abs(change) > CHANGED * moving)
    assert verdict.trend in ({UNCHANGED, BETTER} if change > 0 else {UNCHANGED, WORSE})


def asked(value: str, n: int, year: int = 2022) -> Outcome:
    one = outcome(value, year)
    assert one.measurement is not None
    return replace(one, measurement=replace(one.measurement, n=Decimal(n)))


@pytest.mark.parametrize(
    ("before", "now", "expected", "margin"),
    [
        # 201 of 402 is 0.5, 228.2 of 402 is 0.5677: 196 × √(0.25 ÷ 402 + 0.5677 × 0.4323 ÷ 402) = 6.88
        (("50", 400), ("56.8", 400), UNCHANGED, "6.88"),
        (("50", 400), ("56.9", 400), BETTER, "6.88"),
        (("50", 400), ("43.1", 400), WORSE, "6.88"),
        # 51 of 52 is 0.9808, 49.5 of 52 is 0.9519: 196 × √(0.9808 × 0.0192 ÷ 52 + 0.9519 × 0.0481 ÷ 52) = 6.91
        (("100", 50), ("97", 50), UNCHANGED, "6.91"),
    ],
)
def test_a_survey_s_change_is_held_against_its_margin(
    before: tuple[str, int], now: tuple[str, int], expected: Trend, margin: str
) -> None:
    last = asked(*now)
    found = judge_trend(KPI, (asked(*before, 2021), last), last)
    assert (found.trend, found.basis) == (expected, TrendBasis.RESPONDENTS)
    assert found.smallest is not None
    assert abs(found.smallest - Decimal(margin)) < Decimal("0.01")


def test_a_given_interval_comes_before_the_respondents_and_they_before_the_series() -> None:
    last = asked("56", 400)
    series = (*(outcome(value, year) for year, value in SERIES.items() if year < EARLIER.year), asked("50", 400, 2021))
    assert judge_trend(KPI, (*series, last), last).basis is TrendBasis.RESPONDENTS
    given = replace(KPI, change_interval=Decimal(2))
    assert judge_trend(given, (*series, last), last).basis is TrendBasis.GIVEN_INTERVAL
    of_another_unit = replace(KPI, unit=UNITS["index"])
    assert judge_trend(of_another_unit, (*series, last), last).basis is TrendBasis.MOVING_RANGE
