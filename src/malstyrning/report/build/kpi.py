"""The view of one KPI: its verdicts with their arithmetic, its trend, its places and its figures."""

from dataclasses import dataclass
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation, GoalAssessment, KpiAssessment
from malstyrning.domain.evaluations import KpiAnswer
from malstyrning.domain.goal_status import RuleKind
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.periods import Occasion
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.unfinished import is_written
from malstyrning.domain.verdicts import TrendBasis, TrendVerdict, Verdict
from malstyrning.evaluate.happened import happened
from malstyrning.evaluate.questions import is_asked
from malstyrning.language import Text
from malstyrning.load.places import Places
from malstyrning.report.arithmetic import arithmetic, path_text
from malstyrning.report.build.costs import cost_view, cross_view
from malstyrning.report.build.events import event_views
from malstyrning.report.build.figures import draw_figures, draw_sparkline
from malstyrning.report.build.forecasts import forecast_view
from malstyrning.report.build.marks import answer, shown, verdict_mark
from malstyrning.report.build.outcome import made_of, margin_text, short_outcome, source_line
from malstyrning.report.build.places import places_view, short_place
from malstyrning.report.common_change import common_change_texts
from malstyrning.report.labels import LABELS
from malstyrning.report.levels import held_text, level_sign, level_text
from malstyrning.report.sentences import capitalised, headline, outcome_text, reason
from malstyrning.report.view import KpiView, LevelView, TrendView, VerdictView
from malstyrning.report.words import BETTER, DECIDED_BY, GENDER, QUALITY, TREND, TREND_BASIS, TREND_SYMBOL, UNUSUAL
from malstyrning.report.writer import Writer

_DECIDED = Text("{who}, {date}", "{who}, {date}")
_FINAL = Text("{level} år {year}; bedöms då", "{level} in {year}; judged then")
_KOLADA = Text("Kolada {id}: {title}", "Kolada {id}: {title}")
_EXAMPLE = {  # whether the level is invented, and whether the outcome is
    (True, False): Text("målnivån är ett exempel", "the level is an example"),
    (False, True): Text("utfallet är ett exempel", "the outcome is an example"),
    (True, True): Text("målnivå och utfall är exempel", "level and outcome are examples"),
}


@dataclass(frozen=True, slots=True)
class KpiScene:
    """What the view of a KPI is made in: the evaluation, its goal, where the files say it, and the language."""

    evaluation: Evaluation
    goal: GoalAssessment
    places: Places
    write: Writer

    @property
    def occasion(self) -> Occasion:
        """When the report speaks."""
        return self.evaluation.occasion


def kpi_view(scene: KpiScene, assessment: KpiAssessment) -> KpiView:
    """Everything a reader is told of one KPI."""
    plan, write = scene.evaluation.plan, scene.write
    kpi = plan.kpis[assessment.kpi]
    goal = plan.strategic_goals[kpi.goal]
    committee = plan.committees[goal.committee]
    verdict = assessment.verdict
    answers = scene.evaluation.answers.get(goal.committee)
    given = answers.kpis.get(kpi.id, KpiAnswer()) if answers else KpiAnswer()
    asked = is_asked(kpi, assessment, scene.evaluation.occasion.year)
    events = happened(scene.evaluation, assessment, given)
    placed = next((place for place in assessment.places if place.first is not None), None)
    levels = _levels(kpi, scene)
    forecast = scene.evaluation.forecasts.now.get(kpi.id)
    return KpiView(
        anchor=kpi.id,
        title=write.text(kpi.title),
        goal=goal.id,
        goal_number=goal.number,
        committee=write.text(committee.title_in(scene.evaluation.occasion.year)),
        mark=verdict_mark(verdict, write),
        headline=headline(kpi, assessment, scene.occasion, plan.groups, write),
        better=write.text(BETTER[kpi.direction]),
        unit=write.text(kpi.unit.name),
        short_outcome=short_outcome(kpi, assessment, scene.occasion, write),
        short_level=short_level(kpi, verdict, write),
        short_gap="–" if verdict.gap is None else write.number(verdict.gap, signed=True),
        verdict=_verdict(kpi, verdict, write.text(GENDER[assessment.outcome.gender]), scene),
        made_of=made_of(kpi, assessment.outcome, write),
        stands_in=tuple(dict.fromkeys(shown(one.span) for one in assessment.outcome.measurements if one.span)),
        levels=levels,
        final=_final(kpi, assessment, scene),
        at_start=_labelled(kpi, assessment.at_start_of_year, "at_start", scene),
        addition=_labelled(kpi, assessment.committee_addition, "addition", scene),
        genders=tuple(
            _verdict(kpi, one, write.text(GENDER[gender]), scene) for gender, one in assessment.by_gender.items()
        ),
        trend=trend_view(kpi, assessment.trend, write),
        margin=margin_text(assessment.margin, kpi, write),
        forecast=forecast_view(kpi, verdict.level, forecast, plan.groups, write) if forecast else None,
        short_place=short_place(placed, write) if placed else "–",
        quartile=str(placed.quartile) if placed else "–",
        places=places_view(kpi, assessment, scene.evaluation, write),
        sparkline=draw_sparkline(assessment),
        figures=draw_figures(kpi, assessment, scene.evaluation, write, events),
        values=tuple((write.period(one.period), outcome_text(kpi, one, write)) for one in assessment.series),
        common_change=common_change_texts(kpi, assessment.common, plan, write),
        cause=answer(given.cause, write, asked=asked, carried=given.carried.get("cause")),
        own_and_events=answer(given.own_and_events, write, asked=asked, carried=given.carried.get("own_and_events")),
        events=event_views(events, given, write),
        facts=_facts(kpi, committee.owner, plan.goal_status.kind, write),
        source=source_line(assessment, write),
        example=_example(levels, assessment, write),
        quality=quality_text(kpi, write),
        cost=cost_view(kpi, scene.evaluation, write),
        cross=cross_view(kpi, scene.evaluation, write),
    )


