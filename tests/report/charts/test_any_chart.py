"""What holds of every chart, whatever its values are."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.report.charts.any_chart import bullets, charts, draw, effects, scatters, strips, trends, values
from tests.report.charts.picture import Picture, read

from malstyrning.report import charts as package
from malstyrning.report.charts import bullet, effect, scatter, strip, trend
from malstyrning.report.charts.labels import Mark
from malstyrning.report.charts.sparkline import Sparkline
from malstyrning.report.charts.sparkline import draw as draw_sparkline
from malstyrning.report.charts.svg import Colour

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9])?")
_LENGTHS = {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"}
HOSTILE = "</text><script>alert('å')</script> & \"quoted\" \x00\x1b"
READ = HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


@given(charts)
def test_every_length_is_a_number_of_one_decimal_at_most(picture: Picture) -> None:
    for element in picture.root.iter():
        for name in _LENGTHS & set(element.attrib):
            assert _NUMBER.fullmatch(element.attrib[name]), (element.tag, name, element.attrib[name])
        for written in re.findall(r"[^MLhlz \n]+", element.attrib.get("d", "")):
            if not written.endswith(("-8", "7")):
                assert _NUMBER.fullmatch(written), element.attrib["d"]


@given(charts)
def test_nothing_has_a_length_below_zero(picture: Picture) -> None:
    lengths = [
        float(one.attrib[name]) for one in picture.root.iter() for name in ("width", "height") if name in one.attrib
    ]
    assert all(length >= 0 for length in lengths)


@given(charts)
def test_no_text_covers_another_or_leaves_the_picture(picture: Picture) -> None:
    assert picture.covered == []
    assert picture.outside == []


@given(bullets | strips)
def test_an_axis_has_at_most_five_numbers(spec: bullet.Bullet | strip.Strip) -> None:
    picture = draw(spec)
    assert len(picture.marks("line", "tick")) <= 5
    assert len(picture.words("tick")) <= 5


@given(trends | scatters)
def test_a_chart_has_at_most_five_grid_lines(spec: trend.Trend | scatter.Scatter) -> None:
    assert len(draw(spec).marks("line", "grid")) <= 5


@given(st.one_of(bullets, trends, strips, scatters, effects))
def test_the_same_values_give_the_same_bytes(
    spec: bullet.Bullet | trend.Trend | strip.Strip | scatter.Scatter | effect.Effect,
) -> None:
    assert draw(spec).svg == draw(spec).svg


@given(st.lists(st.none() | values, max_size=30).map(tuple))
def test_a_sparkline_of_any_values_can_be_read(series: tuple[float | None, ...]) -> None:
    picture = read(draw_sparkline(Sparkline(series)))
    assert not re.search("nan|inf", picture.svg)


def _one_of_each(words: str) -> list[Picture]:
    mark, other = Mark(92.0, words), Mark(91.0, words)
    return [
        draw(bullet.Bullet(mark, lower=Mark(92.5, words), tolerance=0.2, baseline=other)),
        draw(trend.Trend((trend.Point(2024, 1, words), trend.Point(2025, 2, words)), (trend.Level(2027, 3, words),))),
        draw(strip.Strip((90.0, 91.0, 95.0), mark, (90.0,), (90.5, 93.0), other)),
        draw(scatter.Scatter(((90.0, 91.0), (95.0, 92.0)), (92.0, 91.0), words, words, words, (91.0, 91.5))),
    ]


def test_hostile_text_stays_text() -> None:
    short = HOSTILE[:9]
    for picture in _one_of_each(short):
        assert short in [one.words for one in picture.boxes]
        assert "<script" not in picture.svg
    svg = strip.draw(strip.Strip((), None), name="a", title=HOSTILE, description=HOSTILE, number=str)
    title, description = list(read(svg).root)[:2]
    assert (title.text, description.text) == (READ, READ)


def test_a_chart_is_an_image_with_a_name_and_a_description() -> None:
    for picture in _one_of_each("92,0"):
        title, description = list(picture.root)[:2]
        assert picture.root.get("role") == "img"
        assert picture.root.get("aria-labelledby") == title.get("id") == "kpi-1-title"
        assert picture.root.get("aria-describedby") == description.get("id") == "kpi-1-desc"
        assert (title.text, description.text) == ("Utfall mot målnivå", "Procent, 2025.")


def test_the_page_alone_decides_size_and_colour() -> None:
    pictures = [*_one_of_each("92,0"), read(draw_sparkline(Sparkline((1, None, 2, 3))))]
    used = {
        element.attrib[name]
        for picture in pictures
        for element in picture.root.iter()
        for name in ("fill", "stroke")
        if name in element.attrib
    }
    assert used - {"none"} == set(Colour)
    assert all({"width", "height", "style"}.isdisjoint(picture.root.attrib) for picture in pictures)
    assert [picture.root.attrib["viewBox"].split()[2] for picture in pictures] == ["360", "360", "360", "360", "96"]


def test_every_custom_property_is_documented() -> None:
    documented = re.findall(r"^- `(--\w+)`", package.__doc__ or "", re.MULTILINE)
    assert documented == [colour.removeprefix("var(").removesuffix(")") for colour in Colour]
