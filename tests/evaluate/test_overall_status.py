"""From strategic goals to the overall goal and the whole, by the same rule."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.evaluate.overall import evaluated, signed

from malstyrning.domain.assessments import Evaluation, GoalAssessment, OverallGoalResult
from malstyrning.domain.fulfilment import Fulfilment

REACHED, NEARLY, NOT_REACHED, NOT_ASSESSABLE = Fulfilment
KPIS = {"bada": "R", "trygg": "R R", "glad": "N"}
WORST = "goal_status: {kind: worst}\n"
HALF = "goal_status: {kind: share, reached: 50, not_reached: 60}\n"


@pytest.mark.parametrize(
    ("settings", "answers", "overall", "whole"),
    [
        pytest.param("", "", [REACHED, NEARLY], NEARLY, id="1 of 2 reached, twice"),
        pytest.param(HALF, "", [REACHED, REACHED], REACHED, id="half is enough"),
        pytest.param(WORST, "", [REACHED, NEARLY], NEARLY, id="the worst goal"),
        pytest.param("", signed("not_reached"), [REACHED, NOT_REACHED], NOT_REACHED, id="the signed status counts"),
        pytest.param(WORST, signed("not_reached"), [REACHED, NOT_REACHED], NOT_REACHED, id="the worst that is signed"),
        pytest.param("", signed("not_assessable"), [REACHED, NEARLY], NEARLY, id="half of the goals are assessable"),
    ],
)
def test_an_overall_goal_and_the_whole_follow_the_chosen_rule(
    tmp_path: Path, settings: str, answers: str, overall: list[Fulfilment], whole: Fulfilment
) -> None:
    found = evaluated(tmp_path, KPIS, settings, answers)
    assert [one.proposal.status for one in found.overall_goals] == overall
    assert found.proposal.status is whole


def test_a_goal_that_serves_several_is_counted_under_the_first_and_told_under_the_others(tmp_path: Path) -> None:
    first, second = evaluated(tmp_path, KPIS).overall_goals
    assert ([one.goal for one in first.goals], first.also) == (["bada"], ())
    assert [one.goal for one in second.goals] == ["trygg", "glad"]
    assert [(one.goal, home) for one, home in second.also] == [("bada", "ett")]
    assert second.proposal.judged == 2


@pytest.mark.parametrize("kpis", [{}, {"bada": "?", "trygg": "? ?", "glad": "?"}])
def test_where_nothing_is_assessable_the_whole_is_not(tmp_path: Path, kpis: dict[str, str]) -> None:
    found = evaluated(tmp_path, kpis)
    assert {one.proposed for one in found.goals} == {NOT_ASSESSABLE}
    assert {one.proposal.status for one in found.overall_goals} == {NOT_ASSESSABLE}
    assert found.proposal.status is NOT_ASSESSABLE


def levels(result: GoalAssessment | OverallGoalResult | Evaluation) -> tuple[int, int, int]:
    return result.tally.judged, result.committee_tally.judged, result.addition_tally.judged


def test_levels_are_counted_by_who_decided_them_all_the_way_up(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"bada": "R+ Xc", "trygg": "R", "glad": "N+ ?"})
    assert [levels(one) for one in found.goals] == [(1, 1, 1), (1, 0, 0), (2, 0, 1)]
    assert [levels(one) for one in found.overall_goals] == [(1, 1, 1), (3, 0, 1)]
    assert levels(found) == (4, 1, 2)
    assert found.addition_tally.counts[NOT_REACHED] == 2


def test_the_weights_of_kpis_stop_at_their_goal(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"bada": "R3 X", "trygg": "R9", "glad": "X"}, "goal_status: {kind: weighted}\n")
    first, second = found.overall_goals
    assert first.goals[0].proposal.weight(REACHED) == 3
    assert (second.proposal.judged, second.proposal.status) == (Decimal(2), NOT_REACHED)
