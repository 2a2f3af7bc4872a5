"""Spaces at the ends of lines: no one sees them, and every editor that removes them makes a change of its own."""

from collections.abc import Iterable

from malstyrning.diagnostics import MOST_EDITS, Diagnostic, Edit, Rule, Severity, Span
from malstyrning.language import Text, plural

TRAILING_SPACE = Rule(
    "LAY131",
    "trailing-space",
    Severity.ADVICE,
    Text("{lines} slutar med blanksteg", "{lines} in spaces"),
    Text("ta bort dem", "remove them"),
    Text(
        "De syns inte, men nästa program som tar bort dem gör en ändring som ser ut att betyda något.",
        "They can't be seen, yet the next program that removes them makes a change that seems to mean something.",
    ),
    bad="overall_goals:\n  livsmiljo:  \n    number: 2\n    title: Attraktiva livsmiljöer\n",
    good="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n",
)


def may_end_in_spaces(content: bytes) -> bool:
    """Tell at little cost whether any line of a file may."""
    if b" \n" in content or content.endswith((b" ", b"\t")):
        return True
    return (b"\t" in content or b"\r" in content) and any(end in content for end in (b"\t\n", b" \r\n", b"\t\r\n"))


def trailing_spaces(path: str, lines: Iterable[tuple[str, bool]]) -> Diagnostic | None:
    """One finding for all lines of a file; those inside a text of several lines are part of what it says."""
    edits: list[Edit] = []
    count = 0
    for number, (line, is_inside) in enumerate(lines, 1):
        written = line.rstrip("\r\n")
        kept = written.rstrip(" \t")
        if kept != written and not is_inside:
            count += 1
            if count <= MOST_EDITS:
                edits.append(Edit(Span(path, number, len(kept) + 1, number, len(written) + 1), ""))
    if not edits:
        return None
    told = plural(count, Text("1 rad", "1 line ends"), Text("{n} rader", "{n} lines end"))
    return Diagnostic(TRAILING_SPACE, edits[0].span, {"lines": told}, edits=tuple(edits))
