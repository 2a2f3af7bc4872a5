"""Effects: what is expected can be seen, and what a committee says of it is what the figures say."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.effects import EffectVerdict
from malstyrning.domain.evaluations import ActionEffect
from malstyrning.evaluate.questions import is_over
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule

_ACTION = (
    "actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    kpis: [nyckeltal]\n    status: {status}\n"
    "    owner: Skolchefen\n    reference: UN § 80\n    started: 2022-02-01\n{dates}"
    "    expected_effect: {{kpi: nyckeltal, change: {change}, by: {by}}}\n"
)
_DONE = _ACTION.format(status="done", dates="    finished: 2022-08-12\n", change="20", by="2022")
_ANSWER = (
    "evaluations:\n  - committee: namnd\n    period: 2022\n    actions:\n"
    "      lovskola: {{effect: {}, text: Alla klasser var med.}}\n"
)


def _under_way(change: str) -> str:
    return _ACTION.format(status="under_way", dates="    due: 2023-12-31\n", change=change, by="2023")


@rule(
    "EVA951",
    "effect-lost-in-variation",
    on=Evaluation,
    severity=Severity.ADVICE,
    says=Text(
        "{action}: den väntade effekten {change} kan inte skiljas från andra kommuners variation, även om den kommer; "
        "den minsta som syns är {smallest}",
        "{action}: the expected effect {change} can't be told from other municipalities' variation even if it comes; "
        "the smallest that shows is {smallest}",
    ),
    cure=Text(
        "välj ett nyckeltal närmare åtgärden, eller skriv expected_effect: none och följ stegen i stället",
        "choose a KPI nearer to the action, or write expected_effect: none and follow its steps instead",
    ),
    why=Text(
        "En effekt som är mindre än variationen syns inte i siffrorna. Den som vet det i förväg slipper vänta på ett "
        "besked som inte kan komma.",
        "An effect that is smaller than the variation does not show in the figures. Whoever knows beforehand need not "
        "wait for an answer that can't come.",
    ),
    bad=_under_way("1.0"),
    good=_under_way("60.0"),
    is_gap=False,
)
def effect_lost_in_variation(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """What is expected of an action that is not over could be seen if it came."""
    for one in evaluation.effects.values():
        action = evaluation.plan.actions[one.action]
        expected = action.expected_effect
        if one.visible and expected and not one.expected_is_visible and not is_over(action.status):
            facts: dict[str, str | Text] = {
                "action": action.id,
                "change": str(expected.change),
                "smallest": str(one.visible.effect),
            }
            yield Found(("expected_effect", "change"), facts, of=action.id)


@rule(
    "EVA952",
    "effect-not-in-the-figures",
    on=Evaluation,
    severity=Severity.WARNING,
    says=Text(
        "Nämnden svarar att {action} fick väntad effekt, men siffrorna visar det inte: {as_far} av {others} andra "
        "avviker minst lika mycket",
        "The committee answers that {action} had the expected effect, but the figures do not show it: {as_far} of "
        "{others} others deviate at least as much",
    ),
    cure=Text(
        "skriv effect: not_measurable, partly eller none, eller acceptera anmärkningen och säg vad svaret bygger på",
        "write effect: not_measurable, partly or none, or accept the finding and say what the answer rests on",
    ),
    why=Text(
        "Att utfallet steg betyder inte att åtgärden gjorde det. Så stora ändringar hade flera andra utan den.",
        "That the outcome rose does not mean that the action did it. Several others changed as much without it.",
    ),
    bad=_DONE + _ANSWER.format("as_expected"),
    good=_DONE + _ANSWER.format("not_measurable"),
    is_gap=False,
)
def effect_not_in_the_figures(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """An effect that is said to be as expected is demonstrated, where it could be tried."""
    plan, period = evaluation.plan, str(evaluation.occasion)
    for one in evaluation.effects.values():
        committee = plan.strategic_goals[plan.actions[one.action].goal].committee
        answers = evaluation.answers.get(committee)
        given = answers and answers.actions.get(one.action)
        is_shown = one.verdict not in (EffectVerdict.NOT_DEMONSTRATED, EffectVerdict.OTHER_WAY)
        if one.rank and given and given.effect is ActionEffect.AS_EXPECTED and not is_shown:
            facts: dict[str, str | Text] = {
                "action": one.action,
                "as_far": str(one.rank.as_far),
                "others": str(one.rank.others),
            }
            yield Found(("actions", one.action, "effect"), facts, of=(f"evaluations/{committee}", period))
