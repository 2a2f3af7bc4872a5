"""Whom a figure is about, as far as its title tells: the words that part KPIs which are else alike.

Kolada has the same measure of pupils who live in the municipality (hemkommun), of those in schools there (lägeskommun),
in municipal and in independent schools; of several ages, grades and spans of time; of municipality and group. They
differ by one or two words in the title, and by tens of percentage points in value.
"""

import re
from enum import StrEnum
from functools import lru_cache


class Marker(StrEnum):
    """What one word or two in a title tell of the population."""

    SCHOOLS = "schools"  # whose pupils, or whose staff
    GROUP = "group"  # the municipality with its companies
    GENDER = "gender"
    AGES = "ages"
    GRADES = "grades"
    WITHIN = "within"  # a span of time


_SCHOOL = "(?:för|grund|gymnasie)?skol"
_WORDS: tuple[tuple[Marker, str, str], ...] = (
    (Marker.SCHOOLS, "hemkommun", r"hemkommun|folkbokförd|bosatta? i|(?<!särskilt )(?<!ordinärt )\bboende i\b"),
    (
        Marker.SCHOOLS,
        "lägeskommun",
        rf"lägeskommun|(?:alla|samtliga) {_SCHOOL}|(?<!kommunala )(?<!fristående ){_SCHOOL}or i\b",
    ),
    (
        Marker.SCHOOLS,
        "kommunal regi",
        rf"kommunal regi|egen regi|kommunala? {_SCHOOL}|kommunens (?:egna )?{_SCHOOL}|kommunalt driv",
    ),
    (Marker.SCHOOLS, "enskild regi", r"enskild regi|fristående|friskol|privata utförare"),
    (Marker.GROUP, "kommunkoncern", "koncern"),
    (Marker.GENDER, "kvinnor", r"\bflick|\bkvinn"),
    (Marker.GENDER, "män", r"\bpojk|\bmän\b|\bmäns\b"),
)
_COMPILED = tuple((marker, name, re.compile(pattern)) for marker, name, pattern in _WORDS)
_AGES = re.compile(r"\b([0-9]{1,3})\s*[-–]\s*([0-9]{1,3})\s*(?:år\b|-?åring)")
_AND_OLDER = re.compile(r"\b([0-9]{2,3})\s*(?:\+|-w\b|år (?:och|eller) äldre)")
_GRADES = re.compile(r"(?:\båk\.?|\bårskurs)\s*([0-9])(?:\s*[-–]\s*([0-9]))?")
_WITHIN = re.compile(r"\binom ([0-9]+|ett|två|tre|fyra|fem|sex) (år|mån)")
_NUMBERS = {"ett": "1", "två": "2", "tre": "3", "fyra": "4", "fem": "5", "sex": "6"}


@lru_cache(maxsize=1 << 14)
def populations(title: str) -> dict[Marker, frozenset[str]]:
    """What a Swedish title tells of its population, by kind of marker; what it does not tell is left out."""
    title = title.lower()
    found: dict[Marker, set[str]] = {}
    for marker, name, pattern in _COMPILED:
        if pattern.search(title):
            found.setdefault(marker, set()).add(name)
    ages = {f"{int(first)}–{int(last)} år" for first, last in _AGES.findall(title)}
    ages |= {f"{first} år och äldre" for first in _AND_OLDER.findall(title)}
    grades = {f"årskurs {first}" + (f"–{last}" if last else "") for first, last in _GRADES.findall(title)}
    within = {f"inom {_NUMBERS.get(number, number)} {unit}" for number, unit in _WITHIN.findall(title)}
    found |= {Marker.AGES: ages, Marker.GRADES: grades, Marker.WITHIN: within}
    return {marker: frozenset(told) for marker, told in found.items() if told}
