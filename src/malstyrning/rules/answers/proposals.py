"""What lessons propose, and what of it the plan shows: things that exist, and are in force in the plan's year."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.evaluations import CommitteeEvaluation, Lesson, LessonStatus
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.rule import Context, Found, rule

_LESSON = "evaluations:\n  - committee: namnd\n    period: 2022\n    lessons:\n      tidigt-stod:\n        {{{}}}\n"
_CHANGE = "text: Sätt in stödet redan i årskurs 7"
_TEXT = "text: Stödet kom för sent, feeds: 2024"


def _example(*keys: str) -> str:
    return _LESSON.format(", ".join((_TEXT, *keys)))


_GOOD = _example(f"proposes: {{about: nyckeltal, {_CHANGE}}}")
_ENDED = (
    "actions:\n  lovskola:\n    {title: Lovskola, goal: mal, to: 2022, status: done, owner: Skolchefen, "
    "kpis: [nyckeltal], decided: 2021-12-13, reference: UN § 8, finished: 2022-08-10}\n"
)


@rule(
    "EVA971",
    "lesson-without-proposal",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text("Lärdomen leder inte till något förslag", "The lesson leads to no proposal"),
    cure=Text(
        "lägg till proposes med text, och about med id för det som ska ändras eller new för det som ska tillkomma",
        "add proposes with text, and about with the id of what is to change or new for what is to be added",
    ),
    why=Text(
        "Den som gör nästa plan behöver veta vad lärdomen betyder för ett mål, ett nyckeltal, en åtgärd eller en ram.",
        "Whoever makes the next plan needs to know what the lesson means for a goal, a KPI, an action or a frame.",
    ),
    bad=_example(),
    good=_GOOD,
)
def lesson_without_proposal(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A lesson proposes something."""
    for lesson in evaluation.lessons:
        if lesson.proposes is None:
            yield Found(("lessons", lesson.id), {}, on_key=True)


@rule(
    "EVA972",
    "proposal-about-nothing",
    on=CommitteeEvaluation,
    says=Text("Förslaget har {found}", "The proposal has {found}"),
    cure=Text(
        "skriv about med id för det som ska ändras, eller new för det som ska tillkomma, inte båda",
        "write about with the id of what is to change, or new for what is to be added, not both",
    ),
    why=Text(
        "Ett förslag ändrar något som finns eller lägger till något. Annars vet ingen var det hör hemma i planen.",
        "A proposal changes something or adds something. Else no one can tell where in the plan it belongs.",
    ),
    bad=_example(f"proposes: {{{_CHANGE}}}"),
    good=_GOOD,
)
def proposal_about_nothing(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A proposal is about one thing: an object of the plan, or something new."""
    for lesson in evaluation.lessons:
        proposes = lesson.proposes
        if proposes and (proposes.about is None) is (proposes.new is None):
            found = (
                Text("varken about eller new", "neither about nor new")
                if proposes.about is None
                else Text("både about och new", "both about and new")
            )
            yield Found(("lessons", lesson.id, "proposes"), {"found": found}, on_key=True)


@rule(
    "EVA973",
    "proposal-about-what-has-ended",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text("{found} gäller inte {feeds}", "{found} is not in force in {feeds}"),
    cure=Text(
        "välj det som gäller det året, skriv new för det som ska tillkomma, eller rätta feeds",
        "choose what is in force that year, write new for what is to be added, or correct feeds",
    ),
    why=Text(
        "Planen för ett år visar det som gäller då. Ett förslag om något annat visas inte vid något mål.",
        "The plan of a year shows what is in force then. A proposal about anything else is shown at no goal.",
    ),
    bad=_ENDED + _example(f"proposes: {{about: lovskola, {_CHANGE}}}"),
    good=_ENDED + _GOOD,
)
def proposal_about_what_has_ended(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """What a lesson is about, and what it led to, is in force in the year of the plan that it feeds."""
    for lesson in evaluation.lessons:
        for at, name in _names(lesson):
            found = context.plan.steerable.get(name)
            if found and lesson.feeds is not None and not found.standing.valid.covers(lesson.feeds):
                yield Found(at, {"found": name, "feeds": str(lesson.feeds)})


@rule(
    "EVA974",
    "lesson-adopted-without-trace",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Lärdomen är {status}, men det står inte var: varken reference eller led_to",
        "The lesson is {status}, but it does not say where: neither reference nor led_to",
    ),
    cure=Text(
        "lägg till reference till beslutet, eller led_to med id för det i planen som den ledde till",
        "add the reference of the decision, or led_to with the id of what in the plan it led to",
    ),
    why=Text(
        "Den som läser planen ska kunna se vad lärdomen blev. Annars är svaret bara ett ord.",
        "Whoever reads the plan should see what became of the lesson. Else the answer is only a word.",
    ),
    bad=_example("became: {status: adopted}"),
    good=_example("became: {status: adopted, led_to: [nyckeltal]}"),
)
def lesson_adopted_without_trace(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A lesson that was taken in says where: the decision, or what in the plan shows it."""
    for lesson in evaluation.lessons:
        became = lesson.became
        if became and became.status is not LessonStatus.REFUSED and not became.reference and not became.led_to:
            yield Found(("lessons", lesson.id, "became", "status"), {"status": became.status.value})


@rule(
    "EVA975",
    "lesson-refused-that-led-somewhere",
    on=CommitteeEvaluation,
    says=Text(
        "Lärdomen är refused, men led_to säger att den ledde till {found}",
        "The lesson is refused, but led_to says that it led to {found}",
    ),
    cure=Text(
        "skriv status: adopted eller changed, eller ta bort led_to",
        "write status: adopted or changed, or remove led_to",
    ),
    why=Text(
        "Planen skulle säga att lärdomen inte togs in, och i samma mening visa vad den blev.",
        "The plan would say that the lesson was not taken in, and show in the same sentence what became of it.",
    ),
    bad=_example("became: {status: refused, text: Ryms inte i ramen, led_to: [nyckeltal]}"),
    good=_example("became: {status: changed, text: Ryms inte i ramen, led_to: [nyckeltal]}"),
)
def lesson_refused_that_led_somewhere(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """What was refused led to nothing."""
    for lesson in evaluation.lessons:
        became = lesson.became
        if became and became.status is LessonStatus.REFUSED and became.led_to:
            yield Found(("lessons", lesson.id, "became", "led_to"), {"found": ", ".join(became.led_to)})


def _names(lesson: Lesson) -> Iterator[tuple[Steps, str]]:
    if lesson.proposes and lesson.proposes.about:
        yield ("lessons", lesson.id, "proposes", "about"), lesson.proposes.about
    for index, name in enumerate(lesson.became.led_to if lesson.became else ()):
        yield ("lessons", lesson.id, "became", "led_to", index), name
