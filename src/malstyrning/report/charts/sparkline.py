"""The sparkline: the shape of a series, beside its values in a table."""

from dataclasses import dataclass

from malstyrning.report.charts.scale import Scale, finite
from malstyrning.report.charts.svg import Colour, disc, dots, element, lines, unbroken

_WIDTH = 96
_HEIGHT = 24
_MARGIN = 4.5


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The values of a series at even distances, the earliest first; None where one is missing."""

    values: tuple[float | None, ...]


def draw(sparkline: Sparkline) -> str:
    """Draw the line, 96 × 24 units, hidden from those who hear the table; the page sets its size."""
    values = [finite(one) for one in sparkline.values]
    known = [one for one in values if one is not None]
    across = Scale(0, len(values) - 1, _MARGIN, _WIDTH - _MARGIN)
    up = Scale(min(known, default=0), max(known, default=0), _HEIGHT - _MARGIN, _MARGIN)
    runs = unbroken(None if one is None else (across(i), up(one)) for i, one in enumerate(values))
    return element(
        "svg",
        lines(runs, 1.75),
        dots((run[0] for run in runs if len(run) == 1), Colour.OWN, 3, "values"),
        *(disc(run[-1], 3.5, "last") for run in runs[-1:]),
        xmlns="http://www.w3.org/2000/svg",
        class_="sparkline",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        aria_hidden="true",
    )
