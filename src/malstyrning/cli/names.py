"""What the user calls things on the command line, and what was meant by a name that no one knows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text

if TYPE_CHECKING:
    from malstyrning.domain.assessments import Evaluation
    from malstyrning.domain.plan import SteeringPlan

_UNKNOWN = Text("{what} {name} finns inte", "there is no {what} {name}")
_MEANT = Text("{unknown}; menade du {meant}?", "{unknown}; did you mean {meant}?")
_CHOOSE = Text("{unknown}; välj bland {names}", "{unknown}; choose among {names}")
_KPI = Text("nyckeltalet", "KPI")
_COMMITTEE = Text("nämnden", "committee")
_NO_GOALS = Text("nämnden {name} har inget mål {year}", "the committee {name} has no goal in {year}")
_MOST_NAMED = 12


def known(name: str, names: Iterable[str], what: Text) -> str:
    """The name itself, if it is one of `names`. Raises CannotDoError where it is not, with what was meant."""
    from malstyrning.domain.ids import nearest

    names = list(names)
    if name in names:
        return name
    unknown = _UNKNOWN.filled({"what": what, "name": name})
    if meant := nearest(name, names):
        raise CannotDoError(_MEANT.filled({"unknown": unknown, "meant": meant}))
    if 0 < len(names) <= _MOST_NAMED:
        raise CannotDoError(_CHOOSE.filled({"unknown": unknown, "names": ", ".join(names)}))
    raise CannotDoError(unknown)


def known_kpi(name: str, plan: "SteeringPlan") -> str:
    """Our id of a KPI, by that or by Kolada's as in data/. Raises CannotDoError where there is none, or several."""
    from malstyrning.load.measurements import kpi_names

    names, ambiguous = kpi_names(plan)
    if name in ambiguous:
        ids = ", ".join(ambiguous[name])
        raise CannotDoError(
            Text(
                f"{name} används av flera nyckeltal: {ids}; ange vårt eget id",
                f"{name} is used by several KPIs: {ids}; give our own id",
            )
        )
    return names[known(name, [*names, *ambiguous], _KPI)]


def part_of(evaluation: "Evaluation", committee: str | None) -> "Evaluation":
    """The part of a committee, or the whole where none is named. Raises CannotDoError where there is no such part."""
    from malstyrning.evaluate.committee import of_committee

    if committee is None:
        return evaluation
    part = of_committee(evaluation, known(committee, evaluation.plan.committees, _COMMITTEE))
    if not part.goals:
        raise CannotDoError(_NO_GOALS.filled({"name": committee, "year": str(evaluation.occasion.year)}))
    return part
