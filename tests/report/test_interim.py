"""What a reader of an interim report relies on: its words are those of a part of the year."""

import json
import re
from pathlib import Path

import pytest
from tests.workspaces import load, minimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, Period, occasion_of, parse_period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.report.build import Origin, build_view
from malstyrning.report.files import render_all, with_record
from malstyrning.report.formats import Format
from malstyrning.report.view import ReportView
from malstyrning.report.written import Written

EVERY = "reported_in: [t1, t2, year_end]"
LEVELS = "target_levels: [{{year: 2022, kind: {}, level: {}, decided: 2021-11-15, reference: KF}}]"
KPIS = f"""\
kpis:
  trad: {{title: Träd, goal: mal, unit: count, decimals: 0, direction: higher, measured: tertial, aggregation: sum,
    {EVERY}, {LEVELS.format("at_least", 300)}}}
  olyckor: {{title: Olyckor, goal: mal, unit: count, decimals: 0, direction: lower, measured: tertial, aggregation: sum,
    {EVERY}, {LEVELS.format("at_most", 20)}}}
  franvaro: {{title: Frånvaro, goal: mal, unit: percent, decimals: 1, direction: lower, measured: tertial,
    aggregation: ratio, {EVERY}, {LEVELS.format("at_most", 6.5)}}}
  besok: {{title: Besök, goal: mal, unit: count, decimals: 0, direction: higher, measured: tertial, aggregation: sum,
    {EVERY}, {LEVELS.format("at_least", 9)}}}
  utslapp: {{title: Utsläpp, goal: mal, unit: count, decimals: 0, direction: lower, lag: 1,
    {EVERY}, {LEVELS.format("at_most", 50)}}}
  oversatt: {{title: Översatt, goal: mal, unit: count, decimals: 0, direction: lower, {EVERY}}}
budget_frames:
  - {{committee: namnd, year: 2022, amount: 9000, decided: 2021-11-15, reference: KF, areas: {{omrade: 9000}},
      changes: [{{date: 2022-06-20, reference: KF, areas: {{omrade: 1000}}}}]}}
"""
ROWS = """\
kpi,municipality,period,gender,value,numerator,denominator,source
trad,9999,2022T1,T,52,,,Egen
trad,9999,2022T2,T,98,,,Egen
olyckor,9999,2022T1,T,14,,,Egen
olyckor,9999,2022T2,T,9,,,Egen
franvaro,9999,2022T1,T,6.9,690,10000,Egen
franvaro,9999,2022T2,T,5.5,495,9000,Egen
besok,9999,2022T1,T,5,,,Egen
utslapp,9999,2021,T,48,,,Egen
"""
MONEY = """\
committee,area,period,kind,amount,made
namnd,omrade,2022T1,outcome,3100,
namnd,omrade,2022T2,outcome,3300,
namnd,omrade,2022,forecast,9500,2022T1
namnd,omrade,2022,forecast,10400,2022T2
"""


@pytest.fixture
def evaluation(tmp_path: Path) -> Evaluation:
    period = parse_period("2022T2")
    assert period
    occasion = occasion_of(period)
    assert occasion
    files = {"goals/kpis.yaml": KPIS, "data/rader.csv": ROWS, "data/budget.csv": MONEY}
    loaded = load(tmp_path, {**minimal(), **files})
    assert loaded.diagnostics == ()
    return evaluate(loaded.plan, loaded.measurements, occasion)


@pytest.fixture(params=list(Language))
def view(request: pytest.FixtureRequest, evaluation: Evaluation) -> ReportView:
    return build_view(evaluation, Origin("", {}), request.param)


HEADLINES = {  # in Swedish and English, each of which may stand on two lines
    "trad": """\
Kan inte bedömas än: årets nivå gäller hela året, och utfallet är för januari–augusti 2022.
Utfallet är 150 och målnivån minst 300.

Not assessable yet: the level is for the whole year, and the outcome for January–August 2022.
The outcome is 150 and the level at least 300.""",
    "olyckor": """\
Årets målnivå är redan passerad: utfallet för januari–augusti 2022 är 23 och målnivån högst 20.

The year's target level is passed already:
the outcome for January–August 2022 is 23 and the level at most 20.""",
    "franvaro": """\
Läget når årets målnivå: utfallet för januari–augusti 2022 är 6,2 % och målnivån högst 6,5 %.

As it stands the year's target level is reached:
the outcome for January–August 2022 is 6.2% and the level at most 6.5%.""",
    "besok": """\
Kan inte bedömas: värde saknas för 2022T2, som utfallet för januari–augusti 2022 räknas fram ur.

Not assessable: there is no value for 2022T2, which the outcome for January–August 2022 is made from.""",
    "utslapp": """\
Målnivån är nådd: utfallet är 48 och målnivån högst 50. Utfallet avser 2021.

The target level is reached: the outcome is 48 and the level at most 50. The outcome is of 2021.""",
    "oversatt": """\
Bedöms inte: ingen målnivå för 2022 var beslutad den 31 augusti 2022.

Not judged: no target level for 2022 was decided by 31 August 2022.""",
    "nyckeltal": """\
Följs inte upp nu: nyckeltalet följs upp i bokslutet.

Not followed up now: the KPI is followed up at the year-end close.""",
}


