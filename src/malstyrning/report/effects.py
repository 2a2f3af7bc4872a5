"""What the figures say of an action's effect, in sentences whose sums a pocket calculator redoes."""

from decimal import Decimal

from malstyrning.domain.effects import EffectObstacle, EffectSize, EffectVerdict, MeasuredEffect, VisibleEffect
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.placebo import FEWEST_OTHERS, MOST_LIKELY_BY_CHANCE
from malstyrning.domain.plan import SteeringPlan
from malstyrning.evaluate.visible import FEWEST_WINDOWS
from malstyrning.language import Text
from malstyrning.report.arithmetic import in_sum
from malstyrning.report.goal_status import shown_share
from malstyrning.report.writer import Writer

EFFECT_VERDICT: dict[EffectVerdict, Text] = {
    EffectVerdict.DEMONSTRATED: Text("Effekten är påvisad.", "The effect is demonstrated."),
    EffectVerdict.OTHER_WAY: Text(
        "Ingen väntad effekt: en ändring åt andra hållet är påvisad.",
        "Not the expected effect: a change the other way is demonstrated.",
    ),
    EffectVerdict.NOT_DEMONSTRATED: Text(
        "Effekten är inte påvisad: ändringen kan inte skiljas från andra kommuners variation.",
        "The effect is not demonstrated: the change can't be told from other municipalities' variation.",
    ),
    EffectVerdict.TOO_EARLY: Text(
        "För tidigt att mäta: effekten väntas {by}.", "Too early to measure: the effect is expected by {by}."
    ),
    EffectVerdict.NOT_MEASURABLE: Text("Ingen mätbar effekt väntas.", "No measurable effect is expected."),
    EffectVerdict.NOT_SHOWN: Text("Kan inte visas, eftersom {obstacle}.", "It can't be shown, because {obstacle}."),
}
EFFECT_OBSTACLE: dict[EffectObstacle, Text] = {
    EffectObstacle.NOT_STARTED: Text("åtgärden inte har påbörjats", "the action has not started"),
    EffectObstacle.NO_CHANGE: Text("den väntade ändringen är 0", "the expected change is 0"),
    EffectObstacle.BEFORE_START: Text(
        "effekten väntas {by}, innan åtgärden har påbörjats", "the effect is expected by {by}, before the action starts"
    ),
    EffectObstacle.NO_GROUP: Text("nyckeltalet inte har någon jämförelsegrupp", "the KPI has no comparison group"),
    EffectObstacle.NEW_DEFINITION: Text(
        "nyckeltalet har en ny definition från {about}, mitt i åtgärdens tid",
        "the KPI has a new definition from {about}, in the time of the action",
    ),
    EffectObstacle.OVERLAP: Text(
        "effekten inte kan skiljas från den av {overlapping}, som ska påverka samma nyckeltal under samma tid",
        "the effect can't be told from that of {overlapping}, which is to move the same KPI at the same time",
    ),
    EffectObstacle.BEFORE_SERIES: Text(
        "åtgärden påbörjades innan våra värden börjar ({about}), och ett värde för {base} behövs",
        "the action started before our values begin ({about}), and a value of {base} is needed",
    ),
    EffectObstacle.AFTER_SERIES: Text(
        "vårt senaste värde är från {about} och effekten väntas {by}",
        "our latest value is of {about} and the effect is expected by {by}",
    ),
    EffectObstacle.VALUE_MISSING: Text("vårt värde för {about} saknas", "our value of {about} is missing"),
    EffectObstacle.TOO_FEW_OTHERS: Text(
        "antalet andra i gruppen med värden för båda åren är {about} och behöver vara minst {fewest}",
        "the number of others in the group with values of both years is {about} and has to be at least {fewest}",
    ),
    EffectObstacle.TOO_FEW_YEARS: Text(
        "åren före åtgärden är för få: antalet perioder med värden, lika långa som åtgärdens, är {about} och behöver "
        "vara minst {windows}",
        "there are too few years before the action: the number of stretches with values, as long as the action's, is "
        "{about} and has to be at least {windows}",
    ),
}
EFFECT_SIZE: dict[EffectSize, Text] = {
    EffectSize.SMALLER: Text("Den är mindre än den väntade.", "It is smaller than expected."),
    EffectSize.AS_LARGE: Text(
        "Den kan vara den väntade: skillnaden mot den är högst {limit}, och så stora skillnader är vanliga.",
        "It may be the expected one: the difference from that is at most {limit}, and such differences are common.",
    ),
    EffectSize.LARGER: Text("Den är större än den väntade.", "It is larger than expected."),
}
_SMALLEST = Text(
    "{effect}. En så stor effekt hade påvisats i minst 17 av 20 försök, när den lades till en kommun i taget i "
    "{group} under {windows} tidigare perioder ({first}–{last}).",
    "{effect}. An effect that large would have been demonstrated in at least 17 of 20 tries, when it was added to one "
    "municipality of {group} at a time in {windows} earlier stretches ({first}–{last}).",
)
_TOO_SMALL = Text(
    "Den väntade effekten är mindre: den kan inte skiljas från andra kommuners variation, även om den kommer.",
    "The expected effect is smaller: it can't be told from other municipalities' variation even if it comes.",
)
_NO_SMALLEST = Text("Kan inte räknas fram, eftersom {obstacle}.", "It can't be worked out, because {obstacle}.")
_SUM = Text(
    "Vår ändring {base}–{by} minus medianen av de andras ändringar: {sum} = {effect}.",
    "Our change {base}–{by} less the median of the others' changes: {sum} = {effect}.",
)
_RANK = Text(
    "{as_far} av {others} andra i {group} avviker minst lika mycket. ({as_far} + 1) ÷ ({others} + 1) × 100 = {share}. "
    "Det får vara högst {most}.",
    "{as_far} of {others} others in {group} deviate at least as much. ({as_far} + 1) ÷ ({others} + 1) × 100 = {share}. "
    "It may be at most {most}.",
)
_AND = Text(" och ", " and ")
_PERCENT = Decimal(100)


