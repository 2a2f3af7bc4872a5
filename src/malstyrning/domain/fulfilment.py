"""The scale of fulfilment (måluppfyllelse), which computed verdicts and signed assessments share."""

from enum import StrEnum


class Fulfilment(StrEnum):
    """Fulfilment (måluppfyllelse). `NOT_ASSESSABLE` never shares a mark with `NEARLY`."""

    REACHED = "reached"
    NEARLY = "nearly"
    NOT_REACHED = "not_reached"
    NOT_ASSESSABLE = "not_assessable"
