"""Reading the snapshot of Kolada: what it says of the KPIs that ours rest on."""

from collections.abc import Iterable, Iterator

from malstyrning.diagnostics import Diagnostic
from malstyrning.domain.ids import is_kolada_id
from malstyrning.domain.kolada import KoladaKpi, KoladaType
from malstyrning.language import Text
from malstyrning.load.cells import Seen, bad_cell, day_form, mark_form, read_rows, words_of
from malstyrning.load.forms import EXPECTED
from malstyrning.sources.csv_rows import Row, Sheet

FIRST_COLUMNS = ("kolada", "title", "by_gender", "type", "retrieved")
OTHER_COLUMNS = ("source",)
_ID, _TITLE, _BY_GENDER, _TYPE, _RETRIEVED = range(len(FIRST_COLUMNS))


class KoladaReader:
    """Gathers the rows of all files. A row that can't be read leaves the snapshot unfit for use."""

    def __init__(self) -> None:
        self._kpis: dict[str, KoladaKpi] = {}
        self._whole = True
        self._seen = Seen()

    @property
    def kpis(self) -> dict[str, KoladaKpi]:
        """Kolada's KPIs by id; none where a part is missing, since no one could tell what is unknown then."""
        return self._kpis if self._whole else {}

    def read(self, sheet: Sheet) -> Iterator[Diagnostic]:
        """Read one file; the findings about it."""
        self._seen.begin(sheet)
        for finding in read_rows(sheet, FIRST_COLUMNS, OTHER_COLUMNS, lambda row: self._take(sheet, row)):
            self._whole = False
            yield finding

    def _take(self, sheet: Sheet, row: Row) -> Iterable[Diagnostic]:
        name, title, by_gender, kind, retrieved = row.cells[: len(FIRST_COLUMNS)]
        wanted = {
            _ID: None if is_kolada_id(name) else EXPECTED["kolada_id"],
            _TITLE: None if title else EXPECTED["line"],
            _BY_GENDER: mark_form(by_gender),
            _TYPE: None if kind in set(KoladaType) else words_of(KoladaType),
            _RETRIEVED: day_form(retrieved),
        }
        wrong: dict[int, Text] = {column: form for column, form in wanted.items() if form}
        for column, form in wrong.items():
            yield bad_cell(sheet, row, column, form)
        if wrong:
            return
        if repeated := self._seen.again(("Kolada",), name, sheet, row):
            yield repeated
            return
        source = row.cells[len(FIRST_COLUMNS)] if len(row.cells) > len(FIRST_COLUMNS) else ""
        self._kpis[name] = KoladaKpi(
            name, title, bool(by_gender), KoladaType(kind), retrieved, source or None, sheet.cell_span(row, _ID)
        )
