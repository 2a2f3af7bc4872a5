"""Damage to files: the files of a small workspace, whole, and what may happen to one of them."""

from collections import Counter
from collections.abc import Iterator

import yaml
from hypothesis import strategies as st
from tests.workspaces import minimal
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

tried: Counter[str] = Counter()  # how many damaged files, by the path that they stood in for

FULL = (
    minimal()["goals/base.yaml"]
    + """\
    baseline: {year: 2019, value: 83.5}
    definitions: [{from: 2018, text: Så}]
    by_gender: true
    kolada: N15436
    kolada_title: Elever, andel (%)
actions:
  lovskola: {title: L, goal: mal, status: done, expected_effect: {kpi: nyckeltal, change: 1, by: 2023}}
budget_frames:
  - committee: namnd
    year: 2022
    amount: 10
    decided: 2021-11-15
    areas: {omrade: 10}
    changes: [{date: 2022-06-20, areas: {omrade: 1}}]
evaluations:
  - committee: namnd
    period: 2022
    actions: {lovskola: {effect: none, causes: {wrong_from_start: some}}}
    lessons: {tidig: {text: T, feeds: 2024}}
"""
)
SETTINGS = (
    minimal()["malstyrning.yaml"]
    + 'groups:\n  lan: {title: {sv: L, en: C}, members: ["9999"], as_of: 2022, source: SCB}\n'
)
ROWS = (
    "kpi,municipality,period,gender,value,status,n,preliminary,source,published\n"
    "nyckeltal,9999,2022,T,91.5,,10,yes,SCB,2022-10\nnyckeltal,9999,2021,T,,missing,,,,\nnyckeltal,9999,2022,K,90,,,,,\n"
)
MONEY = (
    "committee,area,period,kind,amount,source,example\n"
    "namnd,omrade,2022,outcome,10.5,Bokslut,yes\nnamnd,omrade,2022T2,forecast,11,,\n"
)
KOLADA = (
    "kolada,title,by_gender,type,retrieved,source\n"
    'N15436,"Elever, andel (%)",yes,K,2023-02,Kolada\nU21401,Andra (%),,A,2023-02-01,\n'
)

EVERYTHING = (
    FULL.replace("actions:\n", "vision: {text: V, source: S}\nfundamental_value: {text: {sv: G}}\nactions:\n")
    .replace("    from: 2020\n", "    from: 2020\n    was: forr\n")
    .replace("    conditions: [", "    conditions: [A, ")
    .replace("    by_gender: true\n", "    by_gender: true\n    lag: 1\n    reported_in: [t1]\n    groups: []\n")
    .replace("lovskola: {title: L,", "lovskola: {title: L, due: 2022-12-31, cost: 2400, kpis: [nyckeltal], owner: O,")
    .replace(
        "    lessons: {",
        "    goals: {mal: {position: L, conditions_met: partly, status: nearly}}\n"
        "    kpis: {nyckeltal: {cause: C}}\n"
        "    reprioritise: {answer: no, text: T}\n"
        "    signed: {body: B, name: N, date: 2023-02-20}\n"
        "    lessons: {",
    )
    .replace("level: 90,", "level: 90, tolerance: 0.5, decided_by: committee, example: true,")
    .replace(
        "    target_levels:\n",
        "    target_levels:\n      - {year: 2023, kind: between, lower: 1, upper: 2.5, decided: 2021-11-15}\n"
        "      - {year: 2024, kind: at_most, level: -3, decided: 2021-11-15}\n",
    )
)
CONFIGURED = (
    SETTINGS
    + """\
language: en
example: true
rules: {select: [TAR], ignore: [level-too-precise], severity: {TAR601: advice}}
accepted: [{fingerprint: 3fa91c0b7d2e, reason: R, by: B, until: 2026-12-31}]
"""
)

TAG = "tag:yaml.org,2002:"
PLAIN = ["2022", "1899", "0", "-1", "3", "1.5", "95.5", "1000000000000000", "mal", "Ett mål", "yes", "none", "at_least"]
PLAINER = ["2022-11-15", "2022-02-30", "2022T1", "2022H3", "N15436", "TAR601", "percent", "between", "partly", "t1", ""]
QUOTED = ["2022", "9999", "95.5", "true", "", " ", "a\nb", "1,5", "-2", "sv", "bästa", "mal"]
SCALARS = [ScalarNode(TAG + "str", text) for text in (*PLAIN, *PLAINER)] + [
    ScalarNode(TAG + "str", text, style='"') for text in QUOTED
]
KEYS = ["sv", "en", "title", "kind", "from", "Ett Id", "ett-id", "level", "lower", "example", "causes", "a_b", "å"]


