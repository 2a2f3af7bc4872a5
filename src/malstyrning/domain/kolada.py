"""What Kolada says of its own KPIs: the snapshot that ours are checked against."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from malstyrning.diagnostics import Span

_ENDED = re.compile(r"\(\s*-\s*((?:19|20)[0-9]{2})\s*\)", re.ASCII)


class KoladaType(StrEnum):
    """Which organisations Kolada has values of a KPI for."""

    MUNICIPALITIES = "K"
    REGIONS = "L"
    BOTH = "A"


@dataclass(frozen=True, slots=True)
class KoladaKpi:
    """A KPI as Kolada described it when the snapshot was taken. `span` is the cell of its id."""

    id: str
    title: str
    by_gender: bool
    type: KoladaType
    retrieved: str
    source: str | None = None
    span: Span | None = field(default=None, compare=False)

    @property
    def last_year(self) -> int | None:
        """The last year with values, where the title tells that there is one: `(-2024)`."""
        match = _ENDED.search(self.title)
        return int(match[1]) if match else None
