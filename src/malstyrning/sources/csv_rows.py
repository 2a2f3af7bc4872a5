"""CSV as rows of cells with places: the only room that knows the csv library.

Comma with decimal point, and Excel's semicolon with decimal comma, with or without a byte-order mark. Rows are
read one at a time and let go: a file may have a million.
"""

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO, StringIO, TextIOWrapper
from itertools import islice
from string import whitespace
from typing import NamedTuple

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.language import Text
from malstyrning.sources.findings import EMPTY_FILE, ROW_TOO_LARGE, UNBALANCED_QUOTE
from malstyrning.sources.spaces import may_end_in_spaces, trailing_spaces
from malstyrning.sources.text import problem

LONGEST_CELL = 10_000  # characters
LONGEST_ROW = 100_000  # characters
MOST_CELLS = 1_000
_CELL = {sign: re.compile(rf'(?:(?<={sign})|^)(?:"[^"]*(?:""[^"]*)*"|[^{sign}]*)') for sign in ",;"}
_LONG_CELL = {
    "what": Text("Cellen är längre", "The cell is longer"),
    "limit": Text("10 000 tecken", "10,000 characters"),
}
_LONG_ROW = {
    "what": Text("Raden är längre", "The row is longer"),
    "limit": Text("100 000 tecken", "100,000 characters"),
}
_MANY_CELLS = {
    "what": Text("Raden har fler celler", "The row has more cells"),
    "limit": Text("1 000", "1,000"),
}
_NEVER_CLOSED = Text("ett citattecken stängs aldrig", "a quote is never closed")
_AFTER_QUOTE = Text("text efter ett citattecken som stänger", "text after a closing quote")


class Row(NamedTuple):
    """A row's cells, stripped, the line that it begins on, and the row as it is written."""

    line: int
    cells: list[str]
    source: str


@dataclass(slots=True)
class Sheet:
    """A CSV file with its header. `problem` is set where reading had to stop before the end."""

    path: str
    content: bytes
    delimiter: str
    head: Row
    problem: Diagnostic | None = None
    spaces: Diagnostic | None = None  # at the ends of lines
    _taken: list[str] = field(default_factory=list)  # the lines of the row that is being read

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return self.head.cells

    @property
    def decimal_comma(self) -> bool:
        """Semicolons between cells leave the comma to the decimals, as in Swedish Excel."""
        return self.delimiter == ";"

    def rows(self) -> Iterator[Row]:
        """Every row after the header that is not blank."""
        line = 1
        try:
            reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True)
            for cells in reader:
                if len(cells) > MOST_CELLS:
                    self.problem = Diagnostic(ROW_TOO_LARGE, Span(self.path, line, 1, line, 2), _MANY_CELLS)
                    return
                if line > 1 and any(cells):
                    yield Row(line, [*map(str.strip, cells)], "".join(self._taken))
                line = reader.line_num + 1
                self._taken.clear()
        except csv.Error as error:
            self.problem = _not_read(self.path, line, self._taken, error)

    def cell_span(self, row: Row, column: int) -> Span:
        """The place of a cell, counted from 0; of a cell of several lines, the first."""
        source = row.source.rstrip("\r\n")
        if '"' in source:
            found = _CELL[self.delimiter].finditer(source)
            start, end = next((one.span() for one in islice(found, column, None)), (len(source), len(source)))
        else:  # as in most rows, and in all of a million
            cells = source.split(self.delimiter)
            start = min(sum(map(len, cells[:column])) + column, len(source))
            end = start + len(cells[column]) if column < len(cells) else start
        line, first = row.line + source.count("\n", 0, start), start - source.rfind("\n", 0, start)
        written = source[start:end].partition("\n")[0].rstrip("\r")
        return Span(self.path, line, first, line, first + max(len(written), 1))

    def _lines(self) -> Iterator[str]:
        size = 0
        for line in _lines_of(self.content):
            size = len(line) + (size if self._taken else 0)
            self._taken.append(line)
            if size > LONGEST_ROW:
                raise csv.Error
            yield line


def _not_read(path: str, line: int, taken: list[str], error: csv.Error) -> Diagnostic:
    """Why the row that begins on `line` can't be read."""
    place = Span(path, line, 1, line, 2)
    if len(taken) > 1 or "unexpected end" in str(error):
        return Diagnostic(UNBALANCED_QUOTE, place, {"problem": _NEVER_CLOSED})
    if "expected after" in str(error):
        return Diagnostic(UNBALANCED_QUOTE, place, {"problem": _AFTER_QUOTE})
    return Diagnostic(ROW_TOO_LARGE, place, _LONG_CELL if "limit" in str(error) else _LONG_ROW)


def read_csv(path: str, content: bytes) -> Sheet | Diagnostic:
    """Read the header of a file; its rows are read when asked for."""
    if found := problem(path, content):
        return found
    if not content.strip(BOM_UTF8 + whitespace.encode()):
        return Diagnostic(EMPTY_FILE, Span(path))
    first = next(_lines_of(content)).rstrip("\r\n")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    csv.field_size_limit(LONGEST_CELL)
    if len(first) > LONGEST_ROW:
        return Diagnostic(ROW_TOO_LARGE, Span(path, 1, 1, 1, 2), _LONG_ROW)
    try:
        header = next(csv.reader([first], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return _not_read(path, 1, [first], error)
    spaces = trailing_spaces(path, _lines_in_cells(content)) if may_end_in_spaces(content) else None
    return Sheet(path, content, delimiter, Row(1, [*map(str.strip, header)], first), spaces=spaces)


def _lines_of(content: bytes) -> Iterator[str]:
    """The lines of a file, read as they are asked for; of one that is too long a beginning that is too long."""
    text = TextIOWrapper(BytesIO(content), "utf-8-sig", newline="\n")
    return iter(partial(text.readline, LONGEST_ROW + 1), "")


def _lines_in_cells(content: bytes) -> Iterator[tuple[str, bool]]:
    """Each line with whether it ends within quotes, up to one that is too long."""
    quotes = 0
    for line in _lines_of(content):
        if len(line) > LONGEST_ROW:
            return
        quotes += line.count('"')
        yield line, bool(quotes % 2)


def write_csv(header: list[str], rows: list[list[str]]) -> str:
    """Rows in our own form: comma, LF."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([header, *rows])
    return out.getvalue()
