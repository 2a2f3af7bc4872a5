"""Texts that end where nobody meant it: in a text without quotes a # after a space begins a comment."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.sources.findings import CUT_TEXT

if TYPE_CHECKING:
    from malstyrning.sources.yaml_nodes import Data, Document

_LOST = re.compile(r"\S (#\w[^\n]*)")  # people write a comment with a space after its sign
_A_TEXT = re.compile(r"[^\W\d_].* |[^\W\d_a-z]")  # more than one word, or a capital: no date, number or fixed choice


def cut_texts(document: "Document", text: str) -> Iterator[Diagnostic]:
    """One finding for each text of a file that a comment seems to cut."""
    if " #" not in text or not _LOST.search(text):
        return
    lost = {number: line for number, line in enumerate(text.split("\n"), 1) if _LOST.search(line)}
    for steps, value in _scalars(document.data):
        span = document.span(*steps)
        line = lost.get(span.line, "")
        match = _LOST.match(line, span.end_column - 2)
        if match and line[span.column - 1] not in "'\"|>" and _A_TEXT.match(value):
            end = len(line.rstrip()) + 1
            place = Span(document.path, span.line, match.start(1) + 1, span.line, end)
            yield Diagnostic(CUT_TEXT, place, {"lost": match[1].rstrip()})


def _scalars(data: "Data") -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a file with its steps."""
    waiting: list[tuple[tuple[str | int, ...], Data]] = [((), data)]
    while waiting:
        steps, value = waiting.pop()
        if isinstance(value, str):
            yield steps, value
        elif isinstance(value, dict):
            waiting.extend(((*steps, key), one) for key, one in value.items())
        elif isinstance(value, list):
            waiting.extend(((*steps, index), one) for index, one in enumerate(value))
