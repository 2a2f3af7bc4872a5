"""Our KPIs against the snapshot of Kolada: what is told, where, and when there is nothing to hold against."""

from pathlib import Path

import pytest
from tests.workspaces import load

from malstyrning.diagnostics import Diagnostic
from malstyrning.domain.kolada import KoladaKpi, KoladaType
from malstyrning.language import Language
from malstyrning.rules import check_workspace

HEADER = "kolada,title,by_gender,type,retrieved,source\n"
TITLE = "Elever i åk 9 som är behöriga, lägeskommun, andel (%)"
ROW = f'N00001,"{TITLE}",yes,K,2023-02,Kolada\n'
SNAPSHOT = "data/kolada/kpis.csv"
MUNICIPALITIES, BOTH = KoladaType.MUNICIPALITIES, KoladaType.BOTH


def findings(
    tmp_path: Path, kpi: str, snapshot: str | None = ROW, title: str = "Läge, lägeskommun"
) -> list[Diagnostic]:
    text = f"kpis:\n  k: {{title: '{title}', goal: mal, unit: percent, decimals: 1, direction: higher, {kpi}}}\n"
    files = {"goals/k.yaml": text} | ({SNAPSHOT: HEADER + snapshot} if snapshot is not None else {})
    found = check_workspace(load(tmp_path, files))
    return [one for one in found if one.rule.code.startswith(("DAT", "KPI48", "TAR607"))]


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.rule.code for one in found]


def test_the_snapshot_is_read(tmp_path: Path) -> None:
    loaded = load(tmp_path, {SNAPSHOT: HEADER + ROW + 'U21401,"Kontinuitet, (- 2024)",,A,2023-02-01,\n'})
    assert loaded.diagnostics == ()
    assert loaded.measurements.kolada == {
        "N00001": KoladaKpi("N00001", TITLE, by_gender=True, type=MUNICIPALITIES, retrieved="2023-02", source="Kolada"),
        "U21401": KoladaKpi("U21401", "Kontinuitet, (- 2024)", by_gender=False, type=BOTH, retrieved="2023-02-01"),
    }
    assert [one.last_year for one in loaded.measurements.kolada.values()] == [None, 2024]
    assert str(loaded.measurements.kolada["U21401"].span) == f"{SNAPSHOT}:3:1"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("n00001,T,yes,K,2023-02,\n", "DAT507 2:1"),
        ("N00001,,yes,K,2023-02,\n", "DAT507 2:8"),
        ("N00001,T,ja,K,2023-02,\n", "DAT507 2:10"),
        ("N00001,T,yes,M,2023-02,\n", "DAT507 2:14"),
        ("N00001,T,yes,K,förra året,\n", "DAT507 2:16"),
        ("N00001,T,yes,K\n", "DAT502 2:1"),
        ("N00001,T,yes,K,2023-02,\nN00001,T,yes,K,2023-02,\n", "DAT509 3:1"),
    ],
)
def test_a_row_that_can_not_be_read_leaves_the_snapshot_unused(tmp_path: Path, row: str, told: str) -> None:
    (found,) = findings(tmp_path, "kolada: N00009", row)
    assert f"{found.rule.code} {found.span.line}:{found.span.column}" == told


def test_without_a_snapshot_nothing_is_unknown(tmp_path: Path) -> None:
    assert findings(tmp_path, "kolada: N00009", None) == []


def test_an_unknown_id_is_mended_by_its_title(tmp_path: Path) -> None:
    found = next(
        one for one in findings(tmp_path, f"kolada: N00010, kolada_title: '{TITLE}'") if one.rule.code == "KPI481"
    )
    assert found.help[Language.SV] == "skriv kolada: N00001"
    assert [str(one.span) for one in found.related] == [f"{SNAPSHOT}:2:1"]


def test_spaces_are_no_new_title(tmp_path: Path) -> None:
    assert findings(tmp_path, f"kolada: N00001, kolada_title: '{TITLE.replace(' andel', '   andel')}'") == []


