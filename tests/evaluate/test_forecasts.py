"""Forecasts at T1 and T2: what they rest on, what stops them, and at the close what became of them."""

import json
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.evaluate.independent.differences import differences, read_record
from tests.evaluate.independent.files import Files
from tests.evaluate.independent.forecasts import forecast
from tests.evaluate.independent.outcomes import Measured
from tests.evaluate.independent.record import recompute
from tests.workspaces import ROOT, load, minimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.forecasts import Forecast, LevelPosition, NoForecast
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period, parse_period
from malstyrning.evaluate.committee import of_committee
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.known import measurements_as_known
from malstyrning.evaluate.questions import forecasts_to_give, unanswered
from malstyrning.language import Language
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin, build_view
from malstyrning.report.draft import forecast_stubs
from malstyrning.report.record import record_content
from malstyrning.report.written import Written
from malstyrning.rules import check_workspace

NEIGHBOURS = [str(number) for number in range(1101, 1113)]
LEVEL = "target_levels: [{year: 2022, kind: at_least, level: 50, tolerance: 2, decided: 2021-11-15, reference: KF}]"
KPI = (
    "  {name}: {{title: T, goal: mal, unit: percent, decimals: 1, direction: higher, "
    "reported_in: [t1, t2, year_end]{keys}}}\n"
)
KPIS = {
    "lagom": f", {LEVEL}",
    "kort": f", {LEVEL}",
    "konstant": f", {LEVEL}",
    "glest": f", {LEVEL}",
    "negativt": ", plausible: {lower: -100, upper: 100}",
    "nara-noll": "",
    "omdefinierat": ", definitions: [{from: 2000, text: Ett sätt att räkna}, {from: 2018, text: Ett annat sätt}]",
    "forsenat": f", lag: 1, {LEVEL}",
    "gammalt": f", {LEVEL}",
    "preliminart": f", {LEVEL}",
    "delat": f", measured: tertial, aggregation: ratio, {LEVEL}",
    "kant": f", lag: 1, {LEVEL}",
    "tidigt": f", {LEVEL}",
    "ryckigt": f", {LEVEL}",
    "lugnare": ", plausible: {lower: -1000, upper: 1000}",
}
FIRST, LAST = 2000, 2021
ANSWERS = """\
evaluations:
  - {committee: namnd, period: 2022T1, kpis: {lagom: {forecast: {value: 55.0, text: Fler söker}}}}
  - {committee: namnd, period: 2022T2, kpis: {lagom: {forecast: {value: 47}}, kort: {forecast: {value: 49}}}}
"""
MONEY = """\
committee,area,period,kind,amount,made
namnd,omrade,2022,outcome,10500,
namnd,omrade,2022,forecast,9800,2022T1
namnd,omrade,2022,forecast,10400,2022T2
namnd,annat,2022,forecast,5,2022T2
"""
FRAMES = (
    "committees:\n  namnd:\n    title: {sv: Nämnden, en: The committee}\n    owner: Förvaltningschefen\n    areas:\n"
    "      omrade: {title: {sv: Området, en: The area}}\n      annat: {title: Annat}\n"
)
BUDGET = (
    "budget_frames:\n  - {committee: namnd, year: 2022, amount: 10010, decided: 2021-11-15, reference: KF, "
    "areas: {omrade: 10000, annat: 10}}\n"
)


def values(name: str, draw: Random) -> dict[int, str]:
    """A series that shows what its KPI is called after."""
    walk, found = 50.0, {}
    for year in range(FIRST, LAST + 1):
        walk += draw.gauss(0, 1)
        found[year] = {
            "konstant": "50.0",
            "negativt": f"{walk - 60:.1f}",
            "nara-noll": f"{abs(walk - 50) / 4:.1f}",
            "lugnare": f"{50 + draw.gauss(0, 1) * 1.25 ** (LAST - year):.1f}",
            "ryckigt": f"{50 + draw.gauss(0, 1) * 1.25 ** (year - FIRST) / 10:.1f}",
        }.get(name, f"{walk:.1f}")
    if name == "kort":
        found = {year: value for year, value in found.items() if year > 2016}
    if name == "glest":
        found = {year: value for year, value in found.items() if year % 5}
    if name == "gammalt":
        found = {year: value for year, value in found.items() if year < 2018}
    if name == "forsenat":
        del found[2021]
    return found


