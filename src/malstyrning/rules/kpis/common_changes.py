"""What changes are compared from and against: a base year with years after it, and a group that is large enough."""

from collections.abc import Iterator
from itertools import pairwise

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.placebo import FEWEST_OTHERS
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule
from malstyrning.sources.tree import CONFIGURATION

_KPI = (
    "kpis:\n  trivsel:\n    title: Trivsel\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n    causal_link: Den som trivs lär sig mer.\n    method: Svar på en enkät.\n"
)
_SETTINGS = (
    'format: 1\norganisation: "9999"\ngroups:\n  lanet:\n    title: Kommunerna i länet\n    members: ["9999"]\n'
    "    as_of: 2022\n"
)
_YEARS_BETWEEN = 2  # so that the base may be taken a year later and still lie before the outcome


def _says_what_changes_are_compared_with(kpi: Kpi) -> bool:
    return bool(kpi.common_change)


@rule(
    "KPI471",
    "base-year-too-late",
    on=Kpi,
    needs=_says_what_changes_are_compared_with,
    severity=Severity.WARNING,
    says=Text(
        "Basåret är {since}, men {first} bedöms värdet för {judged}",
        "The base year is {since}, but {first} judges {judged}",
    ),
    cure=Text(
        "välj {latest} eller tidigare, eller låt det gälla från ett senare år",
        "choose {latest} or earlier, or let it be in force from a later year",
    ),
    why=Text(
        "En ändring kallas bättre eller sämre än de andras bara om det blir samma svar med basåret ett år tidigare "
        "och ett år senare. Då behövs två år mellan basåret och det år som bedöms.",
        "A change is called better or worse than the others' only if the base a year earlier and a year later give "
        "the same answer. That takes two years between the base year and the one that is judged.",
    ),
    bad=_KPI + "    common_change: [{since: 2021, from: 2022}]\n",
    good=_KPI + "    common_change: [{since: 2020, from: 2022}]\n",
)
def base_year_too_late(kpi: Kpi, _: Context) -> Iterator[Found]:
    """The first year in which a base is in force judges a value of at least two years after it."""
    for index, one in enumerate(kpi.common_change):
        first = one.valid.first
        if first is not None and (latest := first - kpi.lag - _YEARS_BETWEEN) < one.since:
            facts: dict[str, str | Text] = {
                "since": str(one.since),
                "first": str(first),
                "judged": str(first - kpi.lag),
                "latest": str(latest),
            }
            yield Found(("common_change", index, "since"), facts)


@rule(
    "KPI472",
    "two-base-years-at-once",
    on=(SteeringPlan, Kpi),
    severity=Severity.WARNING,
    says=Text(
        "Två basår gäller samtidigt, {first} och {second}", "Two base years are in force at once, {first} and {second}"
    ),
    cure=Text(
        "skriv from och to så att vart och ett har sina egna år", "write from and to so that each has years of its own"
    ),
    why=Text(
        "Basåret väljs innan utfallet är känt. Gäller två på en gång kan det bästa av dem väljas i efterhand.",
        "The base year is chosen before the outcome is known. With two at once the best of them can be chosen after.",
    ),
    bad=_KPI + "    common_change:\n      - {since: 2014}\n      - {since: 2018, from: 2022}\n",
    good=_KPI + "    common_change:\n      - {since: 2014, to: 2021}\n      - {since: 2018, from: 2022}\n",
)
def two_base_years_at_once(value: SteeringPlan | Kpi, _: Context) -> Iterator[Found]:
    """No year has two of them."""
    bases = sorted(enumerate(value.common_change), key=lambda one: one[1].valid.first or 0)
    for (earlier, before), (later, after) in pairwise(bases):
        if before.valid.last is None or before.valid.last >= (after.valid.first or 0):
            of = CONFIGURATION if isinstance(value, SteeringPlan) else value.id
            beside = Beside(
                Text("det andra står här", "the other stands here"), of, ("common_change", earlier, "since")
            )
            facts: dict[str, str | Text] = {"first": str(before.since), "second": str(after.since)}
            yield Found(("common_change", later, "since"), facts, beside=(beside,))


@rule(
    "KPI474",
    "base-year-never-in-force",
    on=(SteeringPlan, Kpi),
    severity=Severity.WARNING,
    says=Text(
        "Basåret {since} gäller aldrig: {from} är efter {to}",
        "The base year {since} is never in force: {from} is after {to}",
    ),
    cure=Text("byt plats på from och to, eller ta bort raden", "swap from and to, or remove the entry"),
    why=Text(
        "Nyckeltalen jämförs då inte med någon, och ingen märker att det var tänkt.",
        "The KPIs are then compared with no one, and no one notices that it was meant.",
    ),
    bad=_KPI + "    common_change: [{since: 2014, from: 2022, to: 2019}]\n",
    good=_KPI + "    common_change: [{since: 2014, from: 2019, to: 2022}]\n",
)
def base_year_never_in_force(value: SteeringPlan | Kpi, _: Context) -> Iterator[Found]:
    """The first year of a base is not after its last."""
    for index, one in enumerate(value.common_change):
        first, last = one.valid.first, one.valid.last
        if first is not None and last is not None and first > last:
            facts: dict[str, str | Text] = {"since": str(one.since), "from": str(first), "to": str(last)}
            yield Found(("common_change", index, "from"), facts)


@rule(
    "KPI473",
    "group-that-can-show-nothing",
    on=(SteeringPlan, Kpi),
    severity=Severity.ADVICE,
    says=Text(
        "I {group} finns bara {others}, för få för att visa något",
        "{group} has only {others}, too few to show anything",
    ),
    cure=Text(
        "välj en grupp med minst {fewest} andra, eller ta bort group",
        "choose a group with at least {fewest} others, or remove group",
    ),
    why=Text(
        "En ändring kallas bättre eller sämre än de andras bara om högst en av tio avviker lika mycket. Bland färre än "
        "nio andra kan det aldrig visas, hur stor skillnaden än är.",
        "A change is called better or worse than the others' only if at most one in ten deviates as much. Among fewer "
        "than nine others that can never be shown, however large the difference is.",
    ),
    bad=_SETTINGS + "common_change:\n  - {since: 2018, group: lanet}\n",
    good=_SETTINGS + "common_change:\n  - {since: 2018}\n",
    where=CONFIGURATION,
)
def group_that_can_show_nothing(value: SteeringPlan | Kpi, context: Context) -> Iterator[Found]:
    """The group that changes are held against has enough others."""
    plan = context.plan
    for index, one in enumerate(value.common_change):
        if one.group is None or one.group not in plan.groups:
            continue
        others = len({*plan.groups[one.group].members} - {plan.organisation})
        if others < FEWEST_OTHERS:
            facts: dict[str, str | Text] = {
                "group": one.group,
                "others": Text("1 annan", "1 other") if others == 1 else Text(f"{others} andra", f"{others} others"),
                "fewest": str(FEWEST_OTHERS),
            }
            yield Found(("common_change", index, "group"), facts)
