"""Sound financial management at the occasion: written where it is asked for, and no better than its goals."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.assessments import Evaluation
from malstyrning.evaluate.sound_management import unreached, unwritten
from malstyrning.language import Text
from malstyrning.load.places import Identity
from malstyrning.rules.rule import Context, Found, rule

_GOAL = (
    "strategic_goals:\n  ekonomi:\n    {number: 1.2, title: Ekonomi i balans, committee: namnd, "
    "serves: [overgripande], areas: [omrade], from: 2020, horizon: 2027, conditions: [Ramar i tid], "
    "sound_financial_management: {kind: financial, scope: municipality}}\n"
    "kpis:\n  soliditet:\n    title: Soliditet\n    goal: ekonomi\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n    causal_link: Den som äger sina hus tål en nedgång.\n    method: Enligt bokslutet.\n"
    "    comparability: Jämförbart mellan kommuner.\n    lag: 1\n    target_levels:\n"
    "      - {year: 2022, kind: at_least, level: 30, decided: 2021-11-15, reference: KF § 1}\n"
    "actions:\n  amortera: {title: Amortera lån, goal: ekonomi, kpis: [soliditet], status: under_way, "
    "owner: Ekonomidirektören, started: 2022-01-10, due: 2023-12-31, decided: 2021-12-01, reference: KS § 4}\n"
)
_WRITTEN = (
    "sound_financial_management:\n  - period: 2022\n    municipality: {{status: fulfilled, text: Den är god{}}}\n"
    "    balance: {{result: 500}}\n"
    "    signed: {{body: Kommunstyrelsen, name: Ordföranden, date: 2023-03-27}}\n"
    "    auditors: {{grade: agrees, text: Målen är nådda, by: Revisorerna, date: 2023-04-18}}\n"
)


def _identity(evaluation: Evaluation) -> Identity:
    return ("sound_financial_management", str(evaluation.occasion))


@rule(
    "EVA945",
    "fulfilled-though-not-reached",
    on=Evaluation,
    severity=Severity.WARNING,
    says=Text(
        "{scope} är fulfilled, men {goals} är inte nådda och inget skäl är angivet",
        "{scope} is fulfilled, but {goals} are not reached and no reason is given",
    ),
    cure=Text("skriv reason, eller ändra status", "write reason, or change status"),
    why=Text(
        "Kommunen får göra en annan samlad bedömning än målen pekar mot. Utan skäl kan varken fullmäktige eller "
        "revisorerna pröva den.",
        "The municipality may assess otherwise than its goals point. Without a reason neither the council nor the "
        "auditors can try it.",
    ),
    bad=_GOAL + _WRITTEN.format(""),
    good=_GOAL + _WRITTEN.format(", reason: Soliditeten tyngs av ett år med stora köp"),
)
def fulfilled_though_not_reached(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """Where goals are missed, what is called fulfilled has a reason."""
    for scope, goals in unreached(evaluation):
        facts: dict[str, str | Text] = {"scope": scope.value, "goals": ", ".join(goals)}
        yield Found((scope.value, "status"), facts, of=_identity(evaluation))


@rule(
    "EVA946",
    "sound-management-unwritten",
    on=Evaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Bedömningen av god ekonomisk hushållning {period} saknar {keys}",
        "The assessment of sound financial management {period} lacks {keys}",
    ),
    cure=Text(
        "skriv det under sound_financial_management i en fil i goals/",
        "write it under sound_financial_management in a file in goals/",
    ),
    why=Text(
        "Årsredovisningen ska utvärdera målen för god ekonomisk hushållning och pröva balanskravet, delårsrapporten "
        "ska säga vad som väntas, och revisorerna bedömer båda. Rapporten skriver ”Saknas” där det inte är gjort.",
        "The annual report must evaluate the goals for sound financial management and examine the balance "
        "requirement, the interim report must say what is expected, and auditors judge both. The report prints "
        "'Missing' where it is not done.",
    ),
    bad=_GOAL + _WRITTEN.format(", reason: Ett svagt år").replace("    balance: {result: 500}\n", ""),
    good=_GOAL + _WRITTEN.format(", reason: Ett svagt år"),
)
def sound_management_unwritten(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """What is asked of the municipality is written. Where nothing is, it is told at the first goal that counts."""
    keys = unwritten(evaluation)
    if not keys:
        return
    facts: dict[str, str | Text] = {"period": str(evaluation.occasion), "keys": ", ".join(keys)}
    if evaluation.sound:
        yield Found((), facts, of=_identity(evaluation))
        return
    flagged = (one.id for one in evaluation.plan.strategic_goals.values() if one.sound_financial_management)
    yield Found(("sound_financial_management",), facts, of=next(flagged), of_all=True)
