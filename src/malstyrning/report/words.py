"""The words of the report in both languages: what each value of the domain is called by a reader."""

from malstyrning.domain.evaluations import ActionEffect, Cause, CauseShare, ConditionsMet, LessonStatus
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Quality
from malstyrning.domain.verdicts import Trend, TrendBasis, Unassessable
from malstyrning.domain.words import ActionStatus, AssignmentStatus, DecidedBy, Direction, Gender, ReportedIn
from malstyrning.language import Text

FULFILMENT: dict[Fulfilment, Text] = {
    Fulfilment.REACHED: Text("Nådd", "Reached"),
    Fulfilment.NEARLY: Text("Nästan nådd", "Nearly reached"),
    Fulfilment.NOT_REACHED: Text("Inte nådd", "Not reached"),
    Fulfilment.NOT_ASSESSABLE: Text("Kan inte bedömas", "Not assessable"),
}
# Shape and text carry the meaning; colour only repeats it.
SYMBOL: dict[Fulfilment, str] = {
    Fulfilment.REACHED: "✓",
    Fulfilment.NEARLY: "!",
    Fulfilment.NOT_REACHED: "✕",
    Fulfilment.NOT_ASSESSABLE: "–",
}
DESCRIBED = Text("Beskrivs", "Described")
DESCRIBED_SYMBOL = "·"
NOT_REPORTED = Text("Följs inte upp nu", "Not followed up now")
NOT_REPORTED_SYMBOL = "○"
REPORTED_IN: dict[ReportedIn, Text] = {
    ReportedIn.T1: Text("vid T1 (30 april)", "at T1 (30 April)"),
    ReportedIn.T2: Text("vid T2 (31 augusti)", "at T2 (31 August)"),
    ReportedIn.YEAR_END: Text("i bokslutet", "at the year-end close"),
}

REASON: dict[Unassessable, Text] = {
    Unassessable.NO_DIRECTION: Text(
        "nyckeltalet beskrivs och har ingen riktning som är bättre",
        "the KPI is described and no direction is better",
    ),
    Unassessable.NO_TARGET: Text(
        "ingen målnivå för {year} var beslutad {by}",
        "no target level for {year} was decided {by}",
    ),
    Unassessable.NO_OUTCOME: Text("inget utfall för {period} finns", "there is no outcome for {period}"),
    Unassessable.ONLY_BY_GENDER: Text(
        "utfallet för alla {period} saknas, fast kvinnors eller mäns finns",
        "the outcome for all in {period} is missing, though women's or men's is there",
    ),
    Unassessable.NO_DATA: Text("uppgift saknas för {parts} (-)", "no data for {parts} (-)"),
    Unassessable.NOT_APPLICABLE: Text("uppgiften är inte tillämplig {parts} (.)", "not applicable in {parts} (.)"),
    Unassessable.SUPPRESSED: Text("värdet för {parts} är sekretessbelagt (..)", "the value for {parts} is secret (..)"),
    Unassessable.UNKNOWN: Text(
        "värdet för {parts} är tomt i källan, utan angivet skäl",
        "the value for {parts} is empty at the source, without a reason",
    ),
    Unassessable.PART_MISSING: Text(
        "värde saknas för {parts}, som utfallet för {period} räknas fram ur",
        "there is no value for {parts}, which the outcome for {period} is made from",
    ),
    Unassessable.NO_FRACTION: Text(
        "täljare saknas, eller nämnare över noll, för {parts}, som utfallet för {period} räknas fram ur",
        "a numerator, or a denominator above zero, is missing for {parts}, which the outcome for {period} is made from",
    ),
    Unassessable.EXPECTED: Text(
        "utfallet för {parts} väntas senast {due}", "the outcome for {parts} is expected by {due}"
    ),
    Unassessable.LATE: Text(
        "utfallet för {parts} är försenat; det väntades senast {due}",
        "the outcome for {parts} is late; it was expected by {due}",
    ),
    Unassessable.NOT_YET: Text(
        "årets nivå gäller hela året, och utfallet är för {period}",
        "the level is for the whole year, and the outcome for {period}",
    ),
    Unassessable.NOT_REPORTED_NOW: Text("nyckeltalet följs upp {when}", "the KPI is followed up {when}"),
    Unassessable.TOO_FEW_RESPONDENTS: Text("för få har svarat {period}", "too few have answered in {period}"),
    Unassessable.NO_WAY_IS_BETTER: Text(
        "nivån kräver att högre eller lägre är bättre", "the level asks for a direction, higher or lower"
    ),
    Unassessable.NO_PLACE: Text(
        "för få i gruppen har värde för {period}", "too few of the group have a value for {period}"
    ),
    Unassessable.NO_GROUP_VALUE: Text(
        "ingen i gruppen har värde för {period}", "no one in the group has a value for {period}"
    ),
    Unassessable.VALUES_MISSING: Text(
        "värde saknas för {missing}, som nivån räknas på",
        "the value that the level is counted on is missing for {missing}",
    ),
    Unassessable.BASE_NOT_POSITIVE: Text(
        "en ändring i procent går inte att räkna: basårets värde är inte över noll, eller utfallet är under noll",
        "no change in per cent can be counted: the base year's value is not above zero, or the outcome is below zero",
    ),
    Unassessable.SERIES_BROKEN: Text(
        "nyckeltalet definierades om bland åren som nivån räknas på",
        "the KPI was redefined among the years that the level is counted on",
    ),
    Unassessable.ONE_GENDER_MISSING: Text(
        "kvinnors eller mäns utfall saknas för {period}", "women's or men's outcome is missing for {period}"
    ),
}

