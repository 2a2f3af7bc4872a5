"""Reading data/: every row of every file, checked; our own as values with places, all as columns.

No row of another municipality becomes an object: it is checked, put in the table and let go. Most cells say
what a cell of another row has said, so that each text is read once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial
from hashlib import sha256
from sys import intern

from malstyrning.diagnostics import MOST_EDITS, Diagnostic, Edit, Rule, Span
from malstyrning.domain.ids import Suggestions
from malstyrning.domain.outcomes import ComparisonTable, Measurement, Measurements
from malstyrning.domain.periods import Period, parse_period
from malstyrning.domain.plan import SteeringPlan
from malstyrning.domain.words import Gender
from malstyrning.language import Text
from malstyrning.load import budget, kolada
from malstyrning.load.cells import Seen, bad_cell, header_problem, read_number, read_rows, rows_of
from malstyrning.load.columns import OTHER_COLUMNS, Columns, Rest
from malstyrning.load.data_findings import (
    AMBIGUOUS_KPI,
    LOST_ZERO,
    UNKNOWN_KPI,
    UNKNOWN_ORGANISATION,
    VALUE_OR_STATUS,
)
from malstyrning.load.forms import EXPECTED, number_form
from malstyrning.load.problems import shown
from malstyrning.load.whole_files import LARGE, Known, MakeWholeFiles, Taken, WholeFiles
from malstyrning.sources.csv_rows import Row, Sheet, read_csv
from malstyrning.sources.tree import Folder

FIRST_COLUMNS = ("kpi", "municipality", "period", "gender", "value")
_KPI, _ORGANISATION, _PERIOD, _GENDER, _VALUE = range(len(FIRST_COLUMNS))
_REMEMBERED = 1 << 16  # texts of cells, each read once while it is among the latest
_GENDERS = {one.value: one for one in Gender}
_GENDER_FORM = Text("T (alla), K (kvinnor) eller M (män)", "T (all), K (women) or M (men)")


def load_measurements(  # noqa: PLR0913 - each of them is another thing that the rows are read by
    folder: Folder,
    plan: SteeringPlan,
    failed: frozenset[str],
    inputs: dict[str, str],
    *,
    complete: bool,
    whole_files: MakeWholeFiles | None = None,
) -> tuple[Measurements, list[Diagnostic]]:
    """Read every CSV file below data/, and add each file's SHA-256 to `inputs`.

    Rows that name something in `failed` are passed over; so is what seems unknown when the plan is not
    `complete`, since a file that can't be read may hold it. Where there is much data, `whole_files` reads each
    file of measurements at once; if one of them is not sound, all are read row by row, which tells the findings.
    """
    paths, diagnostics = folder.files("data", ".csv")
    measured = _Reader(plan, failed, complete=complete)
    if whole_files and sum(map(folder.size, paths)) > LARGE:
        measured.whole = whole_files(Known(measured.kpis, plan.organisations, plan.organisation))
    spent = budget.BudgetReader(plan, failed, complete=complete)
    catalogue = kolada.KoladaReader()
    for path in paths:
        content = folder.read(path)
        if isinstance(content, Diagnostic):
            diagnostics.append(content)
            continue
        inputs[path] = sha256(content).hexdigest()
        sheet = read_csv(path, content)
        if isinstance(sheet, Diagnostic):
            diagnostics.append(sheet)
        elif sheet.header[:2] == [*budget.FIRST_COLUMNS[:2]]:
            diagnostics.extend(spent.read(sheet))
        elif sheet.header[:1] == [*kolada.FIRST_COLUMNS[:1]]:
            diagnostics.extend(catalogue.read(sheet))
        else:
            diagnostics.extend(measured.read(sheet))
    if not measured.finish():
        return load_measurements(folder, plan, failed, inputs, complete=complete)
    return Measurements(
        tuple(measured.own),
        measured.table,
        tuple(spent.outcomes),
        {kpi: tuple(sorted(sources)) for kpi, sources in measured.peer_sources.items()},
        frozenset(measured.peer_examples),
        catalogue.kpis,
    ), diagnostics


class _Reader:
    """Gathers the rows of all files; one instance a workspace."""

    def __init__(self, plan: SteeringPlan, failed: frozenset[str], *, complete: bool) -> None:
        self.plan = plan
        self.organisations = plan.organisations
        self.failed = failed
        self.complete = complete
        self.own: list[Measurement] = []
        self.table = ComparisonTable()
        self.peer_sources: dict[str, set[str]] = {}
        self.peer_examples: set[str] = set()
        self.kpis, self.ambiguous = kpi_names(plan)
        self.period = lru_cache(_REMEMBERED)(parse_period)
        self.has_lost_zero = lru_cache(_REMEMBERED)(lambda name: _padded(name) in plan.organisations)
        self.seen = Seen()
        self.suggestions = Suggestions()
        self.whole: WholeFiles | None = None  # reads files at once, as long as they are sound
        self.is_sound = True

    def read(self, sheet: Sheet) -> Iterator[Diagnostic]:
        """Read one file; the findings about it, unless it is read at once."""
        if self.whole:
            self.is_sound = self.is_sound and self._read_whole(sheet, self.whole)
            return
        self.seen.begin(sheet)
        file = _File(self, sheet)
        yield from read_rows(sheet, FIRST_COLUMNS, OTHER_COLUMNS, file.take, file.unknown)
        yield from file.unknown_names()

    def finish(self) -> bool:
        """Take over the tables of files that were read at once; tell whether all of them are sound."""
        tables = self.whole.tables() if self.whole and self.is_sound else None
        self.table.whole_files.extend(tables or ())
        return self.whole is None or tables is not None

    def _read_whole(self, sheet: Sheet, whole: WholeFiles) -> bool:
        """Read one file at once, if it is sound in every cell; tell whether it is."""
        if sheet.spaces or sheet.decimal_comma or header_problem(sheet, FIRST_COLUMNS, OTHER_COLUMNS):
            return False
        taken = whole.take(sheet.content, sheet.header)
        return taken is not None and _File(self, sheet).take_whole(taken)

    def keep(self, kpi: str, cells: list[str], value: Decimal | None, columns: Columns, rest: Rest) -> None:
        """Add a row to the columns. Texts are shared, since a million rows say the same few."""
        numerator, denominator = columns.fraction(cells)
        self.table.kpi.append(kpi)
        self.table.organisation.append(intern(cells[_ORGANISATION]))
        self.table.period.append(intern(cells[_PERIOD]))
        self.table.gender.append(intern(cells[_GENDER]))
        self.table.value.append(_float(value))
        self.table.numerator.append(_float(numerator))
        self.table.denominator.append(_float(denominator))
        self.table.published.append(rest.published)

    def keep_source(self, kpi: str, rest: Rest) -> None:
        """Remember where another organisation's value is from."""
        if rest.source:
            self.peer_sources.setdefault(kpi, set()).add(rest.told or "")
        if rest.example:
            self.peer_examples.add(kpi)


