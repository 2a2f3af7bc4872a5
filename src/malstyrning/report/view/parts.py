"""The small parts that every view has: texts by what may be done with them, marks and answers."""

from dataclasses import dataclass


class Narrative(str):
    """Markdown that a person wrote. Rendering makes it fit and safe for the format."""

    __slots__ = ()


class Key(str):
    """A name that templates choose by and never show: it is the same in every format."""

    __slots__ = ()


class Picture(str):
    """A drawn chart as SVG."""

    __slots__ = ()


_NOTHING = Narrative()


@dataclass(frozen=True, slots=True)
class Mark:
    """Fulfilment as shape, text and key (for colour)."""

    key: Key
    symbol: str
    label: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer: `given`, `missing` (asked and unanswered) or `not_asked`.

    `carried` says from which occasion a text is carried forward, and who signed it then.
    """

    state: Key
    text: Narrative = _NOTHING
    carried: str = ""
