"""The rates that the documents tell are those that were measured, and a small run of the backtest is near them."""

import gzip
import re
import shutil
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest
from benchmarks import backtest
from benchmarks.backtest_changes import OTHERS, changes
from benchmarks.backtest_forecasts import measure
from benchmarks.backtest_noise import NOISES, surveys, trend_calls
from benchmarks.backtest_series import kolada
from benchmarks.backtest_table import Rate, put, read

from malstyrning.domain.forecasts import FEWEST_TESTED, LEAST_COVERAGE, MOST_COVERAGE, LevelPosition
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.variation import UNUSUAL
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.trend import CHANGED
from malstyrning.load import load_workspace

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGE = DOCS / "evidence.md"
TABLES = (
    "trend-noise",
    "steps",
    "surveys",
    "changes-noise",
    "changes-planted",
    "effects",
    "forecasts-kolada",
    "widths-kolada",
)
SEED = 4


def cells(name: str) -> dict[str, list[float]]:
    """The rows of a table by their first cell, with the number that each cell begins with."""
    rows = [line.strip("| ").split(" | ") for line in read(PAGE, name).splitlines() if line.startswith("|")][2:]
    return {row[0]: [number(one) for one in row[1:]] for row in rows}


def number(cell: str) -> float:
    found = re.match(r"\d+(?:\.\d+)?", cell.replace(" ", ""))
    return float(found[0]) if found else 0.0


@pytest.fixture(scope="module")
def called() -> dict[str, list[float]]:
    return cells("trend-noise")


@pytest.mark.parametrize("noise", NOISES)
def test_in_noise_about_one_change_in_twenty_is_called(noise: str, called: dict[str, list[float]]) -> None:
    found = trend_calls(NOISES[noise], 10, 1500, SEED)
    lower, upper = found.changed.bounds
    written = called[f"{noise}, 10"][0] / 100
    assert lower <= written <= upper
    assert 0.03 < found.changed.share < 0.08
    assert found.changed == found.by_factor[float(CHANGED)]
    assert found.unusual == found.by_factor[float(UNUSUAL)]
    assert trend_calls(NOISES[noise], 10, 300, SEED, 8).changed.share > 0.9


def test_surveys_are_wrong_one_time_in_twenty() -> None:
    every = [*surveys(150, SEED)]
    called, covered = (
        Rate(sum(rate.times for rate in rates), sum(rate.of for rate in rates))
        for rates in ([one.called for one in every], [one.covered for one in every])
    )
    assert 0.03 < called.share < 0.07
    assert 0.93 < covered.share < 0.97


def test_a_change_that_sets_no_one_apart_is_called_in_at_most_one_of_ten() -> None:
    seen = [one for one in changes(120, SEED) if one.others < OTHERS[-1]]
    noise, planted = [one for one in seen if not one.planted], [one for one in seen if one.planted == 5]
    called = Rate(sum(one.called.times for one in noise), sum(one.called.of for one in noise))
    assert 0.03 < called.share < 0.12
    assert all(one.called.times <= one.rare.times for one in seen)
    assert all(one.called.share > 0.4 for one in planted)


def test_a_run_fills_the_page_and_leaves_what_it_could_not_measure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = Path(shutil.copy(PAGE, tmp_path))
    for name in TABLES:
        put(page, name, "gammalt")
    backtest.write(page, None, 20, 2, 5)
    told = capsys.readouterr().out
    assert "no folder was given" in told
    for name in TABLES:
        assert (read(page, name) == "gammalt") == name.endswith("kolada")
    assert read(page, "forecasts-shipped") == read(PAGE, "forecasts-shipped")
    with pytest.raises(ValueError, match="another"):
        put(page, "another", "")


def test_kolada_s_files_are_read_as_they_are(tmp_path: Path) -> None:
    rows = ["kpi,municipality,period,gender,value\n"]
    for kpi, value in (("N00001", "{}.5"), ("N00002", "{}.25")):
        rows += [f"{kpi},0114,{year},T,{value.format(40 + year % 3)}\n" for year in range(2008, 2020)]
        rows += [f"{kpi},0001,{year},T,1\n{kpi},0114,{year},K,2\n{kpi},0180,{year},T,\n" for year in (2018, 2019)]
    with gzip.open(tmp_path / "values_all.csv.gz", "wt", encoding="utf-8") as file:
        file.write("".join(rows))
    (tmp_path / "municipality_v3_x.csv").write_text("id,title,type\n0114,A,K\n0180,B,K\n0001,R,L\n", "utf-8")
    (tmp_path / "kpi_metadata_v3_x.csv").write_text("id,title\nN00001,Andel (%)\nN00002,Antal\n", "utf-8")
    share, number = kolada(tmp_path)
    assert ([*share.panel.others], share.kpi.unit.code, share.kpi.decimals) == (["0114"], "percent", 1)
    assert (number.kpi.unit.code, number.kpi.decimals) == ("points", 2)
    found = measure([share, number])
    assert (found.kpis, found.series) == (2, 2)
    assert [one.tested for one in found.ahead.values()] == [8, 6, 4]
    assert found.ahead[1].inside == found.ahead[1].tested
    assert found.ahead[1].within(0).times == 0


