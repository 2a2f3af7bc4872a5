"""The view of what has changed since the last report."""

from collections.abc import Mapping
from typing import assert_never

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.former import FormerLevel, FormerVerdict, UnreadableReport
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.since import (
    FulfilmentChanged,
    GoalStatusChanged,
    KpiAdded,
    KpiGone,
    LevelChanged,
    Redefined,
    Reworded,
    Superseded,
)
from malstyrning.domain.targets import Target
from malstyrning.domain.words import Gender
from malstyrning.language import Text
from malstyrning.report.build.kpi import short_level
from malstyrning.report.build.marks import described_mark, mark, verdict_mark
from malstyrning.report.build.outcome import short_outcome
from malstyrning.report.levels import level_sign
from malstyrning.report.view import ChangesView, ChangeView, Mark, SinceView
from malstyrning.report.words import GENDER
from malstyrning.report.writer import Writer

_NO_REPORT = Text("Det finns ingen tidigare rapport att jämföra med.", "There is no earlier report to compare with.")
_COMPARED = Text("Jämfört med rapporten för {period}, {date}.", "Compared with the report of {period}, {date}.")
_UNCHANGED = Text(
    "Inget har ändrats sedan rapporten för {period}, {date}.",
    "Nothing has changed since the report of {period}, {date}.",
)
_UNREADABLE = Text(
    "Den förra rapporten går inte att läsa: {path}: {why}. Hämta tillbaka filen, eller gör om den rapporten med "
    "malstyrning evaluate --period.",
    "The last report can't be read: {path}: {why}. Restore the file, or make that report anew with "
    "malstyrning evaluate --period.",
)
_NEW = Text("Nytt nyckeltal", "New KPI")
_ENDED = Text("Upphört nyckeltal", "KPI ended")
_REPLACED = Text("Ersatt nyckeltal", "KPI replaced")
_HIDDEN = Text("Visas inte längre", "No longer shown")
_VANISHED = Text("Försvunnet nyckeltal", "KPI vanished")
_FULFILMENT = Text("Måluppfyllelse (utfall; målnivå)", "Fulfilment (outcome; target level)")
_LEVEL = Text("Målnivå", "Target level")
_TITLE = Text("Ny titel", "New title")
_DEFINITION = Text("Ny definition", "New definition")
_STATUS = Text("Målets status", "Status of the goal")
_VALUE = Text("Rättat utfall", "Corrected outcome")
_COUNTED = Text("{kind}: {n}", "{kind}: {n}")
_UNTIL = Text("gällde till och med {year}", "in force until {year}")
_HEIR = Text("ersätts av {heir}", "replaced by {heir}")
_NO_DECISION = Text("inget beslut är angivet", "no decision is given")
_FROM = Text("från {year}: {words}", "from {year}: {words}")
_OF_YEAR = Text("{level} ({year})", "{level} ({year})")
_FLIPS = Text("{value}; bedömningen hade blivit: {mark}", "{value}; the verdict would have been: {mark}")
_OfKpi = KpiAdded | FulfilmentChanged | LevelChanged | Reworded | Redefined | Superseded


def unreadable(last: UnreadableReport) -> Text:
    """That the last report can't be read, where it is and what to do."""
    return _UNREADABLE.filled({"path": last.path, "why": last.why})


def since_view(evaluation: Evaluation, write: Writer) -> SinceView:
    """Every change since the last report by its kind, or why there is nothing to compare with."""
    last = evaluation.since.last
    if last is None:
        return SinceView(write.text(_NO_REPORT), ())
    if isinstance(last, UnreadableReport):
        return SinceView(write.text(unreadable(last)), ())
    told = _COMPARED if evaluation.since.changes else _UNCHANGED
    kpis = {one.kpi: one for one in evaluation.kpis}
    statuses = {one.goal: one.status for one in evaluation.goals}
    former = {one.kpi: one.before for one in evaluation.since.changes if isinstance(one, FulfilmentChanged)}
    rows: dict[str, list[ChangeView]] = {}
    for one in evaluation.since.changes:
        if isinstance(one, LevelChanged) and one.kpi in former and _is_told(one, former[one.kpi], kpis[one.kpi]):
            continue
        if isinstance(one, GoalStatusChanged):
            kind, row = _STATUS, _of_goal(one, statuses[one.goal], evaluation, write)
        else:
            kind, row = _row(one, kpis, evaluation, write)
        rows.setdefault(write.text(kind), []).append(row)
    changes = tuple(
        ChangesView(write.text(_COUNTED, kind=kind, n=str(len(some))), tuple(some)) for kind, some in rows.items()
    )
    return SinceView(write.text(told, period=last.period, date=write.date(last.date)), changes)


