"""The rules: one small obvious thing each, in families, and the runner that knows none of them."""

from malstyrning.rules.runner import all_rules, check_workspace

__all__ = ["all_rules", "check_workspace"]
