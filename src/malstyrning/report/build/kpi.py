"""The view of one KPI: its verdicts with their arithmetic, its trend, its places and its figures."""

from dataclasses import dataclass

from malstyrning.domain.assessments import (
    Evaluation,
    GoalAssessment,
    KpiAssessment,
    Trend,
    TrendVerdict,
    Verdict,
)
from malstyrning.domain.evaluations import KpiAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.periods import Occasion
from malstyrning.domain.targets import TargetLevel
from malstyrning.language import Text
from malstyrning.report.build.figures import draw_figures, draw_sparkline
from malstyrning.report.build.marks import answer, verdict_mark
from malstyrning.report.build.places import places_view, short_place
from malstyrning.report.labels import LABELS
from malstyrning.report.sentences import arithmetic, headline, outcome_text
from malstyrning.report.view import KpiView, LevelView, TrendView, VerdictView
from malstyrning.report.words import BETTER, DECIDED_BY, GENDER, TREND, TREND_BASIS, TREND_SYMBOL, UNUSUAL
from malstyrning.report.writer import Writer, with_decimals

_DECIDED = Text("{who}, {date}", "{who}, {date}")
_FINAL = Text("{level} år {year}; bedöms då", "{level} in {year}; judged then")
_PRELIMINARY = Text("preliminärt", "preliminary")
_KOLADA = Text("Kolada {id}: {title}", "Kolada {id}: {title}")
_EXAMPLE = {  # whether the level is invented, and whether the outcome is
    (True, False): Text("målnivån är ett exempel", "the level is an example"),
    (False, True): Text("utfallet är ett exempel", "the outcome is an example"),
    (True, True): Text("målnivå och utfall är exempel", "level and outcome are examples"),
}
_NO_SOURCE = Text("Källa är inte angiven.", "No source is given.")
_SOURCE = Text("Källa: {source}.", "Source: {source}.")
_OWN_WORK = Text(
    "Plats, median, medelvärde och utveckling är egen bearbetning.",
    "Place, median, mean and development are our own processing.",
)


@dataclass(frozen=True, slots=True)
class KpiScene:
    """What the view of a KPI is made in: the evaluation, its goal, and the language."""

    evaluation: Evaluation
    goal: GoalAssessment
    write: Writer

    @property
    def year(self) -> str:
        """The year whose plan is judged."""
        return str(self.evaluation.occasion.year)


def kpi_view(scene: KpiScene, assessment: KpiAssessment) -> KpiView:
    """Everything a reader is told of one KPI."""
    plan, write = scene.evaluation.plan, scene.write
    kpi = plan.kpis[assessment.kpi]
    goal = plan.strategic_goals[kpi.goal]
    committee = plan.committees[goal.committee]
    verdict = assessment.verdict
    answers = scene.evaluation.answers.get(goal.committee)
    given = answers.kpis.get(kpi.id, KpiAnswer()) if answers else KpiAnswer()
    asked = is_asked(assessment)
    placed = next((place for place in assessment.places if place.first is not None), None)
    levels = _levels(kpi, scene)
    return KpiView(
        anchor=kpi.id,
        title=write.text(kpi.title),
        goal=goal.id,
        goal_number=goal.number,
        committee=write.text(committee.title),
        mark=verdict_mark(verdict, write),
        headline=headline(kpi, assessment, scene.year, write),
        better=write.text(BETTER[kpi.direction]),
        unit=write.text(kpi.unit.name),
        short_outcome=short_outcome(assessment, scene.evaluation.occasion, write),
        short_level=short_level(kpi, verdict, write),
        verdict=_verdict(kpi, verdict, write.text(GENDER[assessment.outcome.gender]), scene),
        levels=levels,
        final=_final(kpi, assessment.final, write),
        at_start=_labelled(kpi, assessment.at_start_of_year, "at_start", scene),
        addition=_labelled(kpi, assessment.committee_addition, "addition", scene),
        genders=tuple(
            _verdict(kpi, one, write.text(GENDER[gender]), scene) for gender, one in assessment.by_gender.items()
        ),
        trend=_trend(kpi, assessment.trend, write),
        short_place=short_place(placed, write) if placed else "–",
        quartile=str(placed.quartile) if placed else "–",
        places=places_view(kpi, assessment, scene.evaluation, write),
        sparkline=draw_sparkline(assessment),
        figures=draw_figures(kpi, assessment, scene.evaluation, write),
        values=tuple((str(one.period), outcome_text(kpi, one, write)) for one in assessment.series),
        cause=answer(given.cause, write, asked=asked),
        own_and_events=answer(given.own_and_events, write, asked=asked),
        facts=_facts(kpi, committee.owner, write),
        source=_source(assessment, write),
        example=_example(levels, assessment, write),
    )


def is_asked(assessment: KpiAssessment) -> bool:
    """Questions 3 and 4 are asked only for KPIs that missed their level or fell."""
    missed = assessment.verdict.fulfilment in (Fulfilment.NEARLY, Fulfilment.NOT_REACHED)
    return missed or assessment.trend.trend is Trend.WORSE


