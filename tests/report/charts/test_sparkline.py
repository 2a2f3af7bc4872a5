"""The sparkline: the shape of a series."""

import pytest
from tests.report.charts.picture import Picture, dots, numbers_in, read, runs

from malstyrning.report.charts.sparkline import Sparkline, draw


def picture(*values: float | None) -> Picture:
    return read(draw(Sparkline(values)))


def test_it_is_hidden_from_those_who_hear_the_table() -> None:
    root = picture(1, 2).root
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None
    assert list(root.iter("{http://www.w3.org/2000/svg}title")) == []


def test_higher_values_stand_higher() -> None:
    ((low, high, middle),) = runs(picture(1, 3, 2).mark("path", "series"))
    assert low[1] > middle[1] > high[1]


@pytest.mark.parametrize(
    ("values", "lengths", "alone"),
    [((1, 2, None, 3, 4), [2, 2], 0), ((1, None, 3, 4), [2], 1), ((None, 1, 2, 3, None), [3], 0)],
)
def test_a_gap_parts_the_line(values: tuple[float | None, ...], lengths: list[int], alone: int) -> None:
    drawn = picture(*values)
    assert [len(run) for run in runs(drawn.mark("path", "series"))] == lengths
    assert sum(len(dots(one)) for one in drawn.marks("path", "values")) == alone


def test_the_last_known_value_is_marked_at_its_place() -> None:
    drawn = picture(1, 3, None, 2, 5, None)
    _, line = runs(drawn.mark("path", "series"))
    assert tuple(numbers_in(drawn.mark("circle", "last"), "cx", "cy")) == line[-1]


def test_equal_values_lie_in_the_middle() -> None:
    ((first, last),) = runs(picture(5, 5).mark("path", "series"))
    assert first[1] == last[1] == 12


@pytest.mark.parametrize("values", [(), (None,), (None, None, float("nan"))])
def test_of_nothing_nothing_is_drawn(values: tuple[float | None, ...]) -> None:
    assert list(picture(*values).root) == []
