"""JSON Schemas of the files that people write, so that editors complete keys and underline mistakes.

They are made from the same models that read the files.
"""

from typing import Any

from malstyrning.language import Language, Text
from malstyrning.load.json_schema.build import Builder
from malstyrning.load.json_schema.forms import mapping
from malstyrning.load.sections import SECTIONS
from malstyrning.load.workspace import SettingsEntry

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_GOALS = Text("En fil i goals/", "A file in goals/")
_WORKSPACE = Text("malstyrning.yaml", "malstyrning.yaml")


def goals_schema(language: Language) -> dict[str, Any]:
    """What a file in goals/ may hold."""
    build = Builder(language)
    sections = {}
    for key, section in SECTIONS.items():
        one = build.reference(section.model)
        if section.shape == "list":
            one = {"type": "array", "items": one}
        elif section.shape == "by_id":
            one = mapping("organisation_id" if key == "organisations" else "id", one)
        sections[key] = {**one, "description": build.description(f"Goals.{key}")}
    root = {"type": "object", "properties": sections, "additionalProperties": False}
    return _whole(_GOALS[language], root, build)


def workspace_schema(language: Language) -> dict[str, Any]:
    """What malstyrning.yaml may hold."""
    build = Builder(language)
    return _whole(_WORKSPACE[language], build.model(SettingsEntry), build)


def _whole(title: str, root: dict[str, Any], build: Builder) -> dict[str, Any]:
    definitions = dict(sorted(build.definitions.items()))
    return {"$schema": _DIALECT, "title": title, **root, "$defs": definitions}
