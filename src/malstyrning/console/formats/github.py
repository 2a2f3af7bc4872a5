"""Findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request.

Form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Sequence

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.language import Language

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def write_github(findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """One command a finding."""
    for one in findings:
        span = one.span
        properties = {
            "file": span.path,
            "line": str(span.line),
            "endLine": str(span.end_line),
            "col": str(span.column),
            "endColumn": str(max(span.column, span.end_column - 1)),
            "title": f"{one.rule.code} {one.rule.name}",
        }
        if span.line != span.end_line:  # columns are only allowed within one line
            del properties["col"], properties["endColumn"]
        told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        text = f"{one.message[language]}\n{one.help[language]}"
        yield f"::{_LEVEL[one.rule.severity]} {told}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
