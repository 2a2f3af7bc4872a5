"""The schema of goal files: one private model for each kind of object, each with one `to_domain`.

Unknown keys are errors. The order of fields is the order of keys in docs/workspace.md.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from malstyrning.domain.budget import BudgetFrame, FrameChange
from malstyrning.domain.common_change import ChangeBasis
from malstyrning.domain.plan import (
    Area,
    Committee,
    Organisation,
    OverallGoal,
    PeerGroup,
    Renaming,
    SoundFinancialManagement,
    Statement,
    StrategicGoal,
)
from malstyrning.domain.standing import Standing, Validity
from malstyrning.domain.words import OrganisationKind, SoundKind, SoundScope
from malstyrning.load.forms import (
    OPEN_LIST,
    OPEN_MAPPING,
    OR_ALL,
    Day,
    Flag,
    GoalNumber,
    Id,
    Line,
    Maybe,
    Number,
    OrganisationId,
    Positive,
    TextValue,
    Year,
)


class Entry(BaseModel):
    """A mapping in a file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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

    def standing(self) -> Standing:
        """The shared keys as one value; the same one for all objects that have none of them."""
        if self.model_fields_set.isdisjoint(_DECIDED_KEYS):
            return _NOTHING_SAID
        return Standing(
            valid=Validity(self.from_, self.to),
            decided=self.decided,
            reference=self.reference,
            source=self.source,
            replaced_by=self.replaced_by,
            was=self.was,
            example=self.example,
        )


_DECIDED_KEYS = frozenset(DecidedEntry.model_fields)
_NOTHING_SAID = Standing()


class OrganisationEntry(Entry):
    name: Line
    kind: OrganisationKind

    def to_domain(self, key: str) -> Organisation:
        return Organisation(key, self.name, self.kind)


class GroupEntry(Entry):
    title: TextValue
    members: Annotated[list[OrganisationId], Field(min_length=1), OR_ALL]
    as_of: Year
    source: Maybe[Line] = None

    def to_domain(self, key: str, organisations: Iterable[Organisation]) -> PeerGroup:
        everyone = (one.id for one in organisations if one.kind is OrganisationKind.MUNICIPALITY)
        return PeerGroup(key, self.title, tuple(self.members or everyone), self.as_of, self.source)


class ChangeBasisEntry(Entry):
    since: Year
    group: Maybe[Id] = None
    from_: Maybe[Year] = Field(None, alias="from")
    to: Maybe[Year] = None

    def to_domain(self) -> ChangeBasis:
        return ChangeBasis(self.since, self.group, Validity(self.from_, self.to))


class StatementEntry(Entry):
    text: TextValue
    source: Maybe[Line] = None

    def to_domain(self) -> Statement:
        return Statement(self.text, self.source)


class OverallGoalEntry(DecidedEntry):
    number: GoalNumber
    title: TextValue
    description: Maybe[TextValue] = None

    def to_domain(self, key: str) -> OverallGoal:
        return OverallGoal(key, self.number, self.title, self.description, self.standing())


class AreaEntry(DecidedEntry):
    title: TextValue

    def to_domain(self, key: str, committee: str) -> Area:
        return Area(key, committee, self.title, self.standing())


class RenamingEntry(Entry):
    from_: Year = Field(alias="from")
    title: TextValue
    decided: Maybe[Day] = None
    reference: Maybe[Line] = None
    example: Flag = False

    def to_domain(self) -> Renaming:
        return Renaming(self.from_, self.title, self.decided, self.reference, self.example)


class CommitteeEntry(DecidedEntry):
    title: TextValue
    renamed: Annotated[list[RenamingEntry], OPEN_LIST] = Field(default_factory=list)
    owner: Maybe[Line] = None
    areas: Annotated[dict[Id, AreaEntry], OPEN_MAPPING] = Field(default_factory=dict)
    successor: Maybe[Id] = None

    def to_domain(self, key: str) -> Committee:
        areas = tuple(area.to_domain(name, key) for name, area in self.areas.items())
        renamed = tuple(one.to_domain() for one in self.renamed)
        return Committee(key, self.title, self.owner, areas, self.successor, self.standing(), renamed)


class SoundEntry(Entry):
    kind: SoundKind
    scope: SoundScope

    def to_domain(self) -> SoundFinancialManagement:
        return SoundFinancialManagement(self.kind, self.scope)


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

    def to_domain(self, key: str) -> StrategicGoal:
        sound = self.sound_financial_management
        return StrategicGoal(
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


class FrameChangeEntry(Entry):
    date: Day
    areas: Mapping[Id, Number]
    reference: Maybe[Line] = None
    reason: Maybe[TextValue] = None

    def to_domain(self) -> FrameChange:
        return FrameChange(self.date, dict(self.areas), self.reference, self.reason)


class BudgetFrameEntry(DecidedEntry):
    committee: Id
    year: Year
    amount: Positive
    decided: Day
    areas: Mapping[Id, Number]
    changes: Annotated[list[FrameChangeEntry], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self) -> BudgetFrame:
        return BudgetFrame(
            self.committee,
            self.year,
            self.amount,
            dict(self.areas),
            tuple(one.to_domain() for one in self.changes),
            self.standing(),
        )
