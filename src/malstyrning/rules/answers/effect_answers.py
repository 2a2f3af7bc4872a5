"""Questions 5 and 6: effects are told with their causes, and with what was expected; money with its reason."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.actions import Action
from malstyrning.domain.evaluations import FELL_SHORT, ActionAnswer, ActionEffect, CauseShare, CommitteeEvaluation
from malstyrning.domain.periods import parse_period
from malstyrning.domain.words import ActionStatus
from malstyrning.language import Text
from malstyrning.rules.answers.actions import started_late
from malstyrning.rules.rule import Context, Found, rule

_JUDGED = (ActionEffect.AS_EXPECTED, *FELL_SHORT)


def _example(
    answer: str, *, action: str = "status: done, expected_effect: {kpi: nyckeltal, change: 1, by: 2022}"
) -> str:
    return (
        f"actions:\n  lovskola: {{title: Lovskola, goal: mal, kpis: [nyckeltal], finished: 2022-08-12, {action}}}\n"
        f"evaluations:\n  - committee: namnd\n    period: 2022\n    actions:\n      lovskola: {{{answer}}}\n"
    )


_CAUSES = "causes: {{done_differently: {}, unforeseen_events: {}, wrong_from_start: {}}}"
_GOOD = _example("effect: partly, " + _CAUSES.format("some", "large", "not_at_all"))
_SIGNED = (
    "evaluations:\n  - committee: namnd\n    period: 2022\n{}"
    "    signed: {{body: Nämnden, name: Ordföranden, date: 2023-02-20}}\n"
)


def _judged(evaluation: CommitteeEvaluation, context: Context) -> Iterator[tuple[str, ActionAnswer, Action]]:
    """Every action that is answered for, where it is known."""
    for name, answer in evaluation.actions.items():
        if action := context.plan.actions.get(name):
            yield name, answer, action


@rule(
    "EVA907",
    "missing-effect-unexplained",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "{action} har effect: {effect}, men ingen orsak är angiven",
        "{action} has effect: {effect}, but no cause is given",
    ),
    cure=Text(
        "lägg till causes med done_differently, unforeseen_events och wrong_from_start",
        "add causes with done_differently, unforeseen_events and wrong_from_start",
    ),
    why=Text(
        "Om effekten uteblev för att vi gjorde annat än tänkt, för att något oförutsett hände eller för att vi tänkte "
        "fel från början avgör vad som ska ändras.",
        "Whether we did something else than intended, something unforeseen happened or we thought wrong from the start "
        "decides what to change.",
    ),
    bad=_example("effect: partly"),
    good=_GOOD,
)
def missing_effect_unexplained(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """An effect that fell short has at least one cause that explains something."""
    for name, answer in evaluation.actions.items():
        if answer.effect in FELL_SHORT and not answer.explains:
            yield Found(("actions", name, "effect"), {"action": name, "effect": str(answer.effect)})


@rule(
    "EVA908",
    "causes-of-nothing",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text(
        "{action} har effect: {effect}, men causes förklarar varför effekten uteblev",
        "{action} has effect: {effect}, but causes explain why the effect fell short",
    ),
    cure=Text(
        "ta bort causes, eller skriv effect: partly eller none", "remove causes, or write effect: partly or none"
    ),
    why=Text(
        "Orsakerna hör till en effekt som uteblev. Står de vid en som kom, säger svaret emot sig självt.",
        "The causes belong to an effect that fell short. Beside one that came, the answer contradicts itself.",
    ),
    bad=_example("effect: as_expected, " + _CAUSES.format("some", "large", "not_at_all")),
    good=_GOOD,
)
def causes_of_nothing(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """Only an effect that fell short has causes."""
    for name, answer in evaluation.actions.items():
        if answer.effect is not None and answer.effect not in FELL_SHORT and answer.explains:
            yield Found(("actions", name, "causes"), {"action": name, "effect": str(answer.effect)}, on_key=True)


@rule(
    "EVA909",
    "more-than-the-whole-cause",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text(
        "{action}: en orsak förklarar allt (wholly), ändå förklarar fler en del",
        "{action}: one cause explains all of it (wholly), yet others explain some",
    ),
    cure=Text(
        "skriv large i stället för wholly, eller not_at_all på de andra",
        "write large instead of wholly, or not_at_all for the others",
    ),
    why=Text(
        "Det som helt och hållet har en orsak har inga fler. Annars går det inte att förstå vad nämnden menar.",
        "What has one cause wholly has no others. Otherwise no one can tell what the committee means.",
    ),
    bad=_example("effect: none, " + _CAUSES.format("wholly", "some", "not_at_all")),
    good=_GOOD,
)
def more_than_the_whole_cause(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A cause that explains the whole stands alone."""
    for name, answer in evaluation.actions.items():
        shares = answer.explains
        if CauseShare.WHOLLY in shares and len(shares) > 1:
            yield Found(("actions", name, "causes"), {"action": name}, on_key=True)


