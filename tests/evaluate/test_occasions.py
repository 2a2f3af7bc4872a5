"""One KPI at an occasion: what has passed of the year, and what can be said of it by then."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.examples import DECIDED, KPI, level, outcome

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurement, Missing, Outcome, ValueState
from malstyrning.domain.periods import Measured as Rhythm
from malstyrning.domain.periods import Occasion, parse_period
from malstyrning.domain.targets import BetterThanBase, ChangeSince, MeanOfYears, SumSince, Target, TargetLevel
from malstyrning.domain.verdicts import TrendBasis, Unassessable
from malstyrning.domain.words import Aggregation, Direction, Gender, ReportedIn
from malstyrning.evaluate.evaluation import assess_kpi
from malstyrning.evaluate.hold import Known
from malstyrning.evaluate.occasions import Terms, expected, is_reported, judge_at, not_reported
from malstyrning.evaluate.outcomes import by_kpi, decided_period, series
from malstyrning.evaluate.outcomes import outcome as outcome_of
from malstyrning.load.units import UNITS

SUM, RATIO, LAST, NONE = Aggregation
TERTIAL, MONTHLY, QUARTERLY = Rhythm.TERTIAL, Rhythm.MONTHLY, Rhythm.QUARTERLY


def occasion(text: str) -> Occasion:
    period = parse_period(text)
    assert period is not None
    return Occasion(period)


def measured_in(rhythm: Rhythm, aggregation: Aggregation, **more: object) -> Kpi:
    return replace(KPI, unit=UNITS["count"], decimals=0, measured=rhythm, aggregation=aggregation, **more)  # type: ignore[arg-type]


def row(text: str, gender: Gender = Gender.ALL) -> Measurement:
    """`2022T1 112`, `2022T1 5.5 55/1000`, or `2022T1 suppressed`."""
    when, value, *fraction = text.split()
    period = parse_period(when)
    assert period is not None
    if value in set(Missing):
        return Measurement("kpi", period, gender, None, Missing(value))
    numerator, denominator = map(Decimal, fraction[0].split("/")) if fraction else (None, None)
    return Measurement("kpi", period, gender, Decimal(value), numerator=numerator, denominator=denominator)


def at(kpi: Kpi, when: str, rows: Iterable[str]) -> Outcome:
    measured = by_kpi(map(row, rows)).get("kpi", {})
    return outcome_of(kpi, decided_period(kpi, occasion(when)), Gender.ALL, measured)


THREE = ("2022T1 112", "2022T2 98", "2022T3 30")
MONTHS = [f"2022-{month:02} {month}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("rhythm", "aggregation", "when", "rows", "period", "value", "parts"),
    [
        (TERTIAL, SUM, "2022T1", THREE, "2022T1", 112, 0),
        (TERTIAL, SUM, "2022T2", THREE, "2022-01/2022-08", 210, 2),
        (TERTIAL, SUM, "2022", THREE, "2022", 240, 3),
        pytest.param(TERTIAL, SUM, "2022", (*THREE, "2022 250"), "2022", 250, 0, id="a value of the year comes first"),
        (MONTHLY, SUM, "2022T1", MONTHS, "2022T1", 10, 4),
        (MONTHLY, SUM, "2022T2", MONTHS, "2022-01/2022-08", 36, 8),
        (MONTHLY, SUM, "2022", MONTHS, "2022", 78, 12),
        pytest.param(QUARTERLY, SUM, "2022T2", ["2022Q1 5", "2022Q2 6", "2022Q3 9"], "2022H1", 11, 2, id="ended only"),
        (TERTIAL, LAST, "2022T1", THREE, "2022T1", 112, 0),
        (TERTIAL, LAST, "2022T2", THREE, "2022T2", 98, 0),
        (TERTIAL, LAST, "2022", THREE, "2022", 30, 1),
        (QUARTERLY, LAST, "2022T2", ["2022Q1 5", "2022Q2 6", "2022Q3 9"], "2022Q2", 6, 0),
        (TERTIAL, NONE, "2022T2", THREE, "2022T2", 98, 0),
        (TERTIAL, NONE, "2022", (*THREE, "2022 80"), "2022", 80, 0),
    ],
)
def test_what_has_passed_of_the_year(  # noqa: PLR0913, PLR0917 - a case has this many parts
    rhythm: Rhythm, aggregation: Aggregation, when: str, rows: Iterable[str], period: str, value: int, parts: int
) -> None:
    found = at(measured_in(rhythm, aggregation), when, rows)
    assert [str(found.period), found.value, len(found.parts), len(found.absent)] == [period, value, parts, 0]


@pytest.mark.parametrize(
    ("aggregation", "when", "rows", "absent"),
    [
        pytest.param(SUM, "2022T2", ["2022T1 112"], ["2022T2"], id="one is missing"),
        pytest.param(SUM, "2022", ["2022T2 98"], ["2022T1", "2022T3"], id="two are missing"),
        pytest.param(SUM, "2022T2", ["2022T1 112", "2022T2 suppressed"], ["2022T2"], id="one is secret"),
        pytest.param(RATIO, "2022T2", ["2022T1 5 5/100", "2022T2 6"], ["2022T2"], id="no fraction"),
        pytest.param(RATIO, "2022T2", ["2022T1 5 5/100", "2022T2 6 6/0"], ["2022T2"], id="some of none"),
        pytest.param(RATIO, "2022T2", ["2022T1 0 0/0", "2022T2 0 0/0"], ["2022T1", "2022T2"], id="none of none"),
        pytest.param(LAST, "2022", ["2022T1 1", "2022T2 2"], ["2022T3"], id="the last is missing"),
        pytest.param(SUM, "2022", [], [], id="nothing is there"),
        pytest.param(NONE, "2022", ["2022T1 1", "2022T2 2", "2022T3 3"], [], id="there is no way to a year"),
        pytest.param(SUM, "2022", ["2021T1 1", "2021T2 2", "2021T3 3"], [], id="another year"),
    ],
)
def test_with_a_part_missing_there_is_no_outcome(
    aggregation: Aggregation, when: str, rows: list[str], absent: list[str]
) -> None:
    found = at(measured_in(TERTIAL, aggregation), when, rows)
    assert (found.value, [str(one) for one in found.absent]) == (None, absent)


def test_a_ratio_is_made_from_numerators_and_denominators_and_rounded_once() -> None:
    kpi = replace(KPI, measured=TERTIAL, aggregation=RATIO)
    rows = ["2022T1 6.9 690/10000", "2022T2 5.5 495/9000"]
    found = at(kpi, "2022T2", rows)
    assert found.value == Decimal("6.2")  # 1185 ÷ 19000 = 6.2368 per cent; the mean of the two is 6.2 only by chance
    assert at(replace(kpi, decimals=3), "2022T2", rows).value == Decimal("6.237")
    assert at(replace(kpi, unit=UNITS["per_1000_inhabitants"]), "2022T2", rows).value == Decimal("62.4")
    assert at(replace(kpi, unit=UNITS["days"], decimals=4), "2022T2", rows).value == Decimal("0.0624")


def test_a_part_with_none_of_none_adds_nothing_to_a_ratio() -> None:
    kpi = replace(KPI, measured=TERTIAL, aggregation=RATIO)
    assert at(kpi, "2022T2", ["2022T1 5 5/100", "2022T2 0 0/0"]).value == Decimal("5.0")


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["2022T1 5 5/100"], Unassessable.PART_MISSING),
        (["2022T1 5 5/100", "2022T2 6"], Unassessable.NO_FRACTION),
        (["2022T2 6"], Unassessable.PART_MISSING),
    ],
)
def test_a_ratio_tells_a_row_that_is_missing_from_one_without_its_fraction(
    rows: list[str], reason: Unassessable
) -> None:
    kpi = replace(KPI, measured=TERTIAL, aggregation=RATIO)
    found = judge_at(kpi, at(kpi, "2022T2", rows), level("≥ 90"), Known({}), Terms())
    assert found.reason is reason


def test_a_sum_is_of_what_was_measured_and_not_of_what_is_shown() -> None:
    found = at(measured_in(TERTIAL, SUM), "2022T2", ["2022T1 1.4", "2022T2 1.4"])
    assert found.value == 3


def test_each_gender_has_parts_of_its_own() -> None:
    kpi = measured_in(TERTIAL, SUM)
    rows = [row("2022T1 1"), row("2022T2 2"), row("2022T1 3", Gender.WOMEN), row("2022T2 4", Gender.WOMEN)]
    measured, period = by_kpi(rows)["kpi"], decided_period(kpi, occasion("2022T2"))
    found = [outcome_of(kpi, period, gender, measured).value for gender in Gender]
    assert found == [3, 7, None]


@pytest.mark.parametrize(("lag", "year"), [(1, "2021"), (2, "2020")])
@pytest.mark.parametrize("when", ["2022T1", "2022T2", "2022"])
def test_with_a_lag_the_whole_of_that_year_is_decided_at_every_occasion(lag: int, year: str, when: str) -> None:
    for kpi in (replace(KPI, lag=lag), measured_in(TERTIAL, SUM, lag=lag)):
        assert str(decided_period(kpi, occasion(when))) == year


def test_the_series_of_a_part_of_a_year_is_made_of_the_same_part_of_each() -> None:
    kpi = measured_in(TERTIAL, SUM)
    rows = [f"{year}T{part} {year - 2000 + part}" for year in (2019, 2020, 2022) for part in (1, 2, 3)]
    measured = by_kpi(map(row, [*rows, "2021T1 5", "2018 99"]))["kpi"]
    found = series(kpi, decided_period(kpi, occasion("2022T2")), measured)
    assert [str(one.period) for one in found] == ["2019-01/2019-08", "2020-01/2020-08", "2022-01/2022-08"]
    assert [one.value for one in found] == [41, 43, 47]
    found = series(kpi, decided_period(kpi, occasion("2022")), measured)
    assert [one.period.year for one in found] == [2018, 2019, 2020, 2022]
    assert [one.value for one in found] == [99, 63, 66, 72]


REACHED, NEARLY, NOT_REACHED, NOT_ASSESSABLE = Fulfilment


@pytest.mark.parametrize(
    ("decided", "value", "fulfilment"),
    [
        ("≥ 100", 40, NOT_ASSESSABLE),
        ("≥ 100", 99, NOT_ASSESSABLE),
        ("≥ 100", 100, REACHED),
        ("≤ 100", 40, NOT_ASSESSABLE),
        ("≤ 100", 100, NOT_ASSESSABLE),
        ("≤ 100", 105, NOT_ASSESSABLE),
        ("≤ 100", 106, NOT_REACHED),
        ("50–100", 40, NOT_ASSESSABLE),
        ("50–100", 60, NOT_ASSESSABLE),
        ("50–100", 106, NOT_REACHED),
    ],
)
@pytest.mark.parametrize("when", ["2022T1", "2022T2", "2022"])
def test_a_sum_so_far_is_judged_only_where_the_rest_of_the_year_can_not_change_it(
    decided: str, value: int, fulfilment: Fulfilment, when: str
) -> None:
    kpi = measured_in(TERTIAL, SUM)
    now = replace(outcome(str(value)), period=decided_period(kpi, occasion(when)))
    verdict = judge_at(kpi, now, level(decided, "5"), Known(), Terms())
    if when == "2022":
        assert verdict.fulfilment is not NOT_ASSESSABLE
    else:
        assert verdict.fulfilment is fulfilment
        assert (verdict.reason, verdict.gap is None) == (
            (Unassessable.NOT_YET, True) if fulfilment is NOT_ASSESSABLE else (None, False)
        )


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 10), st.sampled_from(["≥ 100", "≤ 100", "50–100"]))
def test_what_is_settled_stays_so_whatever_is_added(so_far: int, rest: int, tolerance: int, decided: str) -> None:
    kpi, decision = measured_in(TERTIAL, SUM), level(decided, str(tolerance))
    early = judge_at(
        kpi, replace(outcome(str(so_far)), period=decided_period(kpi, occasion("2022T2"))), decision, Known(), Terms()
    )
    late = judge_at(kpi, outcome(str(so_far + rest)), decision, Known(), Terms())
    assert early.fulfilment in (NOT_ASSESSABLE, late.fulfilment)


@pytest.mark.parametrize(
    ("target", "before", "fulfilment"),
    [
        pytest.param(SumSince(2020, Decimal(10)), {2020: 9, 2021: 9}, NOT_ASSESSABLE, id="a sum of years"),
        pytest.param(MeanOfYears(3, Decimal(10)), {2020: 99, 2021: 99}, NOT_ASSESSABLE, id="a mean of years"),
        pytest.param(ChangeSince(2021, Decimal(10)), {2021: 30}, REACHED, id="against the same part of a year"),
        pytest.param(BetterThanBase(2021), {2021: 50}, NOT_REACHED, id="against it, and worse"),
    ],
)
def test_a_sum_so_far_against_what_is_computed(target: Target, before: dict[int, int], fulfilment: Fulfilment) -> None:
    kpi = measured_in(TERTIAL, SUM)
    rows = [f"{year}T{part} {value // 2}" for year, value in {**before, 2022: 40}.items() for part in (1, 2)]
    measured = by_kpi(map(row, rows))["kpi"]
    now = outcome_of(kpi, decided_period(kpi, occasion("2022T2")), Gender.ALL, measured)
    verdict = judge_at(kpi, now, TargetLevel(2022, target, DECIDED), Known(measured), Terms())
    assert verdict.fulfilment is fulfilment


@pytest.mark.parametrize("aggregation", [RATIO, LAST, NONE])
def test_what_is_no_sum_is_held_against_the_years_level_as_it_stands(aggregation: Aggregation) -> None:
    kpi = measured_in(TERTIAL, aggregation)
    now = replace(outcome("40"), period=decided_period(kpi, occasion("2022T2")))
    assert judge_at(kpi, now, level("≥ 100"), Known(), Terms()).fulfilment is NOT_REACHED


@pytest.mark.parametrize(
    ("kpi", "rows", "reason"),
    [
        (measured_in(TERTIAL, SUM), ["2022T1 1"], Unassessable.PART_MISSING),
        (measured_in(TERTIAL, LAST), ["2022T1 1"], Unassessable.PART_MISSING),
        (measured_in(TERTIAL, RATIO), ["2022T1 1 1/2", "2022T2 1", "2022T3 1"], Unassessable.NO_FRACTION),
        (measured_in(TERTIAL, RATIO), ["2022T1 1 1/2", "2022T2 1 1/-2", "2022T3 1 0/0"], Unassessable.NO_FRACTION),
        (measured_in(TERTIAL, RATIO), ["2022T1 1 1/2", "2022T2 1 1/-4", "2022T3 1 1/2"], Unassessable.NO_FRACTION),
        (measured_in(TERTIAL, SUM), ["2022T1 1", "2022T2 suppressed", "2022T3 1"], Unassessable.SUPPRESSED),
        (measured_in(TERTIAL, SUM), [], Unassessable.NO_OUTCOME),
    ],
)
def test_why_there_is_no_outcome(kpi: Kpi, rows: list[str], reason: Unassessable) -> None:
    assert judge_at(kpi, at(kpi, "2022", rows), level("≥ 1"), Known(), Terms()).reason is reason


@pytest.mark.parametrize(
    ("when", "said", "follows"),
    [
        ("2022T1", (), False),
        ("2022T1", (ReportedIn.T1,), True),
        ("2022T2", (ReportedIn.T1,), False),
        ("2022T2", (ReportedIn.T1, ReportedIn.T2), True),
        ("2022", (ReportedIn.T2,), False),
        ("2022", (ReportedIn.T2, ReportedIn.YEAR_END), True),
    ],
)
def test_a_kpi_is_followed_up_at_its_occasions(when: str, said: tuple[ReportedIn, ...], *, follows: bool) -> None:
    assert is_reported(replace(KPI, reported_in=said), occasion(when)) is follows


def test_what_is_not_followed_up_keeps_its_level_and_has_no_outcome() -> None:
    kpi = replace(KPI, target_levels=(level("≥ 90"),))
    found = not_reported(kpi, occasion("2022T2"))
    assert (found.verdict.reason, found.verdict.level) == (Unassessable.NOT_REPORTED_NOW, level("≥ 90"))
    assert (found.outcome.value, found.trend.basis) == (None, TrendBasis.NOT_REPORTED_NOW)


@pytest.mark.parametrize(
    ("kpi", "rows", "day", "reason", "due"),
    [
        (KPI, [], "2023-09-30", Unassessable.EXPECTED, "2023-09-30"),
        (KPI, [], "2023-10-01", Unassessable.LATE, "2023-09-30"),
        (replace(KPI, lag=1), [], "2023-09-30", Unassessable.EXPECTED, "2023-09-30"),
        (KPI, ["2022 missing"], "2023-10-01", Unassessable.NO_DATA, None),
        (measured_in(TERTIAL, SUM), ["2022T1 1", "2022T2 1"], "2023-02-01", Unassessable.EXPECTED, "2023-09-30"),
        (measured_in(TERTIAL, SUM), ["2022T1 1", "2022T3 1"], "2023-06-01", Unassessable.LATE, "2023-05-31"),
        (measured_in(TERTIAL, SUM), ["2022T1 1", "2022T2 unknown"], "2023-06-01", Unassessable.UNKNOWN, None),
    ],
)
def test_what_is_not_there_on_a_day_is_expected_or_late_or_missing(
    kpi: Kpi, rows: list[str], day: str, reason: Unassessable, due: str | None
) -> None:
    terms = Terms(as_of=date.fromisoformat(day))
    now = expected(kpi, at(kpi, "2022", rows), terms)
    assert now.due == (date.fromisoformat(due) if due else None)
    assert now.state is (ValueState.EXPECTED if due else ValueState.MISSING)
    assert judge_at(kpi, now, level("≥ 1"), Known(), terms).reason is reason


def test_a_value_that_is_there_is_preliminary_or_final_and_never_due() -> None:
    terms = Terms(as_of=date(2030, 1, 1))
    for preliminary, state in ((True, ValueState.PRELIMINARY), (False, ValueState.FINAL)):
        measured = by_kpi([row("2022T1 1"), replace(row("2022T2 1"), preliminary=preliminary)])["kpi"]
        kpi = measured_in(TERTIAL, SUM)
        now = outcome_of(kpi, decided_period(kpi, occasion("2022T2")), Gender.ALL, measured)
        assert (expected(kpi, now, terms), now.state) == (now, state)


def test_women_and_men_are_judged_by_what_has_passed_of_the_year() -> None:
    kpi = replace(measured_in(TERTIAL, SUM), by_gender=True, direction=Direction.LOWER, target_levels=(level("≤ 5"),))
    rows = [row(f"2022T{part} 3", gender) for part in (1, 2) for gender in Gender]
    measured, when = by_kpi(rows)["kpi"], occasion("2022T2")
    now = outcome_of(kpi, decided_period(kpi, when), Gender.ALL, measured)
    found = assess_kpi(kpi, now, when, Known(measured), Terms())
    assert found.verdict.fulfilment is NOT_REACHED
    assert {one.fulfilment for one in found.by_gender.values()} == {NOT_REACHED}
