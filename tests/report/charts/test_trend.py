"""The trend: what a reader takes from it."""

import pytest
from tests.report.charts.picture import TOLD, Picture, dots, number, numbers_in, read, runs

from malstyrning.report.charts.trend import Forecast, Happening, Level, Point, Trend, draw


def series(*values: float | None, first: int = 2018) -> tuple[Point, ...]:
    return tuple(Point(first + i, value, f"utfall {first + i}") for i, value in enumerate(values))


def picture(spec: Trend) -> Picture:
    return read(draw(spec, **TOLD, number=number))


def test_a_whole_series_is_one_line() -> None:
    drawn = picture(Trend(series(40, 42, 45, 44)))
    (line,) = runs(drawn.mark("path", "series"))
    assert len(line) == 4
    assert [x for x, _ in line] == sorted(x for x, _ in line)
    heights = [y for _, y in line]
    assert heights[0] > heights[1] > heights[3] > heights[2]


def test_a_missing_value_parts_the_line() -> None:
    drawn = picture(Trend(series(40, 42, None, 45, 44, None, 50)))
    assert [len(run) for run in runs(drawn.mark("path", "series"))] == [2, 2]


def test_a_value_alone_between_gaps_is_a_dot() -> None:
    drawn = picture(Trend(series(40, None, 45, None, 44)))
    assert drawn.marks("path", "series") == []
    assert len(dots(drawn.mark("path", "values"))) == 2
    assert len(drawn.marks("circle", "last")) == 1


def test_a_year_that_was_not_expected_does_not_part_the_line() -> None:
    drawn = picture(Trend((Point(2019, 1), Point(2021, 2), Point(2023, 3))))
    assert [len(run) for run in runs(drawn.mark("path", "series"))] == [3]


def test_a_break_parts_the_line_before_its_year_and_is_drawn() -> None:
    drawn = picture(Trend(series(40, 42, 45, 44), breaks=(2020,)))
    before, after = runs(drawn.mark("path", "series"))
    assert (len(before), len(after)) == (2, 2)
    (line,) = drawn.marks("line", "break")
    assert line.get("stroke-dasharray")
    x1, x2 = numbers_in(line, "x1", "x2")
    assert x1 == x2
    assert before[-1][0] < x1 < after[0][0]


@pytest.mark.parametrize("year", [2010, 2018, 2030])
def test_a_break_outside_the_series_is_not_drawn(year: int) -> None:
    drawn = picture(Trend(series(40, 42, 45, 44), breaks=(year,)))
    assert drawn.marks("line", "break") == []
    assert len(runs(drawn.mark("path", "series"))) == 1


def test_the_ends_are_labelled_and_nothing_between() -> None:
    drawn = picture(Trend(series(40, 42, 45, None), (Level(2021, 46, "mål 2021"), Level(2023, 50, "mål 2023"))))
    written = {one.words for one in drawn.boxes} - set(drawn.words("tick"))
    assert written == {"utfall 2018", "utfall 2020", "mål 2021", "mål 2023"}
    assert drawn.words("first") == ["utfall 2018"]


def test_a_first_label_that_a_line_would_cross_is_left_to_the_table() -> None:
    zigzag = tuple(Point(2000 + i, 50 + 40 * (-1) ** i * (i > 0), "utfall") for i in range(26))
    assert picture(Trend(zigzag)).words("first") == []


def test_the_path_goes_from_the_baseline_through_the_levels() -> None:
    levels = Level(2027, 60, "60"), Level(2025, 52, "52")
    drawn = picture(Trend(series(40, 42, first=2024), levels, baseline=Point(2023, 41)))
    path = drawn.mark("path", "path")
    (way,) = runs(path)
    marks = [numbers_in(one, "x1", "x2", "y1") for one in drawn.marks("line", "target")]
    assert path.get("stroke-dasharray")
    assert len(way) == 3
    assert way[1:] == [pytest.approx(((x1 + x2) / 2, y), abs=0.11) for x1, x2, y in marks]


def test_a_level_between_limits_has_two_paths() -> None:
    levels = Level(2027, 60, "60"), Level(2027, 50, "50")
    drawn = picture(Trend(series(55), levels, baseline=Point(2018, 55)))
    lower, upper = (runs(one)[0] for one in drawn.marks("path", "path"))
    assert lower[0] == upper[0]
    assert lower[-1][1] > upper[-1][1]


def test_without_a_baseline_there_is_no_path() -> None:
    assert picture(Trend(series(40, 42), (Level(2027, 60),))).marks("path", "path") == []


