"""Every rule's own examples are tried on the minimal workspace."""

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from tests.workspaces import load

from malstyrning.diagnostics import Diagnostic, Rule, Severity, in_order
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language, Text
from malstyrning.rules import all_rules, check_occasion, check_workspace

# Rules about what no text of a file can show, and the tests that cover them.
WITHOUT_EXAMPLE = {
    "CFG801": "tests/rules/test_settle.py: an entry that nothing answers to is told",
    "CFG802": "tests/rules/test_settle.py: an acceptance lasts through its day and then the finding counts again",
    "CFG804": "tests/rules/test_settle.py: very many findings alike are cut short",
    "LAY101": "tests/load/test_partial.py: a part of the workspace that is missing",
    "LAY102": "tests/sources/test_tree.py: a pipe is not waited for",
    "LAY103": "tests/sources/test_tree.py: a link to a file is not followed",
    "LAY118": "tests/cli/test_occasion.py: a template that cannot be read is told",
    "LAY116": "tests/sources/test_tree.py: a name of two characters a letter",
    "LAY115": "tests/sources/test_tree.py: a file in the wrong place is told",
    "DAT504": "tests/load/test_measurements.py: a name of two KPIs",
    "KPI468": "tests/rules/test_kpis.py: a baseline that is not the value of its year",
    "TAR618": "tests/rules/test_target_levels.py: an outcome of a year without a level",
    "TAR623": "tests/rules/test_target_levels.py: a base year without a value",
    "TAR624": "tests/rules/test_target_levels.py: a rank that everyone reaches",
    "BUD702": "tests/rules/test_findings.py: an outcome of an area outside the frame",
    "EVA923": "tests/rules/test_occasion.py: a kpi that is gone without a decision is told",
    "EVA970": "tests/rules/test_occasion.py: a text carried over another verdict is told",
    "EVA924": "tests/rules/test_occasion.py: a last report that cannot be read is told",
    "DAT506": "tests/load/test_measurements.py: a lost zero",
    "DAT513": "tests/load/test_measurements.py: a file with very many mistakes is not read to the end",
    "GOA431": "tests/rules/test_coverage.py: a whole plan has goals for sound financial management",
    "REF309": "tests/rules/test_renames.py: a group that no kpi is compared in",
}
RULES = all_rules()
WITH_EXAMPLE = [rule for rule in RULES if rule.bad and rule.where]
TODAY = date(2023, 3, 31)
KOLADA = "kolada,title,by_gender,type,retrieved\n"
# KPIs that examples of rules about data/ may use, beside the one of the minimal workspace, and what Kolada says of one.
BESIDE = {
    "goals/beside.yaml": """\
kpis:
  laslust:
    title: Elever som läser på fritiden, årskurs 5, kommunala skolor
    goal: mal
    kolada: N00001
    kolada_title: Elever i åk 5 som läser på fritiden, kommunala skolor, andel (%)
    unit: percent
    decimals: 0
    direction: higher
    plausible: {lower: 20, upper: 99}
    definitions: [{from: 2014, text: Läser minst en gång i veckan.}]
  studiero: {title: Elever som har studiero, goal: mal, unit: index, decimals: 0, direction: higher, by_gender: true}
  sjuktal:
    {title: Elevers sjuktal, goal: mal, unit: percent, decimals: 1, direction: lower,
     measured: tertial, aggregation: ratio}
  skolfrid: {title: Elever med studiero, goal: mal, unit: percent, decimals: 1, direction: higher}
  frid:
    {title: Elever med frid, goal: mal, unit: percent, decimals: 1, direction: higher, to: 2021, replaced_by: skolfrid}
""",
    "data/kolada/kpis.csv": f"""\
{KOLADA}N00001,"Elever i åk 5 som läser på fritiden, kommunala skolor, andel (%)",yes,K,2023-02
""",
}
OF_KOLADA = {  # one more KPI of Kolada's, where the example is about it
    "KPI483": 'N00002,"Elever som har läst en bok, andel (%) (- 2022)",yes,K,2023-02',
    "KPI485": 'N00002,"Elever med lässtöd, andel (%)",,K,2023-02',
    "KPI486": 'N00002,"Lästolkar, antal",yes,L,2023-02',
}
OF_OCCASION = {
    "EVA931": {"data/lasning.csv": "kpi,municipality,period,gender,value,source\nlasning,9999,2021,T,71,Bokslut\n"}
}
# The hundreds follow the way a file is read; two families that are read together share one.
ORDER_OF_FAMILIES = [
    *("LAY1", "SCH2", "TXT2", "REF3", "GOA4", "ACT4", "KPI4", "DAT5", "MEA5", "TAR6", "BUD7", "CFG8", "EVA9"),
]


def findings(tmp_path: Path, rule: Rule, example: str) -> list[Diagnostic]:
    beside = BESIDE if rule.code.startswith(("MEA", "KPI48")) else OF_OCCASION.get(rule.code, {})
    if rule.code in OF_KOLADA:
        beside = {**beside, "data/kolada/fler.csv": f"{KOLADA}{OF_KOLADA[rule.code]}\n"}
    loaded = load(tmp_path, {**beside, rule.where: example})
    found = check_workspace(loaded, TODAY)
    if rule.needs_verdicts:
        evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
        found = in_order([*found, *check_occasion(loaded, evaluation, TODAY)])
    return found


def this_findings(tmp_path: Path, rule: Rule) -> list[Diagnostic]:
    """What the bad example gives beyond what its good one does: advice on all that a short example leaves out."""
    good = {one.fingerprint for one in findings(tmp_path, rule, rule.good)}
    return [one for one in findings(tmp_path, rule, rule.bad) if one.fingerprint not in good]


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_the_bad_example_gives_this_finding_and_no_other(tmp_path: Path, rule: Rule) -> None:
    found = this_findings(tmp_path, rule)
    assert [one.rule.code for one in found] == [rule.code]
    assert found[0].span.path == rule.where


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_the_good_example_gives_none(tmp_path: Path, rule: Rule) -> None:
    found = findings(tmp_path, rule, rule.good)
    assert [
        str(one.message) for one in found if one.rule.severity > Severity.ADVICE or one.rule.code == rule.code
    ] == []


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_a_finding_says_all_in_both_languages(tmp_path: Path, rule: Rule) -> None:
    (found,) = this_findings(tmp_path, rule)
    for text in (found.message, found.help):
        for language in Language:
            assert text[language].strip()
            assert not re.search(r"\{[a-z_]*\}", text[language])


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_a_finding_has_every_fact_that_its_rule_speaks_of(tmp_path: Path, rule: Rule) -> None:
    (found,) = this_findings(tmp_path, rule)
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
    facts = dict.fromkeys(placeholders(rule.message) | placeholders(rule.cure), "")
    assert all(map(str.isidentifier, facts)), "a brace that is to be written stands twice"
    for text in (rule.message.filled(facts), rule.cure.filled(facts), rule.why):
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
    assert len({rule.code[3:] for rule in RULES}) == len(RULES)
    families = list(dict.fromkeys(rule.code[:4] for rule in by_digit))
    assert families == [one for one in ORDER_OF_FAMILIES if one in families]
