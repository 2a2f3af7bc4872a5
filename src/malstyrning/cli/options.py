"""Options that several commands share, and what they mean."""

import os
from pathlib import Path
from typing import Annotated

import typer

from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Language, Text

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help="The folder with malstyrning.yaml. Default: the nearest one, from here upwards.",
    ),
]
CommitteeOption = Annotated[
    str | None, typer.Option("--committee", metavar="ID", help="Only the goals and the money of one committee.")
]
LanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="Language. Default: the terminal's, else English.")
]
ReportLanguageOption = Annotated[Language | None, typer.Option("--lang", help="Language. Default: the workspace's.")]

PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="2022 (as of 31 December), 2022T2 (31 August) or 2022T1 (30 April). "
        "Default: `period` in malstyrning.yaml.",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Use only what was published and decided by this day; what is missing is then expected, or late.",
    ),
]


def workspace_root(given: Path | None) -> Path:
    """The folder of the workspace to work in. Raises CannotDoError where there is none."""
    from malstyrning.load import find_root

    start = (given or Path.cwd()).absolute()
    if given and not (start / "malstyrning.yaml").is_file():
        raise CannotDoError(Text(f"{given} har ingen malstyrning.yaml", f"{given} has no malstyrning.yaml"))
    root = find_root(start)
    if root is None:
        raise CannotDoError(
            Text(
                "ingen malstyrning.yaml här eller ovanför; ge --workspace MAPP, eller gör en arbetsyta: "
                "malstyrning init MAPP",
                "no malstyrning.yaml here or above; give --workspace DIR, or make a workspace: malstyrning init DIR",
            )
        )
    return root


def terminal_language(given: Language | None) -> Language:
    """The language of the terminal: as given, else by its locale, else English."""
    if given:
        return given
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return Language.SV if locale.lower().startswith("sv") else Language.EN


def shown(path: Path) -> str:
    """A path as the user would type it: from here where it lies below, with `/` on every system."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
