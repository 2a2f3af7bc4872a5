"""What is wrong with an object's keys and values, each with its exact place."""

from pathlib import Path

import pytest
from tests.workspaces import load, without_marks

from malstyrning.diagnostics import Diagnostic, Span, has_errors
from malstyrning.language import Language, Text
from malstyrning.load.forms import EXPECTED

GOAL = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n"
KPI = """\
kpis:
  trygghet:
    title: Trygghet
    goal: mal
    unit: percent
    decimals: 1
    direction: higher
"""
LEVEL = KPI + "    target_levels:\n      - "
ACTION = "actions:\n  lovskola:\n    title: Lovskola\n    goal: mal\n    status: done\n"
YEAR = "year: 2022, decided: 2021-11-15}\n"  # the rest of a level
AREAS = "    areas: {omrade: 10}\n"
FRAME = "budget_frames:\n  - committee: namnd\n    year: 2022\n    amount: 10\n    decided: 2021-11-15\n"
EVALUATION = "evaluations:\n  - committee: namnd\n    period: 2022\n"
PATH = "goals/example.yaml"


def findings(tmp_path: Path, text: str, path: str = PATH) -> list[Diagnostic]:
    return [*load(tmp_path, {path: text}).diagnostics]


def shown(finding: Diagnostic) -> str:
    """Code and place: `SCH203 3:13-16`."""
    span = finding.span
    assert span.line == span.end_line
    return f"{finding.rule.code} {span.line}:{span.column}-{span.end_column}"


