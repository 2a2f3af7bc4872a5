"""The schema of goal files: one private model for each kind of object, each with one `to_domain`.

Unknown keys are errors. The order of fields is the order of keys in docs/workspace.md.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from malstyrning.domain import plan
from malstyrning.domain.periods import Measured
from malstyrning.load.forms import (
    OPEN_LIST,
    OPEN_MAPPING,
    Day,
    Decimals,
    Flag,
    GoalNumber,
    Id,
    KoladaId,
    Lag,
    Line,
    Maybe,
    Number,
    OrganisationId,
    Positive,
    TextValue,
    Year,
)
from malstyrning.load.units import UnitValue


class Entry(BaseModel):
    """A mapping in a file."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class DecidedEntry(Entry):
    """The keys that every decided object may have."""

    from_: Maybe[Year] = Field(None, alias="from")
    to: Maybe[Year] = None
    replaced_by: Maybe[Id] = None
    was: Maybe[Id] = None
    decided: Maybe[Day] = None
    reference: Maybe[Line] = None
    source: Maybe[Line] = None
    example: Flag = False

    def standing(self) -> plan.Standing:
        """The shared keys as one value."""
        return plan.Standing(
            valid=plan.Validity(self.from_, self.to),
            decided=self.decided,
            reference=self.reference,
            source=self.source,
            replaced_by=self.replaced_by,
            was=self.was,
            example=self.example,
        )


class OrganisationEntry(Entry):
    name: Line
    kind: plan.OrganisationKind

    def to_domain(self, key: str) -> plan.Organisation:
        return plan.Organisation(key, self.name, self.kind)


class GroupEntry(Entry):
    title: TextValue
    members: list[OrganisationId] = Field(min_length=1)
    as_of: Year
    source: Maybe[Line] = None

    def to_domain(self, key: str) -> plan.PeerGroup:
        return plan.PeerGroup(key, self.title, tuple(self.members), self.as_of, self.source)


class StatementEntry(Entry):
    text: TextValue
    source: Maybe[Line] = None

    def to_domain(self) -> plan.Statement:
        return plan.Statement(self.text, self.source)


class OverallGoalEntry(DecidedEntry):
    number: GoalNumber
    title: TextValue
    description: Maybe[TextValue] = None

    def to_domain(self, key: str) -> plan.OverallGoal:
        return plan.OverallGoal(key, self.number, self.title, self.description, self.standing())


class AreaEntry(DecidedEntry):
    title: TextValue

    def to_domain(self, key: str, committee: str) -> plan.Area:
        return plan.Area(key, committee, self.title, self.standing())


class CommitteeEntry(DecidedEntry):
    title: TextValue
    areas: Annotated[dict[Id, AreaEntry], OPEN_MAPPING] = Field(default_factory=dict)
    successor: Maybe[Id] = None

    def to_domain(self, key: str) -> plan.Committee:
        areas = tuple(area.to_domain(name, key) for name, area in self.areas.items())
        return plan.Committee(key, self.title, areas, self.successor, self.standing())


class SoundEntry(Entry):
    kind: plan.SoundKind
    scope: plan.SoundScope

    def to_domain(self) -> plan.SoundFinancialManagement:
        return plan.SoundFinancialManagement(self.kind, self.scope)


class StrategicGoalEntry(DecidedEntry):
    number: GoalNumber
    title: TextValue
    description: Maybe[TextValue] = None
    committee: Id
    serves: list[Id] = Field(min_length=1)
    areas: Annotated[list[Id], OPEN_LIST] = Field(default_factory=list)
    from_: Year = Field(alias="from")
    horizon: Maybe[Year] = None
    sound_financial_management: Maybe[SoundEntry] = None
    conditions: Annotated[list[TextValue], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self, key: str) -> plan.StrategicGoal:
        sound = self.sound_financial_management
        return plan.StrategicGoal(
            key,
            self.number,
            self.title,
            self.committee,
            tuple(self.serves),
            tuple(self.areas),
            self.horizon,
            self.description,
            sound.to_domain() if sound else None,
            tuple(self.conditions),
            self.standing(),
        )


