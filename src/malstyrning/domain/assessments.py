"""Judgements as values: each carries the arithmetic that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.evaluations import CommitteeEvaluation, GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.money import CommitteeResult
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.places import Place
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.words import Gender


class Unassessable(StrEnum):
    """Why a verdict could not be given."""

    NO_DIRECTION = "no_direction"
    NO_TARGET = "no_target"
    NO_OUTCOME = "no_outcome"
    ONLY_BY_GENDER = "only_by_gender"  # no row for all, though women or men have a value
    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome against a level.

    `gap` is the distance from the nearest limit of the level: positive or zero on the reached side, negative
    on the worse side. Reached if gap ≥ 0, nearly reached if −gap ≤ tolerance.
    """

    fulfilment: Fulfilment
    outcome: Outcome | None = None
    level: TargetLevel | None = None
    gap: Decimal | None = None
    reason: Unassessable | None = None


class Trend(StrEnum):
    """Development since the period before. `UNCHANGED`: within the series' ordinary variation."""

    BETTER = "better"
    WORSE = "worse"
    INCREASED = "increased"  # without a direction nothing is better or worse
    DECREASED = "decreased"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"


class TrendBasis(StrEnum):
    """What a change was held against, or why it could not be."""

    GIVEN_INTERVAL = "given_interval"
    MOVING_RANGE = "moving_range"
    NO_OUTCOME = "no_outcome"
    NO_EARLIER_VALUE = "no_earlier_value"
    SERIES_BROKEN = "series_broken"
    TOO_FEW_VALUES = "too_few_values"


@dataclass(frozen=True, slots=True)
class TrendVerdict:
    """A change held against the smallest change that counts.

    `values` is the number of earlier values behind a moving range, `unusual` a change above 3.27 of them.
    """

    trend: Trend
    basis: TrendBasis
    change: Decimal | None = None
    smallest: Decimal | None = None
    earlier: Period | None = None
    values: int = 0
    unusual: bool = False


@dataclass(frozen=True, slots=True)
class KpiAssessment:
    """Everything judged of one KPI at one occasion. Three fields, three scales: they are never mixed."""

    kpi: str
    outcome: Outcome
    verdict: Verdict
    trend: TrendVerdict
    places: tuple[Place, ...] = ()
    by_gender: Mapping[Gender, Verdict] = field(default_factory=dict)
    at_start_of_year: Verdict | None = None  # only where the level was revised during the year
    committee_addition: Verdict | None = None
    final: TargetLevel | None = None
    late_levels: tuple[TargetLevel, ...] = ()  # decided after the occasion, and therefore not judged
    series: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many KPIs fell out in each way, among those with a direction and a level for the year."""

    counts: Mapping[Fulfilment, int]
    described: int = 0  # KPIs without direction or level, which the rule leaves out

    @property
    def judged(self) -> int:
        """KPIs with a direction and a level."""
        return sum(self.counts.values())

    @property
    def assessable(self) -> int:
        """KPIs that got a verdict."""
        return self.judged - self.counts[Fulfilment.NOT_ASSESSABLE]

    @property
    def all(self) -> int:
        """Every KPI of the plan."""
        return self.judged + self.described

    def __add__(self, other: "Tally") -> "Tally":
        counts = {one: self.counts[one] + other.counts[one] for one in Fulfilment}
        return Tally(counts, self.described + other.described)


NONE_COUNTED = Tally(dict.fromkeys(Fulfilment, 0))


class GoalRule(StrEnum):
    """The step of the default rule that decided a proposed status."""

    NOTHING_TO_JUDGE = "nothing_to_judge"
    UNDER_HALF_ASSESSABLE = "under_half_assessable"
    ALL_REACHED = "all_reached"
    HALF_OR_MORE_NOT_REACHED = "half_or_more_not_reached"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class GoalAssessment:
    """A goal's proposed status by the printed rule, and the committee's answer beside it.

    `tally` counts the KPIs that are held against a level of the council's, and those that are only described;
    `committee_tally` those whose only level is the committee's. The rule rests on both, `whole_tally`.
    """

    goal: str
    proposed: Fulfilment
    step: GoalRule
    tally: Tally
    committee_tally: Tally
    kpis: tuple[KpiAssessment, ...] = ()
    answer: GoalAnswer | None = None
    signed: bool = False  # the evaluation that the answer stands in has a signature

    @property
    def whole_tally(self) -> Tally:
        """The counts that the rule rests on: every level, whoever decided it."""
        return self.tally + self.committee_tally

    @property
    def status(self) -> Fulfilment:
        """The signed status where there is one, else the proposed: an answer that no one signed decides nothing."""
        return (self.signed and self.answer and self.answer.status) or self.proposed

    @property
    def departs(self) -> bool:
        """Tell whether the signed status differs from the proposed."""
        return self.status is not self.proposed


@dataclass(frozen=True, slots=True)
class OverallGoalResult:
    """An overall goal with the strategic goals that reports place under it."""

    goal: str
    goals: tuple[GoalAssessment, ...]

    @property
    def tally(self) -> Tally:
        """The KPIs of all its strategic goals: those with a level of the council's, and the described."""
        return sum((one.tally for one in self.goals), NONE_COUNTED)

    @property
    def committee_tally(self) -> Tally:
        """The KPIs of all its strategic goals whose only level is the committee's."""
        return sum((one.committee_tally for one in self.goals), NONE_COUNTED)

    @property
    def whole_tally(self) -> Tally:
        """Every level, whoever decided it."""
        return self.tally + self.committee_tally


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A whole evaluation: what a report is made from."""

    occasion: Occasion
    plan: SteeringPlan
    overall_goals: tuple[OverallGoalResult, ...]
    money: tuple[CommitteeResult, ...]
    answers: Mapping[str, CommitteeEvaluation]
    peer_sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by KPI, as in `Measurements`
    peer_examples: frozenset[str] = frozenset()

    @property
    def goals(self) -> tuple[GoalAssessment, ...]:
        """Every strategic goal, in order of number."""
        return tuple(goal for overall in self.overall_goals for goal in overall.goals)

    @property
    def kpis(self) -> tuple[KpiAssessment, ...]:
        """Every KPI of the plan, in the order of the goals."""
        return tuple(kpi for goal in self.goals for kpi in goal.kpis)

    @property
    def tally(self) -> Tally:
        """The KPIs of the whole plan: those with a level of the council's, and the described."""
        return sum((one.tally for one in self.overall_goals), NONE_COUNTED)

    @property
    def committee_tally(self) -> Tally:
        """The KPIs of the whole plan whose only level is the committee's."""
        return sum((one.committee_tally for one in self.overall_goals), NONE_COUNTED)

    @property
    def whole_tally(self) -> Tally:
        """Every level, whoever decided it."""
        return self.tally + self.committee_tally
