"""Sentences made from data: they say what the marks say, in both languages."""

from collections.abc import Mapping

from malstyrning.domain.assessments import Evaluation, KpiAssessment, Tally
from malstyrning.domain.evaluations import ConditionsMet
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Occasion
from malstyrning.domain.plan import PeerGroup
from malstyrning.domain.verdicts import Unassessable, Verdict
from malstyrning.domain.words import Aggregation, ReportedIn
from malstyrning.language import Text, plural
from malstyrning.report.goal_status import OVERALL_GOALS, STRATEGIC_GOALS, arithmetic_of
from malstyrning.report.levels import held_text, level_text
from malstyrning.report.words import FULFILMENT, GENDER, REASON, REPORTED_IN
from malstyrning.report.writer import Writer

_SUMMARY = Text(
    "{reached} av {judged} nyckeltal når målnivån för {period}, {nearly} når den nästan, {not_reached} når den inte "
    "och {not_assessable} kan inte bedömas.",
    "{reached} of {judged} KPIs at their target level for {period}: {nearly} nearly there, {not_reached} not there "
    "and {not_assessable} not assessable.",
)
_INTERIM_SUMMARY = Text(
    "Läget den {date}: {reached} av {judged} nyckeltal når årets målnivå, {nearly} når den nästan, {not_reached} når "
    "den inte och {not_assessable} kan inte bedömas.",
    "As of {date}: {reached} of {judged} KPIs at the year's target level, {nearly} nearly there, {not_reached} not "
    "there and {not_assessable} not assessable.",
)
_NOTHING_JUDGED = Text("Inget nyckeltal har en målnivå för {period}.", "No KPI has a target level for {period}.")
_NOTHING_NOW = Text("Inget nyckeltal med målnivå följs upp nu.", "No KPI with a target level is followed up now.")
_DESCRIBED = Text(
    "Därtill beskrivs {n} nyckeltal utan målnivå för året.",
    "KPIs described without a level for the year: {n}.",
)
_NOT_REPORTED = Text("Nyckeltal som inte följs upp nu: {n}.", "KPIs that are not followed up now: {n}.")
_GOALS_NOT_REPORTED = Text(
    "Strategiska mål där inget nyckeltal följs upp nu: {n}.", "Strategic goals of which no KPI is followed up now: {n}."
)
_AS_OF = Text("Bara det som var känt den {date} räknas.", "Only what was known on {date} counts.")
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
_SO_FAR: dict[Fulfilment, Text] = {
    Fulfilment.REACHED: Text(
        "Läget når årets målnivå: utfallet för {period} är {outcome} och målnivån {level}",
        "As it stands the year's target level is reached: the outcome for {period} is {outcome} and the level {level}",
    ),
    Fulfilment.NEARLY: Text(
        "Läget når nästan årets målnivå: utfallet för {period} är {outcome} och målnivån {level}",
        "As it stands the year's target level is nearly reached: the outcome for {period} is {outcome} and the level "
        "{level}",
    ),
    Fulfilment.NOT_REACHED: Text(
        "Läget når inte årets målnivå: utfallet för {period} är {outcome} och målnivån {level}",
        "As it stands the year's target level is not reached: the outcome for {period} is {outcome} and the level "
        "{level}",
    ),
}
_SETTLED: dict[Fulfilment, Text] = {  # a sum that the rest of the year can't change
    Fulfilment.REACHED: Text(
        "Årets målnivå är redan nådd: utfallet för {period} är {outcome} och målnivån {level}",
        "The year's target level is reached already: the outcome for {period} is {outcome} and the level {level}",
    ),
    Fulfilment.NOT_REACHED: Text(
        "Årets målnivå är redan passerad: utfallet för {period} är {outcome} och målnivån {level}",
        "The year's target level is passed already: the outcome for {period} is {outcome} and the level {level}",
    ),
}
_NOT_YET = Text(
    "Kan inte bedömas än: {reason}. Utfallet är {outcome} och målnivån {level}",
    "Not assessable yet: {reason}. The outcome is {outcome} and the level {level}",
)
_CONDITIONS = Text(
    "Av {all} mål med förutsättningar för att leverera: {told}.",
    "Of {all} goals with conditions for delivering: {told}.",
)
_CONDITIONS_COUNTED: dict[ConditionsMet | None, Text] = {
    ConditionsMet.YES: Text("{n} hade dem uppfyllda", "{n} had them met"),
    ConditionsMet.PARTLY: Text("{n} delvis", "{n} partly"),
    ConditionsMet.NO: Text("{n} inte", "{n} not"),
    None: Text("{n} har inget svar", "{n} not answered"),
}
_OTHER_YEAR = Text("Utfallet avser {period}.", "The outcome is of {period}.")
_NOT_FOLLOWED = Text("Följs inte upp nu: {reason}", "Not followed up now: {reason}")
_BY_CLOSE = Text("vid årets slut", "by the year's end")
_BY = Text("den {date}", "by {date}")
_AND = Text(" och ", " and ")
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
    occasion = evaluation.occasion
    first = _NOTHING_NOW if tally.not_reported else _NOTHING_JUDGED
    if tally.judged:
        first = _SUMMARY if occasion.is_close else _INTERIM_SUMMARY
    period, date = str(occasion.year), write.date(occasion.date)
    lines = [write.text(first, period=period, date=date, **tally_facts(tally))]
    if only := evaluation.committee_tally.judged:
        lines.append(write.text(_COMMITTEES_OWN, n=str(only)))
    if evaluation.addition_tally.judged:
        lines.append(write.text(_ADDED, **tally_facts(evaluation.addition_tally)))
    if tally.described:
        lines.append(write.text(_DESCRIBED, n=str(tally.described)))
    if tally.not_reported:
        lines.append(write.text(_NOT_REPORTED, n=str(tally.not_reported)))
    statuses = [goal.status for goal in goals if goal.is_followed_up]
    counts = {one.value: str(statuses.count(one)) for one in Fulfilment}
    told = write.text(_GOALS, all=str(len(statuses)), **counts)
    departing = sum(goal.departs for goal in goals)
    lines.append(f"{told} {write.text(plural(departing, *_DEPART))}" if departing else told)
    if len(statuses) < len(goals):
        lines.append(write.text(_GOALS_NOT_REPORTED, n=str(len(goals) - len(statuses))))
    if told := conditions_told(evaluation, write):
        lines.append(told)
    lines.append(whole_status(evaluation, write))
    if evaluation.as_of:
        lines.append(write.text(_AS_OF, date=write.date(evaluation.as_of)))
    return tuple(lines)


