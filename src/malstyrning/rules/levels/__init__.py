"""Target levels: decisions that an outcome can be held against."""

from malstyrning.rules.levels import (  # noqa: F401 - importing registers
    ambition,
    computed,
    decisions,
    kinds,
    tolerances,
    years,
)
