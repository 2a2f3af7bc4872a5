"""Which charts a KPI has, and what they are told to draw."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.events import Event
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.places import Place
from malstyrning.domain.targets import Criterion, TargetLevel
from malstyrning.domain.words import Aggregation
from malstyrning.language import Text
from malstyrning.report.build.events import years
from malstyrning.report.charts import bullet, sparkline, strip, trend
from malstyrning.report.charts.labels import Mark
from malstyrning.report.charts.scale import Tick
from malstyrning.report.view import Figure, Picture
from malstyrning.report.words import BETTER
from malstyrning.report.writer import Writer, with_decimals

_BULLET = Text("Utfall mot målnivå", "Outcome against target level")
_TREND = Text("Utveckling", "Development")
_STRIP = Text("Plats bland andra", "Place among others")
_OUTCOME = Text("Utfall {value}", "Outcome {value}")
_LEVEL = Text("Mål {value}", "Target {value}")
_LEVEL_YEAR = Text("Mål {year} {value}", "Target {year} {value}")
_BASELINE = Text("Start {value}", "Start {value}")
_MEDIAN = Text("Median {value}", "Median {value}")
_CAPTION = Text("{unit}, {period}. {better}.", "{unit}, {period}. {better}.")
_TOLERANCE = Text("Ramen visar toleransen.", "The outlined part shows the tolerance.")
_PATH = Text("Streckad linje: vägen till den slutliga nivån.", "Dashed line: the path to the final level.")
_FORECAST = Text("Prognos {lower}–{upper}", "Forecast {lower}–{upper}")
_INTERVAL = Text(
    "Streckad stapel: prognosens intervall för {year}, tänkt att hålla utfallet fyra gånger av fem.",
    "Dashed bar: the forecast's interval for {year}, meant to hold the outcome four times of five.",
)
_BROKEN = Text(
    "Prickad lodrät linje: ny definition från {years}, som inte jämförs bakåt.",
    "Dotted vertical line: a new definition from {years}, not compared with earlier values.",
)
_BROKEN_OFTEN = Text(
    "Prickade lodräta linjer: nya definitioner från {years}, som inte jämförs bakåt.",
    "Dotted vertical lines: new definitions from {years}, not compared with earlier values.",
)
_BARS = Text("Streck överst: {events}.", "Bars at the top: {events}.")
_ONE_DOT = Text(
    "En punkt är en kommun i gruppen {group}, fältet är mellersta hälften.",
    "A dot is a municipality of the group {group}, the field is the middle half.",
)
_TRIANGLES = Text("Trianglar: {group}.", "Triangles: {group}.")


def draw_sparkline(assessment: KpiAssessment) -> Picture:
    """The series as a line the height of a word; the table beside it has the value."""
    series = assessment.series
    if not any(one.value is not None for one in series):
        return Picture()
    values = {one.period.year: one.value for one in series}
    years = range(min(values), max(values) + 1)
    return Picture(sparkline.draw(sparkline.Sparkline(tuple(_float(values.get(year)) for year in years))))


def draw_figures(
    kpi: Kpi, assessment: KpiAssessment, evaluation: Evaluation, write: Writer, events: tuple[Event, ...] = ()
) -> tuple[Figure, ...]:
    """The charts that have something to show: level, development with the events beside it, place."""
    if not any(one.value is not None for one in assessment.series):
        return ()
    pen = _Pen(kpi, assessment, evaluation, write)
    figures = []
    level, held = assessment.verdict.level, assessment.verdict.held
    if level and held and held.number == assessment.outcome.value:
        figures.append(pen.against_level(level, held.limit))
    if len(assessment.series) > 1:
        figures.append(pen.development(events))
    if placed := tuple(place for place in assessment.places if place.others):
        figures.append(pen.among_others(placed))
    return tuple(figures)


def draw_place(
    kpi: Kpi, assessment: KpiAssessment, places: tuple[Place, ...], evaluation: Evaluation, write: Writer
) -> Figure:
    """Our place in the first group of `places`, as the report draws it."""
    return _Pen(kpi, assessment, evaluation, write).among_others(places)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


class _Pen:
    """Draws for one KPI in one language."""

    def __init__(self, kpi: Kpi, assessment: KpiAssessment, evaluation: Evaluation, write: Writer) -> None:
        self.kpi = kpi
        self.assessment = assessment
        self.evaluation = evaluation
        self.write = write
        values = [one.value for one in assessment.series if one.value is not None]
        self.percent = kpi.unit.is_percent and all(0 <= value <= 100 for value in values)  # noqa: PLR2004

    def against_level(self, level: TargetLevel, limit: Criterion) -> Figure:
        """Outcome against this year's level, where that is a limit on the outcome itself."""
        criterion = with_decimals(limit, self.kpi.decimals)
        lower, upper = (self._mark(_LEVEL, one) for one in criterion.limits)
        baseline = self.kpi.baseline
        spec = bullet.Bullet(
            self._mark(_OUTCOME, self.assessment.outcome.value),
            lower,
            upper,
            float(level.tolerance),
            self._mark(_BASELINE, baseline.value) if baseline else None,
            self.percent,
        )
        period = self.write.period(self.assessment.outcome.period)
        caption = [self._caption(period), self.write.text(_TOLERANCE) if level.tolerance else ""]
        return self._figure(partial(bullet.draw, spec), "bullet", _BULLET, caption)

    def development(self, events: tuple[Event, ...]) -> Figure:
        """Development over the years, with this year's and the final level, breaks and events."""
        kpi = self.kpi
        is_sum_so_far = kpi.aggregation is Aggregation.SUM and self.assessment.outcome.period.kind
        final = None if is_sum_so_far else self.assessment.final  # a level of whole years is no level of parts
        levels = [one for one in (None if is_sum_so_far else self.assessment.verdict.level, final) if one]
        baseline = kpi.baseline if final and final.criterion else None
        first_shown, shown_until = self.assessment.series[0].period.year, self.assessment.outcome.period.year
        breaks = [one.first_year for one in kpi.definitions[1:] if first_shown < one.first_year <= shown_until]
        drawn = [one for one in events if one.first.year <= shown_until and (one.last or one.first).year >= first_shown]
        spec = trend.Trend(
            tuple(
                trend.Point(
                    one.period.year,
                    _float(one.value),
                    self._point_label(one),
                    preliminary=one.preliminary,
                )
                for one in self.assessment.series
            ),
            tuple(mark for level in levels for mark in self._limits(level)),
            tuple(breaks),
            trend.Point(baseline.year, float(baseline.value), self._number(baseline.value)) if baseline else None,
            self.percent,
            tuple(trend.Happening(one.first.year, (one.last or one.first).year) for one in drawn),
            self._forecast(),
        )
        shown = self.write.years(self.assessment.series[0].period, self.assessment.series[-1].period)
        write = self.write
        caption = [
            self._caption(shown),
            write.text(_PATH) if baseline and final else "",
            write.text(_INTERVAL, year=f"{spec.forecast.year:.0f}") if spec.forecast else "",
            self._broken(breaks),
            write.text(_BARS, events="; ".join(f"{write.text(one.title)} {years(one)}" for one in drawn))
            if drawn
            else "",
        ]
        return self._figure(partial(trend.draw, spec), "trend", _TREND, caption)

    def _broken(self, breaks: list[int]) -> str:
        told = _BROKEN if len(breaks) == 1 else _BROKEN_OFTEN
        return self.write.text(told, years=", ".join(map(str, breaks))) if breaks else ""

    def among_others(self, places: tuple[Place, ...]) -> Figure:
        """Our place in the first group; the second one's members as triangles."""
        first, peers = places[0], places[1] if len(places) > 1 else None
        plan, groups = self.evaluation.plan, self.evaluation.plan.groups
        spec = strip.Strip(
            first.others,
            self._named_mark(plan.organisations[plan.organisation].name, first.own),
            peers.others if peers else (),
            first.middle,
            self._mark(_MEDIAN, first.median),
            self.percent,
        )
        caption = [
            self._caption(str(first.period)),
            self.write.text(_ONE_DOT, group=groups[first.group].title),
            self.write.text(_TRIANGLES, group=groups[peers.group].title) if peers else "",
        ]
        return self._figure(partial(strip.draw, spec), "strip", _STRIP, caption)

    def _forecast(self) -> trend.Forecast | None:
        """The interval of a forecast, where the chart is of whole years as it is."""
        made = self.evaluation.forecasts.now.get(self.kpi.id)
        if made is None or made.shown is None or self.assessment.outcome.period.kind:
            return None
        lower, upper = made.shown.lower, made.shown.upper
        label = self.write.text(_FORECAST, lower=self._number(lower), upper=self._number(upper))
        return trend.Forecast(made.period.year, float(lower), float(upper), label)

    def _limits(self, level: TargetLevel) -> list[trend.Level]:
        limits = with_decimals(level.criterion, self.kpi.decimals).limits if level.criterion else ()
        return [
            trend.Level(
                level.year,
                float(value),
                self.write.text(_LEVEL_YEAR, year=str(level.year), value=self.write.number(value)),
            )
            for value in limits
            if value is not None
        ]

    def _figure(self, draw: Callable[..., str], kind: str, heading: Text, caption: list[str]) -> Figure:
        write, kpi = self.write, self.kpi
        told = " ".join(part for part in caption if part)
        title = f"{write.text(heading)}: {write.text(kpi.title)}"
        svg = draw(name=f"{kpi.id}_{kind}", title=title, description=told, number=self._axis)
        return Figure(Picture(svg), write.text(heading), told)

    def _caption(self, period: str) -> str:
        unit = self.write.text(self.kpi.unit.name)
        better = self.write.text(BETTER[self.kpi.direction])
        told = self.write.text(_CAPTION, unit=unit, period=period, better=better[:1].upper() + better[1:])
        return told[:1].upper() + told[1:]

    def _mark(self, label: Text, value: Decimal | None) -> Mark | None:
        return None if value is None else Mark(float(value), self.write.text(label, value=self._number(value)))

    def _point_label(self, outcome: Outcome) -> str:
        if outcome == self.assessment.outcome and outcome.value is not None:
            return self.write.text(_OUTCOME, value=self._number(outcome.value))
        return self._number(outcome.value)

    def _named_mark(self, name: str, value: Decimal | None) -> Mark | None:
        return None if value is None else Mark(float(value), f"{name} {self._number(value)}")

    def _number(self, value: Decimal | None) -> str:
        return "" if value is None else self.write.number(value)

    def _axis(self, tick: Tick) -> str:
        return self.write.number(tick.exact)
