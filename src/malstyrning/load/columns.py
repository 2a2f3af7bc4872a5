"""The columns after the value of a measurement: optional, and in any order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from malstyrning.domain.outcomes import Missing
from malstyrning.domain.periods import parse_month_or_date
from malstyrning.language import Text
from malstyrning.load.cells import day_form, mark_form, words_of
from malstyrning.load.forms import number_form

FRACTION = ("numerator", "denominator")
NUMBERS = (*FRACTION, "n")
OTHER_COLUMNS = ("status", *NUMBERS, "preliminary", "source", "published", "retrieved", "example")
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Rest:
    """What the columns that are no numbers say; most rows of a file say the same."""

    missing: Missing | None
    preliminary: bool
    source: str | None
    published: date | None
    retrieved: str | None
    example: bool

    @property
    def told(self) -> str | None:
        """The source, and when the value was taken from it, as one text."""
        return f"{self.source} ({self.retrieved})" if self.source and self.retrieved else self.source


class Columns:
    """Reads the cells after the first `skipped` of each row of one file."""

    def __init__(self, header: list[str], skipped: int, number: Callable[[str], Decimal | None]) -> None:
        self._header = header
        self._numbers = [index for index, name in enumerate(header) if index >= skipped and name in NUMBERS]
        self._others = [index for index, name in enumerate(header) if index >= skipped and name not in NUMBERS]
        self._fraction = [header.index(name) if name in header else None for name in FRACTION]
        self._number = number
        self._rest = lru_cache(_REMEMBERED)(self._read)

    def read(self, cells: list[str]) -> Rest | None:
        """What a row says; None where one of its cells can't be read."""
        for index in self._numbers:
            if cells[index] and self._number(cells[index]) is None:
                return None
        return self._rest(tuple([cells[index] for index in self._others]))

    def numbers(self, cells: list[str]) -> dict[str, Decimal | None]:
        """The numbers beside the value, by column."""
        return {self._header[index]: self._number(cells[index]) for index in self._numbers}

    def fraction(self, cells: list[str]) -> tuple[Decimal | None, Decimal | None]:
        """What the value was made from: numerator and denominator."""
        over, under = self._fraction
        return (
            None if over is None else self._number(cells[over]),
            None if under is None else self._number(cells[under]),
        )

    def wanted(self, column: str, cell: str) -> Text | None:
        """What a column wants, where the cell is not that."""
        if not cell:
            return None
        match column:
            case "status":
                return None if cell in set(Missing) else words_of(Missing)
            case "numerator" | "denominator" | "n":
                return number_form(cell) if self._number(cell) is None else None
            case "published" | "retrieved":
                return day_form(cell)
            case "preliminary" | "example":
                return mark_form(cell)
            case _:
                return None

    def _read(self, cells: tuple[str, ...]) -> Rest | None:
        said = dict(zip([self._header[index] for index in self._others], cells, strict=True))
        if any(self.wanted(column, cell) for column, cell in said.items()):
            return None
        return Rest(
            Missing(said["status"]) if said.get("status") else None,
            preliminary=bool(said.get("preliminary")),
            source=said.get("source") or None,
            published=parse_month_or_date(said.get("published", "")),
            retrieved=said.get("retrieved") or None,
            example=bool(said.get("example")),
        )
