"""Findings as SARIF 2.1.0, the form that code hosts and editors read.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from malstyrning import __version__
from malstyrning.diagnostics import Diagnostic, Rule, Severity, Span
from malstyrning.language import Language

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def write_sarif(findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """One run, with the rules that it found something by. Columns count Unicode characters."""
    rules = {one.rule.code: one.rule for one in sorted(findings, key=lambda one: one.rule.code)}
    places = {code: index for index, code in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "malstyrning",
                "semanticVersion": __version__,
                "rules": [_rule(one, language) for one in rules.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": "sv-SE" if language is Language.SV else "en-GB",
        "originalUriBaseIds": {"WORKSPACE": {"description": {"text": "The folder with malstyrning.yaml"}}},
        "results": [_result(one, places[one.rule.code], language) for one in findings],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize() + "."},
        "fullDescription": {"text": rule.why[language]},
        "help": {"text": rule.why[language]},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(one: Diagnostic, index: int, language: Language) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.rule.code,
        "ruleIndex": index,
        "level": _LEVEL[one.rule.severity],
        "message": {"text": f"{one.message[language]}. {one.help[language]}"},
        "locations": [_location(one.span)],
        "partialFingerprints": {"malstyrning/v1": one.fingerprint},
    }
    if one.edits:
        result["fixes"] = [{"description": {"text": one.help[language]}, "artifactChanges": [_change(one)]}]
    if one.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": related.note[language]}, **_location(related.span)}
            for number, related in enumerate(one.related, 1)
        ]
    return result


def _change(one: Diagnostic) -> dict[str, Any]:
    """The edits of a finding, which are all in one file."""
    replacements = [{"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in one.edits]
    return {"artifactLocation": _artifact(one.edits[0].span), "replacements": replacements}


def _location(span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(span), "region": _region(span)}}


def _artifact(span: Span) -> dict[str, Any]:
    return {"uri": quote(span.path), "uriBaseId": "WORKSPACE"}


def _region(span: Span) -> dict[str, Any]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
