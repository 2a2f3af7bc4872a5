"""The command line: one file a command. The only place that prints and exits.

A command imports what it needs when it runs, so that `--help` and `--version` stay fast.
"""

import os
import sys

from malstyrning import __version__
from malstyrning.exit_codes import Exit


def main() -> None:
    """Run the command line. Exit statuses: see exit_codes."""
    if sys.argv[1:] == ["--version"]:  # answered before typer is imported: completion and scripts ask often
        sys.stdout.write(f"malstyrning {__version__}\n")
        return
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing that happens to be installed reads along
    try:
        from malstyrning.cli.app import run

        run()
    except KeyboardInterrupt:  # also while the program is still being read
        sys.exit(Exit.INTERRUPTED)