# The code of each mistake, and the file with the place of the finding between « and ».
CASES = [
    # keys
    ("an unknown key", "SCH201", GOAL + "    «titel»: Två\n"),
    ("an unknown section", "SCH201", "«goal»:\n  a: {}\n"),
    ("a key of another kind of level", "SCH201", LEVEL + "{kind: at_least, level: 1, «lower»: 2, " + YEAR),
    (
        "an unknown key further in",
        "SCH201",
        KPI + "    baseline: {year: 2019, value: 83.5, «to»: 2}\n",
    ),
    ("an unknown key with a mapping", "SCH201", GOAL + "    «titel»: {}\n"),
    ("an unknown key without value", "SCH201", GOAL + "    «titel»:\n"),
    ("an unknown cause", "SCH201", EVALUATION + "    actions:\n      lovskola: {causes: {«weather»: some}}\n" + ACTION),
    ("a missing key", "SCH202", "overall_goals:\n  «livsmiljo»:\n    number: 2\n"),
    ("a missing key further in", "SCH202", KPI + "    «baseline»: {year: 2019}\n"),
    ("a missing level", "SCH202", LEVEL + "«{»kind: at_least, " + YEAR),
    ("a level without kind", "SCH202", LEVEL + "«{»level: 90, " + YEAR),
    ("a frame without areas", "SCH202", FRAME.replace("committee", "«c»ommittee")),
    # forms
    ("a number of a goal", "SCH203", GOAL.replace("2", "«två»")),
    ("a number with a zero first", "SCH203", GOAL.replace("2", "«2.01»")),
    ("a number of four parts", "SCH203", GOAL.replace("2", "«1.2.3.4»")),
    ("a level with a zero first", "SCH203", LEVEL + "{kind: at_least, level: «010», " + YEAR),
    ("decimals with a zero first", "SCH203", KPI.replace("1", "«01»")),
    ("a text that a colon parts", "SCH203", GOAL.replace("title: Attraktiva livsmiljöer", "«title»: {Mål: nu}")),
    ("a year of two digits", "SCH203", GOAL + "    from: «22»\n"),
    ("a year in other digits", "SCH203", GOAL + "    from: «２０２２»\n"),
    ("a year too far", "SCH203", GOAL + "    to: «2100»\n"),
    ("a date in another form", "SCH203", GOAL + "    decided: «15/11 2022»  # en anmärkning\n"),
    ("a day that does not exist", "SCH203", GOAL + "    decided: «2022-02-30»\n"),
    ("a text that a comma parts", "SCH203", GOAL.replace("title: A", "«title»: {sv: Ja, men, en: A}  # ")),
    ("a flag", "SCH203", GOAL + "    example: «yes»\n"),
    ("a list as a text", "SCH203", GOAL.replace("title: Attraktiva livsmiljöer", "«title»: [ett]")),
    ("a third language", "SCH201", GOAL.replace("Attraktiva livsmiljöer", "{sv: Mål, «de»: Ziel}")),
    ("an empty translation", "SCH203", GOAL.replace("Attraktiva livsmiljöer", "{sv: «''»}")),
    ("a list as a translation", "SCH203", GOAL.replace("Attraktiva livsmiljöer", "{sv: Mål, «en»: []}")),
    ("an empty text", "SCH203", GOAL.replace("Attraktiva livsmiljöer", "«' '»")),
    ("an escape in a text", "LAY113", GOAL.replace("Attraktiva livsmiljöer", '«"\\e[2J"»')),
    ("two lines for one", "SCH203", GOAL + "    source: «|»\n      ett\n      två\n"),
    ("decimals that are no whole number", "SCH203", KPI.replace("1", "«1.5»")),
    ("too many decimals", "SCH203", KPI.replace("1", "«7»")),
    ("too long a lag", "SCH203", KPI + "    lag: «3»\n"),
    ("an id of Kolada", "SCH203", KPI + "    kolada: «n15419»\n"),
    ("a negative interval", "SCH203", KPI + "    change_interval: «-1»\n"),
    ("a number for a mapping", "SCH203", KPI + "    baseline: «83.5»\n"),
    ("a mapping for a list", "SCH203", KPI + "    «target_levels»: {year: 2022}\n"),
    ("a decimal comma", "SCH203", LEVEL + "{kind: at_least, level: «'95,5'», " + YEAR),
    ("a thin space", "SCH203", LEVEL + "{kind: at_least, level: «1\u2009000», " + YEAR),
    ("a year for a level", "SCH203", LEVEL + "«2022»\n"),
    ("a section that is a text", "SCH203", "kpis: «trygghet»\n"),
    ("a section that is a list", "SCH203", "«kpis»: [trygghet]\n"),
    ("a list that is a mapping", "SCH203", "«budget_frames»: {namnd: 1}\n"),
    ("an object that is a text", "SCH203", "kpis: {trygghet: «1»}\n"),
    ("an item that is a text", "SCH203", "budget_frames: [«namnd»]\n"),
    ("a file that is a text", "SCH203", "«bara text»\n"),
    ("a file that is a list", "SCH203", "«-» ett\n"),
    ("true for yes", "SCH203", EVALUATION + "    reprioritise: {answer: «true»}\n"),
    ("a list for an id", "SCH203", KPI.replace("goal: mal", "«goal»: [mal]")),
    # choices
    ("a direction", "SCH204", KPI.replace("higher", "«up»")),
    ("a unit", "SCH204", KPI.replace("percent", "«procent»")),
    ("half a unit of our own", "SCH204", KPI.replace("unit: percent", "«unit»: {sv: kWh}")),
    ("an item of a list", "SCH204", KPI + "    reported_in: [t1, «t4»]\n"),
    ("a list for a word", "SCH204", KPI + "    «measured»: [yearly]\n"),
    ("a kind of level", "SCH204", LEVEL + "{kind: «minst», level: 90, " + YEAR),
    ("a list as a kind of level", "SCH204", LEVEL + "{«kind»: [minst], level: 90, " + YEAR),
    ("a status further in", "SCH204", EVALUATION + "    goals:\n      mal: {status: «god»}\n"),
    # ids
    ("a bad id", "SCH206", GOAL.replace("livsmiljo:", "«Livsmiljö»:")),
    ("an id of digits without quotes", "SCH205", GOAL.replace("livsmiljo:", "«2022»:")),
    ("an organisation without quotes", "SCH205", "organisations:\n  «0127»: {name: B, kind: municipality}\n"),
    ("an organisation by its name", "SCH206", "organisations:\n  «Botkyrka»: {name: B, kind: municipality}\n"),
    ("a bad id as a value", "SCH206", KPI.replace("goal: mal", "goal: «Mål»")),
    ("digits without quotes as a value", "SCH205", KPI.replace("goal: mal", "goal: «2022»")),
    ("a bad id in a list", "SCH206", ACTION + "    kpis: [nyckeltal, «A»]\n"),
    ("a bad id as a key", "SCH206", FRAME + "    areas: {omrade: 10, «Annat»: 0}\n"),
    ("digits without quotes as a key", "SCH205", FRAME + "    areas: {omrade: 10, «12»: 0}\n"),
    # nothing
    ("a required key without value", "SCH207", "overall_goals:\n  livsmiljo:\n    number: 2\n    «title»:\n"),
    ("any key without value", "SCH207", GOAL + "    «from»:\n"),
    ("a flag without value", "SCH207", GOAL + "    «example»:\n"),
    ("a choice without value", "SCH207", KPI + "    «measured»:\n"),
    ("a mapping without value", "SCH207", KPI + "    «baseline»:\n"),
    ("an object without keys", "SCH207", "overall_goals:\n  «livsmiljo»:\n"),
    ("a section without objects", "SCH207", "«overall_goals»:\n"),
    ("a kind without value", "SCH207", LEVEL + "{«kind»: , level: 90, " + YEAR),
    ("a list that must have an item", "SCH207", KPI + "    «reported_in»: []\n"),
    # twice
    ("an id of another kind", "SCH208", "overall_goals:\n  «mal»:\n    number: 2\n    title: T\n"),
    (
        "an area of another committee",
        "SCH208",
        "committees:\n  b:\n    title: T\n    areas: {«omrade»: {title: T}}\n",
    ),
    ("a lesson called like a goal", "SCH208", EVALUATION + "    lessons: {«mal»: {text: T}}\n"),
    ("a second frame", "SCH209", FRAME + AREAS + FRAME[15:].replace("namnd", "«namnd»") + AREAS),
    ("a second evaluation", "SCH209", EVALUATION + EVALUATION[13:].replace("namnd", "«namnd»")),
]


