"""The sides of the races in `comparisons.py`: each does its work once and prints its seconds and its peak of memory.

Not more than the table engine is timed with the work: what a side imports, and the reading of the plan, come first.
"""

import gc
import resource
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from benchmarks.kolada import PLAN, YEAR

from malstyrning.cli.workspace import whole_files
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import ComparisonTable, Outcome
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.words import Direction, Gender
from malstyrning.load import load_workspace
from malstyrning.rules import settle_workspace

COLUMNS = ("kpi", "municipality", "period", "gender", "value", "status", "source")
DUCKDB = """\
with rows as (
    select kpi, municipality, value
    from read_csv($files, header = true, auto_detect = false, delim = ',', quote = '', escape = '', columns = $columns)
    where gender = 'T' and period = $year and value is not null
),
shown as (
    select rows.*, sign * trunc(abs(value) * scale * (1 + 1e-15) + 0.5) * sign(value) as ahead, sign * value as best
    from rows join kpis using (kpi)
),
placed as (
    select shown.*, ours.ahead as own, grp
    from shown
    join seats using (municipality)
    left join (select kpi, ahead from shown where municipality = $own) as ours using (kpi)
)
select
    kpi, grp, count(*), min(value), max(value), median(value), avg(value), quantile_disc(best, 0.75),
    count(*) filter (ahead > own), count(*) filter (ahead = own and municipality <> $own),
    arg_min(municipality, value), arg_max(municipality, value)
from placed
group by kpi, grp
"""
Work = Callable[[], object]


def places(workspace: Path) -> Work:
    """Ours: from the files to the places of the year. The rows are not checked."""
    import polars as pl

    from malstyrning.evaluate.compare import places as placed

    plan = load_workspace(workspace.with_name(PLAN)).plan
    names = {kpi.kolada: kpi.id for kpi in plan.kpis.values()}

    def work() -> object:
        year = (
            pl.scan_csv(
                files_of(workspace),
                schema={name: pl.Float64() if name == "value" else pl.String() for name in COLUMNS},
                quote_char=None,
            )
            .filter(pl.col("period") == str(YEAR), pl.col("gender") == Gender.ALL.value)
            .select(
                pl.col("kpi").replace_strict(names),
                pl.col("municipality").alias("organisation"),
                "period",
                "gender",
                "value",
                numerator=pl.lit(None, pl.Float64),
                denominator=pl.lit(None, pl.Float64),
            )
            .collect()
        )
        own = year.filter(pl.col("organisation") == plan.organisation, pl.col("value").is_not_null())
        values = {kpi: Decimal(repr(value)) for kpi, value in own.select("kpi", "value").iter_rows()}
        asked = [
            (
                kpi,
                Outcome(Period(YEAR), Gender.ALL, None, rounded(values[key], kpi.decimals) if key in values else None),
            )
            for key, kpi in plan.kpis.items()
        ]
        return placed(asked, ComparisonTable(whole_files=[year]), plan)

    return work


def evaluate(workspace: Path) -> Work:
    """Ours: from the files to every verdict and every place of every year, with all rules and every row checked."""
    import polars as pl  # noqa: F401 - so that its start is not timed

    from malstyrning.evaluate.evaluation import evaluate as evaluated

    def work() -> object:
        loaded = load_workspace(workspace, whole_files=whole_files)
        settle_workspace(loaded, None)
        return evaluated(loaded.plan, loaded.measurements, Occasion(Period(YEAR)))

    return work


def duckdb(workspace: Path) -> Work:
    """What someone who knows duckdb well would write for the places of the year."""
    from duckdb import connect

    plan = load_workspace(workspace.with_name(PLAN)).plan
    seats = [(group.id, one) for group in plan.groups.values() for one in group.members]
    signs = {Direction.HIGHER: 1, Direction.LOWER: -1}
    kpis = [(kpi.kolada, 10.0**kpi.decimals, signs.get(kpi.direction, 1)) for kpi in plan.kpis.values()]
    columns = {name: "DOUBLE" if name == "value" else "VARCHAR" for name in COLUMNS}
    facts = {"files": [*map(str, files_of(workspace))], "columns": columns, "year": str(YEAR), "own": plan.organisation}

    def work() -> object:
        connection = connect()
        for name, rows, fields in (("seats", seats, "grp, municipality"), ("kpis", kpis, "kpi, scale, sign")):
            parts = [list(column) for column in zip(*rows, strict=True)]
            marks = ", ".join(f"unnest(${index}) as {one}" for index, one in enumerate(fields.split(", "), 1))
            connection.execute(f"create table {name} as select {marks}", parts)
        return connection.execute(DUCKDB, facts).fetchall()

    return work


def pandas(workspace: Path) -> Work:
    """What someone in a hurry would write for the year: all rows at once, and then a loop over KPIs and groups."""
    import pandas as pd

    groups = load_workspace(workspace.with_name(PLAN)).plan.groups.values()

    def work() -> object:
        parts = [
            pd.read_csv(path, dtype={"municipality": str, "period": str, "status": str}) for path in files_of(workspace)
        ]
        rows = pd.concat(parts)
        found = []
        for kpi, values in rows[(rows["gender"] == "T") & (rows["period"] == str(YEAR))].groupby("kpi"):
            for group in groups:
                theirs = values[values["municipality"].isin(group.members)]
                ranks = theirs["value"].round(1).rank(method="min", ascending=False)
                own = ranks[theirs["municipality"] == "0182"]
                one = theirs["value"]
                figures = (own.max(), one.count(), one.median(), one.mean(), one.min(), one.max())
                found.append((kpi, group.id, *figures))
        return found

    return work


def files_of(workspace: Path) -> list[Path]:
    """The files of measurements."""
    return sorted((workspace / "data").glob("*.csv"))


if __name__ == "__main__":
    gc.disable()  # as a command does
    todo = {one.__name__: one for one in (places, evaluate, duckdb, pandas)}[sys.argv[1]](Path(sys.argv[2]))
    start = time.perf_counter()
    todo()
    print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
