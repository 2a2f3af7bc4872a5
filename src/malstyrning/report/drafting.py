"""Where a draft goes: new files beside a committee's goals, and lines after what it has begun to answer.

What a person has written stays byte for byte. Where that can't be promised, nothing is put in and the lines are told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from malstyrning.diagnostics import Diagnostic, Edit, Span, has_errors
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.evaluate.questions import unanswered
from malstyrning.language import Text
from malstyrning.load import Loaded, load_workspace
from malstyrning.load.places import Identity
from malstyrning.report.draft import STEP, Stub, forecast_stubs, new_evaluation, stubs
from malstyrning.sources.edits import edited

_SIGNED = Text(
    "{place}: utvärderingen är undertecknad och lämnas som den är. Obesvarat: {what}.",
    "{place}: the evaluation is signed and is left as it is. Unanswered: {what}.",
)
_BY_HAND = Text(
    "{place}: här går det inte att lägga in något utan att ändra det som står. Lägg till under {at}:\n{lines}",
    "{place}: nothing can be put in here without changing what there is. Add below {at}:\n{lines}",
)
_TAKEN = Text(
    "{path} finns redan, men har ingen utvärdering för {committee}. Döp om den, och gör utkastet igen.",
    "{path} exists already, but holds no evaluation of {committee}. Rename it, and make the draft again.",
)
_EVALUATION = Text("nämndens utvärdering", "the committee's evaluation")
_EDITOR = b"# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class Draft:
    """The files that are new or that change, by path, as they would be, and what could not be put in."""

    files: Mapping[str, bytes]
    notes: tuple[Text, ...]


def draft(loaded: Loaded, evaluation: Evaluation) -> Draft:
    """A stub for each unanswered question, in the workspace's language. Writes nothing."""
    most, language = loaded.settings.policy.limits.most_lessons, loaded.settings.language
    files: dict[str, bytes] = {}
    notes: list[Text] = []
    for committee, questions in groupby(unanswered(evaluation), lambda one: one.committee):
        found = [*stubs(evaluation, [*questions], most, language), *forecast_stubs(evaluation, committee, language)]
        answers = evaluation.answers.get(committee)
        if answers is None:
            path = _new_path(loaded, evaluation, committee, files)
            if path is None:
                notes.append(_TAKEN.filled({"path": _paths(loaded, evaluation, committee)[-1], "committee": committee}))
            else:
                files[path] = _editor_line(loaded, evaluation, committee) + (
                    new_evaluation(evaluation, committee, found, language).encode()
                )
        elif answers.signed:
            what = ", ".join(one.name or "/".join(one.at) for one in found if one.name or one.at)
            if what:
                place = loaded.places.span(_identity(answers))
                notes.append(_SIGNED.filled({"place": str(place), "what": what}))
        else:
            notes += _append(loaded, answers, found, files)
    return Draft(files, tuple(notes))


def _identity(answers: CommitteeEvaluation) -> Identity:
    return (f"evaluations/{answers.committee}", answers.period)


def _append(
    loaded: Loaded, answers: CommitteeEvaluation, found: Sequence[Stub], files: dict[str, bytes]
) -> Iterator[Text]:
    """Put stubs after what a committee has begun; what could not be put in."""
    path = loaded.places.span(_identity(answers)).path
    content = files.get(path) or loaded.folder.read(path)
    additions = [(one, _addition(loaded, answers, one)) for one in _sectioned(loaded, answers, found)]
    edits = _merged([one for _, one in additions if isinstance(one, _Addition)])
    if isinstance(content, bytes) and edits:
        new = edited(content, _with_line_ends(content, edits))
        if _says_the_same(loaded, answers, path, new):
            files[path] = new
        else:
            additions = [(one, None) for one, _ in additions]
    for one, addition in additions:
        if addition is None:
            at = ".".join(one.at) or _EVALUATION
            place = str(loaded.places.span(_identity(answers), *one.at))
            yield _BY_HAND.filled({"place": place, "at": at, "lines": "\n".join(STEP + line for line in one.whole)})


@dataclass(frozen=True, slots=True)
class _Addition:
    """Lines that go in at the end of a line; those of what is further in go first."""

    end: Span
    column: int
    lines: tuple[str, ...]


