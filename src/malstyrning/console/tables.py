"""Tables and trees in the terminal, at any width."""

import os
import sys
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText
from rich.tree import Tree

from malstyrning.console.terminal import encodable

_PIPE_WIDTH = 200
_STYLES = {
    "reached": "blue",
    "nearly": "yellow",
    "not_reached": "red",
    "not_assessable": "dim",
    "described": "dim",
    "not_reported": "dim",
    "own": "bold cyan",
    "strong": "bold",
    "notice": "magenta",
    "quiet": "dim",
    "": "",
}


@dataclass(frozen=True, slots=True)
class Styled:
    """A text and the name of its style, which is a fulfilment's key or one of the plain ones."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of a tree, and what hangs under it."""

    line: tuple[Styled, ...]
    branches: tuple["Branch", ...] = ()


class _Console(Console):
    """A console that leaves it to the command what to do when no one reads on."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Screen:
    """The terminal, or the file or pipe in its place."""

    def __init__(self, *, width: int | None = None) -> None:
        """`width` in columns, where the terminal shall not decide it itself."""
        if os.environ.get("COLUMNS") == "0":  # as some shells say that they do not know
            del os.environ["COLUMNS"]
        piped = width is None and not sys.stdout.isatty() and "COLUMNS" not in os.environ
        self._unfolded = piped  # a program reads lines, not a screen
        self._console = _Console(highlight=False, markup=False, emoji=False, width=_PIPE_WIDTH if piped else width)
        self._encoding = self._console.encoding

    def line(self, *parts: Styled) -> None:
        """Write one paragraph, folded at the width."""
        self._console.print(self._rich(parts), soft_wrap=self._unfolded)

    @property
    def width(self) -> int:
        """How many columns there are, or are worth using in a file."""
        return self._console.width

    def table(
        self,
        header: Sequence[str],
        rows: Iterable[Iterable[Styled]],
        *,
        left: Container[int] = (0,),
        folded: Container[int] = (0,),
    ) -> None:
        """Write a table: columns in `left` hold words, the others numbers; those in `folded` give way to the width."""
        table = Table(box=None if self._is_plain() else SIMPLE_HEAD, pad_edge=False, header_style="bold")
        for index, title in enumerate(header):
            justify: Literal["left", "right"] = "left" if index in left else "right"
            table.add_column(self._fit(title), justify=justify, no_wrap=index not in folded)
        for row in rows:
            table.add_row(*(self._rich((cell,)) for cell in row))
        self._console.print(table)
        if self._is_plain():  # a drawn table has an empty line below it
            self._console.print()

    def tree(self, roots: Iterable[Branch]) -> None:
        """Write a tree for each root."""
        for root in roots:
            tree = Tree(self._rich(root.line))
            self._grow(tree, root)
            self._console.print(tree)

    def _grow(self, tree: Tree, branch: Branch) -> None:
        for one in branch.branches:
            self._grow(tree.add(self._rich(one.line)), one)

    def _rich(self, parts: Iterable[Styled]) -> RichText:
        text = RichText()
        for part in parts:
            text.append(self._fit(part.text), style=_STYLES[part.style])
        return text

    def _fit(self, text: str) -> str:
        return encodable(text, self._encoding)

    def _is_plain(self) -> bool:
        return encodable("─", self._encoding) != "─"
