"""The smallest effect that could be seen, counted by hand on changes that are few enough to list."""

from decimal import Decimal

import pytest

from malstyrning.domain.panels import Panel
from malstyrning.domain.placebo import Deviations, deviations
from malstyrning.evaluate.visible import earlier_windows, smallest_visible

STEP = Decimal("0.1")


def window(*changes: str) -> Deviations:
    """The first is ours."""
    own, *others = map(Decimal, changes)
    return deviations(own, {str(index): one for index, one in enumerate(others)})


EVEN = ("0.0", *(f"{sign}{size}" for size in ("0.1", "0.2", "0.3", "0.4", "0.5") for sign in ("", "-")))


def found_of(windows: list[Deviations], effect: Decimal, sign: int) -> int:
    """How many of a window's members would have stood out with an effect, counted in the plainest way."""
    seen = 0
    for one in windows:
        everyone = [one.own, *one.others.values()]
        for index, deviation in enumerate(everyone):
            rest = everyone[:index] + everyone[index + 1 :]
            as_far = sum(abs(other) >= abs(deviation + sign * effect) for other in rest)
            seen += (as_far + 1) / len(everyone) <= 0.1 and (deviation + sign * effect) * sign > 0
    return seen


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    "changes",
    [
        EVEN,
        ("5.0", *EVEN[1:]),
        ("-5.0", *EVEN[1:], "0.7"),
        tuple("0.0" for _ in range(12)),
        tuple(str(Decimal(number**2) / 10) for number in range(26)),
    ],
)
def test_it_would_have_been_seen_in_17_of_20_tries_and_a_step_less_would_not(
    changes: tuple[str, ...], sign: int
) -> None:
    windows = [window(*changes), window(*changes[::-1]), window(*reversed(EVEN))]
    found = smallest_visible(dict(enumerate(windows)), 1, sign, STEP)
    assert found
    assert found.tries == sum(1 + len(one.others) for one in windows)
    assert found_of(windows, found.effect, sign) >= 0.85 * found.tries
    assert found.effect == STEP or found_of(windows, found.effect - STEP, sign) < 0.85 * found.tries


def test_it_needs_three_windows() -> None:
    windows = dict.fromkeys(range(2015, 2018), window(*EVEN))
    assert smallest_visible(windows, 2, 1, STEP)
    del windows[2017]
    assert smallest_visible(windows, 2, 1, STEP) is None


def panel(others: int, years: range) -> Panel:
    return Panel(
        dict.fromkeys(years, Decimal(50)),
        {str(number): {year: Decimal(number * (year % 2)) for year in years} for number in range(others)},
    )


@pytest.mark.parametrize(
    ("others", "years", "base", "length", "firsts"),
    [
        (9, range(2010, 2023), 2020, 1, range(2010, 2020)),
        (9, range(2000, 2023), 2020, 1, range(2010, 2020)),  # the ten latest
        (9, range(2012, 2023), 2020, 3, range(2012, 2018)),  # none reaches past the year before the action
        (8, range(2010, 2023), 2020, 1, range(0)),
    ],
)
def test_the_windows_are_the_latest_ten_that_ended_before_the_action(
    others: int, years: range, base: int, length: int, firsts: range
) -> None:
    assert sorted(earlier_windows(panel(others, years), base, length)) == [*firsts]
