"""The record: evaluation.json, with every figure and verdict and what it rests on.

What people read is in the reports; this is for programs, for the next report and for an auditor's script. Its
form has a version; keys are added within one, never changed or removed.
"""

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any

from malstyrning.domain.assessments import Evaluation, GoalAssessment, KpiAssessment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurement, Outcome
from malstyrning.domain.places import EarlierPlace, Place
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.verdicts import Held, Margin, PathVerdict, TrendVerdict, Verdict
from malstyrning.report.build import Origin
from malstyrning.report.record_account import account_data, definition_data, since_data, words
from malstyrning.report.record_answers import carried_data, events_data, kpi_answer_data, lessons_data
from malstyrning.report.record_common import common_change_data
from malstyrning.report.record_effects import effects_content
from malstyrning.report.record_forecasts import forecast_content, former_forecasts_content
from malstyrning.report.record_money import committee_content, cost_content, cross_content, place_of
from malstyrning.report.record_statuses import number, rule_content, status_content, tally_content
from malstyrning.report.record_whole import answers_content, assignments_content, conditions_content, sound_content
from malstyrning.report.written import Written

FORMAT = 1


def record(evaluation: Evaluation, origin: Origin, written: Written) -> str:
    """The record as text: the same evaluation gives the same bytes."""
    return json.dumps(record_content(evaluation, origin, written), ensure_ascii=False, indent=1) + "\n"


def record_content(evaluation: Evaluation, origin: Origin, written: Written) -> dict[str, Any]:
    """The record as data. Amounts of money are in thousand kronor."""
    return {
        "format": FORMAT,
        "made_with": f"malstyrning {origin.version}",
        "organisation": evaluation.plan.organisation,
        "committee": evaluation.committee,
        "period": str(evaluation.occasion),
        "date": evaluation.occasion.date.isoformat(),
        "language": written.language,
        "as_of": evaluation.as_of and evaluation.as_of.isoformat(),
        "example": evaluation.plan.example,
        "goal_status_rule": rule_content(evaluation.plan.goal_status),
        "counts": tally_content(evaluation.whole_tally),
        **status_content(evaluation, evaluation.plan.goal_status),
        "overall_goals": [
            {
                "id": one.goal,
                "number": evaluation.plan.overall_goals[one.goal].number,
                "counts": tally_content(one.whole_tally),
                **status_content(one, evaluation.plan.goal_status),
                "strategic_goals": [goal.goal for goal in one.goals],
                "counted_elsewhere": [goal.goal for goal, _ in one.also],
            }
            for one in evaluation.overall_goals
        ],
        "strategic_goals": [_goal(evaluation, one) for one in evaluation.goals],
        "kpis": [_kpi(evaluation, one) for one in evaluation.kpis],
        "budget": [committee_content(one) for one in evaluation.money],
        "effects": effects_content(evaluation),
        "former_forecasts": former_forecasts_content(evaluation),
        "events": events_data(evaluation),
        "lessons": lessons_data(evaluation),
        "answers": [answers_content(one) for one in evaluation.answers.values()],
        "conditions_met": conditions_content(evaluation),
        "assignments": assignments_content(evaluation),
        "sound_financial_management": sound_content(evaluation),
        "account": account_data(evaluation),
        "since": since_data(evaluation),
        "inputs": dict(sorted(origin.inputs.items())),
        "outputs": dict(sorted(written.outputs.items())),
        "older_outputs": dict(sorted(written.older.items())),
    }


def _goal(evaluation: Evaluation, goal: GoalAssessment) -> dict[str, Any]:
    decided = evaluation.plan.strategic_goals[goal.goal]
    return {
        "id": goal.goal,
        "number": decided.number,
        "title": words(decided.title),
        "committee": decided.committee,
        "serves": list(decided.serves),
        **status_content(goal, evaluation.plan.goal_status),
        "signed": goal.answer.status.value if goal.signed and goal.answer and goal.answer.status else None,
        "status": goal.status.value,
        "departs": goal.departs,
        "reason": words(goal.answer.reason) if goal.answer and goal.answer.reason else None,
        "counts": tally_content(goal.whole_tally),
        "carried": carried_data(goal.answer.carried if goal.answer else {}),
        "conditions_met": goal.answer.conditions_met.value if goal.answer and goal.answer.conditions_met else None,
        "example": decided.standing.example,
    }


def _kpi(evaluation: Evaluation, one: KpiAssessment) -> dict[str, Any]:
    kpi = evaluation.plan.kpis[one.kpi]
    return {
        "id": kpi.id,
        "kolada": kpi.kolada,
        "title": words(kpi.title),
        "unit": {"code": kpi.unit.code or None, **words(kpi.unit.name)},
        "lag": kpi.lag,
        "owner": kpi.owner,
        "definition": _definition(kpi, evaluation.occasion.year),
        "goal": kpi.goal,
        "direction": kpi.direction.value,
        "decimals": kpi.decimals,
        "weight": number(kpi.weight),
        "verdict": _verdict(one.verdict),
        "by_gender": {gender.value: _verdict(verdict) for gender, verdict in one.by_gender.items()},
        "at_start_of_year": one.at_start_of_year and _verdict(one.at_start_of_year),
        "committee_addition": one.committee_addition and _verdict(one.committee_addition),
        "final_level": one.final and _level(one.final),
        "path": one.path and _path(one.path),
        "trend": _trend(one.trend),
        "margin": one.margin and _margin(one.margin),
        "forecast": forecast_content(forecast) if (forecast := evaluation.forecasts.now.get(kpi.id)) else None,
        "common_change": [common_change_data(change) for change in one.common],
        "data_quality": kpi.data_quality
        and {"level": kpi.data_quality.level.value, "text": kpi.data_quality.text and words(kpi.data_quality.text)},
        "costs": cost_content(evaluation.costs.get(kpi.id, ())),
        "cost_against_result": cross_content(evaluation.crosses.get(kpi.id, ())),
        "places": [_place(place) for place in one.places],
        "series": [_outcome(outcome) for outcome in one.series],
        **kpi_answer_data(evaluation, one),
    }


