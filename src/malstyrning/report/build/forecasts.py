"""The view of a forecast at T1 or T2: what the year's outcome may be, what that rests on, or why nothing is shown."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from malstyrning.domain.forecasts import (
    FEWEST_TESTED,
    LEAST_COVERAGE,
    MOST_COVERAGE,
    Coverage,
    Forecast,
    Interval,
    LevelPosition,
    NoForecast,
)
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import rounded
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.plan import PeerGroup
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.variation import FEWEST_VALUES, MOST_YEARS
from malstyrning.language import Text
from malstyrning.report.build.marks import answer
from malstyrning.report.levels import level_text
from malstyrning.report.sentences import ended, outcome_text
from malstyrning.report.view import ForecastView
from malstyrning.report.words import FULFILMENT
from malstyrning.report.writer import Writer

_SHOWN = Text(
    "Utfallet för {year} väntas ligga mellan {lower} och {upper}, ett intervall som är tänkt att hålla fyra gånger av "
    "fem. Det är värdet för {last}, {value}, ± 1,8 × {moving_range}{root} (medelvärdet av ändringarna år för år bland "
    "{values} värden).",
    "The outcome for {year} is expected between {lower} and {upper}, an interval that is meant to hold four times of "
    "five. It is the value of {last}, {value}, ± 1.8 × {moving_range}{root} (the mean of the year-to-year changes "
    "among {values} values).",
)
_TESTED = Text(
    "Prövat på andra kommuners värden för samma nyckeltal har utfallet hamnat inom intervallet i {inside} av {tested} "
    "fall ({share}; {organisations} kommuner, {years}).",
    "Tried on other municipalities' values of the same KPI, the outcome fell inside the interval in {inside} of "
    "{tested} cases ({share}; {organisations} municipalities, {years}).",
)
_ACTIONS = Text("Planerade åtgärder ingår inte.", "Planned actions are not part of it.")
_PRELIMINARY = Text("Det senaste värdet är preliminärt.", "The last value is preliminary.")
_SO_FAR = Text(
    "Känt hittills i år: {outcome} ({period}). Det ingår inte i intervallet.",
    "Known of the year so far: {outcome} ({period}). The interval does not use it.",
)
_THERE = Text(
    "Filerna har redan utfallet för {year}, {outcome}. Prognosen bygger bara på åren före.",
    "The files hold the outcome for {year} already, {outcome}. The forecast rests on the years before alone.",
)
_AGAINST: dict[LevelPosition, Text] = {
    LevelPosition.INSIDE: Text(
        "Målnivån, {level}, ligger inom intervallet: utfallet kan både nå den och missa den.",
        "The target level, {level}, lies inside the interval: the outcome may reach it as well as miss it.",
    ),
    LevelPosition.BELOW: Text(
        "Målnivån, {level}, ligger under intervallet.", "The target level, {level}, lies below the interval."
    ),
    LevelPosition.ABOVE: Text(
        "Målnivån, {level}, ligger över intervallet.", "The target level, {level}, lies above the interval."
    ),
    LevelPosition.AROUND: Text(
        "Hela intervallet ligger inom målnivån, {level}.",
        "The whole interval lies within the target level, {level}.",
    ),
}
_NOT_SHOWN = Text("Ingen prognos visas: {reason}.", "No forecast is shown: {reason}.")
_REASON: dict[NoForecast, Text] = {
    NoForecast.KNOWN: Text("utfallet för {year} är redan känt", "the outcome for {year} is known already"),
    NoForecast.NO_VALUE: Text("det finns inget värde för åren före {year}", "no year before {year} has a value"),
    NoForecast.TOO_OLD: Text(
        "det senaste värdet är mer än tre år äldre än {year}", "the last value is more than three years before {year}"
    ),
    NoForecast.TOO_FEW_VALUES: Text(
        "det krävs minst {fewest} värden på {most} år för att se hur mycket serien brukar variera",
        "at least {fewest} values in {most} years are needed to see how much the series tends to vary",
    ),
    NoForecast.SERIES_BROKEN: Text(
        "nyckeltalet har definierats om, och det finns inte {fewest} värden sedan dess",
        "the KPI has been redefined, and there are not {fewest} values since then",
    ),
    NoForecast.CONSTANT: Text(
        "värdet har inte ändrats alls bland åren före, så det går inte att se hur mycket det kan variera",
        "the value has not changed at all in the years before, so how much it may vary can't be seen",
    ),
    NoForecast.TOO_FEW_TESTED: Text(
        "regeln har bara kunnat prövas i {tested} fall hos andra kommuner, och det krävs {fewest_tested}",
        "the rule could be tried in only {tested} cases of other municipalities, and {fewest_tested} are needed",
    ),
    NoForecast.COVERS_TOO_LITTLE: Text(
        "hos andra kommuner hade intervallet hållit utfallet i bara {inside} av {tested} fall ({share}), och det krävs "
        "{least}",
        "among other municipalities the interval would have held the outcome in only {inside} of {tested} cases "
        "({share}), and {least} is needed",
    ),
    NoForecast.COVERS_TOO_MUCH: Text(
        "hos andra kommuner hade intervallet hållit utfallet i {inside} av {tested} fall ({share}). Det är fler än de "
        "{most_share} som är gränsen, så intervallet är för brett",
        "among other municipalities the interval would have held the outcome in {inside} of {tested} cases ({share}). "
        "That is more than the limit, {most_share}, so the interval is too wide",
    ),
}
_OWN = Text("Nämndens prognos är {value}", "The committee's forecast is {value}")
_OWN_VERDICT = Text(
    "Nämndens prognos är {value}. Blir det så är målnivån {status}",
    "The committee's forecast is {value}. If it comes true the target level is {status}",
)
_NOT_GIVEN = Text("Nämnden har inte lämnat någon prognos", "The committee has given no forecast")


def forecast_view(
    kpi: Kpi, level: TargetLevel | None, made: Forecast, groups: Mapping[str, PeerGroup], write: Writer
) -> ForecastView:
    """A forecast with all that it rests on, and the committee's own beside it."""
    own = _NOT_GIVEN.filled({})
    if made.own:
        status = write.text(FULFILMENT[made.own_fulfilment]).lower() if made.own_fulfilment else ""
        value = write.value(rounded(made.own.value, kpi.decimals), kpi.unit)
        own = _OWN_VERDICT.filled({"value": value, "status": status}) if status else _OWN.filled({"value": value})
    return ForecastView(
        tuple(_told(kpi, level, made, groups, write)),
        ended(write.text(own)),
        answer(made.own.text if made.own else None, write, asked=False),
    )


