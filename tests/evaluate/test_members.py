"""Whose value stands where, and that it agrees with the place that is judged."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspaces import ROOT, Files, load

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.members import Comparison, comparisons
from malstyrning.load import Loaded, load_workspace

GROUP = "groups: {g: {title: {sv: G, en: G}, members: [%s], as_of: 2022, source: S}}\n"
OTHERS = '"9001", "9002", "9003", "9004", "9005"'


def group_of(values: dict[str, str], members: str = OTHERS, direction: str = "higher", own: str = "91.5") -> Files:
    """The files of a workspace with a group in which these have a value."""
    rows = "".join(f"nyckeltal,{name},2022,T,{value},Kolada\n" for name, value in values.items())
    names = "".join(f'  "{name}": {{name: K{name}, kind: municipality}}\n' for name in ("9001", "9002", "9003"))
    names += "".join(f'  "{name}": {{name: K{name}, kind: municipality}}\n' for name in ("9004", "9005"))
    ours = f"nyckeltal,9999,2022,T,{own},Bokslut\n" if own else ""
    kpi = "title: {sv: T, en: T}, goal: mal, unit: percent, decimals: 1, direction: " + direction
    return {
        "malstyrning.yaml": 'format: 1\norganisation: "9999"\nperiod: 2022\n' + GROUP % members,
        "goals/others.yaml": f"organisations:\n{names}kpis:\n  annat: {{{kpi}}}\n",
        "data/exempel-bas.csv": f"kpi,municipality,period,gender,value,source\n{ours}{rows}".replace(
            "nyckeltal", "annat"
        ),
    }


def compared(folder: Path, files: Files) -> tuple[Comparison, ...]:
    loaded = load(folder, files)
    return _comparisons(loaded, evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022))), "annat")


def _comparisons(loaded: Loaded, evaluation: Evaluation, kpi: str) -> tuple[Comparison, ...]:
    assessment = next(one for one in evaluation.kpis if one.kpi == kpi)
    return comparisons(loaded.plan.kpis[kpi], assessment, loaded.measurements.table, loaded.plan)


VALUES = {"9001": "95", "9002": "91.51", "9003": "80", "9004": "80.04"}


@pytest.mark.parametrize(
    ("direction", "order"),
    [
        ("higher", [("9001", 1, 1), ("9002", 2, 3), ("9999", 2, 3), ("9003", 4, 5), ("9004", 4, 5)]),
        ("lower", [("9003", 1, 2), ("9004", 1, 2), ("9002", 3, 4), ("9999", 3, 4), ("9001", 5, 5)]),
        ("none", [(name, None, None) for name in ("9001", "9002", "9999", "9003", "9004")]),
    ],
)
def test_the_best_is_first_and_equal_values_share_a_place(
    tmp_path: Path, direction: str, order: list[tuple[str, int | None, int | None]]
) -> None:
    (one,) = compared(tmp_path, group_of(VALUES, direction=direction))
    assert [(each.organisation, each.first, each.last) for each in one.with_value] == order
    assert [each.organisation for each in one.members if each.value is None] == ["9005"]


def test_a_value_is_rounded_as_the_outcome_is(tmp_path: Path) -> None:
    (one,) = compared(tmp_path, group_of(VALUES))
    assert {each.value for each in one.members} == {Decimal("95.0"), Decimal("91.5"), Decimal("80.0"), None}


def test_where_we_have_no_value_the_others_are_shown_without_places(tmp_path: Path) -> None:
    (one,) = compared(tmp_path, group_of(VALUES, own=""))
    assert one.place is None
    assert {each.first for each in one.members} == {None}
    assert [each.organisation for each in one.members][-2:] == ["9005", "9999"]


def test_a_group_in_which_no_one_else_has_a_value_is_no_comparison(tmp_path: Path) -> None:
    assert compared(tmp_path, group_of({})) == ()


def test_everyone_in_the_shipped_workspace_stands_where_the_judged_places_say() -> None:
    loaded = load_workspace(ROOT)
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    found = [one for each in evaluation.kpis for one in _comparisons(loaded, evaluation, each.kpi) if one.place]
    others = [each for one in evaluation.kpis for each in one.places if each.own is not None and each.others]
    assert len(found) == len(others)
    for one in found:
        own = next(each for each in one.members if each.organisation == loaded.plan.organisation)
        assert one.place
        assert (own.value, own.first, own.last) == (one.place.own, one.place.first, one.place.last), one.kpi.id
        assert len(one.with_value) == one.place.n
        values = [each.value for each in one.with_value if each.organisation in one.group.members and each.value]
        assert (min(values), max(values)) == (one.place.lowest, one.place.highest)
