"""Sentences made from data: they say what the marks say, in both languages."""

from collections.abc import Mapping

from malstyrning.domain.assessments import Evaluation, KpiAssessment, Tally, Verdict
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.plan import PeerGroup
from malstyrning.language import Text, plural
from malstyrning.report.goal_status import OVERALL_GOALS, STRATEGIC_GOALS, arithmetic_of
from malstyrning.report.levels import held_text, level_text
from malstyrning.report.words import FULFILMENT, GENDER, REASON
from malstyrning.report.writer import Writer

_SUMMARY = Text(
    "{reached} av {judged} nyckeltal når målnivån för {period}: {nearly} når den nästan, {not_reached} når den inte "
    "och {not_assessable} kan inte bedömas.",
    "{reached} of {judged} KPIs at their target level for {period}: {nearly} nearly there, {not_reached} not there "
    "and {not_assessable} not assessable.",
)
_NOTHING_JUDGED = Text("Inget nyckeltal har en målnivå för {period}.", "No KPI has a target level for {period}.")
_DESCRIBED = Text(
    "Därtill beskrivs {n} nyckeltal utan målnivå för året.",
    "KPIs described without a level for the year: {n}.",
)
_COMMITTEES_OWN = Text(
    "Nyckeltal vars enda målnivå är nämndens egen: {n}.", "KPIs whose only target level is the committee's own: {n}."
)
_ADDED = Text(
    "Nämndernas egna nivåer vid sidan av fullmäktiges: {reached} av {judged} är nådda.",
    "Committees' own levels beside the council's: {reached} of {judged} are reached.",
)
_WHOLE = Text(
    "Helheten, föreslagen av regeln: {status}. {arithmetic}", "The whole, proposed by the rule: {status}. {arithmetic}"
)
_COMMITTEES_WHOLE = Text(
    "Nämndens mål sammantagna, föreslaget av regeln: {status}. {arithmetic}",
    "The committee's goals together, proposed by the rule: {status}. {arithmetic}",
)
_GOALS = Text(
    "Strategiska mål ({all}): nådda {reached}, nästan nådda {nearly}, inte nådda {not_reached}, "
    "kan inte bedömas {not_assessable}.",
    "Strategic goals ({all}): reached {reached}, nearly reached {nearly}, not reached {not_reached}, "
    "not assessable {not_assessable}.",
)
_DEPART = (
    Text(
        "I 1 av dem avviker nämndens bedömning från regelns förslag.",
        "In 1 of them the committee's assessment departs from the rule's proposal.",
    ),
    Text(
        "I {n} av dem avviker nämndens bedömning från regelns förslag.",
        "In {n} of them the committee's assessment departs from the rule's proposal.",
    ),
)
_SPLIT = Text(
    "Målnivån nås för alla tillsammans men inte för {who}.",
    "The level is reached for all together but not for {who}.",
)
_HEADLINE: dict[Fulfilment, Text] = {
    Fulfilment.REACHED: Text(
        "Målnivån är nådd: utfallet är {outcome} och målnivån {level}",
        "The target level is reached: the outcome is {outcome} and the level {level}",
    ),
    Fulfilment.NEARLY: Text(
        "Målnivån är nästan nådd: utfallet är {outcome} och målnivån {level}",
        "The target level is nearly reached: the outcome is {outcome} and the level {level}",
    ),
    Fulfilment.NOT_REACHED: Text(
        "Målnivån är inte nådd: utfallet är {outcome} och målnivån {level}",
        "The target level is not reached: the outcome is {outcome} and the level {level}",
    ),
}
_PRELIMINARY = Text("{outcome} (preliminärt)", "{outcome} (preliminary)")
_NOT_ASSESSABLE = Text("Kan inte bedömas: {reason}", "Not assessable: {reason}")
_ONLY_DESCRIBED = Text("Bedöms inte: {reason}. Utfallet är {outcome}", "Not judged: {reason}. The outcome is {outcome}")
_NOTHING_KNOWN = Text("Bedöms inte: {reason}", "Not judged: {reason}")


def tally_facts(tally: Tally) -> dict[str, str]:
    """The counts of a tally by name, for patterns."""
    counts = {key.value: str(count) for key, count in tally.counts.items()}
    return {**counts, "judged": str(tally.judged), "assessable": str(tally.assessable)}


