"""Reading budget outcomes: what the areas used, in thousand kronor."""

from collections.abc import Iterable, Iterator

from malstyrning.diagnostics import Diagnostic
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind
from malstyrning.domain.periods import parse_period
from malstyrning.domain.plan import SteeringPlan
from malstyrning.load.cells import Seen, bad_cell, mark_form, read_number, read_rows, words_of
from malstyrning.load.data_findings import WRONG_AREA
from malstyrning.load.forms import EXPECTED, number_form
from malstyrning.load.problems import shown
from malstyrning.sources.csv_rows import Row, Sheet

FIRST_COLUMNS = ("committee", "area", "period", "kind", "amount")
OTHER_COLUMNS = ("source", "example")
_AREA, _PERIOD, _KIND, _AMOUNT = range(1, len(FIRST_COLUMNS))


class BudgetReader:
    """Gathers the rows of all budget files."""

    def __init__(self, plan: SteeringPlan, failed: frozenset[str], *, complete: bool) -> None:
        self.outcomes: list[BudgetOutcome] = []
        self._areas = {(area.committee, area.id) for area in plan.areas.values()}
        self._failed = failed
        self._complete = complete
        self._seen = Seen()

    def read(self, sheet: Sheet) -> Iterator[Diagnostic]:
        """Read one file; the findings about it."""
        self._seen.begin(sheet)
        return read_rows(sheet, FIRST_COLUMNS, OTHER_COLUMNS, lambda row: self._take(sheet, row))

    def _take(self, sheet: Sheet, row: Row) -> Iterable[Diagnostic]:
        committee, area, period_text, kind, amount_text = row.cells[: len(FIRST_COLUMNS)]
        if (committee, area) not in self._areas:
            if self._complete and not {committee, area} & self._failed:
                facts = {"committee": shown(committee), "found": shown(area)}
                yield Diagnostic(WRONG_AREA, sheet.cell_span(row, _AREA), facts)
            return
        said = dict(zip(sheet.header, row.cells, strict=True))
        period = parse_period(period_text)
        amount = read_number(amount_text, decimal_comma=sheet.decimal_comma)
        mark = said.get("example", "")
        if period is None:
            yield bad_cell(sheet, row, _PERIOD, EXPECTED["period"])
        if kind not in set(MoneyKind):
            yield bad_cell(sheet, row, _KIND, words_of(MoneyKind))
        if amount is None:
            yield bad_cell(sheet, row, _AMOUNT, number_form(amount_text))
        if wanted := mark_form(mark):
            yield bad_cell(sheet, row, sheet.header.index("example"), wanted)
        elif repeated := self._seen.again((committee, period_text, kind), area, sheet, row):
            yield repeated
        elif period and amount is not None and kind in set(MoneyKind):
            span = sheet.cell_span(row, _AMOUNT)
            source = said.get("source") or None
            self.outcomes.append(
                BudgetOutcome(committee, area, period, MoneyKind(kind), amount, source, bool(mark), span)
            )
