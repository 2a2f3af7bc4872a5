"""Texts that are carried forward, and the events beside a KPI."""

from pathlib import Path

import pytest
from tests.workspaces import load

from malstyrning.domain.evaluations import Carried, KpiAnswer
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.fed import lessons_feeding
from malstyrning.evaluate.happened import happened

ANSWER = "  - {{committee: namnd, period: {}, kpis: {{nyckeltal: {{{}}}}}{}}}\n"
SIGNED = ", signed: {body: Nämnden, name: Ordföranden, date: 2022-02-01}"
EVENTS = """\
events:
  branden: {title: Brand, kind: internal, date: 2021-05-10, kpis: [nyckeltal]}
  stormen: {title: Storm, kind: external, date: 2022-02-01, to: 2022-02-03, goals: [mal]}
  kriget: {title: Krig, kind: external, date: 2022-12-31}
  efter: {title: Efteråt, kind: external, date: 2023-01-01, kpis: [nyckeltal]}
  forr: {title: För länge sedan, kind: external, date: 2010-01-01, to: 2019-12-31, kpis: [nyckeltal]}
"""


def given(tmp_path: Path, *answers: tuple[str, str]) -> KpiAnswer:
    """The answer about the KPI at the close of 2022."""
    text = "evaluations:\n" + "".join(
        ANSWER.format(period, keys, SIGNED if period == "2021" else "") for period, keys in answers
    )
    loaded = load(tmp_path, {"goals/svar.yaml": EVENTS + text})
    assert loaded.diagnostics == ()
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022))).answers["namnd"].kpis["nyckeltal"]


CASES = [
    pytest.param([("2022", "cause: Nu")], "Nu", {}, id="written here"),
    pytest.param([("2021", "cause: Då"), ("2022", "carried_from: 2021")], "Då", {"cause": "2021"}, id="carried"),
    pytest.param(
        [("2021", "cause: Då"), ("2022T2", "carried_from: 2021"), ("2022", "carried_from: 2022T2")],
        "Då",
        {"cause": "2021"},
        id="carried twice",
    ),
    pytest.param(
        [("2021", "cause: Då, own_and_events: Allt"), ("2022", "cause: Nu, carried_from: 2021")],
        "Nu",
        {"own_and_events": "2021"},
        id="only what is not written here",
    ),
    pytest.param([("2021", "events: [branden]"), ("2022", "carried_from: 2021")], None, {}, id="no text then"),
    pytest.param([("2022", "carried_from: 2021")], None, {}, id="no evaluation then"),
    pytest.param([("2023", "cause: Sedan"), ("2022", "carried_from: 2023")], None, {}, id="a later occasion"),
    pytest.param([("2022", "carried_from: 2022")], None, {}, id="itself"),
    pytest.param(
        [("2021", "carried_from: 2022"), ("2022", "carried_from: 2021")], None, {}, id="two that carry each other's"
    ),
]


@pytest.mark.parametrize(("answers", "cause", "carried"), CASES)
def test_a_text_is_taken_from_where_it_was_written(
    tmp_path: Path, answers: list[tuple[str, str]], cause: str | None, carried: dict[str, str]
) -> None:
    found = given(tmp_path, *answers)
    assert (found.cause and found.cause.sv) == cause
    assert {key: one.period for key, one in found.carried.items()} == carried


def test_a_carried_text_has_its_signature_and_its_events(tmp_path: Path) -> None:
    found = given(tmp_path, ("2021", "own_and_events: Branden, events: [branden]"), ("2022", "carried_from: 2021"))
    assert found.events == ("branden",)
    (carried,) = found.carried.values()
    assert carried.signed
    assert carried == Carried("2021", carried.signed)
    assert str(carried.signed.date) == "2022-02-01"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        pytest.param("", ["branden", "stormen"], id="those that touch the KPI or its goal"),
        pytest.param("kriget, branden", ["branden", "stormen", "kriget"], id="and those that are named, oldest first"),
    ],
)
def test_the_events_beside_a_kpi(tmp_path: Path, named: str, expected: list[str]) -> None:
    rows = "kpi,municipality,period,gender,value\n" + "".join(f"nyckeltal,9999,{one},T,91\n" for one in (2020, 2022))
    answer = "evaluations:\n" + ANSWER.format("2022", f"events: [{named}]", "")
    loaded = load(tmp_path, {"goals/svar.yaml": EVENTS + answer, "data/exempel-bas.csv": rows})
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    found = happened(evaluation, evaluation.kpis[0], evaluation.answers["namnd"].kpis["nyckeltal"])
    assert [one.id for one in found] == expected


def test_the_lessons_of_a_plan_are_open_first_and_then_in_order_of_occasion(tmp_path: Path) -> None:
    became = ", became: {status: adopted, reference: KF}"
    lesson = "  - {{committee: namnd, period: {}, lessons: {{{}: {{text: Lär, feeds: {}{}}}}}}}\n"
    text = "evaluations:\n" + "".join(
        lesson.format(*one)
        for one in [
            ("2022T2", "sist", 2023, became),
            ("2021", "forst", 2023, became),
            ("2022T1", "oppen", 2023, ""),
            ("2022", "annan", 2024, ""),
        ]
    )
    plan = load(tmp_path, {"goals/svar.yaml": text}).plan
    assert [one.lesson.id for one in lessons_feeding(plan, 2023)] == ["oppen", "forst", "sist"]
    assert lessons_feeding(plan, 2025) == ()
