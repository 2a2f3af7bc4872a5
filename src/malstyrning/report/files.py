"""Writing an evaluation's files: whole or not at all, and never over what a person wrote."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from malstyrning.domain.assessments import Evaluation
from malstyrning.exit_codes import CannotDoError
from malstyrning.report.build import Origin
from malstyrning.report.formats import Format
from malstyrning.report.record import record, recorded_outputs
from malstyrning.report.render import render
from malstyrning.report.view import ReportView
from malstyrning.sources.tree import Folder
from malstyrning.sources.writing import write_whole

RECORD = "evaluation.json"


def render_all(view: ReportView, formats: Iterable[Format], templates: Folder | None) -> dict[str, bytes]:
    """The report in each format by its file name, with what the workspace in `templates` overrides."""
    readable = [one for one in dict.fromkeys(formats) if one is not Format.JSON]
    return {_name(one): render(view, f"report.{one}.j2", templates) for one in readable}


def _name(form: Format) -> str:
    return f"report.{form}"


def with_record(
    reports: Mapping[str, bytes], evaluation: Evaluation, origin: Origin, former: Mapping[str, str]
) -> dict[str, bytes]:
    """The reports and the record of them, which holds the hash of each.

    `former` are the hashes of an earlier run's files (see `written_before`): those that this run does not
    write are still known as ours.
    """
    hashes = {**former, **{name: sha256(content).hexdigest() for name, content in reports.items()}}
    return {**reports, RECORD: record(evaluation, origin.inputs, hashes, origin.version).encode()}


def written_before(folder: Path) -> dict[str, str]:
    """The hashes of the reports that an earlier run wrote into `folder` and that are still there."""
    try:
        hashes = recorded_outputs((folder / RECORD).read_text("utf-8", "replace"))
    except OSError:
        return {}
    ours = {_name(one) for one in Format}
    return {name: one for name, one in hashes.items() if name in ours and (folder / name).is_file()}


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Write the files into `folder`; their paths.

    Raises CannotDoError where a file there was edited by a person (unless `force`), or can't be written.
    """
    try:
        if not force:
            _refuse_edited(folder, files)
        for name, content in files.items():
            write_whole(folder / name, content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotDoError(f"{error.filename or folder}: {reason}. Is it open in another program?") from error
    return [folder / name for name in files]


def _refuse_edited(folder: Path, names: Iterable[str]) -> None:
    """A file that differs from what its record says was written has been edited since."""
    recorded = written_before(folder)
    for name in names:
        path = folder / name
        if name == RECORD or not path.is_file():
            continue
        if sha256(path.read_bytes()).hexdigest() != recorded.get(name):
            raise CannotDoError(f"{path} was edited by hand; move it, or overwrite it with --force")
