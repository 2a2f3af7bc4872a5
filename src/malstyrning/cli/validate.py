"""`malstyrning validate`: all findings about a workspace at once."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malstyrning.cli.options import LanguageOption, WorkspaceOption, terminal_language, workspace_root
from malstyrning.console.formats import OutputFormat
from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.exit_codes import CannotDoError, Exit
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.domain.policy import Acceptance

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
    lang: LanguageOption = None,
) -> None:
    """Check goals, KPIs, target levels and measurements.

    Everything is read and checked; one faulty object or row hides no other. Exit status 1 if there is an error.
    """
    from malstyrning.cli.workspace import read_workspace, show_findings

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
    loaded, settled = read_workspace(root, today)
    if accept_all:
        from malstyrning.intake.accepting import accept
        from malstyrning.rules import can_be_accepted

        accept(loaded.folder, filter(can_be_accepted, settled.findings), reason=reason, by=by)
        loaded, settled = read_workspace(root, today)
    findings = [*filter(chosen, settled.findings)]
    if not diff:
        show_findings(findings, output_format, language, loaded)
    if show_accepted:
        _show_accepted(settled.accepted, language)
    if any(one.rule.severity >= Severity[fail_on.name] for one in findings):
        raise typer.Exit(Exit.FINDINGS)


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
