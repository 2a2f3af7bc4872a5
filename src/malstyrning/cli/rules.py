"""`malstyrning rules`: every rule there is."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from malstyrning.cli.options import LanguageOption, terminal_language
from malstyrning.language import Language, Text, without_facts

if TYPE_CHECKING:
    from malstyrning.diagnostics import Rule

_TITLE = Text("Reglerna", "The rules")
_INTRODUCTION = Text(
    "Sidan skrivs av `malstyrning rules --output-format markdown`; `malstyrning explain KOD` visar en regel.",
    "Written by `malstyrning rules --output-format markdown`; `malstyrning explain CODE` shows a rule in the terminal.",
)
_COLUMNS = Text("| Kod | Namn | Vikt | Vad den finner |", "| Code | Name | Weight | What it finds |")
_CURE = Text("Gör så här", "What to do")
_BAD = Text("Fel", "Wrong")
_GOOD = Text("Rätt", "Right")
_LONGEST_EXAMPLE = 1_000


class RulesFormat(StrEnum):
    """How the rules are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def rules(
    output_format: Annotated[
        RulesFormat, typer.Option("--output-format", help="How the rules are written.")
    ] = RulesFormat.TEXT,
    lang: LanguageOption = None,
) -> None:
    """List every rule with its code, name, weight and what it finds."""
    from malstyrning.console.terminal import put, say
    from malstyrning.rules import all_rules

    language = terminal_language(lang)
    everything = all_rules()
    if output_format is RulesFormat.JSON:
        put(json.dumps([_as_dict(one, language) for one in everything], indent=1))
    elif output_format is RulesFormat.MARKDOWN:
        put(_manual(everything, language))
    else:
        widest = max(len(one.name) for one in everything)
        say(
            f"{one.code} {one.name:{widest}} {one.severity.word:7} {without_facts(one.message)[language]}"
            for one in everything
        )


def _as_dict(rule: "Rule", language: Language) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.word,
        "message": rule.message[language],
        "help": rule.cure[language],
        "reason": rule.why[language],
        "bad": rule.bad,
        "good": rule.good,
        "where": rule.where,
    }


def _manual(everything: Sequence["Rule"], language: Language) -> Iterator[str]:
    """The whole manual as one page: a table, and a section for each rule."""
    yield f"# {_TITLE[language]}"
    yield from ["", _INTRODUCTION[language], "", _COLUMNS[language], "|:--|:--|:--|:--|"]
    for one in everything:
        link = f"[{one.code}](#{one.code.lower()}-{one.name})"
        yield f"| {link} | {one.name} | {one.severity.word} | {without_facts(one.message)[language]} |"
    for one in everything:
        yield from ["", f"## {one.code} {one.name}", "", f"{without_facts(one.message)[language]}. {one.why[language]}"]
        yield from ["", f"{_CURE[language]}: {without_facts(one.cure)[language]}."]
        for heading, example in ((_BAD, one.bad), (_GOOD, one.good)):
            if example and len(example) <= _LONGEST_EXAMPLE:
                kind = "csv" if one.where.endswith(".csv") else "yaml"
                shown = example.encode("utf-8", "backslashreplace").decode().rstrip("\n")
                yield from ["", f"{heading[language]} (`{one.where}`):", "", f"```{kind}", *_printable(shown), "```"]


def _printable(text: str) -> list[str]:
    """The lines of an example, with signs that can't be seen written as escapes."""
    return [
        "".join(sign if sign.isprintable() or sign == "\t" else sign.encode("unicode_escape").decode() for sign in line)
        for line in text.split("\n")
    ]
