"""Frames: each is decided before its year, each change can be found, and every area in force has its part."""

from collections.abc import Iterator, Mapping

from malstyrning.diagnostics import Severity
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.plan import Committee, SteeringPlan
from malstyrning.domain.standing import Validity
from malstyrning.language import Text
from malstyrning.rules.rule import Beside, Context, Found, rule

_REFERENCE = ", reference: KF 2021-11-15 § 301"


def _frame(areas: str, *, decided: str = "2021-11-15", reference: str = _REFERENCE, changes: str = "") -> str:
    return (
        f"budget_frames:\n  - {{committee: namnd, year: 2022, amount: 10, decided: {decided}{reference}, "
        f"areas: {{{areas}}}{changes}}}\n"
    )


_GOOD = _frame("omrade: 10")
_PARKS = (
    "committees:\n  parknamnden: {title: Parknämnden, areas: {parker: {title: Parker}}}\n"
    "strategic_goals:\n  parker-nara: {number: 1.2, title: Parker nära alla, committee: parknamnden, "
    "serves: [overgripande], areas: [parker], from: 2020, horizon: 2027, conditions: [Mark för parker]}\n"
)
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
        "skriv reference: och var beslutet står, till exempel KF {decided} § 301",
        "write reference: and where the decision stands, for example KF {decided} § 301",
    ),
    why=Text(
        "Ramen är fullmäktiges beslut. Den som granskar bokslutet ska kunna slå upp den.",
        "The frame is a decision of the council. Whoever reviews the close must be able to look it up.",
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
        "skriv reference: och var beslutet står, till exempel KF {date} § 120",
        "write reference: and where the decision stands, for example KF {date} § 120",
    ),
    why=Text(
        "Utfallet hålls mot den ändrade ramen. Utan beslut går det inte att se vem som gav nämnden de pengarna.",
        "The outcome is held against the changed frame. Without the decision no one can see who gave the committee "
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
        "rätta decided eller year; det som beslutas under året är en ändring och står under changes",
        "correct decided or year; what is decided during the year is a change and stands under changes",
    ),
    why=Text(
        "Fullmäktige beslutar budgeten hösten före. Ett annat år är oftast en kopierad ram där bara det ena ändrades.",
        "The council decides the budget the autumn before. Another year is most often a copied frame in which only one "
        "was changed.",
    ),
    bad=_frame("omrade: 10", decided="2020-11-16"),
    good=_GOOD,
)
def frame_not_decided_the_year_before(frame: BudgetFrame, _: Context) -> Iterator[Found]:
    """A frame is decided in the year before its own."""
    decided = frame.standing.decided
    if decided and decided.year != frame.year - 1:
        facts: dict[str, str | Text] = {
            "committee": frame.committee,
            "year": str(frame.year),
            "decided": str(decided),
        }
        yield Found(("decided",), facts)


@rule(
    "BUD708",
    "area-without-money",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "{area} har ingen del av ramen för {committee} {year}",
        "{area} has no part of the frame of {committee} for {year}",
    ),
    cure=Text(
        "skriv {area} under areas, om än med 0, eller avsluta området med to: {before}",
        "write {area} under areas, even if it is 0, or end the area with to: {before}",
    ),
    why=Text(
        "Nämnden fördelar ramen på alla sina områden. Ett som glömts har ingen budget att hålla, och dess utfall går "
        "inte att redovisa.",
        "A committee divides its frame among all its areas. One that was forgotten has no budget to keep to, and its "
        "outcome can't be reported.",
    ),
    bad="committees:\n  parknamnden: {title: Parknämnden, areas: {parker: {title: Parker}, torg: {title: Torg}}}\n"
    + _frame("parker: 10").replace("namnd,", "parknamnden,"),
    good="committees:\n  parknamnden: {title: Parknämnden, areas: {parker: {title: Parker}, torg: {title: Torg}}}\n"
    + _frame("parker: 10, torg: 0").replace("namnd,", "parknamnden,"),
)
def area_without_money(frame: BudgetFrame, context: Context) -> Iterator[Found]:
    """An area in force has a part in the frame, from the first frame that names it; never named, in the latest."""
    committee = context.plan.committees.get(frame.committee)
    given = _areas_of(frame)
    if committee is None or not given or not given <= context.areas.keys():  # told elsewhere
        return
    for area in committee.areas:
        if area.id in given or not area.standing.valid.covers(frame.year):
            continue
        first = context.once(_first_frames).get(area.id)
        latest = context.once(_latest_frames)[frame.committee]
        if frame.year == latest if first is None else first < frame.year:
            facts: dict[str, str | Text] = {
                "area": area.id,
                "committee": frame.committee,
                "year": str(frame.year),
                "before": str(frame.year - 1),
            }
            begins = frame.year in {area.standing.valid.first, committee.standing.valid.first}
            cure = Text(f"skriv {area.id} under areas, om än med 0", f"write {area.id} under areas, even if it is 0")
            beside = Beside(Text("området står här", "the area stands here"), area.id)
            yield Found(("areas",), facts, cure if begins else None, beside=(beside,))


