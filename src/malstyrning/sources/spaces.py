"""Spaces at the ends of lines: no one sees them, and every editor that removes them makes a change of its own."""

from collections.abc import Collection

from malstyrning.diagnostics import Diagnostic, Edit, Rule, Severity, Span
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


def may_end_in_spaces(text: str) -> bool:
    """Tell at little cost whether any line may."""
    if " \n" in text or text.endswith((" ", "\t")):
        return True
    return ("\t" in text or "\r" in text) and any(end in text for end in ("\t\n", " \r\n", "\t\r\n"))


def trailing_spaces(path: str, text: str, inside: Collection[int]) -> Diagnostic | None:
    """One finding for all lines of a file; those `inside` a text of several lines are part of what it says."""
    edits = []
    for number, line in enumerate(text.split("\n"), 1):
        written = line.rstrip("\r")
        kept = written.rstrip(" \t")
        if kept != written and number not in inside:
            edits.append(Edit(Span(path, number, len(kept) + 1, number, len(written) + 1), ""))
    if not edits:
        return None
    lines = plural(len(edits), Text("1 rad", "1 line ends"), Text("{n} rader", "{n} lines end"))
    return Diagnostic(TRAILING_SPACE, edits[0].span, {"lines": lines}, edits=tuple(edits))
