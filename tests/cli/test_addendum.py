"""A signed report is frozen: what comes later is written beside it."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspaces import minimal, write

SIGNED = "evaluations:\n  - {committee: namnd, period: 2022, signed: {body: N, name: N, date: 2023-02-20}}\n"
NOTHING = "No outcome has come or changed."
ROWS = "kpi,municipality,period,gender,value,source\n"


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    """A report that was written and signed."""
    write(tmp_path, {**minimal(), "goals/signed.yaml": SIGNED})
    assert run("evaluate", "-w", tmp_path).code == 0
    return tmp_path


def reports(workspace: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (workspace / "reports/2022").iterdir()}


def measure(workspace: Path, value: str) -> None:
    write(workspace, {"data/exempel-bas.csv": f"{ROWS}nyckeltal,9999,2022,T,{value},Bokslut\n"})


def test_a_signed_report_is_not_written_over_when_an_outcome_is_another(run: Run, workspace: Path) -> None:
    former = reports(workspace)
    assert run("evaluate", "-w", workspace).code == 0  # nothing has changed
    measure(workspace, "88.0")
    refused = run("evaluate", "-w", workspace)
    assert refused.code == 2
    told = " ".join(refused.err.split())
    assert "1 outcome came or changed since" in told
    assert "--addendum" in told
    assert "--force" in told
    assert reports(workspace) == former
    assert run("evaluate", "-w", workspace, "--force").code == 0
    assert reports(workspace) != former


def test_a_report_that_not_all_have_signed_is_written_anew(run: Run, workspace: Path) -> None:
    (workspace / "goals/signed.yaml").unlink()
    measure(workspace, "88.0")
    assert run("evaluate", "-w", workspace).code == 0


def test_an_addendum_tells_what_came_and_leaves_the_report(run: Run, workspace: Path) -> None:
    former = reports(workspace)
    measure(workspace, "88.0")
    ran = run("evaluate", "-w", workspace, "--addendum", "--lang", "sv")
    assert ran.code == 0
    assert "addendum.md" in ran.out
    now = reports(workspace)
    assert {name: now[name] for name in former} == former
    text = now["addendum.md"].decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "# Tillägg till rapporten per 31 december 2022\n" in text
    assert "| Ett nyckeltal | Nämnden | 91,5 %, ✓ Nådd | 88,0 %, ✕ Inte nådd | Bokslut |" in text
    assert "<h1>Tillägg till rapporten per 31 december 2022</h1>" in now["addendum.html"].decode()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(
            "nyckeltal,9999,2022,T,91.52,Bokslut\n", "No outcome has come or changed.", id="alike when rounded"
        ),
        pytest.param(
            "", "| A KPI | The committee | 91.5%, ✓ Reached | –, – Not assessable | Missing |", id="taken away"
        ),
        pytest.param(
            "nyckeltal,9999,2022,T,91.5,Bokslut\nnyckeltal,9999,2022,K,93,Bokslut\n",
            "No outcome has come or changed.",
            id="of women alone, who are not judged apart",
        ),
    ],
)
def test_what_counts_as_another_outcome(run: Run, workspace: Path, rows: str, told: str) -> None:
    write(workspace, {"data/exempel-bas.csv": ROWS + rows})
    assert run("evaluate", "-w", workspace, "--addendum", "--lang", "en").code == 0
    assert told in reports(workspace)["addendum.md"].decode()


def test_an_addendum_ends_with_the_same_exit_status_as_a_report(run: Run, workspace: Path) -> None:
    measure(workspace, "10.0")
    assert run("evaluate", "-w", workspace, "--addendum", "--fail-on", "nearly").code == 1
    assert run("evaluate", "-w", workspace, "--addendum", "--strict").code == 1
    assert (workspace / "reports/2022/addendum.md").is_file()


def test_an_addendum_is_written_anew_until_a_person_edits_it(run: Run, workspace: Path) -> None:
    for value in ("88.0", "89.0"):
        measure(workspace, value)
        assert run("evaluate", "-w", workspace, "--addendum").code == 0
    page = workspace / "reports/2022/addendum.md"
    page.write_text("Min rad.\n" + page.read_text("utf-8"), "utf-8")
    refused = run("evaluate", "-w", workspace, "--addendum")
    assert refused.code == 2
    assert "addendum.md was edited by hand" in " ".join(refused.err.split())
    assert page.read_text("utf-8").startswith("Min rad.\n")


def test_without_a_report_there_is_nothing_to_add_to(run: Run, workspace: Path) -> None:
    for other in (["--period", "2021"], ["--as-of", "2023-03-31"], ["--out", workspace / "elsewhere"]):
        refused = run("evaluate", "-w", workspace, "--addendum", *other)
        assert refused.code == 2
        assert "has no report of" in " ".join(refused.err.split())


def test_a_record_that_is_broken_is_no_report_to_add_to(run: Run, workspace: Path) -> None:
    record = workspace / "reports/2022/evaluation.json"
    text = record.read_text("utf-8")
    for damage in (
        text.replace("91.5", "NaN", 1),
        text.replace('"reached"', '"nått"'),
        text.replace('"T"', '"X"'),
        "[]",
    ):
        record.write_text(damage, "utf-8")
        assert run("evaluate", "-w", workspace, "--addendum").code == 2
