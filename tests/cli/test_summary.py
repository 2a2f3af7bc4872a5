"""What `evaluate` says in the terminal, at any width and on any console; and one committee's part of it."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspaces import Files, minimal, write

LONG = "Ett nyckeltal med en titel så lång att ingen tabell på någon skärm har plats för hela"
MORE: Files = {
    "goals/more.yaml": f"""\
committees:
  annan: {{title: {{sv: Den andra nämnden, en: The other committee}}, owner: Någon}}
strategic_goals:
  annat-mal:
    number: 1.2
    title: {{sv: Ett annat mål, en: Another goal}}
    committee: annan
    serves: [overgripande]
    from: 2020
kpis:
  missat:
    title: {{sv: {LONG}, en: Missed}}
    goal: mal
    unit: percent
    decimals: 1
    direction: higher
    target_levels:
      - {{year: 2022, kind: at_least, level: 90, tolerance: 1, decided: 2021-11-15, reference: KF § 1}}
  utan:
    title: {{sv: Utan utfall, en: Without}}
    goal: annat-mal
    unit: percent
    decimals: 1
    direction: higher
    target_levels:
      - {{year: 2022, kind: at_least, level: 90, decided: 2021-11-15, reference: KF § 1}}
budget_frames:
  - {{committee: namnd, year: 2022, amount: 10000, decided: 2021-11-15, reference: KF § 2, areas: {{omrade: 10000}}}}
""",
    "data/more.csv": "kpi,municipality,period,gender,value,source\nmissat,9999,2022,T,85.5,Bokslut\n",
    "data/budget/2022.csv": "committee,area,period,kind,amount\nnamnd,omrade,2022,outcome,10400\n",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write(tmp_path, {**minimal(), **MORE})


def said(run: Run, workspace: Path, *words: str) -> str:
    ran = run("evaluate", "-w", workspace, "--out", workspace / "ut", "--force", *words)
    assert ran.code == 0, ran.err
    return ran.out.replace("\N{NO-BREAK SPACE}", " ")


def test_it_says_what_an_officer_asks_first(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = [line.strip() for line in said(run, workspace).splitlines()]
    assert "1 av 3 nyckeltal når målnivån för 2022, 0 når den nästan, 1 når den inte och 1 kan inte bedömas." in lines
    assert "✕ Inte nådd (1): 1.1 Ett strategiskt mål" in lines
    assert "– Kan inte bedömas (1): 1.2 Ett annat mål" in lines
    missed = next(line for line in lines if line.startswith(f"✕ {LONG}, procent"))
    assert missed.removeprefix(f"✕ {LONG}, procent").split() == ["85,5", "≥", "90,0", "−4,5", "–", "?", "Okänd"]
    assert "– Utan utfall: Kan inte bedömas: inget utfall för 2022 finns." in lines
    assert "Budget och utfall: Ram 10,0 mnkr, utfall 10,4 mnkr, avvikelse −0,4 mnkr (−4,0 %)." in lines
    assert lines[-1].endswith("evaluation.json")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("command", ["evaluate", "show", "trace"])
def test_it_keeps_within_the_screen(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, command: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = [command, *(["mal"] if command == "trace" else []), "-w", workspace]
    lines = [line for line in run(*words).out.splitlines() if str(workspace) not in line]
    assert max(map(len, lines)) <= width
    assert {*LONG.split()} <= {word.strip(",:") for line in lines for word in line.split()}


@pytest.mark.parametrize(("width", "wide"), [(80, False), (120, True)])
def test_a_wide_screen_has_place_and_development(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, width: int, *, wide: bool
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    header = next(line for line in said(run, workspace).splitlines() if "Avstånd" in line)
    assert ("Plats" in header, "Utveckling" in header) == (wide, wide)


def test_one_committee_alone(run: Run, workspace: Path) -> None:
    ran = run("evaluate", "-w", workspace, "--committee", "annan", "--format", "json")
    assert ran.code == 0
    assert "Exempelkommunen, Den andra nämnden: Utvärdering av mål 2022" in ran.out
    assert "Ett strategiskt mål" not in ran.out
    assert "Budget och utfall" not in ran.out
    record = json.loads((workspace / "reports" / "2022" / "annan" / "evaluation.json").read_text("utf-8"))
    assert [one["id"] for one in record["strategic_goals"]] == ["annat-mal"]
    assert (record["committee"], record["budget"], [one["id"] for one in record["kpis"]]) == ("annan", [], ["utan"])


def test_a_committees_part_is_judged_as_in_the_whole(run: Run, workspace: Path) -> None:
    for words in ([], ["--committee", "namnd"]):
        run("evaluate", "-w", workspace, "--format", "json", *words)
    whole, part = (
        json.loads((workspace / "reports" / "2022" / folder / "evaluation.json").read_text("utf-8"))
        for folder in ("", "namnd")
    )
    assert part["kpis"] == [one for one in whole["kpis"] if one["goal"] == "mal"]
    assert part["strategic_goals"] == [one for one in whole["strategic_goals"] if one["committee"] == "namnd"]
    assert part["budget"] == whole["budget"]


def test_a_committees_report_does_not_take_the_place_of_the_whole(run: Run, workspace: Path) -> None:
    run("evaluate", "-w", workspace)
    refused = run("evaluate", "-w", workspace, "--committee", "annan", "--out", workspace / "reports" / "2022")
    assert (refused.code, "belongs to the report of 2022" in refused.err) == (2, True)
    assert run("evaluate", "-w", workspace).code == 0


@pytest.mark.parametrize("command", ["evaluate", "show"])
@pytest.mark.parametrize(
    ("name", "says"),
    [("anan", "did you mean annan?"), ("omrade", "choose among namnd, annan"), ("utan-mal", "has no goal in 2022")],
)
def test_a_committee_that_cannot_be_shown(run: Run, workspace: Path, command: str, name: str, says: str) -> None:
    write(workspace, {"goals/third.yaml": "committees:\n  utan-mal: {title: Tredje, owner: Någon}\n"})
    ran = run(command, "-w", workspace, "--committee", name)
    assert (ran.code, says.replace("namnd, annan", "namnd, annan, utan-mal") in ran.err) == (2, True)


def test_warnings_do_not_mix_with_the_result(run: Run, workspace: Path) -> None:
    for words in (["show"], ["trace", "mal"], ["compare", "missat"]):
        ran = run(*words, "-w", workspace, "--output-format", "json")
        assert (ran.code, "BUD713" in ran.err) == (0, True)
        assert json.loads(ran.out)


def test_show_for_one_committee_and_for_a_program(run: Run, workspace: Path) -> None:
    assert "Ett strategiskt mål" not in run("show", "-w", workspace, "--committee", "annan").out
    (overall,) = json.loads(run("show", "-w", workspace, "--output-format", "json").out)["overall_goals"]
    assert (overall["id"], [one["id"] for one in overall["goals"]]) == ("overgripande", ["mal", "annat-mal"])
    assert overall["goals"][0]["kpis"][1] == {
        "id": "missat",
        "title": LONG,
        "status": "not_reached",
        "outcome": "85,5",
        "level": "≥\N{NO-BREAK SPACE}90,0",
    }


@pytest.mark.parametrize(("period", "lacks"), [("2022", "utfall"), ("2022T2", "prognos")])
def test_money_that_is_not_known_is_told_by_what_the_occasion_lacks(
    run: Run, workspace: Path, period: str, lacks: str
) -> None:
    (workspace / "data/budget/2022.csv").unlink()
    assert f"Ram 10,0 mnkr; {lacks} saknas." in said(run, workspace, "--period", period)
