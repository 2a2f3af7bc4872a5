"""Findings for programs: a JSON list, whose form docs/schemas/findings.json describes."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.language import Language


def write_json(findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """A list with one object a finding."""
    yield json.dumps([_finding(one, language) for one in findings], indent=1)


def _finding(one: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "code": one.rule.code,
        "name": one.rule.name,
        "severity": one.rule.severity.word,
        "message": one.message[language],
        "help": one.help[language],
        "fingerprint": one.fingerprint,
        **_place(one.span),
        "edits": [{"text": edit.text, **_place(edit.span)} for edit in one.edits],
        "related": [{"note": related.note[language], **_place(related.span)} for related in one.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
