"""The way to a final level: a straight line that shows where we would be if every year took an equal step."""

from decimal import Decimal

from malstyrning.domain import targets
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.targets import TargetLevel, gap, limit
from malstyrning.domain.verdicts import Held, OnPath, PathVerdict
from malstyrning.evaluate.hold import Known, Lack, hold


def on_path(kpi: Kpi, now: Outcome, final: TargetLevel, known: Known) -> PathVerdict | None:
    """Where an outcome stands on the path to a final level.

    None where the outcome can't be told, where the level is of a kind that has no path, or where the path has no
    beginning: it begins at the base of a change, before the first year of a sum, else at the KPI's baseline.
    """
    end, beginning = _end(final.target), _beginning(kpi, now, final.target)
    held = hold(kpi, now, final.target, known)
    if end is None or beginning is None or isinstance(held, Lack):
        return None
    first, start = beginning
    year, last = now.period.year, final.year - kpi.lag
    if not first < year < last:
        return None
    decimals = targets.CHANGE_DECIMALS if isinstance(final.target, targets.ChangeSince) else kpi.decimals
    expected = limit(kpi.direction, rounded(start + (end - start) * (year - first) / (last - first), decimals))
    if expected is None:
        return None
    distance = gap(held.number, expected)
    behind_or_on = OnPath.ON if -distance <= final.tolerance else OnPath.BEHIND
    against = Held(held.number, expected, held.parts)
    position = OnPath.AHEAD if distance > 0 else behind_or_on
    return PathVerdict(position, final, against, distance, first, start, last, end, year)


def _end(target: targets.Target) -> Decimal | None:
    match target:
        case targets.AtLeast() | targets.AtMost() | targets.SumSince() | targets.MeanOfYears():
            return target.level
        case targets.ChangeSince():
            return target.percent
        case _:
            return None


def _beginning(kpi: Kpi, now: Outcome, target: targets.Target) -> tuple[int, Decimal] | None:
    """The year and the number that a path begins at."""
    if isinstance(target, targets.ChangeSince):
        return target.since, Decimal(0)
    if isinstance(target, targets.SumSince):
        return target.since - 1, Decimal(0)
    broken = kpi.definition_break(now.period.year)
    if kpi.baseline is None or (broken is not None and kpi.baseline.year < broken):
        return None
    return kpi.baseline.year, kpi.baseline.value
