"""Texts at the ends of lines, in a column to the right of the plot, each tied to its mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from malstyrning.report.charts.labels import fitted, spread, text_width
from malstyrning.report.charts.svg import WIDTH, Colour, Place, Svg, line, text

_WHOLE = 110.0  # where every text is narrower than this, each is one line
_WRAP = 92.0  # else a line wider than this is parted at a blank
_WIDEST = 150.0
_LINES = 3
_LINE = 14.0
_GAP = 3.0
_LEADER = 20.0  # from the plot to the column
_NEAR = 4.0  # a mark beside its text, this little above or below, needs no leader


@dataclass(frozen=True, slots=True)
class End:
    """A mark in the plot and the text that belongs to it."""

    place: Place
    words: str
    fill: Colour
    class_: str


@dataclass(frozen=True, slots=True)
class Column:
    """The texts of a chart's ends, each as its lines, and the room that they take."""

    texts: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Column":
        """Part every text into lines."""
        whole = all(text_width(one, bold=True) <= _WHOLE for one in texts)
        return cls(tuple(_wrapped(one, _WHOLE if whole else _WRAP) for one in texts))

    @property
    def left(self) -> float:
        """Where the texts begin."""
        widths = (text_width(one, bold=True) for lines in self.texts for one in lines)
        return WIDTH - max(widths, default=0.0)

    @property
    def plot(self) -> float:
        """Where the plot has to end."""
        return self.left - _LEADER if any(self.texts) else WIDTH - _LEADER

    @property
    def height(self) -> float:
        """The least height that all the texts have room in."""
        return sum(len(lines) * _LINE + _GAP for lines in self.texts if lines)


def ends(marks: Sequence[End], column: Column, low: float, high: float) -> Iterator[Svg]:
    """Write each mark's text as near its height as those beside it allow, from `low` to `high`.

    `column` holds the lines of the same marks in the same order.
    """
    pairs = sorted(
        ((mark, lines) for mark, lines in zip(marks, column.texts, strict=True) if lines),
        key=lambda pair: pair[0].place[1],
    )
    heights = [len(lines) * _LINE for _, lines in pairs]
    centres = spread([mark.place[1] for mark, _ in pairs], heights, low, high, _GAP)
    for (mark, lines), centre in zip(pairs, centres, strict=True):
        yield from _leader(mark, (column.left - 4, centre))
        first = centre - (len(lines) - 1) * _LINE / 2 + 4
        for index, words in enumerate(lines):
            place = column.left, first + index * _LINE
            yield text(place, words, mark.fill, mark.class_, anchor="start", bold=True)


def _leader(mark: End, end: Place) -> Iterator[Svg]:
    x, y = mark.place
    if end[0] - x > _LEADER or abs(end[1] - y) > _NEAR:
        yield line(((min(x + 7, end[0]), y), end), Colour.MUTED, 0.75, "leader")


def _wrapped(words: str, width: float) -> tuple[str, ...]:
    """Part a text at its ordinary blanks; a no-break space holds a number and its unit together."""
    lines: list[str] = []
    for word in words.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and (text_width(joined, bold=True) <= width or len(lines) == _LINES):
            lines[-1] = joined
        elif word:
            lines.append(word)
    return tuple(fitted(one, _WIDEST, bold=True) for one in lines)
