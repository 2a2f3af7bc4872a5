"""What the occasion adds to a verdict: what is followed up now, what a sum so far can settle, what is yet to come."""

from dataclasses import dataclass, replace
from datetime import date

from malstyrning.domain.assessments import (
    KpiAssessment,
    Trend,
    TrendBasis,
    TrendVerdict,
    Unassessable,
    Verdict,
)
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Occasion, Period, due_by
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.words import Aggregation, Gender
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.outcomes import decided_period


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The day that is asked about: only what was known then counts, and what is not there is expected or late.

    A value is late `late_after_months` months after its period and its KPI's lag have passed.
    """

    day: date
    late_after_months: int

    def due(self, kpi: Kpi, period: Period) -> date:
        """The last day on which the value of a period is not late."""
        return due_by(period, kpi.lag, self.late_after_months)


def is_reported(kpi: Kpi, occasion: Occasion) -> bool:
    """Tell whether a KPI is followed up at the occasion."""
    return occasion.reported_in in kpi.reported_in


def not_reported(kpi: Kpi, occasion: Occasion) -> KpiAssessment:
    """A KPI that has no outcome at the occasion, since none is asked for."""
    nothing = Outcome(decided_period(kpi, occasion), Gender.ALL, None, None)
    level = kpi.level_in_force(occasion.year, occasion.date)
    return KpiAssessment(
        kpi.id,
        nothing,
        Verdict(Fulfilment.NOT_ASSESSABLE, nothing, level, reason=Unassessable.NOT_REPORTED_NOW),
        TrendVerdict(Trend.UNKNOWN, TrendBasis.NOT_REPORTED_NOW),
        final=kpi.final_level(occasion.year, occasion.date),
        late_levels=kpi.late_levels(occasion.year, occasion.date),
    )


def expected(kpi: Kpi, now: Outcome, cutoff: Cutoff | None) -> Outcome:
    """The outcome with the day by which it is due, where it is not there and a day was asked about."""
    if cutoff is None or now.value is not None or now.missing or now.only_by_gender:
        return now
    last = now.absent[-1] if now.absent else now.period
    return replace(now, due=cutoff.due(kpi, last))


def judge_at(kpi: Kpi, now: Outcome, level: TargetLevel | None, cutoff: Cutoff | None) -> Verdict:
    """A verdict on what is known at the occasion of the outcome: of the year, or of the part of it that has passed."""
    verdict = judge(kpi, now, level)
    if verdict.reason is Unassessable.NO_OUTCOME:
        return replace(verdict, reason=_why_there_is_none(kpi, now, cutoff))
    if verdict.reason is None and _is_sum_so_far(kpi, now.period) and not _is_settled(verdict):
        return replace(verdict, fulfilment=Fulfilment.NOT_ASSESSABLE, gap=None, reason=Unassessable.NOT_YET)
    return verdict


def _why_there_is_none(kpi: Kpi, now: Outcome, cutoff: Cutoff | None) -> Unassessable:
    if cutoff and now.due:
        return Unassessable.LATE if cutoff.day > now.due else Unassessable.EXPECTED
    if now.absent:
        is_ratio = kpi.aggregation is Aggregation.RATIO
        return Unassessable.NO_FRACTION if is_ratio else Unassessable.PART_MISSING
    return Unassessable.NO_OUTCOME


def _is_sum_so_far(kpi: Kpi, period: Period) -> bool:
    return kpi.aggregation is Aggregation.SUM and bool(period.kind)


def _is_settled(verdict: Verdict) -> bool:
    """Tell whether what comes after can't change the verdict, if it only adds.

    A least is reached, or a most is passed by more than the tolerance.
    """
    if verdict.level is None or verdict.outcome is None or verdict.outcome.value is None:
        return True
    _, upper = verdict.level.criterion.limits
    if verdict.fulfilment is Fulfilment.REACHED:
        return upper is None
    return verdict.fulfilment is Fulfilment.NOT_REACHED and upper is not None and verdict.outcome.value > upper
