"""`malstyrning schema`: what it prints is published, true of what the program writes, and used by init and new."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import Run
from tests.load.json_schema.editor import validator
from tests.workspaces import ROOT, minimal, write

from malstyrning.domain.account import KpiState, Remark
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import RuleKind, RuleStep, UnassessableRole
from malstyrning.domain.outcomes import Missing
from malstyrning.domain.verdicts import Trend, TrendBasis, Unassessable

NAMES = ["goals", "workspace", "findings", "evaluation"]
GOALS_LINE = "# yaml-language-server: $schema=../.malstyrning/goals.schema.json\n"


def closed(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """A schema that takes no key which it does not describe."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {key: closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "additionalProperties" not in schema:
        shut["additionalProperties"] = False
    return shut


def without_words(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """A schema without what is there for people alone."""
    if isinstance(schema, list):
        return [without_words(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    words = ("title", "description", "patternErrorMessage")
    return {key: without_words(one) for key, one in schema.items() if key not in words or isinstance(one, dict)}


def faults(run: Run, name: str, content: str) -> list[str]:
    check = validator(closed(json.loads(run("schema", name).out)))
    return [f"{error.json_path}: {error.message}" for error in check.iter_errors(json.loads(content))]


@pytest.mark.parametrize("name", NAMES)
def test_the_published_schemas_are_what_the_command_says(run: Run, name: str, *, update_golden: bool) -> None:
    said = run("schema", name, "--lang", "en")
    assert said.code == 0
    assert said.out.isascii()
    published = ROOT / "docs" / "schemas" / f"{name}.json"
    if update_golden:
        published.write_text(said.out, "utf-8")
    assert published.read_text("utf-8") == said.out


@pytest.mark.parametrize("name", ["goals", "workspace"])
def test_what_people_write_is_described_in_both_languages(run: Run, name: str) -> None:
    swedish, english = (json.loads(run("schema", name, "--lang", language).out) for language in ("sv", "en"))
    Draft202012Validator.check_schema(swedish)
    assert {key: one["description"] for key, one in swedish["properties"].items()} != {
        key: one["description"] for key, one in english["properties"].items()
    }
    assert without_words(swedish) == without_words(english)


def test_goals_is_what_is_meant_without_a_name(run: Run) -> None:
    assert run("schema").out == run("schema", "goals").out


@pytest.mark.parametrize("language", ["sv", "en"])
def test_findings_are_as_the_schema_says(run: Run, tmp_path: Path, language: str) -> None:
    twice = "kpis:\n  nyckeltal: {titel: Ett}\n  mal: {}\noverall_goals:\n  sent: {number: 1, title: T, from: 2000}\n"
    write(tmp_path, {**minimal(), "goals/twice.yaml": twice, "data/bad.csv": "kpi,municipality\nx,y\n"})
    told = run("validate", "-w", tmp_path, "--output-format", "json", "--lang", language).out
    assert faults(run, "findings", told) == []
    for path in ("goals/twice.yaml", "data/bad.csv"):
        (tmp_path / path).unlink()
    of_year = run("validate", "-w", tmp_path, "--period", "2022", "--output-format", "json", "--lang", language).out
    assert faults(run, "findings", of_year) == []
    assert any(one["fingerprint"].startswith("v") for one in json.loads(of_year))
    assert any(one["related"] for one in json.loads(told))


def test_no_findings_are_as_the_schema_says(run: Run) -> None:
    assert faults(run, "findings", run("validate", "-w", ROOT, "--output-format", "json").out) == []


def test_the_shipped_record_is_as_the_schema_says(run: Run) -> None:
    assert faults(run, "evaluation", (ROOT / "reports/2022/evaluation.json").read_text("utf-8")) == []


def test_a_starters_record_is_as_the_schema_says(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    run("evaluate", "-w", tmp_path)
    record = (tmp_path / "reports/2025/evaluation.json").read_text("utf-8")
    assert faults(run, "evaluation", record) == []
    assert faults(run, "evaluation", record.replace('"gap"', '"gapp"')) != []


def test_a_record_that_is_held_against_an_earlier_one_is_as_the_schema_says(run: Run, tmp_path: Path) -> None:
    write(tmp_path, minimal())
    gone = "kpis:\n  borta: {title: Borta, goal: mal, unit: percent, decimals: 0, direction: none}\n"
    rows = minimal()["data/exempel-bas.csv"]
    definitions = "definitions: [{from: 2015, text: Förr}]"
    base = minimal()["goals/base.yaml"].replace("decimals: 1", f"decimals: 1\n    {definitions}")
    base += "      - {year: 2021, kind: at_least, level: 70, decided: 2020-11-16, reference: KF § 1}\n"
    earlier = rows.replace("2022", "2021") + "borta,9999,2021,T,1,Bokslut\n"
    write(tmp_path, {"goals/borta.yaml": gone, "goals/base.yaml": base, "data/exempel-bas.csv": earlier})
    run("evaluate", "-w", tmp_path, "--period", "2021")
    (tmp_path / "goals/borta.yaml").unlink()
    new = "kpis:\n  nytt: {title: Nytt, goal: mal, unit: percent, decimals: 0, direction: none}\n"
    base = base.replace("Förr}", "Förr}, {from: 2022, text: Nu}").replace("Ett nyckeltal", "Nytt namn")
    later = rows.replace("91.5", "10") + "nyckeltal,9999,2021,T,80,Bokslut\n"
    write(tmp_path, {"goals/nytt.yaml": new, "goals/base.yaml": base, "data/exempel-bas.csv": later})
    run("evaluate", "-w", tmp_path)
    record = (tmp_path / "reports/2022/evaluation.json").read_text("utf-8")
    assert faults(run, "evaluation", record) == []
    told = {one["change"] for one in json.loads(record)["since"]["changes"]}
    kinds = json.loads(run("schema", "evaluation").out)["$defs"]["change"]["oneOf"]
    assert told == {one["properties"]["change"]["const"] for one in kinds}


def test_the_words_of_a_record_are_those_of_the_program(run: Run) -> None:
    parts = json.loads(run("schema", "evaluation").out)["$defs"]
    for words, listed in (
        (Fulfilment, parts["fulfilment"]["enum"]),
        (Unassessable, parts["verdict"]["properties"]["reason"]["enum"]),
        (Missing, parts["outcome"]["properties"]["missing"]["enum"]),
        (RuleKind, parts["goal_status_rule"]["properties"]["kind"]["enum"]),
        (UnassessableRole, parts["goal_status_rule"]["properties"]["unassessable"]["enum"]),
        (Trend, parts["trend"]["properties"]["trend"]["enum"]),
        (TrendBasis, parts["trend"]["properties"]["basis"]["enum"]),
        (KpiState, parts["kpi_account"]["properties"]["state"]["enum"]),
        (Remark, parts["kpi_account"]["properties"]["remarks"]["items"]["enum"]),
    ):
        assert {one.value for one in words} == {*listed} - {None}
    of_the_default = {"under_half_assessable", "all_reached", "half_or_more_not_reached"}
    assert {one.value for one in RuleStep} | of_the_default == {*parts["rule_step"]["enum"]}


def test_init_gives_editors_the_schemas_and_every_file_leads_there(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path).code == 0
    for name in ("goals", "workspace"):
        saved = (tmp_path / ".malstyrning" / f"{name}.schema.json").read_text("utf-8")
        assert saved == run("schema", name).out
    for path in (tmp_path / "malstyrning.yaml", *(tmp_path / "goals").glob("*.yaml")):
        first = path.read_text("utf-8").splitlines()[0]
        mark, _, target = first.partition("$schema=")
        assert mark == "# yaml-language-server: "
        assert (path.parent / target).is_file(), path


def test_new_leads_editors_to_the_schema_where_there_is_one(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    run("new", "kpi", "nytt", "-w", tmp_path)
    stub = (tmp_path / "goals/nytt.yaml").read_text("utf-8")
    assert stub.startswith(GOALS_LINE + "kpis:\n")


def test_new_writes_no_line_to_a_schema_that_is_not_there(run: Run, tmp_path: Path) -> None:
    write(tmp_path, minimal())
    run("new", "goal", "nytt", "-w", tmp_path)
    assert (tmp_path / "goals/nytt.yaml").read_text("utf-8").startswith("strategic_goals:\n")


def test_a_wrong_name_is_answered_with_those_that_there_are(run: Run) -> None:
    ran = run("schema", "gaols")
    assert ran.code == 2
    assert "goals" in ran.err
