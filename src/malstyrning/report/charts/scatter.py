"""The scatter: what each one pays across, and what each one gets upwards."""

from collections.abc import Iterator
from dataclasses import dataclass

from malstyrning.report.charts.frame import grid, margin, numbers
from malstyrning.report.charts.labels import GAP, ROW, Label, axis, fitted, rows, written
from malstyrning.report.charts.scale import Number, Scale, extent, finite
from malstyrning.report.charts.svg import WIDTH, Colour, Place, Svg, disc, dots, figure, line, text

_HEIGHT = 200.0
_REACH = 0.2  # zero is far from most costs, and would press the dots together
_DOT = 8.0
_OWN = 6.0


@dataclass(frozen=True, slots=True)
class Scatter:
    """Points of a value across and a value upwards, each in the unit of its KPI.

    `points` are the others', ours not among them. `across` and `upwards` name the axes, `label` stands at our own
    point. `percent`: the values upwards are shares.
    """

    points: tuple[Place, ...]
    own: Place | None
    label: str
    across: str
    upwards: str
    medians: Place | None = None
    percent: bool = False


def draw(scatter: Scatter, *, name: str, title: str, description: str, number: Number) -> str:
    """Draw the others as dots, the medians as dashed lines that cross, and us marked."""
    points = [place for one in scatter.points if (place := _finite(one))]
    own, medians = _finite(scatter.own), _finite(scatter.medians)
    everything = [*points, *(one for one in (own, medians) if one)]
    low, high = extent((y for _, y in everything), percent=scatter.percent, reach=_REACH)
    heights = numbers(low, high, number) if everything else ()
    left = margin(heights)
    right = WIDTH - _DOT
    across = Scale(*extent((x for x, _ in everything), percent=False, reach=_REACH), left + _DOT, right)
    mark = [Label(across(own[0]), scatter.label, Colour.OWN, "own", bold=True)] if own else []
    labels = rows(mark)
    top = ROW * (len(labels) + 1) + GAP
    foot = top + _HEIGHT
    up = Scale(low, high, foot, top)
    below = axis(across, number) if everything else []
    ends = left, float(WIDTH)
    body = [
        text((0, ROW - 3), fitted(scatter.upwards, WIDTH), Colour.MUTED, "axis-name", anchor="start"),
        *grid(up, ends, heights),
        *_medians(medians, across, up, (left, top)),
        dots(((across(x), up(y)) for x, y in points), Colour.DOT, _DOT, "others"),
        *_own(own, across, up, top),
        *(line(((across(one), foot + 2), (across(one), foot + 6)), Colour.MUTED, 1, "tick") for one, _ in below),
        *written(labels, 2 * ROW - 3),
        *written([[label for _, label in below]], foot + 21),
        text((WIDTH, foot + 21 + ROW + 2), fitted(scatter.across, WIDTH), Colour.MUTED, "axis-name", anchor="end"),
    ]
    return figure(title, description, WIDTH, foot + 21 + ROW + 8, body, name=name, kind="scatter")


def _finite(place: Place | None) -> Place | None:
    x, y = (finite(one) for one in place or (None, None))
    return None if x is None or y is None else (x, y)


def _medians(medians: Place | None, across: Scale, up: Scale, corner: Place) -> Iterator[Svg]:
    if medians:
        x, y = across(medians[0]), up(medians[1])
        yield line(((x, corner[1]), (x, up.start)), Colour.MUTED, 1.5, "median", dash="2.5 2.5")
        yield line(((corner[0], y), (WIDTH, y)), Colour.MUTED, 1.5, "median", dash="2.5 2.5")


def _own(own: Place | None, across: Scale, up: Scale, top: float) -> Iterator[Svg]:
    if own:
        place = across(own[0]), up(own[1])
        yield line(((place[0], top - 5), place), Colour.OWN, 1, "stem")
        yield disc(place, _OWN, "own")
