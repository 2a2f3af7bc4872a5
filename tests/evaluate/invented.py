"""Invented workspaces, drawn from a seed: every kind of level, missing values, ties, groups, rules and money.

They are written as YAML and CSV, so that the program and the independent computation read the same files.
"""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.evaluate.invented_answers import with_answers

YEARS = range(2010, 2025)
NEIGHBOURS_YEARS = range(2019, 2025)
BASES = (2015, 2017, 2018)
NEIGHBOURS = [str(number) for number in range(1101, 1112)]
GROUPS = {
    "grannar": {"members": ["9999", *NEIGHBOURS[:6]]},
    "liknande": {"members": NEIGHBOURS[4:]},
    "fa": {"members": NEIGHBOURS[:2]},
    "tom": {"members": ["1199"]},
}
STATUSES = ["reached", "nearly", "not_reached", "not_assessable"]
DAYS = ["2020-11-16", "2021-11-15", "2022-01-01", "2022-01-02", "2022-06-20", "2022-12-31", "2023-01-01"]
PARTS = {
    "half_yearly": ["H1", "H2"],
    "tertial": ["T1", "T2", "T3"],
    "quarterly": ["Q1", "Q2", "Q3", "Q4"],
    "monthly": [f"-{month:02}" for month in range(1, 13)],
}
Kpi = dict[str, Any]


def workspace(seed: int) -> dict[str, str]:
    """The files of an invented workspace, by path."""
    draw = Random(seed)
    kpis = {f"kpi-{index}": kpi(draw, index) for index in range(30)}
    goals = {
        "organisations": {
            one: {"name": f"Kommun {one}", "kind": "municipality"} for one in ["9999", "1199", *NEIGHBOURS]
        },
        "overall_goals": {f"overgripande-{one}": titled(number=str(one)) for one in range(1, 4)},
        "committees": {
            f"namnd-{one}": titled(areas={f"omrade-{one}-{area}": titled() for area in "ab"}) for one in range(3)
        },
        "strategic_goals": {f"mal-{one}": goal(draw, one) for one in range(6)},
        "kpis": kpis,
        "budget_frames": [frame(draw, one, year) for one in range(3) for year in (2021, 2022) if draw.random() < 0.9],
        "evaluations": [evaluation(draw, one) for one in range(3) if draw.random() < 0.8],
    }
    return {
        "malstyrning.yaml": written(settings(draw)),
        "goals/allt.yaml": written(with_answers(goals, kpis, Random(f"answers {seed}"))),
        "data/matningar.csv": "\n".join(measurements(draw, kpis)) + "\n",
        "data/budget.csv": "\n".join(["committee,area,period,kind,amount,made,source,example", *money(draw)]) + "\n",
    }


def written(content: object) -> str:
    """As JSON, which is YAML with every text quoted."""
    return json.dumps(content, ensure_ascii=False, indent=1)


def titled(**keys: object) -> dict[str, Any]:
    """An object with a title."""
    return {"title": {"sv": "Titel", "en": "Title"}, **keys}


def settings(draw: Random) -> dict[str, Any]:
    """Groups, and in most of them a rule for goals' status of its own."""
    groups = {key: {"title": {"sv": key, "en": key}, "as_of": 2022, **one} for key, one in GROUPS.items()}
    chosen: dict[str, Any] = {"format": 1, "organisation": "9999", "period": 2022, "groups": groups}
    if draw.random() < 0.3:
        chosen["limits"] = {"fewest_respondents": 50}
    if draw.random() < 0.7:
        kind = draw.choice(["share", "weighted", "worst"])
        limits = {} if kind == "worst" else {"reached": draw.choice([60, 66.66, 66.67, 100]), "not_reached": 50}
        unassessable = draw.choice(["left_out", "not_reached", "not_assessable"])
        least = {"least_assessable": draw.choice([25, 50, 75])} if unassessable == "left_out" else {}
        chosen["goal_status"] = {"kind": kind, **limits, "unassessable": {"kind": unassessable, **least}}
    return chosen


