"""What the rules on money share: how an amount is told, and what more than one of them asks of a frame."""

from decimal import Decimal

from malstyrning.domain.budget import BudgetFrame

_SPACE = "\N{NO-BREAK SPACE}"


def thousands(amount: Decimal) -> str:
    """An amount as a reader takes it in, its digits in groups of three."""
    return f"{amount:,f}".replace(",", _SPACE)


def adds_up(frame: BudgetFrame) -> bool:
    """Tell whether the parts of the areas are the frame."""
    return sum(frame.areas.values(), Decimal(0)) == frame.amount


def decided_the_year_before(frame: BudgetFrame) -> bool:
    """Tell whether a frame was decided in the year before its own; one without a day is taken for it."""
    decided = frame.standing.decided
    return decided is None or decided.year == frame.year - 1
