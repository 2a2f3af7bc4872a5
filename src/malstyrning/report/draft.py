"""What the committees are to fill in, as lines of YAML: a placeholder for each text, a comment for each choice.

Above each stands what is to be explained, as the report says it. A placeholder is no answer, and `validate` tells it
as unfinished.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from malstyrning.diagnostics import one_line
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.carried import TEXTS, is_before
from malstyrning.domain.evaluations import ActionAnswer, CommitteeEvaluation, GoalAnswer, KpiAnswer, WholeAnswer
from malstyrning.domain.questions import Question
from malstyrning.domain.unfinished import is_written
from malstyrning.domain.verdicts import Trend
from malstyrning.evaluate.questions import forecasts_to_give
from malstyrning.language import NO_BREAK_SPACE, Language, Text
from malstyrning.report.arithmetic import arithmetic
from malstyrning.report.build.forecasts import forecast_view
from malstyrning.report.build.marks import mark
from malstyrning.report.goal_status import KPIS, arithmetic_of
from malstyrning.report.sentences import headline
from malstyrning.report.words import ACTION_STATUS, TREND, WHOLE
from malstyrning.report.writer import Writer
from malstyrning.rules.answers.lessons import first_open_budget

STEP = "  "
_TEXTS = {
    "position": Text("'[fyll i läget]'", "'[fill in the position]'"),
    "analysis": Text("'[fyll i analysen: varför det är så]'", "'[fill in the analysis: why it is so]'"),
    "cause": Text("'[fyll i orsaken]'", "'[fill in the cause]'"),
    "own_and_events": Text(
        "'[fyll i hur mycket som beror på oss och hur mycket på händelser]'",
        "'[fill in how much is our own doing and how much is events]'",
    ),
    "text": Text("'[fyll i vad åtgärden ledde till]'", "'[fill in what the action led to]'"),
}
_OF_WHOLE = Text("'[fyll i svaret]'", "'[fill in the answer]'")
_CHOICES = {
    "conditions_met": Text("# conditions_met: yes, partly eller no", "# conditions_met: yes, partly or no"),
    "effect": Text(
        "# effect: as_expected, partly, none, too_early eller not_measurable",
        "# effect: as_expected, partly, none, too_early or not_measurable",
    ),
    "causes": Text(
        "# causes: {done_differently: some, unforeseen_events: large, wrong_from_start: not_at_all}   # eller wholly",
        "# causes: {done_differently: some, unforeseen_events: large, wrong_from_start: not_at_all}   # or wholly",
    ),
}
_STATUS = Text(
    "# status: {proposed} är regelns förslag; skriv en egen bara om nämnden gör en annan bedömning, och då reason",
    "# status: {proposed} is the rule's proposal; write one only if the committee departs, and then reason",
)
_ONCE = {
    "reprioritise": Text(
        "# Fråga 6, behöver resurser prioriteras om? Ta bort tecknet # och svara yes eller no.\n"
        "# reprioritise: {{answer: no, text: '[fyll i]'}}",
        "# Question 6, do resources need to move? Take away the sign # and answer yes or no.\n"
        "# reprioritise: {{answer: no, text: '[fill in]'}}",
    ),
    "lessons": Text(
        "# Fråga 7, vilka lärdomar tar vi med oss? Högst {most}, var och en under ett eget id.\n"
        "# lessons:\n#   ett-eget-id:\n#     text: '[fyll i]'\n"
        "#     proposes: {{about: id-för-det-som-ska-ändras, text: '[fyll i]'}}\n#     feeds: {feeds}",
        "# Question 7, which lessons do we take with us? At most {most}, each under an id of its own.\n"
        "# lessons:\n#   an-id-of-its-own:\n#     text: '[fill in]'\n"
        "#     proposes: {{about: id-of-what-is-to-change, text: '[fill in]'}}\n#     feeds: {feeds}",
    ),
}
_FORECASTS = Text(
    "# Vid T1 och T2 kan nämnden lämna en egen prognos för årets utfall, under kpis:",
    "# At T1 and T2 the committee may give a forecast of its own of the year's outcome, under kpis:",
)
_FORECAST = Text(
    "#   {kpi}: {{forecast: {{value: …, text: …}}}}   # {told}",
    "#   {kpi}: {{forecast: {{value: …, text: …}}}}   # {told}",
)
_SIGN = Text(
    "# signed: {body: …, name: …, date: …}   # när nämnden har beslutat",
    "# signed: {body: …, name: …, date: …}   # once the committee has decided",
)
_CARRY = Text(
    "# carried_from: {period}   # i stället för platshållarna, om texterna därifrån fortfarande gäller",
    "# carried_from: {period}   # in place of the placeholders, if the texts of then still hold",
)
_NOTE = "# {}"


@dataclass(frozen=True, slots=True)
class Stub:
    """Lines to add to a committee's evaluation: to the object at `at` if it has an answer, else as a new one there.

    `is_new` tells whether the object that the lines are about has to be made; `name` is its id.
    """

    at: tuple[str, ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()  # comments that say what is to be explained
    is_new: bool = False
    name: str = ""

    @property
    def whole(self) -> tuple[str, ...]:
        """The lines as they stand in what holds the object: under its id where it is new."""
        lines = (*self.notes, *self.lines)
        return (f"{self.name}:", *(STEP + line for line in lines)) if self.is_new else lines


def stubs(evaluation: Evaluation, questions: Sequence[Question], most_lessons: int, language: Language) -> list[Stub]:
    """A stub for each unanswered question of one committee, of what is not even begun."""
    write, found = Writer(language), list[Stub]()
    for one in questions:
        answers = evaluation.answers.get(one.committee) or CommitteeEvaluation(one.committee, str(evaluation.occasion))
        if one.about == ("whole",):
            stub = _whole(one, answers.whole, write)
        elif one.about:
            stub = _about(one, answers, evaluation, write)
        else:
            stub = _once(one, most_lessons, evaluation, write)
        found += [stub] if stub.lines else []
    return found


def forecast_stubs(evaluation: Evaluation, committee: str, language: Language) -> list[Stub]:
    """What a committee may forecast, as comments, with what the rule says: no one has to."""
    write, kpis = Writer(language), forecasts_to_give(evaluation, committee)
    if not kpis:
        return []
    lines = [_FORECASTS[language]]
    for name in kpis:
        made, kpi = evaluation.forecasts.now[name], evaluation.plan.kpis[name]
        told = one_line(forecast_view(kpi, None, made, evaluation.plan.groups, write).told[0])
        lines.append(write.text(_FORECAST, kpi=name, told=told.replace(NO_BREAK_SPACE, " ")))
    return [Stub((), tuple(lines))]


def new_evaluation(evaluation: Evaluation, committee: str, found: Sequence[Stub], language: Language) -> str:
    """A file with a committee's whole evaluation to fill in."""
    lines = ["evaluations:", f"  - committee: {committee}", f"    period: {evaluation.occasion}"]
    for section in ("goals", "kpis", "actions"):
        inside = [one for one in found if one.at == (section,)]
        lines += [f"    {section}:"] if inside else []
        lines += [f"      {line}" for one in inside for line in one.whole]
    lines += [f"    {line}" for one in found if not one.at for line in one.lines]
    return "\n".join([*lines, f"    {_SIGN[language]}", ""])


