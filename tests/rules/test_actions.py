"""Actions, their effects, the answers about them and the lessons: where a rule points, and when it is silent."""

from datetime import date
from pathlib import Path

import pytest
from tests.workspaces import load, minimal, without_marks

from malstyrning.diagnostics import Diagnostic
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
TODAY = date(2023, 3, 31)
ACTION = "actions:\n  lov:\n    title: T\n    goal: mal\n    owner: O\n    kpis: [nyckeltal]\n    reference: UN § 1\n"
WHOLE = ACTION + "    due: 2023-12-31\n"
EFFECT = "    expected_effect: {{kpi: {}, change: {}, by: {}}}\n"
OTHER_GOAL = (
    "strategic_goals:\n  annat: {number: 1.2, title: T, committee: namnd, serves: [overgripande], from: 2020}\n"
)
SECOND = "kpis:\n  andra: {title: T, goal: mal, unit: index, decimals: 0, direction: lower}\n"
LEARNT = "text: T, proposes: {new: kpi, text: C}"
LESSONS = "    lessons: {{{}: {{text: T, proposes: {{new: kpi, text: C}}{}}}}}\n"
EVALUATION = "evaluations:\n  - committee: namnd\n    period: {}\n"
ANSWER = "    actions: {{lov: {{{}}}}}\n"
CAUSES = "causes: {{done_differently: {}, unforeseen_events: {}, wrong_from_start: not_at_all}}"
SIGNED = "    signed: {body: Nämnden, name: N, date: 2023-02-20}\n"
DONE = WHOLE + "    status: done\n    finished: 2022-12-01\n" + EFFECT.format("nyckeltal", 1, 2022)


def findings(tmp_path: Path, text: str, today: date | None = TODAY) -> list[Diagnostic]:
    found = [one for one in check_workspace(load(tmp_path, {PATH: text}), today) if one.span.path == PATH]
    return [one for one in found if one.rule.code.startswith(("ACT", "EVA", "REF"))]