@pytest.mark.parametrize(("code", "marked"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, code: str, marked: str) -> None:
    text, place = without_marks(PATH, marked)
    assert [(one.rule.code, one.span) for one in findings(tmp_path, text)] == [(code, place)]


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = """\
overall_goals:
  Livsmiljö: {number: 2, title: T}
  skola: {numer: 3, title: T, from: 22}
kpis:
  trygghet:
    title:
    goal: mal
    unit: procent
    decimals: 1
    target_levels:
      - {year: 22, kind: at_least, level: 9o, decided: 2021-11-15}
      - {year: 2022, kind: at_last, level: 90, decided: 2021-11-15}
action: {}
"""
    assert [shown(one) for one in findings(tmp_path, text)] == [
        "SCH206 2:3-12",
        "SCH202 3:3-8",  # number
        "SCH201 3:11-16",
        "SCH203 3:37-39",
        "SCH202 5:3-11",  # direction
        "SCH207 6:5-10",
        "SCH204 8:11-18",
        "SCH203 11:16-18",
        "SCH203 11:43-45",
        "SCH204 12:28-35",
        "SCH201 13:1-7",
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (GOAL + "    discription: Hela Nacka\n", "description"),
        ("kpi:\n  a: {}\n", "kpis"),
        (KPI.replace("percent", "percentage_point"), "percentage_points"),
        (KPI.replace("higher", "hihger"), "higher"),
        (LEVEL + "{kind: at_last, level: 90, " + YEAR, "at_least"),
        (EVALUATION + "    actions: {lovskola: {causes: {unforseen_events: some}}}\n" + ACTION, "unforeseen_events"),
        (EVALUATION + "    goals: {mal: {conditions_met: parly}}\n", "partly"),
    ],
)
def test_did_you_mean(tmp_path: Path, text: str, meant: str) -> None:
    (finding,) = findings(tmp_path, text)
    assert finding.cure is not None
    assert (finding.cure.sv, finding.cure.en) == (f"menade du {meant}?", f"did you mean {meant}?")


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        pytest.param(GOAL + "    zzz: 1\n", "the keys here are from, to, replaced_by", id="the keys of the object"),
        pytest.param(
            KPI + "    baseline: {year: 2019, value: 1, zzz: 2}\n", "the keys here are year, value", id="further in"
        ),
        pytest.param(
            "overall_goals:\n  livsmiljo:\n    number: 2\n", "'title: …' (a text", id="the form of a missing key"
        ),
        pytest.param(KPI.replace("    direction: higher\n", ""), "(higher, lower, range, none)", id="its choices"),
        pytest.param(
            KPI.replace("    unit: percent\n", ""),
            "(a unit, such as percent, or one of your own: {sv: kWh, en: kWh})",
            id="its unit",
        ),
        pytest.param(LEVEL + "{level: 90, " + YEAR, "(at_least, at_most, between, rank_at_most", id="its kind"),
        pytest.param(FRAME, "(keys with values, on lines without dashes)", id="its keys"),
        pytest.param(GOAL + "    from:\n", "write a year, such as 2022", id="the form of a missing value"),
        pytest.param(KPI + "    measured:\n", "write yearly, half_yearly", id="its words"),
        pytest.param(
            GOAL.replace("title: A", "title: {sv: Ja, men, en: A} # "), "write quotes around", id="quotes of a text"
        ),
        pytest.param(LEVEL + "2022\n", "write keys with values, on lines without dashes", id="a level's keys"),
        pytest.param(LEVEL + "{kind: , level: 1, " + YEAR, "write at_least, at_most, between", id="a level's kind"),
        pytest.param(KPI + "    reported_in: []\n", "write a list: [a, b], or a dash on each line", id="a list"),
        pytest.param(KPI.replace("higher", "up"), "choose among higher, lower, range, none", id="choices"),
        pytest.param("overall_goals:\n  A: {number: 2, title: T}\n", "lower-case a–z", id="the form of an id"),
        pytest.param("organisations:\n  0127: {name: B, kind: municipality}\n", 'write "0127"', id="quotes"),
    ],
)
def test_the_cure_says_what_to_write(tmp_path: Path, text: str, cure: str) -> None:
    (finding,) = findings(tmp_path, text)
    assert cure in finding.help[Language.EN]


