"""From bytes to text: UTF-8, with or without a byte-order mark, or a finding with its place."""

import re
from codecs import BOM_UTF8

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.sources.findings import INVISIBLE, NOT_UTF8

# Control characters, lone carriage returns, line breaks that editors do not count, and byte-order marks.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def decode(path: str, content: bytes) -> str | Diagnostic:
    """The text of a file with its line ends as they are, or the place of the first byte that can't be text."""
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        place = _place(path, content[: error.start].decode())
        return Diagnostic(NOT_UTF8, place, {"byte": f"0x{content[error.start]:02X}"})
    lines = text.replace("\r\n", "\n")
    if match := _INVISIBLE.search(lines):
        character = f"U+{ord(match.group()):04X}"
        return Diagnostic(INVISIBLE, _place(path, lines[: match.start()]), {"character": character})
    return text


def _place(path: str, before: str) -> Span:
    """The place of the character after `before`."""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(path, line, column, line, column + 1)
