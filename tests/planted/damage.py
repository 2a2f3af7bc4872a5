"""Ten kinds of mistakes, each planted at a random place of a workspace's files."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Files = Mapping[str, bytes]

REQUIRED = {
    "organisations": ("name", "kind"),
    "overall_goals": ("number", "title"),
    "committees": ("title",),
    "strategic_goals": ("number", "title", "committee", "serves", "from"),
    "kpis": ("title", "goal", "unit", "decimals", "direction"),
    "actions": ("title", "goal", "status"),
    "budget_frames": ("committee", "year", "amount", "decided", "areas"),
    "evaluations": ("committee", "period"),
    "target_levels": ("year", "kind", "decided"),
}
SECTIONS = {*REQUIRED, "vision", "fundamental_value"}
OF_IDS = {*(REQUIRED.keys() - {"target_levels"}), "areas", "goals", "groups", "lessons"}  # mappings whose keys are ids
REFERENCES = {"goal", "committee", "serves", "kpi", "groups", "replaced_by", "successor"}
NUMBERS = {"level", "decimals", "year", "amount", "tolerance", "change", "from", "number", "lag", "value"}


@dataclass(frozen=True, slots=True)
class Planted:
    """A damaged file, and the line where the mistake was planted."""

    path: str
    content: bytes
    line: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its value in a goal file: the keys above it, the mapping that holds it, and what comes after it.

    `begins` is the line, from 1, of the key or the dash that the mapping stands under.
    """

    above: tuple[str, ...]
    begins: int
    holder: MappingNode
    key: ScalarNode
    value: Node
    following: ScalarNode | None

    @property
    def is_id(self) -> bool:
        """Whether the key is a name that someone chose."""
        return bool(self.above) and self.above[-1] in OF_IDS


def keys_of(content: bytes) -> list[Key]:
    """Every key of a goal file."""
    root = yaml.compose(content.decode(), Loader=yaml.BaseLoader)
    return [*_keys(root, (), 1)]


def _keys(node: Node | None, above: tuple[str, ...], begins: int) -> Iterator[Key]:
    if isinstance(node, MappingNode):
        pairs = node.value
        for index, (key, value) in enumerate(pairs):
            yield Key(above, begins, node, key, value, pairs[index + 1][0] if index + 1 < len(pairs) else None)
            yield from _keys(value, (*above, key.value), key.start_mark.line + 1)
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from _keys(one, above, one.start_mark.line + 1)


def plant(kind: str, files: Files, random: Random) -> Planted:
    """Plant a mistake of a kind in one of the files."""
    ending = ".csv" if kind in ROWS else ".yaml"
    paths = [path for path in sorted(files) if path.endswith(ending) or kind == "broken bytes"]
    while True:
        path = random.choice(paths)
        text = files[path].decode()
        made = (ROWS[kind](text, random) if kind in ROWS else KEYS[kind](text, random)) if text else None
        if made:
            content, line = made
            return Planted(path, content, line)


Made = tuple[bytes, int] | None


def _chosen(text: str, random: Random, fits: Callable[[Key], bool]) -> Key | None:
    fitting = [one for one in keys_of(text.encode()) if fits(one)]
    return random.choice(fitting) if fitting else None


def _replaced(text: str, node: Node, new: str) -> Made:
    """The text with a node's own text replaced; the line of the node."""
    start, end = node.start_mark, node.end_mark
    return (text[: start.index] + new + text[end.index :]).encode(), start.line + 1


def misspelt_key(text: str, random: Random) -> Made:
    one = _chosen(text, random, lambda key: not key.is_id)
    if not one:
        return None
    word = one.key.value
    at = random.randrange(len(word))
    return _replaced(text, one.key, random.choice([word[:at] + word[at + 1 :] or "x", word[:at] + "q" + word[at:]]))


def dropped_key(text: str, random: Random) -> Made:
    """The mistake is told on the first line of what lacks the key."""

    def fits(key: Key) -> bool:
        section = next((one for one in reversed(key.above) if one in REQUIRED), "")
        where = key.above[-1:] if section in {"budget_frames", "evaluations", "target_levels"} else key.above[-2:-1]
        return where == (section,) and key.key.value in REQUIRED[section]

    one = _chosen(text, random, fits)
    if not one:
        return None
    start = one.key.start_mark
    if one.holder.flow_style:
        end = one.following.start_mark.index if one.following else one.value.end_mark.index
        cut = text[: start.index] + text[end:]
    else:
        lines = text.split("\n")
        last = one.following.start_mark.line if one.following else one.value.end_mark.line + 1
        if one.holder.value[0][0] is one.key and one.holder.start_mark.column > 0 and "- " in lines[start.line]:
            return None  # the first key of an item in a list carries the dash
        cut = "\n".join([*lines[: start.line], *lines[last:]])
    return cut.encode(), one.begins