CASES = [
    (
        "due before the start",
        "ACT441",
        ACTION + "    status: under_way\n    due: «2022-06-30»\n    started: 2022-07-01\n",
    ),
    ("finished and under way", "ACT442", WHOLE + "    status: «under_way»\n    finished: 2022-07-01\n"),
    ("started and proposed", "ACT442", WHOLE + "    status: «proposed»\n    started: 2022-07-01\n"),
    ("decided and proposed", "ACT442", WHOLE + "    status: «proposed»\n    decided: 2022-07-01\n"),
    ("the last day has passed", "ACT443", ACTION + "    status: under_way\n    due: «2023-03-30»\n"),
    ("a proposal whose day has passed", "ACT443", ACTION + "    status: proposed\n    due: «2023-03-30»\n"),
    ("no decision", "ACT444", WHOLE.replace("    reference: UN § 1\n", "") + "    status: «decided»\n"),
    (
        "no one answers for it",
        "ACT445",
        WHOLE.replace("    owner: O\n", "").replace("lov", "«lov»") + "    status: decided\n",
    ),
    ("done, and no one says when", "ACT445", WHOLE.replace("lov", "«lov»") + "    status: done\n"),
    (
        "an effect in another KPI",
        "ACT446",
        SECOND + WHOLE + "    status: decided\n" + EFFECT.format("«andra»", -1, 2023),
    ),
    (
        "an effect under another goal",
        "ACT446",
        OTHER_GOAL
        + WHOLE.replace("goal: mal", "goal: annat").replace("    kpis: [nyckeltal]\n", "")
        + "    status: decided\n"
        + EFFECT.format("«nyckeltal»", 1, 2023),
    ),
    (
        "an effect before the start",
        "ACT447",
        WHOLE + "    status: under_way\n    started: 2023-01-01\n" + EFFECT.format("nyckeltal", 1, "«2022»"),
    ),
    (
        "an effect in a KPI that has ended",
        "ACT447",
        SECOND.replace("lower}", "lower, to: 2022}")
        + WHOLE.replace("nyckeltal", "andra")
        + "    status: decided\n"
        + EFFECT.format("andra", -1, "«2023»"),
    ),
    (
        "an effect on a goal that has ended",
        "ACT447",
        OTHER_GOAL.replace("2020}", "2020, to: 2022}")
        + WHOLE.replace("goal: mal", "goal: annat")
        + "    status: decided\n"
        + EFFECT.format("nyckeltal", 1, "«2023»"),
    ),
    (
        "an effect after the horizon",
        "ACT447",
        OTHER_GOAL.replace("2020}", "2020, horizon: 2025}")
        + WHOLE.replace("goal: mal", "goal: annat")
        + "    status: decided\n"
        + EFFECT.format("nyckeltal", 1, "«2026»"),
    ),
    ("an effect that is worse", "ACT448", WHOLE + "    status: decided\n" + EFFECT.format("nyckeltal", "«-1»", 2023)),
    (
        "an effect that is more where less is better",
        "ACT448",
        SECOND + WHOLE.replace("nyckeltal", "andra") + "    status: decided\n" + EFFECT.format("andra", "«1»", 2023),
    ),
    ("an effect of nothing", "ACT449", WHOLE + "    status: decided\n" + EFFECT.format("nyckeltal", "«0»", 2023)),
    ("too small an effect", "ACT449", WHOLE + "    status: decided\n" + EFFECT.format("nyckeltal", "«0.09»", 2023)),
    ("no year", "EVA903", EVALUATION.format(2022) + LESSONS.format("«en»", "")),
    ("the same year", "EVA904", EVALUATION.format("2022T1") + LESSONS.format("en", ", feeds: «2022»")),
    ("a decided budget", "EVA905", EVALUATION.format("2022T3") + LESSONS.format("en", ", feeds: «2023»")),
    (
        "four lessons",
        "EVA906",
        EVALUATION.format(2022)
        + "    «lessons»:\n"
        + "".join(f"      nummer-{one}: {{{LEARNT}, feeds: 2024}}\n" for one in ("ett", "tva", "tre", "fyra")),
    ),
    ("no cause", "EVA907", DONE + EVALUATION.format(2022) + ANSWER.format("effect: «none»")),
    (
        "no cause that explains",
        "EVA907",
        DONE + EVALUATION.format(2022) + ANSWER.format("effect: «none», " + CAUSES.format("not_at_all", "not_at_all")),
    ),
    (
        "causes of an effect that is too early to see",
        "EVA908",
        DONE
        + EVALUATION.format(2022)
        + ANSWER.format("effect: too_early, " + CAUSES.format("some", "some").replace("causes", "«causes»")),
    ),
    (
        "more than the whole",
        "EVA909",
        DONE
        + EVALUATION.format(2022)
        + ANSWER.format("effect: none, " + CAUSES.format("wholly", "wholly").replace("causes", "«causes»")),
    ),
    (
        "an effect before the start of the action",
        "EVA910",
        DONE + "    started: 2022-09-01\n" + EVALUATION.format("2022T2") + ANSWER.format("effect: «as_expected»"),
    ),
    (
        "an effect of a proposal",
        "EVA910",
        WHOLE
        + "    status: proposed\n"
        + EFFECT.format("nyckeltal", 1, 2023)
        + EVALUATION.format(2022)
        + ANSWER.format("effect: «as_expected»"),
    ),
    (
        "an effect that no one expected",
        "EVA911",
        DONE.partition("    expected_effect")[0] + EVALUATION.format(2022) + ANSWER.format("effect: «as_expected»"),
    ),
    ("a yes without words", "EVA912", EVALUATION.format(2022) + "    reprioritise: {answer: «yes»}\n"),
    ("no answer", "EVA912", EVALUATION.format(2022) + SIGNED.replace("signed", "«signed»")),
    ("0 and o", "REF320", "overall_goals:\n  mal-o: {number: 2, title: T}\n  «mal-0»: {number: 3, title: T}\n"),
    ("1 and l, in areas", "REF320", "committees:\n  n: {title: T, areas: {a-1: {title: T}, «a-l»: {title: T}}}\n"),
    ("rn and m", "REF320", "overall_goals:\n  barn: {number: 2, title: T}\n  «bam»: {number: 3, title: T}\n"),
    ("a hyphen", "REF320", "overall_goals:\n  ak-9: {number: 2, title: T}\n  «ak9»: {number: 3, title: T}\n"),
]


