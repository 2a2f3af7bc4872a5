"""The parts of a value: women and men, the persons it is made from, and those who answered."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import MULTIPLES, Kpi
from malstyrning.domain.numbers import decimals_of
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.words import Gender
from malstyrning.language import Text
from malstyrning.rules.measured.periods import is_future, is_odd
from malstyrning.rules.measured.shared import HEADER, WHERE, first_of, more, named
from malstyrning.rules.measured.values import moved_points, outside
from malstyrning.rules.rule import Beside, Context, Found, Series, rule

_MARGIN = Decimal("0.05")  # of the total: those who have not stated a gender, and noise that protects persons
_PARTS = "kpi,municipality,period,gender,value,numerator,denominator,source\n"
_GENDERS = (Gender.ALL, Gender.WOMEN, Gender.MEN)


@rule(
    "MEA555",
    "total-unlike-its-parts",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row}: T är {total} men K är {women} och M är {men}{more}",
        "{row}: T is {total} but K is {women} and M is {men}{more}",
    ),
    cure=Text("rätta det värde som är fel; T ska {between}", "correct the value that is wrong; T should {between}"),
    why=Text(
        "En andel eller ett medelvärde för alla ligger mellan kvinnors och mäns, och ett antal är deras summa. "
        "Stämmer det inte är någon av raderna förväxlad eller felskriven.",
        "A share or mean of all lies between those of women and men, and a number is their sum. Otherwise one "
        "of the rows has been mixed up or is a slip.",
    ),
    bad=HEADER + "nyckeltal,9999,2021,T,71.5,SCB\nnyckeltal,9999,2021,K,92.0,SCB\nnyckeltal,9999,2021,M,90.9,SCB\n",
    good=HEADER + "nyckeltal,9999,2021,T,91.5,SCB\nnyckeltal,9999,2021,K,92.0,SCB\nnyckeltal,9999,2021,M,90.9,SCB\n",
    where=WHERE,
)
def total_unlike_its_parts(series: Series, _: Context) -> Iterator[Found]:
    """The value of all agrees with those of women and men, with a margin for those without a stated gender.

    A value that is told as wrong by itself is told as that.
    """
    told = {id(one) for one in [*outside(series), *moved_points(series)]}
    summed = series.kpi.unit.code == "count" and series.kpi.decimals == 0
    odd = [
        (rows, values)
        for rows in series.by_period.values()
        if not any(id(one) in told for one in rows.values())
        and len(rows) == len(Gender)
        and (values := _three(rows))
        and not _agree(*values, summed=summed)
    ]
    if odd:
        rows, (total, women, men) = odd[0]
        facts: dict[str, str | Text] = {
            "row": named(rows[Gender.ALL]),
            "total": str(total),
            "women": str(women),
            "men": str(men),
            "between": Text("vara summan av K och M", "be the sum of K and M")
            if summed
            else Text("ligga mellan K och M", "lie between K and M"),
            "more": more(len(odd) - 1),
        }
        beside = tuple(Beside(Text(f"{one} står här", f"{one} is here"), rows[one]) for one in _GENDERS[1:])
        yield Found(rows[Gender.ALL], facts, beside=beside)


def _three(rows: dict[Gender, Measurement]) -> tuple[Decimal, Decimal, Decimal] | None:
    """The values of all, women and men, where none is missing."""
    values = tuple(value for one in _GENDERS if (value := rows[one].value) is not None)
    return (values[0], values[1], values[2]) if len(values) == len(_GENDERS) else None


def _agree(total: Decimal, women: Decimal, men: Decimal, *, summed: bool) -> bool:
    lower, upper = (women, men) if women < men else (men, women)
    if lower <= total <= upper and not summed:
        return True
    margin = abs(total) * _MARGIN + Decimal(10) ** -min(map(decimals_of, (total, women, men)))
    if abs(women + men - total) <= margin:
        return True
    return not summed and lower - margin <= total <= upper + margin


@rule(
    "MEA556",
    "women-and-men-missing",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} saknar {missing}, men nyckeltalet har by_gender: true",
        "{row} lacks {missing}, but the KPI has by_gender: true",
    ),
    cure=Text(
        "lägg till rader för {missing}, med värde eller status, eller ta bort by_gender",
        "add rows for {missing}, with a value or a status, or remove by_gender",
    ),
    why=Text(
        "Kvinnor och män ska bedömas var för sig. Utan deras rader syns det inte om målet nås för bara några.",
        "Women and men are to be judged apart. Without their rows no one sees that the goal is reached for only some.",
    ),
    bad=HEADER + "studiero,9999,2022,T,71,SCB\n",
    good=HEADER + "studiero,9999,2022,T,71,SCB\nstudiero,9999,2022,K,76,SCB\nstudiero,9999,2022,M,66,SCB\n",
    where=WHERE,
)
def women_and_men_missing(series: Series, context: Context) -> Iterator[Found]:
    """The latest value of a KPI that is judged by gender has rows of women and men, if only with a status."""
    totals = [one for one in series.totals if not is_future(one, context)]
    if series.kpi.by_gender and totals and context.every_row:
        latest = totals[-1]
        rows = series.by_period[latest.period]
        missing = [str(one) for one in (Gender.WOMEN, Gender.MEN) if one not in rows]
        if missing and latest.value is not None:
            words = Text(" och ".join(missing), " and ".join(missing))
            yield Found(latest, {"row": named(latest), "missing": words})


@rule(
    "MEA557",
    "total-missing",
    on=Series,
    severity=Severity.WARNING,
    says=Text("{row} finns, men det saknas en rad för T{more}", "{row} is there, but there is no row for T{more}"),
    cure=Text(
        "lägg till en rad för T, med värde eller status; den räknas aldrig ut ur K och M",
        "add a row for T, with a value or a status; it is never computed from K and M",
    ),
    why=Text(
        "Det är T som bedöms. Saknas T går nyckeltalet inte att bedöma, och ingen annan rad används i dess ställe.",
        "It is T that is judged. Without T the KPI can't be judged, and no other row is used in its place.",
    ),
    bad=HEADER + "nyckeltal,9999,2021,K,92.0,SCB\nnyckeltal,9999,2021,M,90.9,SCB\n",
    good=HEADER + "nyckeltal,9999,2021,T,91.5,SCB\nnyckeltal,9999,2021,K,92.0,SCB\nnyckeltal,9999,2021,M,90.9,SCB\n",
    where=WHERE,
)
def total_missing(series: Series, context: Context) -> Iterator[Found]:
    """Where women or men have a value, all have a row; one for a part of the year is told as that."""
    if context.every_row:
        odd = {one.period.year for one in series.values if one.gender is Gender.ALL and is_odd(one, series.kpi)}
        with_parts = (
            rows for period, rows in series.by_period.items() if Gender.ALL not in rows and period.year not in odd
        )
        yield from first_of(one for rows in with_parts if (one := next(iter(rows.values()))).value is not None)


@rule(
    "MEA558",
    "parts-do-not-give-the-value",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} är {found}, men täljare och nämnare ger {computed}{more}",
        "{row} is {found}, but numerator and denominator give {computed}{more}",
    ),
    cure=Text("rätta value, numerator eller denominator", "correct value, numerator or denominator"),
    why=Text(
        "Värdet ska gå att räkna fram ur sina delar. Annars är något av talen fel, och ingen kan säga vilket.",
        "The value should be what its parts give. Otherwise one of the numbers is wrong, and no one can say which.",
    ),
    bad=_PARTS + "nyckeltal,9999,2021,T,91.5,815,1000,SCB\n",
    good=_PARTS + "nyckeltal,9999,2021,T,91.5,915,1000,SCB\n",
    where=WHERE,
)
def parts_do_not_give_the_value(series: Series, _: Context) -> Iterator[Found]:
    """A share is its numerator over its denominator, as exactly as the value is written."""
    multiple = MULTIPLES.get(series.kpi.unit.code)
    odd = [
        (one, computed)
        for one in series.values
        if multiple
        and (computed := _computed(one, multiple)) is not None
        and not _as_written(one, computed, series.kpi)
    ]
    if odd:
        one, computed = odd[0]
        shown = f"{round(computed, max(series.kpi.decimals, decimals_of(one.value or computed))):f}"
        yield from first_of([row for row, _ in odd], found=str(one.value), computed=shown)


def _computed(one: Measurement, multiple: Decimal) -> Decimal | None:
    if one.value is None or one.numerator is None or not one.denominator:
        return None
    return multiple * one.numerator / one.denominator


def _as_written(one: Measurement, computed: Decimal, kpi: Kpi) -> bool:
    value = one.value or Decimal(0)
    return abs(value - computed) <= Decimal("0.51") * Decimal(10) ** -min(decimals_of(value), kpi.decimals)


@rule(
    "MEA559",
    "few-persons-shown",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} bygger på {found}, färre än {smallest} personer{more}",
        "{row} is based on {found}, fewer than {smallest} people{more}",
    ),
    cure=Text(
        "pröva sekretessen; skriv status suppressed i stället för värdet om någon kan kännas igen",
        "consider confidentiality; write the status suppressed instead of the value if anyone could be recognised",
    ),
    why=Text(
        "Rapporten är offentlig. Ett antal under gränsen kan peka ut enskilda, till exempel i en liten grupp elever.",
        "The report is public. A number below the limit may identify individuals, as in a small group of pupils.",
    ),
    bad=_PARTS + "nyckeltal,9999,2021,T,66.7,2,3,SCB\nnyckeltal,9999,2021,K,66.7,2,3,SCB\n",
    good=_PARTS + "nyckeltal,9999,2021,T,66.7,200,300,SCB\nnyckeltal,9999,2021,K,66.7,200,300,SCB\n",
    where=WHERE,
)
def few_persons_shown(series: Series, context: Context) -> Iterator[Found]:
    """Where a KPI is about persons, no figure shows a few of them, of those who are counted or those who are not."""
    if not any(one.gender is not Gender.ALL for one in series.values):
        return  # only persons are women or men: sites and vehicles may be few
    few = [
        (one, counts[0])
        for one in series.values
        if (counts := [count for count in _persons(one, series.kpi) if 0 < count < context.limits.smallest_count])
    ]
    if few:
        yield from first_of([one for one, _ in few], found=str(few[0][1]), smallest=str(context.limits.smallest_count))


def _persons(one: Measurement, kpi: Kpi) -> Iterator[Decimal]:
    if one.value is not None and kpi.unit.code == "count":
        yield one.value
    if one.numerator is not None and kpi.unit.code in MULTIPLES:
        yield one.numerator
        if one.denominator is not None and kpi.unit.is_percent:
            yield one.denominator - one.numerator


@rule(
    "MEA560",
    "few-respondents",
    on=Series,
    severity=Severity.WARNING,
    says=Text("{row} bygger på {found} svarande{more}", "{row} is based on {found} respondents{more}"),
    cure=Text(
        "visa inte värdet (status suppressed), eller lägg ihop flera år eller enheter",
        "do not show the value (status suppressed), or combine several years or units",
    ),
    why=Text(
        "Med så få svarande flyttar en enda person andelen mer än de flesta verkliga förändringar. "
        "Är de mycket få kan svaren dessutom röja vem som svarat.",
        "With so few respondents one single person moves the share more than most real changes do. If they "
        "are very few, the answers may also tell who gave them.",
    ),
    bad="kpi,municipality,period,gender,value,n,source\nnyckeltal,9999,2021,T,75.0,8,Brukarundersökning\n",
    good="kpi,municipality,period,gender,value,n,source\nnyckeltal,9999,2021,T,75.0,80,Brukarundersökning\n",
    where=WHERE,
)
def few_respondents(series: Series, context: Context) -> Iterator[Found]:
    """A value that is shown has enough respondents behind it."""
    fewest = context.limits.fewest_respondents
    few = [one for one in series.values if one.value is not None and one.n is not None and one.n < fewest]
    yield from first_of(few, found=str(few[0].n) if few else "")
