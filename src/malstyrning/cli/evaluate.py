"""`malstyrning evaluate`: outcomes against target levels and against others, and the reports."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from malstyrning.cli.names import part_of
from malstyrning.cli.options import (
    AsOfOption,
    CommitteeOption,
    PeriodOption,
    ReportLanguageOption,
    WorkspaceOption,
    shown,
    terminal_language,
    workspace_root,
)
from malstyrning.exit_codes import CannotDoError, Exit
from malstyrning.language import Text, plural
from malstyrning.report.formats import Format

if TYPE_CHECKING:
    from malstyrning.domain.assessments import Evaluation

_NOT_TOGETHER = Text("{first} går inte ihop med {second}", "{first} does not go with {second}")
_FAILED = Text("--fail-on {chosen}: {kpis}", "--fail-on {chosen}: {kpis}")
_KPIS = (Text("1 nyckeltal", "1 KPI"), Text("{n} nyckeltal", "{n} KPIs"))


class FailOnVerdict(StrEnum):
    """What fulfilment of a KPI makes the exit status 1."""

    NOT_REACHED = "not-reached"
    NEARLY = "nearly"
    NOT_ASSESSABLE = "not-assessable"


def evaluate(
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    committee: CommitteeOption = None,
    workspace: WorkspaceOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where to write. Default: reports/PERIOD[/COMMITTEE].")
    ] = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", help="Formats to write, repeated for several; the record (json) is always written."),
    ] = None,
    lang: ReportLanguageOption = None,
    builtin_templates: Annotated[
        bool,
        typer.Option("--builtin-templates", help="Leave the workspace's templates aside: they may be a stranger's."),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite reports that were edited by hand or signed.")
    ] = False,
    addendum: Annotated[
        bool,
        typer.Option(
            "--addendum", help="Write what came after the report that is there, beside it, and leave it as it is."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="List every gap, a value or an answer that is missing; exit with 1 if any.")
    ] = False,
    fail_on: Annotated[
        list[FailOnVerdict] | None,
        typer.Option("--fail-on", help="Exit with 1 if a KPI is this; nearly: or not reached. May be repeated."),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Write what the committees are to fill in, and no report.")
    ] = False,
) -> None:
    """Evaluate the goals at the end of a year, or of its first or second tertial, and write the reports.

    Validates first: with an error nothing is evaluated, and the former reports stay. A missed target level is no
    error.

    For example:

    malstyrning evaluate --period 2022

    malstyrning evaluate --committee kulturnamnden --format csv
    """
    from malstyrning import __version__
    from malstyrning.cli.occasion import evaluated
    from malstyrning.cli.summary import summarize
    from malstyrning.console.terminal import say, tell
    from malstyrning.report.build import Origin, build_view
    from malstyrning.report.files import (
        Place,
        figures,
        refuse_inputs,
        refuse_signed,
        render_all,
        with_record,
        write_addendum,
        write_all,
    )
    from malstyrning.report.render import overrides
    from malstyrning.rules import is_gap

    _refuse_together("--draft", draft, addendum=addendum, out=out, format=formats, strict=strict, fail_on=fail_on)
    _refuse_together("--addendum", addendum, format=formats, force=force)
    root = workspace_root(workspace)
    loaded, settled, evaluation = evaluated(root, period, as_of, lang, strict=strict)
    if evaluation is None:
        raise typer.Exit(Exit.FINDINGS)
    evaluation = part_of(evaluation, committee)
    if draft:
        from malstyrning.cli.draft import draft_answers

        draft_answers(loaded, evaluation, lang)
        return
    templates = None if builtin_templates else loaded.folder
    inputs = {**loaded.inputs, **(overrides(templates) if templates else {}), **evaluation.since.inputs}
    origin = Origin(__version__, inputs, settled.findings, settled.accepted, loaded.places)
    language = lang or loaded.settings.language
    view = build_view(evaluation, origin, language)
    chosen = formats or list(Format)
    reports = render_all(view, chosen, templates) | figures(evaluation, origin, chosen, language)
    usual = "/".join(filter(None, ("reports", str(evaluation.occasion), committee)))
    if out:
        refuse_inputs(out, loaded.folder)
    place = Place.at(out) if out else Place.within(loaded.folder, usual)
    if addendum:
        written = write_addendum(place, evaluation, language, templates)
    else:
        if not force:
            refuse_signed(place, evaluation)
        files = with_record(reports, evaluation, origin, language, place.former)
        written = write_all(place, files, force=force)
        summarize(view)
    say(shown(path.absolute()) for path in written)
    failing = _failing(evaluation, fail_on or [])
    if failing:
        kpis = plural(failing, *_KPIS)
        tell(_FAILED.filled({"chosen": ", ".join(fail_on or []), "kpis": kpis})[terminal_language(lang)])
    if failing or (strict and any(map(is_gap, settled.findings))):
        raise typer.Exit(Exit.FINDINGS)


def _refuse_together(chosen: str, is_chosen: bool, **others: object) -> None:
    """Refuse an option that another one would leave without effect. Raises CannotDoError."""
    for name, value in others.items():
        if is_chosen and value:
            option = f"--{name.replace('_', '-')}"
            raise CannotDoError(_NOT_TOGETHER.filled({"first": chosen, "second": option}))


def _failing(evaluation: "Evaluation", chosen: list[FailOnVerdict]) -> int:
    """How many KPIs that are judged have fallen out in a way that was chosen."""
    from malstyrning.domain.fulfilment import Fulfilment

    meant = {
        FailOnVerdict.NOT_REACHED: {Fulfilment.NOT_REACHED},
        FailOnVerdict.NEARLY: {Fulfilment.NOT_REACHED, Fulfilment.NEARLY},
        FailOnVerdict.NOT_ASSESSABLE: {Fulfilment.NOT_ASSESSABLE},
    }
    counted = {fulfilment for one in chosen for fulfilment in meant[one]}
    return sum(count for one, count in evaluation.whole_tally.counts.items() if one in counted)
