"""Mending a file: the stretches that edits name are replaced, and every other byte stays as it is."""

from codecs import BOM_UTF8
from collections.abc import Iterable

from malstyrning.diagnostics import Edit


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The file with the edits made. Of two that meet in the same place, the first is made."""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    lines = content.removeprefix(BOM_UTF8).decode().split("\n")
    free: dict[int, int] = {}  # by line, the column before which nothing has been replaced, from the right
    for edit in sorted(set(edits), key=lambda one: (one.span, one.text), reverse=True):
        span = edit.span
        if span.end_column <= free.get(span.line, span.end_column):
            line = lines[span.line - 1]
            lines[span.line - 1] = line[: span.column - 1] + edit.text + line[span.end_column - 1 :]
            free[span.line] = span.column
    return mark + "\n".join(lines).encode()
