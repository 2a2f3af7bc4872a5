"""Traps that others fell into, each from files to verdict: a stated result, never a crash and never a silent guess."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspaces import load, minimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.assessments import Evaluation, KpiAssessment
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.verdicts import Trend, TrendBasis, Unassessable
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.rules import check_workspace

REACHED, NEARLY, NOT_REACHED, NOT_ASSESSABLE = Fulfilment
HEADER = "kpi,municipality,period,gender,value,status\n"
PEERS = [f"000{number}" for number in range(1, 7)]
MEMBERS = ", ".join(f'"{one}"' for one in (*PEERS, "9999"))
SETTINGS = f"groups: {{grupp: {{title: Gruppen, members: [{MEMBERS}], as_of: 2022}}}}\n"
ORGANISATIONS = "organisations:\n" + "".join(f'  "{one}": {{name: K{one}, kind: municipality}}\n' for one in PEERS)


def evaluated(folder: Path, rows: str, *, level: str = "kind: at_least, level: 90", **keys: str) -> Evaluation:
    """The evaluation of 2022 with other rows, another level and other keys of the only KPI."""
    files = minimal()
    base = files["goals/base.yaml"].replace("kind: at_least, level: 90", level)
    for key, value in keys.items():
        base = base.replace("    direction: higher\n", f"    direction: higher\n    {key}: {value}\n")
    settings = files["malstyrning.yaml"] + SETTINGS
    loaded = load(
        folder,
        {
            "malstyrning.yaml": settings,
            "goals/base.yaml": base,
            "goals/peers.yaml": ORGANISATIONS,
            "data/exempel-bas.csv": HEADER + rows,
        },
    )
    assert loaded.diagnostics == ()
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))


def own(folder: Path, *values: str, level: str = "kind: at_least, level: 90", **keys: str) -> KpiAssessment:
    """The KPI with a value for each of the last years, up to 2022; an empty one is missing."""
    first = 2023 - len(values)
    rows = "".join(
        f"nyckeltal,9999,{first + index},T,{value},{'' if value else 'missing'}\n" for index, value in enumerate(values)
    )
    (kpi,) = evaluated(folder, rows, level=level, **keys).kpis
    return kpi


def among(folder: Path, value: str, *others: str) -> KpiAssessment:
    """The KPI with values of the others in the group; an empty one is missing."""
    rows = f"nyckeltal,9999,2022,T,{value},{'' if value else 'missing'}\n"
    rows += "".join(
        f"nyckeltal,{one},2022,T,{other},{'' if other else 'missing'}\n"
        for one, other in zip(PEERS, others, strict=False)
    )
    (kpi,) = evaluated(folder, rows).kpis
    return kpi


def test_a_base_that_equals_the_level_needs_no_division(tmp_path: Path) -> None:
    kpi = own(
        tmp_path,
        "90",
        level="kind: at_least, level: 90, decided: 2021-11-15}\n      - {year: 2027, kind: at_least, level: 90",
        baseline="{year: 2020, value: 90}",
    )
    assert kpi.verdict.fulfilment is REACHED
    assert kpi.path is not None
    assert kpi.path.position.value == "on"


@pytest.mark.parametrize(
    ("base", "now", "level", "expected"),
    [
        ("0", "0", "kind: at_least, level: 0", REACHED),
        ("0", "-0.1", "kind: at_least, level: 0", NOT_REACHED),
        ("-5", "-4", "kind: at_least, level: -4", REACHED),
        ("-5", "3", "kind: at_least, level: 4", NOT_REACHED),
        ("0", "3", "kind: better_than_base, since: 2021", REACHED),
        ("0", "3", "kind: change_since, since: 2021, percent: 10", NOT_ASSESSABLE),
        ("-5", "3", "kind: change_since, since: 2021, percent: 10", NOT_ASSESSABLE),
        ("", "3", "kind: change_since, since: 2021, percent: 10", NOT_ASSESSABLE),
    ],
)
def test_zero_and_negative_bases_and_levels(
    tmp_path: Path, base: str, now: str, level: str, expected: Fulfilment
) -> None:
    assert own(tmp_path, base, now, level=level).verdict.fulfilment is expected


def test_a_missing_base_year_does_not_move_by_itself(tmp_path: Path) -> None:
    verdict = own(tmp_path, "80", "85", "91", level="kind: change_since, since: 2019, percent: 10").verdict
    assert (verdict.reason, [str(one) for one in verdict.missing]) == (Unassessable.VALUES_MISSING, ["2019"])


def test_a_direction_left_out_is_an_error(tmp_path: Path) -> None:
    base = minimal()["goals/base.yaml"].replace("    direction: higher\n", "")
    found = check_workspace(load(tmp_path, {**minimal(), "goals/base.yaml": base}))
    assert any("direction" in (one.message.en or "") for one in found if one.rule.severity is Severity.ERROR)


def test_no_mean_hides_a_kpi_that_fails(tmp_path: Path) -> None:
    base = minimal()["goals/base.yaml"]
    other = base[base.index("  nyckeltal:") :].replace("nyckeltal:", "andra:").replace("Ett nyckeltal", "Ett annat")
    rows = "nyckeltal,9999,2022,T,99.9,\nandra,9999,2022,T,20,\n"
    files = {**minimal(), "goals/base.yaml": base + other, "data/exempel-bas.csv": HEADER + rows}
    loaded = load(tmp_path, files)
    (goal,) = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022))).goals
    assert goal.proposed is NOT_REACHED


@pytest.mark.parametrize("values", [["91"], ["91", "91", "91", "91", "91", "91", "91", "91", "91"]])
def test_one_point_and_a_constant_series(tmp_path: Path, values: list[str]) -> None:
    kpi = own(tmp_path, *values)
    assert kpi.verdict.fulfilment is REACHED
    if len(values) == 1:
        assert kpi.trend.basis is TrendBasis.NO_EARLIER_VALUE
    else:
        assert kpi.trend.trend is Trend.UNCHANGED


def test_a_series_that_never_moved_calls_the_first_change_by_its_direction(tmp_path: Path) -> None:
    trend = own(tmp_path, *["91"] * 8, "91.1").trend
    assert (trend.trend, trend.smallest) == (Trend.BETTER, Decimal(0))


def test_a_hole_in_the_series_is_no_zero(tmp_path: Path) -> None:
    assert own(tmp_path, "91", "", "92").trend.trend is Trend.UNKNOWN


def test_ties_everywhere_share_every_place(tmp_path: Path) -> None:
    (place,) = among(tmp_path, "91", *["91"] * 6).places
    assert (place.first, place.last, place.n, place.quartile) == (1, 7, 7, 3)


def test_an_own_value_that_is_missing_has_no_place(tmp_path: Path) -> None:
    kpi = among(tmp_path, "", *["91"] * 6)
    assert kpi.verdict.reason is Unassessable.NO_DATA
    assert all(place.first is None for place in kpi.places)


def test_peers_without_values_give_no_place(tmp_path: Path) -> None:
    kpi = among(tmp_path, "91", *[""] * 6)
    assert all(place.first is None for place in kpi.places)
    assert kpi.verdict.fulfilment is REACHED


def test_a_group_of_one_peer_gives_no_place(tmp_path: Path) -> None:
    kpi = among(tmp_path, "91", "92")
    assert all(place.first is None for place in kpi.places)


def test_lower_is_better_puts_the_lowest_first(tmp_path: Path) -> None:
    rows = "nyckeltal,9999,2022,T,1,\n" + "".join(f"nyckeltal,{one},2022,T,{9 - int(one)},\n" for one in PEERS)
    kpi = evaluated(tmp_path, rows, level="kind: at_most, level: 90").kpis[0]
    assert kpi.places[0].first == 7
    base = minimal()["goals/base.yaml"].replace("direction: higher", "direction: lower")
    lower = base.replace("at_least", "at_most")
    files = {
        "malstyrning.yaml": minimal()["malstyrning.yaml"] + SETTINGS,
        "goals/base.yaml": lower,
        "goals/peers.yaml": ORGANISATIONS,
        "data/exempel-bas.csv": HEADER + rows,
    }
    loaded = load(tmp_path / "lower", files)
    (kpi,) = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022))).kpis
    assert kpi.places[0].first == 1
