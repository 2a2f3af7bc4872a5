"""The words that files choose from: one enumeration a key."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What sort of organisation has measurements."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTRY = "country"
    UNIT = "unit"
    COMPANY = "company"
    GROUP = "group"


class Direction(StrEnum):
    """Which way is better. `NONE` is described and never judged."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NONE = "none"


class DecidedBy(StrEnum):
    """Who decided a target level. A committee adds to the council's, it never loosens."""

    COUNCIL = "council"
    COMMITTEE = "committee"


class Gender(StrEnum):
    """Whom a value is about: all (T), women (K), men (M), as Kolada writes it."""

    ALL = "T"
    WOMEN = "K"
    MEN = "M"


class Aggregation(StrEnum):
    """How shorter periods make a year-to-date outcome."""

    SUM = "sum"
    RATIO = "ratio"
    LAST = "last"
    NONE = "none"


class ReportedIn(StrEnum):
    """A reporting occasion of the year."""

    T1 = "t1"
    T2 = "t2"
    YEAR_END = "year_end"


class SchoolYear(StrEnum):
    """Which calendar year the school year 2021/22 is."""

    START = "start"
    END = "end"


class ActionStatus(StrEnum):
    """How far an action has come."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class AssignmentStatus(StrEnum):
    """How far an assignment from the council has come."""

    GIVEN = "given"
    UNDER_WAY = "under_way"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class SoundKind(StrEnum):
    """The two kinds of goals for sound financial management."""

    FINANCIAL = "financial"
    OPERATIONS = "operations"


class SoundScope(StrEnum):
    """Whom a goal for sound financial management binds."""

    MUNICIPALITY = "municipality"
    GROUP = "group"
