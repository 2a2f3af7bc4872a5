import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspaces import ROOT

from malstyrning import __version__
from malstyrning.load import load_workspace
from malstyrning.rules import all_rules


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    run("init", tmp_path)
    return tmp_path


def a_kpi(workspace: Path) -> str:
    return next(iter(load_workspace(workspace).plan.kpis))


def test_version(run: Run) -> None:
    assert run("--version").out == f"malstyrning {__version__}\n"


def test_help_lists_every_command_with_what_it_does(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    for command in ("init", "validate", "evaluate", "show", "new", "record", "explain", "schema"):
        assert f"  {command} " in ran.out
        assert run(command, "--help").code == 0


def test_show_draws_the_tree_from_overall_goal_to_kpi(run: Run, workspace: Path) -> None:
    ran = run("show", "-w", workspace)
    assert ran.code == 0
    assert "✓" in ran.out
    for kpi in load_workspace(workspace).plan.kpis.values():
        assert (kpi.title.sv or "")[:20] in ran.out


def test_show_has_the_rules_proposal_beside_the_committees_assessment(run: Run) -> None:
    told = " ".join(run("show", "-w", ROOT, "--lang", "en").out.replace("│", "").split())
    assert "The whole, proposed by the rule: Nearly reached. 0 of 4 overall goals are reached = 0%" in told
    assert "3 Strong and balanced growth (Proposed by the rule: not reached)" in told
    assert "Proposed by the rule: not reached. The committee's assessment: Nearly reached. Departs" in told
    assert "The committee's assessment: Not reached (not signed, so the rule's proposal stands)" in told


@pytest.mark.parametrize("language", ["sv", "en"])
def test_explain_knows_every_rule_by_code_and_name(run: Run, language: str) -> None:
    for rule in all_rules():
        ran = run("explain", rule.code.lower(), "--lang", language)
        assert ran.code == 0
        assert rule.name in ran.out
        assert ran.out == run("explain", rule.name, "--lang", language).out


def test_explain_suggests_the_rule_that_was_meant(run: Run) -> None:
    ran = run("explain", "unknown-kye")
    assert ran.code == 2
    assert "did you mean unknown-key?" in ran.err


@pytest.mark.parametrize("kind", ["goal", "kpi"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_new_writes_a_stub_and_validate_tells_what_to_fill_in(
    run: Run, workspace: Path, kind: str, language: str
) -> None:
    assert run("new", kind, "nytt-id", "-w", workspace, "--lang", language).code == 0
    ran = run("validate", "-w", workspace, "--output-format", "concise")
    assert ran.code == 1
    assert {line.split(":")[0] for line in ran.out.splitlines()} == {"goals/nytt-id.yaml"}
    assert all("SCH207" in line or "SCH203" in line or "SCH202" in line for line in ran.out.splitlines())


@pytest.mark.parametrize(
    ("name", "says"),
    [("Nytt_Id", "can't be an id"), ("{known}", "exists already, at goals/")],
    ids=["no id", "taken"],
)
def test_new_refuses_an_id_that_cannot_be_used(run: Run, workspace: Path, name: str, says: str) -> None:
    ran = run("new", "kpi", name.format(known=a_kpi(workspace)), "-w", workspace)
    assert ran.code == 2
    assert says in ran.err


def test_record_puts_figures_in_order_and_keeps_what_is_there(run: Run, workspace: Path) -> None:
    kpi = a_kpi(workspace)
    for period, value in (("2009", "1,5"), ("2007", "2"), ("2008", "-3,25")):
        assert run("record", kpi, period, value, "-w", workspace, "--source", "Brev").code == 0
    assert run("record", kpi, "2006", "--status", "suppressed", "-w", workspace).code == 0
    lines = (workspace / "data" / "recorded.csv").read_text("utf-8").splitlines()
    assert lines == [
        "kpi,municipality,period,gender,value,status,source,example",
        f"{kpi},9999,2006,T,,suppressed,,",
        f"{kpi},9999,2007,T,2,,Brev,",
        f"{kpi},9999,2008,T,-3.25,,Brev,",
        f"{kpi},9999,2009,T,1.5,,Brev,",
    ]
    assert run("validate", "-w", workspace).code == 0


def test_record_never_writes_over_a_value(run: Run, workspace: Path) -> None:
    kpi = a_kpi(workspace)
    run("record", kpi, "2009", "1", "-w", workspace)
    refused = run("record", kpi, "2009", "2", "-w", workspace)
    assert refused.code == 2
    assert "has a value already, at data/recorded.csv:2:" in refused.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["finns-inte", "2009", "1"], "there is no KPI finns-inte"),
        (["{known}", "2009K1", "1"], "is no period"),
        (["{known}", "2009", "ett"], "is no number"),
        (["{known}", "2009", "1e999"], "is no number"),
        (["{known}", "2009"], "either a value or --status"),
        (["{known}", "2009", "1", "--status", "missing"], "either a value or --status"),
    ],
    ids=["kpi", "period", "word", "too large", "nothing", "both"],
)
def test_record_refuses_what_cannot_be_a_figure(run: Run, workspace: Path, words: list[str], says: str) -> None:
    ran = run("record", *(word.format(known=a_kpi(workspace)) for word in words), "-w", workspace)
    assert ran.code == 2
    assert says in ran.err
    assert not (workspace / "data" / "recorded.csv").exists()


@pytest.mark.parametrize("content", ["kpi;municipality\n", "kpi,municipality,period,gender,value\na,b\n"])
def test_record_leaves_a_file_that_is_not_in_our_form(run: Run, workspace: Path, content: str) -> None:
    recorded = workspace / "data" / "recorded.csv"
    recorded.write_text(content, "utf-8")
    ran = run("record", a_kpi(workspace), "2009", "1", "-w", workspace)
    assert ran.code == 2
    assert recorded.read_text("utf-8") == content


