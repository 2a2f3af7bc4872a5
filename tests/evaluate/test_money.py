from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from malstyrning.domain.budget import BudgetFrame, FrameChange
from malstyrning.domain.money import AreaResult, CommitteeResult
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind
from malstyrning.domain.periods import Occasion, Period, parse_period
from malstyrning.domain.plan import Committee, SteeringPlan
from malstyrning.domain.standing import Standing
from malstyrning.evaluate.money import results
from malstyrning.language import Text

FRAME = BudgetFrame(
    "b",
    2022,
    Decimal(100),
    {"ett": Decimal(60), "tva": Decimal(40)},
    (
        FrameChange(date(2022, 6, 20), {"ett": Decimal(5), "tva": Decimal(-5)}),
        FrameChange(date(2022, 11, 1), {"tre": Decimal(7)}),
    ),
)
PLAN = SteeringPlan(
    "9999",
    committees={key: Committee(key, Text("Nämnd")) for key in ("a", "b", "c")},
    budget_frames={
        ("b", 2022): FRAME,
        ("b", 2023): replace(FRAME, year=2023),
        ("a", 2022): BudgetFrame("a", 2022, Decimal(1), {"fyra": Decimal(1)}),
    },
)
CLOSE = Occasion(Period(2022))


def used(area: str, amount: int, committee: str = "b") -> BudgetOutcome:
    return BudgetOutcome(committee, area, CLOSE.period, MoneyKind.OUTCOME, Decimal(amount))


USED = [used("ett", 70), used("tva", 30), used("tre", 7)]


def committee(key: str, *money: BudgetOutcome, occasion: Occasion = CLOSE) -> CommitteeResult:
    return next(one for one in results(PLAN, money, occasion) if one.committee == key)


def test_committees_with_a_frame_for_the_year_in_the_plans_order() -> None:
    assert [one.committee for one in results(PLAN, [], CLOSE)] == ["a", "b"]
    assert [one.committee for one in results(PLAN, [], Occasion(Period(2023)))] == ["b"]
    assert results(PLAN, [], Occasion(Period(2021))) == ()


def test_the_frame_with_its_changes_against_the_outcome() -> None:
    result = committee("b", *USED)
    assert result.areas == (
        AreaResult("ett", Decimal(60), Decimal(65), Decimal(70), rows=(USED[0],)),
        AreaResult("tva", Decimal(40), Decimal(35), Decimal(30), rows=(USED[1],)),
        AreaResult("tre", Decimal(0), Decimal(7), Decimal(7), rows=(USED[2],)),
    )
    assert [result.original, result.current, result.outcome, result.deviation] == [100, 107, 107, 0]
    assert [one.deviation for one in result.areas] == [-5, 5, 0]  # minus is a deficit


@pytest.mark.parametrize(
    ("period", "current"),
    [
        (Period(2022, "T", 1), [60, 40]),
        (Period(2022, "T", 2), [65, 35]),
        (Period(2022), [65, 35, 7]),
    ],
    ids=str,
)
def test_a_change_dated_after_the_occasion_does_not_count(period: Period, current: list[int]) -> None:
    assert [one.current for one in committee("b", occasion=Occasion(period)).areas] == current


def test_a_missing_outcome_is_not_nothing() -> None:
    result = committee("b", *USED[:2])
    assert [one.outcome for one in result.areas] == [70, 30, None]
    assert result.areas[2].deviation is None
    assert (result.outcome, result.deviation) == (None, None)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(USED[0], kind=MoneyKind.FORECAST), id="a forecast"),
        pytest.param(replace(USED[0], period=Period(2021)), id="another year"),
        pytest.param(replace(USED[0], period=Period(2022, "T", 2)), id="a tertial"),
        pytest.param(replace(USED[0], committee="a"), id="another committee"),
        pytest.param(replace(USED[0], area="fyra"), id="another area"),
    ],
)
def test_only_the_outcome_of_the_occasion_counts(other: BudgetOutcome) -> None:
    assert committee("b", other).areas[0].outcome is None


def part(period: str, amount: int, area: str = "ett") -> BudgetOutcome:
    when = parse_period(period)
    assert when is not None
    return replace(used(area, amount), period=when)


def forecast(amount: int, made: str = "", area: str = "ett") -> BudgetOutcome:
    return replace(used(area, amount), kind=MoneyKind.FORECAST, made=parse_period(made))


