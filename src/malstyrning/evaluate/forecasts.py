"""Forecasts at T1 and T2 of the outcome that is judged at the close, and at the close how they turned out.

A forecast rests on the years before alone: on what the files say was known on the day of the occasion. A value without
a publication date is taken as known once its year has ended; what was corrected since stands as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.evaluations import CommitteeForecast
from malstyrning.domain.forecasts import (
    MOST_AHEAD,
    Bounds,
    Forecast,
    Forecasts,
    FormerForecast,
    FormerMoneyForecast,
    Interval,
    NoForecast,
    against,
    backtest,
    interval,
)
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import BudgetOutcome, Measurements, MoneyKind, Outcome
from malstyrning.domain.panels import Panel
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.verdicts import Unassessable
from malstyrning.domain.words import Gender, OrganisationKind
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.occasions import is_reported
from malstyrning.evaluate.outcomes import Measured, outcome, series
from malstyrning.evaluate.panels import Wanted, panels

_FARTHEST = 40  # years back that are asked for; Kolada begins in 1994
_MOST_PER_CENT = Decimal(100)


def forecasts(judged: Evaluation, measurements: Measurements, measured: Mapping[str, Measured]) -> Forecasts:
    """At T1 and T2 a forecast of each KPI that is followed up; at the close those that were made during the year."""
    occasion = judged.occasion
    if not occasion.is_close:
        followed = [one for one in judged.kpis if one.verdict.reason is not Unassessable.NOT_REPORTED_NOW]
        made = _made([(judged.plan.kpis[one.kpi], occasion) for one in followed], judged.plan, measurements, measured)
        return Forecasts(
            {one.kpi: _beside_the_level(one, each, judged) for one, each in zip(followed, made, strict=True)}
        )
    earlier = [Occasion(Period(occasion.year, "T", part)) for part in (1, 2)]
    return Forecasts(
        {},
        tuple(_former(judged, earlier, measurements, measured)),
        tuple(_former_money(judged, earlier, measurements.money)),
    )


def _made(
    asked: Sequence[tuple[Kpi, Occasion]],
    plan: SteeringPlan,
    measurements: Measurements,
    measured: Mapping[str, Measured],
) -> list[Forecast]:
    """The rule's forecasts of the year that is judged at the close of each occasion's."""
    municipalities = tuple(one.id for one in plan.organisations.values() if one.kind is OrganisationKind.MUNICIPALITY)
    wanted, last_known = [], []
    for kpi, occasion in asked:
        year = occasion.year - kpi.lag
        own = _known_before(kpi, occasion, measured.get(kpi.id, {}))
        begun = kpi.definition_break(year) or 0
        years = range(max(begun, year - _FARTHEST), year)
        wanted.append(Wanted(kpi, own, tuple(map(Period, years)), municipalities))
        last_known.append(max((one for one in own if one.period.year in years), key=_year, default=None))
    found = panels(wanted, measurements.table, plan.organisation)
    return [
        _forecast(kpi, occasion, panel, last, measured.get(kpi.id, {}))
        for (kpi, occasion), panel, last in zip(asked, found, last_known, strict=True)
    ]


def _year(one: Outcome) -> int:
    return one.period.year


def _known_before(kpi: Kpi, occasion: Occasion, measured: Measured) -> tuple[Outcome, ...]:
    """The outcomes of whole years before the one that is forecast, of those that were known on the day."""
    known = {key: one for key, one in measured.items() if one.published is None or one.published <= occasion.date}
    whole = series(kpi, Period(occasion.year - kpi.lag - 1), known)
    return tuple(one for one in whole if one.value is not None)


def _forecast(kpi: Kpi, occasion: Occasion, panel: Panel, last: Outcome | None, measured: Measured) -> Forecast:
    period = Period(occasion.year - kpi.lag)
    found = outcome(kpi, period, Gender.ALL, measured)
    there = found if found.value is not None else None
    if there and _was_known(there, occasion):
        return Forecast(period, reason=NoForecast.KNOWN, outcome=there)
    if last is None:
        return Forecast(period, reason=NoForecast.NO_VALUE, outcome=there)
    told = Forecast(period, preliminary=last.preliminary, outcome=there)
    ahead = period.year - last.period.year
    if ahead > MOST_AHEAD:
        return replace(told, reason=NoForecast.TOO_OLD)
    bounds = natural_bounds(kpi, panel)
    made = interval(panel.own, last.period.year, ahead, kpi.decimals, bounds)
    if not isinstance(made, Interval):
        is_broken = made is NoForecast.TOO_FEW_VALUES and kpi.definition_break(period.year) is not None
        return replace(told, reason=NoForecast.SERIES_BROKEN if is_broken else made)
    coverage = backtest(panel.others, ahead, kpi.decimals, bounds)
    return replace(told, interval=made, coverage=coverage, reason=coverage.why_not)


def _was_known(there: Outcome, occasion: Occasion) -> bool:
    """Tell whether an outcome was known on the day: its year had ended, or it says that it was published by then."""
    days = [one.published for one in there.measurements]
    if all(days):
        return all(day is not None and day <= occasion.date for day in days)
    return there.period.end <= occasion.date


def natural_bounds(kpi: Kpi, panel: Panel) -> Bounds:
    """Bounds that no value passes: what is plausible where that is decided, else 0 and for per cent 100.

    A bound that any municipality's value has passed is none: shares of a cost may be below 0.
    """
    if kpi.plausible:
        return Bounds(kpi.plausible.lower, kpi.plausible.upper)
    values = [value for one in (panel.own, *panel.others.values()) for value in one.values()]
    lower = Decimal(0) if all(value >= 0 for value in values) else None
    is_share = kpi.unit.is_percent and all(value <= _MOST_PER_CENT for value in values)
    return Bounds(lower, _MOST_PER_CENT if is_share else None)


def _beside_the_level(assessment: KpiAssessment, made: Forecast, judged: Evaluation) -> Forecast:
    """A forecast with where the year's level lies, what is known of the year so far, and the committee's own."""
    kpi = judged.plan.kpis[assessment.kpi]
    level = assessment.verdict.level
    criterion = level.criterion if level else None
    own = _own_forecast(judged.plan, kpi, str(judged.occasion))
    so_far = assessment.outcome if assessment.outcome.period.kind and assessment.outcome.value is not None else None
    return replace(
        made,
        against=against(criterion, made.shown) if criterion and made.shown else None,
        so_far=so_far,
        own=own,
        own_fulfilment=_fulfilment(kpi, own.value, made.period, level) if own else None,
    )


def _own_forecast(plan: SteeringPlan, kpi: Kpi, period: str) -> CommitteeForecast | None:
    goal = plan.strategic_goals[kpi.goal]
    answers = plan.evaluations.get((goal.committee, period))
    given = answers.kpis.get(kpi.id) if answers else None
    return given.forecast if given else None


def _fulfilment(kpi: Kpi, value: Decimal, period: Period, level: TargetLevel | None) -> Fulfilment | None:
    """What a level on the outcome itself would say of a value; None where there is no such level."""
    if level is None or level.criterion is None:
        return None
    found = judge(kpi, Outcome(period, Gender.ALL, None, rounded(value, kpi.decimals)), level).fulfilment
    return None if found is Fulfilment.NOT_ASSESSABLE else found


def _former(
    judged: Evaluation, earlier: Iterable[Occasion], measurements: Measurements, measured: Mapping[str, Measured]
) -> Iterator[FormerForecast]:
    """In the order of the KPIs: what was forecast of each that has an outcome now, by the rule or by the committee."""
    plan = judged.plan
    asked = [
        (one, occasion)
        for one in judged.kpis
        if one.outcome.value is not None
        for occasion in earlier
        if is_reported(plan.kpis[one.kpi], occasion)
    ]
    made = _made([(plan.kpis[one.kpi], occasion) for one, occasion in asked], plan, measurements, measured)
    for (assessment, occasion), forecast in zip(asked, made, strict=True):
        kpi, value = plan.kpis[assessment.kpi], assessment.outcome.value
        own = _own_forecast(plan, kpi, str(occasion))
        if value is not None and (forecast.shown or own):
            yield FormerForecast(
                kpi.id,
                plan.strategic_goals[kpi.goal].committee,
                occasion.period,
                value,
                forecast.shown,
                own.value if own else None,
                _is_hit(kpi, own, value, assessment) if own else None,
                bool(own) and plan.evaluations[plan.strategic_goals[kpi.goal].committee, str(occasion)].example,
            )


def _is_hit(kpi: Kpi, own: CommitteeForecast, value: Decimal, assessment: KpiAssessment) -> bool | None:
    level, period = assessment.verdict.level, assessment.outcome.period
    expected, became = (_fulfilment(kpi, one, period, level) for one in (own.value, value))
    return None if expected is None or became is None else expected is became


def _former_money(
    judged: Evaluation, earlier: Iterable[Occasion], money: Iterable[BudgetOutcome]
) -> Iterator[FormerMoneyForecast]:
    """For each committee and occasion: the forecasts that were made then, of the areas whose outcome is known."""
    made = {
        (one.committee, one.area, one.made): one
        for one in money
        if one.kind is MoneyKind.FORECAST and one.period == judged.occasion.period
    }
    for result in judged.money:
        for occasion in earlier:
            pairs = [
                (made[key], area.outcome, area)
                for area in result.areas
                if (key := (result.committee, area.area, occasion.period)) in made and area.outcome is not None
            ]
            if pairs:
                yield FormerMoneyForecast(
                    result.committee,
                    occasion.period,
                    sum((row.amount for row, _, _ in pairs), Decimal(0)),
                    sum((cost for _, cost, _ in pairs), Decimal(0)),
                    len(pairs),
                    len(result.areas),
                    any(row.example or area.example for row, _, area in pairs),
                )