def goal(draw: Random, index: int) -> dict[str, Any]:
    """A strategic goal that serves one or two overall goals, now and then one that ends."""
    serves = draw.sample([f"overgripande-{one}" for one in range(1, 4)], draw.choice([1, 2]))
    ends = {"to": 2021} if draw.random() < 0.1 else {}
    return titled(number=f"1.{index + 8}", committee=f"namnd-{index % 3}", serves=serves, **{"from": 2015}, **ends)


def kpi(draw: Random, index: int) -> Kpi:
    """A KPI with levels for several years."""
    direction = draw.choice(["higher", "higher", "lower", "lower", "range", "none"])
    decimals = draw.choice([0, 1, 2])
    one: Kpi = titled(
        goal=f"mal-{index % 6}", unit=draw.choice(["percent", "days"]), decimals=decimals, direction=direction
    )
    maybe: Kpi = {
        "kolada": f"N{10000 + index}",
        "by_gender": True,
        "lag": draw.choice([1, 2]),
        "change_interval": draw.choice([0.5, 2]),
        "weight": draw.choice([0.5, 3]),
        "groups": draw.sample(list(GROUPS), draw.choice([0, 1, 2])),
        "baseline": {"year": draw.choice([2017, 2021, 2022]), "value": draw.choice([40, 60])},
        "definitions": [{"from": 2008, "text": "A"}, {"from": draw.choice([2015, 2021, 2022]), "text": "B"}],
        "from": 2022,
        "reported_in": ["t1", "t2"],
        "measured": draw.choice(list(PARTS)),
        "aggregation": draw.choice(["sum", "sum", "ratio", "last", "none"]),
    }
    chances = {
        "baseline": 0.8,
        "definitions": 0.25,
        "by_gender": 0.5,
        "lag": 0.2,
        "from": 0.1,
        "groups": 0.2,
        "reported_in": 0.1,
        "measured": 0.3,
    }
    one |= {key: value for key, value in maybe.items() if draw.random() < chances.get(key, 0.4)}
    if direction != "none":
        one["target_levels"] = [level(draw, one, day) for day in draw.sample(DAYS, draw.choice([0, 1, 2, 3, 4]))]
    return one


def level(draw: Random, one: Kpi, decided: str) -> dict[str, Any]:
    """A level of any kind that goes with the direction, decided before, in or after its year."""
    limit = draw.choice([45, 50, 55])
    group = draw.choice(["grannar", "grannar", "liknande", "liknande", "fa", "tom", "tom"])
    since = draw.choice(BASES)
    kinds: dict[str, dict[str, Any]] = {
        "at_least" if one["direction"] == "higher" else "at_most": {"level": limit},
        "rank_at_most": {"place": draw.choice([2, 4]), "group": group},
        "group_median": {"group": group},
        "best_quarter": {"group": group},
        "change_since": {"since": since, "percent": draw.choice([-5, 0, 2.5])},
        "yearly_change": {"since": since, "percent": draw.choice([-1, 0, 0.5])},
        "sum_since": {"since": since, "level": limit * 4},
        "mean_of_years": {"years": draw.choice([2, 3]), "level": limit},
        "better_than_base": {"since": since},
        "gender_gap": {"level": draw.choice([1, 5])},
    }
    if one["direction"] == "range":
        kinds = {"between": {"lower": 45, "upper": 55}, "gender_gap": kinds["gender_gap"]}
    kind = draw.choice([next(iter(kinds)), *kinds])
    return {
        "year": draw.choice([2021, 2022, 2022, 2022, 2022, 2025, 2030, 2030]),
        "kind": kind,
        **kinds[kind],
        **({"tolerance": draw.choice([1, 3, 8])} if draw.random() < 0.7 else {}),
        "decided": decided,
        **({"decided_by": "committee"} if draw.random() < 0.3 else {}),
        **({"reference": "KF § 1"} if draw.random() < 0.5 else {}),
        **({"example": True} if draw.random() < 0.5 else {}),
    }


