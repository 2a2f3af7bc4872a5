"""What a reader is told of how a KPI stands among others, above all where something is missing."""

from pathlib import Path

import pytest
from tests.workspaces import load, minimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.report.build.places import places_view
from malstyrning.report.view import PlacesView
from malstyrning.report.writer import Writer

HEADER = "kpi,municipality,period,gender,value,preliminary,status,numerator,denominator\n"
ORGANISATIONS = "organisations:\n" + "".join(
    f'  "000{index}": {{name: Granne {index}, kind: municipality}}\n' for index in range(1, 7)
)
GROUPS = """\
groups:
  alla: {title: Alla, members: all, as_of: 2022}
"""


def evaluated(folder: Path, rows: str, goals: str = "") -> Evaluation:
    loaded = load(
        folder,
        {
            "malstyrning.yaml": minimal()["malstyrning.yaml"] + GROUPS,
            "goals/base.yaml": goals or minimal()["goals/base.yaml"],
            "goals/others.yaml": ORGANISATIONS,
            "data/exempel-bas.csv": HEADER + rows,
        },
    )
    assert loaded.diagnostics == ()
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))


def seen(evaluation: Evaluation, language: Language = Language.EN) -> PlacesView:
    (kpi,) = evaluation.kpis
    return places_view(evaluation.plan.kpis[kpi.kpi], kpi, evaluation, Writer(language))


def values(*numbers: float, year: int = 2022) -> str:
    return "".join(f"nyckeltal,000{index},{year},T,{one},,,,\n" for index, one in enumerate(numbers, 1))


def own(value: float, year: int = 2022, preliminary: str = "") -> str:
    return f"nyckeltal,9999,{year},T,{value},{preliminary},,,\n"


@pytest.mark.parametrize(
    ("rows", "place", "median", "with_value"),
    [
        pytest.param(own(50) + values(10, 20, 30, 60, 70), "3 of 6", "40.0 (+10.0)", "6 of 7", id="one has none"),
        pytest.param(values(10, 20, 30), "– (we have no value)", "20.0", "3 of 7", id="we have none"),
        pytest.param(own(50), "– (nobody else has a value)", "50.0 (0.0)", "1 of 7", id="nobody else has one"),
        pytest.param("", "– (nobody has a value)", "–", "0 of 7", id="nobody has one"),
        pytest.param(own(50) + values(10, 20), "– (only 3 have a value)", "20.0 (+30.0)", "3 of 7", id="few have one"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, rows: str, place: str, median: str, with_value: str) -> None:
    (row,) = seen(evaluated(tmp_path, rows or "nyckeltal,9999,2020,T,1,,,,\n")).rows
    assert (row.place, row.median, row.with_value) == (place, median, with_value)


def test_members_left_out_are_told_of_below_the_table(tmp_path: Path) -> None:
    left_out = seen(evaluated(tmp_path, own(50) + values(10, 20, 30)), Language.SV)
    assert any("inte medräknade" in one for one in left_out.notes)
    everyone = seen(evaluated(tmp_path, own(50) + values(10, 20, 30, 40, 50, 60)), Language.SV)
    assert not any("inte medräknade" in one for one in everyone.notes)


def test_a_preliminary_value_makes_the_place_preliminary(tmp_path: Path) -> None:
    found = seen(evaluated(tmp_path, own(50, preliminary="yes") + values(10, 20)))
    assert any("preliminary" in one for one in found.notes)


def test_a_comparison_of_an_earlier_year_says_which(tmp_path: Path) -> None:
    goals = minimal()["goals/base.yaml"].replace("    decimals: 1\n", "    decimals: 1\n    lag: 1\n")
    found = seen(evaluated(tmp_path, own(50, 2021) + values(10, 20, year=2021), goals))
    assert any("of 2021, not of 2022" in one for one in found.notes)


@pytest.mark.parametrize(
    ("direction", "place", "best", "worst"),
    [
        ("higher", "2 of 6", "Best: 90.0 (Granne 1)", "Worst: 10.0 (4 organisations)"),
        ("lower", "5 of 6", "Best: 10.0 (4 organisations)", "Worst: 90.0 (Granne 1)"),
        ("none", "– (no direction is better)", "Highest: 90.0 (Granne 1)", "Lowest: 10.0 (4 organisations)"),
    ],
)
def test_both_ends_are_named(tmp_path: Path, direction: str, place: str, best: str, worst: str) -> None:
    levels = "    target_levels:\n"
    goals = minimal()["goals/base.yaml"].partition(levels)[0].replace("direction: higher", f"direction: {direction}")
    found = seen(evaluated(tmp_path, own(50) + values(90, 10, 10, 10, 10), goals))
    (row,) = found.rows
    assert (f"{found.best}: {row.best}", f"{found.worst}: {row.worst}", row.place) == (best, worst, place)


def test_a_weighted_mean_stands_beside_the_other(tmp_path: Path) -> None:
    rows = "nyckeltal,9999,2022,T,50,,,1,2\nnyckeltal,0001,2022,T,80,,,8,10\n"
    (row,) = seen(evaluated(tmp_path, rows)).rows
    assert row.mean == "65.0 (weighted 75.0)"


def test_earlier_years_stand_below_each_with_its_number(tmp_path: Path) -> None:
    rows = own(50) + values(10, 20, 30, 60) + own(40, 2021) + values(10, year=2021) + own(30, 2020)
    evaluation = evaluated(tmp_path, rows + values(10, 20, 30, 40, 50, 60, year=2020))
    assert seen(evaluation).years == (
        ("2020", ("4–5 of 7, median 30.0",)),
        ("2021", ("– (2 values), median 25.0",)),
        ("2022", ("2 of 5, median 30.0",)),
    )


def test_a_new_definition_ends_the_years_that_are_compared(tmp_path: Path) -> None:
    evaluation = evaluated(tmp_path, own(50) + own(40, 2021) + own(30, 2020) + values(10, 20, 30, 60))
    (kpi,) = evaluation.kpis
    assert [str(one.period) for one in kpi.places[0].earlier] == ["2020", "2021"]
    goals = minimal()["goals/base.yaml"].replace(
        "    decimals: 1\n",
        "    decimals: 1\n    definitions: [{from: 2010, text: Förr}, {from: 2021, text: Nu}]\n",
    )
    (kpi,) = evaluated(tmp_path, own(50) + own(40, 2021) + own(30, 2020) + values(10), goals).kpis
    assert [str(one.period) for one in kpi.places[0].earlier] == ["2021"]
