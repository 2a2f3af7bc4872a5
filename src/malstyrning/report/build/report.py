"""The view of a whole report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields

from malstyrning.diagnostics import Diagnostic, Severity
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.evaluations import CommitteeEvaluation, KpiAnswer, WholeAnswer
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.plan import Committee
from malstyrning.domain.policy import Acceptance
from malstyrning.evaluate.happened import happened
from malstyrning.language import Language, Text, plural
from malstyrning.load.places import Places
from malstyrning.report.build.account import account_view
from malstyrning.report.build.assignments import assignment_rows, late_told
from malstyrning.report.build.costs import cost_lines
from malstyrning.report.build.former_forecasts import former_forecasts_view
from malstyrning.report.build.lessons import lesson_view
from malstyrning.report.build.marks import answer, described_mark, mark, not_reported_mark, signature
from malstyrning.report.build.money import goal_money_rows, money_rows, move_views
from malstyrning.report.build.overall import overall_goal_view
from malstyrning.report.build.since import since_view
from malstyrning.report.build.sound_management import sound_view
from malstyrning.report.build.statuses import counts, level_counts
from malstyrning.report.goal_status import rule_in_words
from malstyrning.report.labels import INTERIM_LABELS, INTERIM_RULES, LABELS, RULES_OF_JUDGEMENT
from malstyrning.report.sentences import summary, whole_arithmetic
from malstyrning.report.view import (
    Answer,
    CommitteeView,
    FindingView,
    Narrative,
    ReportView,
)
from malstyrning.report.words import WHOLE
from malstyrning.report.writer import Writer
from malstyrning.rules import is_gap

WHOLE_EXAMPLE = Text(
    "Detta är ett exempel. Mål, målnivåer, pengar och texter är påhittade.",
    "This is an example. Goals, target levels, money and texts are invented.",
)
_PARTLY_EXAMPLE = Text(
    "Rapporten innehåller exempel. Det som är märkt ”exempel” är påhittat för att visa hur rapporten ser ut: {what}. "
    "Utfall med källa och omärkta målnivåer är publicerade uppgifter.",
    "The report holds examples. What is marked 'example' is invented to show what the report looks like: {what}. "
    "Outcomes with a source and unmarked target levels are published facts.",
)
_KINDS: dict[str, tuple[Text, Text]] = {  # one of them, and several
    "levels": (Text("1 målnivå", "1 target level"), Text("{n} målnivåer", "{n} target levels")),
    "goals": (Text("1 strategiskt mål", "1 strategic goal"), Text("{n} strategiska mål", "{n} strategic goals")),
    "actions": (Text("1 åtgärd", "1 action"), Text("{n} åtgärder", "{n} actions")),
    "frames": (Text("1 budgetram", "1 budget frame"), Text("{n} budgetramar", "{n} budget frames")),
    "evaluations": (
        Text("1 nämnds texter", "the texts of 1 committee"),
        Text("{n} nämnders texter", "the texts of {n} committees"),
    ),
    "lessons": (Text("1 lärdom", "1 lesson"), Text("{n} lärdomar", "{n} lessons")),
    "events": (Text("1 händelse", "1 event"), Text("{n} händelser", "{n} events")),
    "peers": (
        Text("andra organisationers värden för 1 nyckeltal", "other organisations' values of 1 KPI"),
        Text("andra organisationers värden för {n} nyckeltal", "other organisations' values of {n} KPIs"),
    ),
    "sound": (
        Text("bedömningen av god ekonomisk hushållning", "the assessment of sound financial management"),
        Text("{n} bedömningar", "{n} assessments"),
    ),
    "outcomes": (Text("1 utfall", "1 outcome"), Text("{n} utfall", "{n} outcomes")),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report was made from and with, so that it can be made again."""

    version: str
    inputs: Mapping[str, str]
    findings: tuple[Diagnostic, ...] = ()
    accepted: tuple[tuple[Diagnostic, Acceptance], ...] = ()
    places: Places = field(default_factory=Places)


