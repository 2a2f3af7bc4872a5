"""What the rules on texts have to look at: found in one pass, since nearly every text has nothing of it."""

import re
from functools import lru_cache
from typing import NamedTuple

from malstyrning.domain.unfinished import unfinished
from malstyrning.language import Language, Text
from malstyrning.load.places import Identity, Steps
from malstyrning.rules.rule import Context
from malstyrning.rules.texts.written import Phrase, by_object, phrases

NOTHING = re.compile(  # in small letters: ON is a committee, and NA a name
    "[-–—*/]+|[.?x]{1,2}|~|null|Null|NULL|none|None|nil|nan|NaN|n/a|N/A|yes|no|true|false|on|off"
)
_SHORT = 20
# What a text has if any rule finds anything in it.
_SIGNS = ("todo", "fixme", "xxx", "tbd", "tba", "lorem", "???", "[", "<", "kommer", "senare", "to come")
_BEYOND_LATIN = re.compile("[^\x00-\u02ff]")
_REMEMBERED = 4_096


class Noticed(NamedTuple):
    """The texts of a plan that something may be wrong with.

    `suspect` are those in which a rule may find something; `lacking` gives for each object the places of the texts
    that lack the workspace's own language, where there are any.
    """

    suspect: tuple[Phrase, ...]
    lacking: tuple[tuple[Identity, list[Steps]], ...]


def noticed(context: Context) -> Noticed:
    """Look at all that a plan says in words, object by object."""
    suspect: list[Phrase] = []
    lacking: list[tuple[Identity, list[Steps]]] = []
    is_swedish = context.language is Language.SV
    for of, said in by_object(context.plan):
        words: list[str] = []
        without: list[Steps] = []
        for at, text in said:
            if isinstance(text, Text):
                if text.sv is not None:
                    words.append(text.sv)
                elif is_swedish:
                    without.append(at)
                if text.en is not None:
                    words.append(text.en)
                elif not is_swedish:
                    without.append(at)
            else:
                words.append(text)
        if without:
            lacking.append((of, without))
        if _has_signs("\n".join(words)) or any(_says_nothing(one) for one in words if len(one) <= _SHORT):
            suspect += [one for one in phrases(of, said) if _has_signs(one.words) or _says_nothing(one.words)]
    return Noticed(tuple(suspect), tuple(lacking))


@lru_cache(_REMEMBERED)  # owners and decisions are the same in many objects
def _says_nothing(words: str) -> bool:
    return len(words) <= _SHORT and bool(NOTHING.fullmatch(words) or unfinished(words))


def _has_signs(words: str) -> bool:
    try:
        low = words.encode("latin-1").lower().decode("latin-1")  # bytes are sooner lowered, and most texts can be them
    except UnicodeEncodeError:
        if _BEYOND_LATIN.search(words):
            return True
        low = words.lower()
    return any(sign in low for sign in _SIGNS)
