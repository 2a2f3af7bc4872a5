"""Lines of files as people see them, whatever the files are."""

from codecs import BOM_UTF8
from dataclasses import dataclass, field

from malstyrning.diagnostics import Diagnostic
from malstyrning.sources.tree import Folder

_MOST_SHOWN = 1_000_000  # bytes of a line


@dataclass(slots=True)
class LineByLine:
    """Finds lines in a folder's files. It holds one file, and goes on from the line before: findings come in order."""

    folder: Folder
    _path: str = ""
    _content: bytes = field(default=b"", repr=False)
    _number: int = 1
    _start: int = 0
    _line: str | None = None  # the one at `_number`, where it has been asked for

    def line(self, path: str, number: int) -> str | None:
        """A line of a file without its end; None where there is no such line."""
        if path != self._path:
            found = self.folder.read(path)
            self._content = b"" if isinstance(found, Diagnostic) else found.removeprefix(BOM_UTF8)
            self._path = path
            self._go_to(1, 0)
        if number < self._number:
            self._go_to(1, 0)
        while self._number < number:
            end = self._content.find(b"\n", self._start)
            if end < 0:
                return None
            self._go_to(self._number + 1, end + 1)
        if self._line is None:
            self._line = self._here()
        return self._line

    def _go_to(self, number: int, start: int) -> None:
        self._number, self._start, self._line = number, start, None

    def _here(self) -> str:
        end = self._content.find(b"\n", self._start, self._start + _MOST_SHOWN)
        line = self._content[self._start : end if end >= 0 else self._start + _MOST_SHOWN]
        return line.decode("utf-8", "replace").rstrip("\r")
