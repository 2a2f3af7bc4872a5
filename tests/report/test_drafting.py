"""A draft leaves every byte that a person wrote, and asks for no more than is asked."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest
from tests.workspaces import Files, load, minimal, write

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.questions import unanswered
from malstyrning.load import Loaded, load_workspace
from malstyrning.report.drafting import Draft, draft
from malstyrning.rules import check_workspace

MISSED: Files = {
    "data/exempel-bas.csv": "kpi,municipality,period,gender,value,source\nnyckeltal,9999,2022,T,80,Bokslut\n",
    "goals/atgard.yaml": "actions:\n  lovskola: {title: Lovskola, goal: mal, status: done, kpis: [nyckeltal]}\n",
}
PLACE = "goals/svar.yaml"
HEAD = "evaluations:\n  - committee: namnd\n    period: 2022\n"
BEGUN = {
    "nothing but its head": HEAD,
    "without a last line end": HEAD.rstrip(),
    "line ends of Windows": (HEAD + "    goals:\n      mal:\n        position: Läget\n").replace("\n", "\r\n"),
    "a byte-order mark": "\ufeff" + HEAD,
    "an empty section": HEAD + "    goals:\n    example: true\n",
    "a goal that is begun": HEAD + "    goals:\n      mal:\n        analysis: Det gick bra   # preliminärt\n",
    "a long text last": HEAD
    + "    goals:\n      mal:\n        position: >-\n          Läget är\n          gott.\n\n\n",
    "a literal text last": HEAD
    + "    goals:\n      mal:\n        position: |\n          - läget\n\n          - är gott\n",
    "comments below": HEAD
    + "    kpis:\n      nyckeltal:\n        cause: Färre sökande\n    # resten i mars\n\n# slut\n",
    "another object below": HEAD + "    kpis:\n      nyckeltal:\n        cause: Okänt\n\nvision:\n  text: Öppenhet\n",
    "a list that is not indented": HEAD.replace("  - ", "- ").replace("    period", "  period"),
    "in four spaces": "evaluations:\n    -   committee: namnd\n        period: 2022\n        kpis:\n"
    "            nyckeltal:\n                cause: Okänt\n",
    "another committee's after it": HEAD
    + "  - {committee: annan, period: 2022}\ncommittees:\n  annan: {title: Annan}\n",
}
WITHIN_BRACES = {
    "the whole": "evaluations:\n  - {committee: namnd, period: 2022}\n",
    "the list": "evaluations: [{committee: namnd, period: 2022}]\n",
    "a section": HEAD + "    kpis: {}\n    goals: {mal: {position: Läget}}\n",
}


def drafted(folder: Path, files: Files) -> tuple[Loaded, Evaluation, Draft]:
    loaded = load(folder, {**MISSED, **files})
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    return loaded, evaluation, draft(loaded, evaluation)


def codes(loaded: Loaded, made: Draft) -> set[str]:
    """Write a draft, and the rules that find something in its files."""
    for path, content in made.files.items():
        loaded.folder.write(path, content)
    found = check_workspace(load_workspace(loaded.folder.root))
    return {one.rule.code for one in found if one.span.path in made.files}


@pytest.mark.parametrize("text", BEGUN.values(), ids=BEGUN.keys())
def test_what_a_committee_has_begun_keeps_every_byte(tmp_path: Path, text: str) -> None:
    loaded, _, made = drafted(tmp_path, {PLACE: text})
    before, after = loaded.folder.read(PLACE), made.files[PLACE]
    assert made.notes == ()
    assert isinstance(before, bytes)
    changes = SequenceMatcher(None, before.splitlines(keepends=True), after.splitlines(keepends=True), autojunk=False)
    kept = b"".join(
        before.splitlines(keepends=True)[one.a + at] for one in changes.get_matching_blocks() for at in range(one.size)
    )
    assert kept == before if before.endswith(b"\n") else after.startswith(before)
    assert (b"\r\n" in before) == (b"\r\n" in after)
    assert b"\n" not in after.replace(b"\r\n", b"") or b"\r\n" not in before


@pytest.mark.parametrize("text", ["", *BEGUN.values()], ids=["no evaluation", *BEGUN.keys()])
def test_a_draft_is_unfinished_and_never_broken_and_is_made_once(tmp_path: Path, text: str) -> None:
    loaded, _, made = drafted(tmp_path, {PLACE: text} if text else {})
    assert codes(loaded, made) == {"TXT253"}
    again = load_workspace(tmp_path)
    evaluation = evaluate(again.plan, again.measurements, Occasion(Period(2022)))
    assert draft(again, evaluation) == Draft({}, ())
    assert unanswered(evaluation)  # a placeholder is no answer


@pytest.mark.parametrize("text", WITHIN_BRACES.values(), ids=WITHIN_BRACES.keys())
def test_what_stands_in_braces_is_left_and_the_lines_are_told(tmp_path: Path, text: str) -> None:
    _, _, made = drafted(tmp_path, {PLACE: text})
    assert made.notes
    told = "\n".join(note.sv or "" for note in made.notes)
    assert f"{PLACE}:" in told
    assert "cause: '[fyll i orsaken]'" in told + "".join(one.decode() for one in made.files.values())


def test_a_signed_evaluation_is_left_alone(tmp_path: Path) -> None:
    signed = HEAD + "    signed: {body: Nämnden, name: Ordföranden, date: 2023-02-20}\n"
    _, _, made = drafted(tmp_path, {PLACE: signed})
    assert made.files == {}
    assert "nyckeltal" in (made.notes[0].sv or "")


def test_only_what_is_asked_is_asked_for(tmp_path: Path) -> None:
    reached = {**MISSED, "data/exempel-bas.csv": minimal()["data/exempel-bas.csv"], "goals/atgard.yaml": ""}
    loaded = load(tmp_path, {**reached, "goals/atgard.yaml": "actions:\n"})
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    (text,) = draft(loaded, evaluation).files.values()
    assert b"kpis:" not in text
    assert b"actions:" not in text
    assert b"position: '[fyll i l" in text


def test_a_stub_says_what_is_to_be_explained(tmp_path: Path) -> None:
    _, _, made = drafted(tmp_path, {})
    text = made.files["goals/evaluation-2022.yaml"].decode()
    assert "# Ett nyckeltal. Målnivån är inte nådd: utfallet är 80,0 % och målnivån minst 90,0 %." in text
    assert "# 80,0 − 90,0 = −10,0 procentenheter." in text
    assert "# status: not_reached är regelns förslag" in text


@pytest.mark.parametrize(
    ("period", "cause", "offered"),
    [("2022T1", "Få sökande", True), ("2022T1", "'[fyll i]'", False), ("2023", "Få sökande", False)],
    ids=["a text of before", "a placeholder", "a text of later"],
)
def test_an_earlier_text_is_offered_where_there_is_one(
    tmp_path: Path, period: str, cause: str, *, offered: bool
) -> None:
    earlier = f"  - {{committee: namnd, period: {period}, kpis: {{nyckeltal: {{cause: {cause}}}}}}}\n"
    _, _, made = drafted(tmp_path, {PLACE: HEAD + earlier})
    (content,) = made.files.values()
    assert (f"# carried_from: {period} " in content.decode()) is offered


def test_committees_that_share_a_folder_get_files_of_their_own(tmp_path: Path) -> None:
    other = (
        "committees:\n  annan: {title: Annan, areas: {annat: {title: Annat}}}\nstrategic_goals:\n  annat-mal:\n"
        "    {number: 1.2, title: Annat, committee: annan, serves: [overgripande], areas: [annat], from: 2020}\n"
    )
    _, _, made = drafted(tmp_path, {"goals/annan.yaml": other})
    assert {*made.files} == {"goals/evaluation-annan-2022.yaml", "goals/evaluation-namnd-2022.yaml"}


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    taken = {f"goals/evaluation{name}-2022.yaml": "vision: {text: Öppenhet}\n" for name in ("", "-namnd")}
    taken["goals/evaluation-namnd-2022.yaml"] = "fundamental_value: {text: Tillit}\n"
    _, _, made = drafted(tmp_path, taken)
    assert made.files == {}
    assert "goals/evaluation-namnd-2022.yaml" in (made.notes[0].en or "")


def test_a_title_of_several_lines_stays_in_its_comment(tmp_path: Path) -> None:
    base = minimal()["goals/base.yaml"].replace(
        "title: {sv: Ett nyckeltal, en: A KPI}", 'title: "Ett\\nnyckeltal: {hål"'
    )
    loaded, _, made = drafted(tmp_path, {"goals/base.yaml": base})
    assert codes(loaded, made) == {"TXT253"}


def test_the_editor_is_led_to_the_schema_from_the_new_file(tmp_path: Path) -> None:
    line = "# yaml-language-server: $schema=../.malstyrning/goals.schema.json\n"
    write(tmp_path, {"goals/base.yaml": line + minimal()["goals/base.yaml"]})
    _, _, made = drafted(tmp_path, {"goals/base.yaml": line + minimal()["goals/base.yaml"]})
    assert made.files["goals/evaluation-2022.yaml"].decode().startswith(line)
