"""Real series to try the rules on: each KPI of the shipped workspace, or of all that Kolada has.

Values of municipalities alone, for all (T), with few decimals, as a reader would see them.
"""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from benchmarks.kolada import read_table

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import decimals_of, rounded
from malstyrning.domain.panels import Panel
from malstyrning.domain.periods import Period
from malstyrning.domain.words import Direction, OrganisationKind
from malstyrning.evaluate.panels import Wanted, panels
from malstyrning.language import same
from malstyrning.load import load_workspace
from malstyrning.load.units import UNITS

ROOT = Path(__file__).resolve().parent.parent
_YEARS = range(1990, 2024)
_MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Values:
    """A KPI with every municipality's series; no one of them is our own."""

    kpi: Kpi
    panel: Panel


def shipped() -> Iterator[Values]:
    """The KPIs of the workspace that comes with the program, ours among the others."""
    loaded = load_workspace(ROOT)
    kpis = [kpi for kpi in loaded.plan.kpis.values() if kpi.definition_break(_YEARS[-1]) is None]
    members = tuple(one.id for one in loaded.plan.organisations.values() if one.kind is OrganisationKind.MUNICIPALITY)
    wanted = [Wanted(kpi, (), tuple(map(Period, _YEARS)), members) for kpi in kpis]
    own: dict[str, dict[int, Decimal]] = {}
    for row in loaded.measurements.own:
        if row.value is not None and not row.period.kind and row.gender.value == "T" and not row.example:
            own.setdefault(row.kpi, {})[row.period.year] = rounded(row.value, loaded.plan.kpis[row.kpi].decimals)
    for kpi, panel in zip(kpis, panels(wanted, loaded.measurements.table, loaded.plan.organisation), strict=True):
        everyone = {**panel.others, loaded.plan.organisation: own.get(kpi.id, {})}
        yield Values(kpi, Panel({}, {key: series for key, series in everyone.items() if series}))


def kolada(data: Path) -> Iterator[Values]:
    """Every KPI of a folder with Kolada's files, one at a time: the file is in the order of the KPIs."""
    municipalities = {row["id"] for row in read_table(data, "municipality_v3_*.csv") if row["type"] == "K"}
    titles = {row["id"]: row["title"] for row in read_table(data, "kpi_metadata_v3_*.csv")}
    with gzip.open(data / "values_all.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = (row for row in csv.reader(file) if row[1] in municipalities and row[3] == "T" and row[4])
        for key, group in groupby(rows, lambda row: row[0]):
            yield _values(key, titles.get(key, ""), [*group])


def _values(key: str, title: str, rows: list[list[str]]) -> Values:
    numbers = [Decimal(row[4]).normalize() for row in rows]
    decimals = min(max(map(decimals_of, numbers)), _MOST_DECIMALS)
    unit = UNITS["percent" if "(%)" in title else "points"]
    others: dict[str, dict[int, Decimal]] = {}
    for (_, organisation, year, *_), number in zip(rows, numbers, strict=True):
        others.setdefault(organisation, {})[int(year)] = rounded(number, decimals)
    in_order = {name: dict(sorted(series.items())) for name, series in sorted(others.items())}
    return Values(Kpi(key.lower(), same(title or key), "", unit, decimals, Direction.HIGHER), Panel({}, in_order))
