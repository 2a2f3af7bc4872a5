"""Single figures that people record, in a file of their own: sorted by key, in our own form."""

from dataclasses import dataclass

from malstyrning.diagnostics import INVISIBLE, Diagnostic
from malstyrning.domain.numbers import parse_number
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text
from malstyrning.sources.csv_rows import read_csv, write_csv
from malstyrning.sources.findings import EMPTY_FILE
from malstyrning.sources.tree import Folder

RECORDED = "data/recorded.csv"
_LONGEST = 1_000
_NUMBERS = ("value", "numerator", "denominator", "n")
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
    for name, text in cells.items():
        _refuse_unfit(name, text)
    header = [*header, *(name for name in _HEADER if name not in header and cells[name])]
    rows = [[*row, *[""] * (len(header) - len(row))] for row in rows]
    rows.append([cells.get(name, "") for name in header])
    rows.sort(key=lambda row: row[:4])
    try:
        folder.write(RECORDED, write_csv(header, rows).encode())
    except OSError as error:
        raise CannotDoError(f"{RECORDED} can't be written: {error.strerror or error}. Is it open elsewhere?") from error


def _refuse_unfit(name: str, text: str) -> None:
    """Refuse what could not be read again."""
    if INVISIBLE.search(text) or "\n" in text or len(text) > _LONGEST:
        raise CannotDoError(
            Text(
                f"{name} ska vara en rad av högst {_LONGEST} tecken, utan osynliga tecken",
                f"{name} shall be one line of at most {_LONGEST} characters, without invisible ones",
            )
        )


def _former(folder: Folder) -> tuple[list[str], list[list[str]]]:
    """What the file holds, in our own form, also where a spreadsheet has saved it in its own."""
    if not folder.exists(RECORDED):
        return _HEADER, []
    content = folder.read(RECORDED)
    sheet = content if isinstance(content, Diagnostic) else read_csv(RECORDED, content)
    if isinstance(sheet, Diagnostic):
        if sheet.rule is EMPTY_FILE:
            return _HEADER, []
        raise CannotDoError(Text(f"{sheet.span}: {sheet.message.sv}", f"{sheet.span}: {sheet.message.en}"))
    rows = [row.cells for row in sheet.rows()]
    if sheet.problem or sheet.header[:5] != _HEADER[:5] or any(len(row) != len(sheet.header) for row in rows):
        raise CannotDoError(
            Text(
                f"{RECORDED} går inte att läsa till slutet; kör malstyrning validate och rätta den först",
                f"{RECORDED} can't be read to the end; run malstyrning validate and mend it first",
            )
        )
    if sheet.decimal_comma:
        numbers = {sheet.header.index(name) for name in _NUMBERS if name in sheet.header}
        rows = [[_with_point(cell) if at in numbers else cell for at, cell in enumerate(row)] for row in rows]
    return sheet.header, rows


def _with_point(cell: str) -> str:
    """A number with a decimal point; what is no number stays as it is, for `validate` to tell."""
    pointed = cell.replace(",", ".", 1)
    return cell if parse_number(pointed) is None else pointed
