"""Horizons: a strategic goal looks some years ahead. How many is `limits` in malstyrning.yaml."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.plan import StrategicGoal
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Beside, Context, Found, rule

_GOAL = (
    "strategic_goals:\n  levande-centrum:\n    number: 1.2\n    title: Levande centrum\n    committee: namnd\n"
    "    serves: [overgripande]\n    areas: [omrade]\n    from: 2020\n    conditions: [Mark för nya torg]\n"
)
_GOOD = _GOAL + "    horizon: 2027\n"


@rule(
    "GOA420",
    "horizon-missing",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text("{name} saknar horizon, året som målet ser fram mot", "{name} has no horizon, the year that it looks to"),
    cure=Text(
        "skriv horizon: och ett år från {shortest} till {longest}",
        "write horizon: and a year from {shortest} to {longest}",
    ),
    why=Text(
        "Ett strategiskt mål handlar om flera år framåt. Utan ett år att se fram mot vet ingen när det ska vara nått.",
        "A strategic goal is about several years ahead. Without a year to look to no one knows when it is to be "
        "reached.",
    ),
    bad=_GOAL,
    good=_GOOD,
)
def horizon_missing(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """A goal that goes on says which year it looks to."""
    first = goal.standing.valid.first
    if goal.horizon is None and goal.standing.valid.last is None and first is not None:
        limits = context.limits
        facts: dict[str, str | Text] = {
            "name": goal.id,
            "shortest": str(first + limits.shortest_horizon),
            "longest": str(first + limits.longest_horizon),
        }
        yield Found((), facts)


@rule(
    "GOA421",
    "horizon-before-the-goal",
    on=StrategicGoal,
    severity=Severity.WARNING,
    says=Text(
        "{name} ser fram mot {horizon} men gäller från {first}", "{name} looks to {horizon} but begins in {first}"
    ),
    cure=Text("rätta horizon eller from", "correct horizon or from"),
    why=Text(
        "Ett mål kan inte ha sikte på ett år som var förbi när det började gälla.",
        "A goal can't look to a year that was over when it came into force.",
    ),
    bad=_GOAL + "    horizon: 2017\n",
    good=_GOOD,
)
def horizon_before_the_goal(goal: StrategicGoal, _: Context) -> Iterator[Found]:
    """The year that a goal looks to is not before its first."""
    first = goal.standing.valid.first
    if goal.horizon is not None and first is not None and goal.horizon < first:
        beside = Beside(Text("målets första år", "the goal's first year"), goal.id, ("from",))
        yield Found(
            ("horizon",), {"name": goal.id, "horizon": str(goal.horizon), "first": str(first)}, beside=(beside,)
        )


@rule(
    "GOA422",
    "unsuitable-horizon",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text(
        "{name} ser {ahead} framåt, från {first} till {horizon}",
        "{name} looks {ahead} ahead, from {first} to {horizon}",
    ),
    cure=Text(
        "{fewest} till {most} år är lagom; gränserna är shortest_horizon och longest_horizon under limits i "
        "malstyrning.yaml",
        "{fewest} to {most} years are suitable; the limits are shortest_horizon and longest_horizon in "
        "malstyrning.yaml",
    ),
    why=Text(
        "På några få år hinner en strategi inte visa sig, och det som ligger för långt bort styr ingen efter.",
        "In a few years a strategy has no time to show, and no one steers by what is too far off.",
    ),
    bad=_GOAL + "    horizon: 2022\n",
    good=_GOOD,
)
def unsuitable_horizon(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """A goal that goes on looks neither too short nor too far ahead."""
    first, limits = goal.standing.valid.first, context.limits
    if goal.horizon is None or first is None or goal.standing.valid.last is not None:
        return
    ahead = goal.horizon - first
    if ahead >= 0 and not limits.shortest_horizon <= ahead <= limits.longest_horizon:
        facts: dict[str, str | Text] = {
            "name": goal.id,
            "ahead": plural(ahead, Text("1 år", "1 year"), Text("{n} år", "{n} years")),
            "first": str(first),
            "horizon": str(goal.horizon),
            "fewest": str(limits.shortest_horizon),
            "most": str(limits.longest_horizon),
        }
        yield Found(("horizon",), facts)
