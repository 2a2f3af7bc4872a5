"""Budget: the areas carry the whole frame, and what is used is held against it."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.outcomes import BudgetOutcome
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.rules.money.shared import adds_up, decided_the_year_before, thousands
from malstyrning.rules.rule import Context, Found, rule


@rule(
    "BUD701",
    "areas-do-not-add-up",
    on=BudgetFrame,
    says=Text(
        "Områdena blir tillsammans {total}, men ramen är {amount}",
        "The areas add up to {total}, but the frame is {amount}",
    ),
    cure=Text(
        "rätta områdenas delar eller amount; skillnaden är {difference}",
        "correct the areas' parts or amount; the difference is {difference}",
    ),
    why=Text(
        "Nämnden fördelar hela sin ram. Pengar utanför områdena skulle inte följas upp någonstans.",
        "A committee divides its whole frame. Money outside the areas would not be followed up anywhere.",
    ),
    bad="budget_frames:\n  - {committee: namnd, year: 2022, amount: 12, decided: 2021-11-15, areas: {omrade: 10}}\n",
    good="budget_frames:\n  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}}\n",
)
def areas_do_not_add_up(frame: BudgetFrame, context: Context) -> Iterator[Found]:
    """The parts of the original frame are the frame. An area that was forgotten is most often why they are not."""
    if adds_up(frame):
        return
    total = sum(frame.areas.values(), Decimal(0))
    committee = context.plan.committees.get(frame.committee)
    areas = committee.areas if committee else ()
    left_out = [one.id for one in areas if one.id not in frame.areas and one.standing.valid.covers(frame.year)]
    facts: dict[str, str | Text] = {
        "total": thousands(total),
        "amount": thousands(frame.amount),
        "difference": thousands(frame.amount - total),
    }
    names = ", ".join(left_out)
    cure = Text(
        f"skriv även delen för {names} under areas; skillnaden är {facts['difference']}",
        f"write the part of {names} under areas as well; the difference is {facts['difference']}",
    )
    yield Found(("amount",), facts, cure if left_out and total < frame.amount else None)


@rule(
    "BUD702",
    "outcome-outside-the-frame",
    on=BudgetOutcome,
    says=Text(
        "{area} har ingen del av ramen {year} för {committee}",
        "{area} has no part of the frame of {committee} for {year}",
    ),
    cure=Text(
        "skriv området under areas i ramen, om så med 0", "write the area under areas in the frame, even if it is 0"
    ),
    why=Text(
        "Utfallet jämförs med ramen, område för område. Pengar utanför den räknas inte, "
        "och nämndens avvikelse blir för god.",
        "The outcome is compared with the frame, area by area. Money outside it is not counted, and the committee's "
        "deviation looks too good.",
    ),
    bad="",
    good="",
    where="",
)
def outcome_outside_the_frame(outcome: BudgetOutcome, context: Context) -> Iterator[Found]:
    """What a committee with a frame has used, it used in an area of the frame. One that does not add up is told."""
    frame = context.plan.budget_frames.get((outcome.committee, outcome.period.year))
    if (
        frame
        and adds_up(frame)
        and outcome.area not in frame.areas
        and not any(outcome.area in one.areas for one in frame.changes)
    ):
        yield Found((), {"area": outcome.area, "committee": outcome.committee, "year": str(outcome.period.year)})


@rule(
    "BUD703",
    "outcome-without-frame",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text(
        "Utfall för {year}, men ingen ram det året för {committees}",
        "Outcomes for {year}, but no frame that year for {committees}",
    ),
    cure=Text(
        "lägg till ramen för {year} under budget_frames i goals/, eller rätta period",
        "add the frame for {year} under budget_frames in goals/, or correct period",
    ),
    why=Text(
        "Utan ram finns inget att jämföra utfallet med, och rapporten visar det inte.",
        "Without a frame there is nothing to compare the outcome with, and the report does not show it.",
    ),
    bad="committee,area,period,kind,amount\nnamnd,omrade,2022,outcome,10\n",
    good="committee,area,period,kind,amount\nnamnd,omrade,2021,outcome,10\n",
    where="data/budget.csv",
)
def outcome_without_frame(plan: SteeringPlan, context: Context) -> Iterator[Found]:
    """A committee that has used money in a year has a frame for it; one finding for each year."""
    if not context.complete or context.failed:
        return
    rows: dict[int, dict[str, BudgetOutcome]] = {}
    for one in context.spent:
        if (one.committee, one.period.year) not in plan.budget_frames:
            rows.setdefault(one.period.year, {}).setdefault(one.committee, one)
    for year, first in rows.items():
        yield Found(next(iter(first.values())), {"committees": ", ".join(first), "year": str(year)})


@rule(
    "BUD704",
    "change-outside-its-year",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "Ändringen är daterad {date}, ramen gäller {year}", "The change is dated {date}, the frame is for {year}"
    ),
    cure=Text(
        "rätta date, eller flytta ändringen till ramen för det året",
        "correct date, or move the change to the frame for that year",
    ),
    why=Text(
        "En ändring räknas från sitt datum: en efter årets slut räknas aldrig, och en före dess början räknas alltid.",
        "A change counts from its date: one after the end of the year never counts, and one before it always does.",
    ),
    bad="budget_frames:\n  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}, "
    "changes: [{date: 2023-01-20, reference: KF § 12, areas: {omrade: 1}}]}\n",
    good="budget_frames:\n  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}, "
    "changes: [{date: 2022-06-20, reference: KF § 12, areas: {omrade: 1}}]}\n",
)
def change_outside_its_year(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """A frame is changed during its year. Where the year of the frame itself is wrong, that is told."""
    if not decided_the_year_before(frame):
        return
    for index, change in enumerate(frame.changes):
        if change.date.year != frame.year:
            yield Found(("changes", index, "date"), {"date": str(change.date), "year": str(frame.year)})
