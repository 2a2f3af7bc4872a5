"""Texts that are carried forward from an earlier occasion: they are there, and still hold."""

from collections.abc import Iterator
from typing import NamedTuple

from malstyrning.diagnostics import Severity
from malstyrning.domain.carried import TEXTS, is_before, written_in
from malstyrning.domain.evaluations import CommitteeEvaluation, GoalAnswer, KpiAnswer
from malstyrning.domain.periods import parse_period
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule

_ANSWER = "  - committee: namnd\n    period: {period}\n    kpis: {{nyckeltal: {{{answer}}}}}\n"
_WRITTEN = "cause: Färre sökande, own_and_events: Mest omvärlden"
_LATER = ("2021T1", "2021T2", "2021", "2022")
_MEASURE = (
    "kpis:\n  matt:\n    {{title: Ett mått, goal: mal, unit: percent, decimals: 0, direction: higher, "
    "causal_link: Orsak, method: Metod, comparability: Nej, "
    "definitions: [{{from: 2015, text: Som förr}}, {{from: {}, text: På nytt sätt}}]}}\n"
)


def _example(*answers: tuple[str, str]) -> str:
    return "evaluations:\n" + "".join(_ANSWER.format(period=period, answer=one) for period, one in answers)


class _Carrying(NamedTuple):
    """An answer that carries texts forward: in which section, about what, and from which occasion."""

    section: str
    name: str
    given: GoalAnswer | KpiAnswer
    earlier: str


def _carrying(evaluation: CommitteeEvaluation) -> Iterator[_Carrying]:
    sections: tuple[tuple[str, dict[str, GoalAnswer] | dict[str, KpiAnswer]], ...] = (
        ("goals", dict(evaluation.goals)),
        ("kpis", dict(evaluation.kpis)),
    )
    for section, answers in sections:
        for name, given in answers.items():
            if given.carried_from:
                yield _Carrying(section, name, given, given.carried_from)


def _origin(one: _Carrying, evaluation: CommitteeEvaluation, context: Context) -> CommitteeEvaluation | None:
    """Where the first of the carried texts was written; None where nothing is carried."""
    found = (
        written_in(context.plan, evaluation, one.section, one.name, key)
        for key in TEXTS[one.section]
        if getattr(one.given, key) is None
    )
    return next((each for each in found if each), None)


