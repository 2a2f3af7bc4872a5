"""Writing an evaluation's files: whole or not at all, and never over what is not ours to replace."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from malstyrning.domain.assessments import Evaluation
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Language, Text, plural
from malstyrning.report.addendum import addendum_view, is_signed, later
from malstyrning.report.build import Origin
from malstyrning.report.figures_csv import figures_csv
from malstyrning.report.formats import Format
from malstyrning.report.record import record
from malstyrning.report.render import render
from malstyrning.report.stamped import write_stamped
from malstyrning.report.view import ReportView
from malstyrning.report.writer import Writer
from malstyrning.report.written import Written, read_written
from malstyrning.sources.tree import Folder
from malstyrning.sources.writing import write_whole

RECORD = "evaluation.json"
_LARGEST_RECORD = 50_000_000  # bytes; more is not of our making
_EDITED = Text(
    "{path} har ändrats för hand; flytta den, eller skriv över den med --force",
    "{path} was edited by hand; move it, or overwrite it with --force",
)
_ANOTHER = Text(
    "{path} hör till rapporten för {period} på {language}; ge en annan mapp med --out, eller skriv över med --force",
    "{path} belongs to the report of {period} in {language}; give another folder with --out, or overwrite with --force",
)
_OTHER_BASIS = Text(
    "{path} har rapporten på {basis}; ge en annan mapp med --out, eller skriv över med --force",
    "{path} holds the report on {basis}; give another folder with --out, or overwrite with --force",
)
_KNOWN = Text("det som var känt {day} (--as-of)", "what was known on {day} (--as-of)")
_EVERYTHING = Text("allt som står i filerna", "everything in the files")
_SIGNED = Text(
    "rapporten i {path} är undertecknad, och {outcomes} har kommit eller ändrats sedan dess; skriv dem i ett tillägg "
    "med --addendum, eller skriv över rapporten med --force",
    "the report in {path} is signed, and {outcomes} came or changed since; write them in an addendum with --addendum, "
    "or overwrite the report with --force",
)
_NO_REPORT = Text(
    "{path} har ingen rapport för {period} att göra ett tillägg till", "{path} has no report of {period} to add to"
)
_AMONG_INPUTS = Text(
    "--out {path}: i {folder}/ ligger det som rapporten görs av; ge en annan mapp",
    "--out {path}: {folder}/ holds what the report is made from; give another folder",
)
_INPUTS = ("goals", "data", "templates")
_LANGUAGES = {"sv": Text("svenska", "Swedish"), "en": Text("engelska", "English")}


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for reports, and what an earlier run wrote there that is still there."""

    folder: Path
    former: Written

    @classmethod
    def within(cls, workspace: Folder, path: str) -> "Place":
        """Look into a folder of a workspace. Raises CannotDoError where a link would lead out of it."""
        workspace.refuse_links(path)
        return cls.at(workspace.root / path)

    @classmethod
    def at(cls, folder: Path) -> "Place":
        """Look into a folder. A record that can't be read knows of nothing."""
        path = folder / RECORD
        readable = path.is_file() and path.stat().st_size <= _LARGEST_RECORD
        former = read_written(path.read_text("utf-8", "replace")) if readable else Written("", "")
        ours = {_name(one) for one in Format}
        there = {name: one for name, one in former.outputs.items() if name in ours and (folder / name).is_file()}
        return cls(folder, replace(former, outputs=there))


_FOR_PROGRAMS = (Format.CSV, Format.JSON)


def render_all(view: ReportView, formats: Iterable[Format], templates: Folder | None) -> dict[str, bytes]:
    """The report in each format that people read, by its file name, with the overrides of the workspace `templates`."""
    readable = [one for one in dict.fromkeys(formats) if one not in _FOR_PROGRAMS]
    return {_name(one): render(view, f"report.{one}.j2", templates) for one in readable}


def figures(evaluation: Evaluation, origin: Origin, formats: Iterable[Format], language: Language) -> dict[str, bytes]:
    """The figures as a table, where that is one of the formats."""
    return {_name(Format.CSV): figures_csv(evaluation, origin, Writer(language))} if Format.CSV in formats else {}


