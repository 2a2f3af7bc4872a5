import time
import tracemalloc

import pytest

from malstyrning.diagnostics import MOST_EDITS, Diagnostic, Span
from malstyrning.language import Language
from malstyrning.sources.csv_rows import LONGEST_CELL, Sheet, read_csv, write_csv

PATH = "data/a.csv"


def place(text: str, line: int, column: int) -> Span:
    """The place of a cell in the row that begins on a line."""
    read = sheet(text)
    row = next(one for one in (read.head, *read.rows()) if one.line == line)
    return read.cell_span(row, column)


def sheet(text: str) -> Sheet:
    read = read_csv(PATH, text.encode())
    assert isinstance(read, Sheet)
    return read


@pytest.mark.parametrize(
    ("text", "header", "rows", "decimal_comma"),
    [
        pytest.param("a,b\n1,2.5\n", ["a", "b"], [(2, ["1", "2.5"])], False, id="ours"),
        pytest.param("a;b\r\n1;2,5\r\n", ["a", "b"], [(2, ["1", "2,5"])], True, id="Swedish Excel's"),
        pytest.param("\ufeffa;b\n1;2,5\n", ["a", "b"], [(2, ["1", "2,5"])], True, id="with a byte-order mark"),
        pytest.param("\ufeffa,b\n1,2\n", ["a", "b"], [(2, ["1", "2"])], False, id="a mark and commas"),
        pytest.param(" a , b\n 1 ,\t2 \n", ["a", "b"], [(2, ["1", "2"])], False, id="with spaces"),
        pytest.param("a,b\n1,2", ["a", "b"], [(2, ["1", "2"])], False, id="without a last line end"),
        pytest.param("a,b\n\n1,2\n,\n\n3,4\n", ["a", "b"], [(3, ["1", "2"]), (6, ["3", "4"])], False, id="blank rows"),
        pytest.param('"a,b",c\n"1,5",2\n', ["a,b", "c"], [(2, ["1,5", "2"])], False, id="quoted delimiters"),
        pytest.param('a\n"sa ""hej"""\n', ["a"], [(2, ['sa "hej"'])], False, id="quoted quotes"),
        pytest.param("a\n1,2\n", ["a"], [(2, ["1", "2"])], False, id="too many cells are given as they are"),
        pytest.param(
            "\na,b\n1,2\n", [], [(2, ["a", "b"]), (3, ["1", "2"])], False, id="a blank first line is the header"
        ),
    ],
)
def test_rows(text: str, header: list[str], rows: list[tuple[int, list[str]]], *, decimal_comma: bool) -> None:
    read = sheet(text)
    assert (read.header, [(row.line, row.cells) for row in read.rows()]) == (header, rows)
    assert read.decimal_comma is decimal_comma
    assert read.problem is None


def test_a_row_begins_on_its_first_line_also_after_a_cell_of_several_lines() -> None:
    read = sheet('a,b\n"en\ncell\n",1\nx,2\n"två\r\nrader",3\ny,4\n')
    assert [row.line for row in read.rows()] == [2, 5, 6, 8]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        (1, 3, (1, 7, 8)),
        (2, 0, (2, 1, 5)),
        (2, 1, (2, 6, 9)),
        (2, 2, (2, 10, 20)),
        (2, 3, (2, 21, 22)),
        (3, 0, (3, 1, 2)),
        (3, 1, (3, 2, 3)),
        (3, 3, (3, 4, 5)),
        (4, 3, (4, 7, 8)),
        (4, 9, (4, 8, 9)),
        (5, 1, (5, 3, 9)),
        (5, 2, (6, 8, 9)),
        (5, 3, (6, 10, 11)),
        (7, 1, (7, 4, 5)),
        (7, 2, (7, 5, 11)),
        (7, 3, (7, 12, 13)),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_place_of_a_cell(line: int, column: int, expected: tuple[int, int, int], end: str) -> None:
    lines = ["a,b,c,d", 'åäö1,abc,"ett, två",x', ",,,y", "1,2,3,4", '1,"flera', 'rader",3,4', '"",,"a""b",', ""]
    found, start, stop = expected
    assert place(end.join(lines), line, column) == Span(PATH, found, start, found, stop)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_the_place_of_a_cell_with_the_files_own_delimiter(delimiter: str) -> None:
    text = f"a{delimiter}b{delimiter}c\n1{delimiter}22{delimiter}333\n"
    assert place(text, 2, 2) == Span(PATH, 2, 6, 2, 9)


