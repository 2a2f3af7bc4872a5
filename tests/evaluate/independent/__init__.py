"""Every figure of an evaluation once more, without the program: plain Python, csv and yaml.

It follows what docs/judgement.md and docs/workspace.md say and shares no code with the program, so that a mistake would
have to be made twice. Fractions are exact, and rounded only where the documents round.

To hold a record against it: python -m tests.evaluate.independent 2022
"""

from tests.evaluate.independent.differences import Difference, differences
from tests.evaluate.independent.record import recompute

__all__ = ["Difference", "differences", "recompute"]
