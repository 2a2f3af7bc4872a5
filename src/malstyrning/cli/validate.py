"""`malstyrning validate`: all findings about a workspace at once."""

from pathlib import Path
from typing import Annotated

import typer

from malstyrning.cli.options import LanguageOption, WorkspaceOption, terminal_language, workspace_root
from malstyrning.console.formats import OutputFormat
from malstyrning.diagnostics import Severity
from malstyrning.exit_codes import CannotDoError, Exit


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Show the findings in these files and folders only."),
    ] = None,
    workspace: WorkspaceOption = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="How findings are written.")
    ] = OutputFormat.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Check goals, KPIs, target levels and measurements.

    Everything is read and checked; one faulty object or row hides no other. Exit status 1 if there is an error.
    """
    from malstyrning.cli.workspace import read_workspace, show_findings

    root = workspace_root(workspace)
    loaded, findings = read_workspace(root)
    if paths:
        chosen = [_inside(path, root) for path in paths]
        findings = [one for one in findings if any(_covers(path, one.span.path) for path in chosen)]
    show_findings(findings, output_format, terminal_language(lang), loaded)
    if any(one.rule.severity is Severity.ERROR for one in findings):
        raise typer.Exit(Exit.FINDINGS)


def _inside(path: Path, root: Path) -> str:
    if not path.exists():
        raise CannotDoError(f"{path} does not exist")
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise CannotDoError(f"{path} is not in the workspace {root}") from None


def _covers(chosen: str, path: str) -> bool:
    return chosen in (".", path) or path.startswith(f"{chosen}/")
