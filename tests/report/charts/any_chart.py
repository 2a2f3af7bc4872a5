"""Any chart, of any values: what the properties are held against."""

from functools import partial

from hypothesis import strategies as st
from tests.report.charts.picture import TOLD, Picture, number, read

from malstyrning.report.charts import bullet, strip, trend
from malstyrning.report.charts.labels import Mark

values = st.one_of(
    st.integers(-5, 120).map(float),
    st.floats(0, 100).map(lambda one: round(one, 1)),
    st.floats(),  # infinite, not a number, huge and tiny too
)
words = st.one_of(
    st.sampled_from(["", "Utfall 92,0", "Mål 2027: 92,5 %", "Upplands Väsby 71 dagar"]),
    st.text(max_size=40),
)
marks = st.builds(Mark, values, words)
maybe = st.none() | marks
years = st.integers(2000, 2040)

bullets = st.builds(bullet.Bullet, maybe, maybe, maybe, values, maybe, st.booleans())
points = st.builds(trend.Point, years, st.none() | values, words, st.booleans())
levels = st.builds(trend.Level, years, values, words)
trends = st.builds(
    trend.Trend,
    st.lists(points, max_size=14).map(tuple),
    st.lists(levels, max_size=4).map(tuple),
    st.lists(years, max_size=2).map(tuple),
    st.none() | points,
    st.booleans(),
    st.lists(st.builds(trend.Happening, years, years), max_size=3).map(tuple),
)
strips = st.builds(
    strip.Strip,
    st.lists(values, max_size=60).map(tuple),
    maybe,
    st.lists(values, max_size=12).map(tuple),
    st.none() | st.tuples(values, values),
    maybe,
    st.booleans(),
)


def draw(spec: bullet.Bullet | trend.Trend | strip.Strip) -> Picture:
    if isinstance(spec, bullet.Bullet):
        chart = partial(bullet.draw, spec)
    elif isinstance(spec, trend.Trend):
        chart = partial(trend.draw, spec)
    else:
        chart = partial(strip.draw, spec)
    return read(chart(**TOLD, number=number))


charts = st.one_of(bullets, trends, strips).map(draw)
