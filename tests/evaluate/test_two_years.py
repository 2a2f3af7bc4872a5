"""Two years in one tree: what ended is in the one, what came instead in the other, and both are judged by what held."""

from datetime import date
from decimal import Decimal

import pytest
from tests.workspaces import ROOT

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.targets import AtLeast, ChangeSince, SumSince
from malstyrning.domain.verdicts import Unassessable
from malstyrning.domain.words import ActionStatus
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.load import Loaded, load_workspace
from malstyrning.report.build import Origin, build_view

YEARS = (2022, 2023)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_workspace(ROOT)


@pytest.fixture(scope="module")
def years(loaded: Loaded) -> dict[int, Evaluation]:
    return {year: evaluate(loaded.plan, loaded.measurements, Occasion(Period(year))) for year in YEARS}


def kpi(evaluation: Evaluation, name: str) -> KpiAssessment:
    return next(one for one in evaluation.kpis if one.kpi == name)


@pytest.mark.parametrize(
    ("kind", "name", "in_2022", "in_2023"),
    [
        pytest.param("goals", "bibliotek-nara-alla", True, False, id="a goal ended"),
        pytest.param("goals", "mindre-avfall", True, False, id="a goal replaced"),
        pytest.param("goals", "avfall-som-inte-uppstar", False, True, id="what replaced it"),
        pytest.param("goals", "hallbara-resor", True, True, id="a goal that goes on"),
        pytest.param("kpis", "bokutbud", True, False, id="a KPI of an ended goal"),
        pytest.param("kpis", "nystartade-foretag", True, False, id="a KPI ended"),
        pytest.param("kpis", "nya-bostader-sedan-2016", True, False, id="a KPI replaced"),
        pytest.param("kpis", "fardigstallda-bostader", False, True, id="the KPI that replaced it"),
        pytest.param("kpis", "godkant-skolor-i-nacka", False, True, id="a new KPI"),
    ],
)
def test_a_year_judges_what_was_in_force(
    years: dict[int, Evaluation], kind: str, name: str, *, in_2022: bool, in_2023: bool
) -> None:
    def judged(year: int) -> set[str]:
        evaluation = years[year]
        return {one.goal for one in evaluation.goals} if kind == "goals" else {one.kpi for one in evaluation.kpis}

    assert [name in judged(year) for year in YEARS] == [in_2022, in_2023]


@pytest.mark.parametrize(("name", "count"), [("goals", (24, 23)), ("kpis", (60, 57))])
def test_each_year_has_its_own_number(years: dict[int, Evaluation], name: str, count: tuple[int, int]) -> None:
    assert tuple(len(getattr(years[year], name)) for year in YEARS) == count


def test_a_level_revised_in_the_year_has_the_first_one_beside_it(years: dict[int, Evaluation]) -> None:
    judged = kpi(years[2023], "insikt-foretagsklimat")
    assert judged.outcome.value == 81
    assert judged.verdict.level
    assert judged.verdict.level.decided == date(2023, 6, 19)
    assert judged.verdict.fulfilment is Fulfilment.NEARLY
    assert judged.at_start_of_year
    assert judged.at_start_of_year.level
    assert judged.at_start_of_year.level.target == AtLeast(Decimal(80))
    assert judged.at_start_of_year.fulfilment is Fulfilment.REACHED


def test_a_revision_of_2023_was_unknown_in_2022(years: dict[int, Evaluation]) -> None:
    final = kpi(years[2022], "insikt-foretagsklimat").final
    assert final
    assert (final.year, final.target) == (2023, AtLeast(Decimal(80)))


def test_a_level_against_a_year_without_a_value_is_not_assessable(years: dict[int, Evaluation]) -> None:
    judged = kpi(years[2023], "vaxthusgaser-per-invanare")
    assert judged.outcome.period == Period(2022)
    assert judged.verdict.fulfilment is Fulfilment.REACHED
    added = judged.committee_addition
    assert added
    assert (added.fulfilment, added.reason) == (Fulfilment.NOT_ASSESSABLE, Unassessable.VALUES_MISSING)
    assert added.missing == (Period(1990),)
    assert judged.final
    assert judged.final.target == ChangeSince(1990, Decimal(-63))


def test_the_homes_of_each_year_add_up_to_the_sum_that_they_replaced(
    loaded: Loaded, years: dict[int, Evaluation]
) -> None:
    before, now = kpi(years[2022], "nya-bostader-sedan-2016"), kpi(years[2023], "fardigstallda-bostader")
    assert before.outcome.value == sum(one.value or 0 for one in now.series) == 6138
    assert now.final
    assert now.final.target == SumSince(2016, Decimal(20000))
    assert loaded.plan.kpis["nya-bostader-sedan-2016"].standing.replaced_by == "fardigstallda-bostader"


@pytest.mark.parametrize(
    ("year", "name"), [(2022, "Arbets- och företagsnämnden"), (2023, "Arbetsmarknads- och näringslivsnämnden")]
)
def test_the_report_calls_a_committee_what_it_was_called(years: dict[int, Evaluation], year: int, name: str) -> None:
    view = build_view(years[year], Origin("", {}), Language.SV)
    goals = [goal for overall in view.overall_goals for goal in overall.goals]
    told = (
        next(goal.committee for goal in goals if goal.anchor == "arbete-och-studier"),
        next(one.committee for one in view.kpis if one.goal == "arbete-och-studier"),
        view.committees[4].title,
        view.money[4].title,
    )
    assert set(told) == {name}


@pytest.mark.parametrize(
    ("name", "in_2022", "in_2023"),
    [
        ("uppfoljning-efter-avslutat-stod", ActionStatus.DECIDED, ActionStatus.UNDER_WAY),
        ("kulturskola-pa-skoltid", ActionStatus.UNDER_WAY, ActionStatus.DONE),
        ("mentorer-for-nya-larare", ActionStatus.UNDER_WAY, ActionStatus.UNDER_WAY),
        ("sommarskola-ak-8-9", ActionStatus.DONE, None),
        ("stod-fran-arskurs-7", None, ActionStatus.UNDER_WAY),
    ],
)
def test_an_action_is_shown_as_it_was(
    loaded: Loaded, years: dict[int, Evaluation], name: str, in_2022: ActionStatus | None, in_2023: ActionStatus | None
) -> None:
    action = loaded.plan.actions[name]
    for year, expected in zip(YEARS, (in_2022, in_2023), strict=True):
        view = build_view(years[year], Origin("", {}), Language.SV)
        shown = [one for overall in view.overall_goals for goal in overall.goals for one in goal.actions]
        found = [one.status for one in shown if one.title == action.title.sv]
        assert found == ([] if expected is None else [STATUS[expected]])


STATUS = {ActionStatus.DECIDED: "Beslutad", ActionStatus.UNDER_WAY: "Pågår", ActionStatus.DONE: "Genomförd"}


def test_lessons_of_a_close_feed_the_plan_after_the_next_and_interim_ones_the_next(loaded: Loaded) -> None:
    for (_, period), one in loaded.plan.evaluations.items():
        years = 1 if "T" in period else 2
        assert {lesson.feeds for lesson in one.lessons} <= {int(period[:4]) + years}
