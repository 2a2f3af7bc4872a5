from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.examples import DECIDED, KPI, level, outcome

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.outcomes import Missing, Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.targets import AtLeast, AtMost, Between, TargetLevel, gap
from malstyrning.domain.verdicts import Held, Unassessable, Verdict
from malstyrning.domain.words import Direction, Gender
from malstyrning.evaluate.assess import judge

REACHED, NEARLY, NOT_REACHED, NOT_ASSESSABLE = Fulfilment


@pytest.mark.parametrize(
    ("value", "text", "tolerance", "expected", "distance"),
    [
        # at least
        ("90", "≥ 90", "0", REACHED, "0"),
        ("90.1", "≥ 90", "0", REACHED, "0.1"),
        ("89.9", "≥ 90", "0", NOT_REACHED, "-0.1"),
        ("89.9", "≥ 90", "0.1", NEARLY, "-0.1"),
        ("89.5", "≥ 90", "0.5", NEARLY, "-0.5"),
        ("89.4", "≥ 90", "0.5", NOT_REACHED, "-0.6"),
        ("90.4", "≥ 90", "0.5", REACHED, "0.4"),
        ("85.0", "≥ 85", "0", REACHED, "0"),
        # at most
        ("10", "≤ 10", "0", REACHED, "0"),
        ("9.9", "≤ 10", "0", REACHED, "0.1"),
        ("10.1", "≤ 10", "0", NOT_REACHED, "-0.1"),
        ("10.5", "≤ 10", "0.5", NEARLY, "-0.5"),
        ("10.6", "≤ 10", "0.5", NOT_REACHED, "-0.6"),
        # between
        ("40", "40–60", "0", REACHED, "0"),
        ("60", "40–60", "0", REACHED, "0"),
        ("45", "40–60", "0", REACHED, "5"),
        ("39.9", "40–60", "0", NOT_REACHED, "-0.1"),
        ("60.1", "40–60", "0", NOT_REACHED, "-0.1"),
        ("39", "40–60", "1", NEARLY, "-1"),
        ("61", "40–60", "1", NEARLY, "-1"),
        ("61.1", "40–60", "1", NOT_REACHED, "-1.1"),
        ("50", "50–50", "0", REACHED, "0"),
        # zero, negative and opposite signs
        ("0", "≥ 0", "0", REACHED, "0"),
        ("0.0", "≤ 0", "0", REACHED, "0"),
        ("-0.1", "≥ 0", "0", NOT_REACHED, "-0.1"),
        ("-5", "≥ -10", "0", REACHED, "5"),
        ("-11", "≥ -10", "1", NEARLY, "-1"),
        ("-5", "≤ -10", "0", NOT_REACHED, "-5"),
        ("-2", "≥ 2", "0", NOT_REACHED, "-4"),
        ("2", "≤ -2", "4", NEARLY, "-4"),
    ],
)
def test_an_outcome_against_a_level(value: str, text: str, tolerance: str, expected: Fulfilment, distance: str) -> None:
    decided = level(text, tolerance)
    directions = {AtLeast: Direction.HIGHER, AtMost: Direction.LOWER, Between: Direction.RANGE}
    assert decided.criterion
    kpi = replace(KPI, direction=directions[type(decided.criterion)])
    now = outcome(value)
    held = Held(Decimal(value), decided.criterion)
    assert judge(kpi, now, decided) == Verdict(expected, now, decided, Decimal(distance), held=held)


@pytest.mark.parametrize(
    ("direction", "value", "missing", "has_level", "reason"),
    [
        (Direction.NONE, "90", None, False, Unassessable.NO_DIRECTION),
        (Direction.NONE, None, None, False, Unassessable.NO_DIRECTION),
        (Direction.HIGHER, "90", None, False, Unassessable.NO_TARGET),
        (Direction.HIGHER, None, Missing.SUPPRESSED, False, Unassessable.NO_TARGET),
        (Direction.HIGHER, None, None, True, Unassessable.NO_OUTCOME),
        (Direction.HIGHER, None, Missing.NO_DATA, True, Unassessable.NO_DATA),
        (Direction.HIGHER, None, Missing.NOT_APPLICABLE, True, Unassessable.NOT_APPLICABLE),
        (Direction.HIGHER, None, Missing.SUPPRESSED, True, Unassessable.SUPPRESSED),
        (Direction.HIGHER, None, Missing.UNKNOWN, True, Unassessable.UNKNOWN),
    ],
)
def test_what_can_not_be_judged_says_why(
    direction: Direction, value: str | None, missing: Missing | None, *, has_level: bool, reason: Unassessable
) -> None:
    verdict = judge(
        replace(KPI, direction=direction), outcome(value, missing=missing), level("≥ 90") if has_level else None
    )
    assert (verdict.fulfilment, verdict.reason, verdict.gap) == (NOT_ASSESSABLE, reason, None)


def test_a_row_that_is_not_there_is_no_outcome() -> None:
    nothing = Outcome(Period(2022), Gender.ALL, None, None)
    assert judge(KPI, nothing, level("≥ 90")).reason is Unassessable.NO_OUTCOME


def test_a_level_that_equals_the_base_is_reached_by_standing_still() -> None:
    assert judge(KPI, outcome("83.5"), level("≥ 83.5")).fulfilment is REACHED


TENTHS = st.integers(-10_000, 10_000).map(lambda number: Decimal(number).scaleb(-1))


@given(TENTHS, TENTHS, TENTHS.map(abs))
def test_at_most_mirrors_at_least(value: Decimal, limit: Decimal, tolerance: Decimal) -> None:
    def verdict(direction: Direction, kind: Any, value: Decimal, limit: Decimal) -> Verdict:  # noqa: ANN401
        decided = TargetLevel(2022, kind(limit), DECIDED, tolerance)
        return judge(replace(KPI, direction=direction), outcome(str(value)), decided)

    upwards = verdict(Direction.HIGHER, AtLeast, value, limit)
    downwards = verdict(Direction.LOWER, AtMost, -value, -limit)
    assert (upwards.fulfilment, upwards.gap) == (downwards.fulfilment, downwards.gap)


@given(TENTHS, TENTHS, TENTHS)
def test_a_range_is_reached_where_both_its_ends_are(value: Decimal, one: Decimal, two: Decimal) -> None:
    lower, upper = sorted((one, two))
    both = min(gap(value, AtLeast(lower)), gap(value, AtMost(upper)))
    assert gap(value, Between(lower, upper)) == both
    assert (both >= 0) is (lower <= value <= upper)


@given(TENTHS, TENTHS, TENTHS.map(abs))
def test_a_wider_tolerance_never_makes_a_verdict_worse(value: Decimal, limit: Decimal, tolerance: Decimal) -> None:
    order = [NOT_REACHED, NEARLY, REACHED]
    narrow = judge(KPI, outcome(str(value)), TargetLevel(2022, AtLeast(limit), DECIDED, tolerance))
    wide = judge(KPI, outcome(str(value)), TargetLevel(2022, AtLeast(limit), DECIDED, tolerance + 1))
    assert order.index(wide.fulfilment) >= order.index(narrow.fulfilment)
    assert (wide.fulfilment is REACHED) is (narrow.fulfilment is REACHED)
