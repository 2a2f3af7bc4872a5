"""The record's part about actions: what the figures say of their effects."""

from typing import Any

from malstyrning.domain.actions import Action
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.effects import EffectYear, MeasuredEffect, VisibleEffect
from malstyrning.report.record_statuses import number


def effects_content(evaluation: Evaluation) -> list[dict[str, Any]]:
    """Each action that is decided and says what it expects, in the order of the files."""
    return [_effect(one, evaluation.plan.actions[key]) for key, one in evaluation.effects.items()]


def _effect(one: MeasuredEffect, action: Action) -> dict[str, Any]:
    expected = action.expected_effect
    return {
        "id": one.action,
        "kpi": one.kpi,
        "expected": number(expected.change) if expected else None,
        "verdict": one.verdict.value,
        "obstacle": one.obstacle and one.obstacle.value,
        "about": list(one.about),
        "overlapping": list(one.overlapping),
        "group": one.group,
        "base": one.base,
        "by": one.by,
        "before": number(one.before),
        "after": number(one.after),
        "own_change": number(one.own),
        "common_change": number(one.common),
        "effect": number(one.effect),
        "others": one.rank and one.rank.others,
        "as_far": one.rank and one.rank.as_far,
        "limit": number(one.limit),
        "size": one.size and one.size.value,
        "smallest_visible": one.visible and _visible(one.visible),
        "no_smallest_visible": one.invisible and one.invisible.value,
        "no_smallest_visible_with": one.invisible_with,
        "expected_is_visible": one.expected_is_visible,
        "years": [_year(year) for year in one.years],
    }


def _visible(one: VisibleEffect) -> dict[str, Any]:
    return {
        "effect": number(one.effect),
        "windows": one.windows,
        "tries": one.tries,
        "first": one.first,
        "last": one.last,
    }


def _year(one: EffectYear) -> dict[str, Any]:
    return {
        "year": one.year,
        "own_change": number(one.own),
        "common_change": number(one.common),
        "limit": number(one.limit),
    }
