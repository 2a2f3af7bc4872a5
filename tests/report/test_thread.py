"""The golden thread: everything that has an id can be followed, and every place that is named holds what is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workspaces import ROOT, load

from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.load import Loaded, load_workspace
from malstyrning.report.thread import Kind, Node, Scene, thread, traceable
from malstyrning.report.writer import Writer


def follow(loaded: Loaded, asked: str, language: Language = Language.EN, year: int = 2022) -> Node:
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(year)))
    return thread(Scene(evaluation, loaded.places, Writer(language), asked))


def lines(node: Node) -> Iterator[Node]:
    yield node
    for branch in node.branches:
        yield from lines(branch)


def of(node: Node, kind: Kind) -> list[str]:
    return [one.text.replace("\N{NO-BREAK SPACE}", " ") for one in lines(node) if one.kind is kind]


@pytest.fixture(scope="module")
def shipped() -> Loaded:
    return load_workspace(ROOT)


@pytest.mark.parametrize("language", [*Language])
def test_everything_with_an_id_is_found_once_where_it_stands(shipped: Loaded, language: Language) -> None:
    evaluation = evaluate(shipped.plan, shipped.measurements, Occasion(Period(2022)))
    files: dict[str, list[str]] = {}
    for asked in traceable(shipped.plan):
        scene = Scene(evaluation, shipped.places, Writer(language), asked)
        found = [*lines(thread(scene))]
        assert [one.id for one in found if one.asked] == [asked]
        assert all(one.text for one in found), asked
        for one in found:
            if one.place:
                path, _, number = one.place.rpartition(":")
                text = files.setdefault(path, (ROOT / path).read_text("utf-8").splitlines())[int(number) - 1]
                assert one.kind is Kind.SERVES or one.id in text, (asked, one)


def test_a_kpi_is_followed_from_the_vision_to_the_plan_that_its_lessons_feed(shipped: Loaded) -> None:
    found = follow(shipped, "behorighet-kommunala")
    assert [one.kind for one in (found, found.branches[0], found.branches[0].branches[0])] == [
        Kind.VISION,
        Kind.OVERALL_GOAL,
        Kind.STRATEGIC_GOAL,
    ]
    assert of(found, Kind.LEVEL)[0].startswith("at least 94.0% for 2022, the council 15 November 2021")
    assert of(found, Kind.OUTCOME)[0] == "All: 93.4% (2022); source: Kolada"
    assert "93.4 − 94.0 = −0.6 percentage points" in of(found, Kind.VERDICT)[0]
    assert [one.id for one in lines(found) if one.kind is Kind.ACTION] == ["sommarskola-ak-8-9"]
    assert of(found, Kind.EFFECT)[0].startswith("Partial effect. Sommarskolan")
    assert "wrong from the start: to a large part" in of(found, Kind.CAUSES)[0]
    assert "signed by Utbildningsnämnden through Nämndens ordförande" in of(found, Kind.EVALUATION)[0]
    assert all(text.endswith("Feeds the plan of 2024.") for text in of(found, Kind.LESSON))
    outcome = next(one for one in lines(found) if one.kind is Kind.OUTCOME)
    path, _, number = outcome.place.rpartition(":")
    assert "N15436,0182,2022,T,93.4" in (ROOT / path).read_text("utf-8").splitlines()[int(number) - 1]


def test_a_revised_level_stands_beside_the_one_that_counts(shipped: Loaded) -> None:
    levels = of(follow(shipped, "etablering-arbete-studier"), Kind.LEVEL)
    assert ["judged beside it" in levels[0], "judged here" in levels[1]] == [True, True]


def test_a_question_that_is_asked_and_unanswered_is_missing(tmp_path: Path) -> None:
    found = follow(load(tmp_path, {"data/exempel-bas.csv": MISSED}), "nyckeltal")
    assert (of(found, Kind.CAUSE), of(found, Kind.OWN_AND_EVENTS)) == (["Missing"], ["Missing"])
    assert found.kind is Kind.OVERALL_GOAL  # no vision is stated


MISSED = "kpi,municipality,period,gender,value,source\nnyckeltal,9999,2022,T,71.5,Bokslut\n"


def test_an_area_has_its_money(shipped: Loaded) -> None:
    found = follow(shipped, "grundskola")
    assert of(found, Kind.FRAME) == ["SEK 1,862.0 million (originally 1,850.0)"]
    assert of(found, Kind.SPENT) == ["SEK 1,858.2 million"]
    assert of(found, Kind.DEVIATION) == ["SEK +3.8 million"]


def test_what_is_not_in_force_in_the_year_is_said(tmp_path: Path) -> None:
    ended = "kpis:\n  forra:\n    title: Förra\n    goal: mal\n    unit: percent\n    decimals: 0\n    to: 2020\n"
    loaded = load(tmp_path, {"goals/ended.yaml": ended + "    direction: higher\n    target_levels:\n" + OLD})
    found = follow(loaded, "forra")
    assert of(found, Kind.KPI) == ["Förra (not in force in 2022)"]
    assert of(found, Kind.LEVEL) == ["at least 50% for 2020, the council 1 November 2019; KF § 9"]


OLD = "      - {year: 2020, kind: at_least, level: 50, decided: 2019-11-01, reference: KF § 9}\n"


def test_an_event_is_followed_to_what_it_touches_and_what_refers_to_it(shipped: Loaded) -> None:
    found = follow(shipped, "covid-19")
    assert found.kind is Kind.EVENT
    assert found.text == "The covid-19 pandemic, 11 March 2020 to 31 March 2022"
    assert {one.id for one in found.branches} == set(shipped.plan.events["covid-19"].kpis)
    assert of(follow(shipped, "fysiska-lan"), Kind.EVENT) == [found.text]


def test_a_carried_text_stands_where_it_was_written(shipped: Loaded) -> None:
    found = next(one for one in lines(follow(shipped, "deltagartillfallen-idrott")) if one.kind is Kind.CAUSE)
    assert "(The text is from 2022T2, signed by " in found.text
    assert found.place.startswith("goals/fritidsnamnden/evaluation-2022T2.yaml:")


def test_a_lesson_is_followed_to_what_it_led_to(shipped: Loaded) -> None:
    found = follow(shipped, "nagon-pa-plats")
    assert of(found, Kind.PROPOSAL) == ["a new action: Personal sena kvällar i en hall, i stället för sex utan."]
    (became,) = of(found, Kind.BECAME)
    assert became.endswith("In the plan: One hall with staff late at night.")
