"""Mending: what was damaged in a way that can be undone is as it was, byte for byte."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspaces import Files, load, minimal, write

from malstyrning.diagnostics import Edit, Span
from malstyrning.rules import check_workspace, mended
from malstyrning.sources.edits import edited

TODAY = date(2023, 3, 31)
GOALS, BUDGET, DATA = "goals/base.yaml", "goals/budget-2021.yaml", "data/exempel-bas.csv"


def everything(_: object) -> bool:
    return True


def sound() -> Files:
    """The minimal workspace with what each kind of damage needs: an id of digits, decimals, texts of lines."""
    files = minimal()
    files[GOALS] = (
        files[GOALS]
        .replace('  "9999": {', '  "0182": {name: Nacka, kind: municipality}\n  "9999": {')
        .replace("level: 90,", "level: 90.5, tolerance: 0.5,")
        .replace("    from: 2020\n", "    from: 2020\n    description: |\n      En rad  \n\n      och en till\n", 1)
    )
    files[BUDGET] = files[BUDGET].replace("10,", "10.5,", 1).replace("omrade: 10", "omrade: 10.5")
    files[DATA] += "nyckeltal,0182,2022,T,90.5,SCB\nnyckeltal,0182,2021,T,90.1,SCB\n"
    return files


DAMAGES: dict[str, tuple[str, Callable[[str], str]]] = {
    "an id without quotes": (GOALS, lambda text: text.replace('"9999":', "9999:")),
    "an id with a zero without quotes": (GOALS, lambda text: text.replace('"0182":', "0182:")),
    "a setting without quotes": ("malstyrning.yaml", lambda text: text.replace('"9999"', "9999")),
    "a comma in braces": (GOALS, lambda text: text.replace("level: 90.5", "level: 90,5")),
    "two commas in braces": (GOALS, lambda text: text.replace("0.5", "0,5")),
    "a comma in the money of areas": (BUDGET, lambda text: text.replace("omrade: 10.5", "omrade: 10,5")),
    "a space after a key": (GOALS, lambda text: text.replace("kpis:\n", "kpis:  \n")),
    "a tab after a value": (GOALS, lambda text: text.replace("decimals: 1\n", "decimals: 1\t\n")),
    "a space after a row": (DATA, lambda text: text.replace("Bokslut\n", "Bokslut \n")),
    "lost zeros": (DATA, lambda text: text.replace(",0182,", ",182,")),
    "ids without quotes and a comma below": (
        GOALS,
        lambda text: text.replace('"9999":', "9999:").replace("level: 90.5", "level: 90,5"),
    ),
}


def test_what_is_sound_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, sound())
    assert mended(tmp_path, TODAY, everything).files == {}


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["without mark", "with mark"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_undone_byte_for_byte(tmp_path: Path, damage: str, mark: str, ends: str) -> None:
    path, spoil = DAMAGES[damage]
    good = sound()
    before = mark + good[path].replace("\n", ends)
    after = mark + spoil(good[path]).replace("\n", ends)
    assert before != after
    write(tmp_path, {**good, path: after})
    result = mended(tmp_path, TODAY, everything)
    assert result.files == {path: before.encode()}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(GOALS, "level: 90.5", "level: 1,234", id="thousands or decimals"),
        pytest.param(GOALS, "level: 90.5", "level: 90, 5", id="a space after the comma"),
        pytest.param(GOALS, "{sv: Nämnden, en: The committee}", "{sv: 90,5, en: 1}", id="a comma in a text"),
        pytest.param(GOALS, "level: 90.5", "level: 9,0,5", id="two commas in a number"),
        pytest.param(GOALS, "level: 90.5", "level: nittio,5", id="a word and a comma"),
        pytest.param(DATA, ",90.5", ',"90,5"', id="a comma in a cell"),
        pytest.param(DATA, "nyckeltal,0182", "nyckltal,0182", id="a misspelt name"),
    ],
)
def test_what_a_person_must_decide_is_left_alone(tmp_path: Path, path: str, old: str, new: str) -> None:
    files = sound()
    write(tmp_path, {**files, path: files[path].replace(old, new, 1)})
    assert mended(tmp_path, TODAY, everything).files == {}
    assert check_workspace(load(tmp_path, {**files, path: files[path].replace(old, new, 1)}), TODAY)


def test_an_accepted_finding_is_left_alone(tmp_path: Path) -> None:
    files = {**sound(), GOALS: sound()[GOALS].replace("kpis:\n", "kpis:  \n")}
    (found,) = (one for one in check_workspace(load(tmp_path, files), TODAY) if one.rule.code == "LAY131")
    accepted = f"accepted:\n  - {{fingerprint: '{found.fingerprint}', reason: Skäl, by: Analytiker}}\n"
    write(tmp_path, {"malstyrning.yaml": files["malstyrning.yaml"] + accepted})
    assert mended(tmp_path, TODAY, everything).files == {}


@given(
    st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=8), max_size=5),
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9), st.integers(0, 3), st.sampled_from(["", "x", "åä"]))),
)
def test_every_other_byte_stays(lines: list[str], wishes: list[tuple[int, int, int, str]]) -> None:
    content = "\n".join(lines).encode()
    edits = [
        Edit(Span("a", line, column, line, column + width), text)
        for line, column, width, text in wishes
        if line <= len(lines) and column + width <= len(lines[line - 1]) + 1
    ]
    result = edited(content, edits)
    assert result.count(b"\n") == content.count(b"\n")
    if not edits:
        assert result == content
    for number, (before, after) in enumerate(zip(lines, result.decode().split("\n"), strict=False), 1):
        here = [one for one in edits if one.span.line == number]
        first = min((one.span.column for one in here), default=len(before) + 1)
        last = max((one.span.end_column for one in here), default=1)
        assert after.startswith(before[: first - 1])
        assert after.endswith(before[last - 1 :]) or not here


def test_no_rule_mends_into_a_new_finding(tmp_path: Path) -> None:
    files = sound()
    for path, spoil in DAMAGES.values():
        files[path] = spoil(files[path])
    write(tmp_path, files)
    result = mended(tmp_path, TODAY, everything)
    write(tmp_path, {path: content.decode() for path, content in result.files.items()})
    left = check_workspace(load(tmp_path, {path: text.decode() for path, text in result.files.items()}), TODAY)
    assert not [one for one in left if one.edits]
    assert not re.search(r"[ \t]+$", (tmp_path / DATA).read_text("utf-8"), re.MULTILINE)
