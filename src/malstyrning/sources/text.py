"""From bytes to text: UTF-8, with or without a byte-order mark, or a finding with its place."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from malstyrning.diagnostics import INVISIBLE, Diagnostic, Span
from malstyrning.language import Text
from malstyrning.sources.findings import INVISIBLE_CHARACTER, NOT_UTF8

_UTF16 = Text(
    "filen är sparad som UTF-16, som i Windows heter Unicode: spara den igen, med kodningen UTF-8",
    "the file is saved as UTF-16, which Windows calls Unicode: save it again, with the encoding UTF-8",
)


def decode(path: str, content: bytes) -> str | Diagnostic:
    """The text of a file with its line ends as they are, or the place of the first byte that can't be text."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or content[:2].strip(b"\0") != content[:2]:
        return Diagnostic(NOT_UTF8, _place(path, ""), {"byte": f"0x{content[0]:02X}"}, cure=_UTF16)
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        place = _place(path, content[: error.start].decode())
        return Diagnostic(NOT_UTF8, place, {"byte": f"0x{content[error.start]:02X}"})
    if text.replace("\n", "").isprintable():  # as most files are, and sooner known than by an expression
        return text
    lines = text.replace("\r\n", "\n")
    if match := INVISIBLE.search(lines):
        return invisible(_place(path, lines[: match.start()]), match.group())
    return text


def invisible(place: Span, character: str) -> Diagnostic:
    """The finding for a character that no one sees."""
    return Diagnostic(INVISIBLE_CHARACTER, place, {"character": f"U+{ord(character):04X}"})


def _place(path: str, before: str) -> Span:
    """The place of the character after `before`."""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(path, line, column, line, column + 1)
