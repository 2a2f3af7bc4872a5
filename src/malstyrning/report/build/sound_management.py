"""The view of sound financial management: the assessments, the goals that they rest on, and the balance requirement."""

from collections.abc import Iterator

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.sound_management import (
    YEARS_TO_RESTORE,
    AuditGrade,
    Balance,
    OverallAssessment,
    SoundAssessment,
    SoundStatus,
)
from malstyrning.domain.words import SoundKind, SoundScope
from malstyrning.evaluate.sound_management import BEHIND, is_asked
from malstyrning.language import Text, plural
from malstyrning.report.build.marks import answer, goal_mark, mark, signature
from malstyrning.report.view import BalanceRow, Mark, SoundGoal, SoundScopeView, SoundView
from malstyrning.report.writer import Writer

_SCOPE: dict[SoundScope, Text] = {
    SoundScope.MUNICIPALITY: Text("Kommunen", "The municipality"),
    SoundScope.GROUP: Text("Kommunen med sina bolag", "The municipality with its companies"),
}
_KIND: dict[SoundKind, Text] = {
    SoundKind.FINANCIAL: Text("finansiellt mål", "financial goal"),
    SoundKind.OPERATIONS: Text("mål för verksamheten", "goal of operations"),
}
_STATUS: dict[SoundStatus, tuple[Fulfilment, Text]] = {  # its shape is that of the goals' marks
    SoundStatus.FULFILLED: (Fulfilment.REACHED, Text("Uppfylld", "Fulfilled")),
    SoundStatus.PARTLY: (Fulfilment.NEARLY, Text("Delvis uppfylld", "Partly fulfilled")),
    SoundStatus.NOT_FULFILLED: (Fulfilment.NOT_REACHED, Text("Inte uppfylld", "Not fulfilled")),
    SoundStatus.NOT_ASSESSABLE: (Fulfilment.NOT_ASSESSABLE, Text("Kan inte bedömas", "Not assessable")),
}
_GRADE: dict[AuditGrade, tuple[Fulfilment, Text]] = {
    AuditGrade.AGREES: (
        Fulfilment.REACHED,
        Text("Resultatet är förenligt med fullmäktiges mål", "The results agree with the council's goals"),
    ),
    AuditGrade.PARTLY: (
        Fulfilment.NEARLY,
        Text(
            "Resultatet är delvis förenligt med fullmäktiges mål", "The results partly agree with the council's goals"
        ),
    ),
    AuditGrade.DISAGREES: (
        Fulfilment.NOT_REACHED,
        Text("Resultatet är inte förenligt med fullmäktiges mål", "The results do not agree with the council's goals"),
    ),
    AuditGrade.NOT_ASSESSABLE: (
        Fulfilment.NOT_ASSESSABLE,
        Text("Revisorerna kan inte bedöma det", "The auditors can't judge it"),
    ),
}
_COUNT = Text("{reached} av {all} nådda", "{reached} of {all} reached")
_NONE_NOW = Text("inget av dem följs upp nu.", "none of them is followed up now.")
_NO_GOALS = Text("inga mål är satta för den.", "no goals are set for it.")
_LINE: dict[str, Text] = {
    "result": Text("Årets resultat", "The year's result"),
    "realised_gains": Text("Samtliga realisationsvinster", "All realisation gains"),
    "excepted_gains": Text("Realisationsvinster enligt undantagsmöjlighet", "Realisation gains by the exception"),
    "excepted_losses": Text("Realisationsförluster enligt undantagsmöjlighet", "Realisation losses by the exception"),
    "unrealised_gains": Text("Orealiserade vinster i värdepapper", "Unrealised gains in securities"),
    "unrealised_losses": Text("Orealiserade förluster i värdepapper", "Unrealised losses in securities"),
    "reversed_gains": Text("Återföring av orealiserade vinster i värdepapper", "Unrealised gains reversed"),
    "reversed_losses": Text("Återföring av orealiserade förluster i värdepapper", "Unrealised losses reversed"),
    "adjusted": Text("Årets resultat efter balanskravsjusteringar", "The year's result after balance adjustments"),
    "to_reserve": Text("Avsatt till resultatreserv eller resultatutjämningsreserv", "Put in the result reserve"),
    "from_reserve": Text("Använt ur resultatreserv eller resultatutjämningsreserv", "Taken from the result reserve"),
    "balance": Text("Årets balanskravsresultat", "The year's balance requirement result"),
}
_DEFICIT = Text(
    "Underskott från {year}, att återställa senast {by}", "Deficit of {year}, to be restored by {by} at the latest"
)
_LEFT = Text("Kvar att återställa", "Left to restore")
_KEPT = Text("Balanskravet är uppfyllt {year}.", "The balance requirement is met in {year}.")
_BROKEN = Text(
    "Balanskravsresultatet {year} är negativt. Det ska återställas inom tre år, senast {by}.",
    "The balance requirement result of {year} is negative. It is to be restored within three years, by {by}.",
)
_EARLIER = Text(
    "Av tidigare års underskott är {left} kvar att återställa.", "Of earlier years' deficits {left} is left."
)
_RESTORED = Text("Tidigare års underskott är återställda.", "Earlier years' deficits are restored.")
_BY = Text("{by}, {date}", "{by}, {date}")
_THOUSAND = Text("{amount} tkr", "SEK {amount} thousand")
_NOT_REPORTED = (
    Text("; 1 följs inte upp nu", "; 1 is not followed up now"),
    Text("; {n} följs inte upp nu", "; {n} are not followed up now"),
)


