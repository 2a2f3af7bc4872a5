"""Texts that end where nobody meant it: in a text without quotes a # after a space begins a comment."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.sources.yaml_findings import CUT_TEXT

if TYPE_CHECKING:
    from malstyrning.sources.yaml_nodes import Source

_LOST = re.compile(r"\S (#\w[^\n]*)")  # people write a comment with a space after its sign
_A_TEXT = re.compile(r"[^\W\d_].* |[^\W\d_a-z]")  # more than one word, or a capital: no date, number or fixed choice


def cut_texts(source: "Source") -> Iterator[Diagnostic]:
    """One finding for each text of a file that a comment seems to cut."""
    if "#" not in source.text or not _LOST.search(source.text):
        return
    lost = {number: line for number, line in enumerate(source.text.split("\n"), 1) if _LOST.search(line)}
    for span, value in source.texts_on(lost):
        line = lost[span.line]
        match = _LOST.match(line, span.end_column - 2)
        if match and line[span.column - 1] not in "'\"|>" and _A_TEXT.match(value):
            end = len(line.rstrip()) + 1
            place = Span(source.path, span.line, match.start(1) + 1, span.line, end)
            yield Diagnostic(CUT_TEXT, place, {"lost": match[1].rstrip()})