def _example(levels: tuple[LevelView, ...], assessment: KpiAssessment, write: Writer) -> str:
    measurement = assessment.outcome.measurement
    invented = (any(one.example for one in levels), bool(measurement and measurement.example))
    return write.text(_EXAMPLE[invented]) if invented in _EXAMPLE else ""


def short_outcome(assessment: KpiAssessment, occasion: Occasion, write: Writer) -> str:
    """An outcome for a table: the number, and what a reader must know of it."""
    outcome = assessment.outcome
    if outcome.value is None:
        return "–"
    notes = [str(outcome.period)] if outcome.period.year != occasion.year else []
    if outcome.measurement and outcome.measurement.preliminary:
        notes.append(write.text(_PRELIMINARY))
    told = write.number(outcome.value)
    return f"{told} ({', '.join(notes)})" if notes else told


def short_level(kpi: Kpi, verdict: Verdict, write: Writer) -> str:
    """A level for a table: `≥ 95,0`."""
    return write.limits(with_decimals(verdict.level.criterion, kpi.decimals)) if verdict.level else "–"


def _verdict(kpi: Kpi, verdict: Verdict, label: str, scene: KpiScene) -> VerdictView:
    write = scene.write
    return VerdictView(
        label,
        outcome_text(kpi, verdict.outcome, write) if verdict.outcome else "–",
        write.decided_level(verdict.level, kpi.unit, kpi.decimals) if verdict.level else "–",
        verdict_mark(verdict, write),
        arithmetic(kpi, verdict, scene.year, write),
    )


def _labelled(kpi: Kpi, verdict: Verdict | None, label: str, scene: KpiScene) -> VerdictView | None:
    return None if verdict is None else _verdict(kpi, verdict, scene.write.text(LABELS[label]), scene)


def _levels(kpi: Kpi, scene: KpiScene) -> tuple[LevelView, ...]:
    """Every decision on this year's level, oldest first: a revised level never hides the one before."""
    occasion = scene.evaluation.occasion
    decided = [one for one in kpi.target_levels if one.year == occasion.year]
    return tuple(_level(kpi, one, scene) for one in sorted(decided, key=lambda one: one.decided))


def _level(kpi: Kpi, level: TargetLevel, scene: KpiScene) -> LevelView:
    write = scene.write
    decision = write.text(_DECIDED, who=DECIDED_BY[level.decided_by], date=write.date(level.decided))
    return LevelView(
        write.decided_level(level, kpi.unit, kpi.decimals),
        f"{decision} ({level.reference})" if level.reference else decision,
        level.source or "",
        level.example,
        late=level.decided > scene.evaluation.occasion.date,
    )


def _final(kpi: Kpi, level: TargetLevel | None, write: Writer) -> str:
    if level is None:
        return ""
    told = write.text(_FINAL, level=write.decided_level(level, kpi.unit, kpi.decimals), year=str(level.year))
    return f"{told} ({write.text(LABELS['example'])})" if level.example else told


def _trend(kpi: Kpi, trend: TrendVerdict, write: Writer) -> TrendView:
    change = "" if trend.change is None else write.difference(trend.change, kpi.unit)
    smallest = ""
    if trend.smallest is not None:
        smallest = write.difference(rounded(trend.smallest, kpi.decimals + 1), kpi.unit, signed=False)
    note = write.text(
        TREND_BASIS[trend.basis],
        earlier=str(trend.earlier),
        change=change,
        smallest=smallest,
        values=str(trend.values),
    )
    if trend.unusual:
        note = f"{note} {write.text(UNUSUAL)}"
    return TrendView(trend.trend.value, TREND_SYMBOL[trend.trend], write.text(TREND[trend.trend]), change, note)


def _facts(kpi: Kpi, committee_owner: str | None, write: Writer) -> tuple[tuple[str, str], ...]:
    criteria = kpi.criteria
    kolada = None
    if kpi.kolada:
        kolada = write.text(_KOLADA, id=kpi.kolada, title=kpi.kolada_title or "").rstrip(": ")
    facts = (
        ("causal_link", criteria.causal_link and write.text(criteria.causal_link)),
        ("method", criteria.method and write.text(criteria.method)),
        ("comparability", criteria.comparability and write.text(criteria.comparability)),
        ("owner", kpi.owner or committee_owner),
        ("source", kolada),
    )
    return tuple((write.text(LABELS[key]), value) for key, value in facts if value)


def _source(assessment: KpiAssessment, write: Writer) -> str:
    """Raw values have their source; what we computed from them is never called the source's."""
    measured = [one.measurement for one in assessment.series if one.measurement]
    if not measured:
        return ""
    sources = dict.fromkeys(one.source for one in measured if one.source)
    told = write.text(_SOURCE, source=", ".join(sources)) if sources else write.text(_NO_SOURCE)
    return f"{told} {write.text(_OWN_WORK)}"
