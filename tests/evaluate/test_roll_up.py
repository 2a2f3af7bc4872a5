"""Counting verdicts, and what is signed beside what the rule proposes. The rules themselves: test_goal_status.py."""

from dataclasses import replace

import pytest
from tests.evaluate.examples import level
from tests.evaluate.verdicts import NEARLY, NOT_ASSESSABLE, NOT_REACHED, REACHED, assessment, decided, goal_of

from malstyrning.domain.assessments import NONE_COUNTED, OverallGoalResult, Tally
from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import DEFAULT_RULE, RuleStep
from malstyrning.domain.verdicts import Unassessable, Verdict
from malstyrning.domain.words import DecidedBy
from malstyrning.evaluate.roll_up import propose_from_goals, tally
from malstyrning.language import Text

OUTSIDE = {Unassessable.NO_DIRECTION, Unassessable.NO_TARGET, Unassessable.NOT_REPORTED_NOW}
UNASSESSABLE = [one for one in Unassessable if one not in OUTSIDE]


def test_a_tally_counts_what_is_judged_and_what_is_described() -> None:
    counted = tally(assessment(sign).verdict for sign in "RRNX?dt")
    assert counted == Tally({REACHED: 2, NEARLY: 1, NOT_REACHED: 1, NOT_ASSESSABLE: 1}, described=2)
    assert (counted.judged, counted.assessable, counted.all) == (5, 4, 7)
    assert (counted + counted).all == 14
    assert (counted + counted).counts[REACHED] == 4


@pytest.mark.parametrize("reason", UNASSESSABLE)
def test_whatever_can_not_be_judged_is_counted(reason: Unassessable) -> None:
    assert tally([Verdict(NOT_ASSESSABLE, reason=reason)]).counts[NOT_ASSESSABLE] == 1


def test_what_is_not_followed_up_now_stands_outside_the_rule() -> None:
    verdict = Verdict(NOT_ASSESSABLE, level=level("≥ 1"), reason=Unassessable.NOT_REPORTED_NOW)
    later = replace(assessment("?"), verdict=verdict)
    goal = goal_of((later, later, assessment("R")))
    assert (goal.proposed, goal.proposal.step) == (REACHED, RuleStep.ENOUGH_REACHED)
    assert (goal.whole_tally.not_reported, goal.whole_tally.judged, goal.whole_tally.all) == (2, 1, 3)
    assert goal.is_followed_up
    nothing_now = goal_of((later,))
    assert (nothing_now.proposal.step, nothing_now.is_followed_up) == (RuleStep.NOTHING_TO_JUDGE, False)
    assert goal_of((later,), GoalAnswer(status=REACHED), signed=True).is_followed_up
    assert goal_of((assessment("d"),)).is_followed_up


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
    goal = goal_of((assessment("R"),), answer, signed=signed)
    assert (goal.proposed, goal.status, goal.departs) == (REACHED, status, departs)
    assert (goal.answer, goal.signed) == (answer, signed)  # what was answered is kept, and so is that no one signed it


def test_the_councils_levels_and_the_committees_own_are_counted_apart_and_propose_together() -> None:
    council, committee = DecidedBy.COUNCIL, DecidedBy.COMMITTEE
    kpis = (decided("R", council), decided("X", committee), decided("X", committee), assessment("d"), assessment("t"))
    goal = goal_of(kpis)
    assert goal.tally == Tally({**NONE_COUNTED.counts, REACHED: 1}, described=2)
    assert goal.committee_tally == Tally({**NONE_COUNTED.counts, NOT_REACHED: 2})
    assert goal.whole_tally == Tally({**NONE_COUNTED.counts, REACHED: 1, NOT_REACHED: 2}, described=2)
    assert (goal.proposed, goal.proposal.step) == (NOT_REACHED, RuleStep.ENOUGH_NOT_REACHED)
    overall = OverallGoalResult("mal", propose_from_goals(DEFAULT_RULE, [goal.status] * 2), (goal, goal))
    assert (overall.tally.all, overall.committee_tally.all) == (6, 4)


def test_a_stricter_level_that_the_committee_added_is_counted_apart_and_proposes_nothing() -> None:
    added = decided("X", DecidedBy.COMMITTEE).verdict
    kpis = (replace(decided("R", DecidedBy.COUNCIL), committee_addition=added), decided("R", DecidedBy.COUNCIL))
    goal = goal_of(kpis)
    assert goal.addition_tally == Tally({**NONE_COUNTED.counts, NOT_REACHED: 1})
    assert goal.whole_tally == Tally({**NONE_COUNTED.counts, REACHED: 2})
    assert goal.proposed is REACHED
