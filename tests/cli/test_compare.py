"""One KPI among the municipalities, as a user meets it."""

import csv
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.evaluate.test_members import VALUES, group_of
from tests.workspaces import ROOT, minimal, write

SHOWN = """\
Eligible for vocational programmes, municipal schools
Similar municipalities, overall (selection of 2025), members of 2025. Values for
2022. Higher is better. Unit: per cent

 Municipality   Value   Place   84.1                                       96.8
 ──────────────────────────────────────────────────────────────────────────────
 Täby            96.8       1                    │                            ○
 Vellinge        95.5       2                    │                       ○
 Nacka           93.4       3                    │                ●
 Sollentuna      90.9       4                    │       ○
 Kungsbacka      88.7       5                    ○
 Tyresö          87.1       6              ○     │
 Huddinge        85.9       7          ○         │
 Järfälla        84.1       8   ○                │

● Nacka  ○ the others  │ median 88.7%
Nacka: 93.4%, place 3 of 8, quartile 2.
Median 88.7%; unweighted mean 89.9, lowest 84.1, highest 96.8.
Nacka is not in the group: the place is counted beside it, and the median
without Nacka.
7 of 7 in the group have a value.
Source: Kolada (2024-08). Places, median and mean are our own processing.
"""


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\N{NO-BREAK SPACE}", " ").splitlines()]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write(tmp_path, {**minimal(), **group_of(VALUES)})


def test_a_comparison_at_eighty_columns(run: Run) -> None:
    ran = run("compare", "behorighet-kommunala", "--group", "liknande", "--lang", "en", "-w", ROOT)
    assert ran.code == 0
    assert lines(ran.out) == SHOWN.splitlines()


def test_koladas_id_is_as_good_as_ours(run: Run) -> None:
    ours = run("compare", "meritvarde-kommunala", "-w", ROOT)
    assert ours.code == 0
    assert run("compare", "N15505", "-w", ROOT).out == ours.out


def test_direction_place_median_and_those_without_a_value_are_said(run: Run, workspace: Path) -> None:
    said = " ".join(run("compare", "annat", "-w", workspace, "--lang", "sv").out.split())
    assert "Högre är bättre." in said
    assert "Exempelkommunen: 91,5 %, plats 2–3 av 5, kvartil 2." in said
    assert "Median 85,8 %; ovägt medelvärde 86,6, lägst 80,0, högst 95,0." in said
    assert "4 av 5 i gruppen har värde. Värde saknas: K9005." in said
    assert "Exempelkommunen är inte med i gruppen" in said


def test_another_year_than_the_evaluated_is_said(run: Run) -> None:
    said = " ".join(run("compare", "vaxthusgaser-per-invanare", "-w", ROOT, "--lang", "en").out.split())
    assert "Values for 2021." in said
    assert "The values are from 2021, since later ones do not come before 2022 is evaluated." in said


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_it_keeps_within_the_screen_and_marks_us(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("compare", "annat", "-w", workspace).out
    assert max(map(len, out.splitlines())) <= width
    assert [line for line in out.splitlines() if "●" in line and "91,5" in line]
    assert ("○" in out) == (width >= 60)


def test_without_a_direction_there_is_no_place(run: Run) -> None:
    out = run("compare", "kostnadsavvikelse-grundskola", "-w", ROOT, "--lang", "en").out
    assert "No place is given, since no direction is best." in " ".join(out.split())
    data = json.loads(run("compare", "kostnadsavvikelse-grundskola", "-w", ROOT, "--output-format", "json").out)
    assert data["place"]["first"] is None
    assert {one["first"] for one in data["members"]} == {None}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "no one else in G has a value for 2022. Our outcome: 91.5%."),
        ({"malstyrning.yaml": minimal()["malstyrning.yaml"]}, "it has no comparison group."),
    ],
    ids=["no values", "no group"],
)
def test_what_is_not_compared_is_told_in_a_sentence(run: Run, tmp_path: Path, files: dict[str, str], says: str) -> None:
    write(tmp_path, {**minimal(), **group_of({}), **files})
    ran = run("compare", "annat", "-w", tmp_path, "--lang", "en")
    assert (ran.code, says in ran.out) == (0, True)
    data = run("compare", "annat", "-w", tmp_path, "--lang", "en", "--output-format", "json")
    assert (data.code, says in data.err) == (0, True)
    assert (json.loads(data.out)["group"], json.loads(data.out)["members"]) == (None, [])
    drawn = run("compare", "annat", "-w", tmp_path, "--lang", "en", "--svg", tmp_path / "a.svg")
    assert (drawn.code, (tmp_path / "a.svg").exists()) == (2, False)


def test_a_kpi_that_is_not_followed_up_at_the_occasion_is_not_compared(run: Run, workspace: Path) -> None:
    ran = run("compare", "annat", "-w", workspace, "--lang", "en", "--period", "2022T1")
    assert (ran.code, "followed up at the year-end close" in ran.out, "K9001" in ran.out) == (0, True, False)


def test_where_we_have_no_value_the_others_are_shown(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {**minimal(), **group_of(VALUES, own="")})
    ran = run("compare", "annat", "-w", tmp_path, "--lang", "en")
    assert ran.code == 0
    assert "K9001" in ran.out
    assert "Exempelkommunen has no value for 2022, and so no place." in ran.out
    refused = run("compare", "annat", "-w", tmp_path, "--lang", "en", "--svg", tmp_path / "a.svg")
    assert (refused.code, "has no value for 2022" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["anat"], "there is no KPI anat; did you mean annat?"),
        (["annat", "--group", "gg"], "there is no comparison group gg; choose among g"),
        (["annat", "--period", "2022Q1"], "no report is made for 2022Q1"),
    ],
)
def test_what_cannot_be_compared_is_refused(run: Run, workspace: Path, words: list[str], says: str) -> None:
    ran = run("compare", *words, "-w", workspace)
    assert (ran.code, says in ran.err) == (2, True)


def test_the_members_as_csv(run: Run, workspace: Path) -> None:
    file = workspace / "goals" / "others.yaml"
    file.write_text(file.read_text("utf-8").replace("name: K9001", 'name: "=1+1"'), "utf-8")
    ran = run("compare", "annat", "-w", workspace, "--output-format", "csv")
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert [(one["municipality"], one["value"], one["first"], one["own"]) for one in rows] == [
        ("9001", "95.0", "1", ""),
        ("9002", "91.5", "2", ""),
        ("9999", "91.5", "2", "yes"),
        ("9003", "80.0", "4", ""),
        ("9004", "80.0", "4", ""),
        ("9005", "", "", ""),
    ]
    assert rows[0]["name"] == "'=1+1"


def test_a_picture_replaces_only_a_picture_of_ours(run: Run, workspace: Path) -> None:
    drawn, text = workspace / "a.svg", workspace / "b.svg"
    text.write_text("<svg/>", "utf-8")
    for _ in range(2):
        assert run("compare", "annat", "-w", workspace, "--svg", drawn).code == 0
    assert drawn.read_text("utf-8").startswith("<svg ")
    refused = run("compare", "annat", "-w", workspace, "--svg", text)
    assert (refused.code, "is no chart" in refused.err) == (2, True)
    assert text.read_text("utf-8") == "<svg/>"
