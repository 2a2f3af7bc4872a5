"""The shipped reports are the golden ones: `make golden` writes them anew, and a person reads the difference.

The starter's report in English stands beside the tests.
"""

import gc
from contextlib import suppress
from pathlib import Path

import pytest

from malstyrning import __version__
from malstyrning.cli import init, main
from malstyrning.cli.occasion import at_occasion
from malstyrning.domain.periods import Period
from malstyrning.language import Language
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin, build_view
from malstyrning.report.files import figures, render_all, with_record
from malstyrning.report.formats import Format
from malstyrning.report.render import overrides
from malstyrning.report.written import Written
from malstyrning.rules import settle_workspace

ROOT = Path(__file__).parents[2]
STARTER = Path(init.__file__).parents[1] / "starter"


@pytest.mark.parametrize(
    ("workspace", "year", "language", "golden"),
    [
        (ROOT, 2022, Language.SV, ROOT / "reports" / "2022"),
        (ROOT, 2023, Language.SV, ROOT / "reports" / "2023"),
        (STARTER, 2025, Language.EN, ROOT / "tests" / "report" / "golden" / "starter-en"),
    ],
    ids=["shipped, 2022", "shipped, 2023", "starter in English"],
)
def test_the_reports_are_those_that_were_reviewed(
    workspace: Path, year: int, language: Language, golden: Path, *, update_golden: bool
) -> None:
    loaded = load_workspace(workspace)
    settled, evaluation = at_occasion(loaded, settle_workspace(loaded), Period(year))
    inputs = {**loaded.inputs, **overrides(loaded.folder), **evaluation.since.inputs}
    origin = Origin(__version__, inputs, settled.findings, settled.accepted, loaded.places)
    view = build_view(evaluation, origin, language)
    reports = render_all(view, list(Format), loaded.folder) | figures(evaluation, origin, list(Format), language)
    files = with_record(reports, evaluation, origin, language, Written("", ""))
    if update_golden:
        golden.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (golden / name).write_bytes(content)
    assert {path.name for path in golden.iterdir()} == set(files)
    for name, content in files.items():
        assert (golden / name).read_bytes() == content, f"{golden / name} differs: look, then run make golden"


def test_the_plan_is_the_one_that_was_reviewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, update_golden: bool
) -> None:
    """After the reports, since it shows the verdicts of the last one."""
    golden = ROOT / "reports" / "plan-2023"
    monkeypatch.setattr("sys.argv", ["malstyrning", "plan", "-w", str(ROOT), "--year", "2023", "--out", str(tmp_path)])
    with suppress(SystemExit):
        main()
    gc.enable()  # a command leaves it at rest, since its process ends
    files = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    if update_golden:
        golden.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (golden / name).write_bytes(content)
    assert {one.name for one in golden.iterdir()} == set(files)
    for name, content in files.items():
        assert (golden / name).read_bytes() == content, f"{golden / name} differs: look, then run make golden"
