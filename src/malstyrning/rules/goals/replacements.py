"""Replacements: what ends and what takes its place follow each other, year upon year."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Area, Committee, OverallGoal, StrategicGoal
from malstyrning.domain.standing import Validity
from malstyrning.language import Text, plural
from malstyrning.load.places import Steps
from malstyrning.rules.needs import an_heir
from malstyrning.rules.rule import Beside, Context, Found, rule

_REPLACED: dict[type, str] = {
    OverallGoal: "overall_goals",
    Committee: "committees",
    StrategicGoal: "strategic_goals",
    Kpi: "kpis",
    Action: "actions",
}
_TWO_GOALS = (
    "strategic_goals:\n  gammalt:\n    number: 1.2\n    title: Levande centrum\n    committee: namnd\n"
    "    serves: [overgripande]\n    areas: [omrade]\n    from: {0}\n{1}    decided: 2014-11-17\n    horizon: 2024\n"
    "    conditions: [Mark för nya torg]\n    replaced_by: nytt\n"
    "  nytt:\n    number: 1.3\n    title: Levande stadsdelar\n    committee: namnd\n    serves: [overgripande]\n"
    "    areas: [omrade]\n    from: {2}\n{3}"
)
_GOOD = _TWO_GOALS.format(2015, "    to: 2021\n", 2022, "")
_TOOK_OVER = Text("det som tog över", "what took its place")


class _Change(NamedTuple):
    """An object, or an area in it, and what took its place: ids, years, and where the change is written."""

    name: str
    heir: str
    old: Validity
    new: Validity
    inside: Steps  # where the object's own keys stand: an area stands in its committee
    key: str

    def beside(self) -> tuple[Beside, ...]:
        """The place of the heir's first year; its own key where none is written."""
        return (Beside(_TOOK_OVER, self.heir, ("from",)),)


def _changes(value: Any, context: Context) -> Iterator[_Change]:  # noqa: ANN401 - any decided object
    key, heir = "replaced_by", value.standing.replaced_by
    if isinstance(value, Committee) and value.successor is not None:
        key, heir = "successor", value.successor
    yield from _change(value, context.known(_REPLACED[type(value)]).get(heir), (), key, context)
    for area in value.areas if isinstance(value, Committee) else ():
        heir = context.areas.get(area.standing.replaced_by or "")
        yield from _change(area, heir, ("areas", area.id), "replaced_by", context)


def _change(old: Any, new: Any, inside: Steps, key: str, context: Context) -> Iterator[_Change]:  # noqa: ANN401
    """The change, if what took over is known. What replaces itself goes in a circle, and that is told elsewhere."""
    if new is not None and new.id != old.id:
        yield _Change(old.id, new.id, _years(old, context), _years(new, context), inside, key)


def _years(value: Any, context: Context) -> Validity:  # noqa: ANN401 - any decided object
    """The years of an object. What a KPI, an action or an area does not say, what it belongs to says."""
    valid: Validity = value.standing.valid
    owner: StrategicGoal | Committee | None = None
    if isinstance(value, Kpi | Action):
        owner = context.plan.strategic_goals.get(value.goal)
    elif isinstance(value, Area):
        owner = context.plan.committees.get(value.committee)
    around = owner.standing.valid if owner else Validity()
    return Validity(
        around.first if valid.first is None else valid.first,
        around.last if valid.last is None else valid.last,
    )


def _ended_before(change: _Change) -> bool:
    """Tell whether the heir was over when the old one was: then it can't have taken its place."""
    return None not in (change.old.last, change.new.last) and (change.new.last or 0) <= (change.old.last or 0)


