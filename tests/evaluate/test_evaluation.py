"""One KPI from its rows to its judgement, in small workspaces."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspaces import load, minimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period, parse_period
from malstyrning.domain.plan import Gender
from malstyrning.evaluate.evaluation import evaluate

HEADER = "kpi,municipality,period,gender,value\n"
BASE = minimal()["goals/base.yaml"]
FIRST = "{year: 2022, kind: at_least, level: 90, decided: 2021-11-15}"
REVISED = "{year: 2022, kind: at_least, level: 92, decided: 2022-06-20}"
ADDED = "{year: 2022, kind: at_least, level: 95, decided: 2022-01-31, decided_by: committee}"
FINAL = "{year: 2027, kind: at_least, level: 97, decided: 2021-11-15}"


def evaluated(
    tmp_path: Path, goals: str = BASE, rows: str = "nyckeltal,9999,2022,T,91.5\n", when: str = "2022"
) -> Evaluation:
    loaded = load(tmp_path, {"goals/base.yaml": goals, "data/exempel-bas.csv": HEADER + rows})
    assert loaded.diagnostics == ()
    period = parse_period(when)
    assert period is not None
    return evaluate(loaded.plan, loaded.measurements, Occasion(period))


def with_levels(*levels: str) -> str:
    return BASE.replace("      - " + FIRST, "".join(f"      - {one}\n" for one in levels))


def test_an_outcome_is_judged_and_keeps_its_place_in_the_file(tmp_path: Path) -> None:
    (kpi,) = evaluated(tmp_path).kpis
    assert kpi.verdict.fulfilment is Fulfilment.REACHED
    assert kpi.verdict.gap == Decimal("1.5")
    assert kpi.outcome.measurement is not None
    assert str(kpi.outcome.measurement.span) == "data/exempel-bas.csv:2:23"
    assert [one.value for one in kpi.series] == [Decimal("91.5")]
    assert (kpi.at_start_of_year, kpi.committee_addition, kpi.final, kpi.by_gender) == (None, None, None, {})


def test_a_revised_level_is_judged_beside_the_one_at_the_start_of_the_year(tmp_path: Path) -> None:
    (kpi,) = evaluated(tmp_path, with_levels(FIRST, REVISED)).kpis
    assert kpi.verdict.fulfilment is Fulfilment.NOT_REACHED
    assert kpi.at_start_of_year is not None
    assert kpi.at_start_of_year.fulfilment is Fulfilment.REACHED


@pytest.mark.parametrize(
    ("when", "level", "at_start"), [("2022T1", 90, None), ("2022T2", 92, 90), ("2022", 92, 90), ("2022T3", 92, 90)]
)
def test_the_start_of_the_year_is_its_first_day_at_every_occasion(
    tmp_path: Path, when: str, level: int, at_start: int | None
) -> None:
    def decided(verdict: object) -> object:
        return getattr(getattr(getattr(verdict, "level", None), "criterion", None), "level", None)

    (kpi,) = evaluated(tmp_path, with_levels(FIRST, REVISED), when=when).kpis
    assert (decided(kpi.verdict), decided(kpi.at_start_of_year)) == (level, at_start)


def test_a_level_first_decided_during_the_year_has_none_at_its_start(tmp_path: Path) -> None:
    (kpi,) = evaluated(tmp_path, with_levels(REVISED)).kpis
    assert kpi.verdict.fulfilment is Fulfilment.NOT_REACHED
    assert kpi.at_start_of_year is None


def test_a_committees_own_level_is_judged_beside_the_councils(tmp_path: Path) -> None:
    (kpi,) = evaluated(tmp_path, with_levels(FIRST, ADDED)).kpis
    assert kpi.verdict.fulfilment is Fulfilment.REACHED
    assert kpi.committee_addition is not None
    assert kpi.committee_addition.fulfilment is Fulfilment.NOT_REACHED


def test_the_final_level_is_not_judged_before_its_year(tmp_path: Path) -> None:
    (kpi,) = evaluated(tmp_path, with_levels(FIRST, FINAL)).kpis
    assert kpi.final is not None
    assert kpi.final.year == 2027
    assert kpi.verdict.level is not None
    assert kpi.verdict.level.year == 2022


def test_women_and_men_are_judged_apart_where_asked_for(tmp_path: Path) -> None:
    goals = BASE.replace("    decimals: 1\n", "    decimals: 1\n    by_gender: true\n")
    rows = "nyckeltal,9999,2022,K,93\nnyckeltal,9999,2022,T,91.5\nnyckeltal,9999,2022,M,89.94\n"
    (kpi,) = evaluated(tmp_path, goals, rows).kpis
    assert kpi.verdict.fulfilment is Fulfilment.REACHED
    assert {gender: verdict.fulfilment for gender, verdict in kpi.by_gender.items()} == {
        Gender.WOMEN: Fulfilment.REACHED,
        Gender.MEN: Fulfilment.NOT_REACHED,
    }


def test_with_a_lag_an_earlier_years_value_is_judged_against_this_years_level(tmp_path: Path) -> None:
    goals = BASE.replace("    decimals: 1\n", "    decimals: 1\n    lag: 1\n")
    (kpi,) = evaluated(tmp_path, goals, "nyckeltal,9999,2021,T,84.95\nnyckeltal,9999,2022,T,99\n").kpis
    assert (kpi.outcome.period, kpi.outcome.value) == (Period(2021), Decimal("85.0"))
    assert kpi.verdict.fulfilment is Fulfilment.NOT_REACHED


@pytest.mark.parametrize(
    ("years", "first", "second"),
    [
        pytest.param("to: 2021", [], ["mal"], id="the first goal that it serves has ended"),
        pytest.param("from: 2020", ["mal"], [], id="both are in force"),
    ],
)
def test_no_goal_drops_out_when_an_overall_goal_ends(
    tmp_path: Path, years: str, first: list[str], second: list[str]
) -> None:
    goals = BASE.replace("    number: 1\n", f"    number: 1\n    {years}\n").replace(
        "serves: [overgripande]", "serves: [overgripande, nytt]"
    )
    goals = goals.replace("overall_goals:\n", "overall_goals:\n  nytt: {number: 2, title: T}\n")
    found = {one.goal: [goal.goal for goal in one.goals] for one in evaluated(tmp_path, goals).overall_goals}
    assert found.get("overgripande", []) == first
    assert found["nytt"] == second


def test_a_signed_status_stands_beside_the_proposed(tmp_path: Path) -> None:
    goals = (
        BASE + "evaluations:\n  - {committee: namnd, period: 2022, goals: {mal: {status: not_reached, reason: R}}}\n"
    )
    (goal,) = evaluated(tmp_path, goals).goals
    assert (goal.proposed, goal.status, goal.departs) == (Fulfilment.REACHED, Fulfilment.NOT_REACHED, True)


def test_what_has_ended_is_not_judged(tmp_path: Path) -> None:
    goals = BASE.replace("    decimals: 1\n", "    decimals: 1\n    to: 2021\n")
    assert evaluated(tmp_path, goals).kpis == ()
    assert evaluated(tmp_path, goals).goals[0].proposed is Fulfilment.NOT_ASSESSABLE
