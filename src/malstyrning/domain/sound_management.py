"""Sound financial management assessed (god ekonomisk hushållning): by the municipality, and by its auditors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from malstyrning.domain.evaluations import Signature
from malstyrning.domain.words import SoundScope
from malstyrning.language import Text

YEARS_TO_RESTORE = 3  # a deficit is to be restored within so many years (Local Government Act, chapter 11)


class SoundStatus(StrEnum):
    """What the municipality says of its sound financial management as a whole."""

    FULFILLED = "fulfilled"
    PARTLY = "partly"
    NOT_FULFILLED = "not_fulfilled"
    NOT_ASSESSABLE = "not_assessable"


class AuditGrade(StrEnum):
    """Whether the results agree with the council's goals, as the auditors see it."""

    AGREES = "agrees"
    PARTLY = "partly"
    DISAGREES = "disagrees"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class OverallAssessment:
    """The overall assessment of the municipality, or of its group with the companies.

    `expected` is how it is expected to stand when the year has ended, which an interim report says.
    """

    status: SoundStatus
    text: Text | None = None
    reason: Text | None = None  # for `fulfilled` in spite of goals that are not reached
    expected: Text | None = None


@dataclass(frozen=True, slots=True)
class Deficit:
    """A deficit of an earlier year that is still to be restored, in thousand kronor, and by which year."""

    year: int
    amount: Decimal
    restore_by: int


@dataclass(frozen=True, slots=True)
class Balance:
    """The examination of the balance requirement (balanskravsutredning), in thousand kronor.

    Only `result` may be negative: which way the others count is in their name. `stated_adjusted` and `stated_result`
    are the sums as they were decided.
    """

    result: Decimal
    realised_gains: Decimal = Decimal(0)
    excepted_gains: Decimal = Decimal(0)
    excepted_losses: Decimal = Decimal(0)
    unrealised_gains: Decimal = Decimal(0)
    unrealised_losses: Decimal = Decimal(0)
    reversed_gains: Decimal = Decimal(0)
    reversed_losses: Decimal = Decimal(0)
    to_reserve: Decimal = Decimal(0)
    from_reserve: Decimal = Decimal(0)
    deficits: tuple[Deficit, ...] = ()
    stated_adjusted: Decimal | None = None
    stated_result: Decimal | None = None
    plan: Text | None = None  # how what is to be restored will be

    @property
    def adjustments(self) -> tuple[tuple[str, Decimal], ...]:
        """What is added to the year's result, by its name and with its sign."""
        return (
            ("realised_gains", -self.realised_gains),
            ("excepted_gains", self.excepted_gains),
            ("excepted_losses", self.excepted_losses),
            ("unrealised_gains", -self.unrealised_gains),
            ("unrealised_losses", self.unrealised_losses),
            ("reversed_gains", self.reversed_gains),
            ("reversed_losses", -self.reversed_losses),
        )

    @property
    def reserve(self) -> tuple[tuple[str, Decimal], ...]:
        """What is put in the reserve and taken from it, with its sign."""
        return (("to_reserve", -self.to_reserve), ("from_reserve", self.from_reserve))

    @property
    def adjusted(self) -> Decimal:
        """The year's result after the adjustments."""
        return self.result + sum((amount for _, amount in self.adjustments), Decimal(0))

    @property
    def balance(self) -> Decimal:
        """The result that the law looks at (balanskravsresultat)."""
        return self.adjusted + sum((amount for _, amount in self.reserve), Decimal(0))

    @property
    def earlier(self) -> Decimal:
        """What earlier years left to restore."""
        return sum((one.amount for one in self.deficits), Decimal(0))

    @property
    def to_restore(self) -> Decimal:
        """What is left to restore when the year's own result has been counted; never below zero."""
        return max(self.earlier - self.balance, Decimal(0))


@dataclass(frozen=True, slots=True)
class Opinion:
    """The auditors' opinion (revisorernas bedömning)."""

    grade: AuditGrade
    text: Text
    by: str
    date: date
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the municipality answers its auditors."""

    text: Text
    by: str
    date: date


@dataclass(frozen=True, slots=True)
class SoundAssessment:
    """Sound financial management at one occasion; a part that no one has written is None."""

    period: str
    municipality: OverallAssessment | None = None
    group: OverallAssessment | None = None
    balance: Balance | None = None
    signed: Signature | None = None
    auditors: Opinion | None = None
    reply: Reply | None = None
    example: bool = False

    @property
    def assessed(self) -> Iterator[tuple[SoundScope, OverallAssessment]]:
        """The overall assessments that are given, by whom they are of."""
        for scope, one in ((SoundScope.MUNICIPALITY, self.municipality), (SoundScope.GROUP, self.group)):
            if one:
                yield scope, one