def verdict_text(one: MeasuredEffect, plan: SteeringPlan, write: Writer) -> str:
    """What the figures say, or why they say nothing, and how it compares with what was expected."""
    obstacle = _obstacle(one.obstacle, one.about, one, plan, write) if one.obstacle else ""
    told = write.text(EFFECT_VERDICT[one.verdict], by=str(one.by), obstacle=obstacle)
    if one.size is None or one.kpi is None:
        return told
    limit = write.difference(one.limit or Decimal(0), plan.kpis[one.kpi].unit, signed=False)
    return f"{told} {write.text(EFFECT_SIZE[one.size], limit=limit)}"


def _obstacle(
    obstacle: EffectObstacle, about: tuple[int, ...], one: MeasuredEffect, plan: SteeringPlan, write: Writer
) -> str:
    """Why nothing can be shown, as the end of a sentence."""
    return write.text(
        EFFECT_OBSTACLE[obstacle],
        about=write.text(_AND).join(map(str, about)),
        overlapping=write.text(_AND).join(f"”{write.text(plan.actions[key].title)}”" for key in one.overlapping),
        base=str(one.base),
        by=str(one.by),
        fewest=str(FEWEST_OTHERS),
        windows=str(FEWEST_WINDOWS),
    )


def visible_text(one: MeasuredEffect, plan: SteeringPlan, write: Writer) -> str:
    """The smallest effect that could be seen, and whether the expected one is smaller; empty where none is asked."""
    if one.visible and one.kpi:
        told = _smallest(one.visible, plan.kpis[one.kpi], one, plan, write)
        return told if one.expected_is_visible else f"{told} {write.text(_TOO_SMALL)}"
    if one.invisible and one.invisible_with is not None:
        because = _obstacle(one.invisible, (one.invisible_with,), one, plan, write)
        return write.text(_NO_SMALLEST, obstacle=because)
    return ""


def sum_text(one: MeasuredEffect, plan: SteeringPlan, write: Writer) -> str:
    """The difference in differences; empty where there is none."""
    if one.kpi is None or one.before is None or one.after is None or one.common is None or one.effect is None:
        return ""
    after, before, common = (in_sum(part, write) for part in (one.after, one.before, one.common))
    effect = write.difference(one.effect, plan.kpis[one.kpi].unit)
    return write.text(_SUM, base=str(one.base), by=str(one.by), sum=f"({after} − {before}) − {common}", effect=effect)


def rank_text(one: MeasuredEffect, plan: SteeringPlan, write: Writer) -> str:
    """How many of the others deviate as much, held against the limit; empty where there is no rank."""
    if one.rank is None or one.group is None:
        return ""
    most = _PERCENT * MOST_LIKELY_BY_CHANCE.numerator / MOST_LIKELY_BY_CHANCE.denominator
    as_far, others = one.rank.as_far, one.rank.others
    share = shown_share(Decimal(as_far + 1), Decimal(others + 1), most)
    return write.text(
        _RANK,
        as_far=str(as_far),
        others=str(others),
        group=plan.groups[one.group].title,
        share=write.rounded_percent(share),
        most=write.rounded_percent(most),
    )


def _smallest(visible: VisibleEffect, kpi: Kpi, one: MeasuredEffect, plan: SteeringPlan, write: Writer) -> str:
    return write.text(
        _SMALLEST,
        effect=write.difference(visible.effect, kpi.unit, signed=False),
        group=plan.groups[one.group].title if one.group else "",
        windows=str(visible.windows),
        first=str(visible.first),
        last=str(visible.last),
    )
