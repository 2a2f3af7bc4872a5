"""The members of a comparison group one by one: whose value stands where. Places are those of `compare`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from malstyrning.domain.assessments import KpiAssessment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import ComparisonTable, Outcome
from malstyrning.domain.places import Place
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.verdicts import Unassessable
from malstyrning.domain.words import Direction, Gender


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation and its value, rounded to the KPI's decimals; None where it has none.

    `first` to `last` is the span of places that equal values share. Where `Place` has none, no one has.
    """

    organisation: str
    value: Decimal | None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One KPI in one group: our place, if we have one, and everyone in the group with us among them.

    Best first, those without a value last; without a direction the highest is first.
    """

    kpi: Kpi
    outcome: Outcome
    group: PeerGroup
    place: Place | None
    members: tuple[Member, ...]

    @property
    def with_value(self) -> tuple[Member, ...]:
        """Those who have a value, ours among them."""
        return tuple(one for one in self.members if one.value is not None)


def comparisons(
    kpi: Kpi, assessment: KpiAssessment, table: ComparisonTable, plan: SteeringPlan
) -> tuple[Comparison, ...]:
    """The KPI in each of its groups in which someone else has a value; none where it is not followed up now."""
    if assessment.verdict.reason is Unassessable.NOT_REPORTED_NOW:
        return ()
    outcome = assessment.outcome
    values = dict(_values(kpi, outcome, table)) | {plan.organisation: outcome.value}
    places = {one.group: one for one in assessment.places if one.own is not None}
    found = []
    for group in plan.groups_of(kpi):
        seen = {one: values.get(one) for one in dict.fromkeys((*group.members, plan.organisation))}
        if any(value is not None and name != plan.organisation for name, value in seen.items()):
            place = places.get(group.id)
            members = _in_order(kpi, seen, ranked=place is not None and place.first is not None)
            found.append(Comparison(kpi, outcome, group, place, members))
    return tuple(found)


def _values(kpi: Kpi, outcome: Outcome, table: ComparisonTable) -> Iterator[tuple[str, Decimal | None]]:
    """Each organisation's value for all (T) of the outcome's period, rounded as the outcome is."""
    period = str(outcome.period)
    columns = table.kpi, table.organisation, table.period, table.gender, table.value
    for name, organisation, when, gender, value in zip(*columns, strict=True):
        if name == kpi.id and when == period and gender == Gender.ALL.value:
            yield organisation, None if value is None else rounded(Decimal(repr(value)), kpi.decimals)


def _in_order(kpi: Kpi, seen: dict[str, Decimal | None], *, ranked: bool) -> tuple[Member, ...]:
    known = [(name, value) for name, value in seen.items() if value is not None]
    known.sort(key=lambda one: one[1], reverse=kpi.direction is not Direction.LOWER)
    order = [value for _, value in known]
    first, equal = {value: order.index(value) + 1 for value in order}, Counter(order)
    return (
        *(
            Member(name, value, first[value], first[value] + equal[value] - 1) if ranked else Member(name, value)
            for name, value in known
        ),
        *(Member(name, None) for name, value in seen.items() if value is None),
    )