TREND: dict[Trend, Text] = {
    Trend.BETTER: Text("Bättre", "Better"),
    Trend.WORSE: Text("Sämre", "Worse"),
    Trend.INCREASED: Text("Ökat", "Increased"),
    Trend.DECREASED: Text("Minskat", "Decreased"),
    Trend.UNCHANGED: Text("Vanlig variation", "Ordinary variation"),
    Trend.UNKNOWN: Text("Okänd", "Unknown"),
}
TREND_SYMBOL: dict[Trend, str] = {
    Trend.BETTER: "▲",
    Trend.WORSE: "▼",
    Trend.INCREASED: "↗",
    Trend.DECREASED: "↘",
    Trend.UNCHANGED: "≈",
    Trend.UNKNOWN: "?",
}
TREND_BASIS: dict[TrendBasis, Text] = {
    TrendBasis.GIVEN_INTERVAL: Text(
        "Ändringen sedan {earlier} är {change}; minst {smallest} räknas som en ändring.",
        "The change since {earlier} is {change}; at least {smallest} counts as a change.",
    ),
    TrendBasis.RESPONDENTS: Text(
        "Ändringen sedan {earlier} är {change}; mer än {smallest} (1,96 × medelfelet vid {n_before} och {n_now} "
        "svarande) räknas som en ändring.",
        "The change since {earlier} is {change}; more than {smallest} (1.96 × the standard error at {n_before} and "
        "{n_now} respondents) counts as a change.",
    ),
    TrendBasis.MOVING_RANGE: Text(
        "Ändringen sedan {earlier} är {change}; mer än {smallest} (2,8 × medelvärdet av ändringarna år för år "
        "bland de {values} värdena före) räknas som en ändring.",
        "The change since {earlier} is {change}; more than {smallest} (2.8 × the mean of the year-to-year changes "
        "among the {values} values before) counts as a change.",
    ),
    TrendBasis.NOT_REPORTED_NOW: Text("Nyckeltalet följs inte upp nu.", "The KPI is not followed up now."),
    TrendBasis.NO_OUTCOME: Text("Det finns inget utfall att jämföra.", "There is no outcome to compare."),
    TrendBasis.NO_EARLIER_VALUE: Text("Värde för {earlier} saknas.", "There is no value for {earlier}."),
    TrendBasis.SERIES_BROKEN: Text(
        "Ändringen sedan {earlier} är {change}, men nyckeltalet definierades om däremellan.",
        "The change since {earlier} is {change}, but the KPI was redefined in between.",
    ),
    TrendBasis.TOO_FEW_VALUES: Text(
        "Ändringen sedan {earlier} är {change}. En ändring går inte att skilja från vanlig variation med så få "
        "tidigare värden ({values}, minst 8 behövs).",
        "The change since {earlier} is {change}. A change can't be told from ordinary variation with so few "
        "earlier values ({values}, at least 8 are needed).",
    ),
}
UNUSUAL = Text("Ändringen är ovanligt stor för serien.", "The change is unusually large for the series.")

