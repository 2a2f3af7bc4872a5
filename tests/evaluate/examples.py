"""A KPI and what is measured of it, as tests of the judgement need them."""

from datetime import date
from decimal import Decimal

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurement, Missing, Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.targets import AtLeast, AtMost, Between, Criterion, TargetLevel
from malstyrning.domain.words import Direction, Gender
from malstyrning.language import Text
from malstyrning.load.units import UNITS

KPI = Kpi("kpi", Text("Nyckeltal"), "mal", UNITS["percent"], 1, Direction.HIGHER)
DECIDED = date(2021, 11, 15)


def criterion(text: str) -> Criterion:
    """`≥ 90`, `≤ 10` or `40–60`."""
    sign, _, number = text.partition(" ")
    if sign in "≥≤":
        return (AtLeast if sign == "≥" else AtMost)(Decimal(number))
    lower, upper = text.split("–")
    return Between(Decimal(lower), Decimal(upper))


def level(text: str, tolerance: str = "0", year: int = 2022) -> TargetLevel:
    """A level for a year, decided the year before."""
    return TargetLevel(year, criterion(text), DECIDED, Decimal(tolerance))


def measurement(
    value: str | None,
    year: int = 2022,
    gender: Gender = Gender.ALL,
    *,
    kpi: str = "kpi",
    missing: Missing | None = None,
) -> Measurement:
    """One value of our own, or the reason why there is none."""
    return Measurement(kpi, Period(year), gender, None if value is None else Decimal(value), missing)


def outcome(value: str | None, year: int = 2022, missing: Missing | None = None) -> Outcome:
    """A rounded outcome."""
    one = measurement(value, year, missing=missing)
    return Outcome(one.period, one.gender, one, one.value)
