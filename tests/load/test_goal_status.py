"""`goal_status` in malstyrning.yaml, and the weight of a KPI: what is read, and what is refused with its place."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.load.json_schema.editor import GOALS, WORKSPACE, composed, seen
from tests.workspaces import load, without_marks

from malstyrning.domain.goal_status import DEFAULT_RULE, GoalStatusRule, RuleKind, UnassessableRole

SETTINGS = 'format: 1\norganisation: "9999"\n'
KPI = "kpis:\n  trygghet: {title: T, goal: mal, unit: percent, decimals: 1, direction: higher, weight: @}\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", DEFAULT_RULE),
        ("goal_status: {kind: share}", DEFAULT_RULE),
        ("goal_status: {kind: share, unassessable: {kind: left_out}}", DEFAULT_RULE),
        (
            "goal_status: {kind: share, reached: 80, not_reached: 33.33}",
            GoalStatusRule(RuleKind.SHARE, Decimal(80), Decimal("33.33")),
        ),
        (
            "goal_status: {kind: share, unassessable: {kind: left_out, least_assessable: 75.5}}",
            GoalStatusRule(least_assessable=Decimal("75.5")),
        ),
        ("goal_status: {kind: weighted, reached: 100}", GoalStatusRule(RuleKind.WEIGHTED)),
        (
            "goal_status: {kind: worst, unassessable: {kind: not_reached}}",
            GoalStatusRule(RuleKind.WORST, unassessable=UnassessableRole.NOT_REACHED),
        ),
        (
            "goal_status:\n  kind: share\n  unassessable:\n    kind: not_assessable\n",
            GoalStatusRule(unassessable=UnassessableRole.NOT_ASSESSABLE),
        ),
    ],
)
def test_a_rule_is_read(tmp_path: Path, text: str, rule: GoalStatusRule) -> None:
    loaded = load(tmp_path, {"malstyrning.yaml": SETTINGS + text})
    assert loaded.diagnostics == ()
    assert loaded.plan.goal_status == rule
    assert WORKSPACE.is_valid(seen(composed(SETTINGS + text)))


@pytest.mark.parametrize(
    ("text", "code", "help_"),
    [
        ("goal_status: {kind: «mean»}", "SCH204", "choose among share, worst, weighted"),
        ("«goal_status»: {reached: 80}", "SCH202", "add the line 'kind: …' (share, worst, weighted)"),
        ("goal_status: «share»", "SCH203", "write {kind: share}"),
        ("goal_status: «mean»", "SCH203", "write keys with values, on lines without dashes"),
        ("goal_status: {kind: worst, unassessable: «left_out»}", "SCH203", "write {kind: left_out}"),
        ("goal_status: {kind: worst, «reached»: 80}", "SCH201", "the keys here are unassessable, kind"),
        (
            "goal_status: {kind: share, reached: «0»}",
            "SCH203",
            "write a share in per cent, more than 0 and at most 100, with at most two decimals",
        ),
        (
            "goal_status: {kind: share, reached: «100.01»}",
            "SCH203",
            "write a share in per cent, more than 0 and at most 100, with at most two decimals",
        ),
        (
            "goal_status: {kind: share, not_reached: «66.667»}",
            "SCH203",
            "write a share in per cent, more than 0 and at most 100, with at most two decimals",
        ),
        ("goal_status: {kind: weighted, reached: «66,7»}", "SCH203", "write a number with a decimal point: 66.7"),
        ("goal_status: {kind: share, unassessable: {kind: «ignored»}}", "SCH204", "choose among left_out,"),
        (
            "goal_status: {kind: share, unassessable: {kind: not_reached, «least_assessable»: 50}}",
            "SCH201",
            "the keys here are kind",
        ),
        (
            "goal_status: {kind: share, unassessable: {kind: left_out, least_assessable: «-5»}}",
            "SCH203",
            "write a share in per cent, more than 0",
        ),
    ],
)
def test_what_is_no_rule_is_refused_where_it_stands(tmp_path: Path, text: str, code: str, help_: str) -> None:
    plain, span = without_marks("malstyrning.yaml", SETTINGS + text)
    (found,) = load(tmp_path, {"malstyrning.yaml": plain}).diagnostics
    assert (found.rule.code, found.span) == (code, span)
    assert (found.help.en or "").startswith(help_)
    assert not WORKSPACE.is_valid(seen(composed(plain))) or "66.667" in text  # an editor counts no decimals


@pytest.mark.parametrize("weight", ["1", "2", "0.5", "0.01", "1000", "12.25"])
def test_a_weight_is_a_number_that_a_pocket_calculator_adds(tmp_path: Path, weight: str) -> None:
    text = KPI.replace("@", weight)
    loaded = load(tmp_path, {"goals/example.yaml": text})
    assert loaded.diagnostics == ()
    assert loaded.plan.kpis["trygghet"].weight == Decimal(weight)
    assert GOALS.is_valid(seen(composed(text)))


@pytest.mark.parametrize("weight", ["0", "0.00", "-1", "1000.01", "1e2", "0.125", "heavy", "05"])
def test_a_weight_of_nothing_is_refused(tmp_path: Path, weight: str) -> None:
    (found,) = load(tmp_path, {"goals/example.yaml": KPI.replace("@", weight)}).diagnostics
    assert found.rule.code == "SCH203"
    assert str(found.facts["found"]) == weight
