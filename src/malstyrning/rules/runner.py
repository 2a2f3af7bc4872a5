"""Runs every rule over a loaded workspace and stamps code and place on what they find."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from malstyrning.diagnostics import Diagnostic, Related, Rule, Severity, Span, in_order
from malstyrning.domain.actions import Action, Assignment
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.events import Event
from malstyrning.domain.kolada import KoladaKpi
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import BudgetOutcome, Measurement
from malstyrning.domain.plan import Committee, OverallGoal, PeerGroup, SteeringPlan, StrategicGoal
from malstyrning.domain.sound_management import SoundAssessment
from malstyrning.load.data_findings import DATA_RULES
from malstyrning.load.schema_findings import SCHEMA_RULES
from malstyrning.load.workspace import Loaded
from malstyrning.rules import (  # noqa: F401 - importing registers
    answers,
    goals,
    kpis,
    levels,
    measured,
    money,
    names,
    texts,
)
from malstyrning.rules.rule import CHECKS, Beside, Checked, Context, Found, Needs, Series, identity
from malstyrning.rules.settle import CONFIGURATION_RULES, MORE_ALIKE, Place, Settled, settle, unknown_rules
from malstyrning.sources.findings import FILE_RULES
from malstyrning.sources.spaces import TRAILING_SPACE
from malstyrning.sources.tree import CONFIGURATION
from malstyrning.sources.yaml_findings import YAML_RULES

if TYPE_CHECKING:
    from malstyrning.domain.assessments import Evaluation

MOST_ALIKE = 10_000  # findings of one rule that are told: more have a cause in common


def _register_those_of_verdicts() -> None:
    """Import the rules that need verdicts, with all that an evaluation is made of: `validate` has no use of them."""
    from malstyrning.rules import occasion  # noqa: F401, PLC0415 - importing registers


def all_rules() -> list[Rule]:
    """Every rule there is, by code."""
    _register_those_of_verdicts()
    reading = (*FILE_RULES, *YAML_RULES, TRAILING_SPACE, *SCHEMA_RULES, *DATA_RULES)
    rules = {*reading, *CONFIGURATION_RULES, *(one.rule for one in CHECKS)}
    return sorted(rules, key=lambda rule: rule.code)


def check_workspace(loaded: Loaded, today: date | None = None) -> list[Diagnostic]:
    """All findings about a workspace, in order: those of reading it and those of the rules.

    Without a `today` nothing is late: an evaluation reads no clock.
    """
    found = [_stamp(*one, loaded) for one in _run(_context(loaded, today), None)]
    unknown = unknown_rules(loaded.settings.policy, all_rules, _in_settings(loaded))
    return in_order([*_first_of_each(loaded.diagnostics), *found, *unknown])


def check_occasion(loaded: Loaded, evaluation: "Evaluation", today: date | None = None) -> list[Diagnostic]:
    """What a report of the occasion lacks, in order: the findings of the rules that need verdicts."""
    _register_those_of_verdicts()
    return in_order(_stamp(*one, loaded) for one in _run(_context(loaded, today), evaluation))


def _context(loaded: Loaded, today: date | None) -> Context:
    data_is_whole = not any(
        one.span.path.startswith("data") and one.rule.severity is Severity.ERROR for one in loaded.diagnostics
    )
    return Context(
        plan=loaded.plan,
        areas=loaded.plan.areas,
        failed=loaded.failed,
        complete=loaded.complete,
        series=_series(loaded),
        exists=loaded.folder.exists,
        today=today,
        limits=loaded.settings.policy.limits,
        period=loaded.settings.period,
        kolada=loaded.measurements.kolada,
        every_row=data_is_whole,
        language=loaded.settings.language,
        spent=loaded.measurements.money,
    )


def _first_of_each(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What reading has found, with what is too many of one rule cut short."""
    told: Counter[str] = Counter()
    for one in found:
        code = one.rule.code
        told[code] += 1
        if told[code] <= MOST_ALIKE:
            yield one
        elif told[code] == MOST_ALIKE + 1:
            yield Diagnostic(MORE_ALIKE, one.span, {"code": code, "limit": str(MOST_ALIKE)})


def settle_workspace(loaded: Loaded, today: date | None = None) -> Settled:
    """The findings about a workspace that count, and those that someone answers for."""
    return settle(check_workspace(loaded, today), loaded.settings.policy, today, _in_settings(loaded))


