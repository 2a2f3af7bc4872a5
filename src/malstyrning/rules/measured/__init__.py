"""Our own measured values."""

from malstyrning.rules.measured import (  # noqa: F401 - importing registers
    fractions,
    lateness,
    origin,
    parts,
    periods,
    values,
)
