"""The balance requirement: sums that agree, and a deficit that is restored in time."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.periods import parse_period
from malstyrning.domain.sound_management import YEARS_TO_RESTORE, SoundAssessment
from malstyrning.domain.unfinished import is_written
from malstyrning.language import Text
from malstyrning.rules.money.shared import thousands
from malstyrning.rules.rule import Context, Found, rule


def _example(balance: str) -> str:
    return f"sound_financial_management:\n  - period: 2022\n    balance: {{{balance}}}\n"


def has_balance(one: SoundAssessment) -> bool:
    """Tell whether the balance requirement is examined."""
    return one.balance is not None


@rule(
    "BUD724",
    "balance-does-not-add-up",
    on=SoundAssessment,
    needs=has_balance,
    says=Text("{key} är {stated}, men raderna ger {sum}", "{key} is {stated}, but the lines make {sum}"),
    cure=Text("rätta raden som är fel, eller summan", "correct the line that is wrong, or the sum"),
    why=Text(
        "Summan är den som beslutas och revideras. Stämmer den inte med raderna är en av dem fel, och läsaren kan "
        "inte veta vilken.",
        "The sum is what is decided and audited. Where the lines do not make it one of them is wrong, and no reader "
        "can know which.",
    ),
    bad=_example("result: 500, realised_gains: 40, adjusted: 540"),
    good=_example("result: 500, realised_gains: 40, adjusted: 460"),
)
def balance_does_not_add_up(one: SoundAssessment, _: Context) -> Iterator[Found]:
    """The stated sums are those of the lines. Where the first is wrong the second is not told as well."""
    balance = one.balance
    if balance is None:
        return
    sums = (
        ("adjusted", balance.stated_adjusted, balance.adjusted),
        ("balance", balance.stated_result, balance.balance),
    )
    for key, stated, made in sums:
        if stated is not None and stated != made:
            yield Found(("balance", key), {"key": key, "stated": thousands(stated), "sum": thousands(made)})
            return


@rule(
    "BUD725",
    "deficit-without-plan",
    on=SoundAssessment,
    needs=has_balance,
    severity=Severity.WARNING,
    says=Text(
        "{amount} är kvar att återställa, och planen för det saknas",
        "{amount} is left to restore, and no plan says how",
    ),
    cure=Text("skriv plan under balance", "write plan under balance"),
    why=Text(
        "Ett negativt balanskravsresultat ska återställas inom tre år, och fullmäktige ska anta en plan för det.",
        "A negative balance requirement result is to be restored within three years, by a plan that the council "
        "adopts.",
    ),
    bad=_example("result: -500"),
    good=_example("result: -500, plan: Lokaler avyttras 2023 och återställer hela beloppet"),
)
def deficit_without_plan(one: SoundAssessment, _: Context) -> Iterator[Found]:
    """What is to be restored has a plan."""
    balance = one.balance
    if balance and balance.to_restore and not is_written(balance.plan):
        yield Found(("balance",), {"amount": thousands(balance.to_restore)}, on_key=True)


@rule(
    "BUD726",
    "restored-too-late",
    on=SoundAssessment,
    needs=has_balance,
    severity=Severity.WARNING,
    says=Text(
        "Underskottet från {year} ska återställas senast {latest}, men här står {by}",
        "The deficit of {year} is to be restored by {latest}, but this says {by}",
    ),
    cure=Text("skriv restore_by: {latest}, eller rätta year", "write restore_by: {latest}, or correct year"),
    why=Text(
        "Kommunallagen ger tre år. Vill fullmäktige inte återställa ska det finnas synnerliga skäl, och de hör hemma i "
        "texten.",
        "The Local Government Act gives three years. If the council will not restore it there must be exceptional "
        "reasons, and they belong in the text.",
    ),
    bad=_example("result: 500, deficits: [{year: 2020, amount: 40, restore_by: 2026}]"),
    good=_example("result: 500, deficits: [{year: 2020, amount: 40, restore_by: 2023}]"),
)
def restored_too_late(one: SoundAssessment, _: Context) -> Iterator[Found]:
    """A deficit is restored within three years of its own."""
    for index, deficit in enumerate(one.balance.deficits if one.balance else ()):
        latest = deficit.year + YEARS_TO_RESTORE
        if deficit.restore_by > latest:
            facts: dict[str, str | Text] = {
                "year": str(deficit.year),
                "latest": str(latest),
                "by": str(deficit.restore_by),
            }
            yield Found(("balance", "deficits", index, "restore_by"), facts)


@rule(
    "BUD727",
    "deficit-of-no-earlier-year",
    on=SoundAssessment,
    needs=has_balance,
    severity=Severity.WARNING,
    says=Text(
        "Underskottet är från {year}, men ett tidigare års ska vara från före {own}",
        "The deficit is of {year}, but one of an earlier year must be of a year before {own}",
    ),
    cure=Text("rätta year; årets eget resultat står i result", "correct year; the year's own result stands in result"),
    why=Text(
        "Årets eget underskott räknas fram ur raderna. Står det också bland tidigare års räknas det två gånger.",
        "The year's own deficit is made from the lines. If it stands among earlier years' too it is counted twice.",
    ),
    bad=_example("result: 500, deficits: [{year: 2022, amount: 40, restore_by: 2025}]"),
    good=_example("result: 500, deficits: [{year: 2021, amount: 40, restore_by: 2024}]"),
)
def deficit_of_no_earlier_year(one: SoundAssessment, _: Context) -> Iterator[Found]:
    """A deficit that is carried along is older than the year."""
    period = parse_period(one.period)
    for index, deficit in enumerate(one.balance.deficits if one.balance else ()):
        if period and deficit.year >= period.year:
            facts: dict[str, str | Text] = {"year": str(deficit.year), "own": str(period.year)}
            yield Found(("balance", "deficits", index, "year"), facts)
