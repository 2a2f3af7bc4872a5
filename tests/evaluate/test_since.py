"""What has changed since the last report: tables of what was, what is and what is told."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspaces import Files, load, minimal

from malstyrning.domain.former import FormerKpi, FormerLevel, FormerOutcome, FormerReport, FormerVerdict
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.since import (
    Change,
    FulfilmentChanged,
    GoalStatusChanged,
    KpiAdded,
    KpiGone,
    LevelChanged,
    Reworded,
    Superseded,
)
from malstyrning.domain.targets import AtLeast, Criterion
from malstyrning.domain.words import Gender
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Text

REACHED, NEARLY, NOT_REACHED = Fulfilment.REACHED, Fulfilment.NEARLY, Fulfilment.NOT_REACHED
NOT_ASSESSABLE = Fulfilment.NOT_ASSESSABLE
DATA = "kpi,municipality,period,gender,value,source\nnyckeltal,9999,2022,T,91.5,Bokslut\n"
NINETY = FormerLevel(2021, AtLeast(Decimal(90)), Decimal(1))


def outcome(value: str | None, year: int = 2021, unrounded: str | None = None) -> FormerOutcome:
    number = None if value is None else Decimal(value)
    return FormerOutcome(Period(year), Gender.ALL, number, Decimal(unrounded) if unrounded else number)


def former(
    value: str | None = "95", fulfilment: Fulfilment = REACHED, level: FormerLevel | None = NINETY, **keys: object
) -> FormerKpi:
    one = outcome(value)
    verdict = FormerVerdict(fulfilment, outcome=one, level=level)
    return FormerKpi("nyckeltal", "mal", verdict, series=(one,) if value else (), **keys)  # type: ignore[arg-type]


def changed(folder: Path, files: Files, *last: FormerKpi, goal: Fulfilment = REACHED) -> tuple[Change, ...]:
    loaded = load(folder, files)
    record = FormerReport("r", "", "2021", date(2021, 12, 31), {one.id: one for one in last}, {"mal": goal})
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)), last=record).since.changes


def test_nothing_is_told_where_nothing_has_changed(tmp_path: Path) -> None:
    rows = {"data/exempel-bas.csv": DATA + "nyckeltal,9999,2021,T,95,Bokslut\n"}
    same = FormerLevel(2021, AtLeast(Decimal(90)), Decimal(0))
    assert changed(tmp_path, rows, former(level=same)) == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("95", ()),
        ("95.04", ((REACHED, REACHED),)),  # another value, though it is shown as the same
        ("94", ((REACHED, REACHED),)),
        ("89.5", ((REACHED, NEARLY),)),
        ("80", ((REACHED, NOT_REACHED),)),
        (None, ((REACHED, NOT_ASSESSABLE),)),
    ],
)
def test_a_corrected_value_is_held_against_the_level_of_then(
    tmp_path: Path, row: str | None, told: tuple[tuple[Fulfilment, Fulfilment], ...]
) -> None:
    rows = {"data/exempel-bas.csv": DATA + (f"nyckeltal,9999,2021,T,{row},Bokslut\n" if row else "")}
    found = [one for one in changed(tmp_path, rows, former()) if isinstance(one, Superseded)]
    assert [(one.verdict, one.verdict_now) for one in found] == [*told]
    assert [one.period for one in found] == [Period(2021)] * len(told)


def test_a_value_that_came_later_is_told(tmp_path: Path) -> None:
    rows = {"data/exempel-bas.csv": DATA + "nyckeltal,9999,2021,T,95,Bokslut\n"}
    found = changed(tmp_path, rows, former(None, NOT_ASSESSABLE))
    (one,) = (one for one in found if isinstance(one, Superseded))
    assert (one.before, one.now, one.verdict_now) == (None, Decimal("95.0"), REACHED)


def test_a_value_made_from_others_is_not_held_against_a_row(tmp_path: Path) -> None:
    made = FormerOutcome(Period(2021), Gender.ALL, Decimal(95), None)
    last = FormerKpi("nyckeltal", "mal", FormerVerdict(REACHED, outcome=made, level=NINETY))
    assert not [one for one in changed(tmp_path, {}, last) if isinstance(one, Superseded)]


@pytest.mark.parametrize("criterion", [None, AtLeast(Decimal(90))], ids=["of an unknown kind", "known"])
def test_a_level_of_a_kind_that_is_not_known_flips_nothing(tmp_path: Path, criterion: Criterion | None) -> None:
    level = FormerLevel(2021, criterion, Decimal(0))
    (one,) = (one for one in changed(tmp_path, {}, former(level=level)) if isinstance(one, Superseded))
    assert (one.verdict_now is None) is (criterion is None)


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        (former(fulfilment=NEARLY), FulfilmentChanged),
        (former(level=FormerLevel(2021, AtLeast(Decimal(85)), Decimal(0))), LevelChanged),
        (former(level=FormerLevel(2021, AtLeast(Decimal(90)), Decimal(5))), LevelChanged),
        (former(level=None), LevelChanged),
        (former(title=Text("Gammalt", "Old")), Reworded),
    ],
    ids=["fulfilment", "level", "tolerance", "no level before", "title"],
)
def test_each_kind_of_change_is_told(tmp_path: Path, last: FormerKpi, kind: type) -> None:
    rows = {"data/exempel-bas.csv": DATA + "nyckeltal,9999,2021,T,95,Bokslut\n"}
    base = {**rows, "goals/base.yaml": minimal()["goals/base.yaml"].replace("level: 90", "level: 90, tolerance: 1")}
    assert [type(one) for one in changed(tmp_path, base, last)] == [kind]


def test_new_and_gone_kpis_are_told_with_what_was_decided(tmp_path: Path) -> None:
    ended = (
        "kpis:\n  gammalt: {title: G, goal: mal, unit: percent, decimals: 0, direction: none, to: 2021, "
        "replaced_by: nyckeltal}\n"
    )
    last = [FormerKpi(one, "mal", FormerVerdict(REACHED)) for one in ("gammalt", "borta")]
    added, gone, vanished = changed(tmp_path, {"goals/gammalt.yaml": ended}, *last)
    assert added == KpiAdded("nyckeltal")
    assert gone == KpiGone(last[0], in_plan=True, until=2021, replaced_by="nyckeltal")
    assert vanished == KpiGone(last[1], in_plan=False)


def test_nothing_is_told_of_a_verdict_that_was_not_asked_for(tmp_path: Path) -> None:
    rows = {"data/exempel-bas.csv": DATA + "nyckeltal,9999,2021,T,95,Bokslut\n"}
    level = FormerLevel(2022, AtLeast(Decimal(90)), Decimal(0))
    last = FormerKpi("nyckeltal", "mal", FormerVerdict(NOT_ASSESSABLE, not_reported=True, level=level))
    assert changed(tmp_path, rows, last) == ()


def test_a_goal_whose_status_is_another_is_told(tmp_path: Path) -> None:
    found = changed(tmp_path, {}, former(), goal=NOT_REACHED)
    assert found[0] == GoalStatusChanged("mal", NOT_REACHED)
