"""Endings: what ends does so by a decision, and someone takes over what goes on."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Committee, OverallGoal, SteeringPlan, StrategicGoal
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule

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
        "{name} upphör {last}, och ingen nämnd står som efterträdare",
        "{name} ends in {last}, and no committee stands as its successor",
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


def _with_a_task(plan: SteeringPlan) -> set[str]:
    """The committees that have, or had, goals or money."""
    goals, frames = plan.strategic_goals.values(), plan.budget_frames.values()
    return {one.committee for one in goals} | {one.committee for one in frames}


@rule(
    "GOA417",
    "ended-without-decision",
    on=(OverallGoal, Committee, StrategicGoal, Kpi),
    severity=Severity.ADVICE,
    says=Text("{name} har ett to men inget beslut", "{name} has a to but no decision"),
    cure=Text(
        "skriv decided: och reference: med beslutet om att det slutar",
        "write decided: and reference: of the decision to end it",
    ),
    why=Text(
        "Det som fullmäktige har beslutat upphör genom ett nytt beslut. Annars ser det ut som om målet eller "
        "nyckeltalet bara försvann.",
        "What the council has decided ends by a new decision. Otherwise it looks as if the goal or the KPI had merely "
        "vanished.",
    ),
    bad=_GOAL,
    good=_GOAL + "    decided: 2021-11-15\n    reference: KF 2021-11-15 § 301\n",
)
def ended_without_decision(value: OverallGoal | Committee | StrategicGoal | Kpi, context: Context) -> Iterator[Found]:
    """What has a last year has a decision. A KPI that ends with its goal needs none of its own."""
    standing = value.standing
    if standing.valid.last is None or standing.decided or standing.reference:
        return
    goal = context.plan.strategic_goals.get(value.goal) if isinstance(value, Kpi) else None
    if goal is None or goal.standing.valid.last != standing.valid.last:
        yield Found(("to",), {"name": value.id})
