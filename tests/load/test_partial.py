"""What can't be read is left out, and nothing that names it is told as well."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.workspaces import ROOT, load, minimal, write

from malstyrning.diagnostics import Severity, in_order
from malstyrning.load import find_root, load_workspace
from malstyrning.rules import check_workspace, settle_workspace
from malstyrning.sources import tree

KPI = (
    "title: Trygghet, kolada: N15419, goal: mal, unit: percent, decimals: 1, direction: none, "
    "causal_link: T ger mer C, method: Egen enkät"
)
HALF_YEARLY = f"{KPI}, measured: half_yearly"
ROWS = "kpi,municipality,period,gender,value,source\n" + "".join(
    f"{name},9999,{year}{part},{gender},91.5,SCB\n"
    for name, years in (("trygghet", range(1950, 1975)), ("N15419", range(1975, 2000)))
    for year in years
    for part in ("H1", "H2")
    for gender in "TKM"
)
ACTION = "actions:\n  lovskola: {title: Lovskola, goal: mal, status: done, finished: 2022-12-01, kpis: [trygghet]}\n"


def codes(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """What is wrong. Advice on what the short texts here leave out is not asked for."""
    found = check_workspace(load(tmp_path, files))
    return [f"{one.rule.code} {one.span.path}" for one in found if one.rule.severity > Severity.ADVICE]


@pytest.mark.parametrize(
    ("kpi", "code"),
    [
        pytest.param(f"trygghet: {{{HALF_YEARLY}}}", None, id="right"),
        pytest.param(f"trygghet: {{{KPI}, lag: 7}}", "SCH203", id="a wrong value"),
        pytest.param(f"trygghet: {{{KPI}, colour: red}}", "SCH201", id="an unknown key"),
        pytest.param(f"trygghet: {{{KPI[17:]}}}", "SCH202", id="a missing key"),
        pytest.param(f"trygghet: [{KPI}]", "SCH203", id="of another form"),
    ],
)
def test_a_broken_kpi_is_one_finding_however_many_rows_it_has(tmp_path: Path, kpi: str, code: str | None) -> None:
    assert len(ROWS.splitlines()) == 301
    rows = ROWS if "[" not in kpi else "".join(ROWS.splitlines(keepends=True)[:151])  # its Kolada id is not known
    files = {"goals/a.yaml": f"kpis:\n  {kpi}\n{ACTION}", "data/a.csv": rows}
    assert codes(tmp_path, files) == ([f"{code} goals/a.yaml"] if code else [])


def test_a_bad_id_is_one_finding_however_many_rows_it_has(tmp_path: Path) -> None:
    files = {"goals/a.yaml": f"kpis:\n  Trygghet: {{{KPI}}}\n", "data/a.csv": ROWS.replace("trygghet", "Trygghet")}
    assert codes(tmp_path, files) == ["SCH206 goals/a.yaml"]


def test_the_rest_of_the_plan_is_there(tmp_path: Path) -> None:
    text = f"kpis:\n  trygghet: {{{KPI}, lag: 7}}\n  hel: {{{KPI.replace('N15419', 'N15420')}}}\n"
    loaded = load(tmp_path, {"goals/a.yaml": text, "data/a.csv": ROWS})
    assert list(loaded.plan.kpis) == ["hel", "nyckeltal"]
    assert loaded.failed == {"trygghet", "N15419"}  # under both its names
    assert loaded.complete
    assert [one.kpi for one in loaded.measurements.own] == ["nyckeltal"]


NAMING = """\
strategic_goals:
  levande: {number: 1.2, title: L, committee: COMMITTEE, serves: [OVERALL], areas: [AREA], from: 2020}
budget_frames:
  - {committee: COMMITTEE, year: 2022, amount: 10, decided: 2021-11-15, areas: {AREA: 10}}
evaluations:
  - {committee: COMMITTEE, period: 2022}
