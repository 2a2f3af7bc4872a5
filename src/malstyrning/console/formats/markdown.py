"""Findings as Markdown for a comment on a pull request: it fits one screen, and details are folded."""

from collections.abc import Iterator, Sequence
from itertools import islice

from malstyrning.console.formats.text import closing
from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.language import Language, Text

_SHOWN = 10
_LONGEST = 100
_HEADING = Text("Granskning av mål och nyckeltal", "Check of goals and KPIs")
_COLUMNS = Text("| Plats | Anmärkning | Gör så här |", "| Place | Finding | What to do |")
_MORE = Text("{n} till", "{n} more")
_MARK = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.ADVICE: "·"}


def write_markdown(findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """A heading, the counts, the gravest findings as a table, and the rest folded below."""
    yield f"### {_HEADING[language]}"
    yield ""
    yield closing(findings, language)
    gravest = sorted(findings, key=lambda one: -one.rule.severity)
    if gravest:
        yield ""
        yield from _table(islice(gravest, _SHOWN), language)
    if len(gravest) > _SHOWN:
        more = _MORE.filled({"n": str(len(gravest) - _SHOWN)})[language]
        yield from ["", f"<details><summary>{more}</summary>", ""]
        yield from _table(islice(gravest, _SHOWN, None), language)
        yield from ["", "</details>"]


def _table(findings: Iterator[Diagnostic], language: Language) -> Iterator[str]:
    yield _COLUMNS[language]
    yield "|:--|:--|:--|"
    for one in findings:
        place = f"`{_cell(one.span.path)}:{one.span.line}`"
        told = f"{_MARK[one.rule.severity]} **{one.rule.code}** {_cell(one.message[language])}"
        yield f"| {place} | {told} | {_cell(one.help[language])} |"


def _cell(text: str) -> str:
    """A stranger's text for a cell: shortened, on one line, and nothing but text."""
    line = " ".join(text.split())
    line = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    for sign in "\\`*_[]<>|~@#":
        line = line.replace(sign, "\\" + sign if sign != "@" else "@\N{ZERO WIDTH NON-JOINER}")
    return line
