"""`malstyrning trace`: the golden thread through one thing, from vision to lesson."""

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from malstyrning.cli.names import known, known_kpi
from malstyrning.cli.options import PeriodOption, ReportLanguageOption, WorkspaceOption, workspace_root
from malstyrning.exit_codes import Exit
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.console.tables import Branch
    from malstyrning.report.thread import Node

_ANYTHING = Text(
    "målet, nyckeltalet, åtgärden, uppdraget, nämnden, ansvarsområdet, händelsen eller lärdomen",
    "goal, KPI, action, assignment, committee, area, event or lesson",
)
_BREAKS = re.compile(r"[\n\t]\s*")  # in what people wrote at length: here it is a line


class TraceFormat(StrEnum):
    """How a thread is written."""

    TREE = "tree"
    JSON = "json"


def trace(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="A goal, KPI, action, committee, area, assignment, event or lesson.")
    ],
    period: PeriodOption = None,
    output_format: Annotated[
        TraceFormat, typer.Option("--output-format", help="How the thread is written.")
    ] = TraceFormat.TREE,
    workspace: WorkspaceOption = None,
    lang: ReportLanguageOption = None,
) -> None:
    """Follow the golden thread through one thing: up to the vision, and down to outcomes, actions and lessons.

    Each line names the file and the line that it stands at.

    For example:

    malstyrning trace alla-elever-nar-malen

    malstyrning trace behorighet-kommunala --output-format json
    """
    from malstyrning.cli.occasion import evaluated
    from malstyrning.console.tables import Screen, Styled
    from malstyrning.console.terminal import put
    from malstyrning.domain.ids import is_kolada_id
    from malstyrning.report.build import notice
    from malstyrning.report.thread import Scene, thread, traceable
    from malstyrning.report.writer import Writer

    loaded, _, evaluation = evaluated(workspace_root(workspace), period, None, lang)
    if evaluation is None:
        raise typer.Exit(Exit.FINDINGS)
    asked = known_kpi(name, evaluation.plan) if is_kolada_id(name) else name
    language = lang or loaded.settings.language
    scene = Scene(
        evaluation,
        loaded.places,
        Writer(language),
        known(asked, traceable(evaluation.plan), _ANYTHING),
    )
    found = thread(scene)
    if output_format is TraceFormat.JSON:
        about = {"period": str(evaluation.occasion), "example": evaluation.plan.example}
        put(json.dumps({**about, "thread": _as_dict(found)}, ensure_ascii=False, indent=1))
        return
    screen = Screen()
    if told := notice(evaluation, scene.write):
        screen.line(Styled(told, "notice"))
    screen.tree([_branch(found, language)])


def _branch(node: "Node", language: Language) -> "Branch":
    from malstyrning.console.tables import Branch, Styled

    kind = node.kind.value[language]
    text = f"{kind} {node.text}" if kind.endswith("?") else f"{kind}: {node.text}"
    line = (
        Styled(f"{node.mark.symbol} " if node.mark else "", node.mark.key if node.mark else ""),
        Styled(_BREAKS.sub(" ", text), "strong" if node.asked else ""),
        Styled(f"  {node.place}" if node.place else "", "quiet"),
    )
    return Branch(line, tuple(_branch(one, language) for one in node.branches))


def _as_dict(node: "Node") -> dict[str, Any]:
    return {
        "kind": node.kind.name.lower(),
        "id": node.id or None,
        "text": node.text,
        "status": node.mark and node.mark.key,
        "place": node.place or None,
        "asked": node.asked,
        "branches": [_as_dict(one) for one in node.branches],
    }
