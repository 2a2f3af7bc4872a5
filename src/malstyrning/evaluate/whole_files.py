"""Large files of measurements, each read and checked at once by polars.

A file is taken only if it is sound in every cell, and written as the program writes it: commas, no quotes, no blank
lines, no spaces around cells. A person is to be told of whatever else there is, with its place: by the reader of rows.
"""

from collections.abc import Sequence

import polars as pl

from malstyrning.domain.numbers import LARGEST, NUMBER
from malstyrning.domain.periods import Period, parse_period
from malstyrning.domain.words import Gender
from malstyrning.load.columns import FRACTION, NUMBERS
from malstyrning.load.whole_files import Known, Taken

_FIRST = ["kpi", "municipality", "period", "gender", "value"]
_BITS = 20  # of a key for each of its parts: there are fewer KPIs, organisations and periods
_NUMBER = f"^(?:{NUMBER})$"


class PolarsFiles:
    """The files that were taken, and the key of each of their rows as one whole number."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.ours = pl.Enum(sorted({*known.kpis.values()}))
        self.organisations = pl.Enum(sorted(known.organisations))
        self.genders = pl.Enum([one.value for one in Gender])
        self.periods: dict[Period, int] = {}
        self.keys: list[pl.Series] = []
        self.taken: list[pl.DataFrame] = []

    def take(self, content: bytes, header: Sequence[str]) -> Taken | None:
        """The rows that become values, where every cell of the file is sound."""
        rows = _read(content, header)
        if rows is None or not _values_are_sound(rows):
            return None
        named = self._named(rows)
        if named is None:
            return None
        self.keys.append(named["key"])
        numbers = {name: _number(name) if name in header else pl.lit(None, pl.Float64) for name in ("value", *FRACTION)}
        self.taken.append(
            pl.concat([named, rows.select(**numbers)], how="horizontal")
            .filter(pl.col("gender") == Gender.ALL.value, pl.col("value").is_not_null())
            .drop("key")
        )
        is_own = pl.col("municipality") == self.known.own
        kinds = ["kpi", *(name for name in header if name not in {*_FIRST, *NUMBERS})]
        others = rows.lazy().filter(~is_own).unique(kinds).collect()
        own = rows.with_row_index("line", offset=2).filter(is_own)
        return Taken(((line, cells) for line, *cells in own.iter_rows()), ([*cells] for cells in others.iter_rows()))

    def tables(self) -> list[pl.DataFrame] | None:
        """All rows for all (T) that have a value, as tables; None where two rows have the same key."""
        keys = pl.concat(self.keys) if self.keys else pl.Series(dtype=pl.Int64)
        return self.taken if keys.n_unique() == len(keys) else None

    def _named(self, rows: pl.DataFrame) -> pl.DataFrame | None:
        """The first columns by our names, with the key; None where a cell names what no one knows."""
        periods = {text: parse_period(text) for text in rows["period"].unique()}
        codes = {text: self.periods.setdefault(one, len(self.periods)) for text, one in periods.items() if one}
        named = rows.select(
            pl.col("kpi").replace_strict(self.known.kpis, default=None).cast(self.ours),
            pl.col("municipality").cast(self.organisations, strict=False).alias("organisation"),
            "period",
            pl.col("gender").cast(self.genders, strict=False),
            pl.col("period").replace_strict(codes, default=None, return_dtype=pl.Int64).alias("key"),
        )
        if any(named.null_count().row(0)):
            return None
        for name in ("kpi", "organisation", "gender"):
            code = pl.col(name).to_physical().cast(pl.Int64)
            named = named.with_columns(key=pl.col("key") * (1 << _BITS if name != "gender" else len(Gender)) + code)
        return named.with_columns(pl.col("period").cast(pl.Categorical))


def _read(content: bytes, header: Sequence[str]) -> pl.DataFrame | None:
    """Every cell as text, where each line has as many as the header and nothing is quoted."""
    if b'"' in content or b"\r" in content or not content.startswith(",".join(header).encode() + b"\n"):
        return None
    try:
        rows = pl.read_csv(content, schema=dict.fromkeys(header, pl.String), quote_char=None).fill_null("")
    except pl.exceptions.PolarsError:
        return None
    lines = content.count(b"\n") + (not content.endswith(b"\n"))
    commas = lines * (len(header) - 1)  # none of the lines has more cells than the header: so none has fewer
    return rows if lines == len(rows) + 1 > 1 and content.count(b",") == commas else None


def _values_are_sound(rows: pl.DataFrame) -> bool:
    """Tell whether all numbers are such, and each row has either a value or a status."""
    present = [name for name in ("value", *NUMBERS) if name in rows.columns]
    are_numbers = (
        ((pl.col(name) == "") | (pl.col(name).str.contains(_NUMBER) & (_number(name).abs() < float(LARGEST)))).all()
        for name in present
    )
    status = pl.col("status") if "status" in rows.columns else pl.lit("")
    one_of_them = ((pl.col("value") == "") == (status != "")).all()
    return all(rows.select(pl.all_horizontal(one_of_them, *are_numbers)).row(0))


def _number(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.Float64, strict=False)
