"""Measuring: how a KPI is counted, how often, and how its values become those of a year."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.numbers import decimals_of
from malstyrning.domain.periods import Measured
from malstyrning.domain.words import Aggregation, ReportedIn
from malstyrning.language import Text, plural
from malstyrning.rules.rule import Context, Found, rule

_NO_SUM = ("percent", "percentage_points", "index")
_OFTEN = {
    Measured.YEARLY: Text("en gång om året", "once a year"),
    Measured.HALF_YEARLY: Text("varje halvår", "every half-year"),
    Measured.TERTIAL: Text("varje tertial", "every tertial"),
    Measured.QUARTERLY: Text("varje kvartal", "every quarter"),
    Measured.MONTHLY: Text("varje månad", "every month"),
}
_YEAR = Text("året", "the year")
_YEAR_SO_FAR = Text("det som har gått av året", "what has passed of the year")
_AGGREGATE = Text("skriv aggregation: sum, ratio eller last", "write aggregation: sum, ratio or last")
_NOT_YET = {
    ReportedIn.T1: (Measured.YEARLY, Measured.HALF_YEARLY),
    ReportedIn.T2: (Measured.YEARLY,),
    ReportedIn.YEAR_END: (),
}


def _example(keys: str) -> str:
    return (
        "kpis:\n  sjukfranvaro:\n    title: Sjukfrånvaro\n    goal: mal\n    unit: percent\n"
        "    decimals: 1\n    direction: none\n    causal_link: En frisk personal kan göra sitt arbete.\n"
        f"    method: Frånvaro av den ordinarie arbetstiden.\n{keys}"
    )


@rule(
    "KPI455",
    "shares-are-no-sum",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "aggregation: sum lägger ihop värden i {unit}, som inte kan summeras",
        "aggregation: sum adds up values in {unit}, which can't be summed",
    ),
    cure=Text(
        "skriv aggregation: ratio för en andel som räknas om på hela perioden, eller last för läget vid dess slut",
        "write aggregation: ratio for a share recalculated for the whole period, or last for the position at its end",
    ),
    why=Text(
        "Tre tertial med 6 procent är ett år med 6 procent, inte med 18.",
        "Three tertials at 6 per cent make a year at 6 per cent, not at 18.",
    ),
    bad=_example("    measured: tertial\n    aggregation: sum\n"),
    good=_example("    measured: tertial\n    aggregation: ratio\n"),
)
def shares_are_no_sum(kpi: Kpi, _: Context) -> Iterator[Found]:
    """Shares and indices are not added up."""
    if kpi.aggregation is Aggregation.SUM and kpi.unit.code in _NO_SUM:
        yield Found(("aggregation",), {"unit": kpi.unit.code})


@rule(
    "KPI456",
    "no-way-to-a-year",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "Nyckeltalet mäts {often}, men aggregation säger inte hur värdena blir ett värde för {whole}",
        "The KPI is measured {often}, but aggregation does not say how the values make a value for {whole}",
    ),
    cure=Text(
        "skriv aggregation: sum, ratio eller last, eller för in ett värde för hela året i data/",
        "write aggregation: sum, ratio or last, or enter a value of the whole year in data/",
    ),
    why=Text(
        "Bokslutet bedömer året, och delårsrapporten det som har gått av det. Utan aggregation blir de kortare "
        "perioderna inget utfall.",
        "The close judges the year, and an interim report what has passed of it. Without aggregation the shorter "
        "periods give no outcome.",
    ),
    bad=_example("    measured: tertial\n"),
    good=_example("    measured: tertial\n    aggregation: ratio\n"),
)
def no_way_to_a_year(kpi: Kpi, context: Context) -> Iterator[Found]:
    """What is measured more often than yearly becomes a year, or has values of whole years as well.

    In an interim report a tertial is judged by itself; what else is measured becomes what has passed of the year.
    """
    if kpi.measured is Measured.YEARLY or kpi.aggregation is not Aggregation.NONE or not context.goes_on(kpi):
        return
    series = context.series.get(kpi.id)
    if not series or all(one.period.kind for one in series.values):
        yield Found(("measured",), {"often": _OFTEN[kpi.measured], "whole": _YEAR})
    elif kpi.measured is not Measured.TERTIAL and set(kpi.reported_in) - {ReportedIn.YEAR_END}:
        yield Found(("measured",), {"often": _OFTEN[kpi.measured], "whole": _YEAR_SO_FAR}, cure=_AGGREGATE)


@rule(
    "KPI457",
    "nothing-to-aggregate",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "aggregation: {aggregation} gör ingenting: nyckeltalet mäts en gång om året",
        "aggregation: {aggregation} does nothing: the KPI is measured once a year",
    ),
    cure=Text(
        "ta bort aggregation, eller skriv hur ofta det mäts, till exempel measured: tertial",
        "remove aggregation, or write how often it is measured, for example measured: tertial",
    ),
    why=Text(
        "Den som läser raden tror att kortare perioder följs upp. Här är det bara helår.",
        "Whoever reads the line thinks that shorter periods are followed up. Here there are only whole years.",
    ),
    bad=_example("    aggregation: last\n"),
    good=_example("    measured: tertial\n    aggregation: last\n"),
)
def nothing_to_aggregate(kpi: Kpi, context: Context) -> Iterator[Found]:
    """A way of making a year goes with shorter periods. Where they are there, or are reported, that is told."""
    if kpi.measured is not Measured.YEARLY or kpi.aggregation is Aggregation.NONE:
        return
    if not _has_shorter_periods(kpi, context) and not _has_nothing_to_say(kpi, context):
        yield Found(("aggregation",), {"aggregation": kpi.aggregation})


@rule(
    "KPI458",
    "nothing-new-to-report",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text(
        "reported_in nämner {occasions}, men nyckeltalet mäts {often} och har ingen målnivå: då finns inget att säga",
        "reported_in names {occasions}, but the KPI is measured {often} and has no level: nothing can be said then",
    ),
    cure=Text(
        "ta bort {occasions} ur reported_in, skriv hur ofta det mäts i measured, eller sätt en målnivå",
        "remove {occasions} from reported_in, write in measured how often it is measured, or set a target level",
    ),
    why=Text(
        "En delårsrapport med tomma rader läses som att något har gått fel.",
        "An interim report with empty lines reads as if something had gone wrong.",
    ),
    bad=_example("    reported_in: [t2, year_end]\n"),
    good=_example("    measured: tertial\n    reported_in: [t2, year_end]\n    aggregation: last\n"),
)
def nothing_new_to_report(kpi: Kpi, context: Context) -> Iterator[Found]:
    """What an interim report shows has been measured by then, or has a level for a forecast to stand beside.

    A value of the year before (lag), or of the school year that ended in June, is known by then, and so is one that
    was published before its own year had ended.
    """
    if _has_nothing_to_say(kpi, context) and not _has_shorter_periods(kpi, context):
        early = [*_too_early(kpi, context)]
        occasions = Text(" och ".join(early), " and ".join(early))
        at = ("reported_in", kpi.reported_in.index(early[0]))
        yield Found(at, {"occasions": occasions, "often": _OFTEN[kpi.measured]})


def _has_nothing_to_say(kpi: Kpi, context: Context) -> bool:
    """Tell whether an interim report has neither a new value of a KPI nor a level that a forecast can stand beside."""
    return not kpi.target_levels and any(_too_early(kpi, context))


def _too_early(kpi: Kpi, context: Context) -> Iterator[ReportedIn]:
    """The occasions of a KPI at which it has no new value."""
    if kpi.lag or kpi.school_year:
        return
    series = context.series.get(kpi.id)
    if series and any(one.published and one.published < one.period.end for one in series.values):
        return
    yield from (one for one in kpi.reported_in if kpi.measured in _NOT_YET[one])


def _has_shorter_periods(kpi: Kpi, context: Context) -> bool:
    """Tell whether a yearly KPI has values of parts of years: then `measured` is what is wrong, and that is told."""
    series = context.series.get(kpi.id)
    return kpi.measured is Measured.YEARLY and bool(series and any(one.period.kind for one in series.values))


@rule(
    "KPI459",
    "school-year-in-parts",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "school_year gäller läsår, men nyckeltalet mäts {often}",
        "school_year is about school years, but the KPI is measured {often}",
    ),
    cure=Text(
        "ta bort school_year om det inte mäts per läsår, annars measured",
        "remove school_year if it is not measured by school year, else measured",
    ),
    why=Text(
        "Ett läsår räknas till ett av sina två kalenderår. En kortare period ligger redan i ett.",
        "A school year is counted to one of its two calendar years. A shorter period lies in one already.",
    ),
    bad=_example("    measured: tertial\n    aggregation: last\n    school_year: end\n"),
    good=_example("    school_year: end\n"),
)
def school_year_in_parts(kpi: Kpi, _: Context) -> Iterator[Found]:
    """What belongs to a school year is measured once in it."""
    if kpi.school_year and kpi.measured is not Measured.YEARLY:
        yield Found(("school_year",), {"often": _OFTEN[kpi.measured]})


@rule(
    "KPI461",
    "change-interval-too-precise",
    on=Kpi,
    severity=Severity.WARNING,
    says=Text(
        "change_interval är {found} men nyckeltalet har {decimals}",
        "change_interval is {found} but the KPI has {decimals}",
    ),
    cure=Text("skriv change_interval med högst {decimals}", "write change_interval with at most {decimals}"),
    why=Text(
        "En ändring är skillnaden mellan två avrundade värden. En gräns med fler decimaler ser noggrannare ut än den "
        "är.",
        "A change is the difference between two rounded values. A limit with more decimals looks more precise than "
        "it is.",
    ),
    bad=_example("    change_interval: 0.25\n"),
    good=_example("    change_interval: 0.3\n"),
)
def change_interval_too_precise(kpi: Kpi, _: Context) -> Iterator[Found]:
    """The smallest change that counts has no more decimals than a change can have."""
    interval = kpi.change_interval
    if interval is not None and decimals_of(interval) > kpi.decimals:
        decimals = plural(kpi.decimals, Text("1 decimal", "1 decimal"), Text("{n} decimaler", "{n} decimals"))
        yield Found(("change_interval",), {"found": str(interval), "decimals": decimals})
