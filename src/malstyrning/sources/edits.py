"""Mending a file: the stretches that edits name are replaced, and every other byte stays as it is."""

from codecs import BOM_UTF8
from collections.abc import Iterable
from io import BytesIO

from malstyrning.diagnostics import Edit


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The file with the edits made. Of two that meet in the same place, the first is made.

    Lines without an edit are passed on as they are: there may be a million of them.
    """
    by_line: dict[int, list[Edit]] = {}
    for edit in sorted(set(edits), key=lambda one: (one.span, one.text), reverse=True):
        by_line.setdefault(edit.span.line, []).append(edit)
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    mended = bytearray(mark)
    for number, line in enumerate(BytesIO(content.removeprefix(BOM_UTF8)), 1):
        mended += _edited_line(line.decode(), by_line[number]).encode() if number in by_line else line
    return bytes(mended)


def _edited_line(line: str, edits: list[Edit]) -> str:
    """A line with its edits made, from the right."""
    free = len(line)  # the column before which nothing has been replaced
    for edit in edits:
        first, end = edit.span.column - 1, edit.span.end_column - 1
        if end <= free:
            line = line[:first] + edit.text + line[end:]
            free = first
    return line