@pytest.mark.parametrize(("code", "marked"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ACTION + "    status: under_way\n    due: 2023-03-31\n", id="the last day"),
        pytest.param(ACTION + "    status: under_way\n    due: 2023-03-01\n    example: true\n", id="an invented one"),
        pytest.param(ACTION + "    status: under_way\n    due: 2023-03-01\n    to: 2023\n", id="one that has ended"),
        pytest.param(
            ACTION + "    status: stopped\n    due: 2022-06-30\n    finished: 2022-02-01\n", id="a stopped one"
        ),
        pytest.param("actions:\n  lov: {title: T, goal: mal, status: proposed}\n", id="a mere proposal"),
        pytest.param("actions:\n  lov: {title: T, goal: mal, status: done, to: 2022}\n", id="ended long ago"),
        pytest.param(
            WHOLE + "    status: stopped\n" + EFFECT.format("nyckeltal", -1, 2023), id="the effect of a stopped one"
        ),
        pytest.param(
            WHOLE + "    status: decided\n" + EFFECT.format("nyckeltal", 0.1, 2023), id="the least that shows"
        ),
        pytest.param(
            WHOLE.replace("    kpis: [nyckeltal]\n", "")
            + "    status: decided\n"
            + EFFECT.format("nyckeltal", 1, 2023),
            id="a KPI of the goal",
        ),
        pytest.param(
            SECOND.replace("lower", "none")
            + WHOLE.replace("nyckeltal", "andra")
            + "    status: decided\n"
            + EFFECT.format("andra", -1, 2023),
            id="a KPI without direction",
        ),
        pytest.param(EVALUATION.format("2022T2") + LESSONS.format("en", ", feeds: 2023"), id="the next budget"),
        pytest.param(DONE + EVALUATION.format(2022) + ANSWER.format("text: T"), id="no effect told yet"),
        pytest.param(
            WHOLE + "    status: decided\n    to: 2023\n" + EFFECT.format("nyckeltal", 1, 2035),
            id="the effect of an action that was ended",
        ),
        pytest.param(
            DONE
            + EVALUATION.format(2022)
            + ANSWER.format("effect: as_expected, " + CAUSES.format("not_at_all", "not_at_all")),
            id="causes that explain nothing of an effect that came",
        ),
        pytest.param(
            DONE + EVALUATION.format(2022) + ANSWER.format("effect: none, " + CAUSES.format("wholly", "not_at_all")),
            id="the whole cause",
        ),
        pytest.param(EVALUATION.format(2022), id="no answer yet"),
        pytest.param(
            "overall_goals:\n  mal-1-1: {number: 2, title: T}\n  mal-11: {number: 3, title: T}\n", id="two numbers"
        ),
        pytest.param(
            "overall_goals:\n  vagar: {number: 2, title: T}\n  vaggar: {number: 3, title: T}\n", id="two short words"
        ),
        pytest.param(
            "overall_goals:\n  ak-9: {number: 2, title: T, to: 2020}\n  ak9: {number: 3, title: T}\n", id="one in use"
        ),
        pytest.param(
            "overall_goals:\n  mal-l: {number: 2, title: T}\n" + SECOND.replace("andra", "mal-1"), id="of two kinds"
        ),
    ],
)
def test_what_a_rule_leaves_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, text)] == []


def test_without_a_clock_nothing_is_late(tmp_path: Path) -> None:
    assert findings(tmp_path, ACTION + "    status: under_way\n    due: 2020-03-30\n", today=None) == []


def test_the_other_place_is_told(tmp_path: Path) -> None:
    (dated,) = findings(tmp_path, WHOLE + "    status: under_way\n    finished: 2022-07-01\n")
    (worse,) = findings(tmp_path, WHOLE + "    status: decided\n" + EFFECT.format("nyckeltal", -1, 2023))
    (alike,) = findings(tmp_path, "overall_goals:\n  ak-9: {number: 2, title: T}\n  ak9: {number: 3, title: T}\n")
    told = [
        (one.related[0].span.path, one.related[0].span.line, one.related[0].note.en) for one in (dated, worse, alike)
    ]
    direction = minimal()["goals/base.yaml"].splitlines().index("    direction: higher") + 1
    assert told == [
        (PATH, 10, "the date is here"),
        ("goals/base.yaml", direction, "the direction is here"),
        (PATH, 2, "the other one is here"),
    ]


def test_what_a_finding_says(tmp_path: Path) -> None:
    text = (
        OTHER_GOAL.replace("2020}", "2020, horizon: 2025}")
        + WHOLE.replace("goal: mal", "goal: annat")
        + "    status: decided\n"
        + EFFECT.format("nyckeltal", 0, 2026)
        + EVALUATION.format("2022T1")
        + LESSONS.format("en", ", feeds: 2021")
    )
    assert {one.rule.code: (one.message[Language.SV], one.help[Language.SV]) for one in findings(tmp_path, text)} == {
        "ACT447": (
            "lov: Effekten väntas 2026, men målet annat ser fram till 2025",
            "skriv ett annat år i by, eller rätta horizon",
        ),
        "ACT449": (
            "lov: Effekten 0 är mindre än 0.1, det minsta som nyckeltal visar",
            "ta bort expected_effect: utan den väntas ingen mätbar effekt",
        ),
        "EVA904": ("namnd 2022T1: Lärdomen är från 2022T1, men ska in i planen för 2021", "skriv feeds: 2023"),
    }
