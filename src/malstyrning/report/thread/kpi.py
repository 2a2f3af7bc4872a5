"""The thread through a KPI: level, outcome, verdict, the committee's answers, actions."""

from collections.abc import Iterable, Iterator

from malstyrning.domain.actions import Action
from malstyrning.domain.assessments import KpiAssessment
from malstyrning.domain.evaluations import KpiAnswer
from malstyrning.domain.events import Event
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.outcomes import Measurement, Outcome
from malstyrning.domain.targets import TargetLevel
from malstyrning.domain.verdicts import Verdict
from malstyrning.domain.words import Gender
from malstyrning.evaluate.happened import happened
from malstyrning.evaluate.questions import is_asked
from malstyrning.language import Text
from malstyrning.report.arithmetic import arithmetic, path_text
from malstyrning.report.build.actions import action_view
from malstyrning.report.build.events import when
from malstyrning.report.build.kpi import short_level, trend_view
from malstyrning.report.build.marks import carried_text, shown, verdict_mark
from malstyrning.report.build.outcome import short_outcome
from malstyrning.report.build.places import short_place
from malstyrning.report.labels import LABELS
from malstyrning.report.levels import level_text
from malstyrning.report.sentences import capitalised, outcome_text, reason
from malstyrning.report.thread.nodes import Kind, Node, Scene
from malstyrning.report.words import DECIDED_BY, GENDER

_LINE = Text("{title}: {outcome} (målnivå {level})", "{title}: {outcome} (target level {level})")
_NOT_IN_FORCE = Text("{title} (gäller inte {year})", "{title} (not in force in {year})")
_LEVEL = Text("{level} för {year}, {who} {date}", "{level} for {year}, {who} {date}")
_JUDGED = Text("bedöms här", "judged here")
_LATE = LABELS["late_level"]
_LATER = Text("bedöms {year}", "judged in {year}")
_REVISED = Text("ersatt av ett senare beslut", "replaced by a later decision")
_BESIDE = Text("bedöms bredvid", "judged beside it")
_OUTCOME = Text("{outcome} ({period})", "{outcome} ({period})")
_OF = Text("{who}: {what}", "{who}: {what}")
_HAPPENED = Text("{what}, {when}", "{what}, {when}")
_SOURCE = Text("källa: {source}", "source: {source}")


def kpi_line(scene: Scene, kpi: Kpi) -> Node:
    """A KPI in one line: its mark, outcome and level."""
    write, judged = scene.write, scene.kpi(kpi.id)
    if judged is None:
        return scene.node(Kind.KPI, kpi.id, write.text(_NOT_IN_FORCE, title=kpi.title, year=str(scene.year)))
    outcome = short_outcome(kpi, judged, scene.evaluation.occasion, write)
    if judged.verdict.level is None:
        line = write.text(_OF, who=kpi.title, what=outcome)
    else:
        line = write.text(_LINE, title=kpi.title, outcome=outcome, level=short_level(kpi, judged.verdict, write))
    return scene.node(Kind.KPI, kpi.id, line, verdict_mark(judged.verdict, write))


def kpi_thread(scene: Scene, kpi: Kpi, actions: Iterable[Action] = ()) -> Node:
    """A KPI with everything that its verdict rests on, and what follows from it."""
    judged = scene.kpi(kpi.id)
    branches = [*_levels(scene, kpi, judged)]
    if judged:
        branches += [*_outcomes(scene, kpi, judged), *_standing(scene, kpi, judged), *_answers(scene, kpi, judged)]
    branches += [action_thread(scene, one) for one in actions]
    return kpi_line(scene, kpi).over(*branches)


def _levels(scene: Scene, kpi: Kpi, judged: KpiAssessment | None) -> Iterator[Node]:
    write = scene.write
    for index, level in enumerate(kpi.target_levels):
        if judged and level.year < scene.year:
            continue
        decided = write.text(
            _LEVEL,
            level=level_text(level.target, kpi, scene.plan.groups, write),
            year=str(level.year),
            who=DECIDED_BY[level.decided_by],
            date=write.date(level.decided),
        )
        parts = [decided, level.reference or "", _role(scene, level, judged)]
        parts.append(write.text(LABELS["example"]) if level.example else "")
        yield Node(Kind.LEVEL, "; ".join(filter(None, parts)), scene.at(kpi.id, "target_levels", index))


def _role(scene: Scene, level: TargetLevel, judged: KpiAssessment | None) -> str:
    """What a level is for, this year."""
    write = scene.write
    if judged is None:
        return ""
    if level == judged.verdict.level:
        return write.text(_JUDGED)
    if level.year > scene.year:
        return write.text(_LATER, year=str(level.year))
    if level in judged.late_levels:
        return write.text(_LATE)
    beside = (judged.at_start_of_year, judged.committee_addition)
    return write.text(_BESIDE if any(one and one.level == level for one in beside) else _REVISED)


def _outcomes(scene: Scene, kpi: Kpi, judged: KpiAssessment) -> Iterator[Node]:
    verdicts = {Gender.ALL: judged.verdict, **judged.by_gender}
    for gender, verdict in verdicts.items():
        outcome = verdict.outcome or judged.outcome
        who = GENDER[gender] if len(verdicts) > 1 else None
        yield _outcome(scene, kpi, outcome, who)
        yield _verdict(scene, kpi, verdict, who)
    for label, beside in (("at_start", judged.at_start_of_year), ("addition", judged.committee_addition)):
        if beside:
            yield _verdict(scene, kpi, beside, LABELS[label])


