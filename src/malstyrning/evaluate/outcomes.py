"""Which measurement counts: asked for by KPI, period and gender, never by the order of rows."""

from collections.abc import Iterable, Mapping

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Measurement, Outcome
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.words import Gender

Measured = Mapping[tuple[Period, Gender], Measurement]


def by_kpi(own: Iterable[Measurement]) -> dict[str, dict[tuple[Period, Gender], Measurement]]:
    """Our measurements: those of each KPI by period and gender."""
    found: dict[str, dict[tuple[Period, Gender], Measurement]] = {}
    for one in own:
        found.setdefault(one.kpi, {})[one.period, one.gender] = one
    return found


def decided_period(kpi: Kpi, occasion: Occasion) -> Period:
    """The period whose value is judged at a close: `lag` years before the occasion's year."""
    return Period(occasion.year - kpi.lag)


def outcome(kpi: Kpi, period: Period, gender: Gender, measured: Measured) -> Outcome:
    """The outcome of a period, rounded to the KPI's decimals.

    If the value for all (T) is missing, it is missing: another gender's is never used in its place.
    """
    measurement = measured.get((period, gender))
    if measurement is None:
        others = (measured.get((period, one)) for one in Gender) if gender is Gender.ALL else ()
        return Outcome(period, gender, None, None, any(one and one.value is not None for one in others))
    value = measurement.value
    return Outcome(period, gender, measurement, None if value is None else rounded(value, kpi.decimals))


def series(kpi: Kpi, until: Period, measured: Measured) -> tuple[Outcome, ...]:
    """Outcomes for all (T) of the same kind of period, oldest first, up to and including `until`."""
    periods = sorted(
        (
            period
            for period, gender in measured
            if gender is Gender.ALL
            and (period.kind, period.part) == (until.kind, until.part)
            and period.year <= until.year
        ),
        key=lambda period: period.year,
    )
    return tuple(outcome(kpi, period, Gender.ALL, measured) for period in periods)


def before(kpi: Kpi, now: Outcome, measured: Measured) -> tuple[Outcome, ...]:
    """The outcomes of earlier years that have a value and rest on the definition of `now`, oldest first."""
    begun = kpi.definition_break(now.period.year) or 0
    return tuple(
        one
        for one in series(kpi, now.period, measured)
        if one.value is not None and begun <= one.period.year < now.period.year
    )
