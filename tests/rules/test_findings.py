"""Where each rule points, and what it leaves alone. The rules' own examples are tried in test_every_rule."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.workspaces import load, minimal, without_marks

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.domain import ids
from malstyrning.domain.ids import nearest
from malstyrning.language import Language
from malstyrning.rules import check_workspace

PATH = "goals/a.yaml"
GOAL = "strategic_goals:\n  b: {number: 1.2, title: T, committee: namnd, from: 2020, serves: [overgripande"
KPI = (
    "kpis:\n  k: {title: T, goal: mal, unit: percent, decimals: 1, direction: none, "
    "causal_link: T ger mer C, method: Egen enkät"
)
ACTION = "actions:\n  a: {title: T, goal: mal, status: done"
EVALUATION = "evaluations:\n  - {committee: namnd, period: 2022"
ANOTHER = "committees:\n  andra: {title: T}\n" + EVALUATION.replace("namnd", "andra")
SIGNED = "{body: Nämnden, name: N"
COMMITTEES = "committees:\n  andra:\n    title: T\n    areas: {annat: {title: T}}\n"
SETTINGS = minimal()["malstyrning.yaml"]


def findings(tmp_path: Path, text: str, path: str = PATH) -> list[Diagnostic]:
    """What is wrong. Advice on what the short texts here leave out has tests of its own."""
    return [one for one in check_workspace(load(tmp_path, {path: text})) if one.rule.severity > Severity.ADVICE]


def goal(serves: str, overall: str) -> str:
    """A strategic goal from 2020 on, and the years of an overall goal."""
    return (
        f"overall_goals:\n  a: {{number: 2, title: T, {overall}}}\n"
        "strategic_goals:\n  b:\n    number: 2.1\n    title: T\n    committee: namnd\n    from: 2020\n"
        f"    {serves}: [a]\n"
    )


def levels(direction: str, *levels: str, kpi: str = "target_levels") -> str:
    head = (
        f"kpis:\n  k:\n    title: T\n    goal: mal\n    unit: percent\n    decimals: 1\n    direction: {direction}\n"
        "    causal_link: T ger mer C\n    method: Egen enkät\n"
    )
    return head + f"    {kpi}:\n" + "".join(f"      - {{year: 2022, {one}}}\n" for one in levels)


def level(text: str, decided: str = "2021-11-15") -> str:
    return f"decided: {decided}, reference: KF, kind: {text}"


def first_served(overall: str) -> str:
    """A goal that serves first an overall goal with these years, and then one that is always in force."""
    return goal("serves", overall).replace(": [a]", ": [«a», overgripande]")


def ended(owner: str, committee: str) -> str:
    """A goal from 2020 on, and the committee that it is of."""
    return (
        f"committees:\n  gammal: {{title: {committee}}}\n"
        f"strategic_goals:\n  b: {{number: 2.1, title: T, {owner}, from: 2020, serves: [overgripande]}}\n"
    )


def frame(amount: str, areas: str, change: str = "", date: str = "2022-06-20") -> str:
    changes = f", changes: [{{date: {date}, areas: {change}}}]" if change else ""
    return (
        f"budget_frames:\n  - {{committee: namnd, year: 2022, amount: {amount}, decided: 2021-11-15, "
        f"areas: {areas}{changes}}}\n"
    )


CASES = [
    # references
    ("a successor", "REF301", "committees:\n  andra: {title: T, successor: «nmnd»}\n"),
    ("what replaced a committee", "REF301", "committees:\n  andra: {title: T, replaced_by: «omrade»}\n"),
    ("what replaced an area", "REF301", COMMITTEES.replace("title: T}}", "title: T, replaced_by: «namnd»}}")),
    ("what replaced an overall goal", "REF301", goal("serves", "replaced_by: «mal»")),
    ("a goal's committee", "REF301", GOAL.replace("namnd", "«omrade»") + "]}\n"),
    ("an overall goal", "REF301", GOAL + ", «mal»]}\n"),
    ("a goal's area", "REF301", GOAL + "], areas: [«skola»]}\n"),
    ("what replaced a goal", "REF301", GOAL + "], replaced_by: «c»}\n"),
    ("a KPI's goal", "REF301", KPI.replace(": mal", ": «overgripande»") + "}\n"),
    ("a KPI's group", "REF301", KPI + ", groups: [«lan»]}\n"),
    ("what replaced a KPI", "REF301", KPI + ", replaced_by: «l»}\n"),
    ("an action's goal", "REF301", ACTION.replace("mal", "«nyckeltal»") + "}\n"),
    ("an action's KPI", "REF301", ACTION + ", kpis: [nyckeltal, «mal»]}\n"),
    ("the KPI of an effect", "REF301", ACTION + ", expected_effect: {kpi: «k», change: 1, by: 2023}}\n"),
    ("what replaced an action", "REF301", ACTION + ", replaced_by: «b»}\n"),
    ("the committee of a frame", "REF301", frame("10", "{omrade: 10}").replace("namnd", "«mal»")),
    ("an area of a frame", "REF301", frame("10", "{omrade: 10, «skola»: 0}")),
    ("an area of a change", "REF301", frame("10", "{omrade: 10}", "{omrade: 0, «skola»: 0}")),
    ("a goal that was answered for", "REF301", EVALUATION + ", goals: {mal: {}, «overgripande»: {}}}\n"),
    ("a KPI that was answered for", "REF301", EVALUATION + ", kpis: {«mal»: {}}}\n"),
    ("an action that was answered for", "REF301", EVALUATION + ", actions: {«a»: {}}}\n"),
    ("a committee that answered", "REF301", EVALUATION.replace("namnd", "«mal»") + "}\n"),
    ("an area of another in a goal", "REF302", COMMITTEES + GOAL + "], areas: [omrade, «annat»]}\n"),
    ("an area of another in a frame", "REF302", COMMITTEES + frame("10", "{omrade: 10, «annat»: 0}")),
    ("an area of another in a change", "REF302", COMMITTEES + frame("10", "{omrade: 10}", "{«annat»: 0}")),
    ("a goal of another committee", "REF303", ANOTHER + ", goals: {«mal»: {status: reached}}}\n"),
    ("a KPI of another committee's goal", "REF303", ANOTHER + ", kpis: {«nyckeltal»: {}}}\n"),
    ("an action of another committee's goal", "REF303", ACTION + "}\n" + ANOTHER + ", actions: {«a»: {}}}\n"),
    ("an overall goal served twice", "REF304", GOAL + ", «overgripande»]}\n"),
    ("a goal's area twice", "REF304", GOAL + "], areas: [omrade, «omrade»]}\n"),
    ("an action's KPI twice", "REF304", ACTION + ", kpis: [nyckeltal, «nyckeltal»]}\n"),
    ("an overall goal that replaces itself", "REF305", goal("serves", "replaced_by: «a»")),
    (
        "a committee that succeeds itself",
        "REF305",
        COMMITTEES.replace("title: T\n", "title: T\n    successor: «andra»\n"),
    ),
    ("an area that replaces itself", "REF305", COMMITTEES.replace("title: T}}", "title: T, replaced_by: «annat»}}")),
    ("a goal that replaces itself", "REF305", GOAL + "], replaced_by: «b»}\n"),
    ("a KPI that replaces itself", "REF305", KPI + ", replaced_by: «k»}\n"),
    ("an action that replaces itself", "REF305", ACTION + ", replaced_by: «a»}\n"),
    # goals
    ("a strategic goal's number", "GOA401", GOAL.replace("1.2", "«1»") + "]}\n"),
    (
        "the number of a goal that has ended",
        "GOA401",
        "overall_goals:\n  a: {number: 2, title: T, to: 2019}\n  b: {number: «2», title: T, from: 2020}\n",
    ),
    ("a goal that serves one that has ended", "GOA402", goal("«serves»", "to: 2021")),
    ("a goal that serves one not yet begun", "GOA402", goal("«serves»", "from: 2021")),
    # years
    ("an overall goal of no year", "GOA403", "overall_goals:\n  a: {number: 2, title: T, from: 2022, to: «2021»}\n"),
    (
        "a committee of no year",
        "GOA403",
        COMMITTEES.replace("title: T\n", "title: T\n    from: 2022\n    to: «2021»\n"),
    ),
    ("an area of no year", "GOA403", COMMITTEES.replace("title: T}}", "title: T, from: 2022, to: «2021»}}")),
    ("a goal of no year", "GOA403", GOAL + "], to: «2019»}\n"),
    ("a KPI of no year", "GOA403", KPI + ", from: 2022, to: «2021»}\n"),
    ("an action of no year", "GOA403", ACTION + ", from: 2022, to: «2021»}\n"),
    ("a KPI before its goal", "GOA404", KPI + ", from: «2019»}\n"),
    ("a KPI after its goal", "GOA404", GOAL + "], to: 2022}\n" + KPI.replace(": mal", ": b") + ", to: «2023»}\n"),
    ("an action before its goal", "GOA404", ACTION + ", from: «2019»}\n"),
    ("a goal that moves when the first has ended", "GOA405", first_served("to: 2021")),
    ("a goal that moves before the first begins", "GOA405", first_served("from: 2022")),
    ("a committee that has ended", "GOA406", ended("committee: «gammal»", "T, to: 2021")),
    ("a committee that has not begun", "GOA406", ended("committee: «gammal»", "T, from: 2021")),
    (
        "an area that has ended",
        "GOA406",
        ended("committee: gammal, areas: [«vag»]", "T, areas: {vag: {title: T, to: 2021}}"),
    ),
    ("an end before the start", "GOA407", ACTION + ", started: 2022-06-20, finished: «2022-06-19»}\n"),
    # target levels
    ("at least with lower", "TAR601", levels("lower", level("«at_least», level: 1"))),
    ("at most with higher", "TAR601", levels("higher", level("«at_most», level: 1"))),
    ("between with higher", "TAR601", levels("higher", level("«between», lower: 1, upper: 2"))),
    ("at most with range", "TAR601", levels("range", level("«at_most», level: 1"))),
    ("no direction", "TAR602", levels("none", level("at_most, level: 1"), kpi="«target_levels»")),
    ("too precise a level", "TAR603", levels("higher", level("at_least, level: «90.25»"))),
    ("too precise a tolerance", "TAR603", levels("higher", level("at_least, level: 90, tolerance: «0.25»"))),
    ("too precise a lower end", "TAR603", levels("range", level("between, lower: «1.25», upper: 2"))),
    ("too precise an upper end", "TAR603", levels("range", level("between, lower: 1, upper: «2.25»"))),
    ("an empty range", "TAR604", levels("range", level("between, lower: «2», upper: 1.9"))),
    (
        "two levels at once",
        "TAR605",
        levels("higher", level("at_least, level: 90"), level("at_least, level: 91", "«2021-11-15»")),
    ),
    (
        "a baseline after the last level",
        "TAR606",
        levels("higher", level("at_least, level: 90")) + "    baseline: {year: «2023», value: 90}\n",
    ),
    ("more than the whole", "TAR607", levels("higher", level("at_least, level: «100.1»"))),
    ("less than nothing", "TAR607", levels("range", level("between, lower: «-0.1», upper: 2"))),
    # budget
    ("areas that are less than the frame", "BUD701", frame("«12»", "{omrade: 10}")),
    ("areas that are more than the frame", "BUD701", frame("«12»", "{omrade: 12.1}")),
    ("a change after the year", "BUD704", frame("10", "{omrade: 10}", "{omrade: 1}", "«2023-01-01»")),
    ("a change before the year", "BUD704", frame("10", "{omrade: 10}", "{omrade: 1}", "«2021-12-31»")),
    # answers
    ("signed before the end of the period", "EVA901", EVALUATION + f", signed: {SIGNED}, date: «2022-12-30»}}}}\n"),
    ("a goal that was not in force yet", "EVA902", EVALUATION.replace("2022", "2019") + ", goals: {«mal»: {}}}\n"),
    ("a KPI of such a goal", "EVA902", EVALUATION.replace("2022", "2019") + ", kpis: {«nyckeltal»: {}}}\n"),
    ("an action that has ended", "EVA902", ACTION + ", to: 2021}\n" + EVALUATION + ", actions: {«a»: {}}}\n"),
]


@pytest.mark.parametrize(("code", "marked"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_a_rule_points_at_its_place(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(SETTINGS.replace('"9999"', '«"0000"»'), id="the workspace's own organisation"),
        pytest.param(
            SETTINGS + 'groups:\n  lan: {title: T, members: ["9999", «"0000"»], as_of: 2022}\n',
            id="a member of a group",
        ),
    ],
)
def test_a_name_in_the_settings(tmp_path: Path, marked: str) -> None:
    path = "malstyrning.yaml"
    text, place = without_marks(path, marked)
    found = [one for one in findings(tmp_path, text, path) if one.span.path == path]
    assert [(one.rule.code, one.span) for one in found] == [("REF301", place)]


def test_a_member_of_a_group_stands_once(tmp_path: Path) -> None:
    path = "malstyrning.yaml"
    group = 'groups:\n  lan: {title: T, members: ["9999", «"9999"»], as_of: 2022}\n'
    text, place = without_marks(path, SETTINGS + group)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text, path)] == [("REF304", place)]


def test_a_circle_is_told_at_each_of_its_links_and_nowhere_else(tmp_path: Path) -> None:
    goals = "".join(
        f"  {one}: {{number: {number}, title: T, replaced_by: {after}}}\n"
        for number, (one, after) in enumerate([("a", "b"), ("b", "c"), ("c", "b")], 2)
    )
    found = [one for one in findings(tmp_path, f"overall_goals:\n{goals}") if one.rule.code == "REF305"]
    assert [one.message[Language.EN] for one in found] == [
        "The replacement goes in a circle: b → c → b",
        "The replacement goes in a circle: c → b → c",
    ]


def test_a_long_circle_is_told_in_short_and_a_long_chain_not_at_all(tmp_path: Path) -> None:
    """As long as a file can make it: each link is followed once, not once for each that leads to it."""
    pairs = [(f"a{n}", f"a{(n + 1) % 3000}") for n in range(3000)] + [(f"b{n}", f"b{n + 1}") for n in range(3000)]
    goals = "".join(
        f"  {one}: {{number: 2, title: T, replaced_by: {after}}}\n" for one, after in [*pairs, ("b3000", "a0")]
    )
    loaded = load(tmp_path, {PATH: f"overall_goals:\n{goals}"})
    found = [one for one in check_workspace(loaded) if one.rule.code == "REF305"]
    assert len(found) == 3000
    names = " → ".join(f"a{n}" for n in range(11))
    assert found[0].message[Language.EN] == f"The replacement goes in a circle: {names} → … → a0"


@pytest.mark.parametrize(
    ("area", "year", "codes"),
    [
        ("annat", 2022, []),
        ("utan", 2022, ["BUD702"]),
        pytest.param("senare", 2022, [], id="an area that a change brought in"),
        ("annat", 2021, ["BUD703"]),
    ],
)
def test_an_outcome_of_an_area_outside_the_frame(tmp_path: Path, area: str, year: int, codes: list[str]) -> None:
    areas = "areas: {annat: {title: T}, utan: {title: T}, senare: {title: T}}"
    goals = COMMITTEES.replace("areas: {annat: {title: T}}", areas) + frame("10", "{annat: 10}", "{senare: 1}").replace(
        "namnd", "andra"
    )
    rows = f"committee,area,period,kind,amount\nandra,{area},{year},outcome,10\n"
    told = check_workspace(load(tmp_path, {PATH: goals, "data/budget.csv": rows}))
    found = [one for one in told if one.rule.code in {"BUD702", "BUD703"}]
    assert [(one.rule.code, str(one.span)) for one in found] == [
        (code, f"data/budget.csv:2:{len(f'andra,{area},{year},outcome,') + 1}") for code in codes
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "overall_goals:\n  a: {number: 2, title: T, to: 2021}\n  b: {number: 3, title: T, from: 2022}\n"
            "strategic_goals:\n  c: {number: 2.1, title: T, committee: namnd, serves: [a, b], from: 2020}\n",
            id="one overall goal takes over from another",
        ),
        pytest.param(
            "overall_goals:\n  a: {number: 2, title: T, to: 2021}\n"
            "strategic_goals:\n  c: {number: 2.1, title: T, committee: namnd, serves: [a], from: 2020, to: 2021}\n",
            id="a goal that ends with what it serves",
        ),
        pytest.param(
            levels("higher", level("at_least, level: 90"), level("at_least, level: 91, decided_by: committee")),
            id="council and committee on the same day",
        ),
        pytest.param(
            levels("higher", level("at_least, level: 90"), level("at_least, level: 91", "2022-06-20")),
            id="a revised level",
        ),
        pytest.param(levels("range", level("between, lower: 1, upper: 1")), id="a range of one value"),
        pytest.param(levels("higher", level("at_least, level: 90.5, tolerance: 0.5")), id="as precise as the KPI"),
        pytest.param(frame("10", "{omrade: 10.0}"), id="equal amounts with other decimals"),
        pytest.param(frame("0", "{}"), id="a frame of nothing"),
        pytest.param(
            "overall_goals:\n  a: {number: 2, title: T, from: 2022}\n  b: {number: 3, title: T, to: 2021}\n"
            "strategic_goals:\n  c: {number: 2.1, title: T, committee: namnd, serves: [a, b], from: 2020}\n",
            id="the first takes over from the second",
        ),
        pytest.param(first_served("from: 2020").replace("«a»", "a"), id="the first is in force as long as the goal"),
        pytest.param(GOAL + "], to: 2022}\n" + KPI.replace(": mal", ": b") + "}\n", id="a KPI ends with its goal"),
        pytest.param(KPI + ", from: 2022, to: 2022}\n", id="a KPI of one year"),
        pytest.param(ACTION + ", started: 2022-06-20, finished: 2022-06-20}\n", id="done in a day"),
        pytest.param(
            levels("higher", level("at_least, level: 100")) + "    baseline: {year: 2021, value: 90}\n",
            id="the whole, from a baseline of the year before",
        ),
        pytest.param(
            levels("range", level("between, lower: -5, upper: 120")).replace("percent", "index"), id="no share"
        ),
        pytest.param(EVALUATION + f", signed: {SIGNED}, date: 2022-12-31}}}}\n", id="signed on the last day"),
        pytest.param(frame("10", "{omrade: 10}", "{omrade: 1}", "2022-12-31"), id="a change on the last day"),
    ],
)
def test_what_a_rule_leaves_alone(tmp_path: Path, text: str) -> None:
    assert [str(one.message) for one in findings(tmp_path, text)] == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (KPI.replace(": mal", ": mall") + "}\n", "did you mean mal?"),
        (EVALUATION.replace("namnd", "namnden") + "}\n", "did you mean namnd?"),
        (frame("0", "{omradet: 0}"), "did you mean omrade?"),
        (ACTION + ", kpis: [zzz]}\n", "correct the name, or add what is missing"),
    ],
)
def test_a_name_that_was_probably_meant(tmp_path: Path, text: str, meant: str) -> None:
    (finding,) = findings(tmp_path, text)
    assert finding.help[Language.EN] == meant


def test_one_slip_in_many_places_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(name: str, known: Iterable[str]) -> str | None:
        asked.append(name)
        return nearest(name, known)

    monkeypatch.setattr(ids, "nearest", counting)
    kpis = "".join(KPI.replace(": mal", ": mall").replace("kpis:\n  k", f"  k{number}") + "}\n" for number in range(3))
    found = findings(tmp_path, "kpis:\n" + kpis)
    assert [one.help[Language.EN] for one in found] == ["did you mean mal?"] * 3
    assert asked == ["mall"]


def test_the_words_of_a_finding(tmp_path: Path) -> None:
    text = (
        COMMITTEES
        + goal("areas: [annat]\n    serves", "to: 2021").replace("2.1", "1")
        + frame("12", "{omrade: 10}")
        + levels("higher", level("at_most, level: 1.25"))
    )
    told = {one.rule.code: (one.message[Language.EN], one.help[Language.EN]) for one in findings(tmp_path, text)}
    assert told == {
        "BUD701": (
            "namnd 2022: The areas add up to 10, but the frame is 12",
            "correct the areas' parts or amount; the difference is 2",
        ),
        "GOA401": (
            "The number 1 is already used by overgripande",
            "give the goal a number that has never been used",
        ),
        "GOA402": (
            "b: From 2022 none of the overall goals in serves is in force",
            "end the goal with to, or add an overall goal that is in force",
        ),
        "REF302": (
            "b: annat is an area of andra",
            "choose one of the committee's own areas, or correct committee: namnd",
        ),
        "TAR601": ("k: at_most does not go with direction: higher", "choose kind: at_least, or change direction"),
        "TAR603": (
            "k: level is 1.25 but the KPI has 1 decimal",
            "write level with at most 1 decimal, or change the KPI's decimals",
        ),
    }
