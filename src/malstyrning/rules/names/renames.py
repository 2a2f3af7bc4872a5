"""Renames: `was` says what one thing was called before, and nothing else is called that."""

from collections.abc import Iterator, Mapping
from typing import Any

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action, Assignment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Committee, OverallGoal, SteeringPlan, StrategicGoal
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.needs import a_former_id
from malstyrning.rules.rule import Beside, Context, Found, rule

_NAMED = (OverallGoal, Committee, StrategicGoal, Kpi, Action, Assignment)
_ACTION = "  {0}:\n    title: {1}\n    goal: mal\n    status: done\n    decided: 2021-12-14\n    finished: 2022-06-17\n"
_RENAMED = "actions:\n" + _ACTION.format("lovskola", "Lovskola") + "    was: {0}\n"
_GOOD = _RENAMED.format("sommarskola")


def _former(value: Any) -> Iterator[tuple[Steps, str, str]]:  # noqa: ANN401 - any decided object
    """Where an object or an area in it says what it was, its id and the former one."""
    if value.standing.was is not None:
        yield ("was",), value.id, value.standing.was
    for area in value.areas if isinstance(value, Committee) else ():
        if area.standing.was is not None:
            yield ("areas", area.id, "was"), area.id, area.standing.was


def _used(context: Context) -> frozenset[str]:
    """Every id in use."""
    kinds: tuple[Mapping[str, Any], ...] = (
        context.plan.organisations,
        context.plan.groups,
        context.plan.overall_goals,
        context.plan.committees,
        context.plan.areas,
        context.plan.strategic_goals,
        context.plan.kpis,
        context.plan.actions,
    )
    return frozenset(name for kind in kinds for name in kind)


def _claims(context: Context) -> dict[str, tuple[str, Steps, str]]:
    """For each former id the first that claims it: the object to find it in, the steps there, and its own id."""
    claims: dict[str, tuple[str, Steps, str]] = {}
    kinds: tuple[Mapping[str, Any], ...] = (
        context.plan.overall_goals,
        context.plan.committees,
        context.plan.strategic_goals,
        context.plan.kpis,
        context.plan.actions,
    )
    for kind in kinds:
        for value in kind.values():
            for at, name, former in _former(value):
                claims.setdefault(former, (value.id, at, name))
    return claims


@rule(
    "REF306",
    "former-id-in-use",
    on=_NAMED,
    needs=a_former_id,
    severity=Severity.WARNING,
    says=Text(
        "{name} anger {former} som sitt gamla id (was), men {former} finns kvar",
        "{name} says that its id was {former}, but {former} is still there",
    ),
    cure=Text(
        "ta bort det gamla om det är samma sak; är det något nytt, skriv replaced_by: {name} på {former} i stället",
        "remove the old one if it is the same thing; if this is something new, write replaced_by: {name} in {former}",
    ),
    why=Text(
        "was är ett namnbyte: samma sak under ett nytt id. Finns det gamla kvar räknas saken två gånger, eller "
        "blandas två sakers historia ihop.",
        "was is a rename: the same thing under a new id. If the old one is still there it is counted twice, or the "
        "histories of two things are mixed.",
    ),
    bad=_RENAMED.format("sommarskola") + _ACTION.format("sommarskola", "Sommarskola"),
    good=_GOOD,
)
def former_id_in_use(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401 - any decided object
    """A former id is the id of nothing; so two that were each other, or more in a circle, are found as well."""
    for at, name, former in _former(value):
        if former != name and former in context.once(_used):
            beside = Beside(Text("det finns kvar här", "it is still here"), former)
            yield Found(at, {"name": name, "former": former}, beside=(beside,))


@rule(
    "REF307",
    "one-former-id-of-two",
    on=_NAMED,
    needs=a_former_id,
    severity=Severity.WARNING,
    says=Text(
        "{name} och {other} anger båda {former} som sitt gamla id (was)",
        "{name} and {other} both say that their id was {former}",
    ),
    cure=Text(
        "låt was stå på den ena; har något delats i två, avsluta det gamla med replaced_by",
        "keep was on one of them; if something was divided in two, end the old one with replaced_by",
    ),
    why=Text(
        "Ett namnbyte följer en sak bakåt. Med två som har hetat samma sak går det inte att säga vems historia det är.",
        "A rename follows one thing back. With two that had the same name no one can say whose history it is.",
    ),
    bad=_GOOD + _ACTION.format("hostlovsskola", "Höstlovsskola") + "    was: sommarskola\n",
    good=_GOOD + _ACTION.format("hostlovsskola", "Höstlovsskola"),
)
def one_former_id_of_two(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401 - any decided object
    """A former id is that of one thing."""
    for at, name, former in _former(value):
        of, there, other = context.once(_claims)[former]
        if other != name:
            beside = Beside(Text("den första står här", "the first one is here"), of, there)
            yield Found(at, {"name": name, "other": other, "former": former}, beside=(beside,))


@rule(
    "REF308",
    "former-id-is-its-own",
    on=_NAMED,
    needs=a_former_id,
    severity=Severity.WARNING,
    says=Text("{name} anger sitt eget id som det gamla (was)", "{name} gives its own id as the former one (was)"),
    cure=Text(
        "skriv id:t från före namnbytet, eller ta bort was", "write the id from before the rename, or remove was"
    ),
    why=Text(
        "was är det tidigare id:t. Är det samma som nu har inget bytt namn, eller så är det riktiga borttappat.",
        "was is the former id. If it is the present one nothing was renamed, or the right one is lost.",
    ),
    bad=_RENAMED.format("lovskola"),
    good=_GOOD,
)
def former_id_is_its_own(value: Any, _: Context) -> Iterator[Found]:  # noqa: ANN401 - any decided object
    """What a thing was called is not what it is called."""
    for at, name, former in _former(value):
        if former == name:
            yield Found(at, {"name": name})


@rule(
    "REF309",
    "unused-group",
    on=SteeringPlan,
    severity=Severity.ADVICE,
    says=Text("Inget nyckeltal jämförs i gruppen {group}", "No KPI is compared in the group {group}"),
    cure=Text(
        "skriv {group} i groups på de nyckeltal som ska jämföras där, eller ta bort gruppen",
        "write {group} in groups of the KPIs to be compared there, or remove the group",
    ),
    why=Text(
        "Någon har valt vilka kommunen ska jämföras med, men jämförelsen görs inte.",
        "Someone has chosen whom the municipality is to be compared with, but the comparison is not made.",
    ),
    bad="",
    good="",
    where="",
)
def unused_group(plan: SteeringPlan, context: Context) -> Iterator[Found]:
    """A group is that of some KPI. One that does not say which groups it has is compared in all."""
    kpis = plan.kpis.values()
    if not kpis or not context.complete or context.failed or any(one.groups is None for one in kpis):
        return
    used = {group for one in kpis for group in one.groups or ()}
    bases = (*plan.common_change, *(basis for one in kpis for basis in one.common_change))
    used |= {basis.group for basis in bases if basis.group}
    for group in plan.groups:
        if group not in used:
            yield Found(("groups", group), {"group": group}, on_key=True)
