"""Expected effects: a KPI of the action can show them, in time, and the way that is better."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action, ExpectedEffect
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.words import ActionStatus, Direction
from malstyrning.language import Text
from malstyrning.rules.answers.actions import UNDER_WAY, is_kept_up, started_late
from malstyrning.rules.rule import Beside, Context, Found, rule

_DIRECTION = Text("riktningen står här", "the direction is here")
_AGAINST = {Direction.HIGHER: Decimal(-1), Direction.LOWER: Decimal(1)}
_NONE = Text(
    "skriv expected_effect: none, om ingen mätbar effekt väntas",
    "write expected_effect: none, if no measurable effect is expected",
)


def _example(effect: str, *, kpis: str = "nyckeltal") -> str:
    return (
        f"actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    kpis: [{kpis}]\n    status: proposed\n"
        f"    expected_effect: {{{effect}}}\n"
    )


_GOOD = _example("kpi: nyckeltal, change: 1.5, by: 2024")
_OTHER = (
    "kpis:\n  trygghet:\n    title: Trygga elever\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n"
)


def _expected(action: Action, context: Context) -> Iterator[tuple[ExpectedEffect, Kpi]]:
    """The effect that an action is expected to have, and its KPI. A stopped one is expected to have none."""
    effect = action.expected_effect
    kpi = effect and context.plan.kpis.get(effect.kpi)
    if effect and kpi and action.status is not ActionStatus.STOPPED:
        yield effect, kpi


@rule(
    "ACT446",
    "effect-outside-its-kpis",
    on=Action,
    severity=Severity.WARNING,
    says=Text("Effekten väntas i {kpi}, men {but}", "The effect is expected in {kpi}, but {but}"),
    cure=Text(
        "lägg till {kpi} under kpis, eller rätta expected_effect", "add {kpi} to kpis, or correct expected_effect"
    ),
    why=Text(
        "Effekten prövas mot nyckeltalet. Hör nyckeltalet inte till åtgärden syns effekten inte där åtgärden följs "
        "upp.",
        "The effect is tried against the KPI. If the KPI does not belong to the action, the effect is not seen where "
        "the action is followed up.",
    ),
    bad=_OTHER + _example("kpi: trygghet, change: 1, by: 2024"),
    good=_OTHER + _example("kpi: trygghet, change: 1, by: 2024", kpis="nyckeltal, trygghet"),
)
def effect_outside_its_kpis(action: Action, context: Context) -> Iterator[Found]:
    """The KPI of the effect is one of the action's, or where it names none, one of its goal's."""
    for effect, kpi in _expected(action, context):
        if effect.kpi in action.kpis:
            continue
        if action.kpis:
            names = ", ".join(action.kpis)
            but = Text(f"åtgärden gäller {names}", f"the action is about {names}")
        elif kpi.goal != action.goal:
            but = Text(f"det hör till målet {kpi.goal}", f"that belongs to the goal {kpi.goal}")
        else:
            continue
        yield Found(("expected_effect", "kpi"), {"kpi": effect.kpi, "but": but})


@rule(
    "ACT447",
    "effect-out-of-time",
    on=Action,
    severity=Severity.WARNING,
    says=Text("Effekten väntas {by}, men {but}", "The effect is expected by {by}, but {but}"),
    cure=Text("skriv ett annat år i by, eller rätta {key}", "write another year in by, or correct {key}"),
    why=Text(
        "En effekt visar sig bara medan nyckeltalet mäts, och hjälper bara ett mål som gäller. Före starten är den "
        "inte åtgärdens.",
        "An effect shows only while its KPI is measured, and helps only a goal in force. Before the start it is not "
        "the action's.",
    ),
    bad="strategic_goals:\n  fler-behoriga:\n    number: 1.2\n    title: Fler behöriga\n    committee: namnd\n"
    "    serves: [overgripande]\n    from: 2020\n    horizon: 2026\n"
    + _example("kpi: nyckeltal, change: 1.5, by: 2028").replace("mal\n", "fler-behoriga\n"),
    good="strategic_goals:\n  fler-behoriga:\n    number: 1.2\n    title: Fler behöriga\n    committee: namnd\n"
    "    serves: [overgripande]\n    from: 2020\n    horizon: 2026\n"
    + _example("kpi: nyckeltal, change: 1.5, by: 2026").replace("mal\n", "fler-behoriga\n"),
)
def effect_out_of_time(action: Action, context: Context) -> Iterator[Found]:
    """The effect comes after the start of the action, while its KPI and its goal are in force."""
    for effect, kpi in _expected(action, context):
        against = _time_against(action, effect.by, kpi, context)
        if against:
            key, but = against
            yield Found(("expected_effect", "by"), {"by": str(effect.by), "key": key, "but": but})


def _time_against(action: Action, by: int, kpi: Kpi, context: Context) -> tuple[Text, Text] | None:
    """What can't show the effect of a year, and why."""
    goal = context.plan.strategic_goals.get(action.goal)
    if started_late(action) or not is_kept_up(action):  # the first is told there
        return None
    if action.started and by < action.started.year:
        return Text("started", "started"), Text(
            f"åtgärden påbörjas {action.started}", f"the action starts on {action.started}"
        )
    if not kpi.standing.valid.covers(by):
        return Text(kpi.id, kpi.id), Text(f"{kpi.id} gäller inte då", f"{kpi.id} is not in force then")
    if goal and not goal.standing.valid.covers(by):
        return Text(goal.id, goal.id), Text(
            f"målet {goal.id} gäller inte då", f"the goal {goal.id} is not in force then"
        )
    if goal and goal.horizon is not None and (goal.standing.valid.first or 0) <= goal.horizon < by:
        return Text("horizon", "horizon"), Text(
            f"målet {goal.id} ser fram till {goal.horizon}", f"the goal {goal.id} looks to {goal.horizon}"
        )
    return None


