"""The formats of a report, by the name that the user gives them."""

from enum import StrEnum


class ReadableFormat(StrEnum):
    """A format that people read."""

    HTML = "html"
    MD = "md"


class Format(StrEnum):
    """A format of the report. `json` is the record, evaluation.json, which is always written."""

    HTML = "html"
    MD = "md"
    CSV = "csv"
    JSON = "json"
