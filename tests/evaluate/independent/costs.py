"""What results cost: kronor per result of a year, and cost beside result in each group."""

from decimal import Decimal, localcontext
from fractions import Fraction
from statistics import median
from typing import Any

from tests.evaluate.independent.figures import breaks_between, has_better_end, rounded
from tests.evaluate.independent.files import Files, yes
from tests.evaluate.independent.money import outcome_rows
from tests.evaluate.independent.outcomes import FIRST_YEAR, Measured
from tests.evaluate.independent.places import groups_of, members_of

FEWEST_PLACED, FEWEST_CORRELATED = 5, 10
Told = dict[str, Any]


def costs(measured: Measured, year: int) -> list[Told]:
    """The years that have a cost, and the one that is judged whether it has one or not."""
    if "cost_per" not in measured.kpi:
        return []
    before = (one for one in range(FIRST_YEAR, year) if not breaks_between(measured.kpi, one, year))
    earlier = [told for one in before if measured.is_told(one) and (told := cost(measured, one))["cost"] is not None]
    return [*earlier, cost(measured, year)]


def cost(measured: Measured, year: int) -> Told:
    """The areas' money of the year over the volume."""
    found = {area: outcome_rows(measured.files, area, year) for area in measured.kpi["cost_per"]["areas"]}
    lacking = [area for area, (rows, whole) in found.items() if not whole]
    rows = [row for part, _ in found.values() for row in part]
    money = None if lacking else sum(Fraction(row["amount"]) for row in rows)
    number, reason = volume(measured, year)
    if reason is None and (money is None or money <= 0):
        reason = "no_money" if money is None else "money_not_positive"
    per = None
    if reason is None and money is not None and number is not None:
        exact = 1000 * money / number
        per = rounded(exact, 0 if exact >= 100 else 1)
    own = rows_of(measured, year)
    return {
        "period": str(year),
        "money": money,
        "volume": number,
        "cost": per,
        "reason": reason,
        "areas": lacking,
        "example": any(yes(row, "example") for row in [*rows, *own]),
    }


def rows_of(measured: Measured, year: int) -> list[dict[str, str]]:
    """The rows that the outcome of a year rests on."""
    if row := measured.row(year):
        return [row]
    return [one for one in measured.parts(year, "T").values() if one] if measured.is_made_of_parts else []


def volume(measured: Measured, year: int) -> tuple[Fraction | None, str | None]:
    """How many results there are, or why that is not known."""
    number = measured.shown(year)
    if number is None:
        return None, "no_volume"
    if measured.kpi["cost_per"]["of"] == "numerator":
        counted = [row.get("numerator") for row in rows_of(measured, year)]
        if not all(counted):
            return None, "no_numerator"
        number = sum((Fraction(one) for one in counted if one), Fraction(0))
    return number, None if number > 0 else "volume_not_positive"


def crosses(files: Files, measured: Measured, year: int) -> list[Told]:
    """Where we stand in each group of the KPI, against the cost that it names."""
    name = measured.kpi.get("cost_kpi")
    if name is None or not has_better_end(measured.kpi):
        return []
    price = Measured(files, name, files.section("kpis")[name])
    return [cross(measured, price, name, group, year) for group in groups_of(measured)]


def cross(measured: Measured, price: Measured, name: str, group: str, year: int) -> Told:
    """One group: its members with both values, ours among them where we are one."""
    us, members = measured.files.organisation, members_of(measured, group)
    mine = (price.shown(year), measured.shown(year))
    own = None if mine[0] is None or mine[1] is None else (mine[0], mine[1])
    others = [pair for one in members if one != us and (pair := pair_of(price, measured, one, year))]
    everyone = others + ([own] if own and us in members else [])
    n = len(everyone)
    told: Told = dict.fromkeys(("median", "cost_beside", "result_beside", "alike", "correlation", "chance"))
    if n >= FEWEST_PLACED:
        middle = tuple(
            rounded(median([pair[at] for pair in everyone]), kpi.decimals) for at, kpi in enumerate((price, measured))
        )
        told["median"] = point(middle)
        if own:
            sides = beside(own, middle)
            told["cost_beside"], told["result_beside"] = sides
            if "equal" not in sides:
                told["alike"] = sum(beside(pair, middle) == sides for pair in others)
    if n >= FEWEST_CORRELATED:
        told["correlation"] = spearman(measured, everyone)
        if told["correlation"] is not None:
            told["chance"] = to_two(Decimal("1.96") / Decimal(n - 1).sqrt())
    return {
        "group": group,
        "cost_kpi": name,
        "period": str(year),
        "own": point(own) if own else None,
        "is_member": us in members,
        "n": n,
        "others": len(others),
        **told,
    }


def pair_of(price: Measured, measured: Measured, organisation: str, year: int) -> tuple[Fraction, Fraction] | None:
    """Cost and result of another, if it has both."""
    cost, result = shown(price, organisation, year), shown(measured, organisation, year)
    return None if cost is None or result is None else (cost, result)


def shown(measured: Measured, organisation: str, year: int) -> Fraction | None:
    """Another's value with the KPI's decimals."""
    row = measured.row(year, "T", organisation)
    return rounded(row["value"], measured.decimals) if row and row["value"] else None


def point(pair: tuple[Any, ...]) -> Told:
    """Cost and result."""
    return {"cost": pair[0], "result": pair[1]}


def beside(pair: tuple[Any, ...], middle: tuple[Any, ...]) -> tuple[str, ...]:
    """On which side of each median."""
    return tuple(
        "equal" if one == other else "lower" if one < other else "higher"
        for one, other in zip(pair, middle, strict=True)
    )


def spearman(measured: Measured, everyone: list[Any]) -> Fraction | None:
    """Pearson's correlation of ranks, where those who share places have their mean; the better result is the higher."""
    sign = 1 if measured.kpi["direction"] == "higher" else -1
    x, y = ranks([pair[0] for pair in everyone]), ranks([sign * pair[1] for pair in everyone])
    mean = Fraction(len(everyone) + 1, 2)
    above = sum((one - mean) * (other - mean) for one, other in zip(x, y, strict=True))
    below = sum((one - mean) ** 2 for one in x) * sum((one - mean) ** 2 for one in y)
    if not below:
        return None
    with localcontext() as context:
        context.prec = 50
        root = (Decimal(below.numerator) / Decimal(below.denominator)).sqrt()
        return to_two(Decimal(above.numerator) / Decimal(above.denominator) / root)


def ranks(values: list[Fraction]) -> list[Fraction]:
    """The mean of the places that each value has in order."""
    ordered = sorted(values)
    return [Fraction(2 * ordered.index(one) + ordered.count(one) + 1, 2) for one in values]


def to_two(number: Decimal) -> Fraction:
    """With two decimals."""
    return rounded(Fraction(number), 2)
