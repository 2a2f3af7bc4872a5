"""Own against common change: ours since the base year less the median of the others', and how rare that is."""

from fractions import Fraction
from statistics import median
from typing import Any

from tests.evaluate.independent.figures import breaks_between, has_better_end, rounded
from tests.evaluate.independent.files import in_force
from tests.evaluate.independent.outcomes import Measured
from tests.evaluate.independent.places import groups_of, members_of

LEAST_OTHERS = 9
WHOLE = 100
Told = dict[str, Any]


def common_change(measured: Measured, plan_year: int, year: int) -> list[Told]:
    """By group, the one that the base year was decided with first; nothing where none was decided."""
    bases = measured.kpi.get("common_change") or measured.files.settings.get("common_change", [])
    basis = next((one for one in bases if in_force(one, plan_year)), None)
    if basis is None:
        return []
    groups = dict.fromkeys([*([basis["group"]] if "group" in basis else []), *groups_of(measured)])
    return [told(measured, group, int(basis["since"]), year) for group in groups]


def told(measured: Measured, group: str, since: int, year: int) -> Told:
    """All that the answer rests on."""
    content: Told = dict.fromkeys(("own", "common", "deviation", "others", "as_far", "obstacle", "doubt", "bound"))
    content |= {"group": group, "since": since, "until": str(year), "said": "not_shown", "from_other_years": {}}
    if obstacle := in_the_way(measured, since, year):
        return content | {"obstacle": obstacle}
    own = change(measured, since, year)
    theirs = changes(measured, group, since, year)
    if not theirs:
        return content | {"own": own, "obstacle": "too_few_others"}
    gap = own - median(theirs)
    gaps = [one - median([own, *theirs[:index], *theirs[index + 1 :]]) for index, one in enumerate(theirs)]
    as_far = len([one for one in gaps if abs(one) >= abs(gap)])
    nearby = {one: gap_from(measured, group, one, year) for one in (since - 1, since + 1)}
    content |= {
        "own": own,
        "common": median(theirs),
        "deviation": gap,
        "others": len(theirs),
        "as_far": as_far,
        "from_other_years": {str(one): value for one, value in nearby.items()},
        "bound": bound(measured, (measured.shown(since) or Fraction(0)) + median(theirs), gaps),
    }
    if len(theirs) < LEAST_OTHERS:
        return content | {"obstacle": "too_few_others"}
    return content | said(measured, gap, Fraction(as_far + 1, len(theirs) + 1), [*nearby.values()])


def in_the_way(measured: Measured, since: int, year: int) -> str | None:
    """What keeps our own change from being counted."""
    if measured.shown(year) is None:
        return "no_outcome"
    if since >= year:
        return "base_too_late"
    if breaks_between(measured.kpi, since, year):
        return "new_definition"
    return "no_base_value" if measured.shown(since) is None else None


def said(measured: Measured, gap: Fraction, share: Fraction, nearby: list[Fraction | None]) -> Told:
    """Better or worse, or why it is called neither."""
    if share > Fraction(1, 10):
        return {"said": "alike", "doubt": "variation"}
    if None in nearby:
        return {"said": "alike", "doubt": "unknown_sign"}
    if any(one is not None and one * gap <= 0 for one in nearby):
        return {"said": "alike", "doubt": "other_sign"}
    if not has_better_end(measured.kpi):
        return {"said": "higher" if gap > 0 else "lower"}
    return {"said": "better" if (gap > 0) == (measured.kpi["direction"] == "higher") else "worse"}


def change(measured: Measured, since: int, year: int) -> Fraction:
    """Ours, of rounded values."""
    now, then = measured.shown(year), measured.shown(since)
    assert now is not None
    assert then is not None
    return now - then


def changes(measured: Measured, group: str, since: int, year: int) -> list[Fraction]:
    """Those of the others in a group who have both values."""
    found = []
    for one in members_of(measured, group):
        rows = [measured.row(when, "T", one) for when in (since, year)]
        if one != measured.files.organisation and all(row and row["value"] for row in rows):
            then, now = (rounded(row["value"], measured.decimals) for row in rows if row)
            found.append(now - then)
    return found


def gap_from(measured: Measured, group: str, since: int, year: int) -> Fraction | None:
    """The same from another base year, where it can be counted."""
    if since >= year or measured.shown(since) is None or breaks_between(measured.kpi, since, year):
        return None
    theirs = changes(measured, group, since, year)
    return change(measured, since, year) - median(theirs) if len(theirs) >= LEAST_OTHERS else None


def bound(measured: Measured, shared: Fraction, gaps: list[Fraction]) -> str | None:
    """Whether no gap towards an end of the scale could have been told from where the others' change leads."""
    span = measured.kpi.get("plausible", {"lower": 0, "upper": WHOLE})
    is_share = measured.kpi["unit"] == "percent" and float(span["lower"]) >= 0 and float(span["upper"]) <= WHOLE
    allowed = (len(gaps) + 1) // 10 - 1
    if not is_share or allowed < 0:
        return None
    limit = sorted(map(abs, gaps), reverse=True)[allowed]
    if shared + limit >= WHOLE:
        return "ceiling"
    return "floor" if shared - limit <= 0 else None
