"""What the rules about measurements share: how a value is named, and how one finding speaks for many rows."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.words import Gender
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Found

WHERE = "data/exempel.csv"
HEADER = "kpi,municipality,period,gender,value,source\n"
_NOT_NEGATIVE = {"count", "days", "years", "per_1000_inhabitants", "per_100000_inhabitants", "per_inhabitant"}
_WHOLE = Decimal(100)


def named(one: Measurement) -> str:
    """A row in words: `vantetid 2022`, `vantetid 2022 K`."""
    return f"{one.kpi} {one.period}" + ("" if one.gender is Gender.ALL else f" {one.gender}")


def first_of(rows: Iterable[Measurement], **facts: str | Text) -> Iterator[Found]:
    """One finding at the first row, which says how many more there are: `{row}` and `{more}`."""
    all_rows = list(rows)
    if all_rows:
        yield Found(all_rows[0], {"row": named(all_rows[0]), "more": more(len(all_rows) - 1), **facts})


def more(others: int) -> str | Text:
    """What is added to a message that speaks of the first of many."""
    one, many = Text(" (och 1 rad till)", " (and 1 more row)"), Text(" (och {n} rader till)", " (and {n} more rows)")
    return plural(others, one, many) if others else ""


def limits_of(kpi: Kpi) -> tuple[Decimal | None, Decimal | None]:
    """The smallest and the largest value that can be right: the KPI's own limits, else those of its unit."""
    if kpi.plausible:
        return kpi.plausible.lower, kpi.plausible.upper
    if kpi.unit.is_percent:
        return Decimal(0), _WHOLE
    return (Decimal(0) if kpi.unit.code in _NOT_NEGATIVE else None), None


def is_within(value: Decimal, limits: tuple[Decimal | None, Decimal | None]) -> bool:
    """Tell whether a value lies between two limits, either of which may be open."""
    lower, upper = limits
    return (lower is None or lower <= value) and (upper is None or value <= upper)
