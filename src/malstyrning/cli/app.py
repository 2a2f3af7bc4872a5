"""The application: all commands, and what becomes of an error that none of them handled."""

import gc
import os
import sys
import tempfile
import traceback
from io import TextIOWrapper
from itertools import pairwise
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from malstyrning import __version__
from malstyrning.cli.compare import compare
from malstyrning.cli.evaluate import evaluate
from malstyrning.cli.explain import explain
from malstyrning.cli.init import init
from malstyrning.cli.new import new
from malstyrning.cli.options import terminal_language
from malstyrning.cli.plan import plan
from malstyrning.cli.record import record
from malstyrning.cli.rules import rules
from malstyrning.cli.schema import schema
from malstyrning.cli.show import show
from malstyrning.cli.trace import trace
from malstyrning.cli.validate import validate
from malstyrning.console.terminal import tell
from malstyrning.exit_codes import CannotDoError, Exit
from malstyrning.language import Language, Text, same


class _Group(TyperGroup):
    """Commands in the order of the daily work, and an interrupt that exits as shells expect."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own types, which it keeps to itself
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(Exit.INTERRUPTED) from None
        except BrokenPipeError:  # the reader, such as `head`, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(Exit.UNREAD) from None


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Goal and result steering in a municipality, on plain files.",
    epilog="Docs: README.md and docs/ in the repository. Exit status: 0 clean, 1 findings, 2 can't, 3 our fault.",
)


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    if version:
        typer.echo(f"malstyrning {__version__}")
        raise typer.Exit


for _command in (init, validate, evaluate, plan, show, trace, compare, new):
    app.command()(_command)
app.command(context_settings={"ignore_unknown_options": True})(record)  # so that -8,4 is a value and no option
app.command()(rules)
app.command()(explain)
app.command()(schema)


def run() -> None:
    """Run the application; nothing that goes wrong shows the user a traceback."""
    _make_streams_forgiving()
    gc.disable()  # a command makes a million values, keeps them and ends: the collector would search them in vain
    try:
        app()
    except CannotDoError as error:
        _stop(error.message, Exit.CANNOT)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _stop(same(f"{place}{error.strerror or error}"), Exit.CANNOT)
    except Exception as error:  # noqa: BLE001 - the last line of defence
        place, kind = _keep(traceback.format_exc()), type(error).__name__
        told = Text(
            f"internt fel: {kind}. Skicka {place} till dem som förvaltar malstyrning.",
            f"internal error: {kind}. Please send {place} to the maintainers of malstyrning.",
        )
        _stop(told, Exit.INTERNAL)


def _stop(message: Text, status: Exit) -> NoReturn:
    """Say why, in the language that the user asked for, and exit."""
    words = [*sys.argv, ""]
    asked = next((after for word, after in pairwise(words) if word == "--lang"), None)
    language = Language(asked) if asked in set(Language) else terminal_language(None)
    tell(f"malstyrning: {message[language]}")
    sys.exit(status)


def _make_streams_forgiving() -> None:
    """A sign that the console lacks becomes a plain one; output that was closed goes nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as we run
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _keep(report: str) -> str:
    """Save what happened where it disturbs nobody; the path."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="malstyrning-error-", suffix=".txt", delete=False, encoding="utf-8"
    ) as out:
        out.write(f"malstyrning {__version__}, Python {sys.version}\n{sys.argv}\n\n{report}")
    return out.name
