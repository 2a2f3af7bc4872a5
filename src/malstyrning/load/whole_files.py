"""What `load` asks of a table engine that reads large files of measurements at once, and hands over to it.

The engine takes a file only if every cell is sound. It tells no finding: that is left to the reader of rows.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

LARGE = 10_000_000  # bytes of data/ above which reading at once is worth the start of the engine


@dataclass(frozen=True, slots=True)
class Known:
    """What rows may name: our KPI by each of its names, every organisation, and which of them we are."""

    kpis: Mapping[str, str]
    organisations: Collection[str]
    own: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Rows of a file that was taken: our own with their lines, and of the others' one of each kind.

    Others' rows are of the same kind where they have the same KPI, and the same cells in all columns that hold
    no number and are not among the first.
    """

    own: Iterable[tuple[int, list[str]]]
    others: Iterable[list[str]]


class WholeFiles(Protocol):
    """Gathers the rows of files that are sound; one instance a workspace."""

    def take(self, content: bytes, header: Sequence[str]) -> Taken | None:
        """The rows that become values, where every cell of the file is sound."""

    def tables(self) -> list[Any] | None:
        """All rows for all (T) that have a value, as tables; None where two rows have the same key."""


MakeWholeFiles = Callable[[Known], WholeFiles | None]
