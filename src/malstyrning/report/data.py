"""A comparison as data: figures for a program or a spreadsheet, alike in every language."""

from decimal import Decimal
from typing import Any

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.evaluate.members import Comparison, Member
from malstyrning.sources.csv_rows import write_csv

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def number(value: Decimal | None) -> float | int | None:
    """A number as JSON writes it: no more decimals than it needs."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def text_cell(text: str | None) -> str:
    """A text for a cell. A spreadsheet runs what begins as a formula: it gets an apostrophe, and is a text."""
    text = text or ""
    return f"'{text}" if text.startswith(_FORMULA) else text


def comparison_data(assessment: KpiAssessment, chosen: Comparison | None, evaluation: Evaluation) -> dict[str, Any]:
    """One KPI in one group; `group` is null and there are no members where there is nothing to compare."""
    plan = evaluation.plan
    kpi, place = plan.kpis[assessment.kpi], chosen.place if chosen else None
    return {
        "kpi": kpi.id,
        "kolada": kpi.kolada,
        "direction": kpi.direction.value,
        "decimals": kpi.decimals,
        "evaluated": str(evaluation.occasion),
        "period": str(assessment.outcome.period),
        "own": number(assessment.outcome.value),
        "example": plan.example,
        "group": chosen and chosen.group.id,
        "place": place
        and {
            "first": place.first,
            "last": place.last,
            "n": place.n,
            "quartile": place.quartile,
            "is_member": place.is_member,
            "median": number(place.median),
            "mean": number(place.mean),
            "lowest": number(place.lowest),
            "highest": number(place.highest),
        },
        "members": [
            {
                "municipality": one.organisation,
                "name": plan.organisations[one.organisation].name,
                "value": number(one.value),
                "first": one.first,
                "last": one.last,
                "own": one.organisation == plan.organisation,
                "example": _is_example(chosen, one, evaluation),
            }
            for one in (chosen.members if chosen else ())
            if chosen
        ],
    }


def comparison_csv(chosen: Comparison | None, evaluation: Evaluation) -> str:
    """The members as rows, a header alone where there are none."""
    plan = evaluation.plan
    rows = [
        [
            text_cell(one.organisation),
            text_cell(plan.organisations[one.organisation].name),
            str(chosen.outcome.period),
            "" if one.value is None else str(one.value),
            "" if one.first is None else str(one.first),
            "" if one.last is None else str(one.last),
            "yes" if one.organisation == plan.organisation else "",
            "yes" if _is_example(chosen, one, evaluation) else "",
        ]
        for one in (chosen.members if chosen else ())
        if chosen
    ]
    return write_csv(["municipality", "name", "period", "value", "first", "last", "own", "example"], rows)


def _is_example(chosen: Comparison, one: Member, evaluation: Evaluation) -> bool:
    """Tell whether a value may be invented: of the others' it is known by KPI."""
    if one.value is None or evaluation.plan.example:
        return one.value is not None
    if one.organisation == evaluation.plan.organisation:
        return chosen.outcome.example
    return chosen.kpi.id in evaluation.peer_examples
