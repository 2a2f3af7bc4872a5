"""The rules: one small obvious thing each, in families, and the runner that knows none of them."""

from malstyrning.rules.mending import Mended, mended
from malstyrning.rules.runner import all_rules, check_occasion, check_workspace, settle_occasion, settle_workspace
from malstyrning.rules.settle import Settled, can_be_accepted, is_gap

__all__ = [
    "Mended",
    "Settled",
    "all_rules",
    "can_be_accepted",
    "check_occasion",
    "check_workspace",
    "is_gap",
    "mended",
    "settle_occasion",
    "settle_workspace",
]
