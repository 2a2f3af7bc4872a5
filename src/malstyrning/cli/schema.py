"""`malstyrning schema`: what files may hold, as JSON Schema for editors and programs."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from malstyrning.cli.options import LanguageOption, terminal_language
from malstyrning.language import Language

_PACKAGE = Path(__file__).parent.parent
EDITOR_FOLDER = ".malstyrning"


class SchemaName(StrEnum):
    """What there is a schema of."""

    GOALS = "goals"
    WORKSPACE = "workspace"
    FINDINGS = "findings"
    EVALUATION = "evaluation"


def schema(
    name: Annotated[
        SchemaName,
        typer.Argument(help="Files in goals/, malstyrning.yaml, findings as JSON, or the record evaluation.json."),
    ] = SchemaName.GOALS,
    lang: LanguageOption = None,
) -> None:
    """Print the JSON Schema of a file, for editors and programs.

    With it an editor completes keys and underlines mistakes; docs/workspace.md says how. The schemas of findings
    and evaluation are in English only.
    """
    from malstyrning.console.terminal import put

    put(written(name, terminal_language(lang)))


def written(name: SchemaName, language: Language) -> str:
    """A schema as text. Only ASCII, so that it is the same in every encoding."""
    return json.dumps(_content(name, language), indent=1)


def editor_files(language: Language) -> dict[str, str]:
    """What an editor needs in a workspace: files by their paths below it."""
    both = (SchemaName.GOALS, SchemaName.WORKSPACE)
    return {f"{EDITOR_FOLDER}/{name}.schema.json": written(name, language) + "\n" for name in both}


def editor_line(root: Path) -> str:
    """The first line of a file in goals/ that leads editors to the schema; nothing where the workspace has none."""
    path = f"{EDITOR_FOLDER}/{SchemaName.GOALS}.schema.json"
    return f"# yaml-language-server: $schema=../{path}\n" if (root / path).is_file() else ""


def _content(name: SchemaName, language: Language) -> Any:  # noqa: ANN401 - JSON
    if name is SchemaName.FINDINGS:
        return json.loads((_PACKAGE / "console/formats/findings.schema.json").read_text("utf-8"))
    if name is SchemaName.EVALUATION:
        return json.loads((_PACKAGE / "report/evaluation.schema.json").read_text("utf-8"))
    from malstyrning.load.json_schema import goals_schema, workspace_schema

    return goals_schema(language) if name is SchemaName.GOALS else workspace_schema(language)