def test_a_new_title_is_written_out(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "kolada: N00001, kolada_title: 'Behöriga, lägeskommun'")
    assert found.rule.code == "KPI482"
    assert found.help[Language.SV].endswith(f"skriv kolada_title: {TITLE}")


@pytest.mark.parametrize(
    ("year", "lag", "told"), [(2022, 0, []), (2023, 0, ["KPI483"]), (2023, 1, []), (2024, 1, ["KPI483"])]
)
def test_a_level_after_koladas_last_year(tmp_path: Path, year: int, lag: int, told: list[str]) -> None:
    level = f"lag: {lag}, target_levels: [{{year: {year}, kind: at_least, level: 9, decided: 2021-11-15}}]"
    assert codes(findings(tmp_path, f"kolada: N00001, {level}", ROW.replace("(%)", "(%) (-2022)"))) == told


def test_a_snapshot_of_all_kolada_is_one_finding(tmp_path: Path) -> None:
    rows = "".join(ROW.replace("N00001", f"N{number:05}") for number in range(1, 100))
    (found,) = findings(tmp_path, "kolada: N00001", rows)
    assert found.rule.code == "KPI484"
    assert found.message[Language.EN] == "N00002 is not used by any KPI (and 97 more)"


def test_women_and_men_may_be_measured_by_ourselves(tmp_path: Path) -> None:
    row = ROW.replace("yes", "")
    assert codes(findings(tmp_path, "kolada: N00001, by_gender: true", row)) == ["KPI485"]
    values = "kpi,municipality,period,gender,value,source\n" + "".join(f"k,9999,2022,{one},5.5,Egen\n" for one in "TKM")
    (tmp_path / "data/egna.csv").write_text(values, "utf-8")
    assert findings(tmp_path, "kolada: N00001, by_gender: true", row) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("Behöriga, kommunala skolor", "Behöriga, lägeskommun", "KPI487"),
        ("Behöriga, alla skolor i Nacka", "Behöriga, hemkommun", "KPI487"),
        ("Behöriga", "Behöriga, hemkommun", "KPI488"),
        ("Behöriga, elever boende i Nacka", "Behöriga, hemkommun", None),
        ("Examen inom fyra år", "Examen inom 3 år", "KPI487"),
        ("Kostnad äldreomsorg, 65 år och äldre", "Kostnad äldreomsorg, kr/inv 80+", "KPI487"),
        ("Kostnad äldreomsorg", "Kostnad äldreomsorg, kr/inv 80+", None),  # a title may be shorter
        ("Arbetslösa 18–64 år", "Arbetslösa, 18-65 år", "KPI487"),
        ("Behöriga, årskurs 6", "Behöriga, åk 9", "KPI487"),
        ("Soliditet", "Soliditet kommunkoncern", "KPI488"),
        ("Koncernens soliditet", "Soliditet kommun", "KPI487"),
        ("Pojkar i kulturskolan", "Flickor i kulturskolan", "KPI487"),
        ("Barn i kulturskolan", "Flickor i kulturskolan", "KPI488"),
    ],
)
def test_whom_a_title_is_about(tmp_path: Path, ours: str, theirs: str, told: str | None) -> None:
    found = findings(tmp_path, f"kolada_title: '{theirs}, andel (%)'", None, ours)
    assert codes(found) == ([told] if told else [])


def test_a_difference_that_our_texts_explain_is_known(tmp_path: Path) -> None:
    explained = "definitions: [{from: 2012, text: Invånare 18–64 år.}, {from: 2023, text: Invånare 18–65 år.}]"
    theirs = "kolada_title: 'Arbetslösa, 18-65 år, andel (%)'"
    assert findings(tmp_path, f"{theirs}, {explained}", None, "Arbetslösa 18–64 år") == []


def test_the_snapshot_is_newer_than_the_title_that_we_chose(tmp_path: Path) -> None:
    found = findings(
        tmp_path, "kolada: N00001, kolada_title: 'Behöriga, hemkommun'", title="Behöriga, elever boende i Nacka"
    )
    assert codes(found) == ["KPI487", "KPI482"]
    assert [str(one.related[0].span) for one in found] == [f"{SNAPSHOT}:2:1"] * 2
