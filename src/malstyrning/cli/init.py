"""`malstyrning init`: a workspace that validates and evaluates at once."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from malstyrning.cli.options import shown, terminal_language
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text

_STARTER = Path(__file__).parent.parent / "starter"


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make it. Default: here.")] = Path(),
) -> None:
    """Make a small workspace that validates and evaluates at once.

    It belongs to an invented municipality, and every file in it is yours to change. No file is overwritten.
    """
    from malstyrning.cli.schema import editor_files
    from malstyrning.console.terminal import say
    from malstyrning.sources.writing import write_whole

    sources = sorted(
        path for path in _STARTER.rglob("*") if path.is_file() and "__pycache__" not in path.relative_to(_STARTER).parts
    )
    files = {folder / path.relative_to(_STARTER): path.read_bytes() for path in sources}
    for path, text in editor_files(terminal_language(None)).items():
        files[folder / path] = text.encode()
    if taken := [target for target in files if target.exists()]:
        raise CannotDoError(
            Text(
                f"{taken[0]} finns redan; inget har skrivits. Välj en tom mapp",
                f"{taken[0]} exists already; nothing was written. Choose an empty folder",
            )
        )
    for target, content in files.items():
        write_whole(target, content)
    say(shown(target.absolute()) for target in files)
    step = "" if folder == Path() else f"cd {quote(str(folder))} && "
    say(f"\nNext: {step}malstyrning evaluate")
