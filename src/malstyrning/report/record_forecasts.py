"""The record's part about forecasts: those of the occasion, and at the close how the year's turned out."""

from typing import Any

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.forecasts import Coverage, Forecast, FormerForecast, FormerMoneyForecast, Interval
from malstyrning.report.record_account import words
from malstyrning.report.record_statuses import number


def forecast_content(one: Forecast) -> dict[str, Any]:
    """What is forecast of a KPI at T1 or T2, and what it was tried on."""
    return {
        "period": str(one.period),
        "shown": one.shown is not None,
        "reason": one.reason and one.reason.value,
        "interval": one.interval and _interval(one.interval),
        "coverage": one.coverage and _coverage(one.coverage),
        "level": one.against and one.against.value,
        "preliminary": one.preliminary,
        "so_far": number(one.so_far.value) if one.so_far else None,
        "outcome": number(one.outcome.value) if one.outcome else None,
        "committee": {
            "value": number(one.own.value),
            "text": words(one.own.text) if one.own.text else None,
            "fulfilment": one.own_fulfilment and one.own_fulfilment.value,
        }
        if one.own
        else None,
    }


def former_forecasts_content(evaluation: Evaluation) -> dict[str, Any]:
    """The forecasts that were made during the year, held against the outcomes of the close."""
    return {
        "kpis": [_former(one) for one in evaluation.forecasts.former],
        "budget": [_money(one) for one in evaluation.forecasts.money],
    }


def _interval(one: Interval) -> dict[str, Any]:
    return {
        "lower": number(one.lower),
        "upper": number(one.upper),
        "from": {"year": one.last, "value": number(one.value)},
        "years_ahead": one.ahead,
        "moving_range": number(one.moving_range),
        "values": one.values,
    }


def _coverage(one: Coverage) -> dict[str, Any]:
    return {
        "inside": one.inside,
        "tested": one.tested,
        "municipalities": one.organisations,
        "first": one.first or None,
        "last": one.last or None,
    }


def _former(one: FormerForecast) -> dict[str, Any]:
    return {
        "kpi": one.kpi,
        "committee": one.committee,
        "made": str(one.made),
        "outcome": number(one.outcome),
        "interval": one.rule and _interval(one.rule),
        "inside": one.rule_hit,
        "committee_forecast": number(one.own),
        "same_fulfilment": one.own_hit,
    }


def _money(one: FormerMoneyForecast) -> dict[str, Any]:
    return {
        "committee": one.committee,
        "made": str(one.made),
        "forecast": number(one.forecast),
        "outcome": number(one.outcome),
        "error": number(one.error),
        "areas": one.areas,
        "of": one.of,
    }
