"""KPIs: what they say of themselves, and what Kolada says of them."""

from malstyrning.rules.kpis import (  # noqa: F401 - importing registers
    baselines,
    common_changes,
    criteria,
    definitions,
    kolada,
    measuring,
    populations,
    units,
)