@rule(
    "EVA910",
    "effect-before-start",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text(
        "{action} har effect: {effect} för {period}, men {but}", "{action} has effect: {effect} for {period}, but {but}"
    ),
    cure=Text("skriv effect: too_early, eller rätta åtgärden", "write effect: too_early, or correct the action"),
    why=Text(
        "En åtgärd som inte har börjat kan inte ha haft någon effekt, och inte heller ha saknat den.",
        "An action that has not begun can't have had an effect, nor have lacked it.",
    ),
    bad=_example(
        "effect: as_expected",
        action="status: done, started: 2023-02-20, expected_effect: {kpi: nyckeltal, change: 1, by: 2023}",
    ).replace("2022-08-12", "2023-08-12"),
    good=_example(
        "effect: too_early",
        action="status: done, started: 2023-02-20, expected_effect: {kpi: nyckeltal, change: 1, by: 2023}",
    ).replace("2022-08-12", "2023-08-12"),
)
def effect_before_start(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """Only what had begun before the end of the period had an effect in it."""
    period = parse_period(evaluation.period)
    for name, answer, action in _judged(evaluation, context):
        if answer.effect not in _JUDGED or period is None:
            continue
        if action.started and action.started > period.end and not started_late(action):
            but = Text(f"åtgärden påbörjades {action.started}", f"the action started on {action.started}")
        elif action.status is ActionStatus.PROPOSED:
            but = Text("åtgärden är bara föreslagen", "the action is only proposed")
        else:
            continue
        facts: dict[str, str | Text] = {
            "action": name,
            "effect": str(answer.effect),
            "period": evaluation.period,
            "but": but,
        }
        yield Found(("actions", name, "effect"), facts)


@rule(
    "EVA911",
    "effect-of-no-expectation",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "{action} har effect: {effect}, men åtgärden har ingen väntad effekt",
        "{action} has effect: {effect}, but no effect was expected of it",
    ),
    cure=Text(
        "lägg till expected_effect hos åtgärden, eller skriv effect: not_measurable",
        "add expected_effect to the action, or write effect: not_measurable",
    ),
    why=Text(
        "Om effekten blev den väntade kan bara prövas mot något som stod där innan.",
        "Whether the effect was as expected can only be tried against what was stated before.",
    ),
    bad=_example("effect: as_expected", action="status: done"),
    good=_example("effect: as_expected"),
)
def effect_of_no_expectation(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """An effect is judged against one that was expected."""
    for name, answer, action in _judged(evaluation, context):
        if answer.effect in _JUDGED and action.expected_effect is None:
            yield Found(("actions", name, "effect"), {"action": name, "effect": str(answer.effect)})


@rule(
    "EVA912",
    "reprioritisation-not-told",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text("Frågan om omprioritering (fråga 6) är {what}", "The question of reprioritising (question 6) is {what}"),
    cure=Text(
        "skriv reprioritise med answer (yes eller no) och en text",
        "write reprioritise with answer (yes or no) and a text",
    ),
    why=Text(
        "Fråga 6 är den som leder till nästa ram. Ett signerat svar utan den, eller ett ja som inte säger vad som "
        "ska flyttas, hjälper inte budgetberedningen.",
        "Question 6 is what leads to the next frame. A signed evaluation without it, or a yes that does not say "
        "what to move, is of no help to those who prepare the budget.",
    ),
    bad=_SIGNED.format(""),
    good=_SIGNED.format("    reprioritise: {answer: no, text: Nämnden klarar sig inom ramen}\n"),
)
def reprioritisation_not_told(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A signed evaluation answers whether resources need to move, and a yes says what."""
    answer = evaluation.reprioritise
    if answer is None and evaluation.signed:
        yield Found(("signed",), {"what": Text("inte besvarad", "not answered")}, on_key=True)
    elif answer and answer.needed and answer.text is None:
        what = Text("besvarad med ja men utan text", "answered yes but without a text")
        yield Found(("reprioritise", "answer"), {"what": what})
