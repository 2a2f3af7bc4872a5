"""No word of change stands where the development is none: over all kinds of it, directions, verdicts and languages."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.workspaces import load, minimal

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.outcomes import Missing
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.verdicts import Trend, TrendBasis
from malstyrning.domain.words import Direction
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language, Text
from malstyrning.load import Loaded
from malstyrning.report import words
from malstyrning.report.build import Origin, build_outline, build_view
from malstyrning.report.thread import Node, Scene, thread
from malstyrning.report.view import KpiView
from malstyrning.report.writer import Writer

CALLED = {Trend.BETTER, Trend.WORSE, Trend.INCREASED, Trend.DECREASED}
CHANGE = re.compile(
    r"\b(bättre|sämre|förbättr\w*|försämr\w*|öka\w*|ökning\w*|minska\w*|minskning\w*|sjönk|sjunk\w*|steg|stig\w*|höj\w*|"
    r"sänk\w*|framsteg|better|worse|improve\w*|worsen\w*|deteriorat\w*|increas\w*|decreas\w*|rose|risen|rising|fell|"
    r"fallen|falling|grew|grown|dropped|declin\w*|progress\w*)\b",
    re.IGNORECASE,
)
# What these words say here is which way is good, where a place is, or how chance is held off: nothing of the value.
FIXED = (
    *(text[language] for text in words.BETTER.values() for language in Language),
    *("ingen riktning som är bättre", "no direction is better", "ingen riktning är bättre"),
    *("att högre eller lägre är bättre", "eller bättre i", "or better in"),
)
BEFORE: dict[int, object] = dict(zip(range(2014, 2022), (80, 81, 79, 80, 78, 79, 77, 78), strict=True))
SERIES: dict[str, dict[int, object]] = {
    "upp": {**BEFORE, 2022: 90},
    "ned": {**BEFORE, 2022: 66},
    "lite-upp": {**BEFORE, 2022: 80},
    "lite-ned": {**BEFORE, 2022: 76},
    "lika": {**BEFORE, 2022: 78},
    "kort": {2021: 70, 2022: 78},
    "utan-fjolar": {**{year: value for year, value in BEFORE.items() if year < 2021}, 2022: 78},
    "omdefinierad": {**BEFORE, 2022: 90},
    **{status: {**BEFORE, 2022: status} for status in ("missing", "not_applicable", "suppressed", "unknown")},
    "utan": BEFORE,
}
LEVELS = {  # by verdict, how far the level is from the outcome on the worse side, and its tolerance
    "reached": (0, 0),
    "nearly": (1, 2),
    "not-reached": (3, 2),
    "without": None,
}
DIRECTIONS = {"higher": "at_least", "lower": "at_most", "range": "between", "none": None}
WITHOUT_VALUE = {"missing", "not_applicable", "suppressed", "unknown", "utan"}
NAMES = [
    name
    for name in product(SERIES, DIRECTIONS, LEVELS)
    if name[0] not in WITHOUT_VALUE or name[2] in {"nearly", "without"}
]


def workspace(path: Path) -> Loaded:
    kpis, rows = ["kpis:\n"], ["kpi,municipality,period,gender,value,status\n"]
    for series, direction, level in NAMES:
        name = f"{series}-{direction}-{level}".replace("_", "-")
        kpis.append(
            f"  {name}: {{title: Nyckeltal, goal: mal, unit: percent, decimals: 1, direction: {direction}, "
            f"reported_in: [t2, year_end]{_level(series, direction, level)}{_definitions(series)}}}\n"
        )
        for year, value in SERIES[series].items():
            rows.append(f"{name},9999,{year},T,{f',{value}' if isinstance(value, str) else f'{value},'}\n")
    files = {**minimal(), "goals/kpis.yaml": "".join(kpis), "data/rader.csv": "".join(rows)}
    loaded = load(path, files)
    assert loaded.diagnostics == ()
    return loaded


def _level(series: str, direction: str, level: str) -> str:
    kind, gap = DIRECTIONS[direction], LEVELS[level]
    if kind is None or gap is None:
        return ""
    now = SERIES[series].get(2022)
    value, (off, tolerance) = now if isinstance(now, int) else 78, gap
    limits = {
        "at_least": f"level: {value + off}",
        "at_most": f"level: {value - off}",
        "between": f"lower: {value + off}, upper: {value + off + 5}",
    }[kind]
    decided = f"decided: 2021-11-15, reference: KF, tolerance: {tolerance}"
    return f", target_levels: [{{year: 2022, kind: {kind}, {limits}, {decided}}}]"


def _definitions(series: str) -> str:
    if series != "omdefinierad":
        return ""
    return ", definitions: [{from: 2014, text: Ett sätt att räkna}, {from: 2022, text: Ett annat sätt att räkna}]"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return workspace(tmp_path_factory.mktemp("alla"))


@pytest.fixture(scope="module")
def evaluations(loaded: Loaded) -> list[Evaluation]:
    occasions = (Occasion(Period(2022)), Occasion(Period(2022, "T", 2)))
    return [evaluate(loaded.plan, loaded.measurements, one) for one in occasions]


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a view
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def said(evaluation: Evaluation, language: Language) -> Iterator[tuple[KpiView, Trend, str]]:
    """Every KPI as it is shown, with its development and whatever word of change stands in it."""
    view, outline = build_view(evaluation, Origin("", {}), language), build_outline(evaluation, language)
    short = {kpi.id: kpi for one in outline for goal in one.goals for kpi in goal.kpis}
    for assessment, kpi in zip(evaluation.kpis, view.kpis, strict=True):
        whole = " ".join([*strings(kpi), *strings(short[kpi.anchor])])
        yield kpi, assessment.trend.trend, " ".join(CHANGE.findall(without_fixed(whole)))


def without_fixed(told: str) -> str:
    for fixed in FIXED:
        told = re.sub(re.escape(fixed), "", told, flags=re.IGNORECASE)
    return told


def test_all_kinds_of_development_and_verdict_are_there(evaluations: list[Evaluation]) -> None:
    kpis = evaluations[0].kpis
    assert {one.trend.trend for one in kpis} == set(Trend)
    assert {one.trend.basis for one in kpis} >= {
        *(TrendBasis.MOVING_RANGE, TrendBasis.NO_OUTCOME, TrendBasis.NO_EARLIER_VALUE, TrendBasis.SERIES_BROKEN),
        TrendBasis.TOO_FEW_VALUES,
    }
    assert {one.verdict.fulfilment for one in kpis} == set(Fulfilment)
    assert {one.outcome.missing for one in kpis} == {None, *Missing}
    assert {evaluations[0].plan.kpis[one.kpi].direction for one in kpis} == set(Direction)


@pytest.mark.parametrize("language", Language)
def test_no_word_of_change_stands_where_none_is_told_from_noise(
    evaluations: list[Evaluation], language: Language
) -> None:
    for evaluation in evaluations:
        told = [*said(evaluation, language)]
        assert [(kpi.anchor, found) for kpi, trend, found in told if trend not in CALLED and found] == []
        assert all(found for _, trend, found in told if trend in CALLED)


@pytest.mark.parametrize(
    ("trend", "text"),
    [(Trend.UNCHANGED, Text("Något bättre", "Slightly better")), (Trend.UNKNOWN, Text("Ökade", "Rose"))],
)
def test_such_a_word_would_be_found(
    evaluations: list[Evaluation], monkeypatch: pytest.MonkeyPatch, trend: Trend, text: Text
) -> None:
    monkeypatch.setitem(words.TREND, trend, text)
    for language in Language:
        assert any(found for _, one, found in said(evaluations[0], language) if one is trend)


def test_the_report_around_the_kpis_says_nothing_of_change_either(evaluations: list[Evaluation]) -> None:
    for evaluation, language in product(evaluations, Language):
        view = build_view(evaluation, Origin("", {}), language)
        around = " ".join([*view.summary, view.notice, *strings(view.account), *strings(view.since)])
        assert CHANGE.findall(around) == []


def nodes(one: Node) -> Iterator[str]:
    yield one.text
    for branch in one.branches:
        yield from nodes(branch)


@pytest.mark.parametrize("language", Language)
def test_the_golden_thread_says_nothing_of_it_either(
    loaded: Loaded, evaluations: list[Evaluation], language: Language
) -> None:
    for one in evaluations[0].kpis:
        whole = " ".join(nodes(thread(Scene(evaluations[0], loaded.places, Writer(language), one.kpi))))
        assert bool(CHANGE.findall(without_fixed(whole))) == (one.trend.trend in CALLED), one.kpi


def test_no_line_is_coloured_by_which_way_it_goes(evaluations: list[Evaluation]) -> None:
    view = build_view(evaluations[0], Origin("", {}), Language.EN)
    colours = {
        name: [
            sorted(set(re.findall(r"var\(--[a-z-]+\)", svg)))
            for svg in (str(kpi.sparkline), *(str(one.svg) for one in kpi.figures))
        ]
        for kpi in view.kpis
        for name in [kpi.anchor]
    }
    for direction, level in product(("higher", "lower"), ("reached", "not-reached")):
        same = [colours[f"{series}-{direction}-{level}"] for series in ("upp", "ned", "lite-upp", "lite-ned", "lika")]
        assert same.count(same[0]) == len(same)
