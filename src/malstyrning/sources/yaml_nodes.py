"""YAML as text with places: the only room that knows a YAML library.

Every scalar stays the text that was written. YAML's own typing would turn an unquoted 0127 into 87, 12:30
into 750 and `no` into False, and drop one of two equal keys without a word; types are the schema's work.

The library composes nodes in C. They are let go once the file's content is known, and composed anew where someone
asks for a place: few files have findings, and the nodes of ten thousand weigh more than reading one again. The
composer follows nested files down the machine's stack, so that a file is looked over for great depth first.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any, cast

import yaml
from yaml import CollectionNode, MappingNode, ScalarNode, SequenceNode

from malstyrning.diagnostics import INVISIBLE, Diagnostic, Related, Rule, Span
from malstyrning.language import Text
from malstyrning.sources.findings import EMPTY_FILE
from malstyrning.sources.spaces import may_end_in_spaces, trailing_spaces
from malstyrning.sources.text import decode, invisible
from malstyrning.sources.yaml_comments import cut_texts
from malstyrning.sources.yaml_findings import ANCHOR, DUPLICATE_KEY, SYNTAX, TAB, TOO_DEEP
from malstyrning.sources.yaml_problems import NOT_A_KEY, ONE_DOCUMENT, SECOND_DOCUMENT, Trouble, explained

try:
    from yaml._yaml import CParser
except ImportError as error:  # a PyYAML built without libyaml is ten times slower: a faulty installation
    message = "PyYAML lacks its C library; reinstall it with `pip install --force-reinstall pyyaml`"
    raise ImportError(message) from error

DEEPEST = 32
_SHALLOW = 2_000  # characters: a file that is shorter can't be nested too deep for the stack
_MOST_OPEN = 1_000  # brackets: were each inside the one before, the machine's smallest stack would hold them
_PAIR = re.compile(r"[\[{][^][{}'\"#\n]*[]}]")
_PAIRS_IN_PAIRS = 2  # as people write them: {title: {sv: …, en: …}}
_FAR_IN = re.compile(r"^[ \-?:]{250,}(?=\S)", re.MULTILINE)
_WORD = 40  # characters: a longer text is mostly written once
_REMEMBERED = 4_096
_LONG = 50  # keys: it takes time to look through more for each
_MARKS = ("&", "*", "!")
_FIRST = Text("den första står här", "the first one is here")


class UnquotedDigits(str):
    """Text of a scalar that is only digits and stands without quotes: right for a year, wrong for an id."""

    __slots__ = ()


Data = dict[str, Any] | list[Any] | str | None
_Pair = tuple[yaml.Node, yaml.Node]


@dataclass(frozen=True, slots=True)
class Block:
    """Where keys may be added to a mapping whose keys stand on lines of their own.

    `column` is where its keys begin, `end` the place after the last line on which it says anything, and `comments` are
    the comments on the lines below, as far as there are any.
    """

    column: int
    end: Span
    comments: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """The text of a YAML file, and the place of everything in it."""

    path: str
    text: str

    @cached_property
    def _pairs(self) -> dict[int, dict[str, _Pair]]:
        """Of long mappings that have been looked into, by the id of the node."""
        return {}

    @cached_property
    def _root(self) -> yaml.Node:
        return cast("yaml.Node", _composed(self.text))

    def span(self, *steps: str | int) -> Span:
        """The place of the value at `steps`; where a step is not there, the place of what holds it.

        A mapping or a list is pointed at by its key, since it may be long.
        """
        key, node = self._find(steps)
        written = isinstance(node, ScalarNode) and (node.value or node.style)
        return _span(self.path, node if key is None or written else key)

    def key_span(self, *steps: str | int) -> Span:
        """The place of the key at `steps`."""
        key, node = self._find(steps)
        return _span(self.path, key or node)

    def block(self, *steps: str | int) -> Block | None:
        """Where to add keys to the mapping at `steps`; None where it is not there, or stands within braces."""
        key, node = self._find(steps[:-1]) if steps else (None, self._root)
        if steps:
            inner, found = self._find(steps)
            if found is node:
                return None
            key, node = inner, found
        if isinstance(node, MappingNode) and node.value and not node.flow_style:
            return self._block(node.start_mark.column + 1, _last_line(node))
        if isinstance(node, ScalarNode) and key and not node.value and not node.style:
            return self._block(key.start_mark.column + 3, key.end_mark.line + 1)
        return None

    def _block(self, column: int, last: int) -> Block:
        lines = self.text.replace("\r\n", "\n").split("\n")
        while last > 1 and not lines[last - 1].strip():  # a text of many lines takes the empty ones after it with it
            last -= 1
        width = len(lines[last - 1]) + 1
        below = takewhile(lambda line: not line or line.startswith("#"), (line.strip() for line in lines[last:]))
        return Block(column, Span(self.path, last, width, last, width), tuple(line for line in below if line))

    def texts_on(self, lines: Container[int]) -> Iterator[tuple[Span, str]]:
        """Every value that is a text and begins on one of these lines, with its place."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, MappingNode):
                waiting.extend(value for _, value in node.value)
            elif isinstance(node, SequenceNode):
                waiting.extend(node.value)
            elif node.start_mark.line + 1 in lines:
                yield _span(self.path, node), node.value

    def _find(self, steps: tuple[str | int, ...]) -> tuple[yaml.Node | None, yaml.Node]:
        key: yaml.Node | None = None
        node = self._root
        for step in steps:
            if isinstance(node, MappingNode) and len(node.value) > _LONG:
                key, node = self._pairs_of(node).get(str(step), (key, node))
            elif isinstance(node, MappingNode):
                key, node = next((pair for pair in node.value if pair[0].value == step), (key, node))
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                key, node = None, node.value[step]
        return key, node

    def _pairs_of(self, node: MappingNode) -> dict[str, _Pair]:
        """The keys of a long mapping with their values, gathered once: each may be asked for."""
        if id(node) not in self._pairs:
            self._pairs[id(node)] = {pair[0].value: pair for pair in reversed(node.value)}
        return self._pairs[id(node)]


