"""Lateness: values that should have come by now, and that no report asks for any more."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.periods import Period, is_overdue
from malstyrning.language import Text
from malstyrning.rules.measured.periods import step_of
from malstyrning.rules.measured.shared import HEADER, WHERE
from malstyrning.rules.rule import Context, Found, Series, rule

_KPI = (
    "kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n    target_levels:\n"
    "      - {{year: {}, kind: at_least, level: 90, decided: 2020-11-15, reference: KF § 301}}\n"
)


@rule(
    "MEA562",
    "value-is-late",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{kpi} har inget värde för {expected}; det senaste är för {latest}",
        "{kpi} has no value for {expected}; the latest is for {latest}",
    ),
    cure=Text(
        "för in värdet eller en rad med status, eller skriv lag: 1 om det alltid kommer så sent",
        "enter the value or a row with a status, or write lag: 1 if it always comes this late",
    ),
    why=Text(
        "Ett värde som ingen har frågat efter saknas i rapporten utan att någon märker det. Gränsen är "
        "late_after_months i malstyrning.yaml.",
        "A value that nobody has asked for is missing in the report without anyone noticing. The limit is "
        "late_after_months in malstyrning.yaml.",
    ),
    bad=HEADER + "".join(f"laslust,9999,{year},T,71,SCB\n" for year in range(2017, 2021)),
    good=HEADER + "".join(f"laslust,9999,{year},T,71,SCB\n" for year in range(2017, 2022)),
    where=WHERE,
)
def value_is_late(series: Series, context: Context) -> Iterator[Found]:
    """The next value by the KPI's own rhythm has a row some months after its period and lag have passed."""
    rows = series.totals
    step = step_of(rows)
    if step is not None:
        expected = rows[-1].period.later(step)
        if _is_late(expected, series.kpi, context):
            latest = str(rows[-1].period)
            yield Found(rows[-1], {"kpi": series.kpi.id, "expected": str(expected), "latest": latest})


@rule(
    "MEA572",
    "never-measured",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Målnivån är för {year}, men nyckeltalet har inget enda mätvärde",
        "The target level is for {year}, but the KPI has no measurement at all",
    ),
    cure=Text(
        "för in värdet i data/, eller en rad med status om det inte finns",
        "enter the value in data/, or a row with a status if there is none",
    ),
    why=Text(
        "Ett nyckeltal som beslutades men aldrig mättes försvinner i tysthet, och målet bedöms på de andra.",
        "A KPI that was decided and never measured vanishes in silence, and the goal is judged by the others.",
    ),
    bad=_KPI.format(2021),
    good=_KPI.format(2023),
)
def never_measured(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Some months after the year of a level its KPI has some row; levels long before the period in hand are past."""
    if kpi.id in context.series:
        return
    for index, level in enumerate(kpi.target_levels):
        is_past = context.period is not None and level.year < context.period.year - 1
        if not is_past and _is_late(Period(level.year - kpi.lag), kpi, context):
            yield Found(("target_levels", index, "year"), {"year": str(level.year)})
            return


def _is_late(expected: Period, kpi: Kpi, context: Context) -> bool:
    """Tell whether a value should have been there by now.

    Nothing is late without a clock, in an invented workspace, where a row may be one that can't be read, after the
    period in hand or the end of the KPI, nor where the committee has answered for the year and signed: what is
    missing then is missing for good.
    """
    today, year = context.today, expected.year + kpi.lag
    if today is None or year > today.year or context.plan.example or not context.every_row or not context.complete:
        return False
    if not is_overdue(expected, kpi.lag, context.limits.late_after_months, today):
        return False
    goal = context.plan.strategic_goals.get(kpi.goal)
    if (context.period and year > context.period.year) or not kpi.standing.valid.covers(year):
        return False
    if goal and not goal.standing.valid.covers(year):
        return False
    evaluation = context.plan.evaluations.get((goal.committee, str(year))) if goal else None
    return not (evaluation and evaluation.signed)
