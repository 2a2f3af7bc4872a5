"""From what the user asked for to an evaluation: validate first, then judge."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from malstyrning.cli.options import terminal_language
from malstyrning.cli.workspace import read_workspace, show_findings, whole_files
from malstyrning.console.formats import OutputFormat
from malstyrning.diagnostics import Severity, has_errors
from malstyrning.domain.periods import Period, occasion_of, parse_date, parse_period
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.domain.assessments import Evaluation
    from malstyrning.load import Loaded
    from malstyrning.rules import Settled


def evaluated(
    root: Path,
    period: str | None,
    as_of: str | None,
    lang: Language | None,
    *,
    strict: bool = False,
    by_rows: bool = False,
) -> "tuple[Loaded, Settled, Evaluation | None]":
    """The workspace, its findings and the evaluation of the period; no evaluation where there are errors.

    What is more than advice is shown, and with `strict` everything that the report lacks: that was asked for, and goes
    to standard output. With `as_of` only what was known on that day counts, and what is late or has expired is so by
    it. `by_rows` is for those who ask which organisation has which value: no table of a whole file tells that.
    Raises CannotDoError for a period that can't be evaluated.
    """
    from malstyrning.rules import is_gap

    asked = None if period is None else period_of(period)
    day = None if as_of is None else _day(as_of)
    loaded, settled = read_workspace(root, day, None if by_rows or day else whole_files)
    evaluation = None
    if not has_errors(settled.findings):
        settled, evaluation = at_occasion(loaded, settled, asked, day, as_of=day)
    findings = [one for one in settled.findings if one.rule.severity > Severity.ADVICE or (strict and is_gap(one))]
    if findings:
        aside = not strict and not has_errors(findings)  # with it the gaps are what was asked for
        show_findings(findings, OutputFormat.TEXT, terminal_language(lang), loaded, aside=aside)
    return loaded, settled, None if has_errors(findings) else evaluation


def at_occasion(
    loaded: "Loaded", settled: "Settled", asked: Period | None, today: date | None = None, as_of: date | None = None
) -> "tuple[Settled, Evaluation]":
    """The evaluation of the period, else of the workspace's own, and the findings with those that need its verdicts.

    Raises CannotDoError for a period that can't be evaluated.
    """
    when = asked or loaded.settings.period
    if when is None:
        raise CannotDoError(
            Text(
                "vilken period? Ge --period 2022, eller skriv `period: 2022` i malstyrning.yaml",
                "which period? Give --period 2022, or write `period: 2022` in malstyrning.yaml",
            )
        )
    occasion = occasion_of(when)
    if occasion is None:
        raise CannotDoError(_no_occasion(when))
    if not loaded.plan.strategic_goals_in(when.year):
        raise CannotDoError(
            Text(f"inget strategiskt mål gäller {when.year}", f"no strategic goal is in force in {when.year}")
        )

    from malstyrning.evaluate.evaluation import evaluate
    from malstyrning.load.former import last_report
    from malstyrning.rules import settle_occasion

    limits = loaded.settings.policy.limits
    last = last_report(loaded.folder, loaded.plan.organisation, occasion.date)
    evaluation = evaluate(loaded.plan, loaded.measurements, occasion, limits, as_of, last=last)
    return settle_occasion(settled, loaded, evaluation, today), evaluation


def period_of(text: str) -> Period:
    """The period that was typed. Raises CannotDoError where it is none."""
    period = parse_period(text)
    if period is None:
        raise CannotDoError(
            Text(
                f"--period {text} är ingen period; skriv till exempel 2022T1, 2022T2 eller 2022",
                f"--period {text} is no period; write, for example, 2022T1, 2022T2 or 2022",
            )
        )
    return period


def _day(text: str) -> date:
    day = parse_date(text)
    if day is None:
        raise CannotDoError(
            Text(
                f"--as-of {text} är ingen dag; skriv till exempel 2023-03-31",
                f"--as-of {text} is no day; write, for example, 2023-03-31",
            )
        )
    return day


def _no_occasion(period: Period) -> Text:
    year = period.year
    return Text(
        f"ingen rapport görs för {period}; skriv {year}T1 (per 30 april), {year}T2 (per 31 augusti) eller {year} "
        "(per 31 december)",
        f"no report is made for {period}; write {year}T1 (as of 30 April), {year}T2 (as of 31 August) or {year} "
        "(as of 31 December)",
    )
