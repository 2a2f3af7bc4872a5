"""What the rules on target levels point at and leave alone. Their own examples are tried in test_every_rule."""

from pathlib import Path

import pytest
from tests.workspaces import load, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
DATA = "data/egna.csv"
GOOD_YEARS = tuple(f"k,9999,{year},T,{value}" for year, value in ((2018, 79), (2019, 92), (2020, 91), (2021, 93)))


def kpi(*levels: str, direction: str = "higher", unit: str = "percent", keys: str = "") -> str:
    """A KPI with target levels, of which each is decided and referred to if it does not say otherwise."""
    head = f"kpis:\n  k:\n    title: T\n    goal: mal\n    unit: {unit}\n    decimals: 1\n    direction: {direction}\n"
    criteria = "    causal_link: T ger mer C\n    method: Egen enkät\n"
    listed = "".join(f"      - {{{with_defaults(one)}}}\n" for one in levels)
    return head + criteria + keys + ("    target_levels:\n" + listed if levels else "")


def with_defaults(level: str) -> str:
    for key, value in (("year", "2022"), ("kind", "at_least"), ("decided", "2021-11-15"), ("reference", "KF")):
        level += "" if f"{key}:" in level else f", {key}: {value}"
    return level


def findings(tmp_path: Path, text: str, *rows: str) -> list[Diagnostic]:
    files = {PATH: text}
    if rows:
        files[DATA] = "kpi,municipality,period,gender,value\n" + "".join(f"{row}\n" for row in rows)
    return [one for one in check_workspace(load(tmp_path, files)) if one.rule.code.startswith(("KPI", "TAR"))]


def baseline(value: str, year: int = 2020) -> str:
    return f"    baseline: {{year: {year}, value: {value}}}\n"


COMMITTEE = "decided_by: committee, decided: 2021-12-08"


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("TAR609", kpi("level: «90»", "level: 91, year: 2023", keys=baseline("92"))),
        ("TAR609", kpi("level: «5», kind: at_most", direction="lower", keys=baseline("4.9"))),
        ("TAR610", kpi("level: «90»", keys=baseline("90.0"))),
        ("TAR611", kpi("lower: «-1», upper: 3, kind: between", direction="range", unit="years")),
        ("TAR612", kpi("level: 90, decided: «2023-01-01»")),
        ("TAR612", kpi("level: 90", "level: 91, decided: «2023-01-01»")),
        ("TAR613", kpi("level: 90, decided: «2022-01-01»")),
        ("TAR613", kpi(f"level: 90, {COMMITTEE}", "level: 91, decided: «2022-02-01»")),
        ("TAR614", kpi("level: 90", f"level: «89.9», {COMMITTEE}")),
        ("TAR614", kpi("level: 5, kind: at_most", f"level: «6», kind: at_most, {COMMITTEE}", direction="lower")),
        ("TAR614", kpi("level: 90, tolerance: 1", f"level: 90, tolerance: «2», {COMMITTEE}")),
        (
            "TAR614",
            kpi(
                "lower: 3, upper: 5, kind: between",
                f"lower: 3, upper: «6», kind: between, {COMMITTEE}",
                direction="range",
            ),
        ),
        (
            "TAR614",
            kpi(
                "lower: 3, upper: 5, kind: between",
                f"lower: «2», upper: 5, kind: between, {COMMITTEE}",
                direction="range",
            ),
        ),
        ("TAR615", kpi("level: 90, year: 2023", "level: «89», year: 2025", "level: 88")),
        ("TAR616", kpi("level: 90", "level: 92, year: 2026, tolerance: «2.5»", keys=baseline("89.5"))),
        ("TAR617", kpi("level: -4, kind: at_most, tolerance: «4»", direction="lower", unit="index")),
        ("TAR619", kpi(direction="«lower»")),
        ("TAR620", kpi("level: 90", "level: 90, year: «2021», decided: 2020-11-16", keys="    from: 2022\n")),
        ("TAR620", kpi("level: 90, year: «2024», decided: 2023-11-20", keys="    to: 2022\n")),
    ],
)
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            kpi("level: 90", keys="    to: 2022\n").replace(", reference: KF", ""), id="no reference after the end"
        ),
        pytest.param(kpi("level: 90", keys=baseline("89")), id="better than the baseline"),
        pytest.param(
            kpi("level: 90, year: 2021, decided: 2020-11-16", "level: 92", keys=baseline("90")),
            id="a first year that keeps the baseline",
        ),
        pytest.param(
            kpi("lower: 3, upper: 5, kind: between", direction="range", keys=baseline("4")), id="a range around it"
        ),
        pytest.param(kpi("level: -2", unit="million_kronor"), id="a deficit"),
        pytest.param(kpi("level: 90, decided: 2023-02-01, source: https://a.example"), id="first known after the year"),
        pytest.param(kpi("level: 90, decided: 2022-11-01, source: https://a.example"), id="first known in the year"),
        pytest.param(kpi("level: 90, decided: 2022-01-20, decided_by: committee"), id="a committee's in January"),
        pytest.param(kpi("level: 90, decided: 2022-03-14", keys="    from: 2022\n"), id="a new KPI"),
        pytest.param(kpi("level: 90", "level: 85, decided: 2022-06-20"), id="a revised level"),
        pytest.param(kpi("level: 90", f"level: 92, {COMMITTEE}"), id="a committee that adds"),
        pytest.param(
            kpi("level: 90", f"level: 85, {COMMITTEE}".replace("2021-12-08", "2021-06-01")),
            id="a council that tightened what the committee had decided",
        ),
        pytest.param(kpi(f"level: 85, {COMMITTEE}"), id="a committee where the council has decided nothing"),
        pytest.param(
            kpi("level: 90", f"level: 88, year: 2023, {COMMITTEE}"), id="council and committee in different years"
        ),
        pytest.param(
            kpi(
                "level: 90",
                "level: 80, year: 2023",
                keys="    definitions: [{from: 2010, text: A}, {from: 2023, text: B}]\n",
            ),
            id="another definition",
        ),
        pytest.param(
            kpi("level: 90", "level: 85, decided: 2022-06-20", "level: 87, year: 2023, decided: 2022-11-14"),
            id="easier than what was revised before the next level",
        ),
        pytest.param(
            kpi("level: 90, tolerance: 1", "level: 92, year: 2026, tolerance: 1", keys=baseline("89.5")),
            id="a tolerance that covers the first step alone",
        ),
        pytest.param(kpi("level: 0, tolerance: 1", unit="million_kronor"), id="a tolerance around nought"),
        pytest.param(kpi("level: 90", keys="    to: 2021\n"), id="decided before the KPI was ended"),
        pytest.param(kpi(keys="    to: 2021\n"), id="no level of a KPI that has ended"),
        pytest.param(kpi(direction="none"), id="no level of a KPI that is described"),
    ],
)
def test_what_a_rule_leaves_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, text)] == []