def quality_text(kpi: Kpi, write: Writer) -> str:
    """What is said of a KPI's data, if anything: its level and why."""
    quality = kpi.data_quality
    if quality is None:
        return ""
    told = write.text(QUALITY[quality.level])
    return f"{told}. {write.text(quality.text)}" if is_written(quality.text) and quality.text else f"{told}."


def _example(levels: tuple[LevelView, ...], assessment: KpiAssessment, write: Writer) -> str:
    invented = (any(one.example for one in levels), assessment.outcome.example)
    return write.text(_EXAMPLE[invented]) if invented in _EXAMPLE else ""


def short_level(kpi: Kpi, verdict: Verdict, write: Writer) -> str:
    """A level for a table: `≥ 95,0`."""
    return level_sign(verdict.level.target, kpi, write) if verdict.level else "–"


def _verdict(kpi: Kpi, verdict: Verdict, label: str, scene: KpiScene) -> VerdictView:
    write = scene.write
    outcome = outcome_text(kpi, verdict.outcome, write) if verdict.outcome else "–"
    held = held_text(verdict, kpi, write)
    why_not = reason(kpi, verdict, verdict.outcome, scene.occasion, write) if verdict.outcome else ""
    return VerdictView(
        label,
        f"{outcome} ({held})" if held else outcome,
        _level_text(kpi, verdict.level, scene) if verdict.level else "–",
        verdict_mark(verdict, write),
        arithmetic(kpi, verdict, write) or capitalised(why_not),
    )


def _level_text(kpi: Kpi, level: TargetLevel, scene: KpiScene) -> str:
    return level_text(level.target, kpi, scene.evaluation.plan.groups, scene.write)


def _labelled(kpi: Kpi, verdict: Verdict | None, label: str, scene: KpiScene) -> VerdictView | None:
    return None if verdict is None else _verdict(kpi, verdict, scene.write.text(LABELS[label]), scene)


def _levels(kpi: Kpi, scene: KpiScene) -> tuple[LevelView, ...]:
    """Every decision on this year's level, oldest first: a revised level never hides the one before."""
    occasion = scene.occasion
    decided = [(index, one) for index, one in enumerate(kpi.target_levels) if one.year == occasion.year]
    return tuple(
        level_view(kpi, index, scene.evaluation, scene.places, scene.write)
        for index, _ in sorted(decided, key=lambda each: each[1].decided)
    )


def level_view(kpi: Kpi, index: int, evaluation: Evaluation, places: Places, write: Writer) -> LevelView:
    """The level at `index` of a KPI's, with who decided it, when and where."""
    level = kpi.target_levels[index]
    decision = write.text(_DECIDED, who=DECIDED_BY[level.decided_by], date=write.date(level.decided))
    return LevelView(
        level_text(level.target, kpi, evaluation.plan.groups, write),
        f"{decision} ({level.reference})" if level.reference else decision,
        level.source or "",
        level.example,
        late=level.decided > evaluation.occasion.date,
        place=shown(places.span(kpi.id, "target_levels", index)) if kpi.id in places else "",
    )


def _final(kpi: Kpi, assessment: KpiAssessment, scene: KpiScene) -> str:
    level, write = assessment.final, scene.write
    if level is None:
        return ""
    told = write.text(_FINAL, level=_level_text(kpi, level, scene), year=str(level.year))
    if level.example:
        told = f"{told} ({write.text(LABELS['example'])})"
    return f"{told}. {path_text(kpi, assessment.path, write)}" if assessment.path else told


def trend_view(kpi: Kpi, trend: TrendVerdict, write: Writer) -> TrendView:
    """A development with what it was held against."""
    if trend.basis is TrendBasis.NOT_REPORTED_NOW:
        return TrendView(trend.trend.value, "–", "", "", write.text(TREND_BASIS[trend.basis]))
    change = "" if trend.change is None else write.difference(trend.change, kpi.unit)
    smallest = ""
    if trend.smallest is not None:
        smallest = write.difference(rounded(trend.smallest, kpi.decimals + 1), kpi.unit, signed=False)
    n_before, n_now = map(write.number, trend.respondents or (Decimal(0), Decimal(0)))
    note = write.text(
        TREND_BASIS[trend.basis],
        earlier=write.period(trend.earlier) if trend.earlier else "",
        change=change,
        smallest=smallest,
        values=str(trend.values),
        n_before=n_before,
        n_now=n_now,
    )
    if trend.unusual:
        note = f"{note} {write.text(UNUSUAL)}"
    return TrendView(trend.trend.value, TREND_SYMBOL[trend.trend], write.text(TREND[trend.trend]), change, note)


def _facts(kpi: Kpi, committee_owner: str | None, rule: RuleKind, write: Writer) -> tuple[tuple[str, str], ...]:
    criteria = kpi.criteria
    kolada = None
    if kpi.kolada:
        kolada = write.text(_KOLADA, id=kpi.kolada, title=kpi.kolada_title or "").rstrip(": ")
    facts = (
        ("causal_link", criteria.causal_link and write.text(criteria.causal_link)),
        ("method", criteria.method and write.text(criteria.method)),
        ("comparability", criteria.comparability and write.text(criteria.comparability)),
        ("owner", kpi.owner or committee_owner),
        ("weight", write.number(kpi.weight) if rule is RuleKind.WEIGHTED else None),
        ("source", kolada),
    )
    return tuple((write.text(LABELS[key]), value) for key, value in facts if value)
