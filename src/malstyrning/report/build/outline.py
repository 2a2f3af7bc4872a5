"""The goal tree with its marks and nothing else: what the terminal shows."""

from malstyrning.domain.assessments import Evaluation, GoalAssessment, KpiAssessment
from malstyrning.language import Language
from malstyrning.report.build.kpi import short_level
from malstyrning.report.build.marks import goal_mark, proposed_mark, verdict_mark
from malstyrning.report.build.outcome import short_outcome
from malstyrning.report.build.statuses import assessed, count_text
from malstyrning.report.view import Outline, OutlineGoal, OutlineKpi
from malstyrning.report.words import FULFILMENT
from malstyrning.report.writer import Writer


def build_outline(evaluation: Evaluation, language: Language) -> tuple[Outline, ...]:
    """A tree for each overall goal."""
    write = Writer(language)
    overall = evaluation.plan.overall_goals
    return tuple(
        Outline(
            one.goal,
            proposed_mark(one, write),
            overall[one.goal].number,
            write.text(overall[one.goal].title),
            tuple(_goal(evaluation, goal, write) for goal in one.goals),
        )
        for one in evaluation.overall_goals
    )


def _goal(evaluation: Evaluation, goal: GoalAssessment, write: Writer) -> OutlineGoal:
    decided = evaluation.plan.strategic_goals[goal.goal]
    return OutlineGoal(
        goal.goal,
        goal_mark(goal, write),
        decided.number,
        write.text(decided.title),
        count_text(goal.whole_tally, write),
        write.text(FULFILMENT[goal.proposed]),
        assessed(goal, write),
        tuple(_kpi(evaluation, kpi, write) for kpi in goal.kpis),
    )


def _kpi(evaluation: Evaluation, assessment: KpiAssessment, write: Writer) -> OutlineKpi:
    kpi = evaluation.plan.kpis[assessment.kpi]
    return OutlineKpi(
        kpi.id,
        verdict_mark(assessment.verdict, write),
        write.text(kpi.title),
        short_outcome(kpi, assessment, evaluation.occasion, write),
        short_level(kpi, assessment.verdict, write),
    )
