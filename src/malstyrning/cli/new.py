"""`malstyrning new`: a stub to fill in."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from malstyrning.cli.options import LanguageOption, WorkspaceOption, shown, terminal_language, workspace_root
from malstyrning.cli.schema import editor_line
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from malstyrning.domain.plan import SteeringPlan

_GOAL = Text(
    """\
strategic_goals:
  {id}:
    number:          # ett nummer som aldrig använts, till exempel {number}
    title:
    committee:       # {committees}
    serves: []       # {overall_goals}
    areas: []        # områden hos nämnden, som bär målets pengar
    from:            # första året målet gäller
    horizon:         # året målet ser fram mot
    decided:         # dagen för beslutet, till exempel 2025-11-17
    reference:       # var beslutet står, till exempel KF § 301
    conditions: []   # förutsättningar för att leverera
""",
    """\
strategic_goals:
  {id}:
    number:          # a number that was never used, such as {number}
    title:
    committee:       # {committees}
    serves: []       # {overall_goals}
    areas: []        # the committee's areas that carry the goal's money
    from:            # first year in force
    horizon:         # the year the goal looks to
    decided:         # the day of the decision, such as 2025-11-17
    reference:       # where the decision stands, such as KF § 301
    conditions: []   # conditions for delivering
""",
)
_KPI = Text(
    """\
kpis:
  {id}:
    title:
    goal:            # {strategic_goals}
    kolada:          # Koladas id, till exempel N15419; ta bort raden om det är vårt eget
    unit: percent    # eller index, days, count …, eller en egen: {{sv: …, en: …}}
    decimals: 1
    direction:       # higher, lower, range eller none
    causal_link:     # en mening: hur hänger nyckeltalet ihop med målet?
    method:          # hur värdet tas fram
    comparability:   # vad det kan jämföras med; ta bort raden om det inte jämförs
    target_levels:
      - year:
        kind:        # at_least, at_most eller between
        level:
        decided:     # dagen för beslutet
        reference:   # var beslutet står
""",
    """\
kpis:
  {id}:
    title:
    goal:            # {strategic_goals}
    kolada:          # Kolada's id, such as N15419; remove the line if it is our own
    unit: percent    # or index, days, count …, or one of your own: {{sv: …, en: …}}
    decimals: 1
    direction:       # higher, lower, range or none
    causal_link:     # one sentence: how does the KPI hang together with the goal?
    method:          # how the value is made
    comparability:   # what it can be compared with; remove the line if it is not compared
    target_levels:
      - year:
        kind:        # at_least, at_most or between
        level:
        decided:     # the day of the decision
        reference:   # where the decision stands
""",
)
_NEXT = Text(
    "Fyll i den; `malstyrning validate` säger vad som fattas.",
    "Fill it in; `malstyrning validate` tells what is missing.",
)
_MOST_NAMED = 5


class Kind(StrEnum):
    """What can be made."""

    GOAL = "goal"
    KPI = "kpi"


def new(
    kind: Annotated[Kind, typer.Argument(help="A strategic goal, or a KPI.")],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id: a-z, digits and hyphens.")],
    workspace: WorkspaceOption = None,
    lang: LanguageOption = None,
) -> None:
    """Write a stub for a strategic goal or a KPI, in a file of its own under goals/.

    For example:

    malstyrning new kpi nojda-med-vagarna
    """
    from malstyrning.console.terminal import say
    from malstyrning.domain.ids import is_id
    from malstyrning.load import load_workspace

    root = workspace_root(workspace)
    if not is_id(name):
        raise CannotDoError(
            Text(
                f"{name} kan inte vara ett id: skriv små bokstäver a–z, siffror och enkla bindestreck, högst 60 tecken",
                f"{name} can't be an id: use lower-case a–z, digits and single hyphens, at most 60 characters",
            )
        )
    loaded = load_workspace(root)
    if name in loaded.places:
        place = loaded.places.span(name)
        raise CannotDoError(Text(f"{name} finns redan, på {place}", f"{name} exists already, at {place}"))
    path = root / "goals" / f"{name}.yaml"
    if path.exists():
        raise CannotDoError(Text(f"{shown(path)} finns redan", f"{shown(path)} exists already"))
    language = terminal_language(lang)
    stub = (_GOAL if kind is Kind.GOAL else _KPI).filled(_facts(name, loaded.plan))[language]
    try:
        loaded.folder.write(f"goals/{name}.yaml", (editor_line(root) + stub).encode())
    except OSError as error:
        raise CannotDoError(f"{shown(path)} can't be written: {error.strerror or error}") from error
    say([shown(path), _NEXT[language]])


def _facts(name: str, plan: "SteeringPlan") -> dict[str, str | Text]:
    first = next(iter(plan.overall_goals.values()), None)
    prefix = first.number if first else "1"
    used = {goal.number for goal in plan.strategic_goals.values()}
    number = next(f"{prefix}.{index}" for index in range(1, len(used) + 2) if f"{prefix}.{index}" not in used)
    return {
        "id": name,
        "number": number,
        "committees": _named(plan.committees),
        "overall_goals": _named(plan.overall_goals),
        "strategic_goals": _named(plan.strategic_goals),
    }


def _named(ids: "Iterable[str]") -> str:
    known = list(ids)
    more = [] if len(known) <= _MOST_NAMED else ["…"]
    return ", ".join([*known[:_MOST_NAMED], *more])
