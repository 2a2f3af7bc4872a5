"""A workspace's files on disk. Nothing outside the folder is ever read or written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from os import lstat, scandir, stat_result
from os.path import join
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from unicodedata import is_normalized, normalize

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text
from malstyrning.sources.findings import DECOMPOSED_NAME, NOT_FOUND, NOT_READ, SYMBOLIC_LINK, TOO_LARGE, UNREADABLE
from malstyrning.sources.writing import write_whole

CONFIGURATION = "malstyrning.yaml"  # the file that makes a folder a workspace
LARGEST_FILE = 1_000_000  # bytes, of what people write …
LARGEST_DATA = 100_000_000  # … and of data/: more than a million rows
_NOT_A_FILE = Text("det är ingen vanlig fil", "it is no ordinary file")
_ORDINARY = Text("lägg en vanlig fil där, eller ta bort den", "put an ordinary file there, or remove it")
_STRANGE_NAME = Text("namnet har ett tecken som inte kan visas", "its name has a character that can't be shown")
_RENAME = Text("döp om filen", "rename the file")
_LEADS_OUT = Text(
    "{path} är en symbolisk länk; inget skrivs genom den. Lägg mappen eller filen själv i arbetsytan.",
    "{path} is a symbolic link; nothing is written through it. Put the folder or file itself in the workspace.",
)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on disk, whose files are named by their path from it, with `/` on every system."""

    root: Path
    instead: Mapping[str, bytes] = field(default_factory=dict)  # by path: what to read in place of what the disk holds
    _real: set[str] = field(default_factory=set, repr=False, compare=False)  # paths that were found to be no links

    def files(self, folder: str, *suffixes: str) -> tuple[list[str], list[Diagnostic]]:
        """Paths of all files below `folder` that end in one of `suffixes`, sorted, and what could not be followed.

        Whatever may hide a file from us is an error; a file with another ending is told as a warning.
        """
        paths: list[str] = []
        diagnostics: list[Diagnostic] = []
        for path, is_link in self._walk(folder, diagnostics):
            name = path.rpartition("/")[2].lower()
            if is_link:
                diagnostics.append(_link(path))
            elif not path.isprintable():
                shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in path)
                diagnostics.append(Diagnostic(UNREADABLE, Span(shown), {"cause": _STRANGE_NAME}, cure=_RENAME))
            elif name.endswith(suffixes):
                paths.append(path)
                diagnostics.extend(_decomposed(path))
            elif not (name.startswith("readme") or name.endswith(".md")):  # notes that people leave for each other
                facts = {"path": path, "expected": ", ".join(suffixes)}
                diagnostics.append(Diagnostic(NOT_READ, Span(path), facts))
        return sorted(paths), diagnostics

    def _walk(self, folder: str, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, bool]]:
        """The path of everything below a folder that is no folder, and whether it is a link.

        A list holds the folders that are left: they may be nested deeper than calls can be.
        """
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            try:
                if (self.root / here).is_symlink():
                    diagnostics.append(_link(here + "/"))
                    continue
                with scandir(self.root / here) as found:  # hidden files, and the lock files that Excel leaves
                    entries = [one for one in found if not one.name.startswith((".", "~$"))]
                waiting.extend(f"{here}/{one.name}" for one in entries if one.is_dir(follow_symlinks=False))
                others = [one for one in entries if not one.is_dir(follow_symlinks=False)]
                yield from ((f"{here}/{one.name}", one.is_symlink()) for one in others)
            except (FileNotFoundError, NotADirectoryError):
                diagnostics.append(Diagnostic(NOT_FOUND, Span(here + "/"), {"path": here + "/"}))
            except OSError as error:
                diagnostics.append(_unreadable(here + "/", error))

    def exists(self, path: str) -> bool:
        """Tell whether there is a file at `path` that can be reached."""
        try:
            return (self.root / path).is_file()
        except OSError:
            return False

    def read(self, path: str, largest: int | None = None) -> bytes | Diagnostic:
        """The bytes of a file, or the finding that says why not. What is too large is not taken into memory.

        `largest` is how many bytes it may have, where that is not the limit of what people write or of data/.
        """
        place = join(self.root, path)  # noqa: PTH118 - there are thousands of files, and a Path costs as much as a read
        try:
            if link := self._link_on_the_way(path.rpartition("/")[0]):
                return _link(link)
            given = self.instead.get(path)
            if refused := _refused(path, lstat(place), given, largest):
                return refused
            if given is not None:
                return given
            with open(place, "rb", buffering=0) as file:  # noqa: PTH123
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            return Diagnostic(NOT_FOUND, Span(path), {"path": path})
        except OSError as error:
            return _unreadable(path, error)

    def size(self, path: str) -> int:
        """How many bytes a file has; none where that can't be known."""
        try:
            return len(self.instead[path]) if path in self.instead else (self.root / path).stat().st_size
        except OSError:
            return 0

    def write(self, path: str, content: bytes) -> Path:
        """Put a file in the workspace, whole or not at all; its place.

        Raises CannotDoError where a link would lead the file elsewhere, and OSError where it can't be written.
        """
        self.refuse_links(path)
        write_whole(self.root / path, content)
        return self.root / path

    def refuse_links(self, path: str) -> None:
        """Raise CannotDoError where a part of `path` is a link, which may lead out of the workspace."""
        if link := self._link_on_the_way(path):
            raise CannotDoError(_LEADS_OUT.filled({"path": link}))

    def _link_on_the_way(self, path: str) -> str | None:
        """The first part of `path`, from the root, that is a symbolic link."""
        if not path or path in self._real:
            return None
        if link := self._link_on_the_way(path.rpartition("/")[0]):
            return link
        if (self.root / path).is_symlink():
            return path
        self._real.add(path)
        return None


def _decomposed(path: str) -> Iterator[Diagnostic]:
    if not is_normalized("NFC", path):
        letters = {one for one in normalize("NFC", path) if one not in path}
        yield Diagnostic(DECOMPOSED_NAME, Span(path), {"letters": ", ".join(sorted(letters))})


def _refused(path: str, status: stat_result, given: bytes | None, largest: int | None) -> Diagnostic | None:
    """Why a file is not read, if it is not: a link, no ordinary file, or too large."""
    if S_ISLNK(status.st_mode):
        return _link(path)
    if not S_ISREG(status.st_mode):
        return Diagnostic(UNREADABLE, Span(path), {"cause": _NOT_A_FILE}, cure=_ORDINARY)
    size = status.st_size if given is None else len(given)
    limit = largest or (LARGEST_DATA if path.lower().endswith(".csv") else LARGEST_FILE)
    return Diagnostic(TOO_LARGE, Span(path), {"size": str(size), "limit": str(limit)}) if size > limit else None


def _link(path: str) -> Diagnostic:
    return Diagnostic(SYMBOLIC_LINK, Span(path), {"path": path})


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return Diagnostic(UNREADABLE, Span(path), {"cause": error.strerror or type(error).__name__})