"""
MONEY = "committee,area,period,kind,amount\nCOMMITTEE,AREA,2022,outcome,10\n"


@pytest.mark.parametrize(
    ("broken", "committee", "area", "overall"),
    [
        pytest.param("committees: {b: {areas: {s: {title: S}}}}\n", "b", "s", "overgripande", id="a committee"),
        pytest.param("committees: {b: {title: B, areas: {s: {}}}}\n", "b", "s", "overgripande", id="an area"),
        pytest.param("overall_goals: {g: {number: x, title: T}}\n", "namnd", "omrade", "g", id="an overall goal"),
    ],
)
def test_what_names_a_broken_object_is_not_told(
    tmp_path: Path, broken: str, committee: str, area: str, overall: str
) -> None:
    def named(text: str) -> str:
        return text.replace("COMMITTEE", committee).replace("AREA", area).replace("OVERALL", overall)

    files = {"goals/a.yaml": broken, "goals/b.yaml": named(NAMING), "data/money.csv": named(MONEY)}
    assert [one.split()[1] for one in codes(tmp_path, files)] == ["goals/a.yaml"]


BROKEN_FILES = [
    pytest.param("kpis:\n\ttrygghet: {}\n", "LAY107", id="a tab"),
    pytest.param("kpis: {a: &b 1}\n", "LAY109", id="an anchor"),
    pytest.param("kpis:\n  tryggh\udce4t: {}\n", "LAY105", id="another encoding"),
    pytest.param("kpi:\n  trygghet: {}\n", "SCH201", id="a misspelt section"),
    pytest.param("kpis: [trygghet]\n", "SCH203", id="a section of another form"),
    pytest.param("kpis\n", "SCH203", id="a file that is a text"),
    pytest.param("# " + "x" * 1_000_001, "LAY104", id="a file too large"),
]


@pytest.mark.parametrize(("text", "code"), BROKEN_FILES)
def test_a_file_that_can_not_be_read_leaves_nothing_dangling(tmp_path: Path, text: str, code: str) -> None:
    files = {"goals/a.yaml": text, "goals/b.yaml": ACTION, "data/a.csv": ROWS}
    loaded = load(tmp_path, files)
    assert not loaded.complete
    assert [one.rule.code for one in check_workspace(loaded)] == [code]


@pytest.mark.parametrize(
    ("content", "code"),
    [("kpi,municipality\n\udce5\n", "LAY105"), ("", "LAY111"), ("kpi,municipality,period\n", "DAT501")],
)
def test_a_data_file_that_can_not_be_read_hides_no_other(tmp_path: Path, content: str, code: str) -> None:
    loaded = load(tmp_path, {"data/a.csv": content})
    assert [one.rule.code for one in check_workspace(loaded)] == [code]
    assert [one.kpi for one in loaded.measurements.own] == ["nyckeltal"]
    assert "data/a.csv" in loaded.inputs


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_file_is_told_and_hides_no_other(tmp_path: Path) -> None:
    root = write(tmp_path, minimal())
    os.mkfifo(root / "goals/pipe.yaml")
    os.mkfifo(root / "data/pipe.csv")
    loaded = load_workspace(root)
    assert [str(one.span) for one in loaded.diagnostics] == ["data/pipe.csv:1:1", "goals/pipe.yaml:1:1"]
    assert not loaded.complete
    assert [one.kpi for one in loaded.measurements.own] == ["nyckeltal"]


def test_a_vision_that_can_not_be_read_is_left_out(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"goals/a.yaml": "vision: {txt: Öppenhet}\n"})
    assert loaded.plan.vision is None


def test_an_empty_file_leaves_the_plan_complete(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"goals/a.yaml": "# inget än\n", "goals/b.yaml": ACTION})
    assert loaded.complete
    assert [one.rule.code for one in check_workspace(loaded)] == ["LAY111", "REF301"]


def test_settings_that_can_not_be_read_leave_nothing_dangling(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"malstyrning.yaml": "format: 1\norganisation: 9999\n"})
    assert not loaded.complete
    assert [one.rule.code for one in check_workspace(loaded)] == ["SCH205"]
    assert list(loaded.plan.kpis) == ["nyckeltal"]


def test_an_object_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    text = f"kpis:\n  nyckeltal: {{{KPI}}}\n"
    loaded = load(tmp_path, {"goals/c.yaml": text})
    assert [one.rule.code for one in loaded.diagnostics] == ["SCH208"]
    assert loaded.plan.kpis["nyckeltal"].kolada is None


def test_rows_of_a_kpi_that_stands_twice_are_not_told_as_well(tmp_path: Path) -> None:
    text = f"kpis:\n  nyckeltal: {{{KPI}}}\n"
    rows = "".join(line + "\n" for line in ROWS.splitlines() if not line.startswith("trygghet"))
    assert codes(tmp_path, {"goals/c.yaml": text, "data/a.csv": rows}) == ["SCH208 goals/c.yaml"]


@pytest.mark.parametrize("missing", ["malstyrning.yaml", "goals/", "data/"])
def test_a_part_of_the_workspace_that_is_missing(tmp_path: Path, missing: str) -> None:
    write(tmp_path, {path: text for path, text in minimal().items() if not path.startswith(missing)})
    found = check_workspace(load_workspace(tmp_path))
    assert f"LAY101 {missing}" in [f"{one.rule.code} {one.span.path}" for one in found]


def test_a_folder_without_anything_is_told_and_does_not_crash(tmp_path: Path) -> None:
    found = check_workspace(load_workspace(tmp_path))
    assert [one.span.path for one in found] == ["data/", "goals/", "malstyrning.yaml"]


def test_the_root_is_the_nearest_folder_upwards_with_settings(tmp_path: Path) -> None:
    write(tmp_path / "outer" / "inner", minimal())
    write(tmp_path / "outer", {"malstyrning.yaml": "format: 1\n"})
    (tmp_path / "malstyrning.yaml").mkdir()
    assert find_root(tmp_path / "outer" / "inner" / "goals") == tmp_path / "outer" / "inner"
    assert find_root(tmp_path / "outer" / "inner") == tmp_path / "outer" / "inner"
    assert find_root(tmp_path / "outer") == tmp_path / "outer"
    assert find_root(tmp_path) is None or not tmp_path.is_relative_to(find_root(tmp_path) or tmp_path)


def test_the_shipped_workspace_has_no_findings_but_those_that_someone_answers_for() -> None:
    loaded = load_workspace(ROOT)
    settled = settle_workspace(loaded, date(2024, 3, 31))
    assert settled.findings == ()
    assert [one.rule.code for one, _ in settled.accepted] == ["TAR623", "TAR623", "GOA410"]
    assert loaded.complete
    assert loaded.failed == frozenset()


def test_every_file_that_was_read_is_among_the_inputs(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"goals/a.txt": "", "templates/report.md.j2": ""})
    assert sorted(loaded.inputs) == sorted(minimal())
    again = load(tmp_path, {"goals/base.yaml": minimal()["goals/base.yaml"] + "\n# en anmärkning\n"})
    changed = [path for path in loaded.inputs if loaded.inputs[path] != again.inputs[path]]
    assert changed == ["goals/base.yaml"]


def test_findings_come_in_the_order_of_places(tmp_path: Path) -> None:
    found = load(tmp_path, {"goals/b.yaml": "x: 1\na: 2\n", "goals/a.yaml": "y: 1\n"}).diagnostics
    assert list(found) == in_order(found)
    assert [(one.span.path, one.span.line) for one in found] == [
        ("goals/a.yaml", 1),
        ("goals/b.yaml", 1),
        ("goals/b.yaml", 2),
    ]


LATER = "goals/z.yaml"


def untold(tmp_path: Path) -> list[str]:
    """The findings of a workspace whose other files name a KPI of a file that can't be read."""
    loaded = load(tmp_path, {LATER: ACTION, "data/a.csv": ROWS})
    assert not loaded.complete
    return [f"{one.rule.code} {one.span.path}" for one in check_workspace(loaded)]


