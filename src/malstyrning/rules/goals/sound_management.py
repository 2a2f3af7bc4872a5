"""Sound financial management (god ekonomisk hushållning): a whole plan has its goals, of both kinds and for all.

A plan of few goals is still being built, or is one committee's, and is left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from malstyrning.diagnostics import Severity
from malstyrning.domain.plan import SteeringPlan, StrategicGoal
from malstyrning.domain.words import OrganisationKind, SoundKind, SoundScope
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule

_WHOLE_PLAN = 5  # strategic goals that go on
_KINDS = {
    SoundKind.FINANCIAL: Text("finansiella mål (kind: financial)", "financial goals (kind: financial)"),
    SoundKind.OPERATIONS: Text("mål för verksamheten (kind: operations)", "goals of operations (kind: operations)"),
}
_GOAL = (
    "  {0}: {{number: {1}, title: {2}, committee: namnd, serves: [overgripande], areas: [omrade], from: 2020, "
    "horizon: 2027, conditions: [Ramar i tid]{3}}}\n"
)
_SOUND = ", sound_financial_management: {{kind: {}, scope: {}}}"


def _example(first: str, second: str) -> str:
    return "strategic_goals:\n" + "".join(
        _GOAL.format(*one)
        for one in (
            ("ekonomi-i-balans", "1.2", "Ekonomi i balans", first),
            ("hallbara-inkop", "1.3", "Hållbara inköp", second),
            ("levande-torg", "1.4", "Levande torg", ""),
            ("rena-gator", "1.5", "Rena gator", ""),
        )
    )


_FINANCIAL = _SOUND.format("financial", "municipality")
_COMPANY = "organisations:\n  bostads-ab: {name: Bostads AB, kind: company}\n"


@dataclass(frozen=True, slots=True)
class _Sound:
    """The goals that count for sound financial management, and whether the plan is whole."""

    goals: tuple[StrategicGoal, ...]
    whole: bool
    companies: tuple[str, ...]

    def is_first(self, goal: StrategicGoal) -> bool:
        """What is wrong with all of them is told once, at the first."""
        return self.whole and bool(self.goals) and self.goals[0].id == goal.id


def _sound(context: Context) -> _Sound:
    going_on = [one for one in context.plan.strategic_goals.values() if one.standing.valid.last is None]
    return _Sound(
        tuple(one for one in going_on if one.sound_financial_management),
        len(going_on) >= _WHOLE_PLAN,
        tuple(one.name for one in context.plan.organisations.values() if one.kind is OrganisationKind.COMPANY),
    )


@rule(
    "GOA431",
    "no-sound-financial-management",
    on=SteeringPlan,
    severity=Severity.ADVICE,
    says=Text(
        "Inget strategiskt mål är ett mål för god ekonomisk hushållning",
        "No strategic goal is a goal for sound financial management",
    ),
    cure=Text(
        "skriv sound_financial_management: {{kind: financial, scope: municipality}} på ett mål, "
        "och kind: operations på ett annat",
        "write sound_financial_management: {{kind: financial, scope: municipality}} on one goal, "
        "and kind: operations on another",
    ),
    why=Text(
        "Budgeten ska ha mål för god ekonomisk hushållning, och årsredovisningen ska säga om de nåddes.",
        "The budget must have goals for sound financial management, and the annual report must say whether they were "
        "reached.",
    ),
    bad="",
    good="",
    where="",
)
def no_sound_financial_management(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """Some goal of a whole plan is one of sound financial management."""
    sound = context.once(_sound)
    if sound.whole and not sound.goals and context.complete and not context.failed:
        yield Found(("organisation",), {})


@rule(
    "GOA432",
    "one-kind-of-sound-management",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text(
        "Målen för god ekonomisk hushållning saknar {missing}",
        "The goals for sound financial management lack {missing}",
    ),
    cure=Text(
        "skriv sound_financial_management med {word} på ett mål till",
        "write sound_financial_management with {word} on another goal",
    ),
    why=Text(
        "God ekonomisk hushållning är både ekonomi och verksamhet: vad pengarna räcker till och vad de ger.",
        "Sound financial management is both finances and operations: what the money is enough for and what it "
        "achieves.",
    ),
    bad=_example(_FINANCIAL, ""),
    good=_example(_FINANCIAL, _SOUND.format("operations", "municipality")),
)
def one_kind_of_sound_management(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """The goals for sound financial management are of both kinds."""
    sound = context.once(_sound)
    if not sound.is_first(goal) or not context.complete or context.failed:
        return
    kinds = {one.sound_financial_management.kind for one in sound.goals if one.sound_financial_management}
    for missing in sorted(_KINDS.keys() - kinds):
        facts: dict[str, str | Text] = {"missing": _KINDS[missing], "word": f"kind: {missing}"}
        yield Found(("sound_financial_management", "kind"), facts, of_all=True)


@rule(
    "GOA433",
    "group-without-sound-management",
    on=StrategicGoal,
    severity=Severity.ADVICE,
    says=Text(
        "Kommunen har bolag ({companies}), men inget mål för god ekonomisk hushållning gäller koncernen",
        "The municipality has companies ({companies}), but no goal for sound financial management covers the group",
    ),
    cure=Text("skriv scope: group på ett sådant mål", "write scope: group on such a goal"),
    why=Text(
        "Årsredovisningen bedömer god ekonomisk hushållning för hela koncernen. Utan mål finns inget att bedöma mot.",
        "The annual report judges sound financial management of the whole group. Without a goal there is nothing to "
        "judge against.",
    ),
    bad=_COMPANY + _example(_FINANCIAL, _SOUND.format("operations", "municipality")),
    good=_COMPANY + _example(_FINANCIAL, _SOUND.format("operations", "group")),
)
def group_without_sound_management(goal: StrategicGoal, context: Context) -> Iterator[Found]:
    """Where the municipality has companies, some goal for sound financial management is for the group."""
    sound = context.once(_sound)
    if not sound.is_first(goal) or not sound.companies or not context.complete or context.failed:
        return
    scopes = {one.sound_financial_management.scope for one in sound.goals if one.sound_financial_management}
    if SoundScope.GROUP not in scopes:
        yield Found(("sound_financial_management", "scope"), {"companies": ", ".join(sound.companies)}, of_all=True)
