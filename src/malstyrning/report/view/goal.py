"""Goals as a reader sees them, with their actions and their money, and the goal tree."""

from dataclasses import dataclass

from malstyrning.report.view.kpi import Figure, KpiView
from malstyrning.report.view.parts import Answer, Mark


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action: what was expected, what the figures say, and what the committee says of its effect.

    `smallest` is the smallest effect that could be seen, `measured` what the figures say, with its sum and its rank.
    `years` are the rows behind the figure: year, our change, the others' median, what is common. What is not known is
    empty.
    """

    anchor: str
    title: str
    status: str
    owner: str
    cost: str
    steps: tuple[str, ...]
    expected: str
    smallest: str
    measured: str
    arithmetic: str
    rank: str
    figure: Figure | None
    years: tuple[tuple[str, ...], ...]
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