def _outcome(scene: Scene, kpi: Kpi, outcome: Outcome, who: Text | None) -> Node:
    """The value that counts, where it stands; one that is made from several rows has them under it."""
    write, rows = scene.write, outcome.measurements
    line = write.text(_OUTCOME, outcome=outcome_text(kpi, outcome, write), period=write.period(outcome.period))
    if sources := dict.fromkeys(one.source for one in rows if one.source):
        line = f"{line}; {write.text(_SOURCE, source=', '.join(sources))}"
    if outcome.example:
        line = f"{line}; {write.text(LABELS['example'])}"
    place = shown(outcome.measurement.span) if outcome.measurement else ""
    return Node(Kind.OUTCOME, _named(scene, who, line), place).over(*(_row(scene, kpi, one) for one in outcome.parts))


def _row(scene: Scene, kpi: Kpi, one: Measurement) -> Node:
    value = "–" if one.value is None else scene.write.value(one.value, kpi.unit)
    line = scene.write.text(_OUTCOME, outcome=value, period=scene.write.period(one.period))
    return Node(Kind.OUTCOME, line, shown(one.span))


def _verdict(scene: Scene, kpi: Kpi, verdict: Verdict, who: Text | None) -> Node:
    write, outcome = scene.write, verdict.outcome
    line = arithmetic(kpi, verdict, write)
    if not line and outcome:
        line = capitalised(reason(kpi, verdict, outcome, scene.evaluation.occasion, write))
    return Node(Kind.VERDICT, _named(scene, who, line), mark=verdict_mark(verdict, write))


def _named(scene: Scene, who: Text | None, line: str) -> str:
    return scene.write.text(_OF, who=who, what=line) if who else line


def _standing(scene: Scene, kpi: Kpi, judged: KpiAssessment) -> Iterator[Node]:
    """The way to the final level, development and places: each a question of its own."""
    if judged.path:
        yield Node(Kind.PATH, path_text(kpi, judged.path, scene.write))
    trend = trend_view(kpi, judged.trend, scene.write)
    yield Node(Kind.DEVELOPMENT, f"{trend.symbol} {trend.label}. {trend.note}" if trend.label else trend.note)
    for place in judged.places:
        if place.first is not None:
            group = scene.plan.groups[place.group]
            line = scene.write.text(_OF, who=group.title, what=short_place(place, scene.write))
            yield Node(Kind.PLACE, line, scene.at(group.id))


def _answers(scene: Scene, kpi: Kpi, judged: KpiAssessment) -> Iterator[Node]:
    """Questions 3 and 4, where they are asked or answered, and the events beside them."""
    committee = scene.plan.strategic_goals[kpi.goal].committee
    answers = scene.answers(committee)
    given = answers.kpis.get(kpi.id, KpiAnswer()) if answers else KpiAnswer()
    for kind, key, text in (
        (Kind.CAUSE, "cause", given.cause),
        (Kind.OWN_AND_EVENTS, "own_and_events", given.own_and_events),
    ):
        if text or is_asked(kpi, judged, scene.evaluation.occasion.year):
            place = scene.answered(committee, "kpis", kpi.id, key) if text else ""
            line = scene.write.text(text or LABELS["missing"])
            if carried := given.carried.get(key):
                line = f"{line} ({carried_text(carried, scene.write)})"
                place = scene.at((f"evaluations/{committee}", carried.period), "kpis", kpi.id, key)
            yield Node(kind, line, place)
    yield from (event_line(scene, one) for one in happened(scene.evaluation, judged, given))


def event_line(scene: Scene, event: Event) -> Node:
    """An event, and when it happened."""
    line = scene.write.text(_HAPPENED, what=event.title, when=when(event, scene.write))
    if event.example:
        line = f"{line}; {scene.write.text(LABELS['example'])}"
    return scene.node(Kind.EVENT, event.id, line)


def action_thread(scene: Scene, action: Action) -> Node:
    """An action: what was expected of it, and what the committee says that it did."""
    write = scene.write
    committee = scene.plan.strategic_goals[action.goal].committee
    answers = scene.answers(committee)
    view = action_view(action, answers, scene.evaluation, write)
    line = "; ".join(filter(None, (f"{view.title} ({view.status.lower()})", view.decision)))
    branches = [Node(Kind.EXPECTED_EFFECT, view.expected, scene.at(action.id, "expected_effect"))]
    if view.measured:
        figures = " ".join(filter(None, (view.measured, view.arithmetic, view.rank)))
        branches.append(Node(Kind.MEASURED_EFFECT, figures))
    if effect := ". ".join(filter(None, (view.effect, view.answer.text))):
        causes = Node(Kind.CAUSES, "; ".join(view.causes), scene.answered(committee, "actions", action.id, "causes"))
        place = scene.answered(committee, "actions", action.id)
        branches.append(Node(Kind.EFFECT, effect, place).over(*((causes,) if view.causes else ())))
    elif view.answer.state == "missing":
        branches.append(Node(Kind.EFFECT, write.text(LABELS["missing"])))
    return scene.node(Kind.ACTION, action.id, line).over(*branches)
