"""Loading a workspace: one straight line from a folder to a plan, its measurements and all findings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import Field

from malstyrning.diagnostics import Diagnostic, in_order
from malstyrning.domain.goal_status import DEFAULT_RULE
from malstyrning.domain.outcomes import Measurements
from malstyrning.domain.periods import Period
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.policy import Policy
from malstyrning.language import Language
from malstyrning.load.forms import OPEN_LIST, OPEN_MAPPING, Flag, FormatVersion, Id, Maybe, OrganisationId, PeriodText
from malstyrning.load.goal_status_models import ShareEntry, StatusRuleEntry
from malstyrning.load.goals import Reader
from malstyrning.load.measurements import load_measurements
from malstyrning.load.models import ChangeBasisEntry, Entry, GroupEntry
from malstyrning.load.places import Places
from malstyrning.load.policy_models import AcceptanceEntry, LimitsEntry, RulesEntry, policy
from malstyrning.load.problems import without_keys
from malstyrning.load.whole_files import MakeWholeFiles
from malstyrning.sources.findings import EMPTY_FILE
from malstyrning.sources.tree import CONFIGURATION, Folder
from malstyrning.sources.yaml_nodes import Document, read_yaml

_AT_ONCE = 16  # files, of at most a megabyte each


class SettingsEntry(Entry):
    format: FormatVersion
    organisation: OrganisationId
    language: Language = Language.SV
    example: Flag = False
    period: Maybe[PeriodText] = None
    groups: Annotated[dict[Id, GroupEntry], OPEN_MAPPING] = Field(default_factory=dict)
    goal_status: StatusRuleEntry = ShareEntry(kind="share")
    common_change: Annotated[list[ChangeBasisEntry], OPEN_LIST] = Field(default_factory=list)
    rules: RulesEntry = Field(default_factory=RulesEntry)
    limits: LimitsEntry = Field(default_factory=LimitsEntry)
    accepted: Annotated[list[AcceptanceEntry], OPEN_LIST] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the workspace says of itself; `period` is what `evaluate` takes when none is given."""

    language: Language = Language.SV
    period: Period | None = None
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace as it was read.

    `failed` are ids of objects that are left out of the plan. The plan is not `complete` where objects may be
    missing that no one can name; there is an error then. `inputs` gives each file's SHA-256.
    """

    folder: Folder
    settings: Settings
    plan: SteeringPlan
    measurements: Measurements
    places: Places
    failed: frozenset[str]
    complete: bool
    diagnostics: tuple[Diagnostic, ...]
    inputs: Mapping[str, str]


def find_root(start: Path) -> Path | None:
    """The nearest folder with a malstyrning.yaml, from `start` upwards."""
    return next((one for one in (start, *start.parents) if Folder(one).exists(CONFIGURATION)), None)


def load_workspace(
    root: Path, instead: Mapping[str, bytes] | None = None, whole_files: MakeWholeFiles | None = None
) -> Loaded:
    """Read everything. What can't be read becomes findings, and the rest is still there.

    `instead` gives files, by path, that are to be read in place of what the disk holds. `whole_files` reads large
    files of measurements at once; their rows are then for the table engine alone.
    """
    folder = Folder(root, instead or {})
    reader = Reader()
    inputs: dict[str, str] = {}
    settings = _load_settings(folder, reader, inputs)
    paths, found = folder.files("goals", ".yaml", ".yml")
    reader.not_read(found)
    for path, content in _contents(folder, paths):
        if document := _document(path, content, reader, inputs):
            reader.read(document)
    plan = _plan(settings, reader)
    measurements, found = load_measurements(
        folder, plan, frozenset(reader.failed), inputs, complete=reader.whole, whole_files=whole_files
    )
    return Loaded(
        folder,
        Settings(settings.language, settings.period, policy(settings.rules, settings.limits, settings.accepted))
        if settings
        else Settings(),
        plan,
        measurements,
        reader.places,
        frozenset(reader.failed),
        reader.whole,
        tuple(in_order([*reader.diagnostics, *found])),
        inputs,
    )


def _load_settings(folder: Folder, reader: Reader, inputs: dict[str, str]) -> SettingsEntry | None:
    document = _document(CONFIGURATION, folder.read(CONFIGURATION), reader, inputs)
    if document is None:
        return None
    if isinstance(document.data, dict) and document.data.get("language") in [*Language]:
        reader.language = Language(document.data["language"])
    entry: SettingsEntry | None = reader.entry(document, (), SettingsEntry)
    reader.whole = reader.whole and entry is not None
    reader.places.put(CONFIGURATION, document, ())
    for key in entry.groups if entry else ():
        reader.places.put(key, document, ("groups", key))
    return entry


def _contents(folder: Folder, paths: list[str]) -> Iterator[tuple[str, bytes | Diagnostic]]:
    """The bytes of each file, some at a time: taking turns with the parser for each file costs a tenth more."""
    for start in range(0, len(paths), _AT_ONCE):
        yield from [(path, folder.read(path)) for path in paths[start : start + _AT_ONCE]]


def _document(path: str, content: bytes | Diagnostic, reader: Reader, inputs: dict[str, str]) -> Document | None:
    """A file as far as it is YAML; what keeps it from being read goes to the reader."""
    if isinstance(content, Diagnostic):
        reader.not_read([content])
        return None
    inputs[path] = sha256(content).hexdigest()
    document, found = read_yaml(path, content)
    if path == CONFIGURATION and any(one.rule is EMPTY_FILE for one in found):  # elsewhere it is only forgotten
        found = [*without_keys(path, SettingsEntry)]
    if found:
        reader.not_read(found)
    return document


def _plan(settings: SettingsEntry | None, reader: Reader) -> SteeringPlan:
    objects = reader.objects
    groups: dict[str, PeerGroup] = {}
    if settings:
        organisations = objects["organisations"].values()
        groups = {key: one.to_domain(key, organisations) for key, one in settings.groups.items()}
    return SteeringPlan(
        organisation=settings.organisation if settings else "",
        example=bool(settings and settings.example),
        common_change=tuple(one.to_domain() for one in settings.common_change) if settings else (),
        goal_status=settings.goal_status.to_domain() if settings else DEFAULT_RULE,
        organisations=objects["organisations"],
        groups=groups,
        vision=objects["vision"].get("vision"),
        fundamental_value=objects["fundamental_value"].get("fundamental_value"),
        overall_goals=objects["overall_goals"],
        committees=objects["committees"],
        strategic_goals=objects["strategic_goals"],
        kpis=objects["kpis"],
        actions=objects["actions"],
        assignments=objects["assignments"],
        events=objects["events"],
        budget_frames=objects["budget_frames"],
        evaluations=objects["evaluations"],
    )
