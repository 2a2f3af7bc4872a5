"""Values on a line of signs: the rows of a chart that stands in a table."""

from dataclasses import dataclass

OTHER, OWN, MIDDLE = "○", "●", "│"


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `low` to `high` laid out on `width` signs, with a mark at `middle` where that is known."""

    low: float
    high: float
    width: int
    middle: float | None = None

    def dot(self, value: float, *, own: bool) -> str:
        """A line with a mark where the value is, which covers the one in the middle."""
        signs = [" "] * self.width
        if self.middle is not None:
            signs[self._column(self.middle)] = MIDDLE
        signs[self._column(value)] = OWN if own else OTHER
        return "".join(signs)

    def ends(self, low: str, high: str) -> str:
        """What stands at the ends of the line."""
        return low + high.rjust(self.width - len(low))

    def _column(self, value: float) -> int:
        if self.high <= self.low:
            return self.width // 2
        share = (value - self.low) / (self.high - self.low)
        return round(max(0.0, min(1.0, share)) * (self.width - 1))
