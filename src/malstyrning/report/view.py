"""What a report is made of: finished strings. Every choice of word, number and unit is already made.

Templates only place what stands here; two languages and several formats cost 2 + n, not 2 × n.
"""

from collections.abc import Mapping
from dataclasses import dataclass


class Narrative(str):
    """Markdown that a person wrote. Rendering makes it fit and safe for the format."""

    __slots__ = ()


class Key(str):
    """A name that templates choose by and never show: it is the same in every format."""

    __slots__ = ()


class Picture(str):
    """A drawn chart as SVG."""

    __slots__ = ()


_NOTHING = Narrative()


@dataclass(frozen=True, slots=True)
class Mark:
    """Fulfilment as shape, text and key (for colour)."""

    key: Key
    symbol: str
    label: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer: `given`, `missing` (asked and unanswered) or `not_asked`."""

    state: Key
    text: Narrative = _NOTHING


@dataclass(frozen=True, slots=True)
class TrendView:
    """Development since the year before, and what it was held against."""

    key: str
    symbol: str
    label: str
    change: str
    note: str


@dataclass(frozen=True, slots=True)
class VerdictView:
    """One outcome against one level, with its arithmetic."""

    label: str
    outcome: str
    level: str
    mark: Mark
    arithmetic: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place in one comparison group. Where there is none, `place` says why.

    After a median and a limit stands our gap to it, plus on the better side.
    """

    group: str
    place: str
    quartile: str
    percentile: str
    median: str
    best_quarter: str
    mean: str
    best: str
    worst: str
    with_value: str


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The places of one KPI, a row for each comparison group.

    `best` and `worst` are the headings of the two ends: highest and lowest where no direction is better. `years` has
    for each year, oldest first, a cell for each group.
    """

    rows: tuple[PlaceView, ...]
    best: str
    worst: str
    notes: tuple[str, ...]
    years: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawn chart with its caption; its values stand in the KPI's tables."""

    svg: Picture
    heading: str
    caption: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """A decided level: who, when, where, and whether it is an example or a published fact.

    `place` is its file and line, empty where that is unknown.
    """

    level: str
    decision: str
    source: str
    example: bool
    late: bool
    place: str


@dataclass(frozen=True, slots=True)
class KpiView:
    """One KPI.

    `example` says what of it is invented, if anything. What begins with `short_` stands in a table, without
    the unit; `short_place` and `quartile` are those of the first comparison group that has one. `made_of` is how the
    outcome was made from parts of the year, if it was, and `stands_in` the file and line of each row that it rests on.
    """

    anchor: str
    title: str
    goal: str
    goal_number: str
    committee: str
    mark: Mark
    headline: str
    better: str
    unit: str
    short_outcome: str
    short_level: str
    short_gap: str
    verdict: VerdictView
    made_of: str
    stands_in: tuple[str, ...]
    levels: tuple[LevelView, ...]
    final: str
    at_start: VerdictView | None
    addition: VerdictView | None
    genders: tuple[VerdictView, ...]
    trend: TrendView
    short_place: str
    quartile: str
    places: PlacesView
    sparkline: Picture
    figures: tuple[Figure, ...]
    values: tuple[tuple[str, str], ...]
    cause: Answer
    own_and_events: Answer
    facts: tuple[tuple[str, str], ...]
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action and what the committee says of its effect."""

    title: str
    status: str
    expected: str
    effect: str
    answer: Answer
    causes: tuple[str, ...]
    decision: str
    example: bool


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Frame and outcome of a committee or an area, in SEK million. Empty strings where nothing is known.

    `forecast` is None at a close, which has none.
    """

    title: str
    original: str
    current: str
    outcome: str
    forecast: str | None
    deviation: str
    percent: str
    deviation_from_original: str
    is_total: bool
    example: bool


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """How many levels are reached, `2 av 3`, by who decided them; a dash where there are none."""

    council: str
    committee: str
    added: str


@dataclass(frozen=True, slots=True)
class GoalView:
    """One strategic goal with everything under it.

    `rule` is the arithmetic behind `proposed`; `assessed` is the committee's answer on one line, for a table.
    """

    anchor: str
    number: str
    title: str
    committee: str
    mark: Mark
    count: str
    levels: LevelCounts
    proposed: Mark
    rule: str
    assessed: str
    answered: Mark | None
    signed: bool
    departs: bool
    reason: Answer
    position: Answer
    analysis: Answer
    conditions: tuple[str, ...]
    conditions_met: str
    kpis: tuple[KpiView, ...]
    actions: tuple[ActionView, ...]
    money: tuple[MoneyRow, ...]
    signature: str
    example: bool


