"""`malstyrning show`: the goal tree with its marks."""

from typing import TYPE_CHECKING

import typer

from malstyrning.cli.options import AsOfOption, PeriodOption, ReportLanguageOption, WorkspaceOption, workspace_root
from malstyrning.exit_codes import Exit

if TYPE_CHECKING:
    from malstyrning.report.view import Outline, OutlineGoal, OutlineKpi


def show(
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    workspace: WorkspaceOption = None,
    lang: ReportLanguageOption = None,
) -> None:
    """Show the goal tree with its marks, from overall goal to KPI."""
    from malstyrning.cli.occasion import evaluated
    from malstyrning.console.tables import Branch, Screen, Styled
    from malstyrning.report.build import build_outline, notice
    from malstyrning.report.labels import LABELS
    from malstyrning.report.sentences import whole_status
    from malstyrning.report.writer import Writer

    loaded, _, evaluation = evaluated(workspace_root(workspace), period, as_of, lang)
    if evaluation is None:
        raise typer.Exit(Exit.FINDINGS)
    language = lang or loaded.settings.language
    organisation = evaluation.plan.organisations[evaluation.plan.organisation]
    screen = Screen()
    screen.line(Styled(f"{organisation.name} {evaluation.occasion}", "strong"))
    if told := notice(evaluation, Writer(language)):
        screen.line(Styled(told, "notice"))
    level = LABELS["level"][language].lower()
    proposed, signed = LABELS["proposed"][language], LABELS["signed_status"][language]

    def kpi_line(kpi: "OutlineKpi") -> Branch:
        against = f" ({level} {kpi.level})" if kpi.level != "–" else ""
        return Branch(
            (
                Styled(f"{kpi.mark.symbol} ", kpi.mark.key),
                Styled(f"{kpi.title}: {kpi.outcome}"),
                Styled(against, "quiet"),
            )
        )

    def goal_branch(goal: "OutlineGoal") -> Branch:
        line = (
            Styled(f"{goal.mark.symbol} ", goal.mark.key),
            Styled(f"{goal.number} {goal.title} "),
            Styled(f"({goal.count}. {proposed}: {goal.proposed.lower()}. {signed}: {goal.assessed})", "quiet"),
        )
        return Branch(line, tuple(map(kpi_line, goal.kpis)))

    screen.line(Styled(whole_status(evaluation, Writer(language))))

    def overall_branch(one: "Outline") -> Branch:
        line = (
            Styled(f"{one.mark.symbol} ", one.mark.key),
            Styled(f"{one.number} {one.title} ", "strong"),
            Styled(f"({proposed}: {one.mark.label.lower()})", "quiet"),
        )
        return Branch(line, tuple(map(goal_branch, one.goals)))

    screen.tree(map(overall_branch, build_outline(evaluation, language)))
