"""Findings in every format: pure functions from findings to lines."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from malstyrning.console.formats.github import write_github
from malstyrning.console.formats.gitlab import write_gitlab
from malstyrning.console.formats.json import write_json
from malstyrning.console.formats.junit import write_junit
from malstyrning.console.formats.markdown import write_markdown
from malstyrning.console.formats.sarif import write_sarif
from malstyrning.console.formats.text import SourceLine, closing, write_concise, write_text
from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language

__all__ = ["OutputFormat", "SourceLine", "closing", "write_findings"]


class OutputFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"
    MARKDOWN = "markdown"


_WRITERS: dict[OutputFormat, Callable[[Sequence[Diagnostic], Language], Iterator[str]]] = {
    OutputFormat.CONCISE: write_concise,
    OutputFormat.JSON: write_json,
    OutputFormat.GITHUB: write_github,
    OutputFormat.GITLAB: write_gitlab,
    OutputFormat.SARIF: write_sarif,
    OutputFormat.JUNIT: write_junit,
    OutputFormat.MARKDOWN: write_markdown,
}


def write_findings(
    findings: Sequence[Diagnostic], output_format: OutputFormat, language: Language, source: SourceLine
) -> Iterator[str]:
    """The findings in a format, line by line. `source` gives a line of a file, for the formats that show it."""
    if output_format is OutputFormat.TEXT:
        return write_text(findings, language, source)
    return _WRITERS[output_format](findings, language)
