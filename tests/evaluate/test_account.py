"""Every KPI is accounted for, and only what someone has to do about is a gap."""

from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import Files, load, minimal

from malstyrning.domain.account import Account, KpiState, Remark
from malstyrning.domain.former import FormerKpi, FormerReport, FormerVerdict
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Text

HEADER = "kpi,municipality,period,gender,value,status\n"
KPI = "kpis:\n  ett: {title: Ett, goal: mal, unit: percent, decimals: 0, direction: none, "


def accounted(folder: Path, files: Files, *last: FormerKpi, year: int = 2022) -> Account:
    loaded = load(folder, files)
    former = FormerReport("reports/2021/evaluation.json", "", "2021", date(2021, 12, 31), {one.id: one for one in last})
    occasion = Occasion(Period(year))
    return evaluate(loaded.plan, loaded.measurements, occasion, last=former if last else None).account


def former(name: str, title: str | None = None, definition: int | None = None) -> FormerKpi:
    return FormerKpi(name, "mal", FormerVerdict(Fulfilment.REACHED), Text(title, title) if title else None, definition)


@pytest.mark.parametrize(
    ("row", "state", "is_gap"),
    [
        ("nyckeltal,9999,2022,T,91.5,\n", KpiState.MEASURED, False),
        ("nyckeltal,9999,2022,T,10,\n", KpiState.MEASURED, False),  # a missed level is no gap
        ("nyckeltal,9999,2021,T,91.5,\n", KpiState.AWAITED, True),
        ("nyckeltal,9999,2022,K,91.5,\n", KpiState.AWAITED, True),  # women's value is not everyone's
        ("nyckeltal,9999,2022,T,,suppressed\n", KpiState.TOLD_MISSING, False),
    ],
)
def test_a_value_is_there_or_awaited_or_told_as_missing(
    tmp_path: Path, row: str, state: KpiState, *, is_gap: bool
) -> None:
    (one,) = accounted(tmp_path, {"data/exempel-bas.csv": HEADER + row}).kpis
    assert (one.state, one.is_gap) == (state, is_gap)


@pytest.mark.parametrize(("lag", "expected"), [(0, date(2023, 9, 30)), (1, date(2023, 9, 30)), (2, date(2023, 9, 30))])
def test_a_value_is_expected_some_months_after_the_year_that_reports_it(
    tmp_path: Path, lag: int, expected: date
) -> None:
    base = minimal()["goals/base.yaml"].replace("decimals: 1", f"decimals: 1\n    lag: {lag}")
    files = {"goals/base.yaml": base, "data/exempel-bas.csv": HEADER + "nyckeltal,9999,2012,T,1,\n"}
    (one,) = accounted(tmp_path, files).kpis
    assert one.outcome
    assert one.outcome.period == Period(2022 - lag)
    assert one.expected == expected


@pytest.mark.parametrize(
    ("old", "new", "remark", "is_gap"),
    [
        ("direction: higher", "direction: none", Remark.DESCRIBED, False),
        ("year: 2022", "year: 2023", Remark.NO_LEVEL, True),
        ("    owner: Förvaltningschefen\n", "", Remark.NO_OWNER, True),
        ("    owner: Förvaltningschefen\n", "    owner: Chefen\n    to: 2021\n", Remark.NO_OWNER, True),
    ],
    ids=["described", "no level for the year", "no owner", "the owner's committee has ended"],
)
def test_what_is_not_in_place_is_remarked(tmp_path: Path, old: str, new: str, remark: Remark, *, is_gap: bool) -> None:
    base = minimal()["goals/base.yaml"].replace(old, new)
    if remark is Remark.DESCRIBED:
        base = base[: base.index("    target_levels")]
    (one,) = accounted(tmp_path, {"goals/base.yaml": base}).kpis
    assert one.remarks == (remark,)
    assert one.is_gap is is_gap


@pytest.mark.parametrize(
    ("last", "remarks"),
    [
        (former("nyckeltal"), ()),
        (former("nyckeltal", "Ett annat namn"), (Remark.REWORDED,)),
        (former("nyckeltal", definition=2020), (Remark.REDEFINED,)),
        (former("nyckeltal", definition=2022), ()),
    ],
    ids=["an old record", "another title", "an older definition", "the same definition"],
)
def test_what_has_changed_since_the_last_report_is_remarked(
    tmp_path: Path, last: FormerKpi, remarks: tuple[Remark, ...]
) -> None:
    text = "definitions: [{from: 2015, text: Förr}, {from: 2022, text: Nu}]" if last.definition else "lag: 0"
    base = minimal()["goals/base.yaml"].replace("decimals: 1", f"decimals: 1\n    {text}")
    (one, *_) = accounted(tmp_path, {"goals/base.yaml": base}, last).kpis
    assert one.remarks == remarks


@pytest.mark.parametrize(
    ("keys", "last", "found"),
    [
        ("to: 2021}\n", (), [("nyckeltal", "measured"), ("ett", "ended")]),
        ("to: 2019}\n", (), [("nyckeltal", "measured")]),  # the report of 2020 told it
        ("to: 2019}\n", (former("ett"),), [("nyckeltal", "measured"), ("ett", "ended")]),  # it did not
        ("was: borta}\n", (former("borta"),), [("nyckeltal", "measured"), ("ett", "awaited")]),
        ("lag: 0}\n", (former("borta"),), [("nyckeltal", "measured"), ("ett", "awaited"), ("borta", "vanished")]),
    ],
    ids=["ended", "ended long ago", "ended since the last report", "renamed", "vanished"],
)
def test_a_kpi_that_is_no_longer_there_is_accounted_for(
    tmp_path: Path, keys: str, last: tuple[FormerKpi, ...], found: list[tuple[str, str]]
) -> None:
    account = accounted(tmp_path, {"goals/ett.yaml": KPI + keys}, *last)
    assert [(one.kpi, one.state.value) for one in account.kpis] == found


def test_a_kpi_that_is_not_followed_up_now_is_no_gap(tmp_path: Path) -> None:
    loaded = load(tmp_path, {})
    (one,) = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022, "T", 2))).account.kpis
    assert (one.state, one.is_gap) == (KpiState.NOT_REPORTED, False)


def test_a_kpi_ends_with_its_goal(tmp_path: Path) -> None:
    goal = (
        "strategic_goals:\n  gammalt:\n    {number: 1.9, title: G, committee: namnd, serves: [overgripande], "
        "from: 2015, to: 2021}\n"
    )
    account = accounted(tmp_path, {"goals/ett.yaml": goal + KPI.replace("goal: mal", "goal: gammalt") + "lag: 0}\n"})
    assert [(one.kpi, one.state, one.until) for one in account.kpis][1:] == [("ett", KpiState.ENDED, 2021)]


def test_a_kpi_whose_goal_no_report_shows_is_accounted_for(tmp_path: Path) -> None:
    goal = (
        "overall_goals:\n  gammalt: {number: 9, title: G, to: 2021}\n"
        "strategic_goals:\n  vilset: {number: 9.1, title: V, committee: namnd, serves: [gammalt], from: 2015}\n"
    )
    account = accounted(tmp_path, {"goals/ett.yaml": goal + KPI.replace("goal: mal", "goal: vilset") + "lag: 0}\n"})
    assert [(one.kpi, one.state) for one in account.gaps] == [("ett", KpiState.OUTSIDE)]
