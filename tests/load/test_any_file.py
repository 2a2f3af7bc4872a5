"""Whatever a file holds, it is read to the end or told with its place: nothing crashes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from tests.workspaces import load, minimal

from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.load import Loaded
from malstyrning.rules import check_workspace

FULL = (
    minimal()["goals/base.yaml"]
    + """\
    baseline: {year: 2019, value: 83.5}
    definitions: [{from: 2018, text: Så}]
    by_gender: true
actions:
  lovskola: {title: L, goal: mal, status: done, expected_effect: {kpi: nyckeltal, change: 1, by: 2023}}
budget_frames:
  - committee: namnd
    year: 2022
    amount: 10
    decided: 2021-11-15
    areas: {omrade: 10}
    changes: [{date: 2022-06-20, areas: {omrade: 1}}]
evaluations:
  - committee: namnd
    period: 2022
    actions: {lovskola: {effect: none, causes: {wrong_from_start: some}}}
    lessons: {tidig: {text: T, feeds: 2024}}
"""
)
SETTINGS = (
    minimal()["malstyrning.yaml"]
    + 'groups:\n  lan: {title: {sv: L, en: C}, members: ["9999"], as_of: 2022, source: SCB}\n'
)
ROWS = (
    "kpi,municipality,period,gender,value,status,n,preliminary,source,published\n"
    "nyckeltal,9999,2022,T,91.5,,10,yes,SCB,2022-10\nnyckeltal,9999,2021,T,,missing,,,,\nnyckeltal,9999,2022,K,90,,,,,\n"
)
SIGNS = [
    "\n",
    ":",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    '"',
    "'",
    "#",
    "&",
    "*",
    "!",
    "|",
    ">",
    "?",
    "@",
    "%",
    "\t",
    "\x00",
    "\r",
    "\u2028",
    "å",
    "٣",
]
WORDS = ["~", "null", "<<: ", "0127", "2022", "-1", "1e99", "kind: at_most", "title:", "mal", "---\n", "\n  ", ": "]
PIECES = st.sampled_from(["", " ", *SIGNS, *WORDS, "\udcff"]) | st.text(st.characters(codec="utf-8"), max_size=4)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text with up to four stretches replaced by something else."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(PIECES) + text[start + draw(st.integers(0, 12)) :]
    return text


def read(path: str, text: str) -> Loaded:
    """The small workspace with one file damaged; every finding has its words and a place in its file."""
    with TemporaryDirectory() as folder:
        loaded = load(Path(folder), {"goals/base.yaml": FULL, "malstyrning.yaml": SETTINGS, path: text})
        lines = text.split("\n")
        for finding in check_workspace(loaded):
            for language in Language:
                assert finding.message[language]
                assert finding.help[language]
            if finding.span.path == path:
                assert 1 <= finding.span.line <= len(lines)
                assert 1 <= finding.span.column < finding.span.end_column or finding.rule.code.startswith("LAY")
    evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    return loaded


def test_the_whole_files_have_no_findings() -> None:
    for path, text in (("goals/base.yaml", FULL), ("malstyrning.yaml", SETTINGS), ("data/exempel-bas.csv", ROWS)):
        assert read(path, text).diagnostics == ()


@given(damaged(FULL))
def test_any_goal_file(text: str) -> None:
    read("goals/base.yaml", text)


@given(damaged(SETTINGS))
def test_any_settings(text: str) -> None:
    read("malstyrning.yaml", text)


@given(damaged(ROWS) | damaged(ROWS.replace(",", ";").replace(".", ",")))
def test_any_data_file(text: str) -> None:
    read("data/exempel-bas.csv", text)
