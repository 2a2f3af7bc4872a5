"""A workspace of all that Kolada has: every KPI, every municipality, three comparison groups.

`data` is a folder with Kolada's own files: values_all.csv.gz (kpi, municipality, period, gender, value),
municipality_v3_*.csv (id, title, type) and municipality_groups_v3_*.csv (group_id, group_title, member_id, …).
"""

import csv
import gzip
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

YEAR = 2022
PLAN = "plan"
COUNTY = "01"
SIMILAR = "G37475"  # similar municipalities, of Nacka
_ROWS_OF_A_FILE = 2_500_000  # some 90 MB, and 100 is the most
_HEADER = "kpi,municipality,period,gender,value,status,source\n"
_KPIS_OF_A_GOAL = 20
_KINDS = {"K": "municipality", "L": "region"}
_SETTINGS = """\
format: 1
organisation: "0182"
period: {year}
groups:
  alla: {{title: Sveriges kommuner, members: all, as_of: {year}}}
  lanet: {{title: Länets kommuner, members: [{county}], as_of: {year}}}
  liknande: {{title: Liknande kommuner, members: [{similar}], as_of: 2025}}
"""
_BASE = """\
overall_goals:
  mal: {number: 1, title: Mål}
committees:
  namnd: {title: Nämnden, owner: Direktören, areas: {omrade: {title: Området}}}
strategic_goals:
"""
_GOAL = "  mal-{0}: {{number: 1.{1}, title: Mål {1}, committee: namnd, serves: [mal], areas: [omrade], from: 2020}}\n"
_KPI = "  {0}: {{title: Nyckeltal {1}, goal: mal-{2}, kolada: {1}, unit: points, decimals: {3}, direction: {4}}}\n"


def write_workspace(root: Path, data: Path) -> Path:
    """Write the workspace to the folder `root`, and the same without its rows beside it; the folder."""
    organisations = _organisations(data)
    (root / "data").mkdir(parents=True)
    kpis = _write_values(root / "data", data / "values_all.csv.gz", organisations)
    for folder in (root, root.with_name(PLAN)):
        _write_plan(folder, data, organisations, kpis)
    return root


def _write_plan(root: Path, data: Path, organisations: dict[str, tuple[str, str]], kpis: list[str]) -> None:
    (root / "goals").mkdir(parents=True)
    (root / "data").mkdir(exist_ok=True)
    _write_settings(root, data, organisations)
    entries = (f'  "{key}": {{name: "{name}", kind: {kind}}}\n' for key, (name, kind) in organisations.items())
    goals = range(-(-len(kpis) // _KPIS_OF_A_GOAL))
    parts = ["organisations:\n", *entries, _BASE, *(_GOAL.format(one, one + 1) for one in goals), "kpis:\n"]
    for index, kpi in enumerate(kpis):
        goal, direction = index // _KPIS_OF_A_GOAL, ("higher", "lower", "none")[index % 3]
        parts.append(_KPI.format(kpi.lower(), kpi, goal, index % 3, direction))
    (root / "goals/base.yaml").write_text("".join(parts), encoding="utf-8")


def _organisations(data: Path) -> dict[str, tuple[str, str]]:
    """Name and kind by id."""
    rows = read_table(data, "municipality_v3_*.csv")
    return {row["id"]: (row["title"], "country" if row["id"] == "0000" else _KINDS[row["type"]]) for row in rows}


def _write_settings(root: Path, data: Path, organisations: dict[str, tuple[str, str]]) -> None:
    county = [one for one, (_, kind) in organisations.items() if kind == "municipality" and one.startswith(COUNTY)]
    similar = [
        row["member_id"] for row in read_table(data, "municipality_groups_v3_*.csv") if row["group_id"] == SIMILAR
    ]
    lists = {"county": _quoted(county), "similar": _quoted(similar)}
    (root / "malstyrning.yaml").write_text(_SETTINGS.format(year=YEAR, **lists), encoding="utf-8")


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{one}"' for one in names)


def _write_values(folder: Path, source: Path, organisations: dict[str, tuple[str, str]]) -> list[str]:
    """Write every row in files that are small enough; the KPIs that have any."""
    kpis: list[str] = []
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        rows = (row for row in csv.reader(file) if row[1] in organisations)
        for number in count():
            lines = [_line(kpis, row) for row in islice(rows, _ROWS_OF_A_FILE)]
            if not lines:
                return kpis
            (folder / f"values-{number}.csv").write_text(_HEADER + "".join(lines), encoding="utf-8")
    return kpis


def _line(kpis: list[str], row: list[str]) -> str:
    if row[0] not in kpis[-1:]:
        kpis.append(row[0])
    kpi, organisation, period, gender, value = row
    return f"{kpi},{organisation},{period},{gender},{value},{'' if value else 'unknown'},Kolada\n"


def read_table(data: Path, pattern: str) -> Iterator[dict[str, str]]:
    """The rows of the only file whose name fits a pattern."""
    (path,) = data.glob(pattern)
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
