"""From the models that read a file to a JSON Schema of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from malstyrning.language import Language
from malstyrning.load.descriptions import DESCRIPTIONS, described, name_of
from malstyrning.load.forms import OPEN_LIST, OPEN_MAPPING, OR_ALL, OR_NONE, Form
from malstyrning.load.json_schema.forms import JsonSchema, form, mapping
from malstyrning.load.schema import choices_of

EXAMPLES = {
    "Decided.reference": "KF 2025-11-17 § 301",
    "Decided.source": "Kolada",
    "Level.reference": "KF 2025-11-17 § 301",
    "FrameChange.reference": "KF 2026-06-15 § 120",
    "Signature.body": "Utbildningsnämnden",
}


@dataclass(slots=True)
class Builder:
    """Builds a schema in one language; `definitions` are the models and forms that it refers to."""

    language: Language
    definitions: dict[str, JsonSchema] = field(default_factory=dict)

    def description(self, name: str) -> str:
        """What a key means."""
        return DESCRIPTIONS[name][self.language]

    def reference(self, model: type[BaseModel]) -> JsonSchema:
        """A reference to a model's schema."""
        return self._defined(name_of(model), lambda: self.model(model))

    def model(self, model: type[BaseModel]) -> JsonSchema:
        """The schema of an object."""
        fields = {one.alias or name: one for name, one in model.model_fields.items()}
        return {
            "type": "object",
            "properties": {key: self._property(model, key, one) for key, one in fields.items()},
            "required": [key for key, one in fields.items() if one.is_required()],
            "additionalProperties": False,
        }

    def _property(self, model: type[BaseModel], key: str, info: FieldInfo) -> JsonSchema:
        name = described(model, key)
        kind = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        told = {"description": self.description(name)} if name else {}
        examples = {"examples": [EXAMPLES[name]]} if name in EXAMPLES else {}
        return {**self._of(kind, name or ""), **told, **examples}

    def _of(self, kind: Any, name: str) -> JsonSchema:  # noqa: ANN401 - types are written in many ways
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._annotated(parts[0], parts[1:], name)
        if origin in (Union, UnionType):
            several = [one for one in parts if one is not NoneType]
            return self._of(several[0], name) if len(several) == 1 else self._tagged(several)
        if origin is list:
            return {"type": "array", "items": self._of(parts[0], name)}
        if origin in (dict, Mapping):
            return self._mapping(parts[0], self._of(parts[1], name), name)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.reference(kind)
        return {"const": parts[0]} if origin is Literal else {"enum": choices_of(kind)}

    def _annotated(self, kind: Any, marks: tuple[Any, ...], name: str) -> JsonSchema:  # noqa: ANN401
        if found := _form_in(marks):
            return self._defined(found.name, lambda: form(found.name, self.language))
        schema = self._of(kind, name)
        if OPEN_LIST in marks or OPEN_MAPPING in marks:
            schema = {**schema, "type": [schema["type"], "null"]}
        fewest = next((one.min_length for one in marks if hasattr(one, "min_length")), None)
        schema = schema if fewest is None else {**schema, "minItems": fewest}
        word = "all" if OR_ALL in marks else "none" if OR_NONE in marks else None
        return {"anyOf": [{"const": word}, schema]} if word else schema

    def _mapping(self, key: Any, value: JsonSchema, name: str) -> JsonSchema:  # noqa: ANN401
        if isinstance(key, type) and issubclass(key, StrEnum):
            told = {one.value: {**value, "description": self.description(f"{name}.{one.value}")} for one in key}
            return {"type": "object", "properties": told, "additionalProperties": False}
        found = _form_in(get_args(key))
        return mapping(found.name if found else "", value)

    def _tagged(self, models: list[type[BaseModel]]) -> JsonSchema:
        """Objects that their `kind` tells apart: all keys are known before a kind is chosen, and then only its own."""
        kinds = [word for one in models for word in choices_of(one)]
        shared = {key: one for model in models for key, one in self.model(model)["properties"].items()}
        told = {key: {"description": one["description"]} for key, one in shared.items() if "description" in one}
        told["kind"] = {"enum": kinds, **told["kind"]}
        chosen = [
            {"if": {"properties": {"kind": {"const": word}}, "required": ["kind"]}, "then": self.reference(one)}
            for word, one in zip(kinds, models, strict=True)
        ]
        return {
            "type": "object",
            "properties": told,
            "required": ["kind"],
            "additionalProperties": False,
            "allOf": chosen,
        }

    def _defined(self, name: str, make: Any) -> JsonSchema:  # noqa: ANN401
        if name not in self.definitions:
            self.definitions[name] = {}  # so that a model that holds itself would end
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}


def _form_in(marks: tuple[Any, ...]) -> Form | None:
    return next((one for one in marks if isinstance(one, Form)), None)
