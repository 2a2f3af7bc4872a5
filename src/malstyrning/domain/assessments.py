"""Judgements as values: each carries the arithmetic that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.account import Account
from malstyrning.domain.evaluations import CommitteeEvaluation, GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import Proposal
from malstyrning.domain.money import CommitteeResult
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.places import Place
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.since import SinceLast
from malstyrning.domain.targets import Criterion, TargetLevel
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
    PART_MISSING = "part_missing"  # a part of the year that the outcome is made from
    NO_FRACTION = "no_fraction"  # numerator or denominator of such a part
    EXPECTED = "expected"  # not there yet, and not late
    LATE = "late"
    NOT_YET = "not_yet"  # the level is the whole year's, and the sum so far does not settle it
    NOT_REPORTED_NOW = "not_reported_now"
    TOO_FEW_RESPONDENTS = "too_few_respondents"
    NO_WAY_IS_BETTER = "no_way_is_better"  # the level is of a kind that needs a direction up or down
    NO_PLACE = "no_place"  # the group that the level names has too few values, or none
    NO_GROUP_VALUE = "no_group_value"
    VALUES_MISSING = "values_missing"  # of years that the level is counted over
    BASE_NOT_POSITIVE = "base_not_positive"  # no change in per cent can be counted from it
    SERIES_BROKEN = "series_broken"  # by a new definition since the first of the years
    ONE_GENDER_MISSING = "one_gender_missing"


@dataclass(frozen=True, slots=True)
class Held:
    """What was compared with what: the number of a level's kind, and its limit.

    Both are rounded as they were compared. `parts` are the other outcomes that they were made from, oldest first, and
    `place` the standing in the group that the level names.
    """

    number: Decimal
    limit: Criterion
    parts: tuple[Outcome, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome against a level.

    `gap` is the distance from the nearest limit of what was held against the level: positive or zero on the reached
    side, negative on the worse side. Reached if gap ≥ 0 (above 0 where as good is not enough), nearly reached if
    −gap ≤ tolerance. `missing` are the periods without which it could not be given.
    """

    fulfilment: Fulfilment
    outcome: Outcome | None = None
    level: TargetLevel | None = None
    gap: Decimal | None = None
    reason: Unassessable | None = None
    held: Held | None = None
    missing: tuple[Period, ...] = ()


class OnPath(StrEnum):
    """Where an outcome stands on the way to a later level."""

    AHEAD = "ahead"
    ON = "on"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class PathVerdict:
    """A number against the straight path to the final level, which no one has decided for the year itself.

    The path starts at `start` in the year `first` and ends at `end` in `last`; in the judged year it is at
    `held.limit`. Behind it if the gap is below zero by more than the level's tolerance.
    """

    position: OnPath
    level: TargetLevel
    held: Held
    gap: Decimal
    first: int
    start: Decimal
    last: int
    end: Decimal
    year: int


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
    RESPONDENTS = "respondents"
    MOVING_RANGE = "moving_range"
    NOT_REPORTED_NOW = "not_reported_now"
    NO_OUTCOME = "no_outcome"
    NO_EARLIER_VALUE = "no_earlier_value"
    SERIES_BROKEN = "series_broken"
    TOO_FEW_VALUES = "too_few_values"


@dataclass(frozen=True, slots=True)
class TrendVerdict:
    """A change held against the smallest change that counts.

    `values` is the number of earlier values behind a moving range, `unusual` a change above 3.27 of them, and
    `respondents` how many answered before and now, where that decides.
    """

    trend: Trend
    basis: TrendBasis
    change: Decimal | None = None
    smallest: Decimal | None = None
    earlier: Period | None = None
    values: int = 0
    unusual: bool = False
    respondents: tuple[Decimal, Decimal] | None = None


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
    committee: str | None = None  # the one whose part this is; None for the whole

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
