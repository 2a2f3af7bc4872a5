"""Judgements as values: each carries the arithmetic that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from malstyrning.domain.account import Account
from malstyrning.domain.common_change import CommonChange
from malstyrning.domain.costs import CostCross, CostResult
from malstyrning.domain.effects import MeasuredEffect
from malstyrning.domain.evaluations import CommitteeEvaluation, ConditionsMet, GoalAnswer
from malstyrning.domain.forecasts import Forecasts
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import Proposal
from malstyrning.domain.money import CommitteeResult
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Occasion
from malstyrning.domain.places import Place
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.since import SinceLast
from malstyrning.domain.sound_management import SoundAssessment
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.verdicts import (
    Margin,
    PathVerdict,
    TrendVerdict,
    Verdict,
)
from malstyrning.domain.words import Gender, SoundScope


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
    path: PathVerdict | None = None  # to the final level; None where there is none, or nothing to start it from
    late_levels: tuple[TargetLevel, ...] = ()  # decided after the occasion, and therefore not judged
    series: tuple[Outcome, ...] = ()
    margin: Margin | None = None  # of an outcome that is a share of those who answered
    common: tuple[CommonChange, ...] = ()  # by group, the one decided with the base year first


@dataclass(frozen=True, slots=True)
class Tally:
    """How many KPIs fell out in each way, among those with a direction and a level for the year."""

    counts: Mapping[Fulfilment, int]
    described: int = 0  # KPIs without direction or level, which the rule leaves out
    not_reported: int = 0  # KPIs that are not followed up at this occasion, which it leaves out as well

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
        return self.judged + self.described + self.not_reported

    def __add__(self, other: "Tally") -> "Tally":
        counts = {one: self.counts[one] + other.counts[one] for one in Fulfilment}
        return Tally(counts, self.described + other.described, self.not_reported + other.not_reported)


NONE_COUNTED = Tally(dict.fromkeys(Fulfilment, 0))


@dataclass(frozen=True, slots=True)
class GoalAssessment:
    """A goal's proposed status by the printed rule, and the committee's answer beside it.

    `tally` counts the KPIs that are held against a level of the council's, and those that are only described;
    `committee_tally` those whose only level is the committee's. The rule rests on both, `whole_tally`.
    `addition_tally` counts the levels that the committee added beside the council's: they change no status.
    """

    goal: str
    proposal: Proposal
    tally: Tally
    committee_tally: Tally
    addition_tally: Tally = NONE_COUNTED
    kpis: tuple[KpiAssessment, ...] = ()
    answer: GoalAnswer | None = None
    signed: bool = False  # the evaluation that the answer stands in has a signature

    @property
    def whole_tally(self) -> Tally:
        """The counts that the rule rests on: every level, whoever decided it."""
        return self.tally + self.committee_tally

    @property
    def proposed(self) -> Fulfilment:
        """The status that the rule proposes."""
        return self.proposal.status

    @property
    def is_followed_up(self) -> bool:
        """Tell whether anything of it is judged at the occasion; where no KPI is to be, it stands outside the rule."""
        answered = self.signed and self.answer and self.answer.status
        return bool(answered or self.whole_tally.judged or not self.whole_tally.not_reported)

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
    """An overall goal with the strategic goals that reports place under it, and its status proposed from theirs.

    `also` are goals that serve it as well, each with the overall goal that it is counted under.
    """

    goal: str
    proposal: Proposal
    goals: tuple[GoalAssessment, ...]
    also: tuple[tuple[GoalAssessment, str], ...] = ()

    @property
    def is_followed_up(self) -> bool:
        """Tell whether any of its goals is followed up at the occasion, or it has none."""
        return not self.goals or any(one.is_followed_up for one in self.goals)

    @property
    def tally(self) -> Tally:
        """The KPIs of all its strategic goals: those with a level of the council's, and the described."""
        return sum((one.tally for one in self.goals), NONE_COUNTED)

    @property
    def committee_tally(self) -> Tally:
        """The KPIs of all its strategic goals whose only level is the committee's."""
        return sum((one.committee_tally for one in self.goals), NONE_COUNTED)

    @property
    def addition_tally(self) -> Tally:
        """The levels that the committees added beside the council's, in all its strategic goals."""
        return sum((one.addition_tally for one in self.goals), NONE_COUNTED)

    @property
    def whole_tally(self) -> Tally:
        """Every level, whoever decided it."""
        return self.tally + self.committee_tally


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A whole evaluation: what a report is made from. `proposal` is the status of the whole, from its overall goals."""

    occasion: Occasion
    plan: SteeringPlan
    proposal: Proposal
    overall_goals: tuple[OverallGoalResult, ...]
    money: tuple[CommitteeResult, ...]
    answers: Mapping[str, CommitteeEvaluation]
    peer_sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by KPI, as in `Measurements`
    peer_examples: frozenset[str] = frozenset()
    as_of: date | None = None  # the day that what is known is told from, where someone asked for one
    account: Account = field(default_factory=Account)
    since: SinceLast = field(default_factory=SinceLast)
    forecasts: Forecasts = field(default_factory=Forecasts)
    committee: str | None = None  # the one whose part this is; None for the whole
    effects: Mapping[str, MeasuredEffect] = field(default_factory=dict)  # by action
    costs: Mapping[str, tuple[CostResult, ...]] = field(default_factory=dict)  # by KPI, oldest first, the judged last
    crosses: Mapping[str, tuple[CostCross, ...]] = field(default_factory=dict)  # by KPI, for each of its groups

    @property
    def sound(self) -> SoundAssessment | None:
        """What the municipality says of its sound financial management at the occasion; no committee answers for it."""
        return None if self.committee else self.plan.sound_assessments.get(str(self.occasion))

    def sound_goals(self, scope: SoundScope) -> tuple[GoalAssessment, ...]:
        """The goals for sound financial management of the municipality, or of its group, in order of number."""
        flags = {key: one.sound_financial_management for key, one in self.plan.strategic_goals.items()}
        found = ((one, flags[one.goal]) for one in self.goals)
        return tuple(one for one, flag in found if flag and flag.scope is scope)

    @property
    def conditions_met(self) -> Mapping[ConditionsMet | None, int]:
        """For how many goals with conditions they were met, partly or not; None where no one has said."""
        given = [
            one.answer.conditions_met if one.answer else None
            for one in self.goals
            if self.plan.strategic_goals[one.goal].conditions
        ]
        return {one: given.count(one) for one in (*ConditionsMet, None)}

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
    def addition_tally(self) -> Tally:
        """The levels that the committees added beside the council's, in the whole plan."""
        return sum((one.addition_tally for one in self.overall_goals), NONE_COUNTED)

    @property
    def whole_tally(self) -> Tally:
        """Every level, whoever decided it."""
        return self.tally + self.committee_tally
