"""The view of a strategic goal: its status, its KPIs, its actions and the money of its areas."""

from collections.abc import Mapping

from malstyrning.domain.assessments import Evaluation, GoalAssessment, Tally
from malstyrning.domain.evaluations import ActionAnswer, Cause, CommitteeEvaluation, GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.money import AreaResult
from malstyrning.domain.plan import Action
from malstyrning.domain.words import ActionStatus
from malstyrning.evaluate.questions import is_over
from malstyrning.language import Text
from malstyrning.load.places import Places
from malstyrning.report.build.kpi import KpiScene, kpi_view
from malstyrning.report.build.marks import answer, decision, goal_mark, mark, proposed_mark, signature
from malstyrning.report.build.money import area_rows
from malstyrning.report.build.statuses import assessed, level_counts
from malstyrning.report.goal_status import KPIS, arithmetic_of
from malstyrning.report.labels import LABELS
from malstyrning.report.view import ActionView, Answer, GoalView, Key
from malstyrning.report.words import ACTION_EFFECT, ACTION_STATUS, CAUSE, CAUSE_SHARE, CONDITIONS_MET
from malstyrning.report.writer import Writer

_COUNT = Text("{reached} av {judged} nyckeltal når målnivån", "KPIs at their level: {reached} of {judged}")
_NONE_ASSESSABLE = Text(
    "inget av {judged} nyckeltal med målnivå kan bedömas", "KPIs with a level, none of them assessable: {judged}"
)
_ONLY_DESCRIBED = Text("inget nyckeltal har målnivå för året", "no KPI has a level for the year")
_NOT_REPORTED = Text("inget nyckeltal med målnivå följs upp nu", "no KPI with a level is followed up now")
_EXPECTED = Text("{change} på {kpi} till {year}", "{change} on {kpi} by {year}")
_SHARE = Text("{cause}: {share}", "{cause}: {share}")


def goal_view(
    evaluation: Evaluation,
    goal: GoalAssessment,
    areas: Mapping[str, AreaResult],
    places: Places,
    write: Writer,
) -> GoalView:
    """Everything a reader is told of one strategic goal."""
    plan = evaluation.plan
    decided = plan.strategic_goals[goal.goal]
    answers = evaluation.answers.get(decided.committee)
    given = goal.answer or GoalAnswer()
    scene = KpiScene(evaluation, goal, places, write)
    met = given.conditions_met
    return GoalView(
        anchor=decided.id,
        number=decided.number,
        title=write.text(decided.title),
        committee=write.text(plan.committees[decided.committee].title_in(evaluation.occasion.year)),
        mark=goal_mark(goal, write),
        count=count_text(goal.whole_tally, write),
        levels=level_counts(goal, write),
        proposed=proposed_mark(goal, write),
        rule=arithmetic_of(goal.proposal, plan.goal_status, KPIS, write, not_now=not goal.is_followed_up),
        assessed=assessed(goal, write),
        answered=mark(given.status, write) if given.status else None,
        signed=goal.signed,
        departs=goal.departs,
        reason=answer(given.reason, write, asked=goal.departs),
        position=answer(given.position, write, asked=True),
        analysis=answer(given.analysis, write, asked=True, carried=given.carried.get("analysis")),
        conditions=tuple(write.text(one) for one in decided.conditions),
        conditions_met=write.text(CONDITIONS_MET[met] if met else LABELS["missing"]) if decided.conditions else "",
        kpis=tuple(kpi_view(scene, one) for one in goal.kpis),
        actions=tuple(action_view(one, answers, evaluation, write) for one in actions_of(evaluation, goal.goal)),
        money=area_rows((areas[one] for one in decided.areas if one in areas), plan, write),
        signature=signature(answers.signed if answers else None, write),
        example=decided.standing.example or bool(goal.answer and answers and answers.example),
    )


def count_text(counted: Tally, write: Writer) -> str:
    """How many KPIs reach their level, of those that have one."""
    if not counted.judged:
        return write.text(_NOT_REPORTED if counted.not_reported else _ONLY_DESCRIBED)
    if not counted.assessable:
        return write.text(_NONE_ASSESSABLE, judged=str(counted.judged))
    return write.text(_COUNT, reached=str(counted.counts[Fulfilment.REACHED]), judged=str(counted.judged))


def actions_of(evaluation: Evaluation, goal: str) -> list[Action]:
    """The actions of a goal in force, in the order of the files."""
    year = evaluation.occasion.year
    actions = evaluation.plan.actions.values()
    return [one for one in actions if one.goal == goal and one.standing.valid.covers(year)]


def action_view(
    action: Action, answers: CommitteeEvaluation | None, evaluation: Evaluation, write: Writer
) -> ActionView:
    """What was decided of an action, and the committee's answer."""
    given = answers.actions.get(action.id, ActionAnswer()) if answers else ActionAnswer()
    status = action.status_on(evaluation.occasion.date)
    return ActionView(
        title=write.text(action.title),
        status=write.text(ACTION_STATUS[status]),
        expected=_expected(action, evaluation, write),
        effect=write.text(ACTION_EFFECT[given.effect]) if given.effect else "",
        answer=_effect_answer(status, given, write),
        causes=tuple(
            write.text(_SHARE, cause=CAUSE[cause], share=CAUSE_SHARE[given.causes[cause]])
            for cause in Cause
            if cause in given.causes
        ),
        decision=decision(action.standing, write),
        example=action.standing.example,
    )


def _effect_answer(status: ActionStatus, given: ActionAnswer, write: Writer) -> Answer:
    if given.effect and given.text is None:
        return Answer(Key("given"))
    return answer(given.text, write, asked=is_over(status))


def _expected(action: Action, evaluation: Evaluation, write: Writer) -> str:
    effect = action.expected_effect
    kpi = evaluation.plan.kpis.get(effect.kpi) if effect else None
    if effect is None or kpi is None:
        return write.text(LABELS["no_expected_effect"])
    change = write.difference(effect.change, kpi.unit)
    return write.text(_EXPECTED, change=change, kpi=kpi.title, year=str(effect.by))