def _told(
    kpi: Kpi, level: TargetLevel | None, made: Forecast, groups: Mapping[str, PeerGroup], write: Writer
) -> Iterator[str]:
    """The rule's part, a sentence or two at a time."""
    year = str(made.period)
    if made.shown and made.coverage:
        yield write.text(_SHOWN, year=year, **_interval(made.shown, kpi, write))
        if made.against and level:
            yield write.text(_AGAINST[made.against], level=level_text(level.target, kpi, groups, write))
        yield write.text(_TESTED, **_coverage(made.coverage, write))
        yield write.text(_ACTIONS)
        if made.preliminary:
            yield write.text(_PRELIMINARY)
    elif made.reason:
        facts = {"fewest": str(FEWEST_VALUES), "most": str(MOST_YEARS), "fewest_tested": str(FEWEST_TESTED)}
        facts |= {"least": _share(LEAST_COVERAGE, write), "most_share": _share(MOST_COVERAGE, write)}
        reason = write.text(_REASON[made.reason], year=year, **facts, **_coverage(made.coverage or Coverage(), write))
        yield write.text(_NOT_SHOWN, reason=reason)
    if made.so_far:
        yield _outcome(_SO_FAR, made.so_far, kpi, write)
    if made.outcome and made.reason is not NoForecast.KNOWN:
        yield _outcome(_THERE, made.outcome, kpi, write)


def _interval(one: Interval, kpi: Kpi, write: Writer) -> dict[str, str]:
    return {
        "lower": write.value(one.lower, kpi.unit),
        "upper": write.value(one.upper, kpi.unit),
        "last": str(one.last),
        "value": write.value(one.value, kpi.unit),
        "moving_range": write.number(rounded(one.moving_range, kpi.decimals + 2)),
        "root": f" × √{one.ahead}" if one.ahead > 1 else "",
        "values": str(one.values),
    }


def _coverage(one: Coverage, write: Writer) -> dict[str, str]:
    return {
        "inside": write.number(Decimal(one.inside)),
        "tested": write.number(Decimal(one.tested)),
        "share": _share(one.share, write) if one.tested else "",
        "organisations": str(one.organisations),
        "years": str(one.last) if one.first == one.last else f"{one.first}–{one.last}",
    }


def _share(share: Fraction, write: Writer) -> str:
    """With a decimal where it is no whole per cent: 89.6 must not look like the limit of 90."""
    exact = 100 * Decimal(share.numerator) / Decimal(share.denominator)
    return write.rounded_percent(rounded(exact, 0 if exact == rounded(exact, 0) else 1))


def _outcome(pattern: Text, one: Outcome, kpi: Kpi, write: Writer) -> str:
    period = write.period(one.period)
    return write.text(pattern, outcome=outcome_text(kpi, one, write), period=period, year=period)
