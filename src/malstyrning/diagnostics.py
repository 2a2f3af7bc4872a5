"""Findings as values: a place, a rule and the facts. They are collected, never raised."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256
from itertools import groupby

from malstyrning.language import Text, same

# Control characters, marks that turn text round, spaces without width, line breaks that editors do not count,
# byte-order marks, tags, and halves of characters: what no text needs, and what makes it read as something else.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
MOST_EDITS = 100_000  # of one finding: more of the same slip are mended in turns
OF_VERDICTS = "v"  # begins the fingerprint of a finding that only some runs can make
_FINGERPRINT = 12  # hexadecimal digits: short to write by hand, and enough among thousands


def one_line(text: str) -> str:
    """A text of a stranger as any line may hold it: it can't break the line, steer a terminal or hide itself."""
    if text.isprintable():
        return text
    return INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\n", "␊"))


class Severity(IntEnum):
    """How much a finding weighs. An error makes a judgement wrong or impossible."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name in output formats: `error`, `warning`, `advice`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file. Lines and columns count characters from 1; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One mistake that people make: how it is told, why it matters and what it looks like.

    `message` and `cure` are patterns for the facts of a finding. `bad` and `good` are whole files of a small
    workspace, shown in the manual and tried by the tests. A rule that `needs_verdicts` is about a reporting occasion;
    what it finds is a gap in its report, unless `is_gap` says otherwise.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    cure: Text
    why: Text
    bad: str
    good: str
    where: str = "goals/example.yaml"
    needs_verdicts: bool = False
    is_gap: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, such as where an id was first defined."""

    span: Span
    note: Text


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of one line, and the text to put in its place."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: the rule, the place and the facts that fill the rule's patterns.

    `subject` says what the finding is about in words that stay when lines move: an object and a key of it.
    `about` is the name of that object, for a reader who sees the message alone.
    `edits` mend it, where that is safe: what they make of the file means what its writer meant.
    Facts, and what else a file may have a say in, are made fit for one line here, and nowhere else.
    """

    rule: Rule
    span: Span
    facts: Mapping[str, str | Text] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    cure: Text | None = None
    subject: str = ""
    edits: tuple[Edit, ...] = ()
    about: str = ""

    def __post_init__(self) -> None:
        facts = {
            key: _on_one_line(fact) if isinstance(fact, Text) else one_line(fact) for key, fact in self.facts.items()
        }
        object.__setattr__(self, "facts", facts)
        if self.cure:
            object.__setattr__(self, "cure", _on_one_line(self.cure))

    @property
    def fingerprint(self) -> str:
        """What makes this finding the same one in another revision: rule, subject and facts, never the line.

        It begins with `v` where it takes verdicts to find it again.
        """
        facts = sorted((key, fact.en if isinstance(fact, Text) else fact) for key, fact in self.facts.items())
        content = repr((self.rule.code, self.subject or self.span.path, facts))
        mark = sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]
        return f"{OF_VERDICTS}{mark}" if self.rule.needs_verdicts else mark

    @property
    def message(self) -> Text:
        """What is wrong, with its facts, and in what, where they do not say it."""
        message = self.rule.message.filled(self.facts)
        if all(word in (message.en or "") for word in self.about.split()):
            return message
        return _NAMED.filled({"about": one_line(self.about), "message": message})

    @property
    def help(self) -> Text:
        """How to mend it: the finding's own cure, else the rule's."""
        return self.cure or self.rule.cure.filled(self.facts)


_NAMED = same("{about}: {message}")


def _on_one_line(text: Text) -> Text:
    return Text(text.sv and one_line(text.sv), text.en and one_line(text.en))


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by place, then by code and message, so that the same files give the same list.

    A message takes time to make, and few findings stand at the same place with the same code.
    """
    found: list[Diagnostic] = []
    for _, alike in groupby(sorted(diagnostics, key=_place_and_code), _place_and_code):
        several = [*alike]
        found += several if len(several) == 1 else sorted(several, key=lambda one: one.message.en or "")
    return found


def _place_and_code(one: Diagnostic) -> tuple[str, int, int, int, int, str]:
    span = one.span
    return span.path, span.line, span.column, span.end_line, span.end_column, one.rule.code


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding is an error."""
    return any(one.rule.severity is Severity.ERROR for one in diagnostics)
