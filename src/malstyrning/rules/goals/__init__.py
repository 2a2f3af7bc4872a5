"""Goals, committees and the years in which they are in force."""

from malstyrning.rules.goals import (  # noqa: F401 - importing registers
    coverage,
    endings,
    form,
    horizons,
    numbers,
    renamings,
    replacements,
    sound_assessed,
    sound_management,
    statuses,
    years,
)
