"""Every figure in the record is what a computation without the program makes of the same files."""

import ast
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.evaluate import independent
from tests.evaluate.independent.differences import NAMING, NOT_RECOMPUTED, differences, leaves, names_of, read_record
from tests.evaluate.independent.record import recompute
from tests.evaluate.invented import workspace
from tests.evaluate.invented_effects import workspace as workspace_of_effects
from tests.workspaces import ROOT, write

from malstyrning.domain.costs import Beside, NoCost
from malstyrning.domain.effects import EffectObstacle, EffectVerdict
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.verdicts import OnPath, TrendBasis, Unassessable
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin
from malstyrning.report.record import record
from malstyrning.report.written import Written

Record = dict[str, Any]
REPORTS = sorted((ROOT / "reports").glob("*/evaluation.json"))
SEEDS = range(10)
KINDS = {
    *(
        "at_least",
        "at_most",
        "between",
        "rank_at_most",
        "group_median",
        "best_quarter",
        "change_since",
        "yearly_change",
    ),
    *("sum_since", "mean_of_years", "better_than_base", "gender_gap"),
}
NOT_AT_A_CLOSE = {"no_way_is_better", "expected", "late", "not_yet"}  # or refused by the rules
STEPS = {
    *("nothing_to_judge", "one_unassessable", "too_few_assessable", "under_half_assessable", "enough_reached"),
    *("all_reached", "enough_not_reached", "half_or_more_not_reached", "otherwise", "worst"),
}


def program_record(root: Path, year: int) -> Record:
    """What the program makes of a workspace."""
    loaded = load_workspace(root)
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(year)), loaded.settings.policy.limits)
    return read_record(record(evaluation, Origin("", {}), Written(str(year), "sv")))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, int, Record]]:
    """Workspaces with the program's record of the year that most of their levels are for, and of one beside it."""
    folders = [write(tmp_path_factory.mktemp("invented"), workspace(seed)) for seed in SEEDS]
    years = [(folder, year) for seed, folder in enumerate(folders) for year in (2022, (2021, 2023)[seed % 2])]
    return [(folder, year, program_record(folder, year)) for folder, year in years]


def told(computed: Record, recorded: Record) -> str:
    """The differences, one a line."""
    return "\n".join(map(str, differences(computed, recorded)[0]))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_every_figure_of_the_committed_records_is_computed_alike(path: Path) -> None:
    recorded = read_record(path.read_text("utf-8"))
    found, held = differences(recompute(ROOT, int(path.parent.name)), recorded)
    assert "\n".join(map(str, found)) == ""
    assert held > 5_000


@pytest.mark.parametrize("year", [2000, 2020, 2021, 2023, 2026])
def test_every_figure_of_any_year_is_computed_alike(year: int) -> None:
    assert told(recompute(ROOT, year), program_record(ROOT, year)) == ""


def test_every_figure_of_invented_workspaces_is_computed_alike(invented: list[tuple[Path, int, Record]]) -> None:
    for folder, year, recorded in invented:
        assert told(recompute(folder, year), recorded) == ""


@pytest.mark.parametrize("seed", range(2))
def test_every_effect_of_invented_actions_is_computed_alike(tmp_path: Path, seed: int) -> None:
    folder = write(tmp_path, workspace_of_effects(seed))
    records = [program_record(folder, year) for year in (2021, 2022, 2023)]
    for year, recorded in zip((2021, 2022, 2023), records, strict=True):
        assert told(recompute(folder, year), recorded) == ""
    found = [one for recorded in records for one in recorded["effects"]]
    assert {one["verdict"] for one in found} == {one.value for one in EffectVerdict}
    assert {one["obstacle"] for one in found} == {None, *(one.value for one in EffectObstacle)}


def seen(invented: list[tuple[Path, int, Record]], pattern: str) -> set[object]:
    """The words that stand where the pattern says in any of the records."""
    return {
        word
        for _, _, recorded in invented
        for path, word in leaves(recorded)
        if re.fullmatch(pattern, path) and isinstance(word, str)
    }


