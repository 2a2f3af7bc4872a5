"""Texts that are promises of other texts: `[fill in]`, `TODO`, `comes later`. They answer nothing."""

import re

from malstyrning.language import Text

_INSIDE = re.compile(
    r"\b(?:todo|fixme|xxx+|tbd|tba|lorem ipsum)\b|\?{3,}|"
    r"\[(?:ange|fyll i|skriv|infoga|insert|enter|fill in)\b[^\[\]]*\]|<(?:ange|fyll i|insert|enter)\b[^<>]*>|"
    r"\btext(?:en)? kommer(?! (?:från|av|ur|att|med|till|i|på)\b)|\btext to come\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(  # which is one only where it is all that stands there
    r"(?:…|\.\.\.|(?:ska |att )?kompletteras?|(?:ska )?fyllas? i|fylls i|fyll i|kommer|under arbete|ej klart?|"
    r"(?:(?:text|analys|bedömning|svar|underlag|uppgift)\w* )?(?:fylls i|kompletteras|kommer) senare|"
    r"to be completed|to come|to follow)\W*",
    re.IGNORECASE,
)


def unfinished(words: str) -> str | None:
    """What in a text says that it is not written yet; None where it is."""
    match = _INSIDE.search(words) or _WHOLE.fullmatch(words)
    return match and match.group()


def is_written(text: Text | None) -> bool:
    """Tell whether there is a text, finished in each language that it has."""
    return text is not None and not any(one and unfinished(one) for one in (text.sv, text.en))
