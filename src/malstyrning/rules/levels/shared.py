"""What the rules on target levels ask of them: their numbers, and which of them count."""

from decimal import Decimal

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.targets import AtLeast, AtMost, Between, Criterion, TargetLevel
from malstyrning.domain.words import DecidedBy
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context


def limits_by_key(criterion: Criterion) -> dict[str, Decimal]:
    """The numbers of a level by the keys that they stand under."""
    if isinstance(criterion, Between):
        return {"lower": criterion.lower, "upper": criterion.upper}
    return {"level": criterion.level}


def level_number(level: TargetLevel) -> Decimal | None:
    """The number of a level with one limit; a range has none."""
    return level.criterion.level if isinstance(level.criterion, (AtLeast, AtMost)) else None


def levels_that_count(kpi: Kpi, context: Context) -> list[tuple[int, TargetLevel]]:
    """One level for each year, by year, each with its place in the list: the council's latest decision.

    Where the council has decided none, the committee's.
    """
    return context.once(_of_every_kpi)[kpi.id]


def _of_every_kpi(context: Context) -> dict[str, list[tuple[int, TargetLevel]]]:
    return {kpi.id: _that_count(kpi) for kpi in context.plan.kpis.values()}


def _that_count(kpi: Kpi) -> list[tuple[int, TargetLevel]]:
    latest: dict[int, tuple[int, TargetLevel]] = {}
    for index, one in enumerate(kpi.target_levels):
        before = latest.get(one.year)
        if before is None or _rank(one) > _rank(before[1]):
            latest[one.year] = index, one
    return [latest[year] for year in sorted(latest)]


def _rank(level: TargetLevel) -> tuple[bool, int]:
    return level.decided_by is DecidedBy.COUNCIL, level.decided.toordinal()


def the_baseline(kpi: Kpi) -> Beside:
    """The place of a baseline, for a level that is held against it."""
    return Beside(Text("utgångsvärdet", "the baseline"), kpi.id, ("baseline", "value"))
