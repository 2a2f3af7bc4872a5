"""Cost per result, and cost against result among many."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspaces import load

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.costs import Beside, CostCross, CostResult, NoCost
from malstyrning.domain.periods import Occasion, parse_period
from malstyrning.evaluate.cost_crosses import spearman
from malstyrning.evaluate.evaluation import evaluate

LOANS = """\
kpis:
  lan:
    {title: Lån, goal: mal, unit: count, decimals: 0, direction: higher, measured: tertial, aggregation: sum,
     reported_in: [t1, t2, year_end], cost_per: {of: value, areas: [omrade], what: lån}}
  andel:
    {title: Andel lån, goal: mal, unit: percent, decimals: 1, direction: higher,
     cost_per: {of: numerator, areas: [omrade], what: lån}}
  stangt:
    {title: Lån på filialen, goal: mal, unit: count, decimals: 0, direction: higher,
     cost_per: {of: value, areas: [omrade], what: lån}}
  omlagt:
    {title: Omlagda lån, goal: mal, unit: count, decimals: 0, direction: higher,
     definitions: [{from: 2010, text: Med e-lån}, {from: 2022, text: Utan e-lån}],
     cost_per: {of: value, areas: [omrade], what: lån}}
"""
VALUES = """\
kpi,municipality,period,gender,value,numerator,denominator
lan,9999,2021,T,50000,,
lan,9999,2022T1,T,20000,,
lan,9999,2022T2,T,20000,,
lan,9999,2022T3,T,10000,,
andel,9999,2022,T,40,30000,75000
andel,9999,2021,T,40,,
stangt,9999,2022,T,0,,
omlagt,9999,2021,T,100,,
omlagt,9999,2022,T,200,,
"""
MONEY = """\
committee,area,period,kind,amount,example
namnd,omrade,2021,outcome,2000,
namnd,omrade,2022T1,outcome,800,
namnd,omrade,2022T2,outcome,700,
namnd,omrade,2022,outcome,2600,yes
"""


def evaluated(folder: Path, period: str = "2022", **instead: str) -> Evaluation:
    files = {"goals/lan.yaml": LOANS, "data/lan.csv": VALUES, "data/pengar.csv": MONEY, **instead}
    loaded = load(folder, files)
    found = parse_period(period)
    assert found
    return evaluate(loaded.plan, loaded.measurements, Occasion(found))


def last(evaluation: Evaluation, kpi: str) -> CostResult:
    return evaluation.costs[kpi][-1]


def test_the_cost_is_the_areas_money_in_kronor_over_the_volume(tmp_path: Path) -> None:
    one = last(evaluated(tmp_path), "lan")
    assert (one.money, one.volume, one.cost, one.example) == (Decimal(2600), Decimal(50000), Decimal("52.0"), True)


def test_years_before_are_told_where_both_are_there(tmp_path: Path) -> None:
    found = evaluated(tmp_path).costs
    assert [(one.period.year, one.cost) for one in found["lan"]] == [(2021, Decimal("40.0")), (2022, Decimal("52.0"))]
    assert [one.period.year for one in found["andel"]] == [2022]  # no numerator in 2021
    assert [one.period.year for one in found["omlagt"]] == [2022]  # another definition in 2021


def test_a_ratio_is_counted_by_its_numerator(tmp_path: Path) -> None:
    one = last(evaluated(tmp_path), "andel")
    assert (one.volume, one.cost) == (Decimal(30000), Decimal("86.7"))


@pytest.mark.parametrize(
    ("kpi", "files", "reason"),
    [
        ("stangt", {}, NoCost.VOLUME_NOT_POSITIVE),
        ("lan", {"data/lan.csv": VALUES.replace("lan,9999,2022T3,T,10000,,\n", "")}, NoCost.NO_VOLUME),
        ("andel", {"data/lan.csv": VALUES.replace("40,30000,75000", "40,,")}, NoCost.NO_NUMERATOR),
        ("lan", {"data/pengar.csv": MONEY.replace("namnd,omrade,2022,outcome,2600,yes\n", "")}, NoCost.NO_MONEY),
        ("lan", {"data/pengar.csv": MONEY.replace("2600", "-2600")}, NoCost.MONEY_NOT_POSITIVE),
    ],
)
def test_where_a_cost_cannot_be_told_the_reason_is(
    tmp_path: Path, kpi: str, files: dict[str, str], reason: NoCost
) -> None:
    one = last(evaluated(tmp_path, **files), kpi)
    assert (one.cost, one.reason) == (None, reason)


def test_an_interim_cost_covers_the_same_stretch_in_money_and_volume(tmp_path: Path) -> None:
    one = last(evaluated(tmp_path, "2022T2"), "lan")
    assert (str(one.period), one.money, one.volume) == ("2022-01/2022-08", Decimal(1500), Decimal(40000))
    without = MONEY.replace("namnd,omrade,2022T2,outcome,700,\n", "")
    told = last(evaluated(tmp_path, "2022T2", **{"data/pengar.csv": without}), "lan")
    assert (told.cost, told.reason, told.areas) == (None, NoCost.NO_MONEY, ("omrade",))


def test_the_largest_money_over_the_smallest_number_is_still_a_cost(tmp_path: Path) -> None:
    files = {
        "data/lan.csv": VALUES.replace("40,30000,75000", "40,1e-99,75000"),
        "data/pengar.csv": MONEY.replace(",2600,", ",900000000000000,"),
    }
    cost = last(evaluated(tmp_path, **files), "andel").cost
    assert cost == Decimal("9E+116")


def test_what_is_not_followed_up_has_no_cost(tmp_path: Path) -> None:
    assert "andel" not in evaluated(tmp_path, "2022T2").costs


def crossed(folder: Path, result: dict[str, str], cost: dict[str, str], direction: str = "higher") -> CostCross:
    """What is told of members `1101` and up, and of us where a dict names 9999."""
    members = sorted({*result, *cost} | {"9999"})
    names = "".join(f'  "{one}": {{name: Kommun {one}, kind: municipality}}\n' for one in members if one != "9999")
    kpi = "goal: mal, unit: percent, decimals: 0"
    listed = ", ".join(f'"{one}"' for one in members)
    rows = [
        f"{kpi},{one},2022,T,{value}\n" for kpi, of in (("res", result), ("kost", cost)) for one, value in of.items()
    ]
    loaded = load(
        folder,
        {
            "malstyrning.yaml": 'format: 1\norganisation: "9999"\nperiod: 2022\ngroups:\n'
            f"  grannar: {{title: Grannar, members: [{listed}], as_of: 2022}}\n",
            "goals/grannar.yaml": f"organisations:\n{names}kpis:\n"
            f"  res: {{title: Resultat, {kpi}, direction: {direction}, cost_kpi: kost}}\n"
            f"  kost: {{title: Kostnad, {kpi}, direction: none}}\n",
            "data/grannar.csv": "kpi,municipality,period,gender,value\n" + "".join(rows),
        },
    )
    found = parse_period("2022")
    assert found
    (one,) = evaluate(loaded.plan, loaded.measurements, Occasion(found)).crosses["res"]
    return one


def several(*values: int) -> dict[str, str]:
    return {f"11{index:02}": str(value) for index, value in enumerate(values, 1)}


def test_we_stand_against_both_medians_and_among_those_on_our_side(tmp_path: Path) -> None:
    result, cost = several(10, 20, 30, 40), several(50, 60, 70, 80)
    one = crossed(tmp_path, {**result, "9999": "35"}, {**cost, "9999": "52"})
    assert one.median
    assert (one.n, one.median.cost, one.median.result) == (5, Decimal(60), Decimal(30))
    assert (one.cost_beside, one.result_beside, one.alike) == (Beside.LOWER, Beside.HIGHER, 0)
    assert one.correlation is None  # of fewer than ten nothing is told


def test_who_lacks_one_of_the_values_is_not_counted(tmp_path: Path) -> None:
    result = {**several(10, 20, 30, 40, 50, 60), "9999": "35"}
    one = crossed(tmp_path, result, {**several(50, 60, 70, 80), "9999": "52"})
    assert (one.n, len(one.others)) == (5, 4)


def test_few_are_not_held_against_each_other(tmp_path: Path) -> None:
    one = crossed(tmp_path, {**several(10, 20, 30), "9999": "35"}, {**several(50, 60, 70), "9999": "52"})
    assert (one.n, one.median, one.alike) == (4, None, None)


def test_on_the_median_itself_we_are_on_no_side(tmp_path: Path) -> None:
    result, cost = several(10, 20, 40, 50), several(50, 60, 70, 80)
    one = crossed(tmp_path, {**result, "9999": "30"}, {**cost, "9999": "52"})
    assert (one.result_beside, one.alike) == (Beside.EQUAL, None)


def test_a_higher_cost_with_a_better_result_is_plus_whichever_way_is_better(tmp_path: Path) -> None:
    rising = range(1, 12)
    higher = crossed(tmp_path / "a", several(*rising), several(*rising))
    lower = crossed(tmp_path / "b", several(*rising), several(*rising), "lower")
    assert [higher.correlation, lower.correlation] == [1, -1]
    assert higher.chance == Decimal("0.62")  # 1.96 / sqrt(10)
    assert higher.own is None


@pytest.mark.parametrize(
    ("ones", "others", "expected"),
    [
        ([1, 2, 3, 4, 5], [5, 6, 7, 8, 7], "0.82"),  # the textbook example with a tie
        ([1, 2, 3], [3, 2, 1], "-1.00"),
        ([1, 2, 3], [2, 2, 2], None),
        ([106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17], "-0.18"),
    ],
)
def test_ranks_are_correlated_with_ties_at_their_middle(
    ones: list[int], others: list[int], expected: str | None
) -> None:
    found = spearman([*map(Decimal, ones)], [*map(Decimal, others)])
    assert found == (None if expected is None else Decimal(expected))
