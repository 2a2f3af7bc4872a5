"""Good form: advice that a reader is thankful for. The numbers are `limits` in malstyrning.yaml."""

from collections import Counter
from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Committee, OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.rule import Context, Found, rule

_LONG = "En mycket lång titel som ingen tabell i världen har plats för, hur bred den än må vara"
_GOAL = (
    "strategic_goals:\n"
    "  nytt-mal: {number: 1.2, title: Nytt mål, committee: namnd, serves: [overgripande], from: 2020}\n"
    "kpis:\n"
)
_KPI = (
    "  nummer-{0}: {{title: Nummer {0}, goal: nytt-mal, unit: index, decimals: 0, direction: none, "
    "causal_link: Nummer {0} leder till målet, method: Egen enkät}}\n"
)


@rule(
    "GOA408",
    "unsuitable-number-of-kpis",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text(
        "Antalet nyckeltal är {count}, lagom är {fewest} till {most}",
        "The number of KPIs is {count}, a suitable one is {fewest} to {most}",
    ),
    cure=Text(
        "lägg till eller ta bort nyckeltal; gränserna är fewest_kpis och most_kpis under limits i malstyrning.yaml",
        "add or remove KPIs; the limits are fewest_kpis and most_kpis under limits in malstyrning.yaml",
    ),
    why=Text(
        "Ett mål utan nyckeltal kan ingen följa upp, och ett med alltför många säger inte vad som är väsentligt.",
        "A goal without KPIs can't be followed up, and one with too many does not say what is essential.",
    ),
    bad=_GOAL + "".join(_KPI.format(number) for number in range(1, 10)),
    good=_GOAL + "".join(_KPI.format(number) for number in range(1, 3)),
)
def unsuitable_number_of_kpis(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """A goal that goes on has a suitable number of KPIs that go on."""
    ending = goal.standing.valid.last is not None or goal.standing.replaced_by is not None
    counts = context.once(_kpis_that_go_on)
    if ending or counts is None or not context.complete or context.failed:
        return
    count = counts[goal.id]
    limits = context.limits
    if not limits.fewest_kpis <= count <= limits.most_kpis:
        facts: dict[str, str | Text] = {
            "count": str(count),
            "fewest": str(limits.fewest_kpis),
            "most": str(limits.most_kpis),
        }
        yield Found((), facts)


def _kpis_that_go_on(context: Context) -> Counter[str] | None:
    """How many each goal has; None where a KPI names no goal that there is, and may be any one's."""
    if any(kpi.goal not in context.plan.strategic_goals for kpi in context.plan.kpis.values()):
        return None
    return Counter(kpi.goal for kpi in context.plan.kpis.values() if kpi.standing.valid.last is None)


@rule(
    "GOA409",
    "title-too-long",
    on=(OverallGoal, Committee, StrategicGoal, Kpi, Action),
    severity=Severity.ADVICE,
    says=Text(
        "Titeln är {count} tecken lång, gränsen är {most}", "The title is {count} characters long, the limit is {most}"
    ),
    cure=Text(
        "korta titeln, eller höj longest_title under limits i malstyrning.yaml",
        "shorten the title, or raise longest_title under limits in malstyrning.yaml",
    ),
    why=Text(
        "Titeln står i varje tabell, innehållsförteckning och diagram. En lång titel trycker undan siffrorna.",
        "The title is in every table, chart and list of contents. A long one pushes the figures aside.",
    ),
    bad=f"overall_goals:\n  livsmiljo:\n    number: 2\n    title: {_LONG}\n",
    good="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n",
)
def title_too_long(named: OverallGoal | Committee | StrategicGoal | Kpi | Action, context: Context) -> Iterator[Found]:
    """A title fits in a table, in both languages."""
    most = context.limits.longest_title
    for at, title in _titles(named):
        longest = max(len(title.sv or ""), len(title.en or ""))
        if longest > most:
            yield Found(at, {"count": str(longest), "most": str(most)})


def _titles(named: OverallGoal | Committee | StrategicGoal | Kpi | Action) -> Iterator[tuple[Steps, Text]]:
    """The title of an object, and those of the areas in a committee."""
    yield ("title",), named.title
    for area in named.areas if isinstance(named, Committee) else ():
        yield ("areas", area.id, "title"), area.title
