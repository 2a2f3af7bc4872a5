"""What was known on a day: what was published or decided later takes no part."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.evaluate.examples import KPI, level, measurement

from malstyrning.domain.budget import BudgetFrame, FrameChange
from malstyrning.domain.evaluations import CommitteeEvaluation, Signature
from malstyrning.domain.events import Event, EventKind
from malstyrning.domain.outcomes import BudgetOutcome, ComparisonTable, Measurements, MoneyKind
from malstyrning.domain.periods import Period
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.standing import Standing
from malstyrning.evaluate.known import measurements_as_known, plan_as_known
from malstyrning.language import same

DAY = date(2022, 9, 30)
LATER = date(2022, 10, 1)


@pytest.mark.parametrize(("published", "known"), [(None, True), (DAY, True), (LATER, False)])
def test_a_value_is_known_when_it_is_published(published: date | None, *, known: bool) -> None:
    own = replace(measurement("1"), published=published)
    table = ComparisonTable(["kpi"], ["0001"], ["2022"], ["T"], [1.0], [None], [None], published=[published])
    found = measurements_as_known(Measurements((own,), table), DAY)
    assert (found.own == (own,), len(found.table)) == (known, int(known))


@pytest.mark.parametrize(
    ("made", "known"), [(None, True), (Period(2022, "M", 9), True), (Period(2022, "M", 10), False)]
)
def test_a_forecast_is_known_when_it_is_made(made: Period | None, *, known: bool) -> None:
    row = BudgetOutcome("b", "ett", Period(2022), MoneyKind.FORECAST, Decimal(1), made=made)
    assert (measurements_as_known(Measurements(money=(row,)), DAY).money == (row,)) is known


@pytest.mark.parametrize(("decided", "known"), [(DAY, True), (LATER, False)])
def test_what_was_decided_later_is_not_known(decided: date, *, known: bool) -> None:
    change = FrameChange(decided, {"ett": Decimal(1)})
    signed = Signature("Nämnden", "N", decided)
    plan = SteeringPlan(
        "9999",
        kpis={"kpi": replace(KPI, target_levels=(replace(level("≥ 1"), decided=decided),))},
        budget_frames={
            ("b", 2022): BudgetFrame("b", 2022, Decimal(1), {}, (change,)),
            ("b", 2023): BudgetFrame("b", 2023, Decimal(1), {}, standing=Standing(decided=decided)),
        },
        events={"e": Event("e", same("Händelse"), EventKind.EXTERNAL, decided)},
        evaluations={("b", "2022T1"): CommitteeEvaluation("b", "2022T1", signed=signed)},
    )
    found = plan_as_known(plan, DAY)
    assert (found == plan) is known
    if not known:
        assert found.kpis["kpi"].target_levels == ()
        assert found.events == {}
        assert [*found.budget_frames] == [("b", 2022)]
        assert found.budget_frames["b", 2022].changes == ()
        assert found.evaluations["b", "2022T1"].signed is None
