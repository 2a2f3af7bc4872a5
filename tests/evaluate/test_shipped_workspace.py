"""The shipped workspace is judged without a crash, and as another way of counting judges it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from tests.evaluate.independent import recompute
from tests.workspaces import ROOT

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.outcomes import ComparisonTable, Measurements
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.places import Place
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.load import Loaded, load_workspace

YEAR = 2022


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_workspace(ROOT)


@pytest.fixture(scope="module")
def evaluation(loaded: Loaded) -> Evaluation:
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(YEAR)))


def test_every_kpi_of_the_plan_appears_once(loaded: Loaded, evaluation: Evaluation) -> None:
    plan = loaded.plan
    expected = [kpi.id for goal in plan.strategic_goals_in(YEAR) for kpi in plan.kpis_of(goal.id, YEAR)]
    seen = [one.kpi for one in evaluation.kpis]
    assert Counter(seen) == Counter(expected)
    assert set(seen) == {kpi.id for kpi in plan.kpis.values() if kpi.standing.valid.covers(YEAR)}
    assert len(seen) == evaluation.whole_tally.all > 50


def test_every_goal_of_the_plan_appears_once(loaded: Loaded, evaluation: Evaluation) -> None:
    assert Counter(one.goal for one in evaluation.goals) == Counter(
        one.id for one in loaded.plan.strategic_goals_in(YEAR)
    )
    assert [one.goal for one in evaluation.overall_goals] == [one.id for one in loaded.plan.overall_goals_in(YEAR)]


def test_verdicts_gaps_and_places_agree_with_another_way_of_counting(loaded: Loaded, evaluation: Evaluation) -> None:
    other = recompute()
    for counted, expected in (
        (evaluation.whole_tally, other["counts"]),
        (evaluation.committee_tally, other["counts by committees' own levels"]),
    ):
        counts = Counter({str(one): number for one, number in counted.counts.items()})
        counts["described"] = counted.described
        assert +counts == +expected
    decimals = {kpi.id: kpi.decimals for kpi in loaded.plan.kpis.values()}
    gaps = {
        one.kpi: int(one.verdict.gap.scaleb(decimals[one.kpi]))
        for one in evaluation.kpis
        if one.verdict.gap is not None
    }
    assert gaps == other["gaps"]
    places = {
        (one.kpi, place.group): None if place.first is None else (place.first, place.last, place.n)
        for one in evaluation.kpis
        for place in one.places
    }
    assert places == other["places"]
    assert sum(place is not None for place in places.values()) > 50
    for assessment in evaluation.kpis:
        for place in assessment.places:
            expected = other["groups"][assessment.kpi, place.group]
            assert expected == {key: one for key, one in in_units(place, decimals[assessment.kpi]) if key in expected}


def in_units(place: Place, decimals: int) -> Iterator[tuple[str, object]]:
    """The figures of a group, in units of the last decimal."""
    yield "with_value", place.members_with_value
    yield "at_lowest", [*place.at_lowest]
    yield "at_highest", [*place.at_highest]
    for key in ("median", "mean", "best_quarter"):
        figure = getattr(place, key)
        yield key, None if figure is None else int(figure.scaleb(decimals))


def test_the_money_of_every_committee_adds_up(loaded: Loaded, evaluation: Evaluation) -> None:
    assert len(evaluation.money) == len(loaded.plan.budget_frames)
    for result in evaluation.money:
        frame = loaded.plan.budget_frames[result.committee, YEAR]
        assert result.original == frame.amount
        assert result.current == frame.amount + sum(sum(change.areas.values()) for change in frame.changes)
        assert result.outcome is not None


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
    found = evaluate(loaded.plan, Measurements(), Occasion(Period(YEAR)))
    assert found.tally.assessable == 0
    assert found.tally.judged > 0
    assert {goal.proposed for goal in found.goals} == {Fulfilment.NOT_ASSESSABLE}
    assert {place.n for one in found.kpis for place in one.places} == {0}


def test_what_is_known_of_others_values_is_handed_on(loaded: Loaded, evaluation: Evaluation) -> None:
    told = replace(loaded.measurements, peer_sources={"skattesats": ("SCB",)}, peer_examples=frozenset({"skattesats"}))
    found = evaluate(loaded.plan, told, evaluation.occasion)
    assert (found.peer_sources, found.peer_examples) == (told.peer_sources, told.peer_examples)


def test_an_answer_counts_at_its_own_occasion_only(loaded: Loaded, evaluation: Evaluation) -> None:
    assert len(evaluation.answers) == len(loaded.plan.evaluations)
    moved = {
        (committee, "2021"): replace(one, period="2021") for (committee, _), one in loaded.plan.evaluations.items()
    }
    found = evaluate(replace(loaded.plan, evaluations=moved), loaded.measurements, evaluation.occasion)
    assert found.answers == {}
    assert all(goal.answer is None for goal in found.goals)
