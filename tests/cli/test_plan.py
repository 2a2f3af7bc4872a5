"""The plan of a year: the lessons that feed it, what is decided for it, and what it says where there is nothing."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspaces import ROOT, Files, minimal, write

SHIPPED = ROOT / "reports" / "plan-2023"
ANSWERS: Files = {
    "goals/svar.yaml": """\
evaluations:
  - committee: namnd
    period: 2022T1
    lessons:
      besvarad:
        text: Räkna tidigare.
        proposes: {about: nyckeltal, text: Räkna i maj.}
        feeds: 2023
        became: {status: adopted, reference: KF § 9, led_to: [maj]}
  - committee: namnd
    period: 2022T2
    lessons:
      oppen: {text: Fråga fler., proposes: {new: kpi, text: En enkät.}, feeds: 2023}
    signed: {body: Nämnden, name: Ordföranden, date: 2022-09-20}
actions:
  maj:
    {title: Räkning i maj, goal: mal, kpis: [nyckeltal], from: 2023, status: decided, owner: Chefen,
     decided: 2022-12-01, reference: N § 4, due: 2023-05-31}
budget_frames:
  - committee: namnd
    year: 2023
    amount: 10000
    decided: 2022-11-14
    reference: KF § 8
    areas: {omrade: 10000}
    changes:
      - {date: 2023-06-01, reference: KF § 20, reason: Fler elever, areas: {omrade: 500}}
      - {date: 2024-01-10, reference: KF § 1, reason: För sent, areas: {omrade: 700}}
