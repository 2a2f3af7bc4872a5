"""Lessons: few, and each for a year whose budget is still open."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.evaluations import CommitteeEvaluation, Lesson
from malstyrning.domain.periods import Period, parse_period
from malstyrning.language import Text
from malstyrning.rules.answers.answers import is_signed_early
from malstyrning.rules.rule import Context, Found, rule

_BUDGET_MONTH = 11  # the council decides the next year's budget in November


def _example(*lessons: str) -> str:
    head = "evaluations:\n  - committee: namnd\n    period: 2022\n    lessons:\n"
    return head + "".join(f"      {one}\n" for one in lessons)


_TEXT = "text: Sätt in stöd redan i årskurs 7"
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
            yield Found(("lessons", lesson.id), {"earliest": str(_first_open_budget(period))}, on_key=True)


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
        if lesson.feeds is not None and period.year < lesson.feeds < _first_open_budget(period):
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


def _lessons(evaluation: CommitteeEvaluation) -> Iterator[tuple[Lesson, Period]]:
    if period := parse_period(evaluation.period):
        for lesson in evaluation.lessons:
            yield lesson, period


def _first_open_budget(period: Period) -> int:
    """The first year whose budget is not decided when the period ends."""
    return period.year + (2 if period.last_month >= _BUDGET_MONTH else 1)


def _feeds(lesson: Lesson, period: Period, feeds: int) -> Found:
    facts: dict[str, str | Text] = {
        "period": str(period),
        "feeds": str(feeds),
        "earliest": str(_first_open_budget(period)),
    }
    return Found(("lessons", lesson.id, "feeds"), facts)
