"""What every key of a file means, in both languages: what an editor shows where someone writes.

A key is named by its model, without `Entry`, and its name in the file. A model that builds on another has its
descriptions as well.
"""

from malstyrning.language import Text
from malstyrning.load.descriptions.answers import ANSWERS
from malstyrning.load.descriptions.goals import GOALS
from malstyrning.load.descriptions.kpis import KPIS
from malstyrning.load.descriptions.sound_management import SOUND
from malstyrning.load.descriptions.workspace import WORKSPACE

DESCRIPTIONS: dict[str, Text] = {**WORKSPACE, **GOALS, **KPIS, **ANSWERS, **SOUND}


def name_of(model: type) -> str:
    """What a model is called in descriptions and in the schema: `KpiEntry` is Kpi."""
    return model.__name__.removesuffix("Entry")


def described(model: type, key: str) -> str | None:
    """The name under which a model's key is described; None where no one has."""
    names = (f"{name_of(one)}.{key}" for one in model.__mro__)
    return next((name for name in names if name in DESCRIPTIONS), None)
