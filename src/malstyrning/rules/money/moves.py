"""Moves: what a committee proposes to reprioritise can be done with the money that there is."""

from collections.abc import Iterator
from decimal import Decimal

from malstyrning.diagnostics import Severity
from malstyrning.domain.evaluations import CommitteeEvaluation
from malstyrning.domain.periods import parse_period
from malstyrning.language import Text
from malstyrning.rules.money.shared import thousands
from malstyrning.rules.rule import Context, Found, rule

_TWO_AREAS = (
    "committees:\n  parknamnden: {title: Parknämnden, areas: {parker: {title: Parker}, torg: {title: Torg}}}\n"
    "budget_frames:\n  - {committee: parknamnden, year: 2022, amount: 10, decided: 2021-11-15, "
    "reference: KF 2021-11-15 § 301, areas: {parker: 6, torg: 4}}\n"
)


def _example(move: str, answer: str = "yes", committee: str = "parknamnden") -> str:
    return (
        f"{_TWO_AREAS}evaluations:\n  - committee: {committee}\n    period: 2022\n    reprioritise:\n"
        f"      answer: {answer}\n      text: Parkerna slits mer än torgen\n      proposal: [{{{move}}}]\n"
    )


def has_proposal(evaluation: CommitteeEvaluation) -> bool:
    """Tell whether a committee proposes anything."""
    return bool(evaluation.reprioritise and evaluation.reprioritise.proposal)


@rule(
    "BUD721",
    "move-of-nothing",
    on=CommitteeEvaluation,
    needs=has_proposal,
    says=Text(
        "Förslaget flyttar {amount} från {source} till {target}: det ändrar ingenting",
        "The proposal moves {amount} from {source} to {target}: that changes nothing",
    ),
    cure=Text("rätta området eller beloppet", "correct the area or the amount"),
    why=Text(
        "En flytt går från ett område till ett annat. Står samma område två gånger är det ena oftast ett skrivfel.",
        "A move goes from one area to another. Where the same one stands twice, one of them is most often a slip.",
    ),
    bad=_example("from: torg, to: torg, amount: 2"),
    good=_example("from: torg, to: parker, amount: 2"),
)
def move_of_nothing(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A move has two areas, and an amount."""
    for index, move in enumerate(evaluation.reprioritise.proposal if evaluation.reprioritise else ()):
        if move.source == move.target or not move.amount:
            key = "to" if move.amount else "amount"
            yield Found(
                ("reprioritise", "proposal", index, key),
                {"source": move.source, "target": move.target, "amount": thousands(move.amount)},
            )


@rule(
    "BUD722",
    "move-larger-than-the-frame",
    on=CommitteeEvaluation,
    needs=has_proposal,
    severity=Severity.WARNING,
    says=Text(
        "Förslaget tar {amount} från {source}, som har {frame} i ramen för {year}",
        "The proposal takes {amount} from {source}, which has {frame} in the frame for {year}",
    ),
    cure=Text("rätta beloppet; det står i tusen kronor", "correct the amount; it is in thousand kronor"),
    why=Text(
        "Ett område kan inte lämna ifrån sig mer än det har. Beloppet är oftast skrivet i kronor.",
        "An area can't give up more than it has. Most often the amount is written in kronor.",
    ),
    bad=_example("from: torg, to: parker, amount: 5"),
    good=_example("from: torg, to: parker, amount: 4"),
)
def move_larger_than_the_frame(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """All that is taken from an area is within its part of the frame, with the changes of the period."""
    period = parse_period(evaluation.period)
    taken: dict[str, Decimal] = {}
    for index, move in enumerate(evaluation.reprioritise.proposal if evaluation.reprioritise else ()):
        area = context.areas.get(move.source)
        frame = context.plan.budget_frames.get((area.committee, period.year)) if area and period else None
        if frame is None or period is None or move.source == move.target:
            continue
        before = taken.get(move.source, Decimal(0))
        taken[move.source] = before + move.amount
        part = frame.area_on(move.source, period.end)
        if before <= part < taken[move.source]:
            facts: dict[str, str | Text] = {
                "amount": thousands(taken[move.source]),
                "source": move.source,
                "frame": thousands(part),
                "year": str(period.year),
            }
            yield Found(("reprioritise", "proposal", index, "amount"), facts)


@rule(
    "BUD723",
    "move-of-others-money",
    on=CommitteeEvaluation,
    needs=has_proposal,
    says=Text(
        "Varken {source} eller {target} är ett område hos {committee}",
        "Neither {source} nor {target} is an area of {committee}",
    ),
    cure=Text(
        "välj nämndens egna områden, eller rätta committee", "choose the committee's own areas, or correct committee"
    ),
    why=Text(
        "En nämnd föreslår vad som ska hända med dess egna pengar. Till eller från en annan nämnd är det fullmäktige "
        "som beslutar, men en flytt helt mellan andra är inte nämndens sak.",
        "A committee proposes what is to be done with its own money. To or from another it is the council that "
        "decides, but a move altogether between others is not its business.",
    ),
    bad=_example("from: torg, to: parker, amount: 2", committee="namnd"),
    good=_example("from: torg, to: omrade, amount: 2", committee="namnd"),
)
def move_of_others_money(evaluation: CommitteeEvaluation, context: Context) -> Iterator[Found]:
    """One end of a move, at least, is the committee's own."""
    for index, move in enumerate(evaluation.reprioritise.proposal if evaluation.reprioritise else ()):
        ends = [context.areas.get(one) for one in (move.source, move.target)]
        if all(one and one.committee != evaluation.committee for one in ends):
            facts: dict[str, str | Text] = {
                "source": move.source,
                "target": move.target,
                "committee": evaluation.committee,
            }
            yield Found(("reprioritise", "proposal", index), facts)


@rule(
    "EVA913",
    "proposal-without-need",
    on=CommitteeEvaluation,
    needs=has_proposal,
    severity=Severity.WARNING,
    says=Text(
        "Nämnden svarar att inget behöver prioriteras om, och föreslår ändå en flytt",
        "The committee answers that nothing needs to move, and proposes a move all the same",
    ),
    cure=Text("skriv answer: yes, eller ta bort proposal", "write answer: yes, or remove proposal"),
    why=Text(
        "Den som förbereder budgeten läser svaret eller förslaget. Säger de olika är det ena fel.",
        "Whoever prepares the budget reads the answer or the proposal. Where they disagree one of them is wrong.",
    ),
    bad=_example("from: torg, to: parker, amount: 2", answer="no"),
    good=_example("from: torg, to: parker, amount: 2"),
)
def proposal_without_need(evaluation: CommitteeEvaluation, _: Context) -> Iterator[Found]:
    """A proposal goes with a yes."""
    if evaluation.reprioritise and not evaluation.reprioritise.needed:
        yield Found(("reprioritise", "answer"), {})