def _last_line(node: yaml.Node) -> int:
    """The last line of what a node holds; the node's own end is where the next one begins."""
    last = node
    while isinstance(last, CollectionNode) and last.value and not last.flow_style:
        inner = last.value[-1]
        key, last = inner if isinstance(last, MappingNode) else (None, inner)
        if key is not None and isinstance(last, ScalarNode) and not last.value and not last.style:
            last = key  # nothing is written there
    end = last.end_mark
    return int(end.line + (1 if end.column > 0 else 0))


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file: its plain data (dict, list, str, None), and the source that has its places.

    Who asks for places later keeps the source alone: the data has become a plan by then.
    """

    data: Data
    source: Source

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.source.path

    def span(self, *steps: str | int) -> Span:
        """The place of the value at `steps`."""
        return self.source.span(*steps)

    def key_span(self, *steps: str | int) -> Span:
        """The place of the key at `steps`."""
        return self.source.key_span(*steps)


def _span(path: str, node: yaml.Node | yaml.Event) -> Span:
    start, end = cast("yaml.Mark", node.start_mark), cast("yaml.Mark", node.end_mark)
    if start.line != end.line or isinstance(node, CollectionNode):  # long things: their beginning is place enough
        return Span(path, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(path, start.line + 1, start.column + 1, end.line + 1, max(end.column, start.column + 1) + 1)


def read_yaml(path: str, content: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Read one file. A file that is not YAML, or holds nothing, gives no document but a finding."""
    text = decode(path, content)
    if isinstance(text, Diagnostic):
        return None, [text]
    reading = _Reading(path)
    try:
        if len(text) > _SHALLOW:
            _refuse_indents(path, text)
        if any(sign in text for sign in _MARKS) or _most_open(text) > _MOST_OPEN:
            _look_over(path, text)
        root = _composed(text)
        data = None if root is None else reading.data(root, 1)
    except _StopError as stop:
        return None, [*reading.diagnostics, stop.diagnostic]
    except yaml.YAMLError as error:
        return None, [_syntax(path, text, error)]
    if root is None or data is None:
        return None, [*reading.diagnostics, Diagnostic(EMPTY_FILE, Span(path))]
    if may_end_in_spaces(content):
        inside = _inside_texts(root)
        lines = ((line, number in inside) for number, line in enumerate(text.split("\n"), 1))
        if found := trailing_spaces(path, lines):
            reading.diagnostics.append(found)
    source = Source(path, text)
    return Document(data, source), [*reading.diagnostics, *cut_texts(source)]


def _inside_texts(root: yaml.Node) -> set[int]:
    """The lines of texts that go over several, where a space at the end is part of what is said."""
    lines: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MappingNode):
            waiting.extend(one for pair in node.value for one in pair)
        elif isinstance(node, SequenceNode):
            waiting.extend(node.value)
        elif node.start_mark.line != node.end_mark.line:
            lines.update(range(node.start_mark.line + 1, node.end_mark.line + 1 + (node.end_mark.column > 0)))
    return lines


class _Composer(CParser):
    """Composes nodes and leaves their types alone."""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Follow no path: no type depends on where a value stands."""

    def ascend_resolver(self) -> None:
        """Follow no path."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002 - the library's call
        """Every value is text."""
        return ""


def _composed(text: str) -> yaml.Node | None:
    composer = _Composer(text)
    try:
        return composer.get_single_node()
    finally:
        composer.dispose()


class _StopError(Exception):
    """The file can't be read further."""

    def __init__(self, rule: Rule, place: Span, **facts: str | Text) -> None:
        super().__init__()
        self.diagnostic = Diagnostic(rule, place, facts)


