"""Amounts and who has them: what is probably a slip, and what may well be so."""

from pathlib import Path

import pytest
from tests.workspaces import load, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
CODES = {"BUD710", "BUD711", "BUD712", "BUD713", "BUD714"}
AREAS = "committees:\n  park: {title: P, areas: {parker: {title: P%s}, torg: {title: T}}%s}\nbudget_frames:\n"


def findings(tmp_path: Path, text: str, rows: str = "") -> list[Diagnostic]:
    files = {PATH: text} | ({"data/budget.csv": f"committee,area,period,kind,amount\n{rows}"} if rows else {})
    return [one for one in check_workspace(load(tmp_path, files)) if one.rule.code in CODES]


def frame(parks: str = "4", squares: str = "6", *changes: str, amount: str = "10", year: int = 2022) -> str:
    """A frame with changes, one a month."""
    dated = ", ".join(f"{{date: {year}-0{month}-16, areas: {{{one}}}}}" for month, one in enumerate(changes, 1))
    return (
        f"  - {{committee: park, year: {year}, amount: {amount}, decided: {year - 1}-11-15, "
        f"areas: {{parker: {parks}, torg: {squares}}}, changes: [{dated}]}}\n"
    )


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        pytest.param(
            "BUD710", AREAS % ("", ", to: 2021") + frame().replace(" park,", " «park»,"), id="an old committee"
        ),
        pytest.param("BUD710", AREAS % ("", ", from: 2023") + frame().replace(" park,", " «park»,"), id="a coming one"),
        pytest.param("BUD710", AREAS % (", to: 2021", "") + frame().replace("parker:", "«parker»:"), id="an old area"),
        pytest.param("BUD711", AREAS % ("", "") + frame("4", "6", "parker: «10.5»"), id="a change in kronor"),
        pytest.param("BUD711", AREAS % ("", "") + frame("4", "6", "torg: «-10.5»"), id="a cut in kronor"),
        pytest.param("BUD712", AREAS % ("", "") + frame("4", "6", "torg: 1", "parker: «-5»", "torg: 1"), id="a cut"),
        pytest.param(
            "BUD713",
            AREAS % ("", "") + frame(year=2021) + frame("4000", "6000", amount="«10000»"),
            id="kronor after thousands",
        ),
        pytest.param(
            "BUD713",
            AREAS % ("", "") + frame("4000", "6000", amount="10000", year=2021) + frame(amount="«10»"),
            id="thousands after kronor",
        ),
    ],
)
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(frame("4", "6", "parker: 10"), id="as much as the frame"),
        pytest.param(frame("4", "6", "parker: -4, torg: 4"), id="all that an area has, moved to another"),
        pytest.param(frame("-2", "12", "parker: -1, torg: 1"), id="an area that is to bring money in"),
        pytest.param(frame("0", "0", "parker: 10", amount="0"), id="a frame of nothing"),
        pytest.param(frame(year=2021) + frame("400", "600", amount="1000"), id="a hundred times as much"),
        pytest.param(frame(year=2020) + frame("4000", "6000", amount="10000"), id="two years between"),
        pytest.param(frame("0", "0", amount="0", year=2021) + frame(), id="nothing the year before"),
    ],
)
def test_what_the_rules_leave_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, AREAS % ("", "") + text)] == []


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("park,parker,2022,outcome,4100\n", ["BUD714"]),
        pytest.param("park,parker,2022,forecast,4100\n", ["BUD714"], id="a forecast"),
        pytest.param("park,parker,2022,outcome,8\n", [], id="twice as much"),
        pytest.param("park,parker,2022,outcome,0.004\npark,parker,2022T1,outcome,4\n", [], id="next to nothing"),
        pytest.param("park,parker,2022,outcome,400\n", [], id="a hundred times as much"),
        pytest.param("park,torg,2022,outcome,4100\n", [], id="an area with nothing"),
        pytest.param("park,parker,2021,outcome,4100\n", [], id="a year without frame"),
    ],
)
def test_an_outcome_in_kronor(tmp_path: Path, rows: str, codes: list[str]) -> None:
    found = findings(tmp_path, AREAS % ("", "") + frame("4", "0", amount="4"), rows)
    told = [one for one in found if one.span.path != PATH]
    assert [(one.rule.code, one.span.path) for one in told] == [(code, "data/budget.csv") for code in codes]


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("park,parker,2022,outcome,4\npark,torg,2022,outcome,6\n", ["BUD713"]),
        pytest.param("park,parker,2022T1,outcome,4\n", [], id="a part of the year says nothing"),
        pytest.param("park,parker,2022,outcome,0.4\n", [], id="next to nothing"),
        pytest.param("", [], id="nothing known"),
    ],
)
def test_a_first_frame_in_kronor_is_seen_by_what_was_used(tmp_path: Path, rows: str, codes: list[str]) -> None:
    found = findings(tmp_path, AREAS % ("", "") + frame("4000", "6000", amount="10000"), rows)
    assert [one.rule.code for one in found] == codes
