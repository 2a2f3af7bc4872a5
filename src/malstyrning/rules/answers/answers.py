"""Answers: what a committee answers is about its own goals, in its own year, and signed when the year is over."""

from collections.abc import Iterator
from typing import NamedTuple

from malstyrning.diagnostics import Severity
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.periods import parse_period
from malstyrning.domain.plan import StrategicGoal
from malstyrning.domain.standing import Validity
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.rule import Context, Found, rule

_SIGNED = (
    "evaluations:\n  - committee: namnd\n    period: 2022\n"
    "    signed: {{body: Nämnden, name: Ordföranden, date: {date}}}\n"
)


class _Subject(NamedTuple):
    """What an answer is about: where its name stands, its goal, and the years in which both are in force."""

    at: Steps
    name: str
    goal: StrategicGoal
    valid: tuple[Validity, Validity]


def _subjects(evaluation: CommitteeEvaluation, context: Context) -> Iterator[_Subject]:
    """Every goal, KPI and action that is answered for. One that does not exist is told elsewhere."""
    plan = context.plan
    for name in evaluation.goals:
        if goal := plan.strategic_goals.get(name):
            yield _Subject(("goals", name), name, goal, (goal.standing.valid, goal.standing.valid))
    for section, answers, known in (
        ("kpis", evaluation.kpis, plan.kpis),
        ("actions", evaluation.actions, plan.actions),
    ):
        for name in answers:
            one = known.get(name)
            if one and (goal := plan.strategic_goals.get(one.goal)):
                yield _Subject((section, name), name, goal, (one.standing.valid, goal.standing.valid))


@rule(
    "REF303",
    "answer-of-another-committee",
    on=CommitteeEvaluation,
    says=Text("{found} hör till {owner}, inte till {committee}", "{found} belongs to {owner}, not to {committee}"),
    cure=Text("flytta svaret till {owner}", "move the answer to {owner}"),
    why=Text(
        "En nämnd svarar för sina egna mål. Ett svar på en annan nämnds mål läses av ingen, och "
        "ett bedömt läge där skulle inte räknas.",
        "A committee answers for its own goals. An answer about another's is read by no one, and a status given there "
        "would not count.",
    ),
    bad="committees:\n  annan:\n    title: Andra nämnden\nevaluations:\n  - committee: annan\n    period: 2022\n"
    "    goals: {mal: {status: reached}}\n",
    good="committees:\n  annan:\n    title: Andra nämnden\nevaluations:\n  - committee: namnd\n    period: 2022\n"
    "    goals: {mal: {status: reached}}\n",
)
def answer_of_another_committee(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """A goal, KPI or action that is answered for is the committee's own.

    Where every one is another committee's, it is the name of the committee that is wrong.
    """
    known, own = context.plan.committees, evaluation.committee
    subjects = [one for one in _subjects(evaluation, context) if {one.goal.committee, own} <= known.keys()]
    owners = {one.goal.committee for one in subjects}
    if len(subjects) > 1 and len(owners) == 1 and own not in owners:
        owner = subjects[0].goal.committee
        every = Text("Allt som besvaras här", "All that is answered here")
        cure = Text(f"skriv committee: {owner}", f"write committee: {owner}")
        yield Found(("committee",), {"found": every, "owner": owner, "committee": own}, cure)
        return
    for one in subjects:
        if one.goal.committee != own:
            yield Found(one.at, {"found": one.name, "owner": one.goal.committee, "committee": own}, on_key=True)


def is_signed_early(evaluation: CommitteeEvaluation) -> bool:
    """Tell whether an evaluation is signed before its period has ended: one of the two is wrong."""
    period = parse_period(evaluation.period)
    return bool(evaluation.signed and period and evaluation.signed.date < period.end)


@rule(
    "EVA901",
    "signed-too-early",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text(
        "Signerad {date}, innan perioden {period} är slut", "Signed on {date}, before the period {period} has ended"
    ),
    cure=Text("rätta datumet, eller signera när perioden är slut", "correct the date, or sign when the period is over"),
    why=Text(
        "En signerad bedömning avgör målets status. Före periodens slut är utfallet inte känt.",
        "A signed assessment decides the status of a goal. Before the end of the period the outcome is not known.",
    ),
    bad=_SIGNED.format(date="2022-12-30"),
    good=_SIGNED.format(date="2023-02-20"),
)
def signed_too_early(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A signature is not older than what it signs."""
    if evaluation.signed and is_signed_early(evaluation):
        yield Found(("signed", "date"), {"date": str(evaluation.signed.date), "period": evaluation.period})


@rule(
    "EVA902",
    "answer-outside-its-year",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text("{found} gäller inte {year}", "{found} is not in force in {year}"),
    cure=Text(
        "flytta svaret till ett år då det gäller, eller rätta from eller to",
        "move the answer to a year when it is in force, or correct from or to",
    ),
    why=Text(
        "Rapporten visar det som gäller under året. Ett svar på något annat visas inte.",
        "The report shows what is in force in the year. An answer about anything else is not shown.",
    ),
    bad="evaluations:\n  - committee: namnd\n    period: 2019\n    goals: {mal: {position: Bra}}\n",
    good="evaluations:\n  - committee: namnd\n    period: 2022\n    goals: {mal: {position: Bra}}\n",
)
def answer_outside_its_year(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """What is answered for is in force in the year of the evaluation, and so is its goal: told once for each goal."""
    period = parse_period(evaluation.period)
    told: set[str] = set()
    for one in _subjects(evaluation, context):
        if period is None or all(valid.covers(period.year) for valid in one.valid):
            continue
        by_goal = not one.valid[1].covers(period.year)
        if not (by_goal and one.goal.id in told):
            told |= {one.goal.id} if by_goal else set()
            yield Found(one.at, {"found": one.name, "year": str(period.year)}, on_key=True)