def test_each_headline_speaks_of_what_has_passed_of_the_year(view: ReportView) -> None:
    said = {kpi.anchor: kpi.headline.replace("\N{NO-BREAK SPACE}", " ") for kpi in view.kpis}
    language = [*Language].index(Language(view.language))
    assert said == {key: " ".join(texts.split("\n\n")[language].split("\n")) for key, texts in HEADLINES.items()}


def test_an_outcome_shows_how_it_was_made_and_where_its_parts_stand(evaluation: Evaluation) -> None:
    kpis = {kpi.anchor: kpi for kpi in build_view(evaluation, Origin("", {}), Language.SV).kpis}
    made = {key: one.made_of.replace("\N{NO-BREAK SPACE}", " ") for key, one in kpis.items() if one.made_of}
    assert made == {
        "trad": "52 + 98 = 150 (2022T1 + 2022T2)",
        "olyckor": "14 + 9 = 23 (2022T1 + 2022T2)",
        "franvaro": "(690 + 495) ÷ (10 000 + 9 000) × 100 ≈ 6,2 (2022T1 + 2022T2)",
    }
    assert kpis["trad"].stands_in == ("data/rader.csv:2", "data/rader.csv:3")


def test_the_summary_counts_what_is_not_followed_up_apart(view: ReportView) -> None:
    assert re.findall(r"\d+", view.summary[0].split("2022", 1)[1]) == ["2", "5", "0", "1", "2"]
    assert view.total == ("2", "0", "1", "2", "1", "1")
    assert len(view.total) == len(view.marks)
    assert view.marks[-1].key == "not_reported"


def test_money_shows_what_was_used_and_what_the_year_is_expected_to_cost(view: ReportView) -> None:
    row = view.money[0]
    amounts = (row.original, row.current, row.outcome, row.forecast, row.deviation, row.deviation_from_original)
    plain = tuple((one or "").replace(",", ".").replace("−", "-") for one in amounts)
    assert plain == ("9.0", "10.0", "6.4", "10.4", "-0.4", "-1.4")
    (area,) = view.overall_goals[0].goals[0].money
    assert area.forecast == row.forecast


def test_no_text_of_the_report_takes_the_year_for_ended(evaluation: Evaluation) -> None:
    for language, title, wrong in (
        (Language.SV, "Delårsrapport per 31 augusti 2022", ("årets slut", "{")),
        (Language.EN, "Interim report as of 31 August 2022", ("year's end", "{")),
    ):
        view = build_view(evaluation, Origin("", {}), language)
        files = render_all(view, list(Format), None)
        text = files["report.md"].decode()
        assert [one for one in wrong if one in text] == []
        assert f"# {title}\n" in text
        assert f"<h1>{title}</h1>" in files["report.html"].decode()
        listed = text.split(f"## {view.t['account']}")[1].split("\n## ")[0]
        assert listed.count("\n| ") == 1 + sum(map(int, view.total[3:]))  # its heading, and each of them


def test_the_record_names_every_part(evaluation: Evaluation) -> None:
    record = json.loads(with_record({}, evaluation, Origin("", {}), Language.SV, Written("", ""))["evaluation.json"])
    assert (record["period"], record["date"], record["counts"]["not_reported"]) == ("2022T2", "2022-08-31", 1)
    outcomes = {one["id"]: one["verdict"]["outcome"] for one in record["kpis"]}
    assert outcomes["trad"]["period"] == "2022-01/2022-08"
    assert [(one["value"], one["place"]) for one in outcomes["trad"]["parts"]] == [
        (52, "data/rader.csv:2:20"),
        (98, "data/rader.csv:3:20"),
    ]
    assert outcomes["besok"]["absent"] == ["2022T2"]
    (area,) = record["budget"][0]["areas"]
    assert area["rows"] == ["data/budget.csv:2:29", "data/budget.csv:3:29"]
    assert area["forecast_row"] == "data/budget.csv:5:28"


def test_a_goal_of_which_nothing_is_followed_up_has_a_mark_of_its_own_and_no_part_in_the_whole(tmp_path: Path) -> None:
    second = "strategic_goals:\n  nytt: {number: 1.2, title: N, committee: namnd, serves: [overgripande], from: 2020}\n"
    loaded = load(tmp_path, {**minimal(), "goals/b.yaml": second + KPIS.replace("goal: mal", "goal: nytt")})
    view = build_view(
        evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022, "T", 2))), Origin("", {}), Language.EN
    )
    first, other = view.overall_goals[0].goals
    assert (first.mark.key, first.proposed.key, first.rule) == (
        "not_reported",
        "not_reported",
        "No KPIs are followed up now.",
    )
    assert first.count == "no KPI with a level is followed up now"
    assert other.mark.key == "not_assessable"  # it is followed up, and has no outcome
    assert "Strategic goals of which no KPI is followed up now: 1." in view.summary
    assert "Strategic goals (1): reached 0, nearly reached 0, not reached 0, not assessable 1." in view.summary
