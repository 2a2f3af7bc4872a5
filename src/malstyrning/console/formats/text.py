"""Findings for people: the line with a caret and what to do, or one line each."""

from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.language import Language, Text, plural

SourceLine = Callable[[str, int], str | None]

_WIDTH = 80
_SEVERITY: dict[Severity, Text] = {
    Severity.ERROR: Text("fel", "error"),
    Severity.WARNING: Text("varning", "warning"),
    Severity.ADVICE: Text("råd", "advice"),
}
_HELP = Text("hjälp", "help")
_NOTE = Text("se", "see")
_CLEAN = Text("Inga anmärkningar.", "No findings.")
_ERRORS = (Text("1 fel", "1 error"), Text("{n} fel", "{n} errors"))
_WARNINGS = (Text("1 varning", "1 warning"), Text("{n} varningar", "{n} warnings"))
_ADVICE = (Text("1 råd", "1 piece of advice"), Text("{n} råd", "{n} pieces of advice"))
_SAFE = (
    Text("1 kan lagas med --fix.", "1 can be mended by --fix."),
    Text("{n} kan lagas med --fix.", "{n} can be mended by --fix."),
)
_FILES = (Text("i 1 fil", "in 1 file"), Text("i {n} filer", "in {n} files"))


def write_text(findings: Sequence[Diagnostic], language: Language, source: SourceLine) -> Iterator[str]:
    """Every finding with its source line, a caret and what to do."""
    for one in findings:
        yield concise(one, language)
        yield from _snippet(one, language, source)
        yield ""


def write_concise(findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """Every finding on a line of its own."""
    return (concise(one, language) for one in findings)


def concise(one: Diagnostic, language: Language) -> str:
    """`path:line:column CODE fact`, on one line."""
    weight = "" if one.rule.severity is Severity.ERROR else f" ({_SEVERITY[one.rule.severity][language]})"
    return f"{one.span} {one.rule.code}{weight} {one.message[language]}"


def closing(findings: Sequence[Diagnostic], language: Language) -> str:
    """How many findings there were, of what weight and in how many files."""
    if not findings:
        return _CLEAN[language]
    parts = []
    for severity, (one, many) in (
        (Severity.ERROR, _ERRORS),
        (Severity.WARNING, _WARNINGS),
        (Severity.ADVICE, _ADVICE),
    ):
        if count := sum(finding.rule.severity is severity for finding in findings):
            parts.append(plural(count, one, many)[language])
    files = len({finding.span.path for finding in findings})
    told = f"{', '.join(parts)} {plural(files, *_FILES)[language]}."
    safe = sum(bool(finding.edits) for finding in findings)
    return f"{told} {plural(safe, *_SAFE)[language]}" if safe else told


def _snippet(one: Diagnostic, language: Language, source: SourceLine) -> Iterator[str]:
    line = source(one.span.path, one.span.line)
    gutter = " " * len(str(one.span.line))
    if line and not line.isspace():
        shown, start = _cropped(line, one.span.column - 1, _WIDTH - len(gutter) - 4)
        until = one.span.end_column - 1 if one.span.end_line == one.span.line else len(line)
        carets = max(1, min(until - (one.span.column - 1), len(shown) - start))
        yield f" {one.span.line} | {shown}"
        yield f" {gutter} | {' ' * start}{'^' * carets}"
    yield from _wrapped(f" {gutter} = {_HELP[language]}: ", one.help[language])
    for related in one.related:
        yield f" {gutter} = {_NOTE[language]} {related.span}: {related.note[language]}"


def _wrapped(start: str, text: str) -> list[str]:
    """A line that begins with `start`, and what it has no room for below, as far in as the text began."""
    below = " " * len(start)
    return wrap(
        text, _WIDTH, initial_indent=start, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
    )


def _cropped(line: str, column: int, width: int) -> tuple[str, int]:
    """The part of a long line around a column, and where the column is in it."""
    if len(line) <= width:
        return _printable(line), min(column, len(line))
    first = max(0, min(column - width // 3, len(line) - width))
    before, after = "…" if first else "", "…" if first + width < len(line) else ""
    shown = before + _printable(line[first + len(before) : first + width - len(after)]) + after
    return shown, column - first


def _printable(line: str) -> str:
    """As many signs, and none that a terminal acts on."""
    line = line.replace("\t", " ")
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
