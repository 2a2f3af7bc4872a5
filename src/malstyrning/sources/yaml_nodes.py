"""YAML as text with places: the only room that knows a YAML library.

Every scalar stays the text that was written. YAML's own typing would turn an unquoted 0127 into 87, 12:30
into 750 and `no` into False, and drop one of two equal keys without a word; types are the schema's work.

The library's events are put together here, in a loop with a limit of depth, since its own composer follows
nested files down the machine's stack until the process dies.
"""

from dataclasses import dataclass, field
from typing import Any, cast

import yaml
from yaml import ScalarEvent

from malstyrning.diagnostics import INVISIBLE, Diagnostic, Related, Rule, Span
from malstyrning.language import Text
from malstyrning.sources.findings import (
    ANCHOR,
    DUPLICATE_KEY,
    EMPTY_FILE,
    SYNTAX,
    TAB,
    TOO_DEEP,
    TOO_LARGE,
)
from malstyrning.sources.text import decode, invisible
from malstyrning.sources.yaml_comments import cut_texts
from malstyrning.sources.yaml_problems import NOT_A_KEY, ONE_DOCUMENT, SECOND_DOCUMENT, Trouble, explained

try:
    from yaml._yaml import CParser
except ImportError as error:  # a PyYAML built without libyaml is ten times slower: a faulty installation
    message = "PyYAML lacks its C library; reinstall it with `pip install --force-reinstall pyyaml`"
    raise ImportError(message) from error

LARGEST_FILE = 1_000_000
DEEPEST = 32


class UnquotedDigits(str):
    """Text of a scalar that is only digits and stands without quotes: right for a year, wrong for an id."""

    __slots__ = ()


Data = dict[str, Any] | list[Any] | str | None
Mapping = dict[str, tuple[ScalarEvent, "Node"]]


@dataclass(slots=True)
class Node:
    """A value with its place. `children` holds a mapping's (key event, node) by key, or a list's nodes."""

    data: Data
    event: yaml.NodeEvent
    children: "Mapping | list[Node] | None" = None


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file: its plain data (dict, list, str, None) and the place of everything in it."""

    path: str
    root: Node

    @property
    def data(self) -> Data:
        """The file's content."""
        return self.root.data

    def span(self, *steps: str | int) -> Span:
        """The place of the value at `steps`; where a step is not there, the place of what holds it.

        A mapping or a list is pointed at by its key, since it may be long.
        """
        key, node = self._find(steps)
        return _span(self.path, key if key and (node.children is not None or node.data is None) else node.event)

    def key_span(self, *steps: str | int) -> Span:
        """The place of the key at `steps`."""
        key, node = self._find(steps)
        return _span(self.path, key or node.event)

    def _find(self, steps: tuple[str | int, ...]) -> tuple[ScalarEvent | None, Node]:
        key: ScalarEvent | None = None
        node = self.root
        for step in steps:
            if isinstance(node.children, dict) and step in node.children:
                key, node = node.children[str(step)]
            elif isinstance(node.children, list) and isinstance(step, int) and step < len(node.children):
                key, node = None, node.children[step]
        return key, node


