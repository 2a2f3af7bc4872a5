"""What the occasion adds to a verdict: what is followed up now, what a sum so far can settle, what is yet to come."""

from dataclasses import dataclass, replace
from datetime import date

from malstyrning.domain.assessments import KpiAssessment
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Occasion, Period, due_by
from malstyrning.domain.policy import Limits
from malstyrning.domain.targets import GenderGap, MeanOfYears, SumSince, TargetLevel, is_criterion
from malstyrning.domain.verdicts import Held, Trend, TrendBasis, TrendVerdict, Unassessable, Verdict
from malstyrning.domain.words import Aggregation, Gender
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.hold import Known
from malstyrning.evaluate.outcomes import decided_period


@dataclass(frozen=True, slots=True)
class Terms:
    """What a judgement goes by beside plan and values: the numbers that are decided, and the day that is asked about.

    Without a day nothing is expected and nothing late: it is not there.
    """

    limits: Limits = Limits()  # noqa: RUF009 - a frozen value
    as_of: date | None = None


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


def expected(kpi: Kpi, now: Outcome, terms: Terms) -> Outcome:
    """The outcome with the day by which it is due, where it is not there and a day was asked about."""
    if terms.as_of is None or now.value is not None or now.missing or now.only_by_gender:
        return now
    last = now.absent[-1] if now.absent else now.period
    return replace(now, due=due_by(last, kpi.lag, terms.limits.late_after_months))


def judge_at(kpi: Kpi, now: Outcome, level: TargetLevel | None, known: Known, terms: Terms) -> Verdict:
    """A verdict on an outcome of the year, or of the part of it that has passed."""
    verdict = judge(kpi, now, level, known, terms.limits)
    if verdict.reason is Unassessable.NO_OUTCOME:
        return replace(verdict, reason=_why_there_is_none(kpi, now, terms))
    if verdict.held and is_sum_so_far(kpi, now.period) and not _is_settled(verdict, verdict.held):
        return Verdict(Fulfilment.NOT_ASSESSABLE, now, level, reason=Unassessable.NOT_YET)
    return verdict


def is_sum_so_far(kpi: Kpi, period: Period) -> bool:
    """Tell whether an outcome is a sum that the rest of the year adds to."""
    return kpi.aggregation is Aggregation.SUM and bool(period.kind)


def _why_there_is_none(kpi: Kpi, now: Outcome, terms: Terms) -> Unassessable:
    if terms.as_of and now.due:
        return Unassessable.LATE if terms.as_of > now.due else Unassessable.EXPECTED
    if now.absent:
        has_rows = kpi.aggregation is Aggregation.RATIO and {*now.absent} <= {one.period for one in now.parts}
        return Unassessable.NO_FRACTION if has_rows else Unassessable.PART_MISSING
    return Unassessable.NO_OUTCOME


def _is_settled(verdict: Verdict, held: Held) -> bool:
    """Tell whether what comes after can't change the verdict, if it only adds.

    A least is reached, or a most is passed by more than the tolerance. A level that compares with the same part of
    another year, or with others', is held as it stands; one on sums of whole years can't be.
    """
    target = verdict.level.target if verdict.level else None
    if isinstance(target, SumSince | MeanOfYears | GenderGap):
        return False
    if target is None or not is_criterion(target):
        return True
    _, upper = held.limit.limits
    if verdict.fulfilment is Fulfilment.REACHED:
        return upper is None
    return verdict.fulfilment is Fulfilment.NOT_REACHED and upper is not None and held.number > upper
