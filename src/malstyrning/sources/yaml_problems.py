"""What the YAML library's words mean to the person who wrote the file, and what to write instead.

The library tells what its grammar lacked. What a writer did is nearly always one of a few things: a colon or a mark
in a text without quotes, an indent that belongs to no line above, or a bracket or a quote that is not closed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from malstyrning.language import Text, same

SECOND_DOCUMENT = Text("här börjar ett andra dokument (---)", "a second document begins here (---)")
NOT_A_KEY = Text(
    "här står en lista eller nycklar med värden där en nyckel ska stå",
    "a list or keys with values stand where a key is expected",
)
ONE_DOCUMENT = Text("ta bort raden, eller dela filen i två", "remove the line, or divide the file into two")

_PAIR = re.compile(r"\s*(?P<key>[\w-]+|\"[^\"]*\"|'[^']*'):\s+(?P<value>\S.*)")
_ITEM = re.compile(r"\s*- ")
_HARD_SPACE = re.compile("^ *(- *)?\u00a0|:\u00a0")  # as an indent, or after the colon of a key
_HARD = Text(
    "ett hårt blanksteg (U+00A0) står där YAML vill ha ett vanligt",
    "a no-break space (U+00A0) is where YAML wants an ordinary one",
)
_TYPE_IT = Text(
    "skriv blankstegen på raden och raden före på nytt", "type the spaces on this line and the one before anew"
)
_COMMENT = re.compile(r"\s#\w")
_NO_COMMENT = Text(
    "efter ett blanksteg börjar # en kommentar, och resten av raden läses inte: sätt citattecken runt texten",
    "after a space # begins a comment, and the rest of the line is not read: put quotes around the text",
)
_LONGEST_LINE = 80
_QUOTES = Text("sätt citattecken runt texten", "put quotes around the text")
_SAME_INDENT = Text(
    "dra in raden lika långt som de rader den hör ihop med; en nyckel skrivs med kolon och blanksteg (title: Trygghet)",
    "indent the line as far as the lines that it belongs with; a key has a colon and a space (title: Safety)",
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where the library stopped, in its words: a line of the file, from 1, and a column, from 0.

    `begun` is the line on which what it was reading began.
    """

    problem: str
    context: str
    lines: Sequence[str]
    column: int
    line: int
    begun: int

    @property
    def source(self) -> str:
        """The line as it is written, without what no one sees at its end."""
        return self.lines[self.line - 1].rstrip()

    @property
    def sign(self) -> str:
        """The character that it stopped at."""
        return self.source[self.column : self.column + 1]

    @property
    def is_at_start(self) -> bool:
        """Tell whether it stopped at the first thing on the line: then the indent is wrong, not what stands there."""
        return not self.source[: self.column].strip()

    @property
    def quoted(self) -> Text:
        """The cure of a value that needs quotes, as the line that it becomes where that is short."""
        pair = _PAIR.match(self.source)
        if not pair or len(self.source) > _LONGEST_LINE or pair["value"].startswith(("{", "[")):
            return _QUOTES
        value = pair["value"]
        if len(value) > 1 and value[0] in "'\"" and value[0] == value[-1]:
            value = value[1:-1]
        mark = "'" if '"' in value or "\\" in value else '"'
        if mark in value:
            return _QUOTES
        line = f"{pair['key']}: {mark}{value}{mark}"
        return Text(f"sätt citattecken runt texten: {line}", f"put quotes around the text: {line}")


def explained(trouble: Trouble) -> tuple[Text, Text | None]:
    """What is wrong in plain words, and its cure; the library's own words where nothing better is known."""
    if any(_HARD_SPACE.search(line) for line in trouble.lines[max(trouble.line - 2, 0) : trouble.line]):
        return _HARD, _TYPE_IT
    for words, explain in _EXPLAIN:
        if words in trouble.problem:
            return explain(trouble)
    return same(", ".join(part for part in (trouble.problem, trouble.context) if part)), None


def _colon(trouble: Trouble) -> tuple[Text, Text | None]:
    pair = _PAIR.match(trouble.source)
    if _ITEM.match(trouble.source) or (pair and trouble.column > pair.end("key")):
        return (
            Text("ett kolon med blanksteg efter står inne i en text", "a colon with a space after it is inside a text"),
            trouble.quoted,
        )
    return (
        Text(
            "raden kan inte börja en nyckel här: raden före har redan ett värde, eller saknar kolon och blanksteg",
            "the line can't begin a key here: the one before has a value already, or lacks its colon and space",
        ),
        _SAME_INDENT,
    )


def _key(trouble: Trouble) -> tuple[Text, Text | None]:
    if not trouble.is_at_start:
        return (
            Text(
                "mer text står efter ett citattecken eller en klammer som stängts",
                "more text comes after a quote or a bracket that was closed",
            ),
            _around(trouble),
        )
    if trouble.source.lstrip().startswith("- "):
        return (
            Text("ett listans streck står bland nycklar", "the dash of a list is among keys"),
            Text(
                "skriv en nyckel före listan (conditions:), eller ta bort strecket",
                "write a key before the list (conditions:), or remove the dash",
            ),
        )
    return (
        Text(
            "raden är varken indragen som raderna före eller som någon nivå ovanför",
            "the line is indented neither as the ones before it nor as any level above",
        ),
        _SAME_INDENT,
    )


