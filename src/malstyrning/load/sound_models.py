"""The schema of `sound_financial_management`: the municipality's assessment, the balance requirement, the auditors."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from malstyrning.domain import sound_management as sound
from malstyrning.load.answer_models import SignatureEntry
from malstyrning.load.forms import OPEN_LIST, Day, Flag, Line, Maybe, Number, PeriodText, Positive, TextValue, Year
from malstyrning.load.models import Entry

_NOTHING = Decimal(0)


class OverallEntry(Entry):
    status: sound.SoundStatus
    text: Maybe[TextValue] = None
    reason: Maybe[TextValue] = None
    expected: Maybe[TextValue] = None

    def to_domain(self) -> sound.OverallAssessment:
        return sound.OverallAssessment(self.status, self.text, self.reason, self.expected)


class DeficitEntry(Entry):
    year: Year
    amount: Positive
    restore_by: Year

    def to_domain(self) -> sound.Deficit:
        return sound.Deficit(self.year, self.amount, self.restore_by)


class BalanceEntry(Entry):
    result: Number
    realised_gains: Positive = _NOTHING
    excepted_gains: Positive = _NOTHING
    excepted_losses: Positive = _NOTHING
    unrealised_gains: Positive = _NOTHING
    unrealised_losses: Positive = _NOTHING
    reversed_gains: Positive = _NOTHING
    reversed_losses: Positive = _NOTHING
    adjusted: Maybe[Number] = None
    to_reserve: Positive = _NOTHING
    from_reserve: Positive = _NOTHING
    balance: Maybe[Number] = None
    deficits: Annotated[list[DeficitEntry], OPEN_LIST] = Field(default_factory=list)
    plan: Maybe[TextValue] = None

    def to_domain(self) -> sound.Balance:
        return sound.Balance(
            self.result,
            self.realised_gains,
            self.excepted_gains,
            self.excepted_losses,
            self.unrealised_gains,
            self.unrealised_losses,
            self.reversed_gains,
            self.reversed_losses,
            self.to_reserve,
            self.from_reserve,
            tuple(one.to_domain() for one in self.deficits),
            self.adjusted,
            self.balance,
            self.plan,
        )


class OpinionEntry(Entry):
    grade: sound.AuditGrade
    text: TextValue
    by: Line
    date: Day
    reference: Maybe[Line] = None

    def to_domain(self) -> sound.Opinion:
        return sound.Opinion(self.grade, self.text, self.by, self.date, self.reference)


class ReplyEntry(Entry):
    text: TextValue
    by: Line
    date: Day

    def to_domain(self) -> sound.Reply:
        return sound.Reply(self.text, self.by, self.date)


class SoundAssessmentEntry(Entry):
    period: PeriodText
    municipality: Maybe[OverallEntry] = None
    group: Maybe[OverallEntry] = None
    balance: Maybe[BalanceEntry] = None
    signed: Maybe[SignatureEntry] = None
    auditors: Maybe[OpinionEntry] = None
    reply: Maybe[ReplyEntry] = None
    example: Flag = False

    def to_domain(self) -> sound.SoundAssessment:
        return sound.SoundAssessment(
            str(self.period),
            self.municipality.to_domain() if self.municipality else None,
            self.group.to_domain() if self.group else None,
            self.balance.to_domain() if self.balance else None,
            self.signed.to_domain() if self.signed else None,
            self.auditors.to_domain() if self.auditors else None,
            self.reply.to_domain() if self.reply else None,
            self.example,
        )
