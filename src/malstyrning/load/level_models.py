"""The schema of target levels: one model for each kind, told apart by `kind`."""

from abc import abstractmethod
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from malstyrning.domain import targets
from malstyrning.domain.words import DecidedBy
from malstyrning.load.forms import Count, Day, Flag, Id, Line, Maybe, Number, Positive, Span, Year
from malstyrning.load.models import Entry


class LevelEntry(Entry):
    """What all kinds of target level share."""

    year: Year
    tolerance: Positive = Decimal(0)
    decided: Day
    reference: Maybe[Line] = None
    decided_by: DecidedBy = DecidedBy.COUNCIL
    source: Maybe[Line] = None
    example: Flag = False

    @abstractmethod
    def target(self) -> targets.Target:
        """What an outcome is held against."""

    def to_domain(self) -> targets.TargetLevel:
        return targets.TargetLevel(
            self.year,
            self.target(),
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

    def target(self) -> targets.Target:
        return targets.AtLeast(self.level)


class AtMostEntry(LevelEntry):
    kind: Literal["at_most"]
    level: Number

    def target(self) -> targets.Target:
        return targets.AtMost(self.level)


class BetweenEntry(LevelEntry):
    kind: Literal["between"]
    lower: Number
    upper: Number

    def target(self) -> targets.Target:
        return targets.Between(self.lower, self.upper)


class RankAtMostEntry(LevelEntry):
    kind: Literal["rank_at_most"]
    place: Count
    group: Id

    def target(self) -> targets.Target:
        return targets.RankAtMost(self.place, self.group)


class GroupMedianEntry(LevelEntry):
    kind: Literal["group_median"]
    group: Id

    def target(self) -> targets.Target:
        return targets.GroupMedian(self.group)


class BestQuarterEntry(LevelEntry):
    kind: Literal["best_quarter"]
    group: Id

    def target(self) -> targets.Target:
        return targets.BestQuarter(self.group)


class ChangeSinceEntry(LevelEntry):
    kind: Literal["change_since"]
    since: Year
    percent: Number

    def target(self) -> targets.Target:
        return targets.ChangeSince(self.since, self.percent)


class YearlyChangeEntry(LevelEntry):
    kind: Literal["yearly_change"]
    since: Year
    percent: Number

    def target(self) -> targets.Target:
        return targets.YearlyChange(self.since, self.percent)


class SumSinceEntry(LevelEntry):
    kind: Literal["sum_since"]
    since: Year
    level: Number

    def target(self) -> targets.Target:
        return targets.SumSince(self.since, self.level)


class MeanOfYearsEntry(LevelEntry):
    kind: Literal["mean_of_years"]
    years: Span
    level: Number

    def target(self) -> targets.Target:
        return targets.MeanOfYears(self.years, self.level)


class BetterThanBaseEntry(LevelEntry):
    kind: Literal["better_than_base"]
    since: Year

    def target(self) -> targets.Target:
        return targets.BetterThanBase(self.since)


class GenderGapEntry(LevelEntry):
    kind: Literal["gender_gap"]
    level: Positive

    def target(self) -> targets.Target:
        return targets.GenderGap(self.level)


TargetLevelEntry = Annotated[
    AtLeastEntry
    | AtMostEntry
    | BetweenEntry
    | RankAtMostEntry
    | GroupMedianEntry
    | BestQuarterEntry
    | ChangeSinceEntry
    | YearlyChangeEntry
    | SumSinceEntry
    | MeanOfYearsEntry
    | BetterThanBaseEntry
    | GenderGapEntry,
    Field(discriminator="kind"),
]
