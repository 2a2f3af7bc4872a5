"""Every key is described in both languages, and no description is left over."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from malstyrning.language import Language
from malstyrning.load.descriptions import DESCRIPTIONS, described, name_of
from malstyrning.load.forms import EXPECTED
from malstyrning.load.json_schema.build import EXAMPLES
from malstyrning.load.json_schema.forms import FORMS
from malstyrning.load.sections import SECTIONS
from malstyrning.load.workspace import SettingsEntry


def models_in(kind: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - types are written in many ways
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for field in kind.model_fields.values():
            yield from models_in(field.annotation)
    for part in get_args(kind):
        yield from models_in(part)


def words_of_keys(kind: Any) -> list[str]:  # noqa: ANN401
    """The keys of a mapping whose keys are the words of a list."""
    key = get_args(kind)[0] if get_origin(kind) is dict else None
    return [*key] if isinstance(key, type) and issubclass(key, StrEnum) else []


MODELS = {
    name_of(model): model
    for root in (SettingsEntry, *(section.model for section in SECTIONS.values()))
    for model in models_in(root)
}


def keys() -> Iterator[tuple[str, str | None]]:
    """Every key there is, and the name of its description."""
    for section in SECTIONS:
        yield section, f"Goals.{section}" if f"Goals.{section}" in DESCRIPTIONS else None
    for name, model in MODELS.items():
        for attribute, field in model.model_fields.items():
            key = field.alias or attribute
            told = described(model, key)
            yield f"{name}.{key}", told
            for word in words_of_keys(field.annotation):
                yield f"{name}.{key}.{word}", f"{told}.{word}" if f"{told}.{word}" in DESCRIPTIONS else None


def test_every_key_is_described() -> None:
    assert [key for key, told in keys() if told is None] == []


def test_every_description_is_of_a_key() -> None:
    assert set(DESCRIPTIONS) - {told for _, told in keys()} == set()
    assert set(EXAMPLES) <= set(DESCRIPTIONS)


def test_every_description_is_a_sentence_in_both_languages() -> None:
    for name, text in DESCRIPTIONS.items():
        for language in Language:
            words = getattr(text, language)
            assert words, (name, language)
            assert words.endswith((".", "?")), (name, language)


def test_every_form_is_known_to_editors() -> None:
    no_forms_of_values = {"comma", "colon", "zero", "list", "members", "mapping", "effect"}
    assert set(EXPECTED) - no_forms_of_values == set(FORMS)
