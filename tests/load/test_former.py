"""The record of the last report: found by its date, and never trusted."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.workspaces import ROOT, write

from malstyrning.domain.former import FormerReport, UnreadableReport
from malstyrning.domain.targets import AtLeast
from malstyrning.load.former import _LARGEST, last_report
from malstyrning.sources.tree import Folder

RECORD: dict[str, Any] = {
    "format": 1,
    "organisation": "9999",
    "period": "2021",
    "date": "2021-12-31",
    "kpis": [],
    "strategic_goals": [],
}
VERDICT: dict[str, Any] = {"fulfilment": "reached", "reason": None, "outcome": None, "level": None}
KPI: dict[str, Any] = {"id": "ett", "goal": "mal", "verdict": VERDICT, "by_gender": {}, "series": []}


def read(folder: Path, before: date = date(2022, 12, 31)) -> FormerReport | UnreadableReport | None:
    return last_report(Folder(folder), "9999", before)


def record(**keys: object) -> str:
    return json.dumps({**RECORD, **keys})


def test_the_shipped_record_is_read_whole() -> None:
    found = last_report(Folder(ROOT), "0182", date(2023, 12, 31))
    assert isinstance(found, FormerReport)
    assert len(found.kpis) == 60
    kpi = found.kpis["behorighet-kommunala"]
    assert kpi.title
    assert kpi.verdict.level
    assert kpi.verdict.level.target == AtLeast(Decimal(94))


def test_records_are_ordered_by_their_date_and_none_of_the_day_itself_is_earlier(tmp_path: Path) -> None:
    days = {
        "2021": "2021-12-31",
        "2022T2": "2022-08-31",
        "2022T1": "2022-04-30",
        "2022": "2022-12-31",
        "x": "2020-12-31",
    }
    for name, day in days.items():
        write(tmp_path, {f"reports/{name}/evaluation.json": record(date=day, period=name)})
    for before, name in (
        ("2022-12-31", "2022T2"),
        ("2022-08-31", "2022T1"),
        ("2022-04-30", "2021"),
        ("2021-01-01", "x"),
    ):
        found = read(tmp_path, date.fromisoformat(before))
        assert isinstance(found, FormerReport)
        assert found.period == name
    assert read(tmp_path, date(2020, 12, 31)) is None


def test_there_may_be_no_reports(tmp_path: Path) -> None:
    assert read(tmp_path) is None
    write(tmp_path, {"reports/2021/report.md": "# Rapport\n"})
    assert read(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        "[" * 100_000,
        '{"kpis": ' * 50_000,
        "\udcff\udcfe",
        '{"a": NaN}',
        record(format=2),
        record(format="1"),
        record(organisation="0182"),
        record(date="31 december"),
        record(kpis={}),
        record(kpis=[[]]),
        record(kpis=[{**KPI, "verdict": {**VERDICT, "fulfilment": "partly"}}]),
        record(kpis=[{**KPI, "id": "a" * 5_000}]),
        record(kpis=[{**KPI, "series": [{"period": "2021", "gender": "T", "value": 1e300, "unrounded": 1}]}]),
        record(kpis=[{**KPI, "series": [{"period": "i fjol", "gender": "T", "value": 1, "unrounded": 1}]}]),
        record(kpis=[{**KPI, "series": [{"period": "2021", "gender": "X", "value": 1, "unrounded": 1}]}]),
        record(kpis=[{**KPI, "title": "Ett"}]),
        '{"format": 1, "kpis": [{"id": 9' + "9" * 10_000 + "}]}",
    ],
)
def test_what_is_no_record_is_told_and_an_older_one_never_taken(tmp_path: Path, content: str) -> None:
    write(
        tmp_path, {"reports/2021/evaluation.json": content, "reports/2020/evaluation.json": record(date="2020-12-31")}
    )
    found = read(tmp_path)
    assert isinstance(found, UnreadableReport)
    assert found.path == "reports/2021/evaluation.json"
    assert found.why.sv
    assert found.why.en
    assert "\n" not in found.why.sv


def test_a_record_that_is_too_large_is_not_taken_into_memory(tmp_path: Path) -> None:
    place = write(tmp_path, {"reports/2021/evaluation.json": ""}) / "reports/2021/evaluation.json"
    with place.open("r+b") as out:
        out.truncate(_LARGEST + 1)
    found = read(tmp_path)
    assert isinstance(found, UnreadableReport)
    assert found.sha256 is None


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path, {"outside.json": record()}) / "outside.json"
    (tmp_path / "reports" / "2021").mkdir(parents=True)
    (tmp_path / "reports" / "2021" / "evaluation.json").symlink_to(outside)
    assert isinstance(read(tmp_path), UnreadableReport)


def test_a_goal_with_nothing_to_judge_has_no_status_to_compare(tmp_path: Path) -> None:
    goals = [
        {"id": "inget", "status": "not_assessable", "rule": "nothing_to_judge"},
        {"id": "oklart", "status": "not_assessable", "rule": "under_half_assessable"},
        {"id": "signerat", "status": "reached", "rule": "nothing_to_judge"},
    ]
    write(tmp_path, {"reports/2021/evaluation.json": record(strategic_goals=goals)})
    found = read(tmp_path)
    assert isinstance(found, FormerReport)
    assert {*found.goals} == {"oklart", "signerat"}


def test_a_record_of_before_titles_were_kept_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"reports/2021/evaluation.json": record(kpis=[KPI])})
    found = read(tmp_path)
    assert isinstance(found, FormerReport)
    assert found.kpis["ett"].title is None
    assert found.kpis["ett"].shown.sv == "ett"


def test_words_of_a_record_can_not_steer_a_terminal(tmp_path: Path) -> None:
    titled = {**KPI, "title": {"sv": "Ett\x1b[2J\nTvå", "en": None}}
    write(tmp_path, {"reports/2021/evaluation.json": record(kpis=[titled])})
    found = read(tmp_path)
    assert isinstance(found, FormerReport)
    assert found.kpis["ett"].shown.sv.isprintable()  # type: ignore[union-attr]


def test_an_interim_report_on_a_year_so_far_is_read(tmp_path: Path) -> None:
    outcome = {"period": "2022-01/2022-08", "gender": "T", "value": 210, "unrounded": 210}
    kpi = {**KPI, "verdict": {**VERDICT, "outcome": outcome}, "series": [outcome]}
    content = record(period="2022T2", date="2022-08-31", kpis=[kpi])
    write(tmp_path, {"reports/2022T2/evaluation.json": content})
    found = read(tmp_path)
    assert isinstance(found, FormerReport)
    assert [str(one.period) for one in found.kpis["ett"].series] == ["2022-01/2022-08"]
