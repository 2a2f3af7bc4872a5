"""Writing to the terminal, also to one that knows neither ✓ nor colours."""

import sys
from collections.abc import Iterable
from typing import TextIO

from malstyrning.diagnostics import INVISIBLE

# For consoles whose encoding lacks the sign, such as Windows' code page 1252 or 850.
_PLAIN = str.maketrans(
    {
        "✓": "+",
        "✕": "x",
        "·": ".",
        "●": "@",
        "–": "-",
        "−": "-",
        "≈": "~",
        "○": "o",
        "≥": ">=",
        "≤": "<=",
        "▲": "^",
        "▼": "v",
        "↗": "/",
        "↘": "\\",
        "”": '"',
        "“": '"',
        "’": "'",
        "…": "...",
        "→": "->",
        "└": "`",
        "├": "|",
        "│": "|",
        "─": "-",
        "\N{NO-BREAK SPACE}": " ",
    }
)


def encodable(text: str, encoding: str | None) -> str:
    """The text as it is if the encoding has all its signs, else with plain ones in their place."""
    text = INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text)  # strangers' lines must not steer the terminal
    try:
        text.encode(encoding or "ascii")
    except UnicodeEncodeError:
        plain = text.translate(_PLAIN)
        return plain.encode(encoding or "ascii", "replace").decode(encoding or "ascii")
    return text


def say(lines: str | Iterable[str]) -> None:
    """Write to standard output: the result that was asked for."""
    _write(sys.stdout, lines)


def put(lines: str | Iterable[str]) -> None:
    """Write to standard output for a program: no sign is replaced by one that means something in its format."""
    several = (lines,) if isinstance(lines, str) else lines
    sys.stdout.writelines(INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", line) + "\n" for line in several)


def tell(lines: str | Iterable[str]) -> None:
    """Write to standard error: what the program has to say about its work."""
    _write(sys.stderr, lines)


def _write(stream: TextIO, lines: str | Iterable[str]) -> None:
    several = (lines,) if isinstance(lines, str) else lines
    stream.writelines(encodable(line, stream.encoding) + "\n" for line in several)
