"""Actions, what became of them, and what a committee answers."""

from malstyrning.rules.answers import (  # noqa: F401 - importing registers
    actions,
    answers,
    assignments,
    carried,
    effect_answers,
    effects,
    events,
    forecasts,
    lessons,
    proposals,
)
