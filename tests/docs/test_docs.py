"""The documents keep their word: links, paths, commands, examples and figures are those of the repository."""

import gc
import re
import shutil
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from malstyrning import diagnostics
from malstyrning.cli import main
from malstyrning.cli.app import app
from malstyrning.console.formats import OutputFormat, write_findings
from malstyrning.domain import (
    account,
    assessments,
    budget,
    costs,
    evaluations,
    events,
    forecasts,
    kpis,
    money,
    outcomes,
    periods,
    plan,
    since,
    sound_management,
    standing,
    targets,
    verdicts,
    words,
)
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.questions import is_asked
from malstyrning.language import Language
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin, build_view
from malstyrning.report.figures_csv import COLUMNS, PLACES
from malstyrning.rules import all_rules, check_workspace, settle_workspace

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "src/malstyrning/starter"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", STARTER / "README.md", *(ROOT / "docs").rglob("*.md")])
NAMED = [str(page.relative_to(ROOT)) for page in PAGES]

_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)  # what an example links to is not ours
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"\bmalstyrning ([a-z]+\b[^`\n&]*)")
_PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*\.\w+)`")
_PLACE = re.compile(r"^\| `([a-z0-9-]+)` \| `[a-z-]+`, .*? \| (\d[^|]*?) \| .*? \| ([^|]+?) \|$", re.MULTILINE)
_QUOTE = re.compile(r"^> `([a-z0-9-]+)`: (.+)$", re.MULTILINE)


def read(page: Path) -> str:
    return page.read_text("utf-8")


def blocks(page: Path, *languages: str) -> list[str]:
    return [text for language, text in _BLOCK.findall(read(page)) if language in languages]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=NAMED)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(_FENCED.sub("", read(page))):
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_is_reached_from_the_readme() -> None:
    reached = {ROOT / "README.md"}
    waiting = list(reached)
    while waiting:
        page = waiting.pop()
        links = {(page.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(read(page))}
        new = {link for link in links if link in PAGES} - reached
        reached |= new
        waiting.extend(new)
    assert set(PAGES) - reached == {STARTER / "README.md"}


@pytest.mark.parametrize("name", ["architecture.md", "workspace.md", "judgement.md", "decisions"])
def test_every_path_that_is_named_exists(name: str) -> None:
    made = ("reports/", "data/recorded.csv", "data/2022.csv")
    for page in PAGES:
        if (ROOT / "docs" / name) not in (page, page.parent):
            continue
        for path in _PATH.findall(read(page)):
            if path.startswith(made) or "NAME" in path:
                continue
            assert (ROOT / path).exists() or (ROOT / "src/malstyrning" / path).exists(), f"{page.name}: {path}"


def commands(page: Path) -> set[str]:
    shown = blocks(page, "console") + re.findall(r"`(malstyrning [^`]+)`", read(page))
    return {line.split("#")[0].strip() for text in shown for line in _COMMAND.findall(text)}


@pytest.mark.parametrize("page", PAGES, ids=NAMED)
def test_every_command_and_option_exists(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for command in sorted(commands(page)):
        name, *words = command.split()
        monkeypatch.setattr("sys.argv", ["malstyrning", name, "--help"])
        with pytest.raises(SystemExit) as stop:
            main()
        assert not stop.value.code, command
        told = capsys.readouterr().out
        for option in (word for word in words if re.fullmatch(r"--[a-z-]+", word)):
            assert option in told, command


def test_every_command_and_option_is_described() -> None:
    page = read(ROOT / "docs/commands.md")
    general = page.partition("## ")[0]
    sections = {text.partition("\n")[0]: text for text in page.split("\n## ")[1:]}
    typed = get_command(app)
    assert isinstance(typed, TyperGroup)
    assert set(sections) == set(typed.commands)
    for name, command in typed.commands.items():
        for option in (one for parameter in command.params for one in parameter.opts if one.startswith("--")):
            assert f"`{option}" in general + sections[name] or f" {option}" in sections[name], f"{name} {option}"


def test_what_the_commands_are_said_to_print_is_what_they_print(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    examples = blocks(ROOT / "docs/commands.md", "text")
    assert examples
    for typed, *shown in (example.splitlines() for example in examples):
        monkeypatch.setattr("sys.argv", [*typed.removeprefix("$ ").split(), "-w", str(ROOT)])
        with suppress(SystemExit):
            main()
        gc.enable()  # a command leaves it at rest, since its process ends
        said = [line.rstrip() for line in capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ").splitlines()]
        at = said.index(shown[0])
        assert said[at : at + len(shown)] == shown


def test_every_column_of_the_figures_is_described() -> None:
    page = read(ROOT / "docs/workspace.md").partition("## reports/")[2]
    assert {f"`{name}`" for name in COLUMNS} | {f"`GROUP.{name}`" for name in PLACES} <= set(
        re.findall("`[^`]+`", page)
    )


@pytest.mark.parametrize("page", PAGES, ids=NAMED)
def test_every_code_is_that_of_a_rule(page: Path) -> None:
    assert set(re.findall(r"\b[A-Z]{3}[0-9]{3}\b", read(page))) <= {rule.code for rule in all_rules()}


def test_the_glossary_names_classes_that_exist() -> None:
    rooms = (
        account,
        assessments,
        budget,
        costs,
        evaluations,
        events,
        forecasts,
        kpis,
        money,
        outcomes,
        periods,
        plan,
        since,
        sound_management,
        standing,
        targets,
        verdicts,
        words,
    )
    known = {name: one for room in rooms for name, one in vars(room).items()}
    named = re.findall(r"`([A-Z]\w+)(?:\.(\w+))?`", read(ROOT / "docs/glossary.md"))
    assert named
    for owner, member in named:
        assert owner in known or hasattr(diagnostics, owner), owner
        assert not member or hasattr(known[owner], member), f"{owner}.{member}"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The examples of the workspace page, each in a file of its own, together one workspace."""
    (tmp_path / "goals").mkdir()
    (tmp_path / "data").mkdir()
    page = ROOT / "docs/workspace.md"
    for index, text in enumerate(blocks(page, "yaml")):
        settings = text.startswith(("format:", "rules:", "goal_status:", "common_change:"))
        place = tmp_path / ("malstyrning.yaml" if settings else f"goals/{index}.yaml")
        place.write_text((place.read_text("utf-8") if place.exists() else "") + text, "utf-8")
    for index, text in enumerate(blocks(page, "csv")):
        (tmp_path / f"data/{index}.csv").write_text(text, "utf-8")
    return tmp_path


def test_the_examples_of_the_workspace_page_are_a_workspace_without_findings(example: Path) -> None:
    loaded = load_workspace(example)
    assert [f"{one.span} {one.message.en}" for one in check_workspace(loaded)] == []
    assert loaded.measurements.own
    assert loaded.measurements.money
    assert (len(loaded.plan.actions), len(loaded.plan.events), len(loaded.plan.evaluations)) == (1, 1, 2)
    assert len(loaded.plan.kpis) == 2


def test_a_fault_in_the_examples_would_be_found(example: Path) -> None:
    (example / "goals/fault.yaml").write_text("kpi: {}\n", "utf-8")
    assert check_workspace(load_workspace(example))


def test_what_init_copies_has_no_findings_and_every_fulfilment() -> None:
    loaded = load_workspace(STARTER)
    assert check_workspace(loaded) == []
    assert loaded.plan.example
    assert loaded.settings.period is not None
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(loaded.settings.period))
    assert all(evaluation.tally.counts.values())
    assert evaluation.tally.described


def test_the_finding_in_the_readme_is_the_programs(tmp_path: Path) -> None:
    told = next(text for text in blocks(ROOT / "README.md", "text") if "SCH204" in text)
    for name in ("goals", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "malstyrning.yaml", tmp_path)
    faulty = tmp_path / told.partition(":")[0]
    text = faulty.read_text("utf-8").replace("direction: higher", "direction: highr", 1)
    faulty.write_text(text, "utf-8")
    loaded = load_workspace(tmp_path)
    found = write_findings(
        settle_workspace(loaded).findings, OutputFormat.TEXT, Language.EN, lambda _, line: text.splitlines()[line - 1]
    )
    assert "\n".join(found).strip() == told.strip()


def strings(value: Any) -> set[str]:  # noqa: ANN401 - any part of a view
    """Every string in a part of a view, with ordinary spaces."""
    if isinstance(value, str):
        return {value.replace("\N{NO-BREAK SPACE}", " ")}
    if isinstance(value, tuple):
        return {one for part in value for one in strings(part)}
    if is_dataclass(value) and not isinstance(value, type):
        return {one for field in fields(value) for one in strings(getattr(value, field.name))}
    return set()


def test_the_worked_examples_are_what_the_report_says() -> None:
    loaded = load_workspace(ROOT)
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    view = build_view(evaluation, Origin("", loaded.inputs), Language.EN)
    goals = [goal for overall in view.overall_goals for goal in overall.goals]
    said = {kpi.anchor: strings(kpi) for kpi in view.kpis} | {goal.anchor: strings(goal) for goal in goals}
    said |= {overall.anchor: strings(overall) for overall in view.overall_goals}
    said |= {action.anchor: strings(action) for goal in goals for action in goal.actions}
    page = read(ROOT / "docs/judgement.md")
    quotes = _QUOTE.findall(page)
    assert quotes
    for kpi, text in quotes:
        assert text in said[kpi], (kpi, text)
    places = _PLACE.findall(page)
    assert places
    for kpi, place, median in places:
        assert {place, median} <= said[kpi], kpi
    asked = [kpi for kpi in evaluation.kpis if is_asked(loaded.plan.kpis[kpi.kpi], kpi, 2022)]
    assert f"{len(asked)} of the {len(view.kpis)} KPIs are asked" in page


def test_the_straight_line_begins_with_a_row_that_is_there() -> None:
    page = read(ROOT / "docs/architecture.md")
    found = re.search(r"line (\d+) of `([^`]+)`:\n\n```csv\n(.+)\n```", page)
    assert found
    line, path, row = found.groups()
    assert read(ROOT / path).splitlines()[int(line) - 1] == row
