"""KPIs: each of the plan has a value and a level, and none is gone without a decision."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity, Span
from malstyrning.domain.account import KpiAccount, KpiState, Remark
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.former import FormerReport, UnreadableReport
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule

_KPI = (
    "kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n    decimals: 0\n    lag: 1\n"
    "    direction: higher\n    causal_link: Trygga elever lär sig mer.\n    method: Enkät i årskurs 8.\n"
    "    comparability: Vår egen enkät.\n"
)
_LEVEL = "    target_levels:\n      - {{year: {}, kind: at_least, level: 90, decided: 2021-11-15, reference: KF § 1}}\n"
_DESCRIBED = _KPI.replace("direction: higher", "direction: none")
_HEADER = "kpi,municipality,period,gender,value,status,source\n"


@rule(
    "EVA921",
    "outcome-awaited",
    on=Evaluation,
    severity=Severity.ADVICE,
    says=Text(
        "{kpi} har inget utfall för {period}; det väntas senast {expected}",
        "{kpi} has no outcome for {period}; it is expected by {expected}",
    ),
    cure=Text(
        "för in värdet i data/, eller en rad med status om det inte finns",
        "enter the value in data/, or a row with a status if there is none",
    ),
    why=Text(
        "Ett nyckeltal som beslutades i budgeten och saknas i bokslutet säger inget om målet. Finns inget värde ska "
        "raden säga varför.",
        "A KPI that was decided in the budget and lacks a value at the close says nothing of the goal. Where there is "
        "no value a row shall say why.",
    ),
    bad=_HEADER + "nyckeltal,9999,2021,T,91.5,,Bokslut\n",
    good=_HEADER + "nyckeltal,9999,2021,T,91.5,,Bokslut\nnyckeltal,9999,2022,T,,missing,Bokslut\n",
    where="data/exempel-bas.csv",
)
def outcome_awaited(evaluation: Evaluation, context: Context) -> Iterator[Found]:
    """Every KPI of the plan has a row for the period that is judged. It is asked for where its last row stands."""
    for one in _with(evaluation, KpiState.AWAITED):
        if one.outcome and one.expected:
            facts: dict[str, str | Text] = {
                "kpi": one.kpi,
                "period": str(one.outcome.period),
                "expected": one.expected.isoformat(),
            }
            series = context.series.get(one.kpi)
            yield Found(series.values[-1] if series else (), facts, of=one.kpi)


@rule(
    "EVA922",
    "year-without-level",
    on=Evaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Ingen målnivå för {year} var beslutad vid periodens slut",
        "No target level for {year} was decided by the end of the period",
    ),
    cure=Text(
        "skriv nivån och beslutet under target_levels, eller direction: none om nyckeltalet bara ska beskrivas",
        "write the level and its decision under target_levels, or direction: none if the KPI is only described",
    ),
    why=Text(
        "Utan nivå går det inte att säga om målet är på väg att nås, och nyckeltalet räknas inte när målet bedöms.",
        "Without a level no one can say whether the goal is being reached, and the KPI does not count for it.",
    ),
    bad=_KPI + _LEVEL.format(2023),
    good=_DESCRIBED,
)
def year_without_level(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """A KPI with a direction has a level for the year."""
    for one in evaluation.account.kpis:
        if Remark.NO_LEVEL in one.remarks:
            yield Found(("target_levels",), {"year": str(evaluation.occasion.year)}, of=one.kpi, on_key=True)


@rule(
    "EVA923",
    "kpi-vanished",
    on=Evaluation,
    severity=Severity.WARNING,
    says=Text(
        "{kpi} fanns i rapporten för {period} och finns inte längre i planen",
        "{kpi} was in the report of {period} and is no longer in the plan",
    ),
    cure=Text(
        "lägg tillbaka nyckeltalet och avsluta det med to, eller skriv was: {kpi} hos det som det heter nu",
        "put the KPI back and end it with to, or write was: {kpi} at what it is called now",
    ),
    why=Text(
        "Det som är beslutat tas inte bort, det avslutas. Annars vet ingen om nyckeltalet upphörde, döptes om eller "
        "glömdes.",
        "What has been decided is not removed, it is ended. Otherwise no one knows whether the KPI was ended, renamed "
        "or forgotten.",
    ),
    bad="",
    good="",
    where="",
)
def kpi_vanished(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """Every KPI of the last report is still in the plan, under its id or as the former id of another."""
    last = evaluation.since.last
    for one in _with(evaluation, KpiState.VANISHED):
        if isinstance(last, FormerReport):
            facts: dict[str, str | Text] = {"kpi": one.kpi, "period": last.period}
            is_known = one.goal in evaluation.plan.strategic_goals
            yield Found((), facts, of=one.goal) if is_known else Found(Span(last.path), facts)


@rule(
    "EVA924",
    "last-report-unreadable",
    on=Evaluation,
    severity=Severity.WARNING,
    says=Text(
        "Den förra rapporten går inte att läsa: {why}",
        "The last report can't be read: {why}",
    ),
    cure=Text(
        "hämta tillbaka filen ur git, eller gör om den rapporten med malstyrning evaluate --period",
        "restore the file from git, or make that report anew with malstyrning evaluate --period",
    ),
    why=Text(
        "Utan den går det inte att säga vad som har ändrats, eller om något nyckeltal har försvunnit.",
        "Without it no one can say what has changed, or whether any KPI has vanished.",
    ),
    bad="",
    good="",
    where="",
)
def last_report_unreadable(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """The record of the last report can be read."""
    last = evaluation.since.last
    if isinstance(last, UnreadableReport):
        yield Found(Span(last.path), {"why": last.why})


def _with(evaluation: Evaluation, state: KpiState) -> Iterator[KpiAccount]:
    return (one for one in evaluation.account.kpis if one.state is state)
