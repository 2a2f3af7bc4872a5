"""Funding: what is in force has money in the frame of the year, and nothing else has."""

from collections import Counter
from collections.abc import Iterator, Mapping

from malstyrning.diagnostics import Severity
from malstyrning.domain.budget import BudgetFrame
from malstyrning.domain.plan import Area, Committee
from malstyrning.domain.standing import Validity
from malstyrning.language import Text
from malstyrning.load.places import Steps
from malstyrning.rules.money.shared import adds_up, decided_the_year_before
from malstyrning.rules.rule import Beside, Context, Found, rule

_FRAME = (
    "  - {{committee: {0}, year: 2022, amount: 10, decided: 2021-11-15, reference: KF 2021-11-15 § 301, "
    "areas: {{{1}}}}}\n"
)
_TWO_AREAS = (
    "committees:\n  parknamnden: {title: Parknämnden, areas: {parker: {title: Parker}, torg: {title: Torg}}}\n"
    "budget_frames:\n"
)
_PARKS = (
    "committees:\n  parknamnden: {title: Parknämnden, areas: {parker: {title: Parker}}}\n"
    "strategic_goals:\n  parker-nara: {number: 1.2, title: Parker nära alla, committee: parknamnden, "
    "serves: [overgripande], areas: [parker], from: 2020, horizon: 2027, conditions: [Mark för parker]}\n"
)


def _ends(year: int) -> str:
    """A frame for 2022, and the committee that it is of."""
    return (
        f"committees:\n  parknamnden:\n    title: Parknämnden\n    to: {year}\n    decided: 2021-06-14\n"
        "    successor: namnd\n    areas:\n      parker: {title: Parker}\nbudget_frames:\n"
        + _FRAME.format("parknamnden", "parker: 10")
    )


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
        "skriv {area} under areas, om så med 0, eller avsluta området med to: {before}",
        "write {area} under areas, even if it is 0, or end the area with to: {before}",
    ),
    why=Text(
        "Nämnden fördelar ramen på alla sina områden. Ett som glömts har ingen budget att hålla, och dess utfall går "
        "inte att redovisa.",
        "A committee divides its frame among all its areas. One that was forgotten has no budget to keep to, and its "
        "outcome can't be reported.",
    ),
    bad=_TWO_AREAS + _FRAME.format("parknamnden", "parker: 10"),
    good=_TWO_AREAS + _FRAME.format("parknamnden", "parker: 10, torg: 0"),
)
def area_without_money(frame: BudgetFrame, context: Context) -> Iterator[Found]:
    """An area in force has a part in the frame, from the first frame that names it; never named, in the latest."""
    committee = context.plan.committees.get(frame.committee)
    given = _areas_of(frame)
    if committee is None or not given or not given <= context.areas.keys() or not adds_up(frame):  # told elsewhere
        return
    used = {one.area for one in context.spent if (one.committee, one.period.year) == (frame.committee, frame.year)}
    for area in committee.areas:
        if area.id in given | used or not area.standing.valid.covers(frame.year):
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
            cure = Text(f"skriv {area.id} under areas, om så med 0", f"write {area.id} under areas, even if it is 0")
            beside = Beside(Text("området står här", "the area is here"), area.id)
            yield Found(("areas",), facts, cure if begins else None, beside=(beside,))


def _areas_of(frame: BudgetFrame) -> set[str]:
    """The areas that a frame gives a part, at first or by a change."""
    return {*frame.areas, *(area for change in frame.changes for area in change.areas)}


def _first_frames(context: Context) -> Mapping[str, int]:
    """The first year in which each area has a part of a frame."""
    first: dict[str, int] = {}
    for frame in context.plan.budget_frames.values():
        for area in _areas_of(frame):
            first[area] = min(first.get(area, frame.year), frame.year)
    return first


def _latest_frames(context: Context) -> Mapping[str, int]:
    """The latest year for which each committee has a frame."""
    latest: dict[str, int] = {}
    for frame in context.plan.budget_frames.values():
        latest[frame.committee] = max(latest.get(frame.committee, frame.year), frame.year)
    return latest


