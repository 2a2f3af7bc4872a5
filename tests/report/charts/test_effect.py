"""The effect of an action: what a reader takes from it."""

from tests.report.charts.picture import TOLD, Picture, number, numbers_in, read, runs

from malstyrning.report.charts.effect import Effect, Point, draw

POINTS = (Point(2019, -1, -0.5, 2), Point(2020, 0.5, 0, 1), Point(2021, 0, 0), Point(2022, 4, 1, 1.5))


def picture(*points: Point, base: int = 2021) -> Picture:
    return read(draw(Effect(points, base, "Nacka +4", "De andras median +1"), **TOLD, number=number))


def test_our_line_and_the_others_meet_in_the_year_before_and_part_after_it() -> None:
    drawn = picture(*POINTS)
    (own,), (common,) = runs(drawn.mark("path", "series")), runs(drawn.mark("path", "median"))
    assert own[2] == common[2]
    assert own[3][1] < common[3][1]  # higher up
    assert [x for x, _ in own] == [x for x, _ in common]


def test_every_value_of_ours_is_a_dot_and_the_ends_are_named() -> None:
    drawn = picture(*POINTS)
    assert len(drawn.marks("circle", "value")) == 4
    assert drawn.words("own") == ["Nacka +4"]
    assert "".join(drawn.words("common")).replace(" ", "") == "Deandrasmedian+1"


def test_the_field_holds_what_is_common_and_closes_at_the_year_before() -> None:
    (field,) = runs(picture(*POINTS).mark("path", "ordinary"))
    above, below = field[:4], field[:3:-1]
    assert above[2] == below[2]
    assert all(high[1] < low[1] for high, low in zip(above, below, strict=True) if high != above[2])
    (own,) = runs(picture(*POINTS).mark("path", "series"))
    assert own[3][1] < above[3][1]  # ours is beyond it


def test_the_start_lies_between_the_year_before_and_the_next() -> None:
    drawn = picture(*POINTS)
    x1, x2 = numbers_in(drawn.mark("line", "start"), "x1", "x2")
    (own,) = runs(drawn.mark("path", "series"))
    assert own[2][0] < x1 == x2 < own[3][0]


def test_what_cannot_be_drawn_is_left_out() -> None:
    drawn = picture(Point(2021, 0, 0), Point(2022, float("nan"), 1, 1))
    assert drawn.marks("path", "series") == []
    assert len(drawn.marks("circle", "value")) == 1
    assert picture().marks("circle", "value") == []
