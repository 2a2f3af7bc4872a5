"""What the rules on KPIs point at and leave alone. Their own examples are tried in test_every_rule."""

from pathlib import Path

import pytest
from tests.workspaces import load, minimal, without_marks

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
DATA = "data/egna.csv"
CRITERIA = "    causal_link: T ger mer C\n    method: Egen enkät\n"
GROUP = minimal()["malstyrning.yaml"] + 'groups:\n  lan: {title: L, members: ["9999"], as_of: 2022}\n'
GOAL = "strategic_goals:\n  annat: {number: 1.2, title: T, committee: namnd, serves: [overgripande], from: 2020}\n"
LEVEL = "    target_levels:\n      - {year: 2022, kind: at_least, level: 90, decided: 2021-11-15, reference: KF}\n"


def kpi(keys: str, unit: str = "percent", criteria: str = CRITERIA, key: str = "k", direction: str = "none") -> str:
    head = f"    title: Trygga i centrum\n    goal: mal\n    unit: {unit}\n    direction: {direction}\n"
    decimals = "" if "decimals:" in keys else "    decimals: 1\n"
    return f"kpis:\n  {key}:\n{head}{decimals}{criteria}{keys}"


def findings(tmp_path: Path, text: str, *rows: str, settings: str | None = None) -> list[Diagnostic]:
    files = {PATH: text, "malstyrning.yaml": settings or minimal()["malstyrning.yaml"]}
    if rows:
        files[DATA] = "kpi,municipality,period,gender,value,published\n" + "".join(f"{row}\n" for row in rows)
    return [one for one in check_workspace(load(tmp_path, files)) if one.rule.code.startswith(("KPI", "TAR"))]


