"""The rules for goals' status, each as a table of cases. R reached, N nearly, X not reached, ? not assessable."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.verdicts import NEARLY, NOT_ASSESSABLE, NOT_REACHED, REACHED, assessment, goal_of, weighed

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import DEFAULT_RULE, GoalStatusRule, RuleKind, RuleStep, UnassessableRole
from malstyrning.evaluate.roll_up import propose, propose_from_goals

SCALE = [NOT_REACHED, NEARLY, REACHED]
ONE = Decimal(1)


def rule(kind: RuleKind = RuleKind.SHARE, /, **limits: str) -> GoalStatusRule:
    """A rule with limits in per cent, and what an unassessable KPI does as `unassessable`."""
    role = UnassessableRole(limits.pop("unassessable", "left_out"))
    return GoalStatusRule(kind, unassessable=role, **{key: Decimal(limit) for key, limit in limits.items()})


def proposed(chosen: GoalStatusRule, signs: str) -> tuple[Fulfilment, RuleStep]:
    found = propose(chosen, weighed(signs))
    return found.status, found.step


@pytest.mark.parametrize(
    ("signs", "status", "step"),
    [
        ("", NOT_ASSESSABLE, RuleStep.NOTHING_TO_JUDGE),
        ("dt", NOT_ASSESSABLE, RuleStep.NOTHING_TO_JUDGE),
        ("?", NOT_ASSESSABLE, RuleStep.TOO_FEW_ASSESSABLE),
        ("R??", NOT_ASSESSABLE, RuleStep.TOO_FEW_ASSESSABLE),
        ("XX???", NOT_ASSESSABLE, RuleStep.TOO_FEW_ASSESSABLE),
        pytest.param("R?", REACHED, RuleStep.ENOUGH_REACHED, id="half is enough"),
        ("R", REACHED, RuleStep.ENOUGH_REACHED),
        ("RRR", REACHED, RuleStep.ENOUGH_REACHED),
        pytest.param("Rddtt", REACHED, RuleStep.ENOUGH_REACHED, id="what is only described does not count"),
        ("X", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED),
        pytest.param("RX", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED, id="half not reached"),
        ("NX", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED),
        ("RXX", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED),
        pytest.param("RX??", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED, id="half of the assessable"),
        ("RRX", NEARLY, RuleStep.OTHERWISE),
        ("RRNXX", NEARLY, RuleStep.OTHERWISE),
        pytest.param("N", NEARLY, RuleStep.OTHERWISE, id="nearly is not not reached"),
        ("NNN", NEARLY, RuleStep.OTHERWISE),
        ("RN", NEARLY, RuleStep.OTHERWISE),
        ("RRRN", NEARLY, RuleStep.OTHERWISE),
        ("RN?", NEARLY, RuleStep.OTHERWISE),
    ],
)
def test_the_default_rule(signs: str, status: Fulfilment, step: RuleStep) -> None:
    goal = goal_of(tuple(assessment(sign) for sign in signs))
    assert (goal.proposed, goal.proposal.step) == (status, step)


@pytest.mark.parametrize(
    ("limits", "signs", "status", "step"),
    [
        pytest.param({"reached": "80"}, "R R R R X", REACHED, RuleStep.ENOUGH_REACHED, id="4 of 5 is exactly 80 %"),
        pytest.param({"reached": "80.01"}, "R R R R X", NEARLY, RuleStep.OTHERWISE, id="4 of 5 is under 80.01 %"),
        pytest.param({"reached": "66.66"}, "R R X", REACHED, RuleStep.ENOUGH_REACHED, id="2 of 3 is over 66.66 %"),
        pytest.param({"reached": "66.67"}, "R R N", NEARLY, RuleStep.OTHERWISE, id="2 of 3 is under 66.67 %"),
        ({"not_reached": "25"}, "R R R X", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED),
        ({"not_reached": "25.01"}, "R R R X", NEARLY, RuleStep.OTHERWISE),
        pytest.param({"not_reached": "33.33"}, "R R X", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED, id="1 of 3"),
        pytest.param({"not_reached": "33.34"}, "R R X", NEARLY, RuleStep.OTHERWISE, id="1 of 3 is under 33.34 %"),
        pytest.param({"not_reached": "100"}, "X X N", NEARLY, RuleStep.OTHERWISE, id="all must be missed"),
        ({"least_assessable": "75"}, "R R R ?", REACHED, RuleStep.ENOUGH_REACHED),
        ({"least_assessable": "75.01"}, "R R R ?", NOT_ASSESSABLE, RuleStep.TOO_FEW_ASSESSABLE),
        pytest.param({"reached": "50"}, "R X", REACHED, RuleStep.ENOUGH_REACHED, id="the first step that fits"),
        ({"unassessable": "not_reached"}, "?", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED),
        ({"unassessable": "not_reached"}, "R ?", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED),
        ({"unassessable": "not_reached"}, "R R ?", NEARLY, RuleStep.OTHERWISE),
        ({"unassessable": "not_reached", "reached": "60"}, "R R ?", REACHED, RuleStep.ENOUGH_REACHED),
        ({"unassessable": "not_reached"}, "", NOT_ASSESSABLE, RuleStep.NOTHING_TO_JUDGE),
        ({"unassessable": "not_assessable"}, "R R R R R ?", NOT_ASSESSABLE, RuleStep.ONE_UNASSESSABLE),
        ({"unassessable": "not_assessable"}, "R R", REACHED, RuleStep.ENOUGH_REACHED),
        ({"unassessable": "not_assessable"}, "", NOT_ASSESSABLE, RuleStep.NOTHING_TO_JUDGE),
    ],
)
def test_the_share_rule(limits: dict[str, str], signs: str, status: Fulfilment, step: RuleStep) -> None:
    assert proposed(rule(**limits), signs) == (status, step)


@pytest.mark.parametrize(
    ("role", "signs", "status", "step"),
    [
        ("left_out", "", NOT_ASSESSABLE, RuleStep.NOTHING_TO_JUDGE),
        ("left_out", "R", REACHED, RuleStep.WORST),
        ("left_out", "N", NEARLY, RuleStep.WORST),
        ("left_out", "R R R N", NEARLY, RuleStep.WORST),
        ("left_out", "R R R N X", NOT_REACHED, RuleStep.WORST),
        ("left_out", "R ?", REACHED, RuleStep.WORST),
        ("left_out", "R ? ?", NOT_ASSESSABLE, RuleStep.TOO_FEW_ASSESSABLE),
        ("left_out", "? ?", NOT_ASSESSABLE, RuleStep.TOO_FEW_ASSESSABLE),
        ("not_reached", "R ?", NOT_REACHED, RuleStep.WORST),
        ("not_reached", "?", NOT_REACHED, RuleStep.WORST),
        ("not_assessable", "X ?", NOT_ASSESSABLE, RuleStep.ONE_UNASSESSABLE),
        ("not_assessable", "R N", NEARLY, RuleStep.WORST),
    ],
)
def test_the_worst_kpi_rule(role: str, signs: str, status: Fulfilment, step: RuleStep) -> None:
    assert proposed(rule(RuleKind.WORST, unassessable=role), signs) == (status, step)


@pytest.mark.parametrize(
    ("limits", "signs", "status", "step"),
    [
        ({}, "", NOT_ASSESSABLE, RuleStep.NOTHING_TO_JUDGE),
        ({}, "R0.5", REACHED, RuleStep.ENOUGH_REACHED),
        pytest.param({"reached": "80"}, "R4 X", REACHED, RuleStep.ENOUGH_REACHED, id="4 of 5 of the weight"),
        pytest.param({"reached": "80"}, "R3.99 N", NEARLY, RuleStep.OTHERWISE, id="3.99 of 4.99 is under 80 %"),
        pytest.param({}, "R3 X2", NEARLY, RuleStep.OTHERWISE, id="2 of 5 is missed, though half of the KPIs are"),
        pytest.param({}, "R R R X3", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED, id="3 of 6 is exactly half"),
        pytest.param(
            {"reached": "10"}, "R0.1 R0.2 N2.7", REACHED, RuleStep.ENOUGH_REACHED, id="0.3 of 3, which floats miss"
        ),
        pytest.param({}, "R ?1.01", NOT_ASSESSABLE, RuleStep.TOO_FEW_ASSESSABLE, id="less than half of the weight"),
        ({}, "R2 ?2", REACHED, RuleStep.ENOUGH_REACHED),
        ({"unassessable": "not_reached"}, "R2 ?2", NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED),
        ({"unassessable": "not_reached"}, "R3 ?2", NEARLY, RuleStep.OTHERWISE),
        ({"unassessable": "not_assessable"}, "R9 ?0.01", NOT_ASSESSABLE, RuleStep.ONE_UNASSESSABLE),
    ],
)
def test_the_weighted_rule(limits: dict[str, str], signs: str, status: Fulfilment, step: RuleStep) -> None:
    assert proposed(rule(RuleKind.WEIGHTED, **limits), signs) == (status, step)


def test_only_the_weighted_rule_reads_weights() -> None:
    assert proposed(DEFAULT_RULE, "R9 X") == proposed(DEFAULT_RULE, "R X")
    assert propose(DEFAULT_RULE, weighed("R9 X")).weights[REACHED] == (ONE,)
    assert propose(rule(RuleKind.WEIGHTED), weighed("R X2 R9 X0.5")).weights == {
        REACHED: (Decimal(9), ONE),
        NEARLY: (),
        NOT_REACHED: (Decimal(2), Decimal("0.5")),
        NOT_ASSESSABLE: (),
    }


@pytest.mark.parametrize("kind", RuleKind)
def test_goals_weigh_alike_whatever_the_rule(kind: RuleKind) -> None:
    found = propose_from_goals(rule(kind), [REACHED, REACHED, NOT_ASSESSABLE])
    assert (found.status, found.judged, found.assessable) == (REACHED, Decimal(3), Decimal(2))
    assert propose_from_goals(rule(kind), []).step is RuleStep.NOTHING_TO_JUDGE


def former(counts: Mapping[Fulfilment, int]) -> Fulfilment:
    """The only rule there was, as it was written before there were others."""
    judged = sum(counts.values())
    assessable = judged - counts[NOT_ASSESSABLE]
    if judged == 0 or 2 * assessable < judged:
        return NOT_ASSESSABLE
    if counts[REACHED] == assessable:
        return REACHED
    return NOT_REACHED if 2 * counts[NOT_REACHED] >= assessable else NEARLY


@pytest.mark.parametrize("size", range(6))
def test_the_default_rule_is_the_former_one(size: int) -> None:
    for statuses in combinations_with_replacement(Fulfilment, size):
        counts = {one: statuses.count(one) for one in Fulfilment}
        assert propose_from_goals(DEFAULT_RULE, statuses).status is former(counts), statuses


PERCENT = st.decimals("0.01", 100, places=2)
RULES = st.builds(
    GoalStatusRule,
    kind=st.sampled_from(RuleKind),
    reached=PERCENT,
    not_reached=PERCENT,
    unassessable=st.sampled_from(UnassessableRole),
    least_assessable=PERCENT,
)
WEIGHTS = st.decimals("0.01", 1000, places=2)
WEIGHED = st.lists(st.tuples(st.sampled_from(Fulfilment), WEIGHTS), max_size=6)


@given(RULES, WEIGHED.flatmap(lambda kpis: st.tuples(st.just(kpis), st.permutations(kpis))))
def test_the_order_of_kpis_changes_nothing(
    chosen: GoalStatusRule, orders: tuple[list[tuple[Fulfilment, Decimal]], list[tuple[Fulfilment, Decimal]]]
) -> None:
    kpis, shuffled = orders
    assert propose(chosen, shuffled) == propose(chosen, kpis)


@given(RULES, WEIGHED, WEIGHTS)
def test_one_more_reached_never_makes_the_proposal_worse(
    chosen: GoalStatusRule, kpis: list[tuple[Fulfilment, Decimal]], weight: Decimal
) -> None:
    before = propose(chosen, kpis).status
    after = propose(chosen, [*kpis, (REACHED, weight)]).status
    if before is not NOT_ASSESSABLE:  # that is no step of the scale
        assert SCALE.index(after) >= SCALE.index(before)
