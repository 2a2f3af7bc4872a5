"""Every rule's own examples are tried on the minimal workspace."""

import re
from pathlib import Path
from string import Formatter

import pytest
from tests.workspaces import load

from malstyrning.diagnostics import Diagnostic, Rule
from malstyrning.language import Language, Text
from malstyrning.rules import all_rules, check_workspace

# Rules about what no text of a file can show, and the tests that cover them.
WITHOUT_EXAMPLE = {
    "CFG801": "tests/rules/test_settle.py: an entry that nothing answers to is told",
    "CFG802": "tests/rules/test_settle.py: an acceptance lasts through its day and then the finding counts again",
    "LAY101": "tests/load/test_partial.py: a part of the workspace that is missing",
    "LAY102": "tests/sources/test_tree.py: a pipe is not waited for",
    "LAY103": "tests/sources/test_tree.py: a link to a file is not followed",
    "LAY115": "tests/sources/test_tree.py: a file in the wrong place is told",
    "DAT504": "tests/load/test_measurements.py: a name of two KPIs",
    "BUD702": "tests/rules/test_findings.py: an outcome of an area outside the frame",
    "DAT506": "tests/load/test_measurements.py: a lost zero",
}
RULES = all_rules()
WITH_EXAMPLE = [rule for rule in RULES if rule.bad and rule.where]
ORDER_OF_FAMILIES = ["LAY1", "SCH2", "REF3", "GOA4", "DAT5", "TAR6", "BUD7", "CFG8", "EVA9"]


def findings(tmp_path: Path, rule: Rule, example: str) -> list[Diagnostic]:
    return check_workspace(load(tmp_path, {rule.where: example}))


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_the_bad_example_gives_this_finding_and_no_other(tmp_path: Path, rule: Rule) -> None:
    found = findings(tmp_path, rule, rule.bad)
    assert [one.rule.code for one in found] == [rule.code]
    assert found[0].span.path == rule.where


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_the_good_example_gives_none(tmp_path: Path, rule: Rule) -> None:
    assert [str(one.message) for one in findings(tmp_path, rule, rule.good)] == []


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_a_finding_says_all_in_both_languages(tmp_path: Path, rule: Rule) -> None:
    (found,) = findings(tmp_path, rule, rule.bad)
    for text in (found.message, found.help):
        for language in Language:
            assert text[language].strip()
            assert not re.search(r"\{[a-z_]*\}", text[language])


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_a_finding_has_every_fact_that_its_rule_speaks_of(tmp_path: Path, rule: Rule) -> None:
    (found,) = findings(tmp_path, rule, rule.bad)
    spoken_of = {name for text in (rule.message, rule.cure) for name in placeholders(text)}
    assert spoken_of <= found.facts.keys()


def placeholders(text: Text) -> set[str]:
    return {name for language in Language for _, name, _, _ in Formatter().parse(text[language]) if name}


def test_a_rule_without_example_is_covered_by_a_test_of_its_own() -> None:
    assert {rule.code for rule in RULES} - {rule.code for rule in WITH_EXAMPLE} == WITHOUT_EXAMPLE.keys()
    for where in WITHOUT_EXAMPLE.values():
        path, test = where.split(": ")
        text = Path(__file__).parents[2].joinpath(path).read_text(encoding="utf-8")
        assert test in text or test.replace(" ", "_") in text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_everything_in_both_languages(rule: Rule) -> None:
    for text in (rule.message, rule.cure, rule.why):
        assert text.sv
        assert text.en
    assert placeholders(Text(rule.message.sv)) == placeholders(Text(rule.message.en))
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_codes_stand_in_families_in_the_order_of_reading() -> None:
    assert all(re.fullmatch(r"[A-Z]{3}[1-9][0-9]{2}", rule.code) for rule in RULES)
    by_digit = sorted(RULES, key=lambda rule: rule.code[3:])
    assert list(dict.fromkeys(rule.code[:4] for rule in by_digit)) == ORDER_OF_FAMILIES
