"""Goals: numbers that stay the same in budget, interim reports and year-end close."""

from collections.abc import Iterator

from malstyrning.domain.plan import OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule


@rule(
    "GOA401",
    "number-used-twice",
    on=(OverallGoal, StrategicGoal),
    says=Text("Numret {number} har redan {other}", "{other} has the number {number} already"),
    cure=Text("ge målet ett nummer som aldrig använts", "give the goal a number that was never used"),
    why=Text(
        "Ett mål hittas på sitt nummer i budget, delårsrapport och bokslut, år efter år. Det återanvänds aldrig.",
        "A goal is found by its number in budget, interim report and close, year after year. It is never reused.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 1\n    title: Attraktiva livsmiljöer\n",
    good="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n",
)
def number_used_twice(goal: OverallGoal | StrategicGoal, context: Context) -> Iterator[Found]:
    """A number belongs to one goal, also after the goal has ended."""
    plan = context.plan
    everyone: list[OverallGoal | StrategicGoal] = [*plan.overall_goals.values(), *plan.strategic_goals.values()]
    first = next(other for other in everyone if other.number == goal.number)
    if first.id != goal.id:
        yield Found(("number",), {"number": goal.number, "other": first.id})
