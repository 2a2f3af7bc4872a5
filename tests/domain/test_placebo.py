"""How rare a deviation is, by hand-computed cases and by what must hold for all."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malstyrning.domain.placebo import FEWEST_OTHERS, PlaceboRank, deviations, rare_beyond

CHANGES = st.lists(st.decimals(-100, 100, places=1), min_size=1, max_size=40)


def named(changes: list[Decimal]) -> dict[str, Decimal]:
    return {f"{index:04}": one for index, one in enumerate(changes)}


def test_everyone_is_held_against_all_the_rest() -> None:
    found = deviations(Decimal("-2.0"), {"a": Decimal("0.5"), "b": Decimal("1.5"), "c": Decimal(3), "d": Decimal(4)})
    assert (found.common, found.own) == (Decimal("2.25"), Decimal("-4.25"))
    # a against −2, 1.5, 3, 4; b against −2, 0.5, 3, 4; c against −2, 0.5, 1.5, 4; d against −2, 0.5, 1.5, 3
    assert found.others == {"a": Decimal("-1.75"), "b": Decimal("-0.25"), "c": Decimal(2), "d": Decimal(3)}
    assert (found.rank, found.rank.share) == (PlaceboRank(4, 0), Fraction(1, 5))


@pytest.mark.parametrize(
    ("others", "as_far", "rare"),
    [(9, 0, True), (8, 0, False), (9, 1, False), (25, 1, True), (25, 2, False), (289, 28, True), (289, 29, False)],
)
def test_one_of_ten_is_rare(others: int, as_far: int, *, rare: bool) -> None:
    assert PlaceboRank(others, as_far).is_rare is rare
    assert (others >= FEWEST_OTHERS) or not rare


@pytest.mark.parametrize(
    ("sizes", "limit"),
    [
        ([1] * 8, None),
        ([1, -9, 2, 3, 4, 5, 6, 7, 8], 9),
        ([*range(1, 26)], 24),
        ([-one for one in range(1, 20)], 18),
        ([], None),
    ],
)
def test_the_limit_is_what_a_deviation_must_pass(sizes: list[int], limit: int | None) -> None:
    assert rare_beyond(map(Decimal, sizes)) == limit


@given(CHANGES, st.decimals(-100, 100, places=1))
def test_passing_the_limit_is_to_be_rare(others: list[Decimal], own: Decimal) -> None:
    found = deviations(own, named(others))
    assert found.rank.is_rare is (found.limit is not None and abs(found.own) > found.limit)


@given(CHANGES, st.decimals(-100, 100, places=1), st.decimals(-10, 10, places=1))
def test_mirrored_and_moved_changes_are_as_rare(others: list[Decimal], own: Decimal, moved: Decimal) -> None:
    found = deviations(own, named(others))
    assert deviations(-own, named([-one for one in others])).rank == found.rank
    assert deviations(own + moved, named([one + moved for one in others])).rank == found.rank


def test_pure_chance_is_called_rare_no_more_often_than_it_says() -> None:
    # Each of twenty takes our place in turn: exactly two of them are rare, and so is chance for us.
    changes = named([Decimal(one**2) / 7 for one in range(20)])
    rare = sum(deviations(changes[one], {k: v for k, v in changes.items() if k != one}).rank.is_rare for one in changes)
    assert rare == len(changes) * Fraction(1, 10)
