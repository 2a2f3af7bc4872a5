"""From what the user asked for to an evaluation: validate first, then judge."""

from pathlib import Path
from typing import TYPE_CHECKING

from malstyrning.cli.options import terminal_language
from malstyrning.cli.workspace import read_workspace, show_findings, whole_files
from malstyrning.console.formats import OutputFormat
from malstyrning.diagnostics import Severity, has_errors
from malstyrning.domain.periods import Occasion, Period, parse_period
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.domain.assessments import Evaluation
    from malstyrning.load import Loaded
    from malstyrning.rules import Settled


def evaluated(root: Path, period: str | None, lang: Language | None) -> "tuple[Loaded, Settled, Evaluation | None]":
    """The workspace, its findings and the evaluation of the period; no evaluation where there are errors.

    What is more than advice is shown. Raises CannotDoError for a period that can't be evaluated.
    """
    asked = None if period is None else _asked(period)
    loaded, settled = read_workspace(root, whole_files=whole_files)
    findings = [one for one in settled.findings if one.rule.severity > Severity.ADVICE]
    if findings:
        show_findings(findings, OutputFormat.TEXT, terminal_language(lang), loaded)
    if has_errors(findings):
        return loaded, settled, None
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

    return loaded, settled, evaluate(loaded.plan, loaded.measurements, Occasion(when))


def _asked(text: str) -> Period:
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
