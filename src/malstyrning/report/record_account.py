"""The record's account of every KPI, and what has changed since the last report."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, assert_never

from malstyrning.domain.account import KpiAccount
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.former import FormerLevel, FormerReport, FormerVerdict, UnreadableReport
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Definition
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.since import (
    Change,
    FulfilmentChanged,
    GoalStatusChanged,
    KpiAdded,
    KpiGone,
    LevelChanged,
    Redefined,
    Reworded,
    Superseded,
)
from malstyrning.domain.targets import KINDS, TargetLevel
from malstyrning.domain.verdicts import Verdict
from malstyrning.evaluate.questions import unanswered
from malstyrning.language import Text
from malstyrning.report.record_statuses import number


def words(text: Text) -> dict[str, str | None]:
    """A text in both languages; null for one that it lacks."""
    return {"sv": text.sv, "en": text.en}


def definition_data(definition: Definition) -> dict[str, Any]:
    """A definition and the year from which it holds."""
    return {"first_year": definition.first_year, "text": words(definition.text)}


def account_data(evaluation: Evaluation) -> dict[str, Any]:
    """What has become of each KPI, and what the committees have not answered."""
    account = evaluation.account
    return {
        "counts": {state.value: count for state, count in account.counts.items()},
        "kpis": [_kpi(one) for one in account.kpis],
        "unanswered": [
            {"committee": one.committee, "about": list(one.about), "keys": list(one.keys)}
            for one in unanswered(evaluation)
        ],
    }


def _kpi(one: KpiAccount) -> dict[str, Any]:
    return {
        "id": one.kpi,
        "goal": one.goal,
        "title": words(one.title),
        "state": one.state.value,
        "remarks": [remark.value for remark in one.remarks],
        "gap": one.is_gap,
        "period": str(one.outcome.period) if one.outcome else None,
        "expected": one.expected.isoformat() if one.expected else None,
        "until": one.until,
        "replaced_by": one.replaced_by,
    }


def since_data(evaluation: Evaluation) -> dict[str, Any]:
    """The last report, and each change since it."""
    last = evaluation.since.last
    now = _Now({one.kpi: one.verdict for one in evaluation.kpis}, {one.goal: one.status for one in evaluation.goals})
    return {
        "last_report": {"path": last.path, "period": last.period, "date": last.date.isoformat()}
        if isinstance(last, FormerReport)
        else None,
        "unreadable": {"path": last.path, "why": words(last.why)} if isinstance(last, UnreadableReport) else None,
        "changes": [_change(one, evaluation.plan, now) for one in evaluation.since.changes],
    }


@dataclass(frozen=True, slots=True)
class _Now:
    """What is judged now: the verdict of each KPI, and the status of each goal."""

    verdicts: Mapping[str, Verdict]
    statuses: Mapping[str, Fulfilment]


def _change(one: Change, plan: SteeringPlan, now: _Now) -> dict[str, Any]:  # noqa: PLR0911 - a return for each kind
    match one:
        case KpiAdded():
            return {"change": "kpi_added", "kpi": one.kpi}
        case KpiGone():
            known = {"in_plan": one.in_plan, "until": one.until, "replaced_by": one.replaced_by}
            return {"change": "kpi_gone", "kpi": one.kpi.id, **known}
        case FulfilmentChanged():
            verdict = now.verdicts[one.kpi]
            told = {"fulfilment": verdict.fulfilment.value, "reason": verdict.reason and verdict.reason.value}
            return {"change": "fulfilment", "kpi": one.kpi, "before": _verdict(one.before), "now": told}
        case LevelChanged():
            return {"change": "level", "kpi": one.kpi, "before": _limits(one.before), "now": _limits(one.now)}
        case Reworded():
            title = plan.kpis[one.kpi].title
            return {"change": "title", "kpi": one.kpi, "before": words(one.before), "now": words(title)}
        case Redefined():
            return {"change": "definition", "kpi": one.kpi, "now": definition_data(one.now)}
        case GoalStatusChanged():
            return {
                "change": "goal_status",
                "goal": one.goal,
                "before": one.before.value,
                "now": now.statuses[one.goal].value,
            }
        case Superseded():
            return {
                "change": "superseded",
                "kpi": one.kpi,
                "period": str(one.period),
                "gender": one.gender.value,
                "before": number(one.before),
                "now": number(one.now),
                "verdict": one.verdict and one.verdict.value,
                "verdict_now": one.verdict_now and one.verdict_now.value,
            }
        case _:
            assert_never(one)


def _verdict(verdict: FormerVerdict) -> dict[str, Any]:
    outcome = verdict.outcome
    return {
        "fulfilment": verdict.fulfilment.value,
        "described": verdict.described,
        "outcome": number(outcome.value) if outcome else None,
        "period": str(outcome.period) if outcome else None,
        "level": _limits(verdict.level),
    }


def _limits(level: FormerLevel | TargetLevel | None) -> dict[str, Any] | None:
    """A level: its kind and what that kind has, nothing where it is not known."""
    if level is None:
        return None
    parts = {one.name: getattr(level.target, one.name) for one in fields(level.target)} if level.target else {}
    told = {key: number(one) if isinstance(one, Decimal) else one for key, one in parts.items()}
    kind = KINDS[type(level.target)] if level.target else None
    return {"year": level.year, "kind": kind, **told, "tolerance": number(level.tolerance)}
