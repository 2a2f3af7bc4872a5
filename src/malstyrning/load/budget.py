"""Reading budget outcomes: what the areas used, in thousand kronor."""

from collections.abc import Iterable, Iterator

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.domain.ids import Suggestions
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind
from malstyrning.domain.periods import parse_period
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Text
from malstyrning.load.cells import Seen, bad_cell, mark_form, read_number, read_rows, rows_of, words_of
from malstyrning.load.data_findings import WRONG_AREA
from malstyrning.load.forms import EXPECTED, number_form
from malstyrning.load.problems import shown
from malstyrning.sources.csv_rows import Row, Sheet

FIRST_COLUMNS = ("committee", "area", "period", "kind", "amount")
OTHER_COLUMNS = ("source", "example", "made")
_COMMITTEE, _AREA, _PERIOD, _KIND, _AMOUNT = range(len(FIRST_COLUMNS))
_A_COMMITTEE = Text("en nämnd", "a committee")
_NO_FORECAST = Text("ingenting på en rad med utfall", "nothing in a row of an outcome")
_AN_AREA_OF = Text("ett område hos {committee}", "an area of {committee}")


class BudgetReader:
    """Gathers the rows of all budget files."""

    def __init__(self, plan: SteeringPlan, failed: frozenset[str], *, complete: bool) -> None:
        self.outcomes: list[BudgetOutcome] = []
        self._areas = {(area.committee, area.id) for area in plan.areas.values()}
        self._committees = plan.committees
        self._unknown: dict[tuple[str, str], list[Span]] = {}
        self._suggestions = Suggestions()
        self._failed = failed
        self._complete = complete
        self._seen = Seen()

    def read(self, sheet: Sheet) -> Iterator[Diagnostic]:
        """Read one file; the findings about it."""
        self._seen.begin(sheet)
        self._unknown.clear()
        yield from read_rows(sheet, FIRST_COLUMNS, OTHER_COLUMNS, lambda row: self._take(sheet, row))
        yield from self._unknown_names()

    def _unknown_names(self) -> Iterator[Diagnostic]:
        """A committee that no one knows, or an area that its committee lacks, told once for the whole file."""
        for (committee, area), places in self._unknown.items():
            known = self._committees.get(committee)
            expected, found = _A_COMMITTEE, committee
            if known:
                expected, found = _AN_AREA_OF.filled({"committee": committee}), area
            names = [one.id for one in known.areas] if known else [*self._committees]
            meant = self._suggestions.nearest(found, names, committee if known else "")
            cure = Text(f"menade du {meant}?", f"did you mean {meant}?") if meant else None
            facts: dict[str, str | Text] = {"found": shown(found), "expected": expected, "rows": rows_of(len(places))}
            yield Diagnostic(WRONG_AREA, places[0], facts, cure=cure)

    def _take(self, sheet: Sheet, row: Row) -> Iterable[Diagnostic]:
        committee, area, period_text, kind, amount_text = row.cells[: len(FIRST_COLUMNS)]
        if (committee, area) not in self._areas:
            if self._complete and not {committee, area} & self._failed:
                known = committee in self._committees
                place = sheet.cell_span(row, _AREA if known else _COMMITTEE)
                self._unknown.setdefault((committee, area if known else ""), []).append(place)
            return
        said = dict(zip(sheet.header, row.cells, strict=True))
        period = parse_period(period_text)
        amount = read_number(amount_text, decimal_comma=sheet.decimal_comma)
        mark, made_text = said.get("example", ""), said.get("made", "")
        made = parse_period(made_text)
        if period is None:
            yield bad_cell(sheet, row, _PERIOD, EXPECTED["period"])
        if kind not in set(MoneyKind):
            yield bad_cell(sheet, row, _KIND, words_of(MoneyKind))
        if amount is None:
            yield bad_cell(sheet, row, _AMOUNT, number_form(amount_text))
        if wanted := mark_form(mark):
            yield bad_cell(sheet, row, sheet.header.index("example"), wanted)
        elif made_text and (made is None or kind == MoneyKind.OUTCOME):
            form = EXPECTED["period"] if made is None else _NO_FORECAST
            yield bad_cell(sheet, row, sheet.header.index("made"), form)
        elif repeated := self._seen.again((committee, period_text, kind, *filter(None, [made_text])), area, sheet, row):
            yield repeated
        elif period and amount is not None and kind in set(MoneyKind):
            span = sheet.cell_span(row, _AMOUNT)
            source = said.get("source") or None
            self.outcomes.append(
                BudgetOutcome(committee, area, period, MoneyKind(kind), amount, source, bool(mark), made, span)
            )
