"""How one language writes values, differences, money and levels: the only maker of formatted numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from malstyrning.domain.kpis import Unit
from malstyrning.domain.numbers import decimals_of, rounded
from malstyrning.domain.periods import Period
from malstyrning.domain.targets import AtLeast, AtMost, Criterion
from malstyrning.language import (
    NO_BREAK_SPACE,
    Language,
    Text,
    format_date,
    format_months,
    format_number,
)

_DOUBLED = re.compile(r"(?<=\w)\.\.(?=\s|$)")  # an abbreviation that ends a sentence has one stop
_THOUSANDS_IN_MILLION = Decimal(1000)
_AT_LEAST = Text("minst {level}", "at least {level}")
_AT_MOST = Text("högst {level}", "at most {level}")
_BETWEEN = Text("{lower} till {upper}", "{lower} to {upper}")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes in one language."""

    language: Language

    def text(self, text: Text, **facts: str | Text) -> str:
        """A text in the language, with its facts."""
        return _DOUBLED.sub(".", text.filled(facts)[self.language]) if facts else text[self.language]

    def number(self, number: Decimal, *, signed: bool = False) -> str:
        """A number with all its decimals: `91,2`."""
        return format_number(number, self.language, signed=signed)

    def value(self, number: Decimal, unit: Unit) -> str:
        """A value with its unit: `91,2 %`, in English `91.2%`."""
        return self._with_unit(self.number(number), unit.one if _is_one(number) else unit.label)

    def difference(self, number: Decimal, unit: Unit, *, signed: bool = True) -> str:
        """A difference with the unit of differences: `+1,2 procentenheter`."""
        label = unit.difference_one if _is_one(number) else unit.difference
        return self._with_unit(self.number(number, signed=signed), label)

    def level(self, criterion: Criterion, unit: Unit) -> str:
        """A target level: `minst 95,0 %`."""
        if isinstance(criterion, AtLeast):
            return self.text(_AT_LEAST, level=self.value(criterion.level, unit))
        if isinstance(criterion, AtMost):
            return self.text(_AT_MOST, level=self.value(criterion.level, unit))
        lower, upper = self.number(criterion.lower), self.value(criterion.upper, unit)
        return self.text(_BETWEEN, lower=lower, upper=upper)

    def limits(self, criterion: Criterion) -> str:
        """A target level for a table, by sign and without unit: `≥ 95,0`."""
        if isinstance(criterion, AtLeast):
            return f"≥{NO_BREAK_SPACE}{self.number(criterion.level)}"
        if isinstance(criterion, AtMost):
            return f"≤{NO_BREAK_SPACE}{self.number(criterion.level)}"
        return f"{self.number(criterion.lower)}–{self.number(criterion.upper)}"

    def money(self, thousands: Decimal, *, signed: bool = False) -> str:
        """Thousand kronor in millions with one decimal: `3 192,0`."""
        return self.number(rounded(thousands / _THOUSANDS_IN_MILLION, 1), signed=signed)

    def percent(self, share: Decimal, *, signed: bool = False) -> str:
        """A share in per cent with one decimal: `+1,2 %`."""
        return self.rounded_percent(rounded(share, 1), signed=signed)

    def rounded_percent(self, share: Decimal, *, signed: bool = False) -> str:
        """A share in per cent with all the decimals it has: `80 %`, `66,7 %`."""
        return self._with_unit(self.number(share, signed=signed), Text("%", "%"))

    def date(self, day: date) -> str:
        """A date in full."""
        return format_date(day, self.language)

    def period(self, period: Period) -> str:
        """A period by its short name, or the months of a part of a year that has none: `januari–augusti 2022`."""
        return format_months(period.start, period.end, self.language) if period.kind == "Y" else str(period)

    def periods(self, periods: Iterable[Period]) -> str:
        """Several periods, with commas between them."""
        return ", ".join(map(self.period, periods))

    def years(self, first: Period, last: Period) -> str:
        """The same stretch of several years: `2016–2022`, `2016T2–2022T2`, `januari–augusti 2016–2022`; or of one."""
        if first == last:
            return self.period(last)
        if last.kind != "Y":
            return f"{first}–{last}"
        return self.period(last).replace(str(last.year), f"{first.year}–{last.year}")

    def _with_unit(self, number: str, unit: Text) -> str:
        label = unit[self.language].replace(" ", NO_BREAK_SPACE)
        if not label:
            return number
        joint = "" if label == "%" and self.language is Language.EN else NO_BREAK_SPACE
        return number + joint + label


def _is_one(number: Decimal) -> bool:
    """One day, but 1.0 days."""
    return abs(number) == 1 and decimals_of(number) == 0


def with_decimals(criterion: Criterion, decimals: int) -> Criterion:
    """The same level written with the KPI's decimals: 95 becomes 95.0."""
    if isinstance(criterion, AtLeast | AtMost):
        return type(criterion)(rounded(criterion.level, decimals))
    return type(criterion)(rounded(criterion.lower, decimals), rounded(criterion.upper, decimals))
