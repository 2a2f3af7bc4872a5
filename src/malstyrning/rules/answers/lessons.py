"""Lessons: few, and each for a year whose budget is still open."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.evaluations import CommitteeEvaluation, Lesson, LessonStatus
from malstyrning.domain.periods import Period, parse_period
from malstyrning.language import Text
from malstyrning.rules.answers.answers import is_signed_early
from malstyrning.rules.rule import Context, Found, rule

_BUDGET_MONTH = 11  # the council decides the next year's budget in November


def _example(*lessons: str) -> str:
    head = "evaluations:\n  - committee: namnd\n    period: 2022\n    lessons:\n"
    return head + "".join(f"      {one}\n" for one in lessons)


_TEXT = "text: Sätt in stöd redan i årskurs 7, proposes: {new: action, text: Stöd i årskurs 7}"
_FRAME = (
    "budget_frames:\n  - {committee: namnd, year: 2024, amount: 10, decided: 2023-11-13, reference: KF 2023-11-13, "
    "areas: {omrade: 10}}\n"
)
_GOOD = _example(f"tidigt-stod: {{{_TEXT}, feeds: 2024}}")


@rule(
    "EVA903",
    "lesson-feeds-nothing",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text("Lärdomen säger inte vilket års plan den ska in i", "The lesson does not say which year's plan it feeds"),
    cure=Text("lägg till feeds: {earliest}", "add feeds: {earliest}"),
    why=Text(
        "En lärdom som inte leder till en plan glöms till nästa bokslut.",
        "A lesson that leads to no plan is forgotten by the next close.",
    ),
    bad=_example(f"tidigt-stod: {{{_TEXT}}}"),
    good=_GOOD,
)
def lesson_feeds_nothing(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A lesson names the year whose plan it feeds."""
    for lesson, period in _lessons(evaluation):
        if lesson.feeds is None:
            yield Found(("lessons", lesson.id), {"earliest": str(first_open_budget(period))}, on_key=True)