@dataclass(frozen=True, slots=True)
class AlsoServing:
    """A strategic goal that serves an overall goal and is counted under another, its `home`."""

    anchor: str
    number: str
    title: str
    mark: Mark
    home: str


@dataclass(frozen=True, slots=True)
class OverallGoalView:
    """One overall goal. `counts` are in the order of the report's marks, `rule` is the arithmetic of `proposed`."""

    anchor: str
    number: str
    title: str
    description: str
    source: str
    counts: tuple[str, ...]
    levels: LevelCounts
    proposed: Mark
    rule: str
    goals: tuple[GoalView, ...]
    also: tuple[AlsoServing, ...]


@dataclass(frozen=True, slots=True)
class OutlineKpi:
    """A KPI as a line of the goal tree."""

    id: str
    mark: Mark
    title: str
    outcome: str
    level: str


@dataclass(frozen=True, slots=True)
class OutlineGoal:
    """A strategic goal as a branch of the goal tree, with the rule's proposal beside the committee's assessment."""

    id: str
    mark: Mark
    number: str
    title: str
    count: str
    proposed: str
    assessed: str
    kpis: tuple[OutlineKpi, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """An overall goal as the root of a goal tree, with its proposed status."""

    id: str
    mark: Mark
    number: str
    title: str
    goals: tuple[OutlineGoal, ...]


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson, the plan that it feeds and what became of it there."""

    text: Narrative
    feeds: str


@dataclass(frozen=True, slots=True)
class AssignmentView:
    """An assignment from the council: how far it has come, its day, its decision and what has been done."""

    title: str
    status: str
    due: str
    decision: str
    answer: Answer
    example: bool


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """A committee's assignments, its answers that are given once (questions 6 and 7), and the signature."""

    title: str
    assignments: tuple[AssignmentView, ...]
    reprioritise: str
    reprioritise_text: Answer
    lessons: tuple[LessonView, ...]
    signature: str
    example: bool


@dataclass(frozen=True, slots=True)
class AccountKpi:
    """A KPI that a reader has to know something of, besides its outcome. `anchor` is empty where it is not shown."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """What is told in the same words of one KPI or of many, by committee."""

    state: str
    told: str
    committees: tuple[tuple[str, tuple[AccountKpi, ...]], ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """Whether every KPI of the plan is accounted for."""

    summary: str
    rows: tuple[AccountRow, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change since the last report: of what, from what and to what."""

    title: str
    anchor: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The changes of one kind. `kind` says how many they are."""

    kind: str
    rows: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class SinceView:
    """What has changed since the last report; `told` says which report that is, or why there is none to compare."""

    told: str
    changes: tuple[ChangesView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A warning about the workspace that the report was made in spite of; `accepted` says who answers for it."""

    place: str
    code: str
    message: str
    accepted: str


@dataclass(frozen=True, slots=True)
class AddendumRow:
    """An outcome that came or changed after the report: what it says, and what would be said now."""

    title: str
    committee: str
    before: str
    before_mark: Mark | None
    now: str
    now_mark: Mark
    source: str


@dataclass(frozen=True, slots=True)
class AddendumView:
    """What came after a signed report. `t` holds the labels by name."""

    language: str
    t: Mapping[str, str]
    organisation: str
    title: str
    lead: str
    rows: tuple[AddendumRow, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report. `t` holds the labels by name; `proposed` is the status of the whole, `rule` its arithmetic.

    `has_committee_levels` tells whether a committee decided any level of its own.
    """

    language: str
    t: Mapping[str, str]
    organisation: str
    title: str
    period: str
    date: str
    vision: str
    vision_source: str
    example: bool
    notice: str
    summary: tuple[str, ...]
    marks: tuple[Mark, ...]
    overall_goals: tuple[OverallGoalView, ...]
    total: tuple[str, ...]
    levels: LevelCounts
    has_committee_levels: bool
    proposed: Mark
    rule: str
    kpis: tuple[KpiView, ...]
    money: tuple[MoneyRow, ...]
    committees: tuple[CommitteeView, ...]
    account: AccountView
    since: SinceView
    findings: tuple[FindingView, ...]
    rules: tuple[Narrative, ...]
    sources: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]
    version: str
