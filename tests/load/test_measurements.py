"""Rows of data/: what they become, and each mistake with its place and cure."""

import tracemalloc
from datetime import date
from decimal import Decimal
from pathlib import Path
from sys import intern

import pytest
from tests.workspaces import load, minimal, without_marks, write

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.domain.outcomes import BudgetOutcome, ComparisonTable, Measurement, Missing, MoneyKind
from malstyrning.domain.periods import Period
from malstyrning.domain.words import Gender
from malstyrning.language import Language
from malstyrning.load import Loaded, load_workspace

GOALS = """\
organisations:
  "0182": {name: Nacka, kind: municipality}
  "0001": {name: Region, kind: region}
kpis:
  trygghet: {title: T, goal: mal, kolada: N15419, unit: percent, decimals: 1, direction: higher}
  frid: {title: F, goal: mal, kolada: U21401, unit: percent, decimals: 1, direction: higher}
  ro: {title: R, goal: mal, kolada: U21401, unit: percent, decimals: 1, direction: higher}
committees:
  b: {title: B, areas: {skola: {title: S}}}
"""
HEADER = "kpi,municipality,period,gender,value"
PATH = "data/a.csv"


def read(tmp_path: Path, text: str) -> Loaded:
    files = {**minimal(), "goals/a.yaml": GOALS, PATH: text}
    del files["data/exempel-bas.csv"]
    return load_workspace(write(tmp_path, files))


def only(loaded: Loaded) -> Diagnostic:
    (finding,) = loaded.diagnostics
    return finding


def test_an_own_row_with_all_its_columns(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        f"{HEADER},status,numerator,denominator,n,preliminary,source,published,retrieved,example\n"
        "N15419,9999,2022T1,K,91.25,,365,400,400,yes,SCB,2022-10,2022-11-15,yes\n",
    )
    assert loaded.diagnostics == ()
    (one,) = loaded.measurements.own
    assert one == Measurement(
        "trygghet",
        Period(2022, "T", 1),
        Gender.WOMEN,
        Decimal("91.25"),
        None,
        preliminary=True,
        source="SCB",
        published=date(2022, 10, 31),
        retrieved="2022-11-15",
        example=True,
        numerator=Decimal(365),
        denominator=Decimal(400),
        n=Decimal(400),
    )
    assert one.span == Span(PATH, 2, 22, 2, 27)


def test_columns_may_come_in_any_order(tmp_path: Path) -> None:
    loaded = read(tmp_path, f"{HEADER},source,status\ntrygghet,9999,2022,T,,SCB,suppressed\n")
    (one,) = loaded.measurements.own
    assert (one.value, one.missing, one.source) == (None, Missing.SUPPRESSED, "SCB")
    assert one.span == Span(PATH, 2, 22, 2, 23)


@pytest.mark.parametrize("status", [*Missing])
def test_a_missing_value_has_its_reason(tmp_path: Path, status: Missing) -> None:
    loaded = read(tmp_path, f"{HEADER},status\ntrygghet,9999,2022,T,,{status}\n")
    assert [one.missing for one in loaded.measurements.own] == [status]
    assert loaded.measurements.table.value == [None]


def test_all_rows_are_columns_and_only_our_own_are_values(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        f"{HEADER}\ntrygghet,9999,2022,T,91.5\nN15419,0182,2022,T,84.25\nfrid,0001,2022,K,7\n",
    )
    assert loaded.diagnostics == ()
    assert [(one.kpi, one.value) for one in loaded.measurements.own] == [("trygghet", Decimal("91.5"))]
    assert loaded.measurements.table == ComparisonTable(
        ["trygghet", "trygghet", "frid"],
        ["9999", "0182", "0001"],
        ["2022", "2022", "2022"],
        ["T", "T", "K"],
        [91.5, 84.25, 7],
        [None] * 3,
        [None] * 3,
        [None] * 3,
    )
    assert len(loaded.measurements.table) == 3


