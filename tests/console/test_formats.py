import json
import re
from xml.etree import ElementTree as ET

import pytest

from malstyrning.console.formats import OutputFormat, write_findings
from malstyrning.diagnostics import Diagnostic, Related, Rule, Severity, Span
from malstyrning.language import Language, Text, same

HOSTILE = "a|b\n::error::x <b>&\x01 ```@alla [x](y) #1"


def rule(code: str, severity: Severity) -> Rule:
    return Rule(code, "a-rule", severity, same("{found} is wrong"), same("mend {found}"), same("Why."), "", "")


FINDINGS = [
    Diagnostic(
        rule("AAA101", Severity.ERROR),
        Span("goals/å b.yaml", 2, 3, 2, 8),
        {"found": HOSTILE},
        related=(Related(Span("goals/c.yaml", 9, 1, 9, 2), Text("den första", "the first one")),),
    ),
    Diagnostic(rule("BBB201", Severity.WARNING), Span("goals/å b.yaml", 4, 1, 6, 2), {"found": "x"}),
    Diagnostic(rule("CCC301", Severity.ADVICE), Span("data/m.csv"), {"found": "y"}),
]


def written(output_format: OutputFormat, findings: list[Diagnostic] = FINDINGS) -> str:
    return "\n".join(write_findings(findings, output_format, Language.EN, lambda _path, _line: "a source line"))


@pytest.mark.parametrize("output_format", list(OutputFormat))
@pytest.mark.parametrize("language", list(Language))
def test_every_format_tells_every_finding_and_takes_none(output_format: OutputFormat, language: Language) -> None:
    told = "\n".join(write_findings(FINDINGS, output_format, language, lambda _path, _line: None))
    for one in FINDINGS:
        assert one.rule.code in told
    list(write_findings([], output_format, language, lambda _path, _line: None))


def test_json_has_everything_a_program_needs() -> None:
    first, *_ = json.loads(written(OutputFormat.JSON))
    assert first["message"] == FINDINGS[0].message.en
    assert "\n" not in first["message"]
    assert (first["path"], first["line"], first["column"], first["end_column"]) == ("goals/å b.yaml", 2, 3, 8)
    assert first["related"][0]["path"] == "goals/c.yaml"


def test_github_commands_cannot_be_forged() -> None:
    lines = written(OutputFormat.GITHUB).splitlines()
    assert len(lines) == 3
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert "file=goals/å b.yaml,line=2,endLine=2,col=3,endColumn=7" in lines[0]
    assert "col=" not in lines[1]


def test_gitlab_fingerprints_differ_also_for_equal_findings() -> None:
    report = json.loads(written(OutputFormat.GITLAB, [FINDINGS[0], FINDINGS[0], FINDINGS[1]]))
    assert len({one["fingerprint"] for one in report}) == 3
    assert report[0]["location"] == {"path": "goals/å b.yaml", "lines": {"begin": 2, "end": 2}}


def test_sarif_names_every_rule_once_and_encodes_paths() -> None:
    (run,) = json.loads(written(OutputFormat.SARIF, [*FINDINGS, FINDINGS[0]]))["runs"]
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == ["AAA101", "BBB201", "CCC301"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "goals/%C3%A5%20b.yaml"


def test_junit_is_well_formed_and_counts_errors_as_failures() -> None:
    suites = ET.fromstring(written(OutputFormat.JUNIT).encode())  # noqa: S314 - our own text
    assert (suites.get("tests"), suites.get("failures")) == ("3", "1")
    assert len(suites.findall("testsuite")) == 2
    assert suites.find(".//failure") is not None


def test_junit_of_a_clean_workspace_is_a_passed_case() -> None:
    suites = ET.fromstring(written(OutputFormat.JUNIT, []).encode())  # noqa: S314 - our own text
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")


def test_a_comment_fits_one_screen_and_folds_the_rest() -> None:
    many = [Diagnostic(FINDINGS[1].rule, Span("a.yaml", n), {"found": str(n)}) for n in range(1, 40)]
    lines = written(OutputFormat.MARKDOWN, [*many, FINDINGS[0]]).splitlines()
    before, after = lines[: lines.index("<details><summary>30 more</summary>")], lines
    assert len(before) < 25
    assert "AAA101" in before[6], "the gravest stands first"
    assert sum(line.startswith("| `") for line in after) == 40


def test_a_comment_is_nothing_but_text() -> None:
    row = next(line for line in written(OutputFormat.MARKDOWN).splitlines() if "AAA101" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 4
    assert "@alla" not in row
    assert not re.search(r"(?<!\\)<b", row)


def test_a_fingerprint_survives_moved_lines_and_tells_facts_apart() -> None:
    moved = Diagnostic(FINDINGS[1].rule, Span("goals/å b.yaml", 99), {"found": "x"})
    other = Diagnostic(FINDINGS[1].rule, Span("goals/å b.yaml", 4), {"found": "z"})
    assert FINDINGS[1].fingerprint == moved.fingerprint
    assert FINDINGS[1].fingerprint != other.fingerprint
