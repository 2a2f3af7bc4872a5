"""Budget frames, and the money used."""

from malstyrning.rules.money import (  # noqa: F401 - importing registers
    amounts,
    balance,
    budget,
    forecasts,
    frames,
    funding,
    moves,
)
