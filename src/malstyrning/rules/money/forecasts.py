"""Forecasts: what a year is expected to cost."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.outcomes import BudgetOutcome, MoneyKind
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule

_ROWS = "committee,area,period,kind,amount,made\nnamnd,omrade,{},forecast,9.8,2021T2\n"


@rule(
    "BUD715",
    "forecast-of-a-part",
    on=BudgetOutcome,
    severity=Severity.WARNING,
    says=Text(
        "Prognosen för {area} gäller {period}, men rapporter visar prognosen för hela året",
        "The forecast of {area} is for {period}, but reports show that of the whole year",
    ),
    cure=Text(
        "skriv period {year}, och i kolumnen made när prognosen gjordes, till exempel {year}T2",
        "write the period {year}, and in the column made when the forecast was made, such as {year}T2",
    ),
    why=Text(
        "Avvikelsen är årets ram minus årets prognos. En prognos för en del av året syns inte i någon rapport.",
        "The deviation is the year's frame minus its forecast. A forecast of a part of the year is in no report.",
    ),
    bad=_ROWS.format("2021T3"),
    good=_ROWS.format("2021"),
    where="data/budget.csv",
)
def forecast_of_a_part(outcome: BudgetOutcome, _: Context) -> Iterator[Found]:
    """A forecast is for a whole year."""
    if outcome.kind is MoneyKind.FORECAST and outcome.period.kind:
        facts: dict[str, str | Text] = {
            "area": outcome.area,
            "period": str(outcome.period),
            "year": str(outcome.period.year),
        }
        yield Found((), facts)
