"""The schema of `evaluations`: what people answer at a reporting occasion."""

from typing import Annotated

from pydantic import Field

from malstyrning.domain import evaluations as answers
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.load.forms import (
    OPEN_LIST,
    OPEN_MAPPING,
    Day,
    Flag,
    Id,
    Line,
    Maybe,
    Number,
    PeriodText,
    Positive,
    TextValue,
    Year,
    YesNo,
)
from malstyrning.load.models import Entry


class SignatureEntry(Entry):
    body: Line
    name: Line
    date: Day
    reference: Maybe[Line] = None

    def to_domain(self) -> answers.Signature:
        return answers.Signature(self.body, self.name, self.date, self.reference)


class GoalAnswerEntry(Entry):
    position: Maybe[TextValue] = None
    analysis: Maybe[TextValue] = None
    conditions_met: Maybe[answers.ConditionsMet] = None
    status: Maybe[Fulfilment] = None
    reason: Maybe[TextValue] = None
    carried_from: Maybe[PeriodText] = None

    def to_domain(self) -> answers.GoalAnswer:
        return answers.GoalAnswer(
            self.position,
            self.analysis,
            self.conditions_met,
            self.status,
            self.reason,
            str(self.carried_from) if self.carried_from else None,
        )


class ForecastEntry(Entry):
    value: Number
    text: Maybe[TextValue] = None

    def to_domain(self) -> answers.CommitteeForecast:
        return answers.CommitteeForecast(self.value, self.text)


class KpiAnswerEntry(Entry):
    cause: Maybe[TextValue] = None
    own_and_events: Maybe[TextValue] = None
    events: Annotated[list[Id], OPEN_LIST] = Field(default_factory=list)
    carried_from: Maybe[PeriodText] = None
    forecast: Maybe[ForecastEntry] = None

    def to_domain(self) -> answers.KpiAnswer:
        carried_from = str(self.carried_from) if self.carried_from else None
        forecast = self.forecast.to_domain() if self.forecast else None
        return answers.KpiAnswer(self.cause, self.own_and_events, tuple(self.events), carried_from, forecast=forecast)


class ActionAnswerEntry(Entry):
    effect: Maybe[answers.ActionEffect] = None
    text: Maybe[TextValue] = None
    causes: Annotated[dict[answers.Cause, answers.CauseShare], OPEN_MAPPING] = Field(default_factory=dict)

    def to_domain(self) -> answers.ActionAnswer:
        return answers.ActionAnswer(self.effect, self.text, dict(self.causes))


class MoveEntry(Entry):
    from_: Id = Field(alias="from")
    to: Id
    amount: Positive

    def to_domain(self) -> answers.Move:
        return answers.Move(self.from_, self.to, self.amount)


class ReprioritiseEntry(Entry):
    answer: YesNo
    text: Maybe[TextValue] = None
    proposal: Annotated[list[MoveEntry], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self) -> answers.Reprioritisation:
        return answers.Reprioritisation(self.answer, self.text, tuple(one.to_domain() for one in self.proposal))


class WholeEntry(Entry):
    strategy: Maybe[TextValue] = None
    focus: Maybe[TextValue] = None
    actions: Maybe[TextValue] = None
    resources: Maybe[TextValue] = None

    def to_domain(self) -> answers.WholeAnswer:
        return answers.WholeAnswer(self.strategy, self.focus, self.actions, self.resources)


class LessonAnswerEntry(Entry):
    status: answers.LessonStatus
    reference: Maybe[Line] = None
    text: Maybe[TextValue] = None
    led_to: Annotated[list[Id], OPEN_LIST] = Field(default_factory=list)

    def to_domain(self) -> answers.LessonAnswer:
        return answers.LessonAnswer(self.status, self.reference, self.text, tuple(self.led_to))


class ProposalEntry(Entry):
    text: TextValue
    about: Maybe[Id] = None
    new: Maybe[answers.NewObject] = None

    def to_domain(self) -> answers.LessonProposal:
        return answers.LessonProposal(self.text, self.about, self.new)


class LessonEntry(Entry):
    text: TextValue
    proposes: Maybe[ProposalEntry] = None
    feeds: Maybe[Year] = None
    became: Maybe[LessonAnswerEntry] = None

    def to_domain(self, key: str) -> answers.Lesson:
        return answers.Lesson(
            key,
            self.text,
            self.feeds,
            self.became.to_domain() if self.became else None,
            self.proposes.to_domain() if self.proposes else None,
        )


class EvaluationEntry(Entry):
    committee: Id
    period: PeriodText
    goals: Annotated[dict[Id, GoalAnswerEntry], OPEN_MAPPING] = Field(default_factory=dict)
    kpis: Annotated[dict[Id, KpiAnswerEntry], OPEN_MAPPING] = Field(default_factory=dict)
    actions: Annotated[dict[Id, ActionAnswerEntry], OPEN_MAPPING] = Field(default_factory=dict)
    reprioritise: Maybe[ReprioritiseEntry] = None
    whole: Maybe[WholeEntry] = None
    lessons: Annotated[dict[Id, LessonEntry], OPEN_MAPPING] = Field(default_factory=dict)
    signed: Maybe[SignatureEntry] = None
    example: Flag = False

    def to_domain(self) -> answers.CommitteeEvaluation:
        return answers.CommitteeEvaluation(
            committee=self.committee,
            period=str(self.period),
            goals={key: one.to_domain() for key, one in self.goals.items()},
            kpis={key: one.to_domain() for key, one in self.kpis.items()},
            actions={key: one.to_domain() for key, one in self.actions.items()},
            reprioritise=self.reprioritise.to_domain() if self.reprioritise else None,
            whole=self.whole.to_domain() if self.whole else answers.WholeAnswer(),
            lessons=tuple(one.to_domain(key) for key, one in self.lessons.items()),
            signed=self.signed.to_domain() if self.signed else None,
            example=self.example,
        )