def test_a_long_value_is_cut(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, GOAL + "    decided: " + "x" * 500 + "\n")
    assert finding.message.en == "livsmiljo: decided is " + "x" * 40 + "…"


def test_a_repeated_id_points_at_the_first(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "overall_goals:\n  mal:\n    number: 2\n    title: T\n")
    assert [one.span for one in finding.related] == [Span("goals/base.yaml", 14, 3, 14, 6)]


def test_a_repeated_vision_points_at_the_first(tmp_path: Path) -> None:
    vision = "vision: {text: Öppenhet}\n"
    found = load(tmp_path, {"goals/a.yaml": vision, "goals/b.yaml": vision})
    (finding,) = found.diagnostics
    assert (shown(finding), finding.span.path) == ("SCH208 1:1-7", "goals/b.yaml")
    assert [one.span.path for one in finding.related] == ["goals/a.yaml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("format: 2\norganisation: '9999'\n", "SCH203 1:9-10"),
        ("organisation: '9999'\n", "SCH202 1:1-2"),
        ("format: 1\norganisation: 9999\n", "SCH205 2:15-19"),
        ("format: 1\norganisation: '9999'\nlanguage: no\n", "SCH204 3:11-13"),
        ("format: 1\norganisation: '9999'\nlanguage: [sv]\n", "SCH204 3:1-9"),
        ("format: 1\norganisation: '9999'\nperiod: 2022T4\n", "SCH203 3:9-15"),
        ("format: 1\norganisation: '9999'\nlanuage: sv\n", "SCH201 3:1-8"),
        (
            "format: 1\norganisation: '9999'\ngroups: {lan: {title: L, members: [9999], as_of: 2022}}\n",
            "SCH205 3:36-40",
        ),
        ("format: 1\norganisation: '9999'\ngroups: {lan: {title: L, members: [], as_of: 2022}}\n", "SCH207 3:26-33"),
        ("format: 1\norganisation: '9999'\ngroups: {lan: {title: L, members: alla, as_of: 2022}}\n", "SCH203 3:35-39"),
        (
            "format: 1\norganisation: '9999'\ngroups: {mal: {title: L, members: ['9999'], as_of: 2022}}\n",
            "SCH208 14:3-6",
        ),
        ("[]\n", "SCH203 1:1-2"),
        ("a: [\n", "LAY106 2:1-2"),
    ],
)
def test_the_settings_are_checked_the_same_way(tmp_path: Path, text: str, expected: str) -> None:
    assert [shown(one) for one in findings(tmp_path, text, "malstyrning.yaml")] == [expected]


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ("none", []),
        ("{kpi: k, change: 1, by: 2023}", []),
        ("nothing", [("SCH203", EXPECTED["effect"])]),
        ("{kpi: k, change: 1}", [("SCH202", EXPECTED["year"])]),
        ("", [("SCH207", EXPECTED["effect"])]),
    ],
)
def test_an_effect_is_expected_or_none_is(tmp_path: Path, effect: str, expected: list[tuple[str, Text]]) -> None:
    found = findings(tmp_path, f"actions:\n  a: {{title: A, goal: mal, status: done, expected_effect: {effect}}}\n")
    assert [(one.rule.code, one.facts["expected"]) for one in found] == expected


