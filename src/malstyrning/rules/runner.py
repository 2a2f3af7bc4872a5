"""Runs every rule over a loaded workspace and stamps code and place on what they find."""

from collections.abc import Iterable, Iterator
from typing import Any

from malstyrning.diagnostics import Diagnostic, Rule, Span, in_order
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import BudgetOutcome
from malstyrning.domain.plan import Action, Committee, OverallGoal, PeerGroup, SteeringPlan, StrategicGoal
from malstyrning.load.data_findings import DATA_RULES
from malstyrning.load.schema_findings import SCHEMA_RULES
from malstyrning.load.workspace import Loaded
from malstyrning.rules import (  # noqa: F401 - importing registers
    answers,
    budget,
    chains,
    form,
    goals,
    references,
    target_levels,
    years,
)
from malstyrning.rules.rule import CHECKS, Checked, Context, Found, identity
from malstyrning.rules.settle import CONFIGURATION_RULES
from malstyrning.sources.findings import LAYOUT_RULES
from malstyrning.sources.tree import CONFIGURATION


def all_rules() -> list[Rule]:
    """Every rule there is, by code."""
    rules = {*LAYOUT_RULES, *SCHEMA_RULES, *DATA_RULES, *CONFIGURATION_RULES, *(one.rule for one in CHECKS)}
    return sorted(rules, key=lambda rule: rule.code)


def check_workspace(loaded: Loaded) -> list[Diagnostic]:
    """All findings about a workspace, in order: those of reading it and those of the rules."""
    context = Context(loaded.plan, loaded.plan.areas, loaded.failed, loaded.complete, loaded.settings.policy.limits)
    found = [_stamp(one, value, finding, loaded) for one, value, finding in _run(context, loaded.measurements.money)]
    return in_order([*loaded.diagnostics, *found])


def _run(context: Context, money: Iterable[BudgetOutcome]) -> Iterator[tuple[Checked, Any, Found]]:
    objects = {**_objects(context.plan), BudgetOutcome: money}
    for one in CHECKS:
        for value in objects[one.on]:
            for finding in one.check(value, context):
                yield one, value, finding


def _objects(plan: SteeringPlan) -> dict[type, Iterable[Any]]:
    return {
        PeerGroup: plan.groups.values(),
        OverallGoal: plan.overall_goals.values(),
        Committee: plan.committees.values(),
        StrategicGoal: plan.strategic_goals.values(),
        Kpi: plan.kpis.values(),
        Action: plan.actions.values(),
        BudgetFrame: plan.budget_frames.values(),
        CommitteeEvaluation: plan.evaluations.values(),
        SteeringPlan: (plan,),
    }


def _stamp(one: Checked, value: Any, finding: Found, loaded: Loaded) -> Diagnostic:  # noqa: ANN401
    if isinstance(value, BudgetOutcome):  # a row of data/ carries its place with it
        subject = f"budget/{value.committee}/{value.area}/{value.period}"
        return Diagnostic(one.rule, value.span or Span("data"), finding.facts, cure=finding.cure, subject=subject)
    name = CONFIGURATION if isinstance(value, SteeringPlan) else identity(value)
    place = loaded.places.key_span if finding.on_key else loaded.places.span
    keys = [step for step in finding.at if isinstance(step, str)]  # a place in a list is not what it is about
    subject = ".".join(["/".join(map(str, name)) if isinstance(name, tuple) else name, *keys])
    return Diagnostic(one.rule, place(name, *finding.at), finding.facts, cure=finding.cure, subject=subject)