@rule(
    "EVA966",
    "carried-from-nothing",
    on=CommitteeEvaluation,
    says=Text(
        "Nämnden har ingen text om {about} för {earlier} att föra vidare",
        "The committee has no text about {about} for {earlier} to carry forward",
    ),
    cure=Text(
        "rätta carried_from till ett tidigare tillfälle med en text, eller skriv texten här",
        "correct carried_from to an earlier occasion that has a text, or write the text here",
    ),
    why=Text(
        "Rapporten hämtar texten från det tillfälle som anges. Finns den inte där är frågan obesvarad.",
        "The report takes the text from the occasion that is named. If it is not there the question is unanswered.",
    ),
    bad=_example(("2021", _WRITTEN), ("2022", "carried_from: 2020")),
    good=_example(("2021", _WRITTEN), ("2022", "carried_from: 2021")),
)
def carried_from_nothing(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """What is carried forward stands in an earlier evaluation of the committee's."""
    if not context.has_every("evaluations"):
        return
    for one in _carrying(evaluation):
        is_written = all(getattr(one.given, key) is not None for key in TEXTS[one.section])
        if not is_written and _origin(one, evaluation, context) is None:
            facts: dict[str, str | Text] = {"about": one.name, "earlier": one.earlier}
            yield Found((one.section, one.name, "carried_from"), facts)


@rule(
    "EVA967",
    "carries-nothing",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Alla texter om {about} står här, så inget förs vidare från {earlier}",
        "Every text about {about} is written here, so nothing is carried from {earlier}",
    ),
    cure=Text(
        "ta bort carried_from, eller texten som gäller sedan tidigare",
        "remove carried_from, or the text that holds since then",
    ),
    why=Text(
        "carried_from fyller i det som inte står här. En läsare av filen tror annars att texten är gammal.",
        "carried_from fills in what is not written here. A reader of the file would else think that the text is old.",
    ),
    bad=_example(("2021", _WRITTEN), ("2022", f"{_WRITTEN}, carried_from: 2021")),
    good=_example(("2021", _WRITTEN), ("2022", "cause: Fler sökande, carried_from: 2021")),
)
def carries_nothing(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """Where something is carried, a text is left out for it."""
    for one in _carrying(evaluation):
        if all(getattr(one.given, key) is not None for key in TEXTS[one.section]):
            facts: dict[str, str | Text] = {"about": one.name, "earlier": one.earlier}
            yield Found((one.section, one.name, "carried_from"), facts)


@rule(
    "EVA968",
    "carried-too-long",
    on=CommitteeEvaluation,
    severity=Severity.ADVICE,
    says=Text(
        "Texten om {about} är från {written} och har förts vidare {count} gånger, gränsen är {most}",
        "The text about {about} is from {written} and has been carried forward {count} times, the limit is {most}",
    ),
    cure=Text(
        "skriv en ny text, eller samma igen om den är prövad; gränsen är most_carried under limits i malstyrning.yaml",
        "write a new text, or the same again once tried; the limit is most_carried under limits in malstyrning.yaml",
    ),
    why=Text(
        "En förklaring som bara förs vidare har ingen prövat på länge.",
        "An explanation that is only carried on has not been tried for long.",
    ),
    bad=_example(("2020", _WRITTEN), *((period, "carried_from: 2020") for period in _LATER)),
    good=_example(("2020", _WRITTEN), *((period, "carried_from: 2020") for period in _LATER[:3])),
)
def carried_too_long(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """A text is carried through few of the committee's evaluations, counted with this one."""
    for one in _carrying(evaluation):
        origin = _origin(one, evaluation, context)
        if origin is None:
            continue
        count = sum(
            committee == evaluation.committee
            and is_before(origin.period, period)
            and not is_before(evaluation.period, period)
            and one.name in getattr(each, one.section)
            for (committee, period), each in context.plan.evaluations.items()
        )
        if count > context.limits.most_carried:
            facts: dict[str, str | Text] = {
                "about": one.name,
                "written": origin.period,
                "count": str(count),
                "most": str(context.limits.most_carried),
            }
            yield Found((one.section, one.name, "carried_from"), facts)


@rule(
    "EVA969",
    "carried-over-a-new-definition",
    on=CommitteeEvaluation,
    severity=Severity.WARNING,
    says=Text(
        "Texten om {about} är från {written}, men nyckeltalet har en ny definition från {year}",
        "The text about {about} is from {written}, but the KPI has a new definition from {year}",
    ),
    cure=Text("skriv en ny text", "write a new text"),
    why=Text(
        "Texten förklarar ett värde som mättes på ett annat sätt. Den kan inte stå kvar oprövad.",
        "The text explains a value that was measured otherwise. It can't stand untried.",
    ),
    bad=_MEASURE.format(2022)
    + _example(("2021", _WRITTEN), ("2022", "carried_from: 2021")).replace("nyckeltal", "matt"),
    good=_MEASURE.format(2021)
    + _example(("2021", _WRITTEN), ("2022", "carried_from: 2021")).replace("nyckeltal", "matt"),
)
def carried_over_a_new_definition(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """No text is carried across a change of the KPI's definition."""
    period = parse_period(evaluation.period)
    for one in _carrying(evaluation):
        kpi = context.plan.kpis.get(one.name) if one.section == "kpis" else None
        origin = _origin(one, evaluation, context) if kpi else None
        written = parse_period(origin.period) if origin else None
        if kpi is None or period is None or written is None:
            continue
        changed = [each.first_year for each in kpi.definitions[1:] if written.year < each.first_year <= period.year]
        if changed:
            facts: dict[str, str | Text] = {"about": one.name, "written": str(written), "year": str(max(changed))}
            yield Found((one.section, one.name, "carried_from"), facts)