T1, T2 = Occasion(Period(2022, "T", 1)), Occasion(Period(2022, "T", 2))
TERTIALS = (part("2022T1", 20), part("2022T2", 21), part("2022T3", 22))
MONTHS = tuple(part(f"2022-{month:02}", month) for month in range(1, 13))


@pytest.mark.parametrize(
    ("occasion", "rows", "outcome", "added", "absent"),
    [
        (T1, TERTIALS, 20, 1, []),
        (T2, TERTIALS, 41, 2, []),
        (CLOSE, TERTIALS, 63, 3, []),
        (T1, MONTHS, 10, 4, []),
        (T2, MONTHS, 36, 8, []),
        (CLOSE, (part("2022H1", 30), part("2022H2", 31)), 61, 2, []),
        pytest.param(CLOSE, (*TERTIALS, used("ett", 65)), 65, 1, [], id="a row of the year comes first"),
        pytest.param(T2, (*TERTIALS, *MONTHS), 41, 2, [], id="kinds are not mixed"),
        pytest.param(T2, TERTIALS[1:], None, 1, ["2022T1"], id="a part is missing"),
        pytest.param(CLOSE, (*TERTIALS[:2], *MONTHS[:2]), None, 2, ["2022T3"], id="the kind that lacks the fewest"),
        pytest.param(T2, (part("2022Q1", 9), part("2022Q2", 9)), None, 0, [], id="quarters don't end in August"),
        pytest.param(T2, (used("ett", 65),), None, 0, [], id="the year has not passed"),
        pytest.param(T2, (part("2021T1", 1), part("2021T2", 1)), None, 0, [], id="another year"),
    ],
)
def test_the_outcome_so_far_is_the_parts_that_cover_it(
    occasion: Occasion, rows: tuple[BudgetOutcome, ...], outcome: int | None, added: int, absent: list[str]
) -> None:
    area = committee("b", *rows, occasion=occasion).areas[0]
    assert (area.outcome, len(area.rows), [str(one) for one in area.absent]) == (outcome, added, absent)


@pytest.mark.parametrize(
    ("occasion", "forecasts", "amount"),
    [
        (T1, [forecast(70, "2022T1"), forecast(72, "2022T2")], 70),
        (T2, [forecast(70, "2022T1"), forecast(72, "2022T2")], 72),
        (T2, [forecast(72, "2022T2"), forecast(70, "2022T1")], 72),
        (T2, [forecast(72, "2022-06"), forecast(70, "2022-05")], 72),
        (T2, [forecast(69), forecast(70, "2022T1")], 70),
        (T1, [forecast(69), forecast(70, "2022T2")], 69),
        (T1, [forecast(70, "2022T2")], None),
        (T2, [replace(forecast(20, "2022T2"), period=Period(2022, "T", 3))], None),
        (CLOSE, [forecast(70, "2022T2")], None),
    ],
)
def test_the_forecast_is_the_latest_that_had_been_made(
    occasion: Occasion, forecasts: list[BudgetOutcome], amount: int | None
) -> None:
    assert committee("b", *forecasts, occasion=occasion).areas[0].forecast_amount == amount


def test_before_the_close_the_deviation_is_from_the_forecast() -> None:
    forecasts = [forecast(70, "2022T2", "ett"), forecast(34, "2022T2", "tva")]
    result = committee("b", *TERTIALS, *forecasts, occasion=T2)
    first, second = result.areas
    assert [first.outcome, first.deviation, first.deviation_from_original] == [41, -5, -10]
    assert [second.outcome, second.deviation, second.deviation_from_original] == [None, 1, 6]
    assert [result.outcome, result.forecast] == [None, 104]
    assert [result.deviation, result.deviation_from_original] == [-4, -4]


def test_at_the_close_the_deviation_is_from_the_outcome_against_both_frames() -> None:
    result = committee("b", *USED, forecast(1, "2022T2"))
    assert [one.deviation_from_original for one in result.areas] == [-10, 10, -7]
    assert [result.deviation, result.deviation_from_original, result.forecast] == [0, -7, None]


@pytest.mark.parametrize(
    ("standing", "outcome_is", "example"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_what_is_invented_is_marked(*, standing: bool, outcome_is: bool, example: bool) -> None:
    frame = replace(FRAME, standing=Standing(example=standing))
    plan = replace(PLAN, budget_frames={("b", 2022): frame})
    (result,) = results(plan, [replace(USED[0], example=outcome_is)], CLOSE)
    assert result.areas[0].example is example
