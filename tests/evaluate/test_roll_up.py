from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.examples import level, outcome

from malstyrning.domain.assessments import (
    NONE_COUNTED,
    GoalRule,
    KpiAssessment,
    OverallGoalResult,
    Tally,
    Trend,
    TrendBasis,
    TrendVerdict,
    Unassessable,
    Verdict,
)
from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.words import DecidedBy
from malstyrning.evaluate.roll_up import assess_goal, propose, tally
from malstyrning.language import Text

REACHED, NEARLY, NOT_REACHED, NOT_ASSESSABLE = Fulfilment
SIGNS = {"R": REACHED, "N": NEARLY, "X": NOT_REACHED, "?": NOT_ASSESSABLE}
OUTSIDE = {Unassessable.NO_DIRECTION, Unassessable.NO_TARGET, Unassessable.NOT_REPORTED_NOW}
UNASSESSABLE = [one for one in Unassessable if one not in OUTSIDE]


def assessment(sign: str) -> KpiAssessment:
    """R reached, N nearly, X not reached, ? not assessable, d without direction, t without level."""
    if sign in "dt":
        reason = Unassessable.NO_DIRECTION if sign == "d" else Unassessable.NO_TARGET
        verdict = Verdict(NOT_ASSESSABLE, reason=reason)
    else:
        verdict = Verdict(SIGNS[sign], gap=Decimal(0), reason=Unassessable.NO_OUTCOME if sign == "?" else None)
    return KpiAssessment("kpi", outcome("1"), verdict, TrendVerdict(Trend.UNKNOWN, TrendBasis.NO_EARLIER_VALUE))


def decided(sign: str, by: DecidedBy) -> KpiAssessment:
    """The same, held against a level of the council's or of the committee's."""
    one = assessment(sign)
    return replace(one, verdict=replace(one.verdict, level=replace(level("≥ 1"), decided_by=by)))


@pytest.mark.parametrize(
    ("signs", "status", "step"),
    [
        ("", NOT_ASSESSABLE, GoalRule.NOTHING_TO_JUDGE),
        ("dt", NOT_ASSESSABLE, GoalRule.NOTHING_TO_JUDGE),
        ("?", NOT_ASSESSABLE, GoalRule.UNDER_HALF_ASSESSABLE),
        ("R??", NOT_ASSESSABLE, GoalRule.UNDER_HALF_ASSESSABLE),
        ("XX???", NOT_ASSESSABLE, GoalRule.UNDER_HALF_ASSESSABLE),
        pytest.param("R?", REACHED, GoalRule.ALL_REACHED, id="half is enough"),
        ("R", REACHED, GoalRule.ALL_REACHED),
        ("RRR", REACHED, GoalRule.ALL_REACHED),
        pytest.param("Rddtt", REACHED, GoalRule.ALL_REACHED, id="what is only described does not count"),
        ("X", NOT_REACHED, GoalRule.HALF_OR_MORE_NOT_REACHED),
        pytest.param("RX", NOT_REACHED, GoalRule.HALF_OR_MORE_NOT_REACHED, id="half not reached"),
        ("NX", NOT_REACHED, GoalRule.HALF_OR_MORE_NOT_REACHED),
        ("RXX", NOT_REACHED, GoalRule.HALF_OR_MORE_NOT_REACHED),
        pytest.param("RX??", NOT_REACHED, GoalRule.HALF_OR_MORE_NOT_REACHED, id="half of the assessable"),
        ("RRX", NEARLY, GoalRule.OTHERWISE),
        ("RRNXX", NEARLY, GoalRule.OTHERWISE),
        pytest.param("N", NEARLY, GoalRule.OTHERWISE, id="nearly is not not reached"),
        ("NNN", NEARLY, GoalRule.OTHERWISE),
        ("RN", NEARLY, GoalRule.OTHERWISE),
        ("RRRN", NEARLY, GoalRule.OTHERWISE),
        ("RN?", NEARLY, GoalRule.OTHERWISE),
    ],
)
def test_the_printed_rule(signs: str, status: Fulfilment, step: GoalRule) -> None:
    goal = assess_goal("mal", tuple(assessment(sign) for sign in signs))
    assert (goal.proposed, goal.step) == (status, step)