def conditions_told(evaluation: Evaluation, write: Writer) -> str:
    """For how many goals the conditions for delivering were met; nothing where no one has said."""
    counts = evaluation.conditions_met
    with_conditions = sum(counts.values())
    if with_conditions == counts[None]:
        return ""
    parts = [write.text(text, n=str(counts[one])) for one, text in _CONDITIONS_COUNTED.items() if counts[one]]
    return write.text(_CONDITIONS, all=str(with_conditions), told=", ".join(parts))


def whole_status(evaluation: Evaluation, write: Writer) -> str:
    """The proposed status of the whole, or of a committee's part, with its arithmetic."""
    told = whole_arithmetic(evaluation, write)
    pattern = _COMMITTEES_WHOLE if evaluation.committee else _WHOLE
    return write.text(pattern, status=FULFILMENT[evaluation.proposal.status], arithmetic=told)


def whole_arithmetic(evaluation: Evaluation, write: Writer) -> str:
    """The counts behind that: of overall goals, or of a committee's strategic goals."""
    not_now = bool(evaluation.whole_tally.not_reported)
    counted = STRATEGIC_GOALS if evaluation.committee else OVERALL_GOALS
    return arithmetic_of(evaluation.proposal, evaluation.plan.goal_status, counted, write, not_now=not_now)