def _on_one_line(key: Key) -> bool:
    value = key.value
    same = key.key.start_mark.line == value.start_mark.line == value.end_mark.line
    return same and isinstance(value, ScalarNode) and not key.holder.flow_style


def repeated_key(text: str, random: Random) -> Made:
    one = _chosen(text, random, lambda key: _on_one_line(key) and key.following is not None)
    if not one or not one.following:
        return None
    lines = text.split("\n")
    line = one.key.start_mark.line
    again = " " * one.key.start_mark.column + lines[line][one.key.start_mark.column :]
    return "\n".join([*lines[: line + 1], again, *lines[line + 1 :]]).encode(), line + 2


def lost_colon(text: str, random: Random) -> Made:
    one = _chosen(text, random, lambda key: _on_one_line(key) and key.following is not None)
    if not one:
        return None
    end = one.key.end_mark.index
    return (text[:end] + text[end + 1 :]).encode(), one.key.start_mark.line + 1


def tab(text: str, random: Random) -> Made:
    one = _chosen(text, random, lambda key: key.key.start_mark.column > 0 and not key.holder.flow_style)
    if not one:
        return None
    lines = text.split("\n")
    line = one.key.start_mark.line
    lines[line] = "\t" + lines[line].lstrip()
    return "\n".join(lines).encode(), line + 1


def dangling_reference(text: str, random: Random) -> Made:
    one = _chosen(text, random, lambda key: key.key.value in REFERENCES and not key.is_id)
    if not one:
        return None
    names = one.value.value if isinstance(one.value, SequenceNode) else [one.value]
    if not names or not isinstance(names[0], ScalarNode):
        return None
    name = random.choice(names)
    return _replaced(text, name, name.value + "-x")


def number_as_word(text: str, random: Random) -> Made:
    one = _chosen(text, random, lambda key: key.key.value in NUMBERS and isinstance(key.value, ScalarNode))
    return _replaced(text, one.value, random.choice(["många", "nittio", "-", "1O"])) if one else None


def broken_bytes(text: str, random: Random) -> Made:
    content = text.encode()
    at = random.randrange(len(content))
    broken = random.choice([b"\xff", b"\xe5", b"\x00", b"\xc3("])
    return content[:at] + broken + content[at:], content[:at].count(b"\n") + 1


def impossible_period(text: str, random: Random) -> Made:
    lines = text.split("\n")
    if "period" not in lines[0].split(","):
        return None
    line = random.randrange(1, len(lines) - 1)
    period = random.choice(["2022T4", "2022-13", "22", "2022H0", "2022 Q1", "tjugotvå"])
    cells = lines[line].split(",")
    cells[lines[0].split(",").index("period")] = period
    lines[line] = ",".join(cells)
    return "\n".join(lines).encode(), line + 1


def repeated_row(text: str, random: Random) -> Made:
    lines = text.split("\n")
    line = random.randrange(1, len(lines) - 1)
    lines.insert(line + 1, lines[line])
    return "\n".join(lines).encode(), line + 2


def unknown_name(text: str, random: Random) -> Made:
    lines = text.split("\n")
    line = random.randrange(1, len(lines) - 1)
    lines[line] = re.sub(r"^[^,]*", "okänd", lines[line])
    return "\n".join(lines).encode(), line + 1


KEYS: dict[str, Callable[[str, Random], Made]] = {
    "misspelt key": misspelt_key,
    "dropped required key": dropped_key,
    "repeated key": repeated_key,
    "lost colon": lost_colon,
    "tab": tab,
    "dangling reference": dangling_reference,
    "number as a word": number_as_word,
    "broken bytes": broken_bytes,
}
ROWS: dict[str, Callable[[str, Random], Made]] = {
    "impossible period": impossible_period,
    "repeated row": repeated_row,
    "unknown name": unknown_name,
}
KINDS = (*KEYS, *ROWS)