@pytest.mark.parametrize(
    ("measured", "codes"),
    [
        pytest.param("monthly", ["KPI456"], id="no month is what has passed of the year"),
        pytest.param("quarterly", ["KPI456"], id="nor is a quarter"),
        pytest.param("tertial", [], id="a tertial is judged by itself"),
    ],
)
def test_an_interim_report_needs_a_way_to_the_year_so_far(tmp_path: Path, measured: str, codes: list[str]) -> None:
    text = kpi(f"    measured: {measured}\n    reported_in: [t2, year_end]\n")
    assert [one.rule.code for one in findings(tmp_path, text, "k,9999,2021,T,5,")] == codes
    text = kpi(f"    measured: {measured}\n    reported_in: [year_end]\n")
    assert findings(tmp_path, text, "k,9999,2021,T,5,") == []


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("KPI451", kpi("", criteria="").replace("  k:", "  «k»:")),
        ("KPI452", kpi("    robustness: «–»\n")),
        ("KPI452", kpi("", criteria="    causal_link: «Självklart samband.»\n    method: Egen enkät\n")),
        ("KPI452", kpi("", criteria="    causal_link: T ger mer C\n    method: «Enkät»\n")),
        ("KPI452", kpi("    «relevance»: {sv: Den säger allt, en: Yes}\n")),
        ("KPI453", kpi("    robustness: «Egen enkät»\n")),
        ("KPI455", kpi("    measured: monthly\n    aggregation: «sum»\n", unit="index")),
        ("KPI456", kpi("    measured: «half_yearly»\n")),
        ("KPI457", kpi("    aggregation: «ratio»\n")),
        ("KPI458", kpi("    reported_in: [«t1», year_end]\n")),
        ("KPI458", kpi("    measured: half_yearly\n    aggregation: last\n    reported_in: [«t1», t2]\n")),
        ("KPI459", kpi("    measured: quarterly\n    aggregation: last\n    school_year: «start»\n")),
        ("KPI460", kpi("    decimals: «3»\n")),
        ("KPI460", kpi("    decimals: «1»\n", unit="count")),
        ("KPI469", kpi("    kolada_title: Lån, antal/inv\n", unit="«percent»")),
        ("KPI469", kpi("    kolada_title: Nöjda, andel (%) (- 2024)\n    decimals: 0\n", unit="«count»")),
        ("KPI469", kpi("    kolada_title: Kostnad för skola, kr/inv\n", unit="«kronor»")),
        ("KPI461", kpi("    change_interval: «0.25»\n")),
        ("KPI462", kpi("    definitions: [{from: 2020, text: A}, {from: «2020», text: B}]\n")),
        ("KPI463", kpi("    definitions: [{from: 2021, text: A}, {from: «2020», text: B}]\n")),
        ("KPI464", kpi("    from: 2020\n    definitions: [{from: «2021», text: A}]\n")),
        ("KPI465", kpi("    definitions: [{from: 2020, text: A}, {from: 2021, text: «A»}]\n")),
        ("KPI466", kpi("    baseline: {year: 2020, value: «5.15»}\n")),
        ("KPI467", kpi(LEVEL + "    baseline: {year: «2022», value: 80}\n", direction="higher")),
    ],
)
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(kpi("    to: 2021\n", criteria=""), id="criteria of a KPI that has ended"),
        pytest.param(
            GOAL.replace("2020}", "2020, to: 2022}") + kpi("", criteria="").replace("goal: mal", "goal: annat"),
            id="criteria of a KPI whose goal has ended",
        ),
        pytest.param(kpi("    comparability: Jämförbart.\n"), id="one word that answers"),
        pytest.param(kpi("    measured: tertial\n    aggregation: sum\n    decimals: 0\n", unit="count"), id="a sum"),
        pytest.param(kpi("    measured: tertial\n    to: 2021\n"), id="no way to a year after the end"),
        pytest.param(kpi("    lag: 1\n    reported_in: [t1, t2]\n"), id="last year's value in an interim report"),
        pytest.param(kpi("    school_year: end\n    reported_in: [t2]\n"), id="the school year that ended in June"),
        pytest.param(
            kpi("    measured: half_yearly\n    aggregation: last\n    reported_in: [t2]\n"),
            id="the first half-year in the second interim report",
        ),
        pytest.param(kpi("    decimals: 2\n"), id="two decimals of a share"),
        pytest.param(
            kpi("    kolada_title: Utsläpp, andel (%)\n", unit="{sv: ton, en: tonnes}"), id="a unit of our own"
        ),
        pytest.param(
            kpi("    kolada_title: Kostnad, kr/inv 1 nov\n", unit="kronor"), id="a title that ends in something else"
        ),
        pytest.param(kpi("    kolada_title: Ökning, (%)\n", unit="percentage_points"), id="a change of a share"),
        pytest.param(kpi("    decimals: 4\n", unit="{sv: personer, en: persons}"), id="decimals of a unit of our own"),
        pytest.param(kpi("    change_interval: 0.30\n    decimals: 2\n"), id="an interval as precise as the KPI"),
        pytest.param(
            kpi("    definitions: [{from: 2015, text: A}, {from: 2018, text: B}, {from: 2021, text: A}]\n"),
            id="a definition that comes back",
        ),
        pytest.param(kpi("    from: 2021\n    definitions: [{from: 2021, text: A}]\n"), id="defined from the start"),
        pytest.param(
            kpi(LEVEL + "    lag: 1\n    definitions: [{from: 2021, text: A}]\n", direction="higher"),
            id="defined from the value that the first level judges",
        ),
        pytest.param(
            kpi(LEVEL + "    baseline: {year: 2021, value: 80.0}\n", direction="higher"),
            id="a baseline of the year of the decision",
        ),
        pytest.param(
            kpi(
                LEVEL.replace("year: 2022", "year: 2026") + "    baseline: {year: 2022, value: 80}\n",
                direction="higher",
            ),
            id="a baseline that was chosen before it was known",
        ),
    ],
)
def test_what_a_rule_leaves_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, text)] == []


def test_comparability_is_asked_of_what_is_compared(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, kpi("", criteria=""), settings=GROUP)
    assert found.message[Language.EN] == "The KPI lacks causal_link, method, comparability"
    assert found.help == found.rule.cure.filled(found.facts)
    assert found.help[Language.SV] == (
        "skriv en mening om hur nyckeltalet hänger ihop med målet, en om hur värdet tas fram och en om vad värdet kan "
        "jämföras med"
    )
    assert findings(tmp_path, kpi("    groups: []\n"), settings=GROUP) == []


def test_a_causal_link_that_was_copied_from_a_kpi_of_another_goal(tmp_path: Path) -> None:
    text = GOAL + kpi("") + kpi("", key="l").replace("kpis:\n", "").replace("goal: mal", "goal: annat")
    (found,) = findings(tmp_path, text)
    assert found.message[Language.SV] == "causal_link har samma text som k, som hör till mal"
    assert [one.span.line for one in found.related] == [10]
    assert findings(tmp_path, text.replace("goal: annat", "goal: mal")) == []
    assert findings(tmp_path, text.replace("  l:\n", "  l:\n    to: 2021\n")) == []


