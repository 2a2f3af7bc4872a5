import tracemalloc
from typing import Any

import pytest

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.sources.yaml_nodes import DEEPEST, Document, UnquotedDigits, read_yaml

PATH = "goals/a.yaml"


def document(text: str) -> Document:
    read, findings = read_yaml(PATH, text.encode())
    assert findings == []
    assert read is not None
    return read


def findings(content: str | bytes) -> list[Diagnostic]:
    return read_yaml(PATH, content.encode() if isinstance(content, str) else content)[1]


def told(content: str | bytes) -> list[str]:
    """Each finding's code and place."""
    return [f"{one.rule.code} {one.span.line}:{one.span.column}" for one in findings(content)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 0127", {"a": "0127"}),
        ("a: no", {"a": "no"}),
        ("a: true", {"a": "true"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 2022-11-15", {"a": "2022-11-15"}),
        ("a: ~", {"a": "~"}),
        ("a: null", {"a": "null"}),
        ("a:", {"a": None}),
        ("a: ''", {"a": ""}),
        ('a: "å\\tb"', {"a": "å\tb"}),
        ("a: >\n  ett\n  två\n", {"a": "ett två\n"}),
        ("a: |\n  ett\n  två\n", {"a": "ett\ntvå\n"}),
        ("a: [1, {b: 2}]", {"a": ["1", {"b": "2"}]}),
        ("- 1\n-\n- c: 3\n", ["1", None, {"c": "3"}]),
        ("no: ja\n2022: år\n", {"no": "ja", "2022": "år"}),
        ("a: {}\nb: []\n", {"a": {}, "b": []}),
        ("bara text", "bara text"),
        ("%YAML 1.1\n---\na: 1\n...\n", {"a": "1"}),
    ],
)
def test_every_scalar_is_the_text_that_was_written(text: str, data: object) -> None:
    assert document(text).data == data


@pytest.mark.parametrize(
    ("text", "unquoted"),
    [("a: 0182", True), ('a: "0182"', False), ("a: '0182'", False), ("a: 01a2", False), ("a: ٠١٨٢", False)],
)
def test_digits_without_quotes_are_known(text: str, *, unquoted: bool) -> None:
    data: Any = document(text).data
    assert isinstance(data["a"], UnquotedDigits) is unquoted


PLACES = document(
    """\
mål:
  first: {number: 4.1, å: "två ord"}
  list:
    - ett
    -   två
    - {a: b}
  folded: >
    en lång
    text
  empty:
"quoted key": värde  # en anmärkning
"""
)


@pytest.mark.parametrize(
    ("steps", "value", "key"),
    [
        pytest.param(("mål", "first", "number"), "2:19-22", "2:11-17", id="a value in a flow mapping"),
        pytest.param(("mål", "first", "å"), "2:27-36", "2:24-25", id="quotes belong to the value"),
        pytest.param(("mål", "list", 0), "4:7-10", "4:7-10", id="an item"),
        pytest.param(("mål", "list", 1), "5:9-12", "5:9-12", id="an item after spaces"),
        pytest.param(("mål", "list", 2), "6:7-8", "6:7-8", id="an item that is a mapping"),
        pytest.param(("mål", "list", 2, "a"), "6:11-12", "6:8-9", id="in an item"),
        pytest.param(("mål", "folded"), "7:11-12", "7:3-9", id="the first line of a folded text"),
        pytest.param(("mål", "empty"), "10:3-8", "10:3-8", id="the key where there is no value"),
        pytest.param(("mål",), "1:1-4", "1:1-4", id="the key of a mapping, which may be long"),
        pytest.param(("mål", "list"), "3:3-7", "3:3-7", id="the key of a list"),
        pytest.param(("quoted key",), "11:15-20", "11:1-13", id="a quoted key"),
        pytest.param(("mål", "first", "missing"), "2:3-8", "2:3-8", id="what holds a key that is not there"),
        pytest.param(("mål", "list", 9), "3:3-7", "3:3-7", id="what holds an item that is not there"),
        pytest.param((), "1:1-2", "1:1-2", id="the beginning of the file"),
    ],
)
def test_everything_has_its_place(steps: tuple[str | int, ...], value: str, key: str) -> None:
    def shown(span: Span) -> str:
        assert (span.path, span.line) == (PATH, span.end_line)
        return f"{span.line}:{span.column}-{span.end_column}"

    assert (shown(PLACES.span(*steps)), shown(PLACES.key_span(*steps))) == (value, key)


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark_move_nothing(mark: str, end: str) -> None:
    read = document(mark + end.join(["a: 1", "b:", "  c: å", ""]))
    assert read.data == {"a": "1", "b": {"c": "å"}}
    assert read.span("b", "c") == Span(PATH, 3, 6, 3, 7)
    assert read.key_span("a") == Span(PATH, 1, 1, 1, 2)


def test_a_character_outside_the_first_plane_is_one_column() -> None:
    assert document("{a: 😀, b: 2}").span("b") == Span(PATH, 1, 11, 1, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", "LAY108 3:1", id="a key that stands twice"),
        pytest.param('a: 1\n"a": 3\n', "LAY108 2:1", id="also in quotes"),
        pytest.param("b:\n  a: 1\n  a: {c: 2}\n", "LAY108 3:3", id="further in, with a mapping"),
        pytest.param("b: {a: 1, a: 2}\n", "LAY108 1:11", id="in a flow mapping"),
        pytest.param("a: &mall 1\n", "LAY109 1:4", id="an anchor"),
        pytest.param("a: &mall {b: 1}\nc: *mall\n", "LAY109 1:4", id="an anchor before its alias"),
        pytest.param("a: *mall\n", "LAY109 1:4", id="an alias"),
        pytest.param("&mall a: 1\n", "LAY109 1:1", id="an anchor on a key"),
        pytest.param("a:\n  <<: {b: 1}\n", "LAY109 2:3", id="a merge key"),
        pytest.param("a: !!int 1\n", "LAY109 1:4", id="a tag"),
        pytest.param("a: !!python/object/apply:os.system [ls]\n", "LAY109 1:4", id="a tag that would run a program"),
        pytest.param("a: ! 1\n", "LAY109 1:4", id="a tag without a name"),
        pytest.param("a:\n\tb: 1\n", "LAY107 2:1", id="a tab"),
        pytest.param("a:\n  b: 1\n \tc: 2\n", "LAY107 3:2", id="a tab after a space"),
        pytest.param("a: b: c\n", "LAY106 1:5", id="two colons"),
        pytest.param("a: [1, 2\nb: 3\n", "LAY106 2:2", id="a list that is not closed"),
        pytest.param("a: 'ett\nb: 2\n", "LAY106 1:4", id="a quote that is not closed"),
        pytest.param('a: "\\ud800"\n', "LAY106 1:7", id="half a character"),
        pytest.param("a: @b\n", "LAY106 1:4", id="a reserved sign"),
        pytest.param("a: 1\n---\nb: 2\n", "LAY106 2:1", id="a second document"),
        pytest.param("? [a, b]\n: c\n", "LAY106 1:3", id="a list as a key"),
        pytest.param("? {a: b}\n: c\n", "LAY106 1:3", id="a mapping as a key"),
        pytest.param("", "LAY111 1:1", id="an empty file"),
        pytest.param("# bara en anmärkning\n", "LAY111 1:1", id="only a comment"),
        pytest.param("---\n", "LAY111 1:1", id="only a beginning"),
        pytest.param("a: \x00\n", "LAY113 1:4", id="NUL"),
        pytest.param("a: å\r\nb: c\x1bd\n", "LAY113 2:5", id="an escape"),
        *(
            pytest.param(f"a: x{sign}y\n", "LAY113 1:5", id=f"raw U+{ord(sign):04X}")
            for sign in "\u200b\u200d\u200f\u202a\u202e\u2060\u2066\u2069\u2028\u2029\ufeff\x1b\x9b\x7f\u061c"
        ),
        *(
            pytest.param(f'a:\n  - "x\\{code}y"\n', "LAY113 2:5", id=f"written as {code}")
            for code in ("u202e", "u200B", "u2066", "uFEFF", "L", "P", "N", "e", "0", "b", "x9b", "U000E0041", "r")
        ),
        pytest.param('"a\\u202e": 1\n', "LAY113 1:1", id="in a key"),
        pytest.param("a: ett\u2028b: två\n", "LAY113 1:7", id="a line separator"),
        pytest.param("a: ett\x85b: två\n", "LAY113 1:7", id="a next line"),
        pytest.param("a: 1\rb: 2\n", "LAY113 1:5", id="the line ends of old Macs"),
        pytest.param("a: 1\n\ufeffb: 2\n", "LAY113 2:1", id="a second byte-order mark"),
    ],
)
def test_a_file_that_is_not_plain_yaml(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("a: å\nb: ö\n".encode("cp1252"), "LAY105 1:4", id="Windows-1252"),
        pytest.param(b"a: 1\nb: \xc3\xa5\xff\n", "LAY105 2:5", id="after a letter of two bytes"),
        pytest.param(b"\xef\xbb\xbfa: \xff\n", "LAY105 1:4", id="after a byte-order mark"),
        pytest.param("a: 1\n".encode("utf-16"), "LAY105 1:1", id="UTF-16"),
        pytest.param("a: 1\n".encode("utf-16-le"), "LAY105 1:1", id="UTF-16 without a mark"),
        pytest.param(b"a: \xed\xa0\x80\n", "LAY105 1:4", id="a lone surrogate"),
    ],
)
def test_bytes_that_are_not_utf_8(content: bytes, expected: str) -> None:
    assert told(content) == [expected]


