"""The rules about measured values: where they stay silent, where they point, how one finding speaks for many rows."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load, minimal

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language
from malstyrning.rules import check_workspace

TODAY = date(2023, 12, 31)
HEADER = (
    "kpi,municipality,period,gender,value,status,numerator,denominator,n,preliminary,source,published,retrieved,example"
)


def row(period: object, value: object = "", gender: str = "T", **more: object) -> str:
    said = {"kpi": "k", "municipality": "9999", "period": period, "gender": gender, "value": value, "source": "SCB"}
    return ",".join(str({**said, **more}.get(one, "")) for one in HEADER.split(","))


def series(values: Iterable[object], first: int = 2013) -> list[str]:
    return [row(first + index, value) for index, value in enumerate(values)]


def findings(  # noqa: PLR0913 - all that a finding may hang on
    tmp_path: Path,
    rows: Iterable[str],
    kpi: str = "unit: index",
    more: str = "",
    *,
    today: date | None = None,
    path: str = "data/k.csv",
) -> list[Diagnostic]:
    decimals = "" if "decimals" in kpi else "decimals: 1, "
    text = f"kpis:\n  k: {{title: T, goal: mal, {decimals}direction: higher, {kpi}}}\n"
    settings = minimal()["malstyrning.yaml"] + more
    files = {"goals/k.yaml": text, "data/k.csv": "\n".join([HEADER, *rows, ""]), "malstyrning.yaml": settings}
    return [one for one in check_workspace(load(tmp_path, files), today) if one.span.path == path]


def codes(found: Iterable[Diagnostic]) -> list[str]:
    return [f"{one.rule.code} {one.span.line}" for one in found]


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [
        ("percent", "100.1", True),
        ("percent", "100", False),
        ("percent", "-0.1", True),
        ("days", "-1", True),
        ("kronor", "-1", False),
        ("index", "-1", False),
        ("'{sv: kWh, en: kWh}'", "-1", False),
        ("percent, plausible: {lower: -20, upper: 20}", "-7.5", False),
    ],
)
def test_a_value_that_its_unit_can_not_have(tmp_path: Path, unit: str, value: str, *, told: bool) -> None:
    assert codes(findings(tmp_path, [row(2021, value)], f"unit: {unit}".replace("'", ""))) == ["MEA551 2"] * told


def test_a_level_outside_the_whole_is_fine_where_values_are(tmp_path: Path) -> None:
    kpi = "unit: percent, plausible: {lower: -20, upper: 20}"
    level = "target_levels: [{year: 2022, kind: at_least, level: -1, decided: 2021-11-15}]"
    found = findings(tmp_path, [], f"{kpi}, {level}", path="goals/k.yaml")
    assert "TAR607" not in {one.rule.code for one in found}


def test_one_finding_speaks_for_many_rows_in_both_languages(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, [row(2019, -1), row(2020, -2), row(2021, -3)], "unit: days")
    assert found.message[Language.SV] == "k 2019 är -1, men enheten days är aldrig negativ (och 2 rader till)"
    assert found.message[Language.EN] == "k 2019 is -1, but the unit days is never negative (and 2 more rows)"


@pytest.mark.parametrize(
    ("values", "told", "meant"),
    [
        ((52.1, 5.31, 52.8), 3, "53.1"),
        ((52.1, 531, 52.8), 3, "53.1"),
        ((5210, 5290, 5280, 5.3), 5, "5300"),
        ((52.1, 53.1, 52.8), None, ""),
        ((52.1, 5.31), None, ""),  # no one can tell which
        ((5, 12, 55, 53), None, ""),  # a series that grows
        ((-5.2, 0.5, 5.1, 5.3), None, ""),  # one that passes zero
        ((50, 5, 4, 51, 52, 49), None, ""),  # two in a row are no slip
        ((50, 0, 51, 52), None, ""),
    ],
)
def test_a_moved_decimal_point(tmp_path: Path, values: tuple[float, ...], told: int | None, meant: str) -> None:
    found = findings(tmp_path, series(values), "unit: index, decimals: 0")
    assert codes(found) == ([f"MEA553 {told}"] if told else [])
    assert all(one.help[Language.EN].endswith(f"was {meant} meant?") for one in found)


def test_what_may_be_negative_may_be_of_any_size(tmp_path: Path) -> None:
    kpi = "unit: percent, decimals: 0, plausible: {lower: -50, upper: 50}"
    assert findings(tmp_path, series((20, 2, 22)), kpi) == []


@pytest.mark.parametrize(
    ("values", "kpi", "told"),
    [
        ((50, 51, 50, 52, 51, 50, 51, 50, 55), "", True),
        ((50, 51, 50, 52, 51, 50, 51, 50, 54), "", False),  # twice the largest change, and no more
        ((51, 50, 52, 51, 50, 51, 50, 55), "", False),  # too few before it
        ((50, 50, 50, 50, 50, 50, 50, 50, 51), "", False),  # what never changed says nothing
        ((50, 51, 50, 52, 51, 50, 51, 50, 55), "change_interval: 6", False),
        ((50, 51, 50, 52, 51, 50, 51, 50, 55), "definitions: [{from: 2013, text: A}, {from: 2021, text: B}]", False),
        ((50, 51, 50, 52, 59, 50, 51, 50, 51), "", False),  # only the latest value is looked at
    ],
)
def test_an_unusual_change(tmp_path: Path, values: tuple[int, ...], kpi: str, *, told: bool) -> None:
    found = findings(tmp_path, series([f"{one}.0" for one in values]), f"unit: index, {kpi}")
    assert codes(found) == ["MEA554 10"] * told
    assert [str(one.related[0].span) for one in found] == ["data/k.csv:9:15"] * told


def test_an_invented_value_may_change_as_it_likes(tmp_path: Path) -> None:
    values = [f"{one}.0" for one in (50, 51, 50, 52, 51, 50, 51, 50)]
    assert findings(tmp_path, [*series(values), row(2021, "59.0", example="yes")]) == []


@pytest.mark.parametrize(
    ("total", "women", "men", "unit", "told"),
    [
        ("50.0", "40.0", "60.0", "percent", False),
        ("61.0", "40.0", "60.0", "percent", False),  # some have not stated a gender
        ("70.0", "40.0", "60.0", "percent", True),
        ("100.0", "40.0", "60.0", "percent", False),  # a share of all that is divided between them
        ("100", "40", "60", "count, decimals: 0", False),
        ("50", "40", "60", "count, decimals: 0", True),
        ("99", "40", "60", "count, decimals: 0", False),  # noise that protects persons
        ("50.0", "40.0", "60.0", "count", False),  # a mean number
    ],
)
def test_a_total_and_its_parts(  # noqa: PLR0913 - three values, their unit and what is told
    tmp_path: Path, total: str, women: str, men: str, unit: str, *, told: bool
) -> None:
    rows = [row(2021, total), row(2021, women, "K"), row(2021, men, "M")]
    found = findings(tmp_path, rows, f"unit: {unit}")
    assert codes(found) == ["MEA555 2"] * told
    assert [len(one.related) for one in found] == [2] * told


def test_parts_that_are_secret_are_passed_over(tmp_path: Path) -> None:
    rows = [row(2021, "70.0"), row(2021, "", "K", status="suppressed"), row(2021, "60.0", "M")]
    assert findings(tmp_path, rows, "unit: percent") == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row(2021, 1)], "K and M"),
        ([row(2021, 1), row(2021, 1, "K")], "M"),
        ([row(2021, 1), row(2021, 1, "K"), row(2021, "", "M", status="suppressed")], None),
        ([row(2020, 1), row(2021, 1), row(2021, 1, "K"), row(2021, 1, "M")], None),
        ([row(2021, "", status="missing")], None),
    ],
)
def test_women_and_men_who_are_asked_for(tmp_path: Path, rows: list[str], told: str | None) -> None:
    found = findings(tmp_path, rows, "unit: index, by_gender: true")
    assert codes(found) == ["MEA556 2"] * bool(told)
    assert all(f"lacks {told}," in one.message[Language.EN] for one in found)


def test_a_total_that_is_told_as_missing_is_no_row_that_was_lost(tmp_path: Path) -> None:
    assert findings(tmp_path, [row(2021, "", status="suppressed"), row(2021, 1, "K")]) == []


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "told"),
    [
        ("33.3", 1000, 3000, False),
        ("33.333333", 1000, 3000, False),
        ("33", 1000, 3000, False),
        ("33.4", 1000, 3000, True),
        ("33.3", 1000, "", False),
        ("33.3", 1000, 0, False),
    ],
)
def test_a_share_and_its_parts(tmp_path: Path, value: str, numerator: int, denominator: object, *, told: bool) -> None:
    rows = [row(2021, value, numerator=numerator, denominator=denominator)]
    assert codes(findings(tmp_path, rows, "unit: percent")) == ["MEA558 2"] * told


@pytest.mark.parametrize(
    ("numerator", "denominator", "limit", "told"),
    [
        (4, 400, "", True),
        (396, 400, "", True),  # and so few are left
        (0, 400, "", False),
        (5, 400, "", False),
        (5, 400, "limits: {smallest_count: 6}\n", True),
    ],
)
def test_few_persons(tmp_path: Path, numerator: int, denominator: int, limit: str, *, told: bool) -> None:
    value = round(100 * numerator / denominator, 4)
    rows = [row(2021, value), row(2021, value, "K", numerator=numerator, denominator=denominator)]
    settings = {"malstyrning.yaml": 'format: 1\norganisation: "9999"\n' + (limit or "period: 2022\n")}
    text = "kpis:\n  k: {title: T, goal: mal, decimals: 1, direction: higher, unit: percent}\n"
    files = {"goals/k.yaml": text, "data/k.csv": "\n".join([HEADER, *rows, ""]), **settings}
    found = [one for one in check_workspace(load(tmp_path, files)) if one.span.path == "data/k.csv"]
    assert codes(found) == ["MEA559 3"] * told


def test_few_things_are_no_persons(tmp_path: Path) -> None:
    assert findings(tmp_path, [row(2021, "50.0", numerator=2, denominator=4)], "unit: percent") == []


def test_a_value_that_is_secret_needs_no_respondents(tmp_path: Path) -> None:
    assert findings(tmp_path, [row(2021, "", status="suppressed", n=3)]) == []


@pytest.mark.parametrize(
    ("periods", "kpi", "missing"),
    [
        (("2016", "2017", "2018", "2021"), "", "2019, 2020"),
        (("2016", "2018", "2020", "2022"), "", None),  # every second year
        (("2016", "2017", "2021"), "", None),  # too few to tell
        (("2021T1", "2021T2", "2021T3", "2022T2"), ", measured: tertial", "2022T1"),
        (("2021-11", "2021-12", "2022-01", "2022-03"), ", measured: monthly", "2022-02"),
    ],
)
def test_a_hole_in_a_series(tmp_path: Path, periods: tuple[str, ...], kpi: str, missing: str | None) -> None:
    found = findings(tmp_path, map(row, periods, "12" * 9), f"unit: days{kpi}")
    assert [one.facts["missing"] for one in found if one.rule.code == "MEA561"] == ([missing] if missing else [])


def test_a_row_with_a_status_is_no_hole(tmp_path: Path) -> None:
    rows = [*series((1.1, 1.1, 1.1), 2017), row(2020, "", status="missing"), row(2021, 1.1)]
    assert findings(tmp_path, rows) == []


LATE = [
    pytest.param(TODAY, "", "", True, id="late"),
    pytest.param(None, "", "", False, id="without a clock"),
    pytest.param(date(2023, 9, 30), "", "", False, id="not yet late"),
    pytest.param(date(2023, 10, 1), "", "", True, id="late by a day"),
    pytest.param(TODAY, "lag: 1", "", False, id="a value that comes a year later"),
    pytest.param(TODAY, "to: 2021", "", False, id="a KPI that has ended"),
    pytest.param(TODAY, "", "limits: {late_after_months: 12, fewest_kpis: 0}\n", False, id="a limit of its own"),
    pytest.param(TODAY, "", "example: true\n", False, id="an invented workspace"),
]


@pytest.mark.parametrize(("today", "kpi", "settings", "told"), LATE)
def test_a_value_that_is_late(tmp_path: Path, today: date | None, kpi: str, settings: str, *, told: bool) -> None:
    text = f"kpis:\n  k: {{title: T, goal: mal, decimals: 1, direction: higher, unit: index, {kpi}}}\n"
    rows = series((1.1, 1.1, 1.1, 1.1), 2018)
    files = {"goals/k.yaml": text, "data/k.csv": "\n".join([HEADER, *rows, ""])}
    files["malstyrning.yaml"] = f'format: 1\norganisation: "9999"\nperiod: 2022\n{settings}'
    found = [one for one in check_workspace(load(tmp_path, files), today) if one.span.path == "data/k.csv"]
    assert codes(found) == ["MEA562 5"] * told


@pytest.mark.parametrize(("signed", "told"), [("", True), ("signed: {body: N, name: O, date: 2023-02-20}", False)])
def test_what_is_signed_waits_for_no_value(tmp_path: Path, signed: str, *, told: bool) -> None:
    text = (
        "kpis:\n  k: {title: T, goal: mal, decimals: 1, direction: higher, unit: index}\n"
        f"evaluations:\n  - {{committee: namnd, period: 2022, {signed}}}\n"
    )
    files = {"goals/k.yaml": text, "data/k.csv": "\n".join([HEADER, *series((1.1,) * 4, 2018), ""])}
    found = [one for one in check_workspace(load(tmp_path, files), TODAY) if one.span.path == "data/k.csv"]
    assert codes(found) == ["MEA562 5"] * told


def test_a_period_after_the_one_in_hand_is_not_asked_for(tmp_path: Path) -> None:
    assert findings(tmp_path, series((1.1,) * 4, 2019), today=date(2026, 1, 1)) == []


@pytest.mark.parametrize(
    ("period", "measured", "told"),
    [
        ("2021-12", "yearly", True),
        ("2021T1", "quarterly", True),
        ("2021", "monthly", False),
        ("2021Q1", "quarterly", False),
    ],
)
def test_a_period_that_the_kpi_is_not_measured_by(tmp_path: Path, period: str, measured: str, *, told: bool) -> None:
    found = findings(tmp_path, [row(period, 1.1)], f"unit: index, measured: {measured}")
    assert codes(found) == ["MEA563 2"] * told


def test_a_kpi_that_only_ended_may_be_measured_on(tmp_path: Path) -> None:
    assert findings(tmp_path, [row(2022, 1.1)], "unit: index, to: 2021") == []


@pytest.mark.parametrize(("period", "told"), [("2024", False), ("2025", True)])
def test_what_is_decided_before_its_year_may_be_entered(tmp_path: Path, period: str, *, told: bool) -> None:
    assert codes(findings(tmp_path, [row(period, 1.1)], today=TODAY)) == ["MEA566 2"] * told


@pytest.mark.parametrize(
    ("published", "retrieved", "told"),
    [
        ("2021-06-15", "", None),  # grades come in the summer of their year
        ("2020-11-20", "", None),  # a tax rate is decided before its year
        ("2020-06-15", "", "MEA568"),
        ("2022-05-20", "2022-05", None),
        ("2022-05", "2022-05-03", None),
        ("2022-05-20", "2022-04", "MEA569"),
    ],
)
def test_dates_that_can_not_be(tmp_path: Path, published: str, retrieved: str, told: str | None) -> None:
    found = findings(tmp_path, [row(2021, 1.1, published=published, retrieved=retrieved)])
    assert [one.rule.code for one in found] == ([told] if told else [])


@pytest.mark.parametrize(
    ("period", "today", "told"),
    [("2019", TODAY, True), ("2021", TODAY, False), ("2019", None, False), ("2020", TODAY, False)],
)
def test_what_is_preliminary_for_long(tmp_path: Path, period: str, today: date | None, *, told: bool) -> None:
    """A workspace of 2022 was written when 2020 was two years ago, however late it is read."""
    found = findings(tmp_path, [row(period, 1.1, preliminary="yes")], today=today)
    assert codes(found) == ["MEA570 2"] * told


def test_values_without_source_are_one_finding_a_file(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, [row(2020, 1.1), row(2021, 1.1, source=""), row(2022, 1.1, source="")])
    assert codes([found]) == ["MEA567 3"]
    assert found.message[Language.SV] == "Källa saknas för 2 rader i filen"


def test_an_invented_value_needs_no_source(tmp_path: Path) -> None:
    assert findings(tmp_path, [row(2021, 1.1, source="", example="yes")]) == []
    assert findings(tmp_path, [row(2021, 1.1, source="")], more="example: true\n") == []


@pytest.mark.parametrize(("last", "told"), [("50", True), ("50.0", False)])
def test_values_that_are_rounded_more_than_the_kpi(tmp_path: Path, last: str, *, told: bool) -> None:
    assert codes(findings(tmp_path, series((50, 50, 50, last)))) == ["MEA571 5"] * told


@pytest.mark.parametrize("what", ["women and men", "a total", "a hole", "a late value", "all"])
def test_a_row_that_can_not_be_read_is_not_told_as_missing(tmp_path: Path, what: str) -> None:
    rows = {
        "women and men": [row(2021, 1.1)],
        "a total": [row(2021, 1.1, "K"), row(2021, 1.1, "M")],
        "a hole": [*series((1.1,) * 4, 2016), row(2021, 1.1)],
        "a late value": series((1.1,) * 4, 2016),
        "all": [],
    }[what]
    kpi = f"unit: index, by_gender: {'true' if what == 'women and men' else 'false'}"
    found = findings(tmp_path, [*rows, row(2020, "mycket")], kpi, today=TODAY)
    assert [one.rule.code for one in found] == ["DAT507"]


@pytest.mark.parametrize(
    ("year", "lag", "rows", "told"),
    [
        (2022, 0, [], True),
        (2022, 1, [], True),
        (2023, 0, [], False),  # after the period in hand
        (2020, 0, [], False),  # long before it
        (2022, 0, [row(2022, "", status="missing")], False),
    ],
)
def test_what_was_decided_and_never_measured(
    tmp_path: Path, year: int, lag: int, rows: list[str], *, told: bool
) -> None:
    level = f"target_levels: [{{year: {year}, kind: at_least, level: 9, decided: 2021-11-15}}]"
    found = findings(tmp_path, rows, f"unit: index, lag: {lag}, {level}", today=TODAY, path="goals/k.yaml")
    assert [one.rule.code for one in found if one.rule.code.startswith("MEA")] == ["MEA572"] * told


@pytest.mark.parametrize(
    ("keys", "rows", "told"),
    [
        ("aggregation: ratio", [row("2022T1", 5)], ["MEA573 2"]),
        ("aggregation: ratio", [row("2022T1", -5, numerator=1, denominator=-20)], ["MEA573 2"]),
        ("aggregation: ratio", [row("2022T1", 5, numerator=5, denominator=100)], []),
        ("aggregation: ratio", [row("2022T1", "", status="missing")], []),
        ("aggregation: ratio", [row("2022T1", 5), row("2022", 6)], []),
        ("aggregation: ratio, reported_in: [t2, year_end]", [row("2022T1", 5), row("2022", 6)], ["MEA573 2"]),
        ("aggregation: last", [row("2022T1", 5)], []),
    ],
)
def test_a_share_of_several_periods_needs_its_fraction(
    tmp_path: Path, keys: str, rows: list[str], told: list[str]
) -> None:
    found = findings(tmp_path, rows, f"unit: percent, measured: tertial, {keys}")
    assert [one for one in codes(found) if one.startswith("MEA573")] == told
