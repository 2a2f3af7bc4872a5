"""Sound financial management: what is asked for, the sums of the balance requirement, and late assignments."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspaces import load

from malstyrning.domain.actions import Assignment
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, parse_period
from malstyrning.domain.sound_management import Balance, Deficit
from malstyrning.domain.words import AssignmentStatus, SoundScope
from malstyrning.evaluate.committee import of_committee
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.questions import unanswered
from malstyrning.evaluate.sound_management import unreached, unwritten
from malstyrning.language import Text

GOALS = """\
strategic_goals:
  ekonomi:
    {number: 1.2, title: Ekonomi, committee: namnd, serves: [overgripande], areas: [omrade], from: 2020,
     sound_financial_management: {kind: financial, scope: municipality}}
kpis:
  soliditet:
    {title: Soliditet, goal: ekonomi, unit: percent, decimals: 0, direction: higher, reported_in: [t1, t2, year_end],
     target_levels: [{year: 2022, kind: at_least, level: 30, decided: 2021-11-15}]}
"""
PLACEHOLDER = "    municipality: {status: partly, text: '[fyll i]'}\n"
MISSED = "kpi,municipality,period,gender,value\nsoliditet,9999,2022,T,12\n"
SIGNED = "    signed: {body: KS, name: Ordföranden, date: 2023-03-27}\n"
AUDITED = "    auditors: {grade: agrees, text: Bra, by: Revisorerna, date: 2023-04-18}\n"


def evaluated(folder: Path, written: str, period: str = "2022") -> Evaluation:
    entry = f"sound_financial_management:\n  - period: {period}\n{written}" if written else ""
    loaded = load(folder, {"goals/ekonomi.yaml": GOALS + entry, "data/ekonomi.csv": MISSED})
    found = parse_period(period)
    assert found
    return evaluate(loaded.plan, loaded.measurements, Occasion(found))


@pytest.mark.parametrize(
    ("written", "period", "keys"),
    [
        ("", "2022", ("municipality", "balance", "signed", "auditors")),
        ("", "2022T2", ("municipality", "signed", "auditors")),
        ("", "2022T1", ()),
        (PLACEHOLDER, "2022T2", ("municipality", "municipality.expected", "signed", "auditors")),
        ("    municipality: {status: partly, text: Ja}\n    balance: {result: 5}\n" + SIGNED + AUDITED, "2022", ()),
    ],
)
def test_what_is_asked_for_at_an_occasion_and_not_written(
    tmp_path: Path, written: str, period: str, keys: tuple[str, ...]
) -> None:
    assert unwritten(evaluated(tmp_path, written, period)) == keys


def test_no_committee_answers_for_it(tmp_path: Path) -> None:
    part = of_committee(evaluated(tmp_path, SIGNED), "namnd")
    assert part.sound is None
    assert unwritten(part) == ()


@pytest.mark.parametrize(
    ("status", "reason", "goals"),
    [
        ("fulfilled", "", [(SoundScope.MUNICIPALITY, ("ekonomi",))]),
        ("fulfilled", ", reason: Ett svagt år", []),
        ("partly", "", []),
    ],
)
def test_fulfilled_over_a_missed_goal_needs_a_reason(
    tmp_path: Path, status: str, reason: str, goals: list[tuple[SoundScope, tuple[str, ...]]]
) -> None:
    written = f"    municipality: {{status: {status}, text: Ja{reason}}}\n"
    assert list(unreached(evaluated(tmp_path, written))) == goals


@pytest.mark.parametrize(
    ("balance", "adjusted", "balanced", "to_restore"),
    [
        (Balance(Decimal(500), realised_gains=Decimal(40), excepted_gains=Decimal(10)), 470, 470, 0),
        (Balance(Decimal(500), excepted_losses=Decimal(5), unrealised_losses=Decimal(3)), 508, 508, 0),
        (Balance(Decimal(500), unrealised_gains=Decimal(7), reversed_gains=Decimal(2)), 495, 495, 0),
        (Balance(Decimal(500), reversed_losses=Decimal(1)), 499, 499, 0),
        (Balance(Decimal(500), to_reserve=Decimal(60), from_reserve=Decimal(5)), 500, 445, 0),
        (Balance(Decimal(-90)), -90, -90, 90),
        (Balance(Decimal(30), deficits=(Deficit(2020, Decimal(100), 2023),)), 30, 30, 70),
        (Balance(Decimal(-30), deficits=(Deficit(2020, Decimal(100), 2023),)), -30, -30, 130),
        (Balance(Decimal(130), deficits=(Deficit(2020, Decimal(100), 2023),)), 130, 130, 0),
    ],
)
def test_the_lines_of_the_balance_requirement_add_up(
    balance: Balance, adjusted: int, balanced: int, to_restore: int
) -> None:
    assert [balance.adjusted, balance.balance, balance.to_restore] == [adjusted, balanced, to_restore]


@pytest.mark.parametrize(
    ("status", "finished", "late"),
    [
        (AssignmentStatus.UNDER_WAY, None, True),
        (AssignmentStatus.DONE, date(2022, 9, 30), False),
        (AssignmentStatus.DONE, date(2023, 1, 10), True),  # it was not done at the close
        (AssignmentStatus.DONE, None, False),
        (AssignmentStatus.WITHDRAWN, None, False),
    ],
)
def test_an_assignment_is_late_by_the_day_of_the_occasion(
    status: AssignmentStatus,
    finished: date | None,
    late: bool,  # noqa: FBT001
) -> None:
    one = Assignment("uppdrag", Text("Uppdrag"), "namnd", status, due=date(2022, 10, 31), finished=finished)
    assert one.is_late(date(2022, 12, 31)) is late
    assert not one.is_late(date(2022, 8, 31))


def test_the_whole_is_asked_at_the_close_alone(tmp_path: Path) -> None:
    asked = {
        period: [one.keys for one in unanswered(evaluated(tmp_path, "", period)) if one.about == ("whole",)]
        for period in ("2022T1", "2022T2", "2022")
    }
    assert asked == {"2022T1": [], "2022T2": [], "2022": [("strategy", "focus", "actions", "resources")]}