def test_references_are_asked_for_once(tmp_path: Path) -> None:
    text = kpi("level: 90", "level: 91, year: 2023", "level: 92, year: 2024").replace(
        "reference: KF", "tolerance: 1", 2
    )
    (found,) = findings(tmp_path, text)
    assert found.message[Language.SV] == "k: reference saknas för 2 målnivåer (2022, 2023)"
    assert found.message[Language.EN] == "k: No reference for 2 target levels (2022, 2023)"
    assert found.help[Language.EN].endswith("for example reference: KF 2021-11-15 § …")
    (found,) = findings(tmp_path, kpi("level: 90").replace(", reference: KF", ""))
    assert found.message[Language.SV] == "k: reference saknas för målnivån för 2022"


def test_a_level_that_three_years_had_reached(tmp_path: Path) -> None:
    text = kpi("level: 91, year: 2023, decided: 2022-11-14")
    (found,) = findings(tmp_path, text, *GOOD_YEARS)
    assert found.rule.code == "TAR610"
    assert found.message[Language.SV] == (
        "k: Målnivån 91 för 2023 var redan nådd när den beslutades 2022-11-14: "
        "värdena före var 92.0 (2019), 91.0 (2020), 93.0 (2021)"
    )
    assert [str(one.span) for one in found.related] == [f"{DATA}:{line}:15" for line in (3, 4, 5)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(kpi("level: 91, year: 2023, decided: 2022-11-14"), GOOD_YEARS[2:], id="two values"),
        pytest.param(kpi("level: 91.1, year: 2023, decided: 2022-11-14"), GOOD_YEARS, id="one that fell short"),
        pytest.param(kpi("level: 90, decided: 2021-11-15"), GOOD_YEARS, id="the year of the decision was not over"),
        pytest.param(
            kpi("level: 91, year: 2023, decided: 2022-11-14", keys=baseline("79", 2018)), GOOD_YEARS, id="a baseline"
        ),
        pytest.param(
            kpi(
                "level: 91, year: 2023, decided: 2022-11-14",
                keys="    definitions: [{from: 2010, text: A}, {from: 2020, text: B}]\n",
            ),
            GOOD_YEARS,
            id="values of another definition",
        ),
        pytest.param(
            kpi("level: 91, year: 2023, decided: 2022-11-14, source: https://a.example"),
            GOOD_YEARS,
            id="a day that is not that of the decision",
        ),
        pytest.param(
            kpi("level: 91, year: 2023, decided: 2022-11-14"),
            tuple(row.replace(",T,", ",K,") for row in GOOD_YEARS),
            id="values of women",
        ),
    ],
)
def test_a_level_that_asks_for_more_than_what_is_known(tmp_path: Path, text: str, rows: tuple[str, ...]) -> None:
    assert [str(one.message) for one in findings(tmp_path, text, *rows)] == []


LEVELS_2019_2023 = ("level: 95, year: 2019, decided: 2018-11-12", "level: 96, year: 2023, decided: 2022-11-14")


