"""The bullet: one outcome against the target level it is judged by."""

from collections.abc import Iterator
from dataclasses import dataclass

from malstyrning.report.charts.labels import ROW, Mark, apart, axis, known, labels_at, rows, written
from malstyrning.report.charts.scale import Number, Scale, extent, finite
from malstyrning.report.charts.svg import WIDTH, Colour, Svg, disc, element, figure, line

_MARGIN = 8  # from the track's ends to the ends of the scale
_TRACK = 26
_BAR = 10
_OVERHANG = 6  # the target line is taller than the track by this, above and below
_ZERO_REACH = 4.0  # bars from zero, unless they would press the values into a fifth of the scale


@dataclass(frozen=True, slots=True)
class Bullet:
    """An outcome and its level; every value in the unit of the KPI.

    The level is at least `lower`, at most `upper`, or between them where both are given. `tolerance` is
    how far on the worse side of a limit the level counts as nearly reached, 0 or more. `percent`: the
    values are shares, and the scale stays within 0 to 100 (a change in per cent is no share).
    """

    outcome: Mark | None
    lower: Mark | None = None
    upper: Mark | None = None
    tolerance: float = 0.0
    baseline: Mark | None = None
    percent: bool = False

    @property
    def limits(self) -> tuple[Mark, ...]:
        """The limits of the level."""
        return tuple(one for one in map(known, (self.lower, self.upper)) if one)

    @property
    def bands(self) -> tuple[tuple[float, float], ...]:
        """From where to where the tolerance goes: below a lower limit, above an upper one."""
        lower, upper, width = known(self.lower), known(self.upper), finite(self.tolerance) or 0.0
        below = ((lower.value - width, lower.value),) if lower and width > 0 else ()
        above = ((upper.value, upper.value + width),) if upper and width > 0 else ()
        return below + above


def draw(bullet: Bullet, *, name: str, title: str, description: str, number: Number) -> str:
    """Draw the outcome as a bar where zero is on the scale, else as a dot and a line from the baseline."""
    outcome, baseline = known(bullet.outcome), known(bullet.baseline)
    marks = [one.value for one in (outcome, baseline, *bullet.limits) if one]
    low, high = extent(
        [*marks, *(end for band in bullet.bands for end in band)],
        percent=bullet.percent,
        reach=_ZERO_REACH,
    )
    scale = Scale(low, high, _MARGIN, WIDTH - _MARGIN)

    above = rows(
        labels_at(scale, baseline, Colour.MUTED, "baseline")
        + labels_at(scale, outcome, Colour.OWN, "outcome", bold=True)
    )
    below = rows(label for one in bullet.limits for label in labels_at(scale, one, Colour.LEVEL, "level", bold=True))
    top = ROW * len(above) + _OVERHANG + 2
    bottom = top + _TRACK
    beside = [label for row in below[:1] for label in row]
    numbers = axis(scale, number) if marks else []
    free = [label for _, label in numbers if all(apart(label, one) for one in beside)]
    body = [
        element("rect", class_="track", x=0, y=top, width=WIDTH, height=_TRACK, fill=Colour.BAND),
        *(line(((scale(tick), bottom), (scale(tick), bottom + 4)), Colour.MUTED, 1, "tick") for tick, _ in numbers),
        *_tolerance(bullet, scale, top),
        *_outcome(outcome, baseline, scale, top),
        *_limits(bullet, scale, top),
        *written(above, ROW - 3),
        *written([[*beside, *free], *below[1:]], bottom + 19),
    ]
    height = bottom + 8 + ROW * max(1, len(below))
    return figure(title, description, WIDTH, height, body, name=name, kind="bullet")


def _tolerance(bullet: Bullet, scale: Scale, top: float) -> Iterator[Svg]:
    for low, high in bullet.bands:
        start, end = scale(low), scale(high)
        yield element(
            "rect",
            class_="tolerance",
            x=start,
            y=top + 0.5,
            width=end - start,
            height=_TRACK - 1,
            fill=Colour.SURFACE,
            stroke=Colour.LEVEL,
            stroke_width=1,
        )


def _limits(bullet: Bullet, scale: Scale, top: float) -> Iterator[Svg]:
    for limit in bullet.limits:
        x = scale(limit.value)
        ends = (x, top - _OVERHANG), (x, top + _TRACK + _OVERHANG)
        yield line(ends, Colour.SURFACE, 5, "halo")
        yield line(ends, Colour.LEVEL, 3, "target")


def _outcome(outcome: Mark | None, baseline: Mark | None, scale: Scale, top: float) -> Iterator[Svg]:
    middle = top + _TRACK / 2
    bar = outcome is not None and 0 in scale
    if outcome and bar:
        start, end = sorted((scale(0), scale(outcome.value)))
        place = {"x": start, "y": middle - _BAR / 2, "width": end - start, "height": _BAR}
        yield element("rect", class_="outcome", **place, fill=Colour.OWN)
    elif outcome and baseline:
        ends = (scale(baseline.value), middle), (scale(outcome.value), middle)
        yield line(ends, Colour.OWN, 2.5, "way")
    if baseline:
        x = scale(baseline.value)
        ends = (x, middle - 9), (x, middle + 9)
        yield line(ends, Colour.SURFACE, 4, "halo")
        yield line(ends, Colour.MUTED, 2, "baseline")
    if outcome and not bar:
        yield disc((scale(outcome.value), middle), 6, "outcome")
