"""Ids: what a thing is called in every file, for good."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from unicodedata import normalize

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_ORGANISATION = re.compile(r"[A-Z]?[A-Z0-9]{3,19}|[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_FINGERPRINT = re.compile(r"v?[0-9a-f]{12}", re.ASCII)
_RULE = re.compile(r"[A-Z]{3}(?:[0-9]{3})?|[a-z0-9]+(?:-[a-z0-9]+)+", re.ASCII)
_KOLADA = re.compile(r"[NU][0-9]{5}", re.ASCII)
LONGEST = 60
_CLOSE = 0.7  # of 1: the same word
MOST_SOUGHT = 50  # names of a kind


def is_id(text: str) -> bool:
    """Lower-case a–z, digits and single hyphens, at most 60 characters."""
    return len(text) <= LONGEST and _ID.fullmatch(text) is not None


def is_organisation_id(text: str) -> bool:
    """Four digits (`0182`), a Kolada unit (`V15E144001301`) or an id of our own."""
    return len(text) <= LONGEST and _ORGANISATION.fullmatch(text) is not None


def is_kolada_id(text: str) -> bool:
    """A Kolada KPI: `N15419`, `U21401`."""
    return _KOLADA.fullmatch(text) is not None


def is_fingerprint(text: str) -> bool:
    """What tells a finding apart: `3fa91c0b7d2e`."""
    return _FINGERPRINT.fullmatch(text) is not None


def is_rule_name(text: str) -> bool:
    """A rule by code (`TAR601`), family (`TAR`) or name (`level-too-precise`)."""
    return _RULE.fullmatch(text) is not None


def as_id(text: str) -> str | None:
    """The id that a text is when its letters are lower-case a–z and what parts its words is a hyphen, if any."""
    letters = normalize("NFD", text.lower()).encode("ascii", "ignore").decode()
    meant = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return meant if is_id(meant) else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """What the writer probably meant, if anything known is close enough. Ids of digits are all close to each other."""
    if word.isdigit():
        return None
    likely = sorted(one for one in known if _may_be_close(word, one))
    for spelling in dict.fromkeys((word, word.strip().lower())):
        if meant := get_close_matches(spelling, likely, n=1, cutoff=_CLOSE):
            return meant[0]
    return None


def _may_be_close(word: str, other: str) -> bool:
    """Rule out, at little cost, what can't be close: lengths alone bound how alike two words are."""
    return 2 * min(len(word), len(other)) >= _CLOSE * (len(word) + len(other))


class Suggestions:
    """What was probably meant by the names that no one knows, in one run.

    Each name is sought once, and only the first fifty: in a file of a thousand slips the cause is another.
    """

    def __init__(self) -> None:
        self._meant: dict[tuple[str, str], str | None] = {}

    def nearest(self, word: str, known: Iterable[str], kind: str = "") -> str | None:
        """What was meant by `word` among the `known` names of a kind."""
        if (word, kind) not in self._meant:
            if len(self._meant) >= MOST_SOUGHT:
                return None
            self._meant[word, kind] = nearest(word, known)
        return self._meant[word, kind]
