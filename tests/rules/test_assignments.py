from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.rules import check_workspace

PATH = "goals/uppdrag.yaml"
TODAY = date(2023, 3, 31)
WHOLE = "decided: 2021-11-15, reference: KF"


def assignment(keys: str) -> str:
    return f"assignments:\n  utred: {{title: Utred, committee: namnd, {keys}}}\n"


def findings(tmp_path: Path, text: str, today: date | None = TODAY) -> list[Diagnostic]:
    found = check_workspace(load(tmp_path, {PATH: text}), today)
    return [one for one in found if one.span.path == PATH]


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("ACT435", assignment(f"{WHOLE}, status: given, due: «2023-03-30»")),
        ("ACT436", assignment(f"{WHOLE}, status: given").replace("utred:", "«utred»:")),
        ("ACT436", assignment(f"{WHOLE}, status: done").replace("utred:", "«utred»:")),
        ("ACT436", assignment("status: withdrawn, reference: KF").replace("utred:", "«utred»:")),
        ("ACT437", assignment(f"{WHOLE}, status: done, finished: «2021-11-14»")),
        ("ACT437", assignment(f"{WHOLE}, status: under_way, due: 2023-12-31, finished: «2023-01-20»")),
        ("ACT437", assignment("decided: 2023-02-01, reference: KF, status: withdrawn, due: «2022-02-01»")),
        ("REF301", assignment(f"{WHOLE}, status: withdrawn").replace("namnd", "«nomnd»")),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


@pytest.mark.parametrize(
    "keys",
    [
        "status: given, due: 2023-03-31",
        "status: done, due: 2022-12-31, finished: 2023-01-15",
        "status: withdrawn, due: 2022-12-31",
        "status: given, due: 2022-12-31, to: 2022",
        "status: given, due: 2022-12-31, example: true",
    ],
    ids=["due today", "done late", "withdrawn", "ended", "invented"],
)
def test_what_is_not_late(tmp_path: Path, keys: str) -> None:
    found = findings(tmp_path, assignment(f"{WHOLE}, {keys}"))
    assert "ACT435" not in {one.rule.code for one in found}


def test_nothing_is_late_where_no_clock_is_read(tmp_path: Path) -> None:
    assert findings(tmp_path, assignment(f"{WHOLE}, status: given, due: 2022-12-31"), None) == []


def test_the_decision_is_the_other_place(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, assignment(f"{WHOLE}, status: done, finished: 2021-11-14"))
    assert [one.span.column for one in found.related] == [assignment(WHOLE).splitlines()[1].index("2021") + 1]
