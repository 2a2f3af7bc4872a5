"""Invented answers: events, texts that are carried forward now and then, and lessons with what became of them."""

from random import Random
from typing import Any

_OCCASIONS = ("2020", "2021", "2022T2")
_TEXTS = ("cause", "own_and_events")
_Kpis = dict[str, dict[str, Any]]


def with_answers(goals: dict[str, Any], kpis: _Kpis, draw: Random) -> dict[str, Any]:
    """The goals with events, and with what the committees answer of their KPIs at the close and before it."""
    names = [f"handelse-{one}" for one in range(6)]
    events = {name: _event(draw, kpis) for name in names}
    earlier: list[dict[str, Any]] = []
    evaluations = []
    for one in goals["evaluations"]:
        number = int(one["committee"][-1])
        own = [key for key, kpi in kpis.items() if int(kpi["goal"][-1]) % 3 == number]
        before = [period for period in _OCCASIONS if draw.random() < 0.7]
        earlier += [_evaluation(draw, one["committee"], period, _answers(draw, own, names)) for period in before]
        lessons = {f"lardom-{number}-{each}": _lesson(draw, own) for each in range(draw.randint(0, 3))}
        carrying = {key: {**answer, "analysis": "Analysen."} for key, answer in one["goals"].items()}
        evaluations.append({**one, "goals": carrying, "kpis": _answers(draw, own, names), "lessons": lessons})
    return {**goals, "events": events, "evaluations": [*evaluations, *earlier]}


def _event(draw: Random, kpis: _Kpis) -> dict[str, Any]:
    year = draw.randint(2008, 2023)
    last = {"to": f"{year + draw.randint(0, 2)}-12-{draw.randint(10, 28)}"} if draw.random() < 0.5 else {}
    return {
        "title": {"sv": "Händelse", "en": "Event"},
        "kind": draw.choice(["internal", "external"]),
        "date": f"{year}-{draw.randint(10, 12)}-09",
        **last,
        "goals": [f"mal-{draw.randint(0, 5)}"] if draw.random() < 0.4 else [],
        "kpis": draw.sample([*kpis], 3),
        "example": draw.random() < 0.5,
    }


def _answers(draw: Random, own: list[str], events: list[str]) -> dict[str, Any]:
    """Some of the KPIs: each text written, carried from some occasion, which may have none, or left out."""
    found: dict[str, Any] = {}
    for key in own:
        texts = {text: "Därför." for text in _TEXTS if draw.random() < 0.4}
        named = {"events": draw.sample(events, 2)} if draw.random() < 0.3 else {}
        carried = {"carried_from": draw.choice(_OCCASIONS)} if draw.random() < 0.5 else {}
        if draw.random() < 0.7:
            found[key] = {**texts, **named, **carried}
    return found


def _evaluation(draw: Random, committee: str, period: str, answers: dict[str, Any]) -> dict[str, Any]:
    signed = {"signed": {"body": "Nämnden", "name": "Ordföranden", "date": "2023-02-20"}}
    plain = {"committee": committee, "period": period, "kpis": answers}
    return plain | (signed if draw.random() < 0.6 else {})


def _lesson(draw: Random, own: list[str]) -> dict[str, Any]:
    about = {"about": draw.choice(own)} if draw.random() < 0.5 else {"new": draw.choice(["kpi", "goal", "action"])}
    became = {
        "status": draw.choice(["adopted", "changed", "refused"]),
        "reference": "KF",
        "text": "Därför.",
        "led_to": [draw.choice(own)],
    }
    return {
        "text": {"sv": "Lärdom", "en": "Lesson"},
        **({"proposes": {"text": "Ändra.", **about}} if draw.random() < 0.6 else {}),
        **({"feeds": 2024} if draw.random() < 0.8 else {}),
        **({"became": became} if draw.random() < 0.5 else {}),
    }