def _about(one: Question, answers: CommitteeEvaluation, evaluation: Evaluation, write: Writer) -> Stub:
    """The keys that have no answer yet, nor a placeholder of a former draft, below what they are about."""
    section, name = one.about
    known: dict[str, GoalAnswer | KpiAnswer | ActionAnswer] = {**getattr(answers, section)}
    given = known.get(name)
    keys = [key for key in one.keys if given is None or not getattr(given, key)]
    lines = [f"{key}: {write.text(_TEXTS[key])}" for key in keys if key in _TEXTS]
    lines += [write.text(_CHOICES[key]) for key in keys if key in _CHOICES]
    if earlier := _last_written(one, evaluation):
        lines.append(write.text(_CARRY, period=earlier))
    notes = {"goals": _goal_notes, "kpis": _kpi_notes, "actions": _action_notes}[section](name, evaluation, write)
    told = [_NOTE.format(one_line(note).replace(NO_BREAK_SPACE, " ")) for note in notes]
    if section == "goals" and given is None:
        proposed = next(each.proposed for each in evaluation.goals if each.goal == name)
        lines.append(write.text(_STATUS, proposed=proposed.value))
    is_new = given is None
    at = (section,) if is_new else (section, name)
    return Stub(at, tuple(lines), tuple(told), is_new, name)


