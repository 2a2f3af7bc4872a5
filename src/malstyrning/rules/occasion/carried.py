"""Carried texts: one that explained a verdict does not explain another."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.former import FormerReport
from malstyrning.language import Text
from malstyrning.rules.rule import Context, Found, rule


@rule(
    "EVA970",
    "carried-over-another-verdict",
    on=Evaluation,
    severity=Severity.WARNING,
    says=Text(
        "Texten om {kpi} är från {written}, då nyckeltalet var {before}; nu är det {now}",
        "The text about {kpi} is from {written}, when the KPI was {before}; now it is {now}",
    ),
    cure=Text("skriv en ny text, eller samma igen om den är prövad", "write a new text, or the same again once tried"),
    why=Text(
        "Texten förklarar ett annat resultat än det som rapporten visar.",
        "The text explains another result than the one that the report shows.",
    ),
    bad="",
    good="",
    where="",
)
def carried_over_another_verdict(evaluation: Evaluation, _: Context) -> Iterator[Found]:
    """A text is carried while the verdict is the same. What it was then is known where the last report is of then."""
    last, plan = evaluation.since.last, evaluation.plan
    if not isinstance(last, FormerReport):
        return
    for one in evaluation.kpis:
        committee = plan.strategic_goals[plan.kpis[one.kpi].goal].committee
        answers, former = evaluation.answers.get(committee), last.kpis.get(one.kpi)
        given = answers.kpis.get(one.kpi) if answers else None
        if given is None or former is None or former.verdict.not_reported:
            continue
        before, now = former.verdict.fulfilment, one.verdict.fulfilment
        if before is not now and last.period in {each.period for each in given.carried.values()}:
            facts: dict[str, str | Text] = {
                "kpi": one.kpi,
                "written": last.period,
                "before": before.value,
                "now": now.value,
            }
            place = (f"evaluations/{committee}", str(evaluation.occasion))
            yield Found(("kpis", one.kpi, "carried_from"), facts, of=place)
