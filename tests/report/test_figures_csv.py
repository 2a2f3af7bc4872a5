"""The figures as rows: the same as the record's, in columns that stay."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from tests.workspaces import ROOT, load

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin
from malstyrning.report.data import text_cell
from malstyrning.report.figures_csv import COLUMNS, PLACES, figures_csv
from malstyrning.report.record import record
from malstyrning.report.writer import Writer
from malstyrning.report.written import Written

ORIGIN = Origin("0", {})


def rows(evaluation: Evaluation, language: Language = Language.SV) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(figures_csv(evaluation, ORIGIN, Writer(language)).decode()))]


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    loaded = load_workspace(ROOT)
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))


def test_there_is_a_row_for_each_kpi_and_gender_that_is_judged(evaluation: Evaluation) -> None:
    judged = [(one.kpi, gender) for one in evaluation.kpis for gender in ("T", *(key.value for key in one.by_gender))]
    assert [(one["kpi"], one["gender"]) for one in rows(evaluation)] == judged


def test_it_says_what_the_record_says(evaluation: Evaluation) -> None:
    told = json.loads(record(evaluation, ORIGIN, Written("", "")))
    totals = [one for one in rows(evaluation) if one["gender"] == "T"]
    for row, kpi in zip(totals, told["kpis"], strict=True):
        verdict = kpi["verdict"]
        assert row["fulfilment"] == verdict["fulfilment"]
        for cell, number in ((row["outcome"], verdict["outcome"]["value"]), (row["gap"], verdict["gap"])):
            assert (float(cell) if cell else None) == number
        assert row["trend"] == kpi["trend"]["trend"]
        places = {one["group"]: one for one in kpi["places"]}
        for group in evaluation.plan.groups:
            place = places.get(group, dict.fromkeys(PLACES))
            assert [row[f"{group}.{name}"] for name in ("first", "last", "n")] == [
                "" if place[name] is None else str(place[name]) for name in ("first", "last", "n")
            ]


def test_figures_and_words_are_alike_in_both_languages(evaluation: Evaluation) -> None:
    def without_titles(language: Language) -> list[dict[str, str]]:
        return [
            {key: cell for key, cell in row.items() if key not in ("title", "unit")}
            for row in rows(evaluation, language)
        ]

    assert without_titles(Language.SV) == without_titles(Language.EN)


def test_its_form_is_that_of_our_files(evaluation: Evaluation) -> None:
    content = figures_csv(evaluation, ORIGIN, Writer(Language.SV))
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    header = content.decode().split("\n")[0].split(",")
    assert header == [*COLUMNS, *(f"{group}.{name}" for group in evaluation.plan.groups for name in PLACES)]


@pytest.mark.parametrize("text", ["=1+1", "+46 8", "-1", "@a", "\ta", "\ra"])
def test_a_text_that_a_spreadsheet_would_run_is_a_text(text: str) -> None:
    assert text_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Nacka", "1=1", " =1", "’", "a@b"])
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert text_cell(text) == text


def test_a_dangerous_title_is_made_safe_and_a_number_is_not_touched(tmp_path: Path) -> None:
    files = {
        "goals/more.yaml": "kpis:\n  annat:\n    title: '=cmd|a'\n    goal: mal\n    unit: percent\n"
        "    decimals: 1\n    direction: none\n",
        "data/more.csv": "kpi,municipality,period,gender,value,source\nannat,9999,2022,T,-0.0000001,-x\n",
    }
    loaded = load(tmp_path, files)
    row = rows(evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022))))[-1]
    assert (row["title"], row["source"], row["unrounded"]) == ("'=cmd|a", "'-x", "-0.0000001")
