"""The record: evaluation.json, with every figure and verdict and what it rests on.

What people read is in the reports; this is for programs, for the next report and for an auditor's script. Its
form has a version; keys are added within one, never changed or removed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from malstyrning.domain.assessments import (
    Evaluation,
    GoalAssessment,
    KpiAssessment,
    Tally,
    TrendVerdict,
    Verdict,
)
from malstyrning.domain.money import CommitteeResult
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.places import EarlierPlace, Place
from malstyrning.domain.targets import Between, TargetLevel
from malstyrning.report.build import Origin

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Written:
    """What a run wrote: for which period, in which language, and each file's SHA-256 by its name.

    `older` are files of a former run that this one left as they were.
    """

    period: str
    language: str
    outputs: Mapping[str, str] = field(default_factory=dict)
    older: Mapping[str, str] = field(default_factory=dict)


def record(evaluation: Evaluation, origin: Origin, written: Written) -> str:
    """The record as text: the same evaluation gives the same bytes. Amounts of money are in thousand kronor."""
    content = {
        "format": FORMAT,
        "made_with": f"malstyrning {origin.version}",
        "organisation": evaluation.plan.organisation,
        "period": str(evaluation.occasion),
        "date": evaluation.occasion.date.isoformat(),
        "language": written.language,
        "example": evaluation.plan.example,
        "counts": _tally(evaluation.whole_tally),
        "overall_goals": [
            {
                "id": one.goal,
                "number": evaluation.plan.overall_goals[one.goal].number,
                "counts": _tally(one.whole_tally),
            }
            for one in evaluation.overall_goals
        ],
        "strategic_goals": [_goal(evaluation, one) for one in evaluation.goals],
        "kpis": [_kpi(evaluation, one) for one in evaluation.kpis],
        "budget": [_committee(one) for one in evaluation.money],
        "inputs": dict(sorted(origin.inputs.items())),
        "outputs": dict(sorted(written.outputs.items())),
        "older_outputs": dict(sorted(written.older.items())),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_written(text: str) -> Written:
    """What a record says was written; nothing where the text is no record."""
    try:
        content = json.loads(text)
        outputs = {**content["older_outputs"], **content["outputs"]}
        known = {str(name): str(one) for name, one in outputs.items()}
        return Written(str(content["period"]), str(content["language"]), known)
    except (ValueError, KeyError, TypeError, RecursionError):
        return Written("", "")


def _number(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _tally(tally: Tally) -> dict[str, int]:
    return {**{key.value: count for key, count in tally.counts.items()}, "described": tally.described}


def _goal(evaluation: Evaluation, goal: GoalAssessment) -> dict[str, Any]:
    decided = evaluation.plan.strategic_goals[goal.goal]
    return {
        "id": goal.goal,
        "number": decided.number,
        "committee": decided.committee,
        "serves": list(decided.serves),
        "proposed": goal.proposed.value,
        "rule": goal.step.value,
        "signed": goal.answer.status.value if goal.signed and goal.answer and goal.answer.status else None,
        "status": goal.status.value,
        "counts": _tally(goal.whole_tally),
        "example": decided.standing.example,
    }


def _kpi(evaluation: Evaluation, one: KpiAssessment) -> dict[str, Any]:
    kpi = evaluation.plan.kpis[one.kpi]
    return {
        "id": kpi.id,
        "kolada": kpi.kolada,
        "goal": kpi.goal,
        "direction": kpi.direction.value,
        "decimals": kpi.decimals,
        "verdict": _verdict(one.verdict),
        "by_gender": {gender.value: _verdict(verdict) for gender, verdict in one.by_gender.items()},
        "at_start_of_year": one.at_start_of_year and _verdict(one.at_start_of_year),
        "committee_addition": one.committee_addition and _verdict(one.committee_addition),
        "final_level": one.final and _level(one.final),
        "trend": _trend(one.trend),
        "places": [_place(place) for place in one.places],
        "series": [_outcome(outcome) for outcome in one.series],
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "fulfilment": verdict.fulfilment.value,
        "reason": verdict.reason and verdict.reason.value,
        "outcome": verdict.outcome and _outcome(verdict.outcome),
        "level": verdict.level and _level(verdict.level),
        "gap": _number(verdict.gap),
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    measurement = outcome.measurement
    return {
        "period": str(outcome.period),
        "gender": outcome.gender.value,
        "value": _number(outcome.value),
        "unrounded": _number(measurement.value) if measurement else None,
        "missing": outcome.missing and outcome.missing.value,
        "source": measurement.source if measurement else None,
        "preliminary": bool(measurement and measurement.preliminary),
        "example": bool(measurement and measurement.example),
        "place": str(measurement.span) if measurement and measurement.span else None,
    }


def _level(level: TargetLevel) -> dict[str, Any]:
    criterion = level.criterion
    if isinstance(criterion, Between):
        limits = {"lower": _number(criterion.lower), "upper": _number(criterion.upper)}
    else:
        limits = {"level": _number(criterion.level)}
    kinds = {"AtLeast": "at_least", "AtMost": "at_most", "Between": "between"}
    return {
        "year": level.year,
        "kind": kinds[type(criterion).__name__],
        **limits,
        "tolerance": _number(level.tolerance),
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
        "change": _number(trend.change),
        "smallest": _number(trend.smallest),
        "since": str(trend.earlier) if trend.earlier else None,
        "values": trend.values,
        "unusual": trend.unusual,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "group": place.group,
        "period": str(place.period),
        "own": _number(place.own),
        "preliminary": place.preliminary,
        "first": place.first,
        "last": place.last,
        "n": place.n,
        "quartile": place.quartile,
        "percentile": place.percentile,
        "is_member": place.is_member,
        "members": place.members,
        "members_with_value": place.members_with_value,
        "median": _number(place.median),
        "mean": _number(place.mean),
        "weighted_mean": _number(place.weighted_mean),
        "lowest": _number(place.lowest),
        "highest": _number(place.highest),
        "at_lowest": list(place.at_lowest),
        "at_highest": list(place.at_highest),
        "best_quarter": _number(place.best_quarter),
        "gap_to_median": _number(place.gap_to_median),
        "gap_to_best_quarter": _number(place.gap_to_best_quarter),
        "earlier": [_earlier(one) for one in place.earlier],
    }


def _earlier(place: EarlierPlace) -> dict[str, Any]:
    return {
        "period": str(place.period),
        "first": place.first,
        "last": place.last,
        "n": place.n,
        "members_with_value": place.members_with_value,
        "median": _number(place.median),
    }


def _committee(result: CommitteeResult) -> dict[str, Any]:
    return {
        "committee": result.committee,
        "original": _number(result.original),
        "current": _number(result.current),
        "outcome": _number(result.outcome),
        "deviation": _number(result.deviation),
        "areas": [
            {
                "area": one.area,
                "original": _number(one.original),
                "current": _number(one.current),
                "outcome": _number(one.outcome),
                "deviation": _number(one.deviation),
                "example": one.example,
            }
            for one in result.areas
        ],
    }
