"""Rates with their confidence bounds, and tables in Markdown between the markers of a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from malstyrning.domain.variation import wilson


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something happened, of how many times."""

    times: int
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.times / self.of

    @property
    def bounds(self) -> tuple[float, float]:
        """Wilson's 95 per cent interval of the share, as if the cases were independent."""
        lower, upper = wilson(100 * Decimal(self.times) / self.of, Decimal(self.of))
        return float(lower) / 100, float(upper) / 100

    def __str__(self) -> str:
        if not self.of:
            return "–"
        lower, upper = self.bounds
        return f"{100 * self.share:.1f} % ({100 * lower:.1f}–{100 * upper:.1f})"


def count(number: int) -> str:
    """A number in groups of three: `1 243`."""
    return f"{number:,}".replace(",", " ")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, the first column to the left."""
    lines = [head, [":--", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(page: Path, name: str, content: str) -> None:
    """Put what was measured between the markers of its name in a page. Raises ValueError where they are not there."""
    text = page.read_text(encoding="utf-8")
    pattern = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(name)
    page.write_text(pattern.sub(lambda one: f"{one[1]}\n{content}\n\n{one[2]}", text), encoding="utf-8")


def read(page: Path, name: str) -> str:
    """What stands between the markers."""
    found = re.search(f"<!-- {name} -->\n(.*?)<!-- /{name} -->", page.read_text(encoding="utf-8"), re.DOTALL)
    if found is None:
        raise ValueError(name)
    return found[1].strip()