def _whole(one: Question, given: WholeAnswer, write: Writer) -> Stub:
    """A placeholder for each question about the whole, which stands above it."""
    keys = [key for key in one.keys if getattr(given, key) is None]
    lines = tuple(
        line for key in keys for line in (_NOTE.format(write.text(WHOLE[key])), f"{key}: {write.text(_OF_WHOLE)}")
    )
    is_new = given == WholeAnswer()
    return Stub(() if is_new else ("whole",), ("whole:", *(STEP + line for line in lines)) if is_new else lines)


def _last_written(one: Question, evaluation: Evaluation) -> str | None:
    """The latest earlier occasion at which the committee wrote a text that could be carried forward."""
    section, name = one.about
    keys = [key for key in TEXTS.get(section, ()) if key in one.keys]
    earlier = [
        period
        for (committee, period), each in evaluation.plan.evaluations.items()
        if committee == one.committee
        and is_before(period, str(evaluation.occasion))
        and (given := getattr(each, section).get(name))
        and any(is_written(getattr(given, key)) for key in keys)
    ]
    return next((one for one in earlier if not any(is_before(one, other) for other in earlier)), None)


def _once(one: Question, most_lessons: int, evaluation: Evaluation, write: Writer) -> Stub:
    answers = evaluation.answers.get(one.committee)
    (key,) = one.keys
    if key == "reprioritise" and answers and answers.reprioritise:
        return Stub((key,), (f"text: {write.text(_TEXTS['text'])}",) if answers.reprioritise.text is None else ())
    facts = {"most": str(most_lessons), "feeds": str(first_open_budget(evaluation.occasion.period))}
    return Stub((), tuple(write.text(_ONCE[key], **facts).split("\n")))


def _goal_notes(name: str, evaluation: Evaluation, write: Writer) -> Iterator[str]:
    goal = next(one for one in evaluation.goals if one.goal == name)
    decided = evaluation.plan.strategic_goals[name]
    yield f"{decided.number} {write.text(decided.title)}"
    why = arithmetic_of(goal.proposal, evaluation.plan.goal_status, KPIS, write)
    yield f"{mark(goal.proposed, write).label}: {why}"


def _kpi_notes(name: str, evaluation: Evaluation, write: Writer) -> Iterator[str]:
    kpi = evaluation.plan.kpis[name]
    assessment = next(one for one in evaluation.kpis if one.kpi == name)
    told = headline(kpi, assessment, evaluation.occasion, evaluation.plan.groups, write)
    yield f"{write.text(kpi.title)}. {told}"
    if assessment.verdict.gap is not None:
        yield arithmetic(kpi, assessment.verdict, write)
    if assessment.trend.trend is Trend.WORSE and assessment.trend.change is not None:
        change = write.difference(assessment.trend.change, kpi.unit)
        yield f"{write.text(TREND[Trend.WORSE])}: {change} ({assessment.trend.earlier})"


def _action_notes(name: str, evaluation: Evaluation, write: Writer) -> Iterator[str]:
    action = evaluation.plan.actions[name]
    effect = action.expected_effect
    kpi = evaluation.plan.kpis.get(effect.kpi) if effect else None
    told = f"{write.text(action.title)}. {write.text(ACTION_STATUS[action.status])}"
    if effect and kpi:
        told += f": {write.difference(effect.change, kpi.unit)}, {write.text(kpi.title)}, {effect.by}"
    yield told
