"""Budget: the areas carry the whole frame."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.domain.plan import BudgetFrame
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule


@rule(
    "BUD701",
    "areas-do-not-add-up",
    on=BudgetFrame,
    says=Text(
        "Områdena blir tillsammans {total}, ramen är {amount}",
        "The areas are {total} together, the frame is {amount}",
    ),
    cure=Text(
        "fördela hela ramen; skillnaden är {difference}", "divide the whole frame; the difference is {difference}"
    ),
    why=Text(
        "Nämnden fördelar hela sin ram. Pengar utanför områdena skulle inte följas upp någonstans.",
        "A committee divides its whole frame. Money outside the areas would be followed up nowhere.",
    ),
    bad="budget_frames:\n  - {committee: namnd, year: 2022, amount: 12, decided: 2021-11-15, areas: {omrade: 10}}\n",
    good="budget_frames:\n  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}}\n",
)
def areas_do_not_add_up(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """The parts of the original frame are the frame."""
    total = sum(frame.areas.values(), Decimal(0))
    if total != frame.amount:
        facts: dict[str, str | Text] = {
            "total": str(total),
            "amount": str(frame.amount),
            "difference": str(frame.amount - total),
        }
        yield Found(("amount",), facts)
