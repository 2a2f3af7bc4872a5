"""Completeness at the command line: --strict, --fail-on, --draft, validate --period, and the last report."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspaces import minimal, write

ANSWERS = """\
evaluations:
  - committee: namnd
    period: 2022
    goals: {mal: {position: Läget, analysis: Analysen, conditions_met: yes}}
    reprioritise: {answer: no, text: Ramen räcker}
    whole: {strategy: Ja, focus: Ja, actions: Ja, resources: Ja}
    lessons: {tidigt-stod: {text: Börja tidigare, feeds: 2024}}
    signed: {body: Nämnden, name: Ordföranden, date: 2023-02-20}
"""
MISSED = {"data/exempel-bas.csv": "kpi,municipality,period,gender,value,source\nnyckeltal,9999,2022,T,80,Bokslut\n"}
UNMEASURED = {"data/exempel-bas.csv": "kpi,municipality,period,gender,value,source\nnyckeltal,9999,2021,T,95,Bokslut\n"}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write(tmp_path, {**minimal(), "goals/svar.yaml": ANSWERS})


def test_strict_is_content_where_nothing_is_missing(run: Run, workspace: Path) -> None:
    assert run("evaluate", "-w", workspace, "--strict").code == 0


def test_strict_lists_each_gap_where_to_write_and_only_strict_fails(run: Run, workspace: Path) -> None:
    write(workspace, {**UNMEASURED, "goals/svar.yaml": ANSWERS.replace("analysis: Analysen, ", "")})
    ran = run("evaluate", "-w", workspace, "--strict")
    assert ran.code == 1
    assert "data/exempel-bas.csv:2:" in ran.out
    assert "EVA921" in ran.out
    assert "goals/svar.yaml:4:" in ran.out
    assert (workspace / "reports/2022/report.html").is_file()
    plain = run("evaluate", "-w", workspace)
    assert plain.code == 0
    assert "EVA921" not in plain.out


def test_a_missed_level_is_never_a_gap(run: Run, workspace: Path) -> None:
    answered = ANSWERS.replace("    rep", "    kpis: {nyckeltal: {cause: Okänd, own_and_events: Eget}}\n    rep")
    write(workspace, {**MISSED, "goals/svar.yaml": answered})
    assert run("evaluate", "-w", workspace, "--strict").code == 0


@pytest.mark.parametrize(
    ("files", "level", "tolerance", "chosen", "code"),
    [
        (MISSED, 90, 0, ["not-reached"], 1),
        (MISSED, 90, 0, ["nearly"], 1),
        (MISSED, 90, 10, ["nearly"], 1),
        (MISSED, 90, 10, ["not-reached"], 0),
        (MISSED, 90, 0, ["not-assessable"], 0),
        (MISSED, 80, 0, ["nearly"], 0),
        (UNMEASURED, 90, 0, ["not-assessable"], 1),
        (UNMEASURED, 90, 0, ["nearly"], 0),
        (UNMEASURED, 90, 0, ["nearly", "not-assessable"], 1),
    ],
)
def test_a_verdict_fails_only_where_it_is_chosen(  # noqa: PLR0913, PLR0917 - a row of the table
    run: Run, workspace: Path, files: dict[str, str], level: int, tolerance: int, chosen: list[str], code: int
) -> None:
    base = minimal()["goals/base.yaml"].replace("level: 90", f"level: {level}, tolerance: {tolerance}")
    write(workspace, {**files, "goals/base.yaml": base})
    options = [word for one in chosen for word in ("--fail-on", one)]
    ran = run("evaluate", "-w", workspace, *options)
    assert ran.code == code
    assert ("1 KPI" in ran.err) is bool(code)
    assert (workspace / "reports/2022/report.html").is_file()


def test_validate_with_a_period_asks_for_what_its_report_needs(run: Run, workspace: Path) -> None:
    write(workspace, UNMEASURED)
    assert "EVA921" not in run("validate", "-w", workspace).out
    ran = run("validate", "-w", workspace, "--period", "2022", "--fail-on", "advice")
    assert "EVA921" in ran.out
    assert ran.code == 1
    assert run("validate", "-w", workspace, "--period", "i fjol").code == 2


def test_an_accepted_gap_is_none_and_no_other_run_calls_the_entry_stale(run: Run, workspace: Path) -> None:
    write(workspace, UNMEASURED)
    words = ("--accept-all", "--reason", "SCB publicerar i juni", "--by", "Controllern")
    run("validate", "-w", workspace, "--period", "2022", *words)
    assert "fingerprint: 'v" in (workspace / "malstyrning.yaml").read_text("utf-8")
    assert run("evaluate", "-w", workspace, "--strict").code == 0
    assert "accepterad av Controllern: SCB publicerar i juni" in report(workspace)
    for period in ([], ["--period", "2021"]):
        assert "CFG801" not in run("validate", "-w", workspace, *period).out


def test_a_template_that_cannot_be_read_is_told(run: Run, workspace: Path) -> None:
    write(workspace, {"templates/report.md.j2": "# Rubrik\n{% if %}\n"})
    assert run("validate", "-w", workspace).code == 0
    ran = run("validate", "-w", workspace, "--period", "2022")
    assert ran.code == 1
    assert "templates/report.md.j2:2:1 LAY118" in ran.out


def report(workspace: Path, period: str = "2022") -> str:
    return (workspace / "reports" / period / "report.md").read_text("utf-8")


def test_the_last_report_is_an_input_and_the_same_files_give_the_same_bytes(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace, "--period", "2021")
    run("evaluate", "-w", workspace)
    place = workspace / "reports/2022/evaluation.json"
    first = place.read_bytes()
    assert "reports/2021/evaluation.json" in json.loads(first)["inputs"]
    assert "reports/2021/evaluation.json" in report(workspace)
    run("evaluate", "-w", workspace)
    assert place.read_bytes() == first


def test_a_report_says_what_has_changed_since_the_last_one(run: Run, workspace: Path) -> None:
    write(workspace, UNMEASURED)
    run("evaluate", "-w", workspace, "--period", "2021", "--lang", "en")
    measured = UNMEASURED["data/exempel-bas.csv"].replace(",95,", ",94,") + "nyckeltal,9999,2022,T,91.5,Bokslut\n"
    base = minimal()["goals/base.yaml"].replace("sv: Ett nyckeltal, en: A KPI", "sv: Nytt namn, en: New name")
    write(workspace, {"data/exempel-bas.csv": measured, "goals/base.yaml": base})
    run("evaluate", "-w", workspace, "--lang", "en")
    text = report(workspace).replace("\N{NO-BREAK SPACE}", " ")
    assert "Compared with the report of 2021, 31 December 2021." in text
    told = text.split("Compared with", 1)[1].split("\n## ", 1)[0]
    for kind, row in (
        ("New title", "| New name | A KPI | New name |"),
        ("Corrected outcome", "| New name, 2021 | 95.0 | 94.0 |"),
        ("Fulfilment (outcome; target level)", "≥ 90.0) |"),
    ):
        assert row in told.split(f"**{kind}: 1**", 1)[1].split("**", 1)[0]


def test_words_of_a_record_never_become_markup(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace, "--period", "2021")
    place = workspace / "reports/2021/evaluation.json"
    hostile = "<script>alert(1)</script> | `x` ![a](b)"
    record = json.loads(place.read_text("utf-8"))
    record["kpis"] = [{**one, "id": "borta", "title": {"sv": hostile, "en": None}} for one in record["kpis"]]
    place.write_text(json.dumps(record), "utf-8")
    assert run("evaluate", "-w", workspace).code == 0
    page = (workspace / "reports/2022/report.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "| \\<script\\>alert" in report(workspace)
    assert "Försvunnet nyckeltal" in page


def test_without_an_earlier_report_one_line_says_so(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    run("evaluate", "-w", workspace)  # its own record is no earlier one
    assert "Det finns ingen tidigare rapport att jämföra med." in report(workspace)


@pytest.mark.parametrize("content", ["", "[" * 100_000, '{"format": 1}', "\0", '{"format": 2}', "[1, 2]"])
def test_a_last_report_that_cannot_be_read_is_said_with_its_path_and_a_cure(
    run: Run, workspace: Path, content: str
) -> None:
    write(workspace, {"reports/2021/evaluation.json": content})
    ran = run("evaluate", "-w", workspace)
    assert ran.code == 0
    assert "reports/2021/evaluation.json:1:1 EVA924" in ran.err
    assert "malstyrning evaluate --period" in report(workspace)
    assert run("evaluate", "-w", workspace, "--strict").code == 1