def test_an_outcome_of_a_year_without_a_level(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, kpi(*LEVELS_2019_2023), *GOOD_YEARS)
    assert found.message[Language.EN] == (
        "k: Outcomes without a target level: 2020, 2021, between the levels for 2019 and 2023"
    )
    assert [str(one.span) for one in found.related] == [f"{DATA}:4:15", f"{DATA}:5:15"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(kpi(*LEVELS_2019_2023, keys=baseline("80", 2018)), GOOD_YEARS[1:], id="a path from a baseline"),
        pytest.param(kpi(*LEVELS_2019_2023), GOOD_YEARS[:2], id="years that were not measured"),
        pytest.param(kpi(*LEVELS_2019_2023), ("k,9999,2021T1,T,93", "k,9999,2021,K,93"), id="no outcome of the year"),
        pytest.param(kpi(*LEVELS_2019_2023, keys="    lag: 1\n"), ("k,9999,2018,T,79", "k,9999,2022,T,79"), id="a lag"),
    ],
)
def test_years_that_need_no_level(tmp_path: Path, text: str, rows: tuple[str, ...]) -> None:
    assert [str(one.message) for one in findings(tmp_path, text, *rows)] == []


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        (kpi("level: 90", f"level: 89, {COMMITTEE}"), "the council's is here"),
        (kpi("level: 90", "level: 89, year: 2023"), "the earlier level"),
        (kpi("level: 90", keys=baseline("91")), "the baseline"),
        (kpi("level: 90, year: 2021, decided: 2020-11-16", keys="    from: 2022\n"), "the KPI's from"),
    ],
)
def test_what_a_level_is_held_against_is_shown_beside(tmp_path: Path, text: str, beside: str) -> None:
    (found,) = findings(tmp_path, text)
    assert [one.note[Language.EN] for one in found.related] == [beside]
    assert found.related[0].span.line < found.span.line


def test_a_base_year_without_a_value_is_told(tmp_path: Path) -> None:
    rows = ("k,9999,2020,T,70", "k,9999,2021,T,71")
    text = kpi("kind: change_since, since: 2019, percent: 10", unit="days")
    (found,) = findings(tmp_path, text, *rows)
    assert found.rule.code == "TAR623"
    assert findings(tmp_path, text, "k,9999,2019,T,69", *rows) == []
    assert findings(tmp_path, text) == []  # nothing is measured yet, so nothing is missing


@pytest.mark.parametrize(("place", "codes"), [(1, []), (2, []), (3, ["TAR624"]), (4, ["TAR624"])])
def test_a_rank_that_everyone_reaches_is_told(tmp_path: Path, place: int, codes: list[str]) -> None:
    others = 'organisations:\n  "0001": {name: Ena, kind: municipality}\n  "0002": {name: Andra, kind: municipality}\n'
    settings = (
        'format: 1\norganisation: "9999"\nlimits: {fewest_kpis: 0}\n'
        'groups:\n  grannar: {title: Grannar, members: ["0001", "0002"], as_of: 2022}\n'
    )
    files = {
        "malstyrning.yaml": settings,
        "goals/others.yaml": others,
        PATH: kpi(f"kind: rank_at_most, place: {place}, group: grannar"),
    }
    found = check_workspace(load(tmp_path, files))
    assert [one.rule.code for one in found if one.rule.code.startswith("TAR")] == codes
    assert all("grannar has 3 places" in one.message[Language.EN] for one in found if one.rule.code in codes)


def test_a_level_in_an_unknown_group_is_told_at_the_group(tmp_path: Path) -> None:
    files = {PATH: kpi("kind: group_median, group: grannar")}
    (found,) = (one for one in check_workspace(load(tmp_path, files)) if one.rule.code == "REF301")
    assert found.span.line == 11


@pytest.mark.parametrize(
    ("level", "code"),
    [
        ("kind: change_since, since: 2019, percent: 10.25", "TAR603"),
        ("kind: change_since, since: 2019, percent: 10.5, tolerance: 0.25", "TAR603"),
        ("kind: sum_since, since: 2019, level: 10.25", "TAR603"),
        ("kind: better_than_base, since: 2022", "TAR622"),
        ("kind: sum_since, since: 2023, level: 10", "TAR622"),
        ("kind: sum_since, since: 2022, level: 10", None),
        ("kind: yearly_change, since: 2019, percent: -3", "TAR625"),
        ("kind: mean_of_years, years: 3, level: 85.5", None),
    ],
)
def test_the_numbers_of_computed_levels(tmp_path: Path, level: str, code: str | None) -> None:
    found = findings(tmp_path, kpi(level, unit="days"))
    assert [one.rule.code for one in found] == ([code] if code else [])


def test_a_committees_rank_below_the_councils_loosens(tmp_path: Path) -> None:
    council = "kind: change_since, since: 2019, percent: 10"
    committee = "kind: change_since, since: 2019, percent: 5, decided_by: committee"
    (found,) = findings(tmp_path, kpi(council, committee, unit="days"))
    assert (found.rule.code, found.span.line) == ("TAR614", 12)
    other_base = "kind: change_since, since: 2018, percent: 5, decided_by: committee"
    assert findings(tmp_path, kpi(council, other_base, unit="days")) == []
