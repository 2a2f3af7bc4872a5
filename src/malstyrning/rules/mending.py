"""Mending a workspace: every safe edit, again and again until none is left.

An id that gets its quotes can be read, and then what stands below it is read for the first time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from malstyrning.diagnostics import Diagnostic, Edit
from malstyrning.load.workspace import load_workspace
from malstyrning.rules.runner import settle_workspace
from malstyrning.sources.edits import edited

_MOST_ROUNDS = 10  # each reads the whole workspace; mistakes that hide each other are not nested deeper


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that change, by path, as they would be, and how many places in them were mended."""

    files: Mapping[str, bytes]
    places: int


def mended(root: Path, today: date, chosen: Callable[[Diagnostic], bool]) -> Mended:
    """What the workspace at `root` would be with all edits of the `chosen` findings made. Writes nothing."""
    files: dict[str, bytes] = {}
    places = 0
    for _ in range(_MOST_ROUNDS):
        loaded = load_workspace(root, files)
        settled = settle_workspace(loaded, today)
        by_path: dict[str, list[Edit]] = {}
        for finding in filter(chosen, settled.findings):
            for edit in finding.edits:
                by_path.setdefault(edit.span.path, []).append(edit)
        for path, edits in by_path.items():
            content = loaded.folder.read(path)
            if isinstance(content, bytes):
                files[path] = edited(content, edits)
                places += len(edits)
        if not by_path:
            break
    return Mended(files, places)
