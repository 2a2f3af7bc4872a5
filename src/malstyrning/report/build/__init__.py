"""From an evaluation and a language to a view of finished strings, part by part."""

from malstyrning.report.build.comparison import comparison_view, not_compared
from malstyrning.report.build.outline import build_outline
from malstyrning.report.build.report import Origin, body, build_view, notice

__all__ = ["Origin", "body", "build_outline", "build_view", "comparison_view", "not_compared", "notice"]
