"""What `evaluate` says in the terminal: what an officer wants to know before opening the report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from malstyrning.console.tables import Screen, Styled
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.report.view import KpiView, ReportView

_MONEY = Text(
    "Ram {current} mnkr, utfall {outcome} mnkr, avvikelse {deviation} mnkr ({percent}).",
    "Frame SEK {current} million, outcome {outcome}, deviation {deviation} ({percent}).",
)
_INTERIM = Text(
    "Ram {current} mnkr, prognos för året {forecast} mnkr, avvikelse {deviation} mnkr ({percent}).",
    "Frame SEK {current} million, forecast of the year {forecast}, deviation {deviation} ({percent}).",
)
_NO_OUTCOME = Text("Ram {current} mnkr; utfall saknas.", "Frame SEK {current} million; no outcome.")
_NO_FORECAST = Text("Ram {current} mnkr; prognos saknas.", "Frame SEK {current} million; no forecast.")
_NARROW = 60  # columns, below which a KPI takes two lines
_WIDE = 110  # and from which place and development have room
_MISSED = ("not_reached", "nearly")


def summarize(view: "ReportView") -> None:
    """Counts, the goals by status, the KPIs that missed and by how much, what could not be judged, the money."""
    screen = Screen()
    screen.line(Styled(f"{view.organisation}: {view.title}", "strong"))
    if view.notice:
        screen.line(Styled(view.notice, "notice"))
    screen.line()
    for line in view.summary:
        screen.line(Styled(line))
    _counts(screen, view)
    _goals(screen, view)
    _missed(screen, view, [one for key in _MISSED for one in view.kpis if one.mark.key == key])
    _unassessable(screen, [one for one in view.kpis if one.mark.key == "not_assessable"])
    _money(screen, view)
    screen.line()


def _counts(screen: Screen, view: "ReportView") -> None:
    screen.line()
    screen.line(*(Styled(f"{mark.symbol} {mark.label}  ", mark.key) for mark in view.marks))
    keys = [mark.key for mark in view.marks]
    rows = [[Styled(f"{one.number} {one.title}"), *map(Styled, one.counts, keys)] for one in view.overall_goals]
    total = [Styled(view.t["total"], "strong"), *(Styled(count, "strong") for count in view.total)]
    screen.table([view.t["overall_goal"], *(mark.symbol for mark in view.marks)], [*rows, total])


def _goals(screen: Screen, view: "ReportView") -> None:
    """The strategic goals by status, in the order of the marks."""
    goals = [goal for one in view.overall_goals for goal in one.goals]
    screen.line(Styled(view.t["strategic_goals"], "strong"))
    for mark in view.marks:
        named = [f"{one.number} {one.title}" for one in goals if one.mark == mark]
        if named:
            screen.line(Styled(f"{mark.symbol} {mark.label} ({len(named)}): ", mark.key), Styled("; ".join(named)))
    screen.line()


def _missed(screen: Screen, view: "ReportView", missed: "Sequence[KpiView]") -> None:
    """Outcome, level and gap of every KPI that missed; a wide screen has place and development as well."""
    if not missed:
        return
    screen.line(Styled(view.t["missed"], "strong"))
    if screen.width < _NARROW:
        for one in missed:
            screen.line(Styled(f"{one.mark.symbol} ", one.mark.key), Styled(f"{one.title}, {one.unit}"))
            level = f"{view.t['level'].lower()} {one.short_level}, {view.t['gap'].lower()} {one.short_gap}"
            screen.line(Styled(f"  {one.short_outcome} "), Styled(f"({level})", "quiet"))
        screen.line()
        return
    names = ["kpi", "outcome", "level", "gap", *(("place", "development") if screen.width >= _WIDE else ())]
    screen.table([view.t[name] for name in names], (_row(one, len(names)) for one in missed), left=(0, 5))


def _row(one: "KpiView", columns: int) -> list[Styled]:
    trend = f"{one.trend.symbol} {one.trend.label}"
    cells = (one.short_outcome, one.short_level, one.short_gap, one.short_place, trend)
    title = Styled(f"{one.mark.symbol} {one.title}, {one.unit}", one.mark.key)
    return [title, *map(Styled, cells)][:columns]


def _unassessable(screen: Screen, kpis: "Sequence[KpiView]") -> None:
    for one in kpis:
        screen.line(Styled(f"{one.mark.symbol} {one.title}: ", one.mark.key), Styled(one.headline))
    if kpis:
        screen.line()


def _money(screen: Screen, view: "ReportView") -> None:
    total = next((one for one in view.money if one.is_total), None)
    if total is None:
        return
    names = ("current", "outcome", "forecast", "deviation", "percent")
    facts = {name: getattr(total, name) or "" for name in names}
    known, unknown = (_MONEY, _NO_OUTCOME) if total.forecast is None else (_INTERIM, _NO_FORECAST)
    told = (known if total.deviation else unknown).filled(facts)
    screen.line(Styled(f"{view.t['money']}: ", "strong"), Styled(told[Language(view.language)]))
