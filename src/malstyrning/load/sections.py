"""The sections of a goal file: which model reads each, and where in the plan its objects go."""

from dataclasses import dataclass
from typing import Any

from malstyrning.load.action_models import ActionEntry, AssignmentEntry
from malstyrning.load.answer_models import EvaluationEntry
from malstyrning.load.event_models import EventEntry
from malstyrning.load.kpi_models import KpiEntry
from malstyrning.load.models import (
    BudgetFrameEntry,
    CommitteeEntry,
    Entry,
    OrganisationEntry,
    OverallGoalEntry,
    StatementEntry,
    StrategicGoalEntry,
)
from malstyrning.load.places import Identity
from malstyrning.load.sound_models import SoundAssessmentEntry


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level key of a goal file.

    `shape`: `by_id` for objects under their ids, `list` for objects that are known by committee and time, or time,
    `one` for a single object. `inner` names the key whose own keys are ids as well.
    """

    key: str
    model: type[Entry]
    shape: str = "by_id"
    inner: str | None = None


SECTIONS: dict[str, Section] = {
    one.key: one
    for one in (
        Section("organisations", OrganisationEntry),
        Section("vision", StatementEntry, "one"),
        Section("fundamental_value", StatementEntry, "one"),
        Section("overall_goals", OverallGoalEntry),
        Section("committees", CommitteeEntry, inner="areas"),
        Section("strategic_goals", StrategicGoalEntry),
        Section("kpis", KpiEntry),
        Section("actions", ActionEntry),
        Section("assignments", AssignmentEntry),
        Section("events", EventEntry),
        Section("budget_frames", BudgetFrameEntry, "list"),
        Section("evaluations", EvaluationEntry, "list", inner="lessons"),
        Section("sound_financial_management", SoundAssessmentEntry, "list"),
    )
}


def key_of(section: Section, value: Any) -> tuple[str, str | int] | str:  # noqa: ANN401 - a domain object
    """What makes an object without an id of its own one and the same: committee and time, or time alone."""
    if section.key == "sound_financial_management":
        period: str = value.period
        return period
    return (value.committee, value.year if section.key == "budget_frames" else value.period)


def identity_of(section: Section, key: tuple[str, str | int] | str) -> Identity:
    """The name under which `Places` knows such an object."""
    return (section.key, key) if isinstance(key, str) else (f"{section.key}/{key[0]}", key[1])
