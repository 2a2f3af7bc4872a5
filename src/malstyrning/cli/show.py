"""`malstyrning show`: the goal tree with its marks."""

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from malstyrning.cli.names import part_of
from malstyrning.cli.options import (
    AsOfOption,
    CommitteeOption,
    PeriodOption,
    ReportLanguageOption,
    WorkspaceOption,
    workspace_root,
)
from malstyrning.exit_codes import Exit

if TYPE_CHECKING:
    from malstyrning.report.view import Outline, OutlineGoal, OutlineKpi


class ShowFormat(StrEnum):
    """How the goals are written."""

    TREE = "tree"
    JSON = "json"


def show(
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    committee: CommitteeOption = None,
    output_format: Annotated[
        ShowFormat, typer.Option("--output-format", help="How the goals are written.")
    ] = ShowFormat.TREE,
    workspace: WorkspaceOption = None,
    lang: ReportLanguageOption = None,
) -> None:
    """Show the goal tree with its marks, from overall goal to KPI.

    For example:

    malstyrning show --committee utbildningsnamnden
    """
    from malstyrning.cli.occasion import evaluated
    from malstyrning.console.tables import Branch, Screen, Styled
    from malstyrning.console.terminal import put
    from malstyrning.report.build import body, build_outline, notice
    from malstyrning.report.labels import LABELS
    from malstyrning.report.sentences import whole_status
    from malstyrning.report.writer import Writer

    loaded, _, evaluation = evaluated(workspace_root(workspace), period, as_of, lang)
    if evaluation is None:
        raise typer.Exit(Exit.FINDINGS)
    evaluation = part_of(evaluation, committee)
    write = Writer(lang or loaded.settings.language)
    outline = build_outline(evaluation, write.language)
    if output_format is ShowFormat.JSON:
        content = {
            "organisation": evaluation.plan.organisation,
            "committee": evaluation.committee,
            "period": str(evaluation.occasion),
            "example": evaluation.plan.example,
            "overall_goals": [*map(_overall_data, outline)],
        }
        put(json.dumps(content, ensure_ascii=False, indent=1))
        return
    screen = Screen()
    screen.line(Styled(f"{body(evaluation, write)} {evaluation.occasion}", "strong"))
    if told := notice(evaluation, write):
        screen.line(Styled(told, "notice"))
    screen.line(Styled(whole_status(evaluation, write)))
    level = write.text(LABELS["level"]).lower()
    proposed, signed = write.text(LABELS["proposed"]), write.text(LABELS["signed_status"])

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

    def overall_branch(one: "Outline") -> Branch:
        line = (
            Styled(f"{one.mark.symbol} ", one.mark.key),
            Styled(f"{one.number} {one.title} ", "strong"),
            Styled(f"({proposed}: {one.mark.label.lower()})", "quiet"),
        )
        return Branch(line, tuple(map(goal_branch, one.goals)))

    screen.tree(map(overall_branch, outline))


def _overall_data(one: "Outline") -> dict[str, Any]:
    goals = [*map(_goal_data, one.goals)]
    return {"id": one.id, "number": one.number, "title": one.title, "proposed": one.mark.key, "goals": goals}


def _goal_data(one: "OutlineGoal") -> dict[str, Any]:
    kpis = [
        {"id": kpi.id, "title": kpi.title, "status": kpi.mark.key, "outcome": kpi.outcome, "level": kpi.level}
        for kpi in one.kpis
    ]
    return {"id": one.id, "number": one.number, "title": one.title, "status": one.mark.key, "kpis": kpis}
