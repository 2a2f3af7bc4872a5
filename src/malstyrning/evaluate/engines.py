"""The table engine: polars where it is installed, else pandas, with the same figures; and the rows it is given."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from importlib.util import find_spec
from typing import Any, Literal

import narwhals as nw
from narwhals.dtypes import DType

from malstyrning.domain.outcomes import ComparisonTable

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


def rows_of(table: ComparisonTable, periods: set[str], engine: Engine) -> Table:
    """The rows of the periods, from lists and from whole files, as one table."""
    rows = engine(
        {
            "kpi": (TEXT, table.kpi),
            "organisation": (TEXT, table.organisation),
            "period": (TEXT, table.period),
            "gender": (TEXT, table.gender),
            "value": (NUMBER, table.value),
            "numerator": (NUMBER, table.numerator),
            "denominator": (NUMBER, table.denominator),
        }
    )
    texts = nw.col("kpi", "organisation", "period", "gender").cast(TEXT)
    whole = [nw.from_native(one).lazy().with_columns(texts) for one in table.whole_files]
    asked = [one.filter(nw.col("period").is_in(sorted(periods))) for one in (rows, *whole)]
    return nw.concat(asked) if whole else asked[0]


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
