"""Renames and groups that nothing uses: where the rules point and when they are silent."""

from pathlib import Path

import pytest
from tests.workspaces import load, minimal, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
CODES = {"REF306", "REF307", "REF308", "REF309"}
AREAS = "committees:\n  andra: {title: T, areas: {vag: {title: V, was: %s}, gata: {title: G%s}}}\n"
GOALS = "overall_goals:\n  a: {number: 2, title: T, was: %s}\n  b: {number: 3, title: T, was: %s}\n"
SETTINGS = minimal()["malstyrning.yaml"]
GROUP = 'groups:\n  lan: {title: T, members: ["9999"], as_of: 2022}\n'


def findings(tmp_path: Path, files: dict[str, str]) -> list[Diagnostic]:
    return [one for one in check_workspace(load(tmp_path, files)) if one.rule.code in CODES]


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        pytest.param("REF306", AREAS % ("«gata»", ""), id="an area that is still there"),
        pytest.param("REF306", AREAS % ("«nyckeltal»", ""), id="an id of another kind"),
        pytest.param("REF307", AREAS % ("vagar", ", was: «vagar»"), id="two areas that were one"),
        pytest.param("REF308", AREAS % ("«vag»", ""), id="an area that was itself"),
    ],
)
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, {PATH: text})] == [(code, place)]


def test_two_that_were_each_other_are_told_at_both(tmp_path: Path) -> None:
    told = findings(tmp_path, {PATH: GOALS % ("b", "a")})
    assert [(one.rule.code, one.span.line, one.related[0].span.line) for one in told] == [
        ("REF306", 2, 3),
        ("REF306", 3, 2),
    ]


def test_the_first_that_claims_a_former_id_stands_beside(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, {PATH: GOALS % ("forr", "forr")})
    assert finding.message[Language.EN] == "b and a both say that their id was forr"
    assert [str(one.span) for one in finding.related] == [f"{PATH}:2:33"]


def test_a_rename_is_left_alone(tmp_path: Path) -> None:
    assert findings(tmp_path, {PATH: GOALS % ("forr", "tidigare")}) == []


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        pytest.param("", [], id="a KPI that does not say is compared in all"),
        pytest.param(", groups: [lan]", [], id="used"),
        pytest.param(", groups: []", [("REF309", 6)], id="unused"),
    ],
)
def test_a_group_that_no_kpi_is_compared_in(tmp_path: Path, groups: str, told: list[tuple[str, int]]) -> None:
    base = minimal()["goals/base.yaml"].replace("direction: higher\n", "direction: higher\n    groups: []\n")
    kpi = f"kpis:\n  k: {{title: T, goal: mal, unit: percent, decimals: 1, direction: none{groups}}}\n"
    found = findings(tmp_path, {"malstyrning.yaml": SETTINGS + GROUP, "goals/base.yaml": base, PATH: kpi})
    assert [(one.rule.code, one.span.line) for one in found] == told
    assert {one.span.path for one in found} <= {"malstyrning.yaml"}


def test_no_group_is_said_to_be_unused_where_a_kpi_could_not_be_read(tmp_path: Path) -> None:
    base = minimal()["goals/base.yaml"].replace("direction: higher\n", "direction: higher\n    groups: []\n")
    files = {"malstyrning.yaml": SETTINGS + GROUP, "goals/base.yaml": base, PATH: "kpis:\n  k: {title: T}\n"}
    assert findings(tmp_path, files) == []
