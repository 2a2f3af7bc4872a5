"""Sound financial management as a reader sees it."""

from dataclasses import dataclass

from malstyrning.report.view.parts import Answer, Mark


@dataclass(frozen=True, slots=True)
class SoundGoal:
    """A goal that counts for sound financial management."""

    anchor: str
    title: str
    kind: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class SoundScopeView:
    """The assessment of the municipality or of its group, beside its goals. `mark` is None where there is none."""

    title: str
    mark: Mark | None
    text: Answer
    reason: Answer
    expected: Answer
    count: str
    goals: tuple[SoundGoal, ...]


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """A line of the balance requirement in thousand kronor."""

    label: str
    amount: str
    is_total: bool


@dataclass(frozen=True, slots=True)
class SoundView:
    """Sound financial management at an occasion. `balance_told` says what the sum of the balance requirement means."""

    scopes: tuple[SoundScopeView, ...]
    balance: tuple[BalanceRow, ...]
    balance_told: tuple[str, ...]
    balance_plan: Answer
    balance_asked: bool
    signature: str
    auditors: Mark | None
    opinion: Answer
    opinion_by: str
    reply: Answer
    reply_by: str
    example: bool
