"""Every table engine that the comparisons are tried on: the program's two, and one that puts all off to the end."""

from collections.abc import Sequence
from typing import Any

import duckdb
import narwhals as nw
import pyarrow as pa
from narwhals.dtypes import DType

from malstyrning.evaluate.engines import Columns, Engine, Table, engine


def on_duckdb(columns: Columns) -> Table:
    """A relation of duckdb: nothing is computed before it is asked for."""
    table = pa.table({name: _column(kind, values) for name, (kind, values) in columns.items()})
    return nw.from_native(duckdb.from_arrow(table, connection=_CONNECTION))


def _column(kind: DType, values: Sequence[Any]) -> "pa.Array[Any]":
    types = {nw.String: pa.string(), nw.Float64: pa.float64(), nw.Int64: pa.int64(), nw.Boolean: pa.bool_()}
    return pa.array(list(values), types[type(kind)])


_CONNECTION = duckdb.connect()
ENGINES: dict[str, Engine] = {"pandas": engine("pandas"), "polars": engine("polars"), "duckdb": on_duckdb}
