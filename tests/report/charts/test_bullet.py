"""The bullet: what a reader takes from it."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.charts.picture import TOLD, WIDTH, Picture, number, numbers_in, read

from malstyrning.report.charts.bullet import Bullet, draw
from malstyrning.report.charts.labels import Mark


def picture(  # noqa: PLR0913 - all that a bullet may have
    outcome: float | None,
    *,
    lower: float | None = None,
    upper: float | None = None,
    baseline: float | None = None,
    tolerance: float = 0.0,
    percent: bool = False,
) -> Picture:
    """Each mark is labelled with what it is."""
    given = {"outcome": outcome, "lower": lower, "upper": upper, "baseline": baseline}
    marks = {name: None if value is None else Mark(value, name) for name, value in given.items()}
    spec = Bullet(marks["outcome"], marks["lower"], marks["upper"], tolerance, marks["baseline"], percent)
    return read(draw(spec, **TOLD, number=number))


def centre(line: ET.Element) -> float:
    x1, x2 = numbers_in(line, "x1", "x2")
    assert x1 == x2
    return x1


@pytest.mark.parametrize(
    ("outcome", "limit"), [(1662, 1350), (2.3, 1.6), (48, 26), (50, 50), (0, 3), (-3, 2), (-2.4, -1.6)]
)
def test_a_bar_goes_from_zero_to_the_outcome(outcome: float, limit: float) -> None:
    drawn = picture(outcome, lower=limit, baseline=outcome / 2)
    start, width = numbers_in(drawn.mark("rect", "outcome"), "x", "width")
    (zero,) = (drawn.tick_of(one) for one in drawn.words("tick") if one.strip("0,") == "")
    assert zero in {round(start, 1), round(start + width, 1)}
    assert width > 10 or outcome == 0
    assert drawn.marks("circle", "outcome") == []
    assert drawn.marks("line", "way") == []


@pytest.mark.parametrize(("outcome", "limit"), [(92, 92.5), (86, 80), (-50, -51), (1e9 + 5, 1e9)])
def test_far_from_zero_a_dot_stands_for_the_outcome(outcome: float, limit: float) -> None:
    drawn = picture(outcome, lower=limit)
    assert drawn.marks("rect", "outcome") == []
    assert drawn.marks("line", "way") == []
    assert "0" not in drawn.words("tick")
    assert len(drawn.marks("circle", "outcome")) == 1


def test_a_line_leads_from_the_baseline_to_the_dot() -> None:
    drawn = picture(92, lower=92.5, baseline=91.4)
    dot = numbers_in(drawn.mark("circle", "outcome"), "cx", "cy")
    start, end = numbers_in(drawn.mark("line", "way"), "x1", "x2")
    assert start == centre(drawn.mark("line", "baseline"))
    assert [end, *numbers_in(drawn.mark("line", "way"), "y2")] == dot
    assert start < end


@pytest.mark.parametrize(
    ("lower", "upper", "sides"),
    [(80, None, ["below"]), (None, 80, ["above"]), (70, 80, ["below", "above"])],
)
@pytest.mark.parametrize("outcome", [10, 75, 90])
def test_the_tolerance_lies_on_the_worse_side_of_each_limit(
    lower: float | None, upper: float | None, sides: list[str], outcome: float
) -> None:
    drawn = picture(outcome, tolerance=3, lower=lower, upper=upper)
    targets = [centre(one) for one in drawn.marks("line", "target")]
    bands = [numbers_in(one, "x", "width") for one in drawn.marks("rect", "tolerance")]
    assert len(targets) == len(bands) == len(sides)
    for target, (start, width), side in zip(targets, bands, sides, strict=True):
        assert width > 1
        assert (start + width if side == "below" else start) == pytest.approx(target, abs=0.11)


def test_without_tolerance_there_is_no_band() -> None:
    drawn = picture(92, lower=92.5)
    assert drawn.marks("rect", "tolerance") == []


def test_the_target_is_a_line_of_three_taller_than_the_track() -> None:
    drawn = picture(92, lower=92.5)
    target, track = drawn.mark("line", "target"), drawn.mark("rect", "track")
    top, height = numbers_in(track, "y", "height")
    y1, y2 = numbers_in(target, "y1", "y2")
    assert target.get("stroke-width") == "3"
    assert target.get("stroke") == "var(--level)"
    assert y1 < top
    assert y2 > top + height


def test_the_baseline_is_a_tick_shorter_than_the_track() -> None:
    drawn = picture(92, lower=92.5, baseline=91)
    y1, y2 = numbers_in(drawn.mark("line", "baseline"), "y1", "y2")
    (height,) = numbers_in(drawn.mark("rect", "track"), "height")
    assert y2 - y1 < height


def test_every_value_is_labelled() -> None:
    drawn = picture(92, lower=91, upper=92.5, baseline=91.4)
    assert drawn.words("outcome") == ["outcome"]
    assert drawn.words("baseline") == ["baseline"]
    assert drawn.words("level") == ["lower", "upper"]


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 50))
def test_a_scale_of_shares_stays_within_0_and_100(outcome: float, limit: float, tolerance: float) -> None:
    drawn = picture(outcome, percent=True, lower=limit, tolerance=tolerance)
    ticks = [float(one.replace(",", ".").replace("\N{MINUS SIGN}", "-")) for one in drawn.words("tick")]
    assert all(0 <= tick <= 100 for tick in ticks)


def test_at_the_end_of_a_scale_of_shares_nothing_goes_on() -> None:
    whole, open_ended = picture(100, percent=True, lower=99.5), picture(100, lower=99.5)
    assert whole.tick_of("100,0") == WIDTH - 8
    tolerance = picture(99, percent=True, upper=99.5, tolerance=5).mark("rect", "tolerance")
    assert sum(numbers_in(tolerance, "x", "width")) == pytest.approx(WIDTH - 8, abs=0.11)
    assert open_ended.tick_of("100,0") < WIDTH - 8


def test_the_order_of_values_is_the_order_of_marks_and_labels() -> None:
    drawn = picture(91.61, lower=91.6, baseline=91.605)
    assert drawn.place_of("baseline") < drawn.place_of("outcome")
    assert centre(drawn.mark("line", "target")) < centre(drawn.mark("line", "baseline"))


def test_without_an_outcome_the_level_is_still_shown() -> None:
    drawn = picture(None, lower=92.5, baseline=91)
    assert drawn.words("level") == ["lower"]
    assert drawn.marks("circle", "outcome") == drawn.marks("rect", "outcome") == drawn.marks("line", "way") == []


def test_a_value_that_is_no_number_is_not_drawn() -> None:
    drawn = picture(float("nan"), lower=92.5)
    assert drawn.words("outcome") == []
    assert drawn.marks("circle", "outcome") == []
    assert len(drawn.marks("line", "target")) == 1


def test_of_nothing_there_is_an_empty_track_without_numbers() -> None:
    drawn = picture(None)
    assert len(drawn.marks("rect", "track")) == 1
    assert drawn.boxes == []
