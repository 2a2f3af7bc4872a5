"""The golden thread in the terminal."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspaces import minimal, write

SHOWN = """\
✓ Övergripande mål: 1 Ett övergripande mål  goals/base.yaml:10
└── ✓ Strategiskt mål: 1.1 Ett strategiskt mål (1 av 1 nyckeltal når målnivån)
    goals/base.yaml:14
    └── ✓ Nyckeltal: Ett nyckeltal: 91,5 (målnivå ≥ 90,0)  goals/base.yaml:24
        ├── Målnivå: minst 90,0 % för 2022, kommunfullmäktige 15 november 2021;
        │   KF § 1; bedöms här  goals/base.yaml:34
        ├── Utfall: 91,5 % (2022); källa: Bokslut  data/exempel-bas.csv:2
        ├── ✓ Måluppfyllelse: 91,5 − 90,0 = +1,5 procentenheter. Noll eller mer:
        │   nådd.
        └── Utveckling: ? Okänd. Värde för 2021 saknas.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write(tmp_path, minimal())


def test_a_thread_at_eighty_columns(run: Run, workspace: Path) -> None:
    ran = run("trace", "nyckeltal", "-w", workspace)
    shown = [line.rstrip() for line in ran.out.replace("\N{NO-BREAK SPACE}", " ").splitlines()]
    assert (ran.code, shown) == (0, SHOWN.splitlines())


def test_the_same_for_a_program(run: Run, workspace: Path) -> None:
    found = json.loads(run("trace", "nyckeltal", "-w", workspace, "--output-format", "json").out)["thread"]
    assert (found["kind"], found["id"], found["place"]) == ("overall_goal", "overgripande", "goals/base.yaml:10")
    kpi = found["branches"][0]["branches"][0]
    assert (kpi["kind"], kpi["status"], kpi["asked"]) == ("kpi", "reached", True)
    assert [one["kind"] for one in kpi["branches"]] == ["level", "outcome", "verdict", "development"]


@pytest.mark.parametrize("name", ["nyckeltl", "Nyckeltal", "finns-inte-alls"])
def test_a_name_that_no_one_knows(run: Run, workspace: Path, name: str) -> None:
    ran = run("trace", name, "-w", workspace)
    assert ran.code == 2
    assert f"there is no goal, KPI, action, assignment, committee, area, event or lesson {name}" in " ".join(
        ran.err.split()
    )
    assert ("did you mean nyckeltal?" in ran.err) == (name != "finns-inte-alls")


def test_koladas_id_leads_to_our_kpi(run: Run, workspace: Path) -> None:
    rest = "title: T, goal: mal, unit: percent, decimals: 0, direction: none"
    kpis = f"kpis:\n  a: {{kolada: N15419, {rest}}}\n  b: {{kolada: U21401, {rest}}}\n  c: {{kolada: U21401, {rest}}}\n"
    write(workspace, {"goals/kolada.yaml": kpis})
    assert run("trace", "N15419", "-w", workspace).out == run("trace", "a", "-w", workspace).out
    for name, says in (("U21401", "is used by several KPIs: b, c"), ("N15418", "did you mean N15419?")):
        ran = run("trace", name, "-w", workspace)
        assert (ran.code, says in ran.err) == (2, True)


def test_a_strangers_text_stays_on_its_line(run: Run, workspace: Path) -> None:
    base = workspace / "goals" / "base.yaml"
    base.write_text(base.read_text("utf-8").replace("sv: Ett nyckeltal", 'sv: "Ett\\n\\n\\tnyckeltal"'), "utf-8")
    out = run("trace", "nyckeltal", "-w", workspace).out
    assert "Nyckeltal: Ett nyckeltal: 91,5" in out
