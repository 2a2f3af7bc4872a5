"""Texts from strangers in a report: Markdown made into safe HTML, and texts made safe for Markdown.

A person's Markdown is parsed and written anew for both formats, so that nothing passes but what is known:
paragraphs, lists, quotations, emphasis, code and links to the web.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from textwrap import indent

import nh3
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "code", "pre", "blockquote", "br"}
_SCHEMES = ("http://", "https://", "mailto:")
_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$])")
_MARKER_AT_START = re.compile(r"^(\s*)([#=]|[+-](?=[\s-]|$))")
_NUMBER_AT_START = re.compile(r"^(\s*\d+)([.)])(?=\s|$)")
_once = lru_cache(16_384)  # texts: of the 14 000 of a report no more than 3 000 differ


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading"])


@_once
def narrative_to_html(text: str) -> str:
    """A person's Markdown as HTML, cleaned by a sanitiser as well."""
    return nh3.clean(
        _parser().render(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


@_once
def narrative_to_markdown(text: str) -> str:
    """A person's Markdown as Markdown that can stand anywhere: no HTML, headings or pictures, no fence left open."""
    return _blocks(SyntaxTreeNode(_parser().parse(text)).children)


@_once
def plain_to_markdown(text: str) -> str:
    """A plain text so that a Markdown reader shows it as it stands, on one line."""
    return _at_start(_SIGNS.sub(r"\\\1", " ".join(text.split("\n"))))


def _at_start(line: str) -> str:
    return _NUMBER_AT_START.sub(r"\1\\\2", _MARKER_AT_START.sub(r"\1\\\2", line))


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> str:
    blocks = [block for node in nodes if (block := _block(node))]
    tight = any(node.type == "paragraph" and node.hidden for node in nodes)  # an item of a list without blank lines
    return ("\n" if tight else "\n\n").join(blocks)


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "paragraph":
            return _at_start("".join(map(_inline, node.children[0].children)))
        case "bullet_list" | "ordered_list":
            return "\n".join(
                f"{marker}{indent(_blocks(item.children), ' ' * len(marker))[len(marker) :]}"
                for marker, item in _items(node)
            )
        case "blockquote":
            return indent(_blocks(node.children), "> ", lambda _: True)
        case "fence" | "code_block":
            return indent(node.content.rstrip("\n"), "    ")
        case _:
            return ""


def _items(node: SyntaxTreeNode) -> Iterable[tuple[str, SyntaxTreeNode]]:
    for number, item in enumerate(node.children, 1):
        yield ("- " if node.type == "bullet_list" else f"{number}. "), item


def _inline(node: SyntaxTreeNode) -> str:
    inner = "".join(map(_inline, node.children))
    match node.type:
        case "em":
            return f"*{inner}*"
        case "strong":
            return f"**{inner}**"
        case "link":
            target = str(node.attrs.get("href", ""))
            fine = target.lower().startswith(_SCHEMES) and not re.search(r"[\s<>]", target)
            return f"[{inner}](<{target}>)" if fine else inner
        case "softbreak" | "hardbreak":
            return " "
        case "code_inline" | "text":
            return _SIGNS.sub(r"\\\1", node.content)
        case _:
            return inner
