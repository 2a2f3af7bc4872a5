"""`malstyrning show`: the goal tree with its marks."""

from typing import Annotated

import typer

from malstyrning.cli.options import ReportLanguageOption, WorkspaceOption, workspace_root
from malstyrning.exit_codes import Exit


def show(
    period: Annotated[
        str | None, typer.Option("--period", help="The year to show. Default: `period` in malstyrning.yaml.")
    ] = None,
    workspace: WorkspaceOption = None,
    lang: ReportLanguageOption = None,
) -> None:
    """Show the goal tree with its marks, from overall goal to KPI."""
    from malstyrning import __version__
    from malstyrning.cli.occasion import evaluated
    from malstyrning.console.tables import Branch, Screen, Styled
    from malstyrning.report.build import Origin, build_view

    loaded, findings, evaluation = evaluated(workspace_root(workspace), period, lang)
    if evaluation is None:
        raise typer.Exit(Exit.FINDINGS)
    origin = Origin(__version__, loaded.inputs, tuple(findings))
    view = build_view(evaluation, origin, lang or loaded.settings.language)
    screen = Screen()
    screen.line(Styled(f"{view.organisation} {view.period}", "strong"))
    if view.notice:
        screen.line(Styled(view.notice, "notice"))
    screen.tree(
        Branch(
            (Styled(f"{overall.number} {overall.title}", "strong"),),
            tuple(
                Branch(
                    (
                        Styled(f"{goal.mark.symbol} ", goal.mark.key),
                        Styled(f"{goal.number} {goal.title} "),
                        Styled(f"({goal.count})", "quiet"),
                    ),
                    tuple(
                        Branch(
                            (
                                Styled(f"{kpi.mark.symbol} ", kpi.mark.key),
                                Styled(f"{kpi.title}: {kpi.short_outcome} "),
                                Styled(
                                    f"({view.t['level'].lower()} {kpi.short_level})" if kpi.short_level != "–" else "",
                                    "quiet",
                                ),
                            )
                        )
                        for kpi in goal.kpis
                    ),
                )
                for goal in overall.goals
            ),
        )
        for overall in view.overall_goals
    )
