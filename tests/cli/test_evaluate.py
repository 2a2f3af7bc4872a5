import json
import os
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    run("init", tmp_path)
    return tmp_path


def reports(workspace: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (workspace / "reports" / "2025").iterdir()}


def test_the_same_files_give_the_same_bytes(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    first = reports(workspace)
    run("evaluate", "-w", workspace)
    assert reports(workspace) == first


def test_the_terminal_says_what_was_reached_and_where_the_report_lies(run: Run, workspace: Path) -> None:
    ran = run("evaluate", "-w", workspace)
    assert "nyckeltal når målnivån för 2025" in " ".join(ran.out.split())
    assert ran.out.rstrip().endswith("reports/2025/evaluation.json")
    assert all(len(line) <= 80 for line in ran.out.splitlines() if str(workspace) not in line)


def test_the_counts_of_terminal_record_and_report_agree(run: Run, workspace: Path) -> None:
    out = " ".join(run("evaluate", "-w", workspace).out.split())
    said = re.search(r"(\d+) av (\d+) nyckeltal når målnivån", out)
    assert said
    record = json.loads(reports(workspace)["evaluation.json"])
    judged = sum(record["counts"].values()) - record["counts"]["described"]
    assert [int(one) for one in said.groups()] == [record["counts"]["reached"], judged]
    assert said.group(0) in reports(workspace)["report.md"].decode()


def test_an_error_gives_the_findings_and_leaves_the_former_report(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    former = reports(workspace)
    (workspace / "goals" / "broken.yaml").write_text("kpis: [\n", "utf-8")
    ran = run("evaluate", "-w", workspace)
    assert ran.code == 1
    assert "goals/broken.yaml" in ran.out
    assert reports(workspace) == former


def test_a_report_that_a_person_edited_is_not_overwritten_without_force(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    page = workspace / "reports" / "2025" / "report.md"
    page.write_text(page.read_text("utf-8") + "Min egen rad.\n", "utf-8")
    refused = run("evaluate", "-w", workspace)
    assert refused.code == 2
    assert "edited by hand" in refused.err
    assert "Min egen rad." in page.read_text("utf-8")
    assert run("evaluate", "-w", workspace, "--force").code == 0
    assert "Min egen rad." not in page.read_text("utf-8")


def test_formats_may_be_written_one_at_a_time(run: Run, workspace: Path) -> None:
    for formats in ([], ["--format", "md"], ["--format", "json"], []):
        assert run("evaluate", "-w", workspace, *formats).code == 0


def test_out_format_and_language_are_the_users(run: Run, workspace: Path) -> None:
    out = workspace / "elsewhere"
    assert run("evaluate", "-w", workspace, "--out", out, "--format", "md", "--lang", "en").code == 0
    assert {path.name for path in out.iterdir()} == {"report.md", "evaluation.json"}
    assert "Evaluation of goals 2025" in (out / "report.md").read_text("utf-8")


def test_the_record_holds_the_hash_of_every_input(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    inputs = json.loads(reports(workspace)["evaluation.json"])["inputs"]
    files = {
        path.relative_to(workspace).as_posix()
        for folder in ("goals", "data")
        for path in (workspace / folder).rglob("*.*")
    }
    assert set(inputs) == files | {"malstyrning.yaml"}


@pytest.mark.parametrize(
    ("period", "says"),
    [
        ("tjugo", "is no period"),
        ("2025T3", "2025T1 (as of 30 April), 2025T2 (as of 31 August) or 2025 (as of 31 December)"),
        ("2025H1", "no report is made for 2025H1"),
        ("2025Q2", "no report is made for 2025Q2"),
        ("2025-03", "no report is made for 2025-03"),
        ("1999", "no strategic goal is in force in 1999"),
    ],
)
def test_a_period_that_cannot_be_evaluated_is_refused(run: Run, workspace: Path, period: str, says: str) -> None:
    ran = run("evaluate", "-w", workspace, "--period", period)
    assert ran.code == 2
    assert says in " ".join(ran.err.split())


@pytest.mark.parametrize("period", ["2025T1", "2025T2"])
def test_an_interim_report_has_a_folder_of_its_own(run: Run, workspace: Path, period: str) -> None:
    ran = run("evaluate", "-w", workspace, "--period", period)
    assert ran.code == 0
    assert ran.out.rstrip().endswith(f"reports/{period}/evaluation.json")
    record = json.loads((workspace / "reports" / period / "evaluation.json").read_text("utf-8"))
    assert (record["period"], record["as_of"]) == (period, None)
    assert run("show", "-w", workspace, "--period", period).code == 0


def test_what_was_known_on_a_day_is_said_and_kept_in_the_record(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    all_of_it = json.loads(reports(workspace)["evaluation.json"])
    refused = run("evaluate", "-w", workspace, "--as-of", "2023-01-01")
    assert refused.code == 2
    assert "holds the report on everything in the files" in " ".join(refused.err.split())
    assert json.loads(reports(workspace)["evaluation.json"]) == all_of_it
    ran = run("evaluate", "-w", workspace, "--as-of", "2023-01-01", "--force")
    assert "Bara det som var känt den 1 januari 2023 räknas." in ran.out
    record = json.loads(reports(workspace)["evaluation.json"])
    assert record["as_of"] == "2023-01-01"
    assert record["counts"]["described"] > all_of_it["counts"]["described"]  # no level of 2025 was decided by then
    assert run("evaluate", "-w", workspace, "--as-of", "2023-01-01").code == 0
    for other in ([], ["--as-of", "2023-01-02"]):
        refused = run("evaluate", "-w", workspace, *other)
        assert refused.code == 2
        assert "what was known on 2023-01-01" in " ".join(refused.err.split())
    ran = run("show", "-w", workspace, "--as-of", "2023-02-30")
    assert ran.code == 2
    assert "--as-of 2023-02-30 is no day" in ran.err


def test_a_template_of_the_workspace_overrides_a_block(run: Run, workspace: Path) -> None:
    templates = workspace / "templates"
    templates.mkdir()
    (templates / "report.md.j2").write_text(
        '{% extends "default/report.md.j2" %}{% block cover %}# Vår egen rubrik{% endblock %}', "utf-8"
    )
    run("evaluate", "-w", workspace)
    text = reports(workspace)["report.md"].decode()
    assert "# Vår egen rubrik" in text
    assert "## Sammanfattning" in text


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("\n{% if %}", "templates/report.html.j2:2:"),
        ("\n\n{{ view.nothing }}", "templates/report.html.j2:3:"),
        ("{{ 1 / 0 }}", "templates/report.html.j2:1:"),
        ("{{ ''.__class__.__mro__ }}", "templates/report.html.j2:1:"),
        ("{{ 'a' * 10 ** 10 }}", "templates/report.html.j2:1:"),
        ("{{ 'a' * 10000000000 }}", "templates/report.html.j2:1:"),
        ("{{ 9 ** 9 ** 9 }}", "templates/report.html.j2:1:"),
        ("{% include 'report.html.j2' %}", "templates/report.html.j2"),
        ("{{ '\\ud800' }}", "templates/report.html.j2"),
        ("{% include '../malstyrning.yaml' %}", "templates/report.html.j2:1:"),
    ],
    ids=[
        "syntax",
        "unknown name",
        "arithmetic",
        "a way out of the sandbox",
        "power",
        "product",
        "tower",
        "itself",
        "half a sign",
        "a file outside",
    ],
)
def test_a_template_at_fault_is_named_with_its_line(run: Run, workspace: Path, template: str, says: str) -> None:
    run("evaluate", "-w", workspace)
    former = reports(workspace)
    (workspace / "templates").mkdir()
    (workspace / "templates" / "report.html.j2").write_text(template, "utf-8")
    ran = run("evaluate", "-w", workspace)
    assert ran.code == 2
    assert says in ran.err
    assert reports(workspace) == former


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said_plainly(run: Run, workspace: Path) -> None:
    locked = workspace / "locked"
    locked.mkdir(mode=0o500)
    ran = run("evaluate", "-w", workspace, "--out", locked)
    assert ran.code == 2
    assert "locked" in ran.err


def test_a_file_in_the_place_of_the_folder_is_said_plainly(run: Run, workspace: Path) -> None:
    (workspace / "taken").write_text("", "utf-8")
    ran = run("evaluate", "-w", workspace, "--out", workspace / "taken")
    assert ran.code == 2
    assert "taken" in ran.err


def test_a_strangers_templates_may_be_left_aside(run: Run, workspace: Path) -> None:
    (workspace / "templates").mkdir()
    (workspace / "templates" / "report.html.j2").write_text("{% for %}", "utf-8")
    assert run("evaluate", "-w", workspace).code == 2
    assert run("evaluate", "-w", workspace, "--builtin-templates").code == 0


@pytest.mark.parametrize(
    "record", ["[" * 100_000, '{"outputs": {"' + "a" * 5_000 + '": "x", "report.md": 1}}', "\0", '{"outputs": []}']
)
def test_a_damaged_record_is_no_reason_to_overwrite(run: Run, workspace: Path, record: str) -> None:
    run("evaluate", "-w", workspace)
    (workspace / "reports" / "2025" / "evaluation.json").write_text(record, "utf-8")
    ran = run("evaluate", "-w", workspace)
    assert ran.code == 2
    assert "edited by hand" in ran.err


def test_the_place_of_another_report_is_not_taken(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    former = reports(workspace)
    for other in (["--period", "2024", "--out", workspace / "reports" / "2025"], ["--lang", "en"]):
        refused = run("evaluate", "-w", workspace, *other)
        assert refused.code == 2
        assert "2025" in refused.err
        assert reports(workspace) == former


def test_a_report_that_was_left_as_it_was_is_not_vouched_for(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    run("evaluate", "-w", workspace, "--format", "md")
    record = json.loads(reports(workspace)["evaluation.json"])
    assert set(record["outputs"]) == {"report.md"}
    assert set(record["older_outputs"]) == {"report.html", "report.csv"}


def test_a_template_is_an_input_like_the_figures(run: Run, workspace: Path) -> None:
    (workspace / "templates").mkdir()
    (workspace / "templates" / "report.html.j2").write_text("Alla mål nådda", "utf-8")
    run("evaluate", "-w", workspace)
    assert "templates/report.html.j2" in json.loads(reports(workspace)["evaluation.json"])["inputs"]
    assert "templates/report.html.j2" in reports(workspace)["report.md"].decode()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--draft", "--addendum"], "--draft does not go with --addendum"),
        (["--draft", "--fail-on", "nearly"], "--draft does not go with --fail-on"),
        (["--draft", "--out", "elsewhere"], "--draft does not go with --out"),
        (["--addendum", "--format", "csv"], "--addendum does not go with --format"),
    ],
)
def test_options_without_effect_on_each_other_are_refused(
    run: Run, workspace: Path, options: list[str], says: str
) -> None:
    ran = run("evaluate", "-w", workspace, *options)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


@pytest.mark.parametrize("folder", ["goals", "data/reports", "goals/../templates"])
def test_a_report_is_not_written_among_what_it_is_made_from(run: Run, workspace: Path, folder: str) -> None:
    before = sorted(workspace.rglob("*"))
    ran = run("evaluate", "-w", workspace, "--out", workspace / folder)
    assert ran.code == 2
    assert "holds what the report is made from" in " ".join(ran.err.split())
    assert sorted(workspace.rglob("*")) == before


def test_an_empty_period_is_not_the_default(run: Run, workspace: Path) -> None:
    ran = run("evaluate", "-w", workspace, "--period", "")
    assert ran.code == 2
    assert "is no period" in ran.err


def test_what_cannot_be_done_is_said_in_swedish_as_well(run: Run, workspace: Path) -> None:
    ran = run("evaluate", "-w", workspace, "--period", "tjugo", "--lang", "sv")
    assert "är ingen period" in ran.err


def test_the_report_lists_warnings_and_who_answers_for_accepted_ones(run: Run, workspace: Path) -> None:
    goals = workspace / "goals" / "barn-och-utbildning.yaml"
    text = goals.read_text("utf-8")
    goals.write_text(
        text.replace("year: 2024, kind: at_least, level: 87,", "year: 2024, kind: at_least, level: 870,"), "utf-8"
    )
    run("evaluate", "-w", workspace)
    report = workspace / "reports" / "2025" / "report.md"
    assert "TAR607 behoriga-ak9: level är 870 procent, utanför 0 till 100\n" in report.read_text("utf-8")
    run("validate", "-w", workspace, "--accept-all", "--reason", "Räknas om", "--by", "Controllern")
    ran = run("evaluate", "-w", workspace)
    assert "TAR607" not in ran.out + ran.err
    assert "utanför 0 till 100 (accepterad av Controllern: Räknas om)\n" in report.read_text("utf-8")
