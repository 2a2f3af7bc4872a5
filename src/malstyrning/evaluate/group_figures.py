"""The figures of comparison groups as expressions, written once for every table engine.

What is asked has a number, `question`: a KPI, a period and a group. The tables are
`values` (kpi, organisation, period, gender, value, numerator, denominator),
`questions` (question, kpi, period, group, scale, sign, own) and `seats` (group, organisation), where `scale` is ten to
the power of the KPI's decimals, `sign` −1 where low is best, and `own` our value, which is null where we have none.
No figure rests on the order of rows or on the number of threads.
"""

import narwhals as nw

from malstyrning.evaluate.engines import Table

# What lies a hair below half a unit of the last decimal is half a unit that binary arithmetic has lost:
# 1.005 × 100 is 100.49999999999999. A number of up to 14 digits is never that near without being it.
_LOST = 1 + 1e-15


def members(values: Table, questions: Table, seats: Table, own: str) -> Table:
    """A row for each question and member of its group that has a value for all (T).

    `shown` is the value as a reader sees it, in units of the KPI's last decimal. `is_other` is 0 for ourselves, and
    `is_better` and `is_alike` hold the others against us.
    """
    ours = shown(nw.col("own"))
    other = nw.col("organisation") != nw.lit(own)
    return (
        values.filter(nw.col("gender") == nw.lit("T"), ~nw.col("value").is_null())
        .join(questions, on=["kpi", "period"])
        .join(seats, on=["group", "organisation"])
        .with_columns(shown=shown(nw.col("value")), ours=ours)
        .with_columns(
            is_other=other.cast(nw.Int64),
            is_better=(other & (nw.col("sign") * nw.col("shown") > nw.col("sign") * nw.col("ours"))).cast(nw.Int64),
            is_alike=(other & (nw.col("shown") == nw.col("ours"))).cast(nw.Int64),
        )
    )


def figures(rows: Table) -> Table:
    """One row for each question that any member has a value for.

    `best_quarter` is the ⌈n ÷ 4⌉-th best value; the weighted mean is `numerators` over `denominators` where
    `weighed`, the members that tell both, are all.
    """
    rank = (nw.col("sign") * nw.col("value")).rank("ordinal", descending=True).over("question")
    weighed = ~nw.col("numerator").is_null() & ~nw.col("denominator").is_null()
    return (
        rows.with_columns(rank=rank, size=nw.len().over("question"))
        .with_columns(is_limit=(nw.col("rank") * 4 >= nw.col("size")) & (nw.col("rank") * 4 < nw.col("size") + 4))
        .with_columns(
            limit=nw.when(nw.col("is_limit")).then(nw.col("value")),
            is_weighed=weighed.cast(nw.Int64),
        )
        .group_by("question")
        .agg(
            n=nw.len(),
            others=nw.col("is_other").sum(),
            better=nw.col("is_better").sum(),
            alike=nw.col("is_alike").sum(),
            lowest=nw.col("value").min(),
            highest=nw.col("value").max(),
            median=nw.col("value").median(),
            mean=nw.col("value").mean(),
            best_quarter=nw.col("limit").max(),
            weighed=nw.col("is_weighed").sum(),
            numerators=nw.col("numerator").sum(),
            denominators=nw.col("denominator").sum(),
        )
        .with_columns(nw.col("others", "better", "alike", "weighed").cast(nw.Int64))  # some engines sum to decimals
    )


def ends(rows: Table) -> Table:
    """The members that have the lowest or the highest value, as a reader sees it."""
    return (
        rows.with_columns(
            low=nw.col("shown").min().over("question"),
            high=nw.col("shown").max().over("question"),
        )
        .filter((nw.col("shown") == nw.col("low")) | (nw.col("shown") == nw.col("high")))
        .with_columns(is_low=nw.col("shown") == nw.col("low"), is_high=nw.col("shown") == nw.col("high"))
        .select("question", "organisation", "is_low", "is_high")
    )


def shown(value: nw.Expr) -> nw.Expr:
    """A value in units of the KPI's last decimal (`scale` of them make one), rounded half away from zero."""
    size = (value.abs() * nw.col("scale") * nw.lit(_LOST) + nw.lit(0.5)).floor()
    return size * nw.when(value < 0).then(nw.lit(-1)).otherwise(nw.lit(1))
