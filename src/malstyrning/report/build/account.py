"""The view of what has become of each KPI of the plan: short where nothing is missing."""

from collections.abc import Iterator
from dataclasses import replace

from malstyrning.domain.account import KpiAccount, KpiState, Remark
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.former import FormerReport
from malstyrning.domain.kpis import Quality
from malstyrning.domain.verdicts import Unassessable, Verdict
from malstyrning.language import Text, plural
from malstyrning.report.build.marks import answer
from malstyrning.report.sentences import reason
from malstyrning.report.view import AccountKpi, AccountRow, AccountView, QualityRow
from malstyrning.report.words import QUALITY
from malstyrning.report.writer import Writer

_STATE: dict[KpiState, Text] = {
    KpiState.MEASURED: Text("Mätt", "Measured"),
    KpiState.AWAITED: Text("Utfall väntas", "Outcome awaited"),
    KpiState.NOT_REPORTED: Text("Följs inte upp nu", "Not followed up now"),
    KpiState.TOLD_MISSING: Text("Utfall saknas", "No outcome"),
    KpiState.ENDED: Text("Upphört", "Ended"),
    KpiState.OUTSIDE: Text("Utanför rapporten", "Outside the report"),
    KpiState.VANISHED: Text("Försvunnet", "Vanished"),
}
_COUNTED: dict[KpiState, tuple[Text, Text]] = {  # one of them, and several
    KpiState.MEASURED: (Text("1 har ett utfall", "1 has an outcome"), Text("{n} har utfall", "{n} have an outcome")),
    KpiState.AWAITED: (Text("1 väntar på sitt", "1 awaits its own"), Text("{n} väntar på sitt", "{n} await theirs")),
    KpiState.TOLD_MISSING: (
        Text("1 saknar utfall, med angivet skäl", "1 has none, for a stated reason"),
        Text("{n} saknar utfall, med angivet skäl", "{n} have none, for stated reasons"),
    ),
    KpiState.NOT_REPORTED: (
        Text("1 följs inte upp nu", "1 is not followed up now"),
        Text("{n} följs inte upp nu", "{n} are not followed up now"),
    ),
    KpiState.OUTSIDE: (
        Text("1 hör till ett mål som rapporten inte visar", "1 belongs to a goal that the report does not show"),
        Text("{n} hör till mål som rapporten inte visar", "{n} belong to goals that the report does not show"),
    ),
}
_PLANNED = (
    Text("Planen har 1 nyckeltal", "The plan has 1 KPI"),
    Text("Planen har {n} nyckeltal", "The plan has {n} KPIs"),
)
_ENDED = (
    Text("1 har upphört genom beslut.", "1 has ended by decision."),
    Text("{n} har upphört genom beslut.", "{n} have ended by decision."),
)
_VANISHED = (
    Text("1 har försvunnit sedan förra rapporten.", "1 has vanished since the last report."),
    Text("{n} har försvunnit sedan förra rapporten.", "{n} have vanished since the last report."),
)
_GAPS = (
    Text("För 1 nyckeltal fattas något.", "Something is missing for 1 KPI."),
    Text("För {n} nyckeltal fattas något.", "Something is missing for {n} KPIs."),
)
_UNOWNED = (
    Text("För 1 av dem är det ingen som svarar.", "No one answers for 1 of them."),
    Text("För {n} av dem är det ingen som svarar.", "No one answers for {n} of them."),
)
_COMPLETE = Text("Inget fattas.", "Nothing is missing.")
_AWAITED = Text(
    "inget utfall för {period}; det väntas senast {date}", "no outcome for {period}; it is expected by {date}"
)
_UNTIL = Text("gällde till och med {year}", "was in force until {year}")
_REPLACED = Text("gällde till och med {year} och ersattes av {heir}", "was in force until {year}, replaced by {heir}")
_OUTSIDE = Text(
    "gäller {year}, men inte målet som det hör till", "is in force in {year}, but the goal that it belongs to is not"
)
_GONE = Text(
    "fanns i rapporten för {period} och finns inte i planen; inget beslut är angivet",
    "was in the report of {period} and is not in the plan; no decision is given",
)
_NOT_ASSESSABLE = Text("kan inte bedömas: {reason}", "not assessable: {reason}")
_REMARK: dict[Remark, Text] = {
    Remark.DESCRIBED: Text("beskrivs, och bedöms därför inte", "is described, and therefore not judged"),
    Remark.NO_LEVEL: Text("ingen målnivå för {year} var beslutad", "no target level for {year} was decided"),
    Remark.NO_OWNER: Text("ingen svarar för nyckeltalet", "no one answers for the KPI"),
    Remark.REWORDED: Text("har en annan titel än i förra rapporten", "has another title than in the last report"),
    Remark.REDEFINED: Text("har en ny definition", "has a new definition"),
}


