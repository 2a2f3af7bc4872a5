"""Where things stand. Places are kept beside the plan, so that they are no part of what it says."""

from dataclasses import dataclass, field

from malstyrning.diagnostics import Span
from malstyrning.sources.yaml_nodes import Block, Document

Steps = tuple[str | int, ...]
Identity = str | tuple[str, str | int]


@dataclass(slots=True)
class Places:
    """The document and the steps of every object, by its id or, where it has none, by what makes it one."""

    _objects: dict[Identity, tuple[Document, Steps]] = field(default_factory=dict)

    def __contains__(self, identity: Identity) -> bool:
        return identity in self._objects

    def put(self, identity: Identity, document: Document, steps: Steps) -> None:
        """Remember where an object stands."""
        self._objects[identity] = (document, steps)

    def span(self, identity: Identity, *steps: str | int) -> Span:
        """The place of a value in an object; of the object's own key where the value is not written out."""
        document, start = self._objects[identity]
        return document.span(*start, *steps) if steps else document.key_span(*start)

    def block(self, identity: Identity, *steps: str | int) -> Block | None:
        """Where to add keys to an object, or to a mapping in it; None where that can't be told."""
        document, start = self._objects[identity]
        return document.block(*start, *steps)

    def key_span(self, identity: Identity, *steps: str | int) -> Span:
        """The place of a key in an object."""
        document, start = self._objects[identity]
        return document.key_span(*start, *steps)
