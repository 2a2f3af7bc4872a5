"""A value on a line of signs: a row of a chart that stands in a table."""

OTHER, OWN, MIDDLE = "○", "●", "│"


def dot(at: float, low: float, high: float, width: int, *, middle: float | None, own: bool) -> str:
    """A line of `width` signs with a mark where the value is, and one at `middle` unless the value covers it."""
    signs = [" "] * width
    if middle is not None:
        signs[_column(middle, low, high, width)] = MIDDLE
    signs[_column(at, low, high, width)] = OWN if own else OTHER
    return "".join(signs)


def scale(low: str, high: str, width: int) -> str:
    """What the ends of the line are, in as much room."""
    return low + high.rjust(width - len(low))


def _column(at: float, low: float, high: float, width: int) -> int:
    if high <= low:
        return width // 2
    return round(max(0.0, min(1.0, (at - low) / (high - low))) * (width - 1))
