from calendar import isleap
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malstyrning.domain.periods import (
    Occasion,
    Period,
    due_by,
    occasion_of,
    parse_date,
    parse_month_or_date,
    parse_period,
    parse_stretch,
    parts_of,
    year_to_date,
)
from malstyrning.domain.words import ReportedIn

LAST_PART = {"": 1, "H": 2, "Q": 4, "T": 3, "M": 12}
PERIODS = st.sampled_from(sorted(LAST_PART)).flatmap(
    lambda kind: st.builds(Period, st.integers(1900, 2099), st.just(kind), st.integers(1, LAST_PART[kind]))
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022H1", "2022-01-01", "2022-06-30"),
        ("2022H2", "2022-07-01", "2022-12-31"),
        ("2022Q1", "2022-01-01", "2022-03-31"),
        ("2022Q2", "2022-04-01", "2022-06-30"),
        ("2022Q3", "2022-07-01", "2022-09-30"),
        ("2022Q4", "2022-10-01", "2022-12-31"),
        ("2025T1", "2025-01-01", "2025-04-30"),
        ("2025T2", "2025-05-01", "2025-08-31"),
        ("2025T3", "2025-09-01", "2025-12-31"),
        ("2022-01", "2022-01-01", "2022-01-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2022-04", "2022-04-01", "2022-04-30"),
        ("2022-12", "2022-12-01", "2022-12-31"),
    ],
)
def test_a_period_is_a_stretch_of_days(text: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.start, period.end) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "1899",
        "2100",
        "20222",
        " 2022",
        "2022 ",
        "2022\n",
        "２０２２",
        "2022H0",
        "2022H3",
        "2022Q0",
        "2022Q5",
        "2022T4",
        "2022t1",
        "2022T",
        "2022-00",
        "2022-13",
        "2022-1",
        "2022-01-01",
        "2021/22",
        "2022H1Q1",
        "2022M3",
        "+2022",
    ],
)
def test_every_other_form_is_refused(text: str) -> None:
    assert parse_period(text) is None


@given(PERIODS)
def test_a_period_reads_back_from_its_own_text(period: Period) -> None:
    assert parse_period(str(period)) == period


@given(PERIODS)
def test_the_parts_of_a_year_lie_end_to_end(period: Period) -> None:
    following = period.end + timedelta(days=1)
    if period.part < LAST_PART[period.kind]:
        assert following == Period(period.year, period.kind, period.part + 1).start
    else:
        assert following == date(period.year + 1, 1, 1)


@given(st.integers(1900, 2099))
def test_february_has_its_leap_day(year: int) -> None:
    assert Period(year, "M", 2).end.day == (29 if isleap(year) else 28)


def test_an_earlier_year_has_the_same_part() -> None:
    assert Period(2022, "T", 2).years_before(3) == Period(2019, "T", 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-11-15", date(2022, 11, 15)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2022-02-29", None),
        ("2022-13-01", None),
        ("2022-1-5", None),
        ("22-11-15", None),
        ("2022-11-15 ", None),
        ("20221115", None),
        ("２０２２-11-15", None),
        ("15/11 2022", None),
    ],
)
def test_a_date_has_one_form(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-11", date(2022, 11, 30)),
        ("2022-11-15", date(2022, 11, 15)),
        ("2022", None),
        ("2022Q4", None),
        ("2022-11-31", None),
        ("", None),
    ],
)
def test_a_month_counts_as_its_last_day(text: str, expected: date | None) -> None:
    assert parse_month_or_date(text) == expected


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("months", "text", "end"),
    [
        (1, "2022-01", "2022-01-31"),
        (3, "2022Q1", "2022-03-31"),
        (4, "2022T1", "2022-04-30"),
        (6, "2022H1", "2022-06-30"),
        (8, "2022-01/2022-08", "2022-08-31"),
        (11, "2022-01/2022-11", "2022-11-30"),
        (12, "2022", "2022-12-31"),
    ],
)
def test_what_has_passed_of_a_year_begins_with_it(months: int, text: str, end: str) -> None:
    found = year_to_date(2022, months)
    assert (str(found), found.start, found.end) == (text, date(2022, 1, 1), date.fromisoformat(end))
    assert found.years_before(1) == year_to_date(2021, months)
    assert "/" not in text or parse_period(text) is None  # it is no period that a row may be of


@pytest.mark.parametrize(
    ("whole", "kind", "parts"),
    [
        (Period(2022), "T", ["2022T1", "2022T2", "2022T3"]),
        (Period(2022), "H", ["2022H1", "2022H2"]),
        (Period(2022, "Y", 8), "T", ["2022T1", "2022T2"]),
        (Period(2022, "H", 2), "Q", ["2022Q3", "2022Q4"]),
        (Period(2022, "T", 2), "M", ["2022-05", "2022-06", "2022-07", "2022-08"]),
        pytest.param(Period(2022, "Y", 8), "Q", [], id="quarters don't end in August"),
        pytest.param(Period(2022, "T", 1), "T", [], id="it is no part of itself"),
        pytest.param(Period(2022), "", [], id="nor is a year"),
    ],
)
def test_the_parts_of_a_period_fill_it(whole: Period, kind: str, parts: list[str]) -> None:
    assert [str(one) for one in parts_of(whole, kind)] == parts


@pytest.mark.parametrize(
    ("text", "lag", "months", "day"),
    [
        ("2022", 0, 9, "2023-09-30"),
        ("2022", 0, 0, "2022-12-31"),
        ("2021", 1, 2, "2023-02-28"),
        ("2022T2", 0, 9, "2023-05-31"),
        ("2022-01", 0, 11, "2022-12-31"),
    ],
)
def test_a_value_is_due_some_months_after_its_period(text: str, lag: int, months: int, day: str) -> None:
    assert due_by(period(text), lag, months) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "reported_in"), [("2022T1", ReportedIn.T1), ("2022T2", ReportedIn.T2), ("2022", ReportedIn.YEAR_END)]
)
def test_there_are_three_occasions_in_a_year(text: str, reported_in: ReportedIn) -> None:
    occasion = occasion_of(period(text))
    assert occasion is not None
    assert occasion.reported_in is reported_in
    assert occasion.is_close is (reported_in is ReportedIn.YEAR_END)


@pytest.mark.parametrize("text", ["2022T3", "2022H1", "2022H2", "2022Q2", "2022Q4", "2022-04", "2022-08", "2022-12"])
def test_no_report_is_made_for_other_parts_of_a_year(text: str) -> None:
    assert occasion_of(period(text)) is None


@pytest.mark.parametrize(("text", "day"), [("2025", "2025-12-31"), ("2025T1", "2025-04-30"), ("2025T2", "2025-08-31")])
def test_an_occasion_speaks_from_the_end_of_its_period(text: str, day: str) -> None:
    period = parse_period(text)
    assert period is not None
    occasion = Occasion(period)
    assert occasion.date == date.fromisoformat(day)
    assert occasion.year == 2025
    assert str(occasion) == text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022-01/2022-08", Period(2022, "Y", 8)),
        ("2022T1", Period(2022, "T", 1)),
        ("2022", Period(2022)),
        ("2022-01/2022-04", None),  # which is written 2022T1
        ("2022-02/2022-08", None),
        ("2021-01/2022-08", None),
        ("2022-01/", None),
        ("2022-01/2022", None),
        ("", None),
    ],
)
def test_a_stretch_is_read_as_it_is_written(text: str, period: Period | None) -> None:
    assert parse_stretch(text) == period
    assert period is None or str(period) == text