@rule(
    "BUD709",
    "committee-without-frame",
    on=Committee,
    severity=Severity.ADVICE,
    says=Text(
        "{name} har mål men ingen ram för {year}, vilket andra nämnder har",
        "{name} has goals but no frame for {year}, unlike other committees",
    ),
    cure=Text("lägg till nämndens ram för {year} under budget_frames", "add its frame for {year} under budget_frames"),
    why=Text(
        "Resultat följs upp mot de resurser som användes. Utan ram visar rapporten nämndens mål utan pengar.",
        "Results are followed up against the resources used. Without a frame the report shows a committee's goals "
        "without money.",
    ),
    bad=_PARKS + "budget_frames:\n" + _FRAME.format("namnd", "omrade: 10"),
    good=_PARKS
    + "budget_frames:\n"
    + _FRAME.format("namnd", "omrade: 10")
    + _FRAME.format("parknamnden", "parker: 10"),
)
def committee_without_frame(committee: Committee, context: Context) -> Iterator[Found]:
    """A committee with goals has a frame for each year that others have one for, from its own first; or the latest.

    One that has used money without a frame is told by the outcome.
    """
    frames, valid = context.plan.budget_frames, committee.standing.valid
    budgeted = context.once(_budgeted_years)
    goals = context.once(_goal_years).get(committee.id)
    if not budgeted or not goals or not context.complete or context.failed:
        return
    used = {one.period.year for one in context.spent if one.committee == committee.id}
    first = context.once(_first_own_years).get(committee.id, budgeted[-1])
    for year in budgeted:
        missing = year >= first and (committee.id, year) not in frames and valid.covers(year)
        if missing and year not in used and any(one.covers(year) for one in goals):
            yield Found((), {"name": committee.id, "year": str(year)})
            return


def _budgeted_years(context: Context) -> list[int]:
    """The years with frames of at least half as many committees as the year that has the most; no year by a slip."""
    frames = Counter(one.year for one in context.plan.budget_frames.values() if decided_the_year_before(one))
    return sorted(year for year, count in frames.items() if 2 * count >= max(frames.values()))


def _goal_years(context: Context) -> Mapping[str, list[Validity]]:
    """The years of each committee's goals."""
    years: dict[str, list[Validity]] = {}
    for goal in context.plan.strategic_goals.values():
        years.setdefault(goal.committee, []).append(goal.standing.valid)
    return years


def _first_own_years(context: Context) -> Mapping[str, int]:
    """The first year that each committee has a frame for."""
    first: dict[str, int] = {}
    for committee, year in context.plan.budget_frames:
        first[committee] = min(first.get(committee, year), year)
    return first


@rule(
    "BUD710",
    "money-outside-its-years",
    on=BudgetFrame,
    severity=Severity.WARNING,
    says=Text(
        "Ramen för {year} ger pengar till {found}, som inte gäller det året",
        "The frame for {year} gives money to {found}, which is not in force that year",
    ),
    cure=Text(
        "ge pengarna till den nämnd eller det område som tog över, eller rätta {found}: from eller to",
        "give the money to the committee or area that took over, or correct {found}: from or to",
    ),
    why=Text(
        "Efter en omorganisation blir pengarna lätt kvar på det gamla id:t. Rapporten visar dem då inte bredvid de mål "
        "som de används till.",
        "After a reorganisation money easily stays with the old id. The report then does not show it beside the goals "
        "that it is used for.",
    ),
    bad=_ends(2021),
    good=_ends(2022),
)
def money_outside_its_years(frame: BudgetFrame, context: Context) -> Iterator[Found]:
    """A committee and the areas that have money in a year are in force in it."""
    committee = context.plan.committees.get(frame.committee)
    if committee is None:
        return
    if not committee.standing.valid.covers(frame.year):
        yield _outside(frame, ("committee",), committee, on_key=False)
        return
    for name in frame.areas:
        area = context.areas.get(name)
        if area and not area.standing.valid.covers(frame.year):
            yield _outside(frame, ("areas", name), area, on_key=True)


def _outside(frame: BudgetFrame, at: Steps, value: Committee | Area, *, on_key: bool) -> Found:
    last = value.standing.valid.last
    key = "to" if last is not None and last < frame.year else "from"
    beside = Beside(Text("åren står här", "the years are here"), value.id, (key,))
    return Found(at, {"year": str(frame.year), "found": value.id}, on_key=on_key, beside=(beside,))
