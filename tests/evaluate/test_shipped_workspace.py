"""The shipped workspace is judged without a crash, whatever the year and the order of the rows."""

from collections import Counter
from dataclasses import fields, replace

import pytest
from tests.workspaces import ROOT

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.outcomes import ComparisonTable, Measurements
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.load import Loaded, load_workspace

YEARS = (2022, 2023)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_workspace(ROOT)


@pytest.fixture(scope="module", params=YEARS)
def evaluation(request: pytest.FixtureRequest, loaded: Loaded) -> Evaluation:
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(request.param)))


def test_every_kpi_of_the_plan_appears_once(loaded: Loaded, evaluation: Evaluation) -> None:
    plan, year = loaded.plan, evaluation.occasion.year
    goals = {one.id for one in plan.strategic_goals_in(year)}
    seen = [one.kpi for one in evaluation.kpis]
    assert len(seen) == len(set(seen)) == evaluation.whole_tally.all > 50
    assert set(seen) == {kpi.id for kpi in plan.kpis.values() if kpi.standing.valid.covers(year) and kpi.goal in goals}


def test_every_goal_of_the_plan_appears_once(loaded: Loaded, evaluation: Evaluation) -> None:
    year = evaluation.occasion.year
    assert Counter(one.goal for one in evaluation.goals) == Counter(
        one.id for one in loaded.plan.strategic_goals_in(year)
    )
    assert [one.goal for one in evaluation.overall_goals] == [one.id for one in loaded.plan.overall_goals_in(year)]


def test_the_order_of_the_rows_changes_nothing(loaded: Loaded, evaluation: Evaluation) -> None:
    columns = [one.name for one in fields(ComparisonTable)]
    table = ComparisonTable(*(getattr(loaded.measurements.table, column)[::-1] for column in columns))
    measurements = loaded.measurements
    backwards = replace(measurements, own=measurements.own[::-1], table=table, money=measurements.money[::-1])
    assert evaluate(loaded.plan, backwards, evaluation.occasion) == evaluation


@pytest.mark.parametrize("year", [1999, 2015, 2021, 2023, 2026])
def test_any_year_is_judged_without_a_crash(loaded: Loaded, year: int) -> None:
    found = evaluate(loaded.plan, loaded.measurements, Occasion(Period(year)))
    assert len(found.goals) == len(loaded.plan.strategic_goals_in(year))


def test_without_measurements_nothing_is_assessable(loaded: Loaded) -> None:
    found = evaluate(loaded.plan, Measurements(), Occasion(Period(2022)))
    assert found.tally.assessable == 0
    assert found.tally.judged > 0
    assert {goal.proposed for goal in found.goals} == {Fulfilment.NOT_ASSESSABLE}
    assert {place.n for one in found.kpis for place in one.places} == {0}


def test_what_is_known_of_others_values_is_handed_on(loaded: Loaded, evaluation: Evaluation) -> None:
    told = replace(loaded.measurements, peer_sources={"skattesats": ("SCB",)}, peer_examples=frozenset({"skattesats"}))
    found = evaluate(loaded.plan, told, evaluation.occasion)
    assert (found.peer_sources, found.peer_examples) == (told.peer_sources, told.peer_examples)


def test_an_answer_counts_at_its_own_occasion_only(loaded: Loaded, evaluation: Evaluation) -> None:
    asked = str(evaluation.occasion)
    mine = {committee: one for (committee, period), one in loaded.plan.evaluations.items() if period == asked}
    assert evaluation.answers.keys() == mine.keys()
    assert {one: each.signed for one, each in evaluation.answers.items()} == {
        one: each.signed for one, each in mine.items()
    }
    moved = {(committee, "2021"): replace(one, period="2021") for committee, one in mine.items()}
    found = evaluate(replace(loaded.plan, evaluations=moved), loaded.measurements, evaluation.occasion)
    assert found.answers == {}
    assert all(goal.answer is None for goal in found.goals)
