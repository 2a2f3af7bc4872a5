"""`malstyrning record`: the one figure that comes by mail."""

from typing import Annotated

import typer

from malstyrning.cli.names import known_kpi
from malstyrning.cli.options import WorkspaceOption, shown, workspace_root
from malstyrning.domain.outcomes import Missing
from malstyrning.domain.words import Gender
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text


def record(
    kpi: Annotated[str, typer.Argument(metavar="KPI", help="The id of a KPI in goals/: ours or Kolada's.")],
    period: Annotated[str, typer.Argument(metavar="PERIOD", help="What the value covers: 2022, 2022T1, 2022-03 …")],
    value: Annotated[
        str, typer.Argument(metavar="[VALUE]", help="The value; a decimal comma is read as a point.")
    ] = "",
    workspace: WorkspaceOption = None,
    gender: Annotated[Gender, typer.Option("--gender", help="T all, K women, M men.")] = Gender.ALL,
    status: Annotated[Missing | None, typer.Option("--status", help="Why there is no value, in its place.")] = None,
    source: Annotated[str, typer.Option("--source", help="Where the value comes from.")] = "",
    example: Annotated[bool, typer.Option("--example", help="Nobody published this value.")] = False,
) -> None:
    """Write one of our own values to data/recorded.csv, in its place among the others.

    For example:

    malstyrning record sjukfranvaro 2022 6,8 --source "Löneenheten"
    """
    from malstyrning.console.terminal import say
    from malstyrning.domain.numbers import parse_number
    from malstyrning.domain.periods import parse_period
    from malstyrning.intake.recorded import RECORDED, Figure, add_figure
    from malstyrning.load import load_workspace

    root = workspace_root(workspace)
    loaded = load_workspace(root)
    if loaded.plan.organisation not in loaded.plan.organisations:
        raise CannotDoError(
            Text(
                "malstyrning.yaml säger inte vilken organisation i goals/ värdet gäller; kör malstyrning validate",
                "malstyrning.yaml does not say for which organisation in goals/ the value is; run malstyrning validate",
            )
        )
    kpi = known_kpi(kpi, loaded.plan)
    when = parse_period(period)
    if when is None:
        raise CannotDoError(
            Text(
                f"{period} är ingen period; skriv 2022, 2022H1, 2022Q1, 2022T1 eller 2022-03",
                f"{period} is no period; write 2022, 2022H1, 2022Q1, 2022T1 or 2022-03",
            )
        )
    if bool(value) == bool(status):
        raise CannotDoError(
            Text(
                "ge antingen ett värde eller --status, som säger varför det saknas",
                "give either a value or --status, which says why it is missing",
            )
        )
    number = parse_number(value.replace(",", ".", 1).replace("\N{MINUS SIGN}", "-"))
    if value and number is None:
        raise CannotDoError(
            Text(
                f"{value} är inget tal; skriv det utan mellanslag, till exempel 95,5",
                f"{value} is no number; write it without spaces, such as 95.5",
            )
        )
    known = next(
        (one for one in loaded.measurements.own if (one.kpi, one.period, one.gender) == (kpi, when, gender)), None
    )
    if known:
        raise CannotDoError(
            Text(
                f"{kpi} {when} {gender} har redan ett värde, på {known.span}; ändra det där",
                f"{kpi} {when} {gender} has a value already, at {known.span}; change it there",
            )
        )
    figure = Figure(
        kpi,
        loaded.plan.organisation,
        str(when),
        gender.value,
        value="" if number is None else str(number),
        status=status.value if status else "",
        source=source,
        example=example,
    )
    add_figure(loaded.folder, figure)
    say(f"{shown(root / RECORDED)}: {kpi} {when} {gender} = {figure.value or figure.status}")
