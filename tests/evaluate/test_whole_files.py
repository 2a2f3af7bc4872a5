"""Files that are read at once say what the reader of rows says, or are left to it."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.workspaces import minimal, write

from malstyrning.cli.workspace import whole_files
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.load import Loaded, load_workspace

HEADER = "kpi,municipality,period,gender,value"
ORGANISATIONS = "organisations:\n" + "".join(
    f'  "000{index}": {{name: Grannen {index}, kind: municipality}}\n' for index in range(1, 7)
)
SETTINGS = minimal()["malstyrning.yaml"] + "groups: {alla: {title: Alla, members: all, as_of: 2022}}\n"
KOLADA = minimal()["goals/base.yaml"].replace("    decimals: 1\n", "    decimals: 1\n    kolada: N15419\n")
OWN = "nyckeltal,9999,2021,T,90.5\n"
SOUND = "".join(f"N15419,000{index},{year},T,{index}{year}.25\n" for index in range(1, 7) for year in (2021, 2022))


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is large enough."""
    monkeypatch.setattr("malstyrning.load.measurements.LARGE", 0)


def both(folder: Path, *files: str) -> tuple[Loaded, Loaded]:
    """The workspace as it is read at once, where that can be, and row by row."""
    data = {f"data/fil-{index}.csv": content for index, content in enumerate(files)}
    write(
        folder,
        {
            **minimal(),
            "malstyrning.yaml": SETTINGS,
            "goals/base.yaml": KOLADA,
            "goals/andra.yaml": ORGANISATIONS,
            **data,
        },
    )
    return load_workspace(folder, whole_files=whole_files), load_workspace(folder)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{HEADER}\n{OWN}{SOUND}", id="five columns"),
        pytest.param(f"{HEADER}\n{OWN}{SOUND}".rstrip("\n"), id="no line end at the end"),
        pytest.param(
            f"{HEADER},source,status,preliminary,retrieved,example\n"
            "nyckeltal,9999,2021,T,90.5,SCB,,yes,2022-01,\n"
            "nyckeltal,9999,2020,T,,SCB,suppressed,,,\n"
            "N15419,0001,2022,T,-7.355e-05,SCB,,,,yes\n"
            "N15419,0002,2022,T,,Kolada,unknown,,2022-02,\n"
            "N15419,0002,2022,K,5,Kolada,,,2022-03,\n",
            id="other columns",
        ),
        pytest.param(
            f"{HEADER},numerator,n,denominator\n"
            + "".join(f"N15419,000{index},2022,T,{index}0,{index},100,10\n" for index in range(1, 7))
            + "nyckeltal,9999,2021,T,50,5,,10\n",
            id="numerators and denominators",
        ),
    ],
)
def test_sound_files_say_the_same(tmp_path: Path, content: str) -> None:
    at_once, row_by_row = both(tmp_path, content)
    assert at_once.measurements.table.whole_files
    assert not row_by_row.measurements.table.whole_files
    assert at_once.measurements.own == row_by_row.measurements.own
    assert [one.span for one in at_once.measurements.own] == [one.span for one in row_by_row.measurements.own]
    assert at_once.inputs == row_by_row.inputs
    assert at_once.diagnostics == row_by_row.diagnostics == ()
    occasion = Occasion(Period(2022))
    found, expected = (evaluate(one.plan, one.measurements, occasion) for one in (at_once, row_by_row))
    assert found == expected
    assert found.kpis[0].places[0].n > 1
    table = at_once.measurements.table
    assert replace(at_once.measurements, table=table) == replace(row_by_row.measurements, table=table)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,T,1_000\n", id="no number"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,T,inf\n", id="a number to a machine"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,T,1e15\n", id="too large"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,T,\n", id="no value"),
        pytest.param(f"{HEADER},status\nN15419,0001,2023,T,1,unknown\n", id="value and status"),
        pytest.param(f"{HEADER},status\nN15419,0001,2023,T,,lost\n", id="no status"),
        pytest.param(f"{HEADER},n\nN15419,0001,2023,T,1,x\n", id="no number of respondents"),
        pytest.param(f"{HEADER},published\nN15419,0001,2023,T,1,2023\n", id="no day"),
        pytest.param(f"{HEADER},published\nnyckeltal,9999,2023,T,1,2023\n", id="no day of our own"),
        pytest.param(f"{HEADER}\n{SOUND}N15418,0001,2023,T,1\n", id="unknown KPI"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,1,2023,T,1\n", id="lost zeros"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023T4,T,1\n", id="no period"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,A,1\n", id="no gender"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,T\n", id="a cell too few"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,T,1,\n", id="a cell too many"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2023,T\nN15419,0001,2024,T,1,2\n", id="one too few, one too many"),
        pytest.param(f"{HEADER}\n{SOUND}N15419,0001,2022,T,1\n", id="a row twice"),
        pytest.param(f"{HEADER}\n{SOUND}nyckeltal,0001,2022,T,1\n", id="a row twice, by our name"),
        pytest.param(f"{HEADER}\n", id="no rows"),
        pytest.param(f"{HEADER},sort\n", id="another column"),
    ],
)
def test_what_is_wrong_is_told_by_the_reader_of_rows(tmp_path: Path, content: str) -> None:
    at_once, row_by_row = both(tmp_path, f"{HEADER}\n{OWN}", content)
    assert row_by_row.diagnostics
    assert at_once == row_by_row


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{HEADER}\n{SOUND}".replace(",", ";").replace(".", ","), id="semicolons"),
        pytest.param(f"{HEADER}\n{OWN}{SOUND}".replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param("\N{BYTE ORDER MARK}" + f"{HEADER}\n{SOUND}", id="byte-order mark"),
        pytest.param(f'{HEADER}\n"N15419",0001,2023,T,1\n', id="quotes"),
        pytest.param(f"{HEADER}\n\n{SOUND}", id="a blank line"),
        pytest.param(f"{HEADER}\n{SOUND}N15419, 0001,2023,T,1\n", id="a space"),
    ],
)
def test_what_is_written_otherwise_is_read_row_by_row(tmp_path: Path, content: str) -> None:
    at_once, row_by_row = both(tmp_path, content)
    assert not at_once.measurements.table.whole_files
    assert at_once == row_by_row


def test_a_row_in_two_files_is_told(tmp_path: Path) -> None:
    at_once, row_by_row = both(tmp_path, f"{HEADER}\n{SOUND}", f"{HEADER}\n{OWN}", f"{HEADER}\n{SOUND}")
    assert len(row_by_row.diagnostics) == 12
    assert at_once == row_by_row
