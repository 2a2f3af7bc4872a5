"""Findings in every format: pure functions from findings to lines.

A format's module is imported when it is asked for: most runs want none but the text.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from importlib import import_module

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


def write_findings(
    findings: Sequence[Diagnostic], output_format: OutputFormat, language: Language, source: SourceLine
) -> Iterator[str]:
    """The findings in a format, line by line. `source` gives a line of a file, for the formats that show it."""
    if output_format is OutputFormat.TEXT:
        return write_text(findings, language, source)
    if output_format is OutputFormat.CONCISE:
        return write_concise(findings, language)
    module = import_module(f"malstyrning.console.formats.{output_format}")
    write: Callable[[Sequence[Diagnostic], Language], Iterator[str]] = getattr(module, f"write_{output_format}")
    return write(findings, language)
