"""Where measured values come from: their source, their dates and how exactly they are written."""

from collections.abc import Iterator
from datetime import date

from malstyrning.diagnostics import Severity
from malstyrning.domain.numbers import decimals_of
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.periods import parse_month_or_date
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text, plural
from malstyrning.rules.measured.periods import KNOWN_BEFORE
from malstyrning.rules.measured.shared import HEADER, WHERE, first_of
from malstyrning.rules.rule import Context, Found, Series, rule

_DATED = "kpi,municipality,period,gender,value,source,published,retrieved\n"
_FEWEST_ROWS = 4  # that tell how exactly the values of a KPI are written
_MOST_YEARS = 2  # that a preliminary value is preliminary


@rule(
    "MEA567",
    "values-without-source",
    on=SteeringPlan,
    severity=Severity.ADVICE,
    says=Text("Källa saknas för {rows} i filen", "No source for {rows} in the file"),
    cure=Text(
        "fyll i kolumnen source, till exempel Kolada eller Brukarundersökningen 2022",
        "fill in the column source, such as Kolada or the users' survey of 2022",
    ),
    why=Text(
        "Den som läser rapporten ska kunna kontrollera siffran där den kommer från.",
        "Whoever reads the report should be able to check the figure where it came from.",
    ),
    bad="kpi,municipality,period,gender,value\nnyckeltal,9999,2021,T,91.5\n",
    good="kpi,municipality,period,gender,value,source\nnyckeltal,9999,2021,T,91.5,Bokslut 2021\n",
    where=WHERE,
)
def values_without_source(plan: SteeringPlan, context: Context) -> Iterator[Found]:
    """Our own values say where they come from, unless they are invented; one finding a file."""
    if plan.example:
        return
    files: dict[str, list[Measurement]] = {}
    for series in context.series.values():
        for one in series.values:
            if one.source is None and not one.example:
                files.setdefault(one.span.path if one.span else "", []).append(one)
    for rows in files.values():
        first = min(rows, key=lambda one: one.span.line if one.span else 0)
        count = plural(len(rows), Text("1 rad", "1 row"), Text("{n} rader", "{n} rows"))
        yield Found(first, {"rows": count})


@rule(
    "MEA568",
    "published-before-its-time",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} är publicerat {published}, långt innan perioden började{more}",
        "{row} was published on {published}, long before the period began{more}",
    ),
    cure=Text("rätta published eller period", "correct published or period"),
    why=Text(
        "Ett utfall kan inte publiceras före sin tid. Är det perioden som är fel bedöms fel år.",
        "An outcome can't be published before its time. If the period is wrong, the wrong year is judged.",
    ),
    bad=_DATED + "nyckeltal,9999,2021,T,91.5,SCB,2020-05-20,\n",
    good=_DATED + "nyckeltal,9999,2021,T,91.5,SCB,2022-05-20,\n",
    where=WHERE,
)
def published_before_its_time(series: Series, _: Context) -> Iterator[Found]:
    """No value is published long before its period begins."""
    early = [one for one in series.values if one.published and one.published + KNOWN_BEFORE < one.period.start]
    yield from first_of(early, published=str(early[0].published) if early else "")


@rule(
    "MEA569",
    "retrieved-before-published",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} är hämtat {retrieved}, innan det publicerades {published}{more}",
        "{row} was retrieved on {retrieved}, before it was published on {published}{more}",
    ),
    cure=Text("rätta retrieved eller published", "correct retrieved or published"),
    why=Text(
        "Datumen säger vilken version av värdet vi har. I fel ordning säger de ingenting.",
        "The dates say which version of the value we have. In the wrong order they say nothing.",
    ),
    bad=_DATED + "nyckeltal,9999,2021,T,91.5,SCB,2022-05-20,2022-03-01\n",
    good=_DATED + "nyckeltal,9999,2021,T,91.5,SCB,2022-05-20,2022-06-01\n",
    where=WHERE,
)
def retrieved_before_published(series: Series, _: Context) -> Iterator[Found]:
    """No value is fetched in an earlier month than it was published; either date may be only a month."""
    early = [one for one in series.values if _is_early(one)]
    if early:
        dates = {"retrieved": early[0].retrieved or "", "published": str(early[0].published)}
        yield from first_of(early, **dates)


