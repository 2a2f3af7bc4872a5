"""The rule for goals' status in words, and its arithmetic in a case: what a reader redoes on a pocket calculator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import (
    GoalStatusRule,
    Proposal,
    RuleKind,
    RuleStep,
    UnassessableRole,
    in_percent,
)
from malstyrning.language import Text
from malstyrning.report.writer import Writer


@dataclass(frozen=True, slots=True)
class Things:
    """What a rule is applied to, in words."""

    several: Text
    none: Text


KPIS = Things(
    Text("nyckeltal", "KPIs"),
    Text("Inget nyckeltal har både riktning och målnivå.", "No KPI has both a direction and a target level."),
)
STRATEGIC_GOALS = Things(
    Text("strategiska mål", "strategic goals"),
    Text("Inget strategiskt mål räknas hit.", "No strategic goal is counted here."),
)
OVERALL_GOALS = Things(
    Text("övergripande mål", "overall goals"), Text("Det finns inget övergripande mål.", "There is no overall goal.")
)

_NOT_NOW = Text("Inga {things} följs upp nu.", "No {things} are followed up now.")
_ASSESSABLE = Text("{things} som kan bedömas", "assessable {things}")
_SHARE: dict[RuleStep, Text] = {  # what is held against its limit
    RuleStep.TOO_FEW_ASSESSABLE: Text(
        "{part} av {whole} {things} kan bedömas = {share}; gränsen är {limit}.",
        "{part} of {whole} {things} are assessable = {share}; the limit is {limit}.",
    ),
    RuleStep.ENOUGH_REACHED: Text(
        "{part} av {whole} {things} är nådda = {share}; gränsen är {limit}.",
        "{part} of {whole} {things} are reached = {share}; the limit is {limit}.",
    ),
    RuleStep.ENOUGH_NOT_REACHED: Text(
        "{part} av {whole} {things} är inte nådda = {share}; gränsen är {limit}.",
        "{part} of {whole} {things} are not reached = {share}; the limit is {limit}.",
    ),
}
_WEIGHED_SHARE: dict[RuleStep, Text] = {
    RuleStep.TOO_FEW_ASSESSABLE: Text(
        "Nyckeltal som kan bedömas väger {part} av {whole} = {share}; gränsen är {limit}.",
        "Assessable KPIs weigh {part} of {whole} = {share}; the limit is {limit}.",
    ),
    RuleStep.ENOUGH_REACHED: Text(
        "Nådda nyckeltal väger {part} av {whole} = {share}; gränsen är {limit}.",
        "Reached KPIs weigh {part} of {whole} = {share}; the limit is {limit}.",
    ),
    RuleStep.ENOUGH_NOT_REACHED: Text(
        "Inte nådda nyckeltal väger {part} av {whole} = {share}; gränsen är {limit}.",
        "KPIs not reached weigh {part} of {whole} = {share}; the limit is {limit}.",
    ),
}
_ONE_UNASSESSABLE = Text(
    "{part} av {whole} {things} kan inte bedömas; ett är nog för att målet inte ska kunna bedömas.",
    "{part} of {whole} {things} are not assessable; one is enough to make the goal not assessable.",
)
_WORST = Text(
    "Av {whole} {things} är {reached} nådda, {nearly} nästan nådda och {not_reached} inte nådda; det sämsta avgör.",
    "Of {whole} {things} {reached} are reached, {nearly} nearly reached and {not_reached} not reached; the worst "
    "decides.",
)
_COUNTED_AS_MISSED = Text(
    "{n} som inte kan bedömas räknas som inte nådda.", "Not assessable and counted as not reached: {n}."
)

_RULE: dict[RuleKind, Text] = {
    RuleKind.SHARE: Text(
        "nått om minst {reached} av dem är nådda; annars inte nått om minst {not_reached} av dem inte är nådda; annars "
        "nästan nått",
        "reached if at least {reached} of them are reached; else not reached if at least {not_reached} of them are not "
        "reached; else nearly reached",
    ),
    RuleKind.WEIGHTED: Text(
        "nått om nyckeltal med minst {reached} av vikten är nådda; annars inte nått om nyckeltal med minst "
        "{not_reached} av vikten inte är nådda; annars nästan nått. Varje nyckeltal har sin beslutade vikt, 1 om inget "
        "sägs, och varje mål väger 1",
        "reached if KPIs of at least {reached} of the weight are reached; else not reached if KPIs of at least "
        "{not_reached} of the weight are not reached; else nearly reached. Each KPI has its decided weight, 1 unless "
        "said, and each goal weighs 1",
    ),
    RuleKind.WORST: Text("detsamma som det sämsta av dem", "the same as the worst of them"),
}
_ROLE: dict[UnassessableRole, Text] = {
    UnassessableRole.LEFT_OUT: Text(
        "kan inte bedömas om mindre än {least} av {them} kan bedömas; i övrigt lämnas det som inte kan bedömas utanför",
        "not assessable if less than {least} of {them} can be assessed; otherwise what can't be assessed is left out",
    ),
    UnassessableRole.NOT_REACHED: Text(
        "det som inte kan bedömas räknas som inte nått", "what can't be assessed counts as not reached"
    ),
    UnassessableRole.NOT_ASSESSABLE: Text(
        "kan inte bedömas om något av dem inte kan bedömas", "not assessable if any of them is not assessable"
    ),
}
_THEM = Text("dem", "them")
_THE_WEIGHT = Text("vikten", "the weight")
_WHOLE_RULE = Text(
    "Ett måls status föreslås av en regel över nyckeltal med riktning och målnivå, fullmäktiges eller nämndens: "
    "{role}; {rule}. Samma regel över de strategiska målens status, den undertecknade där den finns och annars den "
    "föreslagna, ger förslaget för ett övergripande mål, och över de övergripande målens förslag det för helheten. Ett "
    "mål som tjänar flera övergripande mål räknas under det första. Nämndens undertecknade bedömning avgör ett "
    "strategiskt måls status och får avvika, med skäl.",
    "A goal's status is proposed by a rule over KPIs with a direction and a level, the council's or the committee's: "
    "{role}; {rule}. The same rule over the strategic goals' statuses, the signed where there is one and else the "
    "proposed, gives the proposal for an overall goal, and over the proposals of the overall goals that for the whole. "
    "A goal that serves several overall goals is counted under the first. The committee's signed assessment decides "
    "the status of a strategic goal; it may depart, with a reason.",
)


def rule_in_words(rule: GoalStatusRule, write: Writer) -> str:
    """The configured rule as a reader is told it, from KPI to the whole."""
    role = write.text(
        _ROLE[rule.unassessable],
        least=write.rounded_percent(rule.least_assessable),
        them=_THE_WEIGHT if rule.kind is RuleKind.WEIGHTED else _THEM,
    )
    limits = {key: write.rounded_percent(getattr(rule, key)) for key in ("reached", "not_reached")}
    return write.text(_WHOLE_RULE, role=role, rule=write.text(_RULE[rule.kind], **limits))


def arithmetic_of(
    proposal: Proposal, rule: GoalStatusRule, things: Things, write: Writer, *, not_now: bool = False
) -> str:
    """The counts behind a proposed status, each held against its limit, up to the step that decided.

    `not_now`: where there is nothing to judge, it is because nothing of it is followed up at this occasion.
    """
    if not_now and proposal.step is RuleStep.NOTHING_TO_JUDGE:
        return write.text(_NOT_NOW, things=things.several)
    return _Sums(proposal, rule, things, write).told()


class _Sums:
    """Tells the sums of one proposal in one language."""

    def __init__(self, proposal: Proposal, rule: GoalStatusRule, things: Things, write: Writer) -> None:
        self.proposal = proposal
        self.rule = rule
        self.things = things
        self.write = write
        self.share = _WEIGHED_SHARE if rule.kind is RuleKind.WEIGHTED and things is KPIS else _SHARE
        self.unassessable = proposal.weights[Fulfilment.NOT_ASSESSABLE]
        count_as_missed = rule.unassessable is UnassessableRole.NOT_REACHED
        self.missed = self.unassessable if count_as_missed else ()
        self.counted = proposal.judged if count_as_missed else proposal.assessable
        named = _ASSESSABLE.filled({"things": things.several})
        self.counted_things = named if self.counted != proposal.judged else things.several

    def told(self) -> str:
        """One or more sentences."""
        step = self.proposal.step
        if step is RuleStep.NOTHING_TO_JUDGE:
            return self.write.text(self.things.none)
        if step is RuleStep.ONE_UNASSESSABLE:
            return self._one_unassessable()
        told = [self._assessable()] if self.unassessable and not self.missed else []
        if step is RuleStep.WORST:
            told.append(self._worst())
        elif step is not RuleStep.TOO_FEW_ASSESSABLE:
            told.extend(self._reached_and_not())
        if self.missed:
            told.append(self.write.text(_COUNTED_AS_MISSED, n=str(len(self.missed))))
        return " ".join(told)

    def _one_unassessable(self) -> str:
        part, whole = len(self.unassessable), sum(map(len, self.proposal.weights.values()))
        return self.write.text(_ONE_UNASSESSABLE, part=str(part), whole=str(whole), things=self.things.several)

    def _assessable(self) -> str:
        parts = [
            one for key in Fulfilment if key is not Fulfilment.NOT_ASSESSABLE for one in self.proposal.weights[key]
        ]
        step, judged = RuleStep.TOO_FEW_ASSESSABLE, self.proposal.judged
        return self._held(step, parts, judged, self.rule.least_assessable, self.things.several)

    def _reached_and_not(self) -> Iterator[str]:
        weights, step = self.proposal.weights, RuleStep.ENOUGH_REACHED
        yield self._held(step, weights[Fulfilment.REACHED], self.counted, self.rule.reached, self.counted_things)
        if self.proposal.step is not step:
            step, parts = RuleStep.ENOUGH_NOT_REACHED, (*weights[Fulfilment.NOT_REACHED], *self.missed)
            yield self._held(step, parts, self.counted, self.rule.not_reached, self.counted_things)

    def _held(self, step: RuleStep, parts: Sequence[Decimal], whole: Decimal, limit: Decimal, things: Text) -> str:
        """A share against its limit; what is weighed shows the weights that it adds."""
        part, number = sum(parts, Decimal(0)), self.write.number
        adds = len(parts) > 1 and self.share is _WEIGHED_SHARE
        return self.write.text(
            self.share[step],
            part=f"{' + '.join(map(number, parts))} = {number(part)}" if adds else number(part),
            whole=number(whole),
            things=things,
            share=self.write.rounded_percent(shown_share(part, whole, limit)),
            limit=self.write.rounded_percent(limit),
        )

    def _worst(self) -> str:
        counts = {key: len(one) for key, one in self.proposal.weights.items()}
        counts[Fulfilment.NOT_REACHED] += len(self.missed)
        facts = {key.value: str(count) for key, count in counts.items()}
        return self.write.text(_WORST, whole=self.write.number(self.counted), things=self.counted_things, **facts)


def shown_share(part: Decimal, whole: Decimal, limit: Decimal) -> Decimal:
    """A share in per cent with as many decimals as it takes to stand on the same side of its limit as the exact one."""
    exact = in_percent(part, whole)
    decimals = 0 if exact.denominator == 1 else 1
    while _side(shown := _rounded(exact, decimals), limit) != _side(exact, limit):
        decimals += 1
    return shown


def _side(share: Decimal | Fraction, limit: Decimal) -> tuple[bool, bool]:
    """Whether a share is under its limit, or over it."""
    return Fraction(share) < Fraction(limit), Fraction(share) > Fraction(limit)


def _rounded(exact: Fraction, decimals: int) -> Decimal:
    """Half up, from the exact share."""
    return Decimal(floor(exact * 10**decimals + Fraction(1, 2))).scaleb(-decimals)
