"""One KPI among the municipalities, in finished strings: what `compare` shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.places import Place
from malstyrning.domain.plan import PeerGroup
from malstyrning.domain.verdicts import Unassessable
from malstyrning.domain.words import Direction
from malstyrning.evaluate.members import Comparison, Member
from malstyrning.language import Text
from malstyrning.report.sentences import capitalised, outcome_text, reason
from malstyrning.report.words import BETTER
from malstyrning.report.writer import Writer

_ABOUT = Text("{better}. Enhet: {unit}", "{better}. Unit: {unit}")
_IN_GROUP = Text(
    "{group}, medlemmar {as_of}. Värden för {period}.", "{group}, members of {as_of}. Values for {period}."
)
_OTHER_YEAR = Text(
    "Värdena är från {period}, eftersom senare inte hinner komma innan {year} utvärderas.",
    "The values are from {period}, since later ones do not come before {year} is evaluated.",
)
_PLACED = Text(
    "{name}: {value}, plats {place} av {n}, kvartil {quartile}.",
    "{name}: {value}, place {place} of {n}, quartile {quartile}.",
)
_UNPLACED = Text("{name}: {value}. {why}.", "{name}: {value}. {why}.")
_NO_BEST = Text("Ingen plats anges, eftersom ingen riktning är bäst", "No place is given, since no direction is best")
_FEW = Text("Ingen plats anges bland så få ({n})", "No place is given among so few ({n})")
_NO_VALUE = Text(
    "{name} har inget värde för {period} och därför ingen plats.", "{name} has no value for {period}, and so no place."
)
_MIDDLE = Text(
    "Median {median}; ovägt medelvärde {mean}, lägst {lowest}, högst {highest}.",
    "Median {median}; unweighted mean {mean}, lowest {lowest}, highest {highest}.",
)
_BESIDE = Text(
    "{name} är inte med i gruppen: platsen räknas bredvid den, och medianen utan {name}.",
    "{name} is not in the group: the place is counted beside it, and the median without {name}.",
)
_WITH_VALUE = Text(
    "{with_value} av {members} i gruppen har värde.", "{with_value} of {members} in the group have a value."
)
_MISSING = Text("Värde saknas: {names}.", "Without a value: {names}.")
_EXAMPLE = Text(
    "Bland värdena finns exempel, som ingen har publicerat.", "Some values are examples, which no one has published."
)
_SOURCE = Text(
    "Källa: {source}. Platser, median och medelvärde är egen bearbetning.",
    "Source: {source}. Places, median and mean are our own processing.",
)
_NO_GROUP = Text(
    "Nyckeltalet {kpi} jämförs inte: det har ingen jämförelsegrupp.",
    "The KPI {kpi} is not compared: it has no comparison group.",
)
_NO_OTHERS = Text(
    "Nyckeltalet {kpi} kan inte jämföras: ingen annan i {groups} har ett värde för {period}. Vårt utfall: {outcome}.",
    "The KPI {kpi} can't be compared: no one else in {groups} has a value for {period}. Our outcome: {outcome}.",
)


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member as a row: `at` is its value on the scale of the others'."""

    name: str
    value: str
    place: str
    at: float
    is_own: bool


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """One KPI in one group. `said` are the lines under the table; `median` is None where no place is."""

    title: str
    about: str
    group: str
    note: str
    own: str
    rows: tuple[MemberView, ...]
    ends: tuple[str, str]
    median: tuple[float, str] | None
    said: tuple[str, ...]


def comparison_view(comparison: Comparison, evaluation: Evaluation, write: Writer) -> ComparisonView:
    """Everyone who has a value, and in words where we stand and who has none."""
    kpi, place = comparison.kpi, comparison.place
    names = {key: one.name for key, one in evaluation.plan.organisations.items()}
    own = evaluation.plan.organisation
    shown = [one.value for one in comparison.with_value if one.value is not None]
    better = write.text(BETTER[kpi.direction])
    period, year = str(comparison.outcome.period), str(evaluation.occasion.year)
    as_of = str(comparison.group.as_of)
    return ComparisonView(
        title=write.text(kpi.title),
        about=write.text(_ABOUT, unit=write.text(kpi.unit.name), better=better[:1].upper() + better[1:]),
        group=write.text(_IN_GROUP, group=comparison.group.title, as_of=as_of, period=period),
        note="" if period == year else write.text(_OTHER_YEAR, period=period, year=year),
        own=names[own],
        rows=tuple(
            MemberView(
                names[one.organisation], write.number(one.value), span(one), float(one.value), one.organisation == own
            )
            for one in comparison.with_value
            if one.value is not None
        ),
        ends=(write.number(min(shown)), write.number(max(shown))),
        median=(float(place.median), write.value(place.median, kpi.unit))
        if place and place.median is not None
        else None,
        said=tuple(_said(comparison, evaluation, names, write)),
    )


def not_compared(
    kpi: Kpi, assessment: KpiAssessment, groups: Iterable[PeerGroup], evaluation: Evaluation, write: Writer
) -> str:
    """Why a KPI can't be compared in any of `groups`."""
    if assessment.verdict.reason is Unassessable.NOT_REPORTED_NOW:
        return capitalised(reason(kpi, assessment.verdict, assessment.outcome, evaluation.occasion, write))
    titles = [write.text(one.title) for one in groups]
    if not titles:
        return write.text(_NO_GROUP, kpi=kpi.id)
    outcome, period = outcome_text(kpi, assessment.outcome, write), str(assessment.outcome.period)
    return write.text(_NO_OTHERS, kpi=kpi.id, groups=", ".join(titles), period=period, outcome=outcome)


def span(one: Member | Place) -> str:
    """The places that equal values share: `4–6`; nothing where there are no places."""
    if one.first is None:
        return ""
    return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"


def _said(comparison: Comparison, evaluation: Evaluation, names: dict[str, str], write: Writer) -> Iterator[str]:
    kpi, place, own = comparison.kpi, comparison.place, evaluation.plan.organisation
    if place is None:
        yield write.text(_NO_VALUE, name=names[own], period=str(comparison.outcome.period))
    else:
        facts = {"name": names[own], "value": outcome_text(kpi, comparison.outcome, write), "n": str(place.n)}
        if place.first is not None:
            yield write.text(_PLACED, place=span(place), quartile=str(place.quartile), **facts)
        else:
            few = kpi.direction in (Direction.HIGHER, Direction.LOWER)
            yield write.text(_UNPLACED, why=_FEW.filled(facts) if few else _NO_BEST, **facts)
    if place and place.median is not None:
        numbers = {"mean": place.mean, "lowest": place.lowest, "highest": place.highest}
        told = {key: write.number(one) for key, one in numbers.items() if one is not None}
        yield write.text(_MIDDLE, median=write.value(place.median, kpi.unit), **told)
        if not place.is_member:
            yield write.text(_BESIDE, name=names[own])
    group = comparison.group
    without = [
        names[one.organisation] for one in comparison.members if one.value is None and one.organisation in group.members
    ]
    counted = write.text(
        _WITH_VALUE, with_value=str(len(group.members) - len(without)), members=str(len(group.members))
    )
    yield f"{counted} {write.text(_MISSING, names=', '.join(without))}" if without else counted
    if evaluation.plan.example or kpi.id in evaluation.peer_examples or comparison.outcome.example:
        yield write.text(_EXAMPLE)
    if sources := evaluation.peer_sources.get(kpi.id):
        yield write.text(_SOURCE, source=", ".join(sources))
