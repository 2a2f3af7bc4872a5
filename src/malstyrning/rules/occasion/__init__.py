"""What a report of an occasion lacks: each rule here asks of an evaluation, and what it finds is a gap.

They run where there are verdicts, in `evaluate` and in `validate --period`. A missed level is never one of them.
"""

from malstyrning.rules.occasion import answers, carried, kpis  # noqa: F401 - importing registers
