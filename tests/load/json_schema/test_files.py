"""Whole files: an editor with the schema underlines a file if, and only if, the loader finds fault with its form."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.load.json_schema.editor import GOALS, WORKSPACE, composed, seen
from tests.load.test_any_file import FULL, SETTINGS
from tests.workspaces import ROOT
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from malstyrning.load.goals import Reader
from malstyrning.load.workspace import SettingsEntry
from malstyrning.sources.yaml_nodes import read_yaml

STARTER = ROOT / "src/malstyrning/starter"
ACROSS_OBJECTS = ("SCH208", "SCH209")  # an id, a frame or an answer that stands twice

EVERYTHING = (
    FULL.replace("actions:\n", "vision: {text: V, source: S}\nfundamental_value: {text: {sv: G}}\nactions:\n")
    .replace("    from: 2020\n", "    from: 2020\n    was: forr\n")
    .replace("    conditions: [", "    conditions: [A, ")
    .replace("    by_gender: true\n", "    by_gender: true\n    lag: 1\n    reported_in: [t1]\n    groups: []\n")
    .replace("lovskola: {title: L,", "lovskola: {title: L, due: 2022-12-31, cost: 2400, kpis: [nyckeltal], owner: O,")
    .replace(
        "    lessons: {",
        "    goals: {mal: {position: L, conditions_met: partly, status: nearly}}\n"
        "    kpis: {nyckeltal: {cause: C}}\n"
        "    reprioritise: {answer: no, text: T}\n"
        "    signed: {body: B, name: N, date: 2023-02-20}\n"
        "    lessons: {",
    )
    .replace("level: 90,", "level: 90, tolerance: 0.5, decided_by: committee, example: true,")
    .replace(
        "    target_levels:\n",
        "    target_levels:\n      - {year: 2023, kind: between, lower: 1, upper: 2.5, decided: 2021-11-15}\n"
        "      - {year: 2024, kind: at_most, level: -3, decided: 2021-11-15}\n",
    )
)
CONFIGURED = (
    SETTINGS
    + """\
language: en
example: true
rules: {select: [TAR], ignore: [level-too-precise], severity: {TAR601: advice}}
accepted: [{fingerprint: 3fa91c0b7d2e, reason: R, by: B, until: 2026-12-31}]
"""
)

TAG = "tag:yaml.org,2002:"
PLAIN = ["2022", "1899", "0", "-1", "3", "1.5", "95.5", "1000000000000000", "mal", "Ett mål", "yes", "none", "at_least"]
PLAINER = ["2022-11-15", "2022-02-30", "2022T1", "2022H3", "N15436", "TAR601", "percent", "between", "partly", "t1", ""]
QUOTED = ["2022", "9999", "95.5", "true", "", " ", "a\nb", "1,5", "-2", "sv", "bästa", "mal"]
SCALARS = [ScalarNode(TAG + "str", text) for text in (*PLAIN, *PLAINER)] + [
    ScalarNode(TAG + "str", text, style='"') for text in QUOTED
]
KEYS = ["sv", "en", "title", "kind", "from", "Ett Id", "ett-id", "level", "lower", "example", "causes", "a_b", "å"]


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


def inside(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, MappingNode):
        for _, value in node.value:
            yield from inside(value)
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from inside(one)


def scalar() -> st.SearchStrategy[Node]:
    return st.sampled_from(SCALARS).map(lambda one: ScalarNode(TAG + "str", one.value, style=one.style))


VALUES = (
    scalar()
    | st.lists(scalar(), max_size=2).map(lambda items: SequenceNode(TAG + "seq", items))
    | st.dictionaries(st.sampled_from(KEYS), scalar(), max_size=2).map(
        lambda items: MappingNode(TAG + "map", [(ScalarNode(TAG + "str", key), value) for key, value in items.items()])
    )
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A file with one key or item dropped, added, renamed or given another value."""
    root = composed(text)
    held = [one for one in inside(root) if isinstance(one, MappingNode | SequenceNode) and one.value]
    holder = draw(st.sampled_from(held))
    index = draw(st.integers(0, len(holder.value) - 1))
    how = draw(st.sampled_from(["drop", "add", "rename", "value", "value"]))
    if how == "drop":
        del holder.value[index]
    elif isinstance(holder, SequenceNode):
        holder.value[index] = draw(VALUES)
    else:
        taken = {key.value for key, _ in holder.value}
        key, value = holder.value[index]
        if how != "value":
            key = ScalarNode(TAG + "str", draw(st.sampled_from([one for one in KEYS if one not in taken])))
        if how == "add":
            holder.value.append((key, draw(VALUES)))
        else:
            holder.value[index] = (key, value if how == "rename" else draw(VALUES))
    for node in inside(root):
        if isinstance(node, MappingNode | SequenceNode):
            node.flow_style = False
    return str(yaml.serialize(root, Dumper=yaml.BaseDumper, allow_unicode=True))


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


@given(damaged(EVERYTHING))
def test_a_damaged_goal_file_is_underlined_if_the_loader_refuses_it(text: str) -> None:
    told = underlined(text, settings=False)
    assert bool(told) == refused(text, settings=False), (text, told)


@given(damaged(CONFIGURED))
def test_a_damaged_configuration_is_underlined_if_the_loader_refuses_it(text: str) -> None:
    assume(not re.search(r"fingerprint: [0-9.]+$", text, re.MULTILINE))  # any number may be one to an editor
    told = underlined(text, settings=True)
    assert bool(told) == refused(text, settings=True), (text, told)
