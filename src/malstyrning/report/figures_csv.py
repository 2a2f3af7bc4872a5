"""All figures as rows for a spreadsheet: what the record says of the KPIs, in columns that stay.

The rows are made from the record itself, so that the two can't disagree. Columns are added, never changed or
removed; docs/workspace.md says what each holds.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.words import Gender
from malstyrning.report.build import Origin
from malstyrning.report.data import text_cell
from malstyrning.report.record import record_content
from malstyrning.report.writer import Writer
from malstyrning.report.written import Written
from malstyrning.sources.csv_rows import write_csv

_GOAL = ("goal_number", "goal", "committee")
_KPI = ("kpi", "kolada", "title", "unit", "decimals", "direction", *_GOAL)
_OUTCOME = ("outcome", "unrounded", "missing", "preliminary", "source", "place")
_TERMS = ("kind", "level", "lower", "upper", "place", "group", "since", "years", "percent")  # a kind has some of them
_DECISION = ("tolerance", "decided", "decided_by", "reference")
_HELD = ("held", "held_lower", "held_upper")
_VERDICT = ("fulfilment", "reason", "missing_periods", "gap")
_TREND = ("trend", "change", "smallest_change", "trend_basis")
_PATH = ("path", "path_gap")
_EXAMPLE = ("outcome_example", "level_example")
COLUMNS = (
    *("evaluated", *_KPI, "period", "gender", *_OUTCOME),
    *(*(f"level_{name}" for name in _TERMS), *_DECISION, *_HELD, *_VERDICT, *_TREND),
    *("final_year", *(f"final_{name}" for name in _TERMS), *_PATH, *_EXAMPLE),
)
PLACES = ("first", "last", "n", "quartile", "median", "mean", "lowest", "highest")  # of each group: `GROUP.first`

_Cells = dict[str, Any]


def figures_csv(evaluation: Evaluation, origin: Origin, write: Writer) -> bytes:
    """A row for each KPI and gender that is judged: UTF-8, comma, decimal point, LF."""
    content = record_content(evaluation, origin, Written("", ""))
    groups = [f"{group}.{name}" for group in evaluation.plan.groups for name in PLACES]
    header = [*COLUMNS, *groups]
    rows = [
        [_cell(row.get(name)) for name in header] for kpi in content["kpis"] for row in _rows(kpi, evaluation, write)
    ]
    return write_csv(header, rows).encode()


def _rows(kpi: Mapping[str, Any], evaluation: Evaluation, write: Writer) -> Iterator[_Cells]:
    decided = evaluation.plan.kpis[kpi["id"]]
    goal = evaluation.plan.strategic_goals[decided.goal]
    about: _Cells = {
        "evaluated": str(evaluation.occasion),
        "kpi": decided.id,
        "title": write.text(decided.title),
        "unit": write.text(decided.unit.name),
        "goal_number": goal.number,
        "goal": goal.id,
        "committee": goal.committee,
        **{name: kpi[name] for name in ("kolada", "decimals", "direction")},
    }
    trend, final, path = kpi["trend"], kpi["final_level"] or {}, kpi["path"] or {}
    of_all: _Cells = {
        "trend": trend["trend"],
        "change": trend["change"],
        "smallest_change": trend["smallest"],
        "trend_basis": trend["basis"],
        **{f"final_{name}": final.get(name) for name in ("year", *_TERMS)},
        "path": path.get("position"),
        "path_gap": path.get("gap"),
        **{f"{place['group']}.{name}": place[name] for place in kpi["places"] for name in PLACES},
    }
    invented = evaluation.plan.example
    yield {**about, **_judged(kpi["verdict"], Gender.ALL, invented=invented), **of_all}
    for gender, verdict in kpi["by_gender"].items():
        yield {**about, **_judged(verdict, Gender(gender), invented=invented)}


def _judged(verdict: Mapping[str, Any], gender: Gender, *, invented: bool) -> _Cells:
    """What is judged of one gender; `invented` where the whole workspace is, so that its rows need not say it."""
    outcome, level, held = verdict["outcome"] or {}, verdict["level"] or {}, verdict["held"] or {}
    return {
        "gender": gender.value,
        "period": outcome.get("period"),
        "outcome": outcome.get("value"),
        **{name: outcome.get(name) for name in ("unrounded", "missing", "preliminary", "source", "place")},
        **{f"level_{name}": level.get(name) for name in _TERMS},
        **{name: level.get(name) for name in _DECISION},
        "held": held.get("number"),
        "held_lower": held.get("lower"),
        "held_upper": held.get("upper"),
        "missing_periods": " ".join(verdict["missing"]),
        **{name: verdict[name] for name in ("fulfilment", "reason", "gap")},
        "outcome_example": outcome.get("value") is not None and (invented or outcome["example"]),
        "level_example": bool(level) and (invented or level["example"]),
    }


def _cell(value: str | float | bool | None) -> str:  # noqa: FBT001 - what JSON holds
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    return text_cell(value) if isinstance(value, str) else f"{Decimal(str(value)):f}"  # never with an exponent
