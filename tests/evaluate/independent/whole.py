"""What committees answer once, the council's assignments, and sound financial management."""

from fractions import Fraction
from typing import Any

from tests.evaluate.independent.files import Files, Section, in_force, yes

QUESTIONS = ("strategy", "focus", "actions", "resources")
TAKEN_OFF = ("realised_gains", "unrealised_gains", "reversed_losses", "to_reserve")
ADJUSTMENTS = (
    *("realised_gains", "excepted_gains", "excepted_losses", "unrealised_gains", "unrealised_losses"),
    *("reversed_gains", "reversed_losses"),
)
RESERVE = ("to_reserve", "from_reserve")
SCOPES = ("municipality", "group")
Told = dict[str, Any]


def answers(files: Files, year: int) -> list[Told]:
    """Question 6 and the whole, of each committee that has answered."""
    return [told_answer(files, one) for one in files.entries("evaluations") if one["period"] == str(year)]


def told_answer(files: Files, one: Section) -> Told:
    """What one committee answers."""
    moved = one.get("reprioritise")
    return {
        "committee": one["committee"],
        "reprioritise": moved
        and {
            "needed": moved["answer"] == "yes",
            "text": files.text(moved.get("text")),
            "proposal": [
                {"from": move["from"], "to": move["to"], "amount": Fraction(move["amount"])}
                for move in moved.get("proposal", [])
            ],
        },
        "whole": {key: files.text(one.get("whole", {}).get(key)) for key in QUESTIONS},
        "example": yes(one, "example"),
    }


def conditions_met(files: Files, goals: list[Told]) -> dict[str, int]:
    """How many goals with conditions had them met."""
    sections = files.section("strategic_goals")
    given = [one["conditions_met"] or "unanswered" for one in goals if sections[one["id"]].get("conditions")]
    return {word: given.count(word) for word in ("yes", "partly", "no", "unanswered")}


def assignments(files: Files, year: int) -> list[Told]:
    """What the council had asked by the end of the year, committee by committee."""
    day = f"{year}-12-31"
    found = [
        (key, one)
        for committee in files.section("committees")
        for key, one in files.section("assignments").items()
        if one["committee"] == committee and in_force(one, year) and one.get("decided", "") <= day
    ]
    return [told_assignment(files, key, one, day) for key, one in found]


def told_assignment(files: Files, key: str, one: Section, day: str) -> Told:
    """An assignment as it stood on a day."""
    status = "under_way" if one["status"] == "done" and one.get("finished", "") > day else one["status"]
    return {
        "id": key,
        "committee": one["committee"],
        "title": files.text(one["title"]),
        "status": status,
        "due": one.get("due"),
        "late": one.get("due", "9") <= day and status not in {"done", "withdrawn"},
        "decided": one.get("decided"),
        "reference": one.get("reference"),
        "example": yes(one, "example"),
    }


def sound(files: Files, year: int, goals: list[Told]) -> Told:
    """Sound financial management at the close of a year."""
    entries = [one for one in files.entries("sound_financial_management") if one["period"] == str(year)]
    given = entries[0] if entries else {}
    flagged = {scope: flagged_goals(files, goals, scope) for scope in SCOPES}
    signed, auditors, reply = given.get("signed"), given.get("auditors"), given.get("reply")
    return {
        **{scope: overall(files, given.get(scope), flagged[scope]) for scope in SCOPES},
        "balance": balance(files, given["balance"]) if "balance" in given else None,
        "signed": signed and {"reference": None, **signed},
        "auditors": auditors and {"reference": None, **auditors, "text": files.text(auditors["text"])},
        "reply": reply and {**reply, "text": files.text(reply["text"])},
        "unwritten": unwritten(given, flagged),
        "example": yes(given, "example"),
    }


def flagged_goals(files: Files, goals: list[Told], scope: str) -> list[Told]:
    """The goals that count for sound financial management in a scope, with their status."""
    flags = {key: one.get("sound_financial_management", {}) for key, one in files.section("strategic_goals").items()}
    return [
        {"id": one["id"], "status": one["status"], "followed_up": followed_up(one)}
        for one in goals
        if flags[one["id"]].get("scope") == scope
    ]


def followed_up(goal: Told) -> bool:
    """Whether it has a status now."""
    judged = sum(goal["counts"][word] for word in ("reached", "nearly", "not_reached", "not_assessable"))
    return bool(goal["signed"]) or judged > 0 or not goal["counts"]["not_reported"]


def overall(files: Files, given: Section | None, goals: list[Told]) -> Told:
    """What is said, beside the goals."""
    texts = {key: files.text((given or {}).get(key)) for key in ("text", "reason", "expected")}
    return {"status": (given or {}).get("status"), **texts, "goals": goals}


def balance(files: Files, given: Section) -> Told:
    """The lines with their signs, and the sums."""
    signed = {key: (-1 if key in TAKEN_OFF else 1) * Fraction(given.get(key, 0)) for key in (*ADJUSTMENTS, *RESERVE)}
    result = Fraction(given["result"])
    adjusted = result + sum(signed[key] for key in ADJUSTMENTS)
    balanced = adjusted + sum(signed[key] for key in RESERVE)
    deficits = [
        {"year": int(one["year"]), "amount": Fraction(one["amount"]), "restore_by": int(one["restore_by"])}
        for one in given.get("deficits", [])
    ]
    earlier = sum((Fraction(one["amount"]) for one in given.get("deficits", [])), Fraction(0))
    return {
        "result": result,
        **signed,
        "adjusted": adjusted,
        "balance": balanced,
        "deficits": deficits,
        "to_restore": max(earlier - balanced, Fraction(0)),
        "plan": files.text(given.get("plan")),
    }


def unwritten(given: Section, flagged: dict[str, list[Told]]) -> list[str]:
    """What a close asks for where any goal counts, and lacks."""
    if not any(flagged.values()):
        return []
    missing = [scope for scope in SCOPES if flagged[scope] and "text" not in given.get(scope, {})]
    return missing + [key for key in ("balance", "signed", "auditors") if key not in given]
