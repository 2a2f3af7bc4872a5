"""Goals that hang together: when the rules speak and when they are silent."""

from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load, minimal, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
FAMILY = "GOA42", "GOA43"
OVERALL = "overall_goals:\n  g: {number: 2, title: T}\n"
BROKEN = "overall_goals:\n  sonder: {number: x, title: T}\n"
NO_GROUP = "The municipality has companies (Bostads AB), but no goal for sound financial management covers the group"
SOUND = "sound_financial_management: {kind: %s, scope: %s}, "


def findings(
    tmp_path: Path, text: str, today: date | None = None, more: dict[str, str] | None = None
) -> list[Diagnostic]:
    told = check_workspace(load(tmp_path, {PATH: text, **(more or {})}), today)
    return [one for one in told if one.rule.code.startswith(FAMILY)]


def goal(name: str, number: str, serves: str = "overgripande", more: str = "", *, full: bool = True) -> str:
    rest = "areas: [omrade], horizon: 2027, conditions: [C], " if full else ""
    return f"  {name}: {{number: {number}, title: T, committee: namnd, {rest}{more}from: 2020, serves: [{serves}]}}\n"


def whole(*more: str) -> str:
    """A plan of five goals, with what is said of the first of them; the minimal workspace has the fifth."""
    said = [*more, "", "", "", ""][:4]
    return "strategic_goals:\n" + "".join(goal(f"m{at}", f"1.{at}", more=one) for at, one in enumerate(said, 2))


@pytest.mark.parametrize(
    ("marked", "codes"),
    [
        pytest.param(
            "strategic_goals:\n" + goal("«b»", "1.2", full=False), ["GOA420", "GOA425", "GOA427"], id="a bare goal"
        ),
        pytest.param(OVERALL.replace("g:", "«g»:"), ["GOA424"], id="an overall goal that nothing serves"),
        pytest.param(
            "strategic_goals:\n" + goal("b", "1.2").replace("2027", "«2019»"),
            ["GOA421"],
            id="a horizon before the goal",
        ),
        pytest.param(
            "strategic_goals:\n" + goal("b", "1.2").replace("2027", "«2024»"), ["GOA422"], id="a horizon of four years"
        ),
        pytest.param(
            "strategic_goals:\n" + goal("b", "1.2").replace("2027", "«2031»"), ["GOA422"], id="one of eleven years"
        ),
        pytest.param(
            OVERALL + whole() + goal("c", "2.1", "g") + goal("d", "«2.2»"), ["GOA428"], id="a number of another goal"
        ),
    ],
)
def test_a_rule_points_at_its_place(tmp_path: Path, marked: str, codes: list[str]) -> None:
    text, place = without_marks(PATH, marked)
    told = [one for one in findings(tmp_path, text) if one.rule.code != "GOA431"]
    assert [(one.rule.code, one.span) for one in told] == [(code, place) for code in codes]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("strategic_goals:\n" + goal("b", "1.2").replace("2027", "2025"), id="a horizon of five years"),
        pytest.param("strategic_goals:\n" + goal("b", "1.2").replace("2027", "2030"), id="a horizon of ten years"),
        pytest.param(
            "strategic_goals:\n" + goal("b", "1.2", more="to: 2023, ", full=False), id="a bare goal that has ended"
        ),
        pytest.param("overall_goals:\n  g: {number: 2, title: T, to: 2021}\n", id="an overall goal that has ended"),
        pytest.param(
            "committees:\n  utan: {title: U}\nstrategic_goals:\n"
            + goal("b", "1.2").replace("namnd", "utan").replace("areas: [omrade], ", ""),
            id="a committee without areas",
        ),
        pytest.param(
            "committees:\n  annan: {title: U, areas: {gata: {title: G}}}\n", id="areas of a committee without goals"
        ),
        pytest.param(
            "committees:\n  annan: {title: U, areas: {gata: {title: G}, torg: {title: T, to: 2021}}}\n"
            "strategic_goals:\n" + goal("b", "1.2").replace("namnd", "annan").replace("omrade", "gata"),
            id="an area that has ended",
        ),
        pytest.param(OVERALL + "strategic_goals:\n" + goal("c", "2.1", "g") + goal("d", "2.2"), id="too few numbers"),
        pytest.param(
            OVERALL
            + "strategic_goals:\n"
            + goal("c", "2.1", "g, overgripande")
            + goal("b", "1.9", "overgripande, g")
            + goal("d", "2.2", "overgripande, g")
            + goal("e", "2.3", "overgripande, g", more="to: 2023, "),
            id="a goal numbered after the second that it serves",
        ),
        pytest.param(
            "overall_goals:\n  g: {number: 2, title: T, to: 2021}\n"
            "strategic_goals:\n"
            + "".join(goal(f"m{at}", f"1.{at}", more="to: 2024, ") for at in range(2, 8))
            + goal("c", "2.1"),
            id="a goal that keeps its number after the overall goal has ended",
        ),
    ],
)
def test_what_the_rules_leave_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, text)] == []


