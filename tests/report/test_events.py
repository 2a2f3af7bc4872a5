"""Events, carried texts and lessons, as a reader of the evaluation is told of them."""

import json
import re
from pathlib import Path

import pytest
from tests.workspaces import ROOT, load

from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin, build_view
from malstyrning.report.render import render
from malstyrning.report.view import KpiView

ANSWERS = """\
events:
  branden:
    title: Branden i Sjöskolan
    kind: internal
    date: 2021-03-01
    to: 2022-05-31
    reference: N § 7
    kpis: [nyckeltal]
    example: true
  kriget: {title: Kriget, kind: external, date: 2022-02-24, source: FN}
evaluations:
  - committee: namnd
    period: 2021
    kpis: {nyckeltal: {cause: Branden stängde skolan., own_and_events: Mest branden.}}
    signed: {body: Nämnden, name: Ordföranden, date: 2022-02-20}
  - committee: namnd
    period: 2022
    kpis: {nyckeltal: {carried_from: 2021, own_and_events: Branden och kriget., events: [kriget]}}
"""
DATA = "kpi,municipality,period,gender,value\n" + "".join(
    f"nyckeltal,9999,{year},T,{value}\n" for year, value in ((2020, 91), (2021, 80), (2022, 85))
)


@pytest.fixture
def kpi(tmp_path: Path) -> KpiView:
    return view_of(tmp_path, ANSWERS)


def view_of(folder: Path, answers: str) -> KpiView:
    loaded = load(folder, {"goals/svar.yaml": answers, "data/exempel-bas.csv": DATA})
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    (found,) = build_view(evaluation, Origin("", {}), Language.SV).kpis
    return found


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_events_stand_beside_the_answers_with_days_and_who_refers_to_them(kpi: KpiView) -> None:
    told = [(one.title, one.when, one.kind, one.role, one.source, one.example) for one in kpi.events]
    assert told == [
        ("Branden i Sjöskolan", "1 mars 2021 till 31 maj 2022", "intern", "antecknad vid nyckeltalet", "N § 7", True),
        ("Kriget", "24 februari 2022", "extern", "nämnden hänvisar till den", "FN", False),
    ]


def test_the_chart_of_development_says_what_its_bars_are(kpi: KpiView) -> None:
    (trend,) = (one for one in kpi.figures if one.heading == "Utveckling")
    assert "Streck överst: Branden i Sjöskolan 2021–2022; Kriget 2022." in trend.caption
    assert trend.svg.count('class="event"') == 2
    described = re.search(r"<desc[^>]*>(.*?)</desc>", trend.svg)
    assert described
    assert "Branden i Sjöskolan 2021–2022" in described[1]


def test_a_break_is_said_as_well_as_drawn() -> None:
    loaded = load_workspace(ROOT)
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    captions = {
        "": 0,
        "Prickad lodrät linje: ny definition från": 1,
        "Prickade lodräta linjer: nya definitioner från": 2,
    }
    figures = [one for kpi in build_view(evaluation, Origin("", {}), Language.SV).kpis for one in kpi.figures]
    drawn = [(one.svg.count('class="break"'), one.caption) for one in figures if one.heading == "Utveckling"]
    assert {count for count, _ in drawn} == {0, 1, 2}
    for count, caption in drawn:
        assert max(captions[one] for one in captions if one in caption) == count


def test_a_carried_text_says_from_when_it_is_and_who_signed_it(kpi: KpiView) -> None:
    assert kpi.cause.text == "Branden stängde skolan."
    assert (
        plain(kpi.cause.carried) == "Texten är från 2021, undertecknad av Nämnden genom Ordföranden, 20 februari 2022"
    )
    assert kpi.own_and_events.carried == ""


def test_a_carried_text_that_was_not_signed_says_so(tmp_path: Path) -> None:
    unsigned = re.sub(r"    signed:.*\n", "", ANSWERS)
    assert view_of(tmp_path, unsigned).cause.carried == "Texten är från 2021 och inte undertecknad"


def test_the_record_holds_events_carried_texts_and_lessons() -> None:
    record = json.loads((ROOT / "reports/2022/evaluation.json").read_text("utf-8"))
    kpis = {one["id"]: one for one in record["kpis"]}
    assert kpis["deltagartillfallen-idrott"]["carried"] == {"cause": {"period": "2022T2", "signed": "2022-09-28"}}
    assert kpis["fysiska-lan"]["events"] == [{"id": "covid-19", "referred_to": False}]
    assert {one["id"] for one in record["events"]} == {"covid-19", "kriget-i-ukraina", "vakanser-pa-boenden"}
    assert all(one["proposes"] for one in record["lessons"])


@pytest.mark.parametrize("language", [*Language])
def test_an_interim_report_shows_its_lessons_with_what_became_of_them(language: Language) -> None:
    loaded = load_workspace(ROOT)
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022, "T", 2)))
    page = render(build_view(evaluation, Origin("", {}), language), "report.md.j2", None).decode()
    told = {
        Language.SV: "Förs till planen för 2023. Vad det blev: togs in",
        Language.EN: "Feeds the plan of 2023. What became of it: adopted",
    }
    assert told[language] in page