def measurements(draw: Random, kpis: dict[str, Kpi]) -> Iterator[str]:
    """Rows for us and the neighbours: ties, digits beyond the KPI's, values and rows that are missing."""
    yield "kpi,municipality,period,gender,value,numerator,denominator,status,n,preliminary,source,example"
    for key, one in kpis.items():
        surveyed, name = draw.random() < 0.3, draw.choice([key, one.get("kolada", key)])
        genders = "TKM" if one.get("by_gender") else "T"
        spread, gap = draw.choice([0.3, 3, 30]), draw.choice([0.02, 0.1])
        for organisation in ["9999", *NEIGHBOURS]:
            for year in YEARS if organisation == "9999" else NEIGHBOURS_YEARS:
                parts = PARTS.get(one.get("measured", ""), []) if organisation == "9999" else []
                for period in parts if parts and draw.random() < 0.6 else [""]:
                    for gender in genders if organisation == "9999" else "T":
                        if draw.random() < (0.5 / len(parts) if period else gap):
                            continue
                        value = f"{50 + draw.uniform(-spread, spread):.{draw.choice([0, 1, 2, 3])}f}"
                        if draw.random() < (0.15 if year in BASES else 0.02):
                            value = draw.choice(["0", "-3"])
                        status = draw.choice(["missing", "not_applicable", "suppressed", "unknown"])
                        there = draw.random() > 0.08 / max(1, len(parts))
                        n = str(draw.choice([8, 10, 80, 400])) if surveyed and draw.random() < 0.9 else ""
                        fraction = [str(draw.randint(20, 60)), "100"] if period and draw.random() < 0.95 else ["", ""]
                        cells = [value, *fraction, ""] if there else ["", "", "", status]
                        about = [n, draw.choice(["", "", "yes"]), draw.choice(["", "Egen"]), draw.choice(["", "yes"])]
                        yield ",".join([name, organisation, f"{year}{period}", gender, *cells, *about])


def frame(draw: Random, committee: int, year: int) -> dict[str, Any]:
    """A frame of two areas, with changes in and after its year."""
    areas = {f"omrade-{committee}-{area}": draw.randint(100, 900) for area in "ab"}
    changes = [
        {"date": day, "reference": "KF", "reason": "Fler", "areas": {next(iter(areas)): draw.randint(-20, 20)}}
        for day in (f"{year}-05-24", f"{year + 1}-01-15")
        if draw.random() < 0.5
    ]
    plain = {"committee": f"namnd-{committee}", "year": year, "amount": sum(areas.values()), "decided": "2020-11-16"}
    return {**plain, "reference": "KF", "areas": areas, "changes": changes, "example": draw.random() < 0.5}


def evaluation(draw: Random, committee: int) -> dict[str, Any]:
    """A committee's answers: a status for its goals, with or without a reason, signed or not."""
    answers: dict[str, dict[str, Any]] = {}
    for one in range(committee, 6, 3):
        reason = {"reason": draw.choice(["Skäl", {"sv": "Skäl", "en": "Reasons"}])} if draw.random() < 0.4 else {}
        answers[f"mal-{one}"] = {
            "position": "Läget.",
            **({"status": draw.choice(STATUSES)} if draw.random() < 0.7 else {}),
            **reason,
        }
    signed = {"signed": {"body": "Nämnden", "name": "Ordföranden", "date": "2023-02-20"}}
    plain = {"committee": f"namnd-{committee}", "period": "2022", "goals": answers}
    return plain | (signed if draw.random() < 0.7 else {})


def money(draw: Random) -> Iterator[str]:
    """Outcomes of the year or of its parts, now and then one that is not there, and forecasts beside them."""
    for committee in range(3):
        for area in "ab":
            periods = draw.choice([[""], [""], PARTS["tertial"], PARTS["quarterly"], PARTS["monthly"]])
            rows = [(period, "outcome", "") for period in periods] + [("", "forecast", "2022T1")]
            for period, kind, made in rows:
                if draw.random() > 0.1 / len(periods):
                    amount, example = draw.randint(100, 900), draw.choice(["", "yes"])
                    about = f"{amount},{made},Bok,{example}"
                    yield f"namnd-{committee},omrade-{committee}-{area},2022{period},{kind},{about}"