def _span(path: str, event: yaml.Event) -> Span:
    start, end = cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
    if start.line != end.line:  # a folded text: its first line is place enough
        return Span(path, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(path, start.line + 1, start.column + 1, end.line + 1, max(end.column, start.column + 1) + 1)


def read_yaml(path: str, content: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Read one file. A file that is not YAML, or holds nothing, gives no document but a finding."""
    if len(content) > LARGEST_FILE:
        return None, [Diagnostic(TOO_LARGE, Span(path), {"size": str(len(content))})]
    text = decode(path, content)
    if isinstance(text, Diagnostic):
        return None, [text]
    builder = _Builder(path)
    if stopped := _build(builder, text):
        return None, [*builder.diagnostics, stopped]
    if builder.root is None or builder.root.data is None:
        return None, [*builder.diagnostics, Diagnostic(EMPTY_FILE, Span(path))]
    document = Document(path, builder.root)
    return document, [*builder.diagnostics, *cut_texts(document, text)]


def _build(builder: "_Builder", text: str) -> Diagnostic | None:
    """Put a file together; the finding where it can't be read further."""
    parser = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            builder.add(event)
    except _StopError as stop:
        return stop.diagnostic
    except yaml.YAMLError as error:
        return _syntax(builder.path, text, error)
    finally:
        parser.dispose()
    return None


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
    begun = getattr(error, "context_mark", None) or mark
    first = begun.line + 1 if begun else 1
    told, cure = explained(Trouble(problem, context, lines, column - 1, line, first))
    if begun and context.endswith("quoted scalar") and first < line:  # a quote that is never closed: where it opens
        span = Span(path, first, begun.column + 1, first, begun.column + 2)
    return Diagnostic(SYNTAX, span, {"problem": told}, cure=cure)


class _StopError(Exception):
    """The file can't be read further."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__()
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not ended; `key` is a mapping's key that waits for its value."""

    node: Node
    key: ScalarEvent | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.node.children, dict) and self.key is None


@dataclass(slots=True)
class _Builder:
    """Puts the events of one file together, without recursion."""

    path: str
    root: Node | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    begun: bool = False

    def add(self, event: yaml.Event) -> None:
        """Take the next event. Raises `_StopError` where the file can't be read further."""
        if isinstance(event, yaml.NodeEvent):
            self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            if self.begun:
                raise self._stop(SYNTAX, event, ONE_DOCUMENT, problem=SECOND_DOCUMENT)
            self.begun = True

    def _node(self, event: yaml.NodeEvent) -> None:
        self._refuse_marks(event)
        holder = self.open[-1] if self.open else None
        if isinstance(event, ScalarEvent):
            if match := INVISIBLE.search(event.value):  # the file holds none, but an escape in quotes, "\\u202e", may
                self.diagnostics.append(invisible(_span(self.path, event), match.group()))
                event.value = INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", event.value)
            if holder and holder.wants_key:
                holder.key = event
                return
            node = Node(_scalar(event), event)
        else:
            node = self._collection(event, holder)
            self.open.append(_Open(node))
        if holder:
            self._attach(holder, node)
        else:
            self.root = node

    def _collection(self, event: yaml.NodeEvent, holder: _Open | None) -> Node:
        if holder and holder.wants_key:
            raise self._stop(SYNTAX, event, problem=NOT_A_KEY)
        if len(self.open) >= DEEPEST:
            raise self._stop(TOO_DEEP, event, limit=str(DEEPEST))
        return Node({}, event, {}) if isinstance(event, yaml.MappingStartEvent) else Node([], event, [])

    def _attach(self, holder: _Open, node: Node) -> None:
        parent = holder.node
        if isinstance(parent.children, list):
            parent.children.append(node)
            cast("list[Any]", parent.data).append(node.data)
            return
        key, holder.key = cast("ScalarEvent", holder.key), None
        children = cast("Mapping", parent.children)
        name = _scalar(key) or ""
        if name == "<<":
            raise self._stop(ANCHOR, key, what="<<")
        if name in children:
            first = Related(
                _span(self.path, children[name][0]), Text("den första står här", "the first one stands here")
            )
            self.diagnostics.append(Diagnostic(DUPLICATE_KEY, _span(self.path, key), {"key": name}, related=(first,)))
            return
        children[name] = (key, node)
        cast("dict[str, Any]", parent.data)[name] = node.data

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        """Refuse anchors, aliases and tags: with them a line means what does not stand on it."""
        if isinstance(event, yaml.AliasEvent):
            raise self._stop(ANCHOR, event, what=f"*{event.anchor}")
        if event.anchor:
            raise self._stop(ANCHOR, event, what=f"&{event.anchor}")
        if tag := getattr(event, "tag", None):
            raise self._stop(ANCHOR, event, what=tag)

    def _stop(self, rule: Rule, event: yaml.Event, cure: Text | None = None, **facts: str | Text) -> _StopError:
        return _StopError(Diagnostic(rule, _span(self.path, event), facts, cure=cure))


def _scalar(event: ScalarEvent) -> str | None:
    """The text that was written; None where nothing was."""
    text: str = event.value
    if event.style:
        return text
    return UnquotedDigits(text) if text.isascii() and text.isdigit() else text or None
