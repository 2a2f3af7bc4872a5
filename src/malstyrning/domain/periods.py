"""Periods (the stretch a value covers) and reporting occasions (the date a report speaks from)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from malstyrning.domain.words import ReportedIn

_PERIOD = re.compile(r"((?:19|20)[0-9]{2})(?:(H[12])|(Q[1-4])|(T[1-3])|-(0[1-9]|1[0-2]))?", re.ASCII)
_DATE = re.compile(r"((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})", re.ASCII)
_MONTHS_IN = {"": 12, "H": 6, "Q": 3, "T": 4, "M": 1, "Y": 1}


class Measured(StrEnum):
    """How often a KPI is measured."""

    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"
    TERTIAL = "tertial"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"

    @property
    def kind(self) -> str:
        """The kind of the periods that it is measured by, as `Period.kind` writes it."""
        return _KIND_OF[self]


_KIND_OF = {
    Measured.YEARLY: "",
    Measured.HALF_YEARLY: "H",
    Measured.TERTIAL: "T",
    Measured.QUARTERLY: "Q",
    Measured.MONTHLY: "M",
}


@dataclass(frozen=True, slots=True)
class Period:
    """A year (`2022`), half-year (`2022H1`), quarter (`2022Q1`), tertial (`2022T1`) or month (`2022-03`).

    What is added up of a year so far may cover none of these: kind `Y` is the first `part` months (`2022-01/2022-08`).
    """

    year: int
    kind: str = ""  # "", H, Q, T, M or Y
    part: int = 1

    def __str__(self) -> str:
        if self.kind == "Y":
            return f"{self.year}-01/{self.year}-{self.part:02}"
        if self.kind == "M":
            return f"{self.year}-{self.part:02}"
        return f"{self.year}{self.kind}{self.part}" if self.kind else str(self.year)

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, 1 if self.kind == "Y" else (self.part - 1) * _MONTHS_IN[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """Last day."""
        return date(self.year, self.last_month, monthrange(self.year, self.last_month)[1])

    @property
    def last_month(self) -> int:
        """The month that it ends with, from 1."""
        return self.part * _MONTHS_IN[self.kind]

    @property
    def number(self) -> int:
        """Its place among all periods of its kind: the next one's is one more."""
        return self.year * (12 // _MONTHS_IN[self.kind]) + self.part - 1

    def later(self, periods: int) -> "Period":
        """The period of the same kind that comes so many periods later."""
        year, part = divmod(self.number + periods, 12 // _MONTHS_IN[self.kind])
        return Period(year, self.kind, part + 1)

    def years_before(self, years: int) -> "Period":
        """The same part of an earlier year."""
        return Period(self.year - years, self.kind, self.part)


def parts_of(whole: Period, kind: str) -> tuple[Period, ...]:
    """The periods of a kind that make up a longer one, in order; none where they don't fill it exactly."""
    count = 12 // _MONTHS_IN[kind]
    within = [Period(whole.year, kind, part) for part in range(1, count + 1)]
    within = [one for one in within if whole.start <= one.start and one.end <= whole.end]
    fills = len(within) > 1 and (within[0].start, within[-1].end) == (whole.start, whole.end)
    return tuple(within) if fills else ()


def year_to_date(year: int, months: int) -> Period:
    """The first months of a year, by the name of a period that is as long where there is one: `2022T1` for four."""
    kind = {12: "", 6: "H", 4: "T", 3: "Q", 1: "M"}.get(months)
    return Period(year, "Y", months) if kind is None else Period(year, kind)


def due_by(period: Period, lag: int, months: int) -> date:
    """The last day of the month that comes so many months after a period, and `lag` years later."""
    year, month = divmod(_due_month(period, lag, months), 12)
    return Period(year, "M", month + 1).end


def is_overdue(period: Period, lag: int, months: int, today: date) -> bool:
    """Tell whether the day that `due_by` gives has passed: it is asked of every level, so no day is made."""
    return today.year * 12 + today.month - 1 > _due_month(period, lag, months)


def _due_month(period: Period, lag: int, months: int) -> int:
    """The month that a value is due in, counted from the year 0."""
    return (period.year + lag) * 12 + period.last_month - 1 + months


def parse_period(text: str) -> Period | None:
    """Read a period in one of its five forms; None for every other."""
    match = _PERIOD.fullmatch(text)
    if not match:
        return None
    year, *parts = match.groups()
    for part in parts[:3]:
        if part:
            return Period(int(year), part[0], int(part[1]))
    return Period(int(year), "M", int(parts[3])) if parts[3] else Period(int(year))


def parse_stretch(text: str) -> Period | None:
    """Read a period, or the first months of a year as our own records write them: `2022-01/2022-08`."""
    first, slash, last = text.partition("/")
    begun, ended = parse_period(first), parse_period(last)
    if not slash:
        return begun
    months = year_to_date(ended.year, ended.part) if ended and ended.kind == "M" else None
    return months if months and begun == Period(months.year, "M") and str(months) == text else None


def parse_date(text: str) -> date | None:
    """Read `2022-11-15`; None for every other form and for days that do not exist."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def parse_month_or_date(text: str) -> date | None:
    """Read `2022-11-15`, or `2022-11` as the last day of that month."""
    period = parse_period(text)
    return period.end if period and period.kind == "M" else parse_date(text)


_INTERIM = {1: ReportedIn.T1, 2: ReportedIn.T2}


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a report speaks: at the end of `period`, which is a year or one of its first two tertials."""

    period: Period

    @property
    def date(self) -> date:
        """The day that levels and frames are read at: 31 December for a year."""
        return self.period.end

    @property
    def year(self) -> int:
        """The year whose plan is judged."""
        return self.period.year

    @property
    def is_close(self) -> bool:
        """Tell whether the year has ended: the year-end close, and no interim report."""
        return self.date.month == _MONTHS_IN[""]

    @property
    def reported_in(self) -> ReportedIn:
        """What a KPI's `reported_in` calls it."""
        return ReportedIn.YEAR_END if self.is_close else _INTERIM[self.period.part]

    def __str__(self) -> str:
        return str(self.period)


def occasion_of(period: Period) -> Occasion | None:
    """The occasion at the end of a period; None where no report is made then: there are three in a year."""
    is_one = not period.kind or (period.kind == "T" and period.part in _INTERIM)
    return Occasion(period) if is_one else None
