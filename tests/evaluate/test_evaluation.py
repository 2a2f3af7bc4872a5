"""One KPI from its rows to its judgement, in small workspaces."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspaces import load, minimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period, parse_period
from malstyrning.domain.verdicts import Unassessable
from malstyrning.domain.words import Gender
from malstyrning.evaluate.evaluation import evaluate

HEADER = "kpi,municipality,period,gender,value\n"
BASE = minimal()["goals/base.yaml"]
SETTINGS = minimal()["malstyrning.yaml"]
FIRST = "{year: 2022, kind: at_least, level: 90, decided: 2021-11-15, reference: KF § 1}"
REVISED = "{year: 2022, kind: at_least, level: 92, decided: 2022-06-20}"
ADDED = "{year: 2022, kind: at_least, level: 95, decided: 2022-01-31, decided_by: committee}"
FINAL = "{year: 2027, kind: at_least, level: 97, decided: 2021-11-15}"


def evaluated(
    tmp_path: Path,
    goals: str = BASE,
    rows: str = "nyckeltal,9999,2022,T,91.5\n",
    when: str = "2022",
    settings: str = SETTINGS,
) -> Evaluation:
    files = {"malstyrning.yaml": settings, "goals/base.yaml": goals, "data/exempel-bas.csv": HEADER + rows}
    loaded = load(tmp_path, files)
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

    goals = with_levels(FIRST, REVISED).replace("decimals: 1\n", "decimals: 1\n    reported_in: [t1, t2, year_end]\n")
    (kpi,) = evaluated(tmp_path, goals, when=when).kpis
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


@pytest.mark.parametrize(
    ("signature", "status"),
    [
        pytest.param(
            "signed: {body: Nämnden, name: N, date: 2023-02-20}, ", Fulfilment.NOT_REACHED, id="signed, it decides"
        ),
        pytest.param("", Fulfilment.REACHED, id="unsigned, it decides nothing"),
    ],
)
def test_an_answered_status_decides_when_it_is_signed(tmp_path: Path, signature: str, status: Fulfilment) -> None:
    answers = f"{{committee: namnd, period: 2022, {signature}goals: {{mal: {{status: not_reached, reason: R}}}}}}"
    (goal,) = evaluated(tmp_path, BASE + f"evaluations:\n  - {answers}\n").goals
    assert (goal.proposed, goal.status, goal.signed) == (Fulfilment.REACHED, status, bool(signature))
    assert goal.answer is not None
    assert goal.answer.status is Fulfilment.NOT_REACHED


def test_a_level_that_was_decided_too_late_is_no_level_and_is_told(tmp_path: Path) -> None:
    late = "{year: 2022, kind: at_least, level: 99, decided: 2023-01-30}"
    (kpi,) = evaluated(tmp_path, with_levels(late)).kpis
    assert kpi.verdict.reason is Unassessable.NO_TARGET
    assert [one.decided.isoformat() for one in kpi.late_levels] == ["2023-01-30"]
    (kpi,) = evaluated(tmp_path, with_levels(FIRST, late, FINAL)).kpis
    assert kpi.verdict.fulfilment is Fulfilment.REACHED
    assert len(kpi.late_levels) == 1


def test_a_value_for_women_alone_is_told_as_the_reason(tmp_path: Path) -> None:
    (kpi,) = evaluated(tmp_path, rows="nyckeltal,9999,2022,K,93\n").kpis
    assert kpi.verdict.reason is Unassessable.ONLY_BY_GENDER
    (kpi,) = evaluated(tmp_path, rows="nyckeltal,9999,2021,K,93\n").kpis
    assert kpi.verdict.reason is Unassessable.NO_OUTCOME


def test_one_rounding_decides_verdict_and_place(tmp_path: Path) -> None:
    """A value that twelve digits would round up is rounded as it was written, everywhere."""
    settings = SETTINGS + 'groups:\n  lan: {title: T, members: ["9999", "9001"], as_of: 2022}\n'
    goals = BASE.replace("organisations:\n", 'organisations:\n  "9001": {name: Grannen, kind: municipality}\n')
    goals = goals.replace("level: 90,", "level: 88,")
    rows = "nyckeltal,9999,2022,T,87.949999999999\nnyckeltal,9001,2022,T,87.949999999999\n"
    (kpi,) = evaluated(tmp_path, goals, rows, settings=settings).kpis
    (place,) = kpi.places
    assert kpi.verdict.fulfilment is Fulfilment.NOT_REACHED
    assert {str(one) for one in (kpi.outcome.value, place.own, place.median, place.highest)} == {"87.9"}


def test_what_has_ended_is_not_judged(tmp_path: Path) -> None:
    goals = BASE.replace("    decimals: 1\n", "    decimals: 1\n    to: 2021\n")
    assert evaluated(tmp_path, goals).kpis == ()
    assert evaluated(tmp_path, goals).goals[0].proposed is Fulfilment.NOT_ASSESSABLE
