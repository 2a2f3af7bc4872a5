"""Where things stand. Places are kept beside the plan, so that they are no part of what it says."""

from dataclasses import dataclass, field

from malstyrning.diagnostics import Span
from malstyrning.sources.yaml_nodes import Block, Document, Source

Steps = tuple[str | int, ...]
Identity = str | tuple[str, str | int]


@dataclass(slots=True)
class Places:
    """The source and the steps of every object, by its id or, where it has none, by what makes it one."""

    _objects: dict[Identity, tuple[Source, Steps]] = field(default_factory=dict)

    def __contains__(self, identity: Identity) -> bool:
        return identity in self._objects

    def put(self, identity: Identity, document: Document, steps: Steps) -> None:
        """Remember where an object stands."""
        self._objects[identity] = (document.source, steps)

    def span(self, identity: Identity, *steps: str | int) -> Span:
        """The place of a value in an object; of the object's own key where the value is not written out."""
        source, start = self._objects[identity]
        return source.span(*start, *steps) if steps else source.key_span(*start)

    def block(self, identity: Identity, *steps: str | int) -> Block | None:
        """Where to add keys to an object, or to a mapping in it; None where that can't be told."""
        source, start = self._objects[identity]
        return source.block(*start, *steps)

    def key_span(self, identity: Identity, *steps: str | int) -> Span:
        """The place of a key in an object."""
        source, start = self._objects[identity]
        return source.key_span(*start, *steps)