def test_nothing_is_said_to_be_missing_where_a_file_could_not_be_read(tmp_path: Path) -> None:
    areas = "committees:\n  annan: {title: U, areas: {gata: {title: G}, torg: {title: T}}}\nstrategic_goals:\n"
    half = areas + goal("b", "1.2").replace("namnd", "annan").replace("omrade", "gata")
    assert [one.rule.code for one in findings(tmp_path, half)] == ["GOA426"]
    for text in (half, OVERALL + whole(), OVERALL + whole(SOUND % ("financial", "municipality"))):
        assert findings(tmp_path, text, more={"goals/b.yaml": BROKEN}) == []


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (None, []),
        pytest.param(date(2023, 12, 31), [], id="the last year of the goal that serves it"),
        (date(2024, 1, 1), ["No strategic goal serves g after 2023"]),
    ],
)
def test_an_overall_goal_that_is_not_served_any_more(tmp_path: Path, today: date | None, told: list[str]) -> None:
    text = OVERALL + "strategic_goals:\n" + goal("b", "2.1", "g", "to: 2023, ") + goal("c", "2.2", "g", "to: 2022, ")
    found = findings(tmp_path, text, today)
    assert [one.message[Language.EN] for one in found] == told


def test_the_limits_of_a_horizon_are_set_in_the_settings(tmp_path: Path) -> None:
    settings = minimal()["malstyrning.yaml"].replace("fewest_kpis: 0", "fewest_kpis: 0, shortest_horizon: 4")
    text = "strategic_goals:\n" + goal("b", "1.2").replace("2027", "2024")
    assert findings(tmp_path, text, more={"malstyrning.yaml": settings}) == []


def test_a_whole_plan_has_goals_for_sound_financial_management(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, whole())
    assert (finding.rule.code, str(finding.span)) == ("GOA431", "malstyrning.yaml:2:15")
    assert "{kind: financial, scope: municipality}" in finding.help[Language.EN]
    few = "".join(whole().splitlines(keepends=True)[:-1])
    assert findings(tmp_path, few) == []


@pytest.mark.parametrize(
    ("said", "companies", "told"),
    [
        (
            [SOUND % ("financial", "municipality")],
            False,
            ["The goals for sound financial management lack goals of operations (kind: operations)"],
        ),
        (
            [SOUND % ("operations", "municipality")],
            False,
            ["The goals for sound financial management lack financial goals (kind: financial)"],
        ),
        ([SOUND % ("financial", "group"), SOUND % ("operations", "municipality")], True, []),
        ([SOUND % ("financial", "municipality"), SOUND % ("operations", "municipality")], False, []),
        (
            [SOUND % ("financial", "municipality"), SOUND % ("operations", "municipality")],
            True,
            [NO_GROUP],
        ),
    ],
)
def test_sound_financial_management_is_of_both_kinds_and_for_all(
    tmp_path: Path, said: list[str], told: list[str], *, companies: bool
) -> None:
    company = "organisations:\n  bostads-ab: {name: Bostads AB, kind: company}\n" if companies else ""
    found = findings(tmp_path, company + whole(*said))
    assert [one.message[Language.EN] for one in found] == told
    assert all(one.span.path == PATH for one in found)
