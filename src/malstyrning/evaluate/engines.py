"""Which table engine computes: polars where it is installed, else pandas. Their figures are the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from importlib.util import find_spec
from typing import Any, Literal

import narwhals as nw
from narwhals.dtypes import DType

TEXT, NUMBER, WHOLE, FLAG = nw.String(), nw.Float64(), nw.Int64(), nw.Boolean()

Table = nw.LazyFrame[Any]
Columns = Mapping[str, tuple[DType, Sequence[Any]]]
Engine = Callable[[Columns], Table]  # makes a table of columns by name, each with its type


def engine(name: Literal["pandas", "polars"]) -> Engine:
    """One of the engines that the program is run with."""
    return partial(_table, name)


@cache
def default_engine() -> Engine:
    """Polars, which is faster on many rows and starts faster, where the extra is installed."""
    return engine("polars" if find_spec("polars") else "pandas")


def kept(table: Table) -> Table:
    """Compute what several figures rest on once, where the engine works in this process."""
    in_process = table.implementation.is_polars() or table.implementation.is_pandas()
    return table.collect().lazy() if in_process else table


def records(table: Table) -> Iterable[dict[str, Any]]:
    """The rows of a computed table, in no order."""
    return table.collect().iter_rows(named=True)


def _table(name: Literal["pandas", "polars"], columns: Columns) -> Table:
    data = {key: values for key, (_, values) in columns.items()}
    schema = {key: kind for key, (kind, _) in columns.items()}
    return nw.from_dict(data, schema, backend=name).lazy()
