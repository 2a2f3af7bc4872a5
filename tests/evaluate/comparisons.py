"""Tables, plans and places as tests of the comparison need them."""

from dataclasses import fields
from decimal import Decimal

from tests.evaluate.examples import KPI, measurement

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import ComparisonTable, Outcome
from malstyrning.domain.periods import Period
from malstyrning.domain.places import Place
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.words import Gender
from malstyrning.evaluate.compare import places
from malstyrning.evaluate.outcomes import outcome
from malstyrning.language import Text

OWN = "9999"
YEAR = Period(2022)
Values = dict[str, float | None]
Fractions = dict[str, tuple[float | None, float | None]]


def table(
    values: Values, kpi: str = "kpi", period: str = "2022", gender: str = "T", fractions: Fractions | None = None
) -> ComparisonTable:
    n = len(values)
    made_of = [(fractions or {}).get(one, (None, None)) for one in values]
    over, under = [one for one, _ in made_of], [one for _, one in made_of]
    return ComparisonTable([kpi] * n, [*values], [period] * n, [gender] * n, [*values.values()], over, under)


def joined(*tables: ComparisonTable) -> ComparisonTable:
    columns = [one.name for one in fields(ComparisonTable)]
    return ComparisonTable(*([cell for one in tables for cell in getattr(one, column)] for column in columns))


def group(*members: str, key: str = "grupp") -> PeerGroup:
    return PeerGroup(key, Text("Grupp"), members, 2022)


def judged(kpi: Kpi, value: float | Decimal | None, period: Period = YEAR) -> Outcome:
    """Our outcome, rounded as the KPI says."""
    rows = {} if value is None else {(period, Gender.ALL): measurement(str(value), period.year)}
    return outcome(kpi, period, Gender.ALL, rows)


def place(
    values: Values, members: tuple[str, ...] | None = None, kpi: Kpi = KPI, fractions: Fractions | None = None
) -> Place:
    """Our place in a group of `members`, by default of all that have a row."""
    plan = SteeringPlan(OWN, groups={"grupp": group(*(members or values))})
    rows = table(values, fractions=fractions)
    (found,) = places([(kpi, judged(kpi, values.get(OWN)))], rows, plan)["kpi"]
    return found


def ours(own: float, *others: float | None) -> Values:
    """Values of ours and of others, in no order of size."""
    return {f"{index:04}": value for index, value in enumerate(others)} | {OWN: own}