def account_view(evaluation: Evaluation, write: Writer) -> AccountView:
    """How many KPIs are accounted for in which way, and what a reader has to know of some, once."""
    account = evaluation.account
    told = [one for one in account.kpis if one.state is not KpiState.MEASURED or {*one.remarks} - {Remark.NO_OWNER}]
    verdicts = {one.kpi: one.verdict for one in evaluation.kpis}
    rows: dict[tuple[str, str], dict[str, list[AccountKpi]]] = {}
    for one in told:
        verdict = verdicts.get(one.kpi)
        row = rows.setdefault((write.text(_STATE[one.state]), _told(one, verdict, evaluation, write)), {})
        shown = AccountKpi(write.text(one.title), one.kpi if verdict else "")
        row.setdefault(_committee(one, evaluation, write), []).append(shown)
    return AccountView(
        _summary(evaluation, write),
        tuple(
            AccountRow(*words, tuple((name, tuple(kpis)) for name, kpis in committees.items()))
            for words, committees in rows.items()
        ),
        tuple(_qualities(evaluation, write)),
    )


def _qualities(evaluation: Evaluation, write: Writer) -> Iterator[QualityRow]:
    """The KPIs whose data is said to be uncertain or poor, in the order of the report."""
    for one in evaluation.kpis:
        kpi = evaluation.plan.kpis[one.kpi]
        if kpi.data_quality and kpi.data_quality.level is not Quality.GOOD:
            text = answer(kpi.data_quality.text, write, asked=True)
            yield QualityRow(
                AccountKpi(write.text(kpi.title), kpi.id), write.text(QUALITY[kpi.data_quality.level]), text
            )


def _summary(evaluation: Evaluation, write: Writer) -> str:
    counts = evaluation.account.counts
    planned = sum(counts[one] for one in _COUNTED)
    parts = [write.text(plural(counts[one], *texts)) for one, texts in _COUNTED.items() if counts[one]]
    lines = [f"{write.text(plural(planned, *_PLANNED))}: {', '.join(parts)}." if parts else ""]
    for state, texts in ((KpiState.ENDED, _ENDED), (KpiState.VANISHED, _VANISHED)):
        lines += [write.text(plural(counts[state], *texts))] if counts[state] else []
    if unowned := sum(Remark.NO_OWNER in one.remarks for one in evaluation.account.kpis):
        lines.append(write.text(plural(unowned, *_UNOWNED)))
    gaps = len(evaluation.account.gaps)
    lines.append(write.text(plural(gaps, *_GAPS) if gaps else _COMPLETE))
    return " ".join(one for one in lines if one)


def _committee(one: KpiAccount, evaluation: Evaluation, write: Writer) -> str:
    goal = evaluation.plan.strategic_goals.get(one.goal)
    if goal is None:
        return "–"
    return write.text(evaluation.plan.committees[goal.committee].title_in(evaluation.occasion.year))


def _told(one: KpiAccount, verdict: Verdict | None, evaluation: Evaluation, write: Writer) -> str:
    told = [_outcome_told(one, verdict, evaluation, write) if verdict else _state_told(one, evaluation, write)]
    year = str(evaluation.occasion.year)
    told += (write.text(_REMARK[remark], year=year) for remark in one.remarks if remark in _REMARK)
    if Remark.NOT_ASSESSABLE in one.remarks and verdict:
        told.append(write.text(_NOT_ASSESSABLE, reason=_reason(one, verdict, evaluation, write)))
    return "; ".join(part for part in told if part)


def _state_told(one: KpiAccount, evaluation: Evaluation, write: Writer) -> str:
    """What became of a KPI that the report does not show."""
    last = evaluation.since.last
    if one.state is KpiState.ENDED:
        heir = evaluation.plan.kpis.get(one.replaced_by or "")
        until = str(one.until)
        return write.text(_REPLACED, year=until, heir=heir.title) if heir else write.text(_UNTIL, year=until)
    if one.state is KpiState.VANISHED and isinstance(last, FormerReport):
        return write.text(_GONE, period=last.period)
    return write.text(_OUTSIDE, year=str(evaluation.occasion.year))


def _outcome_told(one: KpiAccount, verdict: Verdict, evaluation: Evaluation, write: Writer) -> str:
    """Why there is no outcome, also of a KPI that is not judged for another reason."""
    outcome = one.outcome
    if outcome is None or one.state is KpiState.MEASURED:
        return ""
    if outcome.missing:
        return _reason(one, replace(verdict, reason=Unassessable[outcome.missing.name]), evaluation, write)
    if outcome.only_by_gender:
        return _reason(one, replace(verdict, reason=Unassessable.ONLY_BY_GENDER), evaluation, write)
    if one.expected is None or verdict.reason is Unassessable.LATE:
        return _reason(one, verdict, evaluation, write)
    period = write.periods(outcome.absent or (outcome.period,))
    return write.text(_AWAITED, period=period, date=write.date(one.expected))


def _reason(one: KpiAccount, verdict: Verdict, evaluation: Evaluation, write: Writer) -> str:
    if one.outcome is None:
        return ""
    return reason(evaluation.plan.kpis[one.kpi], verdict, one.outcome, evaluation.occasion, write)
