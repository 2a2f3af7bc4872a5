"""Single figures that people record, in a file of their own: sorted by key, in our own form."""

from dataclasses import dataclass

from malstyrning.diagnostics import Diagnostic
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Language
from malstyrning.sources.csv_rows import read_csv, write_csv
from malstyrning.sources.tree import Folder
from malstyrning.sources.writing import write_whole

RECORDED = "data/recorded.csv"
_HEADER = ["kpi", "municipality", "period", "gender", "value", "status", "source", "example"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One value, as text, with what says whose and when it is."""

    kpi: str
    municipality: str
    period: str
    gender: str
    value: str
    status: str = ""
    source: str = ""
    example: bool = False


def add_figure(folder: Folder, figure: Figure) -> None:
    """Put a figure into the file of recorded ones; columns that a person has added there are kept.

    Raises CannotDoError where the file can't be read or written. Nothing is lost: it is replaced as a whole.
    """
    header, rows = _former(folder)
    cells = {
        "kpi": figure.kpi,
        "municipality": figure.municipality,
        "period": figure.period,
        "gender": figure.gender,
        "value": figure.value,
        "status": figure.status,
        "source": figure.source,
        "example": "yes" if figure.example else "",
    }
    header = [*header, *(name for name in _HEADER if name not in header and cells[name])]
    rows = [[*row, *[""] * (len(header) - len(row))] for row in rows]
    rows.append([cells.get(name, "") for name in header])
    rows.sort(key=lambda row: row[:4])
    try:
        write_whole(folder.root / RECORDED, write_csv(header, rows).encode())
    except OSError as error:
        raise CannotDoError(f"{RECORDED} can't be written: {error.strerror or error}. Is it open elsewhere?") from error


def _former(folder: Folder) -> tuple[list[str], list[list[str]]]:
    if not folder.exists(RECORDED):
        return _HEADER, []
    content = folder.read(RECORDED)
    sheet = content if isinstance(content, Diagnostic) else read_csv(RECORDED, content)
    if isinstance(sheet, Diagnostic):
        raise CannotDoError(f"{sheet.span}: {sheet.message[Language.EN]}")
    rows = [row.cells for row in sheet.rows()]
    if (
        sheet.problem
        or sheet.decimal_comma
        or sheet.header[:5] != _HEADER[:5]
        or any(len(row) != len(sheet.header) for row in rows)
    ):
        raise CannotDoError(f"{RECORDED} is not in our own form; run malstyrning validate and mend it first")
    return sheet.header, rows