def rows() -> str:
    """Ours and those of twelve others."""
    draw, lines = Random(7), ["kpi,municipality,period,gender,value,numerator,denominator,preliminary,published\n"]
    for name in KPIS:
        for organisation in ("9999", *NEIGHBOURS):
            for year, value in values(name, draw).items():
                late = "yes" if (name, year) == ("preliminart", 2021) else ""
                lines.append(f"{name},{organisation},{year},T,{value},,,{late},\n")
    lines += ["delat,9999,2022T1,T,50,30,60,,\n", "delat,9999,2022T2,T,52,26,50,,\n"]
    lines += [
        "tidigt,9999,2022,T,51.0,,,,2022-02\n",
        "lagom,9999,2022,T,54.0,,,,2023-02\n",
        "kort,9999,2022,T,52.0,,,,\n",
    ]
    return "".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("prognoser")
    kpis = "".join(KPI.format(name=name, keys=keys) for name, keys in KPIS.items())
    neighbours = "".join(f'  "{one}": {{name: Kommun {one}, kind: municipality}}\n' for one in NEIGHBOURS)
    base = minimal()["goals/base.yaml"]
    begun, rest = base.index("committees:"), base.index("overall_goals:")
    files = {
        "goals/base.yaml": base[:begun] + neighbours + FRAMES + base[rest:],
        "goals/kpis.yaml": "kpis:\n" + kpis,
        "goals/svar.yaml": ANSWERS,
        "goals/budget-2022.yaml": BUDGET,
        "data/rader.csv": rows(),
        "data/pengar.csv": MONEY,
    }
    assert [str(one.message.en) for one in load(path, files).diagnostics] == []
    return path


def at(folder: Path, period: str) -> Evaluation:
    loaded, when = load_workspace(folder), parse_period(period)
    assert when
    return evaluate(loaded.plan, loaded.measurements, Occasion(when))


def content(folder: Path, period: str) -> dict[str, Any]:
    return record_content(at(folder, period), Origin("", {}), Written(period, "sv"))


@pytest.fixture(scope="module")
def t2(folder: Path) -> dict[str, Forecast]:
    return dict(at(folder, "2022T2").forecasts.now)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("lagom", None),
        ("kort", NoForecast.TOO_FEW_VALUES),
        ("konstant", NoForecast.CONSTANT),
        ("negativt", None),
        ("omdefinierat", NoForecast.SERIES_BROKEN),
        ("forsenat", None),
        ("gammalt", NoForecast.TOO_OLD),
        ("preliminart", None),
        ("kant", NoForecast.KNOWN),
        ("tidigt", NoForecast.KNOWN),
        ("lugnare", NoForecast.COVERS_TOO_MUCH),
        ("ryckigt", NoForecast.COVERS_TOO_LITTLE),
        ("nyckeltal", None),
    ],
)
def test_what_is_forecast_and_what_is_not(t2: dict[str, Forecast], name: str, reason: NoForecast | None) -> None:
    if name == "nyckeltal":
        assert name not in t2  # it is followed up at the close alone
    else:
        assert t2[name].reason is reason
        assert (t2[name].shown is None) == (reason is not None)


def test_with_a_lag_the_forecast_is_of_the_year_that_the_close_judges(t2: dict[str, Forecast]) -> None:
    made = t2["forsenat"]
    assert str(made.period) == "2021"
    assert made.interval
    assert (made.interval.last, made.interval.ahead) == (2020, 1)


