"""The schema of `kpis`: a KPI with its target levels and definitions."""

from abc import abstractmethod
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from malstyrning.domain.kpis import Baseline, Criteria, Definition, Kpi, Plausible
from malstyrning.domain.periods import Measured
from malstyrning.domain.targets import AtLeast, AtMost, Between, Criterion, TargetLevel
from malstyrning.domain.words import Aggregation, DecidedBy, Direction, ReportedIn, SchoolYear
from malstyrning.load.forms import (
    OPEN_LIST,
    Day,
    Decimals,
    Flag,
    Id,
    KoladaId,
    Lag,
    Line,
    Maybe,
    Number,
    Positive,
    TextValue,
    Year,
)
from malstyrning.load.models import DecidedEntry, Entry
from malstyrning.load.units import UnitValue


class LevelEntry(Entry):
    """What the three kinds of target level share."""

    year: Year
    tolerance: Positive = Decimal(0)
    decided: Day
    reference: Maybe[Line] = None
    decided_by: DecidedBy = DecidedBy.COUNCIL
    source: Maybe[Line] = None
    example: Flag = False

    @abstractmethod
    def criterion(self) -> Criterion:
        """What an outcome is held against."""

    def to_domain(self) -> TargetLevel:
        return TargetLevel(
            self.year,
            self.criterion(),
            self.decided,
            self.tolerance,
            self.reference,
            self.decided_by,
            self.source,
            self.example,
        )


class AtLeastEntry(LevelEntry):
    kind: Literal["at_least"]
    level: Number

    def criterion(self) -> Criterion:
        return AtLeast(self.level)


class AtMostEntry(LevelEntry):
    kind: Literal["at_most"]
    level: Number

    def criterion(self) -> Criterion:
        return AtMost(self.level)


class BetweenEntry(LevelEntry):
    kind: Literal["between"]
    lower: Number
    upper: Number

    def criterion(self) -> Criterion:
        return Between(self.lower, self.upper)


class DefinitionEntry(Entry):
    from_: Year = Field(alias="from")
    text: TextValue

    def to_domain(self) -> Definition:
        return Definition(self.from_, self.text)


class BaselineEntry(Entry):
    year: Year
    value: Number

    def to_domain(self) -> Baseline:
        return Baseline(self.year, self.value)


class PlausibleEntry(Entry):
    lower: Number
    upper: Number

    def to_domain(self) -> Plausible:
        return Plausible(self.lower, self.upper)


TargetLevelEntry = Annotated[AtLeastEntry | AtMostEntry | BetweenEntry, Field(discriminator="kind")]


class KpiEntry(DecidedEntry):
    title: TextValue
    goal: Id
    kolada: Maybe[KoladaId] = None
    kolada_title: Maybe[Line] = None
    owner: Maybe[Line] = None
    unit: UnitValue
    decimals: Decimals
    direction: Direction
    measured: Measured = Measured.YEARLY
    reported_in: list[ReportedIn] = Field(default=[ReportedIn.YEAR_END], min_length=1)
    aggregation: Aggregation = Aggregation.NONE
    lag: Lag = 0
    school_year: Maybe[SchoolYear] = None
    by_gender: Flag = False
    groups: Maybe[list[Id]] = None
    change_interval: Maybe[Positive] = None
    plausible: Maybe[PlausibleEntry] = None
    baseline: Maybe[BaselineEntry] = None
    definitions: Annotated[list[DefinitionEntry], OPEN_LIST] = Field(default_factory=list)
    relevance: Maybe[TextValue] = None
    causal_link: Maybe[TextValue] = None
    method: Maybe[TextValue] = None
    comparability: Maybe[TextValue] = None
    robustness: Maybe[TextValue] = None
    target_levels: Annotated[list[TargetLevelEntry], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self, key: str) -> Kpi:
        return Kpi(
            id=key,
            title=self.title,
            goal=self.goal,
            unit=self.unit,
            decimals=self.decimals,
            direction=self.direction,
            kolada=self.kolada,
            kolada_title=self.kolada_title,
            owner=self.owner,
            measured=self.measured,
            reported_in=tuple(self.reported_in),
            aggregation=self.aggregation,
            lag=self.lag,
            school_year=self.school_year,
            by_gender=self.by_gender,
            groups=None if self.groups is None else tuple(self.groups),
            change_interval=self.change_interval,
            plausible=self.plausible.to_domain() if self.plausible else None,
            baseline=self.baseline.to_domain() if self.baseline else None,
            definitions=tuple(map(DefinitionEntry.to_domain, self.definitions)),
            criteria=Criteria(self.relevance, self.causal_link, self.method, self.comparability, self.robustness),
            target_levels=tuple(map(LevelEntry.to_domain, self.target_levels)),
            standing=self.standing(),
        )
