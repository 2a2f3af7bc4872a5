"""Reading goals/: every file, every section, every object; all findings in one pass."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from malstyrning.diagnostics import Diagnostic, Related, has_errors
from malstyrning.domain.ids import MOST_SOUGHT, as_id, is_id, is_organisation_id
from malstyrning.language import Language, Text
from malstyrning.load.forms import EXPECTED
from malstyrning.load.models import Entry
from malstyrning.load.places import Places, Steps
from malstyrning.load.problems import problems, shown, unknown_key, unquoted_id
from malstyrning.load.schema_findings import (
    BAD_ID,
    DUPLICATE_ID,
    NO_VALUE,
    REPEATED_FRAME,
    WRONG_FORM,
)
from malstyrning.load.sections import SECTIONS, Section, identity_of, key_of
from malstyrning.sources.yaml_nodes import Document, UnquotedDigits

_FIRST = Text("den första står här", "the first one is here")
_KEEP_ONE = Text("låt en av dem stå: den är hela kommunens", "keep one of them: it is the whole municipality's")
_AS_IT_SHOULD_BE = Text(
    "skriv {meant}: små bokstäver a–z, siffror och enkla bindestreck",
    "write {meant}: lower-case a–z, digits and single hyphens",
)
_A_LIST = Text("en lista", "a list")
_A_TEXT = Text("en text", "a text")
_KEYS = Text("nycklar med värden", "keys with values")


@dataclass(slots=True)
class Reader:
    """Gathers the objects of many documents.

    `failed` holds the ids of objects that could not be read, so that what names them is not told as well;
    `whole` is False where objects may be missing whose ids no one can know: the settings, a file, a folder or a
    section could not be read. `language` is that of a text that names none.
    """

    places: Places = field(default_factory=Places)
    objects: dict[str, dict[Any, Any]] = field(default_factory=lambda: {key: {} for key in SECTIONS})
    failed: set[str] = field(default_factory=set)
    whole: bool = True
    language: Language = Language.SV
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def not_read(self, findings: Iterable[Diagnostic]) -> None:
        """Take in what keeps files from being read, or parts of them."""
        new = [*findings]
        self.diagnostics.extend(new)
        self.whole = self.whole and not has_errors(new)

    def read(self, document: Document) -> None:
        """Add everything in a goal file."""
        if not isinstance(document.data, dict):
            self._wrong_form(document, (), document.path, EXPECTED["mapping"])
            return
        for number, (key, content) in enumerate(document.data.items()):
            section = SECTIONS.get(key)
            if section is None:
                self.whole = False
                self.diagnostics.append(unknown_key(document, (key,), list(SECTIONS), seek=number < MOST_SOUGHT))
            elif content is None:
                self._no_value(document, (key,))
            elif section.shape == "one":
                self._read_one(document, section)
            elif section.shape == "list":
                self._read_list(document, section, content)
            else:
                self._read_by_id(document, section, content)

    def entry(self, document: Document, steps: Steps, model: type[Entry]) -> Any:  # noqa: ANN401
        """The object at `steps`, read by its model; None, and findings, where it can't be."""
        content: Any = document.data
        for step in steps:
            content = content[step]
        if content is None and steps:
            self._no_value(document, steps)
            return None
        if not isinstance(content, dict):
            name = str(steps[-1]) if steps else document.path
            self._wrong_form(document, steps, name, EXPECTED["mapping"])
            return None
        try:
            return model.model_validate(content, context=self.language)
        except ValidationError as error:
            last = steps[-1] if len(steps) > 1 else ""
            about = last if isinstance(last, str) else ""
            found = problems(document, steps, model, error)
            self.diagnostics.extend(replace(one, about=about) for one in found)
            return None

    def _read_one(self, document: Document, section: Section) -> None:
        if section.key in self.places:
            self._repeated(document, (section.key,), section.key, _KEEP_ONE)
            return
        self.places.put(section.key, document, (section.key,))
        if entry := self.entry(document, (section.key,), section.model):
            self.objects[section.key][section.key] = entry.to_domain()

    def _read_list(self, document: Document, section: Section, content: Any) -> None:  # noqa: ANN401
        if not isinstance(content, list):
            self._wrong_form(document, (section.key,), section.key, EXPECTED["list"])
            return
        for index, raw in enumerate(content):
            steps = (section.key, index)
            entry = self.entry(document, steps, section.model)
            if entry is None:
                self.failed.add(f"{section.key}/{index}")
                self._inner_failed(section, raw)
                continue
            value = entry.to_domain()
            key = key_of(section, value)
            identity = identity_of(section, key)
            if identity in self.places:
                first = Related(self.places.span(identity), _FIRST)
                facts = {"what": f"{section.key}: {key if isinstance(key, str) else ' '.join(map(str, key))}"}
                place = document.span(*steps, "period" if isinstance(key, str) else "committee")
                self.diagnostics.append(Diagnostic(REPEATED_FRAME, place, facts, related=(first,)))
                continue
            self.places.put(identity, document, steps)
            self._claim_inner(document, steps, section, raw)
            self.objects[section.key][key] = value

    def _read_by_id(self, document: Document, section: Section, content: Any) -> None:  # noqa: ANN401
        if not isinstance(content, dict):
            self._wrong_form(document, (section.key,), section.key, EXPECTED["mapping"])
            return
        for key, raw in content.items():
            steps = (section.key, key)
            fine = self._good_id(document, steps, key, section) and self._claim(document, steps, key)
            entry = self.entry(document, steps, section.model) if fine else None
            if entry is None:
                self._remember_failed(section, key, raw)
                continue
            self._claim_inner(document, steps, section, raw)
            self.objects[section.key][str(key)] = entry.to_domain(str(key))

    def _good_id(self, document: Document, steps: Steps, key: str, section: Section) -> bool:
        organisation = section.key == "organisations"
        if isinstance(key, UnquotedDigits):
            self.diagnostics.append(unquoted_id(document.key_span(*steps), key))
            return False
        if is_organisation_id(key) if organisation else is_id(key):
            return True
        expected = EXPECTED["organisation_id" if organisation else "id"]
        meant = None if organisation else as_id(key)
        cure = _AS_IT_SHOULD_BE.filled({"meant": meant}) if meant else None
        facts: dict[str, str | Text] = {"found": shown(key), "expected": expected}
        self.diagnostics.append(Diagnostic(BAD_ID, document.key_span(*steps), facts, cure=cure))
        return False

    def _claim(self, document: Document, steps: Steps, key: str) -> bool:
        if key in self.places:
            self._repeated(document, steps, key)
            return False
        self.places.put(key, document, steps)
        return True

    def _claim_inner(self, document: Document, steps: Steps, section: Section, raw: Any) -> None:  # noqa: ANN401
        for key in (raw.get(section.inner) or {}) if section.inner else ():
            self._claim(document, (*steps, section.inner or "", key), key)

    def _remember_failed(self, section: Section, key: str, raw: Any) -> None:  # noqa: ANN401
        self.failed.update({str(key), as_id(str(key)) or str(key)})  # what names it may be written as it should be
        self._inner_failed(section, raw)
        if isinstance(raw, dict) and isinstance(raw.get("kolada"), str):
            self.failed.add(raw["kolada"].strip().upper())  # so that its measurements are not called unknown

    def _inner_failed(self, section: Section, raw: Any) -> None:  # noqa: ANN401
        inner = raw.get(section.inner) if isinstance(raw, dict) and section.inner else None
        if isinstance(inner, dict):
            self.failed.update(map(str, inner))

    def _repeated(self, document: Document, steps: Steps, key: str, cure: Text | None = None) -> None:
        first = Related(self.places.span(key), _FIRST)
        place = document.key_span(*steps)
        self.diagnostics.append(Diagnostic(DUPLICATE_ID, place, {"id": key}, related=(first,), cure=cure))

    def _no_value(self, document: Document, steps: Steps) -> None:
        facts: dict[str, str | Text] = {"key": str(steps[-1]), "expected": EXPECTED["mapping"]}
        self.diagnostics.append(Diagnostic(NO_VALUE, document.key_span(*steps), facts))
        if len(steps) > 1:
            self.failed.add(str(steps[-1]))

    def _wrong_form(self, document: Document, steps: Steps, key: str, expected: Text) -> None:
        self.whole = self.whole and len(steps) > 1
        content: Any = document.data
        for step in steps:
            content = content[step]
        found = _A_LIST if isinstance(content, list) else _KEYS if isinstance(content, dict) else _A_TEXT
        facts: dict[str, str | Text] = {"key": key, "found": found, "expected": expected}
        self.diagnostics.append(Diagnostic(WRONG_FORM, document.span(*steps), facts))
