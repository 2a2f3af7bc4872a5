"""Findings as JUnit XML, which most build servers show: a file is a suite, a finding a failed case."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.language import Language

_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\N{REPLACEMENT CHARACTER}")


def write_junit(findings: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """A suite for each file with findings; only errors are failures, the rest is told in the output."""
    failures = _failures(findings)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="malstyrning" tests="{max(len(findings), 1)}" failures="{failures}">'
    if not findings:
        yield '  <testsuite name="malstyrning" tests="1" failures="0"><testcase name="validate"/></testsuite>'
    for path, group in groupby(findings, key=lambda one: one.span.path):
        inside = list(group)
        yield f'  <testsuite name={_quoted(path)} tests="{len(inside)}" failures="{_failures(inside)}">'
        for one in inside:
            place = f"{one.rule.code} {one.span.line}:{one.span.column}"
            yield f"    <testcase name={_quoted(place)} classname={_quoted(path)}>"
            text = _text(f"{one.span} {one.message[language]}\n{one.help[language]}")
            if one.rule.severity is Severity.ERROR:
                yield f"      <failure message={_quoted(one.message[language])}>{text}</failure>"
            else:
                yield f"      <system-out>{text}</system-out>"
            yield "    </testcase>"
        yield "  </testsuite>"
    yield "</testsuites>"


def _failures(findings: Sequence[Diagnostic]) -> int:
    return sum(one.rule.severity is Severity.ERROR for one in findings)


def _text(text: str) -> str:
    return escape(text.translate(_FORBIDDEN))


def _quoted(text: str) -> str:
    return quoteattr(text.translate(_FORBIDDEN))
