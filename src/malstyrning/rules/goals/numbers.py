"""Goals: numbers that stay the same in budget, interim reports and year-end close."""

from collections.abc import Iterator

from malstyrning.domain.plan import OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

_SERVES_AN_ENDED = (
    "overall_goals:\n  gammalt:\n    number: 2\n    title: Attraktiva livsmiljöer\n    to: 2021\n"
    "strategic_goals:\n  levande:\n    number: 2.1\n    title: Levande centrum\n    committee: namnd\n"
    "    serves: [gammalt]\n    areas: [omrade]\n    from: 2020\n    horizon: 2027\n"
    "    conditions: [Mark för nya torg]\n"
)


@rule(
    "GOA401",
    "number-used-twice",
    on=(OverallGoal, StrategicGoal),
    says=Text("Numret {number} används redan av {other}", "The number {number} is already used by {other}"),
    cure=Text("ge målet ett nummer som aldrig har använts", "give the goal a number that has never been used"),
    why=Text(
        "Ett mål hittas på sitt nummer i budget, delårsrapport och bokslut, år efter år. Det återanvänds aldrig.",
        "A goal is found by its number in budget, interim report and close, year after year. It is never reused.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 1\n    title: Attraktiva livsmiljöer\n",
    good="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n",
)
def number_used_twice(goal: OverallGoal | StrategicGoal, context: Context) -> Iterator[Found]:
    """A number belongs to one goal, also after the goal has ended."""
    first = context.once(first_by_number)[goal.number]
    if first != goal.id:
        beside = Beside(Text("numret är upptaget här", "the number is taken here"), first, ("number",))
        yield Found(("number",), {"number": goal.number, "other": first}, beside=(beside,))


def first_by_number(context: Context) -> dict[str, str]:
    """The goal that has each number; the first of the files, where more than one has it."""
    first: dict[str, str] = {}
    everyone: list[OverallGoal | StrategicGoal] = [
        *context.plan.overall_goals.values(),
        *context.plan.strategic_goals.values(),
    ]
    for goal in everyone:
        first.setdefault(goal.number, goal.id)
    return first


@rule(
    "GOA402",
    "serves-nothing-in-force",
    on=StrategicGoal,
    says=Text(
        "Från {year} gäller inget av de övergripande målen i serves",
        "From {year} none of the overall goals in serves is in force",
    ),
    cure=Text(
        "avsluta målet med to, eller lägg till ett övergripande mål som gäller",
        "end the goal with to, or add an overall goal that is in force",
    ),
    why=Text(
        "Rapporten ordnar målen under de övergripande mål som gäller. Ett mål utan sådant skulle falla ur rapporten.",
        "The report places goals under the overall goals in force. A goal without one would drop out of the report.",
    ),
    bad=_SERVES_AN_ENDED,
    good=_SERVES_AN_ENDED + "    to: 2021\n",
)
def serves_nothing_in_force(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """In every year of a goal, one of the overall goals that it serves is in force."""
    known = context.plan.overall_goals
    served = [known[one].standing.valid for one in goal.serves if one in known]
    if len(served) < len(goal.serves):  # told elsewhere
        return
    valid = goal.standing.valid
    # The first year that none of them covers is the goal's own first, or the one after the last of another.
    years = {valid.first, *(one.last + 1 for one in served if one.last is not None)}
    bare = [year for year in years if year and valid.covers(year) and not any(one.covers(year) for one in served)]
    if bare:
        yield Found(("serves",), {"year": str(min(bare))})
