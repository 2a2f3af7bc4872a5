"""What stands beside a status: the counts behind it, and what the committee says of it."""

from malstyrning.domain.assessments import Evaluation, GoalAssessment, OverallGoalResult, Tally
from malstyrning.domain.evaluations import GoalAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.language import Text
from malstyrning.report.labels import LABELS
from malstyrning.report.view import LevelCounts
from malstyrning.report.words import FULFILMENT
from malstyrning.report.writer import Writer

_COUNT = Text("{reached} av {judged} nyckeltal når målnivån", "KPIs at their level: {reached} of {judged}")
_NONE_ASSESSABLE = Text(
    "inget av {judged} nyckeltal med målnivå kan bedömas", "KPIs with a level, none of them assessable: {judged}"
)
_ONLY_DESCRIBED = Text("inget nyckeltal har målnivå för året", "no KPI has a level for the year")
_NOT_REPORTED = Text("inget nyckeltal med målnivå följs upp nu", "no KPI with a level is followed up now")
_OF = Text("{reached} av {judged}", "{reached} of {judged}")


def counts(tally: Tally, evaluation: Evaluation) -> tuple[str, ...]:
    """The counts in the order of the report's marks, of which the last is there where something is counted by it."""
    told = (*(str(tally.counts[one]) for one in Fulfilment), str(tally.described))
    return (*told, str(tally.not_reported)) if evaluation.whole_tally.not_reported else told


def count_text(counted: Tally, write: Writer) -> str:
    """How many KPIs reach their level, of those that have one."""
    if not counted.judged:
        return write.text(_NOT_REPORTED if counted.not_reported else _ONLY_DESCRIBED)
    if not counted.assessable:
        return write.text(_NONE_ASSESSABLE, judged=str(counted.judged))
    return write.text(_COUNT, reached=str(counted.counts[Fulfilment.REACHED]), judged=str(counted.judged))


def level_counts(result: GoalAssessment | OverallGoalResult | Evaluation, write: Writer) -> LevelCounts:
    """How many of the council's levels, of the committees' own and of the committees' additions are reached."""
    tallies = (result.tally, result.committee_tally, result.addition_tally)
    return LevelCounts(*(_reached(one, write) for one in tallies))


def assessed(goal: GoalAssessment, write: Writer) -> str:
    """What the committee says of a goal's status, on one line; why it departs from the proposal, or that this lacks."""
    given = goal.answer or GoalAnswer()
    if given.status is None:
        return write.text(LABELS["no_assessment"]) if goal.is_followed_up else "–"
    told = write.text(FULFILMENT[given.status])
    if not goal.signed:
        return f"{told} ({write.text(LABELS['unsigned'])})"
    if not goal.departs:
        return told
    reason = write.text(given.reason or LABELS["missing"])
    return f"{told}. {write.text(LABELS['departs'])}: {' '.join(reason.split())}"


def _reached(tally: Tally, write: Writer) -> str:
    if not tally.judged:
        return "–"
    return write.text(_OF, reached=str(tally.counts[Fulfilment.REACHED]), judged=str(tally.judged))
