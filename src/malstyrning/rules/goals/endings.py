"""Endings: what ends does so by a decision, and someone takes over what goes on."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Committee, OverallGoal, StrategicGoal
from malstyrning.language import Text
from malstyrning.rules.needs import a_last_year
from malstyrning.rules.rule import Beside, Context, Found, rule

_KINDS: dict[type, str] = {
    OverallGoal: "overall_goals",
    Committee: "committees",
    StrategicGoal: "strategic_goals",
    Kpi: "kpis",
}
_LEVELS = (
    "strategic_goals:\n  levande-centrum:\n    number: 1.2\n    title: Levande centrum\n    committee: namnd\n"
    "    serves: [overgripande]\n    from: 2015\n    to: 2021\n    decided: 2021-05-17\n"
    "kpis:\n  trygghet:\n    title: Trygga i centrum\n    goal: levande-centrum\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n    target_levels:\n"
    "      - {{year: {}, kind: at_least, level: 80, decided: 2018-11-19, reference: KF 2018-11-19 § 290}}\n"
)
_COMMITTEE = (
    "committees:\n  miljonamnden:\n    title: Miljönämnden\n    to: 2021\n    decided: 2021-05-17\n"
    "    reference: KF 2021-05-17 § 120\n{}"
    "budget_frames:\n  - {{committee: miljonamnden, year: 2021, amount: 0, decided: 2020-11-16, "
    "reference: KF 2020-11-16 § 301, areas: {{}}}}\n"
)
_GOAL = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n    to: 2021\n"


@rule(
    "GOA415",
    "committee-without-successor",
    on=Committee,
    severity=Severity.ADVICE,
    says=Text(
        "{name} upphör {last}, men ingen efterträdare (successor) är angiven",
        "{name} ends in {last}, but no successor is given",
    ),
    cure=Text(
        "skriv successor: och id för nämnden som tog över uppdraget",
        "write successor: and the id of the committee that took over its task",
    ),
    why=Text(
        "En nämnd som slås ihop eller byter namn lämnar sina mål och pengar vidare. Utan successor går de inte att "
        "följa över åren.",
        "A committee that is merged or renamed hands on its goals and money. Without a successor they can't be "
        "followed over the years.",
    ),
    bad=_COMMITTEE.format(""),
    good=_COMMITTEE.format("    successor: namnd\n"),
)
def committee_without_successor(committee: Committee, context: Context) -> Iterator[Found]:
    """A committee that had goals or money and has ended names the one that took over."""
    last = committee.standing.valid.last
    heir = committee.successor or committee.standing.replaced_by
    if last is not None and heir is None and committee.id in context.once(_with_a_task):
        yield Found(("to",), {"name": committee.id, "last": str(last)})


def _with_a_task(context: Context) -> set[str]:
    """The committees that have, or had, goals or money."""
    goals, frames = context.plan.strategic_goals.values(), context.plan.budget_frames.values()
    return {one.committee for one in goals} | {one.committee for one in frames}


@rule(
    "GOA416",
    "levels-after-the-goal",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "{name} har målnivåer till {year}, men målet {goal} upphör {last}",
        "{name} has target levels to {year}, but the goal {goal} ends in {last}",
    ),
    cure=Text(
        "flytta nyckeltalet till ett mål som gäller, eller skriv to: {last} på nyckeltalet om även det slutar",
        "move the KPI to a goal in force, or write to: {last} on the KPI if it ends as well",
    ),
    why=Text(
        "Nyckeltalet försvinner ur rapporten tillsammans med målet, och de beslutade nivåerna följer ingen upp.",
        "The KPI drops out of the report together with the goal, and no one follows up the levels that were decided.",
    ),
    bad=_LEVELS.format(2024),
    good=_LEVELS.format(2019),
)
def levels_after_the_goal(kpi: Kpi, context: Context) -> Iterator[Found]:
    """A KPI with levels ahead has a goal that goes on, or is itself said to end."""
    goal = context.plan.strategic_goals.get(kpi.goal)
    last = goal.standing.valid.last if goal else None
    if last is None or kpi.standing.valid.last is not None or kpi.standing.replaced_by is not None:
        return
    ahead = [(one.year, index) for index, one in enumerate(kpi.target_levels) if one.year > last]
    if ahead:
        year, index = max(ahead)
        facts: dict[str, str | Text] = {"name": kpi.id, "year": str(year), "goal": kpi.goal, "last": str(last)}
        beside = Beside(Text("målet slutar här", "the goal ends here"), kpi.goal, ("to",))
        yield Found(("target_levels", index, "year"), facts, beside=(beside,))


@rule(
    "GOA417",
    "ended-without-decision",
    on=tuple(_KINDS),
    needs=a_last_year,
    severity=Severity.ADVICE,
    says=Text("{name} upphör, men inget beslut om det är angivet", "{name} ends, but no decision to end it is given"),
    cure=Text(
        "skriv decided: och reference: med beslutet om att det slutar",
        "write decided: and reference: of the decision to end it",
    ),
    why=Text(
        "Det som fullmäktige har beslutat upphör genom ett nytt beslut. Annars ser det ut som om det bara försvann.",
        "What the council has decided ends by a new decision. Otherwise it looks as if it had merely vanished.",
    ),
    bad=_GOAL,
    good=_GOAL + "    decided: 2021-11-15\n    reference: KF 2021-11-15 § 301\n",
)
def ended_without_decision(value: OverallGoal | Committee | StrategicGoal | Kpi, context: Context) -> Iterator[Found]:
    """What has a last year has a decision: its own, that of what took its place, or for a KPI that of its goal."""
    standing = value.standing
    if standing.valid.last is None or standing.decided or standing.reference:
        return
    goal = context.plan.strategic_goals.get(value.goal) if isinstance(value, Kpi) else None
    successor = value.successor if isinstance(value, Committee) else None
    heir = context.known(_KINDS[type(value)]).get(successor or standing.replaced_by or "")
    decided_with_heir = heir is not None and (heir.standing.decided or heir.standing.reference)
    if not decided_with_heir and (goal is None or goal.standing.valid.last != standing.valid.last):
        yield Found(("to",), {"name": value.id})
