"""What came after a report, beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from malstyrning.report.view.parts import Mark


@dataclass(frozen=True, slots=True)
class AddendumRow:
    """An outcome that came or changed after the report: what it says, and what would be said now."""

    title: str
    committee: str
    before: str
    before_mark: Mark | None
    now: str
    now_mark: Mark
    source: str


@dataclass(frozen=True, slots=True)
class AddendumView:
    """What came after a signed report. `t` holds the labels by name."""

    language: str
    t: Mapping[str, str]
    organisation: str
    title: str
    lead: str
    rows: tuple[AddendumRow, ...]
