"""KPIs by their verdict alone, as tests of goals' status need them."""

from dataclasses import replace
from decimal import Decimal

from tests.evaluate.examples import level, outcome

from malstyrning.domain.assessments import GoalAssessment, KpiAssessment
from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import DEFAULT_RULE
from malstyrning.domain.verdicts import Trend, TrendBasis, TrendVerdict, Unassessable, Verdict
from malstyrning.domain.words import DecidedBy
from malstyrning.evaluate.roll_up import assess_goal

REACHED, NEARLY, NOT_REACHED, NOT_ASSESSABLE = Fulfilment
SIGNS = {"R": REACHED, "N": NEARLY, "X": NOT_REACHED, "?": NOT_ASSESSABLE}


def assessment(sign: str) -> KpiAssessment:
    """R reached, N nearly, X not reached, ? not assessable, d without direction, t without level."""
    if sign in "dt":
        reason = Unassessable.NO_DIRECTION if sign == "d" else Unassessable.NO_TARGET
        verdict = Verdict(NOT_ASSESSABLE, reason=reason)
    else:
        verdict = Verdict(SIGNS[sign], gap=Decimal(0), reason=Unassessable.NO_OUTCOME if sign == "?" else None)
    return KpiAssessment("kpi", outcome("1"), verdict, TrendVerdict(Trend.UNKNOWN, TrendBasis.NO_EARLIER_VALUE))


def decided(sign: str, by: DecidedBy) -> KpiAssessment:
    """The same, held against a level of the council's or of the committee's."""
    one = assessment(sign)
    return replace(one, verdict=replace(one.verdict, level=replace(level("≥ 1"), decided_by=by)))


def goal_of(
    kpis: tuple[KpiAssessment, ...], answer: GoalAnswer | None = None, *, signed: bool = False
) -> GoalAssessment:
    """A goal with these KPIs, by the default rule."""
    return assess_goal("mal", kpis, DEFAULT_RULE, {"kpi": Decimal(1)}, answer, signed=signed)


def weighed(text: str) -> list[tuple[Fulfilment, Decimal]]:
    """Statuses with their weights: `R X` weigh 1 each, `R3 X0.5` as it says."""
    return [(SIGNS[one[0]], Decimal(one[1:] or 1)) for one in text.split()]
