"""Fractions: what a share of a whole year, or of what has passed of it, is made from."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.periods import Measured
from malstyrning.domain.words import Aggregation, ReportedIn
from malstyrning.language import Text
from malstyrning.rules.measured.shared import WHERE, first_of
from malstyrning.rules.rule import Context, Found, Series, rule

_PARTS = "kpi,municipality,period,gender,value,numerator,denominator,source\n"


@rule(
    "MEA573",
    "ratio-without-fraction",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} saknar täljare, eller nämnare över noll, som aggregation: ratio räknar med{more}",
        "{row} lacks a numerator, or a denominator above zero, which aggregation: ratio reckons with{more}",
    ),
    cure=Text("fyll i numerator och denominator", "fill in numerator and denominator"),
    why=Text(
        "Andelen för flera perioder är summan av täljarna genom summan av nämnarna. Utan dem finns inget utfall för "
        "året.",
        "The share of several periods is the sum of the numerators over the sum of the denominators. Without them "
        "there is no outcome for the year.",
    ),
    bad=_PARTS + "sjuktal,9999,2022T1,T,5.5,,,SCB\n",
    good=_PARTS + "sjuktal,9999,2022T1,T,5.5,55,1000,SCB\n",
    where=WHERE,
)
def ratio_without_fraction(series: Series, _: Context) -> Iterator[Found]:
    """What is recalculated for a longer period has both parts of its fraction, unless the year has a row of its own."""
    kpi = series.kpi
    if kpi.aggregation is not Aggregation.RATIO or kpi.measured is Measured.YEARLY:
        return
    is_interim = bool(set(kpi.reported_in) - {ReportedIn.YEAR_END})
    years = set() if is_interim else {one.period.year for one in series.values if not one.period.kind}
    yield from first_of(
        one
        for one in series.values
        if one.period.kind == kpi.measured.kind
        and one.period.year not in years
        and one.value is not None
        and (one.numerator is None or one.denominator is None or one.denominator <= 0)
    )
