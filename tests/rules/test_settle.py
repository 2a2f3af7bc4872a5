from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load, minimal, without_marks

from malstyrning.diagnostics import Diagnostic, Rule, Severity, Span
from malstyrning.domain.policy import Acceptance, Policy
from malstyrning.language import same
from malstyrning.rules import can_be_accepted, runner, settle_workspace
from malstyrning.rules.settle import settle

TODAY = date(2026, 11, 24)


def finding(code: str, name: str = "a-rule", severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(
        Rule(code, name, severity, same("m"), same("c"), same("w"), "", ""), Span("goals/a.yaml"), {"x": code}
    )


GOA, TAR, REF = finding("GOA401"), finding("TAR601"), finding("REF301", severity=Severity.ERROR)
ALL = [GOA, TAR, REF]


def codes(policy: Policy, today: date | None = TODAY) -> list[str]:
    return [one.rule.code for one in settle(ALL, policy, today).findings]


@pytest.mark.parametrize(
    ("policy", "left"),
    [
        (Policy(), ["GOA401", "REF301", "TAR601"]),
        (Policy(ignore=("GOA",)), ["REF301", "TAR601"]),
        (Policy(ignore=("GOA401",)), ["REF301", "TAR601"]),
        (Policy(ignore=("a-rule",)), ["REF301"]),
        (Policy(select=("TAR",)), ["REF301", "TAR601"]),
        (Policy(select=("TAR",), ignore=("TAR601",)), ["REF301"]),
    ],
    ids=["all", "a family", "a code", "a name", "select", "ignore wins"],
)
def test_rules_are_chosen_but_never_those_that_say_what_the_files_are(policy: Policy, left: list[str]) -> None:
    assert codes(policy) == left


@pytest.mark.parametrize("name", ["GOA401", "a-rule", "GOA"])
def test_a_rule_is_given_another_weight(name: str) -> None:
    (found,) = settle([GOA], Policy(severity={name: "error"}), TODAY).findings
    assert found.rule.severity is Severity.ERROR
    assert found.fingerprint == GOA.fingerprint


def test_an_accepted_finding_does_not_count_and_is_kept_with_its_reason() -> None:
    entry = Acceptance(GOA.fingerprint, "gammal numrering", "controllern")
    settled = settle(ALL, Policy(accepted=(entry,)), TODAY)
    assert [one.rule.code for one in settled.findings] == ["REF301", "TAR601"]
    assert settled.accepted == ((GOA, entry),)


def test_what_the_files_say_cannot_be_accepted() -> None:
    settled = settle([REF], Policy(accepted=(Acceptance(REF.fingerprint, "r", "b"),)), TODAY)
    assert [one.rule.code for one in settled.findings] == ["REF301"]


def test_an_acceptance_lasts_through_its_day_and_then_the_finding_counts_again() -> None:
    policy = Policy(accepted=(Acceptance(GOA.fingerprint, "r", "b", until=TODAY),))
    assert [one.rule.code for one in settle([GOA], policy, TODAY).findings] == []
    after = settle([GOA], policy, date(2026, 11, 25)).findings
    assert [one.rule.code for one in after] == ["GOA401", "CFG802"]


def test_an_evaluation_reads_no_clock() -> None:
    policy = Policy(accepted=(Acceptance(GOA.fingerprint, "r", "b", until=date(2000, 1, 1)),))
    assert settle([GOA], policy, None).findings == ()


def test_an_entry_that_nothing_answers_to_is_told() -> None:
    (found,) = settle([], Policy(accepted=(Acceptance("0123456789ab", "r", "b"),)), TODAY).findings
    assert found.rule.code == "CFG801"


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("rules: {select: [«TAX»]}\n", "CFG803"),
        ("rules: {ignore: [TAR, «TAR999»]}\n", "CFG803"),
        ("rules: {severity: {«GOA999»: advice}}\n", "CFG803"),
        ("accepted: [{«fingerprint»: 0123456789ab, reason: R, by: B}]\n", "CFG801"),
    ],
)
def test_what_names_nothing_is_told_where_it_stands(tmp_path: Path, marked: str, told: str) -> None:
    text, place = without_marks("malstyrning.yaml", minimal()["malstyrning.yaml"] + marked)
    (found,) = settle_workspace(load(tmp_path, {"malstyrning.yaml": text}), TODAY).findings
    assert (found.rule.code, found.span) == (told, place)


def test_a_rule_that_no_one_has_can_be_neither_ignored_nor_accepted(tmp_path: Path) -> None:
    text = minimal()["malstyrning.yaml"] + "rules: {ignore: [CFG, title-to-long]}\n"
    (found,) = settle_workspace(load(tmp_path, {"malstyrning.yaml": text}), TODAY).findings
    assert found.rule.code == "CFG803"
    assert found.help.en == "did you mean title-too-long?"
    assert not can_be_accepted(found)


def test_very_many_findings_alike_are_cut_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MOST_ALIKE", 3)
    goals = "".join(f"  m{one}: {{number: {one + 2}, title: T, to: 2019, from: 2020}}\n" for one in range(9))
    found = settle_workspace(load(tmp_path, {"goals/a.yaml": f"overall_goals:\n{goals}"}), None).findings
    assert sum(one.rule.code == "GOA403" for one in found) == 3
    assert [one.facts["code"] for one in found if one.rule.code == "CFG804"].count("GOA403") == 1


def test_so_are_those_of_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MOST_ALIKE", 3)
    goals = "".join(f"  m{one}: {{number: {one + 2}, titel: T}}\n" for one in range(9))
    found = settle_workspace(load(tmp_path, {"goals/a.yaml": f"overall_goals:\n{goals}"}), None).findings
    assert [one.rule.code for one in found if one.rule.code == "SCH201"] == ["SCH201"] * 3
    assert [one.facts["code"] for one in found if one.rule.code == "CFG804"].count("SCH201") == 1
