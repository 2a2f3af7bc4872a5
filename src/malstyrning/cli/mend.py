"""`malstyrning validate --fix` and `--diff`: make the safe edits, or show them."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO, TextIOWrapper
from itertools import islice
from pathlib import Path

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language, Text, plural

_AROUND = 3  # lines shown before and after a change
_FILE = (Text("1 fil", "1 file"), Text("{n} filer", "{n} files"))
_DONE = (Text("1 ställe lagat", "1 place mended"), Text("{n} ställen lagade", "{n} places mended"))
_WOULD = (
    Text("1 ställe kan lagas", "1 place can be mended"),
    Text("{n} ställen kan lagas", "{n} places can be mended"),
)
_NOTHING = Text("Inget som --fix kan laga.", "Nothing that --fix can mend.")
_IN = Text("{places} i {files}: {names}.", "{places} in {files}: {names}.")


def mend(root: Path, today: date, chosen: Callable[[Diagnostic], bool], language: Language, *, write: bool) -> None:
    """Make the edits of the chosen findings in the files, or show them as a unified diff."""
    from malstyrning.console.terminal import say, tell
    from malstyrning.rules import mended
    from malstyrning.sources.tree import Folder

    found = mended(root, today, chosen)
    folder = Folder(root)
    for path, content in found.files.items():
        if write:
            folder.write(path, content)
        else:
            former = folder.read(path)
            say(_difference(path, b"" if isinstance(former, Diagnostic) else former, content))
    if not found.files:
        tell(_NOTHING[language])
        return
    places = plural(found.places, *(_DONE if write else _WOULD))
    files = plural(len(found.files), *_FILE)
    tell(_IN.filled({"places": places, "files": files, "names": ", ".join(found.files)})[language])


def _difference(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """The change of a file, in the form that git shows and applies.

    Edits keep to their lines, so that each line is held against its own: a million may have changed.
    """
    yield from (f"--- a/{path}", f"+++ b/{path}")
    lines, done = _lines(before, after), 0
    for first, last in _hunks(before, after):
        yield f"@@ -{first + 1},{last - first} +{first + 1},{last - first} @@"
        for former, latter in islice(lines, first - done, last - done):
            for line in (f" {former}",) if former == latter else (f"-{former}", f"+{latter}"):
                yield line.rstrip("\r\n")
                if not line.endswith("\n"):
                    yield "\\ No newline at end of file"
        done = last


def _hunks(before: bytes, after: bytes) -> Iterator[tuple[int, int]]:
    """The stretches of lines that hold changes and the lines around them: the first, and the one after the last."""
    first, last, number = 0, -1, 0
    for number, (former, latter) in enumerate(_lines(before, after), 1):
        if former == latter:
            continue
        begins = max(number - 1 - _AROUND, 0)
        if begins > last >= 0:
            yield first, last
        if begins > last:
            first = begins
        last = number + _AROUND
    yield first, min(last, number)


def _lines(before: bytes, after: bytes) -> Iterator[tuple[str, str]]:
    """Each line of a file with what it becomes, with their ends."""
    former, latter = (TextIOWrapper(BytesIO(one), "utf-8-sig", newline="\n") for one in (before, after))
    return zip(former, latter, strict=True)
