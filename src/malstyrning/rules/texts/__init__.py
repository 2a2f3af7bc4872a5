"""Everything that a person has written in words."""

from malstyrning.rules.texts import (  # noqa: F401 - importing registers
    texts,
    translations,
)