def test_a_file_from_swedish_excel_says_the_same(tmp_path: Path) -> None:
    ours = f"{HEADER},n\ntrygghet,9999,2022,T,91.5,10\ntrygghet,9999,2021,T,-0.5,\n"
    theirs = "\ufeff" + ours.replace(",", ";").replace(".", ",").replace("\n", "\r\n")
    one, two = read(tmp_path / "1", ours), read(tmp_path / "2", theirs)
    assert two.diagnostics == ()
    assert two.measurements == one.measurements
    assert [value.span for value in two.measurements.own] == [value.span for value in one.measurements.own]


def test_a_row_after_a_cell_of_several_lines_has_its_own_line(tmp_path: Path) -> None:
    text = f'{HEADER},source\ntrygghet,9999,2022,T,91.5,"SCB\nstatistik"\ntrygghet,9999,2021,T,nittio,SCB\n'
    assert only(read(tmp_path, text)).span == Span(PATH, 4, 22, 4, 28)


ROW = "trygghet,9999,2022,T,91.5"
REST = f"{HEADER},status,numerator,preliminary,published,retrieved,example\n{ROW},"
MONEY = "committee,area,period,kind,amount"

# The code of each mistake, the file with the place of the finding between « and », and what is said of it.
CASES = [
    (
        "a column of another name",
        "DAT501",
        "kpi,«kommun»,period,gender,value\n",
        "does not belong here; the first line must begin with kpi,",
    ),
    ("columns in another order", "DAT501", "kpi;municipality;period;«value»;gender\n", "value"),
    ("a column too few", "DAT501", "kpi,municipality,period,gender«\n»", "without a name"),
    ("a delimiter too many", "DAT501", HEADER + ",« »\n", "without a name"),
    ("a column of one's own", "DAT501", HEADER + ",«note»\n", "note"),
    ("a column twice", "DAT511", HEADER + ",source,«source»\n", "source"),
    ("a blank first line", "DAT501", "« »\n" + HEADER + "\n", "without a name"),
    ("money in another order", "DAT501", "committee,area,period,«amount»,kind\n", "must begin with committee,area"),
    (
        "a decimal comma among commas",
        "DAT502",
        f"{HEADER}\n«trygghet»,9999,2022,T,91,5\n",
        "6 cells, but the header has 5",
    ),
    ("a cell too few", "DAT502", f"{HEADER}\n«trygghet»,9999,2022,T\n", "4 cells, but the header has 5"),
    ("a misspelt KPI", "DAT503", f"{HEADER}\n«tryghet»,9999,2022,T,1\n", "(1 row); did you mean trygghet?"),
    ("an unknown KPI", "DAT503", f"{HEADER}\n«N99999»,9999,2022,T,1\n", "correct the name"),
    ("a name of two KPIs", "DAT504", f"{HEADER}\n«U21401»,9999,2022,T,1\n", "frid, ro (1 row); write our own id"),
    ("an unknown organisation", "DAT505", f"{HEADER}\ntrygghet,«9998»,2022,T,1\n", "(1 row); correct the id"),
    ("a lost zero", "DAT506", f"{HEADER}\ntrygghet,«182»,2022,T,1\n", "lost its zero (1 row); write 0182"),
    ("three lost zeros", "DAT506", f"{HEADER}\ntrygghet,«1»,2022,T,1\n", "write 0001"),
    ("a school year", "DAT507", f"{HEADER}\ntrygghet,9999,«2022/23»,T,1\n", "period is 2022/23; write a period: 2022"),
    ("no period", "DAT507", f"{HEADER}\ntrygghet,9999,« »,T,1\n", "period is empty"),
    ("a gender", "DAT507", f"{HEADER}\ntrygghet,9999,2022,«F»,1\n", "gender is F; write T (all)"),
    ("a small letter", "DAT507", f"{HEADER}\ntrygghet,9999,2022,«t»,1\n", "gender is t"),
    ("a decimal comma", "DAT507", f'{HEADER}\ntrygghet,9999,2022,T,«"91,5"»\n', "decimal point: 91.5"),
    ("a space", "DAT507", f"{HEADER}\ntrygghet,9999,2022,T,«1\N{NO-BREAK SPACE}234»\n", "decimal point: 1234"),
    ("a minus sign", "DAT507", f"{HEADER}\ntrygghet,9999,2022,T,«\N{MINUS SIGN}2»\n", "decimal point: -2"),
    ("an approximate value", "DAT507", f"{HEADER}\ntrygghet,9999,2022,T,«~100»\n", "no spaces, such as 95.5"),
    ("a huge value", "DAT507", f"{HEADER}\ntrygghet,9999,2022,T,«1e15»\n", "value is 1e15"),
    ("a numerator", "DAT507", f"{REST},«x»,,,,\n", "numerator is x"),
    ("a mark", "DAT507", f"{REST},,«ja»,,,\n", "preliminary is ja; write yes, or nothing"),
    ("a year for a date", "DAT507", f"{REST},,,«2022»,,\n", "published is 2022; write a date or a month"),
    ("words for a date", "DAT507", f"{REST},,,,«i går»,\n", "retrieved is i går"),
    ("a mark that says no", "DAT507", f"{REST},,,,,«no»\n", "example is no; write yes, or nothing"),
    (
        "a status",
        "DAT507",
        f"{HEADER},status\ntrygghet,9999,2022,T,,«na»\n",
        "status is na; write missing, not_applicable",
    ),
    ("no value", "DAT508", f"{HEADER},source\ntrygghet,9999,2022,T,« »,Enkät\n", "neither a value nor a status"),
    ("value and status", "DAT508", f"{HEADER},status\ntrygghet,9999,2022,T,«1»,missing\n", "both a value and a status"),
    ("a row twice, under two names", "DAT509", f"{HEADER}\n{ROW}\n«N15419»,9999,2022,T,90\n", "trygghet 9999 2022 T"),
    ("another's row twice", "DAT509", f"{HEADER}\nro,0182,2022,T,1\n«ro»,0182,2022,T,1\n", "ro 0182 2022 T"),
    (
        "another committee's area",
        "DAT510",
        f"{MONEY}\nb,«omrade»,2022,outcome,10\n",
        "omrade is not an area of b (1 row)",
    ),
    ("the period of money", "DAT507", f"{MONEY}\nb,skola,«22»,outcome,10\n", "period is 22"),
    ("the kind of money", "DAT507", f"{MONEY}\nb,skola,2022,«budget»,10\n", "write outcome, forecast"),
    ("an amount", "DAT507", f"{MONEY}\nb,skola,2022,outcome,«10 mnkr»\n", "amount is 10 mnkr"),
    ("the mark of money", "DAT507", f"{MONEY},example\nb,skola,2022,outcome,10,«ja»\n", "write yes, or nothing"),
    (
        "when a forecast was made",
        "DAT507",
        f"{MONEY},made\nb,skola,2022,forecast,10,«augusti»\n",
        "made is augusti; write a period: 2022",
    ),
    (
        "an outcome that was made",
        "DAT507",
        f"{MONEY},made\nb,skola,2022,outcome,10,«2022T2»\n",
        "write nothing in a row",
    ),
    (
        "a forecast twice",
        "DAT509",
        f"{MONEY},made\nb,skola,2022,forecast,10,2022T1\n«b»,skola,2022,forecast,1,2022T1\n",
        "b skola 2022 forecast 2022T1",
    ),
    ("money twice", "DAT509", f"{MONEY}\nb,skola,2022,outcome,10\n«b»,skola,2022,outcome,1\n", "b skola 2022 outcome"),
    ("an open quote", "LAY112", f'{HEADER}\n{ROW}\n«t»rygghet,9999,2021,T,"90\n', "a quote is never closed"),
]