class LevelEntry(Entry):
    """What the three kinds of target level share."""

    year: Year
    tolerance: Positive = Decimal(0)
    decided: Day
    reference: Maybe[Line] = None
    decided_by: plan.DecidedBy = plan.DecidedBy.COUNCIL
    source: Maybe[Line] = None
    example: Flag = False

    def criterion(self) -> plan.Criterion:
        """What an outcome is held against."""
        raise NotImplementedError

    def to_domain(self) -> plan.TargetLevel:
        return plan.TargetLevel(
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

    def criterion(self) -> plan.Criterion:
        return plan.AtLeast(self.level)


class AtMostEntry(LevelEntry):
    kind: Literal["at_most"]
    level: Number

    def criterion(self) -> plan.Criterion:
        return plan.AtMost(self.level)


class BetweenEntry(LevelEntry):
    kind: Literal["between"]
    lower: Number
    upper: Number

    def criterion(self) -> plan.Criterion:
        return plan.Between(self.lower, self.upper)


class DefinitionEntry(Entry):
    from_: Year = Field(alias="from")
    text: TextValue

    def to_domain(self) -> plan.Definition:
        return plan.Definition(self.from_, self.text)


class BaselineEntry(Entry):
    year: Year
    value: Number

    def to_domain(self) -> plan.Baseline:
        return plan.Baseline(self.year, self.value)


TargetLevelEntry = Annotated[AtLeastEntry | AtMostEntry | BetweenEntry, Field(discriminator="kind")]


class KpiEntry(DecidedEntry):
    title: TextValue
    goal: Id
    kolada: Maybe[KoladaId] = None
    kolada_title: Maybe[Line] = None
    owner: Maybe[Line] = None
    unit: UnitValue
    decimals: Decimals
    direction: plan.Direction
    measured: Measured = Measured.YEARLY
    reported_in: list[plan.ReportedIn] = Field(default=[plan.ReportedIn.YEAR_END], min_length=1)
    aggregation: plan.Aggregation = plan.Aggregation.NONE
    lag: Lag = 0
    school_year: Maybe[plan.SchoolYear] = None
    by_gender: Flag = False
    groups: Maybe[list[Id]] = None
    change_interval: Maybe[Positive] = None
    baseline: Maybe[BaselineEntry] = None
    definitions: Annotated[list[DefinitionEntry], OPEN_LIST] = Field(default_factory=list)
    relevance: Maybe[TextValue] = None
    causal_link: Maybe[TextValue] = None
    method: Maybe[TextValue] = None
    comparability: Maybe[TextValue] = None
    robustness: Maybe[TextValue] = None
    target_levels: Annotated[list[TargetLevelEntry], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self, key: str) -> plan.Kpi:
        return plan.Kpi(
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
            baseline=self.baseline.to_domain() if self.baseline else None,
            definitions=tuple(one.to_domain() for one in self.definitions),
            criteria=plan.Criteria(self.relevance, self.causal_link, self.method, self.comparability, self.robustness),
            target_levels=tuple(one.to_domain() for one in self.target_levels),
            standing=self.standing(),
        )


class ExpectedEffectEntry(Entry):
    kpi: Id
    change: Number
    by: Year

    def to_domain(self) -> plan.ExpectedEffect:
        return plan.ExpectedEffect(self.kpi, self.change, self.by)


class ActionEntry(DecidedEntry):
    title: TextValue
    goal: Id
    kpis: Annotated[list[Id], OPEN_LIST] = Field(default_factory=list)
    status: plan.ActionStatus
    owner: Maybe[Line] = None
    started: Maybe[Day] = None
    finished: Maybe[Day] = None
    due: Maybe[Day] = None
    cost: Maybe[Positive] = None
    expected_effect: Maybe[ExpectedEffectEntry] = None

    def to_domain(self, key: str) -> plan.Action:
        return plan.Action(
            key,
            self.title,
            self.goal,
            self.status,
            tuple(self.kpis),
            self.owner,
            self.started,
            self.finished,
            self.due,
            self.cost,
            self.expected_effect.to_domain() if self.expected_effect else None,
            self.standing(),
        )


class FrameChangeEntry(Entry):
    date: Day
    areas: Mapping[Id, Number]
    reference: Maybe[Line] = None
    reason: Maybe[TextValue] = None

    def to_domain(self) -> plan.FrameChange:
        return plan.FrameChange(self.date, dict(self.areas), self.reference, self.reason)


class BudgetFrameEntry(DecidedEntry):
    committee: Id
    year: Year
    amount: Positive
    decided: Day
    areas: Mapping[Id, Number]
    changes: Annotated[list[FrameChangeEntry], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self) -> plan.BudgetFrame:
        return plan.BudgetFrame(
            self.committee,
            self.year,
            self.amount,
            dict(self.areas),
            tuple(one.to_domain() for one in self.changes),
            self.standing(),
        )
