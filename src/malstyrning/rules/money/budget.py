"""Budget: the areas carry the whole frame, and what is used is held against it."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.outcomes import BudgetOutcome
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


@rule(
    "BUD702",
    "outcome-outside-the-frame",
    on=BudgetOutcome,
    says=Text(
        "{area} har ingen del av ramen {year} för {committee}",
        "{area} has no part of the frame of {committee} for {year}",
    ),
    cure=Text("ge området en del av ramen, om än 0", "give the area a part of the frame, even if it is 0"),
    why=Text(
        "Utfallet hålls mot ramen, område för område. Pengar utanför den räknas inte, "
        "och nämndens avvikelse blir för god.",
        "The outcome is held against the frame, area by area. Money outside it is not counted, and the committee's "
        "deviation looks too good.",
    ),
    bad="",
    good="",
    where="",
)
def outcome_outside_the_frame(outcome: BudgetOutcome, context: Context) -> Iterator[Found]:
    """What a committee with a frame has used, it used in an area of the frame."""
    frame = context.plan.budget_frames.get((outcome.committee, outcome.period.year))
    if frame and outcome.area not in frame.areas and not any(outcome.area in one.areas for one in frame.changes):
        yield Found((), {"area": outcome.area, "committee": outcome.committee, "year": str(outcome.period.year)})


@rule(
    "BUD703",
    "outcome-without-frame",
    on=BudgetOutcome,
    severity=Severity.WARNING,
    says=Text("{committee} har ingen ram för {year}", "{committee} has no frame for {year}"),
    cure=Text("lägg till ramen i goals/", "add the frame to goals/"),
    why=Text(
        "Utan ram finns inget att hålla utfallet mot, och rapporten visar det inte.",
        "Without a frame there is nothing to hold the outcome against, and the report does not show it.",
    ),
    bad="committee,area,period,kind,amount\nnamnd,omrade,2022,outcome,10\n",
    good="committee,area,period,kind,amount\nnamnd,omrade,2021,outcome,10\n",
    where="data/budget.csv",
)
def outcome_without_frame(outcome: BudgetOutcome, context: Context) -> Iterator[Found]:
    """A committee that has used money in a year has a frame for it."""
    if context.complete and (outcome.committee, outcome.period.year) not in context.plan.budget_frames:
        yield Found((), {"committee": outcome.committee, "year": str(outcome.period.year)})


@rule(
    "BUD704",
    "change-outside-its-year",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "Ändringen är daterad {date}, ramen gäller {year}", "The change is dated {date}, the frame is for {year}"
    ),
    cure=Text(
        "rätta datumet, eller flytta ändringen till det årets ram",
        "correct the date, or move the change to that year's frame",
    ),
    why=Text(
        "En ändring räknas från sin dag. Efter årets slut räknas den aldrig, före dess början alltid.",
        "A change counts from its day. After the end of the year it never does, before its beginning always.",
    ),
    bad="budget_frames:\n  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}, "
    "changes: [{date: 2023-01-20, reference: KF § 12, areas: {omrade: 1}}]}\n",
    good="budget_frames:\n  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}, "
    "changes: [{date: 2022-06-20, reference: KF § 12, areas: {omrade: 1}}]}\n",
)
def change_outside_its_year(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """A frame is changed during its year."""
    for index, change in enumerate(frame.changes):
        if change.date.year != frame.year:
            yield Found(("changes", index, "date"), {"date": str(change.date), "year": str(frame.year)})
