"""The files of a workspace, with every scalar as the text that was written."""

import csv
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Section = dict[str, Any]
Row = dict[str, str]


class Files:
    """What goals/ and data/ hold, and malstyrning.yaml."""

    def __init__(self, root: Path) -> None:
        self.settings = read_yaml(root / "malstyrning.yaml")
        self._sections: dict[str, Section] = {}
        self.documents = [read_yaml(path) for path in sorted((root / "goals").rglob("*.yaml"))]
        rows = [row for path in sorted((root / "data").rglob("*.csv")) for row in read_csv(path)]
        self.measurements = {
            (row["kpi"], row["municipality"], row["period"], row["gender"]): row for row in rows if "gender" in row
        }
        self.forecasts = {
            (row["area"], row["period"], row.get("made", "")): row for row in rows if row.get("kind") == "forecast"
        }
        self.budget = {(row["area"], row["period"]): row for row in rows if row.get("kind") == "outcome"}

    @property
    def organisation(self) -> str:
        """Whose goals they are."""
        return str(self.settings["organisation"])

    @property
    def groups(self) -> Section:
        """The comparison groups."""
        return dict(self.settings.get("groups", {}))

    def section(self, key: str) -> Section:
        """All objects of a section, in all files."""
        if key not in self._sections:
            self._sections[key] = {
                name: one for document in self.documents for name, one in document.get(key, {}).items()
            }
        return self._sections[key]

    def entries(self, key: str) -> list[Section]:
        """All entries of a section that is a list."""
        return [one for document in self.documents for one in document.get(key, [])]

    def limit(self, key: str, otherwise: int) -> Fraction:
        """A number under `limits`."""
        return Fraction(self.settings.get("limits", {}).get(key, otherwise))

    def text(self, written: str | dict[str, str] | None) -> dict[str, str | None] | None:
        """A text in both languages: a plain string is in the workspace's own."""
        if written is None:
            return None
        told = written if isinstance(written, dict) else {self.settings.get("language", "sv"): written}
        return {"sv": told.get("sv"), "en": told.get("en")}


def read_yaml(path: Path) -> Section:
    """A file, empty or not."""
    return yaml.load(path.read_text(encoding="utf-8"), LOADER) or {}  # noqa: S506 - it makes texts only


def read_csv(path: Path) -> Iterator[Row]:
    """The rows of a file with commas, or with semicolons and decimal commas."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    semicolons = ";" in lines[0]
    for row in csv.DictReader(lines, delimiter=";" if semicolons else ","):
        yield {
            key: cell.replace(",", ".") if semicolons and key in {"value", "n"} else cell for key, cell in row.items()
        }


def yes(one: Section, key: str) -> bool:
    """Whether a key says so: `true` in YAML, `yes` in CSV."""
    return one.get(key) in {"true", "yes"}


def in_force(one: Section, year: int) -> bool:
    """Whether an object is a part of the year's plan."""
    return int(one.get("from", 0)) <= year <= int(one.get("to", 9999))
