"""A workspace's files on disk. Nothing outside the folder is ever read."""

from collections.abc import Iterator
from dataclasses import dataclass
from os import DirEntry, scandir
from pathlib import Path

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.language import Text
from malstyrning.sources.findings import NOT_FOUND, SYMBOLIC_LINK, UNREADABLE

_NOT_A_FILE = Text("det är ingen fil", "it is not a file")
_STRANGE_NAME = Text("namnet har ett tecken som inte kan visas", "its name has a character that can't be shown")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on disk, whose files are named by their path from it, with `/` on every system."""

    root: Path

    def files(self, folder: str, *suffixes: str) -> tuple[list[str], list[Diagnostic]]:
        """Paths of all files below `folder` that end in one of `suffixes`, sorted, and what could not be followed."""
        place = self.root / folder
        if place.is_symlink():
            return [], [_link(folder + "/")]
        if not place.is_dir():
            return [], [Diagnostic(NOT_FOUND, Span(folder + "/"), {"path": folder + "/"})]
        paths: list[str] = []
        diagnostics: list[Diagnostic] = []
        for path, entry in self._walk(folder, diagnostics):
            if entry.is_symlink():
                diagnostics.append(_link(path))
            elif not path.isprintable():
                shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in path)
                diagnostics.append(Diagnostic(UNREADABLE, Span(shown), {"cause": _STRANGE_NAME}))
            elif path.lower().endswith(suffixes):
                paths.append(path)
        return sorted(paths), diagnostics

    def _walk(self, folder: str, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, DirEntry[str]]]:
        try:
            entries = list(scandir(self.root / folder))
        except OSError as error:
            diagnostics.append(_unreadable(folder + "/", error))
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith((".", "~$")):  # hidden files, and the lock files that Excel leaves
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(path, diagnostics)
            else:
                yield path, entry

    def exists(self, path: str) -> bool:
        """Tell whether there is a file at `path`."""
        return (self.root / path).is_file()

    def read(self, path: str) -> bytes | Diagnostic:
        """The bytes of a file, or the finding that says why not."""
        place = self.root / path
        for part in (place, *place.parents[: path.count("/")]):
            if part.is_symlink():
                return _link(part.relative_to(self.root).as_posix())
        if not place.exists():
            return Diagnostic(NOT_FOUND, Span(path), {"path": path})
        try:
            if not place.is_file():
                return Diagnostic(UNREADABLE, Span(path), {"cause": _NOT_A_FILE})
            return place.read_bytes()
        except OSError as error:
            return _unreadable(path, error)


def _link(path: str) -> Diagnostic:
    return Diagnostic(SYMBOLIC_LINK, Span(path), {"path": path})


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return Diagnostic(UNREADABLE, Span(path), {"cause": error.strerror or type(error).__name__})