@pytest.mark.parametrize(
    ("owner", "own", "codes"),
    [
        ("", "", ["KPI454"]),
        ("owner: Chefen, ", "", []),
        ("", "owner: Chefen, ", []),
        ("to: 2022, ", "to: 2022, ", []),
    ],
    ids=["no one", "the committee's", "the KPI's", "ended"],
)
def test_a_kpi_that_no_one_answers_for(tmp_path: Path, owner: str, own: str, codes: list[str]) -> None:
    text = (
        f"committees:\n  andra: {{{owner}title: {{sv: Andra nämnden, en: The other}}}}\n"
        + GOAL.replace("namnd", "andra").replace("from", own.replace("owner: Chefen, ", "") + "from")
        + f"kpis:\n  k: {{{own}title: T, goal: annat, unit: count, decimals: 0, direction: none, "
        "causal_link: T ger mer C, method: Egen enkät}\n"
    )
    found = findings(tmp_path, text)
    assert [one.rule.code for one in found] == codes
    assert {one.message[Language.EN] for one in found} <= {"No one answers for 1 KPI of andra"}


def test_no_owner_is_missed_where_no_one_is_named(tmp_path: Path) -> None:
    base = minimal()["goals/base.yaml"].replace("    owner: Förvaltningschefen\n", "")
    assert check_workspace(load(tmp_path, {"goals/base.yaml": base})) == []


def test_a_value_of_the_whole_year_is_a_way_to_it(tmp_path: Path) -> None:
    text = kpi("    measured: tertial\n")
    assert [one.rule.code for one in findings(tmp_path, text, "k,9999,2022T1,T,5,")] == ["KPI456"]
    assert findings(tmp_path, text, "k,9999,2022T1,T,5,", "k,9999,2022,T,5,") == []


def test_what_is_published_during_its_year_can_be_reported_in_it(tmp_path: Path) -> None:
    text = kpi("    reported_in: [t2]\n")
    assert findings(tmp_path, text, "k,9999,2022,T,5,2022-06-15") == []
    assert [one.rule.code for one in findings(tmp_path, text, "k,9999,2022,T,5,2023-06-15")] == ["KPI458"]


@pytest.mark.parametrize(
    ("baseline", "row", "told"),
    [
        ("80", "k,9999,2021,T,83,", "k: The baseline is 80, but in data/ the value of 2021 is 83"),
        ("80.1", "k,9999,2021,T,80.25,", "k: The baseline is 80.1, but in data/ the value of 2021 is 80.3"),
        ("80.3", "k,9999,2021,T,80.25,", None),
        ("80", "k,9999,2021,T,80.25,", None),
        ("80", "k,9999,2020,T,83,", None),
        ("80", "k,9999,2021T1,T,83,", None),
        ("80", "k,9999,2021,K,83,", None),
    ],
)
def test_a_baseline_that_is_not_the_value_of_its_year(
    tmp_path: Path, baseline: str, row: str, told: str | None
) -> None:
    text = kpi(LEVEL + f"    baseline: {{year: 2021, value: {baseline}}}\n", direction="higher")
    found = findings(tmp_path, text, row)
    assert [one.message[Language.EN] for one in found] == ([told] if told else [])
    assert all(one.rule.code == "KPI468" for one in found)
    assert all([str(related.span) for related in one.related] == [f"{DATA}:2:15"] for one in found)


def test_definitions_that_are_compared_are_shown_beside(tmp_path: Path) -> None:
    text = kpi("    definitions:\n      - {from: 2020, text: A}\n      - {from: 2021, text: A}\n")
    (found,) = findings(tmp_path, text)
    assert [one.span for one in found.related] == [Span(PATH, 11, 28, 11, 29)]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("Trygga i centrum!", "causal_link says nothing: it only repeats the title"),
        ("Mycket viktigt", "causal_link says nothing: it is only “Mycket viktigt”"),
    ],
)
def test_what_a_criterion_says_is_told(tmp_path: Path, link: str, told: str) -> None:
    (found,) = findings(tmp_path, kpi("", criteria=f"    causal_link: {link}\n    method: Egen enkät\n"))
    assert found.message[Language.EN] == told
