"""What was measured: single values, and the value that counts for a period."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from malstyrning.diagnostics import Span
from malstyrning.domain.kolada import KoladaKpi
from malstyrning.domain.periods import Period
from malstyrning.domain.words import Gender


class Missing(StrEnum):
    """Why a value is not there. Never zero, never skipped in silence."""

    NO_DATA = "missing"  # "-" in official statistics
    NOT_APPLICABLE = "not_applicable"  # "."
    SUPPRESSED = "suppressed"  # ".."
    UNKNOWN = "unknown"  # empty at the source, without a reason


class MoneyKind(StrEnum):
    """What an amount of money is."""

    OUTCOME = "outcome"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One value of one of our KPIs, for the workspace's own organisation.

    `numerator` and `denominator` are what the value was made from, `n` the number of respondents. `span` is the
    value's cell, so that any mark in a report can name it; two measurements are equal wherever they stand.
    """

    kpi: str
    period: Period
    gender: Gender
    value: Decimal | None
    missing: Missing | None = None
    preliminary: bool = False
    source: str | None = None
    published: date | None = None
    retrieved: str | None = None
    example: bool = False
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    n: Decimal | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class BudgetOutcome:
    """Money used, or expected to be used, by an area in a period, in thousand kronor."""

    committee: str
    area: str
    period: Period
    kind: MoneyKind
    amount: Decimal
    source: str | None = None
    example: bool = False
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The measurement that counts (utfall), rounded to the KPI's decimals.

    `measurement` is None where no row exists; `value` is None where it has no number. `only_by_gender` is True
    where there is no row for all, but women or men have a value.
    """

    period: Period
    gender: Gender
    measurement: Measurement | None
    value: Decimal | None
    only_by_gender: bool = False

    @property
    def preliminary(self) -> bool:
        """Tell whether the value may still be corrected at its source. It is judged as any other."""
        return bool(self.measurement and self.measurement.preliminary)

    @property
    def missing(self) -> Missing | None:
        """The kind of a missing value that is told in the data."""
        return self.measurement.missing if self.measurement else None


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """Values of all organisations as columns of equal length: what the table engine is given.

    `kpi` is our id. `value` is the number nearest to what was written, and None where nothing was measured;
    `numerator` and `denominator`, where they are told, are what it was made from. `whole_files` are tables with
    the same columns that a table engine has read and checked by itself.
    """

    kpi: list[str] = field(default_factory=list)
    organisation: list[str] = field(default_factory=list)
    period: list[str] = field(default_factory=list)
    gender: list[str] = field(default_factory=list)
    value: list[float | None] = field(default_factory=list)
    numerator: list[float | None] = field(default_factory=list)
    denominator: list[float | None] = field(default_factory=list)
    whole_files: list[Any] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.kpi)


@dataclass(frozen=True, slots=True)
class Measurements:
    """All that data/ holds: our own values with their places, and the table for comparisons.

    `peer_sources` gives by KPI the sources of other organisations' values, and `peer_examples` holds the KPIs of
    which any such value is invented. `kolada` is what Kolada says of its KPIs, by its ids.
    """

    own: tuple[Measurement, ...] = ()
    table: ComparisonTable = field(default_factory=ComparisonTable)
    money: tuple[BudgetOutcome, ...] = ()
    peer_sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    peer_examples: frozenset[str] = frozenset()
    kolada: Mapping[str, KoladaKpi] = field(default_factory=dict)
