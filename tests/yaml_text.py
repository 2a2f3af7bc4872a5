"""YAML as a test reads it: plain data, every scalar as text."""

from typing import Any

from malstyrning.sources.yaml_nodes import read_yaml


def plain(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    document, findings = read_yaml("a.yaml", text.encode())
    assert document is not None
    assert findings == []
    return document.data