SIGNS = [
    "\n",
    ":",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    '"',
    "'",
    "#",
    "&",
    "*",
    "!",
    "|",
    ">",
    "?",
    "@",
    "%",
    "\t",
    "\x00",
    "\r",
    "\u2028",
    "å",
    "٣",
]
WORDS = ["~", "null", "<<: ", "0127", "2022", "-1", "1e99", "kind: at_most", "title:", "mal", "---\n", "\n  ", ": "]
PIECES = st.sampled_from(["", " ", *SIGNS, *WORDS, "\udcff"]) | st.text(st.characters(codec="utf-8"), max_size=4)


@st.composite
def in_signs(draw: st.DrawFn, text: str) -> str:
    """A text with up to four stretches replaced by something else."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(PIECES) + text[start + draw(st.integers(0, 12)) :]
    return text


@st.composite
def in_bytes(draw: st.DrawFn, content: bytes) -> bytes:
    """A file with up to four stretches replaced by any bytes, cut off, or said twice."""
    for _ in range(draw(st.integers(1, 4))):
        start, length = draw(st.integers(0, len(content))), draw(st.integers(0, 40))
        stretch = content[start : start + length]
        new = draw(st.sampled_from([b"", b"\0", b"\xff", b"\xef\xbb\xbf", stretch * 2]) | st.binary(max_size=6))
        content = content[:start] + new + (b"" if draw(st.integers(0, 19)) == 0 else content[start + length :])
    return content


def inside(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, MappingNode):
        for _, value in node.value:
            yield from inside(value)
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from inside(one)


def scalar() -> st.SearchStrategy[Node]:
    return st.sampled_from(SCALARS).map(lambda one: ScalarNode(TAG + "str", one.value, style=one.style))


VALUES = (
    scalar()
    | st.lists(scalar(), max_size=2).map(lambda items: SequenceNode(TAG + "seq", items))
    | st.dictionaries(st.sampled_from(KEYS), scalar(), max_size=2).map(
        lambda items: MappingNode(TAG + "map", [(ScalarNode(TAG + "str", key), value) for key, value in items.items()])
    )
)


@st.composite
def in_structure(draw: st.DrawFn, text: str) -> str:
    """A file of YAML with one key or item dropped, added, renamed or given another value."""
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    assert root is not None
    held = [one for one in inside(root) if isinstance(one, MappingNode | SequenceNode) and one.value]
    holder = draw(st.sampled_from(held))
    index = draw(st.integers(0, len(holder.value) - 1))
    how = draw(st.sampled_from(["drop", "add", "rename", "value", "value"]))
    if how == "drop":
        del holder.value[index]
    elif isinstance(holder, SequenceNode):
        holder.value[index] = draw(VALUES)
    else:
        taken = {key.value for key, _ in holder.value}
        key, value = holder.value[index]
        if how != "value":
            key = ScalarNode(TAG + "str", draw(st.sampled_from([one for one in KEYS if one not in taken])))
        if how == "add":
            holder.value.append((key, draw(VALUES)))
        else:
            holder.value[index] = (key, value if how == "rename" else draw(VALUES))
    for node in inside(root):
        if isinstance(node, MappingNode | SequenceNode):
            node.flow_style = False
    return str(yaml.serialize(root, Dumper=yaml.CBaseDumper, allow_unicode=True))


CELLS = ["", "T", "K", "yes", "nyckeltal", "N15436", "9999", "182", "2022", "2021T1", "missing", "outcome", "1e5", "-0"]
ODD_CELLS = ["91,5", "1_000", "nan", '"a""b"', '"a\nb"', '"', " ", "value", "status", "å" * 30]


@st.composite
def in_table(draw: st.DrawFn, text: str) -> str:
    """A file of CSV with a cell, a row or a column changed, dropped, moved or said twice, up to four times."""
    sign = draw(st.sampled_from([",", ",", ";"]))
    rows = [line.split(",") for line in text.replace('"Elever, andel (%)"', "Elever").splitlines()]
    for _ in range(draw(st.integers(1, 4))):
        row = draw(st.integers(0, len(rows) - 1))
        column = draw(st.integers(0, max(len(rows[row]) - 1, 0)))
        match draw(st.sampled_from(["cell", "cell", "cell", "row twice", "row gone", "rows swapped", "column gone"])):
            case "cell":
                rows[row][column : column + 1] = [draw(st.sampled_from([*CELLS, *ODD_CELLS]))]
            case "row twice":
                rows.insert(row, [*rows[row]])
            case "row gone" if len(rows) > 1:
                del rows[row]
            case "rows swapped":
                rows[row], rows[-1] = rows[-1], rows[row]
            case "column gone":
                for one in rows:
                    del one[column : column + 1]
    end = draw(st.sampled_from(["\n", "\n", "\r\n", " \n"]))
    return "".join(sign.join(cells) + end for cells in rows)