def test_a_preliminary_value_is_hollow() -> None:
    points = Point(2023, 1), Point(2024, 2, preliminary=True), Point(2025, 3, preliminary=True)
    drawn = picture(Trend(points))
    assert drawn.mark("circle", "value").get("fill") == "var(--surface)"
    assert drawn.mark("circle", "last").get("fill") == "var(--surface)"
    assert picture(Trend(series(1, 2))).mark("circle", "last").get("fill") == "var(--own)"


def test_points_and_levels_are_put_in_order_of_year() -> None:
    levels = Level(2021, 46, "mål"), Level(2023, 50, "senare mål")
    points = series(40, 42, 45)
    assert picture(Trend(points[::-1], levels[::-1])).svg == picture(Trend(points, levels)).svg


def test_a_scale_of_shares_ends_at_100() -> None:
    """A level above it, which no share can reach, stands at the edge where 100 stands."""
    for percent in (True, False):
        drawn = picture(Trend(series(96, 100), (Level(2021, 104, "mål"),), percent=percent))
        (outcome,) = numbers_in(drawn.mark("circle", "last"), "cy")
        (level,) = numbers_in(drawn.mark("line", "target"), "y1")
        assert (outcome == level) is percent


def test_a_long_name_is_shortened_to_the_picture() -> None:
    drawn = picture(Trend(series(40, 42), (Level(2027, 60, "Kommunfullmäktigesmålnivåförmandatperioden 60"),)))
    assert drawn.outside == []
    assert "".join(drawn.words("level")).startswith("Kommunfull")


def test_a_constant_series_is_a_level_line() -> None:
    (line,) = runs(picture(Trend(series(92, 92, 92))).mark("path", "series"))
    assert len({y for _, y in line}) == 1


def test_the_first_and_the_last_year_are_written() -> None:
    drawn = picture(Trend(series(*map(float, range(11)), first=2015), (Level(2027, 5, "mål"),)))
    years = [one for one in drawn.words("tick") if len(one) == 4]
    assert (years[0], years[-1]) == ("2015", "2027")


def test_of_nothing_there_is_an_empty_axis() -> None:
    drawn = picture(Trend(()))
    assert drawn.boxes == []
    assert len(drawn.marks("line", "axis")) == 1


def test_a_forecast_is_a_dashed_bar_with_ends_and_no_dot_of_its_own() -> None:
    without = picture(Trend(series(40, 42, 45, 44)))
    drawn = picture(Trend(series(40, 42, 45, 44), forecast=Forecast(2022, 41, 50, "Prognos 41–50")))
    (bar,) = drawn.marks("line", "forecast")
    assert bar.get("stroke-dasharray")
    x1, x2, low, high = numbers_in(bar, "x1", "x2", "y1", "y2")
    assert x1 == x2
    assert low > high
    ends = [numbers_in(one, "y1", "y2") for one in drawn.marks("line", "forecast-end")]
    assert ends == [[low, low], [high, high]]
    assert len(drawn.marks("circle", "last")) == len(without.marks("circle", "last"))
    assert "Prognos 41–50" in " ".join(one.text or "" for one in drawn.marks("text", "forecast"))
    assert without.marks("line", "forecast") == []


def test_a_forecast_that_is_no_number_is_not_drawn() -> None:
    assert picture(Trend(series(40, 42), forecast=Forecast(2022, float("nan"), 50))).marks("line", "forecast") == []


def test_each_event_is_a_bar_over_its_years_above_the_plot() -> None:
    plain = picture(Trend(series(40, 42, 45, 44)))
    drawn = picture(Trend(series(40, 42, 45, 44), events=(Happening(2019, 2020), Happening(2021, 2021))))
    long, short = drawn.marks("line", "event")
    assert float(long.attrib["x2"]) - float(long.attrib["x1"]) > float(short.attrib["x2"]) - float(short.attrib["x1"])
    assert float(long.attrib["y1"]) < float(short.attrib["y1"])  # in rows of their own
    (line,) = runs(drawn.mark("path", "series"))
    assert float(short.attrib["y1"]) < min(y for _, y in line)
    assert plain.marks("line", "event") == []


@pytest.mark.parametrize(
    ("first", "last", "drawn"), [(2010, 2017, 0), (2022, 2024, 0), (2010, 2018, 1), (2010, 2024, 1)]
)
def test_an_event_is_drawn_as_far_as_the_years_reach(first: int, last: int, drawn: int) -> None:
    found = picture(Trend(series(40, 42, 45, 44), events=(Happening(first, last),)))
    bars = found.marks("line", "event")
    assert len(bars) == drawn
    (line,) = runs(found.mark("path", "series"))
    reach = 5
    assert all(
        line[0][0] - reach <= float(bar.attrib["x1"]) <= float(bar.attrib["x2"]) <= line[-1][0] + reach for bar in bars
    )
