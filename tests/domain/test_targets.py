from decimal import Decimal

import pytest

from malstyrning.domain.targets import AtLeast, AtMost, Between, Criterion, is_easier

LOW, MIDDLE, HIGH = Decimal(80), Decimal(90), Decimal(95)


@pytest.mark.parametrize(
    ("one", "than", "easier"),
    [
        (AtLeast(LOW), AtLeast(MIDDLE), True),
        (AtLeast(MIDDLE), AtLeast(MIDDLE), False),
        (AtLeast(HIGH), AtLeast(MIDDLE), False),
        (AtMost(HIGH), AtMost(MIDDLE), True),
        (AtMost(LOW), AtMost(MIDDLE), False),
        (Between(LOW, MIDDLE), Between(MIDDLE, HIGH), True),
        (Between(MIDDLE, HIGH), Between(LOW, MIDDLE), True),
        (Between(MIDDLE, MIDDLE), Between(LOW, HIGH), False),
        (AtLeast(HIGH), Between(LOW, HIGH), True),
        (Between(LOW, HIGH), AtLeast(LOW), False),
    ],
)
def test_a_level_that_lets_through_what_another_does_not_is_easier(
    one: Criterion, than: Criterion, *, easier: bool
) -> None:
    assert is_easier(one, than) is easier