def build_view(evaluation: Evaluation, origin: Origin, language: Language) -> ReportView:
    """Every string of a report, in one language."""
    write = Writer(language)
    plan, occasion = evaluation.plan, evaluation.occasion
    date = write.date(occasion.date)
    facts = {"period": str(occasion), "year": str(occasion.year), "date": date, "version": origin.version}
    texts = LABELS if occasion.is_close else LABELS | INTERIM_LABELS
    labels = {key: write.text(text, **facts) for key, text in texts.items()}
    rules = RULES_OF_JUDGEMENT if occasion.is_close else (*INTERIM_RULES, *RULES_OF_JUDGEMENT)
    marks = [*(mark(one, write) for one in Fulfilment), described_mark(write)]
    if evaluation.whole_tally.not_reported:
        marks.append(not_reported_mark(write))
    areas = {area.area: area for one in evaluation.money for area in one.areas}
    overall = tuple(overall_goal_view(one, evaluation, areas, origin.places, write) for one in evaluation.overall_goals)
    return ReportView(
        language=language.value,
        t=labels,
        organisation=body(evaluation, write),
        title=labels["document_title"],
        period=str(occasion),
        date=date,
        vision=write.text(plan.vision.text) if plan.vision else "",
        vision_source=(plan.vision and plan.vision.source) or "",
        example=plan.example,
        notice=notice(evaluation, write),
        summary=summary(evaluation, write),
        marks=tuple(marks),
        overall_goals=overall,
        total=counts(evaluation.whole_tally, evaluation),
        levels=level_counts(evaluation, write),
        has_committee_levels=bool(evaluation.committee_tally.judged or evaluation.addition_tally.judged),
        proposed=mark(evaluation.proposal.status, write),
        rule=whole_arithmetic(evaluation, write),
        kpis=tuple(kpi for one in overall for goal in one.goals for kpi in goal.kpis),
        money=money_rows(evaluation, write),
        goal_money=goal_money_rows(evaluation, write),
        costs=tuple(cost_lines(evaluation, write)),
        sound=sound_view(evaluation, write),
        assignments=assignment_rows(evaluation, write),
        late_assignments=late_told(evaluation, write),
        former_forecasts=former_forecasts_view(evaluation, write),
        committees=tuple(_committees(evaluation, write)),
        account=account_view(evaluation, write),
        since=since_view(evaluation, write),
        findings=tuple(_findings(origin, write)),
        rules=(
            *(Narrative(write.text(one, date=date)) for one in rules),
            Narrative(rule_in_words(plan.goal_status, write)),
        ),
        sources=_sources(evaluation),
        inputs=tuple(sorted(origin.inputs.items())),
        version=origin.version,
    )


def _findings(origin: Origin, write: Writer) -> Iterator[FindingView]:
    """The warnings, and what someone answers for, gaps too; other advice is for the one who writes the files."""
    for one in origin.findings:
        if one.rule.severity > Severity.ADVICE:
            yield FindingView(str(one.span), one.rule.code, write.text(one.message), "")
    for one, entry in origin.accepted:
        if one.rule.severity > Severity.ADVICE or is_gap(one):
            yield FindingView(str(one.span), one.rule.code, write.text(one.message), write.text(entry.told))


def _committees(evaluation: Evaluation, write: Writer) -> Iterable[CommitteeView]:
    """Every committee that has a goal in force, also those that have not answered."""
    plan = evaluation.plan
    with_goals = {plan.strategic_goals[goal.goal].committee for goal in evaluation.goals}
    for committee in plan.committees.values():
        if committee.id in with_goals:
            answers = evaluation.answers.get(committee.id)
            yield _committee(committee, answers or CommitteeEvaluation(committee.id, ""), evaluation, write)


