"""Frames: which day, which decision and which areas."""

from pathlib import Path

import pytest
from tests.workspaces import load, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
CODES = {"BUD705", "BUD706", "BUD707", "BUD708", "BUD709"}
COMMITTEE = (
    "committees:\n  parknamnden:\n    title: P\n    areas: {parker: {title: P}, torg: {title: T%s}}\nbudget_frames:\n"
)


def findings(tmp_path: Path, text: str) -> list[Diagnostic]:
    """What is found in the file; the minimal workspace's own committee has no frames after 2021."""
    told = check_workspace(load(tmp_path, {PATH: text}))
    return [one for one in told if one.rule.code in CODES and one.span.path == PATH]


def frame(year: int, areas: str, more: str = ", reference: KF") -> str:
    """A frame of 10 for a year, decided the year before."""
    return (
        f"  - {{committee: parknamnden, year: {year}, amount: 10, decided: {year - 1}-11-15{more}, areas: {areas}}}\n"
    )


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        pytest.param(
            "BUD705",
            COMMITTEE % "" + frame(2022, "{parker: 10, torg: 0}", "").replace("2021-11-15", "«2021-11-15»"),
            id="no reference",
        ),
        pytest.param(
            "BUD706",
            COMMITTEE % "" + frame(2022, "{parker: 10, torg: 0}, changes: [{date: «2022-06-20», areas: {parker: 1}}]"),
            id="a change without reference",
        ),
        pytest.param(
            "BUD707",
            COMMITTEE % "" + frame(2022, "{parker: 10, torg: 0}").replace("2021-11-15", "«2022-01-24»"),
            id="decided in its own year",
        ),
        pytest.param(
            "BUD707",
            COMMITTEE % "" + frame(2023, "{parker: 10, torg: 0}").replace("2022-11-15", "«2021-11-15»"),
            id="the decision of the frame that it was copied from",
        ),
        pytest.param("BUD708", COMMITTEE % "" + frame(2022, "{parker: 10}").replace("areas", "«areas»"), id="never"),
        pytest.param(
            "BUD708",
            COMMITTEE % ""
            + frame(2021, "{parker: 10, torg: 0}")
            + frame(2022, "{parker: 10}").replace("areas", "«areas»")
            + frame(2023, "{parker: 10, torg: 0}"),
            id="an area that was forgotten for a year",
        ),
        pytest.param(
            "BUD708",
            COMMITTEE % "" + frame(2021, "{parker: 10}") + frame(2022, "{parker: 10}").replace("areas", "«areas»"),
            id="never, and told in the latest frame only",
        ),
    ],
)
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(frame(2021, "{parker: 10}") + frame(2022, "{parker: 4, torg: 6}"), id="a new area"),
        pytest.param(
            frame(2022, "{parker: 10}, changes: [{date: 2022-06-20, reference: KF, areas: {torg: 1}}]"),
            id="an area that a change brought in",
        ),
        pytest.param(frame(2022, "{}").replace("amount: 10", "amount: 0"), id="a frame that is not divided"),
        pytest.param(frame(2022, "{parker: 10, torget: 0}"), id="a slip, which is told as one"),
    ],
)
def test_what_the_rules_leave_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, COMMITTEE % "" + text)] == []


@pytest.mark.parametrize(
    ("years", "cure"),
    [
        ("", "write torg under areas, even if it is 0, or end the area with to: 2021"),
        (", from: 2022", "write torg under areas, even if it is 0"),
    ],
)
def test_an_area_in_its_first_year_is_not_told_to_end(tmp_path: Path, years: str, cure: str) -> None:
    (finding,) = findings(tmp_path, COMMITTEE % years + frame(2022, "{parker: 10}"))
    assert finding.help[Language.EN] == cure


def test_an_area_that_has_ended_needs_no_money(tmp_path: Path) -> None:
    text = COMMITTEE % ", to: 2021" + frame(2021, "{parker: 4, torg: 6}") + frame(2022, "{parker: 10}")
    assert findings(tmp_path, text) == []


GOAL = (
    "strategic_goals:\n  b: {number: 1.2, title: T, committee: parknamnden, serves: [overgripande], areas: [parker], "
    "from: %s}\n"
)
OTHERS = "".join(frame(year, "{omrade: 10}").replace("parknamnden", "namnd") for year in (2022, 2023))


@pytest.mark.parametrize(
    ("begins", "own", "told"),
    [
        pytest.param("2020", "", ["2023"], id="never a frame, and told for the latest year only"),
        pytest.param("2020", frame(2021, "{parker: 10, torg: 0}"), ["2022"], id="no frame since"),
        pytest.param("2024", "", [], id="no goal yet"),
        pytest.param("2020", frame(2023, "{parker: 10, torg: 0}"), [], id="its first frame"),
    ],
)
def test_a_committee_with_goals_has_a_frame(tmp_path: Path, begins: str, own: str, told: list[str]) -> None:
    found = findings(tmp_path, GOAL % begins + COMMITTEE % "" + own + OTHERS)
    assert [(one.rule.code, one.facts["name"], one.facts["year"]) for one in found] == [
        ("BUD709", "parknamnden", year) for year in told
    ]


def test_a_committee_is_not_said_to_lack_a_frame_where_a_file_could_not_be_read(tmp_path: Path) -> None:
    assert findings(tmp_path, GOAL % "x" + COMMITTEE % "" + OTHERS) == []
