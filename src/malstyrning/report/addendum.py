"""What came after a report that was signed: outcomes that its record lacks, or has otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.verdicts import Unassessable, Verdict
from malstyrning.domain.words import Gender
from malstyrning.language import Language, Text
from malstyrning.report.build.marks import verdict_mark
from malstyrning.report.labels import LABELS
from malstyrning.report.sentences import outcome_text
from malstyrning.report.view import AddendumRow, AddendumView
from malstyrning.report.words import GENDER
from malstyrning.report.writer import Writer
from malstyrning.report.written import RecordedVerdict, Written

_TITLE = Text("Tillägg till rapporten per {date}", "Addendum to the report as of {date}")
_LEAD = Text(
    "Rapporten gäller som den skrevs. Det här är utfall som har kommit eller ändrats sedan dess, med den bedömning som "
    "de skulle ge nu.",
    "The report stands as it was written. These are outcomes that have come or changed since, with the verdict that "
    "they would give now.",
)
_NOTHING = Text("Inget utfall har kommit eller ändrats.", "No outcome has come or changed.")
_OF = Text("{title}, {who}", "{title}, {who}")
_FROM = Text("{outcome} ({period})", "{outcome} ({period})")


@dataclass(frozen=True, slots=True)
class Later:
    """A verdict whose outcome is not the record's; `before` is None where the record has no such verdict."""

    kpi: Kpi
    gender: Gender
    before: RecordedVerdict | None
    now: Verdict
    outcome: Outcome


def is_signed(evaluation: Evaluation) -> bool:
    """Tell whether every committee with a goal in force has signed its evaluation of the occasion."""
    plan = evaluation.plan
    committees = {plan.strategic_goals[one.goal].committee for one in evaluation.goals}
    return all((answers := evaluation.answers.get(one)) and answers.signed for one in committees)


def later(evaluation: Evaluation, former: Written) -> tuple[Later, ...]:
    """The outcomes of an evaluation that differ from those of a record of the same occasion, in the order of goals."""
    return tuple(one for kpi in evaluation.kpis for one in _of_kpi(evaluation, kpi, former))


def _of_kpi(evaluation: Evaluation, assessment: KpiAssessment, former: Written) -> Iterator[Later]:
    if assessment.verdict.reason is Unassessable.NOT_REPORTED_NOW:
        return
    kpi = evaluation.plan.kpis[assessment.kpi]
    for gender, verdict in {assessment.outcome.gender: assessment.verdict, **assessment.by_gender}.items():
        outcome = verdict.outcome or assessment.outcome
        before = former.verdicts.get((kpi.id, gender))
        known = (before.period, before.value) if before else (str(outcome.period), None)
        if known != (str(outcome.period), outcome.value):
            yield Later(kpi, gender, before, verdict, outcome)


def addendum_view(evaluation: Evaluation, former: Written, language: Language) -> AddendumView:
    """Every string of an addendum, in one language."""
    write = Writer(language)
    plan = evaluation.plan
    rows = tuple(_row(one, evaluation, write) for one in later(evaluation, former))
    return AddendumView(
        language=language.value,
        t={key: write.text(LABELS[key]) for key in ("kpi", "committee", "in_the_report", "now", "source", "missing")},
        organisation=plan.organisations[plan.organisation].name,
        title=write.text(_TITLE, date=write.date(evaluation.occasion.date)),
        lead=write.text(_LEAD if rows else _NOTHING),
        rows=rows,
    )


def _row(one: Later, evaluation: Evaluation, write: Writer) -> AddendumRow:
    goal = evaluation.plan.strategic_goals[one.kpi.goal]
    title = write.text(one.kpi.title)
    before = one.before
    sources = dict.fromkeys(row.source for row in one.outcome.measurements if row.source)
    return AddendumRow(
        title=title if one.gender is Gender.ALL else write.text(_OF, title=title, who=write.text(GENDER[one.gender])),
        committee=write.text(evaluation.plan.committees[goal.committee].title),
        before="–" if before is None or before.value is None else _told(one, before, write),
        before_mark=verdict_mark(Verdict(before.fulfilment, reason=before.reason), write) if before else None,
        now=outcome_text(one.kpi, one.outcome, write),
        now_mark=verdict_mark(one.now, write),
        source=", ".join(sources),
    )


def _told(one: Later, before: RecordedVerdict, write: Writer) -> str:
    """The value of the record, with its period where that is another one."""
    if before.value is None:
        return "–"
    told = write.value(before.value, one.kpi.unit)
    if before.period == str(one.outcome.period):
        return told
    return write.text(_FROM, outcome=told, period=before.period)
