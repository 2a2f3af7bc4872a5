"""The schema of what malstyrning.yaml says about the checks."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from malstyrning.domain.policy import Acceptance, Limits, Policy
from malstyrning.load.forms import OPEN_LIST, OPEN_MAPPING, Day, Fingerprint, Line, Maybe, RuleName, SmallNumber
from malstyrning.load.models import Entry


class SeverityWord(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class RulesEntry(Entry):
    select: Annotated[list[RuleName], OPEN_LIST] = Field(default_factory=list)
    ignore: Annotated[list[RuleName], OPEN_LIST] = Field(default_factory=list)
    severity: Annotated[dict[RuleName, SeverityWord], OPEN_MAPPING] = Field(default_factory=dict)


class LimitsEntry(Entry):
    fewest_kpis: SmallNumber = Limits().fewest_kpis
    most_kpis: SmallNumber = Limits().most_kpis
    longest_title: SmallNumber = Limits().longest_title
    shortest_horizon: SmallNumber = Limits().shortest_horizon
    longest_horizon: SmallNumber = Limits().longest_horizon
    smallest_count: SmallNumber = Limits().smallest_count
    fewest_respondents: SmallNumber = Limits().fewest_respondents
    late_after_months: SmallNumber = Limits().late_after_months
    most_lessons: SmallNumber = Limits().most_lessons
    most_carried: SmallNumber = Limits().most_carried

    def to_domain(self) -> Limits:
        return Limits(**dict(self))


class AcceptanceEntry(Entry):
    fingerprint: Fingerprint
    reason: Line
    by: Line
    until: Maybe[Day] = None

    def to_domain(self) -> Acceptance:
        return Acceptance(self.fingerprint, self.reason, self.by, self.until)


def policy(rules: RulesEntry, limits: LimitsEntry, accepted: list[AcceptanceEntry]) -> Policy:
    """The three keys of malstyrning.yaml as one value."""
    return Policy(
        tuple(rules.select),
        tuple(rules.ignore),
        {key: word.value for key, word in rules.severity.items()},
        limits.to_domain(),
        tuple(one.to_domain() for one in accepted),
    )
