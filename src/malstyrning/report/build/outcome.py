"""The outcome of a KPI as a reader is told it: in a table, and how it was made from the parts of a year."""

from malstyrning.domain.assessments import KpiAssessment
from malstyrning.domain.kpis import MULTIPLES, Kpi
from malstyrning.domain.outcomes import Outcome
from malstyrning.domain.periods import Occasion
from malstyrning.domain.verdicts import Margin
from malstyrning.domain.words import Aggregation
from malstyrning.language import Text
from malstyrning.report.levels import held_text
from malstyrning.report.writer import Writer

_PRELIMINARY = Text("preliminärt", "preliminary")
_NO_SOURCE = Text("Källa är inte angiven.", "No source is given.")
_SOURCE = Text("Källa: {source}.", "Source: {source}.")
_OWN_WORK = Text(
    "Plats, median, medelvärde och utveckling är egen bearbetning.",
    "Place, median, mean and development are our own processing.",
)
_MARGIN = Text(
    "Av {n} svarande: andelen bland alla ligger mellan {lower} och {upper} i 19 fall av 20 (Wilsons intervall), om de "
    "som svarade liknar dem som inte gjorde det.",
    "Of {n} respondents: the share among all lies between {lower} and {upper} 19 times of 20 (Wilson's interval), if "
    "those who answered are like those who did not.",
)
_VALUE_OF = Text("värdet för {period}", "the value of {period}")


def short_outcome(kpi: Kpi, assessment: KpiAssessment, occasion: Occasion, write: Writer) -> str:
    """An outcome for a table: the number, and what a reader must know of it.

    Its period is told where it is not what has passed of the year.
    """
    outcome = assessment.outcome
    if outcome.value is None:
        return "–"
    is_the_years = (outcome.period.year, outcome.period.start.month) == (occasion.year, 1)
    notes = [] if is_the_years and outcome.period.end == occasion.date else [write.period(outcome.period)]
    if outcome.preliminary:
        notes.append(write.text(_PRELIMINARY))
    if held := held_text(assessment.verdict, kpi, write):
        notes.append(held)
    told = write.number(outcome.value)
    return f"{told} ({', '.join(notes)})" if notes else told


def made_of(kpi: Kpi, outcome: Outcome, write: Writer) -> str:
    """The sum behind an outcome that was made from parts: `112 + 98 = 210 (2022T1 + 2022T2)`. Empty for others."""
    if outcome.value is None or not outcome.parts:
        return ""
    rows, number = outcome.parts, write.number
    if kpi.aggregation is Aggregation.LAST:
        return write.text(_VALUE_OF, period=write.period(rows[-1].period))
    steps = " + ".join(number(row.value) for row in rows if row.value is not None)
    if kpi.aggregation is Aggregation.RATIO:
        numerators = [row.numerator for row in rows if row.numerator is not None]
        denominators = [row.denominator for row in rows if row.denominator is not None]
        multiple = MULTIPLES.get(kpi.unit.code)
        steps = f"({' + '.join(map(number, numerators))}) ÷ ({' + '.join(map(number, denominators))})"
        steps += f" × {number(multiple)}" if multiple and multiple != 1 else ""
    equal = "=" if outcome.unrounded == outcome.value else "≈"
    periods = " + ".join(write.period(row.period) for row in rows)
    return f"{steps} {equal} {number(outcome.value)} ({periods})"


def margin_text(margin: Margin | None, kpi: Kpi, write: Writer) -> str:
    """What chance may do to the outcome of a survey; empty where that is not known."""
    if margin is None:
        return ""
    lower, upper = (write.value(one, kpi.unit) for one in (margin.lower, margin.upper))
    return write.text(_MARGIN, lower=lower, upper=upper, n=write.number(margin.respondents))


def source_line(assessment: KpiAssessment, write: Writer) -> str:
    """Raw values have their source; what we computed from them is never called the source's."""
    measured = [row for one in assessment.series for row in one.measurements]
    if not measured:
        return ""
    sources = dict.fromkeys(one.source for one in measured if one.source)
    told = write.text(_SOURCE, source=", ".join(sources)) if sources else write.text(_NO_SOURCE)
    return f"{told} {write.text(_OWN_WORK)}"