@dataclass(slots=True)
class _Unknown:
    """A name that no one knows: in how many rows it stands, and where: once, or wherever it is mended."""

    rule: Rule
    rows: int = 0
    places: list[Span] = field(default_factory=list)


class _File:
    """The rows of one file. A name that no one knows is told once, with the number of its rows."""

    def __init__(self, reader: _Reader, sheet: Sheet) -> None:
        self.reader = reader
        self.sheet = sheet
        self.number = lru_cache(_REMEMBERED)(partial(read_number, decimal_comma=sheet.decimal_comma))
        self.status = sheet.header.index("status") if "status" in sheet.header else None
        self.columns = Columns(sheet.header, len(FIRST_COLUMNS), self.number)
        self.unknown: dict[tuple[str, str], _Unknown] = {}  # by the code of the rule, and the name

    def take(self, row: Row) -> Iterable[Diagnostic]:
        """Keep the row, or tell what is wrong with it."""
        cells, reader = row.cells, self.reader
        name, organisation, period, gender, text = cells[: len(FIRST_COLUMNS)]
        kpi = reader.kpis.get(name)
        when = reader.period(period)
        value = self.number(text)
        rest = self.columns.read(cells)
        if (
            kpi is None
            or rest is None
            or organisation not in reader.organisations
            or gender not in _GENDERS
            or when is None
            or not (text == "") == (value is None) == (rest.missing is not None)
        ):
            return self._why_not(row, rest)
        if repeated := reader.seen.again((kpi, period, gender), intern(organisation), self.sheet, row):
            return (repeated,)
        reader.keep(kpi, cells, value, self.columns, rest)
        if organisation == reader.plan.organisation:
            reader.own.append(self._measurement(row, kpi, when, value, rest))
        else:
            reader.keep_source(kpi, rest)
        return ()

    def take_whole(self, taken: Taken) -> bool:
        """Keep our own rows and the sources of the others', unless a cell that is no number is not sound."""
        for cells in taken.others:
            rest = self.columns.read(cells)
            if rest is None:
                return False
            self.reader.keep_source(self.reader.kpis[cells[_KPI]], rest)
        for line, cells in taken.own:
            rest = self.columns.read(cells)
            when = self.reader.period(cells[_PERIOD])
            if rest is None or when is None:
                return False
            row = Row(line, cells, ",".join(cells))
            kpi, value = self.reader.kpis[cells[_KPI]], self.number(cells[_VALUE])
            self.reader.own.append(self._measurement(row, kpi, when, value, rest))
        return True

    def unknown_names(self) -> Iterator[Diagnostic]:
        """The findings for names that stand in rows of this file and nowhere else."""
        known = {*self.reader.kpis, *self.reader.ambiguous}
        for (_, name), one in self.unknown.items():
            rule, places = one.rule, one.places
            facts: dict[str, str | Text] = {"found": shown(name), "rows": rows_of(one.rows), "meant": _padded(name)}
            if rule is AMBIGUOUS_KPI:
                facts["known"] = ", ".join(self.reader.ambiguous[name])
            meant = self.reader.suggestions.nearest(name, known) if rule is UNKNOWN_KPI else None
            cure = Text(f"menade du {meant}?", f"did you mean {meant}?") if meant else None
            edits = [Edit(place, _padded(name)) for place in places] if rule is LOST_ZERO else ()
            yield Diagnostic(rule, places[0], facts, cure=cure, edits=tuple(edits))

    def _why_not(self, row: Row, rest: Rest | None) -> Iterator[Diagnostic]:
        name, organisation, period, gender, text = row.cells[: len(FIRST_COLUMNS)]
        if name in self.reader.ambiguous:
            self._count(AMBIGUOUS_KPI, name, row, _KPI)
        elif name not in self.reader.kpis:
            self._count(UNKNOWN_KPI, name, row, _KPI)
        if organisation not in self.reader.organisations:
            self._count(
                LOST_ZERO if self.reader.has_lost_zero(organisation) else UNKNOWN_ORGANISATION,
                organisation,
                row,
                _ORGANISATION,
            )
        if self.reader.period(period) is None:
            yield bad_cell(self.sheet, row, _PERIOD, EXPECTED["period"])
        if gender not in _GENDERS:
            yield bad_cell(self.sheet, row, _GENDER, _GENDER_FORM)
        if text and self.number(text) is None:
            yield bad_cell(self.sheet, row, _VALUE, number_form(text))
        for column, (column_name, cell) in enumerate(
            zip(self.sheet.header, row.cells, strict=True) if not rest else ()
        ):
            if wanted := self.columns.wanted(column_name, cell):
                yield bad_cell(self.sheet, row, column, wanted)
        status = row.cells[self.status] if self.status is not None else ""
        if bool(text) == bool(status):
            both = Text("både värde och status", "both a value and a status")
            neither = Text("varken värde eller status", "neither a value nor a status")
            place = self.sheet.cell_span(row, _VALUE)
            yield Diagnostic(VALUE_OR_STATUS, place, {"found": both if text else neither})

    def _measurement(self, row: Row, kpi: str, when: Period, value: Decimal | None, rest: Rest) -> Measurement:
        """A row of our own that is right in every cell."""
        return Measurement(
            kpi,
            when,
            _GENDERS[row.cells[_GENDER]],
            value,
            rest.missing,
            preliminary=rest.preliminary,
            source=rest.source,
            published=rest.published,
            retrieved=rest.retrieved,
            example=rest.example,
            **self.columns.numbers(row.cells),
            span=self.sheet.cell_span(row, _VALUE),
        )

    def _count(self, rule: Rule, name: str, row: Row, column: int) -> None:
        """Count a row whose name no one knows, unless it may be known by what could not be read."""
        if rule is LOST_ZERO or rule is AMBIGUOUS_KPI or (self.reader.complete and name not in self.reader.failed):
            one = self.unknown.get((rule.code, name))
            if one is None:
                one = self.unknown[rule.code, name] = _Unknown(rule)
            one.rows += 1
            if len(one.places) < (MOST_EDITS if rule is LOST_ZERO else 1):
                one.places.append(self.sheet.cell_span(row, column))


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _padded(organisation: str) -> str:
    """The id as it was before a spreadsheet took its zeros."""
    return organisation.zfill(len("0182")) if organisation.isascii() and organisation.isdigit() else organisation


def kpi_names(plan: SteeringPlan) -> tuple[dict[str, str], dict[str, list[str]]]:
    """What a row may call our KPIs: by our own ids, and by Kolada's where only one of ours has it."""
    by_kolada: dict[str, list[str]] = {}
    for kpi in plan.kpis.values():
        if kpi.kolada:
            by_kolada.setdefault(kpi.kolada, []).append(kpi.id)
    names = {name: ids[0] for name, ids in by_kolada.items() if len(ids) == 1}
    ambiguous = {name: ids for name, ids in by_kolada.items() if len(ids) > 1}
    return {**names, **{key: key for key in plan.kpis}}, ambiguous
