"""Where texts go."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malstyrning.report.charts.labels import Label, fitted, rows, spread, text_width
from malstyrning.report.charts.svg import Colour

items = st.lists(st.tuples(st.floats(-50, 450), st.floats(1, 60)), min_size=1, max_size=5).map(sorted)


@given(items)
def test_spread_keeps_order_distance_and_bounds(some: list[tuple[float, float]]) -> None:
    wanted, sizes = zip(*some, strict=True)
    centres = spread(wanted, sizes, 0, 360, 8)
    ends = [(centre - size / 2, centre + size / 2) for centre, size in zip(centres, sizes, strict=True)]
    assert all(later[0] - earlier[1] >= 8 - 1e-6 for earlier, later in pairwise(ends))
    assert ends[0][0] >= -1e-6
    assert ends[-1][1] <= 360 + 1e-6


def test_what_has_room_stays_where_it_is() -> None:
    assert spread([50, 150, 250], [60, 60, 60], 0, 360, 8) == pytest.approx([50, 150, 250])


def test_two_that_collide_share_the_way() -> None:
    assert spread([100, 110], [40, 40], 0, 360, 10) == pytest.approx([80, 130])


@given(st.text(max_size=60), st.floats(20, 200), st.booleans())
def test_a_shortened_text_has_room(words: str, room: float, bold: bool) -> None:  # noqa: FBT001
    short = fitted(words, room, bold=bold)
    assert text_width(short, bold=bold) <= room
    assert short == words or (short.endswith("…") and words.startswith(short[:-1]))


def test_labels_too_wide_for_one_row_have_a_row_each() -> None:
    wide = Label(100, "Utfall " * 5, Colour.OWN, "a"), Label(200, "Baslinje " * 5, Colour.OWN, "b")
    assert [len(row) for row in rows(wide)] == [1, 1]
    assert [len(row) for row in rows([Label(100, "a", Colour.OWN, "a"), Label(101, "b", Colour.OWN, "b")])] == [2]


@pytest.mark.parametrize(
    ("words", "regular", "bold"),
    [
        ("Utfall 92,0", 62.3, 70.8),
        ("Mål 2027: 1 662", 97.6, 108.3),
        ("\N{MINUS SIGN}2,4", 29.1, 31.3),
        ("Upplands Väsby 71 %", 129.9, 144.9),
        ("12 345 678 901", 95.4, 104.4),
        ("Örnsköldsvik 0,35", 107.0, 121.3),
    ],
)
def test_estimates_are_enough_for_wide_fonts_and_not_wasteful(words: str, regular: float, bold: float) -> None:
    """The widths are those of DejaVu Sans at 12 units, the widest font of the common ones."""
    assert regular <= text_width(words) <= regular * 1.15
    assert bold <= text_width(words, bold=True) <= bold * 1.15
