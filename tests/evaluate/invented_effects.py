"""An invented workspace with actions whose effects are known: planted, absent, or such that nothing can be shown.

Our values and the neighbours' vary by at most 0.3 a year, drawn from a seed. Where an effect is planted it is 4.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from tests.evaluate.invented import titled, written

NEIGHBOURS = [str(number) for number in range(1101, 1115)]
YEARS = range(2008, 2024)
PLANTED = 4.0
Kpi = dict[str, Any]
Action = dict[str, Any]

KPIS: dict[str, Kpi] = {
    "lyfter": {},
    "sjunker": {"direction": "lower"},
    "star-still": {},
    "at-fel-hall": {},
    "kort-serie": {},
    "ung-serie": {},
    "med-hal": {},
    "slutar": {},
    "omdefinierat": {"definitions": [{"from": 2000, "text": "Då"}, {"from": 2021, "text": "Nu"}]},
    "tva-atgarder": {},
    "fa-andra": {"groups": ["fa"]},
    "utan-grupp": {"groups": []},
    "sent": {"lag": 1},
    **{f"eget-{number}": {} for number in range(1, 8)},
}
PLANTED_IN = {"lyfter": PLANTED, "eget-1": PLANTED, "sjunker": -PLANTED, "at-fel-hall": -PLANTED}


def workspace(seed: int) -> dict[str, str]:
    """The files, by path. An action starts in 2021 and is to show by 2022, unless it is about that."""
    draw = Random(seed)
    groups = {
        "lan": {"title": "Länet", "as_of": 2022, "members": ["9999", *NEIGHBOURS]},
        "fa": {"title": "Få", "as_of": 2022, "members": NEIGHBOURS[:8]},
    }
    goals = {
        "organisations": {one: {"name": f"Kommun {one}", "kind": "municipality"} for one in ["9999", *NEIGHBOURS]},
        "overall_goals": {"overgripande": titled(number="1")},
        "committees": {"namnd": titled(areas={"omrade": titled()})},
        "strategic_goals": {
            "mal": titled(
                number="1.1", committee="namnd", serves=["overgripande"], areas=["omrade"], **{"from": "2019"}
            )
        },
        "kpis": {key: kpi(one) for key, one in KPIS.items()},
        "actions": dict(actions()),
    }
    settings = {"format": 1, "organisation": "9999", "period": 2022, "groups": groups, "limits": {"fewest_kpis": 0}}
    return {
        "malstyrning.yaml": written(settings),
        "goals/allt.yaml": written(goals),
        "data/matningar.csv": "\n".join(["kpi,municipality,period,gender,value", *measurements(draw)]) + "\n",
    }


def kpi(own: Kpi) -> Kpi:
    """A KPI with one decimal, compared in the county first."""
    plain = {"goal": "mal", "unit": "percent", "decimals": 1, "direction": "higher", "groups": ["lan", "fa"]}
    return titled(**{**plain, **own})


def action(
    key: str, *, change: float = 4, by: int = 2022, started: str | None = "2021-02-01", **more: object
) -> Action:
    """An action that is to move a KPI."""
    expected = {"kpi": key, "change": change, "by": by}
    plain = {"goal": "mal", "status": "under_way", "decided": "2000-11-15", "started": started}
    keys = {**plain, "expected_effect": expected, **more}
    return titled(**{name: one for name, one in keys.items() if one is not None})


def actions() -> Iterator[tuple[str, Action]]:
    """One for each KPI, and those that are about something else."""
    for key in KPIS:
        if not key.startswith("eget"):
            yield f"for-{key}", action(key, change=-4 if key == "sjunker" else 4)
    yield "for-tva-atgarder-till", action("tva-atgarder", started="2022-03-01", by=2023)
    yield "mindre-an-vantat", action("eget-1", change=20)
    yield "for-tidigt", action("eget-2", by=2026)
    yield "fore-starten", action("eget-3", by=2020)
    yield "fore-serien", action("eget-4", started="2001-05-01", by=2009)
    yield "inte-paborjad", action("eget-5", started="2023-05-01", by=2025)
    yield "utan-dag", action("eget-6", status="decided", started=None, decided=None)
    yield "noll", action("eget-7", change=0)
    yield "ingen-effekt", titled(goal="mal", status="under_way", expected_effect="none")
    yield "osagt", titled(goal="mal", status="under_way")
    yield "forslag", action("eget-7", status="proposed", started=None, decided=None)


def measurements(draw: Random) -> Iterator[str]:
    """Everyone's values, with what is planted in ours since 2022."""
    for key in KPIS:
        for organisation in ["9999", *NEIGHBOURS]:
            level = draw.uniform(30, 60)
            for year in YEARS:
                value = level + draw.uniform(-0.3, 0.3)
                if organisation == "9999" and (key, year) in NO_VALUE:
                    continue
                if key in FIRST and year < FIRST[key]:
                    continue
                if organisation == "9999" and year >= 2022:
                    value += PLANTED_IN.get(key, 0)
                yield f"{key},{organisation},{year},T,{value:.2f}"


FIRST = {"kort-serie": 2018, "ung-serie": 2021}
NO_VALUE = {("med-hal", 2020), ("slutar", 2022), ("slutar", 2023)}
