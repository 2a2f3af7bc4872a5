"""One cause gives one finding: what a reader would really get wrong, each with all that is told of it."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load, minimal

from malstyrning.language import Language
from malstyrning.rules import check_workspace

TODAY = date(2023, 3, 31)
BASE = minimal()["goals/base.yaml"]
MONEY = """\
committees:
  parknamnden:
    title: Parknämnden
    areas: {parker: {title: Parker}, torg: {title: Torg}}
  vagnamnden:
    title: Vägnämnden
    areas: {vagar: {title: Vägar}}
strategic_goals:
  parker-nara: {number: 1.2, title: Parker nära alla, committee: parknamnden, serves: [overgripande],
    areas: [parker, torg], from: 2020, horizon: 2027, conditions: [Mark för parker]}
  vagar-hela: {number: 1.3, title: Hela vägar, committee: vagnamnden, serves: [overgripande],
    areas: [vagar], from: 2020, horizon: 2027, conditions: [Asfalt]}
budget_frames:
  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, reference: KF § 1, areas: {omrade: 10}}
  - {committee: vagnamnden, year: 2022, amount: 7, decided: 2021-11-15, reference: KF § 1, areas: {vagar: 7}}
  - committee: parknamnden
    year: 2022
    amount: 10
    decided: 2021-11-15
    reference: KF § 1
    areas: {parker: 4, torg: 6}
    changes: [{date: 2022-06-20, reference: KF § 2, areas: {parker: 1}}]
"""
SPENT = """\
committee,area,period,kind,amount
namnd,omrade,2022,outcome,10
vagnamnden,vagar,2022,outcome,7
parknamnden,parker,2022,outcome,4
parknamnden,torg,2022,outcome,6
"""


def told(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """The codes of all findings."""
    return [one.rule.code for one in check_workspace(load(tmp_path, files), TODAY)]


@pytest.mark.parametrize(
    ("was", "becomes", "codes"),
    [
        pytest.param("year: 2022\n", "year: 2023\n", ["BUD703", "BUD707"], id="a frame of the wrong year"),
        pytest.param(
            "    areas: {parker: 4, torg: 6}\n", "    areas: {parker: 4}\n", ["BUD701"], id="a forgotten part"
        ),
        pytest.param("areas: {parker: 4, torg: 6}\n", "areas: {parker: 10}\n", ["BUD702"], id="an area without a part"),
        pytest.param(r"  - committee: parknamnden\n(?:    .*\n)+", "", ["BUD703"], id="no frame"),
        pytest.param("amount: 10\n", "amount: 10 000\n", ["SCH203"], id="a frame that can't be read"),
        pytest.param(
            "title: Parknämnden\n",
            "title: Parknämnden\n    to: 2021\n    successor: vagnamnden\n    decided: 2021-06-14\n",
            ["BUD710", "GOA406"],
            id="a frame and a goal of a committee that has ended",
        ),
    ],
)
def test_money(tmp_path: Path, was: str, becomes: str, codes: list[str]) -> None:
    damaged, count = re.subn(was, becomes, MONEY, count=1)
    assert count == 1
    assert told(tmp_path / "sound", {"goals/park.yaml": MONEY, "data/budget.csv": SPENT}) == []
    found = told(tmp_path / "damaged", {"goals/park.yaml": damaged, "data/budget.csv": SPENT})
    assert sorted(found) == sorted(codes)


KPI = """\
kpis:
  skolfrid:
    title: Elever med studiero
    goal: mal
    kolada: N00001
    unit: percent
    decimals: 1
    direction: higher
    by_gender: true
    baseline: {year: 2021, value: 81.0}
    causal_link: Den som har studiero lär sig.
    method: Andel som svarar ja i enkäten.
    target_levels:
      - {year: 2022, kind: at_least, level: 85, tolerance: 1, decided: 2021-11-15, reference: KF § 301}
      - {year: 2023, kind: at_least, level: 86, tolerance: 1, decided: 2021-11-15, reference: KF § 301}
actions:
  lovskola:
    title: Lovskola
    goal: mal
    kpis: [skolfrid]
    status: done
    started: 2022-02-01
    finished: 2022-06-20
    due: 2022-08-31
    owner: Skolchefen
    expected_effect: {kpi: skolfrid, change: 1, by: 2022}
evaluations:
  - committee: namnd
    period: 2022
    goals: {mal: {position: Bra}}
    kpis: {skolfrid: {cause: Fler lärare}}
    actions:
      lovskola: {effect: as_expected, text: Bra}
    reprioritise: {answer: no, text: Ramen räcker}
    lessons:
      larande: {text: Börja tidigare, proposes: {about: mal, text: Räkna från årskurs 7}, feeds: 2024}
      lita: {text: Lita på lärarna, proposes: {new: action, text: Färre prov}, feeds: 2024}
    signed: {body: Nämnden, name: Ordföranden, date: 2023-02-20}
