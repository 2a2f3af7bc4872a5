"""From the tables of measurements to panels: the others' values of several years, by organisation and year."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

import narwhals as nw

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable, Outcome
from malstyrning.domain.panels import Panel
from malstyrning.domain.periods import Period
from malstyrning.evaluate.engines import NUMBER, TEXT, WHOLE, Engine, default_engine, rows_of
from malstyrning.evaluate.group_figures import shown


class Wanted(NamedTuple):
    """A panel that someone asks for: our outcomes of the years, and whose values to put beside them.

    `periods` are the same stretch of several years. `members` may name ourselves: we are never among the others.
    """

    kpi: Kpi
    own: tuple[Outcome, ...]
    periods: tuple[Period, ...]
    members: tuple[str, ...]


def panels(wanted: Sequence[Wanted], table: ComparisonTable, own: str, engine: Engine | None = None) -> list[Panel]:
    """The panel that each asks for, in their order. `own` is our organisation's id."""
    others: list[dict[str, dict[int, Decimal]]] = [{} for _ in wanted]
    if any(one.periods for one in wanted):
        units = [Decimal(1).scaleb(-one.kpi.decimals) for one in wanted]
        for number, organisation, year, value in _rows(wanted, table, own, engine or default_engine()):
            others[number].setdefault(organisation, {})[year] = int(value) * units[number]
    return [Panel(_own(one), dict(sorted(found.items()))) for one, found in zip(wanted, others, strict=True)]


def _own(wanted: Wanted) -> dict[int, Decimal]:
    periods = set(wanted.periods)
    return {one.period.year: one.value for one in wanted.own if one.value is not None and one.period in periods}


def _rows(
    wanted: Sequence[Wanted], table: ComparisonTable, own: str, engine: Engine
) -> Iterable[tuple[int, str, int, float]]:
    """Number of the panel, organisation, year, and the value in units of the KPI's last decimal; by year."""
    asked = [(number, one.kpi, period) for number, one in enumerate(wanted) for period in one.periods]
    questions = engine(
        {
            "panel": (WHOLE, [number for number, _, _ in asked]),
            "kpi": (TEXT, [kpi.id for _, kpi, _ in asked]),
            "period": (TEXT, [str(period) for _, _, period in asked]),
            "year": (WHOLE, [period.year for _, _, period in asked]),
            "scale": (NUMBER, [10.0**kpi.decimals for _, kpi, _ in asked]),
        }
    )
    seated = [(number, member) for number, one in enumerate(wanted) for member in dict.fromkeys(one.members)]
    seats = engine(
        {
            "panel": (WHOLE, [number for number, _ in seated]),
            "organisation": (TEXT, [member for _, member in seated]),
        }
    )
    rows = (
        rows_of(table, {str(period) for _, _, period in asked}, engine)
        .filter(nw.col("gender") == nw.lit("T"), ~nw.col("value").is_null(), nw.col("organisation") != nw.lit(own))
        .join(questions, on=["kpi", "period"])
        .join(seats, on=["panel", "organisation"])
        .with_columns(shown=shown(nw.col("value")))
        .select("panel", "organisation", "year", "shown")
        .sort("panel", "organisation", "year")
    )
    return rows.collect().iter_rows()
