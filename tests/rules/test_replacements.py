"""What ends and what takes its place: when the rules speak, where they point and when they are silent."""

from pathlib import Path

import pytest
from tests.workspaces import load, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
CODES = {"GOA410", "GOA411", "GOA412", "GOA413", "GOA414", "GOA415", "GOA416", "GOA417"}
COMMITTEES = "committees:\n  gammal: {title: G, %s}\n  ny: {title: N, %s}\n"
AREAS = (
    "committees:\n  gammal:\n    title: G\n    to: 2021\n    decided: 2021-05-17\n    areas: {vag: {title: V, %s}}\n"
)
KPI = "  %s: {title: T, goal: %s, unit: percent, decimals: 1, direction: none%s}\n"

LEVELS = (
    ", target_levels: [{year: %s, kind: at_least, level: 1, decided: 2018-11-19}, "
    "{year: %s, kind: at_least, level: 1, decided: 2019-11-18}]"
)


def findings(tmp_path: Path, text: str, settings: str = "") -> list[Diagnostic]:
    files = {PATH: text} | ({"malstyrning.yaml": settings} if settings else {})
    return [one for one in check_workspace(load(tmp_path, files)) if one.rule.code in CODES]


def goals(old: str, new: str) -> str:
    """Two strategic goals, `b` replaced by `c`, with the years of each."""
    head = "title: T, committee: namnd, serves: [overgripande], decided: 2014-11-17"
    return (
        f"strategic_goals:\n  b: {{number: 1.2, {head}, replaced_by: c, {old}}}\n  c: {{number: 1.3, {head}, {new}}}\n"
    )


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        pytest.param("GOA410", goals("from: 2018, to: «2021»", "from: 2022"), id="a goal kept for four years"),
        pytest.param("GOA412", goals("from: 2015, to: «2022»", "from: 2022"), id="both in force for a year"),
        pytest.param("GOA413", goals("from: 2015, to: «2020»", "from: 2022"), id="neither in force for a year"),
        pytest.param(
            "GOA414",
            goals("from: 2015, to: 2021", "from: 2018, to: 2021").replace(": c", ": «c»"),
            id="an heir that ended with the old",
        ),
        pytest.param(
            "GOA411", COMMITTEES % ("successor: «ny»", "from: 2022"), id="a committee that goes on beside its successor"
        ),
        pytest.param(
            "GOA412",
            COMMITTEES % ("to: «2022», decided: 2021-05-17, successor: ny", "from: 2022"),
            id="a committee and its successor in the same year",
        ),
        pytest.param(
            "GOA413",
            "kpis:\n"
            + KPI % ("k", "mal", ", to: «2021», decided: 2021-11-15, replaced_by: l")
            + KPI % ("l", "mal", ", from: 2023"),
            id="a KPI",
        ),
        pytest.param(
            "GOA411",
            "actions:\n  a: {title: T, goal: mal, status: stopped, replaced_by: «b»}\n"
            "  b: {title: T, goal: mal, status: done}\n",
            id="an action",
        ),
        pytest.param(
            "GOA416",
            "strategic_goals:\n  b: {number: 1.2, title: T, committee: namnd, serves: [overgripande], from: 2015, "
            "to: 2021, reference: KF}\n"
            "kpis:\n" + KPI % ("k", "b", LEVELS % ("2021", "«2024»")),
            id="a KPI with levels after the last year of its goal",
        ),
        pytest.param("GOA417", "overall_goals:\n  g: {number: 2, title: T, to: «2021»}\n", id="no decision"),
        pytest.param(
            "GOA417", "kpis:\n" + KPI % ("k", "mal", ", to: «2021»"), id="a KPI that ends before its goal, undecided"
        ),
    ],
)
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


