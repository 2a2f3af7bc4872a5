"""What a pipeline runs, run here."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.yaml_text import plain

from malstyrning.cli import init

ROOT = Path(__file__).parents[2]
STARTER = Path(init.__file__).parents[1] / "starter"
BROKEN = "kpis:\n  x:\n    titel: X\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose workspace lies in a folder, and the command on the path."""
    shutil.copytree(STARTER, tmp_path / "mål och budget")
    command = tmp_path / "bin" / "malstyrning"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m malstyrning "$@"\n', "utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return tmp_path


def bash(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "LANG": "C.UTF-8",
    }
    return subprocess.run(
        ["bash", ROOT / "ci" / script, "./mål och budget"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_github_gets_annotations_at_the_lines_and_a_summary(repository: Path) -> None:
    (repository / "mål och budget" / "goals" / "x.yaml").write_text(BROKEN, "utf-8")
    ran = bash("github.sh", repository)
    assert ran.returncode == 1
    assert "::error file=mål och budget/goals/x.yaml,line=3,endLine=3,col=5" in ran.stdout
    assert "SCH201" in (repository / "summary.md").read_text("utf-8")


def test_github_passes_a_clean_workspace(repository: Path) -> None:
    ran = bash("github.sh", repository)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_gitlab_gets_its_two_reports(repository: Path) -> None:
    (repository / "mål och budget" / "goals" / "x.yaml").write_text(BROKEN, "utf-8")
    ran = bash("gitlab.sh", repository)
    assert ran.returncode == 1
    assert "goals/x.yaml:3:5 SCH201" in ran.stdout
    assert json.loads((repository / "gl-code-quality-report.json").read_text("utf-8"))
    assert ET.parse(repository / "malstyrning-junit.xml").getroot().get("failures") != "0"  # noqa: S314 - our own


def test_the_action_runs_the_script_that_is_tested_here() -> None:
    action = plain((ROOT / "action.yml").read_text("utf-8"))
    assert action["runs"]["steps"][-1]["run"] == '"$GITHUB_ACTION_PATH/ci/github.sh" "$WORKSPACE"'
    assert set(action["inputs"]) == {"workspace", "python-version"}


def test_the_hook_checks_the_whole_workspace() -> None:
    (hook,) = plain((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "malstyrning validate"
    assert hook["pass_filenames"] == "false"  # noqa: S105 - no password


def test_gitlabs_job_runs_the_script_that_is_tested_here() -> None:
    job = plain((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["malstyrning"]
    assert job["script"] == ["ci/gitlab.sh ."]
    assert set(job["artifacts"]["reports"].values()) == {"gl-code-quality-report.json", "malstyrning-junit.xml"}
