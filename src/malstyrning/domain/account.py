"""What has become of each KPI of the plan: none may vanish in silence between a budget and its report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from malstyrning.domain.outcomes import Outcome
from malstyrning.language import Text


class KpiState(StrEnum):
    """Whether a KPI has a value for the occasion, and where not, why."""

    MEASURED = "measured"
    AWAITED = "awaited"  # no row yet
    NOT_REPORTED = "not_reported"  # at this occasion, by decision
    TOLD_MISSING = "told_missing"  # a row says that there is no value, and of which kind
    ENDED = "ended"  # by decision, since the last report
    OUTSIDE = "outside"  # in force, but under no goal that the report shows
    VANISHED = "vanished"  # in the last report, and nowhere now


class Remark(StrEnum):
    """What else a reader has to know of a KPI."""

    DESCRIBED = "described"  # without a direction, by decision
    NO_LEVEL = "no_level"  # it has a direction, and no level for the year
    NO_OWNER = "no_owner"
    NOT_ASSESSABLE = "not_assessable"  # with an outcome, for a reason that its verdict tells
    REWORDED = "reworded"
    REDEFINED = "redefined"


_GAPS = (KpiState.AWAITED, KpiState.OUTSIDE, KpiState.VANISHED, Remark.NO_LEVEL, Remark.NO_OWNER)


@dataclass(frozen=True, slots=True)
class KpiAccount:
    """One KPI accounted for.

    `expected` is the day by which an awaited value should be there, `until` the last year of an ended KPI, and
    `replaced_by` what took its place. `goal` is an id, also of a goal that is gone.
    """

    kpi: str
    title: Text
    goal: str
    state: KpiState
    remarks: tuple[Remark, ...] = ()
    outcome: Outcome | None = None
    expected: date | None = None
    until: int | None = None
    replaced_by: str | None = None

    @property
    def is_gap(self) -> bool:
        """Tell whether someone has something to do about it. A missed level is no gap."""
        return any(one in _GAPS for one in (self.state, *self.remarks))


@dataclass(frozen=True, slots=True)
class Account:
    """Every KPI of the plan of the year, in the order of the report, then those that are no longer in it."""

    kpis: tuple[KpiAccount, ...] = ()

    @property
    def counts(self) -> Mapping[KpiState, int]:
        """How many KPIs there are in each state."""
        states = [one.state for one in self.kpis]
        return {state: states.count(state) for state in KpiState}

    @property
    def gaps(self) -> tuple[KpiAccount, ...]:
        """The KPIs that someone has something to do about."""
        return tuple(one for one in self.kpis if one.is_gap)
