"""The periods of measured values: none is left out, of the wrong length or out of its time."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.periods import Measured
from malstyrning.language import Text
from malstyrning.rules.measured.shared import HEADER, WHERE, first_of
from malstyrning.rules.rule import Beside, Context, Found, Series, rule

_FEWEST_ROWS = 4  # that tell how often a KPI is measured
KNOWN_BEFORE = timedelta(days=62)  # a tax rate and the like is decided in the months before its year
_MEASURED = {
    Measured.YEARLY: Text("hela år", "whole years"),
    Measured.HALF_YEARLY: Text("halvår", "half-years"),
    Measured.TERTIAL: Text("tertial", "tertials"),
    Measured.QUARTERLY: Text("kvartal", "quarters"),
    Measured.MONTHLY: Text("månader", "months"),
}
_BY_KIND = {one.kind: one for one in Measured}


@rule(
    "MEA561",
    "hole-in-the-series",
    on=Series,
    severity=Severity.ADVICE,
    says=Text("{kpi} har ingen rad för {missing}", "{kpi} has no row for {missing}"),
    cure=Text(
        "lägg till {missing} med sitt värde, eller med status och tomt värde, till exempel missing",
        "add {missing} with its value, or with a status and no value, such as missing",
    ),
    why=Text(
        "Ett hål mitt i serien kan vara en rad som har fallit bort. Med en status vet läsaren att det inte är så.",
        "A gap in a series may be a row that was lost. With a status the reader knows that it was not.",
    ),
    bad=HEADER + "".join(f"nyckeltal,9999,{year},T,89.0,SCB\n" for year in (2017, 2018, 2019, 2021)),
    good=HEADER + "".join(f"nyckeltal,9999,{year},T,89.0,SCB\n" for year in (2017, 2018, 2019, 2020, 2021)),
    where=WHERE,
)
def hole_in_the_series(series: Series, context: Context) -> Iterator[Found]:
    """A KPI that is measured each period has a row for each, between its first and its last."""
    rows = tuple(one for one in series.totals if not is_future(one, context))
    if step_of(rows) != 1 or not context.every_row:
        return
    holes = [(a, b) for a, b in pairwise(rows) if b.period.number - a.period.number > 1]
    if holes:
        missing = [
            str(a.period.later(periods)) for a, b in holes for periods in range(1, b.period.number - a.period.number)
        ]
        note = Text("raden före hålet", "the row before the hole")
        yield Found(
            holes[0][1], {"kpi": series.kpi.id, "missing": ", ".join(missing)}, beside=(Beside(note, holes[0][0]),)
        )


def step_of(rows: tuple[Measurement, ...]) -> int | None:
    """How many periods there most often are from one row to the next; None where the rows are too few to tell."""
    if len(rows) < _FEWEST_ROWS:
        return None
    steps = Counter(b.period.number - a.period.number for a, b in pairwise(rows))
    step, count = steps.most_common(1)[0]
    return step if 2 * count > len(rows) - 1 else None


@rule(
    "MEA563",
    "period-of-another-length",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row}: perioden passar inte measured, som är {measured}{more}",
        "{row}: the period does not fit measured, which is {measured}{more}",
    ),
    cure=Text("skriv värden för {wanted}, eller measured: {meant}", "write values for {wanted}, or measured: {meant}"),
    why=Text(
        "Ett värde för en månad bedöms aldrig där hela år bedöms, och raden för året ser ut att saknas.",
        "The value of a month is never judged where whole years are, and the row for the year looks missing.",
    ),
    bad=HEADER + "nyckeltal,9999,2021-12,T,91.5,SCB\n",
    good=HEADER + "nyckeltal,9999,2021,T,91.5,SCB\n",
    where=WHERE,
)
def period_of_another_length(series: Series, _: Context) -> Iterator[Found]:
    """A value is for a period that its KPI is measured by, or for a whole year."""
    measured = series.kpi.measured
    odd = [one for one in series.values if is_odd(one, series.kpi)]
    meant = _BY_KIND.get(odd[0].period.kind, "") if odd else ""
    yield from first_of(odd, measured=measured, wanted=_MEASURED[measured], meant=meant)


def is_odd(one: Measurement, kpi: Kpi) -> bool:
    """Tell whether a value is for a period that its KPI is neither measured nor judged by."""
    return one.period.kind not in {"", kpi.measured.kind}


@rule(
    "MEA564",
    "value-after-the-end",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} kommer efter nyckeltalets sista år, {last}{more}", "{row} comes after the KPI's last year, {last}{more}"
    ),
    cure=Text(
        "skriv raden på {heir} som tog över, eller rätta to",
        "write the row for {heir}, which took over, or correct to",
    ),
    why=Text(
        "Efter sitt sista år visas nyckeltalet inte i någon rapport. Värdet hör troligen till det som ersatte det.",
        "After its last year no report shows the KPI. The value most likely belongs to what replaced it.",
    ),
    bad=HEADER + "frid,9999,2022,T,91.5,SCB\n",
    good=HEADER + "frid,9999,2021,T,91.5,SCB\n",
    where=WHERE,
)
def value_after_the_end(series: Series, _: Context) -> Iterator[Found]:
    """What was replaced takes no value after its end. One that only ended may be measured on, for comparison."""
    standing = series.kpi.standing
    last, heir = standing.valid.last, standing.replaced_by
    if last is not None and heir:
        yield from first_of((one for one in series.values if one.period.year > last), last=str(last), heir=heir)


@rule(
    "MEA565",
    "value-before-its-definition",
    on=Series,
    severity=Severity.ADVICE,
    says=Text(
        "{row} är äldre än nyckeltalets första definition, från {first}{more}",
        "{row} is older than the KPI's first definition, from {first}{more}",
    ),
    cure=Text(
        "lägg till den definition som gällde {year}, eller låt den första gälla från {year}",
        "add the definition in force in {year}, or let the first one be in force from {year}",
    ),
    why=Text(
        "Värden med och utan känd definition jämförs som om de mätte samma sak.",
        "Values with and without a known definition are compared as if they measured the same.",
    ),
    bad=HEADER + "laslust,9999,2012,T,71,SCB\n",
    good=HEADER + "laslust,9999,2022,T,71,SCB\n",
    where=WHERE,
)
def value_before_its_definition(series: Series, _: Context) -> Iterator[Found]:
    """Where definitions are dated, every value has one."""
    first = min((one.first_year for one in series.kpi.definitions), default=None)
    if first is not None and (rows := [one for one in series.totals if one.period.year < first]):
        yield from first_of(rows, first=str(first), year=str(rows[0].period.year))


@rule(
    "MEA566",
    "value-of-the-future",
    on=Series,
    severity=Severity.WARNING,
    says=Text("{row} har ett värde, men perioden har inte börjat{more}", "{row} has a value before it has begun{more}"),
    cure=Text(
        "rätta perioden; en prognos skrivs inte som ett utfall",
        "correct the period; a forecast is not written as an outcome",
    ),
    why=Text(
        "Ett utfall för en tid som inte har varit är en prognos, eller ett felskrivet år. Det skulle bedömas ändå.",
        "An outcome of a time that has not been is a forecast, or a slip in the year. It would be judged all the same.",
    ),
    bad=HEADER + "nyckeltal,9999,2032,T,91.5,SCB\n",
    good=HEADER + "nyckeltal,9999,2023,T,91.5,SCB\n",
    where=WHERE,
)
def value_of_the_future(series: Series, context: Context) -> Iterator[Found]:
    """Only a period that has begun, or soon will, has a value."""
    if not context.plan.example:
        yield from first_of(one for one in series.values if one.value is not None and is_future(one, context))


def is_future(one: Measurement, context: Context) -> bool:
    """Tell whether a row is for a time that has not begun, nor soon will. Without a clock none is."""
    return context.today is not None and one.period.start > context.today + KNOWN_BEFORE
