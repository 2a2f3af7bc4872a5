"""Measured values: a number that can't be right, or that is unlike the others of its series."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from statistics import median

from malstyrning.diagnostics import Severity
from malstyrning.domain.outcomes import Measurement
from malstyrning.domain.variation import FEWEST_VALUES, MOST_YEARS, UNUSUAL, mean_moving_range
from malstyrning.domain.words import Gender
from malstyrning.language import Text
from malstyrning.rules.measured.shared import HEADER, WHERE, first_of, is_within, limits_of, named
from malstyrning.rules.rule import Beside, Context, Found, Series, rule

_FEWEST_OTHERS = 2  # values that one with a moved decimal point is held against
_EVEN = Decimal(2)  # times the median, up or down: within that a series is even enough to hold a value against
_NEAR = Decimal("1.4")  # times the median, once the point is moved back
_MANY = 5  # rows that one odd value may stand among
_MOVES = (Decimal(10), Decimal(100), Decimal(1000))
_YEARS = HEADER + "".join(f"laslust,9999,{year},T,{70 + year % 3},SCB\n" for year in range(2014, 2022))


@rule(
    "MEA551",
    "impossible-value",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} är {found}, men enheten {unit} är {range}{more}",
        "{row} is {found}, but the unit {unit} is {range}{more}",
    ),
    cure=Text(
        "rätta värdet, eller ange nyckeltalets eget spann med plausible om det inte är en andel eller ett antal",
        "correct the value, or give the KPI a range of its own with plausible if it is not a share or a number",
    ),
    why=Text(
        "En andel av en helhet ligger mellan 0 och 100 procent, och antal, dagar och år är aldrig negativa. "
        "Ett sådant värde är oftast felskrivet, och bedöms ändå.",
        "A share of a whole lies between 0 and 100 per cent, and numbers, days and years are never negative. "
        "Such a value is most often a slip, and it is judged all the same.",
    ),
    bad=HEADER + "nyckeltal,9999,2021,T,191.5,SCB\n",
    good=HEADER + "nyckeltal,9999,2021,T,91.5,SCB\n",
    where=WHERE,
)
def impossible_value(series: Series, _: Context) -> Iterator[Found]:
    """Where the KPI states no range of its own, a value lies within that of its unit."""
    if series.kpi.plausible is None and (rows := outside(series)):
        unit = series.kpi.unit
        span = Text("0 till 100", "0 to 100") if unit.is_percent else Text("aldrig negativ", "never negative")
        yield from first_of(rows, found=str(rows[0].value), unit=unit.code, range=span)


@rule(
    "MEA552",
    "implausible-value",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} är {found}, utanför det rimliga spannet {lower} till {upper}{more}",
        "{row} is {found}, outside the plausible range {lower} to {upper}{more}",
    ),
    cure=Text("rätta värdet, eller vidga plausible", "correct the value, or widen plausible"),
    why=Text(
        "Nyckeltalet säger självt vilka värden som är rimliga. Ett värde utanför är felskrivet, eller så stämmer "
        "spannet inte längre.",
        "The KPI itself says which values are plausible. One outside is a slip, or the range no longer holds.",
    ),
    bad=HEADER + "laslust,9999,2021,T,7,SCB\n",
    good=HEADER + "laslust,9999,2021,T,70,SCB\n",
    where=WHERE,
)
def implausible_value(series: Series, _: Context) -> Iterator[Found]:
    """A value lies within the range that the KPI states."""
    stated = series.kpi.plausible
    if stated and (rows := outside(series)):
        yield from first_of(rows, found=str(rows[0].value), lower=str(stated.lower), upper=str(stated.upper))


def outside(series: Series) -> list[Measurement]:
    """The values that can't be right, or that the KPI does not hold for plausible."""
    limits = limits_of(series.kpi)
    if limits == (None, None):
        return []
    return [one for one in series.values if one.value is not None and not is_within(one.value, limits)]


@rule(
    "MEA553",
    "moved-decimal-point",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} är {found}, ungefär {times} de andra värdena{more}",
        "{row} is {found}, about {times} the other values{more}",
    ),
    cure=Text(
        "se efter ett flyttat decimaltecken, eller kronor mot tusental kronor; menades {meant}?",
        "look for a moved decimal point, or kronor against thousands of kronor; was {meant} meant?",
    ),
    why=Text(
        "Ett decimaltecken som har flyttats ger ett värde som ser ut som en stor förändring, och som bedöms som en.",
        "A decimal point that has moved gives a value that looks like a great change, and is judged as one.",
    ),
    bad=HEADER + "nyckeltal,9999,2020,T,9.02,SCB\nnyckeltal,9999,2021,T,90.8,SCB\n",
    good=HEADER + "nyckeltal,9999,2020,T,90.2,SCB\nnyckeltal,9999,2021,T,90.8,SCB\n",
    where=WHERE,
)
def moved_decimal_point(series: Series, _: Context) -> Iterator[Found]:
    """In an even series no value is ten, a hundred or a thousand times the others, or that part of them."""
    moved = _moved_in(series)
    if moved:
        one, factor = moved[0]
        value = one.value or Decimal(0)
        times = (
            Text(f"{factor} gånger", f"{factor} times")
            if factor > 1
            else Text(f"en {_PARTS[1 / factor].sv} av", f"a {_PARTS[1 / factor].en} of")
        )
        meant = f"{(value / factor).normalize():f}"
        yield from first_of([row for row, _ in moved], found=str(value), times=times, meant=meant)


