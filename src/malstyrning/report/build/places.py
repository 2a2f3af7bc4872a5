"""The view of how a KPI stands among others: one row for each comparison group, and the years behind it."""

from collections.abc import Mapping
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.places import EarlierPlace, Place
from malstyrning.domain.plan import Organisation, PeerGroup
from malstyrning.domain.words import Direction
from malstyrning.language import Text, plural
from malstyrning.report.view import PlacesView, PlaceView
from malstyrning.report.writer import Writer

_NAMED = 3  # so many organisations are named at an end; more are counted
_PLACE = Text("{place} av {n}", "{place} of {n}")
_BESIDE = Text("{place} av {n} (vi och {others} i gruppen)", "{place} of {n} (we and {others} of the group)")
_GROUP = Text("{title}, medlemmar {year}", "{title}, members of {year}")
_WITH_VALUE = Text("{with_value} av {members}", "{with_value} of {members}")
_WITH_GAP = Text("{value} ({gap})", "{value} ({gap})")
_WEIGHTED = Text("{mean} (vägt {weighted})", "{mean} (weighted {weighted})")
_AT_END = Text("{value} ({who})", "{value} ({who})")
_MANY = Text("{n} organisationer", "{n} organisations")
_NO_VALUE = Text("– (vi saknar värde)", "– (we have no value)")
_NOBODY = Text("– (ingen har värde)", "– (nobody has a value)")
_NO_OTHERS = Text("– (ingen annan har värde)", "– (nobody else has a value)")
_FEW = Text("– (bara {n} har värde)", "– (only {n} have a value)")
_NOT_RANKED = Text("– (ingen riktning är bättre)", "– (no direction is better)")
_HIGHEST = Text("Högst", "Highest")
_LOWEST = Text("Lägst", "Lowest")
_BEST = Text("Bäst", "Best")
_WORST = Text("Sämst", "Worst")
_ANOTHER_YEAR = Text(
    "Jämförelsen gäller {period}, inte {year}: det är det senaste år vars värden bedöms.",
    "The comparison is of {period}, not of {year}: it is the latest year whose values are judged.",
)
_PRELIMINARY = Text(
    "Vårt värde är preliminärt, och därför också platsen.",
    "Our value is preliminary, and so is the place.",
)
_GAPS = Text(
    "Inom parentes: vår skillnad mot medianen och mot den bästa fjärdedelens gräns; plus är på den bättre sidan.",
    "In brackets: our gap to the median and to the best quarter's limit; plus is on the better side.",
)
_LEFT_OUT = Text(
    "Medlemmar utan värde är inte medräknade, och inget är ifyllt åt dem.",
    "Members without a value are not counted, and nothing is filled in for them.",
)
_YEAR_CELL = Text("{place}, median {median}", "{place}, median {median}")
_WITHOUT_PLACE = (Text("– (1 värde)", "– (1 value)"), Text("– ({n} värden)", "– ({n} values)"))


def short_place(place: Place | EarlierPlace, write: Writer) -> str:
    """A place for a table: `4–6 av 25`."""
    return write.text(_PLACE, place=_span(place), n=str(place.n))


def places_view(kpi: Kpi, assessment: KpiAssessment, evaluation: Evaluation, write: Writer) -> PlacesView:
    """Everything a reader is told of how a KPI stands among others."""
    plan, places = evaluation.plan, assessment.places
    upwards = kpi.direction in (Direction.HIGHER, Direction.LOWER)
    notes = (
        (_GAPS, any(one.gap_to_median is not None for one in places)),
        (_LEFT_OUT, any(0 < one.members_with_value < one.members for one in places)),
        (_PRELIMINARY, any(one.preliminary for one in places)),
        (_ANOTHER_YEAR, bool(places) and assessment.outcome.period.year != evaluation.occasion.year),
    )
    years = {"period": str(assessment.outcome.period), "year": str(evaluation.occasion.year)}
    return PlacesView(
        rows=tuple(_row(kpi, one, plan.groups[one.group], plan.organisations, write) for one in places),
        best=write.text(_BEST if upwards else _HIGHEST),
        worst=write.text(_WORST if upwards else _LOWEST),
        notes=tuple(write.text(note, **years) for note, holds in notes if holds),
        years=_years(places, write),
    )


def _row(
    kpi: Kpi, place: Place, group: PeerGroup, organisations: Mapping[str, Organisation], write: Writer
) -> PlaceView:
    highest = _end(place.highest, place.at_highest, organisations, write)
    lowest = _end(place.lowest, place.at_lowest, organisations, write)
    best, worst = (lowest, highest) if kpi.direction is Direction.LOWER else (highest, lowest)
    mean = _number(place.mean, write)
    if place.weighted_mean is not None:
        mean = write.text(_WEIGHTED, mean=mean, weighted=_number(place.weighted_mean, write))
    return PlaceView(
        group=write.text(_GROUP, title=group.title, year=str(group.as_of)),
        place=_placed(kpi, place, write),
        quartile="–" if place.quartile is None else str(place.quartile),
        percentile="–" if place.percentile is None else str(place.percentile),
        median=_with_gap(place.median, place.gap_to_median, write),
        best_quarter=_with_gap(place.best_quarter, place.gap_to_best_quarter, write),
        mean=mean,
        best=best,
        worst=worst,
        with_value=write.text(_WITH_VALUE, with_value=str(place.members_with_value), members=str(place.members)),
    )


def _placed(kpi: Kpi, place: Place, write: Writer) -> str:
    """The place, or why there is none."""
    if place.first is None:
        return write.text(_why_not(kpi, place), n=str(place.n))
    if place.is_member:
        return short_place(place, write)
    return write.text(_BESIDE, place=_span(place), n=str(place.n), others=str(place.members_with_value))


def _why_not(kpi: Kpi, place: Place) -> Text:
    if not place.n:
        return _NOBODY
    if place.own is None:
        return _NO_VALUE
    if not place.others:
        return _NO_OTHERS
    return _NOT_RANKED if kpi.direction in (Direction.NONE, Direction.RANGE) else _FEW


def _span(place: Place | EarlierPlace) -> str:
    return str(place.first) if place.first == place.last else f"{place.first}–{place.last}"


def _number(value: Decimal | None, write: Writer) -> str:
    """A figure without its unit, which the table's caption has."""
    return "–" if value is None else write.number(value)


def _with_gap(value: Decimal | None, gap: Decimal | None, write: Writer) -> str:
    told = _number(value, write)
    return told if gap is None else write.text(_WITH_GAP, value=told, gap=write.number(gap, signed=True))


def _end(value: Decimal | None, who: tuple[str, ...], organisations: Mapping[str, Organisation], write: Writer) -> str:
    """A value at one end, and who has it."""
    if value is None:
        return "–"
    names = ", ".join(organisations[one].name for one in who)
    named = names if len(who) <= _NAMED else write.text(_MANY, n=str(len(who)))
    return write.text(_AT_END, value=write.number(value), who=named)


def _years(places: tuple[Place, ...], write: Writer) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each earlier year and then the judged one, what each group's place and median were."""
    series = [(*one.earlier, one) for one in places if one.own is not None]
    if not series or len(series[0]) == 1:
        return ()
    return tuple((str(year[0].period), tuple(_year(one, write) for one in year)) for year in zip(*series, strict=True))


def _year(place: Place | EarlierPlace, write: Writer) -> str:
    if not place.n:
        return "–"
    told = short_place(place, write) if place.first is not None else write.text(plural(place.n, *_WITHOUT_PLACE))
    return write.text(_YEAR_CELL, place=told, median=_number(place.median, write))
