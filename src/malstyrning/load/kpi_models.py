"""The schema of `kpis`: a KPI with its definitions."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from malstyrning.domain.kpis import Baseline, Criteria, Definition, Kpi, Plausible
from malstyrning.domain.periods import Measured
from malstyrning.domain.words import Aggregation, Direction, ReportedIn, SchoolYear
from malstyrning.load.forms import (
    OPEN_LIST,
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
    Weight,
    Year,
)
from malstyrning.load.level_models import TargetLevelEntry
from malstyrning.load.models import ChangeBasisEntry, DecidedEntry, Entry
from malstyrning.load.units import UnitValue


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
    weight: Weight = Decimal(1)
    school_year: Maybe[SchoolYear] = None
    by_gender: Flag = False
    groups: Maybe[list[Id]] = None
    change_interval: Maybe[Positive] = None
    common_change: Annotated[list[ChangeBasisEntry], OPEN_LIST] = Field(default_factory=list)
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
            weight=self.weight,
            school_year=self.school_year,
            by_gender=self.by_gender,
            groups=None if self.groups is None else tuple(self.groups),
            change_interval=self.change_interval,
            common_change=tuple(map(ChangeBasisEntry.to_domain, self.common_change)),
            plausible=self.plausible.to_domain() if self.plausible else None,
            baseline=self.baseline.to_domain() if self.baseline else None,
            definitions=tuple(map(DefinitionEntry.to_domain, self.definitions)),
            criteria=Criteria(self.relevance, self.causal_link, self.method, self.comparability, self.robustness),
            target_levels=tuple(one.to_domain() for one in self.target_levels),
            standing=self.standing(),
        )