def headline(
    kpi: Kpi, assessment: KpiAssessment, occasion: Occasion, groups: Mapping[str, PeerGroup], write: Writer
) -> str:
    """The active title of a KPI. It and the KPI's mark come from the same verdict."""
    verdict = assessment.verdict
    told = ended(_what_was_judged(kpi, assessment, occasion, groups, write))
    period = assessment.outcome.period
    if assessment.outcome.value is not None and period.year != occasion.year:
        told = f"{told} {write.text(_OTHER_YEAR, period=write.period(period))}"
    behind = [
        GENDER[gender]
        for gender, one in assessment.by_gender.items()
        if one.fulfilment in (Fulfilment.NEARLY, Fulfilment.NOT_REACHED)
    ]
    if verdict.fulfilment is Fulfilment.REACHED and len(behind) == 1:
        who = write.text(behind[0]).lower()
        return f"{told} {write.text(_SPLIT, who=who)}"
    return told


def _what_was_judged(
    kpi: Kpi, assessment: KpiAssessment, occasion: Occasion, groups: Mapping[str, PeerGroup], write: Writer
) -> str:
    """What a verdict says, or why there is none."""
    verdict, now = assessment.verdict, assessment.outcome
    outcome = outcome_text(kpi, now, write)
    level = level_text(verdict.level.target, kpi, groups, write) if verdict.level else ""
    if verdict.level and verdict.gap is not None:
        if held := held_text(verdict, kpi, write):
            outcome = f"{outcome} ({held})"
        said = _HEADLINE
        if now.period.kind:  # a part of the year
            said = _SETTLED if kpi.aggregation is Aggregation.SUM and verdict.level.criterion else _SO_FAR
        return write.text(said[verdict.fulfilment], outcome=outcome, level=level, period=write.period(now.period))
    because = reason(kpi, verdict, now, occasion, write)
    if verdict.reason is Unassessable.NOT_REPORTED_NOW:
        return write.text(_NOT_FOLLOWED, reason=because)
    if verdict.reason is Unassessable.NOT_YET:
        return write.text(_NOT_YET, reason=because, outcome=outcome, level=level)
    if verdict.level:
        return write.text(_NOT_ASSESSABLE, reason=because)
    if now.value is not None:
        return write.text(_ONLY_DESCRIBED, reason=because, outcome=outcome)
    return write.text(_NOTHING_KNOWN, reason=because)


def ended(sentence: str) -> str:
    """End a sentence with a full stop, unless its unit has done so: `per inv.`."""
    return sentence if sentence.endswith(".") else sentence + "."


def outcome_text(kpi: Kpi, outcome: Outcome, write: Writer) -> str:
    """An outcome with its unit, or a dash."""
    if outcome.value is None:
        return "–"
    told = write.value(outcome.value, kpi.unit)
    return write.text(_PRELIMINARY, outcome=told) if outcome.preliminary else told


def reason(kpi: Kpi, verdict: Verdict, outcome: Outcome, occasion: Occasion, write: Writer) -> str:
    """Why there is no verdict."""
    if verdict.reason is None:
        return ""
    return write.text(
        REASON[verdict.reason],
        period=write.period(outcome.period),
        parts=write.periods(outcome.absent or (outcome.period,)),
        missing=write.periods(verdict.missing),
        year=str(occasion.year),
        by=_BY_CLOSE if occasion.is_close else _BY.filled({"date": write.date(occasion.date)}),
        due=write.date(outcome.due) if outcome.due else "",
        when=write.text(_AND).join(write.text(REPORTED_IN[one]) for one in ReportedIn if one in kpi.reported_in),
    )


def capitalised(sentence: str) -> str:
    """A reason as a sentence of its own."""
    return sentence[:1].upper() + sentence[1:] + "." if sentence else ""
