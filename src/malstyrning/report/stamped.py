"""Files that have no record: each tells, in a comment at its end, whether it is as it was written."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text
from malstyrning.sources.writing import write_whole

_EDITED = Text("{path} har ändrats för hand; flytta den", "{path} was edited by hand; move it")
_EDITED_OR_FORCE = Text(
    "{path} har ändrats för hand; flytta den, eller skriv över den med --force",
    "{path} was edited by hand; move it, or overwrite it with --force",
)
_STAMP = "\n<!-- malstyrning {} -->\n"


def write_stamped(folder: Path, files: Mapping[str, bytes], *, force: bool | None = None) -> list[Path]:
    """Write files with their stamps; their paths. `force` is None where nothing may overwrite what was edited.

    Raises CannotDoError where a file that is there is not as it was written, unless `force`.
    """
    for name in () if force else files:
        path = folder / name
        if path.is_file() and not _is_stamped(path.read_bytes()):
            told = _EDITED if force is None else _EDITED_OR_FORCE
            raise CannotDoError(told.filled({"path": str(path)}))
    for name, content in files.items():
        write_whole(folder / name, _stamped(content))
    return [folder / name for name in files]


def _stamped(content: bytes) -> bytes:
    return content + _STAMP.format(sha256(content).hexdigest()).encode()


def _is_stamped(content: bytes) -> bool:
    written = content[: -len(_STAMP.format("0" * 64))]
    return content == _stamped(written)
