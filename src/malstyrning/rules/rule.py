"""The shape of a rule: a check on one kind of object, with everything there is to say of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from malstyrning.diagnostics import Rule, Severity, Span
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.ids import Suggestions
from malstyrning.domain.kolada import KoladaKpi
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import BudgetOutcome, Measurement
from malstyrning.domain.periods import Period
from malstyrning.domain.plan import Area, SteeringPlan
from malstyrning.domain.policy import Limits
from malstyrning.domain.words import Gender
from malstyrning.language import Language, Text
from malstyrning.load.places import Identity, Steps

_T = TypeVar("_T")
_OF_VERDICTS = "Evaluation"  # by name: `validate` imports none of what an evaluation is made of
_WITH_VERDICTS = Text(
    "{why} Regeln prövas av evaluate och validate --period, och evaluate --strict räknar det som en brist.",
    "{why} The rule is run by evaluate and validate --period, and evaluate --strict counts it as a gap.",
)


@dataclass(frozen=True)
class Series:
    """A KPI of ours with all its own values, in the order of the files, and what many rules ask of them."""

    kpi: Kpi
    values: tuple[Measurement, ...]

    @cached_property
    def by_period(self) -> dict[Period, dict[Gender, Measurement]]:
        """The values of each period by gender, oldest first of each kind, with those that are told as missing."""
        found: dict[Period, dict[Gender, Measurement]] = {}
        for one in self.values:
            found.setdefault(one.period, {})[one.gender] = one
        return dict(sorted(found.items(), key=lambda item: (item[0].kind, item[0].year, item[0].part)))

    @cached_property
    def totals(self) -> tuple[Measurement, ...]:
        """The rows for all (T), oldest first, of the kind of period that the KPI is measured by."""
        rows = (one[Gender.ALL] for one in self.by_period.values() if Gender.ALL in one)
        return tuple(one for one in rows if one.period.kind == self.kpi.measured.kind)


@dataclass(frozen=True, slots=True)
class Beside:
    """A second place that belongs to a finding: where in which object, or a row of data/."""

    note: Text
    of: Identity | Measurement | KoladaKpi
    at: Steps = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: where in the object, or at which row of data/, and the facts for the message.

    `of` names the object where it is not the one that the check ran on: a check of the whole plan finds things in many.
    `of_all` tells that what it says is not of the object that it stands at alone. What is in none of the plan's files
    has its place given as it is.
    """

    at: Steps | Measurement | KoladaKpi | BudgetOutcome | Span
    facts: dict[str, str | Text]
    cure: Text | None = None
    on_key: bool = False
    beside: tuple[Beside, ...] = ()
    of: Identity | None = None
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may ask about besides its own object.

    `series` holds the KPIs that have values of our own, by id. `today` is None where no clock may be read: then
    nothing is late. `exists` tells whether the workspace has a file at a path. `period` is the one in hand, where
    the workspace names it, and `kolada` what Kolada says of its KPIs, empty where there is no snapshot. `every_row`
    tells whether all of data/ could be read: else no row is told as missing. `language` is the workspace's own.
    `spent` holds what the areas have used, in the order of the files.
    """

    plan: SteeringPlan
    areas: Mapping[str, Area]  # every committee's, gathered once
    failed: frozenset[str]
    complete: bool
    series: Mapping[str, Series]
    exists: Callable[[str], bool]
    today: date | None = None
    limits: Limits = field(default_factory=Limits)
    period: Period | None = None
    kolada: Mapping[str, KoladaKpi] = field(default_factory=dict)
    every_row: bool = True
    language: Language = Language.SV
    spent: Sequence[BudgetOutcome] = ()
    _suggestions: Suggestions = field(default_factory=Suggestions)
    _gathered: dict[Callable[..., Any], Any] = field(default_factory=dict)

    def once(self, gather: Callable[["Context"], _T]) -> _T:
        """What `gather` makes of the whole plan, made the first time that a check asks for it."""
        if gather not in self._gathered:
            self._gathered[gather] = gather(self)
        made: _T = self._gathered[gather]
        return made

    def known(self, kind: str) -> Mapping[str, Any]:
        """The objects of a kind, a section of the plan, by id."""
        found: Mapping[str, Any] = self.areas if kind == "areas" else getattr(self.plan, kind)
        return found

    def has_every(self, section: str) -> bool:
        """Tell whether each entry of a section that is a list could be read: else none is told as missing."""
        return self.complete and not any(one.startswith(f"{section}/") for one in self.failed)

    def goes_on(self, kpi: Kpi) -> bool:
        """Tell whether neither a KPI nor its goal has been ended: only then is it worth completing."""
        goal = self.plan.strategic_goals.get(kpi.goal)
        return kpi.standing.valid.last is None and (goal is None or goal.standing.valid.last is None)

    def meant(self, name: str, kind: str) -> str | None:
        """The id that an unknown name is probably a slip for."""
        return self._suggestions.nearest(name, self.known(kind), kind)


Check = Callable[[Any, Context], Iterator[Found]]
Needs = Callable[[Any], object]
_C = TypeVar("_C", bound=Check)


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule with its check, the kind of object that it is run on, and what such an object has to have."""

    rule: Rule
    on: type
    check: Check
    needs: Needs | None = None


CHECKS: list[Checked] = []


def rule(  # noqa: PLR0913 - a rule has this many parts, and they stand together
    code: str,
    name: str,
    *,
    on: type | tuple[type, ...],
    needs: Needs | None = None,
    says: Text,
    cure: Text,
    why: Text,
    bad: str,
    good: str,
    severity: Severity = Severity.ERROR,
    where: str = "goals/example.yaml",
) -> Callable[[_C], _C]:
    """Register a check under a code. Codes are never used again for something else.

    `needs` gives what the check finds nothing without: few objects have it, and rules that share it ask once.
    """

    def register(check: _C) -> _C:
        needs_verdicts = getattr(on, "__name__", "") == _OF_VERDICTS
        reason = _WITH_VERDICTS.filled({"why": why}) if needs_verdicts else why
        this = Rule(code, name, severity, says, cure, reason, bad, good, where, needs_verdicts)
        CHECKS.extend(Checked(this, one, check, needs) for one in (on if isinstance(on, tuple) else (on,)))
        return check

    return register


def identity(value: Any) -> Identity:  # noqa: ANN401 - any object of the plan
    """The name under which `Places` knows an object."""
    if isinstance(value, Series):
        return value.kpi.id
    if isinstance(value, BudgetFrame):
        return (f"budget_frames/{value.committee}", value.year)
    if isinstance(value, CommitteeEvaluation):
        return (f"evaluations/{value.committee}", value.period)
    key: str = value.id
    return key
