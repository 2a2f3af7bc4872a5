"""Which measurement counts: asked for by KPI, period and gender, never by the order of rows."""

from collections.abc import Iterable

from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Measurement, Outcome
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.plan import Gender, Kpi

Index = dict[tuple[str, Period, Gender], Measurement]


def index(own: Iterable[Measurement]) -> Index:
    """Our measurements by KPI, period and gender."""
    return {(one.kpi, one.period, one.gender): one for one in own}


def decided_period(kpi: Kpi, occasion: Occasion) -> Period:
    """The period whose value is judged at a close: `lag` years before the occasion's year."""
    return Period(occasion.year - kpi.lag)


def outcome(kpi: Kpi, period: Period, gender: Gender, measured: Index) -> Outcome:
    """The outcome of a period, rounded to the KPI's decimals.

    If the value for all (T) is missing, it is missing: another gender's is never used in its place.
    """
    measurement = measured.get((kpi.id, period, gender))
    value = measurement.value if measurement else None
    return Outcome(period, gender, measurement, None if value is None else rounded(value, kpi.decimals))


def series(kpi: Kpi, until: Period, measured: Index) -> tuple[Outcome, ...]:
    """Outcomes for all (T) of the same kind of period, oldest first, up to and including `until`."""
    periods = sorted(
        (
            period
            for name, period, gender in measured
            if name == kpi.id
            and gender is Gender.ALL
            and (period.kind, period.part) == (until.kind, until.part)
            and period.year <= until.year
        ),
        key=lambda period: period.year,
    )
    return tuple(outcome(kpi, period, Gender.ALL, measured) for period in periods)
