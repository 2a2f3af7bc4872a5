"""CSV as rows of cells with places: the only room that knows the csv library.

Comma with decimal point, and Excel's semicolon with decimal comma, with or without a byte-order mark.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import NamedTuple

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.sources.findings import EMPTY_FILE, UNBALANCED_QUOTE
from malstyrning.sources.text import decode

LONGEST_CELL = 10_000


class Row(NamedTuple):
    """A row's cells, stripped, and the line that it begins on."""

    line: int
    cells: list[str]


@dataclass(slots=True)
class Sheet:
    """A CSV file with its header. `problem` is set where reading had to stop before the end."""

    path: str
    text: str
    delimiter: str
    header: list[str]
    problem: Diagnostic | None = None
    _lines: list[str] = field(default_factory=list)

    @property
    def decimal_comma(self) -> bool:
        """Semicolons between cells leave the comma to the decimals, as in Swedish Excel."""
        return self.delimiter == ";"

    def rows(self) -> Iterator[Row]:
        """Every row after the header that is not blank."""
        reader = csv.reader(StringIO(self.text, newline=""), delimiter=self.delimiter, strict=True)
        before = 0
        try:
            for cells in reader:
                line, before = before + 1, reader.line_num
                if line > 1 and any(cells):
                    yield Row(line, list(map(str.strip, cells)))
        except csv.Error as error:
            span = Span(self.path, before + 1, 1, before + 1, 2)
            self.problem = Diagnostic(UNBALANCED_QUOTE, span, {"problem": str(error)})

    def cell_span(self, line: int, column: int) -> Span:
        """The place of a cell; `column` counts cells from 0."""
        if not self._lines:
            self._lines = self.text.split("\n")
        source = self._lines[line - 1].rstrip("\r")
        cells = _cells(source, self.delimiter)
        start = min(sum(len(cell) + 1 for cell in cells[:column]), len(source))
        length = max(len(cells[column]), 1) if column < len(cells) else 1
        return Span(self.path, line, start + 1, line, start + 1 + length)


def _cells(source: str, delimiter: str) -> list[str]:
    """The cells of a line as they are written, quotes and all; the last one may go on in the next line."""
    cells: list[str] = []
    for part in source.split(delimiter):
        if cells and cells[-1].count('"') % 2:
            cells[-1] += delimiter + part
        else:
            cells.append(part)
    return cells


def read_csv(path: str, content: bytes) -> Sheet | Diagnostic:
    """Read the header of a file; its rows are read when asked for."""
    text = decode(path, content)
    if isinstance(text, Diagnostic):
        return text
    first, _, _ = text.partition("\n")
    if not text.strip():
        return Diagnostic(EMPTY_FILE, Span(path))
    delimiter = ";" if first.count(";") > first.count(",") else ","
    csv.field_size_limit(LONGEST_CELL)
    try:
        header = next(csv.reader([first.rstrip("\r")], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return Diagnostic(UNBALANCED_QUOTE, Span(path), {"problem": str(error)})
    return Sheet(path, text, delimiter, [cell.strip() for cell in header])


def write_csv(header: list[str], rows: list[list[str]]) -> str:
    """Rows in our own form: comma, LF."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([header, *rows])
    return out.getvalue()
