"""Runs every rule over a loaded workspace and stamps code and place on what they find."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from malstyrning.diagnostics import Diagnostic, Related, Rule, Span, in_order
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import BudgetOutcome, Measurement
from malstyrning.domain.plan import Action, Committee, OverallGoal, PeerGroup, SteeringPlan, StrategicGoal
from malstyrning.load.data_findings import DATA_RULES
from malstyrning.load.schema_findings import SCHEMA_RULES
from malstyrning.load.workspace import Loaded, collector_at_rest
from malstyrning.rules import (  # noqa: F401 - importing registers
    actions,
    answers,
    budget,
    chains,
    effect_answers,
    effects,
    form,
    goals,
    lessons,
    lookalikes,
    references,
    target_levels,
    texts,
    translations,
    years,
)
from malstyrning.rules.rule import CHECKS, Beside, Checked, Context, Found, Series, identity
from malstyrning.rules.settle import CONFIGURATION_RULES
from malstyrning.sources.findings import LAYOUT_RULES
from malstyrning.sources.tree import CONFIGURATION


def all_rules() -> list[Rule]:
    """Every rule there is, by code."""
    rules = {*LAYOUT_RULES, *SCHEMA_RULES, *DATA_RULES, *CONFIGURATION_RULES, *(one.rule for one in CHECKS)}
    return sorted(rules, key=lambda rule: rule.code)


def check_workspace(loaded: Loaded, today: date | None = None) -> list[Diagnostic]:
    """All findings about a workspace, in order: those of reading it and those of the rules.

    Without a `today` nothing is late: an evaluation reads no clock.
    """
    context = Context(
        loaded.plan,
        loaded.plan.areas,
        loaded.failed,
        loaded.complete,
        _series(loaded),
        loaded.folder.exists,
        today,
        loaded.settings.policy.limits,
        loaded.settings.language,
    )
    with collector_at_rest():
        found = [_stamp(*one, loaded) for one in _run(context, loaded.measurements.money)]
    return in_order([*loaded.diagnostics, *found])


def _series(loaded: Loaded) -> dict[str, Series]:
    values: dict[str, list[Measurement]] = {}
    for one in loaded.measurements.own:
        values.setdefault(one.kpi, []).append(one)
    return {key: Series(loaded.plan.kpis[key], tuple(own)) for key, own in values.items()}


def _run(context: Context, money: Iterable[BudgetOutcome]) -> Iterator[tuple[Checked, Any, Found]]:
    objects = {**_objects(context), BudgetOutcome: money}
    for one in CHECKS:
        for value in objects[one.on]:
            for finding in one.check(value, context):
                yield one, value, finding


def _objects(context: Context) -> Mapping[type, Iterable[Any]]:
    plan = context.plan
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
        Series: context.series.values(),
    }


def _stamp(one: Checked, value: Any, finding: Found, loaded: Loaded) -> Diagnostic:  # noqa: ANN401
    place, subject = _place(value, finding, loaded)
    related = tuple(_related(beside, loaded) for beside in finding.beside)
    return Diagnostic(one.rule, place, finding.facts, related, finding.cure, subject)


def _place(value: Any, finding: Found, loaded: Loaded) -> tuple[Span, str]:  # noqa: ANN401
    """Where a finding stands, and what it is about in words that stay when lines move."""
    if isinstance(value, BudgetOutcome):  # a row of data/ carries its place with it
        return value.span or Span("data"), f"budget/{value.committee}/{value.area}/{value.period}"
    if isinstance(finding.at, Measurement):
        return finding.at.span or Span("data"), f"{finding.at.kpi}/{finding.at.period}/{finding.at.gender}"
    name = finding.of or (CONFIGURATION if isinstance(value, SteeringPlan) else identity(value))
    span = loaded.places.key_span if finding.on_key else loaded.places.span
    keys = [step for step in finding.at if isinstance(step, str)]  # a place in a list is not what it is about
    return span(name, *finding.at), ".".join(["/".join(map(str, name)) if isinstance(name, tuple) else name, *keys])


def _related(beside: Beside, loaded: Loaded) -> Related:
    if isinstance(beside.of, Measurement):
        return Related(beside.of.span or Span("data"), beside.note)
    return Related(loaded.places.span(beside.of, *beside.at), beside.note)