def test_both_places_of_a_repeated_key_are_told_and_the_first_value_stays() -> None:
    read, (finding,) = read_yaml(PATH, b"a: 1\nb: 2\na: 3\n")
    assert read is not None
    assert read.data == {"a": "1", "b": "2"}
    assert [one.span.line for one in finding.related] == [1]


def test_several_mistakes_are_told_at_once() -> None:
    assert told('a: 1\na: 2\nb: 3\nb: 4\nc: "\\u200b"\n<<: d\n') == [
        *("LAY108 2:1", "LAY108 4:1", "LAY113 5:4", "LAY109 6:1")
    ]


def test_a_key_that_no_one_sees_stands_twice() -> None:
    assert told('"\\u200b": 1\n"\\u200c": 2\n') == ["LAY113 1:1", "LAY113 2:1", "LAY108 2:1"]


def test_a_place_among_very_many_keys_is_that_of_the_first() -> None:
    text = "".join(f"k{n}: a\n" for n in range(100)) + "k7: b\n"
    document, findings = read_yaml("a.yaml", text.encode())
    assert document is not None
    assert (document.span("k7").line, document.key_span("k99").line, document.span("none").line) == (8, 100, 1)
    assert [(str(one.span), str(one.related[0].span)) for one in findings] == [("a.yaml:101:1", "a.yaml:8:1")]


