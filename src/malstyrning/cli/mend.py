"""`malstyrning validate --fix` and `--diff`: make the safe edits, or show them."""

from collections.abc import Callable, Iterator
from datetime import date
from difflib import unified_diff
from pathlib import Path

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language, Text, plural

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
    """The change of a file, in the form that git shows and applies."""
    former, latter = (content.decode("utf-8-sig").splitlines(keepends=True) for content in (before, after))
    for line in unified_diff(former, latter, f"a/{path}", f"b/{path}"):
        yield line.rstrip("\r\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
