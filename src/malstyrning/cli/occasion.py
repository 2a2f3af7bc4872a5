"""From what the user asked for to an evaluation: validate first, then judge."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from malstyrning.cli.options import terminal_language
from malstyrning.cli.workspace import read_workspace, show_findings
from malstyrning.console.formats import OutputFormat
from malstyrning.diagnostics import Severity, has_errors
from malstyrning.domain.periods import Occasion, Period, parse_period
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.domain.assessments import Evaluation
    from malstyrning.load import Loaded
    from malstyrning.rules import Settled


def evaluated(
    root: Path, period: str | None, lang: Language | None, *, strict: bool = False
) -> "tuple[Loaded, Settled, Evaluation | None]":
    """The workspace, its findings and the evaluation of the period; no evaluation where there are errors.

    What is more than advice is shown, and with `strict` everything that the report lacks. Raises CannotDoError for a
    period that can't be evaluated.
    """
    from malstyrning.rules import is_gap

    asked = None if period is None else period_of(period)
    loaded, settled = read_workspace(root)
    evaluation = None
    if not has_errors(settled.findings):
        settled, evaluation = at_occasion(loaded, settled, asked)
    findings = [one for one in settled.findings if one.rule.severity > Severity.ADVICE or (strict and is_gap(one))]
    if findings:
        show_findings(findings, OutputFormat.TEXT, terminal_language(lang), loaded)
    return loaded, settled, None if has_errors(findings) else evaluation


def at_occasion(
    loaded: "Loaded", settled: "Settled", asked: Period | None, today: date | None = None
) -> "tuple[Settled, Evaluation]":
    """The evaluation of the period, else of the workspace's own, and the findings with those that need its verdicts.

    Raises CannotDoError for a period that can't be evaluated.
    """
    when = asked or loaded.settings.period
    if when is None:
        raise CannotDoError(
            Text(
                "vilket år? Ge --period 2022, eller skriv `period: 2022` i malstyrning.yaml",
                "which year? Give --period 2022, or write `period: 2022` in malstyrning.yaml",
            )
        )
    _refuse_part_of_year(when)
    if not loaded.plan.strategic_goals_in(when.year):
        raise CannotDoError(
            Text(f"inget strategiskt mål gäller {when.year}", f"no strategic goal is in force in {when.year}")
        )

    from malstyrning.evaluate.evaluation import evaluate
    from malstyrning.load import last_report
    from malstyrning.rules import settle_occasion

    occasion, limits = Occasion(when), loaded.settings.policy.limits
    last = last_report(loaded.folder, loaded.plan.organisation, occasion.date)
    evaluation = evaluate(loaded.plan, loaded.measurements, occasion, limits, last)
    return settle_occasion(settled, loaded, evaluation, today), evaluation


def period_of(text: str) -> Period:
    """The period that was typed. Raises CannotDoError where it is none."""
    period = parse_period(text)
    if period is None:
        raise CannotDoError(
            Text(
                f"--period {text} är ingen period; skriv ett år, till exempel 2022",
                f"--period {text} is no period; write a year, such as 2022",
            )
        )
    return period


def _refuse_part_of_year(period: Period) -> None:
    if period.kind:
        raise CannotDoError(
            Text(
                f"{period} är en del av ett år; den här versionen utvärderar bara hela år",
                f"{period} is a part of a year; this version evaluates whole years only",
            )
        )
