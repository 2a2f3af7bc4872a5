"""Sound financial management assessed: of goals that there are, when the period is over, and in the right order."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.periods import occasion_of, parse_period
from malstyrning.domain.sound_management import SoundAssessment
from malstyrning.domain.words import SoundScope
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule

_SOUND = "sound_financial_management:\n  - period: 2022\n"
_FLAGGED = (
    "strategic_goals:\n  ekonomi:\n    {number: 1.2, title: Ekonomi i balans, committee: namnd, "
    "serves: [overgripande], areas: [omrade], from: 2020, horizon: 2027, conditions: [Ramar i tid]"
)
_FLAG = ", sound_financial_management: {kind: financial, scope: municipality}"
_STATUS = "    municipality: {status: fulfilled, text: Ekonomin är i ordning}\n"
_OPINION = "    auditors: {{grade: agrees, text: Målen är nådda, by: Revisorerna, date: {}}}\n"
_REPLY = "    reply: {{text: Vi delar bedömningen, by: Kommunstyrelsen, date: {}}}\n"
_SIGNED = "    signed: {{body: Kommunstyrelsen, name: Ordföranden, date: {}}}\n"
_WHOSE: dict[SoundScope, Text] = {
    SoundScope.MUNICIPALITY: Text("kommunen", "the municipality"),
    SoundScope.GROUP: Text("koncernen", "the group"),
}


@rule(
    "EVA941",
    "assessed-without-goals",
    on=SoundAssessment,
    severity=Severity.WARNING,
    says=Text(
        "Bedömningen av {whose} vilar på inget mål: inget är märkt med scope: {scope} för {year}",
        "The assessment of {whose} rests on no goal: none is marked with scope: {scope} for {year}",
    ),
    cure=Text(
        "märk målen med sound_financial_management, eller ta bort bedömningen",
        "mark the goals with sound_financial_management, or remove the assessment",
    ),
    why=Text(
        "Årsredovisningen ska säga om målen för god ekonomisk hushållning är nådda. Utan mål säger bedömningen bara "
        "vad någon tycker.",
        "The annual report must say whether the goals for sound financial management are reached. Without goals the "
        "assessment says only what someone thinks.",
    ),
    bad=_FLAGGED + "}\n" + _SOUND + _STATUS,
    good=_FLAGGED + _FLAG + "}\n" + _SOUND + _STATUS,
)
def assessed_without_goals(one: SoundAssessment, context: Context) -> Iterator[Found]:
    """An assessment is of goals in force in its year."""
    period = parse_period(one.period)
    if period is None or not context.complete or context.failed:
        return
    flags = [goal.sound_financial_management for goal in context.plan.strategic_goals_in(period.year)]
    scopes = {flag.scope for flag in flags if flag}
    for scope, _ in one.assessed:
        if scope not in scopes:
            facts: dict[str, str | Text] = {"whose": _WHOSE[scope], "scope": scope.value, "year": str(period.year)}
            yield Found((scope.value,), facts, on_key=True)


@rule(
    "EVA942",
    "sound-management-assessed-too-early",
    on=SoundAssessment,
    severity=Severity.WARNING,
    says=Text(
        "{what} är från {date}, innan perioden {period} är slut", "{what} is of {date}, before {period} has ended"
    ),
    cure=Text("rätta datumet, eller perioden", "correct the date, or the period"),
    why=Text(
        "Före periodens slut är varken resultatet eller målens status känd.",
        "Before the end of the period neither the result nor the status of the goals is known.",
    ),
    bad=_SOUND + _SIGNED.format("2022-12-15"),
    good=_SOUND + _SIGNED.format("2023-03-27"),
)
def assessed_too_early(one: SoundAssessment, _: Context) -> Iterator[Found]:
    """Neither the municipality nor its auditors judge a period that goes on."""
    period = parse_period(one.period)
    dated = (
        ("signed", Text("Underskriften", "The signature"), one.signed),
        ("auditors", Text("Revisorernas bedömning", "The auditors' opinion"), one.auditors),
    )
    for key, what, given in dated:
        if given and period and given.date < period.end:
            facts: dict[str, str | Text] = {"what": what, "date": str(given.date), "period": one.period}
            yield Found((key, "date"), facts)


@rule(
    "EVA943",
    "reply-before-opinion",
    on=SoundAssessment,
    needs=lambda one: one.reply,
    severity=Severity.WARNING,
    says=Text("Svaret till revisorerna är från {date}, {why}", "The reply to the auditors is of {date}, {why}"),
    cure=Text("lägg till auditors, eller rätta datumet", "add auditors, or correct the date"),
    why=Text("Ett svar utan det som besvaras går inte att läsa.", "A reply without what it replies to can't be read."),
    bad=_SOUND + _OPINION.format("2023-04-18") + _REPLY.format("2023-04-02"),
    good=_SOUND + _OPINION.format("2023-04-18") + _REPLY.format("2023-05-08"),
)
def reply_before_opinion(one: SoundAssessment, _: Context) -> Iterator[Found]:
    """A reply comes after the opinion that it is of."""
    if one.reply is None:
        return
    why = None
    if one.auditors is None:
        why = Text("men deras bedömning finns inte", "but their opinion is not there")
    elif one.reply.date < one.auditors.date:
        why = Text(f"före deras bedömning den {one.auditors.date}", f"before their opinion of {one.auditors.date}")
    if why:
        yield Found(("reply", "date"), {"date": str(one.reply.date), "why": why})


@rule(
    "EVA944",
    "assessed-between-occasions",
    on=SoundAssessment,
    severity=Severity.WARNING,
    says=Text("Ingen rapport görs för {period}", "No report is made for {period}"),
    cure=Text("skriv året, eller T1 eller T2 efter det", "write the year, or T1 or T2 after it"),
    why=Text(
        "Rapporter görs per den 30 april, den 31 augusti och den 31 december. En bedömning för en annan period visas "
        "aldrig.",
        "Reports are made as of 30 April, 31 August and 31 December. An assessment of another period is never shown.",
    ),
    bad="sound_financial_management:\n  - period: 2022Q3\n",
    good="sound_financial_management:\n  - period: 2022T2\n",
)
def assessed_between_occasions(one: SoundAssessment, _: Context) -> Iterator[Found]:
    """An assessment is of a reporting occasion."""
    period = parse_period(one.period)
    if period and occasion_of(period) is None:
        yield Found(("period",), {"period": one.period})
