"""Writing to the terminal, also to one that knows neither ✓ nor colours."""

import sys
from collections.abc import Iterable
from typing import TextIO

# For consoles whose encoding lacks the sign, such as Windows' code page 1252 or 850.
_PLAIN = str.maketrans(
    {
        "✓": "+",
        "✕": "x",
        "·": ".",
        "–": "-",
        "−": "-",
        "≈": "~",
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


# Signs that steer a terminal or hide what a line says; they come from strangers' files and are shown as what they are.
_STEERING = dict.fromkeys(
    [
        *range(9),
        *range(11, 32),
        *range(127, 160),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ],
    "\N{REPLACEMENT CHARACTER}",
)


def encodable(text: str, encoding: str | None) -> str:
    """The text as it is if the encoding has all its signs, else with plain ones in their place."""
    text = text.translate(_STEERING)
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
    sys.stdout.writelines(line.translate(_STEERING) + "\n" for line in several)


def tell(lines: str | Iterable[str]) -> None:
    """Write to standard error: what the program has to say about its work."""
    _write(sys.stderr, lines)


def _write(stream: TextIO, lines: str | Iterable[str]) -> None:
    several = (lines,) if isinstance(lines, str) else lines
    stream.writelines(encodable(line, stream.encoding) + "\n" for line in several)