@pytest.mark.parametrize(("code", "marked", "said"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_a_mistake_has_its_place_and_its_cure(tmp_path: Path, code: str, marked: str, said: str) -> None:
    text, place = without_marks(PATH, marked)
    finding = only(read(tmp_path, text))
    assert (finding.rule.code, finding.span) == (code, place)
    assert said in f"{finding.message[Language.EN]}; {finding.help[Language.EN]}"


def test_every_mistake_of_a_row_is_told(tmp_path: Path) -> None:
    loaded = read(tmp_path, f"{HEADER},n,example\nokant,182,22,F,nittio,x,nej\n")
    assert [(one.rule.code, one.span.column) for one in loaded.diagnostics] == [
        ("DAT503", 1),
        ("DAT506", 7),
        ("DAT507", 11),
        ("DAT507", 14),
        ("DAT507", 16),
        ("DAT507", 23),
        ("DAT507", 25),
    ]
    assert len(loaded.measurements.table) == 0


def test_a_row_after_a_mistake_is_read(tmp_path: Path) -> None:
    loaded = read(tmp_path, f"{HEADER}\ntrygghet,9999,2021,T,nittio\n{ROW}\n")
    assert len(loaded.diagnostics) == 1
    assert [one.period for one in loaded.measurements.own] == [Period(2022)]


def test_an_unknown_name_is_told_once_a_file_with_the_number_of_its_rows(tmp_path: Path) -> None:
    rows = "".join(f"okant,{name},{year},T,1\n" for name in ("9998", "182") for year in range(1950, 2000))
    finding, *others = read(tmp_path, f"{HEADER}\n{rows}").diagnostics
    assert (finding.rule.code, finding.message.sv) == ("DAT503", "Nyckeltalet okant finns inte i goals/ (100 rader)")
    assert [(one.rule.code, one.span.line, one.message.en) for one in others] == [
        ("DAT505", 2, "There is no organisation 9998 in goals/ (50 rows)"),
        ("DAT506", 52, "182 has lost its zero (50 rows)"),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("trygghet,9999,2022,T,91.5", 1_000, id="the same again"),
        pytest.param("trygghet,9999,2022,T", 1_001, id="too few cells"),
        pytest.param("okant-{},9999,2022,T,91.5", 1_001, id="unknown names, told at the end"),
    ],
)
def test_a_file_with_very_many_mistakes_is_not_read_to_the_end(tmp_path: Path, row: str, told: int) -> None:
    rows = "".join(row.format(number) + "\n" for number in range(5_000))
    diagnostics = [*read(tmp_path, f"kpi,municipality,period,gender,value\n{rows}").diagnostics]
    (stop,) = (one for one in diagnostics if one.rule.code == "DAT513")
    assert stop.span.line == 1_002 + (told == 1_000)
    assert stop.message.en == "The file is only read to here: it has over 1,000 errors"
    assert len(diagnostics) == 1_002


def test_a_repeated_row_points_at_the_first_also_in_another_file(tmp_path: Path) -> None:
    files = {"goals/a.yaml": GOALS, "data/a.csv": f"{HEADER}\n{ROW}\n", "data/b.csv": f"{HEADER}\n\n{ROW}\n"}
    finding = only(load(tmp_path, files))
    assert str(finding.span) == "data/b.csv:3:1"
    assert [str(one.span) for one in finding.related] == ["data/a.csv:2:1"]


@pytest.mark.parametrize(
    "second",
    [
        "trygghet,9999,2021,T,1",
        "trygghet,9999,2022,K,1",
        "trygghet,0182,2022,T,1",
        "frid,9999,2022,T,1",
        "trygghet,9999,2022-01,T,1",
    ],
)
def test_rows_of_different_keys_are_no_repetition(tmp_path: Path, second: str) -> None:
    assert read(tmp_path, f"{HEADER}\n{ROW}\n{second}\n").diagnostics == ()


def test_money(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        "committee,area,period,kind,amount,example,source\n"
        "b,skola,2022,outcome,2018.5,yes,Bokslut\nb,skola,2022T2,forecast,-1,,\n",
    )
    assert loaded.diagnostics == ()
    first, second = loaded.measurements.money
    assert first == BudgetOutcome(
        "b", "skola", Period(2022), MoneyKind.OUTCOME, Decimal("2018.5"), "Bokslut", example=True
    )
    assert second == BudgetOutcome("b", "skola", Period(2022, "T", 2), MoneyKind.FORECAST, Decimal(-1))
    assert (first.span, second.span) == (Span(PATH, 2, 22, 2, 28), Span(PATH, 3, 25, 3, 27))


def test_forecasts_are_told_apart_by_when_they_were_made(tmp_path: Path) -> None:
    rows = "b,skola,2022,forecast,10,2022T1\nb,skola,2022,forecast,11,2022-08\nb,skola,2022,forecast,9,\n"
    loaded = read(tmp_path, f"{MONEY},made\n{rows}")
    assert loaded.diagnostics == ()
    made = [one.made for one in loaded.measurements.money]
    assert made == [Period(2022, "T", 1), Period(2022, "M", 8), None]


def test_money_from_swedish_excel(tmp_path: Path) -> None:
    loaded = read(tmp_path, "committee;area;period;kind;amount\r\nb;skola;2022;outcome;2018,5\r\n")
    assert [one.amount for one in loaded.measurements.money] == [Decimal("2018.5")]


def test_files_lie_in_any_folder_below_data(tmp_path: Path) -> None:
    files = {"goals/a.yaml": GOALS, "data/skola/2022/a.CSV": f"{HEADER}\n{ROW}\n"}
    loaded = load(tmp_path, files)
    assert loaded.diagnostics == ()
    assert {one.kpi for one in loaded.measurements.own} == {"nyckeltal", "trygghet"}
    assert minimal().keys() < loaded.inputs.keys()


def test_where_the_values_of_others_are_from(tmp_path: Path) -> None:
    rows = [
        "0182,2022,T,1,Kolada,2024-08,",
        "0182,2020,T,1,Kolada,2024-08,",
        "0182,2021,T,1,SCB,,",
        "9999,2022,T,1,Egen,,yes",
        "0001,2022,T,1,,,yes",
    ]
    text = f"{HEADER},source,retrieved,example\n" + "".join(f"trygghet,{row}\n" for row in rows)
    measurements = read(tmp_path, text).measurements
    assert measurements.peer_sources == {"trygghet": ("Kolada (2024-08)", "SCB")}
    assert measurements.peer_examples == {"trygghet"}


def test_many_rows_are_read_in_little_memory(tmp_path: Path) -> None:
    # Interned beforehand: the table of such texts is the whole process's, and may double with any of them.
    months = [intern(f"{year}-{month:02}") for year in range(1900, 2100) for month in range(1, 13)]
    keys = [(who, when, sex) for who in ("0182", "0001") for when in months for sex in "TKM"]
    rows = "".join(f"trygghet,{who},{when},{sex},{n}.5,{n}\n" for n, (who, when, sex) in enumerate(keys))
    before = read(tmp_path, f"{HEADER},n\n{rows}")  # Python's own table of shared texts may grow at any of them
    tracemalloc.start()
    try:
        loaded = read(tmp_path, f"{HEADER},n\n{rows}")
        assert tracemalloc.get_traced_memory()[0] < 700 * len(keys)  # values that are all different, and groups of two
    finally:
        tracemalloc.stop()
    assert len(loaded.measurements.table) == len(before.measurements.table) == len(keys)


@pytest.mark.parametrize(
    ("number", "cure"),
    [
        ("1,234", "write 1.234 if the comma begins the decimals, 1234 if it parts thousands"),
        ("91,5", "write a number with a decimal point: 91.5"),
        ("0,234", "write a number with a decimal point: 0.234"),
    ],
)
def test_a_comma_is_not_guessed_at(tmp_path: Path, number: str, cure: str) -> None:
    assert only(read(tmp_path, f'{HEADER}\ntrygghet,9999,2022,T,"{number}"\n')).help.en == cure


def test_what_a_cell_holds_is_told_on_one_line(tmp_path: Path) -> None:
    finding = only(read(tmp_path, f'{HEADER}\ntrygghet,9999,2022,T,"9\n::error::x"\n'))
    assert finding.message.en == "value is 9␊::error::x"
