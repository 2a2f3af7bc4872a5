"""What has changed since the last report: values, each of one kind of change."""

from dataclasses import dataclass
from decimal import Decimal

from malstyrning.domain.former import FormerKpi, FormerLevel, FormerReport, FormerVerdict, UnreadableReport
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Definition
from malstyrning.domain.periods import Period
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.words import Gender
from malstyrning.language import Text


@dataclass(frozen=True, slots=True)
class KpiAdded:
    """A KPI that the last report did not have."""

    kpi: str


@dataclass(frozen=True, slots=True)
class KpiGone:
    """A KPI of the last report that this one does not have.

    `until` is its last year and `replaced_by` what took its place, where that is decided; `in_plan` tells whether the
    files still know it.
    """

    kpi: FormerKpi
    in_plan: bool
    until: int | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class FulfilmentChanged:
    """The verdict of a KPI is another; the new one stands in the evaluation."""

    kpi: str
    before: FormerVerdict


@dataclass(frozen=True, slots=True)
class LevelChanged:
    """The level that a KPI is held against is another, for the same year or for a later one."""

    kpi: str
    before: FormerLevel | None
    now: TargetLevel | None


@dataclass(frozen=True, slots=True)
class Reworded:
    """The title of a KPI says something else."""

    kpi: str
    before: Text


@dataclass(frozen=True, slots=True)
class Redefined:
    """A new definition of a KPI has begun."""

    kpi: str
    now: Definition


@dataclass(frozen=True, slots=True)
class GoalStatusChanged:
    """The status of a strategic goal is another; the new one stands in the evaluation."""

    goal: str
    before: Fulfilment


@dataclass(frozen=True, slots=True)
class Superseded:
    """A value that the last report had is another now.

    `verdict` is what the last report made of it and `verdict_now` what it would have made of the new value, where it
    was judged and its level is known.
    """

    kpi: str
    period: Period
    gender: Gender
    before: Decimal | None
    now: Decimal | None
    verdict: Fulfilment | None = None
    verdict_now: Fulfilment | None = None


Change = KpiAdded | KpiGone | FulfilmentChanged | LevelChanged | Reworded | Redefined | GoalStatusChanged | Superseded


@dataclass(frozen=True, slots=True)
class SinceLast:
    """The last report, if there is one, and what differs from it."""

    last: FormerReport | UnreadableReport | None = None
    changes: tuple[Change, ...] = ()

    @property
    def inputs(self) -> dict[str, str]:
        """The SHA-256 of the record that was read, by its path: it makes the report as much as the files do."""
        return {self.last.path: self.last.sha256} if self.last and self.last.sha256 else {}