def _is_told(change: LevelChanged, former: FormerVerdict, assessment: KpiAssessment) -> bool:
    """Tell whether the change of fulfilment already shows both levels, so that the KPI need not stand twice."""
    return change.before == former.level and change.now == assessment.verdict.level


def _of_goal(change: GoalStatusChanged, status: Fulfilment, evaluation: Evaluation, write: Writer) -> ChangeView:
    goal = evaluation.plan.strategic_goals[change.goal]
    before, now = (_marked(mark(one, write)) for one in (change.before, status))
    return ChangeView(f"{goal.number} {write.text(goal.title)}", goal.id, before, now)


def _row(
    change: _OfKpi | KpiGone, kpis: Mapping[str, KpiAssessment], evaluation: Evaluation, write: Writer
) -> tuple[Text, ChangeView]:
    if isinstance(change, KpiGone):
        return _gone(change, evaluation, write)
    kpi = evaluation.plan.kpis[change.kpi]
    kind, before, now = _of_kpi(change, kpi, kpis[kpi.id], evaluation, write)
    title = write.text(kpi.title)
    if isinstance(change, Superseded):
        who = [] if change.gender is Gender.ALL else [write.text(GENDER[change.gender]).lower()]
        title = ", ".join((title, str(change.period), *who))
    return kind, ChangeView(title, kpi.id, before, now)


def _gone(change: KpiGone, evaluation: Evaluation, write: Writer) -> tuple[Text, ChangeView]:
    heir = evaluation.plan.kpis.get(change.replaced_by or "")
    if not change.in_plan:
        kind, told = _VANISHED, [write.text(_NO_DECISION)]
    else:
        kind = _REPLACED if heir else _HIDDEN if change.until is None else _ENDED
        told = [write.text(_UNTIL, year=str(change.until))] if change.until else []
        told += [write.text(_HEIR, heir=heir.title)] if heir else []
    was = _former(change.kpi.verdict, write)
    return kind, ChangeView(write.text(change.kpi.shown), "", was, "; ".join(told) or "–")


def _of_kpi(
    change: _OfKpi,
    kpi: Kpi,
    assessment: KpiAssessment,
    evaluation: Evaluation,
    write: Writer,
) -> tuple[Text, str, str]:
    """The kind of a change, what was before and what is now."""
    verdict = assessment.verdict
    outcome = short_outcome(kpi, assessment, evaluation.occasion, write)
    now = _judged(verdict_mark(verdict, write), outcome, short_level(kpi, verdict, write))
    match change:
        case KpiAdded():
            return _NEW, "–", now
        case FulfilmentChanged():
            return _FULFILMENT, _former(change.before, write, kpi), now
        case LevelChanged():
            level = "–"
            if change.now:
                level = _level(change.now.target, change.now.year, kpi, write)
            return _LEVEL, _former_level(change.before, kpi, write), level
        case Reworded():
            return _TITLE, write.text(change.before), write.text(kpi.title)
        case Redefined():
            year, words = str(change.now.first_year), change.now.text
            return _DEFINITION, "–", write.text(_FROM, year=year, words=words)
        case Superseded():
            return _superseded(change, kpi, write)
        case _:
            assert_never(change)


def _superseded(change: Superseded, kpi: Kpi, write: Writer) -> tuple[Text, str, str]:
    before, now = (
        "–" if one is None else write.number(rounded(one, kpi.decimals)) for one in (change.before, change.now)
    )
    if change.verdict_now and change.verdict_now is not change.verdict:
        now = write.text(_FLIPS, value=now, mark=mark(change.verdict_now, write).label)
    return _VALUE, before, now


def _former(verdict: FormerVerdict, write: Writer, kpi: Kpi | None = None) -> str:
    """What the last report said of a KPI, in short; of one that is gone nothing but its verdict can be written."""
    of_mark = described_mark(write) if verdict.described else mark(verdict.fulfilment, write)
    value = verdict.outcome.value if verdict.outcome else None
    target = verdict.level.target if verdict.level else None
    outcome = write.number(rounded(value, kpi.decimals)) if value is not None and kpi else "–"
    return _judged(of_mark, outcome, level_sign(target, kpi, write) if target and kpi else "–")


def _judged(of_mark: Mark, outcome: str, level: str) -> str:
    told = _marked(of_mark)
    return told if outcome == level == "–" else f"{told} ({outcome}; {level})"


def _marked(of_mark: Mark) -> str:
    return f"{of_mark.symbol} {of_mark.label}"


def _former_level(level: FormerLevel | None, kpi: Kpi, write: Writer) -> str:
    return _level(level.target, level.year, kpi, write) if level and level.target else "–"


def _level(target: Target, year: int, kpi: Kpi, write: Writer) -> str:
    return write.text(_OF_YEAR, level=level_sign(target, kpi, write), year=str(year))