def test_a_goal_file_that_is_a_link_leaves_nothing_dangling(tmp_path: Path) -> None:
    write(tmp_path, {"kpis.yaml": f"kpis: {{trygghet: {{{KPI}}}}}\n"})
    (tmp_path / "goals").mkdir()
    (tmp_path / "goals/kpis.yaml").symlink_to(tmp_path / "kpis.yaml")
    assert untold(tmp_path) == ["LAY103 goals/kpis.yaml"]


def test_a_folder_that_is_a_link_leaves_nothing_dangling(tmp_path: Path) -> None:
    (tmp_path / "goals").mkdir()
    (tmp_path / "goals/loop").symlink_to(".", target_is_directory=True)
    assert untold(tmp_path) == ["LAY103 goals/loop"]


@pytest.mark.parametrize("denied", ["scandir", "lstat"])
def test_a_folder_that_may_not_be_entered_leaves_nothing_dangling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, denied: str
) -> None:
    write(tmp_path, {"goals/locked/kpis.yaml": f"kpis: {{trygghet: {{{KPI}}}}}\n"})
    scan, look = os.scandir, os.lstat

    def locked(place: Path) -> Any:  # noqa: ANN401 - what the system gives
        if place.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(place)

    def unseen(place: str) -> os.stat_result:
        if "locked" in Path(place).parts:
            raise PermissionError(13, "Permission denied")
        return look(place)

    if denied == "scandir":
        monkeypatch.setattr(tree, "scandir", locked)
        assert untold(tmp_path) == ["LAY102 goals/locked/"]
    else:  # a folder that may be listed and not entered
        monkeypatch.setattr(tree, "lstat", unseen)
        assert untold(tmp_path) == ["LAY102 goals/locked/kpis.yaml"]


def test_a_section_that_stands_twice_leaves_nothing_dangling(tmp_path: Path) -> None:
    write(tmp_path, {"goals/a.yaml": f"kpis: {{}}\nkpis: {{trygghet: {{{KPI}}}}}\n"})
    assert untold(tmp_path) == ["LAY108 goals/a.yaml"]


def test_a_file_in_the_wrong_place_is_a_warning_and_hides_no_reference(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"goals/k.ymal": f"kpis: {{trygghet: {{{KPI}}}}}\n", "goals/z.yaml": ACTION})
    assert loaded.complete
    assert [one.rule.code for one in check_workspace(loaded)] == ["LAY115", "REF301"]


def test_the_root_is_sought_past_a_folder_that_may_not_be_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"malstyrning.yaml": "format: 1\n"})
    inner = tmp_path / "locked" / "inner"
    inner.mkdir(parents=True)
    is_file = Path.is_file

    def locked(place: Path) -> bool:
        if "locked" in place.parts:
            raise PermissionError(13, "Permission denied")
        return is_file(place)

    monkeypatch.setattr(Path, "is_file", locked)
    assert find_root(inner) == tmp_path