BETTER: dict[Direction, Text] = {
    Direction.HIGHER: Text("högre är bättre", "higher is better"),
    Direction.LOWER: Text("lägre är bättre", "lower is better"),
    Direction.RANGE: Text("inom spannet är bäst", "within the range is best"),
    Direction.NONE: Text(
        "beskrivs, varken högre eller lägre är bättre", "described, neither higher nor lower is better"
    ),
}
GENDER: dict[Gender, Text] = {
    Gender.ALL: Text("Alla", "All"),
    Gender.WOMEN: Text("Kvinnor", "Women"),
    Gender.MEN: Text("Män", "Men"),
}
DECIDED_BY: dict[DecidedBy, Text] = {
    DecidedBy.COUNCIL: Text("kommunfullmäktige", "the council"),
    DecidedBy.COMMITTEE: Text("nämnden", "the committee"),
}

ASSIGNMENT_STATUS: dict[AssignmentStatus, Text] = {
    AssignmentStatus.GIVEN: Text("Givet", "Given"),
    AssignmentStatus.UNDER_WAY: Text("Pågår", "Under way"),
    AssignmentStatus.DONE: Text("Genomfört", "Done"),
    AssignmentStatus.WITHDRAWN: Text("Återkallat", "Withdrawn"),
}
ACTION_STATUS: dict[ActionStatus, Text] = {
    ActionStatus.PROPOSED: Text("Föreslagen", "Proposed"),
    ActionStatus.DECIDED: Text("Beslutad", "Decided"),
    ActionStatus.UNDER_WAY: Text("Pågår", "Under way"),
    ActionStatus.DONE: Text("Genomförd", "Done"),
    ActionStatus.STOPPED: Text("Avbruten", "Stopped"),
}
ACTION_EFFECT: dict[ActionEffect, Text] = {
    ActionEffect.AS_EXPECTED: Text("Effekt som väntat", "Effect as expected"),
    ActionEffect.PARTLY: Text("Delvis effekt", "Partial effect"),
    ActionEffect.NONE: Text("Ingen effekt", "No effect"),
    ActionEffect.TOO_EARLY: Text("För tidigt att säga", "Too early to tell"),
    ActionEffect.NOT_MEASURABLE: Text("Ingen mätbar effekt i år", "No measurable effect this year"),
}
LESSON_STATUS: dict[LessonStatus, Text] = {
    LessonStatus.ADOPTED: Text("togs in", "adopted"),
    LessonStatus.CHANGED: Text("togs in i annan form", "adopted in another form"),
    LessonStatus.REFUSED: Text("togs inte in", "not adopted"),
}
CAUSE: dict[Cause, Text] = {
    Cause.DONE_DIFFERENTLY: Text("vi gjorde något annat än tänkt", "we did something else than intended"),
    Cause.UNFORESEEN_EVENTS: Text("oförutsedda händelser", "unforeseen events"),
    Cause.WRONG_FROM_START: Text("vi tänkte fel från början", "we thought wrong from the start"),
}
CAUSE_SHARE: dict[CauseShare, Text] = {
    CauseShare.WHOLLY: Text("helt", "wholly"),
    CauseShare.LARGE: Text("till stor del", "to a large part"),
    CauseShare.SOME: Text("till någon del", "to some part"),
    CauseShare.NOT_AT_ALL: Text("inte alls", "not at all"),
}
CONDITIONS_MET: dict[ConditionsMet, Text] = {
    ConditionsMet.YES: Text("Ja", "Yes"),
    ConditionsMet.PARTLY: Text("Delvis", "Partly"),
    ConditionsMet.NO: Text("Nej", "No"),
}
QUALITY: dict[Quality, Text] = {
    Quality.GOOD: Text("God", "Good"),
    Quality.UNCERTAIN: Text("Osäker", "Uncertain"),
    Quality.POOR: Text("Bristfällig", "Poor"),
}
WHOLE: dict[str, Text] = {
    "strategy": Text("Fungerade strategin som det var tänkt?", "Did the strategy work as intended?"),
    "focus": Text("Lade vi kraften på rätt områden?", "Did we focus on the right areas?"),
    "actions": Text("Gjorde vi rätt åtgärder, på rätt sätt?", "Did we take the right actions in the right way?"),
    "resources": Text(
        "Fick fördelningen av resurser den effekt vi ville?", "Did the allocation of resources have the effect sought?"
    ),
}
