"""The trend: a series of outcomes against the path to its target levels."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from malstyrning.report.charts import frame
from malstyrning.report.charts.ends import Column, End, ends
from malstyrning.report.charts.labels import text_width
from malstyrning.report.charts.scale import Number, Scale, extent, finite
from malstyrning.report.charts.svg import (
    WIDTH,
    Colour,
    Place,
    Svg,
    disc,
    dots,
    element,
    figure,
    line,
    lines,
    polyline,
    text,
    unbroken,
)

_TOP = 10.0
_PLOT = 150.0
_BELOW = 26.0  # room for the years
_ZERO_REACH = 0.5
_BEFORE = 0.5  # a break is drawn half a year before the first year after it
_LEVEL = 7.0  # half the length of a level's mark …
_ROW = 7.0  # room for an event above the plot
_EVENT = 4.0  # how far its bar reaches beyond the middle of a year
_INSET = 9.0  # … which has room within the grid lines
_BENEATH = 14.0  # room for a text below the lowest value, unless that is zero


@dataclass(frozen=True, slots=True)
class Point:
    """The outcome of a year (2025, or 2025.5 for the second half of it), None where it is missing.

    `label` is the finished text that stands beside the first and the last outcome.
    """

    year: float
    value: float | None
    label: str = ""
    preliminary: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A limit of the target level of a year, in the unit of the KPI, and the finished text beside it."""

    year: float
    value: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Between which the outcome of a year may lie, and the finished text beside it."""

    year: float
    lower: float
    upper: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that touched the series, from its first year to its last."""

    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Trend:
    """A series, its levels and the baseline that the levels set out from.

    A missing value parts the line; so does a year in `breaks`, the first that cannot be compared with
    those before. A year that is not among the points was not expected, and the line passes it. A level
    between two limits is two levels of one year. `percent`: the values are shares, within 0 to 100. Each of `events`
    is a bar of its own above the plot; what they are, the description says.
    """

    points: tuple[Point, ...]
    levels: tuple[Level, ...] = ()
    breaks: tuple[float, ...] = ()
    baseline: Point | None = None
    percent: bool = False
    events: tuple[Happening, ...] = ()
    forecast: Forecast | None = None


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the years and values of a trend stand."""

    trend: Trend
    across: Scale
    up: Scale
    top: float
    foot: float

    def place(self, year: float, value: float) -> Place:
        return self.across(year), self.up(value)

    def runs(self) -> list[list[Place]]:
        """The series, parted at what is missing and at breaks."""
        places: list[Place | None] = []
        earlier = float("inf")
        for point in self.trend.points:
            if any(earlier < one <= point.year for one in self.trend.breaks):
                places.append(None)
            places.append(None if point.value is None else self.place(point.year, point.value))
            earlier = point.year
        return unbroken(places)

    def path(self) -> list[list[Place]]:
        """The way from the baseline through the levels: the lower limits, and the upper where they differ."""
        start = self.trend.baseline
        if start is None or start.value is None:
            return []
        of_year: dict[float, list[float]] = {}
        for level in self.trend.levels:
            if level.year > start.year:
                of_year.setdefault(level.year, []).append(level.value)
        ways = (
            ((start.year, start.value), *((year, choose(values)) for year, values in of_year.items()))
            for choose in (min, max)
        )
        return [[self.place(*one) for one in way] for way in dict.fromkeys(ways) if len(way) > 1]


def draw(trend: Trend, *, name: str, title: str, description: str, number: Number) -> str:
    """Draw the series as a line, the levels as short marks and the path to them as a dashed line."""
    trend = _drawable(trend)
    forecasts = [trend.forecast] if trend.forecast else []
    known = [(one, one.value) for one in trend.points if one.value is not None]
    labelled = [
        *((one.year, value, one.label, Colour.OWN, "outcome") for one, value in known[-1:]),
        *((one.year, one.value, one.label, Colour.LEVEL, "level") for one in trend.levels),
        *((one.year, (one.lower + one.upper) / 2, one.label, Colour.MUTED, "forecast") for one in forecasts),
    ]
    column = Column.of([words for _, _, words, _, _ in labelled])
    top = _TOP + _ROW * len(trend.events)
    foot = top + max(_PLOT, column.height)

    drawn: list[Point | Level] = [*trend.points, *trend.levels, *([trend.baseline] if trend.baseline else [])]
    values = [one.value for one in drawn if one.value is not None]
    values += [end for one in forecasts for end in (one.lower, one.upper)]
    low, high = extent(values, percent=trend.percent, reach=_ZERO_REACH)
    written = frame.numbers(low, high, number) if values else ()
    years = [one.year for one in (*drawn, *forecasts)]
    left = frame.margin(written)
    across = Scale(min(years, default=0), max(years, default=0), left + _INSET, column.plot - _INSET)
    lowest = foot - (_BENEATH if low else 0)
    plot = _Plot(trend, across, Scale(low, high, lowest, top), top, foot)

    marks = [End(plot.place(year, value), words, fill, class_) for year, value, words, fill, class_ in labelled]
    body = [
        *frame.grid(plot.up, (left, column.plot), written),
        *([] if values else [line(((left, foot), (column.plot, foot)), Colour.GRID, 1, "axis")]),
        *(frame.years(across, foot) if years else ()),
        *_events(plot),
        *_breaks(plot),
        *_forecast(plot),
        *_levels(plot),
        lines(plot.runs(), 2.5),
        *_values(plot),
        *_first(plot, column.plot),
        *ends(marks, column, 2, foot + 6),
    ]
    return figure(title, description, WIDTH, foot + _BELOW, body, name=name, kind="trend")


def _drawable(trend: Trend) -> Trend:
    """Put all in order of year, without what cannot be drawn."""
    return Trend(
        points=tuple(_known(one) for one in sorted(trend.points, key=_year)),
        levels=tuple(
            Level(one.year, value, one.label)
            for one in sorted(trend.levels, key=_year)
            if (value := finite(one.value)) is not None
        ),
        breaks=trend.breaks,
        baseline=trend.baseline and _known(trend.baseline),
        percent=trend.percent,
        forecast=trend.forecast and _finite(trend.forecast),
        events=trend.events,
    )


def _year(one: Point | Level) -> float:
    return one.year


def _known(point: Point) -> Point:
    return Point(point.year, finite(point.value), point.label, point.preliminary)


def _finite(one: Forecast) -> Forecast | None:
    lower, upper = finite(one.lower), finite(one.upper)
    return None if lower is None or upper is None else Forecast(one.year, lower, upper, one.label)


def _forecast(plot: _Plot) -> Iterator[Svg]:
    """Draw an interval as a dashed bar with ends: no dot, since no value in it is likelier than it looks."""
    if one := plot.trend.forecast:
        (x, low), (_, high) = plot.place(one.year, one.lower), plot.place(one.year, one.upper)
        yield line(((x, low), (x, high)), Colour.OWN, 2, "forecast", dash="4 3")
        for y in (low, high):
            yield line(((x - _LEVEL, y), (x + _LEVEL, y)), Colour.OWN, 1.5, "forecast-end")


def _breaks(plot: _Plot) -> Iterator[Svg]:
    """Draw each break that stands between two years of the plot."""
    for year in sorted(set(plot.trend.breaks)):
        if plot.across.low < year <= plot.across.high:
            x = plot.across(year - _BEFORE)
            yield line(((x, plot.top), (x, plot.foot)), Colour.MUTED, 1, "break", dash="2 3")


def _events(plot: _Plot) -> Iterator[Svg]:
    """Draw a bar above the plot over the years of each event, as far as the plot shows them."""
    low, high = plot.across.low, plot.across.high
    for row, event in enumerate(plot.trend.events):
        if event.first <= high and event.last >= low:
            start, end = plot.across(max(event.first, low)), plot.across(min(event.last, high))
            y = _ROW * (row + 0.5)
            yield line(((start - _EVENT, y), (end + _EVENT, y)), Colour.MUTED, 3, "event")


def _levels(plot: _Plot) -> Iterator[Svg]:
    for way in plot.path():
        yield element(
            "path",
            class_="path",
            d=polyline(way),
            fill="none",
            stroke=Colour.LEVEL,
            stroke_width=1.5,
            stroke_dasharray="5 3",
        )
    for level in plot.trend.levels:
        x, y = plot.place(level.year, level.value)
        yield line(((x - _LEVEL, y), (x + _LEVEL, y)), Colour.LEVEL, 3, "target")


def _values(plot: _Plot) -> Iterator[Svg]:
    """Draw every outcome as a dot, the preliminary hollow and the last one large."""
    known = [(plot.place(one.year, one.value), one.preliminary) for one in plot.trend.points if one.value is not None]
    yield dots((place for place, hollow in known[:-1] if not hollow), Colour.OWN, 5, "values")
    for place, hollow in known[:-1]:
        if hollow:
            yield disc(place, 3.5, "value", hollow=True)
    for place, hollow in known[-1:]:
        yield disc(place, 5.5, "last", hollow=hollow)


def _first(plot: _Plot, right: float) -> Iterator[Svg]:
    """Write the first outcome's text above or below it, where no line passes; else the table has it."""
    known = [(one, one.value) for one in plot.trend.points if one.value is not None]
    if len(known) < 2 or not known[0][0].label:  # noqa: PLR2004 - the first is not the last
        return
    point, value = known[0]
    x, y = plot.place(point.year, value)
    end = x + text_width(point.label)
    ways = [pair for way in (*plot.runs(), *plot.path()) for pair in pairwise(way)]
    marks = [plot.place(one.year, one.value) for one in plot.trend.levels]
    ways += [((mark_x - _LEVEL, mark_y), (mark_x + _LEVEL, mark_y)) for mark_x, mark_y in marks]
    for base in (y - 8, y + 17):
        inside = end <= right and base - 10 >= 0 and base <= plot.foot - 3
        if inside and not any(_crosses(way, (x, base - 11), (end, base + 4)) for way in ways):
            yield text((x, base), point.label, Colour.OWN, "first", anchor="start")
            return


def _crosses(way: tuple[Place, Place], least: Place, most: Place) -> bool:
    """Tell whether a straight line, drawn from left to right, enters a box."""
    (x1, y1), (x2, y2) = way
    if x2 < least[0] or x1 > most[0]:
        return False
    slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
    enters, leaves = max(x1, least[0]), min(x2, most[0])
    heights = (y1 + slope * (enters - x1), y1 + slope * (leaves - x1)) if slope else (y1, y2)
    return min(heights) <= most[1] and max(heights) >= least[1]