def _sectioned(loaded: Loaded, answers: CommitteeEvaluation, found: Sequence[Stub]) -> Iterator[Stub]:
    """The stubs; those of a section that the committee has not begun are one, with the section's key."""
    for at, alike in groupby(found, lambda one: one.at):
        several = [*alike]
        if several[0].is_new and not getattr(answers, at[0]) and not loaded.places.block(_identity(answers), *at):
            lines = tuple(f"{STEP}{line}" for one in several for line in one.whole)
            yield Stub((), (f"{at[0]}:", *lines))
        else:
            yield from several


def _addition(loaded: Loaded, answers: CommitteeEvaluation, stub: Stub) -> "_Addition | bool | None":
    """Where a stub goes in; None where it can't, and False where a former draft has put it in already."""
    block = loaded.places.block(_identity(answers), *stub.at)
    if block is None:
        return None
    if not stub.is_new and set(stub.lines) <= set(block.comments):
        return False
    return _Addition(block.end, block.column, stub.whole)


def _merged(additions: Sequence[_Addition]) -> list[Edit]:
    """One edit for each line that something goes in after."""
    by_end: dict[Span, list[_Addition]] = {}
    for one in additions:
        by_end.setdefault(one.end, []).append(one)
    return [
        Edit(
            end,
            "".join(
                f"\n{' ' * (one.column - 1)}{line}"
                for one in sorted(several, key=lambda one: -one.column)
                for line in one.lines
            ),
        )
        for end, several in by_end.items()
    ]


def _with_line_ends(content: bytes, edits: Sequence[Edit]) -> list[Edit]:
    """The edits with the line ends that the file has."""
    end = "\r\n" if b"\r\n" in content else "\n"
    return [replace(one, text=one.text.replace("\n", end)) for one in edits]


def _says_the_same(loaded: Loaded, answers: CommitteeEvaluation, path: str, content: bytes) -> bool:
    """Tell whether a file as it would be says all that it said, and nothing of anything else."""
    again = load_workspace(loaded.folder.root, {path: content})
    key = (answers.committee, answers.period)
    if has_errors(again.diagnostics) or key not in again.plan.evaluations:
        return False
    others = {**again.plan.evaluations, key: answers}
    return replace(again.plan, evaluations=others) == loaded.plan and _keeps(answers, again.plan.evaluations[key])


def _keeps(before: Any, after: Any) -> bool:  # noqa: ANN401 - any part of an evaluation
    """Tell whether everything that was answered is answered as it was."""
    if isinstance(before, Mapping):
        return all(key in after and _keeps(one, after[key]) for key, one in before.items())
    if hasattr(before, "__dataclass_fields__") and type(before) is type(after) and not isinstance(before, Text):
        return all(_keeps(getattr(before, one.name), getattr(after, one.name)) for one in fields(before))
    return before in (None, ()) or before == after


def _paths(loaded: Loaded, evaluation: Evaluation, committee: str) -> list[str]:
    """Where a new evaluation may go, the best place first: beside the committee's goals."""
    period, goals = evaluation.occasion, evaluation.plan.strategic_goals.values()
    own = Counter(PurePosixPath(loaded.places.span(one.id).path).parent for one in goals if one.committee == committee)
    folder = own.most_common(1)[0][0]
    others = {PurePosixPath(loaded.places.span(one.id).path).parent for one in goals if one.committee != committee}
    shared = f"{folder}/evaluation-{committee}-{period}.yaml"
    return [shared] if folder in others else [f"{folder}/evaluation-{period}.yaml", shared]


def _new_path(loaded: Loaded, evaluation: Evaluation, committee: str, taken: Mapping[str, bytes]) -> str | None:
    paths = _paths(loaded, evaluation, committee)
    return next((one for one in paths if one not in taken and not loaded.folder.exists(one)), None)


def _editor_line(loaded: Loaded, evaluation: Evaluation, committee: str) -> bytes:
    """The line that leads editors to the schema, where the committee's goals have it: it is right for their folder."""
    goals = evaluation.plan.strategic_goals.values()
    path = next(loaded.places.span(one.id).path for one in goals if one.committee == committee)
    content = loaded.folder.read(path)
    if isinstance(content, Diagnostic) or not content.startswith(_EDITOR):
        return b""
    return content.partition(b"\n")[0].rstrip() + b"\n"
