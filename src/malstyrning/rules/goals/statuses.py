"""The rule for goals' status: limits that can't both hold, and weights that count."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.goal_status import RuleKind
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule
from malstyrning.sources.tree import CONFIGURATION

_WHOLE = 100  # per cent
_WORKSPACE = 'format: 1\norganisation: "9999"\nperiod: 2022\n'
_KPI = (
    "kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n"
)


@rule(
    "KPI470",
    "weight-without-effect",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "Vikten {weight} påverkar inget: goal_status är {kind}",
        "The weight {weight} has no effect: goal_status is {kind}",
    ),
    cure=Text(
        "skriv goal_status: {{kind: weighted}} i malstyrning.yaml, eller ta bort weight",
        "write goal_status: {{kind: weighted}} in malstyrning.yaml, or remove weight",
    ),
    why=Text(
        "Den som läser tror att nyckeltalet väger mer eller mindre än de andra, men regeln räknar alla lika.",
        "A reader believes that the KPI weighs more or less than the others, but the rule counts all alike.",
    ),
    bad=_KPI + "    weight: 2\n",
    good=_KPI + "    weight: 1\n",
)
def weight_without_effect(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Only the weighted rule for goals' status reads weights."""
    kind = context.plan.goal_status.kind
    if kpi.weight != 1 and kind is not RuleKind.WEIGHTED:
        yield Found(("weight",), {"weight": str(kpi.weight), "kind": kind})


@rule(
    "CFG805",
    "goal-limits-overlap",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text(
        "Ett mål kan vara både nått och inte nått: reached är {reached} och not_reached {not_reached}",
        "A goal can be both reached and not reached: reached is {reached} and not_reached {not_reached}",
    ),
    cure=Text(
        "höj en av dem så att de tillsammans är mer än 100; till dess går reached före",
        "raise one of them so that together they are more than 100; until then reached goes first",
    ),
    why=Text(
        "Om hälften nådda räcker för nått och hälften missade för inte nått, avgör ordningen i regeln och inte "
        "resultatet.",
        "If half reached is enough for reached and half missed for not reached, the order of the rule decides and not "
        "the result.",
    ),
    bad=_WORKSPACE + "goal_status: {kind: share, reached: 50, not_reached: 50}\n",
    good=_WORKSPACE + "goal_status: {kind: share, reached: 50, not_reached: 50.01}\n",
    where=CONFIGURATION,
)
def goal_limits_overlap(plan: SteeringPlan, _: Context) -> Iterator[Found]:
    """What is reached and what is not share one whole: two limits of together more than it can't both be met."""
    chosen = plan.goal_status
    if chosen.kind is not RuleKind.WORST and chosen.reached + chosen.not_reached <= _WHOLE:
        facts: dict[str, str | Text] = {"reached": str(chosen.reached), "not_reached": str(chosen.not_reached)}
        yield Found(("goal_status",), facts)
