import pytest

from malstyrning.console.plot import Axis
from malstyrning.console.terminal import encodable


@pytest.mark.parametrize(
    ("value", "own", "middle", "line"),
    [
        (0, False, None, "○    "),
        (10, True, None, "    ●"),
        (5, False, 5, "  ○  "),
        (10, False, 5, "  │ ○"),
        (-100, False, None, "○    "),
        (100, False, 100, "    ○"),
    ],
    ids=["lowest", "ours, highest", "on the middle", "beside it", "below", "above"],
)
def test_a_value_stands_where_it_is(value: float, middle: float | None, line: str, *, own: bool) -> None:
    assert Axis(0, 10, 5, middle).dot(value, own=own) == line


def test_values_that_are_all_alike_stand_in_the_middle() -> None:
    assert Axis(7, 7, 5).dot(7, own=False) == "  ○  "


def test_the_ends_are_written_at_the_ends() -> None:
    assert Axis(0, 10, 9).ends("0,0", "10,0") == "0,0  10,0"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
def test_a_console_without_the_signs_still_tells_us_from_the_others(encoding: str) -> None:
    assert encodable("○●", encoding) == "o@"
