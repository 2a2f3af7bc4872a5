"""Amounts: thousand kronor everywhere, and changes of a size that a frame can bear."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.outcomes import BudgetOutcome
from malstyrning.domain.periods import Period
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.rules.money.shared import adds_up, thousands
from malstyrning.rules.rule import Beside, Context, Found, rule

# Kronor for thousand kronor: about a thousand times. A small net amount may truly grow a hundred times.
_LEAST, _MOST = 500, 2000
_FRAME = (
    "budget_frames:\n  - {{committee: namnd, year: 2022, amount: {0}, decided: 2021-11-15, "
    "reference: KF 2021-11-15 § 301, areas: {{omrade: {0}}}}}\n"
)
_ROWS = "committee,area,period,kind,amount\nnamnd,omrade,2021,outcome,{}\n"


def _changed(*amounts: str) -> str:
    """A frame of 10 and its changes, one a month."""
    changes = ", ".join(
        f"{{date: 2022-0{month}-16, reference: KF 2022-0{month}-16 § 120, areas: {{omrade: {amount}}}}}"
        for month, amount in enumerate(amounts, 5)
    )
    return _FRAME.format(10).replace("omrade: 10}", f"omrade: 10}}, changes: [{changes}]")


@rule(
    "BUD711",
    "change-larger-than-the-frame",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "Ändringen {date} av {area} är {change}, mer än hela ramen {amount}",
        "The change of {area} on {date} is {change}, more than the whole frame of {amount}",
    ),
    cure=Text("rätta beloppet; det står i tusen kronor", "correct the amount; it is in thousand kronor"),
    why=Text(
        "En ändring större än ramen är oftast skriven i kronor. Nämndens avvikelse blir då tusen gånger fel.",
        "A change larger than the frame is most often written in kronor. The committee's deviation is then wrong by "
        "a factor of a thousand.",
    ),
    bad=_changed("500"),
    good=_changed("0.5"),
)
def change_larger_than_the_frame(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """A change moves no area by more than the whole frame."""
    for index, change in enumerate(frame.changes):
        for area, amount in change.areas.items():
            if 0 < frame.amount < abs(amount):
                facts: dict[str, str | Text] = {
                    "area": area,
                    "date": str(change.date),
                    "change": thousands(amount),
                    "amount": thousands(frame.amount),
                }
                yield Found(("changes", index, "areas", area), facts)


@rule(
    "BUD712",
    "area-below-zero",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "Med ändringen {date} får {area} {left}, mindre än noll",
        "With the change on {date} {area} has {left}, less than zero",
    ),
    cure=Text("rätta beloppet eller minustecknet", "correct the amount or the minus sign"),
    why=Text(
        "Ett område kan inte lämna ifrån sig mer än det har fått. Utfallet jämförs då med en budget som ingen har "
        "beslutat.",
        "An area can't give up more than it was given. The outcome is then compared with a budget that no one decided.",
    ),
    bad=_changed("-6", "-5"),
    good=_changed("-6", "-3"),
)
def area_below_zero(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """No change takes from an area more than it has. One that is larger than the whole frame is told as that."""
    for index, change in enumerate(frame.changes):
        for area, amount in change.areas.items():
            left = frame.area_on(area, change.date)
            if amount < 0 and left < 0 <= left - amount and abs(amount) <= frame.amount:
                facts: dict[str, str | Text] = {"date": str(change.date), "area": area, "left": thousands(left)}
                yield Found(("changes", index, "areas", area), facts)


@rule(
    "BUD713",
    "frame-in-another-unit",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "Ramen för {committee} {year} är {amount}, men {other}",
        "The frame of {committee} for {year} is {amount}, but {other}",
    ),
    cure=Text("rätta beloppet; det står i tusen kronor", "correct the amount; it is in thousand kronor"),
    why=Text(
        "Ingen nämnd får tusen gånger mer eller mindre pengar än året före, eller än den använder. Det ena är troligen "
        "skrivet i kronor eller miljoner.",
        "No committee gets a thousand times more or less money than the year before, or than it uses. One of them is "
        "probably written in kronor or millions.",
    ),
    bad=_FRAME.format(10500),
    good=_FRAME.format("10.5"),
)
def frame_in_another_unit(frame: BudgetFrame, context: Context) -> Iterator[Found]:
    """A frame is in the same unit as that of the year before, else as what its areas have used."""
    before = context.plan.budget_frames.get((frame.committee, frame.year - 1))
    if not adds_up(frame):  # told as that
        return
    if before is None:
        yield from _against_outcomes(frame, context)
    elif _are_of_two_units(frame.amount, before.amount):
        facts: dict[str, str | Text] = {
            "committee": frame.committee,
            "amount": thousands(frame.amount),
            "year": str(frame.year),
            "other": Text("året före var den {before}", "the year before it was {before}").filled(
                {"before": thousands(before.amount)}
            ),
        }
        of = (f"budget_frames/{before.committee}", before.year)
        yield Found(("amount",), facts, beside=(Beside(Text("året före", "the year before"), of, ("amount",)),))


def _against_outcomes(frame: BudgetFrame, context: Context) -> Iterator[Found]:
    """A whole frame is not about a thousand times all that was used in the year."""
    own = (frame.committee, Period(frame.year))
    used = sum((one.amount for one in context.spent if (one.committee, one.period) == own), Decimal(0))
    if used < frame.amount and _are_of_two_units(used, frame.amount):
        facts: dict[str, str | Text] = {
            "committee": frame.committee,
            "year": str(frame.year),
            "amount": thousands(frame.amount),
            "other": Text("utfallet är {used}", "the outcome is {used}").filled({"used": thousands(used)}),
        }
        yield Found(("amount",), facts)


@rule(
    "BUD714",
    "outcome-in-another-unit",
    on=BudgetOutcome,
    severity=Severity.WARNING,
    says=Text(
        "{area} har använt {amount} {period}, men har {part} i ramen",
        "{area} has used {amount} in {period}, but has {part} in the frame",
    ),
    cure=Text("skriv beloppet i tusen kronor", "write the amount in thousand kronor"),
    why=Text(
        "Ekonomisystem lämnar ofta kronor. Mot en ram i tusen kronor blir underskottet tusen gånger för stort.",
        "Accounting systems often give kronor. Against a frame in thousand kronor the deficit is a thousand times "
        "too large.",
    ),
    bad=_ROWS.format(9800),
    good=_ROWS.format("9.8"),
    where="data/budget.csv",
)
def outcome_in_another_unit(outcome: BudgetOutcome, context: Context) -> Iterator[Found]:
    """What an area has used is not about a thousand times what it has."""
    part = _part(outcome, context.plan)
    if part < outcome.amount and _are_of_two_units(part, outcome.amount):
        facts: dict[str, str | Text] = {
            "area": outcome.area,
            "amount": thousands(outcome.amount),
            "period": str(outcome.period),
            "part": thousands(part),
        }
        yield Found((), facts)


def _part(outcome: BudgetOutcome, plan: SteeringPlan) -> Decimal:
    frame = plan.budget_frames.get((outcome.committee, outcome.period.year))
    return frame.area_on(outcome.area, outcome.period.end) if frame else Decimal(0)


def _are_of_two_units(one: Decimal, other: Decimal) -> bool:
    small, large = sorted((one, other))
    return small > 0 and small * _LEAST <= large <= small * _MOST