"""
VALUES = "kpi,municipality,period,gender,value,source\n" + "".join(
    f"skolfrid,9999,{year},{gender},{value},SCB\n"
    for year in range(2018, 2023)
    for gender, value in (("T", f"{60 + year - 2000}.0"), ("K", "82.9"), ("M", "77.1"))
)


def changed(was: str, becomes: str) -> dict[str, str]:
    """The files of the example with one thing changed, wherever it stands."""
    assert KPI.count(was) + VALUES.count(was) > 0
    return {
        "goals/skola.yaml": KPI.replace(was, becomes),
        "data/skola.csv": VALUES.replace(was, becomes),
        "goals/andra.yaml": "committees:\n  andra: {title: Andra nämnden}\n",
    }


def test_the_example_is_sound(tmp_path: Path) -> None:
    assert told(tmp_path, changed("Bra", "Bra")) == []


@pytest.mark.parametrize(
    ("was", "becomes", "codes"),
    [
        pytest.param("started: 2022-02-01", "started: 2024-02-01", ["GOA407"], id="a start in the wrong year"),
        pytest.param("due: 2022-08-31", "due: 2021-08-31", ["ACT441"], id="a due date in the wrong year"),
        pytest.param("    period: 2022\n", "    period: 2023\n", ["EVA901"], id="an evaluation copied to a year"),
        pytest.param("committee: namnd", "committee: andra", ["REF303"], id="an evaluation of another committee"),
        pytest.param("2022,T,82.0", "2022,T,820", ["MEA551"], id="a lost decimal point"),
        pytest.param("2022,T,82.0", "2022,T,0.82", ["MEA553"], id="a share in parts of one"),
        pytest.param("2022,T,82.0", "2022,T,62.0", ["MEA555"], id="a total unlike its parts"),
        pytest.param("skolfrid,9999,2022", "skolfrid,9999,2032", ["MEA566"], id="a year too far ahead"),
        pytest.param("skolfrid,9999,2022,T", "skolfrid,9999,2022T3,T", ["MEA563"], id="a part of the year"),
        pytest.param("value: 81.0", "value: 87.0", ["KPI468"], id="a baseline that is not the value of its year"),
        pytest.param("level: 86", "level: 80", ["TAR615"], id="a level that goes backwards"),
        pytest.param("  skolfrid:\n    title", "  Skolfrid:\n    title", ["SCH206"], id="an id with a capital"),
        pytest.param("kolada: N00001", "kolada: n00001", ["SCH203"], id="a Kolada id in lower case"),
        pytest.param(
            "direction: higher\n",
            "direction: higher\n    reported_in: [t1, t2, year_end]\n    aggregation: last\n",
            ["KPI457"],
            id="measured is left out",
        ),
    ],
)
def test_a_kpi(tmp_path: Path, was: str, becomes: str, codes: list[str]) -> None:
    assert told(tmp_path, changed(was, becomes)) == codes


def test_two_kpis_of_one_in_kolada_are_told_once_for_a_file(tmp_path: Path) -> None:
    files = changed("skolfrid,9999", "N00001,9999")
    twin = KPI[: KPI.index("actions")].replace("skolfrid", "annan-frid").replace("studiero", "frid")
    found = told(tmp_path, {**files, "goals/tvilling.yaml": twin})
    assert found.count("DAT504") == 1


def test_an_unknown_committee_in_a_file_of_money_is_told_once(tmp_path: Path) -> None:
    rows = "committee,area,period,kind,amount\n" + "".join(f"nmnd,a{part},2021,outcome,1\n" for part in range(3))
    (finding,) = check_workspace(load(tmp_path, {"data/budget.csv": rows}), TODAY)
    assert (finding.rule.code, finding.message[Language.EN]) == ("DAT510", "nmnd is not a committee (3 rows)")


def test_a_goal_that_is_not_in_force_is_told_once_with_all_its_answers(tmp_path: Path) -> None:
    files = changed("position: Bra", "position: Bra")
    base = BASE.replace("    from: 2020\n    horizon", "    from: 2023\n    horizon")
    assert told(tmp_path, {**files, "goals/base.yaml": base}).count("EVA902") == 1


def test_a_goal_that_takes_another_number_is_told_once(tmp_path: Path) -> None:
    goals = (
        "overall_goals:\n  andra: {number: 2, title: Ett andra mål}\nstrategic_goals:\n"
        "  nytt: {number: 1.1, title: Nytt mål, committee: namnd, serves: [andra], areas: [omrade], from: 2020, "
        "horizon: 2027, conditions: [Tid]}\n"
    )
    assert told(tmp_path, {"goals/nytt.yaml": goals}) == ["GOA401"]


def test_no_other_municipality_is_suggested_for_one_that_is_unknown(tmp_path: Path) -> None:
    groups = 'groups:\n  lika: {title: Lika, members: ["9998"], as_of: 2022}\n'
    loaded = load(tmp_path, {"malstyrning.yaml": minimal()["malstyrning.yaml"] + groups})
    (finding,) = [one for one in check_workspace(loaded, TODAY) if one.rule.code == "REF301"]
    assert finding.help[Language.EN] == "correct the name, or add what is missing"


@pytest.mark.parametrize(
    ("code", "was", "becomes", "said"),
    [
        ("ACT441", "due: 2022-08-31", "due: 2021-08-31", "lovskola: Is due on 2021-08-31, but"),
        ("SCH203", "level: 85", "level: 85,5", "skolfrid: level is 85,5"),
        ("EVA901", "date: 2023-02-20", "date: 2022-02-20", "namnd 2022: Signed on 2022-02-20"),
        pytest.param("MEA551", "2022,T,82.0", "2022,T,820", "skolfrid 2022 is 820", id="a message that names it"),
    ],
)
def test_a_message_alone_tells_what_it_is_about(tmp_path: Path, code: str, was: str, becomes: str, said: str) -> None:
    found = check_workspace(load(tmp_path, changed(was, becomes)), TODAY)
    (message,) = [one.message[Language.EN] for one in found if one.rule.code == code]
    assert message.startswith(said)
