"""The strip: what a reader takes from it."""

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.report.charts.picture import TOLD, Picture, dots, number, numbers_in, read

from malstyrning.report.charts.labels import Mark
from malstyrning.report.charts.strip import Strip, draw

many = st.lists(st.integers(0, 400).map(lambda one: one / 4), min_size=1, max_size=320).map(tuple)


def picture(spec: Strip) -> Picture:
    return read(draw(spec, **TOLD, number=number))


@given(many, st.booleans())
@example(values=(50.0,) * 290, percent=True)
def test_every_value_is_a_dot_and_all_dots_are_one_path(values: tuple[float, ...], percent: bool) -> None:  # noqa: FBT001
    drawn = picture(Strip(values, Mark(50, "vi"), percent=percent))
    path = drawn.mark("path", "others")
    assert len(dots(path)) == len(values)
    assert path.get("stroke-linecap") == "round"


@given(many)
@example((50.0,) * 290)
def test_no_two_dots_have_the_same_place(values: tuple[float, ...]) -> None:
    places = dots(picture(Strip(values, None)).mark("path", "others"))
    assert len(set(places)) == len(places)


@given(many)
@example((50.0,) * 290)
def test_dots_stay_between_the_label_and_the_axis(values: tuple[float, ...]) -> None:
    drawn = picture(Strip(values, Mark(50, "vi")))
    (axis,) = numbers_in(drawn.mark("line", "axis"), "y1")
    (top,) = numbers_in(drawn.mark("line", "stem"), "y1")
    assert all(top < y < axis for _, y in dots(drawn.mark("path", "others")))


@given(many, st.randoms())
def test_the_order_of_the_values_does_not_matter(values: tuple[float, ...], random: Random) -> None:
    mixed = list(values)
    random.shuffle(mixed)
    assert picture(Strip(tuple(mixed), None)).svg == picture(Strip(values, None)).svg


def test_a_value_that_is_no_number_is_not_a_dot() -> None:
    drawn = picture(Strip((1.0, float("nan"), 2.0, float("inf")), None))
    assert len(dots(drawn.mark("path", "others"))) == 2


def test_we_are_a_labelled_dot_on_a_stem_above_those_of_our_value() -> None:
    drawn = picture(Strip((50.0, 50.0, 50.0, 10.0, 90.0), Mark(50, "Nacka 50")))
    x, y = numbers_in(drawn.mark("circle", "own"), "cx", "cy")
    x1, y1, x2, y2 = numbers_in(drawn.mark("line", "stem"), "x1", "y1", "x2", "y2")
    ours = [place for place in dots(drawn.mark("path", "others")) if abs(place[0] - x) < 5]
    assert (x1, x2, y2) == (x, x, y)
    assert y1 < y
    assert len(ours) == 3
    assert y < min(height for _, height in ours)
    assert drawn.place_of("Nacka 50") == x
    assert drawn.mark("circle", "own").get("fill") == "var(--own)"


def test_peers_are_triangles_below_the_axis() -> None:
    drawn = picture(Strip((10.0, 90.0), None, peers=(20.0, 20.0, 50.0)))
    (axis,) = numbers_in(drawn.mark("line", "axis"), "y1")
    triangles = drawn.mark("path", "peers").attrib["d"].removesuffix("z").split("z")
    places = [tuple(map(float, one.split("l")[0].removeprefix("M").split())) for one in triangles]
    assert len(set(places)) == 3
    assert all(y > axis for _, y in places)


def test_the_middle_half_is_shaded_and_the_median_dashed() -> None:
    drawn = picture(Strip((10.0, 90.0), None, middle=(40.0, 60.0), median=Mark(50, "Median 50")))
    start, width = numbers_in(drawn.mark("rect", "middle"), "x", "width")
    median = drawn.mark("line", "median")
    assert median.get("stroke-dasharray")
    assert drawn.place_of("Median 50") == pytest.approx(start + width / 2, abs=0.11)
    assert numbers_in(median, "x1") == numbers_in(median, "x2") == [drawn.place_of("Median 50")]


def test_labels_keep_the_order_of_their_values() -> None:
    drawn = picture(Strip((10.0, 90.0), Mark(50.1, "Nacka 50,1"), median=Mark(50, "Median 50,0")))
    assert drawn.place_of("Median 50,0") < drawn.place_of("Nacka 50,1")


def test_few_values_have_larger_dots_than_many() -> None:
    few, lots = Strip((1.0, 2.0, 3.0), None), Strip(tuple(float(i % 40) for i in range(900)), None)
    sizes = [numbers_in(picture(one).mark("path", "others"), "stroke-width")[0] for one in (few, lots)]
    assert sizes[0] > sizes[1]


def test_of_nothing_there_is_an_empty_axis() -> None:
    drawn = picture(Strip((), None))
    assert drawn.boxes == []
    assert len(drawn.marks("line", "axis")) == 1
