"""Frames: each is decided before its year, and whoever reviews it can look up its decisions."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.budget import BudgetFrame
from malstyrning.language import Text
from malstyrning.rules.money.shared import decided_the_year_before
from malstyrning.rules.rule import Context, Found, rule

_REFERENCE = ", reference: KF 2021-11-15 § 301"


def _frame(areas: str, *, decided: str = "2021-11-15", reference: str = _REFERENCE, changes: str = "") -> str:
    return (
        f"budget_frames:\n  - {{committee: namnd, year: 2022, amount: 10, decided: {decided}{reference}, "
        f"areas: {{{areas}}}{changes}}}\n"
    )


_GOOD = _frame("omrade: 10")
_CHANGE = ", changes: [{{date: 2022-06-20{}, areas: {{omrade: 1}}}}]"


@rule(
    "BUD705",
    "frame-without-reference",
    on=BudgetFrame,
    severity=Severity.ADVICE,
    says=Text(
        "Ramen för {committee} {year} har ingen reference till beslutet {decided}",
        "The frame of {committee} for {year} has no reference to the decision of {decided}",
    ),
    cure=Text(
        "skriv var beslutet finns, till exempel reference: KF {decided} § 301",
        "write where the decision is recorded, for example reference: KF {decided} § 301",
    ),
    why=Text(
        "Ramen är fullmäktiges beslut. Den som granskar bokslutet ska kunna slå upp den.",
        "The frame is a decision of the council. Whoever reviews the year-end close must be able to look it up.",
    ),
    bad=_frame("omrade: 10", reference=""),
    good=_GOOD,
)
def frame_without_reference(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """A frame says where its decision stands."""
    if frame.standing.reference is None:
        facts: dict[str, str | Text] = {
            "committee": frame.committee,
            "year": str(frame.year),
            "decided": str(frame.standing.decided),
        }
        yield Found(("decided",), facts)


@rule(
    "BUD706",
    "change-without-reference",
    on=BudgetFrame,
    severity=Severity.ADVICE,
    says=Text(
        "Ändringen {date} av ramen för {committee} har ingen reference till beslutet",
        "The change on {date} of the frame of {committee} has no reference to the decision",
    ),
    cure=Text(
        "skriv var beslutet finns, till exempel reference: KF {date} § 120",
        "write where the decision is recorded, for example reference: KF {date} § 120",
    ),
    why=Text(
        "Utfallet jämförs med den ändrade ramen. Utan beslut går det inte att se vem som gav nämnden de pengarna.",
        "The outcome is compared with the changed frame. Without the decision no one can see who gave the committee "
        "that money.",
    ),
    bad=_frame("omrade: 10", changes=_CHANGE.format("")),
    good=_frame("omrade: 10", changes=_CHANGE.format(", reference: KF 2022-06-20 § 120")),
)
def change_without_reference(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """Each change of a frame says where its decision stands."""
    for index, change in enumerate(frame.changes):
        if change.reference is None:
            yield Found(("changes", index, "date"), {"date": str(change.date), "committee": frame.committee})


@rule(
    "BUD707",
    "frame-not-decided-the-year-before",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "Ramen för {committee} {year} är beslutad {decided}, inte året före",
        "The frame of {committee} for {year} was decided on {decided}, not the year before",
    ),
    cure=Text(
        "rätta decided eller year; det som beslutas under året är en ändring och hör hemma under changes",
        "correct decided or year; what is decided during the year is a change and belongs under changes",
    ),
    why=Text(
        "Fullmäktige beslutar budgeten hösten före. Ett annat år är oftast en kopierad ram där bara det ena årtalet "
        "ändrades.",
        "The council decides the budget the autumn before. Another year is most often a copied frame where only one "
        "of the two years was changed.",
    ),
    bad=_frame("omrade: 10", decided="2020-11-16"),
    good=_GOOD,
)
def frame_not_decided_the_year_before(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """A frame is decided in the year before its own."""
    if not decided_the_year_before(frame):
        facts: dict[str, str | Text] = {
            "committee": frame.committee,
            "year": str(frame.year),
            "decided": str(frame.standing.decided),
        }
        yield Found(("decided",), facts)
