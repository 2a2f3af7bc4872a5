"""Accepting findings: entries under `accepted` in malstyrning.yaml, with a reason and someone who answers for it."""

import re
from collections.abc import Iterable

from malstyrning.diagnostics import Diagnostic
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text
from malstyrning.sources.tree import CONFIGURATION, Folder

_KEY = re.compile(r"^accepted:[ \t]*(\[[ \t]*\])?[ \t]*(#.*)?$", re.MULTILINE)


def accept(folder: Folder, findings: Iterable[Diagnostic], *, reason: str, by: str) -> None:
    """Add an entry for each of the findings; everything else in the file stays as it is.

    Raises CannotDoError without a reason and a name, or where the file holds the entries in another form.
    """
    if not reason.strip() or not by.strip():
        raise CannotDoError(Text("--accept-all kräver --reason och --by", "--accept-all needs --reason and --by"))
    new = {one.fingerprint: one for one in findings}
    if not new:
        return
    entries = "".join(_entry(key, one, reason, by) for key, one in new.items())
    content = folder.read(CONFIGURATION)
    if isinstance(content, Diagnostic):
        raise CannotDoError(content.message)
    folder.write(CONFIGURATION, _with_entries(content.decode("utf-8-sig"), entries).encode())


def _entry(fingerprint: str, finding: Diagnostic, reason: str, by: str) -> str:
    """One entry, with the finding as a comment for the one who reviews it."""
    told = " ".join(f"{finding.rule.code} {finding.span.path} {finding.message.en}".split())
    return f"  # {told}\n  - {{fingerprint: '{fingerprint}', reason: {_quoted(reason)}, by: {_quoted(by)}}}\n"


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _with_entries(text: str, entries: str) -> str:
    key = _KEY.search(text)
    if key:
        return f"{text[: key.start()]}accepted:\n{entries}{text[key.end() :].removeprefix(chr(10))}"
    if re.search(r"^accepted:", text, re.MULTILINE):
        raise CannotDoError(
            Text(
                "skriv först accepted i malstyrning.yaml med en post per rad",
                "first write accepted in malstyrning.yaml with an entry a line",
            )
        )
    return f"{text}{'' if text.endswith(chr(10)) else chr(10)}accepted:\n{entries}"
