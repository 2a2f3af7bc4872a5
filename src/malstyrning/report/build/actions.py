"""The view of an action: what was decided and expected, what the figures say, and what the committee answers."""

from datetime import date
from decimal import Decimal

from malstyrning.domain.actions import Action, Step
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.effects import EffectYear, MeasuredEffect
from malstyrning.domain.evaluations import ActionAnswer, Cause, CommitteeEvaluation
from malstyrning.domain.words import ActionStatus
from malstyrning.evaluate.questions import is_over
from malstyrning.language import Text
from malstyrning.report.build.marks import answer, decision
from malstyrning.report.charts import effect as chart
from malstyrning.report.charts.scale import Tick
from malstyrning.report.effects import rank_text, sum_text, verdict_text, visible_text
from malstyrning.report.labels import LABELS
from malstyrning.report.view import ActionView, Answer, Figure, Key, Picture
from malstyrning.report.words import ACTION_EFFECT, ACTION_STATUS, CAUSE, CAUSE_SHARE
from malstyrning.report.writer import Writer

_EXPECTED = Text("{change} på {kpi} till {year}", "{change} on {kpi} by {year}")
_SHARE = Text("{cause}: {share}", "{cause}: {share}")
_STEP_DONE = Text("{step} (klart {day})", "{step} (done {day})")
_STEP_DUE = Text("{step} (ska vara klart {day})", "{step} (due {day})")
_COST = Text("{amount} tusen kronor", "SEK {amount} thousand")
_CHART = Text("Före och efter åtgärden", "Before and after the action")
_CAPTION = Text(
    "{kpi}, ändring sedan {base}, {unit}. Streckad linje: åtgärdens start. I fältet ligger avvikelser som är vanliga.",
    "{kpi}, change since {base}, {unit}. Dashed line: the start of the action. In the field lie deviations that are "
    "common.",
)
_OWN = Text("{name} {change}", "{name} {change}")
_COMMON = Text("De andras median {change}", "Others' median {change}")
_FIELD = Text("{low} till {high}", "{low} to {high}")


def action_view(
    action: Action, answers: CommitteeEvaluation | None, evaluation: Evaluation, write: Writer
) -> ActionView:
    """What was decided of an action, what the figures say of it, and the committee's answer."""
    given = answers.actions.get(action.id, ActionAnswer()) if answers else ActionAnswer()
    status = action.status_on(evaluation.occasion.date)
    plan, measured = evaluation.plan, evaluation.effects.get(action.id)
    return ActionView(
        anchor=action.id,
        title=write.text(action.title),
        status=write.text(ACTION_STATUS[status]),
        owner=action.owner or "",
        cost="" if action.cost is None else write.text(_COST, amount=write.number(action.cost)),
        steps=tuple(_step(one, evaluation.occasion.date, write) for one in action.steps),
        expected=_expected(action, evaluation, write),
        smallest=visible_text(measured, plan, write) if measured else "",
        measured=verdict_text(measured, plan, write) if measured and not action.expects_nothing else "",
        arithmetic=sum_text(measured, plan, write) if measured else "",
        rank=rank_text(measured, plan, write) if measured else "",
        figure=_figure(measured, evaluation, write) if measured and measured.years else None,
        years=tuple(_year(one, write) for one in measured.years) if measured else (),
        effect=write.text(ACTION_EFFECT[given.effect]) if given.effect else "",
        answer=_effect_answer(status, given, write),
        causes=tuple(
            write.text(_SHARE, cause=CAUSE[cause], share=CAUSE_SHARE[given.causes[cause]])
            for cause in Cause
            if cause in given.causes
        ),
        decision=decision(action.standing, write),
        example=action.standing.example,
    )


def _step(step: Step, on: date, write: Writer) -> str:
    """A step as it stood on the day: what was done later was not done."""
    if step.done and step.done <= on:
        return write.text(_STEP_DONE, step=step.text, day=write.date(step.done))
    return write.text(_STEP_DUE, step=step.text, day=write.date(step.due)) if step.due else write.text(step.text)


def _effect_answer(status: ActionStatus, given: ActionAnswer, write: Writer) -> Answer:
    if given.effect and given.text is None:
        return Answer(Key("given"))
    return answer(given.text, write, asked=is_over(status))


def _expected(action: Action, evaluation: Evaluation, write: Writer) -> str:
    effect = action.expected_effect
    kpi = evaluation.plan.kpis.get(effect.kpi) if effect else None
    if effect is None or kpi is None:
        return write.text(LABELS["no_expected_effect" if action.expects_nothing else "expectation_left_out"])
    change = write.difference(effect.change, kpi.unit)
    return write.text(_EXPECTED, change=change, kpi=kpi.title, year=str(effect.by))


def _figure(measured: MeasuredEffect, evaluation: Evaluation, write: Writer) -> Figure:
    plan = evaluation.plan
    kpi = plan.kpis[measured.kpi or ""]
    ours = plan.organisations[plan.organisation].name
    spec = chart.Effect(
        tuple(_point(one) for one in measured.years),
        measured.base or 0,
        write.text(_OWN, name=ours, change=_signed(measured.own, write)),
        write.text(_COMMON, change=_signed(measured.common, write)),
    )
    unit = write.text(kpi.unit.difference) or write.text(kpi.unit.name)
    caption = write.text(_CAPTION, kpi=kpi.title, base=str(measured.base), unit=unit.lower())
    heading = write.text(_CHART)
    title = f"{heading}: {write.text(plan.actions[measured.action].title)}"
    svg = chart.draw(
        spec,
        name=f"{measured.action}_effect",
        title=title,
        description=caption,
        number=lambda tick: _axis(tick, write),
    )
    return Figure(Picture(svg), heading, caption)


def _point(one: EffectYear) -> chart.Point:
    return chart.Point(one.year, float(one.own), float(one.common), float(one.limit or 0))


def _year(one: EffectYear, write: Writer) -> tuple[str, ...]:
    """A row of the table below the chart: the year, our change, the others' median, and what is common."""
    field = "–"
    if one.limit is not None:
        low, high = (_signed(one.common + sign * one.limit, write) for sign in (-1, 1))
        field = write.text(_FIELD, low=low, high=high)
    return (str(one.year), _signed(one.own, write), _signed(one.common, write), field)


def _signed(number: Decimal | None, write: Writer) -> str:
    return "" if number is None else write.number(number, signed=True)


def _axis(tick: Tick, write: Writer) -> str:
    return write.number(tick.exact, signed=True)
