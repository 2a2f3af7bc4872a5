"""A file as an editor sees it: scalars have the types that YAML 1.2 gives them."""

import re
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from malstyrning.language import Language
from malstyrning.load.json_schema import goals_schema, workspace_schema

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


GOALS = validator(goals_schema(Language.EN))
WORKSPACE = validator(workspace_schema(Language.EN))


def typed(text: str) -> Any:  # noqa: ANN401 - a scalar of any type
    """An unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def seen(node: Node) -> Any:  # noqa: ANN401 - whatever the file holds
    """What a node of a file is to an editor."""
    if isinstance(node, MappingNode):
        return {key.value: seen(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [seen(one) for one in node.value]
    assert isinstance(node, ScalarNode)
    return node.value if node.style else typed(node.value)


def composed(text: str) -> Node:
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert node is not None
    return node
