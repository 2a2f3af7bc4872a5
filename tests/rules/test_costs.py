"""What a cost may be held against, and what may be moved."""

from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load

from malstyrning.rules import check_workspace

KPI = "goal: mal, unit: kronor, decimals: 0, causal_link: Den visar vad det kostar., method: Enligt bokslutet."
PROPOSAL = (
    "evaluations:\n  - committee: namnd\n    period: 2021\n    reprioritise:\n      answer: yes\n      text: Flytt\n"
    "      proposal: [{}]\n"
)
OTHERS = (
    "committees:\n  annan: {title: Annan nämnd, areas: {park: {title: Park}, torg: {title: Torg}}}\nbudget_frames:\n"
    "  - {committee: annan, year: 2021, amount: 7, decided: 2020-11-16, reference: KF § 9, areas: {park: 4, torg: 3}}\n"
)


def codes(folder: Path, files: dict[str, str], family: str) -> list[str]:
    found = check_workspace(load(folder, files), date(2023, 3, 31))
    return [one.rule.code for one in found if one.rule.code.startswith(family)]


@pytest.mark.parametrize(
    ("direction", "expected"), [("none", []), ("lower", []), ("higher", ["KPI476"]), ("range", ["KPI476"])]
)
def test_higher_is_no_better_way_of_a_cost(tmp_path: Path, direction: str, expected: list[str]) -> None:
    base = load(tmp_path / "a", {}).folder.read("goals/base.yaml")
    assert isinstance(base, bytes)
    files = {
        "goals/base.yaml": base.decode().replace("    decimals: 1\n", "    decimals: 1\n    cost_kpi: kostnad\n"),
        "goals/kostnad.yaml": f"kpis:\n  kostnad: {{title: Kostnad, {KPI}, direction: {direction}}}\n",
    }
    assert codes(tmp_path / "b", files, "KPI47") == expected


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ("{from: omrade, to: park, amount: 10}", []),  # to another committee: the council decides
        ("{from: omrade, to: park, amount: 6}, {from: omrade, to: torg, amount: 5}", ["BUD722"]),
        ("{from: omrade, to: park, amount: 11}, {from: omrade, to: torg, amount: 5}", ["BUD722"]),  # told once
        ("{from: park, to: torg, amount: 1}", ["BUD723"]),
        ("{from: omrade, to: omrade, amount: 1}", ["BUD721"]),
        ("{from: omrade, to: park, amount: 0}", ["BUD721"]),
        ("{from: omrade, to: parken, amount: 1}", ["REF301"]),
    ],
)
def test_what_is_moved_is_there_to_be_moved(tmp_path: Path, moves: str, expected: list[str]) -> None:
    files = {"goals/annan.yaml": OTHERS, "goals/svar.yaml": PROPOSAL.format(moves)}
    assert [*codes(tmp_path, files, "BUD72"), *codes(tmp_path, files, "REF301")] == expected


def test_a_cost_names_areas_and_kpis_that_exist(tmp_path: Path) -> None:
    base = load(tmp_path / "a", {}).folder.read("goals/base.yaml")
    assert isinstance(base, bytes)
    keys = "    decimals: 1\n    cost_kpi: kostnaden\n    cost_per: {of: numerator, areas: [skolan], what: elev}\n"
    files = {"goals/base.yaml": base.decode().replace("    decimals: 1\n", keys)}
    assert codes(tmp_path / "b", files, "REF301") == ["REF301", "REF301"]
