"""Findings as GitLab's code quality report.

Form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
from collections.abc import Iterator, Sequence

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.language import Language

_LEVEL = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def write_gitlab(findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """A list with one issue a finding. Equal fingerprints are counted, since GitLab shows each only once."""
    seen: dict[str, int] = {}
    report = []
    for one in findings:
        seen[one.fingerprint] = seen.get(one.fingerprint, 0) + 1
        times = seen[one.fingerprint]
        report.append(
            {
                "description": f"{one.message[language]} ({one.help[language]})",
                "check_name": f"{one.rule.code} {one.rule.name}",
                "fingerprint": one.fingerprint if times == 1 else f"{one.fingerprint}-{times}",
                "severity": _LEVEL[one.rule.severity],
                "location": {"path": one.span.path, "lines": {"begin": one.span.line, "end": one.span.end_line}},
            }
        )
    yield json.dumps(report, indent=1)
