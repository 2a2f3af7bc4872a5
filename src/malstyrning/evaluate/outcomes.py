"""Which measurements count: asked for by KPI, period and gender, never by the order of rows."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from malstyrning.domain.kpis import MULTIPLES, Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Measurement, Outcome
from malstyrning.domain.periods import Measured as Rhythm
from malstyrning.domain.periods import Occasion, Period, parts_of, year_to_date
from malstyrning.domain.words import Aggregation, Gender

Measured = Mapping[tuple[Period, Gender], Measurement]


def by_kpi(own: Iterable[Measurement]) -> dict[str, dict[tuple[Period, Gender], Measurement]]:
    """Our measurements: those of each KPI by period and gender."""
    found: dict[str, dict[tuple[Period, Gender], Measurement]] = {}
    for one in own:
        found.setdefault(one.kpi, {})[one.period, one.gender] = one
    return found


def decided_period(kpi: Kpi, occasion: Occasion) -> Period:
    """The period whose value is judged: a whole year, or what has passed of it where the KPI is measured in parts.

    With a `lag` it is the whole of that earlier year, at every occasion.
    """
    year = Period(occasion.year - kpi.lag)
    if kpi.lag or occasion.is_close or kpi.measured is Rhythm.YEARLY:
        return year
    ended = [part for part in parts_of(year, kpi.measured.kind) if part.end <= occasion.date]
    if not ended or kpi.aggregation is Aggregation.NONE:
        return occasion.period
    return ended[-1] if kpi.aggregation is Aggregation.LAST else year_to_date(year.year, ended[-1].end.month)


def outcome(kpi: Kpi, period: Period, gender: Gender, measured: Measured) -> Outcome:
    """The outcome of a period, rounded to the KPI's decimals: its own row, else what its parts make.

    If the value for all (T) is missing, it is missing: another gender's is never used in its place.
    """
    measurement = measured.get((period, gender))
    if measurement is not None:
        value = measurement.value
        return Outcome(period, gender, measurement, None if value is None else rounded(value, kpi.decimals))
    made = _made_of_parts(kpi, period, gender, measured)
    if made.measurements or made.absent or gender is not Gender.ALL:
        return made
    others = (measured.get((period, one)) for one in Gender)
    return replace(made, only_by_gender=any(one and one.value is not None for one in others))


def series(kpi: Kpi, until: Period, measured: Measured) -> tuple[Outcome, ...]:
    """Outcomes for all (T) of the same stretch of each year, oldest first, up to and including `until`."""
    years = {period.year for period, gender in measured if gender is Gender.ALL and period.year <= until.year}
    outcomes = (outcome(kpi, until.years_before(until.year - year), Gender.ALL, measured) for year in sorted(years))
    return tuple(one for one in outcomes if one.measurement or one.value is not None)


def _made_of_parts(kpi: Kpi, period: Period, gender: Gender, measured: Measured) -> Outcome:
    """What `aggregation` makes of the parts of a period. Every part that it needs must be there."""
    parts = parts_of(period, kpi.measured.kind) if kpi.aggregation is not Aggregation.NONE else ()
    if not any((part, gender) in measured for part in parts):
        return Outcome(period, gender, None, None)
    needed = parts[-1:] if kpi.aggregation is Aggregation.LAST else parts
    rows = tuple(measured[part, gender] for part in needed if (part, gender) in measured)
    usable = {row.period for row in rows if _is_usable(row, kpi.aggregation)}
    if kpi.aggregation is Aggregation.RATIO and not any(row.denominator for row in rows if row.period in usable):
        usable = set()  # 0 of 0 adds nothing to the rest, and alone it is no share
    absent = tuple(part for part in needed if part not in usable)
    value = None if absent else _combined(kpi, rows)
    return Outcome(
        period,
        gender,
        None,
        None if value is None else rounded(value, kpi.decimals),
        parts=rows,
        absent=absent,
        combined=value,
    )


def before(kpi: Kpi, now: Outcome, measured: Measured) -> tuple[Outcome, ...]:
    """The outcomes of earlier years that have a value and rest on the definition of `now`, oldest first."""
    begun = kpi.definition_break(now.period.year) or 0
    return tuple(
        one
        for one in series(kpi, now.period, measured)
        if one.value is not None and begun <= one.period.year < now.period.year
    )


def _is_usable(row: Measurement, aggregation: Aggregation) -> bool:
    if aggregation is Aggregation.RATIO:
        numerator, denominator = row.numerator, row.denominator
        return numerator is not None and denominator is not None and (denominator > 0 or numerator == denominator == 0)
    return row.value is not None


def _combined(kpi: Kpi, rows: tuple[Measurement, ...]) -> Decimal:
    if kpi.aggregation is Aggregation.RATIO:
        numerator = sum((row.numerator for row in rows if row.numerator is not None), Decimal(0))
        denominator = sum((row.denominator for row in rows if row.denominator is not None), Decimal(0))
        return MULTIPLES.get(kpi.unit.code, Decimal(1)) * numerator / denominator
    return sum((row.value for row in rows if row.value is not None), Decimal(0))