def test_what_other_pages_say_is_what_was_measured(called: dict[str, list[float]]) -> None:
    judgement, decision = (
        (DOCS / "judgement.md").read_text("utf-8"),
        DOCS / "decisions/changes-beyond-2.8-moving-ranges.md",
    )
    swedish = (DOCS / "sv/vad-siffrorna-visar.md").read_text("utf-8")
    assert "about 5 of 100" in judgement
    assert "kallas ändå ungefär 5 av 100" in swedish
    assert "5 to 6 per cent" in decision.read_text("utf-8")
    assert all(4.5 <= row[0] <= 6.5 for row in called.values())
    assert "the stricter limit in about 3" in judgement.replace("\n", " ")
    assert all(2.5 <= row[1] <= 3.5 for row in called.values())
    assert "one in thirteen" in PAGE.read_text("utf-8")
    assert all(7 <= row[3] <= 8.5 for row in called.values())  # by the limit that was

    coverage = [row[1] for row in cells("forecasts-kolada").values()]
    told = re.search(
        r"ungefär (\d+) fall av 100 ett år framåt, (\d+) två år framåt och (\d+) tre", swedish.replace("\n  ", " ")
    )
    assert told
    assert [round(one) for one in coverage] == [int(one) for one in told.groups()]
    assert f"i {LEAST_COVERAGE * 100} till\n  {MOST_COVERAGE * 100} procent" in swedish

    steps, planted = cells("steps"), cells("changes-planted")
    assert max(row[1] for row in steps.values()) < 50
    assert round(max(row[1] for row in steps.values()) / 10) == 4  # "högst ungefär fyra fall av tio"
    assert all(row[3] > 50 for row in planted.values())  # "fem gånger … för att synas i de flesta fall"
    assert any(row[2] < 50 for row in planted.values())
    assert max(row[1] for row in cells("changes-noise").values()) < 11.5  # "upp till ungefär 10 fall av 100"


def test_the_example_of_a_forecast_is_that_of_the_shipped_workspace() -> None:
    loaded = load_workspace(ROOT)
    now = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022, "T", 2))).forecasts.now
    made, other = now["heltidsarbetande"], now["sjukfranvaro"]
    assert made.shown
    assert made.coverage
    assert other.coverage
    told = (DOCS / "judgement.md").read_text("utf-8").partition("## Forecasts")[2].replace("\n", " ")
    for quoted in (
        f"had {made.shown.value} in 2021",
        f"is {made.shown.lower} to {made.shown.upper}",
        f"Of {made.coverage.tested} cases {made.coverage.inside} were inside",
        f"inside, {100 * float(made.coverage.share):.1f} per cent",
        f"= {made.shown.moving_range:.3f} among ten values",
        f"had only {other.coverage.tested} cases",
        f"At least {FEWEST_TESTED} cases",
    ):
        assert quoted in told, quoted
    assert made.shown.values == 10
    assert made.against is LevelPosition.INSIDE
    assert other.shown is None


def test_how_seldom_chance_alone_would_mislead_with_so_few_cases() -> None:
    def within(tested: int, share: float) -> float:
        counts = (one for one in range(tested + 1) if LEAST_COVERAGE <= Fraction(one, tested) <= MOST_COVERAGE)
        return sum(comb(tested, one) * share**one * (1 - share) ** (tested - one) for one in counts)

    told = (DOCS / "judgement.md").read_text("utf-8").replace("\n", " ")
    assert "one time in twenty (with 30 one in ten)" in told
    assert round(1 - within(FEWEST_TESTED, 0.8), 2) == 0.05
    assert round(1 - within(30, 0.8), 1) == 0.1
    assert "three times of five gets within them one time in ten" in told
    assert round(within(FEWEST_TESTED, 0.6), 1) == 0.1
