"""Outcomes: what the rows say of a KPI in a year."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.evaluate.independent.figures import PARTS, PER, Kpi, breaks_between, rounded
from tests.evaluate.independent.files import Files, Row, yes

Outcome = dict[str, Any]
FIRST_YEAR = 1900


NONE_OF_IT: Outcome = {
    "value": None,
    "unrounded": None,
    "missing": None,
    "state": "missing",
    "source": None,
    "preliminary": False,
    "example": False,
}


class Measured:
    """The values of a KPI: ours by year and gender, the others' for all."""

    def __init__(self, files: Files, name: str, kpi: Kpi) -> None:
        self.files, self.kpi, self.decimals = files, kpi, int(kpi["decimals"])
        self.names = (name, kpi["kolada"]) if "kolada" in kpi else (name,)

    def row(self, period: int | str, gender: str = "T", organisation: str | None = None) -> Row | None:
        """The row, which is written by our id or by Kolada's."""
        whose = self.files.organisation if organisation is None else organisation
        keys = ((name, whose, str(period), gender) for name in self.names)
        return next((self.files.measurements[key] for key in keys if key in self.files.measurements), None)

    def value(self, year: int, gender: str = "T") -> Fraction | None:
        """Our value before it is rounded: as it is written, or made of the parts of the year."""
        row = self.row(year, gender)
        if row is None and self.is_made_of_parts:
            return made(self.kpi, self.parts(year, gender))
        return Fraction(row["value"]) if row and row["value"] else None

    @property
    def is_followed_up(self) -> bool:
        """Whether the KPI is one of those that the close reports."""
        return "year_end" in self.kpi.get("reported_in", ["year_end"])

    @property
    def is_made_of_parts(self) -> bool:
        """Whether parts make a year that has no row of its own."""
        return self.kpi.get("measured") in PARTS and self.kpi.get("aggregation") in {"sum", "ratio", "last"}

    def parts(self, year: int, gender: str) -> dict[str, Row | None]:
        """The rows of the parts that the year is made of."""
        rows = {one: self.row(one, gender) for one in (f"{year}{part}" for part in PARTS[self.kpi["measured"]])}
        if not any(rows.values()):
            return {}
        return dict([*rows.items()][-1:]) if self.kpi["aggregation"] == "last" else rows

    def shown(self, year: int, gender: str = "T") -> Fraction | None:
        """Our value with the KPI's decimals."""
        value = self.value(year, gender)
        return None if value is None else rounded(value, self.decimals)

    def outcome(self, year: int, gender: str = "T") -> Outcome:
        """What the record tells of it, whether there is a row or not."""
        row, value = self.row(year, gender), self.shown(year, gender)
        made_of = self.parts(year, gender) if row is None and self.is_made_of_parts else {}
        rows = [one for one in made_of.values() if one] if row is None else [row]
        preliminary = any(yes(one, "preliminary") for one in rows if one)
        return {
            "period": str(year),
            "gender": gender,
            "value": value,
            "unrounded": Fraction(row["value"]) if row and row["value"] else None,
            "missing": next((one["status"] for one in rows if one and one.get("status")), None),
            "state": "missing" if value is None else "preliminary" if preliminary else "final",
            "source": (row or {}).get("source") or None,
            "preliminary": preliminary,
            "example": any(yes(one, "example") for one in rows if one),
            **told_parts(self.kpi, made_of),
        }

    def series(self, year: int) -> Iterator[Outcome]:
        """The rows for all, up to the year."""
        return (self.outcome(one) for one in range(FIRST_YEAR, year + 1) if self.is_told(one))

    def before(self, year: int) -> dict[int, Fraction]:
        """The outcomes of at most ten years before, by the definition that the year has."""
        years = {one: self.shown(one) for one in range(year - 10, year) if not breaks_between(self.kpi, one, year)}
        return {one: value for one, value in years.items() if value is not None}

    def is_told(self, year: int) -> bool:
        """Whether the year has a row, or a value made of its parts."""
        return bool(self.row(year)) or self.value(year) is not None


def usable(kpi: Kpi, row: Row | None) -> bool:
    """Whether a part has what the aggregation needs."""
    keys = ("numerator", "denominator") if kpi["aggregation"] == "ratio" else ("value",)
    if row is None or not all(row.get(key) for key in keys):
        return False
    return "denominator" not in keys or Fraction(row["denominator"]) > 0 or Fraction(row["numerator"]) == 0


def made(kpi: Kpi, parts: dict[str, Row | None]) -> Fraction | None:
    """A year's value from its parts, every one of which has to be there."""
    rows = [row for row in parts.values() if row is not None and usable(kpi, row)]
    if not parts or len(rows) < len(parts):
        return None
    if kpi["aggregation"] != "ratio":
        return sum((Fraction(row["value"]) for row in rows), Fraction(0))
    above, below = (sum((Fraction(row[key]) for row in rows), Fraction(0)) for key in ("numerator", "denominator"))
    return above / below * PER.get(kpi["unit"], 1) if below else None


def told_parts(kpi: Kpi, parts: dict[str, Row | None]) -> dict[str, Any]:
    """The parts that an outcome was made of, and those that could not be used."""
    rows = {period: row for period, row in parts.items() if row is not None}
    absent = [period for period, row in parts.items() if not usable(kpi, row)]
    if rows and not absent and made(kpi, parts) is None:
        absent = [*parts]  # none of none, in every part
    told = [
        {
            "period": period,
            **{key: Fraction(row[key]) if row.get(key) else None for key in ("value", "numerator", "denominator")},
            "source": row.get("source") or None,
        }
        for period, row in rows.items()
    ]
    return ({"parts": told} if rows else {}) | ({"absent": absent} if absent else {})