def test_what_is_known_of_the_year_is_told_and_changes_nothing(t2: dict[str, Forecast]) -> None:
    assert t2["delat"].so_far
    assert str(t2["delat"].so_far.period) == "2022-01/2022-08"
    assert t2["delat"].interval
    assert t2["delat"].interval.last == 2021
    assert t2["lagom"].outcome
    assert t2["lagom"].interval
    assert t2["lagom"].interval.last == 2021
    assert t2["preliminart"].preliminary
    assert not t2["lagom"].preliminary


def test_nothing_is_below_zero_where_no_value_is(t2: dict[str, Forecast]) -> None:
    near, below = t2["nara-noll"].interval, t2["negativt"].interval
    assert near
    assert below
    assert near.lower >= 0 > below.lower


def test_the_committees_forecast_stands_beside_and_is_held_against_the_level(t2: dict[str, Forecast]) -> None:
    own = t2["lagom"].own
    assert own
    assert (str(own.value), t2["lagom"].own_fulfilment) == ("47", Fulfilment.NOT_REACHED)
    assert t2["kort"].own_fulfilment is Fulfilment.NEARLY
    assert t2["konstant"].own is None
    assert {one.against for one in t2.values()} <= {None, *LevelPosition}


def test_a_record_of_t2_has_the_forecasts_that_the_rule_gives_by_another_computation(folder: Path) -> None:
    files = Files(folder)
    for part in ("T1", "T2"):
        told = content(folder, f"2022{part}")["kpis"]
        computed = {one: forecast(Measured(files, one, files.section("kpis")[one]), 2022, part) for one in KPIS}
        recorded = {
            one["id"]: {key: one["forecast"][key] for key in computed[one["id"]]} for one in told if one["id"] in KPIS
        }
        found, held = differences(computed, read_record(json.dumps(recorded)))
        assert "\n".join(map(str, found)) == ""
        assert held > 150


@pytest.mark.parametrize("period", ["2022T1", "2022T2", "2022"])
def test_the_record_has_the_form_that_its_schema_says(folder: Path, period: str) -> None:
    schema = json.loads((ROOT / "src/malstyrning/report/evaluation.schema.json").read_text("utf-8"))
    found = Draft202012Validator(schema).iter_errors(json.loads(json.dumps(content(folder, period))))
    assert [f"{one.json_path} {one.message}" for one in found] == []


def test_a_draft_tells_what_may_be_forecast_and_asks_for_nothing(folder: Path) -> None:
    evaluation = at(folder, "2022T2")
    assert "konstant" in forecasts_to_give(evaluation, "namnd")
    assert not {"lagom", "kant", "negativt"} & {*forecasts_to_give(evaluation, "namnd")}  # given, known, no level
    asked = {key for one in unanswered(evaluation) for key in one.keys}
    assert "forecast" not in asked
    (stub,) = forecast_stubs(evaluation, "namnd", Language.SV)
    lines = stub.lines
    assert all(line.startswith("#") for line in lines)
    assert any("konstant" in line and "Ingen prognos visas" in line for line in lines)
    close = at(folder, "2022")
    assert forecasts_to_give(close, "namnd") == ()
    assert forecast_stubs(close, "namnd", Language.SV) == []


@pytest.mark.parametrize("language", Language)
def test_a_survey_has_its_margin_beside_the_outcome(tmp_path: Path, language: Language) -> None:
    rows = "kpi,municipality,period,gender,value,n\nnyckeltal,9999,2022,T,81.0,1000\n"
    loaded = load(tmp_path, {"data/exempel-bas.csv": rows})
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    (kpi,) = build_view(evaluation, Origin("", {}), language).kpis
    lower, upper = ("78,5", "83,3") if language is Language.SV else ("78.5", "83.3")
    assert lower in kpi.margin
    assert upper in kpi.margin
    without = load(tmp_path, {"data/exempel-bas.csv": rows.replace(",1000", ",")})
    evaluation = evaluate(without.plan, without.measurements, Occasion(Period(2022)))
    assert [one.margin for one in build_view(evaluation, Origin("", {}), language).kpis] == [""]