def settle_occasion(settled: Settled, loaded: Loaded, evaluation: "Evaluation", today: date | None = None) -> Settled:
    """The findings about a workspace together with what a report of the occasion lacks."""
    found = check_occasion(loaded, evaluation, today)
    more = settle(found, loaded.settings.policy, today, _in_settings(loaded), of_verdicts=True)
    return Settled(tuple(in_order([*settled.findings, *more.findings])), (*settled.accepted, *more.accepted))


def _in_settings(loaded: Loaded) -> Place:
    return partial(loaded.places.key_span, CONFIGURATION)


def _series(loaded: Loaded) -> dict[str, Series]:
    values: dict[str, list[Measurement]] = {}
    for one in loaded.measurements.own:
        values.setdefault(one.kpi, []).append(one)
    return {key: Series(loaded.plan.kpis[key], tuple(own)) for key, own in values.items()}


def _run(context: Context, evaluation: "Evaluation | None") -> Iterator[tuple[Checked, Any, Found]]:
    """What the rules find: those that need verdicts where there is an evaluation, else all others."""
    objects: Mapping[type, Iterable[Any]] = {type(evaluation): (evaluation,)} if evaluation else _objects(context)
    having: dict[tuple[type, Needs | None], Iterable[Any]] = {(kind, None): each for kind, each in objects.items()}
    for one in CHECKS:
        if one.rule.needs_verdicts is not bool(evaluation):
            continue
        key = one.on, one.needs
        if one.needs and key not in having:
            having[key] = [*filter(one.needs, objects[one.on])]
        found = ((value, finding) for value in having[key] for finding in one.check(value, context))
        for told, (value, finding) in enumerate(found):
            if told == MOST_ALIKE:
                cut = Found((), {"code": one.rule.code, "limit": str(MOST_ALIKE)}, of_all=True)
                yield Checked(MORE_ALIKE, one.on, one.check), value, cut
                break
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
        Assignment: plan.assignments.values(),
        Event: plan.events.values(),
        BudgetFrame: plan.budget_frames.values(),
        CommitteeEvaluation: plan.evaluations.values(),
        SoundAssessment: plan.sound_assessments.values(),
        BudgetOutcome: context.spent,
        SteeringPlan: (plan,),
        Series: context.series.values(),
    }


def _stamp(one: Checked, value: Any, finding: Found, loaded: Loaded) -> Diagnostic:  # noqa: ANN401
    place, subject = _place(value, finding, loaded)
    related = tuple(_related(beside, loaded) for beside in finding.beside)
    return Diagnostic(one.rule, place, finding.facts, related, finding.cure, subject, about=_name(value, finding))


def _name(value: Any, finding: Found) -> str:  # noqa: ANN401
    """The object that a finding is about, as a reader names it; none where it is a row of data/ or the whole plan."""
    in_data = isinstance(finding.at, (BudgetOutcome, KoladaKpi, Measurement, Span))
    if in_data or finding.of_all or isinstance(value, (BudgetOutcome, SteeringPlan)):
        return ""
    name = finding.of or identity(value)
    return " ".join(map(str, name)).split("/")[-1] if isinstance(name, tuple) else name


def _place(value: Any, finding: Found, loaded: Loaded) -> tuple[Span, str]:  # noqa: ANN401
    """Where a finding stands, and what it is about in words that stay when lines move."""
    if isinstance(value, BudgetOutcome):  # a row of data/ carries its place with it
        return _row(value)
    if isinstance(finding.at, BudgetOutcome):
        return _row(finding.at)
    if isinstance(finding.at, Span):
        return finding.at, finding.at.path
    if isinstance(finding.at, Measurement):
        return finding.at.span or Span("data"), f"{finding.at.kpi}/{finding.at.period}/{finding.at.gender}"
    if isinstance(finding.at, KoladaKpi):
        return finding.at.span or Span("data"), f"kolada/{finding.at.id}"
    name = finding.of or (CONFIGURATION if isinstance(value, SteeringPlan) else identity(value))
    span = loaded.places.key_span if finding.on_key else loaded.places.span
    keys = [step for step in finding.at if isinstance(step, str)]  # a place in a list is not what it is about
    return span(name, *finding.at), ".".join(["/".join(map(str, name)) if isinstance(name, tuple) else name, *keys])


def _row(outcome: BudgetOutcome) -> tuple[Span, str]:
    return outcome.span or Span("data"), f"budget/{outcome.committee}/{outcome.area}/{outcome.period}"


def _related(beside: Beside, loaded: Loaded) -> Related:
    if isinstance(beside.of, (Measurement, KoladaKpi)):
        return Related(beside.of.span or Span("data"), beside.note)
    return Related(loaded.places.span(beside.of, *beside.at), beside.note)
