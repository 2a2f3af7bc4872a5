"""The YAML library's words in plain language: what is wrong, and what to write."""

import pytest

from malstyrning.language import Language
from malstyrning.sources.yaml_nodes import read_yaml

ABOVE = "the line can't begin a key here: the one before has a value already, or lacks its colon and space"
NO_LEVEL = "the line is indented neither as the ones before it nor as any level above"
AFTER = "more text comes after a quote or a bracket that was closed"
NOT_COMMA = "there is something other than a comma or the end between { and }"
INDENT = "indent the line as far"
QUOTES = "put quotes around the text"
COMMA = "write a comma between the parts"


def starts_with(sign: str) -> str:
    return f"a text without quotes can't begin with {sign}"


CASES = [
    ("a colon in a text", "a:\n  title: Mål: nu\n", "a colon with a space after it", f'{QUOTES}: title: "Mål: nu"'),
    ("a colon in quotes and colons", 'title: Mål: "nu"\n', "a colon with a space", f"{QUOTES}: title: 'Mål: \"nu\"'"),
    ("both kinds of quotes", "title: Mål: \"nu\" 'då'\n", "a colon with a space", QUOTES),
    ("a colon in an item", "a:\n  - Mål: b: c\n", "a colon with a space after it", QUOTES),
    ("a colon in a long line", f"title: Mål: {'x' * 80}\n", "a colon with a space after it", QUOTES),
    ("a colon between braces", "a: {sv: Mål: nu}\n", NOT_COMMA, COMMA),
    ("no comma", "a: {sv: x en: y}\n", NOT_COMMA, COMMA),
    ("too far in", "a:\n  b: 1\n    c: 2\n", ABOVE, INDENT),
    ("a line without colon", "a:\n  b 1\n  c: 2\n", ABOVE, INDENT),
    ("a colon without space", "a:\n  b:1\n  c: 2\n", ABOVE, INDENT),
    ("no level above", "a:\n    b: 1\n  c: 2\n", NO_LEVEL, INDENT),
    ("a folded text with odd indent", "a: >\n    ett\n  två\nb: 1\n", NO_LEVEL, INDENT),
    (
        "a key in a list",
        "a:\n  - b\n  c: 1\n",
        "the line belongs neither to the list before it",
        "begin it with a dash",
    ),
    ("a dash among keys", "a:\n  c: 1\n  - b\n", "the dash of a list is among keys", "write a key before the list"),
    ("at", "title: @b\n", starts_with("@"), f'{QUOTES}: title: "@b"'),
    ("a backtick", "title: `b`\n", starts_with("`"), f'{QUOTES}: title: "`b`"'),
    ("per cent", "title: %b\n", starts_with("%"), f'{QUOTES}: title: "%b"'),
    ("emphasis", "title: *viktigt*\n", starts_with("*"), f'{QUOTES}: title: "*viktigt*"'),
    ("a bullet", "title: * punkt\n", starts_with("*"), f'{QUOTES}: title: "* punkt"'),
    ("and", "title: & co\n", starts_with("&"), f'{QUOTES}: title: "& co"'),
    ("a question", "title: ? b\n", starts_with("?"), f'{QUOTES}: title: "? b"'),
    ("a comma", "title: , b\n", starts_with(","), f'{QUOTES}: title: ", b"'),
    ("in a list", "a:\n  - @b\n", starts_with("@"), QUOTES),
    ("a quote not closed", 'a: "b\nc: d\n', "the quote on line 1 is never closed", "put the same quote where"),
    ("an apostrophe", "title: 'it's'\n", AFTER, f'{QUOTES}: title: "it\'s"'),
    ("text after quotes", 'title: "Mål" och medel\n', AFTER, f"{QUOTES}: title: '\"Mål\" och medel'"),
    (
        "text after a brace",
        "title: {namn} är\n",
        AFTER,
        'remove it, or write title: "{namn} är" if all of it is a text',
    ),
    ("quotes after a brace", 'title: {a: "b"} är\n', AFTER, f"remove it, or {QUOTES}"),
    ("a list not closed", "a: [1, 2\nb: 3\n", "the bracket [ on line 1 is not closed", "write ] where it ends"),
    ("braces not closed", "a: {b: 1\nc: 2\n", "the bracket { on line 1 is not closed", "write } where it ends"),
    ("a comment in braces", "a: {sv: Mål #1, en: b}\nb: 1\n", "the bracket { on line 1 is", "after a space # begins a"),
    ("a hard space after a colon", "a:\n  b:\u00a01\n  c: 2\n", "a no-break space (U+00A0)", "type the spaces"),
    ("a hard indent", "a:\n  b: 1\n \u00a0c: 2\n", "a no-break space (U+00A0)", "type the spaces"),
    ("a backslash", 'a: "C:\\data"\n', "a backslash within double quotes", "use single quotes: 'C:\\data'"),
    ("text after a bar", "a: | text\n", "there is text after | or >", "write the text on the lines below"),
    ("a list on the key's line", "a: - b\n", "a list begins on the line of its key", "write the dashes on the lines"),
    ("a line without a value", "a: 1\nb\nc: 2\n", "the line is neither a key with a value nor the rest", INDENT),
    ("two documents", "a: 1\n---\nb: 2\n", "a second document begins here (---)", "remove the line, or divide"),
    ("an end and more", "a: 1\n...\nb: 2\n", "a second document begins here (---)", "remove the line, or divide"),
    ("a list for a key", "[a]: 1\n", "a list or keys with values stand where a key is expected", "look at the indent"),
    ("what has no better words", "%foo\n---\na: 1\n", "found unknown directive name, while scanning", "look at the"),
]


@pytest.mark.parametrize(("text", "problem", "cure"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_what_is_wrong_and_what_to_write(text: str, problem: str, cure: str) -> None:
    (finding,) = read_yaml("goals/a.yaml", text.encode())[1]
    assert finding.rule.code == "LAY106"
    assert finding.message[Language.EN].removeprefix("The file can't be read as YAML: ").startswith(problem)
    assert finding.help[Language.EN].startswith(cure)


def test_both_languages_show_the_line() -> None:
    (finding,) = read_yaml("goals/a.yaml", "title: Mål: bättre\r\nnumber: 1\r\n".encode())[1]
    assert finding.message[Language.SV].endswith(": ett kolon med blanksteg efter står inne i en text")
    assert finding.help[Language.SV] == 'sätt citattecken runt texten: title: "Mål: bättre"'


def test_a_quote_that_is_never_closed_is_told_where_it_opens() -> None:
    (finding,) = read_yaml("goals/a.yaml", b"a: 1\nb: 'c\nd: 2\n")[1]
    assert str(finding.span) == "goals/a.yaml:2:4"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_told_by_its_name(encoding: str) -> None:
    (finding,) = read_yaml("goals/a.yaml", "a: å\n".encode(encoding))[1]
    assert (finding.rule.code, finding.help[Language.EN].partition(":")[0]) == (
        "LAY105",
        "the file is saved as UTF-16, which Windows calls Unicode",
    )