def test_an_area_that_ends_with_its_committee_is_pointed_at_itself(tmp_path: Path) -> None:
    text = AREAS % "replaced_by: gata" + "  ny:\n    title: N\n    areas: {gata: {title: G, from: 2021}}\n"
    assert [(one.rule.code, str(one.span)) for one in findings(tmp_path, text)] == [("GOA412", f"{PATH}:6:13")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(goals("from: 2015, to: 2021", "from: 2022"), id="year upon year"),
        pytest.param(goals("from: 2015, to: 2021", "from: 2015"), id="a goal taken over by one that was there"),
        pytest.param(goals("from: 2017, to: 2021", "from: 2022"), id="kept for five years"),
        pytest.param(
            "overall_goals:\n  g: {number: 2, title: T, to: 2021, reference: KF, replaced_by: overgripande}\n",
            id="a heir without a first year",
        ),
        pytest.param(COMMITTEES % ("to: 2021, reference: KF", "from: 2022"), id="a committee that had no task"),
        pytest.param(
            "overall_goals:\n  g: {number: 2, title: T, from: 2016, to: 2021, replaced_by: h}\n"
            "  h: {number: 3, title: T, from: 2022, reference: KF}\n",
            id="ended by the decision of what took over",
        ),
        pytest.param(
            goals("from: 2015, to: 2021", "from: 2022") + "kpis:\n" + KPI % ("k", "b", LEVELS % ("2021", "2021")),
            id="a KPI whose last level is for the last year of its goal",
        ),
        pytest.param(
            goals("from: 2015, to: 2021", "from: 2022")
            + "kpis:\n"
            + KPI % ("k", "b", ", to: 2021" + LEVELS % ("2021", "2024")),
            id="a KPI with levels ahead that is said to end",
        ),
        pytest.param(
            goals("from: 2015, to: 2021", "from: 2022")
            + "kpis:\n"
            + KPI % ("k", "b", ", replaced_by: l")
            + KPI % ("l", "c", ""),
            id="KPIs that begin and end with their goals",
        ),
        pytest.param(
            goals("from: 2015, to: 2021", "from: 2022") + "kpis:\n" + KPI % ("k", "b", ", to: 2021"),
            id="a KPI that ends with its goal",
        ),
    ],
)
def test_what_the_rules_leave_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, text)] == []


def test_the_limit_of_a_short_life_is_set_in_the_settings(tmp_path: Path) -> None:
    settings = 'format: 1\norganisation: "9999"\nlimits: {fewest_kpis: 0, shortest_horizon: 4}\n'
    assert findings(tmp_path, goals("from: 2018, to: 2021", "from: 2022"), settings) == []


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("from: 2015", "from: 2022", "write to: 2021"),
        ("from: 2015", "from: 2010", "write to: and the last year in force"),
        (
            "from: 2022",
            "from: 2015, to: 2021",
            "the new does not point back: remove the line and write replaced_by: b in c",
        ),
    ],
)
def test_the_cure_says_which_line_to_write(tmp_path: Path, old: str, new: str, cure: str) -> None:
    (finding,) = findings(tmp_path, goals(old, new))
    assert finding.rule.code == "GOA411"
    assert finding.help[Language.EN] == cure


def test_the_place_of_what_took_over_stands_beside(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, goals("from: 2015, to: 2022", "from: 2022"))
    assert finding.message[Language.EN] == (
        "b is in force to the end of 2022, but c, which took its place, already from 2022"
    )
    (beside,) = finding.related
    assert (beside.span.line, beside.note[Language.SV]) == (3, "det som tog över")


def test_a_committee_with_goals_or_money_has_a_successor(tmp_path: Path) -> None:
    goal = "title: T, committee: gammal, serves: [overgripande], from: 2015, to: 2021, reference: KF"
    committees = COMMITTEES % ("to: «2021», reference: KF", "from: 2022")
    text, place = without_marks(PATH, f"{committees}strategic_goals:\n  b: {{number: 1.2, {goal}}}\n")
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [("GOA415", place)]