def test_depth_has_a_limit() -> None:
    assert told("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)) == []
    assert told("a: " + "[" * DEEPEST + "]" * DEEPEST) == [f"LAY110 1:{3 + DEEPEST}"]


def test_brackets_side_by_side_are_not_deep() -> None:
    assert told("".join(f"k{n}: {{a: [b], c: {{sv: '[', en: d}}}}\n" for n in range(2_000))) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"[" * 100_000, id="lists in lists"),
        pytest.param(b"{a: " * 100_000, id="mappings in mappings"),
        pytest.param(b"- " * 100_000, id="nested dashes"),
        pytest.param(b"".join(b" " * i + b"a:\n" for i in range(1000)), id="ever deeper"),
        pytest.param(b"a: &a [x]\n" + b"b: [*a, *a]\n" * 1000, id="a billion laughs"),
        pytest.param(b"? " * 100_000, id="keys in keys"),
        pytest.param(b'["]",' * 100_000, id="brackets that a quoted one does not close"),
        pytest.param(b"[ # ]\n" * 100_000, id="brackets that a comment does not close"),
        pytest.param(b"[[a], {b: [c]}, " * 40_000, id="pairs beside brackets that stay open"),
        pytest.param(b"a: [\"'\", ']', [ # ]\n" * 40_000, id="both kinds of quotes, and comments"),
        pytest.param(b"".join(b"k%d: a\n" % (i % 20_000) for i in range(40_000)), id="many keys twice"),
        pytest.param(b"a: x" + b" " * 500_000 + b"y: z\n", id="spaces in a line that can't be read"),
        pytest.param(b"a: B c #d\n" + b"".join(b"k%d: B c\n" % i for i in range(40_000)), id="a cut text among many"),
    ],
)
def test_a_file_made_to_stop_the_program_does_not(content: bytes) -> None:
    tracemalloc.start()
    try:
        assert findings(content)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