def test_at_the_close_every_forecast_of_the_year_is_held_against_the_outcome(folder: Path) -> None:
    former = at(folder, "2022").forecasts.former
    told = {(one.kpi, str(one.made)): (one.own and str(one.own), one.own_hit, one.rule_hit) for one in former}
    assert told["lagom", "2022T1"][:2] == ("55.0", True)
    assert told["lagom", "2022T2"][:2] == ("47", False)
    assert told["kort", "2022T2"] == ("49", False, None)
    assert ("kort", "2022T1") not in told
    assert isinstance(told["lagom", "2022T1"][2], bool)


def test_the_close_is_computed_alike(folder: Path) -> None:
    recorded = read_record(json.dumps(content(folder, "2022")))
    found, _ = differences(recompute(folder, 2022), recorded)
    assert "\n".join(map(str, found)) == ""
    assert recorded["former_forecasts"]["kpis"]


def test_money_that_was_forecast_is_held_against_what_the_year_cost(folder: Path) -> None:
    money = at(folder, "2022").forecasts.money
    assert [
        (str(one.made), int(one.forecast), int(one.outcome), int(one.error), one.areas, one.of) for one in money
    ] == [
        ("2022T1", 9800, 10500, 700, 1, 2),
        ("2022T2", 10400, 10500, 100, 1, 2),
    ]


def test_a_committees_part_has_its_own(folder: Path) -> None:
    whole = at(folder, "2022")
    assert of_committee(whole, "namnd").forecasts == whole.forecasts
    assert of_committee(whole, "annan").forecasts.former == ()


def test_what_was_published_later_was_not_known(folder: Path) -> None:
    loaded, when = load_workspace(folder), parse_period("2022T2")
    assert when
    known = measurements_as_known(loaded.measurements, when.end)
    made = evaluate(loaded.plan, known, Occasion(when)).forecasts.now
    assert made["lagom"].outcome is None
    assert made["lagom"].interval == at(folder, "2022T2").forecasts.now["lagom"].interval


@pytest.mark.parametrize("language", Language)
def test_a_reader_is_told_what_it_rests_on_or_why_there_is_none(folder: Path, language: Language) -> None:
    view = build_view(at(folder, "2022T2"), Origin("", {}), language)
    told = {one.anchor: " ".join((*one.forecast.told, one.forecast.own)) for one in view.kpis if one.forecast}
    shown, not_shown = (
        ("väntas ligga mellan", "Ingen prognos visas")
        if language is Language.SV
        else (
            "is expected between",
            "No forecast is shown",
        )
    )
    assert shown in told["lagom"]
    assert not_shown in told["konstant"]
    assert all((shown in one) != (not_shown in one) for one in told.values())
    actions = "Planerade åtgärder ingår inte" if language is Language.SV else "Planned actions are not part"
    assert all((actions in one) == (shown in one) for one in told.values())
    assert not any(word in one for one in told.values() for word in ("kommer att nås", "will be reached"))
    drawn = {one.anchor: any("forecast-end" in str(each.svg) for each in one.figures) for one in view.kpis}
    assert drawn["lagom"]
    assert not drawn["konstant"]
    assert not drawn["delat"]


def test_forecasts_that_make_no_sense_are_findings(tmp_path: Path) -> None:
    answers = "evaluations:\n  - {committee: namnd, period: 2022, kpis: {nyckeltal: {forecast: {value: 91.25}}}}\n"
    loaded = load(tmp_path, {"goals/svar.yaml": answers})
    codes = {one.rule.code for one in check_workspace(loaded)}
    assert {"EVA981", "EVA982"} <= codes
    broken = load(tmp_path, {"goals/svar.yaml": answers.replace("91.25", "mycket")})
    assert [one.rule.code for one in broken.diagnostics]


def test_the_figures_are_exact(t2: dict[str, Forecast]) -> None:
    coverage = t2["lagom"].coverage
    assert coverage
    assert coverage.organisations == len(NEIGHBOURS)
    assert coverage.tested == len(NEIGHBOURS) * (LAST - FIRST + 1 - 8)
    assert coverage.share == Fraction(coverage.inside, coverage.tested)