@pytest.mark.parametrize("text", ["", "\n", "# inget än\n", "---\n"])
def test_empty_settings_lack_what_has_to_be_there(tmp_path: Path, text: str) -> None:
    loaded = load(tmp_path, {"malstyrning.yaml": text})
    assert [(one.rule.code, one.message.en) for one in loaded.diagnostics] == [
        ("SCH202", "The key format is missing"),
        ("SCH202", "The key organisation is missing"),
    ]
    assert has_errors(loaded.diagnostics)
    assert not loaded.complete


def told(tmp_path: Path, text: str) -> list[str]:
    return [f"{one.message.en}; {one.help.en}" for one in findings(tmp_path, text)]


@pytest.mark.parametrize("unit", ["kWh", "{sv: kWh}"])
def test_a_unit_may_be_ones_own(tmp_path: Path, unit: str) -> None:
    (said,) = told(tmp_path, KPI.replace("percent", unit))
    assert said.endswith("per_100000_inhabitants, or write your own: {sv: kWh, en: kWh}")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("{Mål: nu}", "title is {…}; write quotes around a text that has a colon: 'Goal: better'"),
        ("{de: Ziel}", "There is no key de here; the keys here are sv, en"),
        ("{Mål: [nu]}", "There is no key Mål here; the keys here are sv, en"),
        ("{Mål: nu, Medel: sen}", "There is no key Mål here; the keys here are sv, en"),
    ],
)
def test_a_text_that_a_colon_parts_is_told_by_its_cause(tmp_path: Path, value: str, said: str) -> None:
    assert told(tmp_path, KPI.replace("title: Trygghet", f"title: {value}")) == [f"trygghet: {said}"]


def test_a_number_with_a_zero_first_is_told_by_its_cause(tmp_path: Path) -> None:
    text = LEVEL + "{kind: at_least, level: 010, " + YEAR
    assert told(tmp_path, text) == ["trygghet: level is 010; write the number without a zero first"]


def test_a_comma_in_a_text_is_told_also_in_a_longer_one(tmp_path: Path) -> None:
    text = KPI.replace("title: Trygghet", "title: {sv: Behöriga till gymnasiet, årskurs 9, en: Eligible}")
    assert told(tmp_path, text) == [
        "trygghet: title is {…}; write quotes around a text that has a comma: {sv: 'a, b', en: …}"
    ]


def test_only_a_key_that_may_be_left_out_may_be_removed(tmp_path: Path) -> None:
    needed, optional = told(tmp_path, KPI.replace("goal: mal", "goal:") + "    kolada:\n")
    assert "remove the line" in optional
    assert "remove the line" not in needed


def test_a_level_without_kind_tells_what_else_is_missing(tmp_path: Path) -> None:
    said = told(tmp_path, LEVEL + "{level: 90}\n")
    assert [one.split(";")[0] for one in said] == [
        f"trygghet: The key {key} is missing" for key in ("decided", "kind", "year")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "goals/example.yaml is a list; write keys with values, on lines without dashes"),
        ("a\n", "goals/example.yaml is a text; write keys with values, on lines without dashes"),
        ("budget_frames: {a: b}\n", "budget_frames is keys with values; write a list: [a, b], or a dash on each line"),
    ],
)
def test_what_was_found_instead(tmp_path: Path, text: str, said: str) -> None:
    assert told(tmp_path, text) == [said]


def test_a_second_vision_needs_no_other_id(tmp_path: Path) -> None:
    vision = "vision: {text: Öppenhet}\n"
    (finding,) = load(tmp_path, {"goals/a.yaml": vision, "goals/b.yaml": vision}).diagnostics
    assert finding.help.en == "keep one of them: it is the whole municipality's"


@pytest.mark.parametrize(
    ("rest", "cure"),
    [
        ("title: Mål, livsmiljö", "put quotes around the text before, if the comma belongs to it"),
        ("title: Mål, titel: Mål", "did you mean title?"),
    ],
)
def test_what_a_comma_has_cut_from_a_text_is_no_key(tmp_path: Path, rest: str, cure: str) -> None:
    (said,) = told(tmp_path, f"overall_goals:\n  livsmiljo: {{number: 2, {rest}}}\n")
    assert said.split("; ")[1] == cure
