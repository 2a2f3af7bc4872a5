"""Reading the record of the last report: a file that the program wrote, and that anyone may have changed since.

It says what it must say or nothing: a record that is broken, or of another form, is told and never guessed at.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from malstyrning.diagnostics import Diagnostic, one_line
from malstyrning.domain.former import (
    FormerKpi,
    FormerLevel,
    FormerOutcome,
    FormerReport,
    FormerVerdict,
    UnreadableReport,
)
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.goal_status import RuleStep
from malstyrning.domain.periods import Period, parse_period, parse_stretch
from malstyrning.domain.targets import KINDS, Target
from malstyrning.domain.verdicts import ONLY_DESCRIBED
from malstyrning.domain.words import Gender
from malstyrning.language import Text
from malstyrning.sources.tree import Folder

_FOLDER = "reports"
_RECORD = "evaluation.json"
_LARGEST = 20_000_000  # bytes: thousands of KPIs
_ANOTHER = Text("den gäller en annan organisation, {found}", "it is about another organisation, {found}")
_AT = Text("{at} har ett värde som inte hör dit", "{at} has a value that does not belong there")
_NO_JSON = Text("den är inte JSON", "it is no JSON")

_KINDS = {word: kind for kind, word in KINDS.items()}
_NOT_REPORTED = "not_reported_now"


def _period(text: object) -> Period:
    period = parse_stretch(text) if isinstance(text, str) else None
    if period is None:
        raise ValueError(text)
    return period


_Line = Annotated[str, Field(max_length=1000)]
_Period = Annotated[Period, BeforeValidator(_period)]
_Number = Annotated[Decimal, Field(gt=-(10**15), lt=10**15, allow_inf_nan=False)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class _Outcome(_Part):
    period: _Period
    gender: Gender
    value: _Number | None
    unrounded: _Number | None

    def to_domain(self) -> FormerOutcome:
        return FormerOutcome(self.period, self.gender, self.value, self.unrounded)


class _Level(_Part):
    """A level of any kind: what each kind has, none of it required here."""

    year: int
    kind: _Line
    tolerance: _Number = Decimal(0)
    level: _Number | None = None
    lower: _Number | None = None
    upper: _Number | None = None
    percent: _Number | None = None
    place: int | None = None
    since: int | None = None
    years: int | None = None
    group: _Line | None = None

    def to_domain(self) -> FormerLevel:
        return FormerLevel(self.year, self._target(), self.tolerance)

    def _target(self) -> Target | None:
        kind = _KINDS.get(self.kind)
        parts: dict[str, Any] = {one.name: getattr(self, one.name, None) for one in fields(kind)} if kind else {}
        return kind(**parts) if kind and None not in parts.values() else None


class _Verdict(_Part):
    fulfilment: Fulfilment
    reason: _Line | None
    outcome: _Outcome | None
    level: _Level | None

    def to_domain(self) -> FormerVerdict:
        outcome = self.outcome.to_domain() if self.outcome else None
        level = self.level.to_domain() if self.level else None
        return FormerVerdict(
            self.fulfilment, self.reason in ONLY_DESCRIBED, self.reason == _NOT_REPORTED, outcome, level
        )


class _Words(_Part):
    sv: _Line | None
    en: _Line | None

    def to_domain(self) -> Text:
        return Text(self.sv and one_line(self.sv), self.en and one_line(self.en))


class _Definition(_Part):
    first_year: int


class _Kpi(_Part):
    id: _Line
    goal: _Line
    verdict: _Verdict
    by_gender: dict[Gender, _Verdict]
    series: list[_Outcome]
    title: _Words | None = None
    definition: _Definition | None = None

    def to_domain(self) -> FormerKpi:
        return FormerKpi(
            self.id,
            self.goal,
            self.verdict.to_domain(),
            self.title.to_domain() if self.title else None,
            self.definition.first_year if self.definition else None,
            {gender: one.to_domain() for gender, one in self.by_gender.items()},
            tuple(one.to_domain() for one in self.series),
        )


class _Goal(_Part):
    id: _Line
    status: Fulfilment
    rule: _Line = ""

    @property
    def was_judged(self) -> bool:
        return not (self.rule == RuleStep.NOTHING_TO_JUDGE and self.status is Fulfilment.NOT_ASSESSABLE)


class _Record(_Part):
    format: Literal[1]
    organisation: _Line
    period: _Line
    date: date
    kpis: list[_Kpi]
    strategic_goals: list[_Goal]


def last_report(folder: Folder, organisation: str, before: date) -> FormerReport | UnreadableReport | None:
    """The record in reports/ of the latest occasion before a day; None where there is none.

    A record that can't be read counts as that of the period which its folder is named after: an older one is never
    taken in its place.
    """
    found = (_dated(folder, name, organisation) for name in _names(folder))
    earlier = [(day, one) for day, one in found if day and day < before]
    return max(earlier, key=lambda pair: (pair[0], pair[1].path), default=(None, None))[1]


def _names(folder: Folder) -> Iterator[str]:
    """The folders in reports/ that hold a record."""
    place = folder.root / _FOLDER
    if place.is_dir():
        yield from sorted(one.name for one in place.iterdir() if folder.exists(f"{_FOLDER}/{one.name}/{_RECORD}"))


def _dated(folder: Folder, name: str, organisation: str) -> tuple[date | None, FormerReport | UnreadableReport]:
    found = _read(folder, f"{_FOLDER}/{name}/{_RECORD}", organisation)
    if isinstance(found, FormerReport):
        return found.date, found
    period = parse_period(name)
    return period.end if period else None, found


def _read(folder: Folder, path: str, organisation: str) -> FormerReport | UnreadableReport:
    content = folder.read(path, _LARGEST)
    if isinstance(content, Diagnostic):
        return UnreadableReport(path, None, content.message)
    mark = sha256(content).hexdigest()
    try:
        record = _Record.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        at = one_line(".".join(map(str, first["loc"])))
        return UnreadableReport(path, mark, _AT.filled({"at": at}) if at else _NO_JSON)
    if record.organisation != organisation:
        return UnreadableReport(path, mark, _ANOTHER.filled({"found": one_line(record.organisation)}))
    return FormerReport(
        path,
        mark,
        one_line(record.period),
        record.date,
        {one.id: one.to_domain() for one in record.kpis},
        {one.id: one.status for one in record.strategic_goals if one.was_judged},
    )
