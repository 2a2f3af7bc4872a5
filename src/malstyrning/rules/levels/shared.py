"""What the rules on target levels ask of them: their numbers, and which of them count."""

from decimal import Decimal

from malstyrning.domain.kpis import Kpi
from malstyrning.domain.targets import (
    AtLeast,
    AtMost,
    Between,
    ChangeSince,
    Criterion,
    GenderGap,
    MeanOfYears,
    RankAtMost,
    SumSince,
    TargetLevel,
    YearlyChange,
    limit,
)
from malstyrning.domain.words import DecidedBy, Direction
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context


def limits_by_key(level: TargetLevel) -> dict[str, Decimal]:
    """The limits on the outcome itself by the keys that they stand under; none where it is on something else."""
    if isinstance(level.target, Between):
        return {"lower": level.target.lower, "upper": level.target.upper}
    limited = with_one_limit(level)
    return {"level": limited.level} if limited else {}


def with_one_limit(level: TargetLevel) -> AtLeast | AtMost | None:
    """A level's limit on the outcome itself, where it has one and not two."""
    return level.target if isinstance(level.target, (AtLeast, AtMost)) else None


def limit_and_what_on(level: TargetLevel, direction: Direction) -> tuple[Criterion, tuple[object, ...], str] | None:
    """A level's limit, what it is a limit on, and the key that it stands under; None where the level has no number.

    Two levels can be held against each other where they are limits on the same.
    """
    limited: Criterion | None = None
    match target := level.target:
        case AtLeast() | AtMost() | Between():
            return target, (type(target),), "level"
        case RankAtMost(place, group):
            return AtMost(Decimal(place)), (RankAtMost, group), "place"
        case GenderGap(number):
            return AtMost(number), (GenderGap,), "level"
        case ChangeSince(of, number) | YearlyChange(of, number):
            limited, key = limit(direction, number), "percent"
        case SumSince(of, number) | MeanOfYears(of, number):
            limited, key = limit(direction, number), "level"
    return (limited, (type(target), of), key) if limited else None


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
