import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import Run

NO_FINDINGS = "No findings."


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    run("init", tmp_path)
    return tmp_path


def break_a_key(workspace: Path) -> None:
    (workspace / "goals" / "extra.yaml").write_text(
        "overall_goals:\n  nytt-mal:\n    number: 9\n    titel: Ett mål\n", "utf-8"
    )


def test_a_clean_workspace_exits_with_0(run: Run, workspace: Path) -> None:
    ran = run("validate", "-w", workspace)
    assert (ran.code, ran.out) == (0, "")
    assert NO_FINDINGS in ran.err


def test_a_finding_shows_place_fact_caret_and_help(run: Run, workspace: Path) -> None:
    break_a_key(workspace)
    ran = run("validate", "-w", workspace)
    assert ran.code == 1
    assert "goals/extra.yaml:4:5 SCH201 nytt-mal: There is no key titel here" in ran.out
    assert " 4 |     titel: Ett mål\n   |     ^^^^^\n   = help: did you mean title?" in ran.out
    assert "goals/extra.yaml:2:3 SCH202 nytt-mal: The key title is missing" in ran.out
    assert "2 errors in 1 file." in ran.err


def test_findings_speak_the_language_of_the_terminal(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_a_key(workspace)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert "hjälp: menade du title?" in run("validate", "-w", workspace).out
    assert "help: did you mean title?" in run("validate", "-w", workspace, "--lang", "en").out


def test_concise_is_one_line_a_finding(run: Run, workspace: Path) -> None:
    break_a_key(workspace)
    lines = run("validate", "-w", workspace, "--output-format", "concise").out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("goals/extra.yaml:") for line in lines)


def test_json_is_for_programs(run: Run, workspace: Path) -> None:
    break_a_key(workspace)
    findings = json.loads(run("validate", "-w", workspace, "--output-format", "json").out)
    assert [(one["code"], one["line"], one["severity"]) for one in findings] == [
        ("SCH202", 2, "error"),
        ("SCH201", 4, "error"),
    ]


def test_json_of_a_clean_workspace_is_an_empty_list(run: Run, workspace: Path) -> None:
    assert json.loads(run("validate", "-w", workspace, "--output-format", "json").out) == []


def test_a_path_shows_its_findings_only(run: Run, workspace: Path) -> None:
    break_a_key(workspace)
    assert run("validate", "-w", workspace, workspace / "data").code == 0
    assert run("validate", "-w", workspace, workspace / "goals" / "extra.yaml").code == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["validate", "-w", "nowhere"], "nowhere has no malstyrning.yaml"),
        (["validate", "missing.yaml"], "no malstyrning.yaml here or above"),
        (["validate", "--output-format", "xml"], "xml"),
        (["validat"], "validat"),
    ],
    ids=["no such workspace", "no workspace here", "no such format", "no such command"],
)
def test_what_cannot_be_done_exits_with_2_and_says_why(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_a_path_outside_the_workspace_is_refused(
    run: Run, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    ran = run("validate", "-w", workspace, elsewhere)
    assert ran.code == 2
    assert "is not in the workspace" in ran.err


def test_an_error_of_our_own_shows_no_traceback_and_says_where_its_report_lies(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("malstyrning.load.load_workspace", fail)
    ran = run("validate", "-w", workspace)
    assert ran.code == 3
    assert "Traceback" not in ran.err
    report = Path(ran.err.split("Please send ")[1].split(" to the")[0])
    assert "ZeroDivisionError" in report.read_text("utf-8")
    report.unlink()


def test_an_interrupt_exits_as_shells_expect(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("malstyrning.load.load_workspace", interrupt)
    assert run("validate", "-w", workspace).code == 130


def test_that_references_were_not_checked_is_said(run: Run, workspace: Path) -> None:
    (workspace / "goals" / "broken.yaml").write_text("kpis: [\n", "utf-8")
    assert "References are checked once every file can be read." in run("validate", "-w", workspace).err


def test_diff_shows_and_fix_mends(run: Run, workspace: Path) -> None:
    place = workspace / "goals" / "organisationer.yaml"
    sound = place.read_bytes()
    place.write_bytes(sound.replace(b'"9001"', b"9001"))
    shown = run("validate", "-w", workspace, "--diff")
    assert shown.code == 1
    assert '-  9001: {name: Björkdal, kind: municipality}\n+  "9001": {name' in shown.out
    assert place.read_bytes() != sound
    ran = run("validate", "-w", workspace, "--fix")
    assert (ran.code, ran.out) == (0, "")
    assert "1 place mended in 1 file: goals/organisationer.yaml." in ran.err
    assert place.read_bytes() == sound
    assert "Nothing that --fix can mend." in run("validate", "-w", workspace, "--fix").err


def test_a_diff_is_what_git_applies(run: Run, workspace: Path) -> None:
    place = workspace / "goals" / "organisationer.yaml"
    sound = place.read_bytes().rstrip(b"\n")  # a last line that does not end
    place.write_bytes(sound.replace(b'"9001"', b"9001") + b"  ")
    patch = run("validate", "-w", workspace, "--diff").out
    subprocess.run(["git", "apply", "--unidiff-zero", "-"], cwd=workspace, input=patch.encode(), check=True)
    assert place.read_bytes() == sound


def test_fix_keeps_to_the_files_that_are_named(run: Run, workspace: Path) -> None:
    for name in ("organisationer.yaml", "namnder.yaml"):
        place = workspace / "goals" / name
        place.write_text(place.read_text("utf-8").replace(":\n", ": \n", 1), "utf-8")
    run("validate", "-w", workspace, "--fix", workspace / "goals" / "namnder.yaml")
    left = run("validate", "-w", workspace, "--output-format", "concise").out
    assert "organisationer.yaml" in left
    assert "namnder.yaml" not in left


def test_one_thing_at_a_time(run: Run, workspace: Path) -> None:
    ran = run("validate", "-w", workspace, "--fix", "--diff")
    assert ran.code == 2
    assert "give one of --fix, --diff and --accept-all" in ran.err


def test_a_diff_parts_changes_that_stand_far_from_each_other(run: Run, workspace: Path) -> None:
    place = workspace / "goals" / "namnder.yaml"
    sound = place.read_bytes() + b"# a\n" * 30
    place.write_bytes(sound)
    lines = sound.split(b"\n")
    for number in (0, 3, len(lines) - 20, len(lines) - 2):
        lines[number] += b" "
    place.write_bytes(b"\n".join(lines))
    patch = run("validate", "-w", workspace, "--diff").out
    assert patch.count("@@ -") == 3
    subprocess.run(["git", "apply", "-"], cwd=workspace, input=patch.encode(), check=True)
    assert place.read_bytes() == sound
