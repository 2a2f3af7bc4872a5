import csv
from pathlib import Path

import pytest
from tests.cli.conftest import Run

CELLS = (("outcome", "outcome"), ("level_kind", "level"))


def test_a_new_workspace_validates_and_evaluates_at_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = tmp_path / "demo på ö"
    made = run("init", demo)
    assert made.code == 0
    assert "malstyrning.yaml" in made.out
    monkeypatch.chdir(demo)
    assert run("validate").code == 0
    evaluated = run("evaluate")
    assert evaluated.code == 0
    written = {path.name for path in (demo / "reports" / "2025").iterdir()}
    assert written == {"report.html", "report.md", "report.csv", "evaluation.json"}


def test_everything_invented_is_said_to_be(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    assert "påhittade" in run("evaluate", "-w", tmp_path).out
    for name in ("report.html", "report.md"):
        assert "påhittade" in (tmp_path / "reports" / "2025" / name).read_text("utf-8")
    with (tmp_path / "reports" / "2025" / "report.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    marked = {(bool(one[there]), one[f"{what}_example"]) for one in rows for there, what in CELLS}
    assert marked == {(True, "yes"), (False, "")}
    assert "påhittade" in run("trace", "behoriga-ak9", "-w", tmp_path).out
    assert "Bland värdena finns exempel" in run("compare", "behoriga-ak9", "-w", tmp_path).out


def test_no_file_is_overwritten(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "README.md"
    mine.write_text("mine", "utf-8")
    refused = run("init", tmp_path)
    assert refused.code == 2
    assert "README.md exists already" in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert mine.read_text("utf-8") == "mine"