def test_record_takes_a_file_that_excel_has_saved(run: Run, workspace: Path) -> None:
    kpi, recorded = a_kpi(workspace), workspace / "data" / "recorded.csv"
    rows = f"{kpi};9999;2007;T;2,5;10;Brev, vår\r\n{kpi};9999;2008;T;okänt;;\r\n;;;;;;\r\n"
    recorded.write_text(f"\ufeffkpi;municipality;period;gender;value;n;source\r\n{rows}", "utf-8", newline="")
    assert run("record", kpi, "2009", "1,5", "-w", workspace).code == 0
    assert recorded.read_bytes().decode() == (
        "kpi,municipality,period,gender,value,n,source\n"
        f'{kpi},9999,2007,T,2.5,10,"Brev, vår"\n{kpi},9999,2008,T,okänt,,\n{kpi},9999,2009,T,1.5,,\n'
    )


@pytest.mark.parametrize("content", ["", "\ufeff", "\n"])
def test_record_begins_an_empty_file(run: Run, workspace: Path, content: str) -> None:
    recorded = workspace / "data" / "recorded.csv"
    recorded.write_text(content, "utf-8")
    assert run("record", a_kpi(workspace), "2009", "1", "-w", workspace).code == 0
    assert len(recorded.read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize("source", ["a\nb", "a\x1b[2J", "\u202ea", "x" * 1001], ids=["line", "escape", "bidi", "long"])
def test_record_refuses_a_text_that_could_not_be_read_again(run: Run, workspace: Path, source: str) -> None:
    ran = run("record", a_kpi(workspace), "2009", "1", "-w", workspace, "--source", source)
    assert ran.code == 2
    assert "source shall be one line" in ran.err
    assert not (workspace / "data" / "recorded.csv").exists()


def test_record_knows_a_kpi_by_koladas_id_where_only_one_has_it(run: Run, workspace: Path) -> None:
    goal = next(iter(load_workspace(workspace).plan.strategic_goals))
    rest = f"title: T, goal: {goal}, unit: percent, decimals: 0, direction: none"
    kpis = f"kpis:\n  a: {{kolada: N15419, {rest}}}\n  b: {{kolada: U21401, {rest}}}\n  c: {{kolada: U21401, {rest}}}\n"
    (workspace / "goals" / "kolada.yaml").write_text(kpis, "utf-8")
    assert run("record", "N15419", "2009", "1", "-w", workspace).code == 0
    assert "\na,9999,2009,T,1," in (workspace / "data" / "recorded.csv").read_text("utf-8")
    refused = run("record", "U21401", "2009", "1", "-w", workspace)
    assert (refused.code, "U21401 is used by several KPIs: b, c" in refused.err) == (2, True)


@pytest.mark.parametrize("settings", ["", "# inget\n", "format: 1\n", "format: 1\norganisation: 'x9'\n"])
def test_nothing_is_recorded_or_evaluated_for_no_one(run: Run, workspace: Path, settings: str) -> None:
    kpi = a_kpi(workspace)
    (workspace / "malstyrning.yaml").write_text(settings, "utf-8")
    assert run("record", kpi, "2009", "1", "-w", workspace).code == 2
    assert run("evaluate", "-w", workspace, "--period", "2022").code == 1
    assert not (workspace / "data" / "recorded.csv").exists()
    assert not (workspace / "reports").exists()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("reports", ["evaluate", "--period", "2024"]),
        ("reports/2024", ["evaluate", "--period", "2024"]),
        ("data/recorded.csv", ["record", "{kpi}", "2009", "1"]),
    ],
)
def test_nothing_is_written_outside_the_workspace(
    run: Run, workspace: Path, tmp_path_factory: pytest.TempPathFactory, link: str, words: list[str]
) -> None:
    kpi, outside = a_kpi(workspace), tmp_path_factory.mktemp("outside")
    (workspace / link).parent.mkdir(exist_ok=True)
    (workspace / link).symlink_to(outside / "x.csv" if link.endswith("csv") else outside)
    ran = run(words[0], *(word.format(kpi=kpi) for word in words[1:]), "-w", workspace)
    assert ran.code == 2
    assert f"{link} is a symbolic link" in ran.err
    assert [*outside.iterdir()] == []


def test_a_report_may_go_through_a_link_that_the_user_gives(
    run: Run, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (workspace / "ut").symlink_to(outside)
    assert run("evaluate", "-w", workspace, "--period", "2024", "--out", workspace / "ut").code == 0
    assert (outside / "evaluation.json").exists()


def test_new_writes_through_no_link(run: Run, workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (workspace / "goals").rename(outside / "goals")
    (workspace / "goals").symlink_to(outside / "goals")
    ran = run("new", "kpi", "nytt-id", "-w", workspace)
    assert (ran.code, "goals is a symbolic link" in ran.err) == (2, True)
    assert not (outside / "goals" / "nytt-id.yaml").exists()


@pytest.mark.parametrize("output_format", ["text", "json", "markdown"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_rules_lists_every_rule(run: Run, output_format: str, language: str) -> None:
    ran = run("rules", "--output-format", output_format, "--lang", language)
    assert ran.code == 0
    for rule in all_rules():
        assert rule.code in ran.out
        assert rule.name in ran.out
    if output_format == "json":
        assert [one["code"] for one in json.loads(ran.out)] == [rule.code for rule in all_rules()]
