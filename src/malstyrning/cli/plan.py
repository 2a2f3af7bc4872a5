"""`malstyrning plan`: what has been decided for a year, and the lessons that feed it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malstyrning.cli.options import (
    ReportLanguageOption,
    WorkspaceOption,
    shown,
    terminal_language,
    workspace_root,
)
from malstyrning.exit_codes import CannotDoError, Exit
from malstyrning.language import Language, Text
from malstyrning.report.formats import ReadableFormat

if TYPE_CHECKING:
    from malstyrning.load import Loaded
    from malstyrning.report.build.plan import Planned
    from malstyrning.report.view import PlanView

_WHICH_YEAR = Text(
    "vilket år? Ge --year 2023, eller skriv `period: 2022` i malstyrning.yaml: planen är då nästa års",
    "which year? Give --year 2023, or write `period: 2022` in malstyrning.yaml: the plan is then the next year's",
)
_NO_YEAR = Text("--year {year} är inget år mellan 1900 och 2099", "--year {year} is no year from 1900 to 2099")
_LESSON = Text("{committee} {period}: ", "{committee} {period}: ")
_YEARS = range(1900, 2100)


def plan(
    year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar="YEAR", help="The year of the plan. Default: the one after `period` in malstyrning.yaml."
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where to write. Default: reports/plan-YEAR.")
    ] = None,
    formats: Annotated[
        list[ReadableFormat] | None,
        typer.Option("--format", help="Formats to write, repeated for both; both unless given."),
    ] = None,
    lang: ReportLanguageOption = None,
    builtin_templates: Annotated[
        bool,
        typer.Option("--builtin-templates", help="Leave the workspace's templates aside: they may be a stranger's."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a plan that was edited by hand.")] = False,
) -> None:
    """Write the plan of a year: the lessons that feed it and what became of each, goals, levels, frames, actions.

    The plan is what is in force in the year, with decisions up to its end. Validates first: with an error nothing is
    written.

    For example:

    malstyrning plan --year 2023
    """
    from malstyrning.cli.workspace import read_workspace, show_findings
    from malstyrning.console.formats import OutputFormat
    from malstyrning.console.terminal import say
    from malstyrning.diagnostics import Severity, has_errors
    from malstyrning.report.build.plan import plan_view
    from malstyrning.report.files import Place, refuse_inputs
    from malstyrning.report.plan_files import write_plan

    loaded, settled = read_workspace(workspace_root(workspace))
    findings = [one for one in settled.findings if one.rule.severity > Severity.ADVICE]
    if findings:
        failed = has_errors(findings)
        show_findings(findings, OutputFormat.TEXT, terminal_language(lang), loaded, aside=not failed)
        if failed:
            raise typer.Exit(Exit.FINDINGS)
    chosen = _year(year, loaded)
    if out:
        refuse_inputs(out, loaded.folder)
    templates = None if builtin_templates else loaded.folder
    view = plan_view(_planned(loaded, chosen, templates=not builtin_templates), lang or loaded.settings.language)
    place = Place.at(out) if out else Place.within(loaded.folder, f"reports/plan-{chosen}")
    written = write_plan(place.folder, view, formats or list(ReadableFormat), templates, force=force)
    _summarize(view)
    say(shown(path.absolute()) for path in written)


def _year(given: int | None, loaded: "Loaded") -> int:
    """The year of the plan. Raises CannotDoError where none is given, or it is no year of a plan."""
    if given is None:
        if loaded.settings.period is None:
            raise CannotDoError(_WHICH_YEAR)
        return loaded.settings.period.year + 1
    if given not in _YEARS:
        raise CannotDoError(_NO_YEAR.filled({"year": str(given)}))
    return given


def _planned(loaded: "Loaded", year: int, *, templates: bool) -> "Planned":
    """What the plan of a year is made from: the plan as it was known at the end of the year, without a value."""
    from dataclasses import replace
    from datetime import date

    from malstyrning import __version__
    from malstyrning.domain.outcomes import Measurements
    from malstyrning.domain.periods import Occasion, Period
    from malstyrning.evaluate.evaluation import evaluate
    from malstyrning.evaluate.fed import lessons_feeding
    from malstyrning.load.former import last_report
    from malstyrning.report.build.plan import Planned
    from malstyrning.report.render import overrides

    occasion = Occasion(Period(year))
    evaluation = evaluate(loaded.plan, Measurements(), occasion, loaded.settings.policy.limits, occasion.date)
    evaluation = replace(evaluation, answers={})  # what is answered of the year itself is no part of its plan
    last = last_report(loaded.folder, loaded.plan.organisation, date(year, 1, 1))
    inputs = {path: mark for path, mark in loaded.inputs.items() if not path.startswith("data/")}
    inputs |= overrides(loaded.folder) if templates else {}
    inputs |= {last.path: last.sha256} if last and last.sha256 else {}
    return Planned(evaluation, lessons_feeding(loaded.plan, year), last, loaded.places, inputs, __version__)


def _summarize(view: "PlanView") -> None:
    """Counts, and the lessons that the plan has not answered."""
    from malstyrning.console.tables import Screen, Styled

    screen = Screen()
    screen.line(Styled(f"{view.organisation}: {view.title}", "strong"))
    if view.notice:
        screen.line(Styled(view.notice, "notice"))
    screen.line()
    for line in view.summary:
        screen.line(Styled(line))
    language = Language(view.language)
    if view.open_lessons:
        screen.line()
        screen.line(Styled(view.t["open"], "strong"))
    for one in view.open_lessons:
        who = _LESSON.filled({"committee": one.committee, "period": one.period})[language]
        screen.line(Styled(f"– {who}", "quiet"), Styled(" ".join(one.lesson.text.split())))
    screen.line()
