"""The view, at the close, of the forecasts that were made at T1 and T2: what was said, and what it became."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.forecasts import FormerForecast, FormerMoneyForecast
from malstyrning.domain.numbers import rounded
from malstyrning.language import Text
from malstyrning.report.labels import LABELS
from malstyrning.report.view import FormerForecastsView, FormerForecastView, FormerMoneyView
from malstyrning.report.writer import Writer

_RULE = Text(
    "Regelns intervall höll utfallet i {hits} av {n} prognoser. De är tänkta att göra det fyra gånger av fem.",
    "The rule's interval held the outcome in {hits} of {n} forecasts. It is meant to do so four times of five.",
)
_OWN = Text(
    "Nämndernas egna prognoser pekade ut rätt måluppfyllelse i {hits} av {n} fall.",
    "The committees' own forecasts pointed out the right fulfilment in {hits} of {n} cases.",
)
_SAME = Text(
    "Regelns prognos är räknad på nytt ur åren före, så långt filerna säger vad som var känt då. Flera prognoser för "
    "samma nyckeltal är inga oberoende prov.",
    "The rule's forecast is computed anew from the years before, as far as the files tell what was known then. Several "
    "forecasts of one KPI are no independent trials.",
)
_HITS = Text("{hits} av {n}", "{hits} of {n}")
_BETWEEN = Text("{lower}–{upper}", "{lower}–{upper}")
_PARTLY = Text("{committee} ({n} av {of} ansvarsområden)", "{committee} ({n} of {of} areas)")


def former_forecasts_view(evaluation: Evaluation, write: Writer) -> FormerForecastsView | None:
    """None where nothing was forecast."""
    former, money = evaluation.forecasts.former, evaluation.forecasts.money
    if not former and not money:
        return None
    committees = {one.committee: evaluation.plan.committees[one.committee] for one in former}
    return FormerForecastsView(
        tuple(_counts(former, write)),
        tuple(
            (write.text(committee.title_in(evaluation.occasion.year)), *_hits_of(key, former, write))
            for key, committee in committees.items()
        ),
        tuple(_kpi(one, evaluation, write) for one in former),
        tuple(_money(one, evaluation, write) for one in money),
    )


def _counts(former: Sequence[FormerForecast], write: Writer) -> Iterator[str]:
    for pattern, hits in ((_RULE, [one.rule_hit for one in former]), (_OWN, [one.own_hit for one in former])):
        known = [one for one in hits if one is not None]
        if known:
            yield write.text(pattern, hits=str(sum(known)), n=str(len(known)))
    if former:
        yield write.text(_SAME)


def _hits_of(committee: str, former: Sequence[FormerForecast], write: Writer) -> tuple[str, str]:
    own = [one for one in former if one.committee == committee]
    return _hits([one.rule_hit for one in own], write), _hits([one.own_hit for one in own], write)


def _hits(hits: Sequence[bool | None], write: Writer) -> str:
    known = [one for one in hits if one is not None]
    return write.text(_HITS, hits=str(sum(known)), n=str(len(known))) if known else "–"


def _kpi(one: FormerForecast, evaluation: Evaluation, write: Writer) -> FormerForecastView:
    kpi = evaluation.plan.kpis[one.kpi]
    interval = "–"
    if one.rule:
        interval = write.text(_BETWEEN, lower=write.number(one.rule.lower), upper=write.number(one.rule.upper))
    own = "–" if one.own is None else write.number(rounded(one.own, kpi.decimals))
    if one.example:
        own = f"{own} ({write.text(LABELS['example'])})"
    return FormerForecastView(
        f"{write.text(kpi.title)}, {write.text(kpi.unit.name)}",
        kpi.id,
        write.period(one.made),
        interval,
        _yes_or_no(one.rule_hit, write),
        own,
        _yes_or_no(one.own_hit, write),
        write.number(one.outcome),
    )


def _yes_or_no(hit: bool | None, write: Writer) -> str:  # noqa: FBT001 - what is told
    return "–" if hit is None else write.text(LABELS["yes" if hit else "no"])


def _money(one: FormerMoneyForecast, evaluation: Evaluation, write: Writer) -> FormerMoneyView:
    title = write.text(evaluation.plan.committees[one.committee].title_in(evaluation.occasion.year))
    if one.areas < one.of:
        title = write.text(_PARTLY, committee=title, n=str(one.areas), of=str(one.of))
    share = write.percent(100 * one.error / abs(one.forecast), signed=True) if one.forecast else ""
    return FormerMoneyView(
        title,
        write.period(one.made),
        write.money(one.forecast),
        write.money(one.outcome),
        write.money(Decimal(one.error), signed=True),
        share,
        one.example,
    )
