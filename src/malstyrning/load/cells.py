"""What the two kinds of CSV file share: header, rows, the forms of cells and what is said of a bad one."""

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from malstyrning.diagnostics import Diagnostic, Related, Span
from malstyrning.domain.numbers import parse_number
from malstyrning.domain.periods import parse_month_or_date
from malstyrning.language import Text, plural, same
from malstyrning.load.data_findings import (
    BAD_CELL,
    DUPLICATE_ROW,
    NO_ROWS,
    REPEATED_COLUMN,
    TOO_MANY,
    WRONG_CELL_COUNT,
    WRONG_HEADER,
)
from malstyrning.load.problems import shown
from malstyrning.sources.csv_rows import Row, Sheet

_DAY_FORM = Text("ett datum eller en månad: 2022-10-15 eller 2022-10", "a date or a month: 2022-10-15 or 2022-10")
_MARK_FORM = Text("yes, eller ingenting", "yes, or nothing")
_FIRST = Text("den första står här", "the first one is here")
_MOST_TOLD = 1_000  # findings of one file
_LIMIT = Text("1 000", "1,000")
_MOST_FILES = 1 << 20
_EMPTY = Text("tom", "empty")


def read_number(text: str, *, decimal_comma: bool) -> Decimal | None:
    """A cell's number; where semicolons stand between the cells, its comma may be the decimal point."""
    return parse_number(text.replace(",", ".", 1) if decimal_comma else text)


def mark_form(text: str) -> Text | None:
    """What a mark shall be, where it is not that."""
    return None if text in {"", "yes"} else _MARK_FORM


def day_form(text: str) -> Text | None:
    """What a date shall be, where it is not that."""
    return None if parse_month_or_date(text) else _DAY_FORM


def words_of(choices: type[StrEnum]) -> Text:
    """The words that a cell may be."""
    return same(", ".join(choices))


@dataclass(slots=True)
class Seen:
    """Where the rows of all files of one kind stand, by what makes each one of a kind.

    There may be a million: each is one whole number, file and line together, under names that the rows share.
    """

    _files: list[str] = field(default_factory=list)
    _places: dict[tuple[str, ...], dict[str, int]] = field(default_factory=dict)

    def begin(self, sheet: Sheet) -> None:
        """The rows that come are of this file."""
        self._files.append(sheet.path)

    def again(self, group: tuple[str, ...], name: str, sheet: Sheet, row: Row) -> Diagnostic | None:
        """The finding where another row says the same: one of the same group with the same name."""
        here = row.line * _MOST_FILES + len(self._files)
        first = self._places.setdefault(group, {}).setdefault(name, here)
        if first == here:
            return None
        line, file = divmod(first, _MOST_FILES)
        related = Related(Span(self._files[file - 1], line, 1, line, 2), _FIRST)
        facts = {"found": " ".join((group[0], name, *group[1:]))}
        return Diagnostic(DUPLICATE_ROW, sheet.cell_span(row, 0), facts, related=(related,))


def read_rows(
    sheet: Sheet,
    first: tuple[str, ...],
    others: tuple[str, ...],
    take: Callable[[Row], Iterable[Diagnostic]],
    held_back: Sized = (),
) -> Iterator[Diagnostic]:
    """Give every row that has the header's number of cells to `take`; all findings on the way.

    The header shall be the columns of `first`, in that order, and then any of `others`. Reading stops where there
    are too many findings, with those that are `held_back` until the file has been read.
    """
    if problem := header_problem(sheet, first, others):
        yield problem
        return
    columns, row, told = len(sheet.header), None, 0
    for row in sheet.rows():
        for finding in take(row) if len(row.cells) == columns else (_wrong_count(sheet, row),):
            yield finding
            told += 1
        if told + len(held_back) > _MOST_TOLD:
            yield Diagnostic(TOO_MANY, Span(sheet.path, row.line, 1, row.line, 2), {"limit": _LIMIT})
            return
    if sheet.spaces:
        yield sheet.spaces
    if sheet.problem:
        yield sheet.problem
    elif row is None:
        yield Diagnostic(NO_ROWS, Span(sheet.path))


def rows_of(count: int) -> Text:
    """How many rows a finding speaks for."""
    return plural(count, Text("1 rad", "1 row"), Text("{n} rader", "{n} rows"))


def bad_cell(sheet: Sheet, row: Row, column: int, expected: Text) -> Diagnostic:
    """The finding for a cell that does not have the form of its column."""
    facts = {"key": sheet.header[column], "found": shown(row.cells[column]) or _EMPTY, "expected": expected}
    return Diagnostic(BAD_CELL, sheet.cell_span(row, column), facts)


def _wrong_count(sheet: Sheet, row: Row) -> Diagnostic:
    facts = {"found": str(len(row.cells)), "expected": str(len(sheet.header))}
    return Diagnostic(WRONG_CELL_COUNT, sheet.cell_span(row, 0), facts)


def header_problem(sheet: Sheet, first: tuple[str, ...], others: tuple[str, ...]) -> Diagnostic | None:
    """The first column that is not what it should be, if any."""
    for index in range(max(len(first), len(sheet.header))):
        name = sheet.header[index] if index < len(sheet.header) else ""
        fine = name == first[index] if index < len(first) else name in others
        if fine and name in sheet.header[:index]:
            return Diagnostic(REPEATED_COLUMN, sheet.cell_span(sheet.head, index), {"found": name})
        if not fine:
            found = shown(name) or Text("utan namn", "without a name")
            facts = {"found": found, "expected": ",".join(first)}
            return Diagnostic(WRONG_HEADER, sheet.cell_span(sheet.head, index), facts)
    return None
