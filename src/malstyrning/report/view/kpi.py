"""One KPI as a reader sees it."""

from dataclasses import dataclass

from malstyrning.report.view.parts import Answer, Mark, Picture


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
class CostView:
    """The cost of one result of a KPI. `told` is that of the year, or why there is none.

    `rows` are the years that have one, as period, money, volume and cost.
    """

    told: str
    note: str
    rows: tuple[tuple[str, str, str, str], ...]
    example: bool


@dataclass(frozen=True, slots=True)
class CrossView:
    """Cost against result: what is said of each group, and the first group's values as picture and table."""

    told: tuple[str, ...]
    note: str
    figure: Figure | None
    cost: str  # the headings of the two columns
    result: str
    rows: tuple[tuple[str, str, str], ...]


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
class ForecastView:
    """What is said at T1 or T2 of the year's outcome: the rule's sentences, and the committee's own forecast."""

    told: tuple[str, ...]
    own: str
    own_text: Answer


@dataclass(frozen=True, slots=True)
class EventView:
    """An unforeseen event beside a KPI. `role` says whether the committee's answer refers to it."""

    title: str
    when: str
    kind: str
    role: str
    answer: Answer
    source: str
    example: bool


@dataclass(frozen=True, slots=True)
class KpiView:
    """One KPI.

    `example` says what of it is invented, if anything. What begins with `short_` stands in a table, without
    the unit; `short_place` and `quartile` are those of the first comparison group that has one. `made_of` is how the
    outcome was made from parts of the year, if it was, `quality` what is said of its data, and `stands_in` the file and
    line of each row that it rests on. `margin` is what chance may do to an outcome that a survey asked a few of many
    for, empty where that is not known.
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
    margin: str
    forecast: ForecastView | None
    short_place: str
    quartile: str
    places: PlacesView
    sparkline: Picture
    figures: tuple[Figure, ...]
    values: tuple[tuple[str, str], ...]
    common_change: tuple[str, ...]
    cause: Answer
    own_and_events: Answer
    events: tuple[EventView, ...]
    facts: tuple[tuple[str, str], ...]
    source: str
    example: str
    quality: str
    cost: CostView | None
    cross: CrossView | None
