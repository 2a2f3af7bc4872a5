"""The formats of a report, by the name that the user gives them."""

from enum import StrEnum


class Format(StrEnum):
    """A format of the report. The record, evaluation.json, is always written."""

    HTML = "html"
    MD = "md"
    JSON = "json"
