"""Texts beside marks: how wide a text is, and where texts go so that none covers another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from malstyrning.report.charts.scale import MOST_TICKS, Number, Scale, Tick, finite, ticks
from malstyrning.report.charts.svg import FONT_SIZE, WIDTH, Colour, Svg, text

GAP = 8
ROW = 15
ELLIPSIS = "…"

# Widths in parts of the font size: those of the widest common sans-serif fonts, since the font is the
# reader's. In most fonts a text is a tenth narrower, and only the air around it grows.
_WIDTHS = {
    0.36: " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}!'(),-./:;I[]fijl|",
    0.44: "rtJ",
    0.9: "GMOQw+−=<>≤≥±",
    1.0: "%@Wm…—",
    0.74: "ABCDEHKNRUVXÅÄÖ&",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_ORDINARY = 0.64
_WIDE = 1.05
_LAST_LATIN = "\u024f"  # beyond it, room for any sign
_BOLD = 1.1


@dataclass(frozen=True, slots=True)
class Mark:
    """A value in the unit of its KPI, and the finished text that stands at it: `Utfall 92,0 %`."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text that wants to stand centred at `at`."""

    at: float
    words: str
    fill: Colour
    class_: str
    bold: bool = False

    @property
    def width(self) -> float:
        """Its estimated width."""
        return text_width(self.words, bold=self.bold)


def labels_at(scale: Scale, mark: Mark | None, fill: Colour, class_: str, *, bold: bool = False) -> list[Label]:
    """Give the label of a mark, if there is a mark."""
    return [Label(scale(mark.value), mark.label, fill, class_, bold)] if mark else []


def known(mark: Mark | None) -> Mark | None:
    """Give a mark that can be drawn, or None."""
    return None if mark is None or (value := finite(mark.value)) is None else Mark(value, mark.label)


def text_width(words: str, *, bold: bool = False) -> float:
    """Estimate the width of a text in the figure's units: rather too much than too little."""
    parts = sum(_WIDTH_OF.get(one, _ORDINARY if " " <= one <= _LAST_LATIN else _WIDE) for one in words)
    return parts * FONT_SIZE * (_BOLD if bold else 1)


def fitted(words: str, room: float, *, bold: bool = False) -> str:
    """Shorten a text to its room; the whole of it stands in the chart's table."""
    if text_width(words, bold=bold) <= room:
        return words
    while words and text_width(words + ELLIPSIS, bold=bold) > room:
        words = words[:-1]
    return words.rstrip() + ELLIPSIS


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float) -> list[float]:
    """Move centres apart, as little as possible (least squares), and keep their order.

    `wanted` rises. Where all have room between `low` and `high`, none leaves it. Answers with the centres.
    """
    offsets = list(accumulate((size + gap for size in sizes), initial=0.0))
    blocks: list[tuple[float, int]] = []  # the sum and the number of those that stand together
    for centre, size, offset in zip(wanted, sizes, offsets, strict=False):
        total, count = centre - size / 2 - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            earlier, more = blocks.pop()
            total, count = total + earlier, count + more
        blocks.append((total, count))
    highest = max(low, high - (offsets[-1] - gap))
    starts = [max(low, min(highest, total / count)) for total, count in blocks for _ in range(count)]
    return [start + offset + size / 2 for start, offset, size in zip(starts, offsets, sizes, strict=False)]


def rows(labels: Iterable[Label]) -> list[list[Label]]:
    """Place labels side by side across the figure: in one row, or in a row each where that is too narrow."""
    waiting = sorted((one for one in labels if one.words), key=lambda one: one.at)
    whole = [Label(one.at, fitted(one.words, WIDTH, bold=one.bold), one.fill, one.class_, one.bold) for one in waiting]
    room = sum(one.width + GAP for one in whole) - GAP <= WIDTH
    return [_row(group) for group in ([whole] if room else [[one] for one in whole]) if group]


def _row(labels: Sequence[Label]) -> list[Label]:
    centres = spread([one.at for one in labels], [one.width for one in labels], 0, WIDTH, GAP)
    return [
        Label(centre, one.words, one.fill, one.class_, one.bold) for centre, one in zip(centres, labels, strict=True)
    ]


def written(placed: Sequence[Sequence[Label]], first: float) -> list[Svg]:
    """Write rows of labels, the first with its base line at `first`."""
    return [
        text((one.at, first + ROW * index), one.words, one.fill, one.class_, bold=one.bold)
        for index, row in enumerate(placed)
        for one in row
    ]


def axis(scale: Scale, number: Number) -> list[tuple[Tick, Label]]:
    """Choose the round numbers below a horizontal scale: as many as have room beside each other."""
    for most in range(MOST_TICKS, 0, -1):
        chosen = [(tick, _within(scale(tick), number(tick))) for tick in ticks(scale.low, scale.high, most)]
        fit = all(label.width <= WIDTH for _, label in chosen)
        if fit and all(apart(one, other) for (_, one), (_, other) in pairwise(chosen)):
            return chosen
    return []


def _within(at: float, words: str) -> Label:
    """Centre a number on its tick, or beside it where the figure ends."""
    half = text_width(words) / 2
    return Label(max(half, min(WIDTH - half, at)), words, Colour.MUTED, "tick")


def apart(one: Label, other: Label) -> bool:
    """Tell whether two labels of the same row leave a gap between them."""
    return abs(one.at - other.at) >= (one.width + other.width) / 2 + GAP
