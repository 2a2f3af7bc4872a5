"""`malstyrning init`: a workspace that validates and evaluates at once."""

from pathlib import Path
from typing import Annotated

import typer

from malstyrning.cli.options import shown
from malstyrning.exit_codes import CannotDoError

_STARTER = Path(__file__).parent.parent / "starter"


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make it. Default: here.")] = Path(),
) -> None:
    """Make a small workspace that validates and evaluates at once.

    It belongs to an invented municipality, and every file in it is yours to change. No file is overwritten.
    """
    from malstyrning.console.terminal import say
    from malstyrning.sources.writing import write_whole

    sources = sorted(
        path for path in _STARTER.rglob("*") if path.is_file() and "__pycache__" not in path.relative_to(_STARTER).parts
    )
    targets = [folder / path.relative_to(_STARTER) for path in sources]
    if taken := [target for target in targets if target.exists()]:
        raise CannotDoError(f"{taken[0]} exists already; nothing was written. Choose an empty folder")
    try:
        for source, target in zip(sources, targets, strict=True):
            write_whole(target, source.read_bytes())
    except OSError as error:
        raise CannotDoError(f"{folder} can't be written: {error.strerror or error}") from error
    say(shown(target.absolute()) for target in targets)
    step = "" if folder == Path() else f"cd {folder} && "
    say(f"\nNext: {step}malstyrning evaluate")
