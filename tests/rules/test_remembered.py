"""Events, carried texts and what lessons propose: where a rule points, and when it is silent."""

from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.rules import check_workspace

PATH = "goals/svar.yaml"
TODAY = date(2023, 3, 31)
EVENT = "events:\n  branden: {title: Brand, kind: internal, date: 2022-03-01}\n"
ANSWER = "evaluations:\n  - {{committee: namnd, period: 2022, kpis: {{nyckeltal: {{{}}}}}}}\n"
GOAL = "evaluations:\n  - {{committee: namnd, period: 2022, goals: {{mal: {{position: Läget, {}}}}}}}\n"
EARLIER = "  - {{committee: namnd, period: {}, kpis: {{nyckeltal: {{{}}}}}}}\n"
LESSON = "evaluations:\n  - committee: namnd\n    period: 2022\n    lessons: {{stod: {{text: Börja tidigare, {}}}}}\n"
PROPOSES = "proposes: {new: kpi, text: Räkna}"
ENDED = "kpis:\n  borta: {title: Borta, goal: mal, unit: percent, decimals: 0, direction: none, to: 2023}\n"


def findings(tmp_path: Path, text: str, today: date | None = TODAY) -> list[Diagnostic]:
    found = check_workspace(load(tmp_path, {PATH: text}), today)
    return [one for one in found if one.span.path == PATH]


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("EVA961", EVENT.replace("03-01", "03-01, to: «2022-02-28», goals: [mal]")),
        ("EVA962", EVENT.replace("2022-03-01", "«2023-04-01», goals: [mal]")),
        ("EVA963", EVENT.replace("branden", "«branden»")),
        ("REF301", EVENT.replace("03-01", "03-01, kpis: [«nyckeltalet»]")),
        ("REF301", EVENT.replace("03-01", "03-01, goals: [«malet»]")),
        ("REF304", EVENT.replace("03-01", "03-01, kpis: [nyckeltal, «nyckeltal»]")),
        ("REF301", ANSWER.format("cause: Branden, events: [«brannden»]")),
        ("EVA964", EVENT.replace("2022-03-01", "2023-01-01") + ANSWER.format("cause: C, events: [«branden»]")),
        ("EVA966", ANSWER.format("carried_from: «2021»")),
        ("EVA966", ANSWER.format("carried_from: «2023»") + EARLIER.format("2023", "cause: C")),
        ("EVA966", ANSWER.format("cause: C, carried_from: «2021»") + EARLIER.format("2021", "cause: C")),
        ("EVA966", GOAL.format("carried_from: «2021»")),
        ("EVA967", ANSWER.format("cause: C, own_and_events: O, carried_from: «2021»")),
        ("EVA971", LESSON.format("feeds: 2024").replace("stod:", "«stod»:")),
        ("EVA972", LESSON.format("feeds: 2024, «proposes»: {text: Räkna}")),
        ("EVA972", LESSON.format("feeds: 2024, «proposes»: {about: mal, new: kpi, text: Räkna}")),
        ("REF301", LESSON.format("feeds: 2024, proposes: {about: «malet», text: Räkna}")),
        ("REF301", LESSON.format(f"feeds: 2024, {PROPOSES}, became: {{status: adopted, led_to: [«malet»]}}")),
        ("EVA973", ENDED + LESSON.format("feeds: 2024, proposes: {about: «borta», text: Räkna}")),
        (
            "EVA973",
            ENDED + LESSON.format(f"feeds: 2024, {PROPOSES}, became: {{status: adopted, led_to: [mal, «borta»]}}"),
        ),
        ("EVA974", LESSON.format(f"feeds: 2024, {PROPOSES}, became: {{status: «adopted»}}")),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text) if one.about != "borta"] == [(code, place)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(EVENT + ANSWER.format("cause: C, events: [branden]"), id="an event that only an answer names"),
        pytest.param(EVENT.replace("03-01", "03-01, to: 2022-03-01, goals: [mal]"), id="an event of one day"),
        pytest.param(
            EVENT.replace("2022-03-01", "2022-12-31") + ANSWER.format("cause: C, events: [branden]"),
            id="an event of the occasion's day",
        ),
        pytest.param(
            EVENT.replace("03-01", "03-01, goals: [mal]") + ANSWER.format("cause: C, events: [branden]"),
            id="an event that touches the KPI's goal",
        ),
        pytest.param(
            ANSWER.format("carried_from: 2021") + EARLIER.format("2021", "cause: C"), id="one of two texts carried"
        ),
        pytest.param(LESSON.format("feeds: 2024, proposes: {about: namnd, text: Mer pengar}"), id="a frame"),
        pytest.param(
            LESSON.format(f"feeds: 2024, {PROPOSES}, became: {{status: refused, text: Ingen råd}}"), id="refused"
        ),
    ],
)
def test_what_a_rule_leaves_alone(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, text) == []


def test_no_event_is_to_come_where_no_clock_is_read(tmp_path: Path) -> None:
    assert findings(tmp_path, EVENT.replace("2022-03-01", "2032-03-01, goals: [mal]"), None) == []


def test_what_an_evaluation_that_cannot_be_read_may_hold_is_not_told_as_missing(tmp_path: Path) -> None:
    broken = "  - {committee: namnd, period: 2021, kpis: {nyckeltal: {cause: C, events: [branden]}}, skrivet: ja}\n"
    found = findings(tmp_path, EVENT + ANSWER.format("carried_from: 2021") + broken)
    assert [one.rule.code for one in found] == ["SCH201"]
