"""The strip: our place among all others, one dot each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from malstyrning.report.charts.labels import ROW, Mark, axis, known, labels_at, rows, written
from malstyrning.report.charts.scale import Number, Scale, extent, finite
from malstyrning.report.charts.svg import (
    WIDTH,
    Colour,
    Place,
    Svg,
    coordinate,
    disc,
    dots,
    element,
    figure,
    line,
)

_MARGIN = 8
_STACKS = 84.0  # the height that the stacks of dots have
_BINS = (8.0, 7.0, 6.0, 5.0, 4.0, 3.0)  # widths of a dot with its room; the first that the stacks allow
_PEER = 9.0  # width of a triangle with its room
_PEER_ROWS = 3
_ZERO_REACH = 0.5


@dataclass(frozen=True, slots=True)
class Strip:
    """Our value among others, all in the unit of the KPI.

    `values` are the others', in any order and ours not among them. `peers` are the values of the named
    group once more. `middle` is from the first to the third quartile. `percent`: the values are shares.
    """

    values: tuple[float, ...]
    own: Mark | None
    peers: tuple[float, ...] = ()
    middle: tuple[float, float] | None = None
    median: Mark | None = None
    percent: bool = False


def draw(strip: Strip, *, name: str, title: str, description: str, number: Number) -> str:
    """Draw the others as stacked dots above the axis, the group as triangles below it, and us marked."""
    own, median = known(strip.own), known(strip.median)
    marks = [one.value for one in (own, median) if one]
    everything = [*strip.values, *strip.peers, *marks, *(strip.middle or ())]
    low, high = extent(everything, percent=strip.percent, reach=_ZERO_REACH)
    scale = Scale(low, high, _MARGIN, WIDTH - _MARGIN)

    labels = rows(
        labels_at(scale, median, Colour.MUTED, "median") + labels_at(scale, own, Colour.OWN, "own", bold=True)
    )
    top = ROW * len(labels) + 4.0
    base = top + _STACKS + 8
    stacks = _Stacks.of([scale(one) for one in _finite(strip.values)])
    peers = list(_stacked(sorted(map(scale, _finite(strip.peers)))))
    foot = base + max((6 + _PEER * (row + 1) for _, row in peers), default=1)
    numbers = axis(scale, number) if any(True for _ in _finite(everything)) else []
    body = [
        *_middle(strip, scale, top, base),
        line(((0, base), (WIDTH, base)), Colour.GRID, 1, "axis"),
        *_median(median, scale, top, base),
        dots(stacks.places(base), Colour.DOT, stacks.bin * 0.86, "others"),
        *_own(own, scale, stacks, top, base),
        _triangles(peers, base),
        *(line(((scale(one), foot), (scale(one), foot + 4)), Colour.MUTED, 1, "tick") for one, _ in numbers),
        *written(labels, ROW - 3),
        *written([[label for _, label in numbers]], foot + 17),
    ]
    return figure(title, description, WIDTH, foot + 22, body, name=name, kind="strip")


def _finite(values: Iterable[float]) -> Iterator[float]:
    return (one for one in map(finite, values) if one is not None)


def _box(x: float, width: float) -> int:
    """Number the bin that a place falls in, from the left; each bin has its centre on a whole width."""
    return round((x - _MARGIN) / width)


def _stacked(places: Iterable[float]) -> Iterator[tuple[float, int]]:
    """Give each triangle the row that is free in its bin, the uppermost first."""
    taken: Counter[int] = Counter()
    for x in places:
        box = _box(x, _PEER)
        yield x, min(taken[box], _PEER_ROWS - 1)
        taken[box] += 1


@dataclass(frozen=True, slots=True)
class _Stacks:
    """Dots in bins of one width: how many stand in each, and how far apart they stand upwards."""

    bin: float
    step: float
    counts: Counter[int]

    @classmethod
    def of(cls, places: Sequence[float]) -> "_Stacks":
        """Choose the largest dots whose stacks have room; the smallest may cover each other."""
        for width in _BINS:
            counts = Counter(_box(x, width) for x in places)
            tallest = max(counts.values(), default=1)
            if tallest * width <= _STACKS:
                break
        return cls(width, min(width, _STACKS / tallest), counts)

    def places(self, base: float) -> Iterator[Place]:
        """Give the centre of every dot, from the left and from below."""
        for index in sorted(self.counts):
            x = _MARGIN + index * self.bin
            for row in range(self.counts[index]):
                yield x, self.height(row, base)

    def height(self, row: int, base: float) -> float:
        """Give the centre of a row."""
        return base - 1 - self.bin / 2 - row * self.step

    def above(self, x: float, base: float) -> float:
        """Give the first free place at `x`."""
        return self.height(self.counts[_box(x, self.bin)], base)


def _middle(strip: Strip, scale: Scale, top: float, base: float) -> Iterator[Svg]:
    ends = list(_finite(strip.middle or ()))
    if ends:
        start, end = scale(min(ends)), scale(max(ends))
        place = {"x": start, "y": top, "width": max(1.0, end - start), "height": base - top}
        yield element("rect", class_="middle", **place, fill=Colour.BAND)


def _median(median: Mark | None, scale: Scale, top: float, base: float) -> Iterator[Svg]:
    if median:
        x = scale(median.value)
        yield line(((x, top - 3), (x, base)), Colour.MUTED, 1.5, "median", dash="2.5 2.5")


def _own(own: Mark | None, scale: Scale, stacks: _Stacks, top: float, base: float) -> Iterator[Svg]:
    if own:
        x = scale(own.value)
        place = x, stacks.above(x, base)
        yield line(((x, top - 3), place), Colour.OWN, 2, "stem")
        yield disc(place, max(4.0, stacks.bin / 2 + 1), "own")


def _triangles(peers: list[tuple[float, int]], base: float) -> Svg:
    data = "".join(f"M{coordinate(x)} {coordinate(base + 3 + row * _PEER)}l4 7h-8z" for x, row in peers)
    return element("path", class_="peers", d=data, fill=Colour.PEER) if data else Svg("")