@rule(
    "ACT448",
    "effect-against-direction",
    on=Action,
    severity=Severity.WARNING,
    says=Text(
        "Effekten är {change}, men {kpi} har direction: {direction}",
        "The effect is {change}, but {kpi} has direction: {direction}",
    ),
    cure=Text("byt tecken på change, eller rätta direction", "change the sign of change, or correct direction"),
    why=Text(
        "En åtgärd väntas förbättra resultatet. Åt andra hållet skulle den räknas som lyckad när det försämras.",
        "An action is expected to improve the result. The other way it would count as a success when it gets worse.",
    ),
    bad=_example("kpi: nyckeltal, change: -1.5, by: 2024"),
    good=_GOOD,
)
def effect_against_direction(action: Action, context: Context) -> Iterator[Found]:
    """An effect goes the way that is better for its KPI."""
    for effect, kpi in _expected(action, context):
        if effect.change * _AGAINST.get(kpi.direction, Decimal(0)) > 0:
            facts: dict[str, str | Text] = {
                "change": str(effect.change),
                "kpi": kpi.id,
                "direction": kpi.direction,
            }
            beside = (Beside(_DIRECTION, kpi.id, ("direction",)),)
            yield Found(("expected_effect", "change"), facts, beside=beside)


@rule(
    "ACT449",
    "effect-too-small-to-see",
    on=Action,
    severity=Severity.WARNING,
    says=Text(
        "Effekten {change} är mindre än {smallest}, det minsta som {kpi} visar",
        "The effect {change} is less than {smallest}, the least that {kpi} shows",
    ),
    cure=Text(
        "skriv expected_effect: none, eller ge {kpi} fler decimals",
        "write expected_effect: none, or give {kpi} more decimals",
    ),
    why=Text(
        "Utfall avrundas till nyckeltalets decimaler. En mindre effekt kan aldrig synas, hur bra det än går.",
        "Outcomes are rounded to the KPI's decimals. A smaller effect can never show, however well the action does.",
    ),
    bad=_example("kpi: nyckeltal, change: 0.05, by: 2024"),
    good=_GOOD,
)
def effect_too_small_to_see(action: Action, context: Context) -> Iterator[Found]:
    """An effect is at least as large as the KPI's last decimal."""
    for effect, kpi in _expected(action, context):
        smallest = Decimal(1).scaleb(-kpi.decimals)
        if abs(effect.change) < smallest:
            facts: dict[str, str | Text] = {"change": str(effect.change), "smallest": str(smallest), "kpi": kpi.id}
            yield Found(("expected_effect", "change"), facts, None if effect.change else _NONE)


@rule(
    "ACT450",
    "expectation-left-out",
    on=Action,
    severity=Severity.ADVICE,
    says=Text("Åtgärden säger inte vilken effekt som väntas", "The action does not say what effect is expected"),
    cure=Text(
        "lägg till expected_effect med kpi, change och by, eller skriv expected_effect: none",
        "add expected_effect with kpi, change and by, or write expected_effect: none",
    ),
    why=Text(
        "Om åtgärden fick väntad effekt kan bara svaras på om väntan skrevs ned när den beslutades. Att ingen mätbar "
        "effekt väntas är också ett svar.",
        "Whether an action had the expected effect can only be answered if it was written down when it was decided. "
        "That no measurable effect is expected is an answer as well.",
    ),
    bad=_example("").replace("proposed", "under_way").replace("    expected_effect: {}\n", ""),
    good=_example("").replace("proposed", "under_way").replace("{}", "none"),
)
def expectation_left_out(action: Action, _: Context) -> Iterator[Found]:
    """What is decided or under way says what is expected of it, if only that it can't be measured."""
    is_said = action.expects_nothing or action.expected_effect is not None
    if action.status in UNDER_WAY and is_kept_up(action) and not is_said:
        yield Found((), {})