@rule(
    "EVA904",
    "lesson-feeds-the-past",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text(
        "Lärdomen är från {period}, men ska in i planen för {feeds}",
        "The lesson is from {period}, but feeds the plan for {feeds}",
    ),
    cure=Text("skriv feeds: {earliest}", "write feeds: {earliest}"),
    why=Text(
        "En plan för ett år som redan har gått ändrar ingenting.",
        "A plan for a year that has already passed changes nothing.",
    ),
    bad=_example(f"tidigt-stod: {{{_TEXT}, feeds: 2022}}"),
    good=_GOOD,
)
def lesson_feeds_the_past(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A lesson feeds a year after the one that it was learnt in."""
    for lesson, period in _lessons(evaluation):
        if lesson.feeds is not None and lesson.feeds <= period.year:
            yield _feeds(lesson, period, lesson.feeds)


@rule(
    "EVA905",
    "lesson-feeds-a-decided-budget",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Budgeten för {feeds} beslutas innan {period} är slut", "The budget for {feeds} is decided before {period} ends"
    ),
    cure=Text("skriv feeds: {earliest}", "write feeds: {earliest}"),
    why=Text(
        "Budgeten för nästa år beslutas i november. Det som bokslutet lär ut kan tas med först året därpå.",
        "Next year's budget is decided in November. What the year-end close teaches can be used a year later at the "
        "earliest.",
    ),
    bad=_example(f"tidigt-stod: {{{_TEXT}, feeds: 2023}}"),
    good=_GOOD,
)
def lesson_feeds_a_decided_budget(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """What the close of a year teaches feeds the budget of the second year after it."""
    for lesson, period in () if is_signed_early(evaluation) else _lessons(evaluation):  # that is told
        if lesson.feeds is not None and period.year < lesson.feeds < first_open_budget(period):
            yield _feeds(lesson, period, lesson.feeds)


@rule(
    "EVA906",
    "too-many-lessons",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Utvärderingen har {count} lärdomar, gränsen är {most}",
        "The evaluation has {count} lessons, the limit is {most}",
    ),
    cure=Text(
        "behåll de viktigaste; gränsen är most_lessons under limits i malstyrning.yaml",
        "keep the most important; the limit is most_lessons under limits in malstyrning.yaml",
    ),
    why=Text(
        "Många lärdomar på en gång leder sällan till förändring. Några få kan föras in i nästa plan.",
        "Many lessons at once seldom lead to change. A few can be taken into the next plan.",
    ),
    bad=_example(*(f"larande-{number}: {{{_TEXT}, feeds: 2024}}" for number in range(1, 5))),
    good=_example(*(f"larande-{number}: {{{_TEXT}, feeds: 2024}}" for number in range(1, 4))),
)
def too_many_lessons(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """A committee takes few lessons with it."""
    count, most = len(evaluation.lessons), context.limits.most_lessons
    if count > most:
        yield Found(("lessons",), {"count": str(count), "most": str(most)}, on_key=True)


@rule(
    "EVA925",
    "lesson-without-answer",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Planen för {feeds} är beslutad, men säger inte vad som blev av lärdomen",
        "The plan of {feeds} is decided, but does not say what became of the lesson",
    ),
    cure=Text(
        "lägg till became hos lärdomen, med status: adopted, eller changed eller refused och en text",
        "add became to the lesson, with status: adopted, or changed or refused and a text",
    ),
    why=Text(
        "En lärdom är värd något först när planen den ska in i svarar: den togs in, den ändrades, eller den togs inte "
        "in och därför.",
        "A lesson is worth something only when the plan that it feeds answers: it was taken in, changed, or refused "
        "and why.",
    ),
    bad=_example(f"tidigt-stod: {{{_TEXT}, feeds: 2024}}") + _FRAME,
    good=_example(f"tidigt-stod: {{{_TEXT}, feeds: 2024, became: {{status: adopted, reference: KF § 9}}}}") + _FRAME,
)
def lesson_without_answer(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """A lesson is answered once the committee has a frame for the year that it feeds: then that plan is decided."""
    for lesson, period in _lessons(evaluation):
        if lesson.feeds is None or lesson.feeds <= period.year or lesson.became:  # one that feeds the past is told
            continue
        if (evaluation.committee, lesson.feeds) in context.plan.budget_frames:
            yield Found(("lessons", lesson.id), {"feeds": str(lesson.feeds)}, on_key=True)


@rule(
    "EVA926",
    "lesson-answered-without-reason",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text("Lärdomen är {status}, men det står inte varför", "The lesson is {status}, but it does not say why"),
    cure=Text("lägg till text under became", "add text below became"),
    why=Text(
        "Den som lämnade lärdomen vill veta i vilken form den togs in, eller varför den inte gjorde det.",
        "Whoever gave the lesson wants to know in which form it was taken in, or why it was not.",
    ),
    bad=_example(f"tidigt-stod: {{{_TEXT}, feeds: 2024, became: {{status: refused}}}}"),
    good=_example(f"tidigt-stod: {{{_TEXT}, feeds: 2024, became: {{status: refused, text: Pengarna räcker inte}}}}"),
)
def lesson_answered_without_reason(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A lesson that was changed or refused has the reason."""
    for lesson in evaluation.lessons:
        became = lesson.became
        if became and became.status is not LessonStatus.ADOPTED and became.text is None:
            yield Found(("lessons", lesson.id, "became", "status"), {"status": became.status.value})


def _lessons(evaluation: CommitteeEvaluation) -> Iterator[tuple[Lesson, Period]]:
    if period := parse_period(evaluation.period):
        for lesson in evaluation.lessons:
            yield lesson, period


def first_open_budget(period: Period) -> int:
    """The first year whose budget is not decided when the period ends."""
    return period.year + (2 if period.last_month >= _BUDGET_MONTH else 1)


def _feeds(lesson: Lesson, period: Period, feeds: int) -> Found:
    facts: dict[str, str | Text] = {
        "period": str(period),
        "feeds": str(feeds),
        "earliest": str(first_open_budget(period)),
    }
    return Found(("lessons", lesson.id, "feeds"), facts)
