"""`malstyrning validate`: all findings about a workspace at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malstyrning.cli.options import LanguageOption, WorkspaceOption, terminal_language, workspace_root
from malstyrning.console.formats import OutputFormat
from malstyrning.diagnostics import Diagnostic, Severity, has_errors, in_order
from malstyrning.exit_codes import CannotDoError, Exit
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.domain.policy import Acceptance
    from malstyrning.load import Loaded
    from malstyrning.rules import Settled

_ONE_AT_A_TIME = Text("ge en av --fix, --diff och --accept-all", "give one of --fix, --diff and --accept-all")
_UNTIL = Text("till och med {until}", "until {until}")


class FailOn(StrEnum):
    """The weight from which a finding makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Show the findings in these files and folders only."),
    ] = None,
    workspace: WorkspaceOption = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="How findings are written.")
    ] = OutputFormat.TEXT,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit with 1 from this weight on.")] = FailOn.ERROR,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what is safe to mend in the files, then show what is left.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, as a diff; write nothing.")
    ] = False,
    show_accepted: Annotated[
        bool, typer.Option("--show-accepted", help="Show as well what has been accepted, by whom and why.")
    ] = False,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="Accept every finding that can be: for an old workspace, once.")
    ] = False,
    reason: Annotated[str, typer.Option("--reason", help="With --accept-all: why.")] = "",
    by: Annotated[str, typer.Option("--by", help="With --accept-all: who answers for it.")] = "",
    period: Annotated[
        str | None,
        typer.Option("--period", help="Check as well what a report of this year needs: values, answers, templates."),
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Check goals, KPIs, target levels and measurements.

    Everything is read and checked; one faulty object or row hides no other. Exit status 1 if there is an error.
    """
    from malstyrning.cli.workspace import show_findings

    if fix + diff + accept_all > 1:
        raise CannotDoError(_ONE_AT_A_TIME)
    root = workspace_root(workspace)
    language = terminal_language(lang)
    today = _today()
    where = [_inside(path, root) for path in paths or ()]

    def chosen(one: Diagnostic) -> bool:
        return not where or any(_covers(path, one.span.path) for path in where)

    if fix or diff:
        from malstyrning.cli.mend import mend

        mend(root, today, chosen, language, write=fix)
    loaded, settled = _checked(root, today, period)
    if accept_all:
        from malstyrning.intake.accepting import accept
        from malstyrning.rules import can_be_accepted

        accept(loaded.folder, filter(can_be_accepted, settled.findings), reason=reason, by=by)
        loaded, settled = _checked(root, today, period)
    findings = [*filter(chosen, settled.findings)]
    if not diff:
        show_findings(findings, output_format, language, loaded)
    if show_accepted:
        _show_accepted(settled.accepted, language)
    if any(one.rule.severity >= Severity[fail_on.name] for one in findings):
        raise typer.Exit(Exit.FINDINGS)


def _checked(root: Path, today: date, period: str | None) -> "tuple[Loaded, Settled]":
    """The workspace and its findings; with a period also those that need verdicts, unless there are errors."""
    from malstyrning.cli.workspace import read_workspace

    if period is None:
        return read_workspace(root, today)
    from malstyrning.cli.occasion import at_occasion, period_of
    from malstyrning.report.render import template_findings

    asked = period_of(period)
    loaded, settled = read_workspace(root, today)
    if not has_errors(settled.findings):
        settled, _ = at_occasion(loaded, settled, asked, today)
    templates = template_findings(loaded.folder)
    return loaded, replace(settled, findings=tuple(in_order([*settled.findings, *templates])))


def _today() -> date:
    return datetime.now().astimezone().date()


def _show_accepted(accepted: "Sequence[tuple[Diagnostic, Acceptance]]", language: Language) -> None:
    from malstyrning.console.formats.text import concise
    from malstyrning.console.terminal import tell

    for finding, entry in accepted:
        until = f" ({_UNTIL.filled({'until': str(entry.until)})[language]})" if entry.until else ""
        tell([concise(finding, language), f"  = {entry.told[language]}{until}"])


def _inside(path: Path, root: Path) -> str:
    if not path.exists():
        raise CannotDoError(Text(f"{path} finns inte", f"{path} does not exist"))
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise CannotDoError(
            Text(f"{path} ligger inte i arbetsytan {root}", f"{path} is not in the workspace {root}")
        ) from None


def _covers(chosen: str, path: str) -> bool:
    return chosen in (".", path) or path.startswith(f"{chosen}/")
