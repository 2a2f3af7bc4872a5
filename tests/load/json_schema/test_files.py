"""Whole files: an editor with the schema underlines a file if, and only if, the loader finds fault with its form."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from tests.damage import CONFIGURED, EVERYTHING, in_structure
from tests.load.json_schema.editor import GOALS, WORKSPACE, composed, seen
from tests.workspaces import ROOT

from malstyrning.load.goals import Reader
from malstyrning.load.workspace import SettingsEntry
from malstyrning.sources.yaml_nodes import read_yaml

STARTER = ROOT / "src/malstyrning/starter"
ACROSS_OBJECTS = ("SCH208", "SCH209")  # an id, a frame or an answer that stands twice


def refused(text: str, *, settings: bool) -> bool:
    """Whether the loader finds fault with a file's form."""
    document, layout = read_yaml("a.yaml", text.encode())
    assert document is not None, text
    assert layout == []
    reader = Reader()
    if settings:
        reader.entry(document, (), SettingsEntry)
    else:
        reader.read(document)
    codes = {one.rule.code for one in reader.diagnostics}
    assert all(code.startswith("SCH2") for code in codes)
    return bool(codes - {*ACROSS_OBJECTS})


def underlined(text: str, *, settings: bool) -> list[str]:
    schema = WORKSPACE if settings else GOALS
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(seen(composed(text)))]


def test_a_damage_keeps_the_quotes_of_a_file() -> None:
    assert yaml.serialize(composed("a: '0182'\nb: 2022\n"), Dumper=yaml.BaseDumper) == "a: '0182'\nb: 2022\n"


@pytest.mark.parametrize("root", [ROOT, STARTER], ids=["shipped", "starter"])
def test_what_people_wrote_is_not_underlined(root: Path) -> None:
    assert underlined((root / "malstyrning.yaml").read_text("utf-8"), settings=True) == []
    for path in sorted((root / "goals").rglob("*.yaml")):
        assert underlined(path.read_text("utf-8"), settings=False) == [], path


def test_the_whole_files_are_fine_to_both() -> None:
    assert not refused(EVERYTHING, settings=False)
    assert not refused(CONFIGURED, settings=True)
    assert underlined(EVERYTHING, settings=False) == []
    assert underlined(CONFIGURED, settings=True) == []


@given(in_structure(EVERYTHING))
def test_a_damaged_goal_file_is_underlined_if_the_loader_refuses_it(text: str) -> None:
    told = underlined(text, settings=False)
    assert bool(told) == refused(text, settings=False), (text, told)


@given(in_structure(CONFIGURED))
def test_a_damaged_configuration_is_underlined_if_the_loader_refuses_it(text: str) -> None:
    assume(not re.search(r"fingerprint: [0-9.]+$", text, re.MULTILINE))  # any number may be one to an editor
    told = underlined(text, settings=True)
    assert bool(told) == refused(text, settings=True), (text, told)
