"""How the status of goals is told: the rule in words, the sum behind a proposal, and what is signed beside it."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.overall import evaluated, signed
from tests.evaluate.verdicts import weighed

from malstyrning import __version__
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.goal_status import DEFAULT_RULE, GoalStatusRule, RuleKind, UnassessableRole, in_percent
from malstyrning.evaluate.roll_up import propose, propose_from_goals
from malstyrning.language import NO_BREAK_SPACE, Language
from malstyrning.report.build import Origin, build_view
from malstyrning.report.files import render_all
from malstyrning.report.formats import Format
from malstyrning.report.goal_status import KPIS, STRATEGIC_GOALS, arithmetic_of, rule_in_words, shown_share
from malstyrning.report.record import record
from malstyrning.report.view import ReportView
from malstyrning.report.writer import Writer
from malstyrning.report.written import Written

EIGHTY = GoalStatusRule(reached=Decimal(80))
WEIGHTED = GoalStatusRule(RuleKind.WEIGHTED)
WORST = GoalStatusRule(RuleKind.WORST)
AS_MISSED = GoalStatusRule(unassessable=UnassessableRole.NOT_REACHED)
ONE_STOPS = GoalStatusRule(unassessable=UnassessableRole.NOT_ASSESSABLE)


# What the report says of a case: the rule, the KPIs, and the sentences in Swedish and in English.
SUMS: list[tuple[GoalStatusRule, str, list[str], list[str]]] = [
    (
        DEFAULT_RULE,
        "",
        ["Inget nyckeltal har både riktning och målnivå."],
        ["No KPI has both a direction and a target level."],
    ),
    (
        EIGHTY,
        "R R R N ?",
        [
            "4 av 5 nyckeltal kan bedömas = 80 %; gränsen är 50 %.",
            "3 av 4 nyckeltal som kan bedömas är nådda = 75 %; gränsen är 80 %.",
            "0 av 4 nyckeltal som kan bedömas är inte nådda = 0 %; gränsen är 50 %.",
        ],
        [
            "4 of 5 KPIs are assessable = 80%; the limit is 50%.",
            "3 of 4 assessable KPIs are reached = 75%; the limit is 80%.",
            "0 of 4 assessable KPIs are not reached = 0%; the limit is 50%.",
        ],
    ),
    (
        DEFAULT_RULE,
        "R ? ?",
        ["1 av 3 nyckeltal kan bedömas = 33,3 %; gränsen är 50 %."],
        ["1 of 3 KPIs are assessable = 33.3%; the limit is 50%."],
    ),
    (
        DEFAULT_RULE,
        "R R",
        ["2 av 2 nyckeltal är nådda = 100 %; gränsen är 100 %."],
        ["2 of 2 KPIs are reached = 100%; the limit is 100%."],
    ),
    (
        WEIGHTED,
        "R2 R0.5 X",
        [
            "Nådda nyckeltal väger 2 + 0,5 = 2,5 av 3,5 = 71,4 %; gränsen är 100 %.",
            "Inte nådda nyckeltal väger 1 av 3,5 = 28,6 %; gränsen är 50 %.",
        ],
        [
            "Reached KPIs weigh 2 + 0.5 = 2.5 of 3.5 = 71.4%; the limit is 100%.",
            "KPIs not reached weigh 1 of 3.5 = 28.6%; the limit is 50%.",
        ],
    ),
    (
        WEIGHTED,
        "R ?2",
        ["Nyckeltal som kan bedömas väger 1 av 3 = 33,3 %; gränsen är 50 %."],
        ["Assessable KPIs weigh 1 of 3 = 33.3%; the limit is 50%."],
    ),
    (
        WORST,
        "R N ?",
        [
            "2 av 3 nyckeltal kan bedömas = 66,7 %; gränsen är 50 %.",
            "Av 2 nyckeltal som kan bedömas är 1 nådda, 1 nästan nådda och 0 inte nådda; det sämsta avgör.",
        ],
        [
            "2 of 3 KPIs are assessable = 66.7%; the limit is 50%.",
            "Of 2 assessable KPIs 1 are reached, 1 nearly reached and 0 not reached; the worst decides.",
        ],
    ),
    (
        AS_MISSED,
        "R R ?",
        [
            "2 av 3 nyckeltal är nådda = 66,7 %; gränsen är 100 %.",
            "1 av 3 nyckeltal är inte nådda = 33,3 %; gränsen är 50 %.",
            "1 som inte kan bedömas räknas som inte nådda.",
        ],
        [
            "2 of 3 KPIs are reached = 66.7%; the limit is 100%.",
            "1 of 3 KPIs are not reached = 33.3%; the limit is 50%.",
            "Not assessable and counted as not reached: 1.",
        ],
    ),
    (
        ONE_STOPS,
        "R R ?",
        ["1 av 3 nyckeltal kan inte bedömas; ett är nog för att målet inte ska kunna bedömas."],
        ["1 of 3 KPIs are not assessable; one is enough to make the goal not assessable."],
    ),
]


@pytest.mark.parametrize(("rule", "signs", "sv", "en"), SUMS)
def test_a_proposal_shows_its_sum(rule: GoalStatusRule, signs: str, sv: list[str], en: list[str]) -> None:
    told = [arithmetic_of(propose(rule, weighed(signs)), rule, KPIS, Writer(one)) for one in Language]
    assert [one.replace(NO_BREAK_SPACE, " ") for one in told] == [" ".join(sv), " ".join(en)]


def test_goals_are_counted_also_where_kpis_are_weighed() -> None:
    proposal = propose_from_goals(WEIGHTED, [status for status, _ in weighed("R R X")])
    told = arithmetic_of(proposal, WEIGHTED, STRATEGIC_GOALS, Writer(Language.EN))
    assert told.startswith("2 of 3 strategic goals are reached = 66.7%; the limit is 100%.")


@pytest.mark.parametrize(
    ("part", "whole", "limit", "shown"),
    [
        ("3", "4", "80", "75"),
        ("2", "3", "100", "66.7"),
        pytest.param("2", "3", "66.7", "66.67", id="under its limit, so not shown as equal to it"),
        pytest.param("2", "3", "66.67", "66.667", id="rounded up it would be its limit"),
        pytest.param("2", "3", "66.69", "66.67", id="rounded up it would be over its limit"),
        ("7999", "10000", "80", "79.99"),
        ("1", "8", "12.5", "12.5"),
    ],
)
def test_a_share_is_shown_on_the_right_side_of_its_limit(part: str, whole: str, limit: str, shown: str) -> None:
    assert str(shown_share(Decimal(part), Decimal(whole), Decimal(limit))) == shown


@given(st.decimals(0, 1000, places=2), st.decimals("0.01", 1000, places=2), st.decimals("0.01", 100, places=2))
def test_a_shown_share_never_contradicts_the_verdict(part: Decimal, rest: Decimal, limit: Decimal) -> None:
    whole = part + rest
    exact, shown = in_percent(part, whole), shown_share(part, whole, limit)
    assert (shown < limit, shown > limit) == (exact < Fraction(limit), exact > Fraction(limit))
    assert abs(Fraction(shown) - exact) <= Fraction(1, 20)


@pytest.mark.parametrize("rule", [DEFAULT_RULE, EIGHTY, WEIGHTED, WORST, AS_MISSED, ONE_STOPS])
def test_the_printed_rule_names_its_limits(rule: GoalStatusRule) -> None:
    for language in Language:
        told = rule_in_words(rule, Writer(language)).replace(NO_BREAK_SPACE, "").replace(" ", "")
        limits = [] if rule.kind is RuleKind.WORST else [rule.reached, rule.not_reached]
        limits += [rule.least_assessable] if rule.unassessable is UnassessableRole.LEFT_OUT else []
        assert told.count("%") == len(limits)
        assert all(f"{limit}%" in told for limit in limits)


KPI_SIGNS = {"bada": "R+ Xc", "trygg": "R", "glad": "N"}


@pytest.fixture
def evaluation(tmp_path: Path) -> Evaluation:
    return evaluated(tmp_path, KPI_SIGNS, "", signed("nearly"))


@pytest.fixture
def view(evaluation: Evaluation) -> ReportView:
    return build_view(evaluation, Origin(__version__, {}), Language.SV)


def test_a_departing_status_stands_beside_the_proposal_with_its_reason_or_that_it_lacks(tmp_path: Path) -> None:
    for reason, told in (("", "Saknas"), ("Enkäten dröjde", "Enkäten dröjde")):
        found = evaluated(tmp_path, KPI_SIGNS, "", signed("nearly", reason))
        report = build_view(found, Origin(__version__, {}), Language.SV)
        (trygg,) = (one for overall in report.overall_goals for one in overall.goals if one.anchor == "trygg")
        assert (trygg.proposed.label, trygg.assessed) == ("Nådd", f"Nästan nådd. Avviker från förslaget: {told}")
        for content in render_all(report, [Format.HTML, Format.MD], None).values():
            assert f"Nästan nådd. Avviker från förslaget: {told}" in content.decode()


def test_levels_are_told_apart_by_who_decided_them(view: ReportView) -> None:
    first, second = view.overall_goals
    assert (first.levels.council, first.levels.committee, first.levels.added) == ("1 av 1", "0 av 1", "0 av 1")
    assert (second.levels.council, second.levels.committee, second.levels.added) == ("1 av 2", "–", "–")
    assert (view.levels.council, view.levels.committee, view.levels.added) == ("2 av 3", "0 av 1", "0 av 1")
    for content in render_all(view, [Format.HTML, Format.MD], None).values():
        assert view.t["added_levels"] in content.decode()


def test_without_committee_levels_there_are_no_columns_for_them(tmp_path: Path) -> None:
    report = build_view(evaluated(tmp_path, {"trygg": "R"}), Origin(__version__, {}), Language.SV)
    for content in render_all(report, [Format.HTML, Format.MD], None).values():
        assert report.t["added_levels"] not in content.decode()


def test_the_table_of_statuses_is_whole_in_markdown(view: ReportView) -> None:
    lines = render_all(view, [Format.MD], None)["report.md"].decode().splitlines()
    head = next(index for index, line in enumerate(lines) if line.startswith(f"| {view.t['goal']} |"))
    rows = lines[head : head + 2 + 2 + 3 + 1]
    assert {row.count("|") for row in rows} == {7}
    assert view.t["whole"] in rows[-1]


def test_a_goal_is_mentioned_where_it_is_not_counted(view: ReportView) -> None:
    (also,) = view.overall_goals[1].also
    assert (also.number, also.title, also.home) == ("1.1", "Båda", "1 Det första")
    assert view.overall_goals[1].rule.startswith("0 av 2 strategiska mål är nådda = 0")
    for content in render_all(view, [Format.HTML, Format.MD], None).values():
        assert "räknas under 1 Det första" in content.decode()


def test_the_weight_of_a_kpi_is_told_where_it_counts(tmp_path: Path) -> None:
    for settings, told in (("goal_status: {kind: weighted}\n", ["2,5"]), ("", [])):
        found = evaluated(tmp_path, {"trygg": "R2.5"}, settings)
        report = build_view(found, Origin(__version__, {}), Language.SV)
        assert [value for name, value in report.kpis[0].facts if name == report.t["weight"]] == told


def recorded(evaluation: Evaluation) -> Any:  # noqa: ANN401 - JSON
    return json.loads(record(evaluation, Origin(__version__, {}), Written("2022", "sv")))


def test_the_record_has_the_rule_the_weights_and_the_counts_apart(tmp_path: Path) -> None:
    settings = "goal_status: {kind: weighted, reached: 66.66, unassessable: {kind: not_reached}}\n"
    found = recorded(evaluated(tmp_path, {"bada": "R2 ?", "trygg": "X+"}, settings))
    assert found["goal_status_rule"] == {
        "kind": "weighted",
        "reached": 66.66,
        "not_reached": 50,
        "unassessable": "not_reached",
        "least_assessable": None,
    }
    goal = found["strategic_goals"][0]
    assert (goal["proposed"], goal["rule"]) == ("reached", "enough_reached")
    assert goal["weights"] == {"reached": 2, "nearly": 0, "not_reached": 0, "not_assessable": 1}
    assert [one["addition_counts"]["not_reached"] for one in found["strategic_goals"]] == [0, 1, 0]
    assert [one["proposed"] for one in found["overall_goals"]] == ["reached", "not_reached"]
    assert found["overall_goals"][1]["counted_elsewhere"] == ["bada"]
    assert (found["proposed"], found["rule"]) == ("not_reached", "enough_not_reached")


def test_the_record_names_the_default_rules_steps_as_before(evaluation: Evaluation) -> None:
    found = recorded(evaluation)
    goals = {one["id"]: one for one in found["strategic_goals"]}
    assert [goals[one]["rule"] for one in ("bada", "trygg", "glad")] == [
        "half_or_more_not_reached",
        "all_reached",
        "otherwise",
    ]
    assert (goals["trygg"]["departs"], goals["trygg"]["reason"]) == (True, None)
