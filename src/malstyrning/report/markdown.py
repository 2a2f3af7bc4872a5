"""Texts from strangers in a report: Markdown made into safe HTML, and text made safe for Markdown."""

import re
from functools import cache

import nh3
from markdown_it import MarkdownIt

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "code", "pre", "blockquote", "br"}
_IN_TEXT = re.compile(r"([\\`*\[\]<>|~])")
_MARKER_AT_START = re.compile(r"^(\s*)([#+-])")
_NUMBER_AT_START = re.compile(r"^(\s*\d+)([.)]\s)")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading"])


def narrative_to_html(text: str) -> str:
    """A person's Markdown as HTML: paragraphs, lists, emphasis and web links, and nothing else."""
    return nh3.clean(
        _parser().render(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def plain_to_markdown(text: str) -> str:
    """A plain text so that a Markdown reader shows it as it stands, on one line."""
    line = _IN_TEXT.sub(r"\\\1", " ".join(text.split("\n")))
    return _NUMBER_AT_START.sub(r"\1\\\2", _MARKER_AT_START.sub(r"\1\\\2", line))


def narrative_to_markdown(text: str) -> str:
    """A person's Markdown for a place inside another document: no HTML, no headings, no pictures."""
    safe = text.replace("<", "\\<").replace("![", "!\\[")
    return re.sub(r"^(\s*)(#|=+\s*$|-+\s*$)", r"\1\\\2", safe, flags=re.MULTILINE)
