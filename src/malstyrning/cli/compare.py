"""`malstyrning compare`: one KPI among the municipalities, in the terminal or as a picture."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malstyrning.cli.names import known, known_kpi
from malstyrning.cli.options import PeriodOption, ReportLanguageOption, WorkspaceOption, shown, workspace_root
from malstyrning.exit_codes import CannotDoError, Exit
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.console.tables import Screen
    from malstyrning.domain.assessments import Evaluation, KpiAssessment
    from malstyrning.evaluate.members import Comparison
    from malstyrning.report.build.comparison import ComparisonView, MemberView
    from malstyrning.report.writer import Writer

_COLUMNS = (Text("Kommun", "Municipality"), Text("Värde", "Value"), Text("Plats", "Place"))
_KEY = Text("● {own}  ○ övriga", "● {own}  ○ the others")
_MEDIAN = Text("  │ median {value}", "  │ median {value}")
_ALSO = Text("Jämförs också i {group}: --group {id}", "Also compared in {group}: --group {id}")
_WIDEST_NAME, _WIDEST_CHART, _NARROWEST_CHART = 24, 80, 12
_BETWEEN = 3  # signs between the columns of a table
_GROUP = Text("jämförelsegruppen", "comparison group")
_OURS = b'class="chart strip"'


class CompareFormat(StrEnum):
    """How a comparison is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def compare(
    kpi: Annotated[str, typer.Argument(metavar="KPI", help="The id of a KPI in goals/: ours or Kolada's.")],
    period: PeriodOption = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar="ID", help="The comparison group. Default: the KPI's first.")
    ] = None,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Write the report's chart to FILE.")] = None,
    output_format: Annotated[
        CompareFormat, typer.Option("--output-format", help="How the comparison is written.")
    ] = CompareFormat.TABLE,
    workspace: WorkspaceOption = None,
    lang: ReportLanguageOption = None,
) -> None:
    """Compare one KPI among the municipalities of a group.

    Shows everyone's value, best first, our place and the median, and who has no value.

    For example:

    malstyrning compare meritvarde-kommunala

    malstyrning compare N15505 --group liknande --svg meritvarde.svg
    """
    from malstyrning.cli.occasion import evaluated
    from malstyrning.console.terminal import put, say, tell
    from malstyrning.evaluate.members import comparisons
    from malstyrning.report.build import comparison_view, not_compared
    from malstyrning.report.data import comparison_csv, comparison_data
    from malstyrning.report.writer import Writer

    loaded, _, evaluation = evaluated(workspace_root(workspace), period, None, lang, by_rows=True)
    if evaluation is None:
        raise typer.Exit(Exit.FINDINGS)
    plan, write = evaluation.plan, Writer(lang or loaded.settings.language)
    asked = plan.kpis[known_kpi(kpi, plan)]
    assessment = _assessment(evaluation, asked.id)
    groups = {one.id: one for one in plan.groups_of(asked)}
    if group is not None:
        groups = {group: groups[known(group, groups, _GROUP)]}
    found = [one for one in comparisons(asked, assessment, loaded.measurements.table, plan) if one.group.id in groups]
    chosen = next((one for one in found if one.place), found[0] if found else None)
    view = comparison_view(chosen, evaluation, write) if chosen else None
    why = "" if view else not_compared(asked, assessment, groups.values(), evaluation, write)
    if svg and (chosen is None or chosen.place is None):
        raise CannotDoError(view.said[0] if view else why)
    if why:
        (say if output_format is CompareFormat.TABLE else tell)(why)
    if output_format is CompareFormat.JSON:
        put(json.dumps(comparison_data(assessment, chosen, evaluation), ensure_ascii=False, indent=1))
    elif output_format is CompareFormat.CSV:
        put(comparison_csv(chosen, evaluation).rstrip())
    elif view:
        _show(view, [one for one in found if one is not chosen], write.language)
    if svg and chosen:
        _draw(svg, chosen, found, evaluation, write)


def _assessment(evaluation: "Evaluation", kpi: str) -> "KpiAssessment":
    for one in evaluation.kpis:
        if one.kpi == kpi:
            return one
    year = evaluation.occasion.year
    raise CannotDoError(Text(f"nyckeltalet {kpi} gäller inte {year}", f"the KPI {kpi} is not in force in {year}"))


def _show(view: "ComparisonView", others: "Sequence[Comparison]", language: Language) -> None:
    from malstyrning.console.tables import Screen, Styled

    screen = Screen()
    screen.line(Styled(view.title, "strong"))
    screen.line(Styled(f"{view.group} {view.about}"))
    if view.note:
        screen.line(Styled(view.note, "notice"))
    _table(screen, view, language)
    for said in view.said:
        screen.line(Styled(said))
    for other in others:
        screen.line(Styled(_ALSO.filled({"group": other.group.title, "id": other.group.id})[language], "quiet"))


def _table(screen: "Screen", view: "ComparisonView", language: Language) -> None:
    """Everyone's value and place, with a chart beside them where the screen has room for one."""
    from malstyrning.console.plot import OWN, Axis
    from malstyrning.console.tables import Styled

    header = [one[language] for one in _COLUMNS]
    cells = [(one.name, one.value, one.place) for one in view.rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    room = screen.width - min(_WIDEST_NAME, widths[0]) - sum(widths[1:]) - _BETWEEN * len(widths) - 2
    if room < max(_NARROWEST_CHART, sum(map(len, view.ends)) + 1):
        marked = [(f"{OWN} {one.name}" if one.is_own else one.name, one.value, one.place) for one in view.rows]
        screen.table(header, (map(Styled, row, _styles(one)) for row, one in zip(marked, view.rows, strict=True)))
        return
    values = [one.at for one in view.rows]
    axis = Axis(min(values), max(values), min(room, _WIDEST_CHART), view.median[0] if view.median else None)
    rows = [(*row, axis.dot(one.at, own=one.is_own)) for row, one in zip(cells, view.rows, strict=True)]
    screen.table(
        [*header, axis.ends(*view.ends)],
        (map(Styled, row, _styles(one)) for row, one in zip(rows, view.rows, strict=True)),
        left=(0, 3),
    )
    median = _MEDIAN.filled({"value": view.median[1]})[language] if view.median else ""
    screen.line(Styled(_KEY.filled({"own": view.own})[language] + median, "quiet"))


def _styles(one: "MemberView") -> Iterator[str]:
    return repeat("own" if one.is_own else "")


def _draw(
    path: Path, chosen: "Comparison", found: "Sequence[Comparison]", evaluation: "Evaluation", write: "Writer"
) -> None:
    """Write the report's chart to a file, which it replaces only where that is such a chart already."""
    from malstyrning.console.terminal import tell
    from malstyrning.report.build.figures import draw_place
    from malstyrning.report.charts.static import standing_alone
    from malstyrning.sources.writing import write_whole

    if path.exists() and _OURS not in path.read_bytes():
        raise CannotDoError(
            Text(
                f"{path} finns redan och är inget diagram från malstyrning; ge ett annat namn",
                f"{path} exists already and is no chart of malstyrning's; give another name",
            )
        )
    places = [one.place for one in (chosen, *found) if one.place]
    drawn = draw_place(
        chosen.kpi, _assessment(evaluation, chosen.kpi.id), tuple(dict.fromkeys(places)), evaluation, write
    )
    write_whole(path, standing_alone(drawn.svg).encode())
    tell(shown(path.absolute()))