@rule(
    "GOA410",
    "replaced-too-early",
    on=StrategicGoal,
    needs=an_heir,
    severity=Severity.WARNING,
    says=Text("{name} ersattes av {heir} efter {kept}", "{name} was replaced by {heir} after {kept}"),
    cure=Text(
        "behåll målet till och med {until} och ändra nyckeltal eller nivåer i stället; är bytet redan beslutat, skriv "
        "skälet under accepted i malstyrning.yaml",
        "keep the goal to the end of {until} and change KPIs or levels instead; if it is decided already, write the "
        "reason under accepted in malstyrning.yaml",
    ),
    why=Text(
        "Ett strategiskt mål är till för att följas under flera år. Byts det ut innan åtgärderna har hunnit verka "
        "får ingen veta om strategin fungerade.",
        "A strategic goal is meant to be followed for years. If it is changed before the actions have had time to "
        "work, no one learns whether the strategy did.",
    ),
    bad=_TWO_GOALS.format(2019, "    to: 2021\n", 2022, ""),
    good=_GOOD,
)
def replaced_too_early(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """A strategic goal that another took the place of was in force for some years."""
    first, last = goal.standing.valid.first, goal.standing.valid.last
    if first is None or last is None or not first <= last < first + context.limits.shortest_horizon - 1:
        return
    for one in _changes(goal, context):
        facts: dict[str, str | Text] = {
            "name": goal.id,
            "heir": one.heir,
            "kept": plural(last - first + 1, Text("1 år", "1 year"), Text("{n} år", "{n} years")),
            "until": str(first + context.limits.shortest_horizon - 1),
        }
        yield Found(("to",), facts, beside=one.beside())


@rule(
    "GOA411",
    "replaced-but-not-ended",
    on=tuple(_REPLACED),
    needs=an_heir,
    severity=Severity.WARNING,
    says=Text(
        "{name} är ersatt av {heir} men saknar sista år (to)", "{name} is replaced by {heir} but has no last year (to)"
    ),
    cure=Text("skriv to: och det sista året som det gäller", "write to: and the last year in force"),
    why=Text(
        "Utan sista år gäller det gamla fortfarande, och rapporten visar det bredvid det som tog över.",
        "Without a last year the old is still in force, and the report shows it beside what took its place.",
    ),
    bad=_TWO_GOALS.format(2015, "", 2022, ""),
    good=_GOOD,
)
def replaced_but_not_ended(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401 - any decided object
    """What has been replaced has a last year."""
    for one in _changes(value, context):
        if one.old.last is not None:
            continue
        cure = None
        if one.new.last is not None and (one.old.first or 0) > one.new.last:
            cure = Text(
                f"det nya pekar inte bakåt: ta bort raden och skriv {one.key}: {one.name} hos {one.heir}",
                f"the new does not point back: remove the line and write {one.key}: {one.name} in {one.heir}",
            )
        elif one.new.first is not None and one.new.first > (one.old.first or 0):
            cure = Text(f"skriv to: {one.new.first - 1}", f"write to: {one.new.first - 1}")
        yield Found((*one.inside, one.key), {"name": one.name, "heir": one.heir}, cure, beside=one.beside())


@rule(
    "GOA412",
    "overlaps-what-replaced-it",
    on=tuple(_REPLACED),
    needs=an_heir,
    severity=Severity.WARNING,
    says=Text(
        "{name} gäller till och med {last}, men {heir} som tog över gäller redan från {first}",
        "{name} is in force to the end of {last}, but {heir}, which took its place, already from {first}",
    ),
    cure=Text(
        "skriv to: {before}; to är det sista året som det gäller", "write to: {before}; to is the last year in force"
    ),
    why=Text(
        "De år då båda gäller visar rapporten samma sak två gånger, under två namn.",
        "In the years when both are in force the report shows the same thing twice, under two names.",
    ),
    bad=_TWO_GOALS.format(2015, "    to: 2022\n", 2022, ""),
    good=_GOOD,
)
def overlaps_what_replaced_it(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401
    """What takes the place of something begins when it has ended, unless it was there before it."""
    for one in _changes(value, context):
        last, first = one.old.last, one.new.first
        if last is None or first is None or _ended_before(one):
            continue
        if (one.old.first or 0) < first <= last:
            facts: dict[str, str | Text] = {
                "name": one.name,
                "heir": one.heir,
                "last": str(last),
                "first": str(first),
                "before": str(first - 1),
            }
            yield Found((*one.inside, "to"), facts, beside=one.beside())


@rule(
    "GOA413",
    "gap-before-what-replaced-it",
    on=tuple(_REPLACED),
    needs=an_heir,
    severity=Severity.WARNING,
    says=Text(
        "{name} gäller till och med {last}, men {heir} som tog över gäller först från {first}",
        "{name} is in force to the end of {last}, but {heir}, which took its place, only from {first}",
    ),
    cure=Text("skriv to: {before}, eller from: {after} hos {heir}", "write to: {before}, or from: {after} in {heir}"),
    why=Text(
        "Åren däremellan gäller inget av dem, och rapporten visar varken det gamla eller det nya.",
        "In the years between neither is in force, and the report shows neither the old nor the new.",
    ),
    bad=_TWO_GOALS.format(2015, "    to: 2020\n", 2022, ""),
    good=_GOOD,
)
def gap_before_what_replaced_it(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401
    """What takes the place of something begins the year after it."""
    for one in _changes(value, context):
        last, first = one.old.last, one.new.first
        if last is not None and first is not None and first > last + 1:
            facts: dict[str, str | Text] = {
                "name": one.name,
                "heir": one.heir,
                "last": str(last),
                "first": str(first),
                "before": str(first - 1),
                "after": str(last + 1),
            }
            yield Found((*one.inside, "to"), facts, beside=one.beside())


@rule(
    "GOA414",
    "replaced-by-what-has-ended",
    on=tuple(_REPLACED),
    needs=an_heir,
    severity=Severity.WARNING,
    says=Text(
        "{name} gäller till och med {last}, men {heir} som ska ha tagit över slutade {ended}",
        "{name} is in force to the end of {last}, but {heir}, which is to have taken its place, ended in {ended}",
    ),
    cure=Text("låt {key} peka på det som gäller efter {last}", "let {key} name what is in force after {last}"),
    why=Text(
        "Den som följer ett avslutat mål framåt ska komma till något som gällde efter det.",
        "Whoever follows what has ended must come to something that was in force after it.",
    ),
    bad=_TWO_GOALS.format(2015, "    to: 2021\n", 2015, "    to: 2020\n    decided: 2014-11-17\n"),
    good=_GOOD,
)
def replaced_by_what_has_ended(value: Any, context: Context) -> Iterator[Found]:  # noqa: ANN401
    """What takes the place of something is in force after it."""
    for one in _changes(value, context):
        if _ended_before(one):
            facts: dict[str, str | Text] = {
                "name": one.name,
                "heir": one.heir,
                "last": str(one.old.last),
                "ended": str(one.new.last),
                "key": one.key,
            }
            beside = Beside(Text("det slutade här", "it ended here"), one.heir, ("to",))
            yield Found((*one.inside, one.key), facts, beside=(beside,))