def _committee(
    committee: Committee, answers: CommitteeEvaluation, evaluation: Evaluation, write: Writer
) -> CommitteeView:
    moved = answers.reprioritise
    needed = write.text(LABELS["yes" if moved.needed else "no"]) if moved else ""
    return CommitteeView(
        title=write.text(committee.title_in(evaluation.occasion.year)),
        reprioritise=needed,
        reprioritise_text=answer(moved.text if moved else None, write, asked=moved is None or moved.needed),
        moves=move_views(moved.proposal if moved else (), committee.id, evaluation.plan, write),
        whole=_whole(answers.whole, write, asked=evaluation.occasion.is_close),
        lessons=tuple(lesson_view(one, evaluation.plan, write) for one in answers.lessons),
        signature=signature(answers.signed, write),
        example=answers.example,
    )


def _whole(given: WholeAnswer, write: Writer, *, asked: bool) -> tuple[tuple[str, Answer], ...]:
    """The questions about the whole; none where they are not asked and none is answered."""
    if not asked and given == WholeAnswer():
        return ()
    return tuple(
        (write.text(WHOLE[one.name]), answer(getattr(given, one.name), write, asked=asked)) for one in fields(given)
    )


def _sources(evaluation: Evaluation) -> tuple[str, ...]:
    """Where the outcomes come from, with the dates they were read."""
    found: dict[str, None] = {}
    for kpi in evaluation.kpis:
        for one in kpi.series:
            for row in one.measurements:
                if row.source:
                    found[f"{row.source} ({row.retrieved})" if row.retrieved else row.source] = None
        found.update(dict.fromkeys(evaluation.peer_sources.get(kpi.kpi, ())))
    return tuple(sorted(found))


def body(evaluation: Evaluation, write: Writer) -> str:
    """Whose goals are evaluated: the municipality's, or those of one of its committees."""
    name = evaluation.plan.organisations[evaluation.plan.organisation].name
    committee = evaluation.committee
    return f"{name}, {write.text(evaluation.plan.committees[committee].title)}" if committee else name


def notice(evaluation: Evaluation, write: Writer) -> str:
    """The plain notice that something was invented, with what and how much; empty where nothing was."""
    if evaluation.plan.example:
        return write.text(WHOLE_EXAMPLE)
    what = invented(evaluation, write)
    return write.text(_PARTLY_EXAMPLE, what=what) if what else ""


def invented(evaluation: Evaluation, write: Writer, *, lessons: int = 0) -> str:
    """What is invented and how much of it, `lessons` from other occasions too: `3 målnivåer, 1 åtgärd`."""
    plan, occasion = evaluation.plan, evaluation.occasion
    kpis = [plan.kpis[one.kpi] for one in evaluation.kpis]
    goals = [plan.strategic_goals[one.goal] for one in evaluation.goals]
    in_force = {one.id for one in goals}
    counts = {
        "levels": sum(
            one.example
            for kpi in kpis
            for one in kpi.target_levels
            if one.year == occasion.year or (one.year > occasion.year and one.decided <= occasion.date)
        ),
        "goals": sum(one.standing.example for one in goals),
        "actions": sum(
            one.standing.example and one.standing.valid.covers(occasion.year) and one.goal in in_force
            for one in plan.actions.values()
        ),
        "frames": sum(any(area.example for area in one.areas) for one in evaluation.money),
        "evaluations": sum(one.example for one in evaluation.answers.values()),
        "lessons": lessons,
        "events": len(_invented_events(evaluation)),
        "sound": int(bool(evaluation.sound and evaluation.sound.example)),
        "outcomes": sum(one.outcome.example for one in evaluation.kpis),
        "peers": sum(one.kpi in evaluation.peer_examples for one in evaluation.kpis),
    }
    return ", ".join(write.text(plural(count, *_KINDS[key])) for key, count in counts.items() if count)


def _invented_events(evaluation: Evaluation) -> set[str]:
    """The events that a reader is told of and that are examples."""
    plan = evaluation.plan
    found = set[str]()
    for one in evaluation.kpis:
        answers = evaluation.answers.get(plan.strategic_goals[plan.kpis[one.kpi].goal].committee)
        given = answers.kpis.get(one.kpi, KpiAnswer()) if answers else KpiAnswer()
        found.update(event.id for event in happened(evaluation, one, given) if event.example)
    return found
