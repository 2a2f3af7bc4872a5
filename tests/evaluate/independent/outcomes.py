"""Outcomes: what the rows say of a KPI in a year."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.evaluate.independent.figures import Kpi, breaks_between, rounded
from tests.evaluate.independent.files import Files, Row, yes

Outcome = dict[str, Any]
FIRST_YEAR = 1900


class Measured:
    """The values of a KPI: ours by year and gender, the others' for all."""

    def __init__(self, files: Files, name: str, kpi: Kpi) -> None:
        self.files, self.kpi, self.decimals = files, kpi, int(kpi["decimals"])
        self.names = (name, kpi["kolada"]) if "kolada" in kpi else (name,)

    def row(self, year: int, gender: str = "T", organisation: str | None = None) -> Row | None:
        """The row, which is written by our id or by Kolada's."""
        whose = self.files.organisation if organisation is None else organisation
        keys = ((name, whose, str(year), gender) for name in self.names)
        return next((self.files.measurements[key] for key in keys if key in self.files.measurements), None)

    def value(self, year: int, gender: str = "T", organisation: str | None = None) -> Fraction | None:
        """The value as it is written."""
        row = self.row(year, gender, organisation)
        return Fraction(row["value"]) if row and row["value"] else None

    def shown(self, year: int, gender: str = "T") -> Fraction | None:
        """Our value with the KPI's decimals."""
        value = self.value(year, gender)
        return None if value is None else rounded(value, self.decimals)

    def outcome(self, year: int, gender: str = "T") -> Outcome:
        """What the record tells of it, whether there is a row or not."""
        row: Row = self.row(year, gender) or {}
        return {
            "period": str(year),
            "gender": gender,
            "value": self.shown(year, gender),
            "unrounded": self.value(year, gender),
            "missing": row.get("status") or None,
            "source": row.get("source") or None,
            "preliminary": yes(row, "preliminary"),
            "example": yes(row, "example"),
        }

    def series(self, year: int) -> Iterator[Outcome]:
        """The rows for all, up to the year."""
        return (self.outcome(one) for one in range(FIRST_YEAR, year + 1) if self.row(one))

    def before(self, year: int) -> dict[int, Fraction]:
        """The outcomes of at most ten years before, by the definition that the year has."""
        years = {one: self.shown(one) for one in range(year - 10, year) if not breaks_between(self.kpi, one, year)}
        return {one: value for one, value in years.items() if value is not None}
