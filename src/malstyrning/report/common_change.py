"""Own against common change in words: what the figures say beside question 4, and no more than that."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.domain.common_change import Against, Bound, CommonChange, Doubt, Obstacle
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.placebo import FEWEST_OTHERS
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import MINUS, Text
from malstyrning.report.arithmetic import in_sum
from malstyrning.report.writer import Writer

_SUM = Text(
    "Från {since} till {until} ändrades utfallet med {own}. Medianen av ändringarna hos {n} andra ({group}) är "
    "{common}. {sum} = {deviation}.",
    "From {since} to {until} the outcome changed by {own}. The median of the changes of {n} others ({group}) is "
    "{common}. {sum} = {deviation}.",
)
_SAID: dict[Against, Text] = {
    Against.BETTER: Text("Det är bättre än de andra: {rare}.", "That is better than the others: {rare}."),
    Against.WORSE: Text("Det är sämre än de andra: {rare}.", "That is worse than the others: {rare}."),
    Against.HIGHER: Text("Det är mer uppåt än hos de andra: {rare}.", "That is further up than the others: {rare}."),
    Against.LOWER: Text("Det är mer nedåt än hos de andra: {rare}.", "That is further down than the others: {rare}."),
}
_RARE = Text(
    "{as_far} av {n} avviker minst lika mycket ({share}), och skillnaden pekar åt samma håll räknad från {earlier} och "
    "{later}",
    "{as_far} of {n} deviate at least as much ({share}), and the gap points the same way counted from {earlier} and "
    "{later}",
)
_SHARE = Text(
    "med oss {us} av {all}; högst en av tio är ovanligt",
    "with us {us} of {all}; at most one in ten is unusual",
)
_DOUBTED: dict[Doubt, Text] = {
    Doubt.VARIATION: Text(
        "Det går inte att skilja från de andras variation: {as_far} av {n} avviker minst lika mycket ({share}).",
        "That cannot be told from the others' variation: {as_far} of {n} deviate at least as much ({share}).",
    ),
    Doubt.OTHER_SIGN: Text(
        "{as_far} av {n} avviker minst lika mycket, men räknad från {year} är skillnaden {other}. Den beror alltså på "
        "valet av basår och går inte att skilja från de andras variation.",
        "{as_far} of {n} deviate at least as much, but counted from {year} the gap is {other}. So it rests on the "
        "choice of base year, and cannot be told from the others' variation.",
    ),
    Doubt.UNKNOWN_SIGN: Text(
        "{as_far} av {n} avviker minst lika mycket, men skillnaden går inte att räkna från {year}. Därför sägs inte "
        "att den skiljer sig från de andras variation.",
        "{as_far} of {n} deviate at least as much, but the gap cannot be counted from {year}. So it is not said to "
        "differ from the others' variation.",
    ),
}
_BOUND: dict[Bound, Text] = {
    Bound.CEILING: Text(
        "Så nära 100 procent hade en större ökning än de andras inte kunnat visas.",
        "So near 100 per cent a larger increase than the others' could not have been shown.",
    ),
    Bound.FLOOR: Text(
        "Så nära 0 procent hade en större minskning än de andras inte kunnat visas.",
        "So near 0 per cent a larger decrease than the others' could not have been shown.",
    ),
}
_WHY_NOT_KNOWN = Text("Det säger inte varför.", "It does not say why.")
_OTHER_GROUP = Text("{group}: {sum} = {deviation}, {n} andra{few}.", "{group}: {sum} = {deviation}, {n} others{few}.")
_TOO_FEW = Text(", för få för att visa något", ", too few to show anything")
_DISAGREE = Text(
    "Mot den ena gruppen ligger vi över medianen och mot den andra under.",
    "Against one group we lie above the median, and against another below it.",
)
_FEW = Text(
    "Bland så få andra ({n}) kan ingen skillnad visas; det behövs minst {fewest}.",
    "Among so few others ({n}) no gap can be shown; it takes at least {fewest}.",
)
_OBSTACLES: dict[Obstacle, Text] = {
    Obstacle.BASE_TOO_LATE: Text(
        "Ändringen kan inte räknas: basåret {since} är inte före {until}.",
        "The change cannot be counted: the base year {since} is not before {until}.",
    ),
    Obstacle.NEW_DEFINITION: Text(
        "Ändringen sedan {since} kan inte räknas: nyckeltalet har fått en ny definition sedan dess.",
        "The change since {since} cannot be counted: the KPI has got a new definition since then.",
    ),
    Obstacle.NO_BASE_VALUE: Text(
        "Ändringen sedan {since} kan inte räknas: vårt värde för {since} saknas.",
        "The change since {since} cannot be counted: our value for {since} is missing.",
    ),
    Obstacle.TOO_FEW_OTHERS: Text(
        "Ingen annan ({group}) har värde för både {since} och {until}, så ändringen kan inte jämföras.",
        "No one else ({group}) has a value for both {since} and {until}, so the change cannot be compared.",
    ),
}


def common_change_texts(
    kpi: Kpi, changes: tuple[CommonChange, ...], plan: SteeringPlan, write: Writer
) -> tuple[str, ...]:
    """A text for the group that was decided with the base year, and one for each other; none without an outcome."""
    if not changes or changes[0].obstacle is Obstacle.NO_OUTCOME:
        return ()
    first, *others = changes
    more = [told for one in others if (told := _in_short(kpi, one, plan, write))]
    if any(_disagrees(first, one) for one in others):
        more.append(write.text(_DISAGREE))
    return (" ".join(_in_full(kpi, first, plan, write)), *more)


def _in_full(kpi: Kpi, one: CommonChange, plan: SteeringPlan, write: Writer) -> Iterator[str]:
    facts: dict[str, str | Text] = {
        "since": str(one.since),
        "until": write.period(one.until),
        "group": plan.groups[one.group].title,
    }
    if one.own is None or one.common is None or one.deviation is None or one.rank is None:
        if one.obstacle:
            yield write.text(_OBSTACLES[one.obstacle], **facts)
        return
    yield write.text(
        _SUM,
        own=write.difference(one.own, kpi.unit),
        common=write.difference(one.common, kpi.unit),
        sum=_sum(one.own, one.common, write),
        deviation=write.difference(one.deviation, kpi.unit),
        n=str(one.rank.others),
        **facts,
    )
    yield from _verdict(kpi, one, write)
    if one.bound:
        yield write.text(_BOUND[one.bound])


def _verdict(kpi: Kpi, one: CommonChange, write: Writer) -> Iterator[str]:
    if one.rank is None:
        return
    n, as_far = str(one.rank.others), str(one.rank.as_far)
    share = write.text(_SHARE, us=str(one.rank.as_far + 1), all=str(one.rank.others + 1))
    if one.obstacle:
        yield write.text(_FEW, n=n, fewest=str(FEWEST_OTHERS))
    elif one.doubt:
        year, other = _against_it(one)
        told = "" if other is None else write.difference(other, kpi.unit)
        yield write.text(_DOUBTED[one.doubt], as_far=as_far, n=n, share=share, year=str(year), other=told)
    else:
        earlier, later = map(str, sorted(one.neighbours))
        rare = write.text(_RARE, as_far=as_far, n=n, share=share, earlier=earlier, later=later)
        yield write.text(_SAID[one.said], rare=rare)
        yield write.text(_WHY_NOT_KNOWN)


def _against_it(one: CommonChange) -> tuple[int, Decimal | None]:
    """The base year from which the deviation is unknown, or points the other way."""
    own = one.deviation or Decimal(0)
    doubtful = ((year, other) for year, other in one.neighbours.items() if other is None or other * own <= 0)
    return next(doubtful, (one.since, one.deviation))


def _in_short(kpi: Kpi, one: CommonChange, plan: SteeringPlan, write: Writer) -> str:
    if one.own is None or one.common is None or one.deviation is None or one.rank is None:
        return ""
    return write.text(
        _OTHER_GROUP,
        group=plan.groups[one.group].title,
        sum=_sum(one.own, one.common, write),
        deviation=write.difference(one.deviation, kpi.unit),
        n=str(one.rank.others),
        few=_TOO_FEW if one.obstacle else "",
    )


def _sum(own: Decimal, common: Decimal, write: Writer) -> str:
    return f"{write.number(own)} {MINUS} {in_sum(common, write)}"


def _disagrees(first: CommonChange, other: CommonChange) -> bool:
    """Tell whether two groups place us on either side of what is common."""
    return first.deviation is not None and other.deviation is not None and first.deviation * other.deviation < 0