def _refuse_indents(path: str, text: str) -> None:
    """Refuse what may be nested deeper by its indent than the composer can follow."""
    if found := _FAR_IN.search(text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        raise _StopError(TOO_DEEP, Span(path, line, column, line, column + 1), limit=str(DEEPEST))


def _most_open(text: str) -> int:
    """At most how many brackets stand open at once in a text without marks.

    A pair on one line, with no quote and no comment between, leaves as many open as there were, whatever it stands in.
    """
    opened = text.count("[") + text.count("{")
    if opened <= _MOST_OPEN:
        return opened
    for _ in range(_PAIRS_IN_PAIRS):
        text = _PAIR.sub("", text)
    return text.count("[") + text.count("{") + _PAIRS_IN_PAIRS


def _look_over(path: str, text: str) -> None:
    """Refuse anchors, aliases and tags, with which a line means what does not stand on it, and great depth.

    Nodes do not tell of all marks, but events do, and they need no stack. Brackets can't be counted in the text,
    since a quoted or commented one closes nothing. Few files hold a sign that may be a mark, or so many brackets.
    """
    parser = CParser(text)
    depth = 0
    try:
        while (event := parser.get_event()) is not None:
            if anchor := getattr(event, "anchor", None):
                sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
                raise _StopError(ANCHOR, _span(path, event), what=f"{sign}{anchor}")
            if tag := getattr(event, "tag", None):
                raise _StopError(ANCHOR, _span(path, event), what=tag)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _MOST_OPEN:
                raise _StopError(TOO_DEEP, _span(path, event), limit=str(DEEPEST))
    finally:
        parser.dispose()


def _syntax(path: str, text: str, error: yaml.YAMLError) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(mark.line + 1, len(lines)) if mark else 1
    column = mark.column + 1 if mark else 1
    span = Span(path, line, column, line, column + 1)
    source = lines[line - 1]
    problem, context = str(getattr(error, "problem", None) or ""), str(getattr(error, "context", None) or "")
    if "\t" in source[: len(source) - len(source.lstrip())] or "'\\t'" in problem:
        return Diagnostic(TAB, span)
    if problem == "but found another document":
        return Diagnostic(SYNTAX, span, {"problem": SECOND_DOCUMENT}, cure=ONE_DOCUMENT)
    begun = getattr(error, "context_mark", None) or mark
    first = begun.line + 1 if begun else 1
    told, cure = explained(Trouble(problem, context, lines, column - 1, line, first))
    if begun and context.endswith("quoted scalar") and first < line:  # a quote that is never closed: where it opens
        span = Span(path, first, begun.column + 1, first, begun.column + 2)
    return Diagnostic(SYNTAX, span, {"problem": told}, cure=cure)


class _Unquoted(dict[str, str | None]):
    """What scalars without quotes say, by how they are written.

    Keys, words, years and numbers are the same in a thousand files: one of each takes less memory, and is sooner found.
    """

    def __missing__(self, text: str) -> str | None:
        said = UnquotedDigits(text) if text.isdigit() and text.isascii() else text or None
        if len(text) <= _WORD:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[text] = said
        return said


_UNQUOTED = _Unquoted()


def _shown(text: str) -> str:
    """A text in quotes with a sign that can be seen where an escape stands for one that can't."""
    return INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text)


class _Reading:
    """Makes plain data of the nodes of one file, and gathers what is wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []

    def data(self, node: yaml.Node, depth: int) -> Data:
        """What a node holds. Raises `_StopError` where the file can't be read further."""
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if depth > DEEPEST:
            raise _StopError(TOO_DEEP, _span(self.path, node), limit=str(DEEPEST))
        if isinstance(node, SequenceNode):
            return [self.data(one, depth + 1) for one in node.value]
        return self._mapping(node, depth)

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}  # filled where a key stands twice
        said = _UNQUOTED  # nearly all that a file holds is looked up here, with no call
        for key, value in node.value:
            name = said[key.value] if key.__class__ is ScalarNode and not key.style else self._key(key)
            if name == "<<":
                raise self._not_a_key(key)
            if name is None:
                name = ""
            if name in data:
                first = first or {
                    _shown(one.value): one for one, _ in reversed(node.value) if isinstance(one, ScalarNode)
                }
                self._repeated(name, key, first[name])
            elif value.__class__ is ScalarNode and not value.style:
                data[name] = said[value.value]
            else:
                data[name] = self.data(value, depth + 1)
        return data

    def _key(self, key: yaml.Node) -> str | None:
        return self._scalar(key) if isinstance(key, ScalarNode) else "<<"

    def _not_a_key(self, key: yaml.Node) -> _StopError:
        if isinstance(key, ScalarNode):
            return _StopError(ANCHOR, _span(self.path, key), what=key.value)
        return _StopError(SYNTAX, _span(self.path, key), problem=NOT_A_KEY)

    def _repeated(self, name: str, key: yaml.Node, first: yaml.Node) -> None:
        related = (Related(_span(self.path, first), _FIRST),)
        self.diagnostics.append(Diagnostic(DUPLICATE_KEY, _span(self.path, key), {"key": name}, related=related))

    def _scalar(self, node: ScalarNode) -> str | None:
        """The text that was written; None where nothing was."""
        text: str = node.value
        if not node.style:
            return _UNQUOTED[text]
        # The file holds nothing that no one sees, but an escape in quotes may stand for it.
        if node.style == '"' and (match := INVISIBLE.search(text)):
            self.diagnostics.append(invisible(_span(self.path, node), match.group()))
            return _shown(text)
        return text
