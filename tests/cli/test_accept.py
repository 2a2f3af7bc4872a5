from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    run("init", tmp_path)
    (tmp_path / "goals" / "tom.yaml").write_text("# ännu inget\n", "utf-8")
    return tmp_path


def with_warning(workspace: Path) -> None:
    """A frame whose areas do not add up: an error of a rule, not of layout, schema or reference."""
    frames = workspace / "goals" / "budget-2025.yaml"
    text = frames.read_text("utf-8")
    frames.write_text(text.replace("amount: ", "amount: 1", 1), "utf-8")


def test_findings_are_accepted_with_a_reason_and_a_name(run: Run, workspace: Path) -> None:
    with_warning(workspace)
    assert run("validate", "-w", workspace).code == 1
    before = (workspace / "malstyrning.yaml").read_text("utf-8")
    ran = run("validate", "-w", workspace, "--accept-all", "--reason", "gammal arbetsyta", "--by", "controllern")
    assert ran.code == 0
    assert (workspace / "malstyrning.yaml").read_text("utf-8").startswith(before)
    shown = run("validate", "-w", workspace, "--show-accepted")
    assert "BUD701" in shown.err
    assert "accepted by controllern: gammal arbetsyta" in shown.err


def test_an_acceptance_survives_moved_lines_and_ends_with_the_finding(run: Run, workspace: Path) -> None:
    with_warning(workspace)
    run("validate", "-w", workspace, "--accept-all", "--reason", "r", "--by", "b")
    frames = workspace / "goals" / "budget-2025.yaml"
    frames.write_text("# en rad till\n" + frames.read_text("utf-8"), "utf-8")
    assert run("validate", "-w", workspace).code == 0
    frames.write_text(frames.read_text("utf-8").replace("amount: 1", "amount: ", 1), "utf-8")
    assert "CFG801" in run("validate", "-w", workspace).out


def test_what_the_files_say_is_never_accepted(run: Run, workspace: Path) -> None:
    (workspace / "goals" / "x.yaml").write_text("kpis: 1\n", "utf-8")
    ran = run("validate", "-w", workspace, "--accept-all", "--reason", "r", "--by", "b")
    assert ran.code == 1
    assert "SCH" in ran.out


@pytest.mark.parametrize("missing", [["--reason", "r"], ["--by", "b"], []], ids=["by", "reason", "both"])
def test_nothing_is_accepted_without_a_reason_and_a_name(run: Run, workspace: Path, missing: list[str]) -> None:
    with_warning(workspace)
    ran = run("validate", "-w", workspace, "--accept-all", *missing)
    assert ran.code == 2
    assert "--reason" in ran.err


def test_rules_are_ignored_and_weighed_by_configuration(run: Run, workspace: Path) -> None:
    with_warning(workspace)
    settings = workspace / "malstyrning.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text + "rules: {ignore: [BUD]}\n", "utf-8")
    assert run("validate", "-w", workspace).code == 0
    settings.write_text(text + "rules: {severity: {areas-do-not-add-up: advice}}\n", "utf-8")
    assert run("validate", "-w", workspace).code == 0
    assert run("validate", "-w", workspace, "--fail-on", "advice").code == 1


def test_a_warning_fails_only_when_asked(run: Run, workspace: Path) -> None:
    assert run("validate", "-w", workspace).code == 0
    assert run("validate", "-w", workspace, "--fail-on", "warning").code == 1