def with_record(
    reports: Mapping[str, bytes], evaluation: Evaluation, origin: Origin, language: Language, former: Written
) -> dict[str, bytes]:
    """The reports and the record of them, which holds the hash of each.

    Reports of a former run that this one does not write are listed apart: ours, but made from older files.
    """
    hashes = {name: sha256(content).hexdigest() for name, content in reports.items()}
    older = {name: one for name, one in former.outputs.items() if name not in hashes}
    written = Written(str(evaluation.occasion), language.value, hashes, older)
    return {**reports, RECORD: record(evaluation, origin, written).encode()}


def write_addendum(place: Place, evaluation: Evaluation, language: Language, templates: Folder | None) -> list[Path]:
    """Write what came after the report in the folder, beside it; the report and its record are left as they are.

    Raises CannotDoError where there is no such report, or where a person has edited an addendum that is there.
    """
    former = place.former
    if (former.period, former.as_of) != (str(evaluation.occasion), str(evaluation.as_of or "")):
        raise CannotDoError(_NO_REPORT.filled({"path": str(place.folder), "period": str(evaluation.occasion)}))
    view = addendum_view(evaluation, former, language)
    names = {f"addendum.{form}": f"addendum.{form}.j2" for form in (Format.HTML, Format.MD)}
    files = {name: render(view, template, templates) for name, template in names.items()}
    return write_stamped(place.folder, files)


def refuse_inputs(out: Path, workspace: Folder) -> None:
    """Refuse to write reports where the next run would read them as inputs. Raises CannotDoError."""
    for name in _INPUTS:
        if out.resolve().is_relative_to((workspace.root / name).resolve()):
            raise CannotDoError(_AMONG_INPUTS.filled({"path": str(out), "folder": name}))


def refuse_signed(place: Place, evaluation: Evaluation) -> None:
    """Refuse to write a report anew when every committee has signed, and an outcome of its record is another now.

    Raises CannotDoError.
    """
    if place.former.period != str(evaluation.occasion) or not is_signed(evaluation):
        return
    if changed := len(later(evaluation, place.former)):
        outcomes = plural(changed, Text("1 utfall", "1 outcome"), Text("{n} utfall", "{n} outcomes"))
        raise CannotDoError(_SIGNED.filled({"path": str(place.folder), "outcomes": outcomes}))


def write_all(place: Place, files: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Write the files; their paths.

    Raises CannotDoError where a file there was edited by a person or belongs to another report (unless `force`),
    and OSError where it can't be written.
    """
    if not force:
        _refuse_others(place, files)
    for name, content in files.items():
        write_whole(place.folder / name, content)
    return [place.folder / name for name in files]


def _name(form: Format) -> str:
    return f"report.{form}"


def _report(one: Written) -> tuple[str, str, str]:
    """What makes a report another than that of the same folder."""
    return one.period, one.language, one.committee


def _refuse_others(place: Place, files: Mapping[str, bytes]) -> None:
    """Refuse to replace a file that differs from what was written, or that was written for another report."""
    former, new = place.former, read_written(files[RECORD].decode())
    if former.period and _report(former) != _report(new):
        language = _LANGUAGES.get(former.language, Text("?", "?"))
        period = f"{former.period} ({former.committee})" if former.committee else former.period
        raise CannotDoError(_ANOTHER.filled({"path": str(place.folder), "period": period, "language": language}))
    if former.period and former.as_of != new.as_of:
        basis = _KNOWN.filled({"day": former.as_of}) if former.as_of else _EVERYTHING
        raise CannotDoError(_OTHER_BASIS.filled({"path": str(place.folder), "basis": basis}))
    for name in files:
        path = place.folder / name
        if name == RECORD or not path.is_file():
            continue
        if sha256(path.read_bytes()).hexdigest() != former.outputs.get(name):
            raise CannotDoError(_EDITED.filled({"path": str(path)}))
