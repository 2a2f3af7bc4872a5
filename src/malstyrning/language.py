"""The two languages: texts, and how numbers and dates are written in each.

Every text of the product stands beside what it belongs to, as a `Text` of both languages. Babel knows
how a language writes numbers and dates; it is imported when first used, since validation needs neither.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial

MINUS = "\N{MINUS SIGN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Language(StrEnum):
    """A language that reports and the terminal speak."""

    SV = "sv"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Swedish and English. A text of the workspace may lack one of them, never both."""

    sv: str | None = None
    en: str | None = None

    def __getitem__(self, language: Language) -> str:
        """The text in `language`, or in the other one where it is missing there."""
        first, second = (self.sv, self.en) if language is Language.SV else (self.en, self.sv)
        return first or second or ""

    def filled(self, facts: Mapping[str, "str | Text"]) -> "Text":
        """The text with each `{name}` replaced by its fact. Facts themselves are never read as patterns."""

        def fill(pattern: str | None, language: Language) -> str | None:
            words = {key: fact[language] if isinstance(fact, Text) else fact for key, fact in facts.items()}
            return pattern and pattern.format_map(words)

        return Text(fill(self.sv, Language.SV), fill(self.en, Language.EN))


_LOCALES = {Language.SV: "sv_SE", Language.EN: "en_GB"}


def without_facts(pattern: Text) -> Text:
    """A pattern as it is read before there are facts: with an ellipsis for each."""
    sv, en = (text and re.sub(r"{{|}}|{\w+}", _without_fact, text) for text in (pattern.sv, pattern.en))
    return Text(sv, en)


def _without_fact(found: re.Match[str]) -> str:
    return {"{{": "{", "}}": "}"}.get(found[0], "…")


def same(text: str) -> Text:
    """A text that is alike in both languages, such as a proper name."""
    return Text(text, text)


def format_number(value: Decimal, language: Language, *, signed: bool = False) -> str:
    """Write a number that is already rounded, with all the decimals it has.

    Rounding is judgement and happens once, in the domain; here nothing is rounded. The minus is U+2212,
    which Babel's Swedish lacks, and `signed` gives a plus to positive numbers.
    """
    number = _number_writer(language, max(0, -int(value.as_tuple().exponent)))(abs(value))
    if value < 0:
        return MINUS + number
    return "+" + number if signed and value > 0 else number


@cache
def _number_writer(language: Language, decimals: int) -> Callable[[Decimal], str]:
    """What writes a number with so many decimals. A report has thousands, and Babel reads its pattern anew for each."""
    from babel.core import Locale
    from babel.numbers import parse_pattern

    pattern = parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))
    return partial(pattern.apply, locale=Locale.parse(_LOCALES[language]))


def format_date(day: date, language: Language) -> str:
    """Write a date in full: `31 december 2022`, `31 December 2022`."""
    from babel.dates import format_date as babel_format_date

    written: str = babel_format_date(day, "d MMMM y", locale=_LOCALES[language])
    return written


def format_months(first: date, last: date, language: Language) -> str:
    """Write a stretch of months of one year: `januari–augusti 2022`."""
    from babel.dates import format_date as babel_format_date

    locale = _LOCALES[language]
    written: str = (
        f"{babel_format_date(first, 'MMMM', locale=locale)}–{babel_format_date(last, 'MMMM y', locale=locale)}"
    )
    return written


def plural(count: int, one: Text, many: Text) -> Text:
    """`one` for exactly one, else `many`; both may hold `{n}`. Swedish and English agree on this."""
    return (one if count == 1 else many).filled({"n": str(count)})
