"""Answers: what a committee is asked at the occasion is answered, argued for and signed."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.questions import Question
from malstyrning.domain.unfinished import is_written
from malstyrning.domain.words import ActionStatus
from malstyrning.evaluate.questions import has_missed, unanswered
from malstyrning.language import Text
from malstyrning.load.places import Identity
from malstyrning.rules.rule import Context, Found, rule

_CURE = Text(
    "skriv svaret, eller låt malstyrning evaluate --draft lägga in det som ska fyllas i",
    "write the answer, or let malstyrning evaluate --draft put in what is to be filled in",
)
_ACTING = (ActionStatus.DECIDED, ActionStatus.UNDER_WAY, ActionStatus.DONE)
_GOAL = "    goals: {{mal: {{position: Läget är gott, analysis: Arbetet ger resultat, conditions_met: yes{}}}}}\n"
_KPIS = "    kpis: {nyckeltal: {cause: Färre sökande, own_and_events: Mest omvärlden}}\n"
_REST = (
    "    reprioritise: {answer: no, text: Ramen räcker}\n"
    "    whole: {strategy: Till en del, focus: Ja, actions: Ja, resources: Ja}\n"
    "    lessons: {tidigt-stod: {text: Börja tidigare, feeds: 2024}}\n"
)
_SIGNED = "    signed: {body: Nämnden, name: Ordföranden, date: 2023-02-20}\n"
_HARDER = (  # a level that the outcome of the minimal workspace misses
    "kpis:\n  lasning:\n    title: Läsning\n    goal: mal\n    unit: percent\n    decimals: 0\n    direction: higher\n"
    "    lag: 1\n    causal_link: Den som läser klarar skolan.\n    method: Prov i årskurs 3.\n"
    "    comparability: Vårt eget prov.\n    target_levels:\n"
    "      - {year: 2022, kind: at_least, level: 90, decided: 2021-11-15, reference: KF § 1}\n"
)

_NEW = (
    "committees:\n  ny: {title: Nya nämnden, owner: Sekreteraren, areas: {nytt: {title: Nytt}}}\n"
    "strategic_goals:\n  nytt-mal:\n    {number: 1.2, title: Nytt mål, committee: ny, serves: [overgripande], "
    "areas: [nytt], from: 2020, horizon: 2027, conditions: [En förutsättning]}\n"
)
_THE_ANSWER = Text("Nämndens svar", "The committee's answer")


def _example(*parts: str) -> str:
    return "evaluations:\n  - committee: namnd\n    period: 2022\n" + "".join(parts)


def _identity(committee: str, evaluation: Evaluation) -> Identity:
    return (f"evaluations/{committee}", str(evaluation.occasion))


def _unexplained(evaluation: Evaluation) -> Iterator[str]:
    """The KPIs that missed their level, with neither a cause given nor an action that is to change it."""
    plan, year = evaluation.plan, evaluation.occasion.year
    acted_on = {
        kpi
        for action in plan.actions.values()
        if action.status in _ACTING and action.standing.valid.covers(year)
        for kpi in (*action.kpis, *((action.expected_effect.kpi,) if action.expected_effect else ()))
    }
    for one in evaluation.kpis:
        answers = evaluation.answers.get(plan.strategic_goals[plan.kpis[one.kpi].goal].committee)
        given = answers and answers.kpis.get(one.kpi)
        if answers and has_missed(one) and one.kpi not in acted_on and not (given and is_written(given.cause)):
            yield one.kpi


@rule(
    "EVA931",
    "missed-level-unexplained",
    on=Evaluation,
    severity=Severity.WARNING,
    says=Text(
        "{kpi} når inte sin målnivå, och varken orsak eller åtgärd är angiven",
        "{kpi} is not at its target level, and neither a cause nor an action is given",
    ),
    cure=Text(
        "skriv cause under kpis i nämndens utvärdering, eller nämn nyckeltalet i åtgärden som ska vända utvecklingen",
        "write cause under kpis in the committee's evaluation, or name the KPI in the action that is to turn it",
    ),
    why=Text(
        "Att en nivå inte nås är inget fel. Att ingen säger varför, eller vad som görs, gör uppföljningen meningslös.",
        "That a level is missed is no fault. That no one says why, or what is done, makes the follow-up pointless.",
    ),
    bad=_HARDER + _example(_GOAL.format(""), _REST),
    good=_HARDER + _example(_GOAL.format(""), _KPIS.replace("nyckeltal", "lasning"), _REST),
)
def missed_level_unexplained(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """A missed level has a cause or an action. Where the committee has not answered at all, that is told instead."""
    plan = evaluation.plan
    for kpi in _unexplained(evaluation):
        committee = plan.strategic_goals[plan.kpis[kpi].goal].committee
        yield Found(("kpis", kpi), {"kpi": kpi}, of=_identity(committee, evaluation), on_key=True)


@rule(
    "EVA932",
    "departs-without-reason",
    on=Evaluation,
    severity=Severity.WARNING,
    says=Text(
        "Nämnden bedömer {goal} som {status}, regeln föreslår {proposed}, och inget skäl är angivet",
        "The committee assesses {goal} as {status}, the rule proposes {proposed}, and no reason is given",
    ),
    cure=Text("skriv reason, eller ta bort status", "write reason, or remove status"),
    why=Text(
        "Nämnden får avvika från regelns förslag. Utan skäl kan ingen pröva bedömningen.",
        "The committee may depart from the rule's proposal. Without a reason no one can try the assessment.",
    ),
    bad=_example(_GOAL.format(", status: nearly"), _REST, _SIGNED),
    good=_example(_GOAL.format(", status: nearly, reason: Ett nyckeltal räcker inte"), _REST, _SIGNED),
)
def departs_without_reason(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """A status that differs from the proposed one has its reason, signed or not."""
    for one in evaluation.goals:
        status = one.answer.status if one.answer else None
        if one.answer and status and status is not one.proposed and not is_written(one.answer.reason):
            committee = evaluation.plan.strategic_goals[one.goal].committee
            facts: dict[str, str | Text] = {"goal": one.goal, "status": status.value, "proposed": one.proposed.value}
            yield Found(("goals", one.goal, "status"), facts, of=_identity(committee, evaluation))


@rule(
    "EVA933",
    "evaluation-not-signed",
    on=Evaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Utvärderingen är inte undertecknad, så nämndens bedömningar räknas inte",
        "The evaluation is not signed, so the committee's assessments do not count",
    ),
    cure=Text(
        "lägg till signed med body, name och date när nämnden har beslutat",
        "add signed with body, name and date once the committee has decided",
    ),
    why=Text(
        "Regelns förslag gäller tills nämnden har ställt sig bakom en egen bedömning.",
        "The rule's proposal stands until the committee has put its name to an assessment of its own.",
    ),
    bad=_example(_GOAL.format(""), _REST),
    good=_example(_GOAL.format(""), _REST, _SIGNED),
)
def evaluation_not_signed(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """An evaluation is signed."""
    for committee, answers in evaluation.answers.items():
        if answers.signed is None:
            yield Found((), {}, of=_identity(committee, evaluation))


@rule(
    "EVA934",
    "committee-has-not-answered",
    on=Evaluation,
    severity=Severity.ADVICE,
    says=Text("Nämnden har ingen utvärdering för {period}", "The committee has no evaluation for {period}"),
    cure=_CURE,
    why=Text(
        "Det som räknas fram säger om nivåerna är nådda. Varför, och vad nämnden gör åt det, vet bara nämnden.",
        "What is computed says whether levels are reached. Why, and what the committee does about it, only it knows.",
    ),
    bad=_NEW + _example(_GOAL.format(""), _REST, _SIGNED),
    good=_NEW + _example(_GOAL.format(""), _REST, _SIGNED) + "  - {committee: ny, period: 2022}\n",
)
def committee_has_not_answered(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """Every committee with a goal in force has an evaluation of the period."""
    committees = dict.fromkeys(one.committee for one in unanswered(evaluation))
    for committee in committees:
        if committee not in evaluation.answers:
            yield Found((), {"period": str(evaluation.occasion)}, of=committee)


@rule(
    "EVA935",
    "question-unanswered",
    on=Evaluation,
    severity=Severity.ADVICE,
    says=Text("{about} saknar {keys}", "{about} lacks {keys}"),
    cure=_CURE,
    why=Text(
        "Rapporten skriver ”Saknas” där en fråga är ställd och inte besvarad. Få frågor ställs: bara om mål, om "
        "nyckeltal som missade sin nivå, blev sämre eller upphör, och om åtgärder som är över.",
        "The report prints 'Missing' where a question is asked and unanswered. Few are asked: only of goals, of KPIs "
        "that missed their level, got worse or end, and of actions that are over.",
    ),
    bad=_example("    goals: {mal: {position: Läget är gott, conditions_met: yes}}\n", _REST, _SIGNED),
    good=_example(_GOAL.format(""), _REST, _SIGNED),
)
def question_unanswered(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """What is asked is answered; a placeholder is no answer. What is told by another rule here is not told again."""
    told = {("kpis", kpi) for kpi in _unexplained(evaluation)}
    for one in unanswered(evaluation):
        answers = evaluation.answers.get(one.committee)
        if answers and one.about not in told and not _is_told(one, answers):
            about: str | Text = one.about[-1] if one.about else _THE_ANSWER
            yield Found(
                one.about or one.keys,
                {"about": about, "keys": ", ".join(one.keys)},
                of=_identity(one.committee, evaluation),
                on_key=True,
            )


def _is_told(one: Question, answers: CommitteeEvaluation) -> bool:
    """Tell whether the plan alone shows that it is unanswered: causes (EVA907), question 6 (EVA912)."""
    is_signed = answers.signed is not None or answers.reprioritise is not None
    return one.keys == ("causes",) or (one.keys == ("reprioritise",) and is_signed)
