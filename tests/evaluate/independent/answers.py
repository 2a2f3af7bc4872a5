"""What the committees answered: events beside KPIs, texts that are carried forward, and lessons."""

from typing import Any

from tests.evaluate.independent.files import Files, Section, yes

END_OF = {"T1": "04-30", "T2": "08-31", "T3": "12-31", "": "12-31"}
Told = dict[str, Any]


def last_day(period: str) -> str:
    """The day an occasion is of."""
    return f"{period[:4]}-{END_OF[period[4:]]}"


def evaluation_of(files: Files, committee: str, period: str) -> Section:
    """A committee's evaluation of an occasion, empty where there is none."""
    every = files.entries("evaluations")
    return next((one for one in every if (one["committee"], one["period"]) == (committee, period)), {})


def events(files: Files, year: int) -> list[Told]:
    """Every event that had begun by the end of the year."""
    return [
        {
            "id": key,
            "title": files.text(one["title"]),
            "kind": one["kind"],
            "date": one["date"],
            "to": one.get("to"),
            "example": yes(one, "example"),
        }
        for key, one in files.section("events").items()
        if one["date"] <= f"{year}-12-31"
    ]


def lessons(files: Files, year: int) -> list[Told]:
    """The lessons of the close of a year."""
    return [
        lesson(files, key, one, each["committee"])
        for each in files.entries("evaluations")
        if each["period"] == str(year)
        for key, one in (each.get("lessons") or {}).items()
    ]


def lesson(files: Files, key: str, one: Section, committee: str) -> Told:
    """A lesson, what it proposes and what became of it."""
    proposes, became = one.get("proposes"), one.get("became")
    return {
        "id": key,
        "committee": committee,
        "text": files.text(one["text"]),
        "proposes": proposes
        and {
            "about": proposes.get("about"),
            "new": proposes.get("new"),
            "text": files.text(proposes["text"]),
        },
        "feeds": int(one["feeds"]) if "feeds" in one else None,
        "became": became
        and {
            "status": became["status"],
            "reference": became.get("reference"),
            "text": files.text(became.get("text")),
            "led_to": became.get("led_to") or [],
        },
    }


def carried(files: Files, committee: str, year: int, about: tuple[str, str], keys: tuple[str, ...]) -> Told:
    """The texts that are left out here and stand at an earlier occasion: which, and the day it was signed."""
    found = {}
    for key in keys:
        origin = written_at(files, committee, str(year), about, key)
        if origin and origin["period"] != str(year):
            signed = origin.get("signed")
            found[key] = {"period": origin["period"], "signed": signed["date"] if signed else None}
    return found


def written_at(files: Files, committee: str, period: str, about: tuple[str, str], key: str) -> Section | None:
    """The evaluation that a text stands in: this one, or the one that it is carried from, step by step back in time."""
    section, name = about
    evaluation = evaluation_of(files, committee, period)
    given = (evaluation.get(section) or {}).get(name)
    if given is None:
        return None
    if key in given:
        return evaluation
    earlier = given.get("carried_from", "")
    if not earlier or last_day(earlier) >= last_day(period):
        return None
    return written_at(files, committee, earlier, about, key)


def beside(files: Files, key: str, kpi: Section, year: int, series: list[Told]) -> Told:
    """The events beside a KPI's answers, and which of its texts are carried forward."""
    committee = files.section("strategic_goals")[kpi["goal"]]["committee"]
    given = (evaluation_of(files, committee, str(year)).get("kpis") or {}).get(key) or {}
    texts = carried(files, committee, year, ("kpis", key), ("cause", "own_and_events"))
    named = given.get("events") or []
    if not named and "own_and_events" in texts:  # the text that is carried speaks of events
        origin = written_at(files, committee, str(year), ("kpis", key), "own_and_events") or {}
        named = origin["kpis"][key].get("events") or []
    first = series[0]["period"][:4] if series else str(year)
    found = []
    for name, one in files.section("events").items():
        touches = key in (one.get("kpis") or []) or kpi["goal"] in (one.get("goals") or [])
        in_sight = one["date"] <= f"{year}-12-31" and one.get("to", one["date"])[:4] >= first
        if name in named or (touches and in_sight):
            found.append((one["date"], name))
    return {
        "events": [{"id": name, "referred_to": name in named} for _, name in sorted(found)],
        "carried": texts,
    }
