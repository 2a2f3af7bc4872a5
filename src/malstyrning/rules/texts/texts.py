"""Texts: finished, with links that lead somewhere, and made of the letters that they seem to be made of."""

import re
from collections.abc import Iterator
from posixpath import normpath
from unicodedata import normalize
from urllib.parse import unquote

from malstyrning.diagnostics import Severity
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.unfinished import unfinished
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule
from malstyrning.rules.texts.noticed import NOTHING, noticed

_LINK = re.compile(r"\[[^\[\]]*\]\(\s*<?([^)>\s]+)")
_SCHEME = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)  # one letter before the colon is a drive
_OUTSIDE = re.compile(r"[/\\]|file:|[a-z]:|\.\.[/\\]", re.IGNORECASE)
_MARKED = re.compile("[A-Za-z][\u0300-\u036f]")
_CYRILLIC = Text("kyrilliskt", "the Cyrillic")
_GREEK = Text("grekiskt", "the Greek")
_ALIKE = {
    **dict(zip("аеорсухіјѕАВЕЅІЈКМНОРСТУХ", "aeopcyxijsABESIJKMHOPCTYX", strict=True)),  # noqa: RUF001 - the letters sought
    **dict(zip("ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX", strict=True)),  # noqa: RUF001 - the letters sought
}
_FIRST_CYRILLIC = "\u0400"
_STRANGE = re.compile(f"[{''.join(_ALIKE)}]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_TITLE = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: {}\n"
_DESCRIBED = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n    description: {}\n"


def _shown(words: str) -> str:
    most = 40
    return words if len(words) <= most else words[:most] + "…"


@rule(
    "TXT253",
    "unfinished-text",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text("Texten är inte färdig: där står {found}", "The text is not finished: it says {found}"),
    cure=Text(
        "skriv texten, eller ta bort raden tills den finns", "write the text, or remove the line until there is one"
    ),
    why=Text(
        "Det som ska fyllas i senare hamnar annars i rapporten, som nämnden skriver under.",
        "What is to be filled in later ends up in the report, which the committee signs.",
    ),
    bad=_DESCRIBED.format("TODO skriv om parker och torg"),
    good=_DESCRIBED.format("Parker och torg där människor trivs"),
)
def unfinished_text(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """No text is a promise of another text."""
    for of, at, words in context.once(noticed).suspect:
        if found := unfinished(words):
            yield Found(at, {"found": _shown(found)}, of=of)


@rule(
    "TXT254",
    "text-without-content",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text("Hela texten är {found}", "The whole text is {found}"),
    cure=Text("skriv en text, eller ta bort raden", "write a text, or remove the line"),
    why=Text(
        "Är nyckeln utelämnad säger rapporten att svaret saknas. Ett streck, eller ett ord som "
        "null, trycks som om det vore svaret.",
        "If a key is left out, the report says that the answer is missing. A dash, or a word "
        "such as null, is printed as if it were the answer.",
    ),
    bad=_DESCRIBED.format("null"),
    good=_DESCRIBED.format("Parker och torg där människor trivs"),
)
def text_without_content(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """No text is only a sign, or a word by which other readers of YAML mean no text at all."""
    for of, at, words in context.once(noticed).suspect:
        if NOTHING.fullmatch(words):
            yield Found(at, {"found": words}, of=of)


@rule(
    "TXT255",
    "broken-link",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text("Länken {target} leder inte till någon fil", "The link {target} leads to no file"),
    cure=Text(
        "skriv sökvägen från mappen med malstyrning.yaml; en webbadress börjar med https://",
        "write the path from the folder of malstyrning.yaml; a web address begins with https://",
    ),
    why=Text(
        "Den som läser texten och vill se underlaget hittar det inte.",
        "Whoever reads the text and wants to see what it rests on does not find it.",
    ),
    bad=_DESCRIBED.format('"Se [planen](underlag/parker.md)"'),
    good=_DESCRIBED.format('"Se [planen](https://www.example.se/parker)"'),
)
def broken_link(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """A link to a file of the workspace leads to one."""
    for target, found in _links(context):
        path = normpath(unquote(re.split("[#?]", target)[0]))
        if not (_leads_out(target) or target.startswith("#") or target.endswith("/") or context.exists(path)):
            yield found


@rule(
    "TXT256",
    "link-out-of-the-workspace",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text("Länken {target} leder ut ur arbetsytan", "The link {target} leads out of the workspace"),
    cure=Text(
        "lägg filen i arbetsytan, eller länka till en webbadress som alla når",
        "put the file in the workspace, or link to a web address that everyone can reach",
    ),
    why=Text(
        "En sökväg på en dator eller en gemensam disk finns inte hos den som läser rapporten.",
        "A path on one computer, or on a shared drive, does not exist where the report is read.",
    ),
    bad=_DESCRIBED.format("'Se [planen](G:/parker/plan.docx)'"),
    good=_DESCRIBED.format("'Se [planen](https://www.example.se/parker)'"),
)
def link_out_of_the_workspace(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """A link leads into the workspace or to the web."""
    for target, found in _links(context):
        if _leads_out(target):
            yield found


def _links(context: Context) -> Iterator[tuple[str, Found]]:
    """Every link that is no address of the web, and what to tell of it."""
    for of, at, words in context.once(noticed).suspect:
        for target in _LINK.findall(words):
            if not _SCHEME.match(target):
                yield target, Found(at, {"target": _shown(target)}, of=of)


def _leads_out(target: str) -> bool:
    return bool(_OUTSIDE.match(target)) or normpath(unquote(target)).startswith("..")


@rule(
    "TXT257",
    "decomposed-letter",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text("I {word} är {letter} skrivet som två tecken", "In {word} the letter {letter} is two characters"),
    cure=Text("skriv {letter} på nytt", "type {letter} anew"),
    why=Text(
        "Det ser likadant ut, men sortering, sökning och jämförelse tar det för ett annat ord. Så blir det ofta när "
        "text klistras in från en PDF.",
        "It looks the same, yet sorting, searching and comparing take it for another word. It mostly comes from text "
        "pasted from a PDF.",
    ),
    bad=_TITLE.format("Attraktiva livsmiljo\u0308er"),
    good=_TITLE.format("Attraktiva livsmiljöer"),
)
def decomposed_letter(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """Each letter is one character where there is one for it."""
    for of, at, words in context.once(noticed).suspect:
        for match in _MARKED.finditer(words):
            letter = normalize("NFC", match.group())
            if len(letter) == 1:
                word = next(one for one in words.split() if match.group() in one)
                yield Found(at, {"word": _shown(normalize("NFC", word)), "letter": letter}, of=of)
                break


@rule(
    "TXT258",
    "letter-of-another-alphabet",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text(
        "I {word} står {script} {letter} ({code}), inte {meant}", "{word} has {script} {letter} ({code}), not {meant}"
    ),
    cure=Text("skriv {meant} på nytt", "type {meant} anew"),
    why=Text(
        "Bokstäverna ser likadana ut, men den som söker efter ordet hittar det inte.",
        "The letters look the same, yet whoever searches for the word does not find it.",
    ),
    bad=_TITLE.format("Attraktiva livsmilj\u00f6\u0435r"),
    good=_TITLE.format("Attraktiva livsmiljöer"),
)
def letter_of_another_alphabet(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """No word mixes Latin letters with ones of another alphabet that look like them."""
    for of, at, words in context.once(noticed).suspect:
        for word in _WORD.findall(words) if _STRANGE.search(words) else ():
            match = _STRANGE.search(word)
            if match and _LATIN.search(word):
                letter = match.group()
                facts: dict[str, str | Text] = {
                    "word": _shown(word),
                    "script": _CYRILLIC if letter >= _FIRST_CYRILLIC else _GREEK,
                    "letter": letter,
                    "code": f"U+{ord(letter):04X}",
                    "meant": _ALIKE[letter],
                }
                yield Found(at, facts, of=of)
                break
