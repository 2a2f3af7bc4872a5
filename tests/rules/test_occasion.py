"""Rules that need verdicts, where the examples beside them are not enough."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import ROOT, Files, load

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.policy import Acceptance, Policy
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.load import load_workspace
from malstyrning.load.former import last_report
from malstyrning.rules import check_occasion, check_workspace, is_gap
from malstyrning.rules.settle import settle

EARLIER = "reports/2021/evaluation.json"
ANSWERED = """\
evaluations:
  - committee: namnd
    period: 2022
    goals: {mal: {position: Läget, analysis: Analysen, conditions_met: yes}}
    reprioritise: {answer: no}
    lessons: {tidigt-stod: {text: Börja tidigare, feeds: 2024}}
    signed: {body: Nämnden, name: Ordföranden, date: 2023-02-20}
"""


def record(*kpis: str, goal: str = "mal", period: str = "2021", fulfilment: str = "reached") -> str:
    verdict = {"fulfilment": fulfilment, "reason": None, "outcome": None, "level": None}
    return json.dumps(
        {
            "format": 1,
            "organisation": "9999",
            "period": period,
            "date": f"{period}-12-31",
            "kpis": [{"id": one, "goal": goal, "verdict": verdict, "by_gender": {}, "series": []} for one in kpis],
            "strategic_goals": [],
        }
    )


def found(folder: Path, files: Files) -> list[Diagnostic]:
    loaded = load(folder, {"goals/svar.yaml": ANSWERED, **files})
    assert [one for one in check_workspace(loaded) if one.rule.severity is Severity.ERROR] == []
    last = last_report(loaded.folder, loaded.plan.organisation, date(2022, 12, 31))
    return check_occasion(loaded, evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)), last=last))


def told(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.rule.code, f"{one.span.path}:{one.span.line}") for one in found]


def test_an_answered_occasion_lacks_nothing(tmp_path: Path) -> None:
    assert told(found(tmp_path, {EARLIER: record("nyckeltal")})) == []


def test_a_kpi_that_is_gone_without_a_decision_is_told(tmp_path: Path) -> None:
    assert told(found(tmp_path, {EARLIER: record("nyckeltal", "borta")})) == [("EVA923", "goals/base.yaml:14")]


def test_a_kpi_that_is_gone_with_its_goal_is_told_at_the_record(tmp_path: Path) -> None:
    assert told(found(tmp_path, {EARLIER: record("borta", goal="borta-mal")})) == [("EVA923", f"{EARLIER}:1")]


@pytest.mark.parametrize("line", ["to: 2021", "was: borta"], ids=["ended", "renamed"])
def test_a_kpi_that_was_ended_or_renamed_has_not_vanished(tmp_path: Path, line: str) -> None:
    name = "borta" if line.startswith("to") else "kvar"
    kpi = f"kpis:\n  {name}: {{title: Borta, goal: mal, unit: percent, decimals: 0, direction: none, {line}}}\n"
    data = "kpi,municipality,period,gender,value\nkvar,9999,2022,T,1\n" if name == "kvar" else ""
    files = {EARLIER: record("borta"), "goals/kpi.yaml": kpi, **({"data/kvar.csv": data} if data else {})}
    assert told(found(tmp_path, files)) == []


def test_a_last_report_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (one,) = found(tmp_path, {EARLIER: "{", "reports/2020/evaluation.json": record("nyckeltal", period="2020")})
    assert told([one]) == [("EVA924", f"{EARLIER}:1")]
    assert "JSON" in (one.message.sv or "")


def test_a_placeholder_is_no_answer(tmp_path: Path) -> None:
    for words in ("'[fyll i]'", "TODO", "Kompletteras"):
        answered = ANSWERED.replace("Analysen", words)
        assert told(found(tmp_path, {"goals/svar.yaml": answered})) == [("EVA935", "goals/svar.yaml:4")]


def test_an_action_is_an_answer_to_a_missed_level(tmp_path: Path) -> None:
    missed = {"data/exempel-bas.csv": "kpi,municipality,period,gender,value\nnyckeltal,9999,2022,T,80\n"}
    action = "actions:\n  a: {title: A, goal: mal, status: decided, kpis: [nyckeltal]}\n"
    assert [one.rule.code for one in found(tmp_path, missed)] == ["EVA931"]
    assert [one.rule.code for one in found(tmp_path, {**missed, "goals/a.yaml": action})] == ["EVA935"]


def test_a_missed_level_is_no_gap(tmp_path: Path) -> None:
    missed = {"data/exempel-bas.csv": "kpi,municipality,period,gender,value\nnyckeltal,9999,2022,T,80\n"}
    cause = ANSWERED.replace("    repr", "    kpis: {nyckeltal: {cause: Vet ej, own_and_events: Eget}}\n    repr")
    assert found(tmp_path, {**missed, "goals/svar.yaml": cause}) == []


@pytest.mark.parametrize(("before", "codes"), [("not_reached", ["EVA970"]), ("reached", [])])
def test_a_text_carried_over_another_verdict_is_told(tmp_path: Path, before: str, codes: list[str]) -> None:
    carried = ANSWERED.replace("    repr", "    kpis: {nyckeltal: {carried_from: 2021}}\n    repr")
    written = "  - {committee: namnd, period: 2021, kpis: {nyckeltal: {cause: Få sökande, own_and_events: Eget}}}\n"
    files = {EARLIER: record("nyckeltal", fulfilment=before), "goals/svar.yaml": carried + written}
    assert [one.rule.code for one in found(tmp_path, files)] == codes


def test_every_finding_of_an_occasion_is_a_gap_that_may_be_accepted_until_another_occasion(tmp_path: Path) -> None:
    (one,) = found(tmp_path, {EARLIER: record("borta")})
    assert is_gap(one)
    assert one.fingerprint.startswith("v")
    policy = Policy(accepted=(Acceptance(one.fingerprint, "Ersätts i nästa budget", "Controllern"),))
    assert settle([one], policy, None, of_verdicts=True).findings == ()
    assert settle([], policy, None, of_verdicts=True).findings == ()  # another occasion does not find it
    assert settle([], policy, None).findings == ()  # nor does a run without verdicts


@pytest.mark.parametrize("workspace", [ROOT, ROOT / "src/malstyrning/starter"], ids=["shipped", "starter"])
def test_what_is_shipped_lacks_only_what_a_report_shows_as_missing(workspace: Path) -> None:
    loaded = load_workspace(workspace)
    assert loaded.settings.period
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(loaded.settings.period))
    assert [one.message.en for one in check_occasion(loaded, evaluation) if one.rule.severity > Severity.ADVICE] == []
