"""What objects are called, and what they call each other."""

from malstyrning.rules.names import (  # noqa: F401 - importing registers
    chains,
    lookalikes,
    references,
    renames,
)