"""
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write(tmp_path, {**minimal(), **ANSWERS})


def planned(run: Run, workspace: Path, *words: object) -> tuple[str, str]:
    """What the terminal says, and the plan as Markdown."""
    ran = run("plan", "-w", workspace, *words)
    assert ran.code == 0, ran.err
    year = words[words.index("--year") + 1] if "--year" in words else 2023
    page = (workspace / "reports" / f"plan-{year}" / "plan.md").read_text("utf-8")
    return tuple(one.replace("\N{NO-BREAK SPACE}", " ") for one in (ran.out, page))  # type: ignore[return-value]


def test_open_lessons_stand_first_and_answers_say_what_they_led_to(run: Run, workspace: Path) -> None:
    said, page = planned(run, workspace)
    assert said.index("Öppna") < said.index("Fråga fler.")
    assert "Räkna tidigare." not in said
    assert "2 lärdomar gäller planen: 1 öppen, 1 togs in." in said
    headings = re.findall(r"^### (.*)$", page, re.MULTILINE)
    assert headings[:2] == ["Öppna: planen har inte svarat (1)", "Togs in (1)"]
    assert "Förslag (Ett nyckeltal):" in page
    assert "togs in (KF § 9). I planen: Räkning i maj." in page
    assert page.count("Lärdomar om målet") == 1  # of the two, only one is about the goal


def test_the_frame_has_the_changes_of_the_year_alone(run: Run, workspace: Path) -> None:
    _, page = planned(run, workspace)
    assert "| Området | 10,0 | +0,5 | 10,5 |" in page
    assert "1 juni 2023: Området +0,5; Fler elever; KF § 20" in page
    assert "För sent" not in page


def test_what_is_decided_later_is_no_part_of_the_plan(run: Run, workspace: Path) -> None:
    level = "      - {year: 2023, kind: at_least, level: %s, decided: %s, reference: KF}\n"
    base = (workspace / "goals/base.yaml").read_text("utf-8")
    base += (
        level % ("92", "2022-11-14")
        + level % ("80", "2024-02-01")
        + level.replace("2023", "2026") % ("95", "2022-11-14")
    )
    write(workspace, {"goals/base.yaml": base})
    _, page = planned(run, workspace)
    assert "minst 92,0 %; kommunfullmäktige, 14 november 2022 (KF)" in page
    assert "80,0" not in page
    assert "2026: minst 95,0 %" in page


def test_the_last_verdict_stands_beside_the_level(run: Run, workspace: Path) -> None:
    _, before = planned(run, workspace)
    assert "Senaste bedömning" not in before
    assert run("evaluate", "-w", workspace).code == 0
    _, page = planned(run, workspace)
    assert "Den senaste bedömningen är från rapporten för 2022." in page
    assert "| ✓ Nådd |" in page


def test_a_plan_is_no_record(run: Run, workspace: Path) -> None:
    planned(run, workspace)
    assert {one.name for one in (workspace / "reports/plan-2023").iterdir()} == {"plan.html", "plan.md"}
    assert run("evaluate", "-w", workspace, "--period", "2023").code == 0
    report = (workspace / "reports/2023/report.md").read_text("utf-8")
    assert "plan-2023" not in report


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (2025, "Ingen lärdom är lämnad till planen för 2025."),
        (2025, "Ingen budgetram är inlagd för 2025."),
        (2025, "Ingen målnivå för 2025"),
        (2010, "Inget strategiskt mål gäller 2010."),
    ],
)
def test_what_is_not_there_is_said(run: Run, workspace: Path, year: int, told: str) -> None:
    said, page = planned(run, workspace, "--year", year)
    assert told in (said if year == 2010 else page)


@pytest.mark.parametrize(
    ("lang", "told"), [("sv", "1 lärdom gäller planen: 1 öppen."), ("en", "1 lesson feeds the plan: 1 open.")]
)
def test_one_lesson_is_told_as_one(run: Run, workspace: Path, lang: str, told: str) -> None:
    later = (
        (workspace / "goals/svar.yaml").read_text("utf-8").replace("En enkät.}, feeds: 2023", "En enkät.}, feeds: 2024")
    )
    write(workspace, {"goals/svar.yaml": later})
    assert told in run("plan", "-w", workspace, "--year", 2024, "--lang", lang).out


def test_both_languages_and_one_format(run: Run, workspace: Path) -> None:
    ran = run("plan", "-w", workspace, "--lang", "en", "--format", "html", "--out", workspace / "ut")
    assert ran.code == 0
    assert "Open: the plan has not answered" in ran.out
    assert [one.name for one in (workspace / "ut").iterdir()] == ["plan.html"]
    assert '<html lang="en">' in (workspace / "ut/plan.html").read_text("utf-8")


def test_what_a_person_edited_is_left_alone(run: Run, workspace: Path) -> None:
    planned(run, workspace)
    page = workspace / "reports/plan-2023/plan.md"
    page.write_text("Mitt eget", "utf-8")
    refused = run("plan", "-w", workspace)
    assert refused.code == 2
    assert "plan.md" in refused.err
    assert page.read_text("utf-8") == "Mitt eget"
    assert run("plan", "-w", workspace, "--force").code == 0
    assert run("plan", "-w", workspace).code == 0  # what was written is ours again


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--year", 2110], "--year 2110 is no year from 1900 to 2099"),
        (["--out", "goals"], "holds what the report is made from"),
    ],
)
def test_what_cannot_be_done_is_refused(run: Run, workspace: Path, words: list[object], told: str) -> None:
    words = [workspace / one if one == "goals" else one for one in words]
    refused = run("plan", "-w", workspace, *words)
    assert refused.code == 2
    assert told in refused.err.replace("\n", " ")


def test_with_an_error_nothing_is_written(run: Run, workspace: Path) -> None:
    write(workspace, {"goals/fel.yaml": "kpis:\n  fel: {title: Fel, goal: borta}\n"})
    assert run("plan", "-w", workspace).code == 1
    assert not (workspace / "reports").exists()


def test_without_a_year_or_a_period_the_year_is_asked_for(run: Run, workspace: Path) -> None:
    settings = (workspace / "malstyrning.yaml").read_text("utf-8").replace("period: 2022\n", "")
    write(workspace, {"malstyrning.yaml": settings})
    refused = run("plan", "-w", workspace)
    assert (refused.code, "which year?" in refused.err) == (2, True)


def test_a_lesson_of_2022_is_followed_into_the_shipped_plan_of_2023() -> None:
    page = (SHIPPED / "plan.html").read_text("utf-8")
    evaluation = (ROOT / "reports/2022/report.html").read_text("utf-8")
    assert page.index('id="nagon-pa-plats"') < page.index('href="#nagon-pa-plats"')
    assert "I planen: En hall med personal sena kvällar." in page
    anchors = set(re.findall(r'id="([a-z0-9-]+)"', page))
    assert {"plats-for-rorelse", "oppettider-anlaggningar", "fritidsnamnden"} <= anchors
    shared = set(re.findall(r'<article class="kpi" id="([a-z0-9-]+)"', evaluation))
    assert len(shared & anchors) > 50  # a link to a KPI of the evaluation works in the plan