def _is_early(one: Measurement) -> bool:
    retrieved = one.retrieved and one.published and parse_month_or_date(one.retrieved)
    return bool(retrieved and one.published and retrieved.isoformat()[:7] < one.published.isoformat()[:7])


@rule(
    "MEA570",
    "preliminary-for-long",
    on=Series,
    severity=Severity.WARNING,
    says=Text("{row} är fortfarande preliminärt{more}", "{row} is still preliminary{more}"),
    cure=Text(
        "hämta det slutliga värdet, eller ta bort märket om värdet är slutligt",
        "fetch the final value, or remove the mark if the value is final",
    ),
    why=Text(
        "Preliminära värden rättas. Två år efter perioden har källan oftast ett slutligt värde som inte har hämtats.",
        "Preliminary values are corrected. Two years after the period the source most often has a final value that "
        "nobody has fetched.",
    ),
    bad="kpi,municipality,period,gender,value,preliminary,source\nnyckeltal,9999,2019,T,91.5,yes,SCB\n",
    good="kpi,municipality,period,gender,value,preliminary,source\nnyckeltal,9999,2021,T,91.5,yes,SCB\n",
    where=WHERE,
)
def preliminary_for_long(series: Series, context: Context) -> Iterator[Found]:
    """A value is not preliminary for ever; in a workspace of an earlier year, not longer than until that year."""
    if context.today is None or context.plan.example:
        return
    latest = min(context.today, context.period.end) if context.period else context.today
    rows = (
        one for one in series.values if one.preliminary and not one.example and one.period.end < _years_before(latest)
    )
    yield from first_of(rows)


def _years_before(day: date) -> date:
    """The first day of the same month, two years earlier."""
    return date(day.year - _MOST_YEARS, day.month, 1)


@rule(
    "MEA571",
    "rounded-too-coarsely",
    on=Series,
    severity=Severity.ADVICE,
    says=Text(
        "{kpi} har {decimals}, men inget värde är skrivet med fler än {found}",
        "{kpi} has {decimals}, but no value is written with more than {found}",
    ),
    cure=Text(
        "för in värdena med fler decimaler, eller skriv decimals: {found}",
        "enter the values with more decimals, or write decimals: {found}",
    ),
    why=Text(
        "Ett värde som är avrundat vid källan visas med en noll som ingen har mätt, och kan nå en nivå som det inte "
        "når.",
        "A value that was rounded at its source is shown with a zero that nobody has measured, and may reach a level "
        "that it does not reach.",
    ),
    bad=HEADER + "".join(f"skolfrid,9999,{year},T,{year - 1940},SCB\n" for year in range(2017, 2022)),
    good=HEADER + "".join(f"skolfrid,9999,{year},T,{year - 1940}.4,SCB\n" for year in range(2017, 2022)),
    where=WHERE,
)
def rounded_too_coarsely(series: Series, _: Context) -> Iterator[Found]:
    """Some value of a series is written with all the decimals that its KPI has."""
    kpi = series.kpi
    rows = [one for one in series.totals if one.value is not None]
    if kpi.decimals == 0 or len(rows) < _FEWEST_ROWS:
        return
    found = max(decimals_of(one.value) for one in rows if one.value is not None)
    if found < kpi.decimals:
        decimals = plural(kpi.decimals, Text("1 decimal", "1 decimal"), Text("{n} decimaler", "{n} decimals"))
        yield Found(rows[-1], {"kpi": kpi.id, "decimals": decimals, "found": str(found)})
