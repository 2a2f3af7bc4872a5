"""What a reader is told of costs, moves, the whole, sound financial management, assignments and doubtful data."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.workspaces import load

from malstyrning.domain.periods import Occasion, parse_period
from malstyrning.evaluate.committee import of_committee
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import NO_BREAK_SPACE, Language
from malstyrning.report.build import Origin, build_view
from malstyrning.report.files import render_all
from malstyrning.report.formats import Format
from malstyrning.report.view import ReportView

ANSWERS = """\
evaluations:
  - committee: namnd
    period: 2022
    goals: {mal: {position: Läget, analysis: Analysen, conditions_met: partly}}
    reprioritise:
      answer: yes
      text: Parkerna slits
      proposal: [{from: omrade, to: park, amount: 1500}]
    whole: {strategy: Den höll, focus: '[fyll i svaret]'}
committees:
  annan: {title: Andra nämnden, areas: {park: {title: Parker}}}
assignments:
  utred: {title: Utred saken, committee: annan, status: under_way, due: 2022-10-31, decided: 2022-02-01}
  klart: {title: Gör klart, committee: namnd, status: done, due: 2022-10-31, finished: 2022-09-01, decided: 2022-02-01,
    text: Det är klart}
"""
SOUND = """\
strategic_goals:
  ekonomi:
    {number: 1.2, title: Ekonomi, committee: namnd, serves: [overgripande], areas: [omrade], from: 2020,
     sound_financial_management: {kind: financial, scope: municipality}}
kpis:
  tvivel:
    {title: Tvivelaktigt, goal: ekonomi, unit: count, decimals: 0, direction: none,
     data_quality: {level: uncertain, text: Räknas på två sätt},
     cost_per: {of: value, areas: [omrade], what: {sv: sak, en: thing}}}
"""
ASSESSED = """\
sound_financial_management:
  - period: 2022
    balance: {result: -90, from_reserve: 20}
    signed: {body: Styrelsen, name: Ordföranden, date: 2023-03-27}
"""
DATA = {
    "data/tvivel.csv": "kpi,municipality,period,gender,value\ntvivel,9999,2022,T,40\n",
    "data/pengar.csv": "committee,area,period,kind,amount\nnamnd,omrade,2022,outcome,10\n",
}
Viewed = Callable[..., ReportView]


@pytest.fixture
def viewed(tmp_path: Path) -> Viewed:
    def view(files: dict[str, str], period: str = "2022", committee: str = "") -> ReportView:
        loaded = load(tmp_path, {"goals/svar.yaml": ANSWERS, "goals/ekonomi.yaml": SOUND, **DATA, **files})
        found = parse_period(period)
        assert found
        evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(found))
        return build_view(of_committee(evaluation, committee) if committee else evaluation, Origin("", {}), Language.SV)

    return view


def written(view: ReportView) -> tuple[str, str]:
    """HTML and Markdown, with ordinary spaces."""
    made = render_all(view, [Format.HTML, Format.MD], None)
    html, text = (made[name].decode().replace(NO_BREAK_SPACE, " ") for name in ("report.html", "report.md"))
    return html, text


@pytest.mark.parametrize(
    "told",
    [
        "Fungerade strategin som det var tänkt?",
        "Den höll",
        "mellan nämnder: fullmäktige beslutar",
        "1 av 2 uppdrag skulle ha varit klart senast den 31 december 2022 och är det inte.",
        "Utred saken",
        "Räknas på två sätt",
        "Av 1 mål med förutsättningar för att leverera: 1 delvis.",
        "10 000 kr ÷ 40 = 250 kr per sak, 2022.",
        "0 av 1 nyckeltal når målnivån",
    ],
)
def test_both_formats_tell_it(viewed: Viewed, told: str) -> None:
    missed = {"data/exempel-bas.csv": "kpi,municipality,period,gender,value\nnyckeltal,9999,2022,T,80\n"}
    for page in written(viewed({**missed, "goals/sund.yaml": ASSESSED})):
        assert told in page


def test_what_of_the_whole_is_unwritten_is_missing_at_the_close_alone(viewed: Viewed) -> None:
    one = next(one for one in viewed({}).committees if one.title == "Nämnden")
    assert [answer.state for _, answer in one.whole] == ["given", "missing", "missing", "missing"]
    interim = next(one for one in viewed({}, "2022T2").committees if one.title == "Nämnden")
    assert interim.whole == ()


def test_the_balance_requirement_is_printed_with_its_sums_and_what_follows(viewed: Viewed) -> None:
    sound = viewed({"goals/sund.yaml": ASSESSED}).sound
    assert sound
    amounts = {row.label: row.amount for row in sound.balance}
    assert amounts["Årets balanskravsresultat"] == "−70"
    assert sound.balance_told == (
        "Balanskravsresultatet 2022 är negativt. Det ska återställas inom tre år, senast 2025.",
    )
    assert sound.balance_plan.state == "missing"
    assert sound.opinion.state == "missing"


@pytest.mark.parametrize(
    ("period", "expected", "balance"),
    [("2022T1", None, None), ("2022T2", "missing", False), ("2022", "not_asked", True)],
)
def test_sound_management_is_asked_for_at_t2_and_at_the_close(
    viewed: Viewed,
    period: str,
    expected: str | None,
    balance: bool | None,  # noqa: FBT001
) -> None:
    sound = viewed({}, period).sound
    assert (sound.scopes[0].expected.state if sound else None) == expected
    assert (sound.balance_asked if sound else None) == balance


def test_a_committees_part_has_its_own_assignments_and_no_assessment_of_the_municipality(viewed: Viewed) -> None:
    part = viewed({"goals/sund.yaml": ASSESSED}, committee="namnd")
    assert part.sound is None
    assert [one.title for one in part.assignments] == ["Gör klart"]
    assert part.late_assignments == "Inget av 1 uppdrag är försenat den 31 december 2022."


def test_what_is_done_after_an_interim_report_is_under_way_in_it(viewed: Viewed) -> None:
    rows = {one.title: (one.status, one.is_late) for one in viewed({}, "2022T2").assignments}
    assert rows == {"Gör klart": ("Pågår", False), "Utred saken": ("Pågår", False)}
    told = {period: "Det är klart" in written(viewed({}, period))[0] for period in ("2022T2", "2022")}
    assert told == {"2022T2": False, "2022": True}
