"""From an evaluation and a language to a view of finished strings, part by part."""

from malstyrning.report.build.report import Origin, build_view

__all__ = ["Origin", "build_view"]