def _around(trouble: Trouble) -> Text:
    """Quotes around a value that begins as a list, a mapping or a quoted text and goes on as text."""
    pair = _PAIR.match(trouble.source)
    if not pair or pair["value"][0] not in "{[":
        return trouble.quoted
    line = f'{pair["key"]}: "{pair["value"]}"'
    fine = '"' not in pair["value"] and len(line) <= _LONGEST_LINE
    return Text(
        "ta bort det" + (f", eller skriv {line} om allt är en text" if fine else f", eller {_QUOTES.sv}"),
        "remove it" + (f", or write {line} if all of it is a text" if fine else f", or {_QUOTES.en}"),
    )


def _bracket(trouble: Trouble) -> tuple[Text, Text | None]:
    left, right = ("[", "]") if "']'" in trouble.problem else ("{", "}")
    if trouble.line > trouble.begun:
        lost = _COMMENT.search(trouble.lines[trouble.begun - 1])
        return (
            Text(
                f"klammern {left} på rad {trouble.begun} stängs inte före den här raden",
                f"the bracket {left} on line {trouble.begun} is not closed before this line",
            ),
            _NO_COMMENT if lost else Text(f"skriv {right} där den slutar", f"write {right} where it ends"),
        )
    return (
        Text(
            f"mellan {left} och {right} står något som varken är ett komma eller slutet",
            f"there is something other than a comma or the end between {left} and {right}",
        ),
        Text(
            "skriv komma mellan delarna, och citattecken runt en text som har kolon: {sv: 'Mål: bättre', en: …}",
            "write a comma between the parts, and quotes around a text with a colon: {sv: 'Mål: bättre', en: …}",
        ),
    )


def _list_item(_: Trouble) -> tuple[Text, Text | None]:
    return (
        Text(
            "raden hör varken till listan före eller till någon nivå ovanför",
            "the line belongs neither to the list before it nor to any level above",
        ),
        Text("börja den med ett streck, eller minska indraget", "begin it with a dash, or indent it less"),
    )


def _start(trouble: Trouble) -> tuple[Text, Text | None]:
    """A sign that means something of its own at the start of a value."""
    pair = _PAIR.match(trouble.source)
    sign = pair["value"][0] if pair and pair.start("value") <= trouble.column else trouble.sign
    return (
        Text(f"en text utan citattecken kan inte börja med {sign}", f"a text without quotes can't begin with {sign}"),
        trouble.quoted,
    )


def _end(trouble: Trouble) -> tuple[Text, Text | None]:
    return (
        Text(
            f"citattecknet på rad {trouble.begun} stängs aldrig", f"the quote on line {trouble.begun} is never closed"
        ),
        Text("sätt ett likadant citattecken där texten slutar", "put the same quote where the text ends"),
    )


def _escape(_: Trouble) -> tuple[Text, Text | None]:
    return (
        Text(
            "ett omvänt snedstreck inom dubbla citattecken betyder något annat än sig självt",
            "a backslash within double quotes means something other than itself",
        ),
        Text("använd enkla citattecken: 'C:\\data'", "use single quotes: 'C:\\data'"),
    )


def _block(_: Trouble) -> tuple[Text, Text | None]:
    return (
        Text("efter | eller > står text på samma rad", "there is text after | or > on the same line"),
        Text(
            "skriv texten på raderna under, indragen, eller sätt citattecken runt den",
            "write the text on the lines below, indented, or put quotes around it",
        ),
    )


def _neither(_: Trouble) -> tuple[Text, Text | None]:
    return (
        Text(
            "raden är varken en nyckel med ett värde eller en fortsättning på en text",
            "the line is neither a key with a value nor the rest of a text",
        ),
        _SAME_INDENT,
    )


def _item_on_key_line(_: Trouble) -> tuple[Text, Text | None]:
    return (
        Text("en lista börjar på samma rad som sin nyckel", "a list begins on the line of its key"),
        Text(
            "skriv strecken på raderna under; är det en text, sätt citattecken runt den",
            "write the dashes on the lines below; if it is a text, put quotes around it",
        ),
    )


def _document(_: Trouble) -> tuple[Text, Text | None]:
    return SECOND_DOCUMENT, ONE_DOCUMENT


_EXPLAIN = (
    ("mapping values are not allowed", _colon),
    ("mapping keys are not allowed", _start),
    ("block sequence entries are not allowed", _item_on_key_line),
    ("did not find expected key", _key),
    ("did not find expected '-' indicator", _list_item),
    ("did not find expected ',' or", _bracket),
    ("could not find expected ':'", _neither),
    ("found character that cannot start any token", _start),
    ("did not find expected alphabetic or numeric character", _start),
    ("did not find expected node content", _start),
    ("found unexpected end of stream", _end),
    ("found unexpected document indicator", _end),
    ("found unknown escape character", _escape),
    ("did not find expected comment or line break", _block),
    ("did not find expected <document start>", _document),
)
