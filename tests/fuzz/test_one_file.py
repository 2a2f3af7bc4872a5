"""Whatever one file of a workspace holds, it is read to the end or told with its place: nothing crashes.

An ordinary run tries a few hundred damaged files; `make fuzz` tries more than fifty thousand.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import damage
from tests.workspaces import minimal, write

from malstyrning.console.formats import OutputFormat, closing, write_findings
from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.load import Loaded, load_workspace
from malstyrning.rules import check_workspace, mended, settle_workspace
from malstyrning.sources.lines import LineByLine

TODAY = date(2023, 3, 31)
SHARE = 10  # one run of so many mends and evaluates as well, which takes as long as all the rest
FILES = {
    **minimal(),
    "goals/base.yaml": damage.EVERYTHING,
    "malstyrning.yaml": damage.CONFIGURED,
    "data/exempel-bas.csv": damage.ROWS,
    "data/budget.csv": damage.MONEY,
    "data/kolada/kpis.csv": damage.KOLADA,
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("whole"), FILES)


def reading(root: Path, path: str, content: bytes) -> tuple[Loaded, Sequence[Diagnostic]]:
    """The workspace with one file damaged; every finding has its words and a place in a file that is there."""
    damage.tried[path] += 1
    loaded = load_workspace(root, {path: content})
    findings = check_workspace(loaded, TODAY)
    lines = content.decode("utf-8-sig", "replace").split("\n")
    for one in findings:
        for language in Language:
            assert one.message[language]
            assert one.help[language]
            assert all(beside.note[language] for beside in one.related)
        for span in spans(one):
            assert (root / span.path).exists(), one
            if span.path == path:
                assert stands_in(span, lines), (one, span)
    return loaded, settle_workspace(loaded, TODAY).findings


def spans(one: Diagnostic) -> Iterator[Span]:
    yield one.span
    yield from (beside.span for beside in one.related)
    yield from (edit.span for edit in one.edits)


def stands_in(span: Span, lines: list[str]) -> bool:
    """Whether a place is a whole file, or begins in it, at most one sign after a line's end, and has an extent."""
    return span == Span(span.path) or (
        1 <= span.line <= span.end_line <= len(lines)
        and 1 <= span.column <= len(lines[span.line - 1]) + 1
        and (span.line, span.column) < (span.end_line, span.end_column)
    )


def written(loaded: Loaded, findings: Sequence[Diagnostic], form: OutputFormat, language: Language) -> None:
    """A format can write the findings, and what is for programs can be read by them."""
    said = "\n".join(write_findings(findings, form, language, LineByLine(loaded.folder).line))
    if form in (OutputFormat.JSON, OutputFormat.GITLAB, OutputFormat.SARIF):
        json.loads(said)
    elif form is OutputFormat.JUNIT:
        ET.fromstring(said)  # noqa: S314 - what we wrote ourselves
    elif form is OutputFormat.CONCISE:
        assert len(said.splitlines()) == len(findings)
    assert closing(findings, language)


def mends(root: Path, path: str, content: bytes) -> None:
    """Mending loses nothing of a file, and leaves nothing to mend."""
    place = root / path
    whole = place.read_bytes()
    place.write_bytes(content)
    try:
        first = mended(root, TODAY, lambda _: True)
        assert set(first.files) <= {path}
        place.write_bytes(first.files.get(path, content))
        assert not mended(root, TODAY, lambda _: True).files
    finally:
        place.write_bytes(whole)


def tries(root: Path, path: str, content: bytes) -> None:
    """What every damaged file goes through, and what each goes through in its turn."""
    loaded, findings = reading(root, path, content)
    turn = crc32(content)
    forms = [(form, language) for form in OutputFormat for language in Language]
    written(loaded, findings, *forms[turn % len(forms)])
    if turn % SHARE == 0:
        mends(root, path, content)
        evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))


def test_the_whole_files_have_no_errors(root: Path) -> None:
    for path, content in FILES.items():
        loaded, findings = reading(root, path, content.encode())
        assert loaded.diagnostics == ()
        mends(root, path, content.encode())
        for form in OutputFormat:
            written(loaded, findings, form, Language.SV)


def _ways(path: str) -> dict[str, st.SearchStrategy[bytes]]:
    """How a file may be damaged: as bytes, as signs and as what it is made of."""
    text = FILES[path]
    swedish = text.replace(",", ";").replace(".", ",")
    structure: Callable[[str], st.SearchStrategy[str]] = damage.in_structure
    if path.endswith(".csv"):
        structure = damage.in_table
    signs = damage.in_signs(text) | damage.in_signs(swedish) if path.endswith(".csv") else damage.in_signs(text)
    return {
        "bytes": damage.in_bytes(text.encode()),
        "signs": signs.map(lambda one: one.encode("utf-8", "surrogateescape")),
        "structure": structure(text).map(lambda one: one.encode()),
    }


DAMAGED = ("goals/base.yaml", "malstyrning.yaml", "data/exempel-bas.csv", "data/budget.csv", "data/kolada/kpis.csv")


@pytest.mark.parametrize("way", ["bytes", "signs", "structure"])
@pytest.mark.parametrize("path", DAMAGED)
def test_any_damage_to(root: Path, path: str, way: str) -> None:
    @given(_ways(path)[way])
    def tried_out(content: bytes) -> None:
        tries(root, path, content)

    tried_out()
