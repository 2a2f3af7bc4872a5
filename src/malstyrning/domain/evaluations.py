"""What people answer at a reporting occasion: questions 3 to 7 and the signed assessments.

Questions 1 and 2 are computed; see `assessments`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.language import Text


class ConditionsMet(StrEnum):
    """Whether the conditions for delivering were met."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class ActionEffect(StrEnum):
    """Whether an action had the effect that was expected (question 5)."""

    AS_EXPECTED = "as_expected"
    PARTLY = "partly"
    NONE = "none"
    TOO_EARLY = "too_early"
    NOT_MEASURABLE = "not_measurable"


FELL_SHORT = (ActionEffect.PARTLY, ActionEffect.NONE)


class CauseShare(StrEnum):
    """How far a cause explains a missing effect, graded by the committee. No percentages."""

    WHOLLY = "wholly"
    LARGE = "large"
    SOME = "some"
    NOT_AT_ALL = "not_at_all"


class Cause(StrEnum):
    """The three causes of question 5."""

    DONE_DIFFERENTLY = "done_differently"
    UNFORESEEN_EVENTS = "unforeseen_events"
    WRONG_FROM_START = "wrong_from_start"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers for a text: body, name, date and reference. No electronic signature."""

    body: str
    name: str
    date: date
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a text that is carried forward was written: at which occasion, and who signed it then."""

    period: str
    signed: Signature | None = None


@dataclass(frozen=True, slots=True)
class GoalAnswer:
    """Position, analysis and the signed status of a strategic goal.

    `carried_from` names an earlier occasion whose analysis still holds. `carried` is empty until `with_carried` has
    put that text in its place.
    """

    position: Text | None = None
    analysis: Text | None = None
    conditions_met: ConditionsMet | None = None
    status: Fulfilment | None = None
    reason: Text | None = None
    carried_from: str | None = None
    carried: Mapping[str, Carried] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CommitteeForecast:
    """What the committee itself expects a KPI's outcome of the year to be, and why."""

    value: Decimal
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class KpiAnswer:
    """Question 3 (cause) and question 4 (own strategy or events) for a KPI, and the events that they refer to.

    `carried_from` names an earlier occasion whose texts still hold where none is written here. `carried` is empty
    until `with_carried` has put those texts in their place: then it tells of each where it was written. `forecast` is
    what the committee expects at T1 or T2: it is of its own occasion, and never carried.
    """

    cause: Text | None = None
    own_and_events: Text | None = None
    events: tuple[str, ...] = ()
    carried_from: str | None = None
    carried: Mapping[str, Carried] = field(default_factory=dict)
    forecast: CommitteeForecast | None = None


@dataclass(frozen=True, slots=True)
class ActionAnswer:
    """Question 5: did the action have the expected effect, and if not, why."""

    effect: ActionEffect | None = None
    text: Text | None = None
    causes: Mapping[Cause, CauseShare] = field(default_factory=dict)

    @property
    def explains(self) -> tuple[CauseShare, ...]:
        """The shares of the causes that explain anything."""
        return tuple(share for share in self.causes.values() if share is not CauseShare.NOT_AT_ALL)


@dataclass(frozen=True, slots=True)
class Move:
    """Money that a committee proposes to move between two areas, in thousand kronor."""

    source: str
    target: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Reprioritisation:
    """Question 6: do resources need to move, and what the committee proposes."""

    needed: bool
    text: Text | None = None
    proposal: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """The whole, looked back on after a closed year. What the committee takes with it are its lessons."""

    strategy: Text | None = None  # did it work as intended
    focus: Text | None = None  # was it on the right areas
    actions: Text | None = None  # were they the right ones, taken in the right way
    resources: Text | None = None  # did their allocation have the effect sought


class LessonStatus(StrEnum):
    """What the plan that a lesson feeds made of it."""

    ADOPTED = "adopted"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LessonAnswer:
    """What became of a lesson, where the decision stands, and in which words or why not.

    `led_to` are the goals, KPIs, actions, areas and assignments of the plan that it led to.
    """

    status: LessonStatus
    reference: str | None = None
    text: Text | None = None
    led_to: tuple[str, ...] = ()


class NewObject(StrEnum):
    """What a lesson may propose that is not in the plan yet, and has no id."""

    GOAL = "goal"
    KPI = "kpi"
    ACTION = "action"
    AREA = "area"
    ASSIGNMENT = "assignment"


@dataclass(frozen=True, slots=True)
class LessonProposal:
    """What a lesson proposes: a change of something in the plan (`about`, its id), or something new."""

    text: Text
    about: str | None = None
    new: NewObject | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """Question 7: a lesson (lärdom), what it proposes, the year whose plan it feeds, and what that plan made of it."""

    id: str
    text: Text
    feeds: int | None = None
    became: LessonAnswer | None = None
    proposes: LessonProposal | None = None


@dataclass(frozen=True, slots=True)
class CommitteeEvaluation:
    """One committee's answers at one reporting occasion."""

    committee: str
    period: str
    goals: Mapping[str, GoalAnswer] = field(default_factory=dict)
    kpis: Mapping[str, KpiAnswer] = field(default_factory=dict)
    actions: Mapping[str, ActionAnswer] = field(default_factory=dict)
    reprioritise: Reprioritisation | None = None
    lessons: tuple[Lesson, ...] = ()
    signed: Signature | None = None
    example: bool = False
    whole: WholeAnswer = WholeAnswer()
