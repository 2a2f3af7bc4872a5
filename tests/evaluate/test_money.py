from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from malstyrning.domain.budget import BudgetFrame, FrameChange
from malstyrning.domain.money import AreaResult, CommitteeResult
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind
from malstyrning.domain.periods import Occasion, Period
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
        (Period(2022, "T", 1), [60, 40, 0]),
        (Period(2022, "T", 2), [65, 35, 0]),
        (Period(2022, "M", 6), [65, 35, 0]),
        (Period(2022, "M", 10), [65, 35, 0]),
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


@pytest.mark.parametrize(
    ("standing", "outcome_is", "example"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_what_is_invented_is_marked(*, standing: bool, outcome_is: bool, example: bool) -> None:
    frame = replace(FRAME, standing=Standing(example=standing))
    plan = replace(PLAN, budget_frames={("b", 2022): frame})
    (result,) = results(plan, [replace(USED[0], example=outcome_is)], CLOSE)
    assert result.areas[0].example is example