def moved_points(series: Series) -> list[Measurement]:
    """The values whose decimal point seems to have moved."""
    return [one for one, _ in _moved_in(series)]


def _moved_in(series: Series) -> list[tuple[Measurement, Decimal]]:
    limits = limits_of(series.kpi)
    if limits[0] is not None and limits[0] < 0:
        return []  # what may pass zero, a result or a deviation, may be of any size
    moved = [(one, factor) for rows in _by_gender(series).values() for one, factor in _moved(rows)]
    return [(one, factor) for one, factor in moved if is_within(one.value or Decimal(0), limits)]


_PARTS = {
    Decimal(10): Text("tiondel", "tenth"),
    Decimal(100): Text("hundradel", "hundredth"),
    Decimal(1000): Text("tusendel", "thousandth"),
}


def _by_gender(series: Series) -> Mapping[tuple[Gender, str], list[Measurement]]:
    """The rows that have a value other than zero, oldest first, by gender and kind of period."""
    rows: dict[tuple[Gender, str], list[Measurement]] = {}
    for one in (row for genders in series.by_period.values() for row in genders.values()):
        if one.value:
            rows.setdefault((one.gender, one.period.kind), []).append(one)
    return rows


def _moved(rows: list[Measurement]) -> Iterator[tuple[Measurement, Decimal]]:
    """The values that a power of ten parts from an otherwise even series, each with that power."""
    sizes = [abs(one.value or Decimal(0)) for one in rows]
    if len({bool(one.value and one.value > 0) for one in rows}) > 1:
        return  # what passes zero may be of any size
    if len(rows) <= _FEWEST_OTHERS or max(sizes) < _MOVES[0] / _NEAR * min(sizes):
        return
    middle = median(sizes)
    even = [middle / _EVEN <= size <= middle * _EVEN for size in sizes]
    if even.count(False) > max(1, len(rows) // _MANY):
        return
    for index, size in enumerate(sizes):
        if even[index] or not all(even[max(index - 1, 0) : index] + even[index + 1 : index + 2]):
            continue  # a slip stands alone, where a series that has moved has neighbours
        for move in _MOVES:
            for factor in (move, 1 / move):
                if 1 / _NEAR <= size / factor / middle <= _NEAR:
                    yield rows[index], factor


@rule(
    "MEA554",
    "unusual-change",
    on=Series,
    severity=Severity.WARNING,
    says=Text(
        "{row} är {found}, {change} sedan {earlier}: mer än dubbelt så mycket som någonsin tidigare ({largest})",
        "{row} is {found}, {change} since {earlier}: more than twice as much as ever before ({largest})",
    ),
    cure=Text(
        "kontrollera värdet mot källan; stämmer det, skriv en rad i definitions om det mäts på ett nytt sätt, "
        "eller acceptera anmärkningen",
        "check the value against its source; if it is right, write a line in definitions if it is measured in a new "
        "way, or accept the finding",
    ),
    why=Text(
        "En så ovanlig ändring är ett fel, ett nytt sätt att mäta eller en verklig händelse. Den som läser rapporten "
        "ska inte behöva gissa vilket.",
        "So unusual a change is a mistake, a new way of measuring or something that really happened. A reader of the "
        "report should not have to guess which.",
    ),
    bad=_YEARS + "laslust,9999,2022,T,92,SCB\n",
    good=_YEARS + "laslust,9999,2022,T,72,SCB\n",
    where=WHERE,
)
def unusual_change(series: Series, context: Context) -> Iterator[Found]:
    """The latest value does not leave the one before it by more than twice the largest change in ten years."""
    rows = [one for one in series.totals if one.value is not None]
    if len(rows) <= FEWEST_VALUES or not is_within(rows[-1].value or Decimal(0), limits_of(series.kpi)):
        return
    before, now = rows[-2:]
    begun = series.kpi.definition_break(now.period.year) or 0
    first = max(now.period.year - MOST_YEARS, begun)
    earlier = {one.period.number: one.value or Decimal(0) for one in rows[:-1] if one.period.year >= first}
    if len(earlier) < FEWEST_VALUES or now.period.number - before.period.number != 1:
        return
    if any(one is now for one, _ in _moved(rows)) or now.example or context.plan.example:
        return  # a moved point is told already, and what is invented has no source to check against
    change = (now.value or Decimal(0)) - earlier[before.period.number]
    largest = max((abs(earlier[b] - earlier[a]) for a, b in pairwise(earlier) if b - a == 1), default=Decimal(0))
    limit = max(UNUSUAL * mean_moving_range(earlier), 2 * largest, series.kpi.change_interval or Decimal(0))
    if abs(change) > limit and largest:  # what never changed before says nothing of what is usual
        note = Text(f"värdet före: {before.value}", f"the value before: {before.value}")
        facts: dict[str, str | Text] = {
            "row": named(now),
            "found": str(now.value),
            "change": f"{change:+f}",
            "earlier": str(before.period),
            "largest": f"{largest:f}",
        }
        yield Found(now, facts, beside=(Beside(note, before),))