@pytest.mark.parametrize(
    ("text", "rows", "told", "why"),
    [
        pytest.param('a,b\n1,2\n3,"4\n5,6\n', 1, "LAY112 3", "never closed", id="a quote that is never closed"),
        pytest.param('a,b\n1,2\n"3"x,4\n', 1, "LAY112 3", "after a closing", id="text after a quote"),
        pytest.param("a,b\n1,2\n3," + "x" * 10_001 + "\n", 1, "LAY114 3", "10,000 char", id="a huge cell"),
        pytest.param('a\n"' + "x" * 10_001 + '"\n', 0, "LAY114 2", "10,000 char", id="a huge cell in quotes"),
        pytest.param('a,b\n"' + "1,2\n" * 10_000, 0, "LAY112 2", "never closed", id="a cell of the whole file"),
        pytest.param("a,b\n" + "1," * 1_000 + "\n", 0, "LAY114 2", "more cells than 1,000", id="very many cells"),
        pytest.param("a\n" + ("x" * 999 + ",") * 101, 0, "LAY114 2", "100,000 char", id="a huge row"),
    ],
)
def test_where_reading_had_to_stop(text: str, rows: int, told: str, why: str) -> None:
    read = sheet(text)
    assert len([*read.rows()]) == rows
    assert read.problem is not None
    assert f"{read.problem.rule.code} {read.problem.span.line}" == told
    assert why in read.problem.message[Language.EN]


@pytest.mark.parametrize("cell", ['"a,b"', '"a\nb"', '"', "x" * 90, ","])
def test_a_hostile_row_takes_no_time(cell: str) -> None:
    read = sheet("a,b\n" + f"{cell},{cell}," * 500_000)
    began = time.process_time()
    for row in read.rows():
        read.cell_span(row, len(row.cells) - 1)
    assert read.problem is not None
    assert time.process_time() - began < 1  # it was a minute: every cell was sought from the beginning of the row


def test_line_ends_of_two_signs_are_not_parted() -> None:
    assert sheet("a\r\n" + "x" * 999_996 + "\r\n").header == ["a"]  # the first piece ends between them


def test_spaces_at_the_ends_of_very_many_lines_are_counted_and_mended_in_turns() -> None:
    found = sheet("a\n" + " \n" * (MOST_EDITS + 1)).spaces
    assert found is not None
    assert found.message[Language.EN] == f"{MOST_EDITS + 1} lines end in spaces"
    assert len(found.edits) == MOST_EDITS


def test_rows_are_let_go() -> None:
    content = ("a,b\n" + "0182,2022\n" * 200_000).encode()
    read = read_csv(PATH, content)
    assert isinstance(read, Sheet)
    tracemalloc.start()
    try:
        assert sum(1 for _ in read.rows()) == 200_000
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_cell_of_the_longest_size_is_read() -> None:
    read = sheet("a\n" + "x" * LONGEST_CELL + "\n")
    assert len([*read.rows()]) == 1
    assert read.problem is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", "LAY111 1:1", id="empty"),
        pytest.param(b" \n\n", "LAY111 1:1", id="blank"),
        pytest.param(b"\xef\xbb\xbf", "LAY111 1:1", id="only a byte-order mark"),
        pytest.param("a,ö\n1,2\n".encode("cp1252"), "LAY105 1:3", id="Windows-1252"),
        pytest.param("a,b\n1,2\n".encode("utf-16"), "LAY105 1:1", id="UTF-16"),
        pytest.param(b"a,b\n1,\x002\n", "LAY113 2:3", id="NUL"),
        pytest.param(b"a,b\r1,2\r", "LAY113 1:4", id="the line ends of old Macs"),
        pytest.param(b'a,"b\n1,2\n', "LAY112 1:1", id="a header whose quote is not closed"),
        pytest.param(b"a," * 60_000, "LAY114 1:1", id="a huge header"),
        pytest.param("ö".encode() * 2_000_000, "LAY114 1:1", id="a header of many pieces"),
        pytest.param(b"a,b\r\n" * 600_000 + b"1\r", "LAY113 600001:2", id="a sign after many pieces of lines"),
        pytest.param(b"x" + "ö".encode() * 2_000_000 + b"\xff", "LAY105 1:2000002", id="a byte after many of one line"),
        pytest.param(b"\xef\xbb\xbf" + b"ab" * 999_999 + b"\xff", "LAY105 1:1999999", id="a byte after a mark"),
        pytest.param(b"a\n" * 499_999 + b"b" + "\u2028".encode(), "LAY113 500000:2", id="a sign over an edge"),
    ],
)
def test_a_file_that_is_no_csv(content: bytes, expected: str) -> None:
    finding = read_csv(PATH, content)
    assert isinstance(finding, Diagnostic)
    assert f"{finding.rule.code} {finding.span.line}:{finding.span.column}" == expected


def test_what_is_written_reads_back() -> None:
    header, rows = ["a", "b"], [["1,5", 'sa "hej"'], ["å", ""], ["två\nrader", "x;y"]]
    read = sheet(write_csv(header, rows))
    assert read.header == header
    assert [row.cells for row in read.rows()] == rows


def test_what_is_written_has_unix_line_ends() -> None:
    assert write_csv(["a"], [["1"]]) == "a\n1\n"
