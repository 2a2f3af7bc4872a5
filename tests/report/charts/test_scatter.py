"""The scatter: what a reader takes from it."""

from hypothesis import given
from hypothesis import strategies as st
from tests.report.charts.picture import TOLD, Picture, dots, number, numbers_in, read

from malstyrning.report.charts.scatter import Scatter, draw

quarters = st.integers(0, 400).map(lambda one: one / 4)
many = st.lists(st.tuples(quarters, quarters), min_size=2, max_size=60).map(tuple)


def picture(spec: Scatter) -> Picture:
    return read(draw(spec, **TOLD, number=number))


def of(points: tuple[tuple[float, float], ...], own: tuple[float, float] | None = None) -> Picture:
    return picture(Scatter(points, own, "Nacka", "Kostnad, kr", "Resultat, procent", (50.0, 50.0)))


@given(many)
def test_every_one_is_a_dot(points: tuple[tuple[float, float], ...]) -> None:
    assert len(dots(of(points).mark("path", "others"))) == len(points)


@given(many)
def test_who_pays_more_stands_further_right_and_who_gets_more_further_up(
    points: tuple[tuple[float, float], ...],
) -> None:
    drawn = dots(of(points).mark("path", "others"))
    for (cost, result), (x, y) in zip(points, drawn, strict=True):
        for (other_cost, other_result), (other_x, other_y) in zip(points, drawn, strict=True):
            assert cost <= other_cost or x >= other_x
            assert result <= other_result or y <= other_y


def test_we_are_a_labelled_disc_and_the_medians_cross() -> None:
    drawn = of(((10.0, 20.0), (90.0, 80.0)), (60.0, 40.0))
    x, y = numbers_in(drawn.mark("circle", "own"), "cx", "cy")
    first, second = drawn.marks("line", "median")
    assert numbers_in(first, "x1") == numbers_in(first, "x2")
    assert numbers_in(second, "y1") == numbers_in(second, "y2")
    assert x > numbers_in(first, "x1")[0]
    assert y > numbers_in(second, "y1")[0]
    assert drawn.place_of("Nacka") == x


def test_a_point_that_is_no_number_is_not_drawn() -> None:
    drawn = of(((1.0, float("nan")), (2.0, 3.0)), (float("inf"), 1.0))
    assert len(dots(drawn.mark("path", "others"))) == 1
    assert not drawn.marks("circle", "own")