def test_the_invented_workspaces_show_what_there_is_to_compute(invented: list[tuple[Path, int, Record]]) -> None:
    judged = {
        kpi["verdict"]["level"]["kind"]
        for _, _, recorded in invented
        for kpi in recorded["kpis"]
        if kpi["verdict"]["gap"] is not None
    }
    assert judged == KINDS
    assert seen(invented, r"kpis/.*/costs/.*/reason") == {one.value for one in NoCost} - {"volume_not_positive"}
    assert seen(invented, r"kpis/.*/(cost|result)_beside") == {one.value for one in Beside}
    assert seen(invented, r"kpis/(?!.*costs/).*/reason") == {one.value for one in Unassessable} - NOT_AT_A_CLOSE
    assert seen(invented, r"kpis/[^/]*/trend/basis") == {one.value for one in TrendBasis}
    assert seen(invented, r"kpis/[^/]*/path/position") == {one.value for one in OnPath}
    assert seen(invented, r"(.*/)?rule") == STEPS
    for pattern in (r"kpis/[^/]*/at_start_of_year/fulfilment", r"kpis/[^/]*/committee_addition/fulfilment"):
        assert len(seen(invented, pattern)) == len(Fulfilment)


def sorts(recorded: Record) -> dict[str, tuple[Any, Any, str]]:
    """One leaf of each sort: the object that it stands in, its key there, and the way to it."""
    found: dict[str, tuple[Any, Any, str]] = {}

    def walk(value: dict[str, Any] | list[Any], path: str, sort: str) -> None:
        names = names_of(value) if isinstance(value, list) else []
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            way = f"{path}/{names[int(key)] if names else key}".lstrip("/")
            of_sort = f"{sort}/{'*' if isinstance(value, list) else key}"
            if isinstance(one, dict | list):
                walk(one, way, of_sort)
            elif one is not None and not NOT_RECOMPUTED.fullmatch(way):
                found.setdefault(f"{of_sort} {type(one).__name__}", (value, key, way))

    walk(recorded, "", "")
    return found


def changed(value: object) -> object:
    """Another value, as near as it can be."""
    if isinstance(value, bool):
        return not value
    return value + Fraction(1, 10**6) if isinstance(value, Fraction) else f"{value}x"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_a_changed_value_of_any_sort_is_found(path: Path) -> None:
    recorded, computed = read_record(path.read_text("utf-8")), recompute(ROOT, int(path.parent.name))
    names = {*NAMING, "gender"}
    plain = [one for one in sorts(recorded).values() if one[1] not in names or one[0] is recorded]
    for container, key, _ in plain:
        container[key] = changed(container[key])
    assert sorted(one.path for one in differences(computed, recorded)[0]) == sorted(path for _, _, path in plain)
    assert len(plain) > 150


def test_an_object_that_is_called_something_else_is_found() -> None:
    recorded = read_record(REPORTS[0].read_text("utf-8"))
    computed = recompute(ROOT, int(REPORTS[0].parent.name))
    for container, key, _ in sorts(recorded).values():
        if key in NAMING:
            as_it_was = container[key]
            container[key] = changed(as_it_was)
            assert differences(computed, recorded)[0]
            container[key] = as_it_was
    assert not differences(computed, recorded)[0]


def test_a_value_that_is_taken_out_or_put_in_is_found() -> None:
    recorded = read_record(REPORTS[0].read_text("utf-8"))
    computed = recompute(ROOT, int(REPORTS[0].parent.name))
    first = recorded["kpis"][0]
    first["new"] = Fraction(1)
    del first["verdict"]["gap"]
    last = recorded["kpis"].pop()
    found = {one.path for one in differences(computed, recorded)[0]}
    assert {f"kpis/{first['id']}/new", f"kpis/{first['id']}/verdict/gap", f"kpis/{last['id']}/trend/change"} <= found


def test_no_figure_is_left_out_of_the_comparison() -> None:
    recorded = read_record(REPORTS[0].read_text("utf-8"))
    left_out = {
        path for path, value in leaves(recorded) if NOT_RECOMPUTED.fullmatch(path) and isinstance(value, Fraction)
    }
    assert left_out == {"format"}


def imports_of(path: Path) -> Iterator[str]:
    """The top of every module that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name.split(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_it_is_computed_without_the_program_and_its_libraries() -> None:
    files = sorted(Path(independent.__file__).parent.glob("*.py"))
    used = {name for path in files for name in imports_of(path)}
    assert used - {"tests", "yaml"} <= sys.stdlib_module_names
    assert {path.name for path in files} >= {"held.py", "record.py"}