def test_a_tally_counts_what_is_judged_and_what_is_described() -> None:
    counted = tally(assessment(sign) for sign in "RRNX?dt")
    assert counted == Tally({REACHED: 2, NEARLY: 1, NOT_REACHED: 1, NOT_ASSESSABLE: 1}, described=2)
    assert (counted.judged, counted.assessable, counted.all) == (5, 4, 7)
    assert (counted + counted).all == 14
    assert (counted + counted).counts[REACHED] == 4


@pytest.mark.parametrize("reason", UNASSESSABLE)
def test_whatever_can_not_be_judged_is_counted(reason: Unassessable) -> None:
    one = assessment("?")
    kpi = KpiAssessment("kpi", one.outcome, Verdict(NOT_ASSESSABLE, reason=reason), one.trend)
    assert tally([kpi]).counts[NOT_ASSESSABLE] == 1


def test_what_is_not_followed_up_now_stands_outside_the_rule() -> None:
    one = assessment("?")
    verdict = Verdict(NOT_ASSESSABLE, level=level("≥ 1"), reason=Unassessable.NOT_REPORTED_NOW)
    later = replace(one, verdict=verdict)
    goal = assess_goal("mal", (later, later, assessment("R")))
    assert (goal.proposed, goal.step) == (REACHED, GoalRule.ALL_REACHED)
    assert (goal.whole_tally.not_reported, goal.whole_tally.judged, goal.whole_tally.all) == (2, 1, 3)
    assert assess_goal("mal", (later,)).step is GoalRule.NOTHING_TO_JUDGE


@pytest.mark.parametrize(
    ("answer", "signed", "status", "departs"),
    [
        pytest.param(None, True, REACHED, False, id="no answer"),
        pytest.param(GoalAnswer(position=Text("Läget")), True, REACHED, False, id="an answer without status"),
        pytest.param(GoalAnswer(status=REACHED), True, REACHED, False, id="the same status"),
        pytest.param(GoalAnswer(status=NEARLY, reason=Text("Skälet")), True, NEARLY, True, id="another status"),
        pytest.param(GoalAnswer(status=NEARLY, reason=Text("Skälet")), False, REACHED, False, id="no one signed it"),
    ],
)
def test_the_signed_status_decides_beside_the_proposed(
    answer: GoalAnswer | None, status: Fulfilment, *, signed: bool, departs: bool
) -> None:
    goal = assess_goal("mal", (assessment("R"),), answer, signed=signed)
    assert (goal.proposed, goal.status, goal.departs) == (REACHED, status, departs)
    assert (goal.answer, goal.signed) == (answer, signed)  # what was answered is kept, and so is that no one signed it


def test_the_councils_levels_and_the_committees_own_are_counted_apart_and_propose_together() -> None:
    council, committee = DecidedBy.COUNCIL, DecidedBy.COMMITTEE
    kpis = (decided("R", council), decided("X", committee), decided("X", committee), assessment("d"), assessment("t"))
    goal = assess_goal("mal", kpis)
    assert goal.tally == Tally({**NONE_COUNTED.counts, REACHED: 1}, described=2)
    assert goal.committee_tally == Tally({**NONE_COUNTED.counts, NOT_REACHED: 2})
    assert goal.whole_tally == Tally({**NONE_COUNTED.counts, REACHED: 1, NOT_REACHED: 2}, described=2)
    assert (goal.proposed, goal.step) == (NOT_REACHED, GoalRule.HALF_OR_MORE_NOT_REACHED)
    overall = OverallGoalResult("mal", (goal, goal))
    assert (overall.tally.all, overall.committee_tally.all) == (6, 4)


@given(st.fixed_dictionaries({one: st.integers(0, 6) for one in Fulfilment}))
def test_one_more_reached_never_makes_the_proposal_worse(counts: dict[Fulfilment, int]) -> None:
    order = [NOT_REACHED, NEARLY, REACHED]
    before, _ = propose(Tally(counts))
    after, _ = propose(Tally({**counts, REACHED: counts[REACHED] + 1}))
    if before in order and after in order:
        assert order.index(after) >= order.index(before)
    else:
        assert before is NOT_ASSESSABLE
