"""What the schema says of a place in an object: its keys, its choices, the form that it wants."""

from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from malstyrning.domain.kpis import Unit
from malstyrning.language import Text, same
from malstyrning.load.forms import EXPECTED, OR_ALL, OR_NONE, Form
from malstyrning.load.units import UNITS

Steps = tuple[str | int, ...]


def type_at(kind: Any, steps: Steps) -> Any:  # noqa: ANN401 - types are written in many ways
    """The type at `steps` inside a type; `steps` are pydantic's, where the tag of a union is a step of its own."""
    if not steps:
        return kind
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return type_at(parts[0], steps)
    if origin in (Union, UnionType):
        tagged = [one for one in parts if _tag(one) == steps[0]]
        return type_at(tagged[0], steps[1:]) if tagged else type_at(parts[0], steps)
    if _is_model(kind):
        return type_at(_fields(kind)[str(steps[0])], steps[1:])
    return type_at(parts[-1], steps[1:])  # the items of a list, the values of a mapping


def keys_of(kind: Any) -> list[str]:  # noqa: ANN401
    """The keys of a model, in their order."""
    return [*_fields(kind)] if _is_model(kind) else keys_of(get_args(kind)[0])


def required_keys_of(kind: Any) -> list[str]:  # noqa: ANN401
    """The keys that a model can't do without; of several models, those that all of them share."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return required_keys_of(parts[0])
    if origin in (Union, UnionType):
        first, *others = (required_keys_of(one) for one in parts if one is not NoneType)
        return [key for key in first if all(key in one for one in others)]
    if not _is_model(kind):
        return []
    model: type[BaseModel] = kind
    return [field.alias or name for name, field in model.model_fields.items() if field.is_required()]


def choices_of(kind: Any) -> list[str]:  # noqa: ANN401
    """The words that a value may be, where the schema lists them."""
    if kind is Unit:
        return [*UNITS]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return [*kind]
    if _is_model(kind):
        return [tag] if (tag := _tag(kind)) else []
    return [word for part in get_args(kind) for word in choices_of(part)]


def expected_of(kind: Any) -> Text:  # noqa: ANN401
    """The form that a value of this type has, in words."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        form = next((one.name for one in parts[1:] if isinstance(one, Form)), None)
        if OR_ALL in parts:
            return EXPECTED["members"]
        if OR_NONE in parts:
            return EXPECTED["effect"]
        return EXPECTED[form] if form else expected_of(parts[0])
    if origin in (Union, UnionType):
        return expected_of(next(one for one in parts if one is not NoneType))
    if origin is list:
        return EXPECTED["list"]
    choices = [] if _is_model(kind) or parts else choices_of(kind)
    return same(", ".join(choices)) if choices else EXPECTED["mapping"]


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {
        field.alias or name: Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        for name, field in model.model_fields.items()
    }


def _is_model(kind: Any) -> bool:  # noqa: ANN401
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _tag(kind: Any) -> str | None:  # noqa: ANN401
    """The word of the key `kind` that tells a model from the others of its union."""
    field = kind.model_fields.get("kind") if _is_model(kind) else None
    return get_args(field.annotation)[0] if field and get_origin(field.annotation) is Literal else None
