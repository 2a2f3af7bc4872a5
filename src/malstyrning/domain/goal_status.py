"""The rule that proposes a goal's status: what the municipality has chosen, and what it proposed in a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from malstyrning.domain.fulfilment import Fulfilment


class RuleKind(StrEnum):
    """How the verdicts of a goal's KPIs become one status."""

    SHARE = "share"  # by how many are reached, and how many are not
    WORST = "worst"  # a goal is what its worst KPI is
    WEIGHTED = "weighted"  # as share, by weight


class UnassessableRole(StrEnum):
    """What a KPI that can't be assessed does to its goal."""

    LEFT_OUT = "left_out"
    NOT_REACHED = "not_reached"  # it counts as not reached
    NOT_ASSESSABLE = "not_assessable"  # one is enough to make the goal not assessable


class RuleStep(StrEnum):
    """The step of the rule that decided a proposed status."""

    NOTHING_TO_JUDGE = "nothing_to_judge"
    ONE_UNASSESSABLE = "one_unassessable"
    TOO_FEW_ASSESSABLE = "too_few_assessable"
    ENOUGH_REACHED = "enough_reached"
    ENOUGH_NOT_REACHED = "enough_not_reached"
    OTHERWISE = "otherwise"
    WORST = "worst"


@dataclass(frozen=True, slots=True)
class GoalStatusRule:
    """The rule for a goal's status.

    Limits are in per cent, more than zero and inclusive. `reached` and `not_reached` are limits of every kind but the
    worst, `least_assessable` one of what is left out.
    """

    kind: RuleKind = RuleKind.SHARE
    reached: Decimal = Decimal(100)
    not_reached: Decimal = Decimal(50)
    unassessable: UnassessableRole = UnassessableRole.LEFT_OUT
    least_assessable: Decimal = Decimal(50)


DEFAULT_RULE = GoalStatusRule()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A status that the rule proposed, and what it rests on.

    `weights` holds the weight of each KPI or goal by its own status, the heaviest first; each weighs 1 unless the
    rule is the weighted one.
    """

    status: Fulfilment
    step: RuleStep
    weights: Mapping[Fulfilment, tuple[Decimal, ...]]

    @property
    def judged(self) -> Decimal:
        """The weight of all that the rule is about."""
        return sum((self.weight(one) for one in Fulfilment), Decimal(0))

    @property
    def assessable(self) -> Decimal:
        """The weight of what got a verdict."""
        return self.judged - self.weight(Fulfilment.NOT_ASSESSABLE)

    def weight(self, status: Fulfilment) -> Decimal:
        """The weight of what has one status."""
        return sum(self.weights[status], Decimal(0))


def in_percent(part: Decimal, whole: Decimal) -> Fraction:
    """An exact share, in per cent."""
    return 100 * Fraction(part) / Fraction(whole)


def is_at_least(limit: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Tell whether a share is at its limit or over it. `whole` is more than zero; nothing is rounded."""
    return in_percent(part, whole) >= Fraction(limit)