def _areas_of(frame: BudgetFrame) -> set[str]:
    """The areas that a frame gives a part, at first or by a change."""
    return {*frame.areas, *(area for change in frame.changes for area in change.areas)}


def _first_frames(plan: SteeringPlan) -> Mapping[str, int]:
    """The first year in which each area has a part of a frame."""
    first: dict[str, int] = {}
    for frame in plan.budget_frames.values():
        for area in _areas_of(frame):
            first[area] = min(first.get(area, frame.year), frame.year)
    return first


def _latest_frames(plan: SteeringPlan) -> Mapping[str, int]:
    """The latest year for which each committee has a frame."""
    latest: dict[str, int] = {}
    for frame in plan.budget_frames.values():
        latest[frame.committee] = max(latest.get(frame.committee, frame.year), frame.year)
    return latest


@rule(
    "BUD709",
    "committee-without-frame",
    on=Committee,
    severity=Severity.ADVICE,
    says=Text(
        "{name} har mål men ingen ram för {year}, som andra nämnder har",
        "{name} has goals but no frame for {year}, which other committees have",
    ),
    cure=Text("lägg till nämndens ram för {year} under budget_frames", "add its frame for {year} under budget_frames"),
    why=Text(
        "Resultat följs upp mot de resurser som användes. Utan ram visar rapporten nämndens mål utan pengar.",
        "Results are followed up against the resources used. Without a frame the report shows a committee's goals "
        "without money.",
    ),
    bad=_PARKS + _GOOD,
    good=_PARKS
    + _GOOD
    + _GOOD.removeprefix("budget_frames:\n").replace("namnd,", "parknamnden,", 1).replace("omrade", "parker"),
)
def committee_without_frame(committee: Committee, context: Context) -> Iterator[Found]:
    """A committee with goals has a frame for each year that others have one for, from its own first; or the latest."""
    frames, valid = context.plan.budget_frames, committee.standing.valid
    budgeted = context.once(_budgeted_years)
    goals = context.once(_goal_years).get(committee.id)
    if not budgeted or not goals or not context.complete or context.failed:
        return
    first = context.once(_first_own_years).get(committee.id, budgeted[-1])
    for year in budgeted:
        missing = year >= first and (committee.id, year) not in frames and valid.covers(year)
        if missing and any(one.covers(year) for one in goals):
            yield Found((), {"name": committee.id, "year": str(year)})
            return


def _budgeted_years(plan: SteeringPlan) -> list[int]:
    """The years that any committee has a frame for."""
    return sorted({year for _, year in plan.budget_frames})


def _goal_years(plan: SteeringPlan) -> Mapping[str, list[Validity]]:
    """The years of each committee's goals."""
    years: dict[str, list[Validity]] = {}
    for goal in plan.strategic_goals.values():
        years.setdefault(goal.committee, []).append(goal.standing.valid)
    return years


def _first_own_years(plan: SteeringPlan) -> Mapping[str, int]:
    """The first year that each committee has a frame for."""
    first: dict[str, int] = {}
    for committee, year in plan.budget_frames:
        first[committee] = min(first.get(committee, year), year)
    return first
