"""Where the rules about words point, and the words that they leave alone."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.workspaces import ROOT, load, minimal, without_marks

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.domain.kpis import Unit
from malstyrning.language import Language, Text
from malstyrning.load import load_workspace
from malstyrning.rules import check_workspace
from malstyrning.rules.texts.written import by_object

PATH = "goals/a.yaml"
TITLE = "overall_goals:\n  a: {{number: 2, title: T, description: '{}'}}\n"
KPI = "kpis:\n  k: {title: T, goal: mal, unit: percent, decimals: 1, direction: none, "
GOAL = "strategic_goals:\n  b: {number: 1.2, title: T, committee: namnd, from: 2020, serves: [overgripande], "
EVALUATION = "evaluations:\n  - {committee: namnd, period: 2022, "
FRAME = (
    "budget_frames:\n  - {committee: namnd, year: 2022, amount: 1, decided: 2021-11-15, areas: {omrade: 1}, changes: "
)
SETTINGS = minimal()["malstyrning.yaml"]


def texts_in(value: Any) -> set[Text]:  # noqa: ANN401 - any part of a plan
    """Every text in a part of a plan, but for units, which have names and not words."""
    if isinstance(value, Text):
        return {value}
    if isinstance(value, Mapping):
        return {text for one in value.values() for text in texts_in(one)}
    if isinstance(value, tuple):
        return {text for one in value for text in texts_in(one)}
    if is_dataclass(value) and not isinstance(value, Unit):
        return {text for field in fields(value) for text in texts_in(getattr(value, field.name))}
    return set()


@pytest.mark.parametrize("folder", [ROOT, ROOT / "src/malstyrning/starter"])
def test_no_text_of_a_plan_is_passed_over(folder: Path) -> None:
    plan = load_workspace(folder).plan
    assert {words for _, said in by_object(plan) for _, words in said if isinstance(words, Text)} == texts_in(plan)


def findings(tmp_path: Path, text: str, settings: str = "", **files: str) -> list[Diagnostic]:
    """What is found that is more than advice."""
    named = {name.replace("__", "/").replace("_", "."): content for name, content in files.items()}
    loaded = load(tmp_path, {PATH: text, "malstyrning.yaml": SETTINGS + settings, **named})
    return [one for one in check_workspace(loaded) if one.rule.severity > Severity.ADVICE]


def codes(tmp_path: Path, text: str, settings: str = "") -> list[str]:
    return [one.rule.code for one in findings(tmp_path, text, settings)]


EVERYWHERE = [
    ("an organisation's name", "organisations:\n  utan: {name: «TODO», kind: company}\n"),
    ("the vision", "vision: {text: «TODO»}\n"),
    ("the source of a value", "fundamental_value: {text: Alla, source: «TODO»}\n"),
    ("an overall goal", "overall_goals:\n  a: {number: 2, title: {sv: A, en: «TODO»}}\n"),
    ("an area", "committees:\n  andra:\n    title: T\n    areas: {annat: {title: «TODO»}}\n"),
    ("a decision", "committees:\n  andra: {title: T, reference: «TODO»}\n"),
    ("a condition", GOAL + "conditions: [Lokaler, «TODO»]}\n"),
    ("a goal's description", GOAL + "description: «TODO»}\n"),
    ("an owner", KPI + "owner: «TODO»}\n"),
    ("a criterion", KPI + "causal_link: «TODO»}\n"),
    ("a definition", KPI + "definitions: [{from: 2020, text: «TODO»}]}\n"),
    (
        "a level's decision",
        KPI.replace("none", "higher")
        + "target_levels: [{year: 2022, kind: at_least, level: 1, decided: 2021-11-15, reference: «TODO»}]}\n",
    ),
    ("an action", "actions:\n  lov: {title: «TODO», goal: mal, status: proposed}\n"),
    ("a change of a frame", FRAME + "[{date: 2022-06-20, areas: {omrade: 1}, reason: «TODO»}]}\n"),
    ("a position", EVALUATION + "goals: {mal: {position: «TODO»}}}\n"),
    ("a cause", EVALUATION + "kpis: {nyckeltal: {cause: «TODO»}}}\n"),
    ("why to move money", EVALUATION + "reprioritise: {answer: yes, text: «TODO»}}\n"),
    ("a lesson", EVALUATION + "lessons: {tidigt: {text: «TODO», feeds: 2024}}}\n"),
    ("a signature", EVALUATION + "signed: {body: Nämnden, name: «TODO», date: 2023-02-20}}\n"),
]


@pytest.mark.parametrize("marked", [pytest.param(text, id=name) for name, text in EVERYWHERE])
def test_every_text_is_looked_at_where_it_stands(tmp_path: Path, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [("TXT253", place)]


def test_a_text_of_an_effect_and_of_a_group(tmp_path: Path) -> None:
    action = "actions:\n  lov: {title: T, goal: mal, status: proposed}\n"
    group = 'groups:\n  lan: {title: TODO, members: ["9999"], as_of: 2022}\n'
    found = findings(tmp_path, action + EVALUATION + "actions: {lov: {text: TODO}}}\n", group)
    assert [(one.rule.code, one.span.path) for one in found] == [("TXT253", PATH), ("TXT253", "malstyrning.yaml")]


@pytest.mark.parametrize(
    "words",
    [
        *("todo: mer", "FIXME", "xxx", "Lorem ipsum dolor", "Vad blev det???", "TBD", "[ange orsak]", "<fyll i här>"),
        *("Text kommer.", "Texten kommer", "Kompletteras senare", "Analysen fylls i senare", "Kompletteras", "Fylls i"),
        *("ska kompletteras", "…", "...", "Kommer.", "Text to come", "to be completed"),
    ],
)
def test_what_is_a_promise_of_a_text(tmp_path: Path, words: str) -> None:
    assert codes(tmp_path, TITLE.format(words)) == ["TXT253"]


@pytest.mark.parametrize(
    "words",
    [
        *("Metodologi", "Undervisningen kompletteras med lovskola", "Enkäten fylls i av elever", "Hur gick det?"),
        *("Nämnden väntade … och såg", "Texten kommer från Kolada", "Resultatet kommer att följas upp", "Ej aktuellt"),
        *("[SCB, 2022] visar det", "Värdet är <5", "Fyllda platser", "Stodo emot", "Nämnden", "Ja", "Nej"),
        *("Effekten kommer senare än väntat", "Enkäten fylls i senare på året", "ON", "NA", "X", "No, not yet"),
    ],
)
def test_what_is_no_promise(tmp_path: Path, words: str) -> None:
    assert codes(tmp_path, TITLE.format(words)) == []


@pytest.mark.parametrize("words", ["null", "~", "-", "–", "?", "N/A", "None", "no", "x"])
def test_a_text_of_nothing(tmp_path: Path, words: str) -> None:
    assert codes(tmp_path, TITLE.format(words)) == ["TXT254"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("underlag/b.md", "TXT255"),
        ("./underlag/b.md#rubrik", "TXT255"),
        ("www.nacka.se/planen", "TXT255"),
        ("../annan/plan.md", "TXT256"),
        ("underlag/../../plan.md", "TXT256"),
        ("/srv/plan.md", "TXT256"),
        ("\\\\server\\plan.docx", "TXT256"),
        ("file:///C:/plan.docx", "TXT256"),
        ("c:/plan.docx", "TXT256"),
        ("underlag/a%20b.md", None),
        ("<underlag/a%20b.md>", None),
        ("underlag/a%20b.md#rubrik", None),
        ("underlag/", None),
        ("#rubrik", None),
        ("https://www.nacka.se/plan.md", None),
        ("mailto:a@example.se", None),
    ],
)
def test_where_a_link_leads(tmp_path: Path, target: str, code: str | None) -> None:
    (tmp_path / "underlag").mkdir()
    (tmp_path / "underlag/a b.md").write_text("a", "utf-8")
    for text in (f"Se [planen]({target}).", f"![kartan]({target})"):
        assert codes(tmp_path, TITLE.format(text)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tra\u0308d och va\u0308gar", "In Träd the letter ä is two characters"),
        ("Träd och vägar", None),
        pytest.param("Ma\u0310lning", None, id="a letter that has no character of its own"),
    ],
)
def test_letters_of_two_characters(tmp_path: Path, words: str, told: str | None) -> None:
    assert [one.message[Language.EN] for one in findings(tmp_path, TITLE.format(words))] == ([told] if told else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tr\u0443gghet", "In Tr\u0443gghet the Cyrillic \u0443 (U+0443), not y"),
        ("\u039fmsorg", "In \u039fmsorg the Greek \u039f (U+039F), not O"),
        pytest.param("Halten är 5 \u03bcg/m³", None, id="a unit"),
        pytest.param("Ordet \u0441\u043e\u044e\u0437 är ryskt", None, id="a word of another language"),
    ],
)
def test_letters_that_look_like_others(tmp_path: Path, words: str, told: str | None) -> None:
    found = [one.message[Language.EN] for one in findings(tmp_path, TITLE.format(words))]
    assert found == ([told.replace("In ", "").replace(" the ", " has the ")] if told else [])


@pytest.mark.parametrize("sign", ["[", "[ange ", "<ange ", "](", "[a](", "?? ", "xx ", "x", "[a] ", "![", "a\u0301"])
def test_a_text_of_one_sign_takes_no_time(tmp_path: Path, sign: str) -> None:
    words = sign * (500_000 // len(sign))
    assert "TXT254" not in codes(tmp_path, f"vision:\n  text: '{words}'\n")


def test_texts_in_the_other_language_are_told_once_for_each_object(tmp_path: Path) -> None:
    text = (
        "overall_goals:\n  a: {number: 2, title: {en: «T»}, description: {en: D}}\n  b: {number: 3, title: {en: T}}\n"
    )
    marked, place = without_marks(PATH, text)
    first, second = findings(tmp_path, marked)
    assert (first.rule.code, first.span) == ("TXT251", place)
    assert first.message == first.rule.message.filled(first.facts)
    assert first.message[Language.SV] == "title, description finns bara på engelska"
    assert second.help[Language.EN] == "write it in Swedish as well: {sv: …, en: …}"


def test_a_workspace_in_english_has_english_texts(tmp_path: Path) -> None:
    text = "overall_goals:\n  a: {number: 2, title: Better, description: {sv: Bättre}}\n"
    (found,) = findings(tmp_path, text, "language: en\n")
    assert found.message[Language.EN] == "Only in Swedish: description"


@pytest.mark.parametrize(("translated", "told"), [(5, 0), (9, 2)])
def test_titles_are_translated_where_nearly_all_are(tmp_path: Path, translated: int, told: int) -> None:
    both = "".join(f"  a{one}: {{number: {one + 2}, title: {{sv: A, en: B}}}}\n" for one in range(translated + 4))
    more = "".join(f"  b{one}: {{number: {one + 50}, title: A}}\n" for one in range(2 if told else 9))
    found = check_workspace(load(tmp_path, {PATH: f"overall_goals:\n{both}{more}"}))
    assert [one.rule.code for one in found if one.rule.code.startswith("TXT")] == ["TXT252"] * told


@pytest.mark.parametrize(
    "marked",
    [
        "committees:\n  andra: {title: «LONG»}\n",
        "committees:\n  andra: {title: T, areas: {annat: {title: «LONG»}}}\n",
        "actions:\n  lov: {title: {sv: T, en: LONG}, goal: mal, status: proposed}\n".replace("title", "«title»"),
        KPI.replace("title: T", "title: «LONG»") + "}\n",
    ],
)
def test_a_long_title_wherever_a_table_shows_it(tmp_path: Path, marked: str) -> None:
    text, place = without_marks(PATH, marked.replace("LONG", "x" * 71))
    found = [one for one in check_workspace(load(tmp_path, {PATH: text})) if one.rule.code == "GOA409"]
    assert [one.span for one in found] == [place]
