"""The schema of `goal_status` in malstyrning.yaml: the rule that proposes the status of goals."""

from abc import abstractmethod
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from malstyrning.domain.goal_status import DEFAULT_RULE, GoalStatusRule, RuleKind, UnassessableRole
from malstyrning.load.forms import Percentage
from malstyrning.load.models import Entry


class UnassessableEntry(Entry):
    """What a KPI that can't be assessed does to its goal."""

    @abstractmethod
    def applied(self, rule: GoalStatusRule) -> GoalStatusRule:
        """The rule with this part of it."""


class LeftOutEntry(UnassessableEntry):
    kind: Literal["left_out"]
    least_assessable: Percentage = DEFAULT_RULE.least_assessable

    def applied(self, rule: GoalStatusRule) -> GoalStatusRule:
        return replace(rule, unassessable=UnassessableRole.LEFT_OUT, least_assessable=self.least_assessable)


class CountsAsNotReachedEntry(UnassessableEntry):
    kind: Literal["not_reached"]

    def applied(self, rule: GoalStatusRule) -> GoalStatusRule:
        return replace(rule, unassessable=UnassessableRole.NOT_REACHED)


class MakesNotAssessableEntry(UnassessableEntry):
    kind: Literal["not_assessable"]

    def applied(self, rule: GoalStatusRule) -> GoalStatusRule:
        return replace(rule, unassessable=UnassessableRole.NOT_ASSESSABLE)


UnassessableRoleEntry = Annotated[
    LeftOutEntry | CountsAsNotReachedEntry | MakesNotAssessableEntry, Field(discriminator="kind")
]


class GoalStatusEntry(Entry):
    """What the three kinds of rule share."""

    unassessable: UnassessableRoleEntry = LeftOutEntry(kind="left_out")

    @abstractmethod
    def to_domain(self) -> GoalStatusRule:
        """The rule as a value."""


class ShareEntry(GoalStatusEntry):
    kind: Literal["share"]
    reached: Percentage = DEFAULT_RULE.reached
    not_reached: Percentage = DEFAULT_RULE.not_reached

    def to_domain(self) -> GoalStatusRule:
        return self.unassessable.applied(GoalStatusRule(RuleKind.SHARE, self.reached, self.not_reached))


class WeightedEntry(GoalStatusEntry):
    kind: Literal["weighted"]
    reached: Percentage = DEFAULT_RULE.reached
    not_reached: Percentage = DEFAULT_RULE.not_reached

    def to_domain(self) -> GoalStatusRule:
        return self.unassessable.applied(GoalStatusRule(RuleKind.WEIGHTED, self.reached, self.not_reached))


class WorstEntry(GoalStatusEntry):
    kind: Literal["worst"]

    def to_domain(self) -> GoalStatusRule:
        return self.unassessable.applied(GoalStatusRule(RuleKind.WORST))


StatusRuleEntry = Annotated[ShareEntry | WorstEntry | WeightedEntry, Field(discriminator="kind")]