def sound_view(evaluation: Evaluation, write: Writer) -> SoundView | None:
    """Sound financial management; None where no goal counts for it and nothing is written, or in a committee's part."""
    given, asked = evaluation.sound, is_asked(evaluation)
    if given is None and not asked:
        return None
    given = given or SoundAssessment(str(evaluation.occasion))
    assessed = dict(given.assessed)
    balance, auditors, reply = given.balance, given.auditors, given.reply
    owes = bool(balance and balance.to_restore)
    return SoundView(
        scopes=tuple(
            _scope(scope, assessed.get(scope), evaluation, write, asked=asked)
            for scope in SoundScope
            if scope in assessed or evaluation.sound_goals(scope)
        ),
        balance=tuple(_balance(balance, write)) if balance else (),
        balance_told=tuple(_balance_told(balance, evaluation.occasion.year, write)) if balance else (),
        balance_plan=answer(balance.plan if balance else None, write, asked=owes),
        balance_asked=asked and evaluation.occasion.is_close,
        signature=signature(given.signed, write),
        auditors=_marked(*_GRADE[auditors.grade], write) if auditors else None,
        opinion=answer(auditors.text if auditors else None, write, asked=asked),
        opinion_by=_by(auditors.by, write.date(auditors.date), auditors.reference, write) if auditors else "",
        reply=answer(reply.text if reply else None, write, asked=False),
        reply_by=_by(reply.by, write.date(reply.date), None, write) if reply else "",
        example=given.example,
    )


def _marked(shape: Fulfilment, label: Text, write: Writer) -> Mark:
    found = mark(shape, write)
    return Mark(found.key, found.symbol, write.text(label))


def _by(who: str, date: str, reference: str | None, write: Writer) -> str:
    told = write.text(_BY, by=who, date=date)
    return f"{told} ({reference})" if reference else told


def _scope(
    scope: SoundScope, given: OverallAssessment | None, evaluation: Evaluation, write: Writer, *, asked: bool
) -> SoundScopeView:
    goals = evaluation.sound_goals(scope)
    followed_up = [one for one in goals if one.is_followed_up]
    reached = sum(one.status is Fulfilment.REACHED for one in followed_up)
    waiting = len(goals) - len(followed_up)
    count = write.text(_COUNT, reached=str(reached), all=str(len(followed_up)))
    count += f"{write.text(plural(waiting, *_NOT_REPORTED))}." if waiting else "."
    if not followed_up:
        count = write.text(_NONE_NOW if goals else _NO_GOALS)
    behind = any(one.status in BEHIND for one in followed_up)
    plan = evaluation.plan
    return SoundScopeView(
        title=write.text(_SCOPE[scope]),
        mark=_marked(*_STATUS[given.status], write) if given else None,
        text=answer(given.text if given else None, write, asked=asked),
        reason=answer(
            given.reason if given else None,
            write,
            asked=bool(given and given.status is SoundStatus.FULFILLED and behind),
        ),
        expected=answer(given.expected if given else None, write, asked=asked and not evaluation.occasion.is_close),
        count=count,
        goals=tuple(
            SoundGoal(
                one.goal,
                f"{plan.strategic_goals[one.goal].number} {write.text(plan.strategic_goals[one.goal].title)}",
                write.text(_KIND[flag.kind])
                if (flag := plan.strategic_goals[one.goal].sound_financial_management)
                else "",
                goal_mark(one, write),
            )
            for one in goals
        ),
    )


def _balance(balance: Balance, write: Writer) -> Iterator[BalanceRow]:
    """The lines that the law asks for, of which those that are zero say so."""
    yield BalanceRow(write.text(_LINE["result"]), write.number(balance.result), is_total=False)
    for name, amount in balance.adjustments:
        yield BalanceRow(write.text(_LINE[name]), write.number(amount, signed=bool(amount)), is_total=False)
    yield BalanceRow(write.text(_LINE["adjusted"]), write.number(balance.adjusted), is_total=True)
    for name, amount in balance.reserve:
        yield BalanceRow(write.text(_LINE[name]), write.number(amount, signed=bool(amount)), is_total=False)
    yield BalanceRow(write.text(_LINE["balance"]), write.number(balance.balance), is_total=True)
    for one in balance.deficits:
        label = write.text(_DEFICIT, year=str(one.year), by=str(one.restore_by))
        yield BalanceRow(label, write.number(-one.amount), is_total=False)
    if balance.deficits:
        yield BalanceRow(write.text(_LEFT), write.number(balance.to_restore), is_total=True)


def _balance_told(balance: Balance, year: int, write: Writer) -> Iterator[str]:
    if balance.balance < 0:
        yield write.text(_BROKEN, year=str(year), by=str(year + YEARS_TO_RESTORE))
    else:
        yield write.text(_KEPT, year=str(year))
    if balance.deficits and balance.balance >= 0:
        left = write.text(_THOUSAND, amount=write.number(balance.to_restore))
        yield write.text(_EARLIER, left=left) if balance.to_restore else write.text(_RESTORED)
