"""Writing the files of a year's plan: never over one that a person edited."""

from collections.abc import Iterable
from pathlib import Path

from malstyrning.report.formats import ReadableFormat
from malstyrning.report.render import render
from malstyrning.report.stamped import write_stamped
from malstyrning.report.view import PlanView
from malstyrning.sources.tree import Folder


def write_plan(
    folder: Path, view: PlanView, formats: Iterable[ReadableFormat], templates: Folder | None, *, force: bool = False
) -> list[Path]:
    """Write the plan in each format; the paths. Raises CannotDoError where a person has edited one that is there.

    There is no record: a plan judges nothing, and the last report is the last evaluation.
    """
    chosen = dict.fromkeys(formats)
    files = {f"plan.{one}": render(view, f"plan.{one}.j2", templates) for one in chosen}
    return write_stamped(folder, files, force=force)
