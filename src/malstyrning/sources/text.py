"""From bytes to text: UTF-8, with or without a byte-order mark, or a finding with its place."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from malstyrning.diagnostics import INVISIBLE, Diagnostic, Span
from malstyrning.language import Text
from malstyrning.sources.findings import INVISIBLE_CHARACTER, NOT_UTF8

_UTF16 = Text(
    "filen är sparad som UTF-16, som i Windows heter Unicode: spara den igen, med kodningen UTF-8",
    "the file is saved as UTF-16, which Windows calls Unicode: save it again, with the encoding UTF-8",
)
_PIECE = 1_000_000  # bytes
_PLAIN = b"\n" + bytes(range(0x20, 0x7F))  # ASCII that anyone sees
_LONGEST_CHARACTER = 4  # bytes
_INSIDE_CHARACTER = bytes(range(0x80, 0xC0))  # bytes that go on with a character


def decode(path: str, content: bytes) -> str | Diagnostic:
    """The text of a file with its line ends as they are, or the place of the first byte that can't be text."""
    return _other_encoding(path, content) or _decoded(path, content, _start(content), len(content))


def problem(path: str, content: bytes) -> Diagnostic | None:
    """What keeps a large file from being text, if anything does: it is decoded a piece at a time, and let go."""
    if found := _other_encoding(path, content):
        return found
    start = _start(content)
    while start < len(content):
        end = _piece_end(content, start)
        text = _decoded(path, content, start, end)
        if isinstance(text, Diagnostic):
            return text
        start = end
    return None


def invisible(place: Span, character: str) -> Diagnostic:
    """The finding for a character that no one sees."""
    return Diagnostic(INVISIBLE_CHARACTER, place, {"character": f"U+{ord(character):04X}"})


def _other_encoding(path: str, content: bytes) -> Diagnostic | None:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or content[:2].strip(b"\0") != content[:2]:
        return Diagnostic(NOT_UTF8, Span(path, 1, 1, 1, 2), {"byte": f"0x{content[0]:02X}"}, cure=_UTF16)
    return None


def _start(content: bytes) -> int:
    return len(BOM_UTF8) if content.startswith(BOM_UTF8) else 0


def _piece_end(content: bytes, start: int) -> int:
    """Where a piece that begins at a byte ends: inside no character, and inside no line end of two."""
    end = min(start + _PIECE, len(content))
    for _ in range(_LONGEST_CHARACTER - 1):
        if content[end : end + 1] and content[end] in _INSIDE_CHARACTER:
            end += 1
    return end + 1 if content[end - 1 : end + 1] == b"\r\n" else end


def _decoded(path: str, content: bytes, start: int, end: int) -> str | Diagnostic:
    piece = content[start:end]
    try:
        text = piece.decode()
    except UnicodeDecodeError as error:
        place = _place(path, content, start, piece[: error.start].decode())
        return Diagnostic(NOT_UTF8, place, {"byte": f"0x{piece[error.start]:02X}"})
    if piece.translate(None, _PLAIN).decode().isprintable():  # as most are, and sooner known than by an expression
        return text
    lines = text.replace("\r\n", "\n")
    if match := INVISIBLE.search(lines):
        return invisible(_place(path, content, start, lines[: match.start()]), match.group())
    return text


def _place(path: str, content: bytes, start: int, before: str) -> Span:
    """The place of the character after `before`, which begins at the byte `start`."""
    line, column = content.count(b"\n", 0, start) + before.count("\n") + 1, len(before) - before.rfind("\n")
    if "\n" not in before:
        first = content.rfind(b"\n", 0, start) + 1
        pieces = (content[at : min(at + _PIECE, start)] for at in range(first or _start(content), start, _PIECE))
        column += sum(len(piece.translate(None, _INSIDE_CHARACTER)) for piece in pieces)
    return Span(path, line, column, line, column + 1)
