"""Reading a workspace for a command: load, run the rules, show what they found."""

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language, Text

_NOT_ALL_CHECKED = Text(
    "Hänvisningar prövas när alla filer går att läsa.", "References are checked once every file can be read."
)

if TYPE_CHECKING:
    from malstyrning.console.formats import OutputFormat
    from malstyrning.load import Loaded
    from malstyrning.load.whole_files import Known, MakeWholeFiles, WholeFiles
    from malstyrning.rules import Settled


def read_workspace(
    root: Path, today: date | None = None, whole_files: "MakeWholeFiles | None" = None
) -> "tuple[Loaded, Settled]":
    """Everything that the workspace holds, and the findings about it that count and that are accepted.

    Only a command that may read the clock gives `today`: values are late and acceptances expire by it. Only one
    that compares gives `whole_files`: it needs the table engine anyway.
    """
    from malstyrning.load import load_workspace
    from malstyrning.rules import settle_workspace

    loaded = load_workspace(root, whole_files=whole_files)
    return loaded, settle_workspace(loaded, today)


def whole_files(known: "Known") -> "WholeFiles | None":
    """What reads large files at once: polars, where it is installed."""
    if not find_spec("polars"):
        return None
    from malstyrning.evaluate.whole_files import PolarsFiles

    return PolarsFiles(known)


def show_findings(
    findings: Sequence[Diagnostic],
    output_format: "OutputFormat",
    language: Language,
    loaded: "Loaded",
    *,
    aside: bool = False,
) -> None:
    """Write findings to standard output, and how many there are to standard error.

    `aside`: all of it to standard error, since the command has another result.
    """
    from malstyrning.console.formats import OutputFormat, closing, write_findings
    from malstyrning.console.terminal import put, say, tell
    from malstyrning.sources.lines import LineByLine

    write = say if output_format in (OutputFormat.TEXT, OutputFormat.CONCISE) else put
    (tell if aside else write)(write_findings(findings, output_format, language, LineByLine(loaded.folder).line))
    tell(closing(findings, language))
    if not loaded.complete:
        tell(_NOT_ALL_CHECKED[language])
