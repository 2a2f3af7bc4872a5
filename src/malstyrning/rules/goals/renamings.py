"""Renamings: from each year on a committee has one title, and only while it is in force."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.plan import Committee
from malstyrning.language import Text
from malstyrning.rules.goals.years import in_words
from malstyrning.rules.rule import Beside, Context, Found, rule

_RENAMED = (
    "committees:\n  parknamnden:\n    title: Parknämnden\n    renamed:\n"
    "      - {{from: 2023, title: Parknämnden i staden}}\n      - {{from: {}, title: Stadsmiljönämnden}}\n"
)
_OUTSIDE = (
    "committees:\n  parknamnden:\n    title: Parknämnden\n    to: 2022\n    decided: 2022-05-16\n    renamed:\n"
    "      - {{from: {}, title: Stadsmiljönämnden}}\n"
)


@rule(
    "GOA418",
    "two-titles-at-once",
    on=Committee,
    says=Text("{name} byter namn två gånger från {year}", "{name} is renamed twice from {year}"),
    cure=Text("ta bort det ena namnbytet, eller rätta from", "remove one of the renamings, or correct from"),
    why=Text(
        "Det senaste namnet gäller. När två börjar samma år går det inte att säga vilket.",
        "The latest title counts. When two begin in the same year no one can say which.",
    ),
    bad=_RENAMED.format(2023),
    good=_RENAMED.format(2025),
)
def two_titles_at_once(committee: Committee, _: Context) -> Iterator[Found]:
    """From each year on there is one title."""
    first: dict[int, int] = {}
    for index, one in enumerate(committee.renamed):
        if one.first_year in first:
            earlier = ("renamed", first[one.first_year], "from")
            beside = Beside(Text("det första står här", "the first one is here"), committee.id, earlier)
            facts: dict[str, str | Text] = {"name": committee.id, "year": str(one.first_year)}
            yield Found(("renamed", index, "from"), facts, beside=(beside,))
        first.setdefault(one.first_year, index)


@rule(
    "GOA419",
    "renamed-outside-its-years",
    on=Committee,
    severity=Severity.WARNING,
    says=Text(
        "{name} byter namn från {year}, men gäller {years}", "{name} is renamed from {year}, but is in force {years}"
    ),
    cure=Text(
        "rätta året; är det en ny nämnd, lägg till den och skriv dess id i successor",
        "correct the year; if it is a new committee, add it and write its id in successor",
    ),
    why=Text(
        "Ett namn utanför nämndens år visas i ingen rapport.", "A title outside the committee's years is in no report."
    ),
    bad=_OUTSIDE.format(2023),
    good=_OUTSIDE.format(2021),
)
def renamed_outside_its_years(committee: Committee, _: Context) -> Iterator[Found]:
    """A committee is renamed while it is in force."""
    valid = committee.standing.valid
    for index, one in enumerate(committee.renamed):
        if not valid.covers(one.first_year):
            facts: dict[str, str | Text] = {
                "name": committee.id,
                "year": str(one.first_year),
                "years": in_words(valid),
            }
            yield Found(("renamed", index, "from"), facts)