def _definition(kpi: Kpi, year: int) -> dict[str, Any] | None:
    """The definition in force in a year."""
    begun = [one for one in kpi.definitions if one.first_year <= year]
    newest = max(begun, key=lambda one: one.first_year, default=None)
    return definition_data(newest) if newest else None


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "fulfilment": verdict.fulfilment.value,
        "reason": verdict.reason and verdict.reason.value,
        "outcome": verdict.outcome and _outcome(verdict.outcome),
        "level": verdict.level and _level(verdict.level),
        "gap": number(verdict.gap),
        "held": verdict.held and _held(verdict.held),
        "missing": [str(one) for one in verdict.missing],
    }


def _held(held: Held) -> dict[str, Any]:
    lower, upper = held.limit.limits
    return {
        "number": number(held.number),
        "lower": number(lower),
        "upper": number(upper),
        "parts": [_outcome(one) for one in held.parts],
    }


def _path(path: PathVerdict) -> dict[str, Any]:
    return {
        "position": path.position.value,
        "held": _held(path.held),
        "gap": number(path.gap),
        "from": {"year": path.first, "value": number(path.start)},
        "to": {"year": path.last, "value": number(path.end)},
    }


def _told(value: Decimal | int | str) -> float | int | str | None:
    return number(value) if isinstance(value, Decimal) else value


def _outcome(outcome: Outcome) -> dict[str, Any]:
    measurement = outcome.measurement
    so_far = {
        "due": outcome.due and outcome.due.isoformat(),
        "parts": [_part(one) for one in outcome.parts],
        "absent": [str(one) for one in outcome.absent],
    }
    return {
        "period": str(outcome.period),
        "gender": outcome.gender.value,
        "value": number(outcome.value),
        "unrounded": number(measurement.value) if measurement else None,
        "missing": outcome.missing and outcome.missing.value,
        "state": outcome.state.value,
        "source": measurement.source if measurement else None,
        "preliminary": outcome.preliminary,
        "example": outcome.example,
        "place": place_of(measurement) if measurement else None,
        **{key: value for key, value in so_far.items() if value},
    }


def _part(measurement: Measurement) -> dict[str, Any]:
    return {
        "period": str(measurement.period),
        "value": number(measurement.value),
        "numerator": number(measurement.numerator),
        "denominator": number(measurement.denominator),
        "source": measurement.source,
        "place": place_of(measurement),
    }


def _level(level: TargetLevel) -> dict[str, Any]:
    return {
        "year": level.year,
        "kind": level.kind,
        **{one.name: _told(getattr(level.target, one.name)) for one in fields(level.target)},
        "tolerance": number(level.tolerance),
        "decided": level.decided.isoformat(),
        "decided_by": level.decided_by.value,
        "reference": level.reference,
        "source": level.source,
        "example": level.example,
    }


def _trend(trend: TrendVerdict) -> dict[str, Any]:
    return {
        "trend": trend.trend.value,
        "basis": trend.basis.value,
        "change": number(trend.change),
        "smallest": number(trend.smallest),
        "since": str(trend.earlier) if trend.earlier else None,
        "values": trend.values,
        "unusual": trend.unusual,
        "respondents": [number(one) for one in trend.respondents] if trend.respondents else None,
    }


def _margin(margin: Margin) -> dict[str, Any]:
    return {"lower": number(margin.lower), "upper": number(margin.upper), "respondents": number(margin.respondents)}


def _place(place: Place) -> dict[str, Any]:
    return {
        "group": place.group,
        "period": str(place.period),
        "own": number(place.own),
        "preliminary": place.preliminary,
        "first": place.first,
        "last": place.last,
        "n": place.n,
        "quartile": place.quartile,
        "percentile": place.percentile,
        "is_member": place.is_member,
        "members": place.members,
        "members_with_value": place.members_with_value,
        "median": number(place.median),
        "mean": number(place.mean),
        "weighted_mean": number(place.weighted_mean),
        "lowest": number(place.lowest),
        "highest": number(place.highest),
        "at_lowest": list(place.at_lowest),
        "at_highest": list(place.at_highest),
        "best_quarter": number(place.best_quarter),
        "gap_to_median": number(place.gap_to_median),
        "gap_to_best_quarter": number(place.gap_to_best_quarter),
        "earlier": [_earlier(one) for one in place.earlier],
    }


def _earlier(place: EarlierPlace) -> dict[str, Any]:
    return {
        "period": str(place.period),
        "first": place.first,
        "last": place.last,
        "n": place.n,
        "members_with_value": place.members_with_value,
        "median": number(place.median),
    }