def summary(evaluation: Evaluation, write: Writer) -> tuple[str, ...]:
    """The first thing a reader sees: counts of KPIs and of goals."""
    tally, goals = evaluation.whole_tally, evaluation.goals
    first = _SUMMARY if tally.judged else _NOTHING_JUDGED
    lines = [write.text(first, period=str(evaluation.occasion), **tally_facts(tally))]
    if only := evaluation.committee_tally.judged:
        lines.append(write.text(_COMMITTEES_OWN, n=str(only)))
    if evaluation.addition_tally.judged:
        lines.append(write.text(_ADDED, **tally_facts(evaluation.addition_tally)))
    if tally.described:
        lines.append(write.text(_DESCRIBED, n=str(tally.described)))
    statuses = [goal.status for goal in goals]
    counts = {one.value: str(statuses.count(one)) for one in Fulfilment}
    told = write.text(_GOALS, all=str(len(goals)), **counts)
    departing = sum(goal.departs for goal in goals)
    lines.append(f"{told} {write.text(plural(departing, *_DEPART))}" if departing else told)
    lines.append(whole_status(evaluation, write))
    return tuple(lines)


def whole_status(evaluation: Evaluation, write: Writer) -> str:
    """The proposed status of the whole, or of a committee's part, with its arithmetic."""
    pattern = _COMMITTEES_WHOLE if evaluation.committee else _WHOLE
    return write.text(pattern, status=FULFILMENT[evaluation.proposal.status], arithmetic=whole_sum(evaluation, write))


def whole_sum(evaluation: Evaluation, write: Writer) -> str:
    """The arithmetic of that: overall goals are counted, or a committee's strategic goals."""
    counted = STRATEGIC_GOALS if evaluation.committee else OVERALL_GOALS
    return arithmetic_of(evaluation.proposal, evaluation.plan.goal_status, counted, write)


def headline(kpi: Kpi, assessment: KpiAssessment, year: str, groups: Mapping[str, PeerGroup], write: Writer) -> str:
    """The active title of a KPI. It and the KPI's mark come from the same verdict."""
    verdict = assessment.verdict
    outcome = outcome_text(kpi, assessment.outcome, write)
    if verdict.level and verdict.gap is not None:
        level = level_text(verdict.level.target, kpi, groups, write)
        if held := held_text(verdict, kpi, write):
            outcome = f"{outcome} ({held})"
        told = write.text(_HEADLINE[verdict.fulfilment], outcome=outcome, level=level)
    else:
        because = reason(verdict, assessment.outcome, year, write)
        if assessment.verdict.level:
            told = write.text(_NOT_ASSESSABLE, reason=because)
        elif assessment.outcome.value is not None:
            told = write.text(_ONLY_DESCRIBED, reason=because, outcome=outcome)
        else:
            told = write.text(_NOTHING_KNOWN, reason=because)
    behind = [
        GENDER[gender]
        for gender, one in assessment.by_gender.items()
        if one.fulfilment in (Fulfilment.NEARLY, Fulfilment.NOT_REACHED)
    ]
    if verdict.fulfilment is Fulfilment.REACHED and len(behind) == 1:
        who = write.text(behind[0]).lower()
        return f"{_ended(told)} {write.text(_SPLIT, who=who)}"
    return _ended(told)


def _ended(sentence: str) -> str:
    """End a sentence with a full stop, unless its unit has done so: `per inv.`."""
    return sentence if sentence.endswith(".") else sentence + "."


def outcome_text(kpi: Kpi, outcome: Outcome, write: Writer) -> str:
    """An outcome with its unit, or a dash."""
    if outcome.value is None:
        return "–"
    told = write.value(outcome.value, kpi.unit)
    preliminary = outcome.measurement and outcome.measurement.preliminary
    return write.text(_PRELIMINARY, outcome=told) if preliminary else told


def reason(verdict: Verdict, outcome: Outcome, year: str, write: Writer) -> str:
    """Why there is no verdict."""
    if verdict.reason is None:
        return ""
    missing = ", ".join(map(str, verdict.missing))
    return write.text(REASON[verdict.reason], period=str(outcome.period), year=year, missing=missing)


def capitalised(sentence: str) -> str:
    """A reason as a sentence of its own."""
    return sentence[:1].upper() + sentence[1:] + "." if sentence else ""
