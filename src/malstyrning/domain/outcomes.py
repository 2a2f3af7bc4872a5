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


class ValueState(StrEnum):
    """How far the value of a period has come."""

    EXPECTED = "expected"  # not there, and no row says that it never will be
    PRELIMINARY = "preliminary"
    FINAL = "final"
    MISSING = "missing"


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
    """Money used, or expected to be used, by an area in a period, in thousand kronor.

    `made` is the period at whose end a forecast was made.
    """

    committee: str
    area: str
    period: Period
    kind: MoneyKind
    amount: Decimal
    source: str | None = None
    example: bool = False
    made: Period | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The value that counts (utfall), rounded to the KPI's decimals.

    `measurement` is its row, `parts` the rows that it was made from where the period has no row of its own, and
    `absent` the parts that could not be used: without all of them there is no value. `combined` is what the parts make
    before it is rounded. `value` is None where there is no number. `only_by_gender` is True where there is no row for
    all, but women or men have a value. `due` is the day by which a value that is not there is expected, where someone
    asked what was known on a day.
    """

    period: Period
    gender: Gender
    measurement: Measurement | None
    value: Decimal | None
    only_by_gender: bool = False
    parts: tuple[Measurement, ...] = ()
    absent: tuple[Period, ...] = ()
    combined: Decimal | None = None
    due: date | None = None

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """The rows that it rests on."""
        return (self.measurement,) if self.measurement else self.parts

    @property
    def unrounded(self) -> Decimal | None:
        """The value as it was measured, or as its parts make it."""
        if self.measurement:
            return self.measurement.value
        return self.value if self.combined is None else self.combined

    @property
    def preliminary(self) -> bool:
        """Tell whether the value may still be corrected at its source. It is judged as any other."""
        return any(one.preliminary for one in self.measurements)

    @property
    def example(self) -> bool:
        """Tell whether anything that it rests on is invented."""
        return any(one.example for one in self.measurements)

    @property
    def missing(self) -> Missing | None:
        """The kind of a missing value that is told in the data."""
        return next((one.missing for one in self.measurements if one.missing), None)

    @property
    def state(self) -> ValueState:
        """How far the value has come."""
        if self.value is not None:
            return ValueState.PRELIMINARY if self.preliminary else ValueState.FINAL
        return ValueState.MISSING if self.due is None else ValueState.EXPECTED


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """Values of all organisations as columns of equal length: what the table engine is given.

    `kpi` is our id. `value` is the number nearest to what was written, and None where nothing was measured;
    `numerator` and `denominator`, where they are told, are what it was made from. `published` is for those who ask
    what was known on a day. `whole_files` are tables with the same columns, but for that one, that a table engine has
    read and checked by itself.
    """

    kpi: list[str] = field(default_factory=list)
    organisation: list[str] = field(default_factory=list)
    period: list[str] = field(default_factory=list)
    gender: list[str] = field(default_factory=list)
    value: list[float | None] = field(default_factory=list)
    numerator: list[float | None] = field(default_factory=list)
    denominator: list[float | None] = field(default_factory=list)
    published: list[date | None] = field(default_factory=list)
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
